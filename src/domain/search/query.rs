//! What was typed, in the forms in which it is looked up.

use super::{text::Phrase, words};

/// A typed word, with what is asked of it for every app.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word; two that name a category together ("help desk") are one.
    pub text: String,
    /// What it means in English, when it is of another language.
    pub meaning: Option<&'static str>,
    /// The categories that it names, as bits.
    pub topics: u8,
}

impl Word {
    fn new(text: String) -> Word {
        let meaning = words::meaning(&text);
        Word { topics: words::topics(meaning.unwrap_or(&text)), meaning, text }
    }
}

/// A word without the `s` of a plural.
pub fn singular(word: &str) -> &str {
    const SHORTEST: usize = 5;
    word.strip_suffix('s').filter(|_| word.len() >= SHORTEST).unwrap_or(word)
}

/// One reading of what was typed.
#[derive(Debug, Clone)]
pub struct Form {
    /// The whole.
    pub phrase: Phrase,
    /// Its words.
    pub words: Vec<Word>,
}

impl Form {
    /// Reads a folded text.
    pub fn new(text: &str) -> Form {
        let phrase = Phrase::new(text);
        let mut words = Vec::new();
        let mut rest = phrase.words().peekable();
        while let Some(word) = rest.next() {
            let pair = rest.peek().map(|next| format!("{word}{next}"));
            match pair {
                Some(pair) if words::is_topic(&pair) => {
                    rest.next();
                    words.push(Word::new(pair));
                }
                _ => words.push(Word::new(word.to_owned())),
            }
        }
        drop(rest);
        Form { phrase, words }
    }

    /// Whether a word of it names a category.
    pub fn has_topic(&self) -> bool {
        self.words.iter().any(|word| word.topics != 0)
    }
}

/// What was typed as it stands, without words that say nothing, and with short forms written out. The first is as it stands.
pub fn forms(typed: &Phrase) -> Vec<Form> {
    let as_it_stands = typed.spaced();
    let mut texts = vec![as_it_stands.clone()];
    let telling: Vec<&str> = typed.words().filter(|word| !words::is_empty_word(word)).collect();
    let kept = if telling.is_empty() { as_it_stands } else { telling.join(" ") };
    let long: Vec<&str> = kept.split(' ').map(|word| words::long_form(word).unwrap_or(word)).collect();
    let long = long.join(" ");
    for text in [kept, long] {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    texts.iter().map(|text| Form::new(text)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    fn texts(typed: &str) -> Vec<String> {
        forms(&Phrase::new(typed))
            .iter()
            .map(|form| form.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join("|"))
            .collect()
    }

    #[test]
    fn empty_words_go_and_short_forms_are_written_out() {
        assert_eq!(texts("bamboo"), ["bamboo"]);
        assert_eq!(texts("the bamboo integration"), ["the|bamboo|integration", "bamboo"]);
        assert_eq!(texts("MS Teams app"), ["ms|teams|app", "ms|teams", "microsoft|teams"]);
        assert_eq!(texts("integration"), ["integration"]);
    }

    #[test]
    fn two_words_that_name_a_category_are_one() {
        assert_eq!(texts("zoho help desk"), ["zoho|helpdesk"]);
        assert_eq!(texts("Human Resources"), ["humanresources"]);
        assert_eq!(texts("RR. HH."), ["rrhh"]);
        assert_eq!(texts("Base de connaissances"), ["base|de|connaissances", "baseconnaissances"]);
        assert_eq!(texts("HRシステム"), ["hr|システム", "hr"]);
    }
}
