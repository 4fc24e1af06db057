//! Times as people say them: "4 minutes ago", and exactly for those who ask.

use crate::say;

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
    match minutes {
        0 => say!("ago-now"),
        1..60 => say!("ago-minutes", count = minutes),
        60..1440 => say!("ago-hours", count = minutes / 60),
        1440..2880 => say!("ago-yesterday"),
        2880..10_080 => say!("ago-days", count = minutes / 1440),
        _ => day(iso),
    }
}

/// How soon: "any moment now", "in 4 minutes", "tomorrow", "19 November 2026".
pub fn ahead(iso: &str, now: i64) -> String {
    let Some(then) = parse(iso) else { return String::new() };
    let minutes = (then - now).max(0).saturating_add(59_999) / 60_000;
    match minutes {
        0 => say!("ahead-now"),
        1..60 => say!("ahead-minutes", count = minutes),
        60..1440 => say!("ahead-hours", count = minutes / 60),
        1440..2880 => say!("ahead-tomorrow"),
        2880..10_080 => say!("ahead-days", count = minutes / 1440),
        _ => day(iso),
    }
}

/// "19 November 2026".
pub fn day(iso: &str) -> String {
    let month = iso.get(5..7).and_then(|month| month.parse::<u8>().ok()).and_then(month);
    match (iso.get(0..4), month, iso.get(8..10)) {
        (Some(year), Some(month), Some(day)) => say!("date", day = day.trim_start_matches('0'), month = &month, year = year),
        _ => String::new(),
    }
}

/// A month as it stands in a date.
fn month(number: u8) -> Option<String> {
    Some(match number {
        1 => say!("month-1"),
        2 => say!("month-2"),
        3 => say!("month-3"),
        4 => say!("month-4"),
        5 => say!("month-5"),
        6 => say!("month-6"),
        7 => say!("month-7"),
        8 => say!("month-8"),
        9 => say!("month-9"),
        10 => say!("month-10"),
        11 => say!("month-11"),
        12 => say!("month-12"),
        _ => return None,
    })
}

/// "Today", "Yesterday", "19 November 2026".
pub fn on(iso: &str, now: i64) -> String {
    const DAY: i64 = 86_400_000;
    match parse(iso).map(|then| now.div_euclid(DAY) - then.div_euclid(DAY)) {
        Some(0) => say!("today"),
        Some(1) => say!("yesterday"),
        _ => day(iso),
    }
}

/// "20:39 UTC".
pub fn time(iso: &str) -> String {
    say!("time-utc", time = iso.get(11..16).unwrap_or_default())
}

/// "19 November 2026, 20:39 UTC".
pub fn exactly(iso: &str) -> String {
    say!("date-time", date = &day(iso), time = &time(iso))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;
    use crate::{
        domain::time::Timestamp,
        words::{Language, speaking},
    };

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

    #[tokio::test]
    async fn says_it_in_every_language() {
        let then = "2026-11-09T20:39:44.000Z";
        let at = parse(then).unwrap();
        let cases = [
            (Language::English, ["9 November 2026, 20:39 UTC", "4 minutes ago", "1 hour ago", "in 3 days", "Yesterday"]),
            (Language::German, ["9. November 2026, 20:39 UTC", "vor 4 Minuten", "vor 1 Stunde", "in 3 Tagen", "Gestern"]),
            (Language::French, ["9 novembre 2026 à 20:39 UTC", "il y a 4 minutes", "il y a 1 heure", "dans 3 jours", "Hier"]),
            (Language::Spanish, ["9 de noviembre de 2026, 20:39 UTC", "hace 4 minutos", "hace 1 hora", "dentro de 3 días", "Ayer"]),
            (Language::Japanese, ["2026年11月9日 20:39 UTC", "4分前", "1時間前", "3日後", "昨日"]),
        ];
        for (language, expected) in cases {
            let said = speaking(language, async {
                let minute = 60_000;
                let soon = ahead(then, at - 3 * 1440 * minute);
                [exactly(then), ago(then, at + 4 * minute), ago(then, at + 60 * minute), soon, on(then, at + 1440 * minute)]
            });
            assert_eq!(said.await, expected, "{language:?}");
        }
    }
}
