//! The seven categories of apps that the App Center knows.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A category of apps. The order of the variants is the order on the screen: an HR product shows HR first.
///
/// On the wire, in the database and in URLs a category is its [`slug`](Category::slug); people read its [`label`](Category::label).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// People, payroll and time off.
    Hris,
    /// Applicant tracking.
    Ats,
    /// Customers and deals.
    Crm,
    /// Ledgers, invoices and payments.
    Accounting,
    /// Tickets, issues and tasks.
    Ticketing,
    /// Files and folders.
    FileStorage,
    /// Articles and wikis.
    KnowledgeBase,
}

impl Category {
    /// Every category, in the order in which the screen lists them.
    pub const ALL: [Category; 7] = [
        Category::Hris,
        Category::Ats,
        Category::Crm,
        Category::Accounting,
        Category::Ticketing,
        Category::FileStorage,
        Category::KnowledgeBase,
    ];

    /// The name in URLs, in the database and on the wire.
    #[must_use]
    pub const fn slug(self) -> &'static str {
        match self {
            Category::Hris => "hris",
            Category::Ats => "ats",
            Category::Crm => "crm",
            Category::Accounting => "accounting",
            Category::Ticketing => "ticketing",
            Category::FileStorage => "filestorage",
            Category::KnowledgeBase => "knowledgebase",
        }
    }

    /// The name that people read.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Category::Hris => "HR",
            Category::Ats => "Recruiting",
            Category::Crm => "CRM",
            Category::Accounting => "Accounting",
            Category::Ticketing => "Ticketing",
            Category::FileStorage => "File storage",
            Category::KnowledgeBase => "Knowledge base",
        }
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.slug())
    }
}

/// The text is not the slug of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not a category; use one of hris, ats, crm, accounting, ticketing, filestorage, knowledgebase")]
pub struct UnknownCategory;

impl FromStr for Category {
    type Err = UnknownCategory;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Category::ALL.into_iter().find(|category| category.slug() == text).ok_or(UnknownCategory)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn every_category_comes_back_from_its_slug() {
        for category in Category::ALL {
            assert_eq!(category.slug().parse(), Ok(category));
            assert_eq!(category.to_string(), category.slug());
            let json = serde_json::to_string(&category).unwrap();
            assert_eq!(json, format!("\"{}\"", category.slug()));
            assert_eq!(serde_json::from_str::<Category>(&json).unwrap(), category);
        }
    }

    #[test]
    fn all_lists_each_category_once_and_in_order() {
        assert!(Category::ALL.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn anything_else_is_refused_with_the_list_of_what_would_be_right() {
        for text in ["", "HRIS", "hr", "mktg", "chat", "file storage", " hris"] {
            assert_eq!(text.parse::<Category>(), Err(UnknownCategory), "{text:?}");
        }
        let sentence = UnknownCategory.to_string();
        assert!(Category::ALL.iter().all(|category| sentence.contains(category.slug())));
    }
}
