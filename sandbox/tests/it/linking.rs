use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{App, CATEGORIES, asking, send, strings, text};

#[tokio::test]
async fn json_form_and_multipart_make_a_link_token_on_both_paths() {
    let app = App::start().await;
    let form = "end_user_email_address=j%40a.test&end_user_organization_name=Acme&end_user_origin_id=o1&categories=hris&categories=ats";
    let boundary = "--b\r\nContent-Disposition: form-data; name=\"";
    let multipart: String = [
        ("end_user_email_address", "j@a.test"),
        ("end_user_organization_name", "Acme"),
        ("end_user_origin_id", "o1"),
        ("categories", "hris"),
    ]
    .iter()
    .map(|(name, value)| format!("{boundary}{name}\"\r\n\r\n{value}\r\n"))
    .chain(["--b--\r\n".to_owned()])
    .collect();
    for path in ["/hris/v1/link-token", "/integrations/create-link-token"] {
        let bodies = [
            ("application/json", asking("hris", "o1", None).to_string()),
            ("application/x-www-form-urlencoded", form.to_owned()),
            ("multipart/form-data; boundary=b", multipart.clone()),
        ];
        for (kind, body) in bodies {
            let answer = send(app.api(Method::POST, path).header("content-type", kind).body(body)).await;
            assert_eq!(answer.status, 200, "{path} {kind} {}", answer.body);
            assert_eq!(text(&answer.body["link_token"]).len(), 40);
        }
    }
}

#[tokio::test]
async fn every_wrong_field_is_named_at_once() {
    let app = App::start().await;
    let long = "x".repeat(101);
    let body = json!({
        "end_user_email_address": "", "end_user_origin_id": long, "categories": ["hris", "banking"], "integration": "no-such-app",
        "link_expiry_mins": 29, "language": "fr",
    });
    let answer = send(app.api(Method::POST, "/hris/v1/link-token").json(&body)).await;
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.body,
        json!({
            "end_user_email_address": ["This field may not be blank."],
            "end_user_organization_name": ["This field is required."],
            "end_user_origin_id": ["Ensure this field has no more than 100 characters."],
            "categories": ["\"banking\" is not a valid choice."],
            "integration": ["Integration with slug \"no-such-app\" does not exist."],
            "link_expiry_mins": ["Ensure this value is greater than or equal to 30."],
            "language": ["\"fr\" is not a valid choice."],
        })
    );
    let answer = send(app.api(Method::POST, "/hris/v1/link-token").json(&json!({}))).await;
    assert_eq!(answer.body["categories"], json!(["This field is required."]));
    let other = send(app.api(Method::POST, "/hris/v1/link-token").json(&asking("hris", "o", Some("salesforce")))).await;
    assert_eq!(other.status, 400, "an app of another category");
}

#[tokio::test]
async fn bodies_that_cannot_be_read_are_refused() {
    let app = App::start().await;
    let post = |kind: &str, body: &str| {
        send(app.api(Method::POST, "/hris/v1/link-token").header("content-type", kind.to_owned()).body(body.to_owned()))
    };
    assert_eq!(post("application/json", "{").await.status, 400);
    assert_eq!(post("application/json", "[]").await.status, 400);
    let kind = post("text/plain", "x").await;
    assert_eq!(
        (kind.status, kind.body),
        (StatusCode::UNSUPPORTED_MEDIA_TYPE, json!({"detail": "Unsupported media type \"text/plain\" in request."}))
    );
}

#[tokio::test]
async fn the_exchange_spends_the_public_token() {
    let app = App::start().await;
    for (category, slug) in CATEGORIES {
        let account = app.linked(category, slug, "o1").await;
        let path = format!("/{category}/v1/account-token/{}", text(&account["public_token"]));
        let wrong = if category == "hris" { "ats" } else { "hris" };
        assert_eq!(app.get(&path.replacen(category, wrong, 1)).await.status, 404, "another category");
        let first = app.get(&path).await;
        assert_eq!(first.status, 200);
        assert_eq!(first.body["id"], account["id"]);
        assert_eq!(first.body["account_token"], account["account_token"]);
        assert_eq!(first.body["integration"]["slug"], slug);
        assert!(first.body.get("end_user_origin_id").is_none());
        let again = app.get(&path).await;
        assert_eq!((again.status, again.body), (StatusCode::NOT_FOUND, json!({"detail": "Not found."})));
    }
}

#[tokio::test]
async fn the_category_free_path_exchanges_too() {
    let app = App::start().await;
    let account = app.linked("crm", "salesforce", "o1").await;
    let answer = app.get(&format!("/integrations/account-token/{}", text(&account["public_token"]))).await;
    assert_eq!((answer.status.as_u16(), &answer.body["id"]), (200, &account["id"]));
}

