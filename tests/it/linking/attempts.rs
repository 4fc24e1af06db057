//! Which row and which id an attempt uses (L2 to L5, L11, L14), asserted at the sandbox.

use patchbay::{
    api::error::Code,
    domain::{category::Category, origin::Strategy, status::AccountStatus},
};
use serde_json::Value;

use super::harness::{Bench, Wishes, told};
use crate::store::harness::TestDb;

both!(
    a_retry_uses_the_same_id_and_a_second_account_a_new_one,
    an_abandoned_app_gives_its_id_to_the_next,
    a_finished_account_upstream_is_not_re_aimed,
    two_pages_at_the_same_moment_never_share_an_id,
    the_same_app_at_the_same_moment_is_one_row,
    a_newer_attempt_of_the_page_supersedes_the_older,
    a_failed_start_leaves_a_hidden_row_for_the_next,
    discarding_keeps_the_id,
    one_app_a_category_when_so_configured,
    a_new_strategy_leaves_old_accounts_alone,
    what_cannot_be_connected_is_refused_by_name,
    an_app_whose_slug_is_a_guess_opens_by_category,
    link_tokens_are_limited,
);

/// The origin ids for which link tokens were asked, in order.
async fn origin_ids(bench: &Bench) -> Vec<String> {
    bench.asked("*/link-token").await.iter().map(|request| request["origin_id"].as_str().unwrap().to_owned()).collect()
}

async fn a_retry_uses_the_same_id_and_a_second_account_a_new_one(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    bench.connect(&admin, Category::Hris, "bamboohr").await;
    let again = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let public_token = bench.finish_window(&again, None).await;
    let linked = bench.exchange(&admin, &again, &public_token).await.unwrap();
    assert_eq!(linked.account.status, AccountStatus::Active);
    assert!(!linked.ask_name);

    let second = bench.connect(&admin, Category::Hris, "bamboohr").await;
    let public_token = bench.finish_window(&second, None).await;
    let second = bench.exchange(&admin, &second, &public_token).await.unwrap();
    assert!(second.ask_name, "a second account of the same app asks for a name");
    assert_ne!(second.account.id, linked.account.id);

    let ids = origin_ids(&bench).await;
    assert_eq!(ids.len(), 3);
    assert_eq!(ids[0], ids[1]);
    assert_ne!(ids[1], ids[2]);
    let start = format!("{}_hris_", admin.organization);
    assert!(ids.iter().all(|id| id.starts_with(&start) && id.len() <= 100), "{ids:?}");
    assert_eq!(bench.upstream_accounts().await.len(), 2);
}

async fn an_abandoned_app_gives_its_id_to_the_next(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    bench.connect(&admin, Category::Hris, "bamboohr").await;
    let workday = bench.connect(&admin, Category::Hris, "workday").await;
    let ids = origin_ids(&bench).await;
    assert_eq!(ids[0], ids[1], "one incomplete account upstream, not two");
    let probes = bench.asked("*/linked-accounts").await;
    assert!(probes.iter().any(|probe| probe["query"].as_str().is_some_and(|query| query.contains("end_user_origin_id"))), "{probes:?}");
    let public_token = bench.finish_window(&workday, None).await;
    let linked = bench.exchange(&admin, &workday, &public_token).await.unwrap();
    assert_eq!(linked.account.integration_slug.as_deref(), Some("workday"));
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 1);
}

async fn a_finished_account_upstream_is_not_re_aimed(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let bamboo = bench.connect(&admin, Category::Hris, "bamboohr").await;
    // The person finished, and the browser went away before the exchange.
    bench.finish_window(&bamboo, None).await;
    bench.connect(&admin, Category::Hris, "workday").await;
    let ids = origin_ids(&bench).await;
    assert_ne!(ids[0], ids[1], "the first id would open BambooHR's account");
}

async fn two_pages_at_the_same_moment_never_share_an_id(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let connect = |app: &'static str, page: &'static str| {
        let (linking, admin) = (bench.linking.clone(), admin.clone());
        async move { linking.connect(&admin, Some("hris".into()), Some(app.into()), Some(page.into())).await }
    };
    let (one, two, three) = tokio::join!(connect("bamboohr", "tab-1"), connect("workday", "tab-2"), connect("gusto", "tab-3"));
    let mut accounts = Vec::new();
    for token in [one.unwrap(), two.unwrap(), three.unwrap()] {
        let public_token = bench.finish_window(&token, None).await;
        accounts.push(bench.exchange(&admin, &token, &public_token).await.unwrap().account);
    }
    let slugs: Vec<_> = accounts.iter().map(|account| account.integration_slug.clone().unwrap()).collect();
    assert_eq!(slugs, ["bamboohr", "workday", "gusto"]);
    let mut ids = origin_ids(&bench).await;
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
}

