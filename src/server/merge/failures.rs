//! How many answers were failures lately. The upstream throttles an address that gets more than twenty in ten seconds; background calls stop
//! at half of that, so that those that people wait for still go through (S9).

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
    time::Duration,
};

/// Failures after which background calls wait.
const MANY: usize = 10;
/// Within this time.
const LATELY: Duration = Duration::from_secs(10);

/// The newest failures of one upstream. Times are those of the caller's timer.
#[derive(Debug, Default)]
pub(super) struct Failures(Mutex<VecDeque<Duration>>);

impl Failures {
    /// An answer of 400 or above, except 429.
    pub(super) fn note(&self, now: Duration) {
        let mut newest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if newest.len() >= MANY {
            newest.pop_front();
        }
        newest.push_back(now);
    }

    /// How long a background call has to wait; `None`: not at all.
    pub(super) fn slowed(&self, now: Duration) -> Option<Duration> {
        let newest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let oldest = newest.front().filter(|_| newest.len() >= MANY)?;
        oldest.saturating_add(LATELY).checked_sub(now).filter(|wait| !wait.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_failures_in_ten_seconds_slow_background_calls_down() {
        let failures = Failures::default();
        let at = Duration::from_secs;
        for second in 0..9 {
            failures.note(at(second));
        }
        assert_eq!(failures.slowed(at(9)), None);
        failures.note(at(9));
        assert_eq!(failures.slowed(at(9)), Some(at(1)));
        assert_eq!(failures.slowed(at(10)), None, "the first one is long ago");
        failures.note(at(10));
        assert_eq!(failures.slowed(at(10)), Some(at(1)));
    }
}
