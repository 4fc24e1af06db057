//! People whom a host product brings (P3).

use async_trait::async_trait;

use super::{Person, StoreResult};
use crate::domain::{
    embedding::Ticket,
    ids::{OrganizationId, UserId},
    theme::Theme,
    time::Timestamp,
};

/// What a ticket that is believed opens.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What the host product says.
    pub ticket: Ticket,
    /// Fresh id, for an organisation that is seen first.
    pub organization: OrganizationId,
    /// Fresh id, for a person who is seen first.
    pub user: UserId,
    /// Of the session that begins.
    pub session: FrameSession,
}

/// The session of a frame.
#[derive(Clone, Debug)]
pub struct FrameSession {
    /// The SHA-256 of the cookie's value in hexadecimal.
    pub token_hash: String,
    /// When it ends.
    pub expires_at: Timestamp,
    /// The origin of the page around the frame.
    pub origin: String,
    /// How it asked to be painted.
    pub theme: Theme,
}

/// Whom a frame's session lets in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guest {
    /// The person; the e-mail address is the host's word, or one that leads nowhere.
    pub person: Person,
    /// The origin of the page around the frame.
    pub origin: String,
    /// How it asked to be painted.
    pub theme: Theme,
}

/// People whom a host product brings.
#[async_trait]
pub trait Embedding: Send + Sync {
    /// Takes a ticket: makes the organisation and the person where they are seen first, follows their names and the role where they are known,
    /// and begins the session. `false`: the ticket was taken before, and nothing was written.
    async fn enter(&self, entry: &Entry, now: Timestamp) -> StoreResult<bool>;
    /// Whom a live session of a frame lets in. A session of our own pages is none.
    async fn guest(&self, token_hash: &str, now: Timestamp) -> StoreResult<Option<Guest>>;
}
