//! Search over the catalogue (C2): the same code on the server for the first page and in the browser for every keystroke.
//!
//! An [`Index`] is built once from the apps; [`Index::search`] ranks them for what was typed. [`browse`] adds the facets, the sort and
//! the URL.

pub mod browse;
mod distance;
mod entry;
mod query;
pub mod text;
mod words;

#[cfg(test)]
mod labelled_tests;
#[cfg(test)]
mod tests;

use self::{
    distance::{Distance, Rows, Typed, mask},
    entry::{Entry, Nearness, Strictness},
    query::{Form, Word},
    text::Phrase,
};
use super::{catalogue::CatalogueApp, category::Category};

/// What is searched of one app.
#[derive(Debug, Clone, Copy)]
pub struct SearchDoc<'a> {
    /// Slug.
    pub slug: &'a str,
    /// Name.
    pub name: &'a str,
    /// One line that says what it does; its words find the app when no name does.
    pub purpose: &'a str,
    /// The categories it lives in.
    pub categories: &'a [Category],
    /// Other names.
    pub aliases: &'a [String],
    /// Smaller is more popular.
    pub popularity: u16,
    /// When it came into the catalogue, in any unit: larger is later. 0 when that is not known.
    pub added: u64,
}

impl<'a> From<&'a CatalogueApp> for SearchDoc<'a> {
    fn from(app: &'a CatalogueApp) -> Self {
        SearchDoc {
            slug: &app.slug,
            name: &app.name,
            purpose: &app.purpose,
            categories: &app.categories,
            aliases: &app.aliases,
            popularity: app.popularity,
            added: 0,
        }
    }
}

/// Why an app was found, the best reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rank {
    /// The name itself, however it is spaced, cased and punctuated.
    Exact,
    /// The beginning of the name.
    Prefix,
    /// The beginning of a later word of the name.
    WordPrefix,
    /// Another name, or the first letters of the name.
    Alias,
    /// The beginning of another name.
    AliasPrefix,
    /// Within the name.
    Substring,
    /// Every typed word begins a word of the name or of another name.
    Words,
    /// Words of the purpose.
    Purpose,
    /// A word for the app's category, such as "payroll".
    Category,
    /// A name with a slip or two.
    Typo,
}

/// One app that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the list that the index was built from.
    pub doc: usize,
    /// Why.
    pub rank: Rank,
}

/// What a search found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SearchResult {
    /// The apps, best first. The order is total: rank, popularity, name, place in the list.
    pub hits: Vec<Hit>,
    /// What was searched instead, when what was typed matches nothing as it stands: "Showing results for “bamboohr”".
    pub corrected: Option<String>,
}

/// The prepared catalogue.
#[derive(Debug, Clone, Default)]
pub struct Index {
    entries: Vec<Entry>,
}

/// A text in the form in which two names are the same app's: "Bamboo HR" and "bamboohr" are `bamboohr`.
#[must_use]
pub fn joined(text: &str) -> String {
    Phrase::new(text).joined().to_owned()
}

