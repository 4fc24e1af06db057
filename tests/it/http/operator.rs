//! The operator's desk (P6): for operators, and for nobody else.

use serde_json::{Value, json};

use super::records::{account, db};
use crate::support::{Browser, TestApp, email};

const PAGES: [&str; 3] = ["/operator/inbox", "/operator/jobs", "/operator/accounts"];

async fn operator<'a>(app: &'a TestApp, name: &str) -> Browser<'a> {
    let browser = app.admin(name).await;
    assert!(app.state.store.set_operator(&email(name), true).await.unwrap());
    browser
}

#[tokio::test]
async fn others_find_nothing() {
    let app = TestApp::new().await;
    let admin = app.admin("Admin").await;
    for path in ["/api/operator/inbox", "/api/operator/jobs", "/api/operator/accounts"] {
        assert_eq!(admin.get(path).await.failure(), (404, "not_found".to_owned()), "{path}");
        assert_eq!(app.get(path).await.failure(), (401, "signed_out".to_owned()), "{path}");
    }
    for (path, field) in [("/api/operator/replay-event", "event_id"), ("/api/operator/run-job", "job_id")] {
        let body = json!({ field: "0190c0de-0000-4000-8000-000000000000" });
        assert_eq!(admin.post(path, &body).await.failure(), (404, "not_found".to_owned()), "{path}");
        assert_eq!(app.post(path, &body).await.failure(), (401, "signed_out".to_owned()), "{path}");
    }
    for page in PAGES {
        let reply = admin.get(page).await;
        assert_eq!(reply.status, 404, "{page}");
        assert!(!reply.text().contains("Operator"), "{page}");
        assert_eq!(app.get(page).await.status, 303, "{page}");
    }
    assert!(!admin.get("/apps").await.text().contains("/operator/"));
}

#[tokio::test]
async fn an_operator_sees_events_jobs_and_accounts_of_all() {
    let app = TestApp::new().await;
    let (operator, admin) = (operator(&app, "Company").await, app.admin("Customer").await);
    account(&app, &admin, 1).await;
    assert!(app.state.webhooks.store(b"canary is not an event").await);
    app.state.webhooks.work_due().await.unwrap();
    app.state.store.enqueue("purge", uuid::Uuid::nil(), 0).await.unwrap();
    let job = app.state.store.claim(&["purge"], 1000).await.unwrap().unwrap();
    app.state.store.bury(&job, "hopeless").await.unwrap();

    assert!(operator.get("/apps").await.text().contains("/operator/inbox"), "the menu leads there");
    let texts: Vec<String> = futures::future::join_all(PAGES.map(|page| operator.get(page)))
        .await
        .into_iter()
        .map(|reply| {
            assert_eq!(reply.status, 200, "{}", reply.text());
            assert!(!reply.text().contains("canary"));
            reply.text().to_owned()
        })
        .collect();
    assert!(texts[0].contains("the body is not an event") && texts[1].contains("hopeless") && texts[2].contains("Customer"));
    let events = operator.get("/api/operator/inbox?state=dead").await.json();
    let event = events["events"][0]["id"].as_str().unwrap().to_owned();
    assert_eq!(operator.get("/api/operator/inbox?state=done").await.json()["events"], json!([]));
    let wrong = operator.get("/api/operator/inbox?state=odd").await;
    assert_eq!((wrong.failure(), wrong.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some("state")));

    // The buttons are forms.
    let replayed = operator.form("/api/operator/replay-event", "/operator/inbox?state=dead", &[("event_id", &event)]).await;
    assert_eq!(replayed.location(), "/operator/inbox?state=dead");
    assert_eq!(operator.get("/api/operator/inbox?state=received").await.json()["events"].as_array().unwrap().len(), 1);
    let dead = operator.get("/api/operator/jobs").await.json()["jobs"][0]["id"].as_str().unwrap().to_owned();
    let again = operator.form("/api/operator/run-job", "/operator/jobs", &[("job_id", &dead)]).await;
    assert_eq!(again.location(), "/operator/jobs");
    assert_eq!(operator.get("/api/operator/jobs").await.json()["jobs"], json!([]));
    assert_eq!(operator.post("/api/operator/run-job", &json!({ "job_id": dead })).await.failure(), (404, "not_found".to_owned()));
    assert_eq!(db(&app).number("SELECT COUNT(*) FROM jobs WHERE state = 'waiting' AND kind = 'purge'").await, 1);
    assert_eq!(operator.get("/api/operator/accounts").await.json()["accounts"][0]["organization_name"], Value::from("Customer"));
}

#[tokio::test]
async fn an_operator_is_told_that_the_key_is_refused() {
    let app = TestApp::new().await;
    let operator = operator(&app, "Company").await;
    assert_eq!(operator.get("/api/operator/accounts").await.json()["key_refused_since"], Value::Null);
    assert!(!operator.get("/operator/accounts").await.text().contains("refuses our key"));
    app.state.store.pause_upstream(app.state.upstream.base_url(), 60_000).await.unwrap();
    assert!(operator.get("/api/operator/accounts").await.json()["key_refused_since"].is_string());
    assert!(operator.get("/operator/accounts").await.text().contains("refuses our key"));
}
