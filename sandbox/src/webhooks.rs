//! Webhooks: signed, and sent with the upstream's rule of three attempts.

use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE;
use hmac::{Hmac, KeyInit, Mac};
use serde::Serialize;
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
}

/// Sends webhooks.
#[derive(Debug)]
pub struct Webhooks {
    secret: String,
    seed: u64,
    target: RwLock<Option<Url>>,
    client: reqwest::Client,
    sent: Mutex<(u64, Vec<Delivery>)>,
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
        Ok(Self { secret, seed, target: RwLock::new(target), client, sent: Mutex::default() })
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
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).1.clone()
    }

    /// Forgets what was sent.
    pub fn forget(&self) {
        self.sent.lock().unwrap_or_else(PoisonError::into_inner).1.clear();
    }

    /// The signature of a body: base64url of HMAC-SHA256, padded.
    pub fn sign(&self, body: &[u8]) -> String {
        signature(self.secret.as_bytes(), body)
    }

    fn begin(&self, event: &str, origin_id: &str, target: &Url) -> u64 {
        let mut sent = self.sent.lock().unwrap_or_else(PoisonError::into_inner);
        sent.0 += 1;
        let seq = sent.0;
        sent.1.push(Delivery {
            seq,
            event: event.to_owned(),
            origin_id: origin_id.to_owned(),
            target: target.to_string(),
            attempts: Vec::new(),
            finished: false,
        });
        if sent.1.len() > KEPT {
            sent.1.remove(0);
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
}

/// Sends an event about an account, in the background; nothing when there is no target.
pub fn send(world: &crate::world::World, event: &str, linked_account: Value, data: Value) {
    let webhooks = world.webhooks();
    let Some(target) = webhooks.target() else {
        return;
    };
    // The id names the configured hook, not the delivery: it recurs.
    let hook = json!({ "id": ids::stable_uuid(webhooks.seed, &["hook", event]), "event": event, "target": target.as_str() });
    let origin_id = linked_account.get("end_user_origin_id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let body = json!({ "hook": hook, "linked_account": linked_account, "data": data }).to_string();
    let seq = webhooks.begin(event, &origin_id, &target);
    let world = world.clone();
    tokio::spawn(async move { deliver(&world, seq, target, body).await });
}

async fn deliver(world: &crate::world::World, seq: u64, target: Url, body: String) {
    let webhooks = world.webhooks();
    let signature = webhooks.sign(body.as_bytes());
    let mut waits = WAITS.into_iter();
    loop {
        let request = webhooks.client.post(target.clone()).header("content-type", "application/json").header(SIGNATURE, &signature);
        let status = request.body(body.clone()).send().await.ok().map(|r| r.status().as_u16());
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
