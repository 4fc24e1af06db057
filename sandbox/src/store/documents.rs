//! Small things that are kept as they came: scopes, field mappings, target fields, receivers, receipts; and the audit trail.

use serde_json::Value;
use sqlx::FromRow;

use super::Store;
use crate::clock::Micros;
use crate::ids;

/// An event of the audit trail.
#[derive(Clone, Debug, FromRow)]
pub struct AuditEvent {
    /// UUID.
    pub id: String,
    /// A word of the upstream's enum.
    pub event_type: String,
    /// A sentence.
    pub description: String,
    /// When.
    pub created_at: Micros,
}

impl Store {
    /// Keeps a document, in place of the one with the same id.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn put_document(&self, kind: &str, owner: &str, id: &str, body: &Value, now: Micros) -> Result<(), sqlx::Error> {
        sqlx::query(
            "INSERT INTO documents (kind, owner, id, body, created_at) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (kind, owner, id) DO UPDATE SET body = excluded.body",
        )
        .bind(kind)
        .bind(owner)
        .bind(id)
        .bind(body.to_string())
        .bind(now)
        .execute(&self.pool)
        .await?;
        Ok(())
    }

    /// The documents of an owner, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn documents(&self, kind: &str, owner: &str) -> Result<Vec<Value>, sqlx::Error> {
        let bodies: Vec<String> =
            sqlx::query_scalar("SELECT body FROM documents WHERE kind = $1 AND owner = $2 ORDER BY created_at, rowid")
                .bind(kind)
                .bind(owner)
                .fetch_all(&self.pool)
                .await?;
        Ok(bodies.iter().filter_map(|body| serde_json::from_str(body).ok()).collect())
    }

    /// One document.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn document(&self, kind: &str, owner: &str, id: &str) -> Result<Option<Value>, sqlx::Error> {
        let body: Option<String> = sqlx::query_scalar("SELECT body FROM documents WHERE kind = $1 AND owner = $2 AND id = $3")
            .bind(kind)
            .bind(owner)
            .bind(id)
            .fetch_optional(&self.pool)
            .await?;
        Ok(body.and_then(|body| serde_json::from_str(&body).ok()))
    }

    /// Removes a document; false when it is not there.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn delete_document(&self, kind: &str, owner: &str, id: &str) -> Result<bool, sqlx::Error> {
        let gone = sqlx::query("DELETE FROM documents WHERE kind = $1 AND owner = $2 AND id = $3")
            .bind(kind)
            .bind(owner)
            .bind(id)
            .execute(&self.pool)
            .await?;
        Ok(gone.rows_affected() == 1)
    }

    /// Adds an event to the audit trail.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit(&self, event_type: &str, description: &str, now: Micros) -> Result<(), sqlx::Error> {
        sqlx::query("INSERT INTO audit (id, event_type, description, created_at) VALUES ($1, $2, $3, $4)")
            .bind(ids::uuid())
            .bind(event_type)
            .bind(description)
            .bind(now)
            .execute(&self.pool)
            .await?;
        Ok(())
    }

    /// The audit trail, oldest first.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn audit_trail(&self) -> Result<Vec<AuditEvent>, sqlx::Error> {
        sqlx::query_as("SELECT id, event_type, description, created_at FROM audit ORDER BY created_at, rowid").fetch_all(&self.pool).await
    }
}
