//! What the server answers islands, and the pages for when whatever makes pages has failed.

use crate::{
    app::copy::{category as category_name, name},
    domain::{category::Category, text::Fault},
    say,
};

messages! {
    /// Nobody is signed in.
    told_signed_out = "page-told-signed-out";
    /// Not there, or not theirs.
    told_app_not_found = "page-told-app-not-found";
    /// The account was deleted.
    told_deleted = "page-told-deleted";
    /// What the window gave is too old.
    told_link_over = "page-told-link-over";
    /// An account that appears in a moment.
    told_finishing = "page-told-finishing";
    /// A newer attempt of the same page.
    told_attempt_superseded = "page-told-attempt-superseded";
    /// The account was never connected.
    told_setup_unfinished = "page-told-setup-unfinished";
    /// The account is connected and cannot be discarded.
    told_is_connected = "page-told-is-connected";
    /// The role is too small.
    told_only_admins = "page-told-only-admins";
    /// The service refuses us.
    told_no_connecting = "page-told-no-connecting";
    /// The service is busy.
    told_busy = "page-told-busy";
    /// The service refuses this app.
    told_not_available = "page-told-not-available";
    /// The database is away.
    told_no_store = "page-told-no-store";
    /// The database is away.
    told_no_data = "page-told-no-data";
    /// The service refuses us.
    told_no_checking = "page-told-no-checking";
    /// The app wants a new sign-in.
    told_asks_sign_in = "page-told-asks-sign-in";
    /// The app wants us no more.
    told_removed_access = "page-told-removed-access";
    /// The service does not answer.
    told_check_failed = "page-told-check-failed";
    /// Closed in a frame.
    told_not_here = "page-told-not-here";
    /// No such address.
    told_nothing_here = "page-told-nothing-here";
    /// The page is of another organisation.
    told_switched = "page-told-switched";
    /// Connected through another upstream.
    told_other_environment = "page-told-other-environment";
    /// The same, of a sync.
    told_other_service = "page-told-other-service";
    /// The service syncs by itself alone.
    told_no_demand = "page-told-no-demand";
    /// The database is away: the title.
    plain_away = "page-plain-away";
    /// The way to the first page.
    plain_back = "page-plain-back";
}

/// Another page is connecting an app (L5).
pub fn told_connecting_elsewhere(category: Category) -> String {
    say!("page-told-connecting-elsewhere", category = &category_name(category))
}

/// The app is of other categories.
pub fn told_not_of_category(app: &str, category: Category) -> String {
    say!("page-told-not-of-category", app = app, category = &category_name(category))
}

/// One app a category, and one is connected (L5), or is on its way out.
pub fn told_taken(app: Option<String>, deleting: bool) -> String {
    let app = app.unwrap_or_else(|| say!("page-told-another-app"));
    if deleting { say!("page-told-taken-deleting", app = &app) } else { say!("page-told-taken", app = &app) }
}

/// What is wrong with what was typed into a field, by the field's name on the wire.
pub fn told_text(field: &str, fault: Fault) -> String {
    let what = match field {
        "organization_name" | "end_user_organization_name" => super::organization(),
        "email" | "admin_email" | "end_user_email_address" => super::email(),
        "password" => super::password(),
        _ => name(),
    };
    match fault {
        Fault::Missing => say!("page-told-text-missing", what = &what),
        Fault::TooShort(min) => say!("page-told-text-short", what = &what, min = min),
        Fault::TooLong(max) => say!("page-told-text-long", what = &what, max = max),
        Fault::Unshowable => say!("page-told-text-odd", what = &what),
        Fault::NoAddress => say!("page-told-text-address"),
    }
}
