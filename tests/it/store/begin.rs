//! L2, L4, L5: which row an attempt uses, and who holds it.

use patchbay::{
    domain::{
        category::Category,
        ids::{AccountId, AttemptId},
        linking::Probe,
        origin::{Strategy, Subject, SubjectKind},
        people::Org,
        status::AccountStatus,
    },
    server::store::ports::*,
};
use uuid::Uuid;

use super::harness::*;

both!(
    the_row_is_there_before_the_window_opens,
    the_same_app_uses_the_same_row,
    another_app_takes_a_row_that_never_had_a_token,
    a_row_the_upstream_may_know_is_asked_about,
    a_page_holds_its_row_until_its_hold_ends,
    without_a_page_nothing_is_held,
    a_page_has_one_live_attempt,
    a_released_attempt_gets_no_token,
    two_accounts_of_one_app,
    a_discarded_row_comes_back_under_its_id,
    mail_and_name_stay_as_first_sent,
    categories_and_subjects_do_not_meet,
    single_has_one_account,
    single_meets_rows_of_another_upstream,
    multiple_leaves_rows_of_another_upstream_alone,
    a_changed_strategy_leaves_rows_as_they_are,
    a_relink_changes_nothing_while_it_is_open,
    a_person_connects_for_themselves_alone,
);

fn page(begin: BeginConnect, page: &str) -> BeginConnect {
    BeginConnect { page: Some(page.into()), ..begin }
}

fn single(begin: BeginConnect) -> BeginConnect {
    BeginConnect { strategy: Strategy::Single, ..begin }
}

/// A row for which a link token was issued.
async fn issued(db: &TestDb, org: &Org, begin: &BeginConnect) -> LinkedAccount {
    let account = ready(&*db.store, org, begin).await;
    assert!(db.store.link_token_issued(org, begin.attempt, NOW).await.unwrap());
    account
}

async fn log(db: &TestDb, org: &Org, begin: &BeginConnect) -> &'static str {
    match db.store.begin_connect(org, begin, NOW).await.unwrap() {
        Begun::Ready { log, .. } => log,
        other => panic!("{other:?}"),
    }
}

async fn the_row_is_there_before_the_window_opens(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let wanted = begin(&org, "bamboohr");
    let account = ready(&*db.store, &org, &wanted).await;
    assert_eq!(account.id, wanted.account);
    assert_eq!(account.status, AccountStatus::Pending);
    assert_eq!(account.end_user_origin_id, format!("{}_hris_{}", org.organization, wanted.origin));
    assert_eq!((account.created_at, account.created_by, account.token_issued), (NOW, org.user, false));
    assert_eq!(account.requested_integration.as_deref(), Some("bamboohr"));
    let found = db.store.by_origin(&org, &account.end_user_origin_id).await.unwrap().unwrap();
    assert_eq!(found.id, account.id);
    assert!(db.store.accounts(&org, NOW).await.unwrap().is_empty(), "no link token was issued: nothing to show (L2)");
    assert!(db.store.link_token_issued(&org, wanted.attempt, NOW).await.unwrap());
    assert_eq!(db.store.accounts(&org, NOW).await.unwrap().len(), 1, "Setup not finished");
}

