//! What is read of accounts and done to one, and who may see it.

use patchbay::{
    domain::{
        ids::{AccountId, AttemptId},
        origin::{Subject, SubjectKind},
        people::Org,
        status::AccountStatus,
    },
    server::store::ports::*,
};
use uuid::Uuid;

use super::harness::*;

both!(
    an_app_is_connected,
    the_list_is_in_order_and_complete,
    a_name_is_given_and_taken_away,
    discarding_is_for_unfinished_rows,
    a_deletion_hides_at_once_and_stays_until_it_is_done,
    a_finished_deletion_leaves_a_tombstone_and_no_id,
    a_verdict_counts_for_the_credential_it_was_reached_with,
    nothing_of_another_organization_is_reachable,
    a_persons_accounts_are_theirs_alone,
);

fn kinds(entries: Vec<ActivityEntry>) -> Vec<String> {
    entries.into_iter().map(|entry| entry.kind).collect()
}

async fn an_app_is_connected(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert_eq!(account.status, AccountStatus::Active);
    assert_eq!(account.integration_slug.as_deref(), Some("bamboohr"));
    assert_eq!(account.created_by_name, "Acme's admin");
    assert_eq!(account.connected_at, Some(NOW));
    let listed = db.store.accounts(&org, NOW).await.unwrap();
    assert_eq!(listed.iter().map(|account| account.id).collect::<Vec<_>>(), [account.id]);
    assert_eq!(kinds(db.store.activity(&org, Some(account.id), 10).await.unwrap()), ["connected"]);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'refresh' AND state = 'waiting'").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'finish_exchange'").await, 0);
}

async fn the_list_is_in_order_and_complete(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let mut expected = Vec::new();
    for (n, app) in ["workday", "bamboohr", "gusto"].into_iter().enumerate() {
        let wanted = begin(&org, app);
        expected.push(connected(&*db.store, &org, &wanted).await.id);
        let (id, at) = (wanted.account, 1000 - i64::try_from(n).unwrap());
        db.execute(&format!("UPDATE linked_accounts SET created_at = {at} WHERE id = '{id}'")).await.unwrap();
    }
    expected.reverse();
    let unfinished = begin(&org, "rippling");
    ready(&*db.store, &org, &unfinished).await;
    let ids = |list: Vec<LinkedAccount>| list.into_iter().map(|account| account.id).collect::<Vec<_>>();
    assert_eq!(ids(db.store.accounts(&org, NOW).await.unwrap()), expected, "no token yet: not shown");
    assert!(db.store.link_token_issued(&org, unfinished.attempt, NOW).await.unwrap());
    db.store.mark_broken(&org, expected[0], 0, AccountStatus::Error, "outage", "", NOW).await.unwrap();
    let with_unfinished = [expected.clone(), vec![unfinished.account]].concat();
    assert_eq!(ids(db.store.accounts(&org, NOW).await.unwrap()), with_unfinished, "a broken account stays in the list");
    assert!(db.store.discard(&org, unfinished.account, NOW).await.unwrap());
    assert_eq!(ids(db.store.accounts(&org, NOW).await.unwrap()), expected);
}

async fn a_name_is_given_and_taken_away(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert!(db.store.rename(&org, account.id, Some("Berlin"), NOW).await.unwrap());
    assert!(db.store.rename(&org, account.id, Some("Berlin"), NOW).await.unwrap());
    assert_eq!(db.store.account(&org, account.id).await.unwrap().unwrap().display_name.as_deref(), Some("Berlin"));
    assert!(db.store.rename(&org, account.id, None, NOW).await.unwrap());
    assert_eq!(db.store.account(&org, account.id).await.unwrap().unwrap().display_name, None);
    let entries = db.store.activity(&org, Some(account.id), 10).await.unwrap();
    let told: Vec<_> = entries.iter().map(|entry| (entry.kind.as_str(), entry.label.as_str())).collect();
    assert_eq!(told, [("renamed", "BAMBOOHR"), ("renamed", "Berlin"), ("connected", "BAMBOOHR")], "the same name again says nothing");
    assert_eq!(db.store.activity(&org, None, 1).await.unwrap().len(), 1);
    let pending = ready(&*db.store, &org, &begin(&org, "gusto")).await;
    assert!(!db.store.rename(&org, pending.id, Some("x"), NOW).await.unwrap(), "its setup is not finished");
    assert!(!db.store.rename(&org, AccountId(Uuid::new_v4()), Some("x"), NOW).await.unwrap());
}

