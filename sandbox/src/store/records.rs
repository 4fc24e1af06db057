//! Records: only what differs from what the seed gives. Everything else is computed.

use sqlx::sqlite::SqliteConnection;
use sqlx::{AssertSqlSafe, FromRow};

use super::Store;
use crate::clock::Micros;

/// What is known of a model of an account.
#[derive(Clone, Debug, FromRow)]
pub struct ModelRow {
    /// The account.
    pub account_id: String,
    /// The API's name of the model.
    pub model: String,
    /// The tenant whose records these are.
    pub instance: String,
    /// How many records the seed gives.
    pub size: u32,
    /// The first of them came.
    pub base_start: Micros,
    /// All of them had come.
    pub base_end: Micros,
    /// The initial sync ended, or will.
    pub initial_end: Micros,
    /// Syncs that ended until then have been played.
    pub settled_at: Micros,
    /// How many were.
    pub syncs: u32,
    /// How many records came later.
    pub added: u32,
    /// The end of the last sync.
    pub last_finished: Option<Micros>,
    /// Its result.
    pub last_result: Option<String>,
    /// The end of the last sync that brought data.
    pub fresh_as_of: Option<Micros>,
    /// Rows become visible up to this much later than they say.
    pub late: Micros,
    /// How many records each sync changes; none: a few.
    pub changed_each: Option<u32>,
    /// How many appear.
    pub added_each: Option<u32>,
    /// How many vanish.
    pub removed_each: Option<u32>,
    /// `PARTIALLY_SYNCED`, `DISABLED`, `FAILED` or `PAUSED` as a test wants it.
    pub scenario: Option<String>,
    /// What `is_initial_sync` says in the scenario.
    pub scenario_initial: Option<bool>,
    /// Since when.
    pub scenario_at: Option<Micros>,
}

/// Whether a record is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sqlx::Type)]
#[repr(i64)]
pub enum State {
    /// It is.
    Live = 0,
    /// `remote_was_deleted`.
    Deleted = 1,
    /// Nowhere, without a word.
    Gone = 2,
}

/// A record that is not as the seed gave it.
#[derive(Clone, Debug, FromRow)]
pub struct RecordRow {
    /// The account.
    pub account_id: String,
    /// The API's name of the model.
    pub model: String,
    /// Its place in the order of creation.
    pub ordinal: u32,
    /// Its id where it is not that of its ordinal.
    pub id: Option<String>,
    /// First seen.
    pub created_at: Micros,
    /// Last changed.
    pub modified_at: Micros,
    /// How often it was changed.
    pub version: u32,
    /// Whether it is there.
    pub state: State,
    /// Fields that were set, as a JSON object.
    pub fields: Option<String>,
}

/// A change that is not seen yet.
#[derive(Clone, Debug, FromRow)]
pub struct Pending {
    /// Its number; 0 for a new one.
    pub seq: i64,
    /// When it is seen.
    pub due_at: Micros,
    /// What will be.
    #[sqlx(flatten)]
    pub row: RecordRow,
}

/// Which records a list shows; all bounds are exclusive.
#[derive(Clone, Copy, Debug)]
pub struct Window {
    /// Later than this.
    pub modified_after: Micros,
    /// Earlier than this.
    pub modified_before: Micros,
    /// Made later than this.
    pub created_after: Micros,
    /// Made earlier than this.
    pub created_before: Micros,
    /// With those that were deleted.
    pub deleted: bool,
}

/// With fewer changed rows than this in a window they are found by time and sorted; with more, the order of creation meets them soon enough.
const NARROW: i64 = 2_000;

