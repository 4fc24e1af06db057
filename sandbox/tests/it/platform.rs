//! Every platform endpoint, in every category, answers what the upstream's own OpenAPI documents say.

use reqwest::Method;
use serde_json::{Value, json};

use crate::schemas::Schemas;
use crate::support::{App, CATEGORIES, asking, send, text};

#[tokio::test]
async fn every_answer_is_valid_in_every_category() {
    let app = App::start().await;
    for (category, slug) in CATEGORIES {
        let mut schemas = Schemas::load(category);
        without_an_account(&app, &mut schemas, category, slug).await;
        with_an_account(&app, &mut schemas, category, slug).await;
        schemas.all_checked();
    }
}

async fn without_an_account(app: &App, schemas: &mut Schemas, category: &str, slug: &str) {
    let base = format!("/{category}/v1");
    let post = async |path: &str, body: Value| send(app.api(Method::POST, &format!("{base}{path}")).json(&body)).await;
    let mut magic = asking(category, "incomplete", Some(slug));
    magic["should_create_magic_link_url"] = json!(true);
    let token = schemas.check("POST /link-token 200", &post("/link-token", magic).await);
    assert!(token["magic_link_url"].is_string());
    let plain = schemas.check("POST /link-token 200", &post("/link-token", asking(category, "incomplete", None)).await);
    assert_eq!(plain.as_object().unwrap().len(), 1, "what does not apply is left out");
    app.window("open", json!({"link_token": plain["link_token"], "window_id": "w"})).await;
    let list = schemas.check("GET /linked-accounts 200", &app.get(&format!("{base}/linked-accounts")).await);
    assert!(list["results"].as_array().unwrap().iter().any(|a| a["status"] == "INCOMPLETE"));
    schemas.check("GET /default-scopes 200", &app.get(&format!("{base}/default-scopes")).await);
    let key = schemas.check("POST /generate-key 200", &post("/generate-key", json!({"name": "Remote"})).await);
    let other = schemas.check("POST /regenerate-key 200", &post("/regenerate-key", json!({"name": "Remote"})).await);
    assert_ne!(key["key"], other["key"]);
}

