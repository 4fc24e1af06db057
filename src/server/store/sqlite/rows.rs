//! Writing records on SQLite: many rows in one statement, each value bound as it is.

use super::{super::ports::StoreResult, db::Tx, pages::Rows};
use crate::domain::{sync::Incoming, time::Timestamp};

/// The values have no numbers: with numbers, binding looks for each one among all the others.
macro_rules! row {
    () => {
        "(?,?,?,?,?,?,?,?,?,?,?,?,?)"
    };
}
/// Ten times what stands in it.
macro_rules! ten {
    ($($rows:tt)*) => {
        concat!(
            $($rows)*, ",", $($rows)*, ",", $($rows)*, ",", $($rows)*, ",", $($rows)*, ",",
            $($rows)*, ",", $($rows)*, ",", $($rows)*, ",", $($rows)*, ",", $($rows)*
        )
    };
}
macro_rules! insert {
    ($($rows:tt)*) => {
        concat!(
            "INSERT INTO records (account_id, model, merge_id, remote_id, fields, payload_hash, modified_at, modified_us, deleted_at, \
             change_seq, changed_at, created_at, generation) VALUES ",
            $($rows)*
        )
    };
}

/// A statement is compiled for its number of rows. Three numbers make up any other in few statements, and stay compiled.
const UNSEEN: [(usize, &str); 3] = [(100, insert!(ten!(ten!(row!())))), (10, insert!(ten!(row!()))), (1, insert!(row!()))];
const ANY: [(usize, &str); 3] = [
    (100, concat!(insert!(ten!(ten!(row!()))), upsert!())),
    (10, concat!(insert!(ten!(row!())), upsert!())),
    (1, concat!(insert!(row!()), upsert!())),
];

/// Writes rows that are new or become these; the first one takes the change number after `change_seq`. No row may come twice.
pub(super) async fn write(
    tx: &mut Tx,
    (account, model): (&str, &str),
    which: Rows,
    mut records: &[&Incoming],
    generation: i64,
    mut change_seq: i64,
    now: Timestamp,
) -> StoreResult<()> {
    let statements = match which {
        Rows::Unseen => UNSEEN,
        Rows::Any => ANY,
    };
    for (rows, statement) in statements {
        while let Some((these, rest)) = records.split_at_checked(rows) {
            let mut query = sqlx::query(statement);
            for record in these {
                change_seq = change_seq.saturating_add(1);
                query = query
                    .bind(account)
                    .bind(model)
                    .bind(&record.id)
                    .bind(record.remote_id.as_deref())
                    .bind(&record.payload)
                    .bind(&record.hash)
                    .bind(&record.modified_at)
                    .bind(record.modified_us)
                    .bind(record.deleted.then_some(now.0))
                    .bind(change_seq)
                    .bind(now.0)
                    .bind(now.0)
                    .bind(generation);
            }
            query.execute(&mut **tx).await?;
            records = rest;
        }
    }
    Ok(())
}
