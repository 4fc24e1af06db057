//! The data types of each category: where they are listed upstream, and which of them every installation reads (S10, C3). What people call
//! them stands in `locales/names`.

mod table;

use super::category::Category;
use crate::words::{self, Language, pattern::Values};
pub use table::MODELS;

/// One data type of one category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ModelSpec {
    /// The category that the data type belongs to.
    pub category: Category,
    /// The upstream's identifier, `hris.Employee`: what its sync status calls `model_id`.
    pub id: &'static str,
    /// The last part of the list's path, after `/{category}/v1/`.
    pub path: &'static str,
    /// The class name in the upstream's events; the part before `.changed`.
    pub event: &'static str,
    /// True for the data types that every installation syncs. The others are synced where an app offers them.
    pub core: bool,
    /// Whether the list can be asked for what changed since a time. One that cannot is fetched whole and swept.
    pub has_modified_filters: bool,
}

impl ModelSpec {
    /// The name within the category: `Employee`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.id.split_once('.').map_or(self.id, |(_, name)| name)
    }

    /// What people call many of them, in the language of the moment: "Employees".
    #[must_use]
    pub fn plural(&self) -> String {
        self.said(words::language(), "", &[])
    }

    /// The same for programs, which are told in English what went wrong.
    #[must_use]
    pub fn plural_in_english(&self) -> String {
        self.said(Language::English, "", &[])
    }

    /// What people call one of them, in the middle of a sentence: "employee".
    #[must_use]
    pub fn singular(&self) -> String {
        self.said(words::language(), "-one", &[])
    }

    /// So many of them: "542 employees". A negative number counts as none.
    #[must_use]
    pub fn counted(&self, count: i64) -> String {
        self.said(words::language(), "-count", &[("count", count.into())])
    }

    /// One line for "What we'll read", without a full stop.
    #[must_use]
    pub fn reads(&self) -> String {
        self.said(words::language(), "-reads", &[])
    }

    fn said(&self, language: Language, part: &str, values: Values<'_>) -> String {
        let key = self.id.replace('.', "-") + part;
        words::name(language, &key, values).unwrap_or(key)
    }
}

/// The data types of a category, the most telling first.
pub fn of_category(category: Category) -> impl Iterator<Item = &'static ModelSpec> {
    MODELS.iter().filter(move |spec| spec.category == category)
}

/// Finds a data type by its identifier, `hris.Employee`.
#[must_use]
pub fn by_id(id: &str) -> Option<&'static ModelSpec> {
    MODELS.iter().find(|spec| spec.id == id)
}

/// Finds a data type by category and name, `Employee`.
#[must_use]
pub fn by_name(category: Category, name: &str) -> Option<&'static ModelSpec> {
    of_category(category).find(|spec| spec.name() == name)
}

/// Finds the data type that an event of this category is about. Some categories prefix the class name and some do not, and the rule has
/// changed before, so the plain name is understood too.
#[must_use]
pub fn by_event(category: Category, class: &str) -> Option<&'static ModelSpec> {
    of_category(category).find(|spec| spec.event == class).or_else(|| by_name(category, class))
}

/// The data types that one app offers in one category, the most telling first. For an app whose data types are not known, the usual ones
/// of its category.
#[must_use]
pub fn supported(category: Category, models: &[String]) -> Vec<&'static ModelSpec> {
    let listed: Vec<_> = of_category(category).filter(|spec| models.iter().any(|model| model == spec.id)).collect();
    if listed.is_empty() { of_category(category).filter(|spec| spec.core).collect() } else { listed }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ids_and_paths_are_unique_and_belong_to_their_category() {
        let (mut ids, mut paths) = (HashSet::new(), HashSet::new());
        for spec in MODELS {
            assert!(ids.insert(spec.id), "{} twice", spec.id);
            assert!(paths.insert((spec.category, spec.path)), "{} twice", spec.path);
            assert_eq!(spec.id, format!("{}.{}", spec.category.slug(), spec.name()));
            assert!(spec.path.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", spec.path);
            assert_eq!(by_id(spec.id), Some(spec));
            assert_eq!(by_event(spec.category, spec.event), Some(spec));
        }
        for category in Category::ALL {
            assert!(of_category(category).any(|spec| spec.core), "{category} has nothing to sync");
        }
    }

    #[test]
    fn words_for_people_are_plain() {
        const VENDOR: [&str; 9] =
            ["merge", "linked account", "token", "common model", "origin id", "unified", "api", "endpoint", "webhook"];
        let mut labels = HashSet::new();
        for spec in MODELS {
            assert!(labels.insert((spec.category, spec.plural())), "{} twice in {}", spec.plural(), spec.category);
            for text in [spec.plural(), spec.singular(), spec.reads()] {
                let words = text.to_lowercase();
                assert!(!VENDOR.iter().any(|word| words.split(' ').any(|w| w == *word)), "{text}");
                assert!(!text.ends_with('.') && !text.is_empty(), "{text}");
            }
            assert!(spec.plural().chars().next().unwrap().is_uppercase() && spec.reads().chars().next().unwrap().is_uppercase());
            assert!((15..=80).contains(&spec.reads().chars().count()), "{}", spec.reads());
        }
    }

    #[test]
    fn lists_without_a_time_filter_are_known() {
        let without: Vec<_> = MODELS.iter().filter(|spec| !spec.has_modified_filters).map(|spec| spec.path).collect();
        assert_eq!(without, ["item-fulfillments", "bank-feed-accounts", "accounting-periods", "payment-terms", "payment-methods"]);
    }

    #[test]
    fn events_find_their_data_type_with_and_without_a_prefix() {
        assert_eq!(by_event(Category::Ats, "ScheduledInterview").map(|spec| spec.path), Some("interviews"));
        assert_eq!(by_event(Category::Crm, "CRMAccount").map(|spec| spec.path), Some("accounts"));
        assert_eq!(by_event(Category::Crm, "Account").map(|spec| spec.path), Some("accounts"));
        assert_eq!(by_event(Category::KnowledgeBase, "KnowledgeBaseContainer").map(|spec| spec.path), Some("containers"));
        assert_eq!(by_event(Category::Hris, "KnowledgeBaseContainer"), None);
    }

    #[test]
    fn an_app_shows_its_own_data_types_and_one_without_a_list_the_usual_ones() {
        let models = ["hris.TimeOff", "hris.Employee", "ats.Job", "hris.Unheard"].map(String::from);
        let ids = |category| supported(category, &models).into_iter().map(|spec| spec.id).collect::<Vec<_>>();
        assert_eq!(ids(Category::Hris), ["hris.Employee", "hris.TimeOff"]);
        assert_eq!(ids(Category::Ats), ["ats.Job"]);
        assert!(ids(Category::KnowledgeBase).contains(&"knowledgebase.Article"));
        assert!(by_id("hris.Unheard").is_none());
    }
}
