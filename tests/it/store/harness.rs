//! A database for one test, and the people and accounts that tests begin with.

use std::sync::Arc;

use patchbay::{
    domain::{
        category::Category,
        ids::{AccountId, AttemptId, OrganizationId, UserId},
        origin::{Strategy, Subject, SubjectKind},
        people::{Org, Role},
        status::AccountStatus,
        time::Timestamp,
    },
    server::store::{self, ports::*},
};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use uuid::Uuid;

/// A moment for calls whose time does not matter.
pub const NOW: Timestamp = Timestamp(1_700_000_000_000);
pub const UPSTREAM: &str = "http://127.0.0.1:3100/api";
pub const HOUR: i64 = 3_600_000;

/// A database of its own, gone with the test.
pub struct TestDb {
    pub url: String,
    pub store: Arc<dyn Store>,
    _folder: Option<tempfile::TempDir>,
}

impl TestDb {
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/data/patchbay.db", folder.path().display());
        Self { store: store::open(&url).await.unwrap(), url, _folder: Some(folder) }
    }

    /// In a folder of choice, if it is there.
    pub async fn sqlite_in(parent: &std::path::Path) -> Self {
        let Ok(folder) = tempfile::tempdir_in(parent) else { return Self::sqlite().await };
        let url = format!("sqlite://{}/data/patchbay.db", folder.path().display());
        Self { store: store::open(&url).await.unwrap(), url, _folder: Some(folder) }
    }

    /// `None` only when `PATCHBAY_SKIP_POSTGRES=1` says so.
    pub async fn postgres() -> Option<Self> {
        let url = fresh_postgres().await?;
        Some(Self { store: store::open(&url).await.unwrap(), url, _folder: None })
    }

    /// The database of a store that somebody else opened and keeps.
    pub fn of(url: &str, store: Arc<dyn Store>) -> Self {
        Self { url: url.to_owned(), store, _folder: None }
    }

    /// The same database as another process would open it.
    pub async fn another_process(&self) -> Arc<dyn Store> {
        store::open(&self.url).await.unwrap()
    }

    /// One number, read behind the store's back.
    pub async fn number(&self, sql: &str) -> i64 {
        if self.url.starts_with("sqlite") {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut connection).await.unwrap()
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut connection).await.unwrap()
        }
    }

    /// One column of texts, read behind the store's back.
    pub async fn texts(&self, sql: &str) -> Vec<String> {
        if self.url.starts_with("sqlite") {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap()
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut connection).await.unwrap()
        }
    }

    /// Writes behind the store's back.
    pub async fn execute(&self, sql: &str) -> Result<u64, sqlx::Error> {
        if self.url.starts_with("sqlite") {
            let mut connection = SqliteConnection::connect(&self.url).await.unwrap();
            Ok(sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?.rows_affected())
        } else {
            let mut connection = PgConnection::connect(&self.url).await.unwrap();
            Ok(sqlx::query(AssertSqlSafe(sql)).execute(&mut connection).await?.rows_affected())
        }
    }
}

/// The URL of an empty database in the throw-away cluster.
pub async fn fresh_postgres() -> Option<String> {
    let Ok(admin) = std::env::var("TEST_POSTGRES_URL") else {
        assert!(
            std::env::var("PATCHBAY_SKIP_POSTGRES").is_ok_and(|value| value == "1"),
            "TEST_POSTGRES_URL is missing: run the tests under scripts/with-postgres.sh, or set PATCHBAY_SKIP_POSTGRES=1 to leave out the Postgres half"
        );
        return None;
    };
    let name = format!("patchbay_{}", Uuid::new_v4().simple());
    let mut connection = PgConnection::connect(&admin).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.unwrap();
    let mut url = url::Url::parse(&admin).unwrap();
    url.set_path(&name);
    Some(url.to_string())
}

