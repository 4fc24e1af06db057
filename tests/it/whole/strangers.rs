//! Every endpoint with another organisation's ids, and every endpoint without a session (§3: 404 for what is not yours, never 403).

use reqwest::Method;
use serde_json::json;

use super::program::Program;
use crate::store::harness::TestDb;

both!(anothers_ids_are_not_there, nothing_is_there_for_nobody);

async fn anothers_ids_are_not_there(db: TestDb) {
    let program = Program::start(db).await;
    let admin = program.admin("Acme").await;
    let stranger = program.admin("Stranger").await;
    let account = admin.connected("hris", "bamboohr").await;
    let begun = admin
        .post("/api/merge/create-link-token", json!({ "category": "crm", "integration": "salesforce", "page_id": "tab" }))
        .await
        .json();
    let attempt = begun["attempt_id"].as_str().unwrap().to_owned();
    let unfinished = admin.accounts().await.into_iter().find(|account| account["status"] == "pending").unwrap();
    let unfinished = unfinished["id"].as_str().unwrap().to_owned();
    let (_, _, public_token) = admin.window("ats", "greenhouse").await;

    let mut asked = Vec::new();
    for id in [&account, &unfinished] {
        for key in ["integration_id", "linked_account_id", "linkedAccountId"] {
            for path in ["relink-integration", "delete-integration", "rename-integration", "discard-integration", "check-health"] {
                let path = format!("/api/merge/{path}");
                let answer = stranger.post(&path, json!({ key: id, "display_name": "mine" })).await;
                asked.push((format!("{path} {key}"), answer));
            }
        }
        asked.push((format!("/connected/{id}"), stranger.get(&format!("/connected/{id}")).await));
    }
    asked.push(("release".into(), stranger.post("/api/merge/release-link-attempt", json!({ "attempt_id": attempt })).await));
    asked.push(("exchange".into(), stranger.post("/api/merge/exchange-public-token", json!({ "public_token": public_token })).await));
    for (what, answer) in &asked {
        assert_eq!(answer.status, 404, "{what}: {}", answer.text);
        for secret in [&account, &unfinished] {
            assert!(what.contains("/connected/") || !answer.text.contains(secret.as_str()), "{what}: {}", answer.text);
        }
        assert!(!answer.text.contains("Acme"), "{what}: {}", answer.text);
    }
    assert!(stranger.accounts().await.is_empty());
    for path in ["/apps", "/connected", "/apps/bamboohr", "/api/merge/integrations"] {
        let page = stranger.get(path).await;
        assert!(!page.text.contains(&account) && !page.text.contains("Acme"), "{path}");
    }
    let left = admin.accounts().await;
    assert_eq!(left.iter().filter(|account| account["status"] == "active").count(), 1, "nothing happened to them");
}

async fn nothing_is_there_for_nobody(db: TestDb) {
    let program = Program::start(db).await;
    for function in patchbay::server::edge::functions() {
        // Signing in, and how the page of signing in is painted, need nobody.
        if function.path.starts_with("/api/auth/") || matches!(function.path, "/api/page/theme" | "/api/page/language") {
            continue;
        }
        let body = json!({});
        let (method, body) = if function.get { (Method::GET, None) } else { (Method::POST, Some(body)) };
        let path = format!("{}?slug=bamboohr", function.path);
        let answer = program.call(None, method, &path, body).await;
        assert_eq!(answer.status, 401, "{}: {}", function.path, answer.text);
        assert_eq!(answer.json()["code"], "signed_out", "{}", function.path);
    }
    assert_eq!(program.call(None, Method::GET, "/api/events", None).await.status, 401);
    for path in ["/apps", "/apps/bamboohr", "/connect/hris", "/connected", "/connected/0190c0de-0000-4000-8000-000000000000"] {
        assert_eq!(program.call(None, Method::GET, path, None).await.status, 303, "{path}");
    }
}
