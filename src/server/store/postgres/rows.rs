//! Writing records on Postgres: one array for each column, one statement for all rows.

use super::{super::ports::StoreResult, db::Tx, pages::Rows};
use crate::domain::{sync::Incoming, time::Timestamp};

macro_rules! insert {
    () => {
        "INSERT INTO records (account_id, model, merge_id, remote_id, fields, payload_hash, modified_at, modified_us, deleted_at, \
         change_seq, changed_at, created_at, generation) \
         SELECT $1, $2, r.id, r.remote_id, CAST(r.fields AS JSONB), r.hash, r.modified_at, r.modified_us, \
         CASE WHEN r.deleted THEN CAST($3 AS BIGINT) END, $4 + r.number, $3, $3, $5 \
         FROM unnest(CAST($6 AS TEXT[]), CAST($7 AS TEXT[]), CAST($8 AS TEXT[]), CAST($9 AS TEXT[]), CAST($10 AS TEXT[]), \
         CAST($11 AS BIGINT[]), CAST($12 AS BOOLEAN[])) WITH ORDINALITY \
         AS r(id, remote_id, fields, hash, modified_at, modified_us, deleted, number)"
    };
}

/// Writes rows that are new or become these; the first one takes the change number after `change_seq`. No row may come twice.
pub(super) async fn write(
    tx: &mut Tx,
    (account, model): (&str, &str),
    which: Rows,
    records: &[&Incoming],
    generation: i64,
    change_seq: i64,
    now: Timestamp,
) -> StoreResult<()> {
    fn column<'a, T>(records: &[&'a Incoming], of: impl Fn(&'a Incoming) -> T) -> Vec<T> {
        records.iter().map(|record| of(record)).collect()
    }
    let text = match which {
        Rows::Unseen => insert!(),
        Rows::Any => concat!(insert!(), upsert!()),
    };
    sqlx::query(text)
        .bind(account)
        .bind(model)
        .bind(now.0)
        .bind(change_seq)
        .bind(generation)
        .bind(column(records, |record| record.id.as_str()))
        .bind(column(records, |record| record.remote_id.as_deref()))
        .bind(column(records, |record| record.payload.as_str()))
        .bind(column(records, |record| record.hash.as_str()))
        .bind(column(records, |record| record.modified_at.as_str()))
        .bind(column(records, |record| record.modified_us))
        .bind(column(records, |record| record.deleted))
        .execute(&mut **tx)
        .await?;
    Ok(())
}
