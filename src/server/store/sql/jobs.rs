//! Durable jobs (S12): one live row for each kind and subject, so that no two workers are at the same thing and triggers coalesce.

use async_trait::async_trait;
use sqlx::Row as _;
use uuid::Uuid;

use super::{
    super::{
        parse,
        ports::{Job, Jobs, StoreResult},
    },
    core::{ROWS_AT_ONCE, SqlStore},
    db::Tx,
};
use crate::domain::ids::{AccountId, JobId};

/// Queues a job in the transaction that makes it necessary.
pub(super) async fn enqueue(tx: &mut Tx, kind: &str, subject: Uuid, run_in_millis: i64) -> StoreResult<()> {
    sqlx::query(concat!(
        "INSERT INTO jobs (id, kind, subject, state, run_at, created_at, updated_at) \
         SELECT $1, $2, $3, 'waiting', n.now + $4, n.now, n.now FROM (SELECT ",
        now_ms!(),
        " AS now) AS n WHERE TRUE \
         ON CONFLICT (kind, subject) WHERE state <> 'dead' DO UPDATE SET \
         rerun_at = CASE WHEN jobs.state = 'running' AND (jobs.rerun_at IS NULL OR jobs.rerun_at > excluded.run_at) \
         THEN excluded.run_at ELSE jobs.rerun_at END, \
         run_at = CASE WHEN jobs.state = 'waiting' AND jobs.run_at > excluded.run_at THEN excluded.run_at ELSE jobs.run_at END, \
         updated_at = excluded.updated_at"
    ))
    .bind(Uuid::new_v4().to_string())
    .bind(kind)
    .bind(subject.to_string())
    .bind(run_in_millis.max(0))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Takes back a job that nobody has started, because what it is for was done by somebody else.
pub(super) async fn cancel(tx: &mut Tx, kind: &str, subject: Uuid) -> StoreResult<()> {
    sqlx::query("DELETE FROM jobs WHERE kind = $1 AND subject = $2 AND state = 'waiting'")
        .bind(kind)
        .bind(subject.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(())
}

fn kinds_json(kinds: &[&str]) -> String {
    serde_json::Value::from(kinds.to_vec()).to_string()
}

#[async_trait]
impl Jobs for SqlStore {
    async fn enqueue(&self, kind: &str, subject: Uuid, run_in_millis: i64) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        enqueue(&mut tx, kind, subject, run_in_millis).await?;
        Ok(tx.commit().await?)
    }

    async fn claim(&self, kinds: &[&str], lease_millis: i64) -> StoreResult<Option<Job>> {
        // An expired lease is claimed like a job that waits: `run_at` is its end.
        let mut tx = self.begin().await?;
        let row = sqlx::query(concat!(
            "UPDATE jobs SET state = 'running', run_at = ",
            now_ms!(),
            " + $2, fence = fence + 1, attempts = attempts + 1, updated_at = ",
            now_ms!(),
            " WHERE id = (SELECT id FROM jobs WHERE state <> 'dead' AND run_at <= ",
            now_ms!(),
            " AND kind IN ",
            each!("$1"),
            " ORDER BY run_at, id LIMIT 1",
            skip_locked!(),
            ") RETURNING id, kind, subject, attempts, fence"
        ))
        .bind(kinds_json(kinds))
        .bind(lease_millis)
        .fetch_optional(&mut *tx)
        .await?;
        tx.commit().await?;
        row.map(|row| {
            let (id, subject): (String, String) = (row.try_get("id")?, row.try_get("subject")?);
            Ok(Job {
                id: JobId(parse::uuid("jobs", "id", &id)?),
                kind: row.try_get("kind")?,
                subject: parse::uuid("jobs", "subject", &subject)?,
                attempts: row.try_get("attempts")?,
                fence: row.try_get("fence")?,
            })
        })
        .transpose()
    }

    async fn renew(&self, job: &Job, lease_millis: i64) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let renewed = sqlx::query(concat!(
            "UPDATE jobs SET run_at = ",
            now_ms!(),
            " + $3, updated_at = ",
            now_ms!(),
            " WHERE id = $1 AND fence = $2 AND state = 'running'"
        ))
        .bind(job.id.to_string())
        .bind(job.fence)
        .bind(lease_millis)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(renewed.rows_affected() == 1)
    }

    async fn done(&self, job: &Job) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        let again = sqlx::query(concat!(
            "UPDATE jobs SET state = 'waiting', run_at = rerun_at, rerun_at = NULL, attempts = 0, reason = NULL, updated_at = ",
            now_ms!(),
            " WHERE id = $1 AND fence = $2 AND state = 'running' AND rerun_at IS NOT NULL"
        ))
        .bind(job.id.to_string())
        .bind(job.fence)
        .execute(&mut *tx)
        .await?;
        if again.rows_affected() == 0 {
            sqlx::query("DELETE FROM jobs WHERE id = $1 AND fence = $2 AND state = 'running' AND rerun_at IS NULL")
                .bind(job.id.to_string())
                .bind(job.fence)
                .execute(&mut *tx)
                .await?;
        }
        Ok(tx.commit().await?)
    }

    async fn again(&self, job: &Job, in_millis: i64, reason: &str) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        sqlx::query(concat!(
            "UPDATE jobs SET state = 'waiting', reason = $4, updated_at = ",
            now_ms!(),
            ", rerun_at = NULL, \
             run_at = CASE WHEN rerun_at < ",
            now_ms!(),
            " + $3 THEN rerun_at ELSE ",
            now_ms!(),
            " + $3 END \
             WHERE id = $1 AND fence = $2 AND state = 'running'"
        ))
        .bind(job.id.to_string())
        .bind(job.fence)
        .bind(in_millis.max(0))
        .bind(reason)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    async fn bury(&self, job: &Job, reason: &str) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        let row = sqlx::query(concat!(
            "UPDATE jobs SET state = 'dead', reason = $3, updated_at = ",
            now_ms!(),
            " WHERE id = $1 AND fence = $2 AND state = 'running' RETURNING rerun_at - ",
            now_ms!(),
            " AS rerun_in"
        ))
        .bind(job.id.to_string())
        .bind(job.fence)
        .bind(reason)
        .fetch_optional(&mut *tx)
        .await?;
        // Who asked for another run meanwhile gets it: what killed this one may be mended.
        if let Some(rerun_in) = row.map(|row| row.try_get::<Option<i64>, _>("rerun_in")).transpose()?.flatten() {
            enqueue(&mut tx, &job.kind, job.subject, rerun_in).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn next_due_in(&self, kinds: &[&str]) -> StoreResult<Option<i64>> {
        let due: Option<i64> =
            sqlx::query_scalar(concat!("SELECT min(run_at) - ", now_ms!(), " FROM jobs WHERE state <> 'dead' AND kind IN ", each!("$1")))
                .bind(kinds_json(kinds))
                .fetch_one(&self.read)
                .await?;
        Ok(due.map(|millis| millis.max(0)))
    }

    async fn purge_records(&self, account: AccountId, limit: u32) -> StoreResult<u64> {
        let mut tx = self.begin().await?;
        let done = sqlx::query(
            "DELETE FROM records WHERE (account_id, model, merge_id) IN \
             (SELECT account_id, model, merge_id FROM records WHERE account_id = $1 LIMIT $2) \
             AND NOT EXISTS (SELECT 1 FROM linked_accounts a WHERE a.id = $1 AND a.status <> 'deleting')",
        )
        .bind(account.to_string())
        .bind(i64::from(limit).min(ROWS_AT_ONCE))
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }
}
