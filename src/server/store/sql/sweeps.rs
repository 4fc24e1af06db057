//! Full reconciliation (S11): what a complete list did not show.

use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{
            StoreResult,
            sync::{Ending, Judged, Phase, Reconciliation, Run},
        },
    },
    accounts, activity,
    core::{ROWS_AT_ONCE, SqlStore},
    db::Row,
    jobs, pages, runs,
};
use crate::domain::{
    ids::AccountId,
    people::Org,
    time::{Timestamp, UpstreamTime},
};

const TABLE: &str = "reconciliations";

/// A living row of `$1`, `$2` that the list of generation `$3`, begun at `$4`, did not show; the rule is
/// [`crate::domain::sync::is_candidate`].
macro_rules! candidate {
    () => {
        "account_id = $1 AND model = $2 AND deleted_at IS NULL AND generation < $3 AND created_at < $4"
    };
}

fn reconciliation(row: &Row) -> StoreResult<Reconciliation> {
    let phase: String = row.try_get("phase")?;
    let unchanged_since: String = row.try_get("unchanged_since")?;
    Ok(Reconciliation {
        model: row.try_get("model")?,
        phase: parse::word(TABLE, "phase", &phase, Phase::parse)?,
        generation: row.try_get("generation")?,
        confirmed: row.try_get("confirmed")?,
        unchanged_since: parse::word(TABLE, "unchanged_since", &unchanged_since, UpstreamTime::parse)?,
        cursor: row.try_get("cursor_text")?,
        cursor_at: row.try_get::<Option<i64>, _>("cursor_at")?.map(Timestamp),
        restarts: row.try_get("restarts")?,
        position: row.try_get("position")?,
        started_at: Timestamp(row.try_get("started_at")?),
        approved: row.try_get("approved")?,
        approved_until: row.try_get::<Option<i64>, _>("approved_until")?.map(Timestamp),
    })
}

/// See [`super::super::ports::sync::Syncs::want_reconciliation`].
pub(super) async fn want(store: &SqlStore, account: AccountId, refresh: &str, now: Timestamp) -> StoreResult<()> {
    let mut tx = store.begin().await?;
    sqlx::query("UPDATE linked_accounts SET reconcile_wanted_at = $2 WHERE id = $1")
        .bind(account.to_string())
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    jobs::enqueue(&mut tx, refresh, account.0, 0).await?;
    Ok(tx.commit().await?)
}

/// See [`super::super::ports::sync::Syncs::reconciliations`].
pub(super) async fn all(store: &SqlStore, run: &Run) -> StoreResult<Vec<Reconciliation>> {
    let rows = sqlx::query(
        "SELECT model, phase, generation, confirmed, unchanged_since, cursor_text, cursor_at, restarts, position, started_at, \
         approved, approved_until FROM reconciliations WHERE account_id = $1 ORDER BY model",
    )
    .bind(run.account.to_string())
    .fetch_all(&store.read)
    .await?;
    rows.iter().map(reconciliation).collect()
}

