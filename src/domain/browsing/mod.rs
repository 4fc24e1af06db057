//! The record browser's rules: in which order records are listed, what people read of one, and whether one holds what they look for. What a
//! record has is the other side's, so nothing here knows a data type by name: fields are chosen by what they are called and what they hold.

mod fields;
mod find;
mod telling;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use fields::{Fact, Names, Plain, facts, label, references};
#[cfg(test)]
pub(crate) use fields::{is_shown, is_word, lowered, spelled};
pub use find::holds;
pub use telling::{Column, columns, title};

/// In which order records are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordSort {
    /// What changed here last, first.
    #[default]
    Newest,
    /// What has not changed here for longest, first.
    Oldest,
    /// What changed on the other side last, first.
    Modified,
    /// By the id on the app's own side.
    RemoteId,
}

impl RecordSort {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Newest, Self::Oldest, Self::Modified, Self::RemoteId];

    /// In an address.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Newest => "newest",
            Self::Oldest => "oldest",
            Self::Modified => "modified",
            Self::RemoteId => "id",
        }
    }

    /// From an address.
    pub fn parse(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.slug() == slug)
    }

    /// Whether what it sorts by is a number.
    pub const fn by_number(self) -> bool {
        !matches!(self, Self::RemoteId)
    }
}
