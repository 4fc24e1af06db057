//! The data types of each category: where they are listed upstream, what people call them, and what we read (S10, C3).

mod table;

use super::category::Category;
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
    /// What people call many of them: "Employees".
    pub plural: &'static str,
    /// What people call one of them, in the middle of a sentence: "employee".
    pub singular: &'static str,
    /// One line for "What we'll read", without a full stop.
    pub reads: &'static str,
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

/// The plain names of the data types that one app offers in one category (C3): `["Employees", "Time off"]`.
#[must_use]
pub fn plain_data_types(category: Category, models: &[String]) -> Vec<&'static str> {
    supported(category, models).into_iter().map(|spec| spec.plural).collect()
}

/// Labels as one phrase: "Employees, teams, time off". Words in capitals ("EEO answers", "CRM users") keep them.
#[must_use]
pub fn as_phrase(labels: &[&str]) -> String {
    let mut phrase = String::new();
    for label in labels {
        if phrase.is_empty() {
            phrase.push_str(label);
            continue;
        }
        phrase.push_str(", ");
        let mut letters = label.chars();
        let (first, second) = (letters.next(), letters.clone().next());
        if second.is_some_and(char::is_uppercase) {
            phrase.push_str(label);
        } else {
            phrase.extend(first.into_iter().flat_map(char::to_lowercase));
            phrase.push_str(letters.as_str());
        }
    }
    phrase
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
            assert!(labels.insert((spec.category, spec.plural)), "{} twice in {}", spec.plural, spec.category);
            for text in [spec.plural, spec.singular, spec.reads] {
                let words = text.to_lowercase();
                assert!(!VENDOR.iter().any(|word| words.split(' ').any(|w| w == *word)), "{text}");
                assert!(!text.ends_with('.') && !text.is_empty(), "{text}");
            }
            assert!(spec.plural.chars().next().unwrap().is_uppercase() && spec.reads.chars().next().unwrap().is_uppercase());
            assert!((15..=80).contains(&spec.reads.chars().count()), "{}", spec.reads);
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
        assert_eq!(plain_data_types(Category::Hris, &models), ["Employees", "Time off"]);
        assert_eq!(plain_data_types(Category::Ats, &models), ["Jobs"]);
        assert!(plain_data_types(Category::KnowledgeBase, &models).contains(&"Articles"));
        assert!(by_id("hris.Unheard").is_none());
    }

    #[test]
    fn a_phrase_reads_as_a_sentence() {
        assert_eq!(as_phrase(&["Employees", "Teams", "EEO answers", "Time off"]), "Employees, teams, EEO answers, time off");
        assert_eq!(as_phrase(&[]), "");
    }
}
