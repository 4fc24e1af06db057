//! Lists: cursors, refusals, deletions and crashes (S4, S5, S6, S9, S10).

use patchbay::server::{
    jobs::{Handler as _, Outcome},
    merge::UpstreamError,
    sync::REFRESH,
};

use super::bench::*;
use crate::store::harness::*;

both!(
    a_crash_between_two_pages_costs_nothing,
    a_cursor_that_is_used_up_starts_the_window_again,
    a_cursor_that_comes_back_ends_in_an_error_after_three_restarts,
    an_old_cursor_is_not_used,
    a_list_that_is_not_there_is_asked_for_weekly,
    a_forbidden_list_marks_the_model_and_a_relink_tries_it_again,
    a_deletion_and_a_revival_are_changes,
    an_account_deleted_during_a_sync_leaves_no_record,
    a_paused_worker_that_wakes_up_writes_nothing,
    a_single_record_of_a_paused_worker_is_not_written,
    an_upstream_that_refuses_the_key_is_left_alone,
    what_no_database_takes_is_stored_all_the_same,
);

async fn a_crash_between_two_pages_costs_nothing(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 250);
    bench.sync_upstream();
    bench.world.state().faults.push(super::world::Fault {
        on: "+".into(),
        error: UpstreamError::Unreachable { detail: "cut".into() },
        times: 1,
    });
    assert!(matches!(bench.refresh().await, Outcome::Again { .. }));
    assert_eq!(bench.stored("Invoice").await.len(), 100);
    assert!(bench.state("Invoice").await.known.window_end.is_none(), "the window moves with its last page only");
    bench.world.calls();
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    let calls = bench.world.calls();
    assert_eq!(calls.iter().filter(|call| call.contains("invoices") && !call.ends_with('+')).count(), 0, "it went on: {calls:?}");
    assert_eq!(bench.db.number("SELECT change_seq FROM linked_accounts").await, 250);
}

async fn a_cursor_that_is_used_up_starts_the_window_again(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 250);
    for error in [UpstreamError::NotFound, UpstreamError::Refused { status: 400, detail: "cursor".into() }] {
        bench.clock.advance(HOUR);
        let now = bench.world.now();
        (0..250).for_each(|row| bench.world.write(0, Some(row), now, now, false));
        bench.sync_upstream();
        bench.world.fail("+", error, 3);
        bench.refresh().await;
        bench.agrees(0, "Invoice").await;
        let state = bench.state("Invoice").await;
        assert_eq!((state.error, state.planned.is_none()), (None, true));
    }
}

async fn a_cursor_that_comes_back_ends_in_an_error_after_three_restarts(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 250);
    bench.sync_upstream();
    bench.world.fail("+", UpstreamError::NotFound, 4);
    assert!(matches!(bench.refresh().await, Outcome::Done));
    let state = bench.state("Invoice").await;
    assert_eq!((state.error.as_deref(), state.planned.is_none()), (Some("cursor"), true));
    assert!(!bench.now().await.initial_sync_completed);
    bench.world.calls();
    bench.refresh().await;
    assert_eq!(bench.world.calls(), ["GET sync-status"], "it waits");
    bench.clock.advance(HOUR);
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.state("Invoice").await.error, None);
}

async fn an_old_cursor_is_not_used(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 150);
    bench.sync_upstream();
    bench.world.fail("+", UpstreamError::Unreachable { detail: "cut".into() }, 1);
    bench.refresh().await;
    bench.clock.advance(24 * HOUR);
    bench.world.calls();
    bench.refresh().await;
    let calls = bench.world.calls();
    let pages: Vec<bool> = calls.iter().filter(|call| call.contains("invoices")).map(|call| call.ends_with('+')).collect();
    assert_eq!(pages, [false, true]);
    bench.agrees(0, "Invoice").await;
}

