//! Runs over accounts, and what is known of their models (S6).

use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{
            Sealed, StoreResult,
            sync::{ModelSync, Planned, RecordCount, Run},
        },
    },
    accounts,
    core::SqlStore,
    db::{Row, Tx},
};
use crate::domain::{
    ids::{AccountId, OrganizationId},
    people::Org,
    status::AccountStatus,
    sync::{Known, ModelStatus, SyncWord, Window},
    time::{Timestamp, UpstreamTime},
};

const TABLE: &str = "model_syncs";

macro_rules! run_columns {
    () => {
        "organization_id, category, linked_account_id, account_token, status, epoch, run_fence, credential_rev, initial_sync_completed, \
         connected_at, relinked_at, reconcile_wanted_at"
    };
}

/// See [`super::super::ports::sync::Syncs::begin_run`].
pub(super) async fn begin(store: &SqlStore, account: AccountId, upstream: &str) -> StoreResult<Option<Run>> {
    let mut tx = store.begin().await?;
    let row = sqlx::query(concat!(
        "UPDATE linked_accounts SET run_fence = run_fence + 1 WHERE id = $1 AND upstream = $2 AND account_token IS NOT NULL AND status IN ",
        connected!(),
        " RETURNING ",
        run_columns!()
    ))
    .bind(account.to_string())
    .bind(upstream)
    .fetch_optional(&mut *tx)
    .await?;
    tx.commit().await?;
    row.as_ref().map(|row| run(account, row)).transpose()
}

/// See [`super::super::ports::sync::Syncs::peek_run`].
pub(super) async fn peek(store: &SqlStore, account: AccountId, upstream: &str) -> StoreResult<Option<Run>> {
    let row = sqlx::query(concat!(
        "SELECT ",
        run_columns!(),
        " FROM linked_accounts WHERE id = $1 AND upstream = $2 AND account_token IS NOT NULL AND status IN ",
        connected!()
    ))
    .bind(account.to_string())
    .bind(upstream)
    .fetch_optional(&store.read)
    .await?;
    row.as_ref().map(|row| run(account, row)).transpose()
}

fn run(account: AccountId, row: &Row) -> StoreResult<Run> {
    const TABLE: &str = "linked_accounts";
    let text = |column: &str| row.try_get::<String, _>(column);
    let time = |column: &str| Ok::<_, sqlx::Error>(row.try_get::<Option<i64>, _>(column)?.map(Timestamp));
    Ok(Run {
        account,
        organization: OrganizationId(parse::uuid(TABLE, "organization_id", &text("organization_id")?)?),
        category: accounts::category(TABLE, &text("category")?)?,
        linked_account_id: row.try_get("linked_account_id")?,
        account_token: Sealed(text("account_token")?),
        status: parse::word(TABLE, "status", &text("status")?, AccountStatus::parse)?,
        epoch: row.try_get("epoch")?,
        fence: row.try_get("run_fence")?,
        credential_rev: row.try_get("credential_rev")?,
        initial_sync_completed: row.try_get("initial_sync_completed")?,
        connected_at: time("connected_at")?,
        relinked_at: time("relinked_at")?,
        reconcile_wanted_at: time("reconcile_wanted_at")?,
    })
}

/// The first statement of every transaction of a run (S6): the account's newest change number, with its row locked, if the run's word still
/// counts. `None`: roll back and stop.
pub(super) async fn guard(tx: &mut Tx, run: &Run) -> StoreResult<Option<i64>> {
    Ok(sqlx::query_scalar(concat!(
        "SELECT change_seq FROM linked_accounts WHERE id = $1 AND epoch = $2 AND run_fence = $3 AND status IN ",
        connected!(),
        for_update!()
    ))
    .bind(run.account.to_string())
    .bind(run.epoch)
    .bind(run.fence)
    .fetch_optional(&mut **tx)
    .await?)
}

/// See [`super::super::ports::sync::Syncs::is_current`].
pub(super) async fn is_current(store: &SqlStore, run: &Run) -> StoreResult<bool> {
    let found = sqlx::query(concat!(
        "SELECT 1 AS one FROM linked_accounts WHERE id = $1 AND epoch = $2 AND run_fence = $3 AND status IN ",
        connected!()
    ))
    .bind(run.account.to_string())
    .bind(run.epoch)
    .bind(run.fence)
    .fetch_optional(&store.read)
    .await?;
    Ok(found.is_some())
}

