//! The upstream's events (§8): verified and stored before they are answered, worked afterwards. What an event means stands in
//! [`crate::domain::webhook`]; here is how it comes in and who does what it asks for.

mod endpoint;
mod intake;
mod signature;
mod work;

use std::{fmt, sync::Arc};

use tokio::sync::{Notify, Semaphore};

use self::intake::Intake;
pub use self::{
    endpoint::routes,
    signature::{SIGNATURE, is_signed, sign},
};
use super::{
    clock::{Clock, Rng},
    linking::Linking,
    store::ports::{Store, inbox::NewHook},
    vault::Vault,
};
use crate::domain::{
    secret::Secret,
    webhook::{Envelope, Told},
};

/// The page whose window has just ended exchanges its own token; only when it has not done so by then is its browser taken for closed, in
/// milliseconds.
const BROWSER_MAY_TAKE: i64 = 15_000;

/// The identity under which the body of an event is sealed.
fn hook_identity(id: uuid::Uuid) -> String {
    format!("webhook_inbox:{id}")
}

/// What the inbox works with.
pub struct WebhookParts {
    /// The database.
    pub store: Arc<dyn Store>,
    /// The keys that seal bodies.
    pub vault: Arc<Vault>,
    /// Time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub rng: Arc<dyn Rng>,
    /// Who finishes links and confirms deletions.
    pub linking: Arc<Linking>,
    /// `MERGE_WEBHOOK_SECRET`: none switches the endpoint off.
    pub secrets: Vec<Secret>,
    /// Told when a job was queued.
    pub wake: Arc<Notify>,
}

/// The inbox and its worker.
pub struct Webhooks {
    parts: WebhookParts,
    intake: Intake,
    /// Told when an event was stored.
    arrived: Notify,
    /// Places for events that ask the upstream.
    asking: Semaphore,
}

impl fmt::Debug for Webhooks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhooks").finish_non_exhaustive()
    }
}

impl Webhooks {
    /// The inbox over its parts. Starts the task that stores, so it must be called inside of a runtime.
    pub fn new(parts: WebhookParts) -> Self {
        let intake = Intake::start(Arc::clone(&parts.store), Arc::clone(&parts.clock));
        Self { parts, intake, arrived: Notify::new(), asking: Semaphore::new(work::ASKING) }
    }

    /// Whether events are received at all.
    pub fn is_on(&self) -> bool {
        !self.parts.secrets.is_empty()
    }

    /// Whether the body was signed by the upstream.
    pub fn is_signed(&self, body: &[u8], sent: &[u8]) -> bool {
        is_signed(&self.parts.secrets, body, sent)
    }

    /// Says that an event waits that did not come in here.
    pub fn look_again(&self) {
        self.arrived.notify_one();
    }

    /// Stores a verified body; whether it is in the database, durably. One that is not an event is stored too: the operator sees it.
    pub async fn store(&self, body: &[u8]) -> bool {
        let id = self.parts.rng.uuid();
        let envelope = Envelope::parse(body);
        // Signed by the upstream and not text: it is kept as far as it is text.
        let text = Secret::new(String::from_utf8_lossy(body).into_owned());
        let Ok(sealed) = self.parts.vault.seal(&hook_identity(id), &text) else { return false };
        let linked = envelope.as_ref().is_some_and(|envelope| matches!(envelope.told, Told::Linked { .. }));
        let (event, linked_account_id) = envelope.map_or((None, None), |envelope| (Some(envelope.event), envelope.linked_account_id));
        let hook = NewHook {
            id,
            event,
            linked_account_id,
            body: sealed,
            // Keyed, so that nobody who reads the database can find out whether a body was this or that.
            body_hash: self.parts.vault.mac("webhook body", text.expose()),
            wait_millis: if linked { BROWSER_MAY_TAKE } else { 0 },
        };
        let stored = self.intake.store(hook).await;
        if stored {
            self.arrived.notify_one();
        }
        stored
    }
}
