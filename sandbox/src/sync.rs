//! How syncing looks as time passes: when runs start and end is computed from the account and the clock; what they brought is played by
//! `records::settle` and kept, so that a restart or a jump of the clock cannot disturb it.
//!
//! A run starts when the account is linked, when one is asked for, and then every interval. Models finish one after the other.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::catalogue::Model;
use crate::clock::{Micros, SECOND, iso};
use crate::store::{Account, ModelRow};

/// The lengths of runs.
#[derive(Clone, Copy, Debug)]
pub struct SyncClock {
    initial: Micros,
    later: Micros,
    interval: Micros,
}

/// A model of an account, and what is known of its records once its syncs began.
#[derive(Clone, Debug)]
pub struct Tracked {
    /// The model.
    pub model: Model,
    /// What is known.
    pub row: Option<ModelRow>,
    /// The how-manyeth it is of how many, from 1: models finish one after the other.
    pub place: Place,
}

/// The how-manyeth of how many, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place(pub Micros, pub Micros);

/// When runs start.
#[derive(Clone, Copy, Debug)]
pub struct Anchor {
    /// The account was linked.
    pub first: Micros,
    /// A sync was asked for, the last time.
    pub asked: Option<Micros>,
}

/// One run of one model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The whole run started.
    pub started: Micros,
    /// This model's turn began.
    pub began: Micros,
    /// This model's turn ended.
    pub finished: Micros,
    /// It ends the initial sync.
    pub initial: bool,
}

/// One model's state.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Moment {
    started: Micros,
    syncing: bool,
    initial: bool,
    next: Micros,
}

/// What a test wants a model to be, as long as it wants it.
const HALTED: [&str; 2] = ["DISABLED", "PAUSED"];

impl Anchor {
    /// Of an account whose syncs began.
    pub fn of(account: &Account) -> Option<Self> {
        Some(Self { first: account.first_sync_at?, asked: account.resynced_at })
    }
}

impl ModelRow {
    /// The scenario in which nothing runs.
    pub fn halted(&self) -> bool {
        self.scenario.as_deref().is_some_and(|s| HALTED.contains(&s))
    }

    /// How many of the seed's records can be seen at all: a model that never completed its initial sync, or whose credentials lack a permission,
    /// does not have all.
    pub fn reach(&self, restricted: bool) -> u32 {
        match (self.scenario.as_deref(), self.scenario_initial) {
            (Some("PARTIALLY_SYNCED"), Some(true)) => self.size / 2,
            (Some(_), Some(true)) => 0,
            _ if restricted => self.size / 2,
            _ => self.size,
        }
    }
}

impl SyncClock {
    /// The slowest model's initial sync takes `initial`; runs start every `interval`.
    pub fn new(initial: Duration, interval: Duration) -> Self {
        let micros = |d: Duration| Micros::try_from(d.as_micros()).unwrap_or(Micros::MAX / 4);
        let (initial, interval) = (micros(initial), micros(interval).max(SECOND));
        // A run is over before the next one starts.
        Self { initial, later: initial.min(2 * SECOND).min(interval / 2), interval }
    }

    /// A model's turn in the initial sync that starts at `start`.
    pub fn initial_turn(&self, start: Micros, place: Place) -> (Micros, Micros) {
        turn(start, self.initial, place)
    }

    /// A model's turn in a later run that starts at `start`.
    pub fn later_turn(&self, start: Micros, place: Place) -> (Micros, Micros) {
        turn(start, self.later, place)
    }

    /// The runs of a model that ended after `after` and not later than `until`, oldest first, but only the last `most`; and how many were left out.
    pub fn runs(
        &self,
        anchor: Anchor,
        place: Place,
        initial_end: Micros,
        after: Micros,
        until: Micros,
        most: Micros,
    ) -> (Vec<Run>, Micros) {
        let origin = anchor.asked.unwrap_or(anchor.first);
        let run = |nth: Micros| {
            let started = origin + nth * self.interval;
            let (began, finished) = self.later_turn(started, place);
            Run { started, began, finished, initial: false }
        };
        let first = Micros::from(anchor.asked.is_none());
        let (_, offset) = self.later_turn(0, place);
        // Runs end at `origin + offset + nth * interval`; those that end within the initial sync are part of it.
        let ended_by = |time: Micros| (time - origin - offset).div_euclid(self.interval);
        let from = first.max(ended_by(after) + 1).max(ended_by(initial_end) + 1);
        let to = ended_by(until);
        let skipped = (to - from + 1 - most).max(0);
        let mut runs: Vec<Run> = (from + skipped..=to).map(run).collect();
        if initial_end > after && initial_end <= until {
            runs.insert(0, Run { started: anchor.first, began: anchor.first, finished: initial_end, initial: true });
        }
        (runs, skipped)
    }

