//! L6, L7, L8, L10: from a public token to a connected row.

use patchbay::{
    domain::{
        category::Category,
        ids::AttemptId,
        origin::{Strategy, Subject, SubjectKind},
        people::{Org, Role},
        status::AccountStatus,
    },
    server::store::ports::*,
};
use uuid::Uuid;

use super::harness::*;

both!(
    a_first_claim_writes_attempt_and_job,
    a_hint_is_only_a_hint,
    a_repeat_joins_the_first,
    another_person_may_not_join,
    a_lease_that_ended_is_taken_over,
    who_lost_the_claim_changes_nothing,
    a_refused_exchange_keeps_nothing,
    a_job_goes_on_in_the_name_of_who_began,
    activation_connects_and_erases,
    activation_needs_the_right_row,
    a_sent_origin_id_must_agree,
    a_second_account_asks_for_a_name,
    a_relink_clears_the_error_and_counts,
    another_identity_is_noticed,
    a_deleted_account_does_not_come_back,
    a_single_id_may_be_connected_again_after_its_deletion,
    the_other_row_of_an_attempt_is_freed,
);

/// How an activation goes wrong.
type Change = fn(&mut Activation);

/// Claims for the job and expects to get it.
async fn for_job(db: &TestDb, id: AttemptId) -> (Org, Attempt) {
    match db.store.claim_exchange_for_job(id, HOUR).await.unwrap() {
        ClaimedForJob::Mine(scope, attempt) => (scope, *attempt),
        other => panic!("{other:?}"),
    }
}

async fn a_first_claim_writes_attempt_and_job(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let claim = ClaimExchange { sent_origin_id: Some("origin".into()), ..claim_of("t", None) };
    let attempt = mine(&*db.store, &org, &claim).await;
    assert_eq!((attempt.id, attempt.exchange, attempt.account, attempt.category), (claim.fresh, ExchangeState::Claimed, None, None));
    assert_eq!((attempt.organization, attempt.user), (org.organization, org.user));
    assert_eq!(attempt.public_token.as_ref(), Some(&claim.public_token));
    assert_eq!(attempt.sent_origin_id.as_deref(), Some("origin"));
    let due = db.store.next_due_in(&["finish_exchange"]).await.unwrap().unwrap();
    assert!((1..=HOUR).contains(&due), "the job waits for the claim's end, {due}");
    assert!(db.store.claim(&["finish_exchange"], HOUR).await.unwrap().is_none());
}

async fn a_hint_is_only_a_hint(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let wanted = begin(&org, "bamboohr");
    let row = ready(&*db.store, &org, &wanted).await;
    let hinted = mine(&*db.store, &org, &claim_of("a", Some(wanted.attempt))).await;
    assert_eq!((hinted.id, hinted.account, hinted.category), (wanted.attempt, Some(row.id), Some(Category::Hris)));
    // It has an exchange already.
    assert_ne!(mine(&*db.store, &org, &claim_of("b", Some(wanted.attempt))).await.id, wanted.attempt);
    // It is another person's, or nobody's.
    let other = begin(&org, "workday");
    ready(&*db.store, &org, &other).await;
    assert_ne!(mine(&*db.store, &dana, &claim_of("c", Some(other.attempt))).await.id, other.attempt);
    let claim = claim_of("d", Some(AttemptId(Uuid::new_v4())));
    assert_eq!(mine(&*db.store, &org, &claim).await.id, claim.fresh);
    // A superseded or released attempt may still succeed: its window was open.
    let late = begin(&org, "gusto");
    ready(&*db.store, &org, &late).await;
    assert!(db.store.release_attempt(&org, late.attempt, NOW).await.unwrap());
    assert_eq!(mine(&*db.store, &org, &claim_of("e", Some(late.attempt))).await.id, late.attempt);
}

