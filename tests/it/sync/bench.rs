//! The sync over a real database and an upstream in memory.

use std::{collections::BTreeMap, sync::Arc};

use patchbay::{
    domain::{category::Category, ids::AccountId, people::Org, secret::Secret},
    server::{
        clock::SystemRng,
        jobs::{Handler as _, Outcome},
        merge::Upstream,
        store::ports::{sync::*, *},
        sync::{KINDS, REFRESH, SyncConfig, SyncParts, Syncing},
        vault::{Vault, account_identity},
    },
};

use super::world::World;
use crate::{
    linking::harness::{HandClock, Impatient},
    store::harness::{NOW, TestDb, activation, begin, claim_of, mine, organization, ready},
};

/// A model with time filters and one without.
pub const INVOICES: (&str, &str, bool) = ("accounting.Invoice", "invoices", true);
pub const TERMS: (&str, &str, bool) = ("accounting.PaymentTerm", "payment-terms", false);

pub fn vault() -> Vault {
    let keys = Secret::new(format!("k1:{}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    Vault::new(&keys, Secret::new("a session secret for tests")).unwrap()
}

pub fn syncing(store: Arc<dyn Store>, world: Arc<World>, clock: Arc<HandClock>) -> Arc<Syncing> {
    let upstream: Arc<dyn Upstream> = world;
    Arc::new(Syncing::new(SyncParts {
        store,
        upstream,
        vault: Arc::new(vault()),
        clock,
        rng: Arc::new(SystemRng),
        timer: Arc::new(Impatient),
        config: SyncConfig { requests_per_minute: 1_000_000, poll_scale: 1.0 },
        wake: Arc::new(tokio::sync::Notify::new()),
    }))
}

/// An accounting app all the way to connected, with a token that opens.
pub async fn connected(store: &dyn Store, org: &Org) -> LinkedAccount {
    let wanted = BeginConnect { category: Category::Accounting, ..begin(org, "ledger") };
    let account = ready(store, org, &wanted).await;
    assert!(store.link_token_issued(org, wanted.attempt, NOW).await.unwrap());
    let attempt = mine(store, org, &claim_of(&uuid::Uuid::new_v4().to_string(), Some(wanted.attempt))).await;
    let mut told = activation(&attempt, &account);
    told.account_token = vault().seal(&account_identity(account.id), &Secret::new("account-token")).unwrap();
    match store.activate(org, &told, NOW).await.unwrap() {
        Activated::Linked { account, .. } => *account,
        other => panic!("{other:?}"),
    }
}

/// A relink of it, with the identity that the upstream tells.
pub async fn relinked(store: &dyn Store, org: &Org, account: &LinkedAccount, upstream_id: &str, now: patchbay::domain::time::Timestamp) {
    let attempt = mine(store, org, &claim_of(&uuid::Uuid::new_v4().to_string(), None)).await;
    let mut told = activation(&attempt, account);
    told.account_token = vault().seal(&account_identity(account.id), &Secret::new("account-token")).unwrap();
    told.linked_account_id = upstream_id.to_owned();
    assert!(matches!(store.activate(org, &told, now).await.unwrap(), Activated::Relinked { .. }));
}

pub struct Bench {
    pub db: TestDb,
    pub world: Arc<World>,
    pub clock: Arc<HandClock>,
    pub syncing: Arc<Syncing>,
    pub org: Org,
    pub account: LinkedAccount,
}

impl Bench {
    pub async fn new(db: TestDb, models: &[(&'static str, &'static str, bool)]) -> Self {
        let clock = Arc::new(HandClock::at(NOW.0));
        let world = World::new(Arc::clone(&clock), 0, models);
        let syncing = syncing(Arc::clone(&db.store), Arc::clone(&world), Arc::clone(&clock));
        let org = organization(&*db.store, "Acme").await;
        let account = connected(&*db.store, &org).await;
        Self { db, world, clock, syncing, org, account }
    }

    pub fn world_now(&self) -> patchbay::domain::time::Timestamp {
        patchbay::server::clock::Clock::now(&*self.clock)
    }

    pub fn id(&self) -> AccountId {
        self.account.id
    }

    /// Rows that the upstream has from the beginning.
    pub fn seed(&self, model: usize, rows: usize) {
        let now = self.world.now();
        for _ in 0..rows {
            self.world.write(model, None, now, now, false);
        }
    }

    /// Time passes, and a sync of the upstream is over.
    pub fn sync_upstream(&self) {
        self.world.start();
        self.clock.advance(60_000);
        self.world.finish("DONE");
        self.clock.advance(1_000);
    }

    /// Refreshes until nothing is left to do at once; what the last job came to.
    pub async fn refresh(&self) -> Outcome {
        self.db.store.enqueue(REFRESH, self.id().0, 0).await.unwrap();
        self.work().await
    }

    /// Does what is due now.
    pub async fn work(&self) -> Outcome {
        let mut last = Outcome::Done;
        for _ in 0..100 {
            let Some(job) = self.db.store.claim(&KINDS, 60_000).await.unwrap() else { return last };
            last = self.syncing.handle(&job).await;
            match &last {
                Outcome::Done => self.db.store.done(&job).await.unwrap(),
                Outcome::Again { reason, .. } => self.db.store.again(&job, 3_600_000, reason).await.unwrap(),
                Outcome::Dead(reason) => self.db.store.bury(&job, reason).await.unwrap(),
            }
        }
        panic!("the jobs do not come to an end");
    }

    pub async fn stored(&self, model: &str) -> BTreeMap<String, (u64, bool)> {
        stored(&self.db, self.id(), model).await
    }

    /// What is stored of a model equals what the upstream has.
    pub async fn agrees(&self, model: usize, name: &str) {
        assert_eq!(self.stored(name).await, self.world.truth(model));
    }

    pub async fn now(&self) -> LinkedAccount {
        self.db.store.account(&self.org, self.id()).await.unwrap().unwrap()
    }

    pub async fn state(&self, model: &str) -> ModelSync {
        let states = self.db.store.sync_states(&self.org, self.id()).await.unwrap();
        states.into_iter().find(|state| state.model == model).unwrap_or_else(|| panic!("{model} is not known"))
    }

    /// What people see in the log, the newest first.
    pub async fn log(&self) -> Vec<String> {
        self.db.store.activity(&self.org, None, 20).await.unwrap().into_iter().map(|entry| entry.kind).collect()
    }
}

/// The stored rows: the version that the payload names, and whether it is deleted.
pub async fn stored(db: &TestDb, account: AccountId, model: &str) -> BTreeMap<String, (u64, bool)> {
    let sql = format!(
        "SELECT merge_id || ' ' || (fields->>'number') || ' ' || CASE WHEN deleted_at IS NULL THEN 'false' ELSE 'true' END \
         FROM records WHERE account_id = '{account}' AND model = '{model}'"
    );
    let rows = db.texts(&sql).await;
    rows.iter()
        .map(|row| {
            let parts: Vec<&str> = row.split(' ').collect();
            (parts[0].to_owned(), (parts[1].parse().unwrap(), parts[2] == "true"))
        })
        .collect()
}
