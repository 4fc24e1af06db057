//! The linking use cases over a real database and a real sandbox, with a clock that stands still and waits that pass at once.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use patchbay::{
    api::error::ApiError,
    domain::{
        category::Category,
        ids::{AccountId, OrganizationId, UserId},
        origin::{Strategy, SubjectKind},
        people::Role,
        secret::Secret,
        time::Timestamp,
    },
    server::{
        catalogue::Catalogue,
        clock::{Clock, Rng as _, SystemRng, SystemTimer, Timer},
        config::Subjects,
        jobs::{Handler as _, Outcome},
        linking::{ExchangeInput, KINDS, LinkToken, Linked, Linking, LinkingConfig, LinkingError},
        merge::{HttpUpstream, UpstreamSetup},
        store::ports::*,
        tls,
        vault::Vault,
    },
};
use patchbay_sandbox::{Sandbox, SandboxConfig};
use serde_json::{Value, json};

use crate::store::harness::{NOW, TestDb};

/// A clock that moves when it is told to.
#[derive(Debug)]
pub struct HandClock(AtomicI64);

impl Clock for HandClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::SeqCst))
    }
}

impl HandClock {
    pub fn at(millis: i64) -> Self {
        Self(AtomicI64::new(millis))
    }

    pub fn advance(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }
}

/// Waits pass at once; work that is under way has the time that it needs.
#[derive(Debug)]
pub struct Impatient;

#[async_trait]
impl Timer for Impatient {
    fn elapsed(&self) -> Duration {
        SystemTimer.elapsed()
    }
    async fn pause(&self, _: Duration) {}
    async fn limit(&self, time: Duration) {
        SystemTimer.limit(time).await;
    }
}

/// One process of Patchbay's linking, with its sandbox.
pub struct Bench {
    pub db: TestDb,
    pub sandbox: Arc<Sandbox>,
    pub linking: Arc<Linking>,
    pub catalogue: Arc<Catalogue>,
    pub clock: Arc<HandClock>,
    http: reqwest::Client,
}

pub struct Wishes {
    pub strategy: Strategy,
    pub subject: SubjectKind,
    pub link_tokens_per_minute: u32,
    pub live_catalogue: bool,
    pub categories: Vec<Category>,
    pub sandbox: SandboxConfig,
}

impl Default for Wishes {
    fn default() -> Self {
        Self {
            strategy: Strategy::Multiple,
            subject: SubjectKind::Organization,
            link_tokens_per_minute: 1_000,
            live_catalogue: true,
            categories: Category::ALL.to_vec(),
            sandbox: SandboxConfig::default(),
        }
    }
}

impl Bench {
    pub async fn new(db: TestDb) -> Self {
        Self::with(db, Wishes::default()).await
    }

    pub async fn with(db: TestDb, wishes: Wishes) -> Self {
        let sandbox = Arc::new(patchbay_sandbox::start(wishes.sandbox.clone()).await.unwrap());
        let clock = Arc::new(HandClock(AtomicI64::new(NOW.0)));
        let http = reqwest::Client::builder().no_proxy().tls_backend_preconfigured(tls::client_config().unwrap()).build().unwrap();
        let (linking, catalogue) = process(&db, Arc::clone(&db.store), &sandbox, &clock, wishes).await;
        Self { db, sandbox, linking, catalogue, clock, http }
    }

    /// Another process on the same database and the same upstream.
    pub async fn another_process(&self) -> Arc<Linking> {
        process(&self.db, self.db.another_process().await, &self.sandbox, &self.clock, Wishes::default()).await.0
    }

    /// Another process that could not ask for the list of apps.
    pub async fn another_process_without_catalogue(&self) -> Arc<Linking> {
        self.reconfigured(Wishes { live_catalogue: false, ..Wishes::default() }).await
    }

    /// The same, configured otherwise.
    pub async fn reconfigured(&self, wishes: Wishes) -> Arc<Linking> {
        process(&self.db, self.db.another_process().await, &self.sandbox, &self.clock, wishes).await.0
    }

    /// An organisation's admin.
    pub async fn admin(&self, organization: &str) -> Person {
        let person = Person {
            user: UserId(SystemRng.uuid()),
            organization: OrganizationId(SystemRng.uuid()),
            organization_name: organization.to_owned(),
            name: format!("{organization}'s admin"),
            email: format!("admin@{}.example", organization.to_lowercase()),
            role: Role::Admin,
            operator: false,
        };
        let new = NewOrganization {
            organization: person.organization,
            organization_name: person.organization_name.clone(),
            user: person.user,
            name: person.name.clone(),
            email: person.email.clone(),
            password_hash: None,
            operator: false,
        };
        assert!(self.db.store.create_organization(&new, NOW).await.unwrap());
        person
    }

    /// A member of that admin's organisation.
    pub async fn member(&self, admin: &Person, name: &str) -> Person {
        let new = NewMember {
            user: UserId(SystemRng.uuid()),
            name: name.to_owned(),
            email: format!("{}@{}.example", name.to_lowercase(), admin.organization),
            password_hash: None,
            role: Role::Member,
        };
        assert!(self.db.store.add_member(&admin.org(), &new, NOW).await.unwrap());
        Person { user: new.user, name: new.name, email: new.email, role: Role::Member, ..admin.clone() }
    }

