use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, asking, send, strings, text};

#[tokio::test]
async fn every_request_is_listed_without_secrets() {
    let app = App::start().await;
    app.link_token("hris", "o1", Some("bamboohr")).await;
    app.link_token("hris", "o2", Some("workday")).await;
    app.link_token("hris", "o1", Some("bamboohr")).await;
    let account = app.linked("hris", "bamboohr", "o3").await;
    let public = text(&account["public_token"]);
    app.get(&format!("/hris/v1/account-token/{public}")).await;
    app.get_as(&text(&account["account_token"]), "/hris/v1/sync-status").await;

    let list = async |query: &str| app.control(Method::GET, &format!("/requests?{query}"), Value::Null).await.body["requests"].clone();
    let tokens = list("path=/api/*/v1/link-token").await;
    assert_eq!(strings(&tokens, "origin_id"), ["o1", "o2", "o1"]);
    assert_eq!(strings(&list("integration=workday").await, "origin_id"), ["o2"]);
    let of_account = list("origin_id=o3").await;
    assert_eq!(strings(&of_account, "path"), ["/api/hris/v1/account-token/***", "/api/hris/v1/sync-status"]);
    assert_eq!(of_account[1]["account_id"], account["id"]);
    assert_eq!(of_account[1]["organization"], "Acme");
    let after = tokens[1]["seq"].as_u64().unwrap();
    assert_eq!(list(&format!("after={after}&method=post")).await.as_array().unwrap().len(), 1);
    let everything = list("").await.to_string();
    for secret in [&public, &text(&account["account_token"])] {
        assert!(!everything.contains(secret.as_str()));
    }
    app.control(Method::DELETE, "/requests", Value::Null).await;
    assert_eq!(list("").await, json!([]));
}

#[tokio::test]
async fn accounts_are_listed_changed_and_removed() {
    let app = App::start().await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let (id, token) = (text(&account["id"]), text(&account["account_token"]));
    let list = app.control(Method::GET, "/accounts?origin_id=o1&organization=Acme", Value::Null).await.body;
    assert_eq!(list["accounts"].as_array().unwrap().len(), 1);
    let change = json!({"is_duplicate": true, "instance_id": "tenant-2", "status": "RELINK_NEEDED"});
    assert_eq!(app.control(Method::PATCH, &format!("/accounts/{id}"), change).await.status, 200);
    let details = app.get_as(&token, "/hris/v1/account-details").await.body;
    assert_eq!(
        (&details["is_duplicate"], &details["instance_id"], &details["status"]),
        (&json!(true), &json!("tenant-2"), &json!("RELINK_NEEDED"))
    );
    for wrong in [json!({"status": "BROKEN"}), json!({"name": "x"}), json!({"account_type": 3})] {
        assert_eq!(app.control(Method::PATCH, &format!("/accounts/{id}"), wrong.clone()).await.status, 400, "{wrong}");
    }
    assert_eq!(app.control(Method::DELETE, &format!("/accounts/{id}"), Value::Null).await.status, 204);
    assert_eq!(app.get_as(&token, "/hris/v1/account-details").await.status, 401);
    assert_eq!(app.control(Method::DELETE, &format!("/accounts/{id}"), Value::Null).await.status, 404);
}

#[tokio::test]
async fn issues_are_raised_muted_and_resolved() {
    let app = App::start().await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let path = format!("/accounts/{}/issues", text(&account["id"]));
    let raised = app.control(Method::POST, &path, json!({"error_description": "Rate limited"})).await;
    let id = text(&raised.body["id"]);
    let again = app.control(Method::POST, &path, json!({"error_description": "Rate limited"})).await;
    assert_eq!(again.body["id"], id.as_str(), "the same trouble is the same issue");
    let seen = async |query: &str| app.get(&format!("/hris/v1/issues?{query}")).await.body["results"].as_array().unwrap().len();
    assert_eq!((seen("").await, seen("status=RESOLVED").await, seen("integration_name=BambooHR").await), (1, 0, 1));
    app.control(Method::PATCH, &format!("/issues/{id}"), json!({"is_muted": true})).await;
    assert_eq!((seen("").await, seen("include_muted=true").await), (0, 1));
    app.control(Method::PATCH, &format!("/issues/{id}"), json!({"status": "RESOLVED", "is_muted": false})).await;
    assert_eq!(seen("status=RESOLVED").await, 1);
}

#[tokio::test]
async fn pages_of_other_origins_are_refused() {
    let app = App::start().await;
    let reset = || app.http.post(format!("{}/_sandbox/reset", app.root()));
    assert_eq!(send(reset().header("origin", "https://elsewhere.test")).await.status, 403);
    assert_eq!(send(reset().header("origin", app.root())).await.status, 204);
}

#[tokio::test]
async fn a_reset_forgets_everything() {
    let app = App::start().await;
    app.linked("hris", "bamboohr", "o1").await;
    app.control(Method::POST, "/faults", json!({"kind": "forbidden"})).await;
    app.control(Method::PUT, "/key", json!({"revoked": true})).await;
    assert_eq!(app.control(Method::POST, "/reset", Value::Null).await.status, 204);
    assert_eq!(app.get("/hris/v1/linked-accounts").await.body["results"], json!([]));
    assert_eq!(send(app.api(Method::POST, "/hris/v1/link-token").json(&asking("hris", "o1", None))).await.status, 200);
}
