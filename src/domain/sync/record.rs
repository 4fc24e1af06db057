//! What one record that comes in does to the stored one (S5).

use std::borrow::Cow;

/// A record as the upstream gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The upstream's id of it.
    pub id: String,
    /// The id that the app on the other side has for it.
    pub remote_id: Option<String>,
    /// `modified_at`, verbatim; empty when it came without.
    pub modified_at: String,
    /// The same in microseconds since the Unix epoch; 0 when it came without.
    pub modified_us: i64,
    /// `remote_was_deleted`.
    pub deleted: bool,
    /// SHA-256 of the payload, hexadecimal.
    pub hash: String,
    /// The payload: a JSON object that both databases can hold (see [`storable`]).
    pub payload: String,
}

/// What the rule needs to know of the stored one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its `modified_at` in microseconds.
    pub modified_us: i64,
    /// The hash of its payload.
    pub hash: String,
    /// Whether it is marked as deleted.
    pub deleted: bool,
}

impl From<&Incoming> for Stored {
    fn from(record: &Incoming) -> Self {
        Self { modified_us: record.modified_us, hash: record.hash.clone(), deleted: record.deleted }
    }
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A new row.
    Insert,
    /// The row becomes the incoming one; a deleted one lives again if this one does.
    Replace,
    /// Nothing: it is older, or the same.
    Nothing,
}

/// S5: a record counts if it is not older than the stored one, and changes something if it is not the same. A row that we marked as missing
/// and that comes back unchanged lives again.
pub fn effect(stored: Option<&Stored>, incoming: &Incoming) -> Effect {
    match stored {
        None => Effect::Insert,
        Some(stored) if incoming.modified_us < stored.modified_us => Effect::Nothing,
        Some(stored) if stored.hash == incoming.hash && stored.deleted == incoming.deleted => Effect::Nothing,
        Some(_) => Effect::Replace,
    }
}

/// By how much the number of living rows moves when `incoming` is written over `stored`.
pub fn live_change(stored: Option<&Stored>, incoming: &Incoming) -> i64 {
    i64::from(!incoming.deleted) - i64::from(stored.is_some_and(|stored| !stored.deleted))
}

/// JSON that both databases can hold: Postgres refuses the escapes of the zero character and of half a surrogate pair, which the upstream
/// passes on from other systems. They become U+FFFD. Anything else stays as it came, to the byte.
pub fn storable(json: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    let bytes = json.as_bytes();
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\')) {
        let escape = at + found;
        let width = match (unit(bytes, escape), unit(bytes, escape + 6)) {
            (None, _) => 2,
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0 | 0xD800..=0xDFFF), _) => {
                out.push_str(json.get(copied..escape).unwrap_or_default());
                out.push_str("\\ufffd");
                copied = escape + 6;
                6
            }
            (Some(_), _) => 6,
        };
        at = escape + width;
    }
    if copied == 0 {
        return Cow::Borrowed(json);
    }
    out.push_str(json.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// The value of the `\uXXXX` that begins here, if one does.
fn unit(bytes: &[u8], at: usize) -> Option<u32> {
    let digits = bytes.get(at..at.checked_add(6)?)?.strip_prefix(b"\\u")?;
    let text = std::str::from_utf8(digits).ok()?;
    if text.starts_with('+') { None } else { u32::from_str_radix(text, 16).ok() }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    fn record(modified_us: i64, content: u8, deleted: bool) -> Incoming {
        Incoming {
            id: "x".into(),
            remote_id: None,
            modified_at: String::new(),
            modified_us,
            deleted,
            hash: format!("{content}{deleted}"),
            payload: "{}".into(),
        }
    }

    #[test]
    fn the_newer_one_counts_and_the_same_one_moves_nothing() {
        let stored = Stored::from(&record(5, 1, false));
        assert_eq!(effect(None, &record(5, 1, true)), Effect::Insert);
        assert_eq!(effect(Some(&stored), &record(4, 2, false)), Effect::Nothing);
        assert_eq!(effect(Some(&stored), &record(5, 1, false)), Effect::Nothing);
        assert_eq!(effect(Some(&stored), &record(9, 1, false)), Effect::Nothing, "the same payload");
        assert_eq!(effect(Some(&stored), &record(5, 2, false)), Effect::Replace, "equal times");
        assert_eq!(effect(Some(&stored), &record(6, 1, true)), Effect::Replace, "a deletion");
        let gone = Stored::from(&record(6, 1, true));
        assert_eq!(effect(Some(&gone), &record(5, 1, false)), Effect::Nothing, "an echo from before the deletion");
        assert_eq!(effect(Some(&gone), &record(7, 3, false)), Effect::Replace, "a revival");
        let swept = Stored { deleted: true, ..stored };
        assert_eq!(effect(Some(&swept), &record(5, 1, false)), Effect::Replace, "it was there after all");
    }

    #[test]
    fn escapes_that_no_database_takes_are_replaced_and_nothing_else() {
        for same in [r#"{"a":"plain \"quoted\" \n \\u0000 é \u00e9 \ud83d\ude00"}"#, r#"{"a":"\\\\ud800"}"#, "{}", r#"{"a":"\\"}"#] {
            assert!(matches!(storable(same), Cow::Borrowed(text) if text == same), "{same}");
        }
        assert_eq!(storable(r#"{"a":"x\u0000y","b":"\uD800","c":"\udc00\ud83d"}"#), r#"{"a":"x\ufffdy","b":"\ufffd","c":"\ufffd\ufffd"}"#);
        assert_eq!(storable(r#"["\ud800\ud83d\ude00"]"#), r#"["\ufffd\ud83d\ude00"]"#);
        assert_eq!(storable(r#"["\\\u0000"]"#), r#"["\\\ufffd"]"#);
    }

    proptest! {
        /// Whatever order records come in, as long as the newest comes at some time, the newest is what stays.
        #[test]
        fn the_newest_wins_in_any_order(times in prop::collection::vec((0_i64..6, any::<bool>()), 1..12), last in any::<prop::sample::Index>()) {
            // One version for each moment.
            let mut versions: Vec<Incoming> =
                times.iter().map(|(at, deleted)| record(*at, u8::try_from(*at).unwrap(), *deleted ^ (at % 2 == 0))).collect();
            versions.iter_mut().for_each(|version| {
                version.deleted = version.modified_us % 2 == 0;
                version.hash = format!("{}{}", version.modified_us, version.deleted);
            });
            let split = last.index(versions.len());
            versions.rotate_left(split);
            let mut stored: Option<Stored> = None;
            let mut live = 0;
            for version in &versions {
                if effect(stored.as_ref(), version) != Effect::Nothing {
                    live += live_change(stored.as_ref(), version);
                    stored = Some(Stored::from(version));
                }
            }
            let newest = versions.iter().max_by_key(|version| version.modified_us).unwrap();
            let stored = stored.unwrap();
            prop_assert_eq!(stored.modified_us, newest.modified_us);
            prop_assert_eq!(live, i64::from(!stored.deleted));
        }

        #[test]
        fn storable_json_stays_json(text in any::<String>(), units in prop::collection::vec(any::<u16>(), 0..8)) {
            let mut json = serde_json::to_string(&text).unwrap();
            json.pop();
            for unit in units {
                json.push_str(&format!("\\u{unit:04x}"));
            }
            json.push('"');
            let made = storable(&json);
            let read: String = serde_json::from_str(&made).unwrap();
            prop_assert!(!made.contains("\\u0000") || read.contains("\\u0000"));
        }
    }
}
