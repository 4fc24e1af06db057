//! Times of the upstream (S2): the text is kept and sent verbatim, and compared by what it means, to the microsecond.

use std::cmp::Ordering;

use super::{Timestamp, civil_from_days};

const MICROS_PER_SECOND: i64 = 1_000_000;

/// A point in time as the upstream wrote it. Two of them are equal when they mean the same moment, however they are written.
#[derive(Clone, Debug)]
pub struct UpstreamTime {
    text: String,
    micros: i64,
}

impl UpstreamTime {
    /// Reads ISO 8601 with date and time: with or without a fraction (what is finer than a microsecond is cut off), with `Z`, with an offset,
    /// or without either, which the upstream means as UTC. `None`: it is no time.
    pub fn parse(text: &str) -> Option<Self> {
        Some(Self { text: text.to_owned(), micros: micros(text.trim())? })
    }

    /// From microseconds since the Unix epoch, in the upstream's own form: a fraction only where there is one.
    pub fn from_micros(micros: i64) -> Self {
        Self { text: iso(micros), micros }
    }

    /// The text, verbatim.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Microseconds since the Unix epoch.
    pub const fn micros(&self) -> i64 {
        self.micros
    }

    /// The same moment in milliseconds.
    pub const fn timestamp(&self) -> Timestamp {
        Timestamp(self.micros.div_euclid(1000))
    }

    /// This moment moved back.
    #[must_use]
    pub fn minus_micros(&self, micros: i64) -> Self {
        Self::from_micros(self.micros.saturating_sub(micros))
    }
}

impl PartialEq for UpstreamTime {
    fn eq(&self, other: &Self) -> bool {
        self.micros == other.micros
    }
}

impl Eq for UpstreamTime {}

impl PartialOrd for UpstreamTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for UpstreamTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.micros.cmp(&other.micros)
    }
}

/// Day number since 1970-01-01 of a date in the proleptic Gregorian calendar.
fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// A number of exactly these digits.
fn number(text: &str, from: usize, to: usize) -> Option<i64> {
    let digits = text.get(from..to)?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

fn micros(text: &str) -> Option<i64> {
    let separator = |at: usize, allowed: &[u8]| text.as_bytes().get(at).is_some_and(|byte| allowed.contains(byte));
    let laid_out = separator(4, b"-") && separator(7, b"-") && separator(10, b"Tt ") && separator(13, b":") && separator(16, b":");
    if !laid_out {
        return None;
    }
    let (year, month, day) = (number(text, 0, 4)?, number(text, 5, 7)?, number(text, 8, 10)?);
    let (hour, minute, second) = (number(text, 11, 13)?, number(text, 14, 16)?, number(text, 17, 19)?);
    // A leap second is the first moment of the next minute.
    if !(1..=12).contains(&month) || hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let days = days_from_civil(year, month, day);
    if day < 1 || civil_from_days(days) != (year, month, day) {
        return None;
    }
    let (fraction, zone) = fraction(text.get(19..)?)?;
    let seconds = ((days * 24 + hour) * 60 + minute) * 60 + second - offset(zone)?;
    Some(seconds * MICROS_PER_SECOND + fraction)
}

/// Microseconds of a fraction, if the text begins with one, and what follows it.
fn fraction(rest: &str) -> Option<(i64, &str)> {
    let Some(after) = rest.strip_prefix(['.', ',']) else { return Some((0, rest)) };
    let length = after.bytes().take_while(u8::is_ascii_digit).count();
    if length == 0 {
        return None;
    }
    let (digits, zone) = after.split_at_checked(length)?;
    let micros = digits.bytes().chain(std::iter::repeat(b'0')).take(6).fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
    Some((micros, zone))
}

/// Seconds by which a zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if matches!(zone, "" | "Z" | "z") {
        return Some(0);
    }
    let (sign, clock) = match zone.split_at_checked(1)? {
        ("+", clock) => (1, clock),
        ("-", clock) => (-1, clock),
        _ => return None,
    };
    let (hours, minutes) = match clock.len() {
        2 => (number(clock, 0, 2)?, 0),
        4 => (number(clock, 0, 2)?, number(clock, 2, 4)?),
        5 if clock.as_bytes().get(2) == Some(&b':') => (number(clock, 0, 2)?, number(clock, 3, 5)?),
        _ => return None,
    };
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 3600 + minutes * 60))
}

fn iso(micros: i64) -> String {
    let seconds = micros.div_euclid(MICROS_PER_SECOND);
    let fraction = micros.rem_euclid(MICROS_PER_SECOND);
    let (year, month, day) = civil_from_days(seconds.div_euclid(86_400));
    let of_day = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    let whole = format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}");
    if fraction == 0 { format!("{whole}Z") } else { format!("{whole}.{fraction:06}Z") }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> i64 {
        UpstreamTime::parse(text).unwrap_or_else(|| panic!("{text}")).micros()
    }

    #[test]
    fn every_form_of_one_moment_is_that_moment() {
        const MOMENT: i64 = 1_724_703_079_277_118;
        for text in [
            "2024-08-26T20:11:19.277118Z",
            "2024-08-26T20:11:19.277118+00:00",
            "2024-08-26T20:11:19.2771180Z",
            "2024-08-26T20:11:19.277118999Z",
            "2024-08-26 20:11:19.277118",
            "2024-08-26T22:11:19.277118+02:00",
            "2024-08-26T14:41:19.277118-0530",
            "2024-08-27T05:11:19.277118+09",
        ] {
            assert_eq!(of(text), MOMENT, "{text}");
            assert_eq!(UpstreamTime::parse(text).unwrap().as_str(), text, "verbatim");
        }
        assert_eq!(of("2024-08-26T20:11:19Z"), MOMENT - 277_118);
        assert_eq!(of("1969-12-31T23:59:59.999999Z"), -1);
    }

    #[test]
    fn a_fraction_is_compared_as_a_fraction() {
        assert!(of("2024-01-15T10:30:00.5Z") > of("2024-01-15T10:30:00.49Z"));
        assert!(of("2024-01-15T10:30:00.000001Z") > of("2024-01-15T10:30:00Z"));
        assert_eq!(UpstreamTime::parse("2024-01-15T10:30:00Z"), UpstreamTime::parse("2024-01-15T10:30:00.000Z"));
    }

    #[test]
    fn nonsense_is_no_time() {
        for text in [
            "",
            "now",
            "2024-01-15",
            "2024-13-01T00:00:00Z",
            "2024-02-30T00:00:00Z",
            "2024-01-00T00:00:00Z",
            "2024-01-15T24:00:00Z",
            "2024-01-15T10:30Z",
            "2024-01-15T10:30:00.Z",
            "2024-01-15T10:30:00X",
            "2024-01-15T10:30:00+2",
            "2024-01-15T10:30:00+99:00",
            "2024-01-15T10:30:00Zfoo",
            "+024-01-15T10:30:00Z",
            "२०२४-01-15T10:30:00Z",
        ] {
            assert!(UpstreamTime::parse(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(micros in -60_000_000_000_000_000_i64..250_000_000_000_000_000) {
            prop_assert_eq!(of(&iso(micros)), micros);
        }

        #[test]
        fn texts_of_one_form_are_in_the_order_of_the_moments(a in 0_i64..4_000_000_000_000_000, b in 0_i64..4_000_000_000_000_000) {
            let (a, b) = (a / 10 * 10 + 1, b / 10 * 10 + 1);
            prop_assert_eq!(iso(a).cmp(&iso(b)), a.cmp(&b));
        }

        #[test]
        fn nothing_panics(text in ".*") {
            let _ = UpstreamTime::parse(&text);
        }
    }
}