async fn a_repeat_joins_the_first(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let wanted = begin(&org, "bamboohr");
    let row = ready(&*db.store, &org, &wanted).await;
    let attempt = mine(&*db.store, &org, &claim_of("t", Some(wanted.attempt))).await;
    assert!(matches!(db.store.claim_exchange(&org, &claim_of("t", None), NOW).await.unwrap(), Claimed::Busy));
    db.store.unclaim_exchange(&org, &attempt).await.unwrap();
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert_eq!(attempt.id, wanted.attempt, "the first attempt goes on");
    assert!(db.store.keep_account_token(&org, &attempt, &Sealed("v1.k1.token".into()), Some("up")).await.unwrap());
    db.store.unclaim_exchange(&org, &attempt).await.unwrap();
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert_eq!((attempt.exchange, attempt.linked_account_id.as_deref()), (ExchangeState::TokenKept, Some("up")));
    assert_eq!(attempt.account_token, Some(Sealed("v1.k1.token".into())));
    db.store.activate(&org, &activation(&attempt, &row), NOW).await.unwrap();
    for _ in 0..2 {
        match db.store.claim_exchange(&org, &claim_of("t", None), NOW).await.unwrap() {
            Claimed::Over(over) => assert_eq!((over.exchange, over.outcome_account), (ExchangeState::Done, Some(row.id))),
            other => panic!("{other:?}"),
        }
    }
}

async fn another_person_may_not_join(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let stranger = organization(&*db.store, "Umbrella").await;
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    for other in [&dana, &stranger] {
        assert!(matches!(db.store.claim_exchange(other, &claim_of("t", None), NOW).await.unwrap(), Claimed::NotYours));
        assert!(!db.store.keep_account_token(other, &attempt, &Sealed("x".into()), None).await.unwrap());
        db.store.unclaim_exchange(other, &attempt).await.unwrap();
        db.store.refuse_exchange(other, &attempt, "no", NOW).await.unwrap();
    }
    assert!(matches!(db.store.claim_exchange(&org, &claim_of("t", None), NOW).await.unwrap(), Claimed::Busy), "nothing happened to it");
    db.store.refuse_exchange(&org, &attempt, "no", NOW).await.unwrap();
    assert!(matches!(db.store.claim_exchange(&stranger, &claim_of("t", None), NOW).await.unwrap(), Claimed::NotYours));
}

async fn a_lease_that_ended_is_taken_over(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = mine(&*db.store, &org, &ClaimExchange { lease_millis: 0, ..claim_of("t", None) }).await;
    let second = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert_eq!(second.id, first.id);
    assert!(second.fence > first.fence);
}

async fn who_lost_the_claim_changes_nothing(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let lost = mine(&*db.store, &org, &ClaimExchange { lease_millis: 0, ..claim_of("t", None) }).await;
    let winner = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert!(!db.store.keep_account_token(&org, &lost, &Sealed("stale".into()), None).await.unwrap());
    db.store.unclaim_exchange(&org, &lost).await.unwrap();
    db.store.refuse_exchange(&org, &lost, "no", NOW).await.unwrap();
    assert!(matches!(db.store.activate(&org, &activation(&lost, &row), NOW).await.unwrap(), Activated::ClaimLost));
    assert!(matches!(db.store.claim_exchange(&org, &claim_of("t", None), NOW).await.unwrap(), Claimed::Busy));
    assert!(db.store.keep_account_token(&org, &winner, &Sealed("fresh".into()), None).await.unwrap());
    assert!(matches!(db.store.activate(&org, &activation(&winner, &row), NOW).await.unwrap(), Activated::Linked { .. }));
    // Over is over, for the winner too.
    db.store.refuse_exchange(&org, &winner, "no", NOW).await.unwrap();
    assert!(matches!(db.store.activate(&org, &activation(&winner, &row), NOW).await.unwrap(), Activated::ClaimLost));
    assert_eq!(db.store.account(&org, row.id).await.unwrap().unwrap().credential_rev, 0);
}

