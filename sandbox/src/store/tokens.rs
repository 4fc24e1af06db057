//! Link tokens and public tokens: both are used once.

use sqlx::FromRow;

use super::Store;
use crate::clock::Micros;
use crate::ids;

/// A link token and what it was asked for.
#[derive(Clone, Debug, FromRow)]
pub struct LinkToken {
    /// The secret.
    pub token: String,
    /// The client's id for the end user.
    pub origin_id: String,
    /// The end user's organisation.
    pub organization: String,
    /// The end user's e-mail address.
    pub email: String,
    /// Categories to show, comma separated.
    pub categories: String,
    /// The category of the path that made it; none for the category-free path.
    pub path_category: Option<String>,
    /// The app chosen beforehand.
    pub integration: Option<String>,
    /// `en`, `de` or none.
    pub language: Option<String>,
    /// Syncs are off for the account.
    pub syncs_disabled: bool,
    /// `PRODUCTION` or `TEST`.
    pub account_type: String,
    /// Made.
    pub created_at: Micros,
    /// Not accepted from then on.
    pub expires_at: Micros,
    /// The window that opened it: no other window may.
    pub window_id: Option<String>,
    /// The account that its window works on.
    pub account_id: Option<String>,
    /// The account had its app before the window was opened: no other may be picked.
    pub locked: bool,
    /// Its window finished.
    pub finished_at: Option<Micros>,
}

impl Store {
    /// Keeps a new link token.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_link_token(&self, t: &LinkToken) -> Result<(), sqlx::Error> {
        sqlx::query(
            "INSERT INTO link_tokens (token, origin_id, organization, email, categories, path_category, integration, language, syncs_disabled, \
             account_type, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        )
        .bind(&t.token)
        .bind(&t.origin_id)
        .bind(&t.organization)
        .bind(&t.email)
        .bind(&t.categories)
        .bind(&t.path_category)
        .bind(&t.integration)
        .bind(&t.language)
        .bind(t.syncs_disabled)
        .bind(&t.account_type)
        .bind(t.created_at)
        .bind(t.expires_at)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// A link token by its secret.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn link_token(&self, token: &str) -> Result<Option<LinkToken>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM link_tokens WHERE token = $1").bind(token).fetch_optional(&self.pool).await
    }

    /// Binds a link token to the first window that opens it; false when another window has it.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn claim_link_token(&self, token: &str, window_id: &str) -> Result<bool, sqlx::Error> {
        let claimed = sqlx::query("UPDATE link_tokens SET window_id = $2 WHERE token = $1 AND (window_id IS NULL OR window_id = $2)")
            .bind(token)
            .bind(window_id)
            .execute(&self.pool)
            .await?;
        Ok(claimed.rows_affected() == 1)
    }

    /// Keeps the account that the window works on.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn point_link_token(&self, token: &str, account_id: &str, locked: bool) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE link_tokens SET account_id = $2, locked = $3 WHERE token = $1")
            .bind(token)
            .bind(account_id)
            .bind(locked)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// Spends a link token; false when it was spent before.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn finish_link_token(&self, token: &str, now: Micros) -> Result<bool, sqlx::Error> {
        let spent = sqlx::query("UPDATE link_tokens SET finished_at = $2 WHERE token = $1 AND finished_at IS NULL")
            .bind(token)
            .bind(now)
            .execute(&self.pool)
            .await?;
        Ok(spent.rows_affected() == 1)
    }

    /// Makes a public token for an account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn insert_public_token(&self, account_id: &str, now: Micros) -> Result<String, sqlx::Error> {
        let token = ids::token();
        sqlx::query("INSERT INTO public_tokens (token, account_id, created_at) VALUES ($1, $2, $3)")
            .bind(&token)
            .bind(account_id)
            .bind(now)
            .execute(&self.pool)
            .await?;
        Ok(token)
    }

    /// The id of the account that a public token stands for, spent or not.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn public_token_account(&self, token: &str) -> Result<Option<String>, sqlx::Error> {
        sqlx::query_scalar("SELECT account_id FROM public_tokens WHERE token = $1").bind(token).fetch_optional(&self.pool).await
    }

    /// Spends a public token made after `not_before`, and says whose it was; none when it is unknown, spent or too old.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn spend_public_token(&self, token: &str, not_before: Micros, now: Micros) -> Result<Option<String>, sqlx::Error> {
        sqlx::query_scalar(
            "UPDATE public_tokens SET used_at = $3 WHERE token = $1 AND used_at IS NULL AND created_at >= $2 RETURNING account_id",
        )
        .bind(token)
        .bind(not_before)
        .bind(now)
        .fetch_optional(&self.pool)
        .await
    }
}
