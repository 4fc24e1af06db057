use patchbay_sandbox::{Database, SandboxConfig};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, text};

#[tokio::test]
async fn what_was_connected_stays_connected() {
    let folder = tempfile::tempdir().unwrap();
    let config = SandboxConfig { database: Database::File(folder.path().join("deep/sandbox.db")), ..SandboxConfig::default() };
    let app = App::with(config.clone()).await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let link_token = app.link_token("ats", "o2", Some("greenhouse")).await;
    app.control(Method::POST, "/clock", json!({"seconds": 3600})).await;
    app.control(Method::PUT, "/key", json!({"revoked": true})).await;
    let then = text(&app.control(Method::GET, "/clock", Value::Null).await.body["now"]);
    app.sandbox.shutdown().await;

    let app = App::with(config).await;
    assert!(text(&app.control(Method::GET, "/clock", Value::Null).await.body["now"]) >= then, "the clock does not go back");
    assert_eq!(app.get("/hris/v1/linked-accounts").await.status, 401, "a revoked key stays revoked");
    app.control(Method::PUT, "/key", json!({"revoked": false})).await;
    let token = text(&account["account_token"]);
    assert_eq!(app.get_as(&token, "/hris/v1/account-details").await.body["id"], account["id"]);
    let public = format!("/hris/v1/account-token/{}", text(&account["public_token"]));
    assert_eq!(app.get(&public).await.status, 404, "an hour later the public token is too old");
    let session = app.window("session", json!({"link_token": link_token, "window_id": "w"})).await;
    assert_eq!(session["problem"]["code"], "expired_token");
    app.sandbox.shutdown().await;
}
