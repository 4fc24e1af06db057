//! The catalogue (C1): what the upstream offers, cached in the database, refreshed in the background, never missing.

mod requests;

pub use requests::REASON_MAX;

use std::{
    collections::HashMap,
    sync::{Arc, OnceLock, RwLock},
    time::Duration,
};

use tokio::sync::watch;
use uuid::Uuid;

use super::{
    clock::{Clock, Rng},
    merge::{Patience, Upstream, UpstreamError},
    store::ports::{Store, StoreError},
    vault::sha256_hex,
};
use crate::domain::{
    backoff,
    catalogue::{CatalogueApp, DamagedCatalogue, LiveIntegration, merge_live, parse_bundled},
};

/// The list that comes with the program.
const BUNDLED: &str = include_str!("../../../catalogue/apps.json");
/// Between two refreshes that worked.
const REFRESH_EVERY: i64 = 60 * 60_000;
/// The longest wait after one that failed.
const RETRY_MAX: i64 = 10 * 60_000;

/// A list, as it was at one moment.
#[derive(Debug)]
pub struct Listed {
    apps: Vec<CatalogueApp>,
    by_slug: HashMap<String, usize>,
    live: bool,
    shelf: OnceLock<Shelf>,
}

/// The apps of a list as pages show them, made once for all pages.
#[derive(Debug)]
pub struct Shelf {
    /// The apps.
    pub apps: Arc<[CatalogueApp]>,
    /// A digest of them.
    pub version: Arc<str>,
}

impl Listed {
    fn new(apps: Vec<CatalogueApp>, live: bool) -> Self {
        let by_slug = apps.iter().enumerate().map(|(n, app)| (app.slug.clone(), n)).collect();
        Self { apps, by_slug, live, shelf: OnceLock::new() }
    }

    /// The apps as pages show them: what `shown` makes of each, which is asked once for a list.
    pub fn shelf(&self, shown: impl Fn(&CatalogueApp) -> Option<CatalogueApp>) -> &Shelf {
        self.shelf.get_or_init(|| {
            let apps: Arc<[CatalogueApp]> = self.apps.iter().filter_map(shown).collect();
            // Without JSON there is no digest, and nothing is taken for the same.
            let version = serde_json::to_vec(&apps).map_or_else(|_| Uuid::new_v4().to_string(), |json| sha256_hex(&json));
            Shelf { apps, version: version.into() }
        })
    }

    /// Every app.
    pub fn apps(&self) -> &[CatalogueApp] {
        &self.apps
    }

    /// One app.
    pub fn find(&self, slug: &str) -> Option<&CatalogueApp> {
        self.by_slug.get(slug).and_then(|n| self.apps.get(*n))
    }

    /// Whether the upstream said so, now or some time ago; otherwise it is the bundled list.
    pub const fn live(&self) -> bool {
        self.live
    }
}

/// The catalogue: always a list at hand, a better one as soon as there is one.
pub struct Catalogue {
    store: Arc<dyn Store>,
    upstream: Arc<dyn Upstream>,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    bundled: Vec<CatalogueApp>,
    current: RwLock<Arc<Listed>>,
}

/// Why a refresh did not bring a list.
#[derive(Debug, thiserror::Error)]
pub enum CatalogueError {
    /// The upstream failed.
    #[error(transparent)]
    Upstream(#[from] UpstreamError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The upstream's list is empty: that is a fault of its, not a list.
    #[error("the upstream lists no app")]
    Empty,
    /// The list that comes with the program cannot be read.
    #[error(transparent)]
    Bundled(#[from] DamagedCatalogue),
    /// A list cannot be written down.
    #[error("unwritable list: {0}")]
    Unwritable(#[from] serde_json::Error),
}

impl Catalogue {
    /// The catalogue with the list that was cached last, else the bundled one.
    pub async fn open(
        store: Arc<dyn Store>,
        upstream: Arc<dyn Upstream>,
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
    ) -> Result<Self, CatalogueError> {
        let bundled = parse_bundled(BUNDLED)?;
        let cached = match store.catalogue(upstream.base_url()).await? {
            Some((json, _)) => serde_json::from_str::<Vec<CatalogueApp>>(&json).ok(),
            None => None,
        };
        let current = match cached {
            Some(apps) => Listed::new(apps, true),
            None => Listed::new(bundled.clone(), false),
        };
        Ok(Self { store, upstream, clock, rng, bundled, current: RwLock::new(Arc::new(current)) })
    }

    /// The list as it is now.
    pub fn current(&self) -> Arc<Listed> {
        Arc::clone(&self.current.read().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// Asks the upstream; a failure keeps the list that is there.
    pub async fn refresh(&self) -> Result<(), CatalogueError> {
        let live: Vec<LiveIntegration> = self
            .upstream
            .integrations(Patience::Interactive)
            .await?
            .into_iter()
            .map(|app| LiveIntegration {
                name: app.name,
                slug: app.slug,
                categories: app.categories,
                image: app.image,
                square_image: app.square_image,
                color: app.color,
            })
            .collect();
        let apps = merge_live(live, &self.bundled);
        if apps.is_empty() {
            return Err(CatalogueError::Empty);
        }
        self.store.keep_catalogue(self.upstream.base_url(), &serde_json::to_string(&apps)?, self.clock.now()).await?;
        *self.current.write().unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(Listed::new(apps, true));
        Ok(())
    }

    /// Refreshes until `stop` turns true: at once, then every hour, sooner after a failure.
    pub async fn keep_fresh(&self, mut stop: watch::Receiver<bool>) {
        let mut failures = 0;
        while !*stop.borrow() {
            let wait = match self.refresh().await {
                Ok(()) => {
                    failures = 0;
                    REFRESH_EVERY
                }
                Err(error) => {
                    tracing::warn!(%error, "the list of apps could not be refreshed; the old one stays");
                    failures += 1;
                    backoff::delay(failures, 1_000, RETRY_MAX, self.rng.unit())
                }
            };
            tokio::select! {
                () = tokio::time::sleep(Duration::from_millis(wait.unsigned_abs())) => {}
                _ = stop.changed() => {}
            }
        }
    }
}
