//! Search over the catalogue (C2): the same code on the server for the first page and in the browser for every keystroke.
//!
//! An [`Index`] is built once from the apps; [`Index::search`] ranks them for what was typed. [`browse`] adds the facets, the sort and
//! the URL.

pub mod browse;
mod distance;
mod query;
pub mod text;
mod words;

#[cfg(test)]
mod labelled_tests;
#[cfg(test)]
mod tests;

use self::{
    distance::{Distance, Rows, Typed, mask},
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

/// A known word or name that slips are measured against.
#[derive(Debug, Clone)]
struct Target {
    text: String,
    mask: u32,
    /// As it is shown when it replaces what was typed.
    shown: String,
    /// Parts of a name come after names.
    is_part: bool,
}

#[derive(Debug, Clone)]
struct Entry {
    name: Phrase,
    acronym: Option<String>,
    aliases: Vec<Phrase>,
    purpose: Phrase,
    categories: Vec<Category>,
    /// The same as bits.
    topics: u8,
    targets: Vec<Target>,
    popularity: u16,
    added: u64,
    /// Place in the alphabetical order; no two are equal.
    alphabetical: usize,
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
        let typed = Phrase::new(typed);
        if typed.is_empty() {
            return SearchResult::default();
        }
        let mut hits = self.literal(&typed);
        // Once a name was found there is no slip to forgive; guesses would only bury it.
        if hits.first().is_some_and(|hit| hit.rank <= Rank::Words) {
            return SearchResult { hits, corrected: None };
        }
        let form = Form::new(&typed.spaced());
        let guesses = self.guesses(&form);
        let mut corrected = None;
        if hits.is_empty() {
            corrected = guesses.first().map(|guess| guess.meant.join(" ")).or_else(|| nearest_topic(&typed));
            if let Some(text) = &corrected {
                hits = self.literal(&Phrase::new(text));
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
    fn literal(&self, typed: &Phrase) -> Vec<Hit> {
        let forms = query::forms(typed);
        let mut hits: Vec<Hit> = Vec::new();
        for (doc, entry) in self.entries.iter().enumerate() {
            if let Some(rank) = forms.iter().filter_map(|form| entry.rank(form)).min() {
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

/// Fewer slips first, then a whole name before an unfinished one, then names before their parts.
type Nearness = (usize, bool, bool);

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

impl Entry {
    fn new(doc: &SearchDoc<'_>) -> Entry {
        let name = Phrase::new(doc.name);
        let mut aliases: Vec<Phrase> = doc.aliases.iter().map(|alias| Phrase::new(alias)).collect();
        let slug = Phrase::new(doc.slug);
        if slug.joined() != name.joined() {
            aliases.push(slug);
        }
        aliases.retain(|alias| !alias.is_empty());
        let target = |text: &str, shown: String, is_part| Target { text: text.to_owned(), mask: mask(text), shown, is_part };
        let mut targets = vec![target(name.joined(), name.spaced(), false)];
        targets.extend(aliases.iter().map(|alias| target(alias.joined(), alias.spaced(), false)));
        for word in name.words().chain(aliases.iter().flat_map(Phrase::words)) {
            if !targets.iter().any(|known| known.text == word) {
                targets.push(target(word, word.to_owned(), true));
            }
        }
        // Nothing that is typed can be near a word of two letters, since typed words of fewer than four are not guessed at.
        targets.retain(|known| known.text.chars().count() >= 3);
        Entry {
            acronym: name.acronym(),
            purpose: Phrase::new(doc.purpose),
            topics: doc.categories.iter().fold(0, |set, category| set | words::bit(*category)),
            categories: doc.categories.to_vec(),
            popularity: doc.popularity,
            added: doc.added,
            alphabetical: 0,
            name,
            aliases,
            targets,
        }
    }

    /// Why this app answers to the form, if it does.
    fn rank(&self, form: &Form) -> Option<Rank> {
        self.rank_as_name(form.phrase.joined()).or_else(|| self.rank_by_words(form))
    }

    fn rank_as_name(&self, typed: &str) -> Option<Rank> {
        /// Shorter texts are found inside too much.
        const INSIDE: usize = 3;
        let name = self.name.joined();
        if name == typed {
            return Some(Rank::Exact);
        }
        if name.starts_with(typed) {
            return Some(Rank::Prefix);
        }
        if self.name.tails().any(|tail| tail.starts_with(typed)) {
            return Some(Rank::WordPrefix);
        }
        let mut best = (self.acronym.as_deref() == Some(typed)).then_some(Rank::Alias);
        for alias in &self.aliases {
            if alias.joined() == typed {
                best = Some(Rank::Alias);
            } else if best.is_none()
                && typed.len() > 1
                && (alias.joined().starts_with(typed) || alias.tails().any(|tail| tail.starts_with(typed)))
            {
                best = Some(Rank::AliasPrefix);
            }
        }
        best.or_else(|| (typed.len() >= INSIDE && name.contains(typed)).then_some(Rank::Substring))
    }

    /// Every word has to say something about this app; the weakest word decides.
    fn rank_by_words(&self, form: &Form) -> Option<Rank> {
        let beside_others = form.words.len() > 1;
        form.words.iter().try_fold(Rank::Exact, |worst, word| Some(worst.max(self.rank_of_word(word, beside_others)?)))
    }

    fn rank_of_word(&self, word: &Word, beside_others: bool) -> Option<Rank> {
        const UNFINISHED: usize = 3;
        let typed = word.text.as_str();
        if beside_others {
            // "jira sm" is Jira Service Management.
            let initials = typed.len() > 1 && self.acronym.as_ref().is_some_and(|acronym| acronym.ends_with(typed));
            if initials || self.name.has_word(typed) || self.aliases.iter().any(|alias| alias.has_word(typed)) {
                return Some(Rank::Words);
            }
        }
        let said = if typed.len() >= UNFINISHED {
            self.purpose.has_word(word.singular())
        } else {
            self.purpose.words().any(|known| known == typed)
        };
        if said {
            return Some(Rank::Purpose);
        }
        (word.topics & self.topics != 0).then_some(Rank::Category)
    }

    /// The nearest of the app's names and words.
    fn nearest(&self, typed: &Typed, rows: &mut Rows) -> Option<(Nearness, &Target)> {
        let mut best: Option<(Nearness, &Target)> = None;
        for target in &self.targets {
            if let Some(Distance { slips, unfinished }) = typed.to(&target.text, target.mask, rows) {
                let nearness = (slips, unfinished, target.is_part);
                if best.is_none_or(|(least, _)| nearness < least) {
                    best = Some((nearness, target));
                }
            }
        }
        best
    }

    /// Several words, of which some have slips: each must be, or be near, a word of this app.
    fn nearest_words<'a>(&'a self, typed: &[(&'a Word, Option<Typed>)], rows: &mut Rows) -> Option<(Nearness, Vec<&'a str>)> {
        let mut slips = 0;
        let mut meant = Vec::new();
        for (word, near) in typed {
            if self.rank_of_word(word, true).is_some() {
                meant.push(word.text.as_str());
            } else {
                let ((distance, ..), target) = self.nearest(near.as_ref()?, rows)?;
                slips += distance;
                meant.push(target.shown.as_str());
            }
        }
        (!meant.is_empty()).then_some(((slips, false, true), meant))
    }
}
