//! The keys of the company's own programs (§3): read only, stored as hashes.

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreResult;
use crate::domain::{ids::OrganizationId, time::Timestamp};

/// A key as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Its id.
    pub id: Uuid,
    /// The one organisation that it reads; `None`: all of them.
    pub organization: Option<OrganizationId>,
    /// What it was made for.
    pub name: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was used last, to the minute.
    pub last_used_at: Option<Timestamp>,
    /// When it was taken away.
    pub revoked_at: Option<Timestamp>,
}

/// The keys.
#[async_trait]
pub trait ApiKeys: Send + Sync {
    /// Keeps a new key. `key_hash` is the SHA-256 of the key in hexadecimal; the key itself is never stored. `false`: there is no such
    /// organisation.
    async fn create_key(&self, key: &ApiKey, key_hash: &str) -> StoreResult<bool>;
    /// The live key of this hash.
    async fn key_by_hash(&self, key_hash: &str) -> StoreResult<Option<ApiKey>>;
    /// Notes that a key was used, unless that was noted within the last minute.
    async fn key_used(&self, key: &ApiKey, now: Timestamp) -> StoreResult<()>;
    /// Takes a key away; whether there was a live one.
    async fn revoke_key(&self, id: Uuid, now: Timestamp) -> StoreResult<bool>;
    /// All keys in order of creation.
    async fn keys(&self) -> StoreResult<Vec<ApiKey>>;
    /// Whether there is such an organisation.
    async fn has_organization(&self, organization: OrganizationId) -> StoreResult<bool>;
}
