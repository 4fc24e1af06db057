//! Times as people say them: "4 minutes ago", and exactly for those who ask.

/// Milliseconds since the Unix epoch of an ISO 8601 time in UTC, as our own answers hold it; `None` when it is not one.
pub fn parse(iso: &str) -> Option<i64> {
    let number = |from: usize, to: usize| iso.get(from..to)?.parse::<i64>().ok();
    let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days since 1970-01-01 in the proleptic Gregorian calendar, years beginning in March.
    let shifted = if month <= 2 { year - 1 } else { year };
    let era = shifted.div_euclid(400);
    let year_of_era = shifted.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let days = era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468;
    Some(((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000)
}

/// How long ago: "just now", "4 minutes ago", "yesterday", "19 November 2026".
pub fn ago(iso: &str, now: i64) -> String {
    let Some(then) = parse(iso) else { return String::new() };
    let minutes = (now - then).max(0) / 60_000;
    let count = |count: i64, one: &str, many: &str| if count == 1 { format!("1 {one} ago") } else { format!("{count} {many} ago") };
    match minutes {
        0 => "just now".to_owned(),
        1..60 => count(minutes, "minute", "minutes"),
        60..1440 => count(minutes / 60, "hour", "hours"),
        1440..2880 => "yesterday".to_owned(),
        2880..10_080 => count(minutes / 1440, "day", "days"),
        _ => day(iso),
    }
}

/// How soon: "any moment now", "in 4 minutes", "tomorrow", "19 November 2026".
pub fn ahead(iso: &str, now: i64) -> String {
    let Some(then) = parse(iso) else { return String::new() };
    let minutes = (then - now).max(0).saturating_add(59_999) / 60_000;
    let count = |count: i64, one: &str, many: &str| if count == 1 { format!("in 1 {one}") } else { format!("in {count} {many}") };
    match minutes {
        0 => "any moment now".to_owned(),
        1..60 => count(minutes, "minute", "minutes"),
        60..1440 => count(minutes / 60, "hour", "hours"),
        1440..2880 => "tomorrow".to_owned(),
        2880..10_080 => count(minutes / 1440, "day", "days"),
        _ => day(iso),
    }
}

/// "19 November 2026".
pub fn day(iso: &str) -> String {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let month = iso.get(5..7).and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.checked_sub(1)?));
    match (iso.get(0..4), month, iso.get(8..10)) {
        (Some(year), Some(month), Some(day)) => format!("{} {month} {year}", day.trim_start_matches('0')),
        _ => String::new(),
    }
}

/// "Today", "Yesterday", "19 November 2026".
pub fn on(iso: &str, now: i64) -> String {
    const DAY: i64 = 86_400_000;
    match parse(iso).map(|then| now.div_euclid(DAY) - then.div_euclid(DAY)) {
        Some(0) => "Today".to_owned(),
        Some(1) => "Yesterday".to_owned(),
        _ => day(iso),
    }
}

/// "20:39 UTC".
pub fn time(iso: &str) -> String {
    format!("{} UTC", iso.get(11..16).unwrap_or_default())
}

/// "19 November 2026, 20:39 UTC".
pub fn exactly(iso: &str) -> String {
    format!("{}, {}", day(iso), time(iso))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;
    use crate::domain::time::Timestamp;

    proptest! {
        #[test]
        fn reads_what_our_answers_write(seconds in 0i64..4_102_444_800) {
            prop_assert_eq!(parse(&Timestamp(seconds * 1000).to_iso()), Some(seconds * 1000));
        }

        #[test]
        fn never_fails_on_what_is_no_time(text in ".*") {
            let _ = (parse(&text), ago(&text, 0), ahead(&text, 0), on(&text, 0), exactly(&text));
        }
    }

    #[test]
    fn says_it_as_people_do() {
        let then = "2026-11-19T20:39:44.000Z";
        let at = parse(then).unwrap();
        for (minutes, words) in [
            (-5, "just now"),
            (0, "just now"),
            (1, "1 minute ago"),
            (59, "59 minutes ago"),
            (60, "1 hour ago"),
            (1439, "23 hours ago"),
            (1440, "yesterday"),
            (2880, "2 days ago"),
            (10_080, "19 November 2026"),
        ] {
            assert_eq!(ago(then, at + minutes * 60_000), words);
        }
        for (minutes, words) in [
            (-5, "any moment now"),
            (0, "any moment now"),
            (1, "in 1 minute"),
            (59, "in 59 minutes"),
            (60, "in 1 hour"),
            (1439, "in 23 hours"),
            (1440, "tomorrow"),
            (2880, "in 2 days"),
            (10_080, "19 November 2026"),
        ] {
            assert_eq!(ahead(then, at - minutes * 60_000), words);
        }
        assert_eq!(ahead(then, at - 1), "in 1 minute");
        for (days, words) in [(-1, "19 November 2026"), (0, "Today"), (1, "Yesterday"), (2, "19 November 2026")] {
            assert_eq!(on(then, at + days * 86_400_000), words);
        }
        // A day ends at midnight, not after twenty-four hours.
        assert_eq!(on(then, parse("2026-11-20T00:00:00.000Z").unwrap()), "Yesterday");
        assert_eq!(exactly(then), "19 November 2026, 20:39 UTC");
    }
}
