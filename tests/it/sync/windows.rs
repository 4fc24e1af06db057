//! Windows of time: when a model is fetched, and with which bounds (S1, S2, S3, S7, S13).

use patchbay::{
    domain::sync::SyncWord,
    server::{jobs::Outcome, sync::REFRESH},
};

use super::bench::*;
use crate::store::harness::*;

both!(
    a_first_sync_is_fetched_when_it_is_over,
    a_half_done_first_sync_is_not_taken_for_a_whole_one,
    what_is_switched_off_is_not_asked_for,
    a_failed_sync_with_data_is_fetched_and_data_as_of_stays,
    the_next_window_overlaps_and_nothing_is_asked_twice,
    without_a_finish_the_answers_time_is_the_bound,
    an_account_without_a_job_gets_one,
    checking_tells_how_it_stands_and_looks_for_what_is_new,
    a_sync_on_demand_is_limited_and_never_repeated,
);

async fn a_first_sync_is_fetched_when_it_is_over(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES, TERMS]).await;
    bench.seed(0, 250);
    bench.seed(1, 3);
    bench.world.start();
    assert!(matches!(bench.work().await, Outcome::Done), "the job that connecting queued");
    assert!(bench.stored("Invoice").await.is_empty());
    assert!(!bench.world.calls().iter().any(|call| call.contains("invoices")), "nothing is asked for before it is whole");
    assert!(!bench.now().await.initial_sync_completed);
    let next = bench.db.store.next_due_in(&[REFRESH]).await.unwrap().unwrap();
    assert!((14_000..=30_000).contains(&next), "a fresh account is looked at soon: {next}");

    bench.clock.advance(60_000);
    bench.world.finish("DONE");
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    bench.agrees(1, "PaymentTerm").await;
    let calls = bench.world.calls();
    assert_eq!(calls.iter().filter(|call| call.starts_with("GET invoices")).count(), 3, "{calls:?}");
    assert!(calls.iter().any(|call| call == "GET payment-terms .."), "a list without filters is asked for without: {calls:?}");
    let account = bench.now().await;
    assert!(account.initial_sync_completed && account.last_successful_sync_at.is_some());
    assert_eq!(bench.log().await, ["first_sync_completed", "connected"]);
    let state = bench.state("Invoice").await;
    assert_eq!((state.record_count, state.planned.is_none(), state.error), (250, true, None));
    assert_eq!(state.data_fresh_as_of.as_deref(), state.known.window_end.as_ref().map(|end| end.as_str()));
}

async fn a_half_done_first_sync_is_not_taken_for_a_whole_one(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.world.finish("PARTIALLY_SYNCED");
    bench.refresh().await;
    assert!(bench.stored("Invoice").await.is_empty());
    let overview = bench.syncing.sync_overview(&bench.org, bench.id()).await.unwrap();
    assert!(!overview.summary.sync_complete && !overview.models[0].stuck && !overview.models[0].ready);
    bench.clock.advance(24 * HOUR);
    let overview = bench.syncing.sync_overview(&bench.org, bench.id()).await.unwrap();
    assert!(overview.models[0].stuck, "after a day somebody has to act");
    // The second sync is half-done as well, but the first one is over.
    bench.world.state().models[0].initial = false;
    bench.world.finish("PARTIALLY_SYNCED");
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
}

async fn what_is_switched_off_is_not_asked_for(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES, TERMS]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.world.state().models[1].status = "DISABLED";
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert!(bench.now().await.initial_sync_completed, "a model that is off does not hold up the others");
    bench.world.state().models[0].status = "DISABLED";
    bench.seed(0, 1);
    bench.world.state().models[0].finished = Some(bench.world.now() + 1);
    bench.world.calls();
    bench.refresh().await;
    assert_eq!(bench.world.calls(), ["GET sync-status"]);
    assert_eq!(bench.stored("Invoice").await.len(), 5, "its rows stay");
    assert_eq!(bench.state("Invoice").await.told.unwrap().status, SyncWord::Disabled);
}

async fn a_failed_sync_with_data_is_fetched_and_data_as_of_stays(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.refresh().await;
    let before = bench.state("Invoice").await.data_fresh_as_of;
    bench.clock.advance(HOUR);
    bench.seed(0, 2);
    bench.clock.advance(1_000);
    bench.world.finish("FAILED");
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    let state = bench.state("Invoice").await;
    assert_eq!(state.data_fresh_as_of, before, "a failure says nothing of how fresh the data are");
    assert!(state.known.window_end > state.told.unwrap().last_sync_start, "but its window is complete");
}

