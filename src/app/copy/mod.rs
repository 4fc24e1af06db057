//! Every sentence of the interface, in the language of the moment (see [`words`](crate::words)). Nothing here speaks the vendor's language;
//! what the product fixes word for word, in English, is marked so.
//!
//! One room for each part of the product. What is in `page` is said by pages alone and stays on the server.

/// Functions that say one message each: `name = "key"`.
macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        $($(#[$doc])* pub fn $name() -> String { $crate::say!($key) })*
    };
}

mod account;
mod apps;
#[cfg(feature = "ssr")]
mod page;
mod records;
mod refusal;
#[cfg(test)]
mod tests;

#[cfg(feature = "ssr")]
pub use self::page::*;
pub use self::{account::*, apps::*, records::*, refusal::*};
use crate::{
    domain::{category::Category, theme::Theme},
    say,
    words::{self, Language},
};

messages! {
    /// Fixed.
    app_center = "app-center";
    /// Fixed.
    connected_apps = "connected-apps";
    /// The name of a field or a column.
    name = "label-name";
    /// Searches.
    search = "search";
    /// Takes a search away.
    clear_search = "clear-search";
    /// Before the orders.
    sort_by = "sort-by";
    /// Keeps what was entered.
    save = "save";
    /// Gives up.
    cancel = "cancel";
    /// Closes.
    close = "close";
    /// The way back in.
    sign_in = "sign-in";
    /// A connected app's settings, and those of the organisation.
    settings = "settings";
    /// The way to the apps.
    browse_apps = "browse-apps";
    /// Ways through something long.
    pages = "pages";
    /// Takes a list along.
    export = "export";
    /// Takes a link along.
    copy = "copy";
    /// It was taken.
    copied = "copied";
}

/// Several categories, as one says them.
pub fn several_categories(categories: &[Category]) -> String {
    let between = if words::language() == Language::Japanese { "、" } else { ", " };
    categories.iter().map(|one| category(*one)).collect::<Vec<_>>().join(between)
}

/// What people call a category.
pub fn category(category: Category) -> String {
    match category {
        Category::Hris => say!("category-hris"),
        Category::Ats => say!("category-ats"),
        Category::Crm => say!("category-crm"),
        Category::Accounting => say!("category-accounting"),
        Category::Ticketing => say!("category-ticketing"),
        Category::FileStorage => say!("category-filestorage"),
        Category::KnowledgeBase => say!("category-knowledgebase"),
    }
}

/// A theme, among the themes.
pub fn theme(theme: Theme) -> String {
    match theme {
        Theme::System => say!("theme-system"),
        Theme::Light => say!("theme-light"),
        Theme::Dark => say!("theme-dark"),
    }
}

/// A number with separators.
pub fn number(count: usize) -> String {
    words::number(count as u64)
}

/// The `lang` of what there is in English only, where the page speaks another language.
pub fn only_english() -> Option<&'static str> {
    (!matches!(words::language(), Language::English)).then_some("en")
}

/// The plural of something in the middle of a sentence: where a language begins it with a small letter there. Words in capitals ("EEO
/// answers") keep them.
fn midsentence(name: &str) -> String {
    if matches!(words::language(), Language::German | Language::Japanese) {
        return name.to_owned();
    }
    let mut letters = name.chars();
    let first = letters.next();
    match letters.clone().next() {
        Some(second) if second.is_uppercase() => name.to_owned(),
        _ => first.into_iter().flat_map(char::to_lowercase).chain(letters).collect(),
    }
}
