//! Issues: what is wrong with an account, as the upstream tells its clients.

use sqlx::FromRow;

use super::Store;
use crate::clock::Micros;
use crate::ids;

/// An issue.
#[derive(Clone, Debug, FromRow)]
pub struct Issue {
    /// UUID.
    pub id: String,
    /// The account that has it.
    pub account_id: String,
    /// `ONGOING` or `RESOLVED`.
    pub status: String,
    /// A few words.
    pub error_description: String,
    /// Sentences, as a JSON array.
    pub error_details: String,
    /// First seen.
    pub first_incident: Micros,
    /// Last seen.
    pub last_incident: Micros,
    /// Hidden unless asked for.
    pub is_muted: bool,
}

impl Store {
    /// Opens an issue, or notes that the same one was seen again.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn raise_issue(&self, account_id: &str, description: &str, details: &[String], now: Micros) -> Result<Issue, sqlx::Error> {
        let details = serde_json::Value::from(details.to_vec()).to_string();
        let again = sqlx::query_as(
            "UPDATE issues SET last_incident = $3, error_details = $4 WHERE account_id = $1 AND error_description = $2 AND status = 'ONGOING' RETURNING *",
        )
        .bind(account_id)
        .bind(description)
        .bind(now)
        .bind(&details)
        .fetch_optional(&self.pool)
        .await?;
        if let Some(issue) = again {
            return Ok(issue);
        }
        sqlx::query_as(
            "INSERT INTO issues (id, account_id, status, error_description, error_details, first_incident, last_incident) \
             VALUES ($1, $2, 'ONGOING', $3, $4, $5, $5) RETURNING *",
        )
        .bind(ids::uuid())
        .bind(account_id)
        .bind(description)
        .bind(details)
        .bind(now)
        .fetch_one(&self.pool)
        .await
    }

    /// All issues, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn issues(&self) -> Result<Vec<Issue>, sqlx::Error> {
        sqlx::query_as("SELECT * FROM issues ORDER BY first_incident, id").fetch_all(&self.pool).await
    }

    /// Sets the status and the mute of an issue; false when it is not there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn save_issue(&self, id: &str, status: &str, is_muted: bool) -> Result<bool, sqlx::Error> {
        let saved = sqlx::query("UPDATE issues SET status = $2, is_muted = $3 WHERE id = $1")
            .bind(id)
            .bind(status)
            .bind(is_muted)
            .execute(&self.pool)
            .await?;
        Ok(saved.rows_affected() == 1)
    }

    /// Resolves every ongoing issue of an account.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn resolve_issues(&self, account_id: &str) -> Result<(), sqlx::Error> {
        sqlx::query("UPDATE issues SET status = 'RESOLVED' WHERE account_id = $1 AND status = 'ONGOING'")
            .bind(account_id)
            .execute(&self.pool)
            .await?;
        Ok(())
    }
}