macro_rules! select_model {
    () => {
        "SELECT m.model, m.status, m.last_sync_result, m.is_initial_sync, m.last_sync_start, m.next_sync_start, m.last_sync_finished, \
         m.data_fresh_as_of, m.last_synced_at, m.window_end, m.window_floor, m.planned_start, m.planned_end, m.planned_floor, m.cursor_text, \
         m.cursor_at, m.restarts, m.generation, m.record_count, m.stale, m.error, m.retry_at, \
         (SELECT r.missing FROM reconciliations r WHERE r.account_id = m.account_id AND r.model = m.model AND r.phase = 'stopped') AS missing \
         FROM model_syncs m "
    };
}

/// See [`super::super::ports::sync::Syncs::model_syncs`].
pub(super) async fn model_syncs(store: &SqlStore, run: &Run) -> StoreResult<Vec<ModelSync>> {
    let rows = sqlx::query(concat!(select_model!(), "WHERE m.account_id = $1 ORDER BY m.model"))
        .bind(run.account.to_string())
        .fetch_all(&store.read)
        .await?;
    rows.iter().map(model).collect()
}

/// See [`super::super::ports::sync::Syncs::sync_states`].
pub(super) async fn sync_states(store: &SqlStore, org: &Org, account: AccountId) -> StoreResult<Vec<ModelSync>> {
    let rows = sqlx::query(concat!(
        select_model!(),
        "JOIN linked_accounts a ON a.id = m.account_id WHERE ",
        visible!(),
        " AND a.id = $3 AND a.status <> 'deleting' ORDER BY m.model"
    ))
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(account.to_string())
    .fetch_all(&store.read)
    .await?;
    rows.iter().map(model).collect()
}

/// See [`super::super::ports::sync::Syncs::record_counts`].
pub(super) async fn record_counts(store: &SqlStore, org: &Org) -> StoreResult<Vec<RecordCount>> {
    let rows = sqlx::query(concat!(
        "SELECT m.account_id, m.model, m.record_count FROM model_syncs m JOIN linked_accounts a ON a.id = m.account_id WHERE ",
        visible!(),
        " AND a.status <> 'deleting' AND m.record_count > 0"
    ))
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .fetch_all(&store.read)
    .await?;
    let count = |row: &Row| {
        let account = parse::uuid(TABLE, "account_id", &row.try_get::<String, _>("account_id")?)?;
        Ok(RecordCount { account: AccountId(account), model: row.try_get("model")?, count: row.try_get("record_count")? })
    };
    rows.iter().map(count).collect()
}

/// Reads a time of the upstream.
pub(super) fn upstream_time(table: &'static str, row: &Row, column: &'static str) -> StoreResult<Option<UpstreamTime>> {
    let text: Option<String> = row.try_get(column)?;
    text.map(|text| parse::word(table, column, &text, UpstreamTime::parse)).transpose()
}

fn model(row: &Row) -> StoreResult<ModelSync> {
    let time = |column: &'static str| upstream_time(TABLE, row, column);
    let ours = |column: &str| Ok::<_, sqlx::Error>(row.try_get::<Option<i64>, _>(column)?.map(Timestamp));
    let told = match row.try_get::<Option<String>, _>("status")? {
        None => None,
        Some(status) => Some(ModelStatus {
            status: SyncWord::parse(&status),
            last_sync_result: row.try_get::<Option<String>, _>("last_sync_result")?.as_deref().map(SyncWord::parse),
            is_initial_sync: row.try_get("is_initial_sync")?,
            last_sync_start: time("last_sync_start")?,
            next_sync_start: time("next_sync_start")?,
            last_sync_finished: time("last_sync_finished")?,
            data_fresh_as_of: None,
        }),
    };
    let planned = match time("planned_end")? {
        None => None,
        Some(before) => Some(Planned {
            window: Window { after: time("planned_start")?, before, floor: time("planned_floor")? },
            cursor: row.try_get("cursor_text")?,
            cursor_at: ours("cursor_at")?,
            restarts: row.try_get("restarts")?,
        }),
    };
    Ok(ModelSync {
        model: row.try_get("model")?,
        told,
        known: Known { window_end: time("window_end")?, floor: time("window_floor")?, stale: row.try_get("stale")? },
        data_fresh_as_of: row.try_get("data_fresh_as_of")?,
        last_synced_at: ours("last_synced_at")?,
        planned,
        generation: row.try_get("generation")?,
        record_count: row.try_get("record_count")?,
        missing: row.try_get("missing")?,
        error: row.try_get("error")?,
        retry_at: ours("retry_at")?,
    })
}