async fn the_same_app_uses_the_same_row(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = begin(&org, "bamboohr");
    assert_eq!(log(&db, &org, &first).await, "First linking attempt");
    let again = begin(&org, "bamboohr");
    assert_eq!(log(&db, &org, &again).await, "Reusing");
    let from_another_tab = ready(&*db.store, &org, &page(begin(&org, "bamboohr"), "tab 2")).await;
    assert_eq!(from_another_tab.id, first.account);
    assert_eq!(db.number("SELECT count(*) FROM linked_accounts").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM link_attempts").await, 3);
}

async fn another_app_takes_a_row_that_never_had_a_token(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let second = ready(&*db.store, &org, &begin(&org, "workday")).await;
    assert_eq!((second.id, &second.end_user_origin_id), (first.id, &first.end_user_origin_id));
    assert_eq!(second.requested_integration.as_deref(), Some("workday"));
    assert_eq!(second.requested_integration_name.as_deref(), Some("WORKDAY"));
    let unchosen = BeginConnect { integration: None, integration_name: None, ..begin(&org, "") };
    let third = ready(&*db.store, &org, &unchosen).await;
    assert_eq!((third.id, third.requested_integration), (first.id, None));
}

async fn a_row_the_upstream_may_know_is_asked_about(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = issued(&db, &org, &begin(&org, "bamboohr")).await;
    let mut second = begin(&org, "workday");
    match db.store.begin_connect(&org, &second, NOW).await.unwrap() {
        Begun::Ask { account, end_user_origin_id } => {
            assert_eq!((account, end_user_origin_id), (first.id, first.end_user_origin_id.clone()));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(db.number("SELECT count(*) FROM link_attempts").await, 1, "asking writes nothing");
    second.probes = vec![Probe { row: first.id, free: false }];
    let created = ready(&*db.store, &org, &second).await;
    assert_eq!(created.id, second.account);
    let third = BeginConnect { probes: vec![Probe { row: first.id, free: false }], ..begin(&org, "gusto") };
    assert_eq!(ready(&*db.store, &org, &third).await.id, created.id, "it never had a token: no asking");
    assert!(db.store.link_token_issued(&org, third.attempt, NOW).await.unwrap());
    let both = vec![Probe { row: first.id, free: true }, Probe { row: created.id, free: false }];
    let fourth = BeginConnect { probes: both, ..begin(&org, "rippling") };
    assert_eq!(ready(&*db.store, &org, &fourth).await.id, first.id, "the one that the upstream has not got");
}

async fn a_page_holds_its_row_until_its_hold_ends(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = page(begin(&org, "bamboohr"), "tab 1");
    ready(&*db.store, &org, &first).await;
    let other = ready(&*db.store, &org, &page(begin(&org, "workday"), "tab 2")).await;
    assert_ne!(other.id, first.account, "two apps at the same moment never share an id");
    // The page that holds it may re-aim its own row.
    let own = ready(&*db.store, &org, &page(begin(&org, "gusto"), "tab 1")).await;
    assert_eq!(own.id, first.account);
    // Another person's page of the same name is another page.
    let boss = member(&*db.store, &org, "Boss").await;
    let theirs = ready(&*db.store, &boss, &page(begin(&boss, "rippling"), "tab 1")).await;
    assert!(theirs.id != own.id && theirs.id != other.id);
    // An expired hold holds nothing.
    let expired = BeginConnect { category: Category::Ats, hold_millis: 0, ..page(begin(&org, "lever"), "tab 3") };
    ready(&*db.store, &org, &expired).await;
    let next = BeginConnect { category: Category::Ats, ..page(begin(&org, "greenhouse"), "tab 4") };
    assert_eq!(ready(&*db.store, &org, &next).await.id, expired.account);
}

async fn without_a_page_nothing_is_held(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert_eq!(ready(&*db.store, &org, &page(begin(&org, "workday"), "tab")).await.id, first.id);
    // … but who names no page respects those that do.
    assert_ne!(ready(&*db.store, &org, &begin(&org, "gusto")).await.id, first.id);
}

async fn a_page_has_one_live_attempt(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = page(begin(&org, "bamboohr"), "tab");
    ready(&*db.store, &org, &first).await;
    let second = BeginConnect { category: Category::Crm, ..page(begin(&org, "hubspot"), "tab") };
    ready(&*db.store, &org, &second).await;
    assert!(!db.store.link_token_issued(&org, first.attempt, NOW).await.unwrap(), "superseded: 409 and no token");
    assert!(db.store.link_token_issued(&org, second.attempt, NOW).await.unwrap());
    // Its hold is gone too.
    let other = ready(&*db.store, &org, &page(begin(&org, "workday"), "tab 2")).await;
    assert_eq!(other.id, first.account);
    // A relink of the page supersedes as well.
    let account = connected(&*db.store, &org, &BeginConnect { category: Category::Ats, ..begin(&org, "lever") }).await;
    let relink = AttemptId(Uuid::new_v4());
    db.store.begin_relink(&org, account.id, relink, Some("tab"), HOUR, NOW).await.unwrap();
    assert!(!db.store.link_token_issued(&org, second.attempt, NOW).await.unwrap());
    assert!(db.store.link_token_issued(&org, relink, NOW).await.unwrap());
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE page = 'tab' AND state = 'open'").await, 1);
}

async fn a_released_attempt_gets_no_token(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = page(begin(&org, "bamboohr"), "tab 1");
    ready(&*db.store, &org, &first).await;
    assert!(db.store.release_attempt(&org, first.attempt, NOW).await.unwrap());
    assert!(db.store.release_attempt(&org, first.attempt, NOW).await.unwrap(), "twice is no error");
    assert!(!db.store.link_token_issued(&org, first.attempt, NOW).await.unwrap());
    assert_eq!(ready(&*db.store, &org, &page(begin(&org, "workday"), "tab 2")).await.id, first.account);
    let dana = member(&*db.store, &org, "Dana").await;
    assert!(!db.store.release_attempt(&dana, first.attempt, NOW).await.unwrap(), "another person's");
    assert!(!db.store.release_attempt(&org, AttemptId(Uuid::new_v4()), NOW).await.unwrap());
    assert!(!db.store.link_token_issued(&org, AttemptId(Uuid::new_v4()), NOW).await.unwrap());
}

async fn two_accounts_of_one_app(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let second = begin(&org, "bamboohr");
    assert_eq!(log(&db, &org, &second).await, "Adding second integration");
    let row = db.store.account(&org, second.account).await.unwrap().unwrap();
    assert_ne!(row.end_user_origin_id, first.end_user_origin_id);
}

async fn a_discarded_row_comes_back_under_its_id(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = page(begin(&org, "bamboohr"), "tab");
    let row = issued(&db, &org, &first).await;
    assert!(db.store.discard(&org, row.id, NOW).await.unwrap());
    assert!(db.store.accounts(&org, NOW).await.unwrap().is_empty());
    assert!(!db.store.link_token_issued(&org, first.attempt, NOW).await.unwrap(), "its attempt is over");
    let again = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert_eq!((again.id, &again.end_user_origin_id, again.discarded), (row.id, &row.end_user_origin_id, false));
    assert_eq!(db.store.accounts(&org, NOW).await.unwrap().len(), 1);
}

async fn mail_and_name_stay_as_first_sent(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let other = |app| BeginConnect { email: "new@acme.example".into(), organization_name: "New".into(), ..begin(&org, app) };
    ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let row = issued(&db, &org, &other("bamboohr")).await;
    assert_eq!(row.end_user_email_address, "new@acme.example", "nothing was sent yet");
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert_eq!((row.end_user_email_address.as_str(), row.end_user_organization_name.as_str()), ("new@acme.example", "New"));
}

async fn categories_and_subjects_do_not_meet(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let other_org = organization(&*db.store, "Umbrella").await;
    let hris = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let ats = ready(&*db.store, &org, &BeginConnect { category: Category::Ats, ..begin(&org, "bamboohr") }).await;
    let own = BeginConnect { subject: Subject::new(SubjectKind::User, org.organization, org.user), ..begin(&org, "bamboohr") };
    let own = ready(&*db.store, &org, &own).await;
    let theirs = ready(&*db.store, &other_org, &begin(&other_org, "bamboohr")).await;
    let ids = [hris.id, ats.id, own.id, theirs.id];
    assert!(ids.iter().enumerate().all(|(n, id)| !ids[n + 1..].contains(id)), "{ids:?}");
}

async fn single_has_one_account(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let first = single(page(begin(&org, "bamboohr"), "tab 1"));
    let row = issued(&db, &org, &first).await;
    assert_eq!(row.end_user_origin_id, format!("{}_hris", org.organization));
    let other = single(page(begin(&org, "workday"), "tab 2"));
    assert!(matches!(db.store.begin_connect(&org, &other, NOW).await.unwrap(), Begun::InProgress));
    assert!(db.store.release_attempt(&org, first.attempt, NOW).await.unwrap());
    assert!(matches!(db.store.begin_connect(&org, &other, NOW).await.unwrap(), Begun::Ask { .. }));
    let other = BeginConnect { probes: vec![Probe { row: row.id, free: true }], ..other };
    let row = ready(&*db.store, &org, &other).await;
    assert_eq!((row.id, row.requested_integration.as_deref()), (first.account, Some("workday")));
    let attempt = mine(&*db.store, &org, &claim_of("t", Some(other.attempt))).await;
    assert!(matches!(db.store.activate(&org, &activation(&attempt, &row), NOW).await.unwrap(), Activated::Linked { .. }));
    match db.store.begin_connect(&org, &single(begin(&org, "bamboohr")), NOW).await.unwrap() {
        Begun::Taken { app_name, deleting } => assert_eq!((app_name.as_deref(), deleting), (Some("WORKDAY"), false)),
        other => panic!("{other:?}"),
    }
    assert!(db.store.start_delete(&org, row.id, NOW).await.unwrap());
    assert!(matches!(
        db.store.begin_connect(&org, &single(begin(&org, "bamboohr")), NOW).await.unwrap(),
        Begun::Taken { deleting: true, .. }
    ));
    assert!(db.store.finish_delete(row.id, "mac", NOW).await.unwrap());
    let next = single(begin(&org, "bamboohr"));
    let next_row = ready(&*db.store, &org, &next).await;
    assert_eq!((next_row.id, next_row.end_user_origin_id), (next.account, row.end_user_origin_id));
}

async fn single_meets_rows_of_another_upstream(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let elsewhere = |begin| BeginConnect { upstream: "https://api-eu.example/api".into(), ..begin };
    let old = issued(&db, &org, &single(elsewhere(begin(&org, "bamboohr")))).await;
    // This upstream has never heard of it: no asking, and the row is made anew for it.
    let here = BeginConnect { email: "new@acme.example".into(), ..single(begin(&org, "workday")) };
    let row = ready(&*db.store, &org, &here).await;
    assert_eq!((row.id, row.upstream.as_str(), row.token_issued), (old.id, UPSTREAM, false));
    assert_eq!(row.end_user_email_address, "new@acme.example");
    // A connected one occupies the category.
    let ats = |begin| BeginConnect { category: Category::Ats, ..begin };
    connected(&*db.store, &org, &single(elsewhere(ats(begin(&org, "lever"))))).await;
    assert!(matches!(db.store.begin_connect(&org, &single(ats(begin(&org, "lever"))), NOW).await.unwrap(), Begun::Taken { .. }));
}

async fn multiple_leaves_rows_of_another_upstream_alone(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let old = ready(&*db.store, &org, &BeginConnect { upstream: "https://api-eu.example/api".into(), ..begin(&org, "bamboohr") }).await;
    let here = begin(&org, "bamboohr");
    let row = ready(&*db.store, &org, &here).await;
    assert_eq!(row.id, here.account);
    assert_ne!(row.id, old.id);
    assert_eq!(db.store.account(&org, old.id).await.unwrap().unwrap().upstream, "https://api-eu.example/api");
}

async fn a_changed_strategy_leaves_rows_as_they_are(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let one = ready(&*db.store, &org, &single(begin(&org, "bamboohr"))).await;
    let many = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    assert_ne!(one.id, many.id);
    let one_again = ready(&*db.store, &org, &single(begin(&org, "bamboohr"))).await;
    assert_eq!((one_again.id, one_again.end_user_origin_id), (one.id, one.end_user_origin_id));
}

async fn a_relink_changes_nothing_while_it_is_open(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let attempt = AttemptId(Uuid::new_v4());
    db.store.begin_relink(&org, account.id, attempt, Some("tab"), HOUR, NOW.plus_millis(5)).await.unwrap();
    assert!(db.store.link_token_issued(&org, attempt, NOW.plus_millis(6)).await.unwrap());
    let after = db.store.account(&org, account.id).await.unwrap().unwrap();
    assert_eq!(format!("{after:?}"), format!("{account:?}"));
    // What is not connected is not relinked.
    let pending = ready(&*db.store, &org, &begin(&org, "workday")).await;
    for (id, attempt) in [(pending.id, AttemptId(Uuid::new_v4())), (AccountId(Uuid::new_v4()), AttemptId(Uuid::new_v4()))] {
        db.store.begin_relink(&org, id, attempt, None, HOUR, NOW).await.unwrap();
        assert!(!db.store.link_token_issued(&org, attempt, NOW).await.unwrap());
    }
    // Nor is one that is deleted before the token comes.
    let attempt = AttemptId(Uuid::new_v4());
    db.store.begin_relink(&org, account.id, attempt, None, HOUR, NOW).await.unwrap();
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(!db.store.link_token_issued(&org, attempt, NOW).await.unwrap());
}

async fn a_person_connects_for_themselves_alone(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    // Whatever subject the caller makes up, it is the caller's own.
    let forged = BeginConnect { subject: Subject { kind: SubjectKind::User, id: org.user.0 }, ..begin(&dana, "drive") };
    let row = ready(&*db.store, &dana, &forged).await;
    assert_eq!(row.subject, Subject { kind: SubjectKind::User, id: dana.user.0 });
    let forged = BeginConnect { subject: Subject { kind: SubjectKind::Organization, id: Uuid::new_v4() }, ..begin(&org, "drive") };
    assert_eq!(ready(&*db.store, &org, &forged).await.subject.id, org.organization.0);
}
