//! The windows of a run: noted, planned, restarted, given up (S1–S4).

use super::{
    super::ports::{
        StoreResult,
        sync::{Pass, Run},
    },
    accounts, activity,
    core::SqlStore,
    runs,
};
use crate::domain::{
    sync::{ModelStatus, Window},
    time::{Timestamp, UpstreamTime},
};

/// See [`super::super::ports::sync::Syncs::note_statuses`].
pub(super) async fn note(store: &SqlStore, run: &Run, told: &[(&str, &ModelStatus)], now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(false);
    }
    for (model, told) in told {
        let text = |time: &Option<UpstreamTime>| time.as_ref().map(|time| time.as_str().to_owned());
        sqlx::query(
            "INSERT INTO model_syncs (account_id, model, status, last_sync_result, is_initial_sync, last_sync_start, next_sync_start, \
             last_sync_finished, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             ON CONFLICT (account_id, model) DO UPDATE SET status = excluded.status, last_sync_result = excluded.last_sync_result, \
             is_initial_sync = excluded.is_initial_sync, last_sync_start = excluded.last_sync_start, \
             next_sync_start = excluded.next_sync_start, last_sync_finished = excluded.last_sync_finished, updated_at = excluded.updated_at",
        )
        .bind(run.account.to_string())
        .bind(*model)
        .bind(told.status.as_str())
        .bind(told.last_sync_result.as_ref().map(|word| word.as_str().to_owned()))
        .bind(told.is_initial_sync)
        .bind(text(&told.last_sync_start))
        .bind(text(&told.next_sync_start))
        .bind(text(&told.last_sync_finished))
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::sync::Syncs::plan_window`].
pub(super) async fn plan(store: &SqlStore, run: &Run, model: &str, window: &Window, now: Timestamp) -> StoreResult<Option<i64>> {
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(None);
    }
    let generation: Option<i64> = sqlx::query_scalar(
        "UPDATE model_syncs SET planned_start = $3, planned_end = $4, planned_floor = $5, cursor_text = NULL, cursor_at = NULL, \
         restarts = 0, error = NULL, retry_at = NULL, generation = generation + CASE WHEN $6 THEN 1 ELSE 0 END, last_synced_at = $7, \
         updated_at = $7 WHERE account_id = $1 AND model = $2 RETURNING generation",
    )
    .bind(run.account.to_string())
    .bind(model)
    .bind(window.after.as_ref().map(|time| time.as_str().to_owned()))
    .bind(window.before.as_str())
    .bind(window.floor.as_ref().map(|time| time.as_str().to_owned()))
    .bind(window.is_whole())
    .bind(now.0)
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(generation)
}

/// See [`super::super::ports::sync::Syncs::restart`].
pub(super) async fn restart(store: &SqlStore, run: &Run, model: &str, pass: Pass, now: Timestamp) -> StoreResult<bool> {
    let text = match pass {
        Pass::Window => {
            "UPDATE model_syncs SET cursor_text = NULL, cursor_at = NULL, restarts = restarts + 1, updated_at = $3 \
             WHERE account_id = $1 AND model = $2"
        }
        Pass::Reconciliation => {
            "UPDATE reconciliations SET cursor_text = NULL, cursor_at = NULL, restarts = restarts + 1, updated_at = $3 \
             WHERE account_id = $1 AND model = $2 AND phase = 'listing'"
        }
        Pass::ById => return Ok(true),
    };
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(false);
    }
    sqlx::query(text).bind(run.account.to_string()).bind(model).bind(now.0).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::sync::Syncs::fail_model`].
pub(super) async fn fail(store: &SqlStore, run: &Run, model: &str, error: &str, retry_at: Timestamp, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(false);
    }
    sqlx::query(
        "UPDATE model_syncs SET error = $3, retry_at = $4, planned_start = NULL, planned_end = NULL, planned_floor = NULL, \
         cursor_text = NULL, cursor_at = NULL, restarts = 0, updated_at = $5 WHERE account_id = $1 AND model = $2",
    )
    .bind(run.account.to_string())
    .bind(model)
    .bind(error)
    .bind(retry_at.0)
    .bind(now.0)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::sync::Syncs::complete_initial_sync`].
pub(super) async fn complete_initial(store: &SqlStore, run: &Run, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(false);
    }
    let latched = sqlx::query(
        "UPDATE linked_accounts SET initial_sync_completed = TRUE, updated_at = $2 WHERE id = $1 AND NOT initial_sync_completed",
    )
    .bind(run.account.to_string())
    .bind(now.0)
    .execute(&mut *tx)
    .await?;
    if latched.rows_affected() == 1
        && let Some(account) = accounts::by_id(&mut tx, run.account).await?
    {
        activity::write(&mut tx, "first_sync_completed", &account, None, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}
