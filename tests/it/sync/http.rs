//! The calls at their fixed paths (§3).

use axum::http::StatusCode;
use serde_json::json;

use crate::support::TestApp;

#[tokio::test]
async fn the_calls_need_a_session_and_an_account_of_ones_own() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    for path in ["/api/merge/check-sync-status", "/api/merge/resync"] {
        let body = json!({ "integration_id": uuid::Uuid::new_v4().to_string() });
        assert_eq!(app.post(path, &body).await.failure(), (401, "signed_out".into()), "{path}");
        assert_eq!(admin.post(path, &body).await.failure(), (404, "not_found".into()), "{path}");
        assert_eq!(admin.post(path, &json!({})).await.failure(), (400, "invalid_input".into()), "{path}");
        let both = json!({ "integration_id": "a", "linkedAccountId": "b" });
        assert_eq!(admin.post(path, &both).await.status, StatusCode::BAD_REQUEST, "{path}");
    }
}

#[tokio::test]
async fn a_word_about_missing_records_needs_all_that_it_is_about() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    let account = crate::http::records::account(&app, &admin, 3).await;
    for path in ["/api/merge/approve-removal", "/api/merge/dismiss-removal"] {
        let body = json!({ "integration_id": account.to_string(), "model": "Employee" });
        assert_eq!(app.post(path, &body).await.failure(), (401, "signed_out".into()), "{path}");
        assert_eq!(admin.post(path, &body).await.failure(), (409, "already_decided".into()), "{path}");
        let without = admin.post(path, &json!({ "linkedAccountId": account.to_string() })).await;
        assert_eq!((without.failure(), without.json()["field"].as_str()), ((400, "invalid_input".into()), Some("model")), "{path}");
        let odd = admin.post(path, &json!({ "integration_id": account.to_string(), "model": "Invoice" })).await;
        assert_eq!((odd.failure(), odd.json()["field"].as_str()), ((404, "not_found".into()), Some("model")), "{path}");
        let nobody = json!({ "integration_id": uuid::Uuid::new_v4().to_string(), "model": "Employee" });
        assert_eq!(admin.post(path, &nobody).await.failure(), (404, "not_found".into()), "{path}");
    }
    // Without JavaScript the button is a form; the page shows what it is about.
    let db = crate::http::records::db(&app);
    db.execute(&format!(
        "INSERT INTO reconciliations (account_id, model, phase, generation, confirmed, unchanged_since, missing, started_at, updated_at) \
         VALUES ('{account}', 'Employee', 'stopped', 1, TRUE, '2026-01-01T00:00:00Z', 2, 0, 0)"
    ))
    .await
    .unwrap();
    db.execute(&format!("UPDATE linked_accounts SET upstream = '{}'", app.state.upstream.base_url())).await.unwrap();
    let page = format!("/connected/{account}");
    let text = admin.get(&page).await.text().to_owned();
    assert!(text.contains("are not in") && text.contains("/api/merge/approve-removal"), "{text}");
    let fields = [("integration_id", account.to_string()), ("model", "Employee".to_owned())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(admin.form("/api/merge/approve-removal", &page, &fields).await.location(), page);
    assert_eq!(db.number("SELECT approved FROM reconciliations").await, 2);
    assert!(!admin.get(&page).await.text().contains("are not in"));
}

#[tokio::test]
async fn an_app_that_is_away_asks_nobody_to_act() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    let account = crate::http::records::account(&app, &admin, 3).await;
    let db = crate::http::records::db(&app);
    for (problem, acts) in [("outage", false), ("permissions", true)] {
        let base = app.state.upstream.base_url();
        db.execute(&format!("UPDATE linked_accounts SET upstream = '{base}', status = 'error', error_category = '{problem}'"))
            .await
            .unwrap();
        let page = admin.get(&format!("/connected/{account}")).await.text().to_owned();
        assert_eq!(page.contains("no action needed"), !acts, "{problem}");
        assert_eq!(page.contains("Reconnect "), acts, "{problem}");
        let list = admin.get("/connected").await.text().to_owned();
        assert_eq!((list.contains("Needs your attention"), list.contains("no action needed")), (acts, !acts), "{problem}");
        let center = admin.get("/api/merge/integrations?q=bamboohr").await.json();
        let state = center["integrations"][0]["state"].to_string();
        assert_eq!(state.contains("reconnect"), acts, "{problem}: {state}");
    }
}
