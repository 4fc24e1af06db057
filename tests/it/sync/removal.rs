//! Rows that vanished, so many that a person is asked (S11).

use patchbay::{
    api::error::{ApiError, Code},
    domain::sync::APPROVED_FOR_MILLIS,
    server::{
        merge::UpstreamError,
        store::ports::sync::Phase,
        sync::{Overview, SyncError},
    },
};

use super::bench::*;
use crate::store::harness::*;

both!(
    a_few_of_a_short_list_go_without_a_word_but_not_all,
    a_person_lets_them_go_and_each_is_asked_for,
    a_person_keeps_them_and_is_asked_again_next_week,
    only_those_who_manage_the_account_decide,
    more_than_was_let_go_is_asked_again,
    a_sync_that_ends_meanwhile_does_not_undo_the_word,
    the_word_counts_for_some_days,
    a_list_without_filters_is_decided_with_its_next_window,
);

impl Bench {
    async fn decide(&self, approve: bool) -> Result<Overview, SyncError> {
        self.syncing.judge_missing(&self.org, self.id(), "Invoice", approve).await
    }

    async fn missing(&self, model: &str) -> Option<i64> {
        let overview = self.syncing.sync_overview(&self.org, self.id()).await.unwrap();
        overview.models.iter().find(|one| one.spec.name() == model).unwrap().missing
    }

    /// A hundred invoices of which so many vanish, which the reconciliation has noticed.
    async fn stopped(db: TestDb, vanished: usize) -> Self {
        let bench = super::sweeping::seeded(db, 100).await;
        bench.vanish(0, 0..vanished);
        bench.reconcile().await;
        assert_eq!(bench.missing("Invoice").await, Some(i64::try_from(vanished).unwrap()));
        assert_eq!(bench.state("Invoice").await.record_count, 100, "nothing is marked");
        bench
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, SyncError>) -> Code {
    ApiError::from(result.unwrap_err()).code
}

async fn a_few_of_a_short_list_go_without_a_word_but_not_all(db: TestDb) {
    let bench = super::sweeping::seeded(db, 8).await;
    bench.vanish(0, 0..3);
    bench.world.calls();
    bench.reconcile().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.world.calls().iter().filter(|call| call.starts_with("GET invoices/")).count(), 3, "each is asked for");
    bench.vanish(0, 3..8);
    bench.reconcile().await;
    assert_eq!((bench.missing("Invoice").await, bench.state("Invoice").await.record_count), (Some(5), 5), "an empty list is no deletion");
}

async fn a_person_lets_them_go_and_each_is_asked_for(db: TestDb) {
    let bench = Bench::stopped(db, 40).await;
    // One of them is there after all when it is asked for.
    let kept = bench.world.state().models[0].vanished.remove(7);
    bench.world.state().models[0].hidden.push(kept.clone());
    bench.world.calls();
    let overview = bench.decide(true).await.unwrap();
    assert_eq!(overview.models[0].missing, None, "the question is answered");
    assert_eq!(bench.log().await[0], "removal_approved");
    bench.clock.advance(1_000);
    bench.work().await;
    bench.agrees(0, "Invoice").await;
    let calls = bench.world.calls();
    assert_eq!(calls.iter().filter(|call| call.starts_with("GET invoices/")).count(), 40);
    assert_eq!(bench.state("Invoice").await.record_count, 61);
    assert_eq!(code(bench.decide(true).await), Code::AlreadyDecided);
    // It was said of those, not of the next ones.
    bench.world.state().models[0].hidden.clear();
    bench.vanish(0, 50..70);
    bench.reconcile().await;
    assert_eq!(bench.missing("Invoice").await, Some(20));
}

async fn a_person_keeps_them_and_is_asked_again_next_week(db: TestDb) {
    let bench = Bench::stopped(db, 40).await;
    assert_eq!(bench.decide(false).await.unwrap().models[0].missing, None);
    assert_eq!(bench.log().await[0], "removal_dismissed");
    bench.clock.advance(6 * 24 * HOUR);
    bench.refresh().await;
    assert_eq!((bench.missing("Invoice").await, bench.state("Invoice").await.record_count), (None, 100));
    assert_eq!(code(bench.decide(true).await), Code::AlreadyDecided);
    bench.clock.advance(24 * HOUR);
    bench.refresh().await;
    assert_eq!((bench.missing("Invoice").await, bench.state("Invoice").await.record_count), (Some(40), 100));
}

