//! The keys of programs, and what the operator sees.

use patchbay::{
    domain::ids::OrganizationId,
    server::store::ports::{keys::ApiKey, operator::RunAgain},
};
use uuid::Uuid;

use super::harness::*;

both!(a_key_is_found_by_its_hash_until_it_is_revoked, a_dead_job_runs_again, the_operator_sees_all_accounts, activity_is_read_in_pages);

fn key(organization: Option<OrganizationId>, name: &str) -> ApiKey {
    ApiKey { id: Uuid::new_v4(), organization, name: name.into(), created_at: NOW, last_used_at: None, revoked_at: None }
}

async fn a_key_is_found_by_its_hash_until_it_is_revoked(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let (one, all) = (key(Some(org.organization), "one"), key(None, "all"));
    assert!(db.store.create_key(&one, "hash-one").await.unwrap());
    assert!(db.store.create_key(&all, "hash-all").await.unwrap());
    assert!(!db.store.create_key(&key(Some(OrganizationId(Uuid::new_v4())), "none"), "hash-none").await.unwrap());
    assert!(db.store.create_key(&key(None, "twice"), "hash-all").await.is_err());
    assert_eq!(db.store.key_by_hash("hash-one").await.unwrap().unwrap(), one);
    assert_eq!(db.store.key_by_hash("hash-all").await.unwrap().unwrap().organization, None);
    assert!(db.store.key_by_hash("hash-none").await.unwrap().is_none());

    db.store.key_used(&one, NOW).await.unwrap();
    let used = db.store.key_by_hash("hash-one").await.unwrap().unwrap();
    assert_eq!(used.last_used_at, Some(NOW));
    db.store.key_used(&used, NOW.plus_millis(59_999)).await.unwrap();
    assert_eq!(db.store.key_by_hash("hash-one").await.unwrap().unwrap().last_used_at, Some(NOW), "noted within the minute");
    db.store.key_used(&used, NOW.plus_millis(60_000)).await.unwrap();
    assert_eq!(db.store.key_by_hash("hash-one").await.unwrap().unwrap().last_used_at, Some(NOW.plus_millis(60_000)));

    assert!(db.store.revoke_key(one.id, NOW).await.unwrap());
    assert!(!db.store.revoke_key(one.id, NOW).await.unwrap());
    assert!(db.store.key_by_hash("hash-one").await.unwrap().is_none());
    assert_eq!(db.store.keys().await.unwrap().len(), 2);
    assert!(db.store.has_organization(org.organization).await.unwrap());
    assert!(!db.store.has_organization(OrganizationId(Uuid::new_v4())).await.unwrap());
}

async fn a_dead_job_runs_again(db: TestDb) {
    let subject = Uuid::new_v4();
    for _ in 0..2 {
        db.store.enqueue("refresh", subject, 0).await.unwrap();
        let job = db.store.claim(&["refresh"], HOUR).await.unwrap().unwrap();
        db.store.bury(&job, "hopeless").await.unwrap();
    }
    let dead = db.store.dead_jobs(10).await.unwrap();
    assert_eq!(dead.len(), 2);
    assert_eq!((dead[0].kind.as_str(), dead[0].subject, dead[0].reason.as_deref()), ("refresh", subject, Some("hopeless")));
    assert_eq!(db.store.run_again(dead[0].id).await.unwrap(), RunAgain::Waiting);
    assert_eq!(db.store.run_again(dead[0].id).await.unwrap(), RunAgain::Unknown);
    assert_eq!(db.store.run_again(dead[1].id).await.unwrap(), RunAgain::Alive);
    assert!(db.store.dead_jobs(10).await.unwrap().is_empty());
    assert_eq!(db.store.claim(&["refresh"], HOUR).await.unwrap().unwrap().attempts, 1);
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 1);
}

async fn the_operator_sees_all_accounts(db: TestDb) {
    let (acme, beta) = (organization(&*db.store, "Acme").await, organization(&*db.store, "Beta").await);
    connected(&*db.store, &acme, &begin(&acme, "bamboohr")).await;
    let broken = connected(&*db.store, &beta, &begin(&beta, "workday")).await;
    ready(&*db.store, &beta, &begin(&beta, "gusto")).await;
    let status = patchbay::domain::status::AccountStatus::Error;
    assert!(db.store.mark_broken(&beta, broken.id, 0, status, "removed", "it is gone", NOW).await.unwrap());
    let all = db.store.all_accounts(10).await.unwrap();
    assert_eq!(all.iter().map(|account| account.organization_name.as_str()).collect::<Vec<_>>(), ["Beta", "Acme"]);
    assert_eq!(all[0].error_detail.as_deref(), Some("it is gone"));
    assert_eq!(db.store.all_accounts(1).await.unwrap().len(), 1);
}

async fn activity_is_read_in_pages(db: TestDb) {
    let (acme, beta) = (organization(&*db.store, "Acme").await, organization(&*db.store, "Beta").await);
    let account = connected(&*db.store, &acme, &begin(&acme, "bamboohr")).await;
    connected(&*db.store, &beta, &begin(&beta, "bamboohr")).await;
    for n in 0..6 {
        assert!(db.store.rename(&acme, account.id, Some(&format!("name {n}")), NOW).await.unwrap());
    }
    let (mut all, mut before) = (Vec::new(), None);
    loop {
        let page = db.store.activity_before(&acme, None, before, 3).await.unwrap();
        let Some((number, _)) = page.last() else { break };
        before = Some(*number);
        all.extend(page.into_iter().map(|(_, line)| line.label));
    }
    assert_eq!(all, ["name 5", "name 4", "name 3", "name 2", "name 1", "name 0", "BAMBOOHR"]);
    assert!(db.store.activity_before(&beta, Some(account.id), None, 3).await.unwrap().is_empty());
}
