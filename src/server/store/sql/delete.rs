//! How accounts leave (L8, L11).

use super::{super::ports::StoreResult, accounts, activity, core::SqlStore, db::Tx, jobs};
use crate::domain::{ids::AccountId, people::Org, status::AccountStatus, time::Timestamp};

/// How long a tombstone stands: 90 days.
const TOMBSTONE_MILLIS: i64 = 90 * 86_400_000;

/// Ends every hold on a row.
async fn free(tx: &mut Tx, id: AccountId, now: Timestamp) -> StoreResult<()> {
    sqlx::query("UPDATE link_attempts SET state = 'released', updated_at = $2 WHERE account_id = $1 AND state = 'open'")
        .bind(id.to_string())
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// See [`super::super::ports::LinkedAccounts::discard`].
pub(super) async fn discard(store: &SqlStore, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin_linking(org).await?;
    let Some(account) = accounts::for_change(&mut tx, org, id).await?.filter(|account| account.status == AccountStatus::Pending) else {
        return Ok(false);
    };
    free(&mut tx, id, now).await?;
    if !account.discarded {
        sqlx::query("UPDATE linked_accounts SET discarded = TRUE, updated_at = $2 WHERE id = $1")
            .bind(id.to_string())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        activity::write(&mut tx, "setup_discarded", &account, Some(org.user), now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::LinkedAccounts::start_delete`].
pub(super) async fn start(store: &SqlStore, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin_linking(org).await?;
    let Some(account) = accounts::for_change(&mut tx, org, id).await?.filter(|account| account.status.is_connected()) else {
        return Ok(false);
    };
    free(&mut tx, id, now).await?;
    sqlx::query("UPDATE linked_accounts SET status = 'deleting', deleting_since = $2, epoch = epoch + 1, updated_at = $2 WHERE id = $1")
        .bind(id.to_string())
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    activity::write(&mut tx, "deleted", &account, Some(org.user), now).await?;
    jobs::enqueue(&mut tx, "purge", id.0, 0).await?;
    jobs::enqueue(&mut tx, "delete_upstream", id.0, 0).await?;
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::LinkedAccounts::finish_delete`].
pub(super) async fn finish(store: &SqlStore, id: AccountId, origin_mac: &str, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    let gone = sqlx::query(concat!(
        "INSERT INTO tombstones (organization_id, origin_mac, linked_account_id, category, upstream, created_at, expires_at) \
         SELECT organization_id, $2, coalesce(linked_account_id, ''), category, upstream, $3, $4 \
         FROM linked_accounts WHERE id = $1 AND status = 'deleting'",
        for_update!(),
        " ON CONFLICT (organization_id, origin_mac, linked_account_id) DO UPDATE SET expires_at = excluded.expires_at"
    ))
    .bind(id.to_string())
    .bind(origin_mac)
    .bind(now.0)
    .bind(now.plus_millis(TOMBSTONE_MILLIS).0)
    .execute(&mut *tx)
    .await?;
    if gone.rows_affected() == 0 {
        return Ok(false);
    }
    // The origin id goes with everything that repeats it; so do the bodies of the account's events.
    sqlx::query("UPDATE link_attempts SET sent_origin_id = NULL WHERE account_id = $1 OR outcome_account = $1")
        .bind(id.to_string())
        .execute(&mut *tx)
        .await?;
    sqlx::query("UPDATE webhook_inbox SET body = NULL WHERE account_id = $1").bind(id.to_string()).execute(&mut *tx).await?;
    sqlx::query("DELETE FROM linked_accounts WHERE id = $1").bind(id.to_string()).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(true)
}
