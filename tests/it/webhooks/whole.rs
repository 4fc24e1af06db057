//! The program as a process, the sandbox's own events, and a browser that was closed.

use serde_json::json;

use crate::{
    store::harness::TestDb,
    whole::program::{Program, until},
};

both!(a_closed_browser_is_no_loss);

async fn a_closed_browser_is_no_loss(db: TestDb) {
    let program = Program::start(db).await;
    program.sandbox.set_webhook_target(Some(format!("{}/api/merge/webhook", program.base).parse().unwrap()));
    let admin = program.admin("Acme").await;
    // The window is finished; nobody exchanges its token. The event waits for the browser, and the program dies meanwhile.
    admin.window("hris", "bamboohr").await;
    until("the event is here", || async {
        (program.db.number("SELECT COUNT(*) FROM webhook_inbox WHERE state = 'received' AND event = 'LinkedAccount.linked'").await == 1)
            .then_some(())
    })
    .await;
    program.kill();
    program.db.execute("UPDATE webhook_inbox SET run_at = 0").await.unwrap();
    program.launch().await;
    let account =
        until("the account is connected", || async { admin.accounts().await.into_iter().find(|account| account["status"] == "active") })
            .await;
    assert_eq!(account["integration_slug"], "bamboohr");
    until("the event is done", || async {
        (program
            .db
            .number("SELECT COUNT(*) FROM webhook_inbox WHERE state = 'done' AND body IS NULL AND event = 'LinkedAccount.linked'")
            .await
            == 1)
            .then_some(())
    })
    .await;
    // Deleted on the other side: the sandbox tells, the program looks, and says so.
    let upstream = program.control("GET", "/accounts", serde_json::Value::Null).await["accounts"][0]["id"].as_str().unwrap().to_owned();
    program.control("DELETE", &format!("/accounts/{upstream}"), json!({})).await;
    until("the account is broken", || async { admin.accounts().await.into_iter().find(|account| account["problem"] == "removed") }).await;
    let log = program.log();
    assert!(log.contains("a link was finished whose browser was closed"), "{log}");
}
