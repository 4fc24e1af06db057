//! The store on Postgres, which any number of processes share.

use std::{str::FromStr, time::Duration};

use sqlx::{
    Connection,
    postgres::{PgConnectOptions, PgConnection, PgListener, PgPoolOptions},
};

use super::ports::{StoreError, StoreResult};

/// The driver's types, and what the files in `sql/` need of a database.
mod db {
    use super::super::ports::StoreResult;

    pub(super) type Pool = sqlx::PgPool;
    pub(super) type Row = sqlx::postgres::PgRow;
    pub(super) type Tx = sqlx::Transaction<'static, sqlx::Postgres>;

    /// How a transaction that writes begins.
    pub(super) const BEGIN: &str = "BEGIN";

    /// Waits until no other transaction holds this key, and holds it until the end of this one.
    pub(super) async fn lock(tx: &mut Tx, key: &str) -> StoreResult<()> {
        sqlx::query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))").bind(key).execute(&mut **tx).await?;
        Ok(())
    }

    /// Tells all processes, this one included.
    pub(super) async fn notify(pool: &Pool, payload: &str) -> StoreResult<()> {
        sqlx::query("SELECT pg_notify($1, $2)").bind(super::CHANNEL).bind(payload).execute(pool).await?;
        Ok(())
    }

    /// Whether [`notify`] comes back to this process by itself.
    pub(super) const NOTIFY_RETURNS: bool = true;
}

/// The database's clock, in milliseconds. Of the statement, not of the transaction: a transaction may have waited for a lock.
macro_rules! now_ms {
    () => {
        "CAST(extract(epoch FROM statement_timestamp()) * 1000 AS BIGINT)"
    };
}
/// Locks the rows that a query reads.
macro_rules! for_update {
    () => {
        " FOR UPDATE"
    };
    ($of:literal) => {
        concat!(" FOR UPDATE OF ", $of)
    };
}
/// Keeps the row that a query reads from being deleted or locked for a change.
macro_rules! key_share {
    ($of:literal) => {
        concat!(" FOR KEY SHARE OF ", $of)
    };
}
/// Locks the row that a query reads, passing over rows that others hold.
macro_rules! skip_locked {
    () => {
        " FOR UPDATE SKIP LOCKED"
    };
}
/// The members of a JSON array of texts.
macro_rules! each {
    ($array:literal) => {
        concat!("(SELECT jsonb_array_elements_text(CAST(", $array, " AS JSONB)))")
    };
}
/// The rows of `records` with account `$1`, model `$2` and one of the ids in the JSON array `$3`. Each is looked for by itself, as a range that
/// is sorted, because nothing else but the primary key serves that: while a table grows for the first time nobody has counted its rows, and
/// a planner that takes it for empty would walk over all of them for each page.
macro_rules! records_of_ids {
    ($columns:literal) => {
        concat!(
            "SELECT f.* FROM jsonb_array_elements_text(CAST($3 AS JSONB)) AS w(id) CROSS JOIN LATERAL (SELECT ",
            $columns,
            " FROM records r WHERE r.account_id = $1 AND r.model = $2 AND r.merge_id >= w.id AND r.merge_id <= w.id \
             ORDER BY r.merge_id LIMIT 1) AS f"
        )
    };
}
/// The members of a JSON array, as a table `e` of one column `value`, to be read with `->` and `->>`.
macro_rules! members {
    ($array:literal) => {
        concat!("jsonb_array_elements(CAST(", $array, " AS JSONB)) AS e(value)")
    };
}
/// Whether a text holds a pattern, whatever the case of its plain letters.
macro_rules! like {
    ($text:literal, $pattern:literal) => {
        concat!("CAST(", $text, " AS TEXT) ILIKE ", $pattern)
    };
}
/// The key id of a sealed value.
macro_rules! kid {
    ($column:literal) => {
        concat!("split_part(", $column, ", '.', 2)")
    };
}

