//! Webhooks: signed, and sent with the upstream's rule of three attempts, unless a test tampers with them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::Sha256;
use url::Url;

use crate::error::SandboxError;
use crate::ids;

/// The header of the signature.
pub const SIGNATURE: &str = "X-Merge-Webhook-Signature";

/// Waits before the second and the third attempt.
const WAITS: [Duration; 2] = [Duration::from_secs(1), Duration::from_secs(2)];
/// One attempt's limit.
const PATIENCE: Duration = Duration::from_secs(10);
/// What is held for reordering goes out after this in any case.
const HELD: Duration = Duration::from_secs(3);
/// The oldest deliveries are forgotten above this many.
const KEPT: usize = 2_000;

/// A delivery and how it went.
#[derive(Clone, Debug, Serialize)]
pub struct Delivery {
    /// Counts up from 1.
    pub seq: u64,
    /// `LinkedAccount.linked`.
    pub event: String,
    /// Whose.
    pub origin_id: String,
    /// Where to.
    pub target: String,
    /// What was answered, attempt by attempt; null where nothing was.
    pub attempts: Vec<Option<u16>>,
    /// No attempt will follow.
    pub finished: bool,
    /// What a test had done to it.
    pub tampered: Option<Trick>,
    /// The bytes, for a replay.
    #[serde(skip)]
    pub body: Arc<str>,
}

/// What a test can have done to deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Trick {
    /// Never sent.
    Lose,
    /// Sent twice.
    Double,
    /// Held until as many as asked for have come, then sent in the opposite order; after a few seconds in any case.
    Reorder,
    /// Sent with a wrong signature.
    Forge,
}

/// A trick on the next deliveries that match.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Tamper {
    /// The trick.
    pub kind: Trick,
    /// On how many; counts down.
    pub times: u32,
    /// Only events of this name; `*` stands for any characters.
    #[serde(default)]
    pub event: Option<String>,
    /// Only an account with this origin id.
    #[serde(default)]
    pub origin_id: Option<String>,
    /// Only accounts of this organisation.
    #[serde(default)]
    pub organization: Option<String>,
}

/// What waits for others to overtake it.
type Held = Vec<(u64, Url, Arc<str>)>;

/// Sends webhooks.
#[derive(Debug)]
pub struct Webhooks {
    secret: String,
    seed: u64,
    target: RwLock<Option<Url>>,
    client: reqwest::Client,
    sent: Mutex<(u64, VecDeque<Delivery>)>,
    tampers: Mutex<(Vec<Tamper>, Held)>,
}

impl Webhooks {
    /// A sender without anything sent.
    ///
    /// # Errors
    /// When the HTTP client cannot be made.
    pub fn new(secret: String, target: Option<Url>, seed: u64) -> Result<Self, SandboxError> {
        // The client's default TLS asks the process for a cryptography provider and the machine for certificates; here neither is certain.
        let tls = rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()?
            .with_root_certificates(rustls::RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() })
            .with_no_client_auth();
        let client = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .no_proxy()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()?;
        Ok(Self { secret, seed, target: RwLock::new(target), client, sent: Mutex::default(), tampers: Mutex::default() })
    }

    /// Where webhooks go.
    pub fn target(&self) -> Option<Url> {
        self.target.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Sends webhooks there from now on, or nowhere.
    pub fn set_target(&self, target: Option<Url>) {
        *self.target.write().unwrap_or_else(PoisonError::into_inner) = target;
    }

    /// What was sent, oldest first.
    pub fn sent(&self) -> Vec<Delivery> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).1.iter().cloned().collect()
    }

    /// One delivery.
    pub fn delivery(&self, seq: u64) -> Option<Delivery> {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).1.iter().find(|d| d.seq == seq).cloned()
    }

    /// Plays a trick on the next deliveries.
    pub fn tamper(&self, tamper: Tamper) {
        self.tampers.lock().unwrap_or_else(PoisonError::into_inner).0.push(tamper);
    }

    /// The tricks in force.
    pub fn tampers(&self) -> Vec<Tamper> {
        self.tampers.lock().unwrap_or_else(PoisonError::into_inner).0.clone()
    }

    /// Plays no more tricks.
    pub fn leave_alone(&self) {
        self.tampers.lock().unwrap_or_else(PoisonError::into_inner).0.clear();
    }

    /// Forgets what was sent and plays no more tricks.
    pub fn forget(&self) {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).1.clear();
        self.leave_alone();
    }

    /// The signature of a body: base64url of HMAC-SHA256, padded.
    pub fn sign(&self, body: &[u8]) -> String {
        signature(self.secret.as_bytes(), body)
    }

    fn begin(&self, event: &str, origin_id: &str, target: &Url, body: Arc<str>, tampered: Option<Trick>) -> u64 {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.0 += 1;
        let seq = sent.0;
        sent.1.push_back(Delivery {
            seq,
            event: event.to_owned(),
            origin_id: origin_id.to_owned(),
            target: target.to_string(),
            attempts: Vec::new(),
            finished: tampered == Some(Trick::Lose),
            tampered,
            body,
        });
        if sent.1.len() > KEPT {
            sent.1.pop_front();
        }
        seq
    }

    fn note(&self, seq: u64, status: Option<u16>, finished: bool) {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(delivery) = sent.1.iter_mut().rev().find(|d| d.seq == seq) {
            delivery.attempts.push(status);
            delivery.finished = finished;
        }
    }

    /// The trick that this delivery meets, counted, and whether it is the last one of its kind.
    fn trick(&self, event: &str, origin_id: &str, organization: &str) -> Option<(Trick, bool)> {
        let mut tampers = self.tampers.lock().unwrap_or_else(PoisonError::into_inner);
        let same = |asked: &Option<String>, is: &str| asked.as_deref().is_none_or(|a| a == is);
        let met = tampers.0.iter_mut().find(|t| {
            t.times > 0
                && t.event.as_deref().is_none_or(|e| crate::faults::glob(e, event))
                && same(&t.origin_id, origin_id)
                && same(&t.organization, organization)
        })?;
        met.times -= 1;
        Some((met.kind, met.times == 0))
    }

    fn held(&self) -> std::sync::MutexGuard<'_, (Vec<Tamper>, Held)> {
        self.tampers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends an event about an account, in the background; nothing when there is no target.
