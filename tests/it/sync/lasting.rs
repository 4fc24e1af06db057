//! What goes wrong between us and the upstream and does not pass, or needs an answer of its own (B6), over real HTTP: each ends in a state that
//! says what is to be done, and once it is done the data equal the upstream's.

use std::time::Duration;

use patchbay::{
    domain::status::AccountStatus,
    server::{
        jobs::Outcome,
        store::ports::LinkedAccount,
        sync::{HEALTH, REFRESH},
    },
};
use serde_json::{Value, json};

use super::wire::*;
use crate::store::harness::*;

both!(
    an_answer_that_never_comes,
    a_slow_answer,
    an_empty_page_in_the_middle,
    a_cursor_that_is_repeated_once,
    a_cursor_that_is_always_repeated,
    a_cursor_that_expires_once,
    a_cursor_that_always_expires,
    a_refused_token,
    a_forbidden_list,
    a_list_that_is_not_there,
    a_refused_request,
    a_key_that_is_refused_in_the_middle,
    a_key_that_is_revoked,
    a_failed_sync_keeps_serving,
    another_identity_begins_anew_and_old_data_keep_their_age,
);

async fn arm(wire: &Wire, mut fault: Value, spot: Value, times: Option<u32>) {
    (fault["match"], fault["times"]) = (spot, json!(times));
    wire.breaks(fault).await;
}

async fn done(wire: &Wire) {
    let outcome = wire.refresh().await;
    assert!(matches!(outcome, Outcome::Done), "{outcome:?}");
}

/// What is said of the employees, when they cannot be had.
async fn problem(wire: &Wire) -> Option<String> {
    wire.employees_are_not_ready("it cannot be had").await;
    let account = wire.now().await;
    assert_eq!((account.status, account.error_category), (AccountStatus::Active, None), "one list's trouble is not the account's");
    wire.state("Employee").await.unwrap().error
}

/// It is over; after so long it is tried again.
async fn tried_again(wire: &Wire, millis: i64) {
    wire.bench.clear_faults().await;
    let asked = wire.asked(EMPLOYEES_PATH).await;
    done(wire).await;
    assert_eq!(wire.asked(EMPLOYEES_PATH).await, asked, "it waits");
    wire.bench.clock.advance(millis);
    done(wire).await;
    wire.agrees().await;
}

async fn an_answer_that_never_comes(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "hang" }), later_pages(), None).await;
    let asked = wire.asked(EMPLOYEES_PATH).await;
    let (syncing, store) = (wire.syncing.clone(), wire.bench.db.store.clone());
    store.enqueue(REFRESH, wire.id().0, 0).await.unwrap();
    let run = tokio::spawn(async move {
        use patchbay::server::jobs::Handler as _;
        let job = store.claim(&[REFRESH], 60_000).await.unwrap().unwrap();
        let outcome = syncing.handle(&job).await;
        store.again(&job, 3_600_000, "gave up").await.unwrap();
        outcome
    });
    crate::whole::program::until("the second page is asked for", || async {
        (wire.asked(EMPLOYEES_PATH).await == asked + 2).then_some(())
    })
    .await;
    wire.timer.advance(Duration::from_secs(31));
    assert!(matches!(run.await.unwrap(), Outcome::Again { .. }));
    wire.employees_are_not_ready("it hangs").await;
    wire.bench.clear_faults().await;
    done(&wire).await;
    wire.agrees().await;
}

async fn a_slow_answer(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "slow", "delay_ms": 30 }), json!({ "path": "/api/hris/v1/*" }), None).await;
    done(&wire).await;
    wire.agrees().await;
}

async fn an_empty_page_in_the_middle(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "empty_page" }), later_pages(), Some(1)).await;
    done(&wire).await;
    wire.agrees().await;
}

async fn a_cursor_that_is_repeated_once(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "repeated_cursor" }), json!({ "path": EMPLOYEES_PATH }), Some(1)).await;
    done(&wire).await;
    wire.agrees().await;
    assert_eq!(wire.asked(EMPLOYEES_PATH).await, 5, "two pages, and the three of the same window once more");
}

async fn a_cursor_that_is_always_repeated(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "repeated_cursor" }), json!({ "path": EMPLOYEES_PATH }), None).await;
    done(&wire).await;
    assert_eq!(problem(&wire).await.as_deref(), Some("cursor"));
    assert!(!wire.now().await.initial_sync_completed);
    tried_again(&wire, HOUR).await;
}

