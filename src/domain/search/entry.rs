//! One app, prepared for search.

use super::{
    Rank, SearchDoc,
    distance::{Distance, Rows, Typed, mask},
    query::{Form, Word, singular},
    text::Phrase,
    words,
};
use crate::domain::category::Category;

/// A known word or name that slips are measured against.
#[derive(Debug, Clone)]
pub struct Target {
    pub text: String,
    pub mask: u32,
    /// As it is shown when it replaces what was typed.
    pub shown: String,
    /// Parts of a name come after names.
    pub is_part: bool,
}

#[derive(Debug, Clone)]
pub struct Entry {
    pub name: Phrase,
    pub acronym: Option<String>,
    pub aliases: Vec<Phrase>,
    pub purpose: Phrase,
    pub categories: Vec<Category>,
    /// The same as bits.
    pub topics: u8,
    pub targets: Vec<Target>,
    pub popularity: u16,
    pub added: u64,
    /// Place in the alphabetical order; no two are equal.
    pub alphabetical: usize,
}

/// Which words have to fit an app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strictness {
    /// Every one.
    Every,
    /// Those that name no category: "quickbooks payroll" finds QuickBooks although payroll is not what we connect it for.
    Names,
}

/// Fewer slips first, then a whole name before an unfinished one, then names before their parts.
pub type Nearness = (usize, bool, bool);

/// A purpose without the words that tell nothing.
fn telling_words(purpose: &str) -> Phrase {
    let all = Phrase::new(purpose);
    let telling: Vec<&str> = all.words().filter(|word| !words::is_filling(word)).collect();
    Phrase::new(&telling.join(" "))
}

impl Entry {
    pub fn new(doc: &SearchDoc<'_>) -> Entry {
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
            purpose: telling_words(doc.purpose),
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
    pub fn rank(&self, form: &Form, strictness: Strictness) -> Option<Rank> {
        self.rank_as_name(form.phrase.joined()).or_else(|| self.rank_by_words(form, strictness))
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
                && (alias.joined().starts_with(typed) || alias.words().any(|word| word.starts_with(typed)))
            {
                best = Some(Rank::AliasPrefix);
            }
        }
        best.or_else(|| (typed.len() >= INSIDE && name.contains(typed)).then_some(Rank::Substring))
    }

    /// Every word has to say something about this app; the weakest word decides.
    fn rank_by_words(&self, form: &Form, strictness: Strictness) -> Option<Rank> {
        let beside_others = form.words.len() > 1;
        let mut worst = None;
        for word in &form.words {
            match self.rank_of_word(word, beside_others) {
                None if strictness == Strictness::Names && word.topics != 0 => {}
                found => worst = worst.max(Some(found?)),
            }
        }
        worst.filter(|rank| strictness == Strictness::Every || *rank == Rank::Words)
    }

    pub fn rank_of_word(&self, word: &Word, beside_others: bool) -> Option<Rank> {
        const UNFINISHED: usize = 3;
        let typed = word.text.as_str();
        if beside_others {
            // "jira sm" is Jira Service Management.
            let initials = typed.len() > 1 && self.acronym.as_ref().is_some_and(|acronym| acronym.ends_with(typed));
            if initials || self.name.has_word(typed) || self.aliases.iter().any(|alias| alias.has_word(typed)) {
                return Some(Rank::Words);
            }
        }
        let said = |word: &str| {
            if word.len() >= UNFINISHED { self.purpose.has_word(singular(word)) } else { self.purpose.words().any(|known| known == word) }
        };
        if said(typed) || word.meaning.is_some_and(said) {
            return Some(Rank::Purpose);
        }
        (word.topics & self.topics != 0).then_some(Rank::Category)
    }

    /// The nearest of the app's names and words.
    pub fn nearest(&self, typed: &Typed, rows: &mut Rows) -> Option<(Nearness, &Target)> {
        let mut best: Option<(Nearness, &Target)> = None;
        for target in self.targets.iter().filter(|target| !target.is_part || typed.is_long()) {
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
    pub fn nearest_words<'a>(&'a self, typed: &[(&'a Word, Option<Typed>)], rows: &mut Rows) -> Option<(Nearness, Vec<&'a str>)> {
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