/// An organisation with its admin.
pub async fn organization(store: &dyn Store, name: &str) -> Org {
    let new = NewOrganization {
        organization: OrganizationId(Uuid::new_v4()),
        organization_name: name.to_owned(),
        user: UserId(Uuid::new_v4()),
        name: format!("{name}'s admin"),
        email: format!("admin@{}.example", name.to_lowercase()),
        password_hash: Some("$argon2id$test".into()),
        operator: false,
    };
    assert!(store.create_organization(&new, NOW).await.unwrap());
    Org { organization: new.organization, user: new.user, role: Role::Admin }
}

/// Another person in it.
pub async fn member(store: &dyn Store, org: &Org, name: &str) -> Org {
    let new = NewMember {
        user: UserId(Uuid::new_v4()),
        name: name.to_owned(),
        email: format!("{}@{}.example", name.to_lowercase(), org.organization),
        password_hash: None,
        role: Role::Member,
    };
    assert!(store.add_member(org, &new, NOW).await.unwrap());
    Org { organization: org.organization, user: new.user, role: Role::Member }
}

/// How an attempt to connect an HR app begins, unless the test says otherwise.
pub fn begin(org: &Org, app: &str) -> BeginConnect {
    BeginConnect {
        attempt: AttemptId(Uuid::new_v4()),
        account: AccountId(Uuid::new_v4()),
        origin: Uuid::new_v4(),
        subject: Subject::new(SubjectKind::Organization, org.organization, org.user),
        strategy: Strategy::Multiple,
        upstream: UPSTREAM.into(),
        category: Category::Hris,
        integration: Some(app.to_owned()),
        integration_name: Some(app.to_uppercase()),
        page: None,
        email: "admin@acme.example".into(),
        organization_name: "Acme".into(),
        probes: Vec::new(),
        hold_millis: HOUR,
    }
}

/// Begins and expects a row.
pub async fn ready(store: &dyn Store, org: &Org, begin: &BeginConnect) -> LinkedAccount {
    match store.begin_connect(org, begin, NOW).await.unwrap() {
        Begun::Ready { account, .. } => *account,
        other => panic!("{other:?}"),
    }
}

/// A claim of the exchange of a public token, told apart by a word.
pub fn claim_of(token: &str, hint: Option<AttemptId>) -> ClaimExchange {
    ClaimExchange {
        token_hash: format!("hash-of-{token}"),
        public_token: Sealed(format!("v1.k1.public-{token}")),
        fresh: AttemptId(Uuid::new_v4()),
        hint,
        sent_origin_id: None,
        lease_millis: HOUR,
    }
}

/// Claims and expects to get it.
pub async fn mine(store: &dyn Store, org: &Org, claim: &ClaimExchange) -> Attempt {
    match store.claim_exchange(org, claim, NOW).await.unwrap() {
        Claimed::Mine(attempt) => *attempt,
        other => panic!("{other:?}"),
    }
}

/// What the upstream says of a row's account, unless the test says otherwise.
pub fn activation(attempt: &Attempt, account: &LinkedAccount) -> Activation {
    Activation {
        attempt: attempt.id,
        fence: attempt.fence,
        end_user_origin_id: account.end_user_origin_id.clone(),
        origin_mac: format!("mac-of-{}", account.end_user_origin_id),
        category: account.category,
        upstream: account.upstream.clone(),
        account_token: Sealed(format!("v1.k1.account-{}", account.id)),
        linked_account_id: format!("upstream-of-{}", account.id),
        integration_name: account.requested_integration_name.clone().unwrap_or_else(|| "BambooHR".into()),
        integration_slug: account.requested_integration.clone().unwrap_or_else(|| "bamboohr".into()),
        status: AccountStatus::Active,
        is_duplicate: None,
        instance_id: None,
    }
}

/// A row all the way to connected.
pub async fn connected(store: &dyn Store, org: &Org, begin: &BeginConnect) -> LinkedAccount {
    let account = ready(store, org, begin).await;
    assert!(store.link_token_issued(org, begin.attempt, NOW).await.unwrap());
    let attempt = mine(store, org, &claim_of(&Uuid::new_v4().to_string(), Some(begin.attempt))).await;
    match store.activate(org, &activation(&attempt, &account), NOW).await.unwrap() {
        Activated::Linked { account, .. } => *account,
        other => panic!("{other:?}"),
    }
}
