//! S6, S12: durable jobs.

use patchbay::{domain::ids::AccountId, server::store::ports::*};
use uuid::Uuid;

use super::harness::*;

both!(
    a_job_is_claimed_once_and_goes,
    triggers_coalesce,
    a_trigger_while_it_runs_makes_it_run_once_more,
    a_lease_that_ended_is_claimed_again,
    only_the_newest_claim_counts,
    a_job_is_tried_again_later,
    a_buried_job_stays_to_be_seen,
    kinds_are_claimed_apart_and_in_order,
    records_are_purged_only_where_nobody_reads_them,
);

const KINDS: &[&str] = &["refresh"];

async fn claim(db: &TestDb) -> Job {
    db.store.claim(KINDS, HOUR).await.unwrap().expect("a due job")
}

async fn a_job_is_claimed_once_and_goes(db: TestDb) {
    let subject = Uuid::new_v4();
    assert_eq!(db.store.next_due_in(KINDS).await.unwrap(), None);
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    assert_eq!(db.store.next_due_in(KINDS).await.unwrap(), Some(0));
    let job = claim(&db).await;
    assert_eq!((job.kind.as_str(), job.subject, job.attempts), ("refresh", subject, 1));
    assert!(db.store.claim(KINDS, HOUR).await.unwrap().is_none());
    let lease = db.store.next_due_in(KINDS).await.unwrap().unwrap();
    assert!((1..=HOUR).contains(&lease), "somebody has to look when the lease ends: {lease}");
    db.store.done(&job).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 0);
    assert_eq!(db.store.next_due_in(KINDS).await.unwrap(), None);
}

async fn triggers_coalesce(db: TestDb) {
    let subject = Uuid::new_v4();
    db.store.enqueue("refresh", subject, HOUR).await.unwrap();
    assert!(db.store.claim(KINDS, HOUR).await.unwrap().is_none(), "it is not due");
    db.store.enqueue("refresh", subject, 2 * HOUR).await.unwrap();
    let due = db.store.next_due_in(KINDS).await.unwrap().unwrap();
    assert!(due <= HOUR, "a later trigger postpones nothing: {due}");
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    assert_eq!(claim(&db).await.subject, subject);
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 1);
    // Another subject and another kind are other jobs.
    db.store.enqueue("refresh", Uuid::new_v4(), 0).await.unwrap();
    db.store.enqueue("reconcile", subject, 0).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 3);
}

async fn a_trigger_while_it_runs_makes_it_run_once_more(db: TestDb) {
    let subject = Uuid::new_v4();
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    let job = claim(&db).await;
    for millis in [HOUR, 0, 5] {
        db.store.enqueue("refresh", subject, millis).await.unwrap();
    }
    assert!(db.store.claim(KINDS, HOUR).await.unwrap().is_none(), "one run at a time");
    db.store.done(&job).await.unwrap();
    let second = claim(&db).await;
    assert_eq!((second.subject, second.attempts), (subject, 1), "a run of its own");
    db.store.done(&second).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 0, "once, not three times");
}

async fn a_lease_that_ended_is_claimed_again(db: TestDb) {
    db.store.enqueue("refresh", Uuid::new_v4(), 0).await.unwrap();
    let first = db.store.claim(KINDS, 0).await.unwrap().unwrap();
    let second = claim(&db).await;
    assert_eq!((second.id, second.attempts), (first.id, 2));
    assert!(second.fence > first.fence);
}

async fn only_the_newest_claim_counts(db: TestDb) {
    db.store.enqueue("refresh", Uuid::new_v4(), 0).await.unwrap();
    let lost = db.store.claim(KINDS, 0).await.unwrap().unwrap();
    let job = claim(&db).await;
    db.store.done(&lost).await.unwrap();
    db.store.again(&lost, 0, "late").await.unwrap();
    db.store.bury(&lost, "late").await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE state = 'running' AND reason IS NULL").await, 1);
    db.store.done(&job).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 0);
    db.store.again(&job, 0, "gone").await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 0);
}

async fn a_job_is_tried_again_later(db: TestDb) {
    let subject = Uuid::new_v4();
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    let job = claim(&db).await;
    db.store.again(&job, HOUR, "away").await.unwrap();
    assert!(db.store.claim(KINDS, HOUR).await.unwrap().is_none());
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE state = 'waiting' AND reason = 'away'").await, 1);
    // A trigger does not wait for the pause.
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    let job = claim(&db).await;
    assert_eq!(job.attempts, 2);
    // Nor does one that came while it ran.
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    db.store.again(&job, HOUR, "away").await.unwrap();
    let job = claim(&db).await;
    assert_eq!(job.attempts, 3);
    db.store.done(&job).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM jobs").await, 0);
}

async fn a_buried_job_stays_to_be_seen(db: TestDb) {
    let subject = Uuid::new_v4();
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    db.store.bury(&claim(&db).await, "hopeless").await.unwrap();
    assert!(db.store.claim(KINDS, HOUR).await.unwrap().is_none());
    assert_eq!(db.store.next_due_in(KINDS).await.unwrap(), None);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE state = 'dead' AND reason = 'hopeless'").await, 1);
    // A new trigger is a new job, also one that came while it ran.
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    let job = claim(&db).await;
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    db.store.bury(&job, "hopeless").await.unwrap();
    assert_eq!(claim(&db).await.attempts, 1);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE state = 'dead'").await, 2);
}

async fn kinds_are_claimed_apart_and_in_order(db: TestDb) {
    let (late, early, other) = (Uuid::new_v4(), Uuid::new_v4(), Uuid::new_v4());
    db.store.enqueue("refresh", late, 0).await.unwrap();
    db.store.enqueue("purge", early, 0).await.unwrap();
    db.store.enqueue("it's \"odd\"", other, 0).await.unwrap();
    db.execute(&format!("UPDATE jobs SET run_at = run_at - 1000 WHERE subject = '{early}'")).await.unwrap();
    assert!(db.store.claim(&[], HOUR).await.unwrap().is_none());
    assert_eq!(db.store.next_due_in(&[]).await.unwrap(), None);
    assert_eq!(db.store.claim(&["it's \"odd\""], HOUR).await.unwrap().unwrap().subject, other);
    assert_eq!(db.store.claim(&["refresh", "purge"], HOUR).await.unwrap().unwrap().subject, early);
    assert_eq!(db.store.claim(&["refresh", "purge"], HOUR).await.unwrap().unwrap().subject, late);
}

async fn records_are_purged_only_where_nobody_reads_them(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let gone = AccountId(Uuid::new_v4());
    for owner in [account.id, gone] {
        for n in 0..5 {
            db.execute(&format!(
                "INSERT INTO records (account_id, model, merge_id, fields, payload_hash, modified_at, change_seq, changed_at, created_at, generation) \
                 VALUES ('{owner}', 'Employee', '{n}', '{{}}', 'h', '2026-01-01T00:00:00Z', {n}, 0, 0, 0)"
            ))
            .await
            .unwrap();
        }
    }
    assert_eq!(db.store.purge_records(account.id, 100).await.unwrap(), 0, "a living account keeps its records");
    assert_eq!(db.store.purge_records(gone, 3).await.unwrap(), 3);
    assert_eq!(db.store.purge_records(gone, 3).await.unwrap(), 2);
    assert_eq!(db.store.purge_records(gone, 3).await.unwrap(), 0);
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert_eq!(db.store.purge_records(account.id, 2).await.unwrap(), 2);
    assert!(db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    assert_eq!(db.store.purge_records(account.id, 100).await.unwrap(), 3, "also after the row is gone");
}