async fn a_list_that_is_not_there_is_asked_for_weekly(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES, TERMS]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.world.fail("GET payment-terms", UpstreamError::NotFound, 1);
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.state("PaymentTerm").await.error.as_deref(), Some("missing"));
    assert!(bench.now().await.initial_sync_completed, "it does not hold up the others");
    bench.seed(1, 2);
    bench.clock.advance(6 * 24 * HOUR);
    bench.sync_upstream();
    bench.refresh().await;
    assert!(bench.stored("PaymentTerm").await.is_empty());
    bench.clock.advance(24 * HOUR);
    bench.refresh().await;
    bench.agrees(1, "PaymentTerm").await;
}

async fn a_forbidden_list_marks_the_model_and_a_relink_tries_it_again(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES, TERMS]).await;
    bench.seed(0, 5);
    bench.seed(1, 5);
    bench.sync_upstream();
    bench.world.fail("GET payment-terms", UpstreamError::Forbidden { detail: "scope".into() }, 1);
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.state("PaymentTerm").await.error.as_deref(), Some("forbidden"));
    let account = bench.now().await;
    assert_eq!((account.status.as_str(), account.error_category.as_deref()), ("active", None), "never the account");
    relinked(&*bench.db.store, &bench.org, &account, account.linked_account_id.as_deref().unwrap(), NOW).await;
    bench.work().await;
    bench.agrees(1, "PaymentTerm").await;
}

async fn a_deletion_and_a_revival_are_changes(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 3);
    bench.sync_upstream();
    bench.refresh().await;
    bench.clock.advance(HOUR);
    let now = bench.world.now();
    bench.world.write(0, Some(1), now, now, true);
    bench.sync_upstream();
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!((bench.state("Invoice").await.record_count, bench.db.number("SELECT change_seq FROM linked_accounts").await), (2, 4));
    bench.clock.advance(HOUR);
    let now = bench.world.now();
    bench.world.write(0, Some(1), now, now, false);
    bench.sync_upstream();
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!((bench.state("Invoice").await.record_count, bench.db.number("SELECT change_seq FROM linked_accounts").await), (3, 5));
    assert_eq!(bench.db.number("SELECT count(DISTINCT change_seq) FROM records").await, 3);
}

async fn an_account_deleted_during_a_sync_leaves_no_record(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 250);
    bench.sync_upstream();
    let job = bench.db.store.claim(&[REFRESH], 60_000).await.unwrap().unwrap();
    // The second page is on its way when the person deletes the account.
    bench.world.state().gate_at = Some(2);
    let (syncing, at) = (bench.syncing.clone(), job.clone());
    let run = tokio::spawn(async move { syncing.handle(&at).await });
    bench.world.at_gate.notified().await;
    // The first one does not wait for it.
    while bench.stored("Invoice").await.len() < 100 {
        tokio::task::yield_now().await;
    }
    assert!(bench.db.store.start_delete(&bench.org, bench.id(), NOW).await.unwrap());
    while bench.db.store.purge_records(bench.id(), 500).await.unwrap() > 0 {}
    bench.world.gate.notify_one();
    let _ = run.await.unwrap();
    bench.db.store.done(&job).await.unwrap();
    assert!(bench.stored("Invoice").await.is_empty());
    bench.work().await;
    assert!(bench.stored("Invoice").await.is_empty());
    assert_eq!(bench.db.number("SELECT count(*) FROM jobs WHERE kind IN ('refresh', 'health')").await, 0);
}

async fn a_paused_worker_that_wakes_up_writes_nothing(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 150);
    bench.sync_upstream();
    let job = bench.db.store.claim(&[REFRESH], 0).await.unwrap().unwrap();
    bench.world.state().gate_at = Some(1);
    let (syncing, at) = (bench.syncing.clone(), job.clone());
    let paused = tokio::spawn(async move { syncing.handle(&at).await });
    bench.world.at_gate.notified().await;
    // Its lease is over: another worker takes the job and brings it to its end.
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    let before = bench.db.texts("SELECT merge_id || change_seq || changed_at FROM records ORDER BY 1").await;
    bench.world.gate.notify_one();
    assert!(matches!(paused.await.unwrap(), Outcome::Done));
    bench.db.store.done(&job).await.unwrap();
    assert_eq!(bench.db.texts("SELECT merge_id || change_seq || changed_at FROM records ORDER BY 1").await, before);
    assert_eq!(bench.db.number("SELECT count(*) FROM jobs WHERE kind = 'refresh'").await, 1, "the next look of the other one");
}