async fn a_cursor_that_expires_once(db: TestDb) {
    let wire = Wire::new(db).await;
    for (round, status) in [404, 400].into_iter().enumerate() {
        if round > 0 {
            wire.upstream_changes("Employee", json!([{ "op": "add", "count": 150 }])).await;
        }
        arm(&wire, json!({ "kind": "expired_cursor", "status": status }), json!({ "path": EMPLOYEES_PATH }), Some(1)).await;
        done(&wire).await;
        wire.agrees().await;
    }
}

async fn a_cursor_that_always_expires(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "expired_cursor" }), json!({ "path": EMPLOYEES_PATH }), None).await;
    done(&wire).await;
    assert_eq!(problem(&wire).await.as_deref(), Some("cursor"));
    assert!(!wire.now().await.initial_sync_completed);
    tried_again(&wire, HOUR).await;
}

async fn a_refused_token(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "bad_account_token" }), later_pages(), None).await;
    done(&wire).await;
    let account = wire.now().await;
    assert_eq!((account.status, account.error_category.as_deref()), (AccountStatus::RelinkNeeded, Some("credentials")));
    assert!(!account.initial_sync_completed);
    wire.employees_are_not_ready("the token is refused").await;
    // The upstream serves it again: what comes is taken, and a look at its health says that all is well.
    wire.bench.clear_faults().await;
    done(&wire).await;
    wire.agrees().await;
    wire.bench.db.store.enqueue(HEALTH, wire.id().0, 0).await.unwrap();
    wire.work().await;
    assert_eq!(wire.now().await.status, AccountStatus::Active);
}

async fn a_forbidden_list(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "forbidden" }), json!({ "path": EMPLOYEES_PATH }), None).await;
    done(&wire).await;
    assert_eq!(problem(&wire).await.as_deref(), Some("forbidden"));
    assert_eq!(wire.stored("Location").await, wire.truth("Location").await, "the others come all the same");
    tried_again(&wire, 24 * HOUR).await;
}

async fn a_list_that_is_not_there(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(&wire, json!({ "kind": "not_found" }), json!({ "path": EMPLOYEES_PATH }), None).await;
    done(&wire).await;
    assert_eq!(problem(&wire).await.as_deref(), Some("missing"));
    // A week later the account is reconciled as well.
    tried_again(&wire, 7 * 24 * HOUR).await;
}

async fn a_refused_request(db: TestDb) {
    let wire = Wire::new(db).await;
    arm(
        &wire,
        json!({ "kind": "bad_request", "fields": { "modified_before": ["Enter a valid date."] } }),
        json!({ "path": EMPLOYEES_PATH }),
        None,
    )
    .await;
    done(&wire).await;
    assert_eq!(problem(&wire).await.as_deref(), Some("refused"));
    assert!(!wire.now().await.initial_sync_completed);
    tried_again(&wire, HOUR).await;
}

/// Who pauses is told by the log alone; see the test of the whole program.
async fn paused(wire: &Wire, before: &LinkedAccount) {
    let outcome = wire.refresh().await;
    assert!(matches!(&outcome, Outcome::Again { in_millis, .. } if *in_millis >= 50_000), "{outcome:?}");
    assert_eq!(wire.bench.db.number("SELECT count(*) FROM upstream_pauses").await, 1);
    // Nobody asks meanwhile, neither for data nor for health.
    let asked = wire.asked("/api/*").await;
    wire.bench.db.store.enqueue(HEALTH, wire.id().0, 0).await.unwrap();
    assert!(matches!(wire.refresh().await, Outcome::Again { .. }));
    assert_eq!(wire.asked("/api/*").await, asked);
    let after = wire.now().await;
    assert_eq!((after.status, &after.error_category, after.updated_at), (before.status, &before.error_category, before.updated_at));
}

/// A minute later somebody tries, and it works again.
async fn resumes(wire: &Wire) {
    wire.bench.db.execute("UPDATE upstream_pauses SET until = 0").await.unwrap();
    done(wire).await;
    wire.agrees().await;
    assert_eq!(wire.bench.db.number("SELECT count(*) FROM upstream_pauses").await, 0);
}

