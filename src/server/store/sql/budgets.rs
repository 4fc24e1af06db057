//! The budgets of upstream calls that all processes share (S9).

use sqlx::Row as _;

use super::{super::ports::StoreResult, core::SqlStore};
use crate::domain::time::Timestamp;

/// See [`super::super::ports::sync::Syncs::draw`].
pub(super) async fn draw(store: &SqlStore, key: &str, want: u32, limit: u32, window_millis: i64) -> StoreResult<(u32, i64)> {
    let window_millis = window_millis.max(1);
    let mut tx = store.begin().await?;
    // The row of this window, and the only hand on it until the end.
    let row = sqlx::query(concat!(
        "INSERT INTO rate_windows (key, window_start, window_end, taken) \
         SELECT $1, n.now - n.now % $2, n.now - n.now % $2 + $2, 0 FROM (SELECT ",
        now_ms!(),
        " AS now) AS n WHERE TRUE \
         ON CONFLICT (key) DO UPDATE SET window_start = excluded.window_start, window_end = excluded.window_end, \
         taken = CASE WHEN rate_windows.window_start = excluded.window_start AND rate_windows.window_end = excluded.window_end \
         THEN rate_windows.taken ELSE 0 END RETURNING taken, window_end - ",
        now_ms!(),
        " AS left_millis"
    ))
    .bind(key)
    .bind(window_millis)
    .fetch_one(&mut *tx)
    .await?;
    let (taken, left_millis): (i64, i64) = (row.try_get("taken")?, row.try_get("left_millis")?);
    let drawn = (i64::from(limit) - taken).clamp(0, i64::from(want));
    if drawn > 0 {
        sqlx::query("UPDATE rate_windows SET taken = taken + $2 WHERE key = $1").bind(key).bind(drawn).execute(&mut *tx).await?;
    }
    tx.commit().await?;
    Ok((u32::try_from(drawn).unwrap_or_default(), left_millis.max(1)))
}

/// See [`super::super::ports::sync::Syncs::pause_upstream`].
pub(super) async fn pause(store: &SqlStore, upstream: &str, millis: i64) -> StoreResult<()> {
    let mut tx = store.begin().await?;
    sqlx::query(concat!(
        "INSERT INTO upstream_pauses (upstream, since, until) SELECT $1, n.now, n.now + $2 FROM (SELECT ",
        now_ms!(),
        " AS now) AS n WHERE TRUE ON CONFLICT (upstream) DO UPDATE SET until = excluded.until"
    ))
    .bind(upstream)
    .bind(millis)
    .execute(&mut *tx)
    .await?;
    Ok(tx.commit().await?)
}

/// See [`super::super::ports::sync::Syncs::upstream_paused`].
pub(super) async fn paused(store: &SqlStore, upstream: &str, millis: i64) -> StoreResult<Option<i64>> {
    let left: Option<i64> = sqlx::query_scalar(concat!("SELECT until - ", now_ms!(), " FROM upstream_pauses WHERE upstream = $1"))
        .bind(upstream)
        .fetch_optional(&store.read)
        .await?;
    match left {
        None => return Ok(None),
        Some(left) if left > 0 => return Ok(Some(left)),
        Some(_) => {}
    }
    let mut tx = store.begin().await?;
    let first =
        sqlx::query(concat!("UPDATE upstream_pauses SET until = ", now_ms!(), " + $2 WHERE upstream = $1 AND until <= ", now_ms!()))
            .bind(upstream)
            .bind(millis)
            .execute(&mut *tx)
            .await?;
    tx.commit().await?;
    Ok((first.rows_affected() == 0).then_some(millis))
}

/// See [`super::super::ports::sync::Syncs::refused_since`].
pub(super) async fn refused_since(store: &SqlStore, upstream: &str) -> StoreResult<Option<Timestamp>> {
    let since: Option<i64> =
        sqlx::query_scalar("SELECT since FROM upstream_pauses WHERE upstream = $1").bind(upstream).fetch_optional(&store.read).await?;
    Ok(since.map(Timestamp))
}

/// See [`super::super::ports::sync::Syncs::resume_upstream`].
pub(super) async fn resume(store: &SqlStore, upstream: &str) -> StoreResult<bool> {
    // Asked after many a call: a look costs nothing.
    let found = sqlx::query("SELECT 1 AS one FROM upstream_pauses WHERE upstream = $1").bind(upstream).fetch_optional(&store.read).await?;
    if found.is_none() {
        return Ok(false);
    }
    let mut tx = store.begin().await?;
    let gone = sqlx::query("DELETE FROM upstream_pauses WHERE upstream = $1").bind(upstream).execute(&mut *tx).await?;
    tx.commit().await?;
    Ok(gone.rows_affected() == 1)
}
