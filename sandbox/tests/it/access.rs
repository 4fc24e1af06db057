use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{App, send};

#[tokio::test]
async fn a_wrong_key_a_missing_key_and_a_revoked_key_are_401() {
    let app = App::start().await;
    let url = format!("{}/hris/v1/linked-accounts", app.sandbox.api_base_url());
    let missing = send(app.http.get(&url)).await;
    assert_eq!(
        (missing.status, missing.body),
        (StatusCode::UNAUTHORIZED, json!({"detail": "Authentication credentials were not provided."}))
    );
    let wrong = send(app.http.get(&url).bearer_auth("other")).await;
    assert_eq!((wrong.status, wrong.body), (StatusCode::UNAUTHORIZED, json!({"detail": "Invalid token."})));

    app.control(Method::PUT, "/key", json!({"revoked": true})).await;
    assert_eq!(app.get("/hris/v1/linked-accounts").await.status, 401);
    app.control(Method::PUT, "/key", json!({"revoked": false})).await;
    assert_eq!(app.get("/hris/v1/linked-accounts").await.status, 200);
}

#[tokio::test]
async fn an_account_token_is_needed_and_belongs_to_its_category() {
    let app = App::start().await;
    let missing = app.get("/hris/v1/account-details").await;
    assert_eq!(missing.status, 401);
    assert_eq!(missing.body, json!({"detail": "Account Token must be passed in as an X-Account-Token header."}));
    assert_eq!(app.get_as("nonsense", "/hris/v1/account-details").await.status, 401);

    let account = app.linked("hris", "bamboohr", "o1").await;
    let token = account["account_token"].as_str().unwrap();
    assert_eq!(app.get_as(token, "/hris/v1/account-details").await.status, 200);
    assert_eq!(app.get_as(token, "/ats/v1/account-details").await.status, 401);
}

#[tokio::test]
async fn unknown_paths_are_404_and_wrong_methods_405_after_the_key() {
    let app = App::start().await;
    for path in ["/nothing/v1/link-token", "/hris/v1/nothing", "/hris/v2/link-token"] {
        let answer = app.get(path).await;
        assert_eq!((answer.status, answer.body), (StatusCode::NOT_FOUND, json!({"detail": "Not found."})), "{path}");
    }
    let account = app.linked("hris", "bamboohr", "o1").await;
    let path = format!("/hris/v1/account-token/{}", account["public_token"].as_str().unwrap());
    let answer = send(app.api(Method::POST, &path)).await;
    assert_eq!((answer.status, answer.body), (StatusCode::METHOD_NOT_ALLOWED, json!({"detail": "Method \"POST\" not allowed."})));
    let anonymous = send(app.http.post(format!("{}{path}", app.sandbox.api_base_url()))).await;
    assert_eq!(anonymous.status, 401);
    assert_eq!(app.get(&path).await.status, 200, "the refused POST did not spend the token");
}
