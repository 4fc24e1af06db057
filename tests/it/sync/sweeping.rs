//! Full reconciliation, and lists without filters (S10, S11, L7).

use patchbay::server::{merge::UpstreamError, store::ports::sync::Phase, sync::RECONCILE};

use super::bench::*;
use crate::store::harness::*;

both!(
    what_vanished_is_found_and_asked_for,
    a_row_that_is_there_after_all_stays,
    too_much_missing_stops_and_asks_a_person,
    a_sync_that_ends_meanwhile_makes_the_list_void,
    a_list_without_filters_is_swept_with_each_window,
    it_happens_weekly,
    another_identity_replaces_everything,
);

pub async fn seeded(db: TestDb, rows: usize) -> Bench {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, rows);
    bench.sync_upstream();
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    bench
}

impl Bench {
    pub async fn reconcile(&self) {
        self.clock.advance(60_000);
        self.db.store.enqueue(RECONCILE, self.id().0, 0).await.unwrap();
        self.work().await;
    }

    pub fn vanish(&self, model: usize, rows: std::ops::Range<usize>) {
        let mut state = self.world.state();
        let model = &mut state.models[model];
        let ids: Vec<String> = model.rows[rows].iter().map(|(id, _)| id.clone()).collect();
        model.vanished.extend(ids);
    }

    pub async fn phase(&self, model: &str) -> String {
        self.db.texts(&format!("SELECT phase FROM reconciliations WHERE model = '{model}'")).await.pop().unwrap_or_default()
    }
}

async fn what_vanished_is_found_and_asked_for(db: TestDb) {
    let bench = seeded(db, 250).await;
    bench.vanish(0, 3..15);
    bench.refresh().await;
    assert_eq!(bench.state("Invoice").await.record_count, 250, "no window shows it");
    bench.world.calls();
    bench.reconcile().await;
    bench.agrees(0, "Invoice").await;
    let asked = bench.world.calls().iter().filter(|call| call.starts_with("GET invoices/")).count();
    assert_eq!(asked, 12, "each of them by its id");
    assert_eq!((bench.state("Invoice").await.record_count, bench.phase("Invoice").await.as_str()), (238, Phase::Done.as_str()));
    assert_eq!(bench.db.number("SELECT count(DISTINCT change_seq) FROM records").await, 250);
    assert!(
        bench.db.number("SELECT max(change_seq) FROM records").await <= bench.db.number("SELECT change_seq FROM linked_accounts").await
    );
}

async fn a_row_that_is_there_after_all_stays(db: TestDb) {
    let bench = seeded(db, 250).await;
    // The list does not show them, asking for them does.
    bench.vanish(0, 3..6);
    bench.world.fail("GET invoices/", UpstreamError::Unreachable { detail: "cut".into() }, 1);
    bench.reconcile().await;
    bench.world.state().models[0].vanished.clear();
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.state("Invoice").await.record_count, 250);
    assert_eq!(bench.phase("Invoice").await, Phase::Done.as_str());
}

async fn too_much_missing_stops_and_asks_a_person(db: TestDb) {
    let bench = seeded(db, 100).await;
    bench.vanish(0, 0..6);
    bench.world.calls();
    bench.reconcile().await;
    assert_eq!(bench.state("Invoice").await.record_count, 100, "nothing is marked");
    assert!(!bench.world.calls().iter().any(|call| call.starts_with("GET invoices/")));
    assert_eq!((bench.phase("Invoice").await.as_str(), bench.log().await[0].as_str()), (Phase::Stopped.as_str(), "sweep_stopped"));
    bench.world.state().models[0].vanished.truncate(5);
    bench.reconcile().await;
    bench.agrees(0, "Invoice").await;
}

async fn a_sync_that_ends_meanwhile_makes_the_list_void(db: TestDb) {
    let bench = seeded(db, 250).await;
    bench.vanish(0, 3..5);
    bench.world.fail(" +", UpstreamError::Unreachable { detail: "cut".into() }, 1);
    bench.reconcile().await;
    assert_eq!(bench.phase("Invoice").await, Phase::Listing.as_str());
    bench.sync_upstream();
    bench.refresh().await;
    assert_eq!(bench.phase("Invoice").await, Phase::Done.as_str());
    assert_eq!(bench.state("Invoice").await.record_count, 250, "nothing was swept");
    bench.reconcile().await;
    bench.agrees(0, "Invoice").await;
}

async fn a_list_without_filters_is_swept_with_each_window(db: TestDb) {
    let bench = Bench::new(db, &[TERMS]).await;
    bench.seed(0, 40);
    bench.sync_upstream();
    bench.refresh().await;
    bench.agrees(0, "PaymentTerm").await;
    bench.vanish(0, 1..3);
    bench.seed(0, 1);
    bench.clock.advance(HOUR);
    bench.sync_upstream();
    bench.refresh().await;
    bench.agrees(0, "PaymentTerm").await;
    assert_eq!(bench.state("PaymentTerm").await.record_count, 39);
}

async fn it_happens_weekly(db: TestDb) {
    let bench = seeded(db, 50).await;
    bench.vanish(0, 1..2);
    bench.clock.advance(6 * 24 * HOUR);
    bench.refresh().await;
    assert_eq!(bench.state("Invoice").await.record_count, 50);
    bench.clock.advance(24 * HOUR);
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
}

async fn another_identity_replaces_everything(db: TestDb) {
    let bench = seeded(db, 30).await;
    let old = bench.stored("Invoice").await;
    let account = bench.now().await;
    // Another company's ledger, with rows of its own, whose first sync is not over.
    {
        let mut state = bench.world.state();
        state.models[0].rows.clear();
        state.models[0].initial = true;
    }
    bench.clock.advance(HOUR);
    bench.world.start();
    relinked(&*bench.db.store, &bench.org, &account, "another", bench.world_now()).await;
    assert!(!bench.now().await.initial_sync_completed);
    bench.work().await;
    assert_eq!(bench.stored("Invoice").await, old, "the old data are served until the full sync ends");
    assert!(bench.state("Invoice").await.known.stale);
    bench.seed(0, 20);
    bench.sync_upstream();
    bench.refresh().await;
    let stored = bench.stored("Invoice").await;
    let living: Vec<&String> = stored.iter().filter(|(_, (_, deleted))| !deleted).map(|(id, _)| id).collect();
    assert_eq!(living, bench.world.truth(0).keys().collect::<Vec<_>>());
    assert_eq!(stored.len(), 50, "what was the other's is marked as deleted");
    assert!(bench.now().await.initial_sync_completed && !bench.state("Invoice").await.known.stale);
    assert_eq!(bench.state("Invoice").await.record_count, 20);
}
