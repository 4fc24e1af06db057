//! Reading the records that were synced. Every change of an account takes the next number in a transaction that holds the account's row, so
//! that numbers are committed in their order: who has read up to one has missed none before it (S5).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::ports::{
        StoreResult,
        records::{From, KnownRecord, ListPlace, ListedRecord, Readable, Record, RecordList, RecordQuery, RecordSort, Records},
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

/// A page for people: `$4` model, `$5` pattern, `$6` and `$7` the place, `$8` limit. There is always a place, and what is deleted stands in the
/// text, so that an index gives the order.
macro_rules! list {
    ($value:literal, $than:literal, $order:literal, $bind:literal, $deleted:literal) => {
        concat!(
            "SELECT ",
            record_columns!(),
            ", CAST(",
            $value,
            " AS TEXT) AS place FROM (",
            readable!(),
            ") AS mine LEFT JOIN (SELECT * FROM records WHERE account_id = $3 AND model = $4 AND deleted_at IS ",
            $deleted,
            " AND (",
            $value,
            ", merge_id) ",
            $than,
            " (",
            $bind,
            ", $7) AND ($5 IS NULL OR ",
            like!("fields", "$5"),
            " OR ",
            like!("remote_id", "$5"),
            ") ORDER BY ",
            $value,
            $order,
            ", merge_id",
            $order,
            " LIMIT $8) AS r ON r.account_id = mine.id ORDER BY ",
            $value,
            $order,
            ", merge_id",
            $order
        )
    };
}

/// The same of what lives, and of what is deleted.
macro_rules! lists {
    ($deleted:expr, $value:literal, $than:literal, $order:literal, $bind:literal) => {
        if $deleted { list!($value, $than, $order, $bind, "NOT NULL") } else { list!($value, $than, $order, $bind, "NULL") }
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

/// A pattern that finds whatever may hold a text: its longest run of plain letters. A database folds the case of those alone, JSON may write
/// the others otherwise, and the words of a name may be two fields apart. `None`: everything may.
fn pattern(search: &str) -> Option<String> {
    let plain = |letter: char| letter.is_ascii_graphic() && !matches!(letter, '%' | '_' | '!' | '"' | '\\' | '/');
    let run = search.split(|letter| !plain(letter)).rev().max_by_key(|run| run.len()).filter(|run| !run.is_empty())?;
    Some(format!("%{}%", run.to_ascii_lowercase()))
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

    async fn records_page(&self, org: &Org, list: &RecordList) -> StoreResult<Option<Vec<ListedRecord>>> {
        let text = match list.sort {
            RecordSort::Newest => lists!(list.deleted, "change_seq", "<", " DESC", "CAST($6 AS BIGINT)"),
            RecordSort::Oldest => lists!(list.deleted, "change_seq", ">", " ASC", "CAST($6 AS BIGINT)"),
            RecordSort::Modified => lists!(list.deleted, "modified_us", "<", " DESC", "CAST($6 AS BIGINT)"),
            RecordSort::RemoteId => lists!(list.deleted, "coalesce(remote_id, '')", ">", " ASC", "$6"),
        };
        let place = list.after.clone().unwrap_or_else(|| ListPlace::before_all(list.sort));
        let rows = sqlx::query(text)
            .bind(org.organization.to_string())
            .bind(org.user.to_string())
            .bind(list.account.to_string())
            .bind(&list.model)
            .bind(list.search.as_deref().and_then(pattern))
            .bind(place.value)
            .bind(place.id)
            .bind(i64::from(list.limit))
            .fetch_all(&self.read)
            .await?;
        if rows.is_empty() {
            return Ok(None);
        }
        let mut listed = Vec::with_capacity(rows.len());
        for row in &rows {
            if let Some(record) = record(row)? {
                let place = ListPlace { value: row.try_get("place")?, id: record.id.clone() };
                listed.push(ListedRecord { record, place });
            }
        }
        Ok(Some(listed))
    }

    async fn record(&self, org: &Org, account: AccountId, model: &str, id: &str) -> StoreResult<Option<Record>> {
        let row = sqlx::query(concat!(
            "SELECT ",
            record_columns!(),
            " FROM (",
            readable!(),
            ") AS mine JOIN records r ON r.account_id = mine.id AND r.model = $4 AND r.merge_id = $5"
        ))
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(account.to_string())
        .bind(model)
        .bind(id)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map_or(Ok(None), record)
    }

    async fn known_records(&self, org: &Org, account: AccountId, ids: &[&str]) -> StoreResult<Vec<KnownRecord>> {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        // By data type, so that the primary key finds them.
        let rows = sqlx::query(concat!(
            "SELECT r.model, r.merge_id, CAST(r.fields AS TEXT) AS fields FROM (",
            readable!(),
            ") AS mine JOIN model_syncs s ON s.account_id = mine.id \
             JOIN records r ON r.account_id = s.account_id AND r.model = s.model AND r.merge_id IN ",
            each!("$4")
        ))
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(account.to_string())
        .bind(serde_json::Value::from(ids.to_vec()).to_string())
        .fetch_all(&self.read)
        .await?;
        rows.iter()
            .map(|row| Ok(KnownRecord { model: row.try_get("model")?, id: row.try_get("merge_id")?, fields: row.try_get("fields")? }))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    #![allow(missing_docs)]
    use super::pattern;

    #[test]
    fn a_pattern_is_what_every_holder_of_the_text_has() {
        for (search, expected) in [
            ("Ada", Some("%ada%")),
            (" Ada Byron ", Some("%byron%")),
            ("100%", Some("%100%")),
            ("a_bc!", Some("%bc%")),
            ("ÄdaÄ", Some("%da%")),
            ("x\"y\\z/", Some("%x%")),
            ("é %", None),
            ("", None),
        ] {
            assert_eq!(pattern(search).as_deref(), expected, "{search}");
        }
    }
}