#[tokio::test]
async fn an_account_is_its_origin_id_and_category() {
    let app = App::start().await;
    let hris = app.linked("hris", "bamboohr", "o1").await;
    let ats = app.linked("ats", "bamboohr", "o1").await;
    assert_ne!(hris["id"], ats["id"]);

    // A link token for another app opens the account's own screen, and linking again keeps id and token.
    let token = app.link_token("hris", "o1", Some("workday")).await;
    let session = app.window("session", json!({"link_token": token, "window_id": "w"})).await;
    assert_eq!((&session["mode"], &session["integration"]["slug"]), (&json!("relink"), &json!("bamboohr")));
    let again = app.control(Method::POST, "/link", json!({"link_token": token})).await;
    assert_eq!(again.status, 200, "{}", again.body);
    assert_eq!(again.body["relinked"], true);
    for field in ["id", "account_token", "integration", "origin_id"] {
        assert_eq!(again.body["account"][field], hris[field], "{field}");
    }
    assert_eq!(app.get("/hris/v1/linked-accounts").await.body["results"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn deleting_answers_an_empty_object_and_kills_the_token() {
    let app = App::start().await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let token = text(&account["account_token"]);
    let deleted = app.post_as(&token, "/hris/v1/delete-account", Value::Null).await;
    assert_eq!((deleted.status, deleted.body), (StatusCode::OK, json!({})));
    assert_eq!(app.post_as(&token, "/hris/v1/delete-account", Value::Null).await.status, 401);
    assert_eq!(app.get(&format!("/hris/v1/linked-accounts?id={}", text(&account["id"]))).await.body["results"], json!([]));
    let again = app.linked("hris", "bamboohr", "o1").await;
    assert_ne!(again["id"], account["id"], "the same origin id is a new account");
}

#[tokio::test]
async fn regenerating_replaces_the_token() {
    let app = App::start().await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let old = text(&account["account_token"]);
    let answer = app.post_as(&old, "/hris/v1/account-token/regenerate", Value::Null).await;
    assert_eq!(answer.body["linked_account_id"], account["id"]);
    assert_eq!(app.get_as(&old, "/hris/v1/account-details").await.status, 401);
    assert_eq!(app.get_as(&text(&answer.body["account_token"]), "/hris/v1/account-details").await.status, 200);
}

#[tokio::test]
async fn linked_accounts_are_filtered() {
    let app = App::start().await;
    let a = app.linked("hris", "bamboohr", "o1").await;
    app.linked("ats", "greenhouse", "o2").await;
    let found = async |query: &str| {
        let answer = app.get(&format!("/hris/v1/linked-accounts?{query}")).await;
        assert_eq!(answer.status, 200, "{query} {}", answer.body);
        strings(&answer.body["results"], "end_user_origin_id")
    };
    assert_eq!(found("").await, ["o1", "o2"], "the path's category filters nothing");
    for query in ["category=hris", "end_user_origin_id=o1", "end_user_origin_ids=o1,o9", "integration_name=BambooHR"] {
        assert_eq!(found(query).await, ["o1"], "{query}");
    }
    assert_eq!(found(&format!("id={}", text(&a["id"]))).await, ["o1"]);
    assert_eq!(found(&format!("ids={}", text(&a["id"]))).await, ["o1"]);
    assert_eq!(found("status=RELINK_NEEDED").await, [""; 0]);
    assert_eq!(found("is_test_account=true").await, [""; 0]);
    app.control(Method::PATCH, &format!("/accounts/{}", text(&a["id"])), json!({"account_type": "TEST"})).await;
    assert_eq!(found("is_test_account=true").await, ["o1"]);
    assert_eq!(found("").await, ["o2"], "without the parameter, no test account");
    let wrong = app.get("/hris/v1/linked-accounts?id=nonsense").await;
    assert_eq!((wrong.status, wrong.body), (StatusCode::BAD_REQUEST, json!({"non_field_errors": ["Provided filters are invalid."]})));
    assert_eq!(app.get("/hris/v1/linked-accounts?status=GONE").await.status, 400);
}

#[tokio::test]
async fn integrations_come_in_pages_and_as_one_array() {
    let app = App::start().await;
    let (mut slugs, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = app.get(&format!("/organizations/integrations?page_size=50&cursor={}", cursor.replace('=', "%3D"))).await.body;
        slugs.extend(strings(&page["results"], "slug"));
        match page["next"].as_str() {
            Some(next) => cursor = next.to_owned(),
            None => break,
        }
    }
    let all = send(app.http.get(format!("{}/integrations/", app.sandbox.api_base_url()))).await.body;
    assert_eq!(slugs, strings(&all, "slug"));
    assert!(slugs.len() > 200 && slugs.contains(&"guru".to_owned()));
}
