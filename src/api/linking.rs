//! Connecting, relinking and what ends either (§4).

use leptos::{prelude::*, server_fn::codec::Json};
use serde::{Deserialize, Serialize};

use super::error::ApiError;

/// A link token and the attempt it belongs to.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LinkTokenReply {
    /// Always `true`.
    pub success: bool,
    /// For the connection window; used once, never stored (L1).
    pub link_token: String,
    /// Send it back with the public token, and to `release-link-attempt`.
    pub attempt_id: String,
}

/// A connected account.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ExchangeReply {
    /// Always `true`.
    pub success: bool,
    /// The app's name.
    pub integration_name: String,
    /// Our id of the account.
    pub linked_account_id: String,
    /// The app's slug. The shim alone reads it, for the page around a frame; reading it here would make the browser's half bigger.
    #[serde(skip_deserializing)]
    pub integration_slug: String,
    /// The category it is connected in, likewise.
    #[serde(skip_deserializing)]
    pub category: String,
    /// Whether another account of the same app exists, so that a name is asked for (L12).
    #[serde(default)]
    pub ask_name: bool,
    /// Whether this was a relink of a connected account.
    #[serde(default)]
    pub relinked: bool,
}

/// Nothing but success.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Done {
    /// Always `true`.
    pub success: bool,
}

impl Done {
    /// Success.
    pub const fn yes() -> Self {
        Self { success: true }
    }
}

/// Begins to connect an app and answers a link token (L1 to L5). `page_id`: a random id of the open tab.
#[server(prefix = "/api/merge", endpoint = "create-link-token", input = Json, output = Json)]
pub async fn create_link_token(
    category: Option<String>,
    integration: Option<String>,
    page_id: Option<String>,
) -> Result<LinkTokenReply, ApiError> {
    crate::server::door::linking::create_link_token(category, integration, page_id).await
}

/// Exchanges the public token that the window gave (L6).
#[server(prefix = "/api/merge", endpoint = "exchange-public-token", input = Json, output = Json)]
pub async fn exchange_public_token(
    public_token: Option<String>,
    attempt_id: Option<String>,
    end_user_origin_id: Option<String>,
) -> Result<ExchangeReply, ApiError> {
    crate::server::door::linking::exchange_public_token(public_token, attempt_id, end_user_origin_id).await
}

/// The window was closed: the attempt holds nothing any more.
#[server(prefix = "/api/merge", endpoint = "release-link-attempt", input = Json, output = Json)]
pub async fn release_link_attempt(attempt_id: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::linking::release_link_attempt(attempt_id).await
}

/// Opens a connected account again (L7).
#[server(prefix = "/api/merge", endpoint = "relink-integration", input = Json, output = Json)]
pub async fn relink_integration(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
    page_id: Option<String>,
) -> Result<LinkTokenReply, ApiError> {
    let id = super::accounts::one_id([integration_id, linked_account_id, linked_account_id_camel]);
    crate::server::door::linking::relink_integration(id, page_id).await
}
