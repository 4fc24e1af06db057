//! Signing up, in and out (§11).

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::{error::ApiError, linking::Done};
use crate::domain::people::Role;

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Always `true`.
    pub success: bool,
    /// Id.
    pub user_id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Organisation's id; pages send it back as `X-Organization`.
    pub organization_id: String,
    /// Organisation's name.
    pub organization_name: String,
    /// Whether the person sees the operator's pages.
    pub operator: bool,
}

/// Makes an organisation with its admin and signs them in (P1).
#[server(prefix = "/api/auth", endpoint = "sign-up", input = Json, output = Json)]
pub async fn sign_up(
    organization_name: Option<String>,
    name: Option<String>,
    email: Option<String>,
    password: Option<String>,
) -> Result<Me, ApiError> {
    crate::server::door::people::sign_up(organization_name, name, email, password).await
}

/// Signs in (P1).
#[server(prefix = "/api/auth", endpoint = "sign-in", input = Json, output = Json)]
pub async fn sign_in(email: Option<String>, password: Option<String>) -> Result<Me, ApiError> {
    crate::server::door::people::sign_in(email, password).await
}

/// Enters the demo organisation; only in development with the sandbox (P4).
#[server(prefix = "/api/auth", endpoint = "demo", input = Json, output = Json)]
pub async fn enter_demo() -> Result<Me, ApiError> {
    crate::server::door::people::enter_demo().await
}

/// Signs out; the session ends on the server.
#[server(prefix = "/api/auth", endpoint = "sign-out", input = Json, output = Json)]
pub async fn sign_out() -> Result<Done, ApiError> {
    crate::server::door::people::sign_out().await
}

/// Who is signed in.
#[server(name = WhoAmI, prefix = "/api/auth", endpoint = "me", input = GetUrl, output = Json)]
pub async fn me() -> Result<Me, ApiError> {
    crate::server::door::people::me().await
}
