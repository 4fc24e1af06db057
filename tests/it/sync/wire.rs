//! The sync over a real database and real HTTP against the sandbox; time passes when the test says so.

use std::{
    collections::BTreeMap,
    pin::pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use patchbay::{
    domain::{category::Category, ids::AccountId, secret::Secret},
    server::{
        clock::{SystemRng, SystemTimer, Timer},
        jobs::{Handler as _, Outcome},
        merge::{HttpUpstream, UpstreamSetup},
        store::ports::{sync::ModelSync, *},
        sync::{KINDS, Overview, REFRESH, SyncConfig, SyncParts, Syncing},
        vault::sha256_hex,
    },
};
use patchbay_sandbox::SandboxConfig;
use serde_json::{Value, json};
use tokio::sync::Notify;

use super::bench::vault;
use crate::{
    linking::harness::{Bench, Wishes},
    store::harness::TestDb,
};

/// Where they are listed.
pub const EMPLOYEES_PATH: &str = "/api/hris/v1/employees";
/// Employees of the account; three pages of them.
pub const EMPLOYEES: usize = 250;
/// Records of each of its other models.
const OTHERS: usize = 5;

/// A timer that the test moves. What is under way has real time as well, so that nothing hangs for ever.
#[derive(Debug, Default)]
pub struct HandTimer {
    ahead: AtomicU64,
    moved: Notify,
}

impl HandTimer {
    pub fn advance(&self, time: Duration) {
        self.ahead.fetch_add(u64::try_from(time.as_millis()).unwrap(), Ordering::SeqCst);
        self.moved.notify_waiters();
    }
}

#[async_trait]
impl Timer for HandTimer {
    fn elapsed(&self) -> Duration {
        SystemTimer.elapsed() + Duration::from_millis(self.ahead.load(Ordering::SeqCst))
    }

    async fn pause(&self, time: Duration) {
        self.advance(time);
    }

    async fn limit(&self, time: Duration) {
        let end = self.elapsed() + time;
        loop {
            let mut moved = pin!(self.moved.notified());
            moved.as_mut().enable();
            let Some(left) = end.checked_sub(self.elapsed()) else { return };
            tokio::select! {
                () = moved => {}
                () = SystemTimer.limit(left) => return,
            }
        }
    }
}

pub struct Wire {
    pub bench: Bench,
    pub syncing: Arc<Syncing>,
    pub timer: Arc<HandTimer>,
    pub admin: Person,
    pub account: LinkedAccount,
    /// The upstream's id of it.
    pub upstream: String,
}

impl Wire {
    /// An account whose first sync is over upstream, and of which nothing was fetched here.
    pub async fn new(db: TestDb) -> Self {
        let sandbox = SandboxConfig {
            records: BTreeMap::from([
                ("Employee".to_owned(), u32::try_from(EMPLOYEES).unwrap()),
                ("*".to_owned(), u32::try_from(OTHERS).unwrap()),
            ]),
            sync_interval: Duration::from_secs(24 * 3_600),
            ..SandboxConfig::default()
        };
        let bench = Bench::with(db, Wishes { sandbox, ..Wishes::default() }).await;
        let timer = Arc::new(HandTimer::default());
        let upstream = HttpUpstream::new(UpstreamSetup {
            base_url: bench.sandbox.api_base_url(),
            key: Secret::new(bench.sandbox.api_key()),
            clock: bench.clock.clone(),
            rng: Arc::new(SystemRng),
            timer: timer.clone(),
        });
        let syncing = Arc::new(Syncing::new(SyncParts {
            store: Arc::clone(&bench.db.store),
            upstream: Arc::new(upstream.unwrap()),
            vault: Arc::new(vault()),
            clock: bench.clock.clone(),
            rng: Arc::new(SystemRng),
            timer: timer.clone(),
            config: SyncConfig { requests_per_minute: 1_000_000, poll_scale: 1.0 },
            wake: Arc::new(Notify::new()),
        }));
        let admin = bench.admin("Acme").await;
        let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
        let upstream = account.linked_account_id.clone().unwrap();
        let wire = Self { bench, syncing, timer, admin, account, upstream };
        wire.upstream_waits(60).await;
        wire
    }

    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// So many seconds pass upstream.
    pub async fn upstream_waits(&self, seconds: u32) {
        self.bench.control("POST", "/clock", json!({ "seconds": seconds })).await;
    }

    /// How many requests of this path the upstream has received.
    pub async fn asked(&self, path: &str) -> usize {
        self.bench.asked(path).await.len()
    }

    /// Breaks what matches: a fault with its `match`.
    pub async fn breaks(&self, fault: Value) {
        self.bench.control("POST", "/faults", fault).await;
    }

    /// Looks, whatever was planned, until nothing is left to do at once; what the last job came to, and how long it wants to wait.
    pub async fn refresh(&self) -> Outcome {
        self.bench.db.store.enqueue(REFRESH, self.id().0, 0).await.unwrap();
        self.work().await
    }

    /// Does what is due now.
    pub async fn work(&self) -> Outcome {
        let store = &self.bench.db.store;
        let mut last = Outcome::Done;
        for _ in 0..100 {
            let Some(job) = store.claim(&KINDS, 60_000).await.unwrap() else { return last };
            last = self.syncing.handle(&job).await;
            match &last {
                Outcome::Done => store.done(&job).await.unwrap(),
                Outcome::Again { reason, .. } => store.again(&job, 3_600_000, reason).await.unwrap(),
                Outcome::Dead(reason) => panic!("{reason}"),
            }
        }
        panic!("the jobs do not come to an end");
    }

    pub async fn now(&self) -> LinkedAccount {
        self.bench.account(&self.admin, self.id()).await.unwrap()
    }

    pub async fn overview(&self) -> Overview {
        self.syncing.sync_overview(&self.admin.org(), self.id()).await.unwrap()
    }

    pub async fn state(&self, model: &str) -> Option<ModelSync> {
        let states = self.bench.db.store.sync_states(&self.admin.org(), self.id()).await.unwrap();
        states.into_iter().find(|state| state.model == model)
    }

    /// What we hold of a model.
    pub async fn stored(&self, model: &str) -> Held {
        held(&self.bench.db, &self.id().to_string(), model).await
    }

    /// What the upstream says that we should hold.
    pub async fn truth(&self, model: &str) -> Held {
        told(&self.bench.control("GET", &truth_of(&self.upstream, model), Value::Null).await)
    }

    /// Records change upstream, and a sync that sees it is over.
    pub async fn upstream_changes(&self, model: &str, what: Value) {
        let path = format!("/accounts/{}/records/{model}", self.upstream);
        self.bench.control("POST", &path, json!({ "records": what, "webhooks": false })).await;
        self.bench.control("POST", &format!("/accounts/{}/sync", self.upstream), json!({})).await;
        self.upstream_waits(60).await;
    }

    /// Everything is here, is shown as it is, and is what the upstream has.
    pub async fn agrees(&self) {
        let overview = self.overview().await;
        assert!(overview.models.len() > 5, "{overview:?}");
        for model in &overview.models {
            let name = model.spec.name();
            let (stored, truth) = (self.stored(name).await, self.truth(name).await);
            assert_eq!(stored, truth, "{name}");
            assert!(model.ready && model.problem.is_none(), "{model:?}");
            let living = stored.values().filter(|(lives, _)| *lives).count();
            assert_eq!(model.records, i64::try_from(living).unwrap(), "{name}");
        }
        assert!(overview.summary.sync_complete && self.now().await.initial_sync_completed);
        // Each change has a number of its own.
        let all = self.bench.db.number("SELECT count(*) FROM records").await;
        assert_eq!(self.bench.db.number("SELECT count(DISTINCT change_seq) FROM records").await, all);
    }

    /// What is half-done is not shown as done.
    pub async fn employees_are_not_ready(&self, what: &str) {
        let overview = self.overview().await;
        let employees = overview.models.iter().find(|model| model.spec.name() == "Employee");
        assert!(employees.is_none_or(|model| !model.ready && model.data_as_of.is_none()), "{what}: {employees:?}");
        if let Some(model) = employees {
            assert_eq!(model.records, i64::try_from(self.stored("Employee").await.len()).unwrap(), "{what}");
        }
        let readable = self.bench.db.store.readable(&self.admin.org(), self.id(), "Employee").await.unwrap();
        assert!(readable.is_some_and(|readable| !readable.complete), "{what}");
    }
}

/// Every page of employees but the first.
pub fn later_pages() -> Value {
    json!({ "path": EMPLOYEES_PATH, "query": "*cursor=*" })
}

/// Records by id: whether each lives, and the checksum of what it says.
pub type Held = BTreeMap<String, (bool, String)>;

/// What we hold of a model.
pub async fn held(db: &TestDb, account: &str, model: &str) -> Held {
    let rows = db
        .texts(&format!(
            "SELECT merge_id || ' ' || CASE WHEN deleted_at IS NULL THEN 'lives' ELSE 'deleted' END || ' ' || CAST(fields AS TEXT) \
             FROM records WHERE account_id = '{account}' AND model = '{model}'"
        ))
        .await;
    let row = |row: &String| {
        let (id, rest) = row.split_once(' ').unwrap();
        let (word, fields) = rest.split_once(' ').unwrap();
        let fields: Value = serde_json::from_str(fields).unwrap();
        (id.to_owned(), (word == "lives", sha256_hex(canonical(&fields))))
    };
    rows.iter().map(row).collect()
}

/// Where the sandbox says what we should hold.
pub fn truth_of(upstream: &str, model: &str) -> String {
    format!("/accounts/{upstream}/records/{model}?limit=5000")
}

/// What it says there.
pub fn told(answer: &Value) -> Held {
    let text = |record: &Value, name: &str| record[name].as_str().unwrap().to_owned();
    let records = answer["records"].as_array().unwrap();
    records.iter().map(|record| (text(record, "id"), (record["deleted"] == false, text(record, "sha256")))).collect()
}

/// The JSON without spaces and with sorted keys.
pub fn canonical(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let sorted: BTreeMap<&String, &Value> = members.iter().collect();
            let parts: Vec<String> = sorted.into_iter().map(|(name, value)| format!("{}:{}", json!(name), canonical(value))).collect();
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(all) => format!("[{}]", all.iter().map(canonical).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}
