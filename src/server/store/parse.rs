//! Reading stored words and ids back into types. A value that this program never writes is an error, not a panic and not a guess.

use uuid::Uuid;

use super::ports::{StoreError, StoreResult};

/// The error for a value that cannot be read.
pub(super) fn unreadable(table: &'static str, column: &'static str, value: impl Into<String>) -> StoreError {
    StoreError::Unreadable { table, column, value: value.into() }
}

/// An id.
pub(super) fn uuid(table: &'static str, column: &'static str, text: &str) -> StoreResult<Uuid> {
    Uuid::parse_str(text).map_err(|_| unreadable(table, column, text))
}

/// An id that may be missing.
pub(super) fn uuid_opt(table: &'static str, column: &'static str, text: Option<String>) -> StoreResult<Option<Uuid>> {
    text.map(|text| uuid(table, column, &text)).transpose()
}

/// A word of a closed list.
pub(super) fn word<T>(table: &'static str, column: &'static str, text: &str, parse: impl FnOnce(&str) -> Option<T>) -> StoreResult<T> {
    parse(text).ok_or_else(|| unreadable(table, column, text))
}
