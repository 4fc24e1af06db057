//! The upstream's events (§8): what the endpoint answers and keeps, and what the worker makes of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod endpoint;
mod linked;
mod single;
mod tampered;
mod whole;
mod work;

use std::sync::Arc;

use patchbay::{
    domain::{category::Category, secret::Secret},
    server::{
        clock::{Clock, SystemRng},
        store::ports::{LinkedAccount, inbox::*},
        vault::Vault,
        webhooks::{WebhookParts, Webhooks},
    },
};
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::{linking::harness::Bench, store::harness::TestDb};

/// One process's inbox over the linking use cases, with its sandbox.
struct Desk {
    bench: Bench,
    webhooks: Arc<Webhooks>,
}

/// The inbox of a process over its linking.
pub fn webhooks(bench: &Bench) -> Arc<Webhooks> {
    let clock: Arc<dyn Clock> = bench.clock.clone();
    let keys = Secret::new("k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    Arc::new(Webhooks::new(WebhookParts {
        store: Arc::clone(&bench.db.store),
        vault: Arc::new(Vault::new(&keys, Secret::new("a session secret for tests")).unwrap()),
        clock,
        rng: Arc::new(SystemRng),
        linking: Arc::clone(&bench.linking),
        secrets: vec![Secret::new("whsec")],
        wake: Arc::new(Notify::new()),
    }))
}

impl Desk {
    async fn new(db: TestDb) -> Self {
        let bench = Bench::new(db).await;
        let webhooks = webhooks(&bench);
        Self { bench, webhooks }
    }

    /// An event comes in.
    async fn comes(&self, event: &Value) {
        assert!(self.webhooks.store(event.to_string().as_bytes()).await);
    }

    /// Time passes, and everything that waits is worked.
    async fn works(&self) -> usize {
        self.bench.db.execute("UPDATE webhook_inbox SET run_at = 0").await.unwrap();
        self.webhooks.work_due().await.unwrap()
    }

    /// Every event's name and state, the oldest first.
    async fn inbox(&self) -> Vec<(String, HookState)> {
        let mut lines = self.bench.db.store.hooks(None, 100).await.unwrap();
        lines.reverse();
        lines.into_iter().map(|line| (line.event.unwrap_or_default(), line.state)).collect()
    }

    async fn jobs(&self, kind: &str) -> i64 {
        self.bench.db.number(&format!("SELECT count(*) FROM jobs WHERE kind = '{kind}'")).await
    }
}

/// An event about one of the sandbox's accounts, as it sends it.
fn about(upstream: &Value, event: &str, data: Value) -> Value {
    json!({
        "hook": { "id": "e8affe31-8ae0-4b37-8c50-d86303094dc4", "event": event, "target": "https://app.example/hook" },
        "linked_account": {
            "id": upstream["id"], "category": upstream["category"], "end_user_origin_id": upstream["origin_id"], "integration": "BambooHR",
            "integration_slug": "bamboohr", "status": "COMPLETE",
        },
        "data": data,
    })
}

/// An event about one of our accounts.
fn of(account: &LinkedAccount, event: &str, data: Value) -> Value {
    about(&json!({ "id": account.linked_account_id, "category": account.category, "origin_id": account.end_user_origin_id }), event, data)
}

/// A link whose window was finished and whose browser was closed before it could say so: the upstream's account.
async fn closed_browser(bench: &Bench, person: &patchbay::server::store::ports::Person, app: &str) -> Value {
    let token = bench.connect(person, Category::Hris, app).await;
    bench.finish_window(&token, None).await;
    bench.upstream_accounts().await.pop().unwrap()
}
