//! Embedding (P3): a host product brings its people into a frame. What it signed is checked here; what it may say is a rule of
//! [`crate::domain::embedding`].

pub mod keys;
mod signature;

use std::{fmt, sync::Arc};

use self::signature::Signatures;
use super::{
    clock::{Clock, Rng},
    config::Config,
    security::cookie::{self, FRAME_SECONDS},
    store::ports::{
        Store,
        embedding::{Entry, FrameSession},
    },
    vault::sha256_hex,
};
use crate::domain::{
    embedding::{Refusal, judge},
    ids::{OrganizationId, UserId},
    secret::Secret,
    theme::Theme,
};

/// The use cases of frames.
pub struct Embedding {
    origins: Vec<String>,
    signatures: Signatures,
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
}

impl Embedding {
    /// The use cases over their ports.
    pub fn new(config: &Config, store: Arc<dyn Store>, clock: Arc<dyn Clock>, rng: Arc<dyn Rng>) -> Self {
        let audience = config.public_url.origin().ascii_serialization();
        let signatures = Signatures::new(config.embed_keys.clone(), &audience);
        Self { origins: config.embed_origins.clone(), signatures, store, clock, rng }
    }

    /// Whether there is any host product.
    pub fn is_on(&self) -> bool {
        !self.origins.is_empty()
    }

    /// Whether pages of this origin may embed ours.
    pub fn admits(&self, origin: &str) -> bool {
        self.origins.iter().any(|known| known == origin)
    }

    /// Lets somebody in whom a page of this origin brings: the value of the cookie of their session.
    ///
    /// # Errors
    /// Why not; nothing was written then.
    pub async fn enter(&self, token: &Secret, origin: &str, theme: Theme) -> Result<Secret, Refusal> {
        let now = self.clock.now();
        let claims = self.signatures.check(token)?;
        let ticket = judge(claims, now)?;
        let cookie = cookie::fresh(self.rng.as_ref());
        let entry = Entry {
            ticket,
            organization: OrganizationId(self.rng.uuid()),
            user: UserId(self.rng.uuid()),
            session: FrameSession {
                token_hash: sha256_hex(cookie.expose()),
                expires_at: now.plus_millis(FRAME_SECONDS.saturating_mul(1000)),
                origin: origin.to_owned(),
                theme,
            },
        };
        match self.store.enter(&entry, now).await {
            Ok(true) => Ok(cookie),
            Ok(false) => Err(Refusal::Used),
            Err(error) => {
                tracing::error!(%error, "the store failed");
                Err(Refusal::Unavailable)
            }
        }
    }
}

impl fmt::Debug for Embedding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Embedding").field("origins", &self.origins).finish_non_exhaustive()
    }
}