#[path = "../sql/accounts.rs"]
mod accounts;
#[path = "../sql/activate.rs"]
mod activate;
#[path = "../sql/activity.rs"]
mod activity;
#[path = "../sql/attempts.rs"]
mod attempts;
#[path = "../sql/begin.rs"]
mod begin;
#[path = "../sql/budgets.rs"]
mod budgets;
#[path = "../sql/catalogue.rs"]
mod catalogue;
#[path = "../sql/core.rs"]
mod core;
#[path = "../sql/delete.rs"]
mod delete;
#[path = "../sql/embedding.rs"]
mod embedding;
#[path = "../sql/health.rs"]
mod health;
#[path = "../sql/inbox.rs"]
mod inbox;
#[path = "../sql/jobs.rs"]
mod jobs;
#[path = "../sql/keys.rs"]
mod keys;
#[path = "../sql/limits.rs"]
mod limits;
#[path = "../sql/members.rs"]
mod members;
#[path = "../sql/operator.rs"]
mod operator;
#[path = "../sql/pages.rs"]
mod pages;
#[path = "../sql/people.rs"]
mod people;
#[path = "../sql/records.rs"]
mod records;
#[path = "../sql/requests.rs"]
mod requests;
#[path = "../sql/runs.rs"]
mod runs;
#[path = "../sql/sweeps.rs"]
mod sweeps;
#[path = "../sql/sync.rs"]
mod sync;
#[path = "../sql/wanted.rs"]
mod wanted;
#[path = "../sql/windows.rs"]
mod windows;

mod rows;

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("migrations/postgres");

/// What processes tell each other on.
const CHANNEL: &str = "patchbay_live";
/// Connections of one process.
const CONNECTIONS: u32 = 10;
/// How long a caller waits for a free connection.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long the listener rests after the database was away.
const REST: Duration = Duration::from_secs(1);

fn options(url: &str) -> StoreResult<PgConnectOptions> {
    // The driver's own words may repeat the URL, which may hold a password.
    let options = PgConnectOptions::from_str(url)
        .map_err(|_| StoreError::Address("cannot be read; it should look like postgres://user:password@host:5432/database".into()))?;
    Ok(options.application_name("patchbay"))
}

/// Runs all migrations on a connection of their own, whose closing also gives back the migrations' lock if one fails.
async fn run_migrations(options: &PgConnectOptions) -> StoreResult<()> {
    let mut connection = PgConnection::connect_with(options).await?;
    let done = MIGRATIONS.run_direct(None, &mut connection, false).await;
    connection.close().await?;
    Ok(done?)
}

pub(super) async fn migrate(url: &str) -> StoreResult<()> {
    run_migrations(&options(url)?).await
}

pub(super) async fn open(url: &str) -> StoreResult<core::SqlStore> {
    let options = options(url)?;
    run_migrations(&options).await?;
    let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(PATIENCE).connect_with(options.clone()).await?;
    let mut store = core::SqlStore::new(pool.clone(), pool, MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default());
    // A pool of its own, so that listening never takes a connection from those who ask.
    let ear = PgPoolOptions::new().max_connections(1).max_lifetime(None).idle_timeout(None).connect_with(options).await?;
    let mut listener = Some(listen(&ear).await?);
    let told = store.teller();
    store.attend(tokio::spawn(async move {
        loop {
            let error = match listener.take() {
                Some(listener) => pass_on(listener, &told).await,
                None => match listen(&ear).await {
                    Ok(again) => {
                        listener = Some(again);
                        continue;
                    }
                    Err(error) => error,
                },
            };
            tracing::warn!(%error, "the database's announcements are interrupted");
            tokio::time::sleep(REST).await;
        }
    }));
    Ok(store)
}

async fn listen(ear: &sqlx::PgPool) -> StoreResult<PgListener> {
    let mut listener = PgListener::connect_with(ear).await?;
    listener.listen(CHANNEL).await?;
    Ok(listener)
}

/// Passes announcements on until the connection is lost for good.
async fn pass_on(mut listener: PgListener, told: &core::Teller) -> StoreError {
    loop {
        match listener.recv().await {
            Ok(notification) => told.tell(notification.payload()),
            Err(error) => return error.into(),
        }
    }
}
