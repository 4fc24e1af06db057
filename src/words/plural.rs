//! Numbers as a language writes them, and the form of words that goes with them.

use super::Language;

/// The plural category of a whole number, by the cardinal rules of Unicode CLDR 46 (`supplemental/plurals.xml`): en and de `one` for 1; fr
/// `one` for 0 and 1; es `one` for 1; fr and es `many` for the multiples of a million; ja always `other`.
#[must_use]
pub const fn category(language: Language, count: u64) -> &'static str {
    match (language, count) {
        (Language::Japanese, _) => "other",
        (Language::French, 0) | (_, 1) => "one",
        (Language::French | Language::Spanish, count) if count != 0 && count.is_multiple_of(1_000_000) => "many",
        _ => "other",
    }
}

/// The categories that a message of this language may tell apart; `other` is what is left.
#[must_use]
pub const fn categories(language: Language) -> &'static [&'static str] {
    match language {
        Language::Japanese => &["other"],
        Language::French | Language::Spanish => &["one", "many", "other"],
        Language::English | Language::German | Language::Pseudo => &["one", "other"],
    }
}

/// What stands between thousands, and before decimals (CLDR 46, `main/*/numbers.json`).
#[must_use]
pub const fn separators(language: Language) -> (char, char) {
    match language {
        Language::English | Language::Japanese | Language::Pseudo => (',', '.'),
        Language::German | Language::Spanish => ('.', ','),
        Language::French => ('\u{202f}', ','),
    }
}

/// A whole number with the language's separators. Spanish separates from five digits on.
#[must_use]
pub fn number(language: Language, count: u64) -> String {
    let (separator, _) = separators(language);
    let digits = count.to_string();
    if language == Language::Spanish && digits.len() < 5 {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 * separator.len_utf8());
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_language_does() {
        let cases = [
            (Language::English, ["0", "999", "1,234", "12,345", "1,234,567"]),
            (Language::German, ["0", "999", "1.234", "12.345", "1.234.567"]),
            (Language::French, ["0", "999", "1\u{202f}234", "12\u{202f}345", "1\u{202f}234\u{202f}567"]),
            (Language::Spanish, ["0", "999", "1234", "12.345", "1.234.567"]),
            (Language::Japanese, ["0", "999", "1,234", "12,345", "1,234,567"]),
        ];
        for (language, expected) in cases {
            assert_eq!([0, 999, 1234, 12_345, 1_234_567].map(|count| number(language, count)), expected);
        }
    }

    #[test]
    fn plurals_follow_the_rules() {
        let cases = [
            (Language::English, ["other", "one", "other", "other"]),
            (Language::German, ["other", "one", "other", "other"]),
            (Language::French, ["one", "one", "other", "many"]),
            (Language::Spanish, ["other", "one", "other", "many"]),
            (Language::Japanese, ["other", "other", "other", "other"]),
        ];
        for (language, expected) in cases {
            let found = [0, 1, 2, 3_000_000].map(|count| category(language, count));
            assert_eq!(found, expected, "{language:?}");
            assert!(found.iter().all(|category| categories(language).contains(category)));
        }
    }
}
