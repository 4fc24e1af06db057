//! Which window of time is fetched (S2, S3).

use super::{
    super::time::UpstreamTime,
    status::{ModelStatus, Readiness, SyncWord, readiness},
};

/// How far two windows of a model overlap, in microseconds. Rows become visible up to five minutes after the time that they carry.
pub const OVERLAP_MICROS: i64 = 10 * 60 * 1_000_000;

/// What is known of a model from the windows before.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// The end of the last window that was fetched completely.
    pub window_end: Option<UpstreamTime>,
    /// The start of the upstream's sync that ran when that window was planned.
    pub floor: Option<UpstreamTime>,
    /// The rows are those of another identity (L7): everything is fetched anew.
    pub stale: bool,
}

/// A window of time of one model, in the upstream's own texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// `modified_after`; `None`: from the beginning.
    pub after: Option<UpstreamTime>,
    /// `modified_before`, and where the next window goes on.
    pub before: UpstreamTime,
    /// The next window's `modified_after` may not be later than this.
    pub floor: Option<UpstreamTime>,
}

impl Window {
    /// Whether everything is fetched, so that what is not seen is missing.
    pub const fn is_whole(&self) -> bool {
        self.after.is_none()
    }
}

/// What to do with a model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Fetch this.
    Fetch(Window),
    /// Nothing, and why.
    Rest(Readiness),
}

/// S3: the next window begins where the last complete one ended, minus the overlap, and before the start of the sync that was running when
/// that one was planned: what such a sync writes may carry any time since its start, and the bound itself may be left out. A list without time filters, and one
/// whose rows are another identity's, is fetched whole (S10, L7).
pub fn plan(known: &Known, told: &ModelStatus, date: Option<&UpstreamTime>, has_filters: bool) -> Plan {
    let baseline = known.window_end.as_ref().filter(|_| !known.stale);
    let before = match readiness(told, baseline, date) {
        Readiness::Ready(end) => end,
        rest => return Plan::Rest(rest),
    };
    let after = baseline.filter(|_| has_filters).map(|end| {
        let overlapping = end.minus_micros(OVERLAP_MICROS);
        match &known.floor {
            Some(floor) if *floor <= overlapping => floor.minus_micros(1),
            _ => overlapping,
        }
    });
    let floor = told.last_sync_start.clone().filter(|_| told.status == SyncWord::Syncing);
    Plan::Fetch(Window { after, before, floor })
}

