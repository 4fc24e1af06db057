//! What the upstream says of one model, and whether there is something to fetch (S1).

use super::super::time::{Timestamp, UpstreamTime};

/// After this long of a half-finished first sync somebody has to act, in milliseconds.
const STUCK_AFTER: i64 = 24 * 3_600_000;

/// The upstream's words for a sync's status and for the result of the last one; they are the same six.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyncWord {
    /// `SYNCING`
    Syncing,
    /// `DONE`
    Done,
    /// `FAILED`
    Failed,
    /// `DISABLED`: switched off, in the scopes or for all.
    Disabled,
    /// `PAUSED`: nobody asked for about two weeks.
    Paused,
    /// `PARTIALLY_SYNCED`: this run ended without everything.
    PartiallySynced,
    /// A word that we do not know. It neither starts nor stops anything.
    Other(String),
}

impl SyncWord {
    /// From the wire.
    pub fn parse(text: &str) -> Self {
        match text {
            "SYNCING" => Self::Syncing,
            "DONE" => Self::Done,
            "FAILED" => Self::Failed,
            "DISABLED" => Self::Disabled,
            "PAUSED" => Self::Paused,
            "PARTIALLY_SYNCED" => Self::PartiallySynced,
            other => Self::Other(other.to_owned()),
        }
    }

    /// As it came.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Syncing => "SYNCING",
            Self::Done => "DONE",
            Self::Failed => "FAILED",
            Self::Disabled => "DISABLED",
            Self::Paused => "PAUSED",
            Self::PartiallySynced => "PARTIALLY_SYNCED",
            Self::Other(word) => word,
        }
    }
}

/// One line of the upstream's sync status. Start and finish may belong to different syncs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ModelStatus {
    /// What it does now.
    pub status: SyncWord,
    /// How the last run ended.
    pub last_sync_result: Option<SyncWord>,
    /// Whether the first sync is not over yet. Not told counts as yes, unless the status is `DONE`.
    pub is_initial_sync: Option<bool>,
    /// The newest start of any run.
    pub last_sync_start: Option<UpstreamTime>,
    /// When the next run is planned.
    pub next_sync_start: Option<UpstreamTime>,
    /// The newest finish of any run.
    pub last_sync_finished: Option<UpstreamTime>,
    /// Up to when the data are complete, where the upstream tells it.
    pub data_fresh_as_of: Option<UpstreamTime>,
}

impl ModelStatus {
    /// A status with a word alone.
    pub const fn new(status: SyncWord) -> Self {
        Self {
            status,
            last_sync_result: None,
            is_initial_sync: None,
            last_sync_start: None,
            next_sync_start: None,
            last_sync_finished: None,
            data_fresh_as_of: None,
        }
    }

    /// Whether it is switched off.
    pub fn is_disabled(&self) -> bool {
        self.status == SyncWord::Disabled
    }

    /// Whether the upstream has a baseline: everything was there once.
    pub fn has_baseline(&self) -> bool {
        self.status == SyncWord::Done || self.is_initial_sync == Some(false)
    }
}

/// Whether there is something to fetch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// Fetch up to this moment of the upstream's clock.
    Ready(UpstreamTime),
    /// Switched off; its rows stay.
    Disabled,
    /// The first sync is not over.
    Initial,
    /// Nothing has come since the last window.
    UpToDate,
    /// The upstream tells no time, not even that of its answer.
    NoTime,
}

/// S1. `baseline` is the end of the last window that was fetched completely; `None`: there is none yet, or it is another identity's. `date`
/// is the upstream's own time of the answer, the bound where no finish is told (S2).
pub fn readiness(told: &ModelStatus, baseline: Option<&UpstreamTime>, date: Option<&UpstreamTime>) -> Readiness {
    if told.is_disabled() {
        return Readiness::Disabled;
    }
    if baseline.is_none() && !told.has_baseline() {
        return Readiness::Initial;
    }
    let Some(end) = told.last_sync_finished.as_ref().or(date) else { return Readiness::NoTime };
    if baseline.is_some_and(|baseline| end <= baseline) { Readiness::UpToDate } else { Readiness::Ready(end.clone()) }
}

