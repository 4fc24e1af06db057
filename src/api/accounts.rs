//! The connected apps: the list, and what is done to one of them.

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::{error::ApiError, linking::Done};
use crate::domain::{category::Category, status::AccountStatus};

/// How many records of one data type there are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// What people call many of them: "Employees".
    pub name: String,
    /// What people call one of them, in the middle of a sentence: "employee".
    pub one: String,
    /// How many, in words: "542 employees".
    pub told: String,
    /// How many.
    pub count: i64,
}

/// A linked account as people and programs see it: never a token, never an origin id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccountView {
    /// Ours.
    pub id: String,
    /// Category.
    pub category: Category,
    /// The app's name; of an unfinished one the app that was chosen; empty when none was.
    pub integration: String,
    /// The same.
    pub integration_name: String,
    /// The app's slug; empty when none is known.
    pub integration_slug: String,
    /// The name that people gave it, else the app's.
    pub display_name: String,
    /// Status.
    pub status: AccountStatus,
    /// ISO 8601.
    pub created_at: String,
    /// ISO 8601; `None`: no data yet.
    pub last_successful_sync_at: Option<String>,
    /// Whether it works and its first sync is still under way.
    #[serde(default)]
    pub first_sync: bool,
    /// The records of its most telling data type that has any.
    #[serde(default)]
    pub records: Option<Counted>,
    /// Who connected it.
    pub connected_by: String,
    /// What is broken: a machine word (`credentials`, `permissions`, `plan`, `outage`, `removed`).
    #[serde(default)]
    pub problem: Option<String>,
    /// Whether the caller may relink, rename and delete it.
    #[serde(default)]
    pub manageable: bool,
    /// Connected through another upstream: it can only be deleted here.
    #[serde(default)]
    pub other_upstream: bool,
    /// The other side says that the same account is connected twice.
    #[serde(default)]
    pub duplicate: bool,
    /// Brand colour `#rrggbb` when known.
    #[serde(default)]
    pub color: Option<String>,
    /// Path of the logo on our side when there is one.
    #[serde(default)]
    pub logo: Option<String>,
}

impl AccountView {
    /// Whether somebody has to act on it here.
    pub fn needs_somebody(&self) -> bool {
        self.status.needs_somebody(self.problem.as_deref()) && !self.other_upstream
    }
}

/// The list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AccountsReply {
    /// Always `true`.
    pub success: bool,
    /// In order of creation.
    pub linked_accounts: Vec<AccountView>,
}

/// How an account is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HealthReply {
    /// Always `true`: the question was answered.
    pub success: bool,
    /// Whether nothing is broken.
    pub healthy: bool,
    /// The account as it is now.
    pub linked_account: AccountView,
}

/// The one id among the names under which front ends send it. The door looks at it after it has looked at who asks.
#[cfg_attr(not(feature = "ssr"), allow(dead_code))]
pub(super) fn one_id<const N: usize>(given: [Option<String>; N]) -> Result<String, ApiError> {
    let mut given = given.into_iter().flatten();
    let Some(first) = given.next() else {
        return Err(ApiError::field("integration_id", "integration_id is missing: send the id of a connected app."));
    };
    if given.any(|other| other != first) {
        return Err(ApiError::field("integration_id", "integration_id and linked_account_id name two different apps: send one of them."));
    }
    Ok(first)
}

/// The organisation's accounts (§3). `category` and `status` filter; an unknown one is 400.
#[server(prefix = "/api/merge", endpoint = "linked-accounts", input = GetUrl, output = Json)]
pub async fn linked_accounts(category: Option<String>, status: Option<String>) -> Result<AccountsReply, ApiError> {
    crate::server::door::accounts::linked_accounts(category, status).await
}

/// Deletes an account for good (L8), or discards an unfinished one.
#[server(prefix = "/api/merge", endpoint = "delete-integration", input = Json, output = Json)]
pub async fn delete_integration(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
) -> Result<Done, ApiError> {
    crate::server::door::accounts::delete_integration(one_id([integration_id, linked_account_id, linked_account_id_camel])).await
}

/// Gives an account a name of its own; an empty one takes it away (L12).
#[server(prefix = "/api/merge", endpoint = "rename-integration", input = Json, output = Json)]
pub async fn rename_integration(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
    display_name: Option<String>,
) -> Result<Done, ApiError> {
    let id = one_id([integration_id, linked_account_id, linked_account_id_camel]);
    crate::server::door::accounts::rename_integration(id, display_name).await
}

/// Hides an unfinished attempt and keeps its id for the next one (L11).
#[server(prefix = "/api/merge", endpoint = "discard-integration", input = Json, output = Json)]
pub async fn discard_integration(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
) -> Result<Done, ApiError> {
    crate::server::door::accounts::discard_integration(one_id([integration_id, linked_account_id, linked_account_id_camel])).await
}

/// Asks the other side now how an account is (§9); only a confirmed refusal changes its status.
#[server(prefix = "/api/merge", endpoint = "check-health", input = Json, output = Json)]
pub async fn check_health(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
) -> Result<HealthReply, ApiError> {
    crate::server::door::accounts::check_health(one_id([integration_id, linked_account_id, linked_account_id_camel])).await
}
