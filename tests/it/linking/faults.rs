//! What a person is told and what happens to the row, for each way in which the upstream fails (S9).

use patchbay::{
    api::error::Code,
    domain::{category::Category, status::AccountStatus},
};
use serde_json::json;

use super::harness::{Bench, told};
use crate::store::harness::TestDb;

both!(
    a_failing_link_token_leaves_the_row_pending,
    a_passing_fault_is_not_noticed,
    a_failing_exchange_is_finished_by_its_job,
    a_failing_relink_changes_nothing,
    only_a_confirmed_refusal_breaks_an_account,
    a_revoked_key_changes_no_account,
);

/// Each fault, and what leaves of it.
const FAULTS: [(&str, Code, u16); 12] = [
    ("bad_request", Code::UpstreamRefused, 502),
    ("bad_key", Code::UpstreamRefused, 502),
    ("forbidden", Code::UpstreamRefused, 502),
    ("not_found", Code::UpstreamRefused, 502),
    ("throttled", Code::UpstreamBusy, 503),
    ("server_error", Code::UpstreamRefused, 502),
    ("bad_gateway", Code::UpstreamRefused, 502),
    ("unavailable", Code::UpstreamRefused, 502),
    ("cut", Code::UpstreamUnreachable, 502),
    ("cut_body", Code::UpstreamUnreachable, 502),
    ("truncated_json", Code::UpstreamRefused, 502),
    ("wrong_content_type", Code::UpstreamRefused, 502),
];

async fn a_failing_link_token_leaves_the_row_pending(db: TestDb) {
    let bench = Bench::new(db).await;
    for (n, (kind, code, status)) in FAULTS.into_iter().enumerate() {
        let admin = bench.admin(&format!("Acme{n}")).await;
        let fault = json!({ "kind": kind, "match": { "path": "*/link-token", "organization": admin.organization_name } });
        bench.control("POST", "/faults", fault).await;
        // A process of its own, so that one fault's breaker does not answer for the next.
        let linking = bench.another_process().await;
        let refused = told(linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), None).await);
        assert_eq!((refused.code, refused.code.status()), (code, status), "{kind}: {}", refused.error);
        assert!(refused.error.ends_with('.') && !refused.error.to_lowercase().contains("token"), "{kind}: {}", refused.error);
        assert_eq!(refused.retry_after.is_some(), status == 503, "{kind}");
        let pending =
            format!("SELECT COUNT(*) FROM linked_accounts WHERE organization_id = '{}' AND status = 'pending'", admin.organization);
        assert_eq!(bench.db.number(&pending).await, 1, "{kind}");
        assert!(linking.accounts(&admin.org()).await.unwrap().is_empty(), "{kind}");
    }
}

async fn a_passing_fault_is_not_noticed(db: TestDb) {
    let bench = Bench::new(db).await;
    for (n, (kind, times)) in
        [("throttled", 3), ("server_error", 1), ("bad_gateway", 2), ("unavailable", 2), ("cut", 2)].into_iter().enumerate()
    {
        let admin = bench.admin(&format!("Acme{n}")).await;
        let fault = json!({ "kind": kind, "match": { "path": "*/link-token", "organization": admin.organization_name }, "times": times });
        bench.control("POST", "/faults", fault).await;
        let linking = bench.another_process().await;
        linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), None).await.unwrap_or_else(|error| panic!("{kind}: {error}"));
    }
}

async fn a_failing_exchange_is_finished_by_its_job(db: TestDb) {
    let bench = Bench::new(db).await;
    for (n, kind) in ["throttled", "bad_gateway", "truncated_json", "bad_key"].into_iter().enumerate() {
        let admin = bench.admin(&format!("Acme{n}")).await;
        let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
        let public_token = bench.finish_window(&token, None).await;
        let linking = bench.another_process().await;
        // A refused key is refused everywhere, the probe included.
        bench.fault(kind, if kind == "bad_key" { "*" } else { "*/account-details" }, None).await;
        let input = patchbay::server::linking::ExchangeInput { public_token, attempt: Some(token.attempt), end_user_origin_id: None };
        let refused = told(linking.exchange(&admin.org(), input).await);
        assert!(refused.code.status() >= 502, "{kind}: {refused:?}");
        let rows = bench.linking.accounts(&admin.org()).await.unwrap();
        assert_eq!(rows[0].status, AccountStatus::Pending, "{kind}: transient failures never change a status");
        bench.clear_faults().await;
        bench.let_leases_end().await;
        bench.work().await;
        let rows = bench.linking.accounts(&admin.org()).await.unwrap();
        assert_eq!(rows[0].status, AccountStatus::Active, "{kind}");
    }
}

async fn a_failing_relink_changes_nothing(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    for (kind, code, _) in FAULTS {
        bench.clear_faults().await;
        bench.fault(kind, "*/link-token", None).await;
        let linking = bench.another_process().await;
        assert_eq!(told(linking.relink(&admin, account.id, None).await).code, code, "{kind}");
        let now = bench.account(&admin, account.id).await.unwrap();
        assert_eq!(format!("{now:?}"), format!("{account:?}"), "{kind}");
    }
}

async fn only_a_confirmed_refusal_breaks_an_account(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    for kind in ["bad_gateway", "throttled", "forbidden", "cut", "bad_key"] {
        bench.clear_faults().await;
        let linking = bench.another_process().await;
        // A refused key is refused everywhere, the probe included.
        bench.fault(kind, if kind == "bad_key" { "*" } else { "*/account-details" }, None).await;
        let _ = linking.check_health(&admin.org(), account.id).await;
        assert_eq!(bench.account(&admin, account.id).await.unwrap().status, AccountStatus::Active, "{kind}");
    }
    bench.clear_faults().await;
    bench.fault("bad_account_token", "*/account-details", None).await;
    let linking = bench.another_process().await;
    let broken = linking.check_health(&admin.org(), account.id).await.unwrap();
    assert_eq!((broken.status, broken.error_category.as_deref()), (AccountStatus::RelinkNeeded, Some("credentials")));

    bench.clear_faults().await;
    let token = bench.linking.relink(&admin, account.id, None).await.unwrap();
    let public_token = bench.finish_window(&token, None).await;
    let healed = bench.exchange(&admin, &token, &public_token).await.unwrap().account;
    assert_eq!((healed.status, healed.error_category), (AccountStatus::Active, None));

    bench.control("DELETE", &format!("/accounts/{}", account.linked_account_id.clone().unwrap()), json!({})).await;
    let removed = bench.another_process().await.check_health(&admin.org(), account.id).await.unwrap();
    assert_eq!((removed.status, removed.error_category.as_deref()), (AccountStatus::Error, Some("removed")));
}

async fn a_revoked_key_changes_no_account(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    bench.control("PUT", "/key", json!({ "revoked": true })).await;
    let linking = bench.another_process_without_catalogue().await;
    let refused = told(linking.check_health(&admin.org(), account.id).await);
    assert_eq!(refused.code, Code::UpstreamRefused);
    let refused = told(linking.relink(&admin, account.id, None).await);
    assert_eq!(refused.code, Code::UpstreamRefused);
    let now = bench.account(&admin, account.id).await.unwrap();
    assert_eq!(now.status, AccountStatus::Active);
    bench.control("PUT", "/key", json!({ "revoked": false })).await;
    linking.relink(&admin, account.id, None).await.unwrap();
}
