//! How syncing looks as time passes, computed from the account and the clock alone: nothing runs in the background, so a restart or a
//! jump of the clock cannot disturb it.
//!
//! A run starts when the account is linked, when one is asked for, and then every interval. Models finish one after the other.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::catalogue::Model;
use crate::clock::{Micros, SECOND, iso};
use crate::store::Account;

/// The lengths of runs.
#[derive(Clone, Copy, Debug)]
pub struct SyncClock {
    initial: Micros,
    later: Micros,
    interval: Micros,
}

/// One model's state.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    started: Micros,
    finished: Option<Micros>,
    syncing: bool,
    initial: bool,
    next: Micros,
}

impl SyncClock {
    /// The slowest model's initial sync takes `initial`; runs start every `interval`.
    pub fn new(initial: Duration, interval: Duration) -> Self {
        let micros = |d: Duration| Micros::try_from(d.as_micros()).unwrap_or(Micros::MAX / 4);
        let initial = micros(initial);
        Self { initial, later: initial.min(2 * SECOND), interval: micros(interval).max(SECOND) }
    }

    /// What `sync-status` lists for the account.
    pub fn statuses(&self, account: &Account, models: &[Model], now: Micros) -> Vec<Value> {
        let disabled = account.disabled_models();
        let restricted = account.restricted_models();
        let overrides = account.sync_overrides();
        self.states(account, models, now)
            .map(|(model, state)| {
                let result = if restricted.contains(&model.id) { "PARTIALLY_SYNCED" } else { "DONE" };
                let mut status = Map::new();
                status.insert("model_name".to_owned(), json!(model.name));
                status.insert("model_id".to_owned(), json!(model.id));
                if account.syncs_disabled || disabled.contains(&model.id) {
                    status.insert("status".to_owned(), json!("DISABLED"));
                    status.insert("is_initial_sync".to_owned(), json!(state.as_ref().is_none_or(|s| s.initial)));
                } else if let Some(state) = state {
                    let (word, last) = match (account.status.as_str(), state.syncing) {
                        ("RELINK_NEEDED", _) => ("FAILED", Some("FAILED")),
                        ("IDLE", _) => ("PAUSED", state.finished.map(|_| result)),
                        (_, true) => ("SYNCING", state.finished.map(|_| result)),
                        (_, false) => (result, Some(result)),
                    };
                    status.insert("last_sync_start".to_owned(), json!(iso(state.started)));
                    if account.status == "COMPLETE" {
                        status.insert("next_sync_start".to_owned(), json!(iso(state.next)));
                    }
                    if let Some(last) = last {
                        status.insert("last_sync_result".to_owned(), json!(last));
                    }
                    if let Some(finished) = state.finished {
                        status.insert("last_sync_finished".to_owned(), json!(iso(finished)));
                        status.insert("data_fresh_as_of".to_owned(), json!(iso(finished)));
                    }
                    status.insert("status".to_owned(), json!(word));
                    status.insert("is_initial_sync".to_owned(), json!(state.initial));
                } else {
                    status.insert("status".to_owned(), json!("SYNCING"));
                    status.insert("is_initial_sync".to_owned(), json!(true));
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

    /// The finish of each model's last sync, kept when the next one is asked for.
    pub fn finishes(&self, account: &Account, models: &[Model], now: Micros) -> BTreeMap<String, Micros> {
        self.states(account, models, now).filter_map(|(m, s)| Some((m.id.clone(), s?.finished?))).collect()
    }

    fn states<'a>(&self, account: &Account, models: &'a [Model], now: Micros) -> impl Iterator<Item = (&'a Model, Option<State>)> {
        let at = account.broken_at.map_or(now, |broken| now.min(broken));
        let before = account.finished_before();
        let (first, asked) = (account.first_sync_at, account.resynced_at);
        let clock = *self;
        let all = Micros::try_from(models.len()).unwrap_or(1).max(1);
        models.iter().zip(1..).map(move |(model, place)| {
            let floor = before.get(&model.id).copied();
            let state = first.map(|first| clock.state(first, asked, floor, |length| length.saturating_mul(place) / all, at));
            (model, state)
        })
    }

    fn state(&self, first: Micros, asked: Option<Micros>, floor: Option<Micros>, share: impl Fn(Micros) -> Micros, now: Micros) -> State {
        let first_done = first.saturating_add(share(self.initial));
        let anchor = asked.unwrap_or(first);
        let runs = (now - anchor).max(0) / self.interval;
        let length = |run: i64| if run == 0 && asked.is_none() { share(self.initial) } else { share(self.later) };
        let start = anchor + runs * self.interval;
        let mut ends = vec![start + length(runs)];
        if runs > 0 {
            ends.push(start - self.interval + length(runs - 1));
        }
        ends.push(first_done);
        ends.extend(floor);
        State {
            started: start,
            finished: ends.into_iter().filter(|end| *end <= now).max(),
            syncing: now < start + length(runs) || now < first_done,
            initial: now < first_done,
            next: start + self.interval,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const CLOCK: SyncClock = SyncClock { initial: 12 * SECOND, later: 2 * SECOND, interval: 100 * SECOND };

    fn at(seconds: i64, asked: Option<i64>, floor: Option<i64>) -> State {
        CLOCK.state(0, asked.map(|s| s * SECOND), floor.map(|s| s * SECOND), |l| l, seconds * SECOND)
    }

    #[test]
    fn an_initial_sync_ends_and_stays_ended() {
        assert_eq!((at(3, None, None).initial, at(3, None, None).syncing, at(3, None, None).finished), (true, true, None));
        let done = at(12, None, None);
        assert_eq!((done.initial, done.syncing, done.finished), (false, false, Some(12 * SECOND)));
    }

    #[test]
    fn the_next_run_starts_after_the_interval_and_keeps_the_last_finish() {
        let run = at(101, None, None);
        assert_eq!((run.started, run.syncing, run.finished), (100 * SECOND, true, Some(12 * SECOND)));
        assert_eq!(at(102, None, None).finished, Some(102 * SECOND));
        assert_eq!(at(199, None, None).next, 200 * SECOND);
    }

    #[test]
    fn a_run_that_was_asked_for_keeps_the_finish_before_it_until_it_ends() {
        let run = at(251, Some(250), Some(202));
        assert_eq!((run.started, run.syncing, run.finished), (250 * SECOND, true, Some(202 * SECOND)));
        assert_eq!(at(252, Some(250), Some(202)).finished, Some(252 * SECOND));
    }

    #[test]
    fn a_run_that_was_asked_for_during_the_initial_sync_does_not_end_it() {
        let run = at(8, Some(5), None);
        assert!(run.initial && run.syncing);
        assert!(!at(12, Some(5), None).initial);
    }

    #[test]
    fn the_last_finish_never_goes_back() {
        let mut last = None;
        for second in 0..1_000 {
            let finished = at(second, None, None).finished;
            assert!(finished >= last, "at {second}");
            last = finished;
        }
    }
}
