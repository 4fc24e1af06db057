//! How a page of records is stored (S4, S5): with its cursor in one transaction, in few statements, each over all rows at once.

use std::collections::{HashMap, HashSet};

use sqlx::Row as _;

use super::{
    super::ports::{
        StoreError, StoreResult,
        sync::{Page, Pass, Run, Then},
    },
    core::SqlStore,
    db::Tx,
    rows, runs,
};
use crate::domain::{
    sync::{Effect, Incoming, Stored, effect, live_change},
    time::Timestamp,
};

/// What the rows of the first list of all are marked with.
const FIRST_GENERATION: i64 = 1;

/// What rows that are written may meet.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Rows {
    /// None of them is stored; one that is breaks the statement.
    Unseen,
    /// Those that are stored become the new ones.
    Any,
}

/// What a page does to the stored rows.
#[derive(Default)]
struct Change<'a> {
    /// The last version of each row that is written, in the order in which they came.
    write: Vec<&'a Incoming>,
    /// Rows that were seen and stay as they are.
    same: Vec<&'a str>,
    /// By how much the number of living rows moves.
    live: i64,
}

impl<'a> Change<'a> {
    fn of(records: &'a [Incoming], mut stored: HashMap<String, Stored>) -> Self {
        let mut change = Self::default();
        // A list may show a row twice. One statement writes each row once, so the last version that counts stands for all.
        let mut versions: HashMap<&str, &Incoming> = HashMap::new();
        for record in records {
            let before = stored.get(record.id.as_str());
            if effect(before, record) != Effect::Nothing {
                change.live += live_change(before, record);
                stored.insert(record.id.clone(), Stored::from(record));
                versions.insert(&record.id, record);
            }
        }
        let mut seen = HashSet::new();
        for record in records.iter().filter(|record| seen.insert(record.id.as_str())) {
            match versions.get(record.id.as_str()) {
                Some(version) => change.write.push(version),
                None => change.same.push(&record.id),
            }
        }
        change
    }
}

/// See [`super::super::ports::sync::Syncs::keep_page`].
///
/// The first list of all shows rows that nobody has seen, so they are not looked for before they are written: half of what a database does
/// for a row is that search. If an event has brought one meanwhile, the database says so, and the page is stored as any other.
pub(super) async fn keep(store: &SqlStore, run: &Run, model: &str, page: &Page<'_>, now: Timestamp) -> StoreResult<Option<u64>> {
    if page.pass == Pass::Window && page.mark == Some(FIRST_GENERATION) {
        match keep_as(store, run, model, page, now, Rows::Unseen).await {
            Err(StoreError::Database(sqlx::Error::Database(error))) if error.is_unique_violation() => {}
            kept => return kept,
        }
    }
    keep_as(store, run, model, page, now, Rows::Any).await
}

async fn keep_as(store: &SqlStore, run: &Run, model: &str, page: &Page<'_>, now: Timestamp, which: Rows) -> StoreResult<Option<u64>> {
    let mut tx = store.begin().await?;
    let Some(change_seq) = runs::guard(&mut tx, run).await? else { return Ok(None) };
    let account = run.account.to_string();
    let stored = match which {
        Rows::Unseen => HashMap::new(),
        Rows::Any => stored(&mut tx, &account, model, page.records).await?,
    };
    let change = Change::of(page.records, stored);
    if !change.write.is_empty() {
        let generation = match page.mark {
            Some(generation) => generation,
            None => generation(&mut tx, &account, model).await?,
        };
        rows::write(&mut tx, (&account, model), which, &change.write, generation, change_seq, now).await?;
        count(&mut tx, &account, model, i64::try_from(change.write.len()).unwrap_or(i64::MAX), change.live).await?;
    }
    if let Some(generation) = page.mark.filter(|_| !change.same.is_empty()) {
        mark(&mut tx, &account, model, &change.same, generation).await?;
    }
    follow(&mut tx, &account, model, page, now).await?;
    tx.commit().await?;
    Ok(Some(u64::try_from(change.write.len()).unwrap_or(u64::MAX)))
}

/// The stored rows of a page.
async fn stored(tx: &mut Tx, account: &str, model: &str, records: &[Incoming]) -> StoreResult<HashMap<String, Stored>> {
    if records.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<&str> = records.iter().map(|record| record.id.as_str()).collect();
    let rows = sqlx::query(records_of_ids!("merge_id, modified_us, payload_hash, deleted_at"))
        .bind(account)
        .bind(model)
        .bind(serde_json::Value::from(ids).to_string())
        .fetch_all(&mut **tx)
        .await?;
    rows.iter()
        .map(|row| {
            let stored = Stored {
                modified_us: row.try_get("modified_us")?,
                hash: row.try_get("payload_hash")?,
                deleted: row.try_get::<Option<i64>, _>("deleted_at")?.is_some(),
            };
            Ok((row.try_get("merge_id")?, stored))
        })
        .collect()
}

