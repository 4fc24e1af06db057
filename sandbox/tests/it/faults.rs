use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use crate::support::{Answer, App, asking, client, send, text};

/// Arms a fault for Acme's link tokens and asks for one.
async fn ask(app: &App, mut fault: Value) -> Result<Answer, reqwest::Error> {
    fault["match"] = json!({"organization": "Acme", "path": "/api/*/v1/link-token"});
    fault["times"] = json!(1);
    let armed = app.control(Method::POST, "/faults", fault).await;
    assert_eq!(armed.status, 201, "{}", armed.body);
    let response = app.api(Method::POST, "/hris/v1/link-token").json(&asking("hris", "o1", None)).send().await?;
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = response.bytes().await?;
    let body = serde_json::from_slice(&bytes).unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
    Ok(Answer { status, headers, body })
}

#[tokio::test]
async fn each_kind_looks_as_it_should() {
    let app = App::start().await;
    for (fault, status) in [
        (json!({"kind": "bad_request"}), 400),
        (json!({"kind": "bad_key"}), 401),
        (json!({"kind": "bad_account_token"}), 401),
        (json!({"kind": "forbidden"}), 403),
        (json!({"kind": "not_found"}), 404),
        (json!({"kind": "throttled"}), 429),
        (json!({"kind": "server_error"}), 500),
        (json!({"kind": "bad_gateway"}), 502),
        (json!({"kind": "unavailable"}), 503),
        (json!({"kind": "status", "status": 418, "body": {"x": 1}}), 418),
        (json!({"kind": "slow", "delay_ms": 1}), 200),
        (json!({"kind": "truncated_json"}), 200),
        (json!({"kind": "wrong_content_type"}), 200),
    ] {
        let answer = ask(&app, fault.clone()).await.unwrap();
        assert_eq!(answer.status.as_u16(), status, "{fault}");
        match fault["kind"].as_str().unwrap() {
            "bad_gateway" => assert!(text(&answer.body).starts_with("<html>") && answer.headers["content-type"] == "text/html"),
            "truncated_json" => assert!(text(&answer.body).starts_with("{\"link_token\"") && !text(&answer.body).ends_with('}')),
            "wrong_content_type" => assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8"),
            "throttled" => assert!(!answer.headers.contains_key("retry-after")),
            _ => {}
        }
    }
    let waited = ask(&app, json!({"kind": "throttled", "retry_after": 7})).await.unwrap();
    assert_eq!(waited.headers["retry-after"], "7");
    for kind in ["cut", "cut_body"] {
        assert!(ask(&app, json!({"kind": kind})).await.is_err(), "{kind}");
    }
    let after = app.api(Method::POST, "/hris/v1/link-token").json(&asking("hris", "o1", None));
    assert_eq!(send(after).await.status, 200, "each was for one request");
}

#[tokio::test]
async fn a_lost_answer_leaves_its_effect() {
    let app = App::start().await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let path = format!("/hris/v1/account-token/{}", text(&account["public_token"]));
    let fault = json!({"kind": "cut", "after": true, "times": 1, "match": {"origin_id": "o1", "path": "/api/*/account-token/*"}});
    app.control(Method::POST, "/faults", fault).await;
    assert!(app.api(Method::GET, &path).send().await.is_err());
    assert_eq!(app.get(&path).await.status, 404, "it was exchanged");
}

#[tokio::test]
async fn faults_meet_only_whom_they_name() {
    let app = App::start().await;
    let a = app.linked("hris", "bamboohr", "o1").await;
    let b = app.linked("hris", "bamboohr", "o2").await;
    app.control(Method::POST, "/faults", json!({"kind": "forbidden", "match": {"origin_id": "o1"}})).await;
    let status = async |account: &Value, path: &str| app.get_as(&text(&account["account_token"]), path).await.status;
    assert_eq!(status(&a, "/hris/v1/account-details").await, StatusCode::FORBIDDEN);
    assert_eq!(status(&b, "/hris/v1/account-details").await, StatusCode::OK);
    let by_id = format!("/hris/v1/linked-accounts?id={}", text(&a["id"]));
    assert_eq!(app.get(&by_id).await.status, 403, "an id in the query names the account too");

    let armed = app.control(Method::GET, "/faults", Value::Null).await.body;
    assert_eq!(armed["faults"][0]["met"], 2);
    let removed = app.control(Method::DELETE, "/faults?origin_id=o2", Value::Null).await.body;
    assert_eq!(removed["removed"], 0);
    assert_eq!(app.control(Method::DELETE, "/faults?origin_id=o1", Value::Null).await.body["removed"], 1);
    assert_eq!(status(&a, "/hris/v1/account-details").await, StatusCode::OK);

    let header = json!({"kind": "unavailable", "match": {"path": "/initialize.js", "header": {"name": "X-Test", "value": "1"}}});
    app.control(Method::POST, "/faults", header).await;
    let script = || app.http.get(app.sandbox.link_script_url());
    assert_eq!(send(script().header("x-test", "1")).await.status, 503);
    assert_eq!(send(script()).await.status, 200);
}

#[tokio::test]
async fn a_request_hangs_until_it_is_released() {
    let app = App::start().await;
    let fault = json!({"kind": "hang", "match": {"organization": "Acme"}});
    let id = app.control(Method::POST, "/faults", fault).await.body["id"].clone();
    let mut hanging = tokio::spawn(send(app.api(Method::POST, "/hris/v1/link-token").json(&asking("hris", "o1", None))));
    loop {
        let faults = app.control(Method::GET, "/faults", Value::Null).await.body;
        if faults["faults"][0]["met"] == 1 {
            break;
        }
        tokio::task::yield_now().await;
    }
    assert!(tokio::time::timeout(Duration::from_millis(50), &mut hanging).await.is_err(), "still hangs");
    let other = send(client().get(app.sandbox.link_script_url())).await;
    assert_eq!(other.status, 200, "others are not held up");
    app.control(Method::POST, &format!("/faults/{id}/release"), Value::Null).await;
    assert_eq!(hanging.await.unwrap().status, 200);
}

#[tokio::test]
async fn the_window_of_one_organisation_can_be_held_back() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", None).await;
    app.control(Method::POST, "/faults", json!({"kind": "unavailable", "match": {"organization": "Acme", "path": "/index.html"}})).await;
    let page = |query: String| send(app.http.get(format!("{}/index.html{query}", app.root())));
    assert_eq!(page(format!("?link_token={token}")).await.status, 503);
    assert_eq!(page(String::new()).await.status, 200);
}

#[tokio::test]
async fn what_is_not_a_fault_is_refused() {
    let app = App::start().await;
    for fault in [json!({"kind": "earthquake"}), json!({"kind": "slow", "match": {"organisation": "Acme"}}), json!({})] {
        let answer = app.control(Method::POST, "/faults", fault.clone()).await;
        assert_eq!(answer.status, 400, "{fault}");
        assert!(answer.body["error"].is_string());
    }
}