pub fn send(world: &crate::world::World, event: &str, linked_account: Value, data: Value) {
    let webhooks = world.webhooks();
    let Some(target) = webhooks.target() else {
        return;
    };
    // The id names the configured hook, not the delivery: it recurs.
    let hook = json!({ "id": ids::stable_uuid(webhooks.seed, &["hook", event]), "event": event, "target": target.as_str() });
    let text = |name: &str| linked_account.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let (origin_id, organization) = (text("end_user_origin_id"), text("end_user_organization_name"));
    let body: Arc<str> = json!({ "hook": hook, "linked_account": linked_account, "data": data }).to_string().into();
    let trick = webhooks.trick(event, &origin_id, &organization);
    let seq = webhooks.begin(event, &origin_id, &target, body.clone(), trick.map(|(kind, _)| kind));
    let (later, world) = (world.clone(), world.clone());
    match trick {
        Some((Trick::Lose, _)) => {}
        Some((Trick::Double, _)) => drop(tokio::spawn(async move {
            deliver(&world, seq, target.clone(), body.clone(), false).await;
            deliver(&world, seq, target, body, false).await;
        })),
        Some((Trick::Forge, _)) => drop(tokio::spawn(async move { deliver(&world, seq, target, body, true).await })),
        Some((Trick::Reorder, last)) => {
            webhooks.held().1.push((seq, target, body));
            tokio::spawn(async move {
                if !last {
                    tokio::time::sleep(HELD).await;
                }
                let held = std::mem::take(&mut later.webhooks().held().1);
                for (seq, target, body) in held.into_iter().rev() {
                    deliver(&later, seq, target, body, false).await;
                }
            });
        }
        None => drop(tokio::spawn(async move { deliver(&world, seq, target, body, false).await })),
    }
}

/// Sends the same bytes again, as a delivery of its own; its number, or `None` without a target.
pub fn replay(world: &crate::world::World, delivery: &Delivery) -> Option<u64> {
    let target = world.webhooks().target()?;
    let body = delivery.body.clone();
    let seq = world.webhooks().begin(&delivery.event, &delivery.origin_id, &target, body.clone(), None);
    let world = world.clone();
    tokio::spawn(async move { deliver(&world, seq, target, body, false).await });
    Some(seq)
}

async fn deliver(world: &crate::world::World, seq: u64, target: Url, body: Arc<str>, forged: bool) {
    let webhooks = world.webhooks();
    let signature = if forged { signature(b"not the secret", body.as_bytes()) } else { webhooks.sign(body.as_bytes()) };
    let mut waits = WAITS.into_iter();
    loop {
        let request = webhooks.client.post(target.clone()).header("content-type", "application/json").header(SIGNATURE, &signature);
        let status = request.body(body.to_string()).send().await.ok().map(|r| r.status().as_u16());
        let again = status.is_none_or(|s| s >= 500);
        let wait = if again { waits.next() } else { None };
        webhooks.note(seq, status, wait.is_none());
        match wait {
            Some(wait) => tokio::time::sleep(wait).await,
            None => return,
        }
    }
}

fn signature(key: &[u8], body: &[u8]) -> String {
    // HMAC takes a key of any length, so this never fails.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return String::new();
    };
    mac.update(body);
    URL_SAFE.encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_as_the_documented_vectors_say() {
        let sign = |body: &str| signature(b"test_signature_key", body.as_bytes());
        assert_eq!(sign(r#"{"hook":{"event":"LinkedAccount.linked"}}"#), "yFGNL2BB-a2ngBA9hrgOlwQqWtFAG_bxalffDxCgigc=");
        assert_eq!(sign(r#"{"n":14}"#), "efSx4lszuecIcyEbh2OqfG-RfTte7z4OdIJHu2_xtaM=");
    }
}
