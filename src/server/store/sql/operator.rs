//! What the operator sees (P6).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{
            StoreResult,
            operator::{AccountHealth, DeadJob, Operator, RunAgain},
        },
    },
    accounts,
    core::SqlStore,
    db::Row,
    jobs,
};
use crate::domain::{
    ids::{AccountId, JobId, OrganizationId},
    status::AccountStatus,
    time::Timestamp,
};

fn job(row: &Row) -> StoreResult<DeadJob> {
    let id = |column: &'static str| parse::uuid("jobs", column, &row.try_get::<String, _>(column)?);
    Ok(DeadJob {
        id: JobId(id("id")?),
        kind: row.try_get("kind")?,
        subject: id("subject")?,
        attempts: row.try_get("attempts")?,
        reason: row.try_get("reason")?,
        updated_at: Timestamp(row.try_get("updated_at")?),
    })
}

fn health(row: &Row) -> StoreResult<AccountHealth> {
    const TABLE: &str = "linked_accounts";
    let text = |column: &str| row.try_get::<String, _>(column);
    let id = |column: &'static str| parse::uuid(TABLE, column, &text(column)?);
    Ok(AccountHealth {
        id: AccountId(id("id")?),
        organization: OrganizationId(id("organization_id")?),
        organization_name: text("organization_name")?,
        category: accounts::category(TABLE, &text("category")?)?,
        app: text("app")?,
        status: parse::word(TABLE, "status", &text("status")?, AccountStatus::parse)?,
        error_category: row.try_get("error_category")?,
        error_detail: row.try_get("error_detail")?,
        upstream: text("upstream")?,
        last_successful_sync_at: row.try_get::<Option<i64>, _>("last_successful_sync_at")?.map(Timestamp),
        updated_at: Timestamp(row.try_get("updated_at")?),
    })
}

#[async_trait]
impl Operator for SqlStore {
    async fn dead_jobs(&self, limit: u32) -> StoreResult<Vec<DeadJob>> {
        let rows = sqlx::query(
            "SELECT id, kind, subject, attempts, reason, updated_at FROM jobs WHERE state = 'dead' ORDER BY updated_at DESC, id LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(job).collect()
    }

    async fn run_again(&self, id: JobId) -> StoreResult<RunAgain> {
        let mut tx = self.begin().await?;
        let row = sqlx::query(
            "DELETE FROM jobs WHERE id = $1 AND state = 'dead' RETURNING id, kind, subject, attempts, reason, updated_at, \
             EXISTS (SELECT 1 FROM jobs o WHERE o.kind = jobs.kind AND o.subject = jobs.subject AND o.state <> 'dead') AS alive",
        )
        .bind(id.to_string())
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else { return Ok(RunAgain::Unknown) };
        let (dead, alive) = (job(&row)?, row.try_get("alive")?);
        // A new job in its place, or the live one brought forward: never two of one kind and subject.
        jobs::enqueue(&mut tx, &dead.kind, dead.subject, 0).await?;
        tx.commit().await?;
        Ok(if alive { RunAgain::Alive } else { RunAgain::Waiting })
    }

    async fn all_accounts(&self, limit: u32) -> StoreResult<Vec<AccountHealth>> {
        let rows = sqlx::query(
            "SELECT a.id, a.organization_id, o.name AS organization_name, a.category, \
             coalesce(a.display_name, a.integration_name, a.requested_integration_name, '') AS app, a.status, a.error_category, \
             a.error_detail, a.upstream, a.last_successful_sync_at, a.updated_at \
             FROM linked_accounts a JOIN organizations o ON o.id = a.organization_id WHERE a.status <> 'pending' \
             ORDER BY CASE a.status WHEN 'error' THEN 0 WHEN 'relink_needed' THEN 1 WHEN 'deleting' THEN 2 ELSE 3 END, o.name, a.created_at, \
             a.id LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(health).collect()
    }
}