async fn the_same_app_at_the_same_moment_is_one_row(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let others = [bench.another_process().await, bench.another_process().await];
    let mut attempts = tokio::task::JoinSet::new();
    for n in 0..12 {
        let linking = if n % 3 == 0 { bench.linking.clone() } else { others[n % 2].clone() };
        let admin = admin.clone();
        attempts
            .spawn(async move { linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), Some(format!("tab-{n}"))).await });
    }
    while let Some(attempt) = attempts.join_next().await {
        attempt.unwrap().unwrap();
    }
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 1);
    let mut ids = origin_ids(&bench).await;
    assert_eq!(ids.len(), 12);
    ids.dedup();
    assert_eq!(ids.len(), 1);
}

async fn a_newer_attempt_of_the_page_supersedes_the_older(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    // The first click's upstream call hangs until the second click is done.
    let hang = bench
        .control(
            "POST",
            "/faults",
            serde_json::json!({ "kind": "hang", "match": { "path": "*/link-token", "integration": "bamboohr" }, "times": 1 }),
        )
        .await;
    let id = hang["id"].as_str().map_or_else(|| hang["id"].to_string(), str::to_owned);
    let click = |app: &'static str| {
        let (linking, admin) = (bench.linking.clone(), admin.clone());
        async move { linking.connect(&admin, Some("hris".into()), Some(app.into()), Some("tab".into())).await }
    };
    let first = tokio::spawn(click("bamboohr"));
    // Its request has arrived when the sandbox lists it.
    while bench.asked("*/link-token").await.is_empty() {
        tokio::task::yield_now().await;
    }
    click("workday").await.unwrap();
    bench.control("POST", &format!("/faults/{id}/release"), Value::Null).await;
    let refused = told(first.await.unwrap());
    assert_eq!(refused.code, Code::AttemptSuperseded);
}

async fn a_failed_start_leaves_a_hidden_row_for_the_next(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    bench.fault("bad_request", "*/link-token", Some(1)).await;
    let failed = bench.linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), None).await;
    assert_eq!(told(failed).code, Code::UpstreamRefused);
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts WHERE status = 'pending'").await, 1);
    assert!(bench.linking.accounts(&admin.org()).await.unwrap().is_empty(), "no link token, nothing to finish");

    bench.connect(&admin, Category::Hris, "bamboohr").await;
    let ids = origin_ids(&bench).await;
    assert_eq!(ids[0], ids[1]);
    let listed = bench.linking.accounts(&admin.org()).await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].status, AccountStatus::Pending);
}

async fn discarding_keeps_the_id(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    bench.connect(&admin, Category::Crm, "salesforce").await;
    let row = bench.linking.accounts(&admin.org()).await.unwrap()[0].id;
    bench.linking.discard(&admin.org(), row).await.unwrap();
    assert!(bench.linking.accounts(&admin.org()).await.unwrap().is_empty());
    bench.connect(&admin, Category::Crm, "salesforce").await;
    let ids = origin_ids(&bench).await;
    assert_eq!(ids[0], ids[1]);
    assert_eq!(bench.linking.accounts(&admin.org()).await.unwrap().len(), 1, "it is back");
}

async fn one_app_a_category_when_so_configured(db: TestDb) {
    let bench = Bench::with(db, Wishes { strategy: Strategy::Single, ..Wishes::default() }).await;
    let admin = bench.admin("Acme").await;
    bench.connect(&admin, Category::Hris, "bamboohr").await;
    let workday = bench.connect(&admin, Category::Hris, "workday").await;
    let public_token = bench.finish_window(&workday, None).await;
    let account = bench.exchange(&admin, &workday, &public_token).await.unwrap().account;
    assert_eq!(account.end_user_origin_id, format!("{}_hris", admin.organization));

    let refused = told(bench.linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), None).await);
    assert_eq!((refused.code, refused.code.status()), (Code::CategoryTaken, 409));
    assert!(refused.error.contains("Workday"), "{}", refused.error);
    bench.connect(&admin, Category::Ats, "greenhouse").await;

    bench.linking.delete(&admin.org(), account.id).await.unwrap();
    let refused = told(bench.linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), None).await);
    assert_eq!(refused.code, Code::CategoryTaken);
    assert!(refused.error.contains("being deleted"), "{}", refused.error);
    bench.work().await;
    bench.connect(&admin, Category::Hris, "bamboohr").await;
}

