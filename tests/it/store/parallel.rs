//! Many at once, as two processes on one database: one row, one winner.

use std::{collections::HashSet, future::Future, sync::Arc};

use patchbay::{
    domain::{ids::AttemptId, origin::Strategy, people::Org},
    server::store::ports::*,
};
use uuid::Uuid;

use super::{embedding, harness::*};

both!(
    many_clicks_make_one_row,
    many_apps_in_many_pages_never_share_an_id,
    many_clicks_under_single_make_one_row,
    one_page_is_left_with_one_attempt,
    one_worker_exchanges_a_token,
    one_worker_activates,
    every_job_has_one_worker,
    a_job_is_queued_once_by_many,
    limits_count_all_processes,
    one_address_has_one_owner,
    a_ticket_lets_one_in,
    a_product_brings_each_of_its_people_once,
    a_deletion_is_finished_once,
    two_processes_may_start_at_once,
);

const MANY: usize = 24;

/// Runs the same thing many times at once, half of them through another process' store.
async fn at_once<T, F>(db: &TestDb, what: impl Fn(Arc<dyn Store>, usize) -> F) -> Vec<T>
where
    T: Send + 'static,
    F: Future<Output = T> + Send + 'static,
{
    let other = db.another_process().await;
    let gate = Arc::new(tokio::sync::Barrier::new(MANY));
    let tasks: Vec<_> = (0..MANY)
        .map(|n| {
            let store = if n % 2 == 0 { db.store.clone() } else { other.clone() };
            let (gate, work) = (gate.clone(), what(store, n));
            tokio::spawn(async move {
                gate.wait().await;
                work.await
            })
        })
        .collect();
    let mut all = Vec::new();
    for task in tasks {
        all.push(task.await.unwrap());
    }
    all
}

fn from_page(org: &Org, app: &str, page: usize) -> BeginConnect {
    BeginConnect { page: Some(format!("tab {page}")), ..begin(org, app) }
}

async fn many_clicks_make_one_row(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let rows = at_once(&db, |store, n| async move { ready(&*store, &org, &from_page(&org, "bamboohr", n)).await.id }).await;
    assert_eq!(rows.iter().collect::<HashSet<_>>().len(), 1);
    assert_eq!(db.number("SELECT count(*) FROM linked_accounts").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE state = 'open'").await, i64::try_from(MANY).unwrap());
}

async fn many_apps_in_many_pages_never_share_an_id(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let rows =
        at_once(&db, |store, n| async move { ready(&*store, &org, &from_page(&org, &format!("app-{n}"), n)).await.end_user_origin_id })
            .await;
    assert_eq!(rows.iter().collect::<HashSet<_>>().len(), MANY);
}

async fn many_clicks_under_single_make_one_row(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let begun = at_once(&db, |store, n| async move {
        let begin = BeginConnect { strategy: Strategy::Single, ..from_page(&org, &format!("app-{n}"), n) };
        store.begin_connect(&org, &begin, NOW).await.unwrap()
    })
    .await;
    assert_eq!(begun.iter().filter(|begun| matches!(begun, Begun::Ready { .. })).count(), 1);
    assert_eq!(begun.iter().filter(|begun| matches!(begun, Begun::InProgress)).count(), MANY - 1);
    assert_eq!(db.number("SELECT count(*) FROM linked_accounts").await, 1);
}

async fn one_page_is_left_with_one_attempt(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "workday")).await;
    let attempts = at_once(&db, |store, n| async move {
        if n % 3 == 0 {
            let attempt = AttemptId(Uuid::new_v4());
            store.begin_relink(&org, account.id, attempt, Some("tab 0"), HOUR, NOW).await.unwrap();
            attempt
        } else {
            let begin = from_page(&org, &format!("app-{}", n % 2), 0);
            store.begin_connect(&org, &begin, NOW).await.unwrap();
            begin.attempt
        }
    })
    .await;
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE state = 'open' AND page = 'tab 0'").await, 1);
    let mut issued = 0;
    for attempt in attempts {
        issued += usize::from(db.store.link_token_issued(&org, attempt, NOW).await.unwrap());
    }
    assert_eq!(issued, 1, "one link token leaves the server");
}

async fn one_worker_exchanges_a_token(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let wanted = begin(&org, "bamboohr");
    ready(&*db.store, &org, &wanted).await;
    let claims = at_once(&db, |store, n| async move {
        let hint = (n % 3 == 0).then_some(wanted.attempt);
        store.claim_exchange(&org, &claim_of("t", hint), NOW).await.unwrap()
    })
    .await;
    assert_eq!(claims.iter().filter(|claim| matches!(claim, Claimed::Mine(_))).count(), 1);
    assert_eq!(claims.iter().filter(|claim| matches!(claim, Claimed::Busy)).count(), MANY - 1);
    assert_eq!(db.number("SELECT count(*) FROM link_attempts WHERE token_hash IS NOT NULL").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 1);
}

async fn one_worker_activates(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    // Leases that end at once let everybody believe that it is their turn.
    let ends = at_once(&db, |store, _| {
        let row = row.clone();
        async move {
            let claim = ClaimExchange { lease_millis: 0, ..claim_of("t", None) };
            match store.claim_exchange(&org, &claim, NOW).await.unwrap() {
                Claimed::Mine(attempt) => match store.activate(&org, &activation(&attempt, &row), NOW).await.unwrap() {
                    Activated::Linked { .. } => 1,
                    Activated::ClaimLost => 0,
                    other => panic!("{other:?}"),
                },
                Claimed::Over(_) | Claimed::Busy => 0,
                Claimed::NotYours => panic!("not ours"),
            }
        }
    })
    .await;
    assert!(ends.iter().sum::<i32>() <= 1, "{ends:?}");
    let account = db.store.account(&org, row.id).await.unwrap().unwrap();
    assert_eq!(account.credential_rev, 0, "nobody relinked what another had just connected");
}

