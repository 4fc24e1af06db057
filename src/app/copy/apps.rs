//! The App Center, and connecting.

use super::category as category_name;
use crate::{
    domain::{
        catalogue::CardState,
        category::Category,
        search::browse::{Sort, StatusFilter},
    },
    say,
};

messages! {
    /// Fixed.
    connect = "connect";
    /// Fixed, three dots and all.
    connecting = "connecting";
    /// Fixed.
    relink = "relink";
    /// Fixed.
    delete = "delete";
    /// Fixed.
    delete_question = "delete-question";
    /// Fixed.
    initial_sync = "initial-sync";
    /// Brings an account back.
    reconnect = "reconnect";
    /// For an app that has an account already.
    add_account = "add-account";
    /// Without a script nothing can be connected.
    needs_script = "needs-script";
    /// The person may look but not connect (P2).
    only_admins = "only-admins";
    /// The same where something is changed.
    only_admins_change = "only-admins-change";
    /// Above the apps that are connected in a category.
    connected_here = "connected-here";
    /// There are none.
    nothing_connected_here = "nothing-connected-here";
    /// An app that lives in several categories (L3).
    choose_part = "choose-part";
    /// Above the cards, unseen.
    apps_title = "apps-title";
    /// No category in particular.
    all_apps = "all-apps";
    /// Leads from an empty list to the full one.
    show_all_apps = "show-all-apps";
    /// The search field.
    search_apps = "search-apps";
    /// Above the categories.
    categories = "categories";
    /// Above the states.
    status = "status";
    /// Under "no match".
    try_another_word = "try-another-word";
    /// Where nothing was found.
    request_this = "request-this";
    /// The bundled list is shown (C1).
    fallback = "fallback";
    /// The browser is cut off; what is shown may be old.
    offline = "offline";
    /// Leads to a connected app.
    manage = "manage";
}

/// The button of one app, where its word alone would leave open which app is meant.
pub fn connect_named(app: &str) -> String {
    say!("connect-named", app = app)
}

/// The same in one of several categories.
pub fn connect_named_for(app: &str, category: Category) -> String {
    say!("connect-named-for", app = app, category = &category_name(category))
}

/// The main button of an app that has an account already.
pub fn reconnect_named(app: &str) -> String {
    say!("reconnect-named", app = app)
}

/// The same in one of several categories.
pub fn reconnect_named_for(app: &str, category: Category) -> String {
    say!("reconnect-named-for", app = app, category = &category_name(category))
}

/// The same for one of several accounts.
pub fn reconnect_account(app: &str, account: &str) -> String {
    if app == account { reconnect_named(app) } else { say!("reconnect-account", app = app, account = account) }
}

/// The name of a button that relinks.
pub fn relink_named(name: &str) -> String {
    say!("relink-named", name = name)
}

/// The name of a button that adds an account.
pub fn add_account_named(app: &str) -> String {
    say!("add-account-named", app = app)
}

/// The same in one of several categories.
pub fn add_account_named_for(app: &str, category: Category) -> String {
    say!("add-account-named-for", app = app, category = &category_name(category))
}

/// What the polite region says when an app was connected.
pub fn connected(app: &str) -> String {
    say!("connected-named", app = app)
}

/// Fixed: the label of the category's button (L13).
pub fn connect_category(category: Category) -> String {
    match category {
        Category::Hris => say!("connect-category-hris"),
        Category::Ats => say!("connect-category-ats"),
        Category::Crm => say!("connect-category-crm"),
        Category::Accounting => say!("connect-category-accounting"),
        Category::Ticketing => say!("connect-category-ticketing"),
        Category::FileStorage => say!("connect-category-filestorage"),
        Category::KnowledgeBase => say!("connect-category-knowledgebase"),
    }
}

/// The sentence of benefit over the category's button (L13).
pub fn benefit(category: Category) -> String {
    match category {
        Category::Hris => say!("benefit-hris"),
        Category::Ats => say!("benefit-ats"),
        Category::Crm => say!("benefit-crm"),
        Category::Accounting => say!("benefit-accounting"),
        Category::Ticketing => say!("benefit-ticketing"),
        Category::FileStorage => say!("benefit-filestorage"),
        Category::KnowledgeBase => say!("benefit-knowledgebase"),
    }
}

/// How an attempt to connect ended, as the shim names it, when there is something to say about it.
pub fn ending(word: &str) -> Option<String> {
    match word {
        "closed" => Some(say!("ending-closed")),
        "blocked" => Some(say!("ending-blocked")),
        "failed" | "late" => Some(super::connection_failed()),
        _ => None,
    }
}

/// "1 app", "12 apps".
pub fn apps(count: usize) -> String {
    say!("apps", count = count)
}

/// What a number of apps is a number of.
pub fn apps_unit(count: usize) -> String {
    say!("apps-unit", count = count)
}

/// What the polite region says after a search.
pub fn apps_found(count: usize) -> String {
    say!("apps-found", count = count)
}

/// In the search field while it is empty.
pub fn search_among(count: usize) -> String {
    say!("search-among-apps", count = count)
}

/// Nothing matches.
pub fn no_match(typed: &str) -> String {
    if typed.is_empty() { say!("no-apps-here") } else { say!("no-match", typed = typed) }
}

/// A slip was forgiven.
pub fn showing_for(corrected: &str) -> String {
    say!("showing-for", corrected = corrected)
}

/// The label of a filter by state.
pub fn status_filter(status: StatusFilter) -> String {
    match status {
        StatusFilter::All => say!("filter-any"),
        StatusFilter::Connected => say!("filter-connected"),
        StatusFilter::NotConnected => say!("filter-not-connected"),
        StatusFilter::NeedsAttention => say!("filter-needs-attention"),
    }
}

/// The label of an order.
pub fn sort(sort: Sort) -> String {
    match sort {
        Sort::Popular => say!("sort-popular"),
        Sort::Name => say!("sort-name"),
        Sort::Recent => say!("sort-recent"),
    }
}

/// The word on a card's badge.
pub fn card_state(state: CardState) -> String {
    match state {
        CardState::NotConnected => String::new(),
        CardState::SetupIncomplete => say!("card-setup-incomplete"),
        CardState::Syncing => say!("card-syncing"),
        CardState::Connected => say!("card-connected"),
        CardState::ReconnectNeeded => say!("card-reconnect-needed"),
    }
}

/// An app that is connected several times.
pub fn accounts(count: u32) -> String {
    say!("accounts", count = count)
}

/// The name of the link to a connected app.
pub fn manage_named(app: &str) -> String {
    say!("manage-named", app = app)
}
