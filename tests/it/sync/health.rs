//! How an account is (§9, S9).

use patchbay::{
    domain::status::{AccountStatus, UpstreamStatus},
    server::{
        merge::{UpstreamError, UpstreamIssue},
        sync::HEALTH,
    },
};

use super::bench::*;
use crate::store::harness::*;

both!(
    a_refused_token_is_a_verdict_and_data_keep_coming,
    an_account_that_is_gone_upstream_is_removed,
    issues_decide_and_a_resolved_one_is_over,
    what_was_seen_before_a_relink_does_not_count,
    nothing_transient_changes_a_status,
);

impl Bench {
    async fn check(&self) -> (AccountStatus, Option<String>) {
        self.db.store.enqueue(HEALTH, self.id().0, 0).await.unwrap();
        self.work().await;
        let account = self.now().await;
        (account.status, account.error_category)
    }

    fn issue(&self, description: &str, last: Option<&str>) {
        self.world.state().issues = vec![UpstreamIssue {
            id: "i".into(),
            ongoing: true,
            error_description: description.into(),
            error_details: vec![],
            last_incident_time: last.map(str::to_owned),
        }];
    }
}

fn broken(status: AccountStatus, category: &str) -> (AccountStatus, Option<String>) {
    (status, Some(category.to_owned()))
}

async fn a_refused_token_is_a_verdict_and_data_keep_coming(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.world.fail("sync-status", UpstreamError::Token, 1);
    bench.refresh().await;
    let account = bench.now().await;
    assert_eq!((account.status, account.error_category), broken(AccountStatus::RelinkNeeded, "credentials"));
    // The upstream serves it again: what comes is taken.
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    assert_eq!(bench.now().await.status, AccountStatus::RelinkNeeded, "a look at its health decides, not the last writer");
    assert_eq!(bench.check().await, (AccountStatus::Active, None));
    assert_eq!(bench.log().await[0], "recovered");
}

async fn an_account_that_is_gone_upstream_is_removed(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.world.fail("account-details", UpstreamError::Absent, 1);
    assert_eq!(bench.check().await, broken(AccountStatus::Error, "removed"));
}

async fn issues_decide_and_a_resolved_one_is_over(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    bench.seed(0, 5);
    bench.sync_upstream();
    bench.issue("Missing Permissions", None);
    assert_eq!(bench.check().await, broken(AccountStatus::Error, "permissions"));
    bench.refresh().await;
    bench.agrees(0, "Invoice").await;
    bench.world.state().issues.clear();
    assert_eq!(bench.check().await, (AccountStatus::Active, None));
    bench.world.state().details = UpstreamStatus::RelinkNeeded;
    assert_eq!(bench.check().await, broken(AccountStatus::RelinkNeeded, "credentials"));
    assert_eq!(bench.now().await.integration_name.as_deref(), Some("Ledger"), "the name follows the upstream");
}

async fn what_was_seen_before_a_relink_does_not_count(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    let before = bench.world_now().to_iso();
    bench.issue("Invalid credentials", Some(&before));
    assert_eq!(bench.check().await, broken(AccountStatus::RelinkNeeded, "credentials"));
    bench.clock.advance(60_000);
    let account = bench.now().await;
    relinked(&*bench.db.store, &bench.org, &account, account.linked_account_id.as_deref().unwrap(), bench.world_now()).await;
    assert_eq!(bench.check().await, (AccountStatus::Active, None));
    bench.clock.advance(60_000);
    let after = bench.world_now().to_iso();
    bench.issue("Invalid credentials", Some(&after));
    assert_eq!(bench.check().await, broken(AccountStatus::RelinkNeeded, "credentials"));
}

async fn nothing_transient_changes_a_status(db: TestDb) {
    let bench = Bench::new(db, &[INVOICES]).await;
    let detail = || String::from("x");
    for error in [
        UpstreamError::Key,
        UpstreamError::Forbidden { detail: detail() },
        UpstreamError::NotFound,
        UpstreamError::Busy { retry_after: None },
        UpstreamError::Broken { detail: detail() },
        UpstreamError::Unreachable { detail: detail() },
        UpstreamError::Refused { status: 400, detail: detail() },
    ] {
        bench.world.fail("GET", error.clone(), 1);
        assert_eq!(bench.check().await, (AccountStatus::Active, None), "{error}");
        bench.world.heal();
        bench.world.fail("GET", error.clone(), 1);
        bench.refresh().await;
        assert_eq!(bench.now().await.status, AccountStatus::Active, "{error}");
        bench.world.heal();
        bench.db.execute("DELETE FROM upstream_pauses").await.unwrap();
    }
}
