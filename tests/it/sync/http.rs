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
