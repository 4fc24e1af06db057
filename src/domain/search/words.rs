//! Words that name no app: what people call a category, words that say nothing, and short forms of words.

use crate::domain::category::Category::{self, Accounting, Ats, Crm, FileStorage, Hris, KnowledgeBase, Ticketing};

/// What people call each category, folded and joined: "help desk" is `helpdesk`.
#[rustfmt::skip]
const TOPICS: [(Category, &[&str]); 7] = [
    (Hris, &["hris", "hr", "hrms", "hcm", "humanresources", "humanresource", "people", "payroll", "timeoff", "leave", "absence", "vacation", "pto",
        "employees", "employee", "staff", "benefits", "personnel", "workforce", "onboarding", "peo", "eor", "timesheets", "timetracking", "attendance"]),
    (Ats, &["ats", "recruiting", "recruitment", "recruiter", "hiring", "applicanttracking", "applicant", "applicants", "candidates", "candidate",
        "jobs", "jobboard", "talent", "staffing", "talentacquisition", "interviews", "vacancies", "careers"]),
    (Crm, &["crm", "sales", "customerrelationship", "customers", "deals", "leads", "contacts", "pipeline", "opportunities", "prospects"]),
    (Accounting, &["accounting", "accounts", "bookkeeping", "bookkeeper", "finance", "financials", "erp", "invoices", "invoicing", "invoice", "ledger",
        "generalledger", "billing", "bills", "expenses", "tax", "vat"]),
    (Ticketing, &["ticketing", "tickets", "ticket", "helpdesk", "servicedesk", "support", "customersupport", "customerservice", "itsm", "issues",
        "issuetracker", "issuetracking", "bugs", "bugtracking", "projectmanagement", "projects", "tasks", "taskmanagement", "workmanagement", "kanban", "agile", "scrum"]),
    (FileStorage, &["filestorage", "files", "file", "documents", "storage", "cloudstorage", "drive", "filesharing", "folders", "docs"]),
    (KnowledgeBase, &["knowledgebase", "knowledge", "kb", "wiki", "wikis", "articles", "intranet", "docs", "documentation", "notes"]),
];

/// Words that people add to a name and that say nothing.
#[rustfmt::skip]
const EMPTY: [&str; 16] = [
    "app", "apps", "integration", "integrations", "integrate", "software", "platform", "tool", "tools", "system", "my", "our", "connect", "connector",
    "login", "inc",
];

/// Words that tell no app from another, typed or in a purpose.
#[rustfmt::skip]
const FILLING: [&str; 37] = [
    "a", "an", "and", "any", "at", "business", "businesses", "by", "companies", "company", "each", "employers", "every", "firm", "firms", "for", "from",
    "how", "in", "it", "its", "large", "mid", "of", "on", "or", "other", "size", "small", "that", "the", "to", "very", "what", "who", "with", "your",
];

/// Short forms that are used inside longer queries, and what they stand for.
const SHORT: [(&str, &str); 8] = [
    ("ms", "microsoft"),
    ("msft", "microsoft"),
    ("mgmt", "management"),
    ("svc", "service"),
    ("sf", "salesforce"),
    ("qb", "quickbooks"),
    ("d365", "dynamics365"),
    ("sso", "single sign on"),
];

/// From this many letters on, a word may be unfinished: "payro".
const MIN_UNFINISHED: usize = 4;

/// The bit of a category in a set of categories.
pub const fn bit(category: Category) -> u8 {
    1 << category as u8
}

/// The categories that a folded word names, possibly unfinished, as [`bit`]s.
pub fn topics(word: &str) -> u8 {
    TOPICS.into_iter().filter(|(_, names)| names.iter().any(|name| names_it(name, word))).fold(0, |set, (category, _)| set | bit(category))
}

fn names_it(name: &str, word: &str) -> bool {
    name == word || (word.len() >= MIN_UNFINISHED && name.starts_with(word))
}

/// Whether a folded word names a category in full.
pub fn is_topic(word: &str) -> bool {
    all_topics().any(|name| name == word)
}

/// Every name of a category.
pub fn all_topics() -> impl Iterator<Item = &'static str> {
    TOPICS.into_iter().flat_map(|(_, names)| names.iter().copied())
}

/// Whether the word says nothing beside others.
pub fn is_empty_word(word: &str) -> bool {
    EMPTY.contains(&word) || FILLING.contains(&word)
}

/// Whether the word of a purpose tells nothing about its app. "Teams" is a product that people look for, not every app for teams.
pub fn is_filling(word: &str) -> bool {
    FILLING.contains(&word) || matches!(word, "team" | "teams")
}

/// What a short form stands for.
pub fn long_form(word: &str) -> Option<&'static str> {
    SHORT.iter().find(|(short, _)| *short == word).map(|(_, long)| *long)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use crate::domain::search::text::Phrase;

    #[test]
    fn every_word_is_in_its_comparable_form() {
        let shorts = SHORT.iter().flat_map(|(short, long)| [*short, *long]);
        for word in all_topics().chain(EMPTY).chain(FILLING).chain(shorts) {
            assert_eq!(Phrase::new(word).spaced(), word);
        }
    }

    #[test]
    fn each_category_is_found_by_its_label_and_its_slug() {
        for category in Category::ALL {
            for text in [category.label(), category.slug()] {
                assert!(topics(Phrase::new(text).joined()) & bit(category) != 0, "{text}");
            }
        }
    }

    #[test]
    fn unfinished_words_name_a_category_from_four_letters_on() {
        assert_eq!(topics("payro"), bit(Hris));
        assert_eq!(topics("docs"), bit(FileStorage) | bit(KnowledgeBase));
        assert_eq!(topics("pay"), 0);
        assert_eq!(topics(""), 0);
    }
}
