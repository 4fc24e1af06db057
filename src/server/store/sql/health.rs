//! How accounts are (§9), and which of them nobody looks after.

use super::{
    super::{
        parse,
        ports::{StoreResult, sync::Followed},
    },
    accounts, activity,
    core::SqlStore,
};
use crate::domain::{ids::AccountId, people::Org, status::AccountStatus, sync::Health, time::Timestamp};

/// See [`super::super::ports::sync::Syncs::set_health`].
pub(super) async fn set(
    store: &SqlStore,
    id: AccountId,
    credential_rev: i64,
    health: &Health,
    followed: &Followed,
    now: Timestamp,
) -> StoreResult<bool> {
    if !health.status.is_connected() {
        return Ok(false);
    }
    let mut tx = store.begin().await?;
    let Some(mut account) = accounts::by_id(&mut tx, id).await? else { return Ok(false) };
    if !account.status.is_connected() || account.credential_rev != credential_rev {
        return Ok(false);
    }
    let (category, detail) = health.problem.as_ref().map(|(problem, detail)| (problem.as_str(), detail.as_str())).unzip();
    let name = followed.integration_name.as_ref().or(account.integration_name.as_ref());
    let slug = followed.integration_slug.as_ref().or(account.integration_slug.as_ref());
    let is_duplicate = followed.is_duplicate.or(account.is_duplicate);
    let same = account.status == health.status
        && account.error_category.as_deref() == category
        && account.error_detail.as_deref() == detail
        && account.integration_name.as_ref() == name
        && account.integration_slug.as_ref() == slug
        && account.is_duplicate == is_duplicate;
    if same {
        return Ok(false);
    }
    sqlx::query(
        "UPDATE linked_accounts SET status = $2, error_category = $3, error_detail = $4, integration_name = $5, integration_slug = $6, \
         is_duplicate = $7, updated_at = $8 WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(health.status.as_str())
    .bind(category)
    .bind(detail)
    .bind(name)
    .bind(slug)
    .bind(is_duplicate)
    .bind(now.0)
    .execute(&mut *tx)
    .await?;
    if account.status != health.status {
        account.status = health.status;
        let kind = if health.status == AccountStatus::Active { "recovered" } else { health.status.as_str() };
        activity::write(&mut tx, kind, &account, None, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::sync::Syncs::note_resync`].
pub(super) async fn note_resync(store: &SqlStore, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<()> {
    let mut tx = store.begin().await?;
    if let Some(account) = accounts::for_change(&mut tx, org, id).await? {
        activity::write(&mut tx, "synced", &account, Some(org.user), now).await?;
    }
    Ok(tx.commit().await?)
}

/// See [`super::super::ports::sync::Syncs::without_job`].
pub(super) async fn without_job(store: &SqlStore, kind: &str, upstream: &str, limit: u32) -> StoreResult<Vec<AccountId>> {
    let ids: Vec<String> = sqlx::query_scalar(concat!(
        "SELECT a.id FROM linked_accounts a WHERE a.upstream = $2 AND a.status IN ",
        connected!(),
        " AND NOT EXISTS (SELECT 1 FROM jobs j WHERE j.kind = $1 AND j.subject = a.id AND j.state <> 'dead') ORDER BY a.id LIMIT $3"
    ))
    .bind(kind)
    .bind(upstream)
    .bind(i64::from(limit))
    .fetch_all(&store.read)
    .await?;
    ids.iter().map(|id| parse::uuid("linked_accounts", "id", id).map(AccountId)).collect()
}
