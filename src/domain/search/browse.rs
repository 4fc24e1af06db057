//! The App Center's list: search, facets and sort, all of it in the URL (C2).

use super::Index;
use crate::domain::{catalogue::CardState, category::Category};

/// The longest search text that is kept, in characters.
pub const MAX_QUERY_CHARS: usize = super::text::MAX_CHARS;

/// Which apps, by what the organisation has with them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusFilter {
    /// All.
    #[default]
    All,
    /// Those with an account, working or not.
    Connected,
    /// Those without.
    NotConnected,
    /// Those where somebody has to reconnect or finish.
    NeedsAttention,
}

impl StatusFilter {
    /// All four, in the order in which they are shown.
    pub const ALL: [StatusFilter; 4] =
        [StatusFilter::All, StatusFilter::Connected, StatusFilter::NotConnected, StatusFilter::NeedsAttention];

    /// The value in the URL.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            StatusFilter::All => "all",
            StatusFilter::Connected => "connected",
            StatusFilter::NotConnected => "not-connected",
            StatusFilter::NeedsAttention => "needs-attention",
        }
    }

    /// Whether an app with these states, one per category that is looked at, passes.
    ///
    /// Every app is either connected or not: connected in one category is connected.
    fn admits(self, states: impl Iterator<Item = CardState>) -> bool {
        let (mut connected, mut attention) = (false, false);
        for state in states {
            connected |= state.is_connected();
            attention |= state.needs_attention();
        }
        match self {
            StatusFilter::All => true,
            StatusFilter::Connected => connected,
            StatusFilter::NotConnected => !connected,
            StatusFilter::NeedsAttention => attention,
        }
    }
}

/// The order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// The most popular first; while something is searched, the best match first.
    #[default]
    Popular,
    /// By name.
    Name,
    /// The latest in the catalogue first.
    Recent,
}

impl Sort {
    /// All three, in the order in which they are shown.
    pub const ALL: [Sort; 3] = [Sort::Popular, Sort::Name, Sort::Recent];

    /// The value in the URL.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Sort::Popular => "popular",
            Sort::Name => "name",
            Sort::Recent => "recent",
        }
    }
}

/// What the URL asks for: `?q=&category=&status=&sort=`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// What is searched, trimmed.
    pub q: String,
    /// The category that is browsed; `None` for all.
    pub category: Option<Category>,
    /// By status.
    pub status: StatusFilter,
    /// The order.
    pub sort: Sort,
}

impl Query {
    /// Reads decoded name-value pairs. Unknown names and values are passed over: an old or mistyped link still opens the list. Of repeated
    /// names the last counts.
    #[must_use]
    pub fn from_pairs<N: AsRef<str>, V: AsRef<str>>(pairs: impl IntoIterator<Item = (N, V)>) -> Query {
        let mut query = Query::default();
        for (name, value) in pairs {
            let value = value.as_ref().trim();
            match name.as_ref() {
                "q" => query.q = value.chars().take(MAX_QUERY_CHARS).collect::<String>().trim_end().to_owned(),
                "category" => query.category = value.parse().ok(),
                "status" => query.status = StatusFilter::ALL.into_iter().find(|status| status.slug() == value).unwrap_or_default(),
                "sort" => query.sort = Sort::ALL.into_iter().find(|sort| sort.slug() == value).unwrap_or_default(),
                _ => {}
            }
        }
        query
    }

    /// The pairs that say the same, without those that say the default.
    #[must_use]
    pub fn to_pairs(&self) -> Vec<(&'static str, &str)> {
        let mut pairs = Vec::new();
        if !self.q.is_empty() {
            pairs.push(("q", self.q.as_str()));
        }
        if let Some(category) = self.category {
            pairs.push(("category", category.slug()));
        }
        if self.status != StatusFilter::default() {
            pairs.push(("status", self.status.slug()));
        }
        if self.sort != Sort::default() {
            pairs.push(("sort", self.sort.slug()));
        }
        pairs
    }

