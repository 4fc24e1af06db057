//! The keys of the company's own programs (§3).

use async_trait::async_trait;
use sqlx::Row as _;
use uuid::Uuid;

use super::{
    super::{
        parse,
        ports::{
            StoreResult,
            keys::{ApiKey, ApiKeys},
        },
    },
    core::SqlStore,
    db::Row,
};
use crate::domain::{ids::OrganizationId, time::Timestamp};

/// Uses within this time of the last one that was noted are not noted: reading would otherwise write.
const NOTED_WITHIN: i64 = 60_000;

fn key(row: &Row) -> StoreResult<ApiKey> {
    let time = |column: &str| Ok::<_, sqlx::Error>(row.try_get::<Option<i64>, _>(column)?.map(Timestamp));
    Ok(ApiKey {
        id: parse::uuid("api_keys", "id", &row.try_get::<String, _>("id")?)?,
        organization: parse::uuid_opt("api_keys", "organization_id", row.try_get("organization_id")?)?.map(OrganizationId),
        name: row.try_get("name")?,
        created_at: Timestamp(row.try_get("created_at")?),
        last_used_at: time("last_used_at")?,
        revoked_at: time("revoked_at")?,
    })
}

#[async_trait]
impl ApiKeys for SqlStore {
    async fn create_key(&self, key: &ApiKey, key_hash: &str) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let done = sqlx::query(
            "INSERT INTO api_keys (id, organization_id, name, key_hash, created_at) SELECT $1, $2, $3, $4, $5 \
             WHERE $2 IS NULL OR EXISTS (SELECT 1 FROM organizations o WHERE o.id = $2)",
        )
        .bind(key.id.to_string())
        .bind(key.organization.map(|organization| organization.to_string()))
        .bind(&key.name)
        .bind(key_hash)
        .bind(key.created_at.0)
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    async fn key_by_hash(&self, key_hash: &str) -> StoreResult<Option<ApiKey>> {
        let row = sqlx::query(
            "SELECT id, organization_id, name, created_at, last_used_at, revoked_at FROM api_keys \
             WHERE key_hash = $1 AND revoked_at IS NULL",
        )
        .bind(key_hash)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map(self::key).transpose()
    }

    async fn key_used(&self, key: &ApiKey, now: Timestamp) -> StoreResult<()> {
        let before = now.plus_millis(-NOTED_WITHIN);
        if key.last_used_at.is_some_and(|at| at > before) {
            return Ok(());
        }
        let mut tx = self.begin().await?;
        sqlx::query("UPDATE api_keys SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)")
            .bind(key.id.to_string())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    async fn revoke_key(&self, id: Uuid, now: Timestamp) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL")
            .bind(id.to_string())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    async fn keys(&self) -> StoreResult<Vec<ApiKey>> {
        let rows = sqlx::query(
            "SELECT id, organization_id, name, created_at, last_used_at, revoked_at FROM api_keys ORDER BY created_at, id LIMIT 1000",
        )
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(self::key).collect()
    }

    async fn has_organization(&self, organization: OrganizationId) -> StoreResult<bool> {
        let found = sqlx::query("SELECT 1 AS one FROM organizations WHERE id = $1")
            .bind(organization.to_string())
            .fetch_optional(&self.read)
            .await?;
        Ok(found.is_some())
    }
}
