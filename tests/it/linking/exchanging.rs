//! From public token to connected account (L6, L10).

use patchbay::{
    api::error::Code,
    domain::{category::Category, secret::Secret, status::AccountStatus},
    server::linking::ExchangeInput,
};

use super::harness::{Bench, told};
use crate::store::harness::TestDb;

both!(
    a_repeat_succeeds_without_a_second_exchange,
    the_same_token_at_the_same_moment_is_exchanged_once,
    a_page_that_knows_nothing_but_the_token_is_served,
    an_origin_id_that_disagrees_is_refused,
    anothers_token_is_not_there,
    a_spent_token_leaves_nothing,
    a_window_that_opened_another_account_relinks_that_one,
);

async fn a_repeat_succeeds_without_a_second_exchange(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let public_token = bench.finish_window(&token, None).await;
    let first = bench.exchange(&admin, &token, &public_token).await.unwrap().account;
    let again = bench.exchange(&admin, &token, &public_token).await.unwrap().account;
    assert_eq!(first.id, again.id);
    assert_eq!(first.credential_rev, again.credential_rev, "a repeat is no relink");
    assert_eq!(bench.asked("*/account-token/*").await.len(), 1);
    assert_eq!(
        (first.integration_name.as_deref(), first.integration_slug.as_deref(), first.status),
        (Some("BambooHR"), Some("bamboohr"), AccountStatus::Active)
    );
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM link_attempts WHERE public_token IS NOT NULL OR account_token IS NOT NULL").await, 0);
}

async fn the_same_token_at_the_same_moment_is_exchanged_once(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let public_token = bench.finish_window(&token, None).await;
    let other = bench.another_process().await;
    let mut calls = tokio::task::JoinSet::new();
    for n in 0..8 {
        let linking = if n % 2 == 0 { bench.linking.clone() } else { other.clone() };
        let (org, attempt, public_token) = (admin.org(), token.attempt, public_token.clone());
        calls.spawn(async move {
            linking.exchange(&org, ExchangeInput { public_token, attempt: Some(attempt), end_user_origin_id: None }).await
        });
    }
    let mut ids = Vec::new();
    while let Some(call) = calls.join_next().await {
        ids.push(call.unwrap().unwrap().account.id);
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    assert_eq!(bench.asked("*/account-token/*").await.len(), 1);
}

async fn a_page_that_knows_nothing_but_the_token_is_served(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    // An app of two categories: only the upstream's list tells which one this account is in.
    let token = bench.connect(&admin, Category::Ats, "bamboohr").await;
    let public_token = bench.finish_window(&token, None).await;
    let input = ExchangeInput { public_token, attempt: None, end_user_origin_id: None };
    let account = bench.linking.exchange(&admin.org(), input).await.unwrap().account;
    assert_eq!(account.category, Category::Ats);
    let paths: Vec<_> = bench.asked("*/account-token/*").await.iter().map(|request| request["path"].as_str().unwrap().to_owned()).collect();
    assert!(paths[0].starts_with("/api/integrations/account-token/"), "{paths:?}");
}

async fn an_origin_id_that_disagrees_is_refused(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let public_token = bench.finish_window(&token, None).await;
    let input = ExchangeInput { public_token, attempt: Some(token.attempt), end_user_origin_id: Some("another".into()) };
    let refused = told(bench.linking.exchange(&admin.org(), input).await);
    assert_eq!((refused.code, refused.code.status()), (Code::NotFound, 404));
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts WHERE status <> 'pending' OR account_token IS NOT NULL").await, 0);
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM link_attempts WHERE public_token IS NOT NULL OR account_token IS NOT NULL").await, 0);
}

async fn anothers_token_is_not_there(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let thief = bench.admin("Thief").await;
    let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let public_token = bench.finish_window(&token, None).await;
    let refused = told(bench.exchange(&thief, &token, &public_token).await);
    assert_eq!((refused.code, refused.code.status()), (Code::NotFound, 404));
    assert!(bench.linking.accounts(&thief.org()).await.unwrap().is_empty());
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM link_attempts WHERE public_token IS NOT NULL OR account_token IS NOT NULL").await, 0);
    assert_eq!(bench.upstream_accounts().await.len(), 1, "somebody else's account upstream is left alone");
}

async fn a_spent_token_leaves_nothing(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let token = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let refused = told(bench.exchange(&admin, &token, &Secret::new("never-issued")).await);
    assert_eq!((refused.code, refused.field.as_deref(), refused.code.status()), (Code::InvalidInput, Some("public_token"), 400));
    let again = told(bench.exchange(&admin, &token, &Secret::new("never-issued")).await);
    assert_eq!(again, refused, "a repeat says the same");
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM link_attempts WHERE public_token IS NOT NULL").await, 0);
}

async fn a_window_that_opened_another_account_relinks_that_one(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let first = bench.connected(&admin, Category::Hris, "bamboohr").await;
    let second = bench.connect(&admin, Category::Hris, "workday").await;
    // The token belongs to the first account: the page's word for it is not trusted, the upstream's origin id is.
    let relink = bench.linking.relink(&admin, first.id, None).await.unwrap();
    let public_token = bench.finish_window(&relink, None).await;
    let linked = bench.exchange(&admin, &second, &public_token).await.unwrap();
    assert_eq!(linked.account.id, first.id);
    assert!(linked.relinked);
    assert_eq!(bench.linking.accounts(&admin.org()).await.unwrap().len(), 1, "nobody is about to finish the attempt's own row");
    bench.connect(&admin, Category::Hris, "workday").await;
    let sent = bench.asked("*/link-token").await;
    assert_eq!(sent[3]["origin_id"], sent[1]["origin_id"], "its id waits for the next attempt");
}
