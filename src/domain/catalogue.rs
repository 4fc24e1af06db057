//! The apps of the catalogue, and the state of one for an organisation (§6).

use serde::{Deserialize, Serialize};

use super::category::Category;

/// An app that can be connected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueApp {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The categories it lives in.
    pub categories: Vec<Category>,
    /// One line that says what it does.
    pub purpose: String,
    /// Brand colour `#rrggbb`, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Whether the slug is known rather than guessed from the name; a guessed one opens by category (C1).
    pub slug_certain: bool,
    /// Smaller is more popular; 0 comes first.
    pub popularity: u16,
    /// Ids of the models that it supports, such as `hris.Employee`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<String>,
    /// Address of the logo upstream; pages use our proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Address of the square logo upstream; pages use our proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub square_image: Option<String>,
}

/// The state of an app in one category for one organisation, as its card shows it. The most urgent account decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// No account.
    #[default]
    NotConnected,
    /// Begun, not finished.
    SetupIncomplete,
    /// Connected, the first data are on their way.
    Syncing,
    /// Connected.
    Connected,
    /// Somebody has to sign in again.
    ReconnectNeeded,
}