    /// One call of the sandbox's control interface.
    pub async fn control(&self, method: &str, path: &str, body: Value) -> Value {
        let url = format!("http://{}/_sandbox{path}", self.sandbox.addr());
        let mut request = self.http.request(method.parse().unwrap(), url);
        if method != "GET" {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{method} {path}: {status} {text}");
        if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() }
    }

    /// What the sandbox was asked: requests whose path matches.
    pub async fn asked(&self, path: &str) -> Vec<Value> {
        let path = path.replace('*', "%2A");
        let found = self.control("GET", &format!("/requests?path={path}"), Value::Null).await;
        found.get("requests").and_then(Value::as_array).or_else(|| found.as_array()).unwrap().clone()
    }

    /// The accounts that exist upstream.
    pub async fn upstream_accounts(&self) -> Vec<Value> {
        let found = self.control("GET", "/accounts", Value::Null).await;
        found.get("accounts").and_then(Value::as_array).or_else(|| found.as_array()).unwrap().clone()
    }

    /// Makes matching requests fail.
    pub async fn fault(&self, kind: &str, path: &str, times: Option<u32>) {
        self.control("POST", "/faults", json!({ "kind": kind, "match": { "path": path }, "times": times })).await;
    }

    pub async fn clear_faults(&self) {
        self.control("DELETE", "/faults", json!({})).await;
    }

    /// The person finishes the window; the public token.
    pub async fn finish_window(&self, token: &LinkToken, app: Option<&str>) -> Secret {
        let done = self.control("POST", "/link", json!({ "link_token": token.token.expose(), "integration": app })).await;
        Secret::new(done["public_token"].as_str().unwrap_or_else(|| panic!("{done}")))
    }

    /// Exchanges a public token.
    pub async fn exchange(&self, person: &Person, token: &LinkToken, public_token: &Secret) -> Result<Linked, LinkingError> {
        let input = ExchangeInput { public_token: public_token.clone(), attempt: Some(token.attempt), end_user_origin_id: None };
        self.linking.exchange(&person.org(), input).await
    }

    /// An app all the way to connected.
    pub async fn connected(&self, person: &Person, category: Category, app: &str) -> LinkedAccount {
        let token = self.connect(person, category, app).await;
        let public_token = self.finish_window(&token, None).await;
        self.exchange(person, &token, &public_token).await.unwrap().account
    }

    pub async fn connect(&self, person: &Person, category: Category, app: &str) -> LinkToken {
        self.linking.connect(person, Some(category.slug().into()), Some(app.into()), None).await.unwrap()
    }

    /// Lets every lease end and every job fall due, as time does.
    pub async fn let_leases_end(&self) {
        self.db.execute("UPDATE link_attempts SET lease_until = 0").await.unwrap();
        self.db.execute("UPDATE jobs SET run_at = 0").await.unwrap();
    }

    /// Does every job of linking that is due now; what they came to.
    pub async fn work(&self) -> Vec<(String, Outcome)> {
        let mut outcomes = Vec::new();
        while let Some(job) = self.db.store.claim(&KINDS, 60_000).await.unwrap() {
            let outcome = self.linking.handle(&job).await;
            match &outcome {
                Outcome::Done => self.db.store.done(&job).await.unwrap(),
                Outcome::Again { reason, .. } => self.db.store.again(&job, 3_600_000, reason).await.unwrap(),
                Outcome::Dead(reason) => self.db.store.bury(&job, reason).await.unwrap(),
            }
            outcomes.push((job.kind, outcome));
        }
        outcomes
    }

    pub async fn account(&self, person: &Person, id: AccountId) -> Option<LinkedAccount> {
        self.db.store.account(&person.org(), id).await.unwrap()
    }
}

async fn process(
    db: &TestDb,
    store: Arc<dyn Store>,
    sandbox: &Sandbox,
    clock: &Arc<HandClock>,
    wishes: Wishes,
) -> (Arc<Linking>, Arc<Catalogue>) {
    let _ = db;
    let clock: Arc<dyn Clock> = clock.clone();
    let rng = Arc::new(SystemRng);
    let upstream = Arc::new(
        HttpUpstream::new(UpstreamSetup {
            base_url: sandbox.api_base_url(),
            key: Secret::new(sandbox.api_key()),
            clock: Arc::clone(&clock),
            rng: rng.clone(),
            timer: Arc::new(Impatient),
        })
        .unwrap(),
    );
    let catalogue = Arc::new(Catalogue::open(Arc::clone(&store), upstream.clone(), Arc::clone(&clock), rng.clone()).await.unwrap());
    if wishes.live_catalogue {
        catalogue.refresh().await.unwrap();
    }
    let keys = Secret::new(format!("k1:{}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
    let linking = Linking::new(
        store,
        upstream,
        Arc::clone(&catalogue),
        Arc::new(Vault::new(&keys, Secret::new("a session secret for tests")).unwrap()),
        clock,
        rng,
        LinkingConfig {
            strategy: wishes.strategy,
            subjects: Subjects { default: wishes.subject, by_category: BTreeMap::new() },
            categories: wishes.categories,
            link_tokens_per_minute: wishes.link_tokens_per_minute,
        },
        Arc::new(tokio::sync::Notify::new()),
    );
    (Arc::new(linking), catalogue)
}

/// What a person is told.
pub fn told<T: std::fmt::Debug>(result: Result<T, LinkingError>) -> ApiError {
    result.unwrap_err().into()
}