async fn a_refused_exchange_keeps_nothing(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert!(db.store.keep_account_token(&org, &attempt, &Sealed("v1.k1.x".into()), None).await.unwrap());
    db.store.refuse_exchange(&org, &attempt, "not_found", NOW).await.unwrap();
    match db.store.claim_exchange(&org, &claim_of("t", None), NOW).await.unwrap() {
        Claimed::Over(over) => {
            assert_eq!((over.exchange, over.outcome_error.as_deref()), (ExchangeState::Refused, Some("not_found")));
            assert_eq!((over.public_token, over.account_token), (None, None));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(db.store.next_due_in(&["finish_exchange"]).await.unwrap(), None, "its job is gone");
    assert_eq!(db.store.sealing_keys().await.unwrap(), Vec::<String>::new());
}

async fn a_job_goes_on_in_the_name_of_who_began(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let held = mine(&*db.store, &dana, &claim_of("t", None)).await;
    assert!(matches!(db.store.claim_exchange_for_job(held.id, HOUR).await.unwrap(), ClaimedForJob::Busy), "somebody is at it");
    db.store.unclaim_exchange(&dana, &held).await.unwrap();
    let (scope, attempt) = for_job(&db, held.id).await;
    assert_eq!(scope, dana);
    assert_eq!(attempt.public_token, held.public_token);
    assert!(matches!(db.store.claim_exchange(&dana, &claim_of("t", None), NOW).await.unwrap(), Claimed::Busy));
    db.store.refuse_exchange(&scope, &attempt, "no", NOW).await.unwrap();
    assert!(matches!(db.store.claim_exchange_for_job(held.id, HOUR).await.unwrap(), ClaimedForJob::Over), "it is over");
    assert!(matches!(db.store.claim_exchange_for_job(AttemptId(Uuid::new_v4()), HOUR).await.unwrap(), ClaimedForJob::Over));
    let idle = begin(&org, "bamboohr");
    ready(&*db.store, &org, &idle).await;
    assert!(matches!(db.store.claim_exchange_for_job(idle.attempt, HOUR).await.unwrap(), ClaimedForJob::Over), "no token came yet");
    // Who was removed meanwhile acts with the least that there is.
    let left = mine(&*db.store, &org, &ClaimExchange { lease_millis: 0, ..claim_of("u", None) }).await;
    db.execute(&format!("DELETE FROM memberships WHERE user_id = '{}'", org.user)).await.unwrap();
    let (scope, _) = for_job(&db, left.id).await;
    assert_eq!((scope.user, scope.role), (org.user, Role::Member));
}

async fn activation_connects_and_erases(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let boss = member(&*db.store, &org, "Boss").await;
    let wanted = BeginConnect { page: Some("tab".into()), ..begin(&boss, "bamboohr") };
    let row = ready(&*db.store, &boss, &wanted).await;
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert!(db.store.keep_account_token(&org, &attempt, &Sealed("v1.k1.kept".into()), None).await.unwrap());
    let told = Activation {
        status: AccountStatus::RelinkNeeded,
        is_duplicate: Some(true),
        instance_id: Some("instance".into()),
        ..activation(&attempt, &row)
    };
    let account = match db.store.activate(&org, &told, NOW.plus_millis(7)).await.unwrap() {
        Activated::Linked { account, another_of_same_app } => {
            assert!(!another_of_same_app);
            *account
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(account.status, AccountStatus::RelinkNeeded);
    assert_eq!(account.account_token, Some(told.account_token));
    assert_eq!(account.linked_account_id, Some(told.linked_account_id));
    assert_eq!(account.integration_name.as_deref(), Some("BAMBOOHR"));
    assert_eq!((account.is_duplicate, account.instance_id.as_deref()), (Some(true), Some("instance")));
    assert_eq!((account.connected_at, account.created_at), (Some(NOW.plus_millis(7)), NOW));
    assert_eq!(account.created_by, org.user, "who connected it, not who tried first");
    assert_eq!(account.credential_rev, 0);
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE public_token IS NOT NULL OR account_token IS NOT NULL").await, 0);
    assert_eq!(db.store.next_due_in(&["finish_exchange"]).await.unwrap(), None);
    assert_eq!(db.store.next_due_in(&["refresh"]).await.unwrap(), Some(0));
    let entries = db.store.activity(&org, None, 10).await.unwrap();
    assert_eq!(entries.len(), 1);
    assert_eq!((entries[0].kind.as_str(), entries[0].label.as_str()), ("connected", "BAMBOOHR"));
    assert_eq!((entries[0].actor_name.as_deref(), entries[0].account), (Some("Acme's admin"), Some(account.id)));
}

async fn activation_needs_the_right_row(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let stranger = organization(&*db.store, "Umbrella").await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let foreign = ready(&*db.store, &stranger, &begin(&stranger, "bamboohr")).await;
    let own = BeginConnect { subject: Subject::new(SubjectKind::User, dana.organization, dana.user), ..begin(&dana, "drive") };
    let danas = ready(&*db.store, &dana, &own).await;
    let wrongs: [(&str, LinkedAccount, Change); 5] = [
        ("another category", row.clone(), |told| told.category = Category::Ats),
        ("another upstream", row.clone(), |told| told.upstream = "https://elsewhere.example/api".into()),
        ("an unknown origin id", row.clone(), |told| told.end_user_origin_id = "nobody".into()),
        ("another organisation's", foreign.clone(), |_| {}),
        ("another person's", danas.clone(), |_| {}),
    ];
    for (what, row, change) in wrongs {
        let attempt = mine(&*db.store, &org, &claim_of(what, None)).await;
        assert!(db.store.keep_account_token(&org, &attempt, &Sealed("v1.k1.x".into()), None).await.unwrap());
        let mut told = activation(&attempt, &row);
        change(&mut told);
        assert!(matches!(db.store.activate(&org, &told, NOW).await.unwrap(), Activated::NotFound), "{what}");
        match db.store.claim_exchange(&org, &claim_of(what, None), NOW).await.unwrap() {
            Claimed::Over(over) => assert_eq!((over.outcome_error.as_deref(), over.account_token), (Some("not_found"), None), "{what}"),
            other => panic!("{what}: {other:?}"),
        }
    }
    assert_eq!(db.number("SELECT count(*) FROM linked_accounts WHERE status <> 'pending'").await, 0);
    // Dana's own goes through, for Dana.
    let attempt = mine(&*db.store, &dana, &claim_of("dana", None)).await;
    assert!(matches!(db.store.activate(&dana, &activation(&attempt, &danas), NOW).await.unwrap(), Activated::Linked { .. }));
}

async fn a_sent_origin_id_must_agree(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let claim = ClaimExchange { sent_origin_id: Some("another".into()), ..claim_of("t", None) };
    let attempt = mine(&*db.store, &org, &claim).await;
    assert!(matches!(db.store.activate(&org, &activation(&attempt, &row), NOW).await.unwrap(), Activated::NotFound));
    let claim = ClaimExchange { sent_origin_id: Some(row.end_user_origin_id.clone()), ..claim_of("u", None) };
    let attempt = mine(&*db.store, &org, &claim).await;
    assert!(matches!(db.store.activate(&org, &activation(&attempt, &row), NOW).await.unwrap(), Activated::Linked { .. }));
}

async fn a_second_account_asks_for_a_name(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    let told = activation(&attempt, &row);
    assert!(matches!(db.store.activate(&org, &told, NOW).await.unwrap(), Activated::Linked { another_of_same_app: true, .. }));
    let other = ready(&*db.store, &org, &begin(&org, "workday")).await;
    let attempt = mine(&*db.store, &org, &claim_of("u", None)).await;
    let told = activation(&attempt, &other);
    assert!(matches!(db.store.activate(&org, &told, NOW).await.unwrap(), Activated::Linked { another_of_same_app: false, .. }));
}

/// Relinks with what the upstream said before, changed, and says whether the identity changed.
async fn relink(db: &TestDb, org: &Org, account: &LinkedAccount, change: impl FnOnce(&mut Activation)) -> (LinkedAccount, bool) {
    let attempt = mine(&*db.store, org, &claim_of(&Uuid::new_v4().to_string(), None)).await;
    let mut told = activation(&attempt, account);
    told.instance_id = account.instance_id.clone();
    change(&mut told);
    match db.store.activate(org, &told, NOW).await.unwrap() {
        Activated::Relinked { account, identity_changed } => (*account, identity_changed),
        other => panic!("{other:?}"),
    }
}

async fn a_relink_clears_the_error_and_counts(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let boss = member(&*db.store, &org, "Boss").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    db.execute("UPDATE linked_accounts SET initial_sync_completed = TRUE, last_successful_sync_at = 5").await.unwrap();
    assert!(db.store.mark_broken(&org, account.id, 0, AccountStatus::RelinkNeeded, "credentials", "401", NOW).await.unwrap());
    let (after, changed) = relink(&db, &boss, &account, |told| told.account_token = Sealed("v1.k1.newer".into())).await;
    assert!(!changed);
    assert_eq!((after.status, after.credential_rev, after.epoch), (AccountStatus::Active, 1, 0));
    assert_eq!((after.error_category, after.error_detail), (None, None));
    assert_eq!(after.account_token, Some(Sealed("v1.k1.newer".into())));
    assert_eq!((after.created_by, after.connected_at), (org.user, account.connected_at), "who connected it first, and when, stays");
    assert!(after.initial_sync_completed, "the same account's data stay what they were");
    assert!(!db.store.mark_broken(&org, account.id, 0, AccountStatus::Error, "outage", "old verdict", NOW).await.unwrap());
    assert_eq!(db.store.next_due_in(&["reconcile"]).await.unwrap(), Some(0));
    let kinds: Vec<String> = db.store.activity(&org, None, 2).await.unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(kinds, ["relinked", "relink_needed"]);
}

async fn another_identity_is_noticed(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let seed = "UPDATE linked_accounts SET initial_sync_completed = TRUE";
    db.execute(seed).await.unwrap();
    db.execute(&format!(
        "INSERT INTO model_syncs (account_id, model, cursor_text, updated_at) VALUES ('{}', 'Employee', 'half-way', 0)",
        account.id
    ))
    .await
    .unwrap();
    // What was not known before proves nothing, and neither does what is not told any more.
    let (account, changed) = relink(&db, &org, &account, |told| told.instance_id = Some("one".into())).await;
    assert!(!changed && account.initial_sync_completed);
    let (account, changed) = relink(&db, &org, &account, |told| told.instance_id = None).await;
    assert!(!changed);
    assert_eq!(account.instance_id.as_deref(), Some("one"), "kept until something else is told");
    assert_eq!(db.number("SELECT count(*) FROM model_syncs WHERE stale").await, 0);
    let (account, changed) = relink(&db, &org, &account, |told| told.instance_id = Some("two".into())).await;
    assert!(changed && !account.initial_sync_completed);
    assert_eq!((account.epoch, account.instance_id.as_deref()), (1, Some("two")));
    assert_eq!(db.number("SELECT count(*) FROM model_syncs WHERE stale AND cursor_text IS NULL").await, 1);
    assert_eq!(db.store.activity(&org, None, 1).await.unwrap()[0].kind, "identity_changed");
    db.execute(seed).await.unwrap();
    let (account, changed) = relink(&db, &org, &account, |told| {
        told.linked_account_id = "another".into();
        told.instance_id = None;
    })
    .await;
    assert!(changed && !account.initial_sync_completed);
    assert_eq!((account.linked_account_id.as_deref(), account.instance_id, account.credential_rev), (Some("another"), None, 4));
}

async fn a_deleted_account_does_not_come_back(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    let attempt = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert!(db.store.keep_account_token(&org, &attempt, &Sealed("v1.k1.fresh".into()), None).await.unwrap());
    let told = activation(&attempt, &account);
    assert!(matches!(db.store.activate(&org, &told, NOW).await.unwrap(), Activated::Deleting));
    // The fresh token stays until the upstream account is gone, for a crash may come first.
    db.store.unclaim_exchange(&org, &attempt).await.unwrap();
    let (_, attempt) = for_job(&db, attempt.id).await;
    assert_eq!(attempt.account_token, Some(Sealed("v1.k1.fresh".into())));
    // The row goes meanwhile: a tombstone stands in its place, for ninety days.
    assert!(db.store.finish_delete(account.id, &told.origin_mac, NOW).await.unwrap());
    let told = Activation { fence: attempt.fence, ..told };
    let last_day = NOW.plus_millis(90 * 24 * HOUR - 1);
    assert!(matches!(db.store.activate(&org, &told, last_day).await.unwrap(), Activated::Deleting));
    db.store.refuse_exchange(&org, &attempt, "deleted", NOW).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE account_token IS NOT NULL").await, 0);
    // Only where it stands, and only for so long.
    let stranger = organization(&*db.store, "Umbrella").await;
    let attempt = mine(&*db.store, &stranger, &claim_of("u", None)).await;
    let strangers = Activation { attempt: attempt.id, fence: attempt.fence, ..told.clone() };
    assert!(matches!(db.store.activate(&stranger, &strangers, NOW).await.unwrap(), Activated::NotFound));
    let attempt = mine(&*db.store, &org, &claim_of("v", None)).await;
    let late = Activation { attempt: attempt.id, fence: attempt.fence, ..told };
    assert!(matches!(db.store.activate(&org, &late, last_day.plus_millis(1)).await.unwrap(), Activated::NotFound));
}

async fn a_single_id_may_be_connected_again_after_its_deletion(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let single = || BeginConnect { strategy: Strategy::Single, ..begin(&org, "bamboohr") };
    let account = connected(&*db.store, &org, &single()).await;
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    let mac = format!("mac-of-{}", account.end_user_origin_id);
    assert!(db.store.finish_delete(account.id, &mac, NOW).await.unwrap());
    let again = connected(&*db.store, &org, &single()).await;
    assert_eq!(again.end_user_origin_id, account.end_user_origin_id);
    // And deleted again, which makes a second tombstone for the second upstream account.
    assert!(db.store.start_delete(&org, again.id, NOW).await.unwrap());
    assert!(db.store.finish_delete(again.id, &mac, NOW).await.unwrap());
    assert_eq!(db.number("SELECT count(*) FROM tombstones").await, 2);
}

async fn the_other_row_of_an_attempt_is_freed(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let attempt_for = |page: &'static str| BeginConnect { page: Some(page.into()), ..begin(&org, "bamboohr") };
    let wanted = attempt_for("tab 1");
    let own = ready(&*db.store, &org, &wanted).await;
    assert!(db.store.link_token_issued(&org, wanted.attempt, NOW).await.unwrap());
    assert_ne!(own.id, account.id);
    // The window ended in the account that is there already.
    let attempt = mine(&*db.store, &org, &claim_of("t", Some(wanted.attempt))).await;
    let told = activation(&attempt, &account);
    assert!(matches!(db.store.activate(&org, &told, NOW).await.unwrap(), Activated::Relinked { .. }));
    let listed = db.store.accounts(&org, NOW).await.unwrap();
    assert_eq!(listed.iter().map(|account| account.id).collect::<Vec<_>>(), [account.id], "nothing unfinished is shown");
    assert_eq!(ready(&*db.store, &org, &attempt_for("tab 2")).await.id, own.id, "its id waits for the next attempt");
    // While another page is at it, it stays in sight.
    let wanted = attempt_for("tab 1");
    ready(&*db.store, &org, &wanted).await;
    let attempt = mine(&*db.store, &org, &claim_of("u", Some(wanted.attempt))).await;
    db.store.activate(&org, &activation(&attempt, &account), NOW).await.unwrap();
    assert!(!db.store.account(&org, own.id).await.unwrap().unwrap().discarded);
}
