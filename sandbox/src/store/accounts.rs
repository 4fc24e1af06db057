//! Linked accounts: one per (origin id, category), from the moment a person opens the window.

use serde_json::{Map, Value};
use sqlx::FromRow;

use super::Store;
use crate::catalogue::Category;
use crate::clock::Micros;
use crate::ids;

/// A linked account.
#[derive(Clone, Debug, FromRow)]
pub struct Account {
    /// UUID.
    pub id: String,
    /// The category's word.
    pub category: String,
    /// The client's id for the end user.
    pub origin_id: String,
    /// The end user's organisation.
    pub organization: String,
    /// The end user's e-mail address.
    pub email: String,
    /// The slug of the app, once picked.
    pub integration: Option<String>,
    /// `COMPLETE`, `INCOMPLETE`, `RELINK_NEEDED` or `IDLE`.
    pub status: String,
    /// A sentence about the status.
    pub status_detail: Option<String>,
    /// The credential of data requests, once linked.
    pub account_token: Option<String>,
    /// `PRODUCTION` or `TEST`.
    pub account_type: String,
    /// Whether another account has the same credentials; null when that is not known.
    pub is_duplicate: Option<bool>,
    /// The tenant that was linked.
    pub instance_id: Option<String>,
    /// The tenant's name.
    pub instance_display_value: Option<String>,
    /// What the person typed as their address.
    pub subdomain: Option<String>,
    /// The last part of the webhook listener's URL.
    pub listener: String,
    /// First seen.
    pub created_at: Micros,
    /// Linked.
    pub completed_at: Option<Micros>,
    /// Start of the initial sync.
    pub first_sync_at: Option<Micros>,
    /// Start of the last sync that was asked for.
    pub resynced_at: Option<Micros>,
    /// Since when the credentials do not work.
    pub broken_at: Option<Micros>,
    /// Syncs are off for the account.
    pub syncs_disabled: bool,
    /// Models switched off by scopes, as a JSON array of model ids.
    pub disabled_models: String,
    /// Models that the credentials may not read, as a JSON array of model ids.
    pub restricted_models: String,
    /// By model id, what a test wants `sync-status` to say, as a JSON object.
    pub sync_overrides: String,
    /// When something next happens to its records; unknown after every change of the account.
    pub next_due: Option<Micros>,
}

impl Account {
    /// The category; the store holds no other words.
    pub fn category(&self) -> Category {
        self.category.parse().unwrap_or(Category::Hris)
    }

    /// Model ids switched off by scopes.
    pub fn disabled_models(&self) -> Vec<String> {
        serde_json::from_str(&self.disabled_models).unwrap_or_default()
    }

    /// Model ids that the credentials may not read.
    pub fn restricted_models(&self) -> Vec<String> {
        serde_json::from_str(&self.restricted_models).unwrap_or_default()
    }

    /// What a test wants `sync-status` to say, by model id.
    pub fn sync_overrides(&self) -> Map<String, Value> {
        serde_json::from_str(&self.sync_overrides).unwrap_or_default()
    }
}

/// Who an account is for.
#[derive(Clone, Debug)]
pub struct AccountKey<'a> {
    /// The category.
    pub category: Category,
    /// The client's id for the end user.
    pub origin_id: &'a str,
    /// The end user's organisation.
    pub organization: &'a str,
    /// The end user's e-mail address.
    pub email: &'a str,
    /// `PRODUCTION` or `TEST`.
    pub account_type: &'a str,
    /// Syncs are off for the account.
    pub syncs_disabled: bool,
}

/// What a successful credential screen leaves on the account.
#[derive(Clone, Debug)]
pub struct Completion {
    /// The app.
    pub integration: String,
    /// What the person typed as their address.
    pub subdomain: Option<String>,
    /// The tenant.
    pub instance_id: String,
    /// The tenant's name.
    pub instance_display_value: String,
    /// Model ids that the credentials may not read.
    pub restricted_models: Vec<String>,
    /// Give the account a new token although it has one.
    pub renew_token: bool,
}