    /// The same as an encoded query string, with its `?`; empty for the plain list, so that it can follow any path.
    #[must_use]
    pub fn to_query_string(&self) -> String {
        let mut text = String::new();
        for (name, value) in self.to_pairs() {
            text.push(if text.is_empty() { '?' } else { '&' });
            text.push_str(name);
            text.push('=');
            for byte in value.bytes() {
                match byte {
                    b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => text.push(char::from(byte)),
                    b' ' => text.push('+'),
                    _ => {
                        text.push('%');
                        text.extend(
                            [byte >> 4, byte & 15]
                                .iter()
                                .filter_map(|half| char::from_digit(u32::from(*half), 16))
                                .map(|digit| digit.to_ascii_uppercase()),
                        );
                    }
                }
            }
        }
        text
    }

    /// Whether nothing narrows the list.
    #[must_use]
    pub fn is_everything(&self) -> bool {
        self.q.is_empty() && self.category.is_none() && self.status == StatusFilter::All
    }
}

/// The state of every app in each category, for one organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct States {
    rows: Vec<[CardState; Category::ALL.len()]>,
}

impl States {
    /// Nothing connected, for a catalogue of this many apps.
    #[must_use]
    pub fn none(apps: usize) -> States {
        States { rows: vec![Default::default(); apps] }
    }

    /// Sets the state of the app at this place. Of several for one category the most urgent stays. A place that is not there is passed over.
    pub fn add(&mut self, doc: usize, category: Category, state: CardState) {
        if let Some(kept) = self.rows.get_mut(doc).and_then(|row| row.get_mut(category as usize)) {
            *kept = state.max(*kept);
        }
    }

    /// The state of the app at this place in a category.
    #[must_use]
    pub fn get(&self, doc: usize, category: Category) -> CardState {
        self.rows.get(doc).and_then(|row| row.get(category as usize)).copied().unwrap_or_default()
    }
}

/// What the page shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// Places of the apps, in order.
    pub order: Vec<usize>,
    /// What was searched instead of what was typed.
    pub corrected: Option<String>,
    /// How many apps the rail's "All" would show.
    pub all: usize,
    categories: [usize; Category::ALL.len()],
    statuses: [usize; StatusFilter::ALL.len()],
}

impl View {
    /// How many apps the list would show under this category, with the same search and status.
    #[must_use]
    pub fn in_category(&self, category: Category) -> usize {
        self.categories.get(category as usize).copied().unwrap_or_default()
    }

    /// How many apps the list would show under this status, with the same search and category.
    #[must_use]
    pub fn in_status(&self, status: StatusFilter) -> usize {
        self.statuses.get(status as usize).copied().unwrap_or_default()
    }
}

/// Filters, counts and sorts. `states` speaks of the same places as the index.
#[must_use]
pub fn apply(index: &Index, states: &States, query: &Query) -> View {
    let (found, corrected) = if query.q.trim().is_empty() {
        ((0..index.len()).collect::<Vec<_>>(), None)
    } else {
        let result = index.search(&query.q);
        (result.hits.into_iter().map(|hit| hit.doc).collect(), result.corrected)
    };
    let mut view = View { corrected, ..View::default() };
    for doc in found {
        let Some(entry) = index.entries.get(doc) else { continue };
        let of = |category: Option<Category>| {
            entry.categories.iter().filter(move |own| category.is_none_or(|browsed| **own == browsed)).map(move |own| states.get(doc, *own))
        };
        view.all += usize::from(query.status.admits(of(None)));
        for category in &entry.categories {
            if let Some(count) = view.categories.get_mut(*category as usize) {
                *count += usize::from(query.status.admits(of(Some(*category))));
            }
        }
        if query.category.is_some_and(|category| !entry.categories.contains(&category)) {
            continue;
        }
        for status in StatusFilter::ALL {
            if let Some(count) = view.statuses.get_mut(status as usize) {
                *count += usize::from(status.admits(of(query.category)));
            }
        }
        if query.status.admits(of(query.category)) {
            view.order.push(doc);
        }
    }
    let entry = |doc: &usize| index.entries.get(*doc);
    match query.sort {
        // Hits come ranked, popular ones first.
        Sort::Popular if !query.q.trim().is_empty() => {}
        Sort::Popular => view.order.sort_by_key(|doc| entry(doc).map(|entry| (entry.popularity, entry.alphabetical))),
        Sort::Name => view.order.sort_by_key(|doc| entry(doc).map(|entry| entry.alphabetical)),
        Sort::Recent => {
            view.order.sort_by_key(|doc| entry(doc).map(|entry| (std::cmp::Reverse(entry.added), entry.popularity, entry.alphabetical)));
        }
    }
    view
}

#[cfg(test)]
mod tests;