    /// When a model's next run ends, after `after`.
    pub fn next_end(&self, anchor: Anchor, place: Place, initial_end: Micros, after: Micros) -> Micros {
        if initial_end > after {
            return initial_end;
        }
        let origin = anchor.asked.unwrap_or(anchor.first);
        let (_, offset) = self.later_turn(0, place);
        let nth = ((after - origin - offset).div_euclid(self.interval) + 1).max(Micros::from(anchor.asked.is_none()));
        origin + offset + nth * self.interval
    }

    /// What `sync-status` lists for the account.
    pub fn statuses(&self, account: &Account, models: &[Tracked], now: Micros) -> Vec<Value> {
        let (disabled, restricted, overrides) = (account.disabled_models(), account.restricted_models(), account.sync_overrides());
        models
            .iter()
            .map(|tracked| {
                let model = &tracked.model;
                let mut status = Map::new();
                status.insert("model_name".to_owned(), json!(model.name));
                status.insert("model_id".to_owned(), json!(model.id));
                let off = account.syncs_disabled || disabled.contains(&model.id);
                match Anchor::of(account).zip(tracked.row.as_ref()) {
                    Some((anchor, row)) => {
                        self.status(&mut status, account, anchor, row, tracked.place, off, restricted.contains(&model.id), now)
                    }
                    None => {
                        status.insert("status".to_owned(), json!(if off { "DISABLED" } else { "SYNCING" }));
                        status.insert("is_initial_sync".to_owned(), json!(true));
                    }
                }
                if let Some(Value::Object(over)) = overrides.get(&model.id) {
                    for (name, value) in over {
                        // Null takes a field away, as a model that never synced has none.
                        if value.is_null() {
                            status.remove(name)
                        } else {
                            status.insert(name.clone(), value.clone())
                        };
                    }
                }
                Value::Object(status)
            })
            .collect()
    }

    #[allow(clippy::too_many_arguments, reason = "one place puts together what the account, the model and the clock say")]
    fn status(
        &self,
        status: &mut Map<String, Value>,
        account: &Account,
        anchor: Anchor,
        row: &ModelRow,
        place: Place,
        off: bool,
        restricted: bool,
        now: Micros,
    ) {
        let halted = row.scenario_at.filter(|_| row.halted());
        let at = [account.broken_at, halted].into_iter().flatten().fold(now, Micros::min);
        let moment = self.moment(anchor, place, row.initial_end, at);
        let initial = row.scenario_initial.unwrap_or(moment.initial);
        // A sync that never was has no end.
        let never = row.scenario_initial == Some(true) && row.halted();
        let usual = if restricted { "PARTIALLY_SYNCED" } else { "DONE" };
        let result = row.last_finished.filter(|_| !never).map(|_| row.last_result.as_deref().unwrap_or(usual));
        let (word, last) = match (account.status.as_str(), row.scenario.as_deref()) {
            _ if off => ("DISABLED", result),
            (_, Some(word)) if row.halted() => (word, result),
            ("RELINK_NEEDED", _) => ("FAILED", Some("FAILED")),
            ("IDLE", _) => ("PAUSED", result),
            _ if moment.syncing => ("SYNCING", result),
            (_, Some(word)) => (word, result.map(|_| word)),
            // A permission that was given or taken since shows at once, as the screens that explain it do.
            _ if restricted => (usual, result.map(|_| usual)),
            _ => (result.unwrap_or(usual), result),
        };
        if !never && !off {
            status.insert("last_sync_start".to_owned(), json!(iso(moment.started)));
        }
        if account.status == "COMPLETE" && !off && !row.halted() {
            status.insert("next_sync_start".to_owned(), json!(iso(moment.next)));
        }
        if let Some(last) = last.filter(|_| !off) {
            status.insert("last_sync_result".to_owned(), json!(last));
        }
        if let Some(finished) = row.last_finished.filter(|_| !never && !off) {
            status.insert("last_sync_finished".to_owned(), json!(iso(finished)));
        }
        if let Some(fresh) = row.fresh_as_of.filter(|_| !never && !off) {
            status.insert("data_fresh_as_of".to_owned(), json!(iso(fresh)));
        }
        status.insert("status".to_owned(), json!(word));
        status.insert("is_initial_sync".to_owned(), json!(initial));
    }

