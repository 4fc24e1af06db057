//! The command palette.

use crate::{
    app::copy::{apps_title, connected_apps},
    domain::{palette::Kind, theme::Theme},
    say,
};

messages! {
    /// The palette, and its field.
    palette = "page-palette";
    /// In the field while it is empty.
    palette_hint = "page-palette-hint";
    /// What it found.
    results_title = "page-results";
    /// While it looks, for those who listen.
    searching = "page-searching";
    /// What the arrows do.
    key_move = "page-key-move";
    /// What Enter does.
    key_go = "page-key-go";
    /// What Escape does.
    key_close = "page-key-close";
    /// Other names of the App Center, with commas between them.
    alias_apps = "page-alias-apps";
    /// Of Connected Apps.
    alias_connected = "page-alias-connected";
    /// Of inviting.
    alias_invite = "page-alias-invite";
    /// Of the settings.
    alias_settings = "page-alias-settings";
    /// Of asking for an app.
    alias_request = "page-alias-request";
    /// Of the operator's pages.
    alias_operator = "page-alias-operator";
    /// Of signing out.
    alias_sign_out = "page-alias-sign-out";
}

/// The title of a kind of results.
pub fn palette_group(kind: Kind) -> String {
    match kind {
        Kind::Connected => connected_apps(),
        Kind::Action => say!("page-actions"),
        Kind::App => apps_title(),
    }
}

/// A theme, where it stands alone.
pub fn theme_alone(theme: Theme) -> String {
    match theme {
        Theme::System => say!("page-theme-system"),
        Theme::Light => say!("page-theme-light"),
        Theme::Dark => say!("page-theme-dark"),
    }
}

/// Its other names.
pub fn alias_theme(theme: Theme) -> String {
    match theme {
        Theme::System => say!("page-alias-theme-system"),
        Theme::Light => say!("page-alias-theme-light"),
        Theme::Dark => say!("page-alias-theme-dark"),
    }
}

/// What the polite region of the palette says.
pub fn results(count: usize) -> String {
    say!("page-results-count", count = count)
}

/// What was typed.
pub fn quoted(text: &str) -> String {
    say!("page-quoted", text = text)
}
