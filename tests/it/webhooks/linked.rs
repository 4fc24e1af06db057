//! `LinkedAccount.linked` (L6, L8, W5): what is finished with its token, and when the token is not used.

use patchbay::{
    domain::{category::Category, status::AccountStatus},
    server::store::ports::inbox::HookState,
};
use serde_json::{Value, json};

use super::{Desk, about, closed_browser};
use crate::store::harness::TestDb;

both!(
    a_link_whose_browser_was_closed_is_finished,
    the_browser_comes_first,
    a_token_of_another_account_is_not_used,
    a_token_never_takes_the_place_of_one_that_works,
    a_relink_whose_browser_was_closed_is_finished,
    a_link_that_meets_a_deleted_account_deletes_it_again,
    a_link_that_meets_a_tombstone_deletes_it_again,
    an_upstream_that_is_away_only_delays_it,
    a_link_of_nobody_is_done,
);

fn linked(upstream: &Value) -> Value {
    about(upstream, "LinkedAccount.linked", json!({ "account_token": upstream["account_token"] }))
}

async fn a_link_whose_browser_was_closed_is_finished(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let upstream = closed_browser(&desk.bench, &admin, "bamboohr").await;
    let event = linked(&upstream);
    desk.comes(&event).await;
    desk.webhooks.work_due().await.unwrap();
    let rows = desk.bench.linking.accounts(&admin.org()).await.unwrap();
    assert_eq!(rows[0].status, AccountStatus::Pending, "the browser has a moment");

    assert_eq!(desk.works().await, 1);
    let rows = desk.bench.linking.accounts(&admin.org()).await.unwrap();
    assert_eq!((rows.len(), rows[0].status, rows[0].integration_slug.as_deref()), (1, AccountStatus::Active, Some("bamboohr")));
    assert_eq!(rows[0].linked_account_id.as_deref(), upstream["id"].as_str());
    assert_eq!((desk.jobs("refresh").await, desk.jobs("finish_exchange").await), (1, 0));
    let told = desk.bench.db.store.activity(&admin.org(), None, 10).await.unwrap();
    assert_eq!((told.len(), told[0].kind.as_str(), told[0].actor_name.as_deref()), (1, "connected", Some("Acme's admin")));
    assert_eq!(desk.inbox().await, [("LinkedAccount.linked".to_owned(), HookState::Done)]);
    assert_eq!(
        desk.bench.db.number("SELECT count(*) FROM link_attempts WHERE account_token IS NOT NULL OR public_token IS NOT NULL").await,
        0
    );

    // Once more, and out of order: nothing changes.
    desk.comes(&event).await;
    desk.works().await;
    let again = desk.bench.account(&admin, rows[0].id).await.unwrap();
    assert_eq!((again.credential_rev, again.updated_at), (0, rows[0].updated_at));
    // It works with the token.
    desk.bench.linking.check_health(&admin.org(), rows[0].id).await.unwrap();
    assert_eq!(desk.bench.account(&admin, rows[0].id).await.unwrap().status, AccountStatus::Active);
}

async fn the_browser_comes_first(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    desk.comes(&linked(&desk.bench.upstream_accounts().await[0])).await;
    let asked = desk.bench.asked("*/account-details").await.len();
    desk.works().await;
    let after = desk.bench.account(&admin, account.id).await.unwrap();
    assert_eq!((after.credential_rev, after.updated_at, after.account_token), (0, account.updated_at, account.account_token));
    assert_eq!(desk.bench.asked("*/account-details").await.len(), asked, "the token is the one that it has");
    assert_eq!(desk.bench.db.store.activity(&admin.org(), None, 10).await.unwrap().len(), 1);
}

async fn a_token_of_another_account_is_not_used(db: TestDb) {
    let desk = Desk::new(db).await;
    let (acme, beta) = (desk.bench.admin("Acme").await, desk.bench.admin("Beta").await);
    let mine = closed_browser(&desk.bench, &acme, "bamboohr").await;
    let other = desk.bench.connected(&beta, Category::Hris, "workday").await;
    let theirs = desk.bench.upstream_accounts().await.into_iter().find(|account| account["id"] != mine["id"]).unwrap();
    for (what, token, id) in [
        ("their token for my account", &theirs["account_token"], &mine["id"]),
        ("my token under their id", &mine["account_token"], &theirs["id"]),
        ("no token at all", &json!("canary-not-a-token"), &mine["id"]),
    ] {
        let mut upstream = mine.clone();
        upstream["id"] = id.clone();
        upstream["account_token"] = token.clone();
        desk.comes(&linked(&upstream)).await;
        desk.works().await;
        let rows = desk.bench.linking.accounts(&acme.org()).await.unwrap();
        assert_eq!(rows[0].status, AccountStatus::Pending, "{what}");
    }
    let mut category = mine.clone();
    category["category"] = json!("crm");
    desk.comes(&linked(&category)).await;
    desk.works().await;
    assert_eq!(desk.bench.linking.accounts(&acme.org()).await.unwrap()[0].status, AccountStatus::Pending, "another category");
    let untouched = desk.bench.account(&beta, other.id).await.unwrap();
    assert_eq!(untouched.account_token, other.account_token);
    assert!(desk.inbox().await.iter().all(|(_, state)| *state == HookState::Done));
}

