//! Where a half-done fetch goes on (S4). A cursor belongs to its filters, epoch and window; one that is used up starts the same window again.

use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
};

use super::super::time::Timestamp;

/// How long a cursor is trusted, in milliseconds.
pub const CURSOR_LIFE_MILLIS: i64 = 24 * 3_600_000;
/// How often one window starts again before the model is in error.
pub const RESTARTS_MAX: i64 = 3;

/// A fetch that was begun.
#[derive(Clone, Copy, Debug)]
pub struct Half<'a> {
    /// What the next page is asked with; `None`: the first one.
    pub cursor: Option<&'a str>,
    /// When that cursor came.
    pub cursor_at: Option<Timestamp>,
    /// How often this window started again.
    pub restarts: i64,
}

/// How it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume<'a> {
    /// With this cursor, or with the first page.
    From(Option<&'a str>),
    /// With the first page of the same window, because the cursor is too old.
    Restart,
    /// Not at all: it started again too often.
    GiveUp,
}

/// How a half-done fetch goes on.
pub fn resume(half: Half<'_>, now: Timestamp) -> Resume<'_> {
    match (half.cursor, half.cursor_at) {
        (None, _) => Resume::From(None),
        (Some(cursor), Some(at)) if now.millis_since(at) < CURSOR_LIFE_MILLIS => Resume::From(Some(cursor)),
        _ if may_restart(half.restarts) => Resume::Restart,
        _ => Resume::GiveUp,
    }
}

/// Whether a window may start once more after so many restarts.
pub const fn may_restart(restarts: i64) -> bool {
    restarts < RESTARTS_MAX
}

/// What follows a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// Nothing: it was the last one.
    Last,
    /// Another page. The page may have been empty; that says nothing.
    Page(String),
    /// A cursor that was used already: it would go on for ever.
    Repeated,
}

/// The cursors that were used in this window, as far as this run knows.
#[derive(Clone, Debug, Default)]
pub struct Seen(HashSet<u64>);

impl Seen {
    /// Takes the cursor that a page was asked with and the one that it told.
    pub fn follow(&mut self, asked: Option<&str>, told: Option<String>) -> Next {
        let key = |cursor: &str| {
            let mut hasher = DefaultHasher::new();
            cursor.hash(&mut hasher);
            hasher.finish()
        };
        self.0.extend(asked.map(key));
        match told.filter(|told| !told.is_empty()) {
            None => Next::Last,
            Some(told) if self.0.contains(&key(&told)) => Next::Repeated,
            Some(told) => Next::Page(told),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn a_cursor_is_used_for_a_day_and_a_window_starts_again_three_times() {
        let half = |at: i64, restarts| Half { cursor: Some("c"), cursor_at: Some(Timestamp(at)), restarts };
        let now = Timestamp(CURSOR_LIFE_MILLIS);
        assert_eq!(resume(half(1, 3), now), Resume::From(Some("c")));
        assert_eq!(resume(half(0, 0), now), Resume::Restart);
        assert_eq!(resume(half(0, 2), now), Resume::Restart);
        assert_eq!(resume(half(0, 3), now), Resume::GiveUp);
        assert_eq!(resume(Half { cursor: None, cursor_at: None, restarts: 3 }, now), Resume::From(None));
    }

    #[test]
    fn a_cursor_that_comes_back_is_noticed_also_after_a_detour() {
        let mut seen = Seen::default();
        let told = |text: &str| Some(text.to_owned());
        assert_eq!(seen.follow(None, told("a")), Next::Page("a".into()));
        assert_eq!(seen.follow(Some("a"), told("b")), Next::Page("b".into()));
        assert_eq!(seen.clone().follow(Some("b"), told("b")), Next::Repeated);
        assert_eq!(seen.clone().follow(Some("b"), told("a")), Next::Repeated);
        assert_eq!(seen.clone().follow(Some("b"), None), Next::Last);
        assert_eq!(seen.follow(Some("b"), told("")), Next::Last);
    }
}
