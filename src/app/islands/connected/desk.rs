//! What the list knows, and how it is grouped.

use leptos::prelude::*;

use crate::{
    api::accounts::AccountView,
    app::{
        copy,
        islands::{attempt::Attempts, delete::Doomed},
    },
    domain::{
        category::Category,
        search::{Index, SearchDoc},
        status::AccountStatus,
    },
};

/// Everything that the rows share.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The accounts.
    pub accounts: RwSignal<Vec<AccountView>>,
    /// Milliseconds since the Unix epoch, now and then.
    pub clock: RwSignal<i64>,
    /// The attempts.
    pub attempts: Attempts,
    /// The account that is being renamed.
    pub renaming: RwSignal<Option<String>>,
    /// What the dialog asks about.
    pub deleting: RwSignal<Option<Doomed>>,
    /// What was asked last for more data.
    pub asked: RwSignal<Option<Asked>>,
    /// The accounts that answer to what is searched, by our ids; `None`: nothing is.
    pub found: Memo<Option<Vec<String>>>,
}

/// The accounts that answer to what is typed: by their own names, their apps' and what they are.
pub fn find(accounts: &[AccountView], typed: &str) -> Option<Vec<String>> {
    if typed.is_empty() {
        return None;
    }
    let names: Vec<(String, [Category; 1], [String; 1])> =
        accounts.iter().map(|account| (title(account), [account.category], [account.integration_name.clone()])).collect();
    let docs: Vec<SearchDoc<'_>> = accounts
        .iter()
        .zip(&names)
        .map(|(account, (name, categories, aliases))| SearchDoc {
            slug: &account.integration_slug,
            name,
            purpose: "",
            categories,
            aliases,
            popularity: 0,
            added: 0,
        })
        .collect();
    let hits = Index::new(&docs).search(typed).hits;
    Some(hits.iter().filter_map(|hit| accounts.get(hit.doc)).map(|account| account.id.clone()).collect())
}

/// An account that was asked for more data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Our id of the account.
    pub id: String,
    /// What came of it: whether it went well, and a sentence. `None`: it is under way.
    pub came: Option<(bool, String)>,
}

/// What rows have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody has to act.
    Attention,
    /// Of one category.
    Of(Category),
    /// Begun, not finished.
    Unfinished,
}

impl Kind {
    /// In ids.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Attention => "attention",
            Self::Of(category) => category.slug(),
            Self::Unfinished => "unfinished",
        }
    }

    /// What people read.
    pub fn title(self) -> String {
        match self {
            Self::Attention => copy::attention(),
            Self::Of(category) => copy::category(category),
            Self::Unfinished => copy::unfinished(),
        }
    }

    /// Whether somebody has to act.
    pub const fn is_attention(self) -> bool {
        matches!(self, Self::Attention)
    }

    fn holds(self, account: &AccountView) -> bool {
        match self {
            Self::Attention => needs_attention(account),
            Self::Of(category) => account.category == category && account.status != AccountStatus::Pending,
            Self::Unfinished => account.status == AccountStatus::Pending,
        }
    }
}

/// A group that has rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// What its rows have in common.
    pub kind: Kind,
}

/// Whether somebody has to act.
pub fn needs_attention(account: &AccountView) -> bool {
    account.needs_somebody()
}

/// What an account is called; an unfinished one may not know its app yet.
pub fn title(account: &AccountView) -> String {
    if account.display_name.is_empty() { copy::app_of(account.category) } else { account.display_name.clone() }
}

impl Desk {
    /// The groups that have rows, in order.
    pub fn groups(&self) -> Vec<Group> {
        let kinds = [Kind::Attention].into_iter().chain(Category::ALL.map(Kind::Of)).chain([Kind::Unfinished]);
        self.shown(|all| kinds.filter(|kind| all.iter().any(|account| kind.holds(account))).map(|kind| Group { kind }).collect())
    }

    /// The accounts of a group.
    pub fn ids_of(&self, kind: Kind) -> Vec<String> {
        self.shown(|all| all.iter().filter(|account| kind.holds(account)).map(|account| account.id.clone()).collect())
    }

    /// The accounts that answer to what is searched.
    fn shown<T>(&self, of: impl FnOnce(&[&AccountView]) -> T) -> T {
        self.accounts.with(|all| {
            self.found.with(|found| {
                let answers = |account: &&AccountView| found.as_ref().is_none_or(|found| found.contains(&account.id));
                of(&all.iter().filter(answers).collect::<Vec<_>>())
            })
        })
    }

    /// One account, and its changes.
    pub fn account(&self, id: &str) -> Memo<Option<AccountView>> {
        let (accounts, id) = (self.accounts, id.to_owned());
        Memo::new(move |_| accounts.with(|all| all.iter().find(|account| account.id == id).cloned()))
    }

    /// How many accounts need somebody.
    pub fn attention(&self) -> usize {
        self.accounts.with(|all| all.iter().filter(|account| needs_attention(account)).count())
    }

    /// Takes a fresh list.
    pub fn receive(&self, fresh: Vec<AccountView>) {
        if self.accounts.with_untracked(|now| *now != fresh) {
            self.accounts.set(fresh);
        }
    }

    /// Shows a new name at once.
    pub fn rename(&self, id: &str, name: &str) {
        self.accounts.update(|all| {
            if let Some(account) = all.iter_mut().find(|account| account.id == id) {
                name.clone_into(&mut account.display_name);
            }
        });
    }
}