/// Whether a first sync ended half-done and nothing has moved for a day, so that it is to be shown with who must act (S1). `since` is when the
/// account was connected.
pub fn stuck(told: &ModelStatus, since: Option<Timestamp>, now: Timestamp) -> bool {
    let last = told.last_sync_finished.as_ref().map(UpstreamTime::timestamp).or(since);
    told.status == SyncWord::PartiallySynced && !told.has_baseline() && last.is_some_and(|last| now.millis_since(last) >= STUCK_AFTER)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    fn at(text: &str) -> UpstreamTime {
        UpstreamTime::parse(text).unwrap()
    }

    fn told(status: &str, initial: bool, finished: Option<&str>) -> ModelStatus {
        ModelStatus { is_initial_sync: Some(initial), last_sync_finished: finished.map(at), ..ModelStatus::new(SyncWord::parse(status)) }
    }

    const NOON: &str = "2026-11-20T12:00:00Z";
    const LATER: &str = "2026-11-20T12:00:00.000001Z";

    #[test]
    fn the_first_window_waits_for_a_whole_sync() {
        for (status, initial, ready) in [
            ("DONE", true, true),
            ("DONE", false, true),
            ("SYNCING", true, false),
            ("SYNCING", false, true),
            ("PARTIALLY_SYNCED", true, false),
            ("PARTIALLY_SYNCED", false, true),
            ("FAILED", true, false),
            ("FAILED", false, true),
            ("PAUSED", false, true),
            ("SOMETHING_NEW", false, true),
            ("SOMETHING_NEW", true, false),
        ] {
            let found = readiness(&told(status, initial, Some(NOON)), None, None);
            assert_eq!(found, if ready { Readiness::Ready(at(NOON)) } else { Readiness::Initial }, "{status} {initial}");
        }
    }

    #[test]
    fn after_the_baseline_the_finish_alone_decides() {
        for status in ["DONE", "SYNCING", "FAILED", "PAUSED", "PARTIALLY_SYNCED", "SOMETHING_NEW"] {
            for initial in [false, true] {
                let told = told(status, initial, Some(LATER));
                assert_eq!(readiness(&told, Some(&at(NOON)), None), Readiness::Ready(at(LATER)), "{status}");
                assert_eq!(readiness(&told, Some(&at(LATER)), None), Readiness::UpToDate, "{status}");
            }
        }
    }

    #[test]
    fn what_is_switched_off_is_left_alone() {
        for baseline in [None, Some(at(NOON))] {
            assert_eq!(readiness(&told("DISABLED", false, Some(LATER)), baseline.as_ref(), None), Readiness::Disabled);
        }
    }

    #[test]
    fn without_a_finish_the_answers_own_time_is_the_bound() {
        assert_eq!(readiness(&told("DONE", false, None), None, Some(&at(NOON))), Readiness::Ready(at(NOON)));
        assert_eq!(readiness(&told("DONE", false, None), None, None), Readiness::NoTime);
    }

    #[test]
    fn a_first_sync_that_stays_half_done_is_shown_after_a_day() {
        let half = told("PARTIALLY_SYNCED", true, Some(NOON));
        let noon = at(NOON).timestamp();
        assert!(!stuck(&half, None, noon.plus_millis(STUCK_AFTER - 1)));
        assert!(stuck(&half, None, noon.plus_millis(STUCK_AFTER)));
        assert!(!stuck(&told("PARTIALLY_SYNCED", false, Some(NOON)), None, noon.plus_millis(STUCK_AFTER)));
        assert!(stuck(&told("PARTIALLY_SYNCED", true, None), Some(noon), noon.plus_millis(STUCK_AFTER)));
    }
}
