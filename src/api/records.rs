//! What the page of a connected app shows of its records.

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::error::ApiError;
use crate::domain::browsing::{Fact, Plain, RecordSort};

/// A data type that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeView {
    /// The common model's name, `Employee`.
    pub model: String,
    /// What people call it: "Employees".
    pub name: String,
    /// Records that we hold and that are not deleted.
    pub count: i64,
    /// Whether the app has such data and they are not switched off.
    pub available: bool,
}

/// What stands in the way of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListState {
    /// Nothing: its records can be read.
    Ready,
    /// The first sync: not everything is here yet.
    FirstSync,
    /// The first sync never came to its end, and nothing comes before somebody has signed in again.
    Stopped,
    /// The app has no such data, or they are switched off.
    Unavailable,
}

/// A record in a list.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowView {
    /// Names the row in the page.
    pub anchor: String,
    /// The query of the page that shows the record.
    pub query: String,
    /// What the record is called; `None`: it has no name.
    pub title: Option<String>,
    /// The id on the app's own side.
    pub remote_id: Option<String>,
    /// When it changed on the other side; ISO 8601.
    pub modified_at: Option<String>,
    /// By column.
    pub cells: Vec<Option<Plain>>,
}

/// The record that is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordView {
    /// Names its row in the page.
    pub anchor: String,
    /// What it is called; `None`: it has no name.
    pub title: Option<String>,
    /// The id on the app's own side.
    pub remote_id: Option<String>,
    /// When it changed on the other side; ISO 8601.
    pub modified_at: Option<String>,
    /// When it was found to be deleted there; ISO 8601.
    pub deleted_at: Option<String>,
    /// Line by line.
    pub facts: Vec<Fact>,
    /// All that the app told, as JSON.
    pub raw: String,
}

/// A page of records. Queries begin with their question mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordList {
    /// Always `true`: the question was answered.
    pub success: bool,
    /// The data types that can be chosen, the most telling first.
    pub types: Vec<TypeView>,
    /// The one that is shown, `Employee`; empty while none is known.
    pub model: String,
    /// What people call many of it: "Employees".
    pub name: String,
    /// What people call one of it, in the middle of a sentence: "employee".
    pub one: String,
    /// How many there are that are not deleted, in words: "542 employees".
    pub told: String,
    /// Whether it can be read.
    pub state: ListState,
    /// What is looked for.
    pub q: String,
    /// The order.
    pub sort: RecordSort,
    /// Whether deleted records are shown instead of living ones.
    pub deleted: bool,
    /// What the columns between the first and the last ones are called.
    pub columns: Vec<String>,
    /// The records.
    pub rows: Vec<RowView>,
    /// The query of this page, without a record.
    pub here: String,
    /// The query of the list's first page; `None`: this is it.
    pub first: Option<String>,
    /// The query of the next page, if there is one.
    pub next: Option<String>,
    /// The record that is open.
    pub record: Option<RecordView>,
    /// Whether a record was asked for that is not here.
    pub missing: bool,
}

/// What the page of a connected app shows of its records. It takes what the page's address has.
#[server(name = ReadRecords, prefix = "/api/page", endpoint = "records", input = GetUrl, output = Json)]
pub async fn records(
    integration_id: Option<String>,
    #[server(rename = "type")] model: Option<String>,
    q: Option<String>,
    sort: Option<String>,
    deleted: Option<String>,
    after: Option<String>,
    record: Option<String>,
) -> Result<RecordList, ApiError> {
    crate::server::door::records::records(integration_id, crate::server::records::browse::Words { model, q, sort, deleted, after, record })
        .await
}