/// The generation in force, for rows of a list that is not full.
async fn generation(tx: &mut Tx, account: &str, model: &str) -> StoreResult<i64> {
    let found: Option<i64> = sqlx::query_scalar("SELECT generation FROM model_syncs WHERE account_id = $1 AND model = $2")
        .bind(account)
        .bind(model)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(found.unwrap_or_default())
}

/// Moves the account's change number and the number of living rows.
pub(super) async fn count(tx: &mut Tx, account: &str, model: &str, changes: i64, live: i64) -> StoreResult<()> {
    sqlx::query("UPDATE linked_accounts SET change_seq = change_seq + $2 WHERE id = $1")
        .bind(account)
        .bind(changes)
        .execute(&mut **tx)
        .await?;
    if live != 0 {
        sqlx::query("UPDATE model_syncs SET record_count = record_count + $3 WHERE account_id = $1 AND model = $2")
            .bind(account)
            .bind(model)
            .bind(live)
            .execute(&mut **tx)
            .await?;
    }
    Ok(())
}

/// Marks rows as seen by a full list.
async fn mark(tx: &mut Tx, account: &str, model: &str, ids: &[&str], generation: i64) -> StoreResult<()> {
    sqlx::query(concat!(
        "UPDATE records SET generation = $4 WHERE account_id = $1 AND model = $2 AND generation < $4 AND merge_id IN ",
        each!("$3")
    ))
    .bind(account)
    .bind(model)
    .bind(serde_json::Value::from(ids.to_vec()).to_string())
    .bind(generation)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn follow(tx: &mut Tx, account: &str, model: &str, page: &Page<'_>, now: Timestamp) -> StoreResult<()> {
    match (page.pass, &page.then) {
        (Pass::ById, _) | (_, Then::Nothing) => Ok(()),
        (pass, Then::Cursor(cursor)) => {
            let text = if pass == Pass::Window {
                "UPDATE model_syncs SET cursor_text = $3, cursor_at = $4, updated_at = $4 WHERE account_id = $1 AND model = $2"
            } else {
                "UPDATE reconciliations SET cursor_text = $3, cursor_at = $4, updated_at = $4 \
                 WHERE account_id = $1 AND model = $2 AND phase = 'listing'"
            };
            sqlx::query(text).bind(account).bind(model).bind(cursor).bind(now.0).execute(&mut **tx).await?;
            Ok(())
        }
        (Pass::Reconciliation, Then::Finish { .. }) => {
            sqlx::query(
                "UPDATE reconciliations SET phase = 'sweeping', cursor_text = NULL, cursor_at = NULL, position = '', updated_at = $3 \
                 WHERE account_id = $1 AND model = $2 AND phase = 'listing'",
            )
            .bind(account)
            .bind(model)
            .bind(now.0)
            .execute(&mut **tx)
            .await?;
            Ok(())
        }
        (Pass::Window, Then::Finish { fresh_as_of, sweep }) => {
            finish(tx, account, model, fresh_as_of.as_deref(), now).await?;
            if let Some(sweep) = sweep {
                sweep_after(tx, account, model, sweep.confirmed, now).await?;
            }
            Ok(())
        }
    }
}

/// The window moves: its last page is in.
async fn finish(tx: &mut Tx, account: &str, model: &str, fresh_as_of: Option<&str>, now: Timestamp) -> StoreResult<()> {
    sqlx::query(
        "UPDATE model_syncs SET window_start = planned_start, window_end = planned_end, window_floor = planned_floor, \
         planned_start = NULL, planned_end = NULL, planned_floor = NULL, cursor_text = NULL, cursor_at = NULL, restarts = 0, stale = FALSE, \
         error = NULL, retry_at = NULL, data_fresh_as_of = coalesce($3, data_fresh_as_of), updated_at = $4 \
         WHERE account_id = $1 AND model = $2 AND planned_end IS NOT NULL",
    )
    .bind(account)
    .bind(model)
    .bind(fresh_as_of)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    sqlx::query("UPDATE linked_accounts SET last_successful_sync_at = $2 WHERE id = $1")
        .bind(account)
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

/// What the complete list did not show is looked at next.
async fn sweep_after(tx: &mut Tx, account: &str, model: &str, confirmed: bool, now: Timestamp) -> StoreResult<()> {
    sqlx::query(
        "INSERT INTO reconciliations (account_id, model, phase, generation, confirmed, unchanged_since, started_at, updated_at) \
         SELECT account_id, model, 'sweeping', generation, $3, window_end, coalesce(last_synced_at, $4), $4 FROM model_syncs \
         WHERE account_id = $1 AND model = $2 AND window_end IS NOT NULL \
         ON CONFLICT (account_id, model) DO UPDATE SET phase = excluded.phase, generation = excluded.generation, \
         confirmed = excluded.confirmed, unchanged_since = excluded.unchanged_since, cursor_text = NULL, cursor_at = NULL, restarts = 0, \
         position = '', missing = 0, started_at = excluded.started_at, updated_at = excluded.updated_at",
    )
    .bind(account)
    .bind(model)
    .bind(confirmed)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}
