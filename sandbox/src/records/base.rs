//! When the base records came: arithmetic instead of a table.

use super::mix::mix;
use crate::clock::Micros;
use crate::store::{ModelRow, Window};

/// The base records of a model of an account.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    start: Micros,
    span: Micros,
    size: u32,
    late: Micros,
    key: u64,
}

impl Base {
    /// Of a model with this key.
    pub fn new(row: &ModelRow, key: u64) -> Self {
        // The last one comes before the end, because the end is the exclusive bound of the first window.
        let start = row.base_start.min(row.base_end - 1);
        Self { start, span: (row.base_end - 1 - start).max(0), size: row.size, late: row.late, key }
    }

    /// When the nth came; never earlier than the one before it.
    pub fn came(&self, nth: u32) -> Micros {
        let part = i128::from(self.span) * i128::from(nth) / i128::from(self.size.max(1));
        self.start + Micros::try_from(part).unwrap_or(self.span)
    }

    /// Whether the nth can be seen.
    pub fn seen(&self, nth: u32, now: Micros) -> bool {
        let delay =
            if self.late > 0 { Micros::try_from(mix(self.key ^ !u64::from(nth)) % self.late.unsigned_abs()).unwrap_or(0) } else { 0 };
        self.came(nth) + delay <= now
    }

    /// The last moment at which one of them appears.
    pub fn all_seen(&self) -> Micros {
        self.start + self.span + self.late
    }

    /// The numbers of those in a window that can have been seen by `now`, of the first `reach`: from, and up to but without.
    pub fn range(&self, window: &Window, reach: u32, now: Micros) -> (u32, u32) {
        let after = window.modified_after.max(window.created_after);
        let before = window.modified_before.min(window.created_before).min(now.saturating_add(1));
        let reach = reach.min(self.size);
        (self.first(reach, |came| came > after), self.first(reach, |came| came >= before))
    }

    /// The first of `size` that came at a time that passes the test, which no earlier one does.
    fn first(&self, size: u32, test: impl Fn(Micros) -> bool) -> u32 {
        let (mut low, mut high) = (0, size);
        while low < high {
            let middle = low + (high - low) / 2;
            if test(self.came(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Window = Window {
        modified_after: Micros::MIN,
        modified_before: Micros::MAX,
        created_after: Micros::MIN,
        created_before: Micros::MAX,
        deleted: false,
    };

    fn base(size: u32, span: Micros, late: Micros) -> Base {
        Base { start: 1_000, span, size, late, key: 7 }
    }

    #[test]
    fn a_window_is_the_range_that_a_walk_would_find() {
        for (size, span) in [(10, 9_999), (1_000, 17), (7, 0), (1, 5), (0, 5)] {
            let base = base(size, span, 0);
            for after in [0, 999, 1_000, 1_003, 1_010, 9_000, 20_000] {
                for before in [0, 1_000, 1_001, 1_009, 5_000, 30_000] {
                    let window = Window { modified_after: after, modified_before: before, ..ALL };
                    let walked: Vec<u32> = (0..size).filter(|i| base.came(*i) > after && base.came(*i) < before).collect();
                    let (from, to) = base.range(&window, size, Micros::MAX);
                    assert_eq!((from..to).collect::<Vec<_>>(), walked, "{size} {span} {after} {before}");
                }
            }
        }
    }

    #[test]
    fn lateness_is_bounded_and_differs() {
        let base = base(1_000, 0, 300_000);
        let seen = |now| (0..1_000).filter(|i| base.seen(*i, now)).count();
        assert_eq!((seen(999), seen(base.all_seen())), (0, 1_000));
        assert!((300..700).contains(&seen(151_000)), "{}", seen(151_000));
    }

    #[test]
    fn a_million_fit_into_a_short_turn() {
        let base = base(1_000_000, 500_000, 0);
        assert!((1..1_000_000).all(|i| base.came(i) >= base.came(i - 1)));
        assert_eq!(base.range(&ALL, 1_000_000, Micros::MAX), (0, 1_000_000));
    }
}
