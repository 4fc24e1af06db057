//! Limits that hold across all processes (L14).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::ports::{RateLimits, StoreResult},
    core::SqlStore,
};

#[async_trait]
impl RateLimits for SqlStore {
    async fn take(&self, key: &str, limit: u32, window_millis: i64) -> StoreResult<Result<(), u64>> {
        let window_millis = window_millis.max(1);
        let mut tx = self.begin().await?;
        let row = sqlx::query(concat!(
            "INSERT INTO rate_windows (key, window_start, window_end, taken) \
             SELECT $1, n.now - n.now % $2, n.now - n.now % $2 + $2, 1 FROM (SELECT ",
            now_ms!(),
            " AS now) AS n WHERE $3 > 0 \
             ON CONFLICT (key) DO UPDATE SET window_start = excluded.window_start, window_end = excluded.window_end, \
             taken = CASE WHEN rate_windows.window_start = excluded.window_start AND rate_windows.window_end = excluded.window_end \
             THEN CASE WHEN rate_windows.taken > $3 THEN rate_windows.taken ELSE rate_windows.taken + 1 END ELSE 1 END \
             RETURNING taken, window_end - ",
            now_ms!(),
            " AS left_millis"
        ))
        .bind(key)
        .bind(window_millis)
        .bind(i64::from(limit))
        .fetch_optional(&mut *tx)
        .await?;
        tx.commit().await?;
        let (taken, left_millis) = match row {
            Some(row) => (row.try_get::<i64, _>("taken")?, row.try_get::<i64, _>("left_millis")?),
            // A limit of nothing.
            None => (i64::MAX, window_millis),
        };
        let seconds = u64::try_from(left_millis).unwrap_or_default().div_ceil(1000).max(1);
        Ok(if taken <= i64::from(limit) { Ok(()) } else { Err(seconds) })
    }
}
