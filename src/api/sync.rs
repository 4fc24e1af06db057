//! How the sync of a connected app stands, and asking for it (S8, S13).

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::error::ApiError;

/// How the sync of one data type stands. Times of the other side are in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelView {
    /// The common model's name, `Employee`.
    pub model: String,
    /// What people call it: "Employees".
    pub name: String,
    /// The other side's word: `SYNCING`, `DONE`, `FAILED`, `DISABLED`, `PAUSED`, `PARTIALLY_SYNCED`; `None`: it said nothing yet.
    pub status: Option<String>,
    /// How its last sync ended, in the same words.
    pub last_sync_result: Option<String>,
    /// Whether its first sync is still under way.
    pub is_initial_sync: Option<bool>,
    /// ISO 8601.
    pub last_sync_start: Option<String>,
    /// ISO 8601.
    pub last_sync_finished: Option<String>,
    /// ISO 8601.
    pub next_sync_start: Option<String>,
    /// Up to when our data are complete; ISO 8601.
    pub data_as_of: Option<String>,
    /// When we fetched last; ISO 8601.
    pub last_synced_at: Option<String>,
    /// Records that we hold and that are not deleted.
    pub records: i64,
    /// Whether its records can be read: everything was here once.
    pub ready: bool,
    /// Why it is not synced: `forbidden`, `missing`, `refused`, `cursor`.
    pub problem: Option<String>,
    /// How many of the records are not listed on the other side any more, when that is so many that somebody has to look before any is removed here.
    #[serde(default)]
    pub missing: Option<i64>,
    /// Its first sync has been half-done for a day: somebody has to act.
    pub stuck: bool,
}

/// How the sync of a connected app stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SyncReply {
    /// Always `true`: the question was answered.
    pub success: bool,
    /// Whether the first sync of every data type that is switched on is complete.
    pub sync_complete: bool,
    /// `DONE` or `SYNCING`.
    pub sync_status: String,
    /// The newest finish of any data type; ISO 8601.
    pub last_sync_time: Option<String>,
    /// By data type, the most telling first.
    pub models: Vec<ModelView>,
}

impl SyncReply {
    /// Of an account whose data are being removed.
    pub fn of_nothing() -> Self {
        Self { success: true, sync_complete: false, sync_status: "DONE".to_owned(), last_sync_time: None, models: Vec::new() }
    }
}

/// Asks the other side how the sync stands, and fetches what is new.
#[server(prefix = "/api/merge", endpoint = "check-sync-status", input = Json, output = Json)]
pub async fn check_sync_status(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
) -> Result<SyncReply, ApiError> {
    crate::server::door::sync::check_sync_status(crate::api::accounts::one_id([integration_id, linked_account_id, linked_account_id_camel]))
        .await
}

/// Asks the other side to sync now. It may cost the operator a credit, so it is limited.
#[server(prefix = "/api/merge", endpoint = "resync", input = Json, output = Json)]
pub async fn resync(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
) -> Result<SyncReply, ApiError> {
    crate::server::door::sync::resync(crate::api::accounts::one_id([integration_id, linked_account_id, linked_account_id_camel])).await
}

/// Lets records that are not listed on the other side any more be removed here. Each is looked for once more before it goes.
#[server(prefix = "/api/merge", endpoint = "approve-removal", input = Json, output = Json)]
pub async fn approve_removal(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
    model: Option<String>,
) -> Result<SyncReply, ApiError> {
    let id = crate::api::accounts::one_id([integration_id, linked_account_id, linked_account_id_camel]);
    crate::server::door::sync::judge_missing(id, model, true).await
}

/// Keeps records that are not listed on the other side any more.
#[server(prefix = "/api/merge", endpoint = "dismiss-removal", input = Json, output = Json)]
pub async fn dismiss_removal(
    integration_id: Option<String>,
    linked_account_id: Option<String>,
    #[server(rename = "linkedAccountId")] linked_account_id_camel: Option<String>,
    model: Option<String>,
) -> Result<SyncReply, ApiError> {
    let id = crate::api::accounts::one_id([integration_id, linked_account_id, linked_account_id_camel]);
    crate::server::door::sync::judge_missing(id, model, false).await
}

/// What the page of a connected app shows of its sync: what we know, asking nobody.
#[server(name = ReadSync, prefix = "/api/page", endpoint = "sync", input = GetUrl, output = Json)]
pub async fn sync(integration_id: Option<String>) -> Result<SyncReply, ApiError> {
    crate::server::door::sync::sync(integration_id).await
}
