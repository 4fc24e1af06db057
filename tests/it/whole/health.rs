//! `patchbay health` beside the serving process (§2, §9).

use serde_json::json;

use super::program::Program;
use crate::store::harness::TestDb;

both!(every_connected_app_is_asked_about);

async fn every_connected_app_is_asked_about(db: TestDb) {
    let program = Program::start(db).await;
    let (content, text) = program.says(&["health"]).await;
    assert!(content && text.ends_with("No app is connected.\n"), "{text}");
    let (acme, other) = (program.admin("Acme").await, program.admin("Other").await);
    let mine = acme.connected("hris", "bamboohr").await;
    let theirs = other.connected("crm", "salesforce").await;
    other.window("ats", "greenhouse").await;
    let line = |text: &str, id: &str| text.lines().find(|line| line.starts_with(id)).unwrap_or_else(|| panic!("{id}: {text}")).to_owned();
    let (content, text) = program.says(&["health"]).await;
    assert!(content, "{text}");
    assert_eq!(line(&text, &mine), format!("{mine}  active         Acme: BambooHR (hris)"));
    assert_eq!(line(&text, &theirs), format!("{theirs}  active         Other: Salesforce (crm)"));
    assert!(!text.contains("ats"), "what is not finished is not connected: {text}");

    // One stops working on the other side, and nobody has noticed yet.
    let upstream = program.control("GET", "/accounts?category=hris", json!(null)).await["accounts"][0]["id"].as_str().unwrap().to_owned();
    program.control("POST", &format!("/accounts/{upstream}/expire"), json!({})).await;
    let (content, text) = program.says(&["health"]).await;
    assert!(!content && text.contains("patchbay: 1 connected app is broken"), "{text}");
    assert!(line(&text, &mine).contains("relink_needed  Acme: BambooHR (hris)  credentials"), "{text}");
    assert!(line(&text, &theirs).contains("active"), "{text}");
    assert_eq!(acme.accounts().await[0]["problem"], "credentials", "what it heard is kept");

    // The key: nobody could be asked about, and no account changes.
    program.control("PUT", "/key", json!({ "revoked": true })).await;
    let (content, text) = program.says(&["health"]).await;
    assert!(!content && text.contains("2 connected apps are broken"), "{text}");
    assert!(line(&text, &theirs).contains("active") && line(&text, &theirs).contains("not asked: the upstream refuse"), "{text}");
    assert_eq!(other.accounts().await.into_iter().find(|account| account["id"] == theirs).unwrap()["status"], "active");

    // Another upstream's are nobody's to ask.
    program.control("PUT", "/key", json!({ "revoked": false })).await;
    program.db.execute("UPDATE upstream_pauses SET until = 0").await.unwrap();
    program.db.execute(&format!("UPDATE linked_accounts SET upstream = 'http://elsewhere.example/api' WHERE id = '{mine}'")).await.unwrap();
    let (content, text) = program.says(&["health"]).await;
    assert!(content && line(&text, &mine).contains("another upstream"), "{text}");
}
