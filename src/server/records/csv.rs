//! Rows of a table that a spreadsheet opens without being told to compute anything.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::server::store::ports::records::Record;

/// The columns that every record has, before those of its fields.
const FIRST: [&str; 5] = ["id", "remote_id", "modified_at", "changed_at", "deleted_at"];
/// The column of what has no column of its own.
const REST: &str = "other_fields";

/// A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe before it.
#[must_use]
pub fn cell(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

/// The columns of a table.
#[derive(Clone, Debug)]
pub(super) struct Columns(Vec<String>);

impl Columns {
    /// Those of the fields that these records have: the oldest and the newest of the list. A field that only others have goes to the last
    /// column, as JSON, so that none is lost.
    pub(super) fn of<'a>(records: impl Iterator<Item = &'a Record>) -> Self {
        let names: BTreeSet<String> = records.flat_map(|record| fields(record).into_iter().map(|(name, _)| name)).collect();
        Self(names.into_iter().collect())
    }

    /// The first row.
    pub(super) fn header(&self) -> Vec<u8> {
        let fields = self.0.iter().map(|name| cell(&if FIRST.contains(&name.as_str()) { format!("fields.{name}") } else { name.clone() }));
        row(FIRST.iter().map(|name| (*name).to_owned()).chain(fields).chain([REST.to_owned()]))
    }

    /// A record's row.
    pub(super) fn row(&self, record: &Record) -> Vec<u8> {
        let mut fields = fields(record);
        let deleted_at = record.deleted_at.map(|at| at.to_iso()).unwrap_or_default();
        let first = [
            cell(&record.id),
            cell(record.remote_id.as_deref().unwrap_or_default()),
            cell(&record.modified_at),
            record.changed_at.to_iso(),
            deleted_at,
        ];
        let own: Vec<String> = self.0.iter().map(|name| fields.remove(name).map(|value| text(&value)).unwrap_or_default()).collect();
        let rest = if fields.is_empty() { String::new() } else { Value::Object(fields).to_string() };
        row(first.into_iter().chain(own).chain([rest]))
    }
}

fn fields(record: &Record) -> Map<String, Value> {
    match serde_json::from_str(&record.fields) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A value in one cell. Numbers stay numbers, also negative ones; lists and objects are JSON.
fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => cell(text),
        other => other.to_string(),
    }
}

fn row(cells: impl Iterator<Item = String>) -> Vec<u8> {
    let mut writer = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory fails only where there is none left.
    let _in_memory = writer.write_record(cells.map(String::into_bytes));
    writer.into_inner().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use crate::domain::time::Timestamp;
    use proptest::prelude::*;

    fn record(fields: &str) -> Record {
        Record {
            id: "1".into(),
            remote_id: None,
            modified_at: "2026-01-31T08:00:00Z".into(),
            changed_at: Timestamp(0),
            deleted_at: None,
            fields: fields.into(),
            change_seq: 1,
        }
    }

    fn read(bytes: &[u8]) -> Vec<String> {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(bytes);
        let rows: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(rows.len(), 1);
        rows[0].iter().map(str::to_owned).collect()
    }

    #[test]
    fn fields_are_columns_and_nothing_is_lost() {
        let known = record(r#"{"name":"Ada, \"A\"\nB","age":-7,"tags":["a"],"id":"x","gone":null}"#);
        let columns = Columns::of([&known].into_iter());
        let header = read(&columns.header());
        assert_eq!(header[..5], FIRST);
        assert_eq!(header[5..], ["age", "gone", "fields.id", "name", "tags", "other_fields"]);
        assert_eq!(read(&columns.row(&known))[5..], ["-7", "", "x", "Ada, \"A\"\nB", "[\"a\"]", ""]);
        let later = record(r#"{"name":"Bob","new":1}"#);
        assert_eq!(read(&columns.row(&later))[5..], ["", "", "", "Bob", "", "{\"new\":1}"]);
    }

    proptest! {
        #[test]
        fn no_text_is_a_formula(name in "[a-z=+@-]{1,8}", text in "[=+@\t\r\n-]?.{0,12}") {
            let mut fields = Map::new();
            fields.insert(name, Value::String(text.clone()));
            let record = record(&Value::Object(fields).to_string());
            let columns = Columns::of([&record].into_iter());
            for cells in [read(&columns.header()), read(&columns.row(&record))] {
                prop_assert!(cells.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])), "{:?}", cells);
            }
            let own = read(&columns.row(&record))[5].clone();
            prop_assert_eq!(own.strip_prefix('\'').unwrap_or(&own), text.strip_prefix('\'').unwrap_or(&text));
        }
    }
}