async fn only_those_who_manage_the_account_decide(db: TestDb) {
    let bench = Bench::stopped(db, 40).await;
    let (member, stranger) = (member(&*bench.db.store, &bench.org, "Lee").await, organization(&*bench.db.store, "Other").await);
    for approve in [true, false] {
        assert_eq!(code(bench.syncing.judge_missing(&member, bench.id(), "Invoice", approve).await), Code::NotAllowed);
        assert_eq!(code(bench.syncing.judge_missing(&stranger, bench.id(), "Invoice", approve).await), Code::NotFound);
        let odd = ApiError::from(bench.syncing.judge_missing(&bench.org, bench.id(), "Candidate", approve).await.unwrap_err());
        assert_eq!((odd.code, odd.field.as_deref()), (Code::NotFound, Some("model")), "that is another category's");
        assert_eq!(code(bench.syncing.judge_missing(&bench.org, bench.id(), "Expense", approve).await), Code::AlreadyDecided);
    }
    assert_eq!(bench.missing("Invoice").await, Some(40));
    assert!(bench.db.store.start_delete(&bench.org, bench.id(), NOW).await.unwrap());
    assert_eq!(code(bench.decide(true).await), Code::NotFound);
}

async fn more_than_was_let_go_is_asked_again(db: TestDb) {
    let bench = Bench::stopped(db, 40).await;
    bench.vanish(0, 40..60);
    bench.decide(true).await.unwrap();
    bench.clock.advance(1_000);
    bench.work().await;
    assert_eq!((bench.missing("Invoice").await, bench.state("Invoice").await.record_count), (Some(60), 100));
    bench.decide(true).await.unwrap();
    bench.clock.advance(1_000);
    bench.work().await;
    bench.agrees(0, "Invoice").await;
}

async fn a_sync_that_ends_meanwhile_does_not_undo_the_word(db: TestDb) {
    let bench = super::sweeping::seeded(db, 250).await;
    bench.vanish(0, 0..100);
    bench.reconcile().await;
    bench.decide(true).await.unwrap();
    bench.clock.advance(1_000);
    bench.world.fail(" +", UpstreamError::Unreachable { detail: "cut".into() }, 1);
    bench.work().await;
    assert_eq!(bench.phase("Invoice").await, Phase::Listing.as_str());
    bench.sync_upstream();
    bench.refresh().await;
    assert_eq!(bench.state("Invoice").await.record_count, 250, "that list says nothing any more");
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.missing("Invoice").await, None);
}

async fn the_word_counts_for_some_days(db: TestDb) {
    let bench = Bench::stopped(db, 40).await;
    // The upstream is at it and does not come to an end.
    bench.world.start();
    bench.decide(true).await.unwrap();
    bench.work().await;
    bench.clock.advance(APPROVED_FOR_MILLIS);
    bench.world.finish("DONE");
    bench.refresh().await;
    assert_eq!((bench.missing("Invoice").await, bench.state("Invoice").await.record_count), (None, 100));
    bench.reconcile().await;
    assert_eq!(bench.missing("Invoice").await, Some(40), "it is asked again");
}

async fn a_list_without_filters_is_decided_with_its_next_window(db: TestDb) {
    let bench = Bench::new(db, &[TERMS]).await;
    bench.seed(0, 40);
    bench.sync_upstream();
    bench.refresh().await;
    bench.vanish(0, 0..10);
    bench.sync_upstream();
    bench.refresh().await;
    assert_eq!(bench.missing("PaymentTerm").await, Some(10));
    bench.syncing.judge_missing(&bench.org, bench.id(), "PaymentTerm", true).await.unwrap();
    bench.sync_upstream();
    bench.refresh().await;
    bench.agrees(0, "PaymentTerm").await;
}
