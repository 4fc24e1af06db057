//! Everything that handlers share.

use std::ops::Deref;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::sync::Mutex;

use crate::SandboxConfig;
use crate::catalogue::Catalogue;
use crate::clock::{Clock, Micros};
use crate::error::SandboxError;
use crate::faults::Faults;
use crate::log::RequestLog;
use crate::records;
use crate::store::{Account, Store};
use crate::sync::SyncClock;
use crate::webhooks::Webhooks;

/// The shared state, cheap to clone.
#[derive(Clone, Debug)]
pub struct World(Arc<Inner>);

impl Deref for World {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// What [`World`] holds.
#[derive(Debug)]
pub struct Inner {
    config: SandboxConfig,
    store: Store,
    catalogue: Catalogue,
    clock: Clock,
    faults: Faults,
    log: RequestLog,
    webhooks: Webhooks,
    key_revoked: AtomicBool,
    quiet: AtomicBool,
    settling: Mutex<()>,
}

/// How often it is asked whether a sync has ended.
const TICK: std::time::Duration = std::time::Duration::from_millis(100);
const CLOCK_OFFSET: &str = "clock_offset";
const KEY_REVOKED: &str = "key_revoked";
const QUIET: &str = "quiet";

impl World {
    /// Opens the store and reads back what was set before.
    ///
    /// # Errors
    /// When the store, the catalogue or the webhook client fails.
    pub async fn open(config: SandboxConfig) -> Result<Self, SandboxError> {
        let store = Store::open(&config.database).await?;
        let offset = store.setting(CLOCK_OFFSET).await?.and_then(|v| v.parse().ok()).unwrap_or(0);
        let revoked = store.setting(KEY_REVOKED).await?.as_deref() == Some("true");
        let quiet = store.setting(QUIET).await?.map_or(config.quiet, |v| v == "true");
        let webhooks = Webhooks::new(config.webhook_secret.clone(), config.webhook_target.clone(), config.seed)?;
        Ok(Self(Arc::new(Inner {
            store,
            catalogue: Catalogue::load()?,
            clock: Clock::new(offset),
            faults: Faults::default(),
            log: RequestLog::default(),
            webhooks,
            key_revoked: AtomicBool::new(revoked),
            quiet: AtomicBool::new(quiet),
            settling: Mutex::new(()),
            config,
        })))
    }
}

impl World {
    /// Plays the syncs that have ended, of every account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn settle(&self) -> Result<(), sqlx::Error> {
        for account in self.store.due_accounts(self.now()).await? {
            records::settle(self, &account).await?;
        }
        Ok(())
    }

    /// Lets time pass until the stop: syncs end, and webhooks say so, also when nobody asks.
    pub async fn live(self, mut stopped: tokio::sync::watch::Receiver<bool>) {
        loop {
            tokio::select! {
                _ = stopped.changed() => return,
                () = tokio::time::sleep(TICK) => {
                    if let Err(error) = self.settle().await {
                        tracing::warn!(%error, "a sync was not played");
                    }
                }
            }
        }
    }
}

impl Inner {
    /// How it was started.
    pub fn config(&self) -> &SandboxConfig {
        &self.config
    }

    /// What survives.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The apps.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The time.
    pub fn now(&self) -> Micros {
        self.clock.now()
    }

    /// The faults in force.
    pub fn faults(&self) -> &Faults {
        &self.faults
    }

    /// The requests received.
    pub fn log(&self) -> &RequestLog {
        &self.log
    }

    /// Deliveries.
    pub fn webhooks(&self) -> &Webhooks {
        &self.webhooks
    }

    /// The configured key, revoked or not.
    pub fn api_key(&self) -> &str {
        self.config.api_key.as_deref().unwrap_or(crate::DEFAULT_API_KEY)
    }

    /// Whether this key opens the API now.
    pub fn accepts_key(&self, key: &str) -> bool {
        !self.key_revoked.load(Ordering::Relaxed) && key == self.api_key()
    }

    /// `TEST` for a key that says so, else `PRODUCTION`.
    pub fn account_type(&self) -> &'static str {
        if self.api_key().starts_with("test_") { "TEST" } else { "PRODUCTION" }
    }

    /// How syncing looks for an account now.
    pub fn sync_clock(&self) -> SyncClock {
        SyncClock::new(self.config.initial_sync, self.config.sync_interval)
    }

    /// The models of an account's app in its category.
    pub fn models_of(&self, account: &Account) -> Vec<crate::catalogue::Model> {
        account
            .integration
            .as_deref()
            .and_then(|slug| self.catalogue.by_slug(slug))
            .map(|app| app.models(account.category()))
            .unwrap_or_default()
    }

    /// Held by who plays syncs or changes records, one at a time.
    pub fn settling(&self) -> &Mutex<()> {
        &self.settling
    }

    /// Recurring syncs send no webhooks.
    pub fn quiet(&self) -> bool {
        self.quiet.load(Ordering::Relaxed)
    }

    /// Whether recurring syncs send no webhooks, for good.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_quiet(&self, quiet: bool) -> Result<(), SandboxError> {
        self.quiet.store(quiet, Ordering::Relaxed);
        Ok(self.store.set_setting(QUIET, if quiet { "true" } else { "false" }).await?)
    }

    /// Moves the clock, for good.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn advance(&self, by: Micros) -> Result<(), SandboxError> {
        let offset = self.clock.advance(by);
        Ok(self.store.set_setting(CLOCK_OFFSET, &offset.to_string()).await?)
    }

    /// Revokes or restores the key, for good.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_key_revoked(&self, revoked: bool) -> Result<(), SandboxError> {
        self.key_revoked.store(revoked, Ordering::Relaxed);
        Ok(self.store.set_setting(KEY_REVOKED, if revoked { "true" } else { "false" }).await?)
    }

    /// As if it had just been started for the first time; the webhook target stays.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn reset(&self) -> Result<(), SandboxError> {
        self.faults.clear();
        self.log.clear();
        self.webhooks.forget();
        self.clock.reset();
        self.key_revoked.store(false, Ordering::Relaxed);
        self.quiet.store(self.config.quiet, Ordering::Relaxed);
        let _turn = self.settling.lock().await;
        Ok(self.store.clear().await?)
    }
}
