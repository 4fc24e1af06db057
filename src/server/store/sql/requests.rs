//! Apps that people ask for (C4).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::ports::{
        StoreResult,
        requests::{AppRequest, AppRequests, NewRequest},
    },
    core::SqlStore,
    db::Row,
};
use crate::domain::{people::Org, time::Timestamp};

fn request(row: &Row) -> StoreResult<AppRequest> {
    Ok(AppRequest {
        name: row.try_get("name")?,
        teams: row.try_get("teams")?,
        votes: row.try_get("votes")?,
        website: row.try_get("website")?,
        reason: row.try_get("reason")?,
        asked_at: Timestamp(row.try_get("asked_at")?),
    })
}

const TEAMS: &str = "SELECT count(DISTINCT v.organization_id) FROM app_requests r JOIN app_request_votes v ON v.request_id = r.id \
                     WHERE r.normalized_name = $1";

#[async_trait]
impl AppRequests for SqlStore {
    async fn request_app(&self, org: &Org, new: &NewRequest, now: Timestamp) -> StoreResult<i64> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "INSERT INTO app_requests (id, name, normalized_name, created_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (normalized_name) DO NOTHING",
        )
        .bind(new.id.to_string())
        .bind(&new.name)
        .bind(&new.normalized_name)
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
        sqlx::query(
            "INSERT INTO app_request_votes (request_id, user_id, organization_id, created_at, website, reason) \
             SELECT id, $2, $3, $4, $5, $6 FROM app_requests WHERE normalized_name = $1 \
             ON CONFLICT (request_id, user_id) DO UPDATE SET organization_id = excluded.organization_id, created_at = excluded.created_at, \
             website = coalesce(excluded.website, app_request_votes.website), reason = coalesce(excluded.reason, app_request_votes.reason)",
        )
        .bind(&new.normalized_name)
        .bind(org.user.to_string())
        .bind(org.organization.to_string())
        .bind(now.0)
        .bind(&new.website)
        .bind(&new.reason)
        .execute(&mut *tx)
        .await?;
        let teams = sqlx::query_scalar(TEAMS).bind(&new.normalized_name).fetch_one(&mut *tx).await?;
        tx.commit().await?;
        Ok(teams)
    }

    async fn teams_asking(&self, normalized_name: &str) -> StoreResult<i64> {
        Ok(sqlx::query_scalar(TEAMS).bind(normalized_name).fetch_one(&self.read).await?)
    }

    async fn app_requests(&self, limit: u32) -> StoreResult<Vec<AppRequest>> {
        // What was said last, where somebody said something.
        let rows = sqlx::query(
            "SELECT r.name, count(DISTINCT v.organization_id) AS teams, count(*) AS votes, max(v.created_at) AS asked_at, \
             (SELECT w.website FROM app_request_votes w WHERE w.request_id = r.id AND w.website IS NOT NULL \
             ORDER BY w.created_at DESC, w.user_id LIMIT 1) AS website, \
             (SELECT w.reason FROM app_request_votes w WHERE w.request_id = r.id AND w.reason IS NOT NULL \
             ORDER BY w.created_at DESC, w.user_id LIMIT 1) AS reason \
             FROM app_requests r JOIN app_request_votes v ON v.request_id = r.id \
             GROUP BY r.id, r.name ORDER BY teams DESC, votes DESC, asked_at DESC, r.name LIMIT $1",
        )
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(request).collect()
    }
}