async fn with_an_account(app: &App, schemas: &mut Schemas, category: &str, slug: &str) {
    let base = format!("/{category}/v1");
    let token = app.link_token(category, "o1", Some(slug)).await;
    let linked = app.control(Method::POST, "/link", json!({"link_token": token, "outcome": "missing_permission"})).await.body;
    let exchanged = app.get(&format!("{base}/account-token/{}", text(&linked["public_token"]))).await;
    let mut account = text(&schemas.check("GET /account-token/{public_token} 200", &exchanged)["account_token"]);
    let as_account = async |path: &str| app.get_as(&account, &format!("{base}{path}")).await;
    let post = async |path: &str, body: Value| app.post_as(&account, &format!("{base}{path}"), body).await;

    schemas.check("GET /account-details 200", &as_account("/account-details").await);
    schemas.check("GET /linked-accounts 200", &app.get(&format!("{base}/linked-accounts?status=COMPLETE")).await);
    let issues = schemas.check("GET /issues 200", &app.get(&format!("{base}/issues?status=ONGOING")).await);
    let issue = text(&issues["results"][0]["id"]);
    schemas.check("GET /issues/{id} 200", &app.get(&format!("{base}/issues/{issue}")).await);

    let running = schemas.check("GET /sync-status 200", &as_account("/sync-status").await);
    let model = text(&running["results"][0]["model_name"]);
    app.control(Method::POST, "/clock", json!({"seconds": 60})).await;
    schemas.check("GET /sync-status 200", &as_account("/sync-status").await);
    schemas.check("POST /sync-status/resync 200", &post("/sync-status/resync", Value::Null).await);

    schemas.check("GET /linked-account-scopes 200", &as_account("/linked-account-scopes").await);
    let off = json!({"common_models": [{"model_name": model, "model_permissions": {"READ": {"is_enabled": false}}}]});
    schemas.check("POST /linked-account-scopes 200", &post("/linked-account-scopes", off).await);

    schemas.check("GET /remote-fields 200", &as_account("/remote-fields").await);
    let target = json!({"name": "note", "description": "A note", "common_model": model});
    // The knowledge base's documents lack the POST, which its client has; the answer is that of the GET.
    let name = if category == "knowledgebase" { "GET /target-fields 200" } else { "POST /target-fields 200" };
    schemas.check(name, &post("/target-fields", target).await);
    schemas.check("GET /target-fields 200", &as_account("/target-fields").await);
    let mapping = json!({
        "target_field_name": "note", "target_field_description": "A note", "common_model_name": model, "remote_method": "GET",
        "remote_url_path": "/x", "remote_field_traversal_path": ["custom_note"],
    });
    let made = schemas.check("POST /field-mappings 201", &post("/field-mappings", mapping).await);
    let path = format!("{base}/field-mappings/{}", text(&made["model"]["id"]));
    schemas.check("GET /field-mappings 200", &as_account("/field-mappings").await);
    let change = app.api(Method::PATCH, &path).header("X-Account-Token", &account).json(&json!({"remote_url_path": "/y"}));
    let changed = schemas.check("PATCH /field-mappings/{field_mapping_id} 200", &send(change).await);
    assert_eq!(changed["model"]["remote_field"]["remote_endpoint_info"]["url_path"], "/y");
    let delete = || app.api(Method::DELETE, &path).header("X-Account-Token", &account);
    assert_eq!(send(delete()).await.status, 204);
    assert_eq!(send(delete()).await.status, 404);

    let through = json!({"method": "GET", "path": "/me"});
    schemas.check("POST /passthrough 200", &post("/passthrough", through.clone()).await);
    let receipt = schemas.check("POST /async-passthrough 200", &post("/async-passthrough", through).await);
    let path = format!("/async-passthrough/{}", text(&receipt["async_passthrough_receipt_id"]));
    schemas.check("GET /async-passthrough/{async_passthrough_receipt_id} 200", &as_account(&path).await);

    // Only older clients call these; the documents no longer have them.
    assert_eq!(as_account("/available-actions").await.body["integration"]["slug"], slug);
    assert_eq!(as_account("/webhook-receivers").await.body, json!([]));
    let receiver = json!({"event": "LinkedAccount.linked", "is_active": true});
    let made = post("/webhook-receivers", receiver.clone()).await;
    assert_eq!((made.status.as_u16(), made.body), (201, receiver.clone()));
    assert_eq!(as_account("/webhook-receivers").await.body, json!([receiver]));
    assert_eq!(as_account("/selective-sync/conditions").await.body["results"], json!([]));

    let renewed = schemas.check("POST /account-token/regenerate 200", &post("/account-token/regenerate", Value::Null).await);
    account = text(&renewed["account_token"]);
    let deleted = app.post_as(&account, &format!("{base}/delete-account"), Value::Null).await;
    schemas.check("POST /delete-account 200", &deleted);
    let trail = schemas.check("GET /audit-trail 200", &app.get(&format!("{base}/audit-trail")).await);
    assert!(trail["results"].as_array().unwrap().iter().any(|e| e["event_type"] == "DELETED_LINKED_ACCOUNT"));
}

/// The models of every app, not only of one in each category, are known to the documents.
#[tokio::test]
async fn every_app_of_the_catalogue_answers_validly() {
    let app = App::start().await;
    let all = send(app.http.get(format!("{}/integrations/", app.sandbox.api_base_url()))).await.body;
    for (category, _) in CATEGORIES {
        let mut schemas = Schemas::load(category);
        for integration in all.as_array().unwrap() {
            if !integration["categories"].as_array().unwrap().contains(&json!(category)) {
                continue;
            }
            let slug = text(&integration["slug"]);
            let account = app.linked(category, &slug, &format!("{category}-{slug}")).await;
            let token = text(&account["account_token"]);
            schemas.check("GET /sync-status 200", &app.get_as(&token, &format!("/{category}/v1/sync-status")).await);
            schemas.check("GET /remote-fields 200", &app.get_as(&token, &format!("/{category}/v1/remote-fields")).await);
        }
        let list = app.get(&format!("/{category}/v1/linked-accounts?category={category}&page_size=100")).await;
        schemas.check("GET /linked-accounts 200", &list);
    }
}
