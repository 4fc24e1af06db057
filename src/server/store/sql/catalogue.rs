//! The catalogue's cache (C1).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::ports::{CatalogueCache, StoreResult},
    core::SqlStore,
};
use crate::domain::time::Timestamp;

#[async_trait]
impl CatalogueCache for SqlStore {
    async fn catalogue(&self, upstream: &str) -> StoreResult<Option<(String, Timestamp)>> {
        let row =
            sqlx::query("SELECT list, fetched_at FROM integrations WHERE upstream = $1").bind(upstream).fetch_optional(&self.read).await?;
        row.map(|row| Ok((row.try_get("list")?, Timestamp(row.try_get("fetched_at")?)))).transpose()
    }

    async fn keep_catalogue(&self, upstream: &str, json: &str, now: Timestamp) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        // The newest list wins, whichever process asked for it first.
        sqlx::query(
            "INSERT INTO integrations (upstream, list, fetched_at) VALUES ($1, $2, $3) ON CONFLICT (upstream) DO UPDATE \
             SET list = excluded.list, fetched_at = excluded.fetched_at WHERE integrations.fetched_at <= excluded.fetched_at",
        )
        .bind(upstream)
        .bind(json)
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }
}
