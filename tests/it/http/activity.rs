//! `GET /api/merge/activity`: taken along in pages or as a table (P5).

use super::records::{account, org};
use crate::support::TestApp;

#[tokio::test]
async fn the_log_is_taken_along_in_pages_and_as_a_table() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("Log").await, app.admin("Stranger").await);
    let own = account(&app, &admin, 1).await;
    for name in ["=HYPERLINK(1)", "Two", "Three"] {
        assert!(app.state.store.rename(&org(&admin).await, own, Some(name), app.state.clock.now()).await.unwrap());
    }
    let mut seen = Vec::new();
    let mut path = "/api/merge/activity?page_size=3".to_owned();
    loop {
        let page = admin.get(&path).await.json();
        assert_eq!(page["success"], true);
        seen.extend(page["activity"].as_array().unwrap().iter().map(|line| line["label"].as_str().unwrap().to_owned()));
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/merge/activity?page_size=3&cursor={next}");
    }
    assert_eq!(seen, ["Three", "Two", "=HYPERLINK(1)", "BAMBOOHR"]);
    let first = &admin.get("/api/merge/activity").await.json()["activity"][3];
    assert_eq!(
        (first["kind"].as_str(), first["actor"].as_str(), first["integration_id"].as_str()),
        (Some("connected"), Some("Ada"), Some(own.to_string()).as_deref())
    );

    let table = admin.get(&format!("/api/merge/activity?format=csv&integration_id={own}")).await;
    assert!(table.header("content-type").starts_with("text/csv"));
    let mut reader = csv::Reader::from_reader(table.text().as_bytes());
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), ["at", "actor", "kind", "integration_id", "label"]);
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!((rows.len(), &rows[2][4]), (4, "'=HYPERLINK(1)"));

    assert!(stranger.get(&format!("/api/merge/activity?integration_id={own}")).await.json()["activity"].as_array().unwrap().is_empty());
    assert_eq!(app.get("/api/merge/activity").await.failure(), (401, "signed_out".to_owned()));
    for (query, field) in [
        ("format=xml", "format"),
        ("integration_id=x", "integration_id"),
        ("cursor=x", "cursor"),
        ("cursor=-1", "cursor"),
        ("page_size=0", "page_size"),
    ] {
        let reply = admin.get(&format!("/api/merge/activity?{query}")).await;
        assert_eq!((reply.failure(), reply.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some(field)));
    }
}
