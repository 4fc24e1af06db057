//! The logo proxy (§13): pages load logos from us, so that no page tells a third party who looks at what, and `img-src 'self'` holds. A
//! logo that does not come is a 404, and the page shows its monogram.

mod address;
mod fetch;
mod sniff;
#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Router,
    extract::{Path, Query, State},
    http::{HeaderName, StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use bytes::Bytes;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use tokio::sync::{OnceCell, Semaphore};

use self::{
    fetch::{Internet, Network},
    sniff::Kind,
};
use super::clock::Timer;

/// The memory that logos may take altogether, in bytes.
const MEMORY_MAX: usize = 8 << 20;
/// Logos, and failures to get one, that are remembered.
const ENTRIES_MAX: usize = 1024;
/// How long a failure is believed.
const FAILURE: Duration = Duration::from_secs(300);
/// Fetches at the same time.
const FETCHES_MAX: usize = 8;

/// An image that was fetched.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Logo {
    kind: Kind,
    bytes: Bytes,
}

/// Filled once, however many ask; `None`: it did not come.
type Slot = Arc<OnceCell<Option<Logo>>>;

struct Entry {
    slot: Slot,
    since: Duration,
    used: Duration,
}

/// Says where an app's logo is, by its slug.
pub type LogoSource = Box<dyn Fn(&str) -> Option<String> + Send + Sync>;

/// The proxy with its memory.
pub struct Logos {
    source: LogoSource,
    network: Box<dyn Network>,
    timer: Arc<dyn Timer>,
    fetches: Semaphore,
    entries: Mutex<HashMap<String, Entry>>,
}

impl fmt::Debug for Logos {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Logos")
    }
}

#[derive(Deserialize)]
struct Version {
    v: Option<String>,
}

/// The path under which pages load the logo of an app. It changes with the logo's address, so that browsers may keep it for ever.
pub fn path(slug: &str, address: &str) -> String {
    format!("/logos/{slug}?v={}", version(address))
}

fn version(address: &str) -> String {
    Sha256::digest(address).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}

impl Logos {
    /// A proxy that knows the apps by `source`: the address of the logo of a slug, as the catalogue has it now.
    ///
    /// # Errors
    /// When TLS cannot be set up.
    pub fn new(source: LogoSource, timer: Arc<dyn Timer>) -> Result<Self, rustls::Error> {
        Ok(Self::over(source, timer, Box::new(Internet::new()?)))
    }

    fn over(source: LogoSource, timer: Arc<dyn Timer>, network: Box<dyn Network>) -> Self {
        Self { source, network, timer, fetches: Semaphore::new(FETCHES_MAX), entries: Mutex::default() }
    }

    /// `GET /logos/{slug}`. Logos are public: they say nothing of anybody.
    pub fn router<S: Clone + Send + Sync + 'static>(self: Arc<Self>) -> Router<S> {
        Router::new().route("/logos/{slug}", get(show)).with_state(self)
    }

    async fn logo(&self, address: &str) -> Option<Logo> {
        let slot = self.slot(address);
        let logo = slot
            .get_or_init(async || {
                let _permit = self.fetches.acquire().await.ok()?;
                match fetch::fetch(address, &*self.network, &self.timer).await {
                    Ok(logo) => Some(logo),
                    Err(error) => {
                        tracing::debug!(address, %error, "no logo");
                        None
                    }
                }
            })
            .await
            .clone();
        self.tidy();
        logo
    }

    fn slot(&self, address: &str) -> Slot {
        let now = self.timer.elapsed();
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = entries.entry(address.to_owned()).or_insert_with(|| Entry { slot: Slot::default(), since: now, used: now });
        if matches!(entry.slot.get(), Some(None)) && now >= entry.since.saturating_add(FAILURE) {
            *entry = Entry { slot: Slot::default(), since: now, used: now };
        }
        entry.used = now;
        entry.slot.clone()
    }

    /// Forgets what was used longest ago until the rest fits.
    fn tidy(&self) {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        let size = |entry: &Entry| entry.slot.get().and_then(Option::as_ref).map_or(0, |logo| logo.bytes.len());
        let mut total: usize = entries.values().map(size).sum();
        while total > MEMORY_MAX || entries.len() > ENTRIES_MAX {
            let oldest = entries.iter().min_by_key(|(_, entry)| entry.used).map(|(address, entry)| (address.clone(), size(entry)));
            let Some((address, size)) = oldest else { return };
            entries.remove(&address);
            total = total.saturating_sub(size);
        }
    }
}

async fn show(State(logos): State<Arc<Logos>>, Path(slug): Path<String>, Query(asked): Query<Version>) -> Response {
    let address = (logos.source)(&slug);
    let logo = match &address {
        Some(address) => logos.logo(address).await,
        None => None,
    };
    let (Some(address), Some(logo)) = (address, logo) else {
        return (StatusCode::NOT_FOUND, [(header::CACHE_CONTROL, "public, max-age=60")]).into_response();
    };
    let cache = if asked.v == Some(version(&address)) { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let headers: [(HeaderName, &str); 5] = [
        (header::CONTENT_TYPE, logo.kind.media_type()),
        (header::CACHE_CONTROL, cache),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // An SVG that is opened by itself is a page; this one can do nothing.
        (header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; style-src 'unsafe-inline'"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    (headers, logo.bytes).into_response()
}