async fn a_new_strategy_leaves_old_accounts_alone(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let old = bench.connected(&admin, Category::Hris, "bamboohr").await;
    let single = bench.reconfigured(Wishes { strategy: Strategy::Single, ..Wishes::default() }).await;
    single.relink(&admin, old.id, None).await.unwrap();
    let ids = origin_ids(&bench).await;
    assert_eq!(ids.last(), Some(&old.end_user_origin_id), "read from the row, never computed again");
    let refused = told(single.connect(&admin, Some("hris".into()), Some("workday".into()), None).await);
    assert_eq!(refused.code, Code::CategoryTaken);
}

async fn what_cannot_be_connected_is_refused_by_name(db: TestDb) {
    let bench = Bench::with(db, Wishes { categories: vec![Category::Hris, Category::Crm], ..Wishes::default() }).await;
    let admin = bench.admin("Acme").await;
    let connect = |category: Option<&str>, app: Option<&str>, page: Option<&str>| {
        let (category, app, page) = (category.map(str::to_owned), app.map(str::to_owned), page.map(str::to_owned));
        let (linking, admin) = (bench.linking.clone(), admin.clone());
        async move { told(linking.connect(&admin, category, app, page).await) }
    };
    for (error, code, field) in [
        (connect(None, None, None).await, Code::InvalidInput, "category"),
        (connect(Some(""), None, None).await, Code::InvalidInput, "category"),
        (connect(Some("HRIS"), None, None).await, Code::UnknownCategory, "category"),
        (connect(Some("mktg"), None, None).await, Code::UnknownCategory, "category"),
        (connect(Some("ats"), None, None).await, Code::UnknownCategory, "category"),
        (connect(Some("hris"), Some("no-such-app"), None).await, Code::UnknownApp, "integration"),
        (connect(Some("crm"), Some("bamboohr"), None).await, Code::UnknownApp, "integration"),
        (connect(Some("hris"), Some("bamboohr"), Some("a b")).await, Code::InvalidInput, "page_id"),
    ] {
        assert_eq!((error.code, error.field.as_deref(), error.code.status()), (code, Some(field), 400), "{}", error.error);
    }
    let mut odd = admin.clone();
    odd.organization_name = "x".repeat(101);
    let refused = told(bench.linking.connect(&odd, Some("hris".into()), None, None).await);
    assert_eq!(refused.field.as_deref(), Some("end_user_organization_name"));
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 0, "nothing half-written");
}

async fn an_app_whose_slug_is_a_guess_opens_by_category(db: TestDb) {
    let bench = Bench::with(db, Wishes { live_catalogue: false, ..Wishes::default() }).await;
    let admin = bench.admin("Acme").await;
    let list = bench.catalogue.current();
    assert!(!list.live());
    let guess = list.apps().iter().find(|app| !app.slug_certain && app.categories == [Category::Hris]).unwrap().slug.clone();
    let known = list.apps().iter().find(|app| app.slug_certain && app.categories == [Category::Hris]).unwrap().slug.clone();
    bench.connect(&admin, Category::Hris, &guess).await;
    bench.connect(&admin, Category::Hris, &known).await;
    bench.connect(&admin, Category::Hris, "not-in-any-list").await;
    let sent: Vec<_> = bench.asked("*/link-token").await.iter().map(|request| request["integration"].as_str().map(str::to_owned)).collect();
    assert_eq!(sent, [None, Some(known), None]);
}

async fn link_tokens_are_limited(db: TestDb) {
    let bench = Bench::with(db, Wishes { link_tokens_per_minute: 3, ..Wishes::default() }).await;
    let admin = bench.admin("Acme").await;
    let other = bench.admin("Other").await;
    let mut refused = 0;
    // A window of a minute may end in between, once.
    for _ in 0..7 {
        if let Err(error) = bench.linking.connect(&admin, Some("hris".into()), Some("bamboohr".into()), None).await {
            let error = told::<()>(Err(error));
            assert_eq!(error.code, Code::TooManyRequests);
            assert!(error.retry_after.is_some_and(|seconds| (1..=60).contains(&seconds)));
            refused += 1;
        }
    }
    assert!(refused >= 1);
    bench.connect(&other, Category::Hris, "bamboohr").await;
}