async fn discarding_is_for_unfinished_rows(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let pending = ready(&*db.store, &org, &begin(&org, "gusto")).await;
    assert!(db.store.discard(&org, pending.id, NOW).await.unwrap());
    assert!(db.store.discard(&org, pending.id, NOW).await.unwrap(), "a second click is no error");
    assert_eq!(kinds(db.store.activity(&org, None, 10).await.unwrap()), ["setup_discarded"], "and no second entry");
    assert!(db.store.account(&org, pending.id).await.unwrap().unwrap().discarded);
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert!(!db.store.discard(&org, account.id, NOW).await.unwrap());
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(!db.store.discard(&org, account.id, NOW).await.unwrap());
    assert!(!db.store.discard(&org, AccountId(Uuid::new_v4()), NOW).await.unwrap());
}

async fn a_deletion_hides_at_once_and_stays_until_it_is_done(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let pending = ready(&*db.store, &org, &begin(&org, "gusto")).await;
    assert!(!db.store.start_delete(&org, pending.id, NOW).await.unwrap(), "an unfinished one is discarded instead");
    assert!(db.store.deleting_account(account.id).await.unwrap().is_none());
    assert!(!db.store.finish_delete(account.id, "mac", NOW).await.unwrap(), "nobody deleted it");
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(!db.store.start_delete(&org, account.id, NOW).await.unwrap(), "once");
    assert!(db.store.account(&org, account.id).await.unwrap().is_none());
    assert!(db.store.accounts(&org, NOW.plus_millis(-1)).await.unwrap().is_empty());
    assert!(!db.store.rename(&org, account.id, Some("x"), NOW).await.unwrap());
    assert!(!db.store.mark_broken(&org, account.id, 0, AccountStatus::Error, "outage", "", NOW).await.unwrap());
    let deleting = db.store.deleting_account(account.id).await.unwrap().unwrap();
    assert_eq!((deleting.epoch, deleting.deleting_since), (1, Some(NOW)));
    assert_eq!(deleting.account_token, account.account_token, "the upstream has yet to be told");
    assert_eq!(db.store.by_origin(&org, &account.end_user_origin_id).await.unwrap().unwrap().status, AccountStatus::Deleting);
    let back = db.store.accounts(&org, NOW).await.unwrap();
    assert_eq!((back.len(), back[0].status), (1, AccountStatus::Deleting), "back after a minute of failure");
    for kind in ["purge", "delete_upstream"] {
        assert_eq!(db.store.claim(&[kind], HOUR).await.unwrap().unwrap().subject, account.id.0, "{kind}");
    }
    assert_eq!(kinds(db.store.activity(&org, None, 1).await.unwrap()), ["deleted"]);
}

