//! How names and queries are made comparable.
//!
//! The effect is that of NFKD without its marks, lower-cased, for everything that is written in Latin letters, from tables of a few hundred
//! bytes: the full ones would be a third of what the browser has to load. A test holds the two together.

/// Longer texts are cut, in characters: nobody types more, and the work per keystroke stays bounded.
pub const MAX_CHARS: usize = 100;

// One letter per code point; a dot is a code point that stays as it is.
const FROM_00C0: &[u8] =
    b"aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk\
    kllllllllllnnnnnnnnnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs................................oo.............u\
    u............................aaiioouuuuuuuuuu.aaaa....ggkkoooo..j...gg..nnaa..ooaaaaeeeeiiiioooorrrruuuusstt..hh......aa\
    eeooooooooyy............................";
const FROM_1E00: &[u8] =
    b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuu\
    uuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy.s....aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuu\
    uuyyyyyyyy......";

/// What half-width kana are as wide ones, from U+FF66 on.
const FROM_FF66: &str = "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";
/// Kana that can be voiced: the voiced one is the next, and of those from ハ on the half-voiced one the next but one.
const VOICED: &str = "カキクケコサシスセソタチツテトハヒフヘホ";

/// Adds the comparable form of one character.
fn push_folded(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    let code = u32::from(c);
    let looked_up = |table: &[u8], first: u32| {
        let at = usize::try_from(code.checked_sub(first)?).ok()?;
        table.get(at).filter(|letter| **letter != b'.').map(|letter| char::from(*letter))
    };
    if let Some(letter) = looked_up(FROM_00C0, 0xC0).or_else(|| looked_up(FROM_1E00, 0x1E00)) {
        out.push(letter);
        return;
    }
    match c {
        'ß' | 'ẞ' => out.push_str("ss"),
        'Æ' | 'æ' | 'Ǣ' | 'ǣ' | 'Ǽ' | 'ǽ' => out.push_str("ae"),
        'Œ' | 'œ' => out.push_str("oe"),
        'Þ' | 'þ' => out.push_str("th"),
        'Ĳ' | 'ĳ' => out.push_str("ij"),
        'ﬀ' => out.push_str("ff"),
        'ﬁ' => out.push_str("fi"),
        'ﬂ' => out.push_str("fl"),
        '\u{FF66}'..='\u{FF9D}' => out.extend(FROM_FF66.chars().nth(usize::try_from(code - 0xFF66).unwrap_or_default())),
        // full-width forms, as East Asian keyboards type them
        '\u{FF01}'..='\u{FF5E}' => out.extend(char::from_u32(code - 0xFEE0).map(|plain| plain.to_ascii_lowercase())),
        _ => out.extend(c.to_lowercase()),
    }
}

/// What a kana becomes with the mark of its voice, which half-width kana have beside them: "ｶﾞ" is "ガ".
fn voiced(kana: char, mark: char) -> Option<char> {
    /// From hiragana to katakana.
    const APART: u32 = 0x60;
    let hiragana = matches!(kana, '\u{3041}'..='\u{3096}');
    let like = if hiragana { char::from_u32(u32::from(kana) + APART)? } else { kana };
    let half = matches!(mark, '\u{309A}' | '\u{FF9F}');
    let by = match like {
        'ウ' if !half => 0x4E,
        'ハ' | 'ヒ' | 'フ' | 'ヘ' | 'ホ' if half => 2,
        like if !half && VOICED.contains(like) => 1,
        _ => return None,
    };
    char::from_u32(u32::from(kana) + by)
}

fn is_voice(c: char) -> bool {
    matches!(c, '\u{3099}' | '\u{309A}' | '\u{FF9E}' | '\u{FF9F}')
}

/// Kana and kanji: beside Latin letters they begin another word.
fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// Accents that follow their letter, and what is not seen at all: neither letters nor gaps.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\'' | '\u{2018}' | '\u{2019}' | '`')
}

/// A text in its comparable form: its words without anything between them, and where they begin.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrase {
    joined: String,
    /// Where words begin, in bytes; the first is 0.
    starts: Vec<usize>,
    /// Where camel case begins another word: "QuickBooks".
    humps: Vec<usize>,
}

impl Phrase {
    /// Folds a text. Texts of punctuation alone become the empty phrase.
    #[must_use]
    pub fn new(text: &str) -> Phrase {
        let mut phrase = Phrase::default();
        let mut gap = true;
        let mut after_lower = false;
        let mut after_japanese = false;
        let mut folded = String::new();
        let mut count = 0;
        for c in text.chars().filter(|c| !is_mark(*c)) {
            if is_voice(c) {
                if !gap && let Some(kana) = phrase.joined.chars().next_back().and_then(|kana| voiced(kana, c)) {
                    phrase.joined.pop();
                    phrase.joined.push(kana);
                }
                continue;
            }
            folded.clear();
            push_folded(c, &mut folded);
            if !folded.chars().all(char::is_alphanumeric) {
                gap = true;
                after_lower = false;
                continue;
            }
            if count >= MAX_CHARS {
                break;
            }
            count += folded.chars().count();
            let japanese = folded.chars().all(is_japanese);
            if gap || japanese != after_japanese {
                phrase.starts.push(phrase.joined.len());
            } else if after_lower && c.is_uppercase() {
                phrase.humps.push(phrase.joined.len());
            }
            phrase.joined.push_str(&folded);
            gap = false;
            after_lower = c.is_lowercase();
            after_japanese = japanese;
        }
        phrase
    }

