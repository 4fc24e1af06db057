//! The sandbox: a stand-in for the upstream unified API and for the window in which people connect an app.
//!
//! It speaks the upstream's wire and nothing of the application's: no type is shared, so that two readings of the same documentation
//! meet over HTTP, and an error in one of them shows.
//!
//! The rooms:
//! - [`Sandbox`] and [`SandboxConfig`]: start it and stop it;
//! - `server`, `front`: connections, the log of requests, faults;
//! - `api`: the platform endpoints of all seven categories, and the lists of records;
//! - `records`: what the lists show, made from a seed, and what syncs do to it;
//! - `link`: the browser script, the window and what the window asks;
//! - `control`: what tests and demos ask;
//! - `sync`: how syncing looks as time passes; `webhooks`: signed deliveries;
//! - `store`: what survives a restart; `catalogue`: the apps.
#![recursion_limit = "256"]

mod api;
mod catalogue;
mod clock;
mod control;
mod error;
mod faults;
mod front;
mod ids;
mod link;
mod log;
mod records;
mod server;
mod store;
mod sync;
mod webhooks;
mod world;

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;
use url::Url;

pub use error::SandboxError;
pub use store::Database;
use world::World;

/// The key that is accepted when no other is configured.
pub const DEFAULT_API_KEY: &str = "sandbox_api_key";
/// The key that signs webhooks when no other is configured.
pub const DEFAULT_WEBHOOK_SECRET: &str = "sandbox_webhook_secret";

/// How to start the sandbox. `SandboxConfig::default()` listens on any free port of the loopback address, in memory.
#[derive(Clone, Debug)]
pub struct SandboxConfig {
    /// Where to listen; port 0 takes any free one.
    pub addr: SocketAddr,
    /// Where the state lives.
    pub database: Database,
    /// The accepted key; [`DEFAULT_API_KEY`] when none. Any other key is answered 401. Accounts of a key that begins with `test_` are
    /// test accounts.
    pub api_key: Option<String>,
    /// The key that signs webhooks.
    pub webhook_secret: String,
    /// Where webhooks go; none are sent without it. The control API can change it.
    pub webhook_target: Option<Url>,
    /// Generated things are the same for the same seed.
    pub seed: u64,
    /// How long the slowest model's initial sync takes.
    pub initial_sync: Duration,
    /// The time between the starts of two syncs of an account.
    pub sync_interval: Duration,
    /// How many records a new account gets: by model (`Employee`), by category and model (`hris.Employee`), or for all (`*`). Others get a
    /// small plausible number.
    pub records: BTreeMap<String, u32>,
    /// Rows become visible up to this much later than their `modified_at` says.
    pub late: Duration,
    /// Recurring syncs send no webhooks. The control API can change it.
    pub quiet: bool,
}

impl SandboxConfig {
    /// The configured number of records of a model.
    fn size_of(&self, category: &str, model: &str) -> Option<u32> {
        let size = [&format!("{category}.{model}"), model, "*"].into_iter().find_map(|name| self.records.get(name));
        // Above, there are the records that appear later.
        size.map(|n| (*n).min(records::ADDED / 2))
    }
}

impl Default for SandboxConfig {
    fn default() -> Self {
        Self {
            addr: SocketAddr::from(([127, 0, 0, 1], 0)),
            database: Database::Memory,
            api_key: None,
            webhook_secret: DEFAULT_WEBHOOK_SECRET.to_owned(),
            webhook_target: None,
            seed: 1,
            initial_sync: Duration::from_secs(12),
            sync_interval: Duration::from_secs(30 * 60),
            records: BTreeMap::new(),
            late: Duration::ZERO,
            quiet: false,
        }
    }
}

/// A running sandbox. Dropping it stops it without waiting; [`Sandbox::shutdown`] waits.
#[derive(Debug)]
pub struct Sandbox {
    addr: SocketAddr,
    world: World,
    stop: watch::Sender<bool>,
    server: JoinHandle<()>,
    life: JoinHandle<()>,
}

/// Starts the sandbox. It accepts connections when this returns.
///
/// # Errors
/// When the address is taken or the database cannot be opened.
pub async fn start(config: SandboxConfig) -> Result<Sandbox, SandboxError> {
    let addr = config.addr;
    let world = World::open(config).await?;
    let listener = tokio::net::TcpListener::bind(addr).await.map_err(|source| SandboxError::Listen { addr, source })?;
    let addr = listener.local_addr().map_err(|source| SandboxError::Listen { addr, source })?;
    let (stop, stopped) = watch::channel(false);
    let life = tokio::spawn(world.clone().live(stopped.clone()));
    let server = tokio::spawn(server::serve(listener, world.clone(), stopped));
    Ok(Sandbox { addr, world, stop, server, life })
}

impl Sandbox {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// The base URL to give to a client, ending in `/api`.
    pub fn api_base_url(&self) -> String {
        format!("http://{}/api", self.addr)
    }

    /// The URL of the browser script.
    pub fn link_script_url(&self) -> String {
        format!("http://{}/initialize.js", self.addr)
    }

    /// The accepted key.
    pub fn api_key(&self) -> &str {
        self.world.api_key()
    }

    /// Sends webhooks there from now on, or nowhere.
    pub fn set_webhook_target(&self, target: Option<Url>) {
        self.world.webhooks().set_target(target);
    }

    /// Stops accepting, lets running answers finish for a moment, and closes the database.
    pub async fn shutdown(self) {
        let _ = self.stop.send(true);
        self.world.faults().release_all();
        let _ = self.server.await;
        let _ = self.life.await;
        self.world.store().close().await;
    }
}
