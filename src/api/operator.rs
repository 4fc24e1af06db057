//! What the operator sees and does (P6). Others find nothing here.

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::{error::ApiError, linking::Done};
use crate::domain::{category::Category, status::AccountStatus};

/// An event of the service, without its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventView {
    /// Id.
    pub id: String,
    /// Whose, when known.
    pub organization_name: Option<String>,
    /// Its name, when it could be read.
    pub event: Option<String>,
    /// The service's id of the account.
    pub linked_account_id: Option<String>,
    /// `received`, `processing`, `done`, `retry`, `dead`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it failed last.
    pub error: Option<String>,
    /// When it came.
    pub received_at: String,
}

/// The newest events.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EventsReply {
    /// Always `true`.
    pub success: bool,
    /// The newest first.
    pub events: Vec<EventView>,
}

/// A job that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeadJobView {
    /// Id.
    pub id: String,
    /// What it was to do.
    pub kind: String,
    /// On what.
    pub subject: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it was given up.
    pub reason: Option<String>,
    /// When.
    pub updated_at: String,
}

/// The jobs that were given up.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DeadJobsReply {
    /// Always `true`.
    pub success: bool,
    /// The newest first.
    pub jobs: Vec<DeadJobView>,
}

/// A connected app of any organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnyAccountView {
    /// Ours.
    pub id: String,
    /// Whose.
    pub organization_name: String,
    /// Category.
    pub category: Category,
    /// The app's or account's name.
    pub app: String,
    /// Status.
    pub status: AccountStatus,
    /// What is broken.
    pub problem: Option<String>,
    /// Detail.
    pub detail: Option<String>,
    /// Whether it was connected through another upstream than the one in force.
    pub other_upstream: bool,
    /// When data last arrived.
    pub last_successful_sync_at: Option<String>,
    /// When its row changed last.
    pub updated_at: String,
}

/// The connected apps of all organisations.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AllAccountsReply {
    /// Always `true`.
    pub success: bool,
    /// What is broken first.
    pub accounts: Vec<AnyAccountView>,
    /// Since when the service refuses our key, if it does: no account changes for it, and no data arrives (S9).
    pub key_refused_since: Option<String>,
}

/// The newest events of all organisations, of one state or of all.
#[server(name = ReadInbox, prefix = "/api/operator", endpoint = "inbox", input = GetUrl, output = Json)]
pub async fn inbox(state: Option<String>) -> Result<EventsReply, ApiError> {
    crate::server::door::operator::inbox(state).await
}

/// Works an event again.
#[server(prefix = "/api/operator", endpoint = "replay-event", input = Json, output = Json)]
pub async fn replay_event(event_id: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::operator::replay_event(event_id).await
}

/// The jobs that were given up.
#[server(name = ReadJobs, prefix = "/api/operator", endpoint = "jobs", input = GetUrl, output = Json)]
pub async fn dead_jobs() -> Result<DeadJobsReply, ApiError> {
    crate::server::door::operator::dead_jobs().await
}

/// Runs a job again that was given up.
#[server(prefix = "/api/operator", endpoint = "run-job", input = Json, output = Json)]
pub async fn run_job(job_id: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::operator::run_job(job_id).await
}

/// How the connected apps of all organisations are.
#[server(name = ReadAllAccounts, prefix = "/api/operator", endpoint = "accounts", input = GetUrl, output = Json)]
pub async fn all_accounts() -> Result<AllAccountsReply, ApiError> {
    crate::server::door::operator::all_accounts().await
}
