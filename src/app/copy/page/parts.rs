//! What stands around every page, the pages of apps, and those for what is not there.

use crate::{
    api::error::Code,
    app::copy::{category as category_name, session_over, too_many_attempts, try_again},
    domain::category::Category,
    say,
};

messages! {
    /// What search engines read.
    description = "page-description";
    /// Past the header.
    skip = "page-skip";
    /// The ways between the main places.
    main_nav = "page-main-nav";
    /// What the parts of a page are called in a frame of another product (P3).
    in_frame = "page-in-frame";
    /// The account menu.
    account_menu = "page-account";
    /// Above the themes.
    theme_title = "page-theme";
    /// Above the languages.
    language_title = "page-language";
    /// Where the company's own people look (P6).
    operator = "page-operator";
    /// Ends the session.
    sign_out = "page-sign-out";
    /// Under the App Center's title.
    app_center_lead = "page-app-center-lead";
    /// Under the title of Connected Apps.
    connected_lead = "page-connected-lead";
    /// The list could not be loaded.
    list_failed = "page-list-failed";
    /// The accounts could not be loaded.
    accounts_failed = "page-accounts-failed";
    /// Asks once more.
    again = "page-try-again";
    /// The same after a sentence.
    again_link = "page-try-again-link";
    /// The title of what is not there.
    missing_title = "page-missing-title";
    /// Its heading.
    missing_heading = "page-missing-heading";
    /// Why that may be.
    missing_lead = "page-missing-lead";
    /// The way to the apps.
    go_to_app_center = "page-go-to-app-center";
    /// The title of what went wrong.
    failed_title = "page-failed-title";
    /// Its heading.
    failed_heading = "page-failed-heading";
    /// What to do about it.
    failed_lead = "page-failed-lead";
    /// A field that may stay empty.
    optional = "page-optional";
    /// How hard an app is to set up.
    setting_up = "page-setting-up";
    /// First sync (UX §4).
    first_sync = "page-first-sync";
    /// Above what is read from an app.
    reads = "page-reads";
    /// An address that the record browser cannot make sense of.
    bad_address = "page-bad-address";
    /// Leads from there to the list as it is at first.
    show_all_records = "page-show-all-records";
    /// Leads from there to the newest lines.
    show_newest = "page-show-newest";
    /// Back to the newest lines.
    newest = "page-newest";
    /// On to older ones.
    older = "page-older";
    /// Asking for an app that is not there (C4).
    request_app = "page-request-app";
    /// Under its title.
    request_lead = "page-request-lead";
    /// The request is in.
    thanks = "page-thanks";
    /// The way back to the list.
    back_to_apps = "page-back-to-apps";
    /// The app that is missed.
    app_name = "page-app-name";
    /// Where it lives.
    website = "page-website";
    /// Why it is missed.
    what_for = "page-what-for";
    /// Asks for it.
    send_request = "page-send-request";
}

/// The name of the account menu's button.
pub fn account_button(organization: &str, name: &str) -> String {
    say!("page-account-menu", organization = organization, name = name)
}

/// How long an app takes to set up.
pub fn setup_minutes(count: usize) -> String {
    say!("page-setup-minutes", count = count)
}

/// What it needs.
pub fn setup_admin(app: &str) -> String {
    say!("page-setup-admin", app = app)
}

/// Under what is read from an app.
pub fn reads_lead(app: &str) -> String {
    say!("page-reads-lead", app = app)
}

/// Above other apps of a category.
pub fn more_in(category: Category) -> String {
    say!("page-more-in", category = &category_name(category))
}

/// The way to all apps of a category.
pub fn see_all(category: Category) -> String {
    say!("page-see-all", category = &category_name(category))
}

/// How much an app is asked for.
pub fn asked_for(name: &str, teams: usize) -> String {
    say!("page-asked-for", name = name, count = teams)
}

/// The sentence for a machine word in an address: `?problem=wrong_credentials`, where a form without JavaScript was answered.
pub fn problem(word: &str) -> String {
    match Code::ALL.iter().copied().find(|code| code.as_str() == word) {
        Some(Code::WrongCredentials) => say!("page-problem-credentials"),
        Some(Code::EmailTaken) => say!("page-problem-email-taken"),
        Some(Code::SignUpClosed) => say!("page-problem-sign-up-closed"),
        Some(Code::InvalidInput | Code::MalformedBody) => say!("page-problem-input"),
        Some(Code::NotAllowed) => say!("page-problem-not-allowed"),
        Some(Code::NotFound) => say!("page-problem-not-found"),
        Some(Code::SignedOut) => session_over(),
        Some(Code::TooManyRequests) => too_many_attempts(0),
        Some(Code::OrganizationChanged) => say!("page-problem-organization"),
        Some(Code::AlreadyDecided) => say!("page-problem-decided"),
        Some(Code::AlreadyConnected) => say!("page-problem-connected"),
        Some(Code::LastAdmin) => say!("page-problem-last-admin"),
        Some(Code::InvitationGone) => say!("page-problem-invitation"),
        Some(Code::SetupNotFinished) => say!("page-problem-setup"),
        _ => try_again(),
    }
}