impl Store {
    /// The account of an origin id in a category.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account_by_origin(&self, category: Category, origin_id: &str) -> Result<Option<Account>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM accounts WHERE category = $1 AND origin_id = $2")
            .bind(category.as_str())
            .bind(origin_id)
            .fetch_optional(&self.pool)
            .await
    }

    /// The account with this id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account(&self, id: &str) -> Result<Option<Account>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM accounts WHERE id = $1").bind(id).fetch_optional(&self.pool).await
    }

    /// The account with this token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn account_by_token(&self, token: &str) -> Result<Option<Account>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM accounts WHERE account_token = $1").bind(token).fetch_optional(&self.pool).await
    }

    /// All accounts, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn accounts(&self) -> Result<Vec<Account>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM accounts ORDER BY created_at, id").fetch_all(&self.pool).await
    }

    /// The account of the key, made INCOMPLETE when there is none. The names of an existing one follow the newest request.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn open_account(&self, key: &AccountKey<'_>, now: Micros) -> Result<Account, sqlx::Error> {
        sqlx::query_as(
            "INSERT INTO accounts (id, category, origin_id, organization, email, status, account_type, listener, created_at, syncs_disabled) \
             VALUES ($1, $2, $3, $4, $5, 'INCOMPLETE', $6, $7, $8, $9) \
             ON CONFLICT (category, origin_id) DO UPDATE SET organization = excluded.organization, email = excluded.email RETURNING *",
        )
        .bind(ids::uuid())
        .bind(key.category.as_str())
        .bind(key.origin_id)
        .bind(key.organization)
        .bind(key.email)
        .bind(key.account_type)
        .bind(ids::token().chars().take(15).collect::<String>())
        .bind(now)
        .bind(key.syncs_disabled)
        .fetch_one(&self.pool)
        .await
    }

    /// Keeps the app that the person picked; an account that already has one keeps that.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn pick_integration(&self, id: &str, slug: &str) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE accounts SET integration = $2 WHERE id = $1 AND integration IS NULL")
            .bind(id)
            .bind(slug)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Forgets the app of an account that was never linked, so that another can be picked.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn unpick_integration(&self, id: &str) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE accounts SET integration = NULL WHERE id = $1 AND completed_at IS NULL").bind(id).execute(&self.pool).await?;
        Ok(())
    }

    /// Makes the account COMPLETE: first time with a new token and an initial sync, on a relink with the token it has and a fresh sync.
    /// Every ongoing issue is resolved.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn complete_account(&self, id: &str, done: &Completion, now: Micros) -> Result<Account, sqlx::Error> {
        let mut tx = self.pool.begin().await?;
        sqlx::query("UPDATE issues SET status = 'RESOLVED' WHERE account_id = $1 AND status = 'ONGOING'")
            .bind(id)
            .execute(&mut *tx)
            .await?;
        let account = sqlx::query_as(
            "UPDATE accounts SET integration = $2, status = 'COMPLETE', status_detail = NULL, subdomain = $3, instance_id = $4, \
             instance_display_value = $5, restricted_models = $6, \
             account_token = CASE WHEN account_token IS NULL OR $7 THEN $8 ELSE account_token END, \
             completed_at = COALESCE(completed_at, $9), first_sync_at = COALESCE(first_sync_at, $9), \
             resynced_at = CASE WHEN first_sync_at IS NULL THEN NULL ELSE $9 END, broken_at = NULL, next_due = NULL, \
             is_duplicate = CASE WHEN account_type = 'TEST' THEN NULL ELSE COALESCE(is_duplicate, 0) END \
             WHERE id = $1 RETURNING *",
        )
        .bind(id)
        .bind(&done.integration)
        .bind(&done.subdomain)
        .bind(&done.instance_id)
        .bind(&done.instance_display_value)
        .bind(Value::from(done.restricted_models.clone()).to_string())
        .bind(done.renew_token)
        .bind(ids::token())
        .bind(now)
        .fetch_one(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(account)
    }

    /// Starts a sync that was asked for.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resync(&self, id: &str, now: Micros) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE accounts SET resynced_at = $2, next_due = NULL WHERE id = $1").bind(id).bind(now).execute(&self.pool).await?;
        Ok(())
    }

    /// Replaces the account's token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn renew_account_token(&self, id: &str) -> Result<String, sqlx::Error> {
        let token = ids::token();
        sqlx::query("UPDATE accounts SET account_token = $2 WHERE id = $1").bind(id).bind(&token).execute(&self.pool).await?;
        Ok(token)
    }

    /// Removes the account with its issues and unspent tokens; false when it is not there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_account(&self, id: &str) -> Result<bool, sqlx::Error> {
        let mut tx = self.pool.begin().await?;
        sqlx::query("DELETE FROM issues WHERE account_id = $1").bind(id).execute(&mut *tx).await?;
        sqlx::query("DELETE FROM public_tokens WHERE account_id = $1").bind(id).execute(&mut *tx).await?;
        sqlx::query("DELETE FROM documents WHERE owner = $1").bind(id).execute(&mut *tx).await?;
        for table in ["account_models", "records", "pending_records"] {
            sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM {table} WHERE account_id = $1"))).bind(id).execute(&mut *tx).await?;
        }
        let gone = sqlx::query("DELETE FROM accounts WHERE id = $1").bind(id).execute(&mut *tx).await?.rows_affected();
        tx.commit().await?;
        Ok(gone == 1)
    }

    /// Writes every field of the account that the control API may change.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save_account(&self, account: &Account) -> Result<(), sqlx::Error> {
        sqlx::query(
            "UPDATE accounts SET status = $2, status_detail = $3, account_type = $4, is_duplicate = $5, instance_id = $6, \
             instance_display_value = $7, broken_at = $8, disabled_models = $9, restricted_models = $10, sync_overrides = $11, \
             syncs_disabled = $12, next_due = NULL WHERE id = $1",
        )
        .bind(&account.id)
        .bind(&account.status)
        .bind(&account.status_detail)
        .bind(&account.account_type)
        .bind(account.is_duplicate)
        .bind(&account.instance_id)
        .bind(&account.instance_display_value)
        .bind(account.broken_at)
        .bind(&account.disabled_models)
        .bind(&account.restricted_models)
        .bind(&account.sync_overrides)
        .bind(account.syncs_disabled)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
