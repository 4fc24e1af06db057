//! Reading the records that were synced. Every change of an account takes the next number in a transaction that holds the account's row, so
//! that numbers are committed in their order: who has read up to one has missed none before it (S5).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::ports::{
        StoreResult,
        records::{From, ListPlace, Readable, Record, RecordList, RecordQuery, RecordSort, Records},
    },
    core::SqlStore,
    db::Row,
};
use crate::domain::{ids::AccountId, people::Org, time::Timestamp};

/// The columns of a record that is read.
macro_rules! record_columns {
    () => {
        "r.merge_id, r.remote_id, r.modified_at, r.changed_at, r.deleted_at, CAST(r.fields AS TEXT) AS fields, r.change_seq"
    };
}

/// The account of `$3` for the reader `$1`, `$2`, while it may be read.
macro_rules! readable {
    () => {
        concat!(
            "SELECT a.id, a.change_seq AS newest FROM linked_accounts a WHERE ",
            visible!(),
            " AND a.id = $3 AND a.status <> 'deleting'"
        )
    };
}

/// A page in the order of changes: `$4` model, `$5` and `$6` the place, `$7` bound, `$8` time, `$9` whether with deleted ones, `$10` limit.
/// The outer join tells an account without records from no account. Times of one zone and of unlike precision compare as texts without the
/// letter at their end.
macro_rules! page {
    ($than:literal, $order:literal) => {
        concat!(
            "SELECT ",
            record_columns!(),
            " FROM (",
            readable!(),
            ") AS mine LEFT JOIN (SELECT * FROM records WHERE account_id = $3 AND model = $4 AND (change_seq, merge_id) ",
            $than,
            " ($5, $6) AND change_seq <= $7 AND ($8 IS NULL OR replace(replace(modified_at, 'Z', ''), '+00:00', '') > $8) \
             AND ($9 OR deleted_at IS NULL) ORDER BY change_seq ",
            $order,
            ", merge_id ",
            $order,
            " LIMIT $10) AS r ON r.account_id = mine.id ORDER BY r.change_seq, r.merge_id"
        )
    };
}

/// A page for people: `$4` model, `$5` search, `$6` and `$7` the place, `$8` whether deleted ones, `$9` limit.
macro_rules! list {
    ($value:literal, $than:literal, $order:literal, $bind:literal) => {
        concat!(
            "SELECT ",
            record_columns!(),
            " FROM (",
            readable!(),
            ") AS mine LEFT JOIN (SELECT * FROM records WHERE account_id = $3 AND model = $4 \
             AND ($5 IS NULL OR lower(CAST(fields AS TEXT)) LIKE $5 ESCAPE '!' OR lower(coalesce(remote_id, '')) LIKE $5 ESCAPE '!') \
             AND ($6 IS NULL OR (",
            $value,
            ", merge_id) ",
            $than,
            " (",
            $bind,
            ", $7)) AND (deleted_at IS NOT NULL) = $8 ORDER BY ",
            $value,
            $order,
            ", merge_id",
            $order,
            " LIMIT $9) AS r ON r.account_id = mine.id ORDER BY ",
            $value,
            $order,
            ", merge_id",
            $order
        )
    };
}

/// Reads what `record_columns!` selects; `None`: the account has none of these records.
fn record(row: &Row) -> StoreResult<Option<Record>> {
    let Some(id) = row.try_get::<Option<String>, _>("merge_id")? else { return Ok(None) };
    Ok(Some(Record {
        id,
        remote_id: row.try_get("remote_id")?,
        modified_at: row.try_get("modified_at")?,
        changed_at: Timestamp(row.try_get("changed_at")?),
        deleted_at: row.try_get::<Option<i64>, _>("deleted_at")?.map(Timestamp),
        fields: row.try_get("fields")?,
        change_seq: row.try_get("change_seq")?,
    }))
}

/// `None`: no account.
fn found(rows: &[Row]) -> StoreResult<Option<Vec<Record>>> {
    if rows.is_empty() {
        return Ok(None);
    }
    Ok(Some(rows.iter().map(record).collect::<StoreResult<Vec<_>>>()?.into_iter().flatten().collect()))
}

/// A part of a text as a pattern.
fn pattern(search: &str) -> String {
    let escaped: String =
        search.to_lowercase().chars().flat_map(|c| if matches!(c, '%' | '_' | '!') { vec!['!', c] } else { vec![c] }).collect();
    format!("%{escaped}%")
}

#[async_trait]
impl Records for SqlStore {
    async fn readable(&self, org: &Org, account: AccountId, model: &str) -> StoreResult<Option<Readable>> {
        let row = sqlx::query(concat!(
            "SELECT mine.newest, EXISTS (SELECT 1 FROM model_syncs s WHERE s.account_id = mine.id AND s.model = $4 \
             AND s.window_end IS NOT NULL) AS complete FROM (",
            readable!(),
            ") AS mine"
        ))
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(account.to_string())
        .bind(model)
        .fetch_optional(&self.read)
        .await?;
        row.map(|row| Ok(Readable { complete: row.try_get("complete")?, newest: row.try_get("newest")? })).transpose()
    }

    async fn records(&self, org: &Org, query: &RecordQuery) -> StoreResult<Option<Vec<Record>>> {
        let (text, place) = match &query.from {
            From::After(place) => (page!(">", "ASC"), place),
            From::Before(place) => (page!("<", "DESC"), place),
        };
        let rows = sqlx::query(text)
            .bind(org.organization.to_string())
            .bind(org.user.to_string())
            .bind(query.account.to_string())
            .bind(query.model)
            .bind(place.change_seq)
            .bind(&place.id)
            .bind(query.until)
            .bind(&query.modified_after)
            .bind(query.include_deleted)
            .bind(i64::from(query.limit))
            .fetch_all(&self.read)
            .await?;
        found(&rows)
    }

    async fn records_page(&self, org: &Org, list: &RecordList) -> StoreResult<Option<Vec<Record>>> {
        let text = match list.sort {
            RecordSort::Newest => list!("change_seq", "<", " DESC", "CAST($6 AS BIGINT)"),
            RecordSort::Oldest => list!("change_seq", ">", " ASC", "CAST($6 AS BIGINT)"),
            RecordSort::Modified => list!("modified_at", "<", " DESC", "$6"),
            RecordSort::RemoteId => list!("coalesce(remote_id, '')", ">", " ASC", "$6"),
        };
        let (value, id) = list.after.as_ref().map_or((None, None), |ListPlace { value, id }| (Some(value), Some(id)));
        let rows = sqlx::query(text)
            .bind(org.organization.to_string())
            .bind(org.user.to_string())
            .bind(list.account.to_string())
            .bind(&list.model)
            .bind(list.search.as_deref().filter(|search| !search.trim().is_empty()).map(|search| pattern(search.trim())))
            .bind(value)
            .bind(id)
            .bind(list.deleted)
            .bind(i64::from(list.limit))
            .fetch_all(&self.read)
            .await?;
        found(&rows)
    }
}
