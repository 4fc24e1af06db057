//! Records that events told of, to be asked for by id (W5).

use std::collections::BTreeSet;

use sqlx::Row as _;

use super::{
    super::ports::{
        StoreResult,
        sync::{Run, Wanted},
    },
    core::SqlStore,
    db::{Row, Tx},
    runs,
};
use crate::domain::{ids::AccountId, webhook::FEW_RECORDS};

/// How often a record is begun before it is left to the windows: one that nobody can read must not be asked for for ever.
const TRIES: i64 = 3;

/// Notes records of an account, if it is connected; none when they are too many together with those that wait. The account's row is locked first,
/// as a run does it, so that the two never wait for each other.
pub(super) async fn want(tx: &mut Tx, account: AccountId, records: &BTreeSet<&(&'static str, String)>) -> StoreResult<()> {
    let account = account.to_string();
    let few = records.len() <= FEW_RECORDS;
    if few {
        sqlx::query(concat!(
            "INSERT INTO wanted_records (account_id, model, merge_id, told, tries) \
             SELECT a.id, e.value->>0, e.value->>1, 1, 0 FROM linked_accounts a CROSS JOIN ",
            members!("$2"),
            " WHERE a.id = $1 AND a.status IN ",
            connected!(),
            key_share!("a"),
            " ON CONFLICT (account_id, model, merge_id) DO UPDATE SET told = wanted_records.told + 1, tries = 0"
        ))
        .bind(&account)
        .bind(serde_json::json!(records).to_string())
        .execute(&mut **tx)
        .await?;
    }
    let most = if few { i64::try_from(FEW_RECORDS).unwrap_or(i64::MAX) } else { 0 };
    sqlx::query(
        "DELETE FROM wanted_records WHERE account_id = $1 AND (SELECT count(*) FROM wanted_records w WHERE w.account_id = $1) > $2",
    )
    .bind(&account)
    .bind(most)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// See [`super::super::ports::sync::Syncs::take_wanted`].
pub(super) async fn take(store: &SqlStore, run: &Run) -> StoreResult<Option<Vec<Wanted>>> {
    let account = run.account.to_string();
    // Most runs have none, and need no transaction to find that out.
    let some = sqlx::query("SELECT 1 AS one FROM wanted_records WHERE account_id = $1 LIMIT 1");
    if some.bind(&account).fetch_optional(&store.read).await?.is_none() {
        return Ok(Some(Vec::new()));
    }
    let mut tx = store.begin().await?;
    if runs::guard(&mut tx, run).await?.is_none() {
        return Ok(None);
    }
    sqlx::query("DELETE FROM wanted_records WHERE account_id = $1 AND tries >= $2").bind(&account).bind(TRIES).execute(&mut *tx).await?;
    let rows = sqlx::query("UPDATE wanted_records SET tries = tries + 1 WHERE account_id = $1 RETURNING model, merge_id, told")
        .bind(&account)
        .fetch_all(&mut *tx)
        .await?;
    tx.commit().await?;
    let wanted = |row: &Row| Ok(Wanted { model: row.try_get("model")?, id: row.try_get("merge_id")?, told: row.try_get("told")? });
    rows.iter().map(wanted).collect::<StoreResult<_>>().map(Some)
}

/// See [`super::super::ports::sync::Syncs::forget_wanted`].
pub(super) async fn forget(store: &SqlStore, run: &Run, wanted: &Wanted) -> StoreResult<()> {
    let mut tx = store.begin().await?;
    sqlx::query("DELETE FROM wanted_records WHERE account_id = $1 AND model = $2 AND merge_id = $3 AND told = $4")
        .bind(run.account.to_string())
        .bind(&wanted.model)
        .bind(&wanted.id)
        .bind(wanted.told)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}