    fn moment(&self, anchor: Anchor, place: Place, initial_end: Micros, at: Micros) -> Moment {
        let origin = anchor.asked.unwrap_or(anchor.first);
        let nth = (at - origin).max(0) / self.interval;
        let start = origin + nth * self.interval;
        let (_, end) = if nth == 0 && anchor.asked.is_none() { self.initial_turn(start, place) } else { self.later_turn(start, place) };
        Moment { started: start, syncing: at < end || at < initial_end, initial: at < initial_end, next: start + self.interval }
    }
}

fn turn(start: Micros, length: Micros, Place(nth, all): Place) -> (Micros, Micros) {
    let share = |n: Micros| length.saturating_mul(n) / all.max(1);
    (start + share(nth - 1), start + share(nth))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLOCK: SyncClock = SyncClock { initial: 12 * SECOND, later: 2 * SECOND, interval: 100 * SECOND };
    const ALONE: Place = Place(1, 1);

    fn moment(seconds: i64, asked: Option<i64>) -> Moment {
        CLOCK.moment(Anchor { first: 0, asked: asked.map(|s| s * SECOND) }, ALONE, 12 * SECOND, seconds * SECOND)
    }

    fn ends(asked: Option<i64>, after: i64, until: i64) -> Vec<i64> {
        let anchor = Anchor { first: 0, asked: asked.map(|s| s * SECOND) };
        CLOCK.runs(anchor, ALONE, 12 * SECOND, after * SECOND, until * SECOND, 100).0.iter().map(|r| r.finished / SECOND).collect()
    }

    #[test]
    fn an_initial_sync_ends_and_stays_ended() {
        assert!(moment(3, None).initial && moment(3, None).syncing);
        assert!(!moment(12, None).initial && !moment(12, None).syncing);
        assert_eq!(ends(None, -1, 11), Vec::<i64>::new());
        assert_eq!(ends(None, -1, 12), [12]);
    }

    #[test]
    fn the_next_run_starts_after_the_interval() {
        let run = moment(101, None);
        assert_eq!((run.started, run.syncing, run.next), (100 * SECOND, true, 200 * SECOND));
        assert_eq!(ends(None, 12, 101), Vec::<i64>::new());
        assert_eq!(ends(None, 12, 302), [102, 202, 302]);
    }

    #[test]
    fn a_run_that_was_asked_for_starts_at_once_and_moves_those_after_it() {
        let run = moment(251, Some(250));
        assert_eq!((run.started, run.syncing), (250 * SECOND, true));
        assert_eq!(ends(Some(250), 202, 352), [252, 352]);
    }

    #[test]
    fn a_run_that_was_asked_for_during_the_initial_sync_does_not_end_it() {
        assert!(moment(8, Some(5)).initial && moment(8, Some(5)).syncing);
        assert_eq!(ends(Some(5), -1, 50), [12], "what ends within the initial sync is part of it");
    }

    #[test]
    fn after_a_long_sleep_only_the_last_runs_are_played() {
        let anchor = Anchor { first: 0, asked: None };
        let (runs, skipped) = CLOCK.runs(anchor, ALONE, 12 * SECOND, 12 * SECOND, 1_000_000 * SECOND, 3);
        assert_eq!((runs.len(), skipped), (3, 9_996));
        assert_eq!(runs.last().map(|r| r.finished), Some(999_902 * SECOND));
    }

    #[test]
    fn the_next_end_is_the_end_of_the_next_run() {
        for (after, end) in [(-1, 12), (12, 102), (101, 102), (102, 202)] {
            assert_eq!(CLOCK.next_end(Anchor { first: 0, asked: None }, ALONE, 12 * SECOND, after * SECOND), end * SECOND);
        }
    }

    #[test]
    fn models_take_turns_without_a_gap() {
        let all: Vec<_> = (1..=7).map(|n| CLOCK.initial_turn(0, Place(n, 7))).collect();
        assert_eq!((all.first().map(|t| t.0), all.last().map(|t| t.1)), (Some(0), Some(12 * SECOND)));
        assert!(all.windows(2).all(|pair| matches!(pair, [a, b] if a.1 == b.0)));
    }
}