impl Store {
    /// What is known of the account's models.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn model_rows(&self, account: &str) -> Result<Vec<ModelRow>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM account_models WHERE account_id = $1").bind(account).fetch_all(&self.pool).await
    }

    /// Keeps what is known of models.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_model_rows(&self, rows: &[ModelRow]) -> Result<(), sqlx::Error> {
        let mut tx = self.pool.begin().await?;
        for row in rows {
            put_model(&mut tx, row).await?;
        }
        tx.commit().await
    }

    /// Forgets every change of a model's records.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn clear_records(&self, account: &str, model: &str) -> Result<(), sqlx::Error> {
        for table in ["records", "pending_records"] {
            sqlx::query(AssertSqlSafe(format!("DELETE FROM {table} WHERE account_id = $1 AND model = $2")))
                .bind(account)
                .bind(model)
                .execute(&self.pool)
                .await?;
        }
        Ok(())
    }

    /// Writes records, changes that are seen later, and what is known of models, all or nothing; the `done` changes were seen.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn settle_records(
        &self,
        rows: &[RecordRow],
        later: &[Pending],
        done: &[i64],
        models: &[ModelRow],
    ) -> Result<(), sqlx::Error> {
        let mut tx = self.pool.begin().await?;
        for row in rows {
            put_record(&mut tx, row).await?;
        }
        for change in later {
            let row = &change.row;
            sqlx::query(
                "INSERT INTO pending_records (account_id, model, due_at, ordinal, id, created_at, modified_at, version, state, fields) \
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            )
            .bind(&row.account_id)
            .bind(&row.model)
            .bind(change.due_at)
            .bind(row.ordinal)
            .bind(&row.id)
            .bind(row.created_at)
            .bind(row.modified_at)
            .bind(row.version)
            .bind(row.state)
            .bind(&row.fields)
            .execute(&mut *tx)
            .await?;
        }
        for seq in done {
            sqlx::query("DELETE FROM pending_records WHERE seq = $1").bind(seq).execute(&mut *tx).await?;
        }
        for model in models {
            put_model(&mut tx, model).await?;
        }
        tx.commit().await
    }

    /// When something next happens to the account's records.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn set_next_due(&self, account: &str, at: Micros) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE accounts SET next_due = $2 WHERE id = $1").bind(account).bind(at).execute(&self.pool).await?;
        Ok(())
    }

    /// The accounts to which something happened by `now`, or may have.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn due_accounts(&self, now: Micros) -> Result<Vec<super::Account>, sqlx::Error> {
        sqlx::query_as(
            "SELECT * FROM accounts WHERE first_sync_at IS NOT NULL AND (next_due IS NULL OR next_due <= $1) ORDER BY created_at, id",
        )
        .bind(now)
        .fetch_all(&self.pool)
        .await
    }

    /// The changes that are seen by `now`, in the order in which they were made.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn due_changes(&self, account: &str, now: Micros) -> Result<Vec<Pending>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM pending_records WHERE account_id = $1 AND due_at <= $2 ORDER BY modified_at, seq")
            .bind(account)
            .bind(now)
            .fetch_all(&self.pool)
            .await
    }

    /// When the next change is seen.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn next_change(&self, account: &str) -> Result<Option<Micros>, sqlx::Error> {
        sqlx::query_scalar("SELECT MIN(due_at) FROM pending_records WHERE account_id = $1").bind(account).fetch_one(&self.pool).await
    }

    /// The newest change of a record that is not seen yet.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pending_change(&self, account: &str, model: &str, ordinal: u32) -> Result<Option<RecordRow>, sqlx::Error> {
        sqlx::query_as(
            "SELECT * FROM pending_records WHERE account_id = $1 AND model = $2 AND ordinal = $3 ORDER BY modified_at DESC, seq DESC LIMIT 1",
        )
        .bind(account)
        .bind(model)
        .bind(ordinal)
        .fetch_optional(&self.pool)
        .await
    }

    /// A changed record by its place.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn record(&self, account: &str, model: &str, ordinal: u32) -> Result<Option<RecordRow>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM records WHERE account_id = $1 AND model = $2 AND ordinal = $3")
            .bind(account)
            .bind(model)
            .bind(ordinal)
            .fetch_optional(&self.pool)
            .await
    }

    /// The place of a record that has an id of its own, seen or not.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn ordinal_of(&self, account: &str, model: &str, id: &str) -> Result<Option<u32>, sqlx::Error> {
        sqlx::query_scalar(
            "SELECT ordinal FROM records WHERE account_id = $1 AND model = $2 AND id = $3 \
             UNION ALL SELECT ordinal FROM pending_records WHERE account_id = $1 AND model = $2 AND id = $3 LIMIT 1",
        )
        .bind(account)
        .bind(model)
        .bind(id)
        .fetch_optional(&self.pool)
        .await
    }

    /// The places of records whose third party's id was set to this.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn with_remote_id(&self, account: &str, model: &str, remote_id: &str) -> Result<Vec<u32>, sqlx::Error> {
        sqlx::query_scalar(
            "SELECT ordinal FROM records WHERE account_id = $1 AND model = $2 AND fields IS NOT NULL AND json_extract(fields, '$.remote_id') = $3",
        )
        .bind(account)
        .bind(model)
        .bind(remote_id)
        .fetch_all(&self.pool)
        .await
    }

    /// The places of changed records from `first` to `last`.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn changed_between(&self, account: &str, model: &str, first: u32, last: u32) -> Result<Vec<u32>, sqlx::Error> {
        sqlx::query_scalar("SELECT ordinal FROM records WHERE account_id = $1 AND model = $2 AND ordinal BETWEEN $3 AND $4")
            .bind(account)
            .bind(model)
            .bind(first)
            .bind(last)
            .fetch_all(&self.pool)
            .await
    }

    /// Changed records of a window beyond a place, in the order of creation or against it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn changed_records(
        &self,
        account: &str,
        model: &str,
        window: &Window,
        beyond: Option<u32>,
        reverse: bool,
        most: usize,
    ) -> Result<Vec<RecordRow>, sqlx::Error> {
        let few: i64 = sqlx::query_scalar(
            "SELECT COUNT(*) FROM (SELECT 1 FROM records INDEXED BY records_by_time \
             WHERE account_id = $1 AND model = $2 AND modified_at > $3 AND modified_at < $4 LIMIT $5)",
        )
        .bind(account)
        .bind(model)
        .bind(window.modified_after)
        .bind(window.modified_before)
        .bind(NARROW)
        .fetch_one(&self.pool)
        .await?;
        if few == 0 {
            return Ok(Vec::new());
        }
        let by = if few < NARROW { "INDEXED BY records_by_time" } else { "NOT INDEXED" };
        let (sign, order) = if reverse { ("<", "DESC") } else { (">", "ASC") };
        // -1 is before the first place, and 2^32 after the last.
        let beyond = beyond.map_or(if reverse { 1 << 32 } else { -1 }, i64::from);
        sqlx::query_as(AssertSqlSafe(format!(
            "SELECT * FROM records {by} WHERE account_id = $1 AND model = $2 AND modified_at > $3 AND modified_at < $4 \
             AND created_at > $5 AND created_at < $6 AND state <= $7 AND ordinal {sign} $8 ORDER BY ordinal {order} LIMIT $9"
        )))
        .bind(account)
        .bind(model)
        .bind(window.modified_after)
        .bind(window.modified_before)
        .bind(window.created_after)
        .bind(window.created_before)
        .bind(i64::from(window.deleted))
        .bind(beyond)
        .bind(i64::try_from(most).unwrap_or(i64::MAX))
        .fetch_all(&self.pool)
        .await
    }

    /// How many changed records of the seed's own there are in each state but the first, and how many that came later and live.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn count_changed(&self, account: &str, model: &str, added: u32) -> Result<(i64, i64), sqlx::Error> {
        sqlx::query_as(
            "SELECT COALESCE(SUM(ordinal < $3 AND state > 0), 0), COALESCE(SUM(ordinal >= $3 AND state = 0), 0) \
             FROM records WHERE account_id = $1 AND model = $2",
        )
        .bind(account)
        .bind(model)
        .bind(added)
        .fetch_one(&self.pool)
        .await
    }
}