/// See [`super::super::ports::sync::Syncs::begin_reconciliation`].
pub(super) async fn begin(store: &SqlStore, run: &Run, model: &str, unchanged_since: &UpstreamTime, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(false);
    }
    let generation: Option<i64> = sqlx::query_scalar(
        "UPDATE model_syncs SET generation = generation + 1, updated_at = $3 WHERE account_id = $1 AND model = $2 RETURNING generation",
    )
    .bind(run.account.to_string())
    .bind(model)
    .bind(now.0)
    .fetch_optional(&mut *tx)
    .await?;
    if let Some(generation) = generation {
        sqlx::query(
            "INSERT INTO reconciliations (account_id, model, phase, generation, confirmed, unchanged_since, started_at, updated_at) \
             VALUES ($1, $2, 'listing', $3, TRUE, $4, $5, $5) ON CONFLICT (account_id, model) DO UPDATE SET phase = excluded.phase, \
             generation = excluded.generation, confirmed = excluded.confirmed, unchanged_since = excluded.unchanged_since, \
             cursor_text = NULL, cursor_at = NULL, restarts = 0, position = '', missing = 0, started_at = excluded.started_at, \
             updated_at = excluded.updated_at",
        )
        .bind(run.account.to_string())
        .bind(model)
        .bind(generation)
        .bind(unchanged_since.as_str())
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::sync::Syncs::missing`].
pub(super) async fn missing(store: &SqlStore, run: &Run, of: &Reconciliation) -> StoreResult<(i64, i64)> {
    let row = sqlx::query(concat!(
        "SELECT (SELECT count(*) FROM records WHERE ",
        candidate!(),
        ") AS missing, (SELECT count(*) FROM records WHERE account_id = $1 AND model = $2 AND deleted_at IS NULL) AS live"
    ))
    .bind(run.account.to_string())
    .bind(&of.model)
    .bind(of.generation)
    .bind(of.started_at.0)
    .fetch_one(&store.read)
    .await?;
    Ok((row.try_get("missing")?, row.try_get("live")?))
}

/// See [`super::super::ports::sync::Syncs::candidates`].
pub(super) async fn candidates(store: &SqlStore, run: &Run, of: &Reconciliation, after: &str, limit: u32) -> StoreResult<Vec<String>> {
    Ok(sqlx::query_scalar(concat!("SELECT merge_id FROM records WHERE ", candidate!(), " AND merge_id > $5 ORDER BY merge_id LIMIT $6"))
        .bind(run.account.to_string())
        .bind(&of.model)
        .bind(of.generation)
        .bind(of.started_at.0)
        .bind(after)
        .bind(i64::from(limit).min(ROWS_AT_ONCE))
        .fetch_all(&store.read)
        .await?)
}

/// See [`super::super::ports::sync::Syncs::sweep`].
pub(super) async fn sweep(
    store: &SqlStore,
    run: &Run,
    of: &Reconciliation,
    gone: &[String],
    position: &str,
    now: Timestamp,
) -> StoreResult<Option<u64>> {
    let mut tx = store.begin().await?;
    let Some(change_seq) = runs::guard(&mut tx, run).await? else { return Ok(None) };
    let account = run.account.to_string();
    // Each gets a change number of its own; that of a row which is no candidate any more stays unused, which nobody minds.
    let numbered: Vec<(&String, i64)> = gone.iter().zip(change_seq.saturating_add(1)..).collect();
    let swept = sqlx::query(concat!(
        "UPDATE records SET deleted_at = $5, changed_at = $5, change_seq = r.number FROM \
         (SELECT e.value->>0 AS id, CAST(e.value->>1 AS BIGINT) AS number FROM ",
        members!("$6"),
        ") AS r WHERE merge_id = r.id AND ",
        candidate!()
    ))
    .bind(&account)
    .bind(&of.model)
    .bind(of.generation)
    .bind(of.started_at.0)
    .bind(now.0)
    .bind(serde_json::json!(numbered).to_string())
    .execute(&mut *tx)
    .await?
    .rows_affected();
    if swept > 0 {
        let (numbers, swept) = (i64::try_from(gone.len()).unwrap_or(i64::MAX), i64::try_from(swept).unwrap_or(i64::MAX));
        pages::count(&mut tx, &account, &of.model, numbers, -swept).await?;
    }
    sqlx::query(
        "UPDATE reconciliations SET position = $4, updated_at = $5 WHERE account_id = $1 AND model = $2 AND generation = $3 \
         AND phase = 'sweeping'",
    )
    .bind(&account)
    .bind(&of.model)
    .bind(of.generation)
    .bind(position)
    .bind(now.0)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(Some(swept))
}

/// See [`super::super::ports::sync::Syncs::end_reconciliation`].
pub(super) async fn end(store: &SqlStore, run: &Run, model: &str, ending: Ending, now: Timestamp) -> StoreResult<bool> {
    let (phase, missing) = match ending {
        Ending::Swept | Ending::Void => (Phase::Done, 0),
        Ending::Stopped { missing } => (Phase::Stopped, missing),
    };
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(false);
    }
    sqlx::query(
        "UPDATE reconciliations SET phase = $3, missing = $4, cursor_text = NULL, cursor_at = NULL, updated_at = $5, \
         approved = CASE WHEN $6 THEN approved ELSE 0 END, approved_until = CASE WHEN $6 THEN approved_until END \
         WHERE account_id = $1 AND model = $2",
    )
    .bind(run.account.to_string())
    .bind(model)
    .bind(phase.as_str())
    .bind(missing)
    .bind(now.0)
    .bind(ending == Ending::Void)
    .execute(&mut *tx)
    .await?;
    if phase == Phase::Stopped
        && let Some(account) = accounts::by_id(&mut tx, run.account).await?
    {
        activity::write(&mut tx, "sweep_stopped", &account, None, now).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::sync::Syncs::judge_missing`].
pub(super) async fn judge(
    store: &SqlStore,
    org: &Org,
    account: AccountId,
    model: &str,
    approved_until: Option<Timestamp>,
    refresh: &str,
    now: Timestamp,
) -> StoreResult<Judged> {
    let mut tx = store.begin().await?;
    let Some(account) = accounts::for_change(&mut tx, org, account).await?.filter(|account| account.status.is_connected()) else {
        return Ok(Judged::NotThere);
    };
    let judged = sqlx::query(
        "UPDATE reconciliations SET phase = 'done', approved = CASE WHEN $3 IS NULL THEN 0 ELSE missing END, approved_until = $3, \
         missing = 0, updated_at = $4 WHERE account_id = $1 AND model = $2 AND phase = 'stopped'",
    )
    .bind(account.id.to_string())
    .bind(model)
    .bind(approved_until.map(|until| until.0))
    .bind(now.0)
    .execute(&mut *tx)
    .await?;
    if judged.rows_affected() == 0 {
        return Ok(Judged::NothingWaits);
    }
    let approved = approved_until.is_some();
    activity::write(&mut tx, if approved { "removal_approved" } else { "removal_dismissed" }, &account, Some(org.user), now).await?;
    if approved {
        jobs::enqueue(&mut tx, refresh, account.id.0, 0).await?;
    }
    tx.commit().await?;
    Ok(Judged::Done)
}
