//! What a process that dies leaves behind, at each step, is finished by another (L6, L8, S12). Here a process dies by being dropped in the
//! middle of an upstream call; `process.rs` kills a real one.

use patchbay::{
    domain::{category::Category, status::AccountStatus},
    server::linking::ExchangeInput,
};
use serde_json::{Value, json};

use super::harness::Bench;
use crate::store::harness::TestDb;

both!(an_exchange_survives_a_crash_at_each_step, a_deletion_survives_a_crash_at_each_step);

/// Holds a call at the sandbox, waits until it has arrived; the fault's id.
async fn hold(bench: &Bench, path: &str, after: bool) -> String {
    let fault = bench.control("POST", "/faults", json!({ "kind": "hang", "match": { "path": path }, "times": 1, "after": after })).await;
    fault["id"].as_str().map_or_else(|| fault["id"].to_string(), str::to_owned)
}

async fn arrived(bench: &Bench, path: &str, before: usize) {
    while bench.asked(path).await.len() <= before {
        tokio::task::yield_now().await;
    }
}

/// Waits until the sandbox has noticed that whoever sent the last request is gone: only then does one that is held back not begin after all.
async fn given_up(bench: &Bench, path: &str) {
    while bench.asked(path).await.last().is_none_or(|request| request["fault"].is_null()) {
        tokio::task::yield_now().await;
    }
}

async fn an_exchange_survives_a_crash_at_each_step(db: TestDb) {
    let bench = Bench::new(db).await;
    // Before the exchange took effect; after the token is kept, while the details are read.
    for (n, (path, after)) in [("*/account-token/*", false), ("*/account-details", false)].into_iter().enumerate() {
        let admin = bench.admin(&format!("Acme{n}")).await;
        let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
        let public_token = bench.finish_window(&token, None).await;
        let before = bench.asked(path).await.len();
        let fault = hold(&bench, path, after).await;
        let dying = bench.another_process().await;
        let (org, attempt) = (admin.org(), token.attempt);
        let sent = public_token.clone();
        let call = tokio::spawn(async move {
            let _ = dying.exchange(&org, ExchangeInput { public_token: sent, attempt: Some(attempt), end_user_origin_id: None }).await;
        });
        arrived(&bench, path, before).await;
        call.abort();
        let _ = call.await;
        given_up(&bench, path).await;
        bench.control("DELETE", &format!("/faults/{fault}"), Value::Null).await;
        bench.clear_faults().await;
        assert_eq!(bench.linking.accounts(&admin.org()).await.unwrap()[0].status, AccountStatus::Pending);

        bench.let_leases_end().await;
        bench.work().await;
        let rows = bench.linking.accounts(&admin.org()).await.unwrap();
        assert_eq!((rows.len(), rows[0].status), (1, AccountStatus::Active), "{path}");
        let again = bench.exchange(&admin, &token, &public_token).await.unwrap();
        assert_eq!(again.account.id, rows[0].id, "the page's own retry joins");
    }
}

async fn a_deletion_survives_a_crash_at_each_step(db: TestDb) {
    let bench = Bench::new(db).await;
    // Before the upstream deleted; after it did, when only the answer is lost.
    for (n, after) in [false, true].into_iter().enumerate() {
        let admin = bench.admin(&format!("Acme{n}")).await;
        let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
        bench.linking.delete(&admin.org(), account.id).await.unwrap();
        let before = bench.asked("*/delete-account").await.len();
        hold(&bench, "*/delete-account", after).await;
        let dying = bench.another_process().await;
        let job = loop {
            let job = bench.db.store.claim(&["delete_upstream"], 60_000).await.unwrap();
            if let Some(job) = job {
                break job;
            }
        };
        let call = tokio::spawn(async move {
            let _ = patchbay::server::jobs::Handler::handle(dying.as_ref(), &job).await;
        });
        arrived(&bench, "*/delete-account", before).await;
        call.abort();
        let _ = call.await;
        if !after {
            given_up(&bench, "*/delete-account").await;
        }
        bench.clear_faults().await;
        let left = format!("SELECT COUNT(*) FROM linked_accounts WHERE id = '{}'", account.id);
        assert_eq!(bench.db.number(&left).await, 1);

        bench.let_leases_end().await;
        bench.work().await;
        assert_eq!(bench.db.number(&left).await, 0, "after: {after}");
        assert!(bench.upstream_accounts().await.is_empty());
    }
}