async fn a_finished_deletion_leaves_a_tombstone_and_no_id(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let wanted = begin(&org, "bamboohr");
    let account = connected(&*db.store, &org, &wanted).await;
    // An exchange that is under way repeats the id, and so may an event that waits.
    let claim = ClaimExchange { sent_origin_id: Some(account.end_user_origin_id.clone()), ..claim_of("t", None) };
    mine(&*db.store, &org, &claim).await;
    db.execute(&format!("UPDATE link_attempts SET account_id = '{}' WHERE id = '{}'", account.id, claim.fresh)).await.unwrap();
    db.execute(&format!(
        "INSERT INTO webhook_inbox (id, account_id, body, body_hash, state, run_at, received_at, updated_at) \
         VALUES ('{}', '{}', 'v1.k1.body', 'h', 'received', 0, 0, 0)",
        Uuid::new_v4(),
        account.id
    ))
    .await
    .unwrap();
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    assert!(!db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    assert!(db.store.deleting_account(account.id).await.unwrap().is_none());
    assert!(db.store.by_origin(&org, &account.end_user_origin_id).await.unwrap().is_none());
    assert_eq!(db.number("SELECT count(*) FROM linked_accounts").await, 0);
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE sent_origin_id IS NOT NULL").await, 0);
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE body IS NOT NULL").await, 0);
    assert!(db.store.tombstone(&org, "mac", NOW).await.unwrap());
    assert!(!db.store.tombstone(&org, "another", NOW).await.unwrap());
    assert!(!db.store.tombstone(&org, "mac", NOW.plus_millis(90 * 24 * HOUR)).await.unwrap());
    let entries = db.store.activity(&org, Some(account.id), 10).await.unwrap();
    assert_eq!(kinds(entries), ["deleted", "connected"], "what was done is told after the row is gone");
}

async fn a_verdict_counts_for_the_credential_it_was_reached_with(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let mark = |rev, status, category| db.store.mark_broken(&org, account.id, rev, status, category, "401", NOW);
    assert!(!mark(1, AccountStatus::RelinkNeeded, "credentials").await.unwrap());
    for impossible in [AccountStatus::Pending, AccountStatus::Active, AccountStatus::Deleting] {
        assert!(!mark(0, impossible, "credentials").await.unwrap());
    }
    assert!(mark(0, AccountStatus::RelinkNeeded, "credentials").await.unwrap());
    assert!(!mark(0, AccountStatus::RelinkNeeded, "credentials").await.unwrap(), "nothing new");
    assert!(mark(0, AccountStatus::RelinkNeeded, "removed").await.unwrap());
    let broken = db.store.account(&org, account.id).await.unwrap().unwrap();
    assert_eq!((broken.status, broken.error_category.as_deref()), (AccountStatus::RelinkNeeded, Some("removed")));
    assert_eq!((broken.error_detail.as_deref(), broken.account_token), (Some("401"), account.account_token));
    let entries = db.store.activity(&org, None, 10).await.unwrap();
    assert_eq!(entries[0].actor_name, None, "the system found out");
    assert_eq!(kinds(entries), ["relink_needed", "connected"]);
    let pending = ready(&*db.store, &org, &begin(&org, "gusto")).await;
    assert!(!db.store.mark_broken(&org, pending.id, 0, AccountStatus::Error, "outage", "", NOW).await.unwrap());
}

/// Every method that takes an id, called by somebody who must not know it: all answer as if it did not exist, and nothing changes.
async fn stays_hidden(db: &TestDb, other: &Org, account: &LinkedAccount, pending: &LinkedAccount, attempt: AttemptId) {
    let store = &*db.store;
    let before = (format!("{account:?}"), format!("{pending:?}"));
    for row in [account, pending] {
        assert!(store.account(other, row.id).await.unwrap().is_none());
        assert!(store.by_origin(other, &row.end_user_origin_id).await.unwrap().is_none());
        assert!(!store.rename(other, row.id, Some("x"), NOW).await.unwrap());
        assert!(!store.discard(other, row.id, NOW).await.unwrap());
        assert!(!store.start_delete(other, row.id, NOW).await.unwrap());
        assert!(!store.mark_broken(other, row.id, 0, AccountStatus::Error, "outage", "", NOW).await.unwrap());
        let relink = AttemptId(Uuid::new_v4());
        store.begin_relink(other, row.id, relink, None, HOUR, NOW).await.unwrap();
        assert!(!store.link_token_issued(other, relink, NOW).await.unwrap());
        assert!(store.activity(other, Some(row.id), 10).await.unwrap().is_empty());
        let exchange = mine(store, other, &claim_of(&Uuid::new_v4().to_string(), Some(attempt))).await;
        assert_eq!((exchange.account, exchange.category), (None, None), "the hint was not theirs");
        assert!(matches!(store.activate(other, &activation(&exchange, row), NOW).await.unwrap(), Activated::NotFound));
    }
    assert!(store.accounts(other, NOW).await.unwrap().is_empty());
    assert!(store.activity(other, None, 10).await.unwrap().is_empty());
    assert!(!store.link_token_issued(other, attempt, NOW).await.unwrap());
    assert!(!store.release_attempt(other, attempt, NOW).await.unwrap());
    let now = |id: AccountId| {
        let owner = Org { user: account.created_by, organization: account.organization, ..*other };
        async move { format!("{:?}", store.account(&owner, id).await.unwrap().unwrap()) }
    };
    assert_eq!((now(account.id).await, now(pending.id).await), before);
}

async fn nothing_of_another_organization_is_reachable(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let stranger = organization(&*db.store, "Umbrella").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let wanted = begin(&org, "gusto");
    ready(&*db.store, &org, &wanted).await;
    assert!(db.store.link_token_issued(&org, wanted.attempt, NOW).await.unwrap());
    let pending = db.store.account(&org, wanted.account).await.unwrap().unwrap();
    stays_hidden(&db, &stranger, &account, &pending, wanted.attempt).await;
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    assert!(!db.store.tombstone(&stranger, "mac", NOW).await.unwrap());
}

async fn a_persons_accounts_are_theirs_alone(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let own = |app| BeginConnect { subject: Subject::new(SubjectKind::User, dana.organization, dana.user), ..begin(&dana, app) };
    let account = connected(&*db.store, &dana, &own("drive")).await;
    let wanted = own("box");
    ready(&*db.store, &dana, &wanted).await;
    assert!(db.store.link_token_issued(&dana, wanted.attempt, NOW).await.unwrap());
    let pending = db.store.account(&dana, wanted.account).await.unwrap().unwrap();
    // Not even the admin.
    stays_hidden(&db, &org, &account, &pending, wanted.attempt).await;
    assert_eq!(db.store.accounts(&dana, NOW).await.unwrap().len(), 2);
    // What is the organisation's is seen by all.
    let shared = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert!(db.store.account(&dana, shared.id).await.unwrap().is_some());
    assert_eq!(kinds(db.store.activity(&dana, Some(shared.id), 10).await.unwrap()), ["connected"]);
}
