//! What every request can reach: the configuration, the ports, and the few things that live as long as the program.

use std::{fmt, ops::Deref, sync::Arc};

use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use tokio::sync::Notify;
use url::Url;

use super::{
    catalogue::Catalogue,
    clock::{Clock, Rng, Timer},
    config::Config,
    embedding::Embedding,
    linking::{Linking, LinkingConfig},
    live::Live,
    logos::Logos,
    merge::Upstream,
    people::{People, PeopleConfig},
    security::{cookie::Transport, policy::Policy},
    start::StartError,
    store::ports::Store,
    sync::{SyncConfig, SyncParts, Syncing},
    vault::Vault,
    webhooks::{WebhookParts, Webhooks},
};

/// The state of the server. Cloning it clones one pointer.
#[derive(Clone)]
pub struct AppState(Arc<Shared>);

/// What is behind the pointer.
pub struct Shared {
    /// The configuration.
    pub config: Config,
    /// The database.
    pub store: Arc<dyn Store>,
    /// The upstream service.
    pub upstream: Arc<dyn Upstream>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// Where the browser's script of the connection window is.
    pub link_script_url: Url,
    /// The options of Leptos, read at run time.
    pub leptos: LeptosOptions,
    /// The keys that seal tokens.
    pub vault: Arc<Vault>,
    /// Told when a job was queued here.
    pub wake: Arc<Notify>,
    /// The apps that can be connected.
    pub catalogue: Arc<Catalogue>,
    /// Connecting, relinking, deleting.
    pub linking: Arc<Linking>,
    /// The upstream's events.
    pub webhooks: Arc<Webhooks>,
    /// Fetching, and how accounts are.
    pub syncing: Arc<Syncing>,
    /// The logos of the apps.
    pub logos: Arc<Logos>,
    /// The streams of open pages.
    pub live: Arc<Live>,
    /// Signing up, in and out.
    pub people: People,
    /// People whom a host product brings.
    pub embedding: Embedding,
    /// What the pages allow the browser to load.
    pub policy: Policy,
}

/// What [`AppState::new`] is made of.
pub struct Ports {
    /// The database, migrated.
    pub store: Arc<dyn Store>,
    /// The upstream service.
    pub upstream: Arc<dyn Upstream>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// Waiting.
    pub timer: Arc<dyn Timer>,
    /// The apps that can be connected.
    pub catalogue: Arc<Catalogue>,
    /// Where the browser's script of the connection window is.
    pub link_script_url: Url,
}

impl AppState {
    /// Puts the state together, inside of a runtime.
    ///
    /// # Errors
    /// When the configuration's keys are none, which a checked configuration's never are, or when TLS cannot be set up.
    pub fn new(config: Config, leptos: LeptosOptions, ports: Ports) -> Result<Self, StartError> {
        let Ports { store, upstream, clock, rng, timer, catalogue, link_script_url } = ports;
        let vault = Arc::new(Vault::new(&config.sealing_keys, config.session_secret.clone())?);
        let live = {
            let store = Arc::clone(&store);
            Arc::new(Live::new(move || store.changes(), Arc::clone(&timer)))
        };
        let policy = Policy::new(&config, &link_script_url, upstream.base_url());
        let people = People::new(Arc::clone(&store), Arc::clone(&clock), Arc::clone(&rng), PeopleConfig::from(&config));
        let embedding = Embedding::new(&config, Arc::clone(&store), Arc::clone(&clock), Arc::clone(&rng));
        let wake: Arc<Notify> = Arc::default();
        let linking = Arc::new(Linking::new(
            Arc::clone(&store),
            Arc::clone(&upstream),
            Arc::clone(&catalogue),
            Arc::clone(&vault),
            Arc::clone(&clock),
            Arc::clone(&rng),
            LinkingConfig::from(&config),
            Arc::clone(&wake),
        ));
        let webhooks = Arc::new(Webhooks::new(WebhookParts {
            store: Arc::clone(&store),
            vault: Arc::clone(&vault),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            linking: Arc::clone(&linking),
            secrets: config.webhook_secrets.clone(),
            wake: Arc::clone(&wake),
        }));
        let syncing = Arc::new(Syncing::new(SyncParts {
            store: Arc::clone(&store),
            upstream: Arc::clone(&upstream),
            vault: Arc::clone(&vault),
            clock: Arc::clone(&clock),
            rng: Arc::clone(&rng),
            timer: Arc::clone(&timer),
            config: SyncConfig::from(&config),
            wake: Arc::clone(&wake),
        }));
        let logos = {
            let catalogue = Arc::clone(&catalogue);
            let source =
                move |slug: &str| catalogue.current().find(slug).and_then(|app| app.square_image.clone().or_else(|| app.image.clone()));
            Arc::new(Logos::new(Box::new(source), timer)?)
        };
        Ok(Self(Arc::new(Shared {
            config,
            store,
            upstream,
            clock,
            rng,
            link_script_url,
            leptos,
            vault,
            wake,
            catalogue,
            linking,
            webhooks,
            syncing,
            logos,
            live,
            people,
            embedding,
            policy,
        })))
    }

    /// How cookies travel.
    pub fn transport(&self) -> Transport {
        if self.config.env.is_production() { Transport::Https } else { Transport::Plain }
    }
}

impl Deref for AppState {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        &self.0
    }
}

impl fmt::Debug for AppState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AppState").field("config", &self.config).finish_non_exhaustive()
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
