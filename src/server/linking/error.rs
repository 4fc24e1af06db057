//! What can go wrong while linking, and what a person is told.

use crate::{
    api::error::{ApiError, Code},
    app::copy,
    server::{merge::UpstreamError, store::ports::StoreError, vault::VaultError},
};

/// Why a linking use case did not do its work.
#[derive(Debug, thiserror::Error)]
pub enum LinkingError {
    /// What came in is wrong, or the state of things forbids it: already in the words that leave.
    #[error(transparent)]
    Told(#[from] ApiError),
    /// The upstream failed. No status of any account changed.
    #[error("upstream: {0}")]
    Upstream(#[from] UpstreamError),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A token could not be opened: a key is missing, or the row was tampered with. Never a reason to change a status (§13).
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl LinkingError {
    /// Whether the same call may succeed a moment later, so that nothing may be given up yet.
    pub const fn is_transient(&self) -> bool {
        match self {
            Self::Told(_) => false,
            Self::Store(_) | Self::Vault(_) => true,
            Self::Upstream(error) => matches!(
                error,
                UpstreamError::Busy { .. } | UpstreamError::Broken { .. } | UpstreamError::Unreachable { .. } | UpstreamError::Key
            ),
        }
    }
}

/// 404, the same for what is not there and for what is somebody else's.
pub fn not_found() -> ApiError {
    ApiError::new(Code::NotFound, copy::told_app_not_found())
}

impl From<LinkingError> for ApiError {
    fn from(error: LinkingError) -> Self {
        match error {
            LinkingError::Told(told) => told,
            LinkingError::Store(error) => {
                tracing::error!(%error, "the store failed");
                Self::new(Code::NotReady, copy::told_no_store()).retry_after(5)
            }
            LinkingError::Vault(error) => {
                tracing::error!(%error, "the vault failed");
                Self::internal()
            }
            LinkingError::Upstream(error) => from_upstream(&error),
        }
    }
}

fn from_upstream(error: &UpstreamError) -> ApiError {
    let again = copy::connection_failed;
    match error {
        UpstreamError::Key => {
            tracing::error!("the upstream refused the API key: no account was changed; check MERGE_API_KEY");
            ApiError::new(Code::UpstreamRefused, copy::told_no_connecting())
        }
        UpstreamError::Busy { retry_after } => {
            let seconds = retry_after.unwrap_or(30).clamp(1, 3_600);
            ApiError::new(Code::UpstreamBusy, copy::told_busy()).retry_after(seconds)
        }
        UpstreamError::Unreachable { detail } => {
            tracing::warn!(detail, "the upstream cannot be reached");
            ApiError::new(Code::UpstreamUnreachable, again())
        }
        UpstreamError::Forbidden { detail } => {
            tracing::warn!(detail, "the upstream forbids the call");
            ApiError::new(Code::UpstreamRefused, copy::told_not_available())
        }
        UpstreamError::Refused { status, detail } => {
            tracing::warn!(status, detail, "the upstream refused the call");
            ApiError::new(Code::UpstreamRefused, again())
        }
        UpstreamError::Broken { detail } => {
            tracing::warn!(detail, "the upstream is broken");
            ApiError::new(Code::UpstreamRefused, again())
        }
        UpstreamError::NotFound | UpstreamError::Token | UpstreamError::Absent => {
            tracing::warn!(%error, "the upstream refused the call");
            ApiError::new(Code::UpstreamRefused, again())
        }
    }
}
