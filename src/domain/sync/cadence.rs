//! When an account is looked at again without anybody asking (S7).

use super::super::time::Timestamp;

const SECOND: i64 = 1_000;
const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;
/// An account is looked at at least this often.
const AT_LEAST: i64 = 24 * HOUR;
/// How long after it was linked an account is watched closely.
const FRESH_FOR: i64 = 3 * MINUTE;

/// What decides how often an account is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// When it was connected or relinked last.
    pub linked_at: Option<Timestamp>,
    /// Whether a first sync is under way.
    pub initial: bool,
    /// The smallest known time between two syncs of its enabled models, in milliseconds.
    pub cadence: Option<i64>,
}

/// Milliseconds until the next look. `scale` is `POLL_SCALE`; `unit` is random in `0.0..1.0`.
pub fn poll_delay(pace: Pace, now: Timestamp, scale: f64, unit: f64) -> i64 {
    let fresh = pace.linked_at.is_some_and(|at| (0..FRESH_FOR).contains(&now.millis_since(at)));
    let (from, to) = match pace {
        _ if fresh => (15 * SECOND, 30 * SECOND),
        Pace { initial: true, .. } => (MINUTE, 5 * MINUTE),
        Pace { cadence: Some(cadence), .. } if (1..HOUR).contains(&cadence) => (5 * MINUTE, 10 * MINUTE),
        _ => (30 * MINUTE, HOUR),
    };
    let nominal = from as f64 + (to - from) as f64 * unit.clamp(0.0, 1.0);
    ((nominal * scale) as i64).clamp(1, AT_LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const NOW: Timestamp = Timestamp(1_700_000_000_000);

    fn bounds(pace: Pace) -> (i64, i64) {
        (poll_delay(pace, NOW, 1.0, 0.0), poll_delay(pace, NOW, 1.0, 1.0))
    }

    #[test]
    fn an_account_is_watched_closely_at_first_and_by_its_cadence_later() {
        let pace = |linked: i64, initial, cadence| Pace { linked_at: Some(NOW.plus_millis(-linked)), initial, cadence };
        assert_eq!(bounds(pace(0, true, None)), (15 * SECOND, 30 * SECOND));
        assert_eq!(bounds(pace(FRESH_FOR - 1, false, Some(24 * HOUR))), (15 * SECOND, 30 * SECOND));
        assert_eq!(bounds(pace(FRESH_FOR, true, Some(5))), (MINUTE, 5 * MINUTE));
        assert_eq!(bounds(pace(HOUR, false, Some(HOUR - 1))), (5 * MINUTE, 10 * MINUTE));
        for unknown in [None, Some(HOUR), Some(24 * HOUR), Some(0), Some(-5)] {
            assert_eq!(bounds(pace(HOUR, false, unknown)), (30 * MINUTE, HOUR), "{unknown:?}");
        }
        assert_eq!(bounds(Pace { linked_at: None, initial: false, cadence: None }), (30 * MINUTE, HOUR));
        // Another machine's clock may be ahead of ours.
        assert_eq!(bounds(pace(-HOUR, true, None)), (MINUTE, 5 * MINUTE));
    }

    #[test]
    fn the_scale_makes_a_demonstration_quick_and_nothing_slower_than_a_day() {
        let slow = Pace { linked_at: None, initial: false, cadence: None };
        assert_eq!(poll_delay(slow, NOW, 0.001, 0.0), 1_800);
        assert_eq!(poll_delay(slow, NOW, 1e9, 0.5), AT_LEAST);
        assert_eq!(poll_delay(slow, NOW, f64::NAN, 0.5), 1);
    }

    proptest! {
        #[test]
        fn always_within_a_day(linked in any::<i64>(), initial in any::<bool>(), cadence in any::<Option<i64>>(), scale in 0.001..1e6_f64, unit in any::<f64>()) {
            let delay = poll_delay(Pace { linked_at: Some(Timestamp(linked)), initial, cadence }, NOW, scale, unit);
            prop_assert!((1..=AT_LEAST).contains(&delay));
        }
    }
}
