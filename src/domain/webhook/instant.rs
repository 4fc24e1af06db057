//! Which of two of the upstream's times is later. They are kept verbatim as text (S2), with more or fewer digits after the second.

/// Whether `end` is at `moment` or later. `false` when either cannot be read: then nothing is known to be fetched.
pub(super) fn reached(end: &str, moment: &str) -> bool {
    match (nanos(end), nanos(moment)) {
        (Some(end), Some(moment)) => end >= moment,
        _ => false,
    }
}

/// Nanoseconds since the epoch of an ISO 8601 date and time; without an offset it is UTC.
fn nanos(text: &str) -> Option<i128> {
    let text = text.trim();
    let (date, time) = text.split_once(['T', 't', ' '])?;
    let (time, offset) = match time.find(['Z', 'z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, "Z"),
    };
    let [year, month, day] = three(date.splitn(3, '-'))?;
    let (clock, fraction) = time.split_once('.').unwrap_or((time, ""));
    let [hour, minute, second] = three(clock.splitn(3, ':'))?;
    let in_range = (1..=12).contains(&month) && (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    if !in_range || fraction.len() > 9 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let nanos: i128 = format!("{fraction:0<9}").parse().ok()?;
    let seconds = days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second - offset_seconds(offset)?;
    Some(i128::from(seconds) * 1_000_000_000 + nanos)
}

fn three<'a>(mut parts: impl Iterator<Item = &'a str>) -> Option<[i64; 3]> {
    let mut number = || parts.next().filter(|part| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()))?.parse().ok();
    Some([number()?, number()?, number()?])
}

fn offset_seconds(text: &str) -> Option<i64> {
    let (sign, digits) = match text.split_at_checked(1)? {
        ("Z" | "z", "") => return Some(0),
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let digits: String = digits.chars().filter(|digit| *digit != ':').collect();
    let number: i64 = digits.parse().ok()?;
    match digits.len() {
        2 => Some(sign * number * 3_600),
        4 => Some(sign * (number / 100 * 3_600 + number % 100 * 60)),
        _ => None,
    }
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
const fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_same_moment_in_other_words_is_reached() {
        for (end, moment) in [
            ("2024-08-26T20:11:19.277118Z", "2024-08-26T20:11:19.277118Z"),
            ("2024-08-26T20:11:19Z", "2024-08-26T20:11:19.000Z"),
            ("2024-08-26T22:11:19+02:00", "2024-08-26T20:11:19Z"),
            ("2024-08-26T20:11:19.3Z", "2024-08-26T20:11:19.277118Z"),
            ("2024-08-27 00:00:00+00", "2024-08-26T20:11:19.277118"),
            ("2024-03-01T00:00:00Z", "2024-02-29T23:59:59Z"),
        ] {
            assert!(reached(end, moment), "{end} {moment}");
        }
    }

    #[test]
    fn an_earlier_moment_or_no_moment_is_not_reached() {
        for (end, moment) in [
            ("2024-08-26T20:11:19.277117Z", "2024-08-26T20:11:19.277118Z"),
            ("2024-08-26T20:11:19Z", "2024-08-26T20:11:19.1Z"),
            ("2024-08-26T20:11:19+02:00", "2024-08-26T20:11:19Z"),
            ("", "2024-08-26T20:11:19Z"),
            ("2024-08-26T20:11:19Z", "soon"),
            ("2024-13-26T20:11:19Z", "2024-08-26T20:11:19Z"),
            ("2024-08-26", "2024-08-25"),
            ("2024-08-26T20:11:19.12345678901Z", "2024-08-26T20:11:19Z"),
        ] {
            assert!(!reached(end, moment), "{end} {moment}");
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_our_own_writing_of_time(a in 0_i64..4_000_000_000_000, b in 0_i64..4_000_000_000_000) {
            let iso = |millis| crate::domain::time::Timestamp(millis).to_iso();
            prop_assert_eq!(reached(&iso(a), &iso(b)), a >= b);
        }

        #[test]
        fn no_text_makes_it_panic(a in ".{0,40}", b in "[0-9TZ:.+ -]{0,40}") {
            let _ = reached(&a, &b);
            let _ = reached(&b, &b);
        }
    }
}
