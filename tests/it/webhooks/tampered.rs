//! The sandbox's own events over real HTTP, lost, doubled, reordered and forged on their way to the real program (W1 to W4, S7).

use std::{collections::BTreeMap, time::Duration};

use patchbay::server::sync::REFRESH;
use patchbay_sandbox::SandboxConfig;
use serde_json::{Value, json};

use crate::{
    store::harness::TestDb,
    sync::wire::{held, told, truth_of},
    whole::program::{Program, Setup, until},
};

both!(events_that_are_lost_doubled_reordered_or_forged_end_the_same);

struct Scene {
    program: Program,
    account: String,
    upstream: String,
}

impl Scene {
    async fn new(db: TestDb) -> Self {
        let sandbox = SandboxConfig {
            records: BTreeMap::from([("Employee".to_owned(), 150), ("*".to_owned(), 5)]),
            initial_sync: Duration::from_secs(1),
            sync_interval: Duration::from_secs(24 * 3_600),
            ..SandboxConfig::default()
        };
        let vars = &[("RUST_LOG", "info"), ("UPSTREAM_REQUESTS_PER_MINUTE", "100000")];
        let program = Program::with(db, Setup { sandbox, vars }).await;
        let account = program.admin("Acme").await.connected("hris", "bamboohr").await;
        let upstream = program.control("GET", "/accounts", Value::Null).await["accounts"][0]["id"].as_str().unwrap().to_owned();
        let scene = Self { program, account, upstream };
        scene.program.control("POST", "/clock", json!({ "seconds": 60 })).await;
        scene.agrees().await;
        // From now on nothing is looked for unless something says so: it was connected long ago.
        scene.program.db.execute("UPDATE linked_accounts SET connected_at = connected_at - 3600000").await.unwrap();
        scene.poll().await;
        scene.agrees().await;
        let hook = format!("{}/api/merge/webhook", scene.program.base);
        scene.program.sandbox.set_webhook_target(Some(hook.parse().unwrap()));
        scene
    }

    /// The time of the next look has come.
    async fn poll(&self) {
        self.program.db.store.enqueue(REFRESH, self.account.parse().unwrap(), 0).await.unwrap();
    }

    async fn agrees(&self) {
        until("the data equal the upstream's", || async {
            let truth = told(&self.program.control("GET", &truth_of(&self.upstream, "Employee"), Value::Null).await);
            (held(&self.program.db, &self.account, "Employee").await == truth).then_some(())
        })
        .await;
    }

    /// What was sent since, when all of it has ended: what was answered to each.
    async fn sent(&self, after: u64) -> Vec<Vec<u64>> {
        until("everything was sent", || async {
            let webhooks = self.program.control("GET", "/webhooks", Value::Null).await;
            let mine: Vec<Value> =
                webhooks["deliveries"].as_array().unwrap().iter().filter(|one| one["seq"].as_u64().unwrap() > after).cloned().collect();
            let attempts = |one: &Value| one["attempts"].as_array().unwrap().iter().filter_map(Value::as_u64).collect::<Vec<_>>();
            let ended = |one: &Value| one["finished"] == true && (one["tampered"] != "double" || attempts(one).len() == 2);
            let told = mine.iter().any(|one| one["event"] == "LinkedAccount.sync_completed");
            (told && mine.iter().all(ended)).then(|| mine.iter().map(attempts).collect())
        })
        .await
    }

    async fn last_seq(&self) -> u64 {
        let webhooks = self.program.control("GET", "/webhooks", Value::Null).await;
        webhooks["deliveries"].as_array().unwrap().last().map_or(0, |one| one["seq"].as_u64().unwrap())
    }

    async fn inbox(&self, state: &str) -> i64 {
        self.program.db.number(&format!("SELECT count(*) FROM webhook_inbox WHERE state {state}")).await
    }
}

async fn events_that_are_lost_doubled_reordered_or_forged_end_the_same(db: TestDb) {
    let scene = Scene::new(db).await;
    for (trick, answers) in [
        (None, vec![200]),
        (Some("double"), vec![200, 200]),
        (Some("reorder"), vec![200]),
        (Some("forge"), vec![401]),
        (Some("lose"), vec![]),
    ] {
        let (seq, kept) = (scene.last_seq().await, scene.inbox("<> ''").await);
        if let Some(trick) = trick {
            scene.program.control("POST", "/webhooks/tamper", json!({ "kind": trick, "times": 1_000 })).await;
        }
        let changes = json!({ "changes": { "changed": 4, "added": 3, "removed": 2 } });
        scene.program.control("PUT", &format!("/accounts/{}/models/Employee", scene.upstream), changes).await;
        scene.program.control("POST", &format!("/accounts/{}/sync", scene.upstream), json!({})).await;
        scene.program.control("POST", "/clock", json!({ "seconds": 60 })).await;
        let sent = scene.sent(seq).await;
        assert!(sent.len() > 10 && sent.iter().all(|one| *one == answers), "{trick:?}: {sent:?}");
        if matches!(trick, Some("forge" | "lose")) {
            assert_eq!(scene.inbox("<> ''").await, kept, "{trick:?}: nothing is kept of it");
            // Nobody has heard of it; the next look finds it.
            scene.poll().await;
        }
        scene.agrees().await;
        until("the inbox is empty", || async { (scene.inbox("<> 'done'").await == 0).then_some(()) }).await;
        scene.program.control("DELETE", "/webhooks/tamper", json!({})).await;
    }
    let db = &scene.program.db;
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE body IS NOT NULL").await, 0);
    assert_eq!(
        db.number("SELECT count(DISTINCT change_seq) FROM records").await,
        db.number("SELECT count(*) FROM records").await,
        "each change has a number of its own"
    );
}