impl Index {
    /// Prepares a catalogue. Hits speak of places in this list.
    #[must_use]
    pub fn new(docs: &[SearchDoc<'_>]) -> Index {
        let mut entries = Vec::new();
        let mut order = Vec::new();
        for doc in docs {
            order.push((joined(doc.name), doc.name.to_owned(), doc.slug.to_owned(), entries.len()));
            entries.push(Entry::new(doc));
        }
        order.sort_unstable();
        for (place, (.., doc)) in order.into_iter().enumerate() {
            if let Some(entry) = entries.get_mut(doc) {
                entry.alphabetical = place;
            }
        }
        Index { entries }
    }

    /// How many apps there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Finds and ranks apps. A text without letters and digits finds nothing.
    #[must_use]
    pub fn search(&self, typed: &str) -> SearchResult {
        /// From this length on, what is a slip away from a name was meant to be it.
        const CERTAIN: usize = 8;
        let typed = Phrase::new(typed);
        if typed.is_empty() {
            return SearchResult::default();
        }
        let mut hits = self.literal(&typed, Strictness::Every);
        // Once a name was found there is no slip to forgive; guesses would only bury it.
        if hits.first().is_some_and(|hit| hit.rank <= Rank::Words) {
            return SearchResult { hits, corrected: None };
        }
        if hits.is_empty() {
            hits = self.literal(&typed, Strictness::Names);
        }
        // The reading without words that say nothing and with short forms written out.
        let forms = query::forms(&typed);
        let Some(form) = forms.last() else { return SearchResult::default() };
        let mut guesses = self.guesses(form);
        if !hits.is_empty() {
            // Beside apps that were found for what they do, only a whole name is near enough: "chat" is not "CATS".
            guesses.retain(|guess| guess.is_whole_name() && form.phrase.joined().len() >= CERTAIN);
        }
        let mut corrected = None;
        if hits.is_empty() {
            corrected = guesses.first().map(|guess| guess.meant.join(" ")).or_else(|| nearest_topic(&form.phrase));
            if let Some(text) = &corrected {
                hits = self.literal(&Phrase::new(text), Strictness::Every);
                for hit in &mut hits {
                    hit.rank = Rank::Typo;
                }
            }
        }
        let mut found = vec![false; self.entries.len()];
        for hit in &hits {
            if let Some(seen) = found.get_mut(hit.doc) {
                *seen = true;
            }
        }
        let more = guesses.into_iter().filter(|guess| found.get(guess.doc) == Some(&false));
        hits.extend(more.map(|guess| Hit { doc: guess.doc, rank: Rank::Typo }));
        SearchResult { hits, corrected }
    }

    /// What matches as it stands.
    fn literal(&self, typed: &Phrase, strictness: Strictness) -> Vec<Hit> {
        let forms = query::forms(typed);
        let mut hits: Vec<Hit> = Vec::new();
        for (doc, entry) in self.entries.iter().enumerate() {
            if let Some(rank) = forms.iter().filter_map(|form| entry.rank(form, strictness)).min() {
                hits.push(Hit { doc, rank });
            }
        }
        // "front" is one app, not every app that speaks of frontline work; "payroll" is all of payroll.
        let names_found = hits.iter().any(|hit| hit.rank <= Rank::Words);
        if names_found && !forms.iter().any(Form::has_topic) {
            hits.retain(|hit| hit.rank <= Rank::Words);
        }
        hits.sort_unstable_by_key(|hit| (hit.rank, self.entries.get(hit.doc).map(|entry| (entry.popularity, entry.alphabetical))));
        hits
    }

    /// Names within reach of a slip or two, the nearest first.
    fn guesses<'a>(&'a self, form: &'a Form) -> Vec<Guess<'a>> {
        let whole = Typed::new(form.phrase.joined());
        let several: Vec<(&Word, Option<Typed>)> = match form.words.as_slice() {
            [_] => Vec::new(),
            words => words.iter().map(|word| (word, Typed::new(&word.text))).collect(),
        };
        let mut rows = Rows::default();
        let mut guesses = Vec::new();
        for (doc, entry) in self.entries.iter().enumerate() {
            let by_name = whole.as_ref().and_then(|typed| entry.nearest(typed, &mut rows));
            let found = match by_name {
                Some((nearness, target)) => Some((nearness, vec![target.shown.as_str()])),
                None => entry.nearest_words(&several, &mut rows),
            };
            if let Some((nearness, meant)) = found {
                guesses.push(Guess { nearness, popularity: (entry.popularity, entry.alphabetical), doc, meant });
            }
        }
        guesses.sort_unstable_by_key(|guess| (guess.nearness, guess.popularity));
        guesses
    }
}

/// A name that may have been meant.
struct Guess<'a> {
    nearness: Nearness,
    popularity: (u16, usize),
    doc: usize,
    /// The words that may have been meant instead.
    meant: Vec<&'a str>,
}

impl Guess<'_> {
    fn is_whole_name(&self) -> bool {
        matches!(self.nearness, (_, false, false))
    }
}

/// A word for a category that may have been meant: "recrutment".
fn nearest_topic(typed: &Phrase) -> Option<String> {
    const SHORTEST: usize = 5;
    let typed = Typed::new(typed.joined())?;
    let mut rows = Rows::default();
    let mut best: Option<(usize, &str)> = None;
    for word in words::all_topics().filter(|word| word.len() >= SHORTEST) {
        let Some(Distance { slips, unfinished: false }) = typed.to(word, mask(word), &mut rows) else { continue };
        if best.is_none_or(|(least, _)| slips < least) {
            best = Some((slips, word));
        }
    }
    best.map(|(_, word)| word.to_owned())
}
