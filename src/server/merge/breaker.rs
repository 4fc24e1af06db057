//! The breaker: when the upstream fails again and again, calls stop for a while instead of queueing up behind it (S9).

use std::{
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

/// Failures in a row that open the breaker.
const THRESHOLD: u32 = 5;
/// How long it stays open before one call may try.
const REST: Duration = Duration::from_secs(10);

#[derive(Debug, Default)]
struct State {
    failures: u32,
    /// When one call may try again; `None`: closed.
    open_until: Option<Duration>,
    /// A call is trying.
    trial: bool,
}

/// One upstream's breaker. Times are those of the caller's timer.
#[derive(Debug, Default)]
pub(super) struct Breaker {
    state: Mutex<State>,
}

/// The right to try once. Dropped without a verdict (the caller went away), it changes nothing and frees its place.
#[derive(Debug)]
pub(super) struct Permit<'a> {
    breaker: &'a Breaker,
    trial: bool,
}

impl Breaker {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Admits a try, or says how long to wait.
    pub(super) fn admit(&self, now: Duration) -> Result<Permit<'_>, Duration> {
        let mut state = self.lock();
        match state.open_until {
            None => Ok(Permit { breaker: self, trial: false }),
            Some(until) if now < until => Err(until.saturating_sub(now)),
            // Somebody is already finding out.
            Some(_) if state.trial => Err(Duration::from_secs(1)),
            Some(_) => {
                state.trial = true;
                Ok(Permit { breaker: self, trial: true })
            }
        }
    }
}

impl Permit<'_> {
    /// The upstream answered sensibly.
    pub(super) fn worked(self) {
        let mut state = self.breaker.lock();
        state.failures = 0;
        state.open_until = None;
    }

    /// 5xx, or no answer.
    pub(super) fn failed(self, now: Duration) {
        let mut state = self.breaker.lock();
        state.failures = state.failures.saturating_add(1);
        if self.trial || state.failures >= THRESHOLD {
            state.open_until = Some(now.saturating_add(REST));
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        if self.trial {
            self.breaker.lock().trial = false;
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, missing_docs)]
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    fn opened() -> Breaker {
        let breaker = Breaker::default();
        for _ in 0..THRESHOLD {
            breaker.admit(at(0)).unwrap().failed(at(0));
        }
        breaker
    }

    #[test]
    fn opens_after_failures_in_a_row_only() {
        let breaker = Breaker::default();
        for _ in 0..3 {
            for _ in 1..THRESHOLD {
                breaker.admit(at(0)).unwrap().failed(at(0));
            }
            breaker.admit(at(0)).unwrap().worked();
        }
        assert!(breaker.admit(at(0)).is_ok());
        assert_eq!(opened().admit(at(4)).unwrap_err(), at(6));
    }

    #[test]
    fn lets_one_call_try_after_its_rest() {
        let breaker = opened();
        let trial = breaker.admit(at(10)).unwrap();
        assert!(breaker.admit(at(10)).is_err(), "one at a time");
        trial.failed(at(12));
        assert_eq!(breaker.admit(at(13)).unwrap_err(), at(9));
        breaker.admit(at(22)).unwrap().worked();
        assert!(breaker.admit(at(22)).is_ok());
        assert!(breaker.admit(at(22)).is_ok());
    }

    #[test]
    fn a_trial_that_nobody_waited_for_frees_its_place() {
        let breaker = opened();
        drop(breaker.admit(at(10)).unwrap());
        assert!(breaker.admit(at(10)).is_ok());
    }
}
