//! What a 401 to a call about an account means (S9).

use serde_json::json as value;

use super::scripted::{ACCOUNT_TOKEN, KEY, PUBLIC_TOKEN, Scripted, Step, json, page, raw};
use crate::{
    domain::{category::Category, secret::Secret},
    server::merge::{AccountFilter, Patience, Upstream, UpstreamError},
};

fn refused() -> Step {
    json(401, &value!({"detail": "Invalid token."}))
}

fn account() -> serde_json::Value {
    value!([{"id": "A1", "status": "RELINK_NEEDED"}])
}

async fn after_401(probe: Vec<Step>, id: Option<&str>) -> (UpstreamError, Scripted) {
    let scripted = Scripted::start(std::iter::once(refused()).chain(probe)).await;
    let error = scripted.upstream.account_details(Category::Hris, &Secret::new(ACCOUNT_TOKEN), id, Patience::Job).await.unwrap_err();
    (error, scripted)
}

#[tokio::test]
async fn the_key_is_at_fault_when_the_probe_is_refused() {
    let (error, _) = after_401(vec![refused()], Some("a1")).await;
    assert_eq!(error, UpstreamError::Key);
    let (error, _) = after_401(vec![page(&value!([])), refused()], Some("a1")).await;
    assert_eq!(error, UpstreamError::Key);
}

#[tokio::test]
async fn the_token_is_at_fault_when_the_account_is_there() {
    for probe in [vec![page(&account()), page(&value!([]))], vec![page(&value!([])), page(&account())]] {
        let (error, scripted) = after_401(probe, Some("a1")).await;
        assert_eq!(error, UpstreamError::Token);
        assert_eq!(
            scripted.lines()[1..],
            [
                "GET /api/hris/v1/linked-accounts?id=a1&page_size=100",
                "GET /api/hris/v1/linked-accounts?id=a1&is_test_account=true&page_size=100"
            ]
        );
        scripted.seen(1, |seen| {
            assert_eq!(seen.headers["authorization"], format!("Bearer {KEY}"));
            assert!(!seen.headers.contains_key("x-account-token"), "with the key alone");
        });
    }
}

#[tokio::test]
async fn the_account_is_absent_when_both_lists_lack_it() {
    let other = value!([{"id": "another", "status": "COMPLETE"}]);
    let (error, _) = after_401(vec![page(&other), page(&value!([]))], Some("a1")).await;
    assert_eq!(error, UpstreamError::Absent);
}

#[tokio::test]
async fn a_probe_that_fails_proves_nothing() {
    let (error, _) = after_401(vec![json(503, &value!({}))], Some("a1")).await;
    assert!(matches!(error, UpstreamError::Broken { .. }));
    let (error, _) = after_401(vec![json(429, &value!({})).with("retry-after", "9")], Some("a1")).await;
    assert_eq!(error, UpstreamError::Busy { retry_after: Some(9) });
    let (error, _) = after_401(vec![page(&value!([])), Step::Cut], Some("a1")).await;
    assert!(matches!(error, UpstreamError::Unreachable { .. }));
    let (error, _) = after_401(vec![raw(200, "text/html", "<html>")], Some("a1")).await;
    assert!(matches!(error, UpstreamError::Broken { .. }));
    // 404 to the probe is not "the account is not there".
    for status in [403, 404, 400] {
        let (error, _) = after_401(vec![json(status, &value!({}))], Some("a1")).await;
        assert!(matches!(error, UpstreamError::Broken { .. }), "{status}: {error}");
    }
}

#[tokio::test]
async fn without_an_id_only_the_key_is_told_apart() {
    let (error, scripted) = after_401(vec![page(&value!([]))], None).await;
    assert_eq!(error, UpstreamError::Token);
    assert_eq!(scripted.lines()[1..], ["GET /api/hris/v1/linked-accounts?page_size=1"]);
    let (error, _) = after_401(vec![refused()], None).await;
    assert_eq!(error, UpstreamError::Key);
}

#[tokio::test]
async fn a_deletion_is_proved_gone_by_the_probe_alone() {
    let scripted = Scripted::start([refused(), page(&value!([])), page(&value!([]))]).await;
    let error = scripted.upstream.delete_account(Category::Ats, &Secret::new(ACCOUNT_TOKEN), Some("a1"), Patience::Job).await;
    assert_eq!(error, Err(UpstreamError::Absent));
}

#[tokio::test]
async fn a_401_to_a_call_without_an_account_is_about_the_key() {
    let scripted = Scripted::start((0..5).map(|_| refused())).await;
    let up = &scripted.upstream;
    assert_eq!(up.link_token(&super::calls::request()).await.unwrap_err(), UpstreamError::Key);
    assert_eq!(up.exchange(None, &Secret::new(PUBLIC_TOKEN), Patience::Job).await.unwrap_err(), UpstreamError::Key);
    assert_eq!(up.integrations(Patience::Job).await.unwrap_err(), UpstreamError::Key);
    assert_eq!(up.ongoing_issues(Category::Hris, "a1", Patience::Job).await.unwrap_err(), UpstreamError::Key);
    let filter = AccountFilter::Id("a1".to_owned());
    assert_eq!(up.linked_accounts(Category::Hris, &filter, Patience::Job).await.unwrap_err(), UpstreamError::Key);
    assert_eq!(scripted.count(), 5, "nothing was probed");
}

#[tokio::test]
async fn a_token_that_no_header_can_hold_is_not_sent() {
    let scripted = Scripted::start([]).await;
    let error = scripted.upstream.account_details(Category::Hris, &Secret::new("a\nb"), None, Patience::Job).await.unwrap_err();
    assert!(matches!(error, UpstreamError::Refused { .. }));
    assert_eq!(scripted.count(), 0);
}
