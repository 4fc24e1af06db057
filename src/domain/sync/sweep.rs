//! When what was not seen in a full list is gone (S10, S11).

use super::{
    super::time::{Timestamp, UpstreamTime},
    status::{ModelStatus, SyncWord},
};

/// How long after the last full reconciliation the next one is due, in milliseconds.
const WEEK_MILLIS: i64 = 7 * 24 * 3_600_000;

/// Whether a sweep may follow a full list: the model is `DONE`, its first sync is over, and no sync finished between the start of the list and
/// now, so that the list shows one state.
pub fn may_sweep(finished_at_start: &UpstreamTime, told: &ModelStatus) -> bool {
    told.status == SyncWord::Done && told.is_initial_sync != Some(true) && told.last_sync_finished.as_ref() == Some(finished_at_start)
}

/// As many missing rows as may go without a word however short the list is. In one of fewer than twenty rows a single deletion is more than 5 %,
/// and asking a person about each would teach them to say yes; each of these is asked for by id before it goes, and lives again if it comes back.
const FEW: i64 = 3;
/// How long a person's word that missing rows may go counts, in milliseconds: long enough for the next syncs of an app that syncs once a day,
/// since the list is read anew for it and has to show one state.
pub const APPROVED_FOR_MILLIS: i64 = 3 * 24 * 3_600_000;

/// More than 5 % of the living rows missing is more likely a fault than a deletion: nothing is swept, a person is asked. Beyond the `approved`
/// ones that a person has let go, the same rule holds. An empty list is what a fault looks like, so the last row never goes without a word.
pub const fn too_many_missing(missing: i64, live: i64, approved: i64) -> bool {
    let missing = missing.saturating_sub(approved);
    let live = live.saturating_sub(approved);
    missing > 0 && (missing >= live || (missing > FEW && missing.saturating_mul(20) > live))
}

/// What decides about one row.
#[derive(Clone, Copy, Debug)]
pub struct CandidateOf {
    /// The generation of the last list that showed it.
    pub generation: i64,
    /// When we wrote it first.
    pub created_at: Timestamp,
    /// Whether it is marked as deleted already.
    pub deleted: bool,
}

/// Whether a living row that the list of `generation`, begun at `started_at`, did not show is a candidate: only what was there before.
pub fn is_candidate(row: CandidateOf, generation: i64, started_at: Timestamp) -> bool {
    !row.deleted && row.generation < generation && row.created_at < started_at
}

/// Whether the weekly reconciliation is due. `last` is the start of the last one, or else when the account was connected.
pub fn reconcile_due(last: Option<Timestamp>, now: Timestamp) -> bool {
    last.is_some_and(|last| now.millis_since(last) >= WEEK_MILLIS)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn only_a_settled_model_that_did_not_move_is_swept() {
        let start = UpstreamTime::parse("2026-11-20T12:00:00Z").unwrap();
        let settled = ModelStatus {
            is_initial_sync: Some(false),
            last_sync_finished: UpstreamTime::parse("2026-11-20T12:00:00.000Z"),
            ..ModelStatus::new(SyncWord::Done)
        };
        assert!(may_sweep(&start, &settled));
        for status in [SyncWord::Syncing, SyncWord::PartiallySynced, SyncWord::Failed, SyncWord::Paused, SyncWord::Disabled] {
            assert!(!may_sweep(&start, &ModelStatus { status, ..settled.clone() }));
        }
        assert!(!may_sweep(&start, &ModelStatus { is_initial_sync: Some(true), ..settled.clone() }));
        let moved = ModelStatus { last_sync_finished: UpstreamTime::parse("2026-11-20T12:00:01Z"), ..settled.clone() };
        assert!(!may_sweep(&start, &moved));
        assert!(!may_sweep(&start, &ModelStatus { last_sync_finished: None, ..settled }));
    }

    #[test]
    fn one_in_twenty_may_vanish_and_a_few_in_any_case_but_not_all() {
        let too_many = |missing, live| too_many_missing(missing, live, 0);
        assert!(!too_many(0, 0) && !too_many(0, 5));
        for (missing, live) in [(1, 2), (1, 19), (2, 3), (3, 4), (3, 19), (4, 80), (5, 100)] {
            assert!(!too_many(missing, live), "{missing} of {live}");
        }
        for (missing, live) in [(1, 1), (3, 3), (4, 5), (4, 79), (6, 100), (100, 100), (i64::MAX, i64::MAX - 1)] {
            assert!(too_many(missing, live), "{missing} of {live}");
        }
    }

    #[test]
    fn what_a_person_has_let_go_is_not_counted() {
        for (missing, live, approved) in [(6, 100, 6), (100, 100, 100), (50, 100, 60), (9, 100, 6), (53, 110, 50)] {
            assert!(!too_many_missing(missing, live, approved), "{missing} of {live}, {approved} approved");
        }
        for (missing, live, approved) in [(16, 100, 6), (100, 100, 99), (60, 100, 50)] {
            assert!(too_many_missing(missing, live, approved), "{missing} of {live}, {approved} approved");
        }
    }

    #[test]
    fn what_came_after_the_start_is_not_missing() {
        let row = CandidateOf { generation: 1, created_at: Timestamp(9), deleted: false };
        assert!(is_candidate(row, 2, Timestamp(10)));
        assert!(!is_candidate(row, 1, Timestamp(10)), "the list showed it");
        assert!(!is_candidate(row, 2, Timestamp(9)), "it came during the list");
        assert!(!is_candidate(CandidateOf { deleted: true, ..row }, 2, Timestamp(10)));
    }

    #[test]
    fn a_week_after_the_last_one() {
        assert!(!reconcile_due(Some(Timestamp(5)), Timestamp(WEEK_MILLIS)));
        assert!(reconcile_due(Some(Timestamp(0)), Timestamp(WEEK_MILLIS)));
        assert!(!reconcile_due(None, Timestamp(WEEK_MILLIS)));
    }
}