/// "Data as of" once a window is complete; `None`: it does not move (S1). The upstream's own word counts if it belongs to this window.
pub fn fresh_as_of(window_end: &UpstreamTime, told: &ModelStatus) -> Option<UpstreamTime> {
    if !matches!(told.last_sync_result, Some(SyncWord::Done | SyncWord::PartiallySynced)) {
        return None;
    }
    let own = told.data_fresh_as_of.as_ref().filter(|_| told.last_sync_finished.as_ref() == Some(window_end));
    Some(own.unwrap_or(window_end).clone())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> UpstreamTime {
        UpstreamTime::parse(text).unwrap()
    }

    fn told(status: SyncWord, start: &str, finished: &str) -> ModelStatus {
        ModelStatus {
            is_initial_sync: Some(false),
            last_sync_start: Some(at(start)),
            last_sync_finished: Some(at(finished)),
            ..ModelStatus::new(status)
        }
    }

    fn fetched(plan: Plan) -> Window {
        match plan {
            Plan::Fetch(window) => window,
            Plan::Rest(why) => panic!("{why:?}"),
        }
    }

    #[test]
    fn the_first_window_has_no_beginning_and_the_next_overlaps() {
        let first =
            fetched(plan(&Known::default(), &told(SyncWord::Done, "2026-11-20T11:00:00Z", "2026-11-20T12:00:00.5+00:00"), None, true));
        assert_eq!((&first.after, &first.floor), (&None, &None));
        assert_eq!(first.before.as_str(), "2026-11-20T12:00:00.5+00:00", "verbatim");
        let known = Known { window_end: Some(first.before), floor: first.floor, stale: false };
        let next = fetched(plan(&known, &told(SyncWord::Done, "2026-11-20T12:30:00Z", "2026-11-20T13:00:00Z"), None, true));
        assert_eq!(next.after.unwrap().as_str(), "2026-11-20T11:50:00.500000Z");
    }

    #[test]
    fn a_sync_that_ran_then_is_read_from_its_start() {
        let running = told(SyncWord::Syncing, "2026-11-20T11:00:00.000Z", "2026-11-20T12:00:00Z");
        let window = fetched(plan(&Known { window_end: Some(at("2026-11-20T10:00:00Z")), ..Known::default() }, &running, None, true));
        assert_eq!(window.floor, Some(at("2026-11-20T11:00:00Z")));
        let known = Known { window_end: Some(window.before), floor: window.floor, stale: false };
        let done = told(SyncWord::Done, "2026-11-20T11:00:00.000Z", "2026-11-20T12:40:00Z");
        assert_eq!(fetched(plan(&known, &done, None, true)).after.unwrap().as_str(), "2026-11-20T10:59:59.999999Z");
        // A start within the overlap, or after it, changes nothing.
        let later = Known { floor: Some(at("2026-11-20T12:30:00Z")), ..known };
        assert_eq!(fetched(plan(&later, &done, None, true)).after.unwrap().as_str(), "2026-11-20T11:50:00Z");
    }

    #[test]
    fn what_cannot_be_filtered_or_is_another_identitys_is_fetched_whole() {
        let done = told(SyncWord::Done, "2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z");
        let known = Known { window_end: Some(at("2026-11-20T10:00:00Z")), ..Known::default() };
        assert!(fetched(plan(&known, &done, None, false)).is_whole());
        let stale = Known { window_end: Some(at("2026-11-20T12:00:00Z")), stale: true, ..Known::default() };
        assert!(fetched(plan(&stale, &done, None, true)).is_whole());
        assert_eq!(plan(&Known { stale: false, ..stale.clone() }, &done, None, true), Plan::Rest(Readiness::UpToDate));
        // The first sync of the new identity is not over.
        let initial =
            ModelStatus { is_initial_sync: Some(true), ..told(SyncWord::Syncing, "2026-11-20T11:00:00Z", "2026-11-20T13:00:00Z") };
        assert_eq!(plan(&stale, &initial, None, true), Plan::Rest(Readiness::Initial));
    }

    #[test]
    fn data_as_of_moves_with_good_results_only() {
        let end = at("2026-11-20T12:00:00Z");
        let mut told = told(SyncWord::Done, "2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z");
        for (result, moves) in [(None, false), (Some("FAILED"), false), (Some("DONE"), true), (Some("PARTIALLY_SYNCED"), true)] {
            told.last_sync_result = result.map(SyncWord::parse);
            assert_eq!(fresh_as_of(&end, &told).is_some(), moves, "{result:?}");
        }
        told.data_fresh_as_of = Some(at("2026-11-20T11:10:00Z"));
        assert_eq!(fresh_as_of(&end, &told), told.data_fresh_as_of);
        assert_eq!(fresh_as_of(&at("2026-11-20T11:59:00Z"), &told), Some(at("2026-11-20T11:59:00Z")), "it belongs to a later window");
    }

    const MINUTE: i64 = 60_000_000;

    /// A row of the upstream: when it was changed, and how long after that it becomes visible.
    #[derive(Clone, Debug)]
    struct Change {
        at: i64,
        late: i64,
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]
        /// S3 with nothing else in the way: whatever the upstream finishes and whenever we look, each change is in some window at a moment when
        /// it is visible.
        #[test]
        fn no_change_falls_between_two_windows(
            changes in prop::collection::vec((0..600 * MINUTE, 0..5 * MINUTE).prop_map(|(at, late)| Change { at, late }), 1..40),
            finishes in prop::collection::vec(MINUTE..60 * MINUTE, 1..12),
            looks in prop::collection::vec(0..90 * MINUTE, 1..12),
            inclusive in any::<(bool, bool)>(),
        ) {
            let mut seen = vec![false; changes.len()];
            let mut known = Known::default();
            let mut finish = 0;
            let mut steps: Vec<(i64, i64)> = Vec::new();
            for (step, look) in finishes.iter().zip(looks.iter().chain(std::iter::repeat(&0))) {
                finish += step;
                steps.push((finish, finish + look));
            }
            let end = finish.max(600 * MINUTE) + 20 * MINUTE;
            steps.push((end, end));
            for (finish, look) in steps {
                let told = ModelStatus {
                    is_initial_sync: Some(false),
                    last_sync_finished: Some(UpstreamTime::from_micros(finish)),
                    ..ModelStatus::new(SyncWord::Done)
                };
                let Plan::Fetch(window) = plan(&known, &told, None, true) else { continue };
                for (change, seen) in changes.iter().zip(&mut seen) {
                    let after = window.after.as_ref().is_none_or(|after| change.at > after.micros() || inclusive.0 && change.at == after.micros());
                    let before = change.at < window.before.micros() || inclusive.1 && change.at == window.before.micros();
                    // Without a running sync nothing later than its finish is there.
                    *seen |= after && before && change.at + change.late <= look;
                }
                known = Known { window_end: Some(window.before), floor: window.floor, stale: false };
            }
            prop_assert!(seen.iter().all(|seen| *seen), "{changes:?} {seen:?}");
        }
    }
}
