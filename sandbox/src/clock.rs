//! The sandbox's own clock: the machine's time plus an offset that tests and demos move, never backwards.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;

/// Microseconds since the Unix epoch; every time in the sandbox is one of these.
pub type Micros = i64;

/// One second in [`Micros`].
pub const SECOND: Micros = 1_000_000;
/// One minute in [`Micros`].
pub const MINUTE: Micros = 60 * SECOND;

/// A clock that can be advanced.
#[derive(Debug)]
pub struct Clock {
    offset: AtomicI64,
}

impl Clock {
    /// A clock that is `offset` microseconds ahead of the machine's.
    pub fn new(offset: Micros) -> Self {
        Self { offset: AtomicI64::new(offset) }
    }

    /// The time now.
    pub fn now(&self) -> Micros {
        Timestamp::now().as_microsecond().saturating_add(self.offset.load(Ordering::Relaxed))
    }

    /// Moves the clock forwards and returns the new offset.
    pub fn advance(&self, by: Micros) -> Micros {
        let by = by.max(0);
        self.offset.fetch_add(by, Ordering::Relaxed).saturating_add(by)
    }

    /// Puts the clock back to the machine's time (only a reset does that).
    pub fn reset(&self) {
        self.offset.store(0, Ordering::Relaxed);
    }
}

/// `2024-08-26T20:11:19.277118Z`: six digits of microseconds, or none when there are none, as the upstream writes them.
pub fn iso(at: Micros) -> String {
    match Timestamp::from_microsecond(at) {
        Ok(time) if at % SECOND == 0 => time.to_string(),
        Ok(time) => format!("{time:.6}"),
        Err(_) => "1970-01-01T00:00:00Z".to_owned(),
    }
}

/// Reads an ISO 8601 time with zone; `None` when it is not one.
pub fn parse_iso(text: &str) -> Option<Micros> {
    text.trim().parse::<Timestamp>().ok().map(|t| t.as_microsecond())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn writes_microseconds_only_when_there_are_some() {
        assert_eq!(iso(1_724_703_079_277_118), "2024-08-26T20:11:19.277118Z");
        assert_eq!(iso(1_724_703_079_277_100), "2024-08-26T20:11:19.277100Z");
        assert_eq!(iso(1_724_703_079_000_000), "2024-08-26T20:11:19Z");
    }

    #[test]
    fn reads_both_clients_way_of_writing_a_time() {
        assert_eq!(parse_iso("2024-01-15T10:30:00Z").unwrap(), parse_iso("2024-01-15T10:30:00.000Z").unwrap());
        assert_eq!(parse_iso("yesterday"), None);
    }

    #[test]
    fn never_goes_backwards() {
        let clock = Clock::new(0);
        assert_eq!(clock.advance(-5), 0);
        assert_eq!(clock.advance(5 * SECOND), 5 * SECOND);
    }
}
