//! What survives a restart, in one SQLite file: accounts, tokens, issues, the clock's offset, small documents,
//! and of the records only what differs from what a seed gives.
//!
//! One connection serves everything: the sandbox stands in for a remote service, so its own speed is not what is measured, and one
//! connection makes an in-memory database and a file behave the same.

mod accounts;
mod documents;
mod issues;
mod records;
mod tokens;

use std::path::PathBuf;
use std::str::FromStr;

use sqlx::SqlitePool;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

pub use accounts::{Account, AccountKey, Completion};
pub use issues::Issue;
pub use records::{ModelRow, Pending, RecordRow, State, Window};
pub use tokens::LinkToken;

use crate::error::SandboxError;

/// Where the state lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// Nowhere: gone with the process. For tests.
    Memory,
    /// In this file, made when it is missing, with its folder.
    File(PathBuf),
}

impl From<PathBuf> for Database {
    fn from(path: PathBuf) -> Self {
        Self::File(path)
    }
}

/// How the tables came to be; each step raises `user_version` by one, so that a file of an older build keeps what it holds.
const STEPS: [&str; 3] =
    [include_str!("schema/1_start.sql"), include_str!("schema/2_locked_link_tokens.sql"), include_str!("schema/3_records.sql")];

/// The open database.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
}

impl Store {
    /// Opens the database and makes its tables.
    ///
    /// # Errors
    /// When the folder cannot be made or the file is not a database.
    pub async fn open(database: &Database) -> Result<Self, SandboxError> {
        let options = match database {
            Database::Memory => SqliteConnectOptions::from_str("sqlite::memory:")?,
            Database::File(path) => {
                if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
                    std::fs::create_dir_all(folder).map_err(|source| SandboxError::Folder { path: folder.to_owned(), source })?;
                }
                SqliteConnectOptions::new().filename(path).create_if_missing(true).journal_mode(SqliteJournalMode::Wal)
            }
        };
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .min_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options.synchronous(SqliteSynchronous::Normal).busy_timeout(std::time::Duration::from_secs(5)))
            .await?;
        let version: i64 = sqlx::query_scalar("PRAGMA user_version").fetch_one(&pool).await?;
        for step in STEPS.iter().skip(usize::try_from(version).unwrap_or(0)) {
            sqlx::raw_sql(*step).execute(&pool).await?;
        }
        Ok(Self { pool })
    }

    /// Closes the database, so that another process can open it.
    pub async fn close(&self) {
        self.pool.close().await;
    }

    /// A setting by name.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, sqlx::Error> {
        sqlx::query_scalar("SELECT value FROM settings WHERE name = $1").bind(name).fetch_optional(&self.pool).await
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_setting(&self, name: &str, value: &str) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO settings (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value")
            .bind(name)
            .bind(value)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Empties every table.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clear(&self) -> Result<(), sqlx::Error> {
        sqlx::raw_sql(
            "BEGIN IMMEDIATE; DELETE FROM settings; DELETE FROM accounts; DELETE FROM link_tokens; DELETE FROM public_tokens; \
             DELETE FROM issues; DELETE FROM audit; DELETE FROM documents; \
             DELETE FROM account_models; DELETE FROM records; DELETE FROM pending_records; COMMIT;",
        )
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