async fn a_token_never_takes_the_place_of_one_that_works(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    let mut upstream = desk.bench.upstream_accounts().await.remove(0);
    upstream["account_token"] = json!("canary-another-token");
    desk.comes(&linked(&upstream)).await;
    // Whatever the upstream says of the new one: it is not even asked about it.
    desk.works().await;
    let after = desk.bench.account(&admin, account.id).await.unwrap();
    assert_eq!((after.account_token, after.credential_rev), (account.account_token, 0));
}

async fn a_relink_whose_browser_was_closed_is_finished(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    let id = account.linked_account_id.clone().unwrap();
    desk.bench.control("POST", &format!("/accounts/{id}/expire"), json!({})).await;
    desk.bench.linking.check_health(&admin.org(), account.id).await.unwrap();
    assert_eq!(desk.bench.account(&admin, account.id).await.unwrap().status, AccountStatus::RelinkNeeded);
    // An event from before says nothing about now.
    desk.comes(&linked(&desk.bench.upstream_accounts().await[0])).await;
    desk.works().await;
    assert_eq!(desk.bench.account(&admin, account.id).await.unwrap().status, AccountStatus::RelinkNeeded);

    let token = desk.bench.linking.relink(&admin, account.id, None).await.unwrap();
    desk.bench.finish_window(&token, None).await;
    desk.comes(&linked(&desk.bench.upstream_accounts().await[0])).await;
    desk.works().await;
    let after = desk.bench.account(&admin, account.id).await.unwrap();
    assert_eq!((after.status, after.credential_rev, after.error_category), (AccountStatus::Active, 1, None));
    assert_eq!(desk.jobs("reconcile").await, 1);
}

async fn a_link_that_meets_a_deleted_account_deletes_it_again(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    let upstream = desk.bench.upstream_accounts().await.remove(0);
    desk.bench.linking.delete(&admin.org(), account.id).await.unwrap();
    desk.comes(&linked(&upstream)).await;
    desk.bench.fault("bad_gateway", "*/delete-account", Some(1)).await;
    desk.works().await;
    assert_eq!(desk.inbox().await, [("LinkedAccount.linked".to_owned(), HookState::Retry)]);
    desk.works().await;
    assert!(desk.bench.upstream_accounts().await.is_empty());
    desk.bench.work().await;
    assert_eq!(desk.bench.db.number("SELECT count(*) FROM linked_accounts").await, 0);
}

async fn a_link_that_meets_a_tombstone_deletes_it_again(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    desk.bench.linking.delete(&admin.org(), account.id).await.unwrap();
    desk.bench.work().await;
    assert_eq!(desk.bench.db.number("SELECT count(*) FROM tombstones").await, 1);
    // A window that was still open then is finished now.
    let new = json!({
        "origin_id": account.end_user_origin_id, "organization": "Acme", "email": "a@acme.example", "category": "hris", "integration": "bamboohr",
    });
    desk.bench.control("POST", "/accounts", new).await;
    let upstream = desk.bench.upstream_accounts().await.remove(0);
    desk.comes(&linked(&upstream)).await;
    desk.works().await;
    assert!(desk.bench.upstream_accounts().await.is_empty());
    assert!(desk.bench.linking.accounts(&admin.org()).await.unwrap().is_empty());
}

async fn an_upstream_that_is_away_only_delays_it(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let upstream = closed_browser(&desk.bench, &admin, "bamboohr").await;
    desk.comes(&linked(&upstream)).await;
    desk.bench.fault("bad_gateway", "*/account-details", None).await;
    desk.works().await;
    let line = desk.bench.db.store.hooks(None, 1).await.unwrap().remove(0);
    assert_eq!((line.state, line.attempts), (HookState::Retry, 1));
    assert!(!line.error.unwrap().contains(upstream["account_token"].as_str().unwrap()));
    desk.bench.clear_faults().await;
    desk.works().await;
    assert_eq!(desk.bench.linking.accounts(&admin.org()).await.unwrap()[0].status, AccountStatus::Active);
    assert_eq!(desk.inbox().await, [("LinkedAccount.linked".to_owned(), HookState::Done)]);
}

async fn a_link_of_nobody_is_done(db: TestDb) {
    let desk = Desk::new(db).await;
    desk.bench.admin("Acme").await;
    let nobody = json!({ "id": "x", "category": "hris", "origin_id": "somebody-elses", "account_token": "t" });
    desk.comes(&linked(&nobody)).await;
    desk.comes(&about(&nobody, "LinkedAccount.linked", Value::Null)).await;
    assert_eq!(desk.works().await, 2);
    assert!(desk.inbox().await.iter().all(|(_, state)| *state == HookState::Done));
    assert!(desk.bench.asked("*/account-details").await.is_empty());
}
