use patchbay::{domain::status::AccountStatus, server::store::ports::*};

use super::harness::*;

both!(an_app_is_connected);

async fn an_app_is_connected(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert_eq!(account.status, AccountStatus::Active);
    assert_eq!(account.integration_slug.as_deref(), Some("bamboohr"));
    assert_eq!(account.created_by_name, "Acme's admin");
    assert_eq!(account.connected_at, Some(NOW));
    let listed = db.store.accounts(&org, NOW).await.unwrap();
    assert_eq!(listed.iter().map(|account| account.id).collect::<Vec<_>>(), [account.id]);
    let kinds: Vec<String> = db.store.activity(&org, Some(account.id), 10).await.unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, ["connected"]);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'refresh' AND state = 'waiting'").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'finish_exchange'").await, 0);
    assert!(matches!(db.store.account(&org, account.id).await.unwrap(), Some(LinkedAccount { account_token: Some(_), .. })));
}
