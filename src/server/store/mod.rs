//! What Patchbay keeps (§5): one trait for each aggregate, implemented for SQLite and for Postgres, chosen by the URL's scheme when
//! the server starts. The use cases know the traits only.
//!
//! Every method is one transaction. Every method that touches tenant data takes an [`Org`](crate::domain::people::Org), so that no
//! query can be written without its scope; the few that serve the system itself (jobs, exchanges found by a hash) say so in their
//! name or their documentation. `now` is the caller's clock, for people; leases, holds and rate windows use the database's (S6).
//!
//! Columns that carry times are milliseconds since the epoch, ids are UUIDs in text form, booleans are booleans: the same SQL text
//! serves both databases but for what stands in each backend's `dialect` macros. The files in `sql/` are therefore written once and
//! compiled twice, as children of `sqlite` and of `postgres`, each against its own driver's types: no text is assembled at run time,
//! and nothing is reduced to what both drivers have in common.
#![allow(clippy::duplicate_mod, reason = "the files in sql/ are compiled once for each database, on purpose")]

mod parse;
pub mod ports;
#[macro_use]
mod texts;
mod postgres;
mod sqlite;

use std::sync::Arc;

use ports::{Store, StoreError, StoreResult};

/// The two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Backend {
    Sqlite,
    Postgres,
}

fn backend(url: &str) -> StoreResult<Backend> {
    match url.split_once(':').map(|(scheme, _)| scheme) {
        Some("sqlite") => Ok(Backend::Sqlite),
        Some("postgres" | "postgresql") => Ok(Backend::Postgres),
        _ => Err(StoreError::Address("must begin with sqlite: or postgres:".into())),
    }
}

/// Opens the store that `DATABASE_URL` names and brings its tables up to date. A SQLite file and its folder are made when they are
/// missing. Fails when the database cannot be reached, is newer than this program, or the URL is not one of the two kinds.
pub async fn open(url: &str) -> StoreResult<Arc<dyn Store>> {
    Ok(match backend(url)? {
        Backend::Sqlite => Arc::new(sqlite::open(url).await?),
        Backend::Postgres => Arc::new(postgres::open(url).await?),
    })
}

/// Brings the tables up to date and closes again: the subcommand `migrate`.
pub async fn migrate(url: &str) -> StoreResult<()> {
    match backend(url)? {
        Backend::Sqlite => sqlite::migrate(url).await,
        Backend::Postgres => postgres::migrate(url).await,
    }
}
