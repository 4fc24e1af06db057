//! The id under which the upstream knows an account (§2, L3, L5).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    category::Category,
    ids::{OrganizationId, UserId},
};

/// The upstream takes at most this many characters.
pub const ORIGIN_ID_MAX: usize = 100;

/// On whose behalf an app is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKind {
    /// The whole organisation.
    Organization,
    /// One person in it.
    User,
}

impl SubjectKind {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Organization => "organization",
            Self::User => "user",
        }
    }

    /// The reverse of [`SubjectKind::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "organization" => Some(Self::Organization),
            "user" => Some(Self::User),
            _ => None,
        }
    }
}

/// The organisation or the person for whom an account is connected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subject {
    /// Which of the two.
    pub kind: SubjectKind,
    /// Its id.
    pub id: Uuid,
}

impl Subject {
    /// The subject of a category whose kind the configuration names.
    pub const fn new(kind: SubjectKind, organization: OrganizationId, user: UserId) -> Self {
        match kind {
            SubjectKind::Organization => Self { kind, id: organization.0 },
            SubjectKind::User => Self { kind, id: user.0 },
        }
    }
}

/// How many accounts a subject may have in one category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strategy {
    /// Any number: `{subject}_{category}_{uuid}`.
    Multiple,
    /// One: `{subject}_{category}`.
    Single,
}

impl Strategy {
    /// As stored and configured.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Multiple => "multiple",
            Self::Single => "single",
        }
    }

    /// The reverse of [`Strategy::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "multiple" => Some(Self::Multiple),
            "single" => Some(Self::Single),
            _ => None,
        }
    }
}

/// The id for a new row. It is written to the row and never computed again (L5).
pub fn origin_id(strategy: Strategy, subject: Subject, category: Category, fresh: Uuid) -> String {
    match strategy {
        Strategy::Multiple => format!("{}_{}_{fresh}", subject.id, category.slug()),
        Strategy::Single => format!("{}_{}", subject.id, category.slug()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_fits_the_upstream() {
        for kind in [SubjectKind::Organization, SubjectKind::User] {
            let subject = Subject { kind, id: Uuid::from_u128(u128::MAX) };
            for category in Category::ALL {
                let multiple = origin_id(Strategy::Multiple, subject, category, Uuid::nil());
                let single = origin_id(Strategy::Single, subject, category, Uuid::nil());
                assert!(multiple.len() <= ORIGIN_ID_MAX && multiple.starts_with(&single), "{multiple}");
                assert_eq!(single, format!("ffffffff-ffff-ffff-ffff-ffffffffffff_{}", category.slug()));
            }
        }
    }
}
