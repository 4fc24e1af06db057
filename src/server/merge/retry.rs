//! Which failures are tried again, how often and after how long (S9). Plain functions; the waiting is done elsewhere.

use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;

/// Why a try failed in a way that another one may heal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// 429, with the seconds that it asked for.
    Busy(Option<u64>),
    /// 500: often a bug that is there the next time too.
    Fault,
    /// Another 5xx, or no answer at all.
    Away,
}

/// At most this many tries after the first.
const RETRIES: u32 = 3;

/// The tries made after the first one, of one request.
#[derive(Debug, Default)]
pub(super) struct Retries {
    made: u32,
    faults: u32,
}

impl Retries {
    /// How long to wait before trying again; `None`: give up. `unit` is a random number from 0 up to 1.
    pub(super) fn next(&mut self, trouble: Trouble, unit: f64) -> Option<Duration> {
        if self.made >= RETRIES {
            return None;
        }
        // 1, 2, 4 s, give or take a quarter, so that those who failed together do not come back together.
        let backoff = || Duration::from_secs(1 << self.made).mul_f64(unit.clamp(0.0, 1.0).mul_add(0.5, 0.75));
        let wait = match trouble {
            Trouble::Busy(Some(seconds)) if seconds > 0 => Duration::from_secs(seconds),
            Trouble::Busy(_) | Trouble::Away => backoff(),
            Trouble::Fault if self.faults > 0 => return None,
            Trouble::Fault => Duration::from_secs(2),
        };
        self.made += 1;
        self.faults += u32::from(trouble == Trouble::Fault);
        Some(wait)
    }
}

/// Seconds of a `Retry-After`: a number, or an HTTP date, which is compared with the answer's own `Date` because two machines' clocks
/// differ; `now` (seconds since the epoch) stands in for a missing one. Rounded up, never negative; nonsense is `None`.
pub(super) fn retry_after(value: &str, date: Option<&str>, now: i64) -> Option<u64> {
    let value = value.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(seconds);
    }
    let then = http_date(value)?;
    let now = date.and_then(http_date).unwrap_or(now);
    Some(u64::try_from(then.saturating_sub(now)).unwrap_or(0))
}

/// Seconds since the Unix epoch of an HTTP date.
pub(super) fn http_date(text: &str) -> Option<i64> {
    DateTimeParser::new().parse_timestamp(text.trim()).ok().map(jiff::Timestamp::as_second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_server_error_is_tried_three_times() {
        let mut retries = Retries::default();
        let waits: Vec<_> = std::iter::from_fn(|| retries.next(Trouble::Away, 0.5)).collect();
        assert_eq!(waits, [1, 2, 4].map(Duration::from_secs));
    }

    #[test]
    fn a_fault_is_tried_once_after_two_seconds() {
        let mut retries = Retries::default();
        assert_eq!(retries.next(Trouble::Fault, 0.0), Some(Duration::from_secs(2)));
        assert_eq!(retries.next(Trouble::Fault, 0.0), None);
    }

    #[test]
    fn a_busy_upstream_says_itself_how_long() {
        let mut retries = Retries::default();
        assert_eq!(retries.next(Trouble::Busy(Some(7)), 0.9), Some(Duration::from_secs(7)));
        // Zero would be a storm.
        assert_eq!(retries.next(Trouble::Busy(Some(0)), 0.5), Some(Duration::from_secs(2)));
        assert_eq!(retries.next(Trouble::Busy(None), 0.5), Some(Duration::from_secs(4)));
        assert_eq!(retries.next(Trouble::Busy(None), 0.5), None);
    }

    #[test]
    fn both_forms_of_retry_after_are_read() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        assert_eq!(retry_after(" 120 ", None, 0), Some(120));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:40 GMT", Some(date), 0), Some(3));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:30 GMT", Some(date), 0), Some(0), "in the past");
        assert_eq!(retry_after(date, None, 784_111_770), Some(7));
        for nonsense in ["", "soon", "-1", "1e9", "99999999999999999999999"] {
            assert_eq!(retry_after(nonsense, None, 0), None, "{nonsense}");
        }
    }

    proptest! {
        #[test]
        fn never_more_than_three_and_near_the_nominal_time(troubles in prop::collection::vec(0..3_u8, 0..12), unit in 0.0..1.0_f64) {
            let mut retries = Retries::default();
            let mut made = 0_u32;
            for kind in troubles {
                let trouble = match kind { 0 => Trouble::Busy(None), 1 => Trouble::Fault, _ => Trouble::Away };
                if let Some(wait) = retries.next(trouble, unit) {
                    let nominal = if trouble == Trouble::Fault { 2.0 } else { f64::from(1 << made) };
                    prop_assert!((wait.as_secs_f64() / nominal - 1.0).abs() <= 0.2501);
                    made += 1;
                }
            }
            prop_assert!(made <= 3);
        }

        #[test]
        fn retry_after_never_panics(value in ".*", date in ".*") {
            let _ = retry_after(&value, Some(&date), 0);
        }
    }
}
