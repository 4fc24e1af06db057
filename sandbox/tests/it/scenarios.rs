//! Models that a test wants to be partially synced, disabled, failed or paused.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, text};

#[tokio::test]
async fn a_model_is_what_a_test_wants_it_to_be() {
    let app = App::start().await;
    for (status, initial) in [
        ("PARTIALLY_SYNCED", Some(true)),
        ("PARTIALLY_SYNCED", None),
        ("FAILED", Some(true)),
        ("FAILED", None),
        ("DISABLED", Some(true)),
        ("DISABLED", None),
        ("PAUSED", Some(true)),
        ("PAUSED", None),
    ] {
        let case = format!("{status} {initial:?}");
        let account = app.synced("hris", "bamboohr", &case).await;
        let before = app.truth(&account, "Employee").await;
        app.model(
            Method::PUT,
            &account,
            "Employee",
            json!({"changes": {"changed": 5}, "scenario": {"status": status, "is_initial_sync": initial}}),
        )
        .await;
        let said = app.status(&account, "hris.Employee").await;
        assert_eq!((said["status"].as_str(), said["is_initial_sync"].as_bool()), (Some(status), Some(initial == Some(true))), "{case}");
        let halted = matches!(status, "DISABLED" | "PAUSED");
        assert_eq!(said.get("last_sync_finished").is_none(), halted && initial == Some(true), "{case}: {said}");
        assert_eq!(said.get("next_sync_start").is_none(), halted, "{case}: {said}");
        app.pass(1_830).await;
        let later = app.status(&account, "hris.Employee").await;
        assert_eq!(later["status"], status, "{case}: a sync does not change it");
        assert_eq!(later["last_sync_finished"] == said["last_sync_finished"], halted, "{case}: {later}");
        assert_eq!(app.truth(&account, "Employee").await == before, status != "PARTIALLY_SYNCED", "{case}: only data that came are data");
        let shown = app.all(&account, "employees?page_size=100").await.len();
        let expected = match (status, initial) {
            ("PARTIALLY_SYNCED", Some(true)) => 115..=130,
            (_, Some(true)) => 0..=0,
            _ => 240..=240,
        };
        assert!(expected.contains(&shown), "{case}: {shown}");
        assert_eq!(app.status(&account, "hris.Location").await["status"], "DONE", "{case}: the others go on");

        app.model(Method::PUT, &account, "Employee", json!({"scenario": null})).await;
        let over = app.status(&account, "hris.Employee").await;
        assert_eq!((over["status"].as_str(), over["is_initial_sync"].as_bool()), (Some("DONE"), Some(false)), "{case}");
        app.pass(1_830).await;
        assert_ne!(app.truth(&account, "Employee").await, before, "{case}: and syncs bring data again");
    }
    let account = app.synced("hris", "bamboohr", "wrong").await;
    let wrong = json!({"scenario": {"status": "EXPLODED"}});
    assert_eq!(app.control(Method::PUT, &format!("/accounts/{}/models/Employee", account.id), wrong).await.status, 400);
}

#[tokio::test]
async fn a_missing_permission_hides_half_until_it_is_given() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    let linked =
        app.control(Method::POST, "/link", json!({"link_token": token, "outcome": "missing_permission"})).await.body["account"].clone();
    app.pass(60).await;
    let model = text(&linked["restricted_models"][0]);
    let path = format!("/accounts/{}/models/{model}", text(&linked["id"]));
    let view = app.control(Method::GET, &path, Value::Null).await.body;
    assert_eq!(view["sync_status"]["status"], "PARTIALLY_SYNCED");
    let list = format!("/hris/v1/{}?page_size=100", text(&view["path"]));
    let account_token = text(&linked["account_token"]);
    let seen = async || app.get_as(&account_token, &list).await.body["results"].as_array().unwrap().len();
    let some = seen().await;
    let again = app.link_token("hris", "o1", None).await;
    app.control(Method::POST, "/link", json!({"link_token": again})).await;
    assert!(seen().await > some);
}

#[tokio::test]
async fn a_disabled_model_keeps_its_rows_and_does_not_catch_up_when_it_is_back() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let before = app.truth(&account, "Employee").await;
    let scopes = |on: bool| json!({"common_models": [{"model_name": "Employee", "model_permissions": {"READ": {"is_enabled": on}}}]});
    app.post_as(&account.token, "/hris/v1/linked-account-scopes", scopes(false)).await;
    app.pass(20 * 1_800).await;
    assert_eq!(app.status(&account, "hris.Employee").await["status"], "DISABLED");
    assert_eq!(app.truth(&account, "Employee").await, before);
    app.post_as(&account.token, "/hris/v1/linked-account-scopes", scopes(true)).await;
    assert_eq!(app.truth(&account, "Employee").await, before);
    app.model(Method::PUT, &account, "Employee", json!({"changes": {"changed": 3}})).await;
    app.pass(1_830).await;
    assert_ne!(app.truth(&account, "Employee").await, before);
}
