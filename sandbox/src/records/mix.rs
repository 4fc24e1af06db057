//! Hashes that are the same for ever, ids that lead back to their record, and writing JSON without a tree in between.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::clock::{Micros, SECOND};

/// A good mixer of 64 bits (the finaliser of SplitMix64): what a record holds is drawn from it, so it must never change.
pub fn mix(value: u64) -> u64 {
    let mut z = value.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// A key from a seed and texts.
pub fn key(seed: u64, parts: &[&str]) -> u64 {
    let mut hash = Sha256::new();
    hash.update(seed.to_be_bytes());
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(8).fold(0, |key, byte| (key << 8) | u64::from(*byte))
}

/// A small, quick hash of a field's name.
pub const fn salt(name: &str) -> u64 {
    let bytes = name.as_bytes();
    let (mut hash, mut rest) = (0xCBF2_9CE4_8422_2325_u64, bytes);
    while let [byte, tail @ ..] = rest {
        hash = (hash ^ *byte as u64).wrapping_mul(0x0100_0000_01B3);
        rest = tail;
    }
    hash
}

const VERSION: u64 = 0x4000;
const VARIANT: u64 = 0x8000_0000_0000_0000;

/// The id of record `ordinal` of a model: a UUID of version 4 whose last 32 bits are the ordinal under a mask, so that a record is found by its
/// id without an index.
pub fn id(model: u64, ordinal: u32) -> u128 {
    let high = (mix(model ^ u64::from(ordinal)) & !0xF000) | VERSION;
    let check = mix(model.rotate_left(17) ^ u64::from(ordinal));
    let low = VARIANT | (check & 0x3FFF_FFFF_0000_0000) | u64::from(ordinal ^ mask(model, high));
    (u128::from(high) << 64) | u128::from(low)
}

/// The ordinal of an id of this model; `None` for an id that is not one.
pub fn ordinal(model: u64, text: &str) -> Option<u32> {
    let asked = uuid::Uuid::parse_str(text).ok()?.as_u128();
    let high = u64::try_from(asked >> 64).ok()?;
    let low = u32::try_from(asked & 0xFFFF_FFFF).ok()?;
    let ordinal = low ^ mask(model, high);
    (id(model, ordinal) == asked).then_some(ordinal)
}

fn mask(model: u64, high: u64) -> u32 {
    (mix(model.rotate_left(33) ^ high) >> 32) as u32
}

/// Writes a UUID.
pub fn push_id(out: &mut String, id: u128) {
    let mut text = [0; uuid::fmt::Hyphenated::LENGTH];
    out.push_str(uuid::Uuid::from_u128(id).hyphenated().encode_lower(&mut text));
}

/// Writes two digits.
fn push_pair(out: &mut String, value: i64) {
    let digit = |value: i64| char::from(b'0' + u8::try_from(value % 10).unwrap_or(0));
    out.push(digit(value / 10));
    out.push(digit(value));
}

/// Writes a time as the upstream does: `2024-08-26T20:11:19.277118Z`, without the fraction where there is none.
pub fn push_time(out: &mut String, at: Micros) {
    let (seconds, micros) = (at.div_euclid(SECOND), at.rem_euclid(SECOND));
    let (days, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    // The civil date of a day number (Howard Hinnant's algorithm).
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    // Many times stand in each record, and a million records are asked for at once: written out, this is ten times as quick.
    push_pair(out, year / 100);
    push_pair(out, year % 100);
    for (before, value) in [('-', month), ('-', day), ('T', second / 3_600), (':', second / 60 % 60), (':', second % 60)] {
        out.push(before);
        push_pair(out, value);
    }
    if micros != 0 {
        out.push('.');
        push_pair(out, micros / 10_000);
        push_pair(out, micros / 100 % 100);
        push_pair(out, micros % 100);
    }
    out.push('Z');
}

/// Writes a text with its quotes.
pub fn push_text(out: &mut String, text: &str) {
    out.push('"');
    if !text.bytes().any(|b| b < b' ' || b == b'"' || b == b'\\') {
        out.push_str(text);
        out.push('"');
        return;
    }
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::clock::iso;

    #[test]
    fn an_id_leads_back_to_its_record_and_no_other_id_does() {
        let model = key(1, &["hris", "o1", "Employee"]);
        for at in [0, 1, 999_999, u32::MAX] {
            let mut text = String::new();
            push_id(&mut text, id(model, at));
            let parsed = uuid::Uuid::parse_str(&text).unwrap();
            assert_eq!(parsed.get_version_num(), 4);
            assert_eq!(ordinal(model, &text), Some(at));
            assert_eq!(ordinal(model + 1, &text), None);
        }
        assert_eq!(ordinal(model, &uuid::Uuid::new_v4().to_string()), None);
        assert_eq!(ordinal(model, "1"), None);
    }

    #[test]
    fn times_are_written_as_everywhere_else() {
        for at in [0, 1_724_703_079_277_118, 1_709_164_800_000_000, 951_782_400_000_001, 4_102_444_799_999_999, -86_400_000_000] {
            let mut text = String::new();
            push_time(&mut text, at);
            assert_eq!(text, iso(at));
        }
    }

    #[test]
    fn texts_are_escaped() {
        let mut text = String::new();
        push_text(&mut text, "a \"b\" \\ \n \u{1} é");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), "a \"b\" \\ \n \u{1} é");
    }
}
