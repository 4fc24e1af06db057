use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, text};

async fn statuses(app: &App, token: &str) -> Vec<Value> {
    app.get_as(token, "/hris/v1/sync-status").await.body["results"].as_array().unwrap().clone()
}

#[tokio::test]
async fn an_initial_sync_runs_and_ends() {
    let app = App::start().await;
    let token = text(&app.linked("hris", "bamboohr", "o1").await["account_token"]);
    let running = statuses(&app, &token).await;
    assert!(running.len() > 3);
    assert!(running.iter().all(|s| s["status"] == "SYNCING" && s["is_initial_sync"] == true && s.get("last_sync_finished").is_none()));
    app.control(Method::POST, "/clock", json!({"seconds": 60})).await;
    let done = statuses(&app, &token).await;
    assert!(done.iter().all(|s| s["status"] == "DONE" && s["is_initial_sync"] == false && s["last_sync_result"] == "DONE"));
}

#[tokio::test]
async fn a_resync_is_a_bare_array_and_a_new_run() {
    let app = App::start().await;
    let token = text(&app.linked("hris", "bamboohr", "o1").await["account_token"]);
    app.control(Method::POST, "/clock", json!({"seconds": 60})).await;
    let before = statuses(&app, &token).await;
    let resync = app.post_as(&token, "/hris/v1/sync-status/resync", Value::Null).await;
    let started = resync.body.as_array().unwrap();
    assert!(started.iter().all(|s| s["status"] == "SYNCING" && s["is_initial_sync"] == false));
    for (old, new) in before.iter().zip(started) {
        assert_eq!(old["last_sync_finished"], new["last_sync_finished"], "the old finish stays until the new one");
        assert!(new["last_sync_start"].as_str() > old["last_sync_start"].as_str());
    }
}

#[tokio::test]
async fn sync_status_comes_in_pages() {
    let app = App::start().await;
    let token = text(&app.linked("hris", "bamboohr", "o1").await["account_token"]);
    let all = statuses(&app, &token).await;
    let mut seen = Vec::new();
    let mut path = "/hris/v1/sync-status?page_size=2".to_owned();
    loop {
        let page = app.get_as(&token, &path).await.body;
        seen.extend(page["results"].as_array().unwrap().iter().map(|s| s["model_id"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/hris/v1/sync-status?page_size=2&cursor={}", next.replace('=', "%3D"));
    }
    assert_eq!(seen, all.iter().map(|s| s["model_id"].clone()).collect::<Vec<_>>());
}

#[tokio::test]
async fn broken_idle_and_switched_off_accounts_say_so() {
    let app = App::start().await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let (id, token) = (text(&account["id"]), text(&account["account_token"]));
    app.control(Method::POST, "/clock", json!({"seconds": 60})).await;

    app.control(Method::POST, &format!("/accounts/{id}/expire"), Value::Null).await;
    assert_eq!(app.get_as(&token, "/hris/v1/account-details").await.body["status"], "RELINK_NEEDED");
    assert!(statuses(&app, &token).await.iter().all(|s| s["status"] == "FAILED"));
    let issues = app.get(&format!("/hris/v1/issues?linked_account_id={id}&status=ONGOING")).await.body;
    assert_eq!(issues["results"].as_array().unwrap().len(), 1);

    app.control(Method::PATCH, &format!("/accounts/{id}"), json!({"status": "IDLE"})).await;
    assert!(statuses(&app, &token).await.iter().all(|s| s["status"] == "PAUSED"));

    app.control(Method::PATCH, &format!("/accounts/{id}"), json!({"status": "COMPLETE"})).await;
    let off = json!({"common_models": [{"model_name": "Employee", "model_permissions": {"READ": {"is_enabled": false}}}]});
    assert_eq!(app.post_as(&token, "/hris/v1/linked-account-scopes", off).await.status, 200);
    let employee = statuses(&app, &token).await.into_iter().find(|s| s["model_name"] == "Employee").unwrap();
    assert_eq!(employee["status"], "DISABLED");

    let over =
        json!({"sync_overrides": {"hris.Employee": {"status": "PARTIALLY_SYNCED", "is_initial_sync": true, "last_sync_finished": null}}});
    app.control(Method::PATCH, &format!("/accounts/{id}"), over).await;
    let employee = statuses(&app, &token).await.into_iter().find(|s| s["model_name"] == "Employee").unwrap();
    assert_eq!((&employee["status"], employee.get("last_sync_finished")), (&json!("PARTIALLY_SYNCED"), None));
}