async fn the_next_window_overlaps_and_nothing_is_asked_twice(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.refresh().await;
    let end = bench.state("Invoice").await.known.window_end.unwrap();
    bench.world.calls();
    bench.refresh().await;
    assert_eq!(bench.world.calls(), ["GET sync-status"], "nothing has come");
    let seqs = bench.db.number("SELECT change_seq FROM linked_accounts").await;
    bench.clock.advance(HOUR);
    bench.sync_upstream();
    bench.refresh().await;
    let next = bench.state("Invoice").await.known.window_end.unwrap();
    let calls = bench.world.calls();
    assert_eq!(calls[1], format!("GET invoices {}..{}", end.minus_micros(600_000_000).as_str(), next.as_str()));
    assert_eq!(bench.db.number("SELECT change_seq FROM linked_accounts").await, seqs, "what did not change moves nothing");
}

async fn without_a_finish_the_answers_time_is_the_bound(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.clock.advance(1_000);
    bench.world.state().models[0].status = "DONE";
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.state("Invoice").await.known.window_end.unwrap().micros(), bench.world.now());
}

async fn an_account_without_a_job_gets_one(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.db.execute("DELETE FROM jobs").await.unwrap();
    assert_eq!(bench.syncing.give_jobs().await.unwrap(), 2, "a refresh and a look at its health");
    assert_eq!(bench.syncing.give_jobs().await.unwrap(), 0);
    let due = bench.db.store.next_due_in(&["health"]).await.unwrap().unwrap();
    assert!(due <= HOUR);
    bench.db.execute("DELETE FROM jobs").await.unwrap();
    bench.db.execute("UPDATE linked_accounts SET upstream = 'http://elsewhere.example/api'").await.unwrap();
    assert_eq!(bench.syncing.give_jobs().await.unwrap(), 0, "another upstream's rows are never called");
    assert!(matches!(bench.refresh().await, Outcome::Done));
    assert!(bench.world.calls().is_empty());
    assert_eq!(bench.db.number("SELECT count(*) FROM jobs").await, 0, "and nobody polls them");
}

async fn checking_tells_how_it_stands_and_looks_for_what_is_new(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES, TERMS]).await;
    bench.db.execute("DELETE FROM jobs").await.unwrap();
    bench.seed(0, 5);
    bench.world.start();
    let told = bench.syncing.check_sync_status(&bench.org, bench.id()).await.unwrap();
    assert_eq!((told.summary.sync_complete, told.summary.sync_status, told.summary.last_sync_time), (false, "SYNCING", None));
    bench.work().await;
    bench.sync_upstream();
    let told = bench.syncing.check_sync_status(&bench.org, bench.id()).await.unwrap();
    assert_eq!((told.summary.sync_complete, told.summary.sync_status), (true, "DONE"));
    assert!(told.summary.last_sync_time.is_some() && !told.models[0].ready);
    bench.work().await;
    bench.agrees(0, "Invoice").await;
    let told = bench.syncing.check_sync_status(&bench.org, bench.id()).await.unwrap();
    assert!(told.models[0].ready && told.models[0].records == 5);
    assert_ne!(bench.db.store.next_due_in(&[REFRESH]).await.unwrap(), Some(0), "there is nothing to look for");
    let stranger = organization(&*bench.db.store, "Other").await;
    assert!(bench.syncing.check_sync_status(&stranger, bench.id()).await.is_err());
    assert!(bench.syncing.sync_overview(&stranger, bench.id()).await.is_err());
    assert!(bench.db.store.sync_states(&stranger, bench.id()).await.unwrap().is_empty());
    assert!(bench.syncing.refresh_now(&stranger, bench.id()).await.is_err());
}

async fn a_sync_on_demand_is_limited_and_never_repeated(db: TestDb) {
    use patchbay::{
        api::error::{ApiError, Code},
        server::merge::UpstreamError,
    };
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.db.execute("DELETE FROM jobs").await.unwrap();
    bench.world.fail("resync", UpstreamError::Forbidden { detail: "upgrade".into() }, 1);
    let refused = ApiError::from(bench.syncing.resync(&bench.org, bench.id()).await.unwrap_err());
    assert_eq!(refused.code, Code::UpstreamRefused);
    assert_eq!(bench.world.calls(), ["POST resync"], "once");
    assert_eq!(bench.db.store.next_due_in(&[REFRESH]).await.unwrap(), Some(0), "our own look runs anyway");
    assert!(bench.now().await.error_category.is_none(), "the account is not broken by it");
    bench.syncing.resync(&bench.org, bench.id()).await.unwrap();
    assert_eq!(bench.log().await[0], "synced");
    let refused = ApiError::from(bench.syncing.resync(&bench.org, bench.id()).await.unwrap_err());
    assert_eq!(refused.code, Code::TooManyRequests);
    let member = member(&*bench.db.store, &bench.org, "Lee").await;
    assert_eq!(ApiError::from(bench.syncing.resync(&member, bench.id()).await.unwrap_err()).code, Code::NotAllowed);
    bench.syncing.refresh_now(&member, bench.id()).await.unwrap();
}
