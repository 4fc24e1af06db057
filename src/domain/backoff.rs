//! How long to wait before trying again.

/// Milliseconds before try number `attempt` + 1: `base` doubled for each try before, at most `max`, then moved by up to a quarter either way.
/// `unit` is random in `0.0..1.0`.
pub fn delay(attempt: u32, base: i64, max: i64, unit: f64) -> i64 {
    let doubled = base.max(1).saturating_mul(1_i64.checked_shl(attempt.saturating_sub(1).min(40)).unwrap_or(i64::MAX));
    let bounded = doubled.min(max);
    let jitter = (bounded as f64 * 0.5 * (unit.clamp(0.0, 1.0) - 0.5)) as i64;
    bounded.saturating_add(jitter).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn doubles_up_to_the_bound() {
        let waits: Vec<i64> = (1..=6).map(|n| delay(n, 1_000, 10_000, 0.5)).collect();
        assert_eq!(waits, [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    }

    proptest! {
        #[test]
        fn stays_within_a_quarter_of_the_plain_wait(attempt in any::<u32>(), unit in any::<f64>()) {
            let wait = delay(attempt, 1_000, 86_400_000, unit);
            prop_assert!((750..=108_000_000).contains(&wait));
        }
    }
}
