//! What the operator sees (P6): all organisations' accounts and the jobs that were given up. The one place without an organisation's scope.

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreResult;
use crate::domain::{
    category::Category,
    ids::{AccountId, JobId, OrganizationId},
    status::AccountStatus,
    time::Timestamp,
};

/// A job that was given up.
#[derive(Clone, Debug)]
pub struct DeadJob {
    /// Its id.
    pub id: JobId,
    /// What it was to do.
    pub kind: String,
    /// On what.
    pub subject: Uuid,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it was given up.
    pub reason: Option<String>,
    /// When.
    pub updated_at: Timestamp,
}

/// What became of a wish to run a dead job again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunAgain {
    /// It waits to be run.
    Waiting,
    /// Another job of its kind and subject is alive and does its work; this one is gone.
    Alive,
    /// There is no such dead job.
    Unknown,
}

/// An account of any organisation, as far as its health goes.
#[derive(Clone, Debug)]
pub struct AccountHealth {
    /// Ours.
    pub id: AccountId,
    /// Whose.
    pub organization: OrganizationId,
    /// That organisation's name.
    pub organization_name: String,
    /// Its category.
    pub category: Category,
    /// The app's name.
    pub app: String,
    /// Its status.
    pub status: AccountStatus,
    /// What is broken.
    pub error_category: Option<String>,
    /// Detail, for the operator.
    pub error_detail: Option<String>,
    /// Through which upstream it was connected.
    pub upstream: String,
    /// When data last arrived.
    pub last_successful_sync_at: Option<Timestamp>,
    /// When the row changed last.
    pub updated_at: Timestamp,
}

/// The operator's view.
#[async_trait]
pub trait Operator: Send + Sync {
    /// The jobs that were given up, the newest first.
    async fn dead_jobs(&self, limit: u32) -> StoreResult<Vec<DeadJob>>;
    /// Runs a dead job again, at once and with all its tries.
    async fn run_again(&self, id: JobId) -> StoreResult<RunAgain>;
    /// The connected and `deleting` accounts of all organisations: what is broken first, then by organisation.
    async fn all_accounts(&self, limit: u32) -> StoreResult<Vec<AccountHealth>>;
}
