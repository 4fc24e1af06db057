//! The languages, and which of them a request asks for.

/// A language that people can choose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English; what programs get that ask for nothing.
    #[default]
    English,
    /// German.
    German,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// Japanese.
    Japanese,
    /// English with every message in ⟦brackets⟧, by which a test sees what is no message. Never in a release.
    Pseudo,
}

/// How much of an `Accept-Language` header is read: more than any browser sends.
const HEADER_MAX: usize = 1000;

impl Language {
    /// Those that can be chosen, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Japanese];

    /// The language's code (BCP 47).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Japanese => "ja",
            Self::Pseudo => "qps",
        }
    }

    /// The language's name in the language itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
            Self::French => "Français",
            Self::Spanish => "Español",
            Self::Japanese => "日本語",
            Self::Pseudo => "⟦qps⟧",
        }
    }

    /// The reverse of [`Language::code`].
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let pseudo = cfg!(debug_assertions).then_some(Self::Pseudo);
        Self::ALL.into_iter().chain(pseudo).find(|language| language.code() == code)
    }

    /// The language that a request asks for: the one that the person chose, else the first of an `Accept-Language` header that we have, by
    /// its weights (RFC 9110, 12.5.4), else English.
    #[must_use]
    pub fn negotiate(chosen: Option<&str>, accepted: Option<&str>) -> Self {
        chosen.and_then(Self::parse).or_else(|| accepted.and_then(Self::accepted)).unwrap_or_default()
    }

    fn accepted(header: &str) -> Option<Self> {
        let header = header.get(..HEADER_MAX).unwrap_or(if header.len() > HEADER_MAX { "" } else { header });
        let mut best: Option<(u16, Self)> = None;
        for range in header.split(',') {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let weight = parts.find_map(|part| part.trim().strip_prefix("q=").map(weight)).unwrap_or(Some(1000)).unwrap_or(0);
            let primary = tag.split('-').next().unwrap_or_default();
            let Some(language) = Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(primary)) else { continue };
            // Of two that weigh the same the first one counts.
            if weight > best.map_or(0, |(best, _)| best) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

/// A weight in thousandths.
fn weight(text: &str) -> Option<u16> {
    let weight: f32 = text.trim().parse().ok().filter(|weight| (0.0..=1.0).contains(weight))?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let thousandths = (weight * 1000.0).round() as u16;
    Some(thousandths)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_request_gets_the_language_that_it_asks_for() {
        let cases = [
            (None, None, "en"),
            (None, Some(""), "en"),
            (None, Some("fr"), "fr"),
            (None, Some("de-AT,de;q=0.9,en;q=0.8"), "de"),
            (None, Some("DE-ch"), "de"),
            (None, Some("pt-BR, es-419;q=0.7, en;q=0.3"), "es"),
            (None, Some("en;q=0.2, ja;q=0.9"), "ja"),
            (None, Some("fr;q=0.5, es;q=0.5"), "fr"),
            (None, Some("de;q=0, fr;q=0.1"), "fr"),
            (None, Some("de;q=0"), "en"),
            (None, Some("*"), "en"),
            (None, Some("de;q=nonsense, fr;q=0.1"), "fr"),
            (None, Some("de ; q=0.4 , fr ; q=0.5"), "fr"),
            (None, Some("deutsch, ger, d"), "en"),
            (None, Some("qps"), "en"),
            (Some("ja"), Some("fr"), "ja"),
            (Some("en"), Some("fr"), "en"),
            (Some("xx"), Some("fr"), "fr"),
            (Some(""), None, "en"),
            (Some("DE"), None, "en"),
        ];
        for (chosen, accepted, expected) in cases {
            assert_eq!(Language::negotiate(chosen, accepted).code(), expected, "{chosen:?} {accepted:?}");
        }
    }

    #[test]
    fn a_header_that_goes_on_for_ever_does_no_harm() {
        assert_eq!(Language::negotiate(None, Some(&"de,".repeat(100_000))), Language::German);
        assert_eq!(Language::negotiate(None, Some(&"日".repeat(100_000))), Language::English);
        assert_eq!(Language::negotiate(None, Some(&";q=".repeat(100_000))), Language::English);
    }

    proptest! {
        #[test]
        fn no_header_fails(chosen in ".*", accepted in ".*") {
            let _ = Language::negotiate(Some(&chosen), Some(&accepted));
        }
    }
}
