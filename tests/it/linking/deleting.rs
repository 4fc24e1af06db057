//! Deleting (L8): at once for people, for as long as it takes upstream.

use patchbay::{
    api::error::Code,
    domain::{category::Category, status::AccountStatus},
    server::{jobs::Outcome, linking::DELETING_SHOWN_AFTER},
};

use super::harness::{Bench, told};
use crate::store::harness::TestDb;

both!(
    a_deleted_account_is_gone_on_both_sides,
    the_upstream_may_be_down_for_long,
    a_bare_401_is_no_proof,
    an_account_that_is_gone_upstream_already_goes_here_too,
    a_token_that_comes_after_the_deletion_deletes_again,
    a_row_of_another_upstream_is_only_deleted_here,
);

async fn a_deleted_account_is_gone_on_both_sides(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    bench.linking.delete(&admin.org(), account.id).await.unwrap();
    assert!(bench.account(&admin, account.id).await.is_none());
    assert!(bench.linking.accounts(&admin.org()).await.unwrap().is_empty());
    for refused in [
        told(bench.linking.delete(&admin.org(), account.id).await),
        told(bench.linking.rename(&admin.org(), account.id, "x").await),
        told(bench.linking.relink(&admin, account.id, None).await),
        told(bench.linking.check_health(&admin.org(), account.id).await),
    ] {
        assert_eq!((refused.code, refused.code.status()), (Code::NotFound, 404));
    }
    bench.work().await;
    assert!(bench.upstream_accounts().await.is_empty());
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 0);
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM tombstones").await, 1);
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM jobs WHERE kind IN ('delete_upstream', 'purge')").await, 0);
}

async fn the_upstream_may_be_down_for_long(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    bench.fault("bad_gateway", "*/delete-account", None).await;
    bench.linking.delete(&admin.org(), account.id).await.unwrap();
    for _ in 0..3 {
        let outcomes = bench.work().await;
        assert!(
            outcomes.iter().any(|(kind, outcome)| kind == "delete_upstream" && matches!(outcome, Outcome::Again { .. })),
            "{outcomes:?}"
        );
        bench.let_leases_end().await;
    }
    assert!(bench.linking.accounts(&admin.org()).await.unwrap().is_empty(), "for a minute nothing is said");
    bench.clock.advance(DELETING_SHOWN_AFTER + 1);
    let shown = bench.linking.accounts(&admin.org()).await.unwrap();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].status, AccountStatus::Deleting);
    assert_eq!(told(bench.linking.delete(&admin.org(), account.id).await).code, Code::NotFound, "without actions");

    bench.clear_faults().await;
    bench.work().await;
    assert!(bench.linking.accounts(&admin.org()).await.unwrap().is_empty());
    assert!(bench.upstream_accounts().await.is_empty());
}

async fn a_bare_401_is_no_proof(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    for kind in ["bad_account_token", "bad_key", "not_found", "forbidden"] {
        bench.clear_faults().await;
        bench.fault(kind, "*/delete-account", None).await;
        if kind == "bad_account_token" {
            bench.linking.delete(&admin.org(), account.id).await.unwrap();
        }
        bench.let_leases_end().await;
        let outcomes = bench.work().await;
        assert!(outcomes.iter().any(|(_, outcome)| matches!(outcome, Outcome::Again { .. })), "{kind}: {outcomes:?}");
        assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts WHERE status = 'deleting'").await, 1, "{kind}");
    }
    bench.clear_faults().await;
    bench.let_leases_end().await;
    bench.work().await;
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 0);
}

async fn an_account_that_is_gone_upstream_already_goes_here_too(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    bench.control("DELETE", &format!("/accounts/{}", account.linked_account_id.clone().unwrap()), serde_json::json!({})).await;
    bench.linking.delete(&admin.org(), account.id).await.unwrap();
    bench.work().await;
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 0);
}

async fn a_token_that_comes_after_the_deletion_deletes_again(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    // The window of a relink stays open while the account is deleted, and is finished afterwards.
    let token = bench.linking.relink(&admin, account.id, None).await.unwrap();
    let public_token = bench.finish_window(&token, None).await;
    bench.fault("bad_gateway", "*/delete-account", Some(1)).await;
    bench.linking.delete(&admin.org(), account.id).await.unwrap();
    let refused = told(bench.exchange(&admin, &token, &public_token).await);
    assert!(matches!(refused.code, Code::Deleted | Code::UpstreamRefused), "{refused:?}");
    bench.clear_faults().await;
    bench.let_leases_end().await;
    bench.work().await;
    assert!(bench.upstream_accounts().await.is_empty());
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 0);
    let again = told(bench.exchange(&admin, &token, &public_token).await);
    assert_eq!((again.code, again.code.status()), (Code::Deleted, 409));
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM link_attempts WHERE public_token IS NOT NULL OR account_token IS NOT NULL").await, 0);
}

async fn a_row_of_another_upstream_is_only_deleted_here(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    bench.db.execute("UPDATE linked_accounts SET upstream = 'https://api.elsewhere.example/api'").await.unwrap();
    let row = bench.account(&admin, account.id).await.unwrap();
    assert!(!bench.linking.is_ours(&row));
    assert_eq!(told(bench.linking.relink(&admin, account.id, None).await).code, Code::OtherUpstream);
    bench.linking.delete(&admin.org(), account.id).await.unwrap();
    bench.work().await;
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 0);
    assert!(bench.asked("*/delete-account").await.is_empty());
    assert_eq!(bench.upstream_accounts().await.len(), 1);
}
