//! What the command palette answers: connected apps, apps and actions, ranked together by the one search of the product ([`super::search`])
//! and shown by their kinds.

use super::search::{Index, SearchDoc};

/// The most of one kind that are shown for what was typed.
pub const MOST: usize = 8;
/// The most of one kind while nothing is typed; of actions there are few, and all are shown.
pub const AT_FIRST: usize = 5;

/// A kind, in the order in which they are shown while nothing is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What is connected.
    Connected,
    /// What can be gone to or done.
    Action,
    /// What can be connected.
    App,
}

/// One thing that can be found.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// Its kind.
    pub kind: Kind,
    /// What is searched of it; of two that match alike the more popular comes first.
    pub doc: SearchDoc<'a>,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// By kind, the kind of the best match first: places in the list that was searched. No group is empty.
    pub groups: Vec<(Kind, Vec<usize>)>,
    /// What was searched instead of what was typed.
    pub corrected: Option<String>,
}

impl Found {
    /// How many things there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.groups.iter().map(|(_, places)| places.len()).sum()
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Whether there is an app, connected or not.
    #[must_use]
    pub fn has_apps(&self) -> bool {
        self.groups.iter().any(|(kind, _)| *kind != Kind::Action)
    }

    fn add(&mut self, kind: Kind, place: usize, most: usize) {
        match self.groups.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, places)) if places.len() < most => places.push(place),
            Some(_) => {}
            None => self.groups.push((kind, vec![place])),
        }
    }
}

/// Finds what was typed; while nothing is, the first of each kind in the order of the list.
#[must_use]
pub fn find(items: &[Item<'_>], typed: &str) -> Found {
    let mut found = Found::default();
    if typed.trim().is_empty() {
        for wanted in [Kind::Connected, Kind::Action, Kind::App] {
            let most = if wanted == Kind::Action { usize::MAX } else { AT_FIRST };
            let places = items.iter().enumerate().filter(|(_, item)| item.kind == wanted);
            places.for_each(|(place, _)| found.add(wanted, place, most));
        }
        return found;
    }
    let result = Index::new(&items.iter().map(|item| item.doc).collect::<Vec<_>>()).search(typed);
    for hit in &result.hits {
        if let Some(item) = items.get(hit.doc) {
            found.add(item.kind, hit.doc, MOST);
        }
    }
    found.corrected = result.corrected;
    found
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use crate::domain::category::Category;

    fn item<'a>(kind: Kind, name: &'a str, aliases: &'a [String], popularity: u16) -> Item<'a> {
        let categories: &[Category] = if kind == Kind::Action { &[] } else { &[Category::Hris] };
        Item { kind, doc: SearchDoc { slug: "", name, purpose: "", categories, aliases, popularity, added: 0 } }
    }

    fn kinds(found: &Found) -> Vec<Kind> {
        found.groups.iter().map(|(kind, _)| *kind).collect()
    }

    #[test]
    fn the_kind_of_the_best_match_comes_first() {
        let bamboo = ["BambooHR".to_owned()];
        let items = [
            item(Kind::Connected, "Payroll Berlin", &bamboo, 0),
            item(Kind::Connected, "Payroll Paris", &bamboo, 1),
            item(Kind::Action, "Settings", &[], u16::MAX),
            item(Kind::App, "BambooHR", &[], 2),
        ];
        let found = find(&items, "bambohr");
        assert_eq!(found.groups, [(Kind::App, vec![3]), (Kind::Connected, vec![0, 1])], "a slip, and what needs somebody first");
        assert_eq!(found.corrected.as_deref(), Some("bamboohr"));
        assert_eq!(
            find(&items, "bamboohr").groups,
            [(Kind::App, vec![3]), (Kind::Connected, vec![0, 1])],
            "its own name outranks another's"
        );
        assert_eq!(find(&items, "berlin").groups, [(Kind::Connected, vec![0])]);
        assert_eq!(find(&items, "setings").groups, [(Kind::Action, vec![2])]);
        assert!(!find(&items, "settings").has_apps() && find(&items, "paris").has_apps());
        assert!(find(&items, "zzqqxx").is_empty());
    }

    #[test]
    fn a_kind_never_fills_the_list_and_at_first_all_actions_are_there() {
        let names: Vec<String> = (0..40).map(|n| format!("Thing {n:02}")).collect();
        let mut items: Vec<Item> = names.iter().map(|name| item(Kind::App, name, &[], 9)).collect();
        items.extend(names.iter().take(12).map(|name| item(Kind::Action, name, &[], 9)));
        let first = find(&items, "  ");
        assert_eq!(kinds(&first), [Kind::Action, Kind::App]);
        assert_eq!((first.groups[0].1.len(), first.groups[1].1.as_slice()), (12, [0, 1, 2, 3, 4].as_slice()));
        let found = find(&items, "thing");
        assert_eq!(found.groups.iter().map(|(_, places)| places.len()).collect::<Vec<_>>(), [MOST, MOST]);
        assert_eq!(found.len(), 2 * MOST);
    }
}
