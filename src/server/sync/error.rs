//! What can go wrong while a person waits for a sync, and what they are told.

use crate::{
    api::error::{ApiError, Code},
    server::{merge::UpstreamError, store::ports::StoreError, vault::VaultError},
};

/// Why a use case of the sync did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum SyncError {
    /// What came in is wrong, or the state of things forbids it: already in the words that leave.
    #[error(transparent)]
    Told(#[from] ApiError),
    /// The upstream failed. No status of any account changed.
    #[error("upstream: {0}")]
    Upstream(#[from] UpstreamError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The token could not be opened. Never a reason to change a status (§13).
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<SyncError> for ApiError {
    fn from(error: SyncError) -> Self {
        match error {
            SyncError::Told(told) => told,
            SyncError::Store(error) => error.into(),
            SyncError::Vault(error) => {
                tracing::error!(%error, "the vault failed");
                Self::internal()
            }
            SyncError::Upstream(error) => from_upstream(&error),
        }
    }
}

fn from_upstream(error: &UpstreamError) -> ApiError {
    tracing::warn!(%error, "the upstream did not tell how a sync stands");
    match error {
        UpstreamError::Key => {
            ApiError::new(Code::UpstreamRefused, "We can't check for new data right now. We're on it — no action needed.")
        }
        UpstreamError::Busy { retry_after } => {
            let seconds = retry_after.unwrap_or(30).clamp(1, 3_600);
            ApiError::new(Code::UpstreamBusy, "The other side is busy. Please try again in a minute.").retry_after(seconds)
        }
        UpstreamError::Token => ApiError::new(Code::UpstreamRefused, "This app asks for a new sign-in. Reconnect it to get new data."),
        UpstreamError::Absent => ApiError::new(Code::UpstreamRefused, "This app removed our access. Reconnect it to get new data."),
        UpstreamError::Unreachable { .. } => {
            ApiError::new(Code::UpstreamUnreachable, "We couldn't check for new data. Please try again in a moment.")
        }
        _ => ApiError::new(Code::UpstreamRefused, "We couldn't check for new data. Please try again in a moment."),
    }
}