    /// The words without anything between them: "bamboohr" of "Bamboo HR".
    #[must_use]
    pub fn joined(&self) -> &str {
        &self.joined
    }

    /// Whether nothing is left.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.joined.is_empty()
    }

    /// The words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let ends = self.starts.iter().skip(1).copied().chain([self.joined.len()]);
        self.starts.iter().copied().zip(ends).filter_map(|(start, end)| self.joined.get(start..end))
    }

    /// What follows each beginning of a word but the first, the humps of camel case among them.
    pub fn tails(&self) -> impl Iterator<Item = &str> {
        self.starts.iter().skip(1).chain(&self.humps).filter_map(|start| self.joined.get(*start..))
    }

    /// Whether a word, or several joined, begin like this.
    #[must_use]
    pub fn has_word(&self, beginning: &str) -> bool {
        self.joined.starts_with(beginning) || self.tails().any(|tail| tail.starts_with(beginning))
    }

    /// The words, one space between two.
    #[must_use]
    pub fn spaced(&self) -> String {
        let mut text = String::with_capacity(self.joined.len() + self.starts.len());
        for word in self.words() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        text
    }

    /// The first letters of all words and humps: "qbo" of "QuickBooks Online"; `None` of a single word.
    #[must_use]
    pub fn acronym(&self) -> Option<String> {
        let mut at: Vec<usize> = self.starts.iter().chain(&self.humps).copied().collect();
        at.sort_unstable();
        let letters: String = at.iter().filter_map(|start| self.joined.get(*start..)?.chars().next()).collect();
        (at.len() > 1).then_some(letters)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

    use super::*;

    fn spaced(text: &str) -> String {
        Phrase::new(text).spaced()
    }

    #[test]
    fn texts_become_comparable() {
        for (text, expected) in [
            ("BambooHR", "bamboohr"),
            ("  Bamboo   HR ", "bamboo hr"),
            ("Aha!", "aha"),
            ("d.Vinci", "d vinci"),
            ("Re:amaze", "re amaze"),
            ("Lever’s", "levers"),
            ("Café Zürich Łódź", "cafe zurich lodz"),
            ("Cafe\u{301}", "cafe"),
            ("Straße Ærø", "strasse aero"),
            ("ＨｉＢｏｂ １", "hibob 1"),
            ("ﬁle", "file"),
            ("ﾁｹｯﾄ　ﾍﾙﾌﾟﾃﾞｽｸ", "チケット ヘルプデスク"),
            ("か\u{3099} は\u{309A} ﾞ", "が ぱ"),
            ("freee会計 HRシステム12", "freee 会計 hr システム 12"),
            ("社内・Ｗｉｋｉ", "社内 wiki"),
            ("Жира 日本", "жира 日本"),
            ("!?…", ""),
            ("", ""),
        ] {
            assert_eq!(spaced(text), expected, "{text}");
        }
    }

    #[test]
    fn latin_letters_fold_as_the_standard_decomposes_them() {
        for code in (0xC0..0x250_u32).chain(0x1E00..0x1F00).chain(0xFF01..0xFF5F) {
            let c = char::from_u32(code).unwrap();
            let standard: String = c.to_string().nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect();
            if standard.chars().all(|c| c.is_ascii_alphanumeric()) && standard.len() == 1 {
                let mut ours = String::new();
                push_folded(c, &mut ours);
                assert_eq!(ours, standard, "{c} U+{code:04X}");
            }
        }
    }

    #[test]
    fn kana_fold_as_the_standard_composes_them() {
        let wide = ('\u{3041}'..='\u{3096}').chain('\u{30A1}'..='\u{30FA}').chain('\u{FF66}'..='\u{FF9D}');
        for kana in wide {
            for mark in ["", "\u{3099}", "\u{309A}"] {
                let text = format!("{kana}{mark}");
                let standard: String = text.nfkc().filter(|c| !is_voice(*c)).collect();
                // ワ゛ and the like are in no word.
                if !matches!(standard.as_str(), "ヷ" | "ヸ" | "ヹ" | "ヺ") || text.chars().count() == 1 {
                    assert_eq!(spaced(&text), standard, "{text}");
                }
            }
        }
    }

    #[test]
    fn acronyms_are_first_letters() {
        let acronym = |text| Phrase::new(text).acronym();
        assert_eq!(acronym("QuickBooks Online").as_deref(), Some("qbo"));
        assert_eq!(acronym("Jira Service Management").as_deref(), Some("jsm"));
        assert_eq!(acronym("Workday"), None);
        assert_eq!(acronym(""), None);
    }

    proptest! {
        #[test]
        fn folding_takes_any_text_and_is_done_after_one_round(text: String) {
            let once = spaced(&text);
            prop_assert_eq!(&spaced(&once), &once);
            let phrase = Phrase::new(&text);
            prop_assert!(phrase.joined().chars().count() < MAX_CHARS + 4);
            prop_assert_eq!(once.replace(' ', ""), phrase.joined());
        }
    }
}
