//! A message in the form in which both halves of the program read it, and its evaluator.
//!
//! The form is a text in which four control characters, which no message holds, mark what is not text:
//! `VARIABLE name END` and `SELECT name (OR key IS pattern)… END`, where the last key is what is left (`other`), a key in digits stands for
//! that number alone, and the patterns of a select hold no further one.

use super::{
    Language,
    plural::{category, number},
};

/// Begins a variable.
pub const VARIABLE: char = '\u{1}';
/// Begins a select.
pub const SELECT: char = '\u{2}';
/// Ends either.
pub const END: char = '\u{3}';
/// Before the key of a variant.
pub const OR: char = '\u{4}';
/// After it.
pub const IS: char = '\u{5}';

/// What fills a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// How many of something.
    Count(u64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count as u64)
    }
}

impl From<u64> for Value<'_> {
    fn from(count: u64) -> Self {
        Self::Count(count)
    }
}

impl From<u32> for Value<'_> {
    fn from(count: u32) -> Self {
        Self::Count(count.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count.try_into().unwrap_or_default())
    }
}

/// What fills the variables of a message, by their names.
pub type Values<'a> = &'a [(&'a str, Value<'a>)];

/// The message in words. It never fails: a variable that nothing fills is left out.
#[must_use]
pub fn render(language: Language, pattern: &str, values: Values<'_>) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    write(&mut text, language, pattern, values);
    text
}

fn write(text: &mut String, language: Language, mut pattern: &str, values: Values<'_>) {
    let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    while let Some(at) = pattern.find([VARIABLE, SELECT]) {
        let (before, rest) = pattern.split_at(at);
        text.push_str(before);
        let (inside, selects) = match rest.strip_prefix(VARIABLE) {
            Some(inside) => (inside, false),
            None => (rest.strip_prefix(SELECT).unwrap_or_default(), true),
        };
        if selects {
            // A variable within a variant has an end of its own, and comes before that of the select.
            let (name, variants) = inside.split_once(OR).unwrap_or((inside, ""));
            let end = end_of(variants);
            let (variants, rest) = variants.split_at(end);
            let count = match value(name) {
                Some(Value::Count(count)) => count,
                _ => 0,
            };
            write(text, language, chosen(language, variants, count), values);
            pattern = rest.strip_prefix(END).unwrap_or(rest);
        } else {
            let (name, rest) = inside.split_once(END).unwrap_or((inside, ""));
            match value(name) {
                Some(Value::Text(value)) => text.push_str(value),
                Some(Value::Count(count)) => text.push_str(&number(language, count)),
                None => {}
            }
            pattern = rest;
        }
    }
    text.push_str(pattern);
}

/// Where the select ends that these variants are of.
fn end_of(variants: &str) -> usize {
    let mut within = false;
    for (at, letter) in variants.char_indices() {
        match letter {
            VARIABLE => within = true,
            END if within => within = false,
            END => return at,
            _ => {}
        }
    }
    variants.len()
}

/// The variant for this number: the one for exactly it, else that of its category, else the last.
fn chosen(language: Language, variants: &str, count: u64) -> &str {
    let category = category(language, count);
    let (mut of_category, mut last) = (None, "");
    for variant in variants.split(OR) {
        let Some((key, pattern)) = variant.split_once(IS) else { continue };
        if key.parse() == Ok(count) {
            return pattern;
        }
        if key == category {
            of_category = Some(pattern);
        }
        last = pattern;
    }
    of_category.unwrap_or(last)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    const HOW_MANY: &str =
        "\u{2}count\u{4}0\u{5}none\u{4}one\u{5}\u{1}count\u{3} app\u{4}other\u{5}\u{1}count\u{3} apps\u{3} of \u{1}who\u{3}.";

    #[test]
    fn a_message_is_filled() {
        let said = |count: u64| render(Language::English, HOW_MANY, &[("count", count.into()), ("who", "Ada".into())]);
        assert_eq!([0, 1, 2, 1234].map(said), ["none of Ada.", "1 app of Ada.", "2 apps of Ada.", "1,234 apps of Ada."]);
        assert_eq!(render(Language::Japanese, HOW_MANY, &[("count", 1_u64.into())]), "1 apps of .");
        assert_eq!(render(Language::German, "Ja.", &[]), "Ja.");
    }

    proptest! {
        #[test]
        fn it_never_fails(pattern in "[a-z0-9é{}\u{1}\u{2}\u{3}\u{4}\u{5}]{0,40}", count: u64, text in ".*") {
            for language in Language::ALL {
                let _ = render(language, &pattern, &[("a", count.into()), ("b", (&text).into())]);
            }
        }

        #[test]
        fn what_fills_a_message_is_never_read_as_one(text in "[a-z\u{1}\u{2}\u{3}\u{4}\u{5}]{0,20}") {
            prop_assert_eq!(render(Language::English, "<\u{1}a\u{3}>", &[("a", (&text).into())]), format!("<{text}>"));
        }
    }
}
