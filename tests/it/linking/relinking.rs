//! Relinking (L7) and renaming (L12).

use patchbay::{
    api::error::Code,
    domain::{category::Category, status::AccountStatus},
    server::store::ports::{LinkedAccount, Person},
};
use serde_json::json;

use super::harness::{Bench, told};
use crate::store::harness::TestDb;

both!(
    a_relink_keeps_the_account_and_renews_its_credential,
    an_abandoned_relink_changes_nothing,
    a_relink_of_another_instance_stores_the_new_identity,
    an_unfinished_setup_cannot_be_relinked_or_renamed,
    names_can_be_given_and_taken_away,
);

/// A verdict that was reached with the credential that `account` had.
async fn marked_broken(bench: &Bench, admin: &Person, account: &LinkedAccount) -> bool {
    let (status, at) = (AccountStatus::RelinkNeeded, account.created_at);
    bench.db.store.mark_broken(&admin.org(), account.id, account.credential_rev, status, "credentials", "expired", at).await.unwrap()
}

async fn a_relink_keeps_the_account_and_renews_its_credential(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    assert!(marked_broken(&bench, &admin, &account).await);

    let token = bench.linking.relink(&admin, account.id, Some("tab".into())).await.unwrap();
    let sent = bench.asked("*/link-token").await.pop().unwrap();
    assert_eq!(sent["origin_id"].as_str(), Some(account.end_user_origin_id.as_str()));
    assert_eq!(sent["integration"], json!(null), "no app is named on a relink");
    assert_eq!(sent["organization"], json!("Acme"));

    let public_token = bench.finish_window(&token, None).await;
    let linked = bench.exchange(&admin, &token, &public_token).await.unwrap();
    assert!(linked.relinked);
    assert_eq!(linked.account.id, account.id);
    assert_eq!(linked.account.linked_account_id, account.linked_account_id);
    assert_eq!(linked.account.status, AccountStatus::Active);
    assert_eq!(linked.account.error_category, None);
    assert_eq!(linked.account.credential_rev, account.credential_rev + 1);
    assert_eq!(bench.upstream_accounts().await.len(), 1, "no double upstream");
    assert!(!marked_broken(&bench, &admin, &account).await, "a verdict on the old credential is void");
}

async fn an_abandoned_relink_changes_nothing(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    let token = bench.linking.relink(&admin, account.id, Some("tab".into())).await.unwrap();
    bench.linking.release(&admin.org(), token.attempt).await.unwrap();
    let now = bench.account(&admin, account.id).await.unwrap();
    assert_eq!(format!("{now:?}"), format!("{account:?}"));
}

async fn a_relink_of_another_instance_stores_the_new_identity(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    let upstream = account.linked_account_id.clone().unwrap();
    let token = bench.linking.relink(&admin, account.id, None).await.unwrap();
    bench.control("PATCH", &format!("/accounts/{upstream}"), json!({ "instance_id": "another-instance" })).await;
    let public_token = bench.finish_window(&token, None).await;
    // What the window itself decides about the instance stands above the control interface; both ways end in another one.
    let linked = bench.exchange(&admin, &token, &public_token).await.unwrap().account;
    assert_eq!(linked.id, account.id);
    if linked.instance_id != account.instance_id {
        assert!(!linked.initial_sync_completed);
        assert!(linked.epoch > account.epoch, "work planned for the old identity is void");
    }
}

async fn an_unfinished_setup_cannot_be_relinked_or_renamed(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    bench.connect(&admin, Category::Hris, "bamboohr").await;
    let row = bench.linking.accounts(&admin.org()).await.unwrap()[0].id;
    assert_eq!(told(bench.linking.relink(&admin, row, None).await).code, Code::SetupNotFinished);
    assert_eq!(told(bench.linking.rename(&admin.org(), row, "Berlin").await).code, Code::SetupNotFinished);
    let account = bench.connected(&admin, Category::Crm, "salesforce").await;
    assert_eq!(told(bench.linking.discard(&admin.org(), account.id).await).code, Code::AlreadyConnected);
    bench.linking.delete(&admin.org(), row).await.unwrap();
    let left = bench.linking.accounts(&admin.org()).await.unwrap();
    assert_eq!(left.iter().map(|account| account.id).collect::<Vec<_>>(), [account.id], "deleting an unfinished one discards it");
}

async fn names_can_be_given_and_taken_away(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    bench.linking.rename(&admin.org(), account.id, "  BambooHR —  Berlin ").await.unwrap();
    assert_eq!(bench.account(&admin, account.id).await.unwrap().display_name.as_deref(), Some("BambooHR — Berlin"));
    let refused = told(bench.linking.rename(&admin.org(), account.id, &"x".repeat(101)).await);
    assert_eq!((refused.code, refused.field.as_deref()), (Code::InvalidInput, Some("display_name")));
    bench.linking.rename(&admin.org(), account.id, " ").await.unwrap();
    assert_eq!(bench.account(&admin, account.id).await.unwrap().display_name, None);
}