async fn every_job_has_one_worker(db: TestDb) {
    const JOBS: usize = 10;
    for _ in 0..JOBS {
        db.store.enqueue("refresh", Uuid::new_v4(), 0).await.unwrap();
    }
    let claimed = at_once(&db, |store, _| async move { store.claim(&["refresh"], HOUR).await.unwrap().map(|job| job.id) }).await;
    let claimed: Vec<_> = claimed.into_iter().flatten().collect();
    assert_eq!(claimed.iter().collect::<HashSet<_>>().len(), claimed.len(), "no job twice");
    // A worker that meets only rows that others are just taking goes away with nothing and looks again.
    let mut left = 0;
    while db.store.claim(&["refresh"], HOUR).await.unwrap().is_some() {
        left += 1;
    }
    assert_eq!(claimed.len() + left, JOBS, "none lost");
}

async fn a_job_is_queued_once_by_many(db: TestDb) {
    let subject = Uuid::new_v4();
    at_once(&db, |store, n| async move { store.enqueue("refresh", subject, i64::try_from(n).unwrap()).await.unwrap() }).await;
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 1);
    let job = db.number("SELECT min(run_at) - max(created_at) FROM jobs").await;
    assert!(job < i64::try_from(MANY).unwrap(), "{job}");
}

async fn limits_count_all_processes(db: TestDb) {
    let day = 24 * HOUR;
    let taken = at_once(&db, |store, _| async move { store.take("user", 10, 1000 * day).await.unwrap().is_ok() }).await;
    assert_eq!(taken.iter().filter(|taken| **taken).count(), 10);
}

async fn one_address_has_one_owner(db: TestDb) {
    let made = at_once(&db, |store, n| async move {
        let new = NewOrganization {
            organization: patchbay::domain::ids::OrganizationId(Uuid::new_v4()),
            organization_name: format!("Acme {n}"),
            user: patchbay::domain::ids::UserId(Uuid::new_v4()),
            name: "Dana".into(),
            email: "dana@acme.example".into(),
            password_hash: None,
            operator: false,
        };
        store.create_organization(&new, NOW).await.unwrap()
    })
    .await;
    assert_eq!(made.iter().filter(|made| **made).count(), 1);
    assert_eq!(db.number("SELECT count(*) FROM organizations").await, 1);
}

async fn a_ticket_lets_one_in(db: TestDb) {
    let entered = at_once(&db, |store, n| async move {
        let mut entry = embedding::entry("once");
        entry.session.token_hash = format!("session {n}");
        store.enter(&entry, NOW).await.unwrap()
    })
    .await;
    assert_eq!(entered.iter().filter(|entered| **entered).count(), 1);
    assert_eq!(db.number("SELECT count(*) FROM sessions").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM organizations").await, 1);
}

async fn a_product_brings_each_of_its_people_once(db: TestDb) {
    at_once(&db, |store, n| async move {
        let mut entry = embedding::entry(&n.to_string());
        entry.ticket.subject = format!("person {}", n % 3);
        assert!(store.enter(&entry, NOW).await.unwrap());
    })
    .await;
    assert_eq!(db.number("SELECT count(*) FROM organizations").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM users").await, 3);
    assert_eq!(db.number("SELECT count(*) FROM sessions").await, i64::try_from(MANY).unwrap());
}

/// Deleting, discarding, connecting and exchanging around one account end without a deadlock, and it is deleted once.
async fn a_deletion_is_finished_once(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let ends = at_once(&db, |store, n| {
        let account = account.clone();
        async move {
            match n % 4 {
                0 => store.start_delete(&org, account.id, NOW).await.unwrap(),
                1 => {
                    while !store.finish_delete(account.id, "mac-of-it", NOW).await.unwrap() {
                        if store.tombstone(&org, "mac-of-it", NOW).await.unwrap() {
                            return false;
                        }
                    }
                    false
                }
                2 => {
                    let attempt = mine(&*store, &org, &claim_of(&n.to_string(), None)).await;
                    let told = Activation { origin_mac: "mac-of-it".into(), ..activation(&attempt, &account) };
                    let end = store.activate(&org, &told, NOW).await.unwrap();
                    assert!(matches!(end, Activated::Relinked { .. } | Activated::Deleting), "{end:?}");
                    false
                }
                _ => {
                    let begin = from_page(&org, "gusto", n);
                    store.begin_connect(&org, &begin, NOW).await.unwrap();
                    store.discard(&org, begin.account, NOW).await.unwrap();
                    store.release_attempt(&org, begin.attempt, NOW).await.unwrap();
                    false
                }
            }
        }
    })
    .await;
    assert_eq!(ends.iter().filter(|deleted| **deleted).count(), 1);
    assert!(db.store.by_origin(&org, &account.end_user_origin_id).await.unwrap().is_none());
    assert!(db.store.tombstone(&org, "mac-of-it", NOW).await.unwrap());
}

async fn two_processes_may_start_at_once(db: TestDb) {
    let url = match db.url.strip_prefix("sqlite") {
        Some(_) => format!("{}.second", db.url),
        None => fresh_postgres().await.unwrap(),
    };
    let starts: Vec<_> = (0..4)
        .map(|_| {
            let url = url.clone();
            tokio::spawn(async move { patchbay::server::store::open(&url).await.map(|_| ()) })
        })
        .collect();
    for start in starts {
        start.await.unwrap().unwrap();
    }
}
