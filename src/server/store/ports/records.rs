//! Reading the records that were synced (S5, §3).

use async_trait::async_trait;

use super::StoreResult;
use crate::domain::{ids::AccountId, people::Org, time::Timestamp};

pub use crate::domain::browsing::RecordSort;

/// A record as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The upstream's id.
    pub id: String,
    /// The id on the app's own side.
    pub remote_id: Option<String>,
    /// When it changed upstream; verbatim.
    pub modified_at: String,
    /// When it changed here.
    pub changed_at: Timestamp,
    /// When it was found to be deleted.
    pub deleted_at: Option<Timestamp>,
    /// The fields, a JSON object.
    pub fields: String,
    /// The number of its change within the account.
    pub change_seq: i64,
}

/// A place between two records in the order of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The number of a change.
    pub change_seq: i64,
    /// The id of a record.
    pub id: String,
}

/// Which way to read from a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// What changed after it, the oldest change first.
    After(Place),
    /// What changed before it; the page is still in the order of changes.
    Before(Place),
}

/// Which records are read.
#[derive(Clone, Debug)]
pub struct RecordQuery {
    /// The account.
    pub account: AccountId,
    /// The data type's name, `Employee`.
    pub model: &'static str,
    /// From where.
    pub from: From,
    /// Not beyond this change; `i64::MAX`: no bound.
    pub until: i64,
    /// Only what changed upstream after this time, in ISO 8601 and UTC, without the letter at its end.
    pub modified_after: Option<String>,
    /// Whether deleted records are among them.
    pub include_deleted: bool,
    /// At most so many.
    pub limit: u32,
}

/// What can be read of an account's data type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Readable {
    /// Whether its first window is complete.
    pub complete: bool,
    /// The account's newest change: everything up to it is committed.
    pub newest: i64,
}

/// Where the next page of the record browser begins: after this value of what is sorted by, and this id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPlace {
    /// The value, as text; a number of a change in decimal.
    pub value: String,
    /// The id.
    pub id: String,
}

impl ListPlace {
    /// The place before everything that is listed in this order.
    pub fn before_all(sort: RecordSort) -> Self {
        let value = match sort {
            RecordSort::Newest | RecordSort::Modified => i64::MAX.to_string(),
            RecordSort::Oldest => "-1".to_owned(),
            RecordSort::RemoteId => String::new(),
        };
        Self { value, id: String::new() }
    }
}

/// What the page's record browser lists.
#[derive(Clone, Debug)]
pub struct RecordList {
    /// The account.
    pub account: AccountId,
    /// The data type's name, `Employee`.
    pub model: String,
    /// Part of any field or id, whatever its case. The database leaves out what cannot hold it and lets others through: what it means to hold
    /// something is [`crate::domain::browsing::holds`].
    pub search: Option<String>,
    /// The order.
    pub sort: RecordSort,
    /// Deleted records instead of living ones.
    pub deleted: bool,
    /// From where.
    pub after: Option<ListPlace>,
    /// At most so many.
    pub limit: u32,
}

/// A record with its place in the list that it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRecord {
    /// The record.
    pub record: Record,
    /// Where a list goes on after it.
    pub place: ListPlace,
}

/// What another record is known by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRecord {
    /// The data type's name, `Employee`.
    pub model: String,
    /// The upstream's id.
    pub id: String,
    /// The fields, a JSON object.
    pub fields: String,
}

/// The records.
#[async_trait]
pub trait Records: Send + Sync {
    /// What can be read of a data type. `None`: there is no such account for this reader, or it is being deleted (L8).
    async fn readable(&self, org: &Org, account: AccountId, model: &str) -> StoreResult<Option<Readable>>;
    /// A page of records, by `(change_seq, id)`. `None`: as in [`Records::readable`].
    async fn records(&self, org: &Org, query: &RecordQuery) -> StoreResult<Option<Vec<Record>>>;
    /// A page for people: searched, sorted. `None`: as in [`Records::readable`].
    async fn records_page(&self, org: &Org, list: &RecordList) -> StoreResult<Option<Vec<ListedRecord>>>;
    /// One record by its id, also a deleted one.
    async fn record(&self, org: &Org, account: AccountId, model: &str, id: &str) -> StoreResult<Option<Record>>;
    /// Those of an account's records that have these ids, of whatever data type.
    async fn known_records(&self, org: &Org, account: AccountId, ids: &[&str]) -> StoreResult<Vec<KnownRecord>>;
}