async fn a_key_that_is_refused_in_the_middle(db: TestDb) {
    let wire = Wire::new(db).await;
    let before = wire.now().await;
    arm(&wire, json!({ "kind": "bad_key" }), later_pages(), None).await;
    arm(&wire, json!({ "kind": "bad_key" }), json!({ "path": "*/linked-accounts" }), None).await;
    paused(&wire, &before).await;
    assert_eq!(wire.stored("Employee").await.len(), 100);
    wire.employees_are_not_ready("the key is refused").await;
    wire.bench.clear_faults().await;
    resumes(&wire).await;
}

async fn a_key_that_is_revoked(db: TestDb) {
    let wire = Wire::new(db).await;
    let before = wire.now().await;
    wire.bench.control("PUT", "/key", json!({ "revoked": true })).await;
    paused(&wire, &before).await;
    wire.employees_are_not_ready("the key is revoked").await;
    // Who comes first after the pause finds it revoked still, and the others go on waiting.
    wire.bench.db.execute("UPDATE upstream_pauses SET until = 0").await.unwrap();
    paused(&wire, &before).await;
    wire.bench.control("PUT", "/key", json!({ "revoked": false })).await;
    resumes(&wire).await;
}

async fn a_failed_sync_keeps_serving(db: TestDb) {
    let wire = Wire::new(db).await;
    done(&wire).await;
    let before = wire.state("Employee").await.unwrap();
    let path = format!("/accounts/{}/models/Employee", wire.upstream);
    wire.bench.control("PUT", &path, json!({ "scenario": { "status": "FAILED" } })).await;
    wire.upstream_changes("Employee", json!([])).await;
    done(&wire).await;
    let after = wire.state("Employee").await.unwrap();
    assert_eq!(after.told.unwrap().status.as_str(), "FAILED");
    assert_eq!((after.data_fresh_as_of, after.error), (before.data_fresh_as_of, None), "a failure says nothing of how fresh the data are");
    let readable = wire.bench.db.store.readable(&wire.admin.org(), wire.id(), "Employee").await.unwrap().unwrap();
    assert!(readable.complete);
    wire.agrees().await;
}

async fn another_identity_begins_anew_and_old_data_keep_their_age(db: TestDb) {
    let wire = Wire::new(db).await;
    done(&wire).await;
    let (old, before) = (wire.stored("Employee").await, wire.state("Employee").await.unwrap());
    wire.bench.clock.advance(HOUR);
    let token = wire.bench.linking.relink(&wire.admin, wire.id(), None).await.unwrap();
    let link = json!({ "link_token": token.token.expose(), "outcome": "other_instance" });
    let public_token = wire.bench.control("POST", "/link", link).await["public_token"].as_str().unwrap().to_owned();
    wire.bench.exchange(&wire.admin, &token, &patchbay::domain::secret::Secret::new(public_token)).await.unwrap();
    assert!(!wire.now().await.initial_sync_completed, "its first sync is to come");
    // The other identity's first sync is not over: what is shown is the old one's, as old as it is.
    let path = format!("/accounts/{}/models/Employee", wire.upstream);
    wire.bench.control("PUT", &path, json!({ "scenario": { "status": "PARTIALLY_SYNCED", "is_initial_sync": true } })).await;
    done(&wire).await;
    let meanwhile = wire.state("Employee").await.unwrap();
    assert!(meanwhile.known.stale && !wire.now().await.initial_sync_completed);
    assert_eq!((wire.stored("Employee").await, &meanwhile.data_fresh_as_of), (old.clone(), &before.data_fresh_as_of));
    wire.bench.control("PUT", &path, json!({ "scenario": null })).await;
    wire.upstream_changes("Employee", json!([])).await;
    // Half of it is here: still the old age.
    arm(&wire, json!({ "kind": "cut" }), later_pages(), Some(1)).await;
    assert!(matches!(wire.refresh().await, Outcome::Again { .. }));
    let half = wire.state("Employee").await.unwrap();
    assert!(half.known.stale && !wire.now().await.initial_sync_completed);
    assert_eq!(half.data_fresh_as_of, before.data_fresh_as_of);
    done(&wire).await;
    let after = wire.state("Employee").await.unwrap();
    assert!(!after.known.stale && after.data_fresh_as_of > before.data_fresh_as_of && wire.now().await.initial_sync_completed);
    // What lives is the new one's, all of it and nothing else.
    let living: Held = wire.stored("Employee").await.into_iter().filter(|(_, (lives, _))| *lives).collect();
    let truth: Held = wire.truth("Employee").await.into_iter().filter(|(_, (lives, _))| *lives).collect();
    assert_eq!(living, truth);
    assert!(old.keys().all(|id| !living.contains_key(id)));
}