async fn put_record(db: &mut SqliteConnection, row: &RecordRow) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT INTO records (account_id, model, ordinal, id, created_at, modified_at, version, state, fields) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (account_id, model, ordinal) DO UPDATE SET id = excluded.id, \
         created_at = excluded.created_at, modified_at = excluded.modified_at, version = excluded.version, state = excluded.state, \
         fields = excluded.fields",
    )
    .bind(&row.account_id)
    .bind(&row.model)
    .bind(row.ordinal)
    .bind(&row.id)
    .bind(row.created_at)
    .bind(row.modified_at)
    .bind(row.version)
    .bind(row.state)
    .bind(&row.fields)
    .execute(db)
    .await?;
    Ok(())
}

async fn put_model(db: &mut SqliteConnection, row: &ModelRow) -> Result<(), sqlx::Error> {
    sqlx::query(
        "INSERT OR REPLACE INTO account_models (account_id, model, instance, size, base_start, base_end, initial_end, settled_at, syncs, added, \
         last_finished, last_result, fresh_as_of, late, changed_each, added_each, removed_each, scenario, scenario_initial, scenario_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)",
    )
    .bind(&row.account_id)
    .bind(&row.model)
    .bind(&row.instance)
    .bind(row.size)
    .bind(row.base_start)
    .bind(row.base_end)
    .bind(row.initial_end)
    .bind(row.settled_at)
    .bind(row.syncs)
    .bind(row.added)
    .bind(row.last_finished)
    .bind(&row.last_result)
    .bind(row.fresh_as_of)
    .bind(row.late)
    .bind(row.changed_each)
    .bind(row.added_each)
    .bind(row.removed_each)
    .bind(&row.scenario)
    .bind(row.scenario_initial)
    .bind(row.scenario_at)
    .execute(db)
    .await?;
    Ok(())
}
