//! What can go wrong while a person waits for a sync, and what they are told.

use crate::{
    api::error::{ApiError, Code},
    app::copy,
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
        UpstreamError::Key => ApiError::new(Code::UpstreamRefused, copy::told_no_checking()),
        UpstreamError::Busy { retry_after } => {
            let seconds = retry_after.unwrap_or(30).clamp(1, 3_600);
            ApiError::new(Code::UpstreamBusy, copy::told_busy()).retry_after(seconds)
        }
        UpstreamError::Token => ApiError::new(Code::UpstreamRefused, copy::told_asks_sign_in()),
        UpstreamError::Absent => ApiError::new(Code::UpstreamRefused, copy::told_removed_access()),
        UpstreamError::Unreachable { .. } => ApiError::new(Code::UpstreamUnreachable, copy::told_check_failed()),
        _ => ApiError::new(Code::UpstreamRefused, copy::told_check_failed()),
    }
}
