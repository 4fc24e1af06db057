//! The sync (S1–S13) and the health of accounts (§9): in which order the rules of [`crate::domain::sync`], the store and the upstream are asked.
//!
//! Whatever triggers it, a webhook, a poll or a person, it is one job, `refresh`, over one account: ask what the upstream has, fetch each
//! model's window page by page, then some of the full reconciliation, and say when to look again. It may stop anywhere and be done again.

mod budget;
mod error;
mod fetch;
mod health;
mod overview;
mod pages;
mod refresh;
mod removal;
mod single;
mod sweep;
mod work;

use std::sync::Arc;

pub use error::SyncError;
pub use health::examine;
pub use overview::{ModelState, Overview};
pub use work::{HEALTH, KINDS, RECONCILE, REFRESH};

use self::budget::Budgets;
use super::{
    clock::{Clock, Rng, Timer},
    config::Config,
    merge::Upstream,
    store::ports::Store,
    vault::Vault,
};
use crate::domain::ids::{AccountId, OrganizationId};

/// What the configuration says about the sync (§2).
#[derive(Clone, Copy, Debug)]
pub struct SyncConfig {
    /// `UPSTREAM_REQUESTS_PER_MINUTE`
    pub requests_per_minute: u32,
    /// `POLL_SCALE`
    pub poll_scale: f64,
}

impl From<&Config> for SyncConfig {
    fn from(config: &Config) -> Self {
        Self { requests_per_minute: config.upstream_requests_per_minute, poll_scale: config.poll_scale }
    }
}

/// What the sync is made of.
pub struct SyncParts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The upstream service.
    pub upstream: Arc<dyn Upstream>,
    /// The keys that seal tokens.
    pub vault: Arc<Vault>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness, for jitter.
    pub rng: Arc<dyn Rng>,
    /// How long things take.
    pub timer: Arc<dyn Timer>,
    /// What the configuration says.
    pub config: SyncConfig,
    /// Told when a job was queued.
    pub wake: Arc<tokio::sync::Notify>,
}

/// The sync's use cases and jobs.
pub struct Syncing {
    store: Arc<dyn Store>,
    upstream: Arc<dyn Upstream>,
    vault: Arc<Vault>,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    timer: Arc<dyn Timer>,
    config: SyncConfig,
    budgets: Budgets,
    wake: Arc<tokio::sync::Notify>,
}

impl Syncing {
    /// The sync over its parts.
    pub fn new(parts: SyncParts) -> Self {
        let SyncParts { store, upstream, vault, clock, rng, timer, config, wake } = parts;
        let budgets = Budgets::new(Arc::clone(&store), Arc::clone(&timer), config.requests_per_minute);
        Self { store, upstream, vault, clock, rng, timer, config, budgets, wake }
    }

    /// Tells the organisation's open pages (§10). A page that misses it sees the change at its next look, so a failure is only logged.
    async fn changed(&self, organization: OrganizationId, account: AccountId) {
        if let Err(error) = self.store.announce(organization, &account.to_string()).await {
            tracing::warn!(%error, "could not announce a change");
        }
    }
}
