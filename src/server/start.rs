//! From a configuration to a state that can serve: the database migrated, the sandbox running, every key at hand.

use std::{
    net::{Ipv4Addr, Ipv6Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use leptos::config::LeptosOptions;
use patchbay_sandbox::{Database, Sandbox, SandboxConfig, SandboxError};
use url::Url;

use super::{
    catalogue::{Catalogue, CatalogueError},
    clock::{SystemClock, SystemRng, SystemTimer},
    config::{Config, RemoteUpstream, UpstreamConfig},
    merge::{HttpUpstream, SetupError, Upstream, UpstreamSetup},
    state::{AppState, Ports},
    store::{self, ports::StoreError},
    vault::KeysError,
};
use crate::domain::secret::Secret;

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The sandbox.
    #[error("the sandbox did not start: {0}; SANDBOX_ADDR chooses another address")]
    Sandbox(#[from] SandboxError),
    /// The sandbox's own addresses.
    #[error("the sandbox's address: {0}")]
    SandboxUrl(#[from] url::ParseError),
    /// The upstream client.
    #[error("the upstream: {0}")]
    Upstream(#[from] SetupError),
    /// The keys.
    #[error("TOKEN_ENCRYPTION_KEYS {0}")]
    Keys(#[from] KeysError),
    /// Rows need keys that are not configured (§13).
    #[error("stored tokens need keys that TOKEN_ENCRYPTION_KEYS lacks: {}; add them after the first, or run `keys rewrap` where they are", .0.join(", "))]
    MissingKeys(Vec<String>),
    /// The list of apps.
    #[error("the catalogue: {0}")]
    Catalogue(#[from] CatalogueError),
    /// TLS towards the logos' hosts.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
}

/// How long the first start waits for the list of apps; later ones have a cached one.
const FIRST_LIST_WITHIN: Duration = Duration::from_millis(1_500);

/// A state that can serve, and the sandbox that stops when this is dropped.
#[derive(Debug)]
pub struct Started {
    /// The state.
    pub state: AppState,
    /// The embedded sandbox, if there is one.
    pub sandbox: Option<Sandbox>,
}

/// Where the embedded sandbox keeps its state.
#[derive(Clone, Debug)]
pub enum SandboxHome {
    /// In a file of this folder, so that what was connected yesterday still works today (B5); its events come to our own endpoint.
    Folder(PathBuf),
    /// Nowhere, and its events go nowhere: for tests.
    Memory,
}

impl SandboxHome {
    /// The folder in which a development server keeps its things.
    pub fn data() -> Self {
        Self::Folder(Path::new(super::config::DATA).to_owned())
    }
}

/// Where the embedded sandbox sends its events: to us, not to where people reach us, which may be a proxy that is not there yet.
fn webhook_address(mut serving: SocketAddr) -> Result<Url, url::ParseError> {
    if serving.ip().is_unspecified() {
        serving.set_ip(if serving.is_ipv4() { Ipv4Addr::LOCALHOST.into() } else { Ipv6Addr::LOCALHOST.into() });
    }
    Url::parse(&format!("http://{serving}/api/merge/webhook"))
}

/// The client of an upstream, over the machine's clock.
pub(super) fn upstream(base_url: &str, key: Secret) -> Result<Arc<dyn Upstream>, SetupError> {
    let setup = UpstreamSetup {
        base_url: base_url.to_owned(),
        key,
        clock: Arc::new(SystemClock),
        rng: Arc::new(SystemRng),
        timer: Arc::new(SystemTimer),
    };
    Ok(Arc::new(HttpUpstream::new(setup)?))
}

/// Opens everything that the configuration names.
///
/// # Errors
/// See [`StartError`].
pub async fn start(config: Config, leptos: LeptosOptions, home: SandboxHome) -> Result<Started, StartError> {
    let store = store::open(config.database_url.expose()).await?;
    let (remote, sandbox) = match &config.upstream {
        UpstreamConfig::Remote(remote) => (remote.clone(), None),
        UpstreamConfig::Sandbox { addr } => {
            let mut setup = SandboxConfig { addr: *addr, ..SandboxConfig::default() };
            if let SandboxHome::Folder(folder) = home {
                setup.database = Database::File(folder.join("sandbox.db"));
                setup.webhook_target = Some(webhook_address(leptos.site_addr)?);
            }
            if let Some(secret) = config.webhook_secrets.first() {
                setup.webhook_secret = secret.expose().to_owned();
            }
            let sandbox = patchbay_sandbox::start(setup).await?;
            let remote = RemoteUpstream {
                api_key: Secret::new(sandbox.api_key()),
                base_url: Url::parse(&sandbox.api_base_url())?,
                link_script_url: Url::parse(&sandbox.link_script_url())?,
            };
            (remote, Some(sandbox))
        }
    };
    let (clock, rng, timer) = (Arc::new(SystemClock), Arc::new(SystemRng), Arc::new(SystemTimer));
    let upstream = upstream(remote.base_url.as_str(), remote.api_key)?;
    let catalogue = Arc::new(Catalogue::open(Arc::clone(&store), Arc::clone(&upstream), clock.clone(), rng.clone()).await?);
    if !catalogue.current().live() && tokio::time::timeout(FIRST_LIST_WITHIN, catalogue.refresh()).await.is_err() {
        tracing::info!("the list of apps is not there yet; the bundled one serves meanwhile");
    }
    let ports = Ports { store, upstream, clock, rng, timer, catalogue, link_script_url: remote.link_script_url };
    let state = AppState::new(config, leptos, ports)?;
    let missing: Vec<String> = state.store.sealing_keys().await?.into_iter().filter(|kid| !state.vault.has(kid)).collect();
    if missing.is_empty() { Ok(Started { state, sandbox }) } else { Err(StartError::MissingKeys(missing)) }
}