async fn a_single_record_of_a_paused_worker_is_not_written(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.refresh().await;
    let (id, now) = (bench.stored("Invoice").await.into_keys().next().unwrap(), bench.world.now());
    let row = bench.world.state().models[0].rows.iter().position(|(known, _)| *known == id);
    bench.world.write(0, row, now, now, false);
    let want =
        format!("INSERT INTO wanted_records (account_id, model, merge_id, told, tries) VALUES ('{}', 'Invoice', '{id}', 1, 0)", bench.id());
    bench.db.execute(&want).await.unwrap();
    bench.db.store.enqueue(REFRESH, bench.id().0, 0).await.unwrap();
    let job = bench.db.store.claim(&[REFRESH], 0).await.unwrap().unwrap();
    // It asks for the record when its lease is over; another worker asks as well and stores it.
    bench.world.state().gate_at = Some(1);
    let (syncing, at) = (bench.syncing.clone(), job.clone());
    let paused = tokio::spawn(async move { syncing.handle(&at).await });
    bench.world.at_gate.notified().await;
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    let before = bench.stored("Invoice").await;
    bench.world.write(0, row, now + 1, now + 1, false);
    bench.world.gate.notify_one();
    assert!(matches!(paused.await.unwrap(), Outcome::Done));
    assert_eq!(bench.stored("Invoice").await, before, "its word counts no more");
}

async fn an_upstream_that_refuses_the_key_is_left_alone(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.world.fail("GET", UpstreamError::Key, 1);
    assert!(matches!(bench.refresh().await, Outcome::Again { .. }));
    bench.world.calls();
    assert!(matches!(bench.refresh().await, Outcome::Again { .. }));
    bench.db.store.enqueue("health", bench.id().0, 0).await.unwrap();
    assert!(matches!(bench.work().await, Outcome::Again { .. }));
    assert!(bench.world.calls().is_empty(), "nobody asks");
    let account = bench.now().await;
    assert_eq!((account.status.as_str(), account.error_category), ("active", None), "no account changes");
    // After a while one may try; it works again.
    bench.db.execute("UPDATE upstream_pauses SET until = 0").await.unwrap();
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.db.number("SELECT count(*) FROM upstream_pauses").await, 0);
}

async fn what_no_database_takes_is_stored_all_the_same(db: TestDb) {
    use patchbay::{
        domain::sync::{Incoming, storable},
        server::store::ports::sync::*,
    };
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.sync_upstream();
    bench.refresh().await;
    let run = bench.db.store.begin_run(bench.id(), UPSTREAM).await.unwrap().unwrap();
    let raw = r#"{"id":"odd","number":7,"name":"a\u0000b \ud800 'quoted' \"twice\" \\ é","big":12345678901234567890.5}"#;
    let record = Incoming {
        id: "odd".into(),
        remote_id: Some("it's".into()),
        modified_at: "2026-01-01T00:00:00Z".into(),
        modified_us: 1,
        deleted: false,
        hash: "h".into(),
        payload: storable(raw).into_owned(),
    };
    let page = Page { records: &[record], pass: Pass::ById, mark: None, then: Then::Nothing };
    assert_eq!(bench.db.store.keep_page(&run, "Invoice", &page, NOW).await.unwrap(), Some(1));
    let name = bench.db.texts("SELECT fields->>'name' FROM records").await;
    assert_eq!(name, ["a\u{fffd}b \u{fffd} 'quoted' \"twice\" \\ é"]);
}
