//! The apps that can be connected (§6).

use std::sync::Arc;

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::error::ApiError;
use crate::domain::{
    catalogue::{CardState, CatalogueApp},
    category::Category,
};

/// The state of one app in one category, for the caller.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AppState {
    /// Slug of the app.
    pub slug: String,
    /// The category.
    pub category: Category,
    /// The state.
    pub state: CardState,
    /// How many connected accounts.
    pub accounts: u32,
}

/// Everything that the App Center shows, in one call: the whole list fits, and search and facets run on it on either side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AppCenter {
    /// The apps.
    pub apps: Arc<[CatalogueApp]>,
    /// A digest of the apps: with the same one the list is the same. Only for what is drawn on the server.
    #[serde(skip)]
    pub version: Arc<str>,
    /// The states that are not [`CardState::NotConnected`].
    pub states: Vec<AppState>,
    /// The categories that are switched on, in the order in which they are shown.
    pub categories: Vec<Category>,
    /// The categories in which the caller may connect apps (P2).
    pub may_connect: Vec<Category>,
    /// Whether this is the bundled list, because none could be loaded (C1).
    pub fallback: bool,
}

/// What the organisation has with the apps: all that changes of the App Center while somebody looks at it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AppStates {
    /// The states that are not [`CardState::NotConnected`].
    pub states: Vec<AppState>,
}

/// One app in the JSON list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct IntegrationView {
    /// Name.
    pub name: String,
    /// Slug.
    pub slug: String,
    /// Categories.
    pub categories: Vec<Category>,
    /// Path of the logo on our side, when there is one.
    pub image: Option<String>,
    /// The same, square.
    pub square_image: Option<String>,
    /// Brand colour `#rrggbb`, when known.
    pub color: Option<String>,
    /// State in each of its categories.
    pub state: Vec<AppState>,
}

/// The JSON list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct IntegrationsReply {
    /// Always `true`.
    pub success: bool,
    /// Ranked when `q` is given, else by popularity.
    pub integrations: Vec<IntegrationView>,
}

/// The apps, filtered by category and search (§3).
#[server(prefix = "/api/merge", endpoint = "integrations", input = GetUrl, output = Json)]
pub async fn integrations(category: Option<String>, q: Option<String>) -> Result<IntegrationsReply, ApiError> {
    crate::server::door::catalogue::integrations(category, q).await
}

/// One app: what its own page shows, with its data types; 404 when there is none of this slug in a category that is switched on.
#[server(name = ReadApp, prefix = "/api/page", endpoint = "app", input = GetUrl, output = Json)]
pub async fn app(slug: String) -> Result<AppCenter, ApiError> {
    crate::server::door::catalogue::app(slug).await
}

/// What the App Center's page shows.
#[server(name = ReadAppCenter, prefix = "/api/page", endpoint = "app-center", input = GetUrl, output = Json)]
pub async fn app_center() -> Result<AppCenter, ApiError> {
    crate::server::door::catalogue::app_center().await
}

/// What the App Center's page asks for again when something changed.
#[server(name = ReadAppStates, prefix = "/api/page", endpoint = "app-states", input = GetUrl, output = Json)]
pub async fn app_states() -> Result<AppStates, ApiError> {
    crate::server::door::catalogue::app_states().await
}
