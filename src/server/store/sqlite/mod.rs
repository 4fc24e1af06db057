//! The store on SQLite: one connection writes, so that a transaction that reads and then writes never meets another one; the
//! others read, undisturbed by it (write-ahead log). Several processes may share the file.

use std::{path::Path, str::FromStr, time::Duration};

use sqlx::{
    Connection,
    sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::ports::{StoreError, StoreResult};

/// How long a statement waits for another process that writes.
const BUSY: Duration = Duration::from_secs(10);
/// How many connections read.
const READERS: u32 = 4;
/// What the connection that writes keeps of the file, in kibibytes (negative: so it is counted). The upstream's ids come in no order, so each
/// new record falls on another page of their index, and one that is not at hand has to be read first. It is taken as it is needed.
const WRITER_CACHE: &str = "-32768";
/// Pages in the log before they are brought into the file. The more there are, the more of them are the same page.
const LOG_PAGES: &str = "4000";

/// The driver's types, and what the files in `sql/` need of a database.
mod db {
    use super::super::ports::StoreResult;

    pub(super) type Pool = sqlx::SqlitePool;
    pub(super) type Row = sqlx::sqlite::SqliteRow;
    pub(super) type Tx = sqlx::Transaction<'static, sqlx::Sqlite>;

    /// How a transaction that writes begins: it takes the write lock at once, so that it never has to give up half-way.
    pub(super) const BEGIN: &str = "BEGIN IMMEDIATE";

    /// Nothing to do: a transaction that writes is alone.
    pub(super) async fn lock(_tx: &mut Tx, _key: &str) -> StoreResult<()> {
        Ok(())
    }

    /// Nothing to do: what is announced here reaches the pages of this process, and those of others find out when they poll.
    pub(super) async fn notify(_pool: &Pool, _payload: &str) -> StoreResult<()> {
        Ok(())
    }

    /// Whether [`notify`] comes back to this process by itself.
    pub(super) const NOTIFY_RETURNS: bool = false;
}

/// The database's clock, in milliseconds.
macro_rules! now_ms {
    () => {
        "CAST(unixepoch('subsec') * 1000 AS INTEGER)"
    };
}
/// Locks the rows that a query reads.
macro_rules! for_update {
    () => {
        ""
    };
    ($of:literal) => {
        ""
    };
}
/// Keeps the row that a query reads from being deleted or locked for a change.
macro_rules! key_share {
    ($of:literal) => {
        ""
    };
}
/// Locks the row that a query reads, passing over rows that others hold.
macro_rules! skip_locked {
    () => {
        ""
    };
}
/// The members of a JSON array of texts.
macro_rules! each {
    ($array:literal) => {
        concat!("(SELECT value FROM json_each(", $array, "))")
    };
}
/// The rows of `records` with account `$1`, model `$2` and one of the ids in the JSON array `$3`.
macro_rules! records_of_ids {
    ($columns:literal) => {
        concat!("SELECT ", $columns, " FROM records WHERE account_id = $1 AND model = $2 AND merge_id IN ", each!("$3"))
    };
}
/// The members of a JSON array, as a table `e` of one column `value`, to be read with `->` and `->>`.
macro_rules! members {
    ($array:literal) => {
        concat!("json_each(", $array, ") AS e")
    };
}
/// Whether a text holds a pattern, whatever the case of its plain letters.
macro_rules! like {
    ($text:literal, $pattern:literal) => {
        concat!($text, " LIKE ", $pattern)
    };
}
/// The key id of a sealed value.
macro_rules! kid {
    ($column:literal) => {
        concat!("substr(", $column, ", 4, instr(substr(", $column, ", 4), '.') - 1)")
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

static MIGRATIONS: sqlx::migrate::Migrator = sqlx::migrate!("migrations/sqlite");

fn options(url: &str) -> StoreResult<SqliteConnectOptions> {
    let options = SqliteConnectOptions::from_str(url).map_err(|error| StoreError::Address(format!("cannot be read: {error}")))?;
    let file = options.get_filename();
    if url.contains(":memory:") || url.contains("mode=memory") || file.as_os_str().is_empty() {
        return Err(StoreError::Address("must name a file: a database in memory would lose everything".into()));
    }
    Ok(options
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // An account token that was answered with 200 must survive a power cut: the upstream gives it only once.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(BUSY))
}

/// Makes folder and file, for their owner alone: the journals beside the file take its mode.
fn create(file: &Path) -> StoreResult<()> {
    let refused = |error: std::io::Error| StoreError::Address(format!("names {}, which cannot be made: {error}", file.display()));
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder).map_err(refused)?;
    }
    let mut open = std::fs::OpenOptions::new();
    open.create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    open.open(file).map(drop).map_err(refused)
}

/// Runs all migrations in one transaction, so that two processes that start at once do not meet half-way.
async fn run_migrations(options: &SqliteConnectOptions) -> StoreResult<()> {
    let mut connection = SqliteConnection::connect_with(options).await?;
    let mut tx = connection.begin_with(db::BEGIN).await?;
    MIGRATIONS.run_direct(None, &mut *tx, false).await?;
    tx.commit().await?;
    connection.close().await?;
    Ok(())
}

pub(super) async fn migrate(url: &str) -> StoreResult<()> {
    let options = options(url)?;
    create(options.get_filename())?;
    run_migrations(&options).await
}

pub(super) async fn open(url: &str) -> StoreResult<core::SqlStore> {
    let options = options(url)?;
    create(options.get_filename())?;
    run_migrations(&options).await?;
    // The file stays open for as long as the process lives: an idle connection costs little, and a closed one its caches.
    let pool = || SqlitePoolOptions::new().acquire_timeout(BUSY).idle_timeout(None).max_lifetime(None).test_before_acquire(false);
    let writer = options.clone().pragma("cache_size", WRITER_CACHE).pragma("wal_autocheckpoint", LOG_PAGES);
    let write = pool().max_connections(1).connect_with(writer).await?;
    let read = pool().max_connections(READERS).min_connections(1).connect_with(options.pragma("query_only", "ON")).await?;
    Ok(core::SqlStore::new(read, write, MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or_default()))
}
