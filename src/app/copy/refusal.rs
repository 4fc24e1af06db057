//! What is said when something did not work.

use crate::{
    api::error::{ApiError, Code},
    say,
};

messages! {
    /// Nothing to show after a refused change.
    try_again = "try-again";
    /// A fault of ours.
    internal = "internal";
    /// The session is over.
    session_over = "refused-signed-out";
    /// An attempt to connect did not even begin.
    connection_failed = "ending-failed";
    /// The server could not be reached.
    unreachable = "refused-offline";
}

/// A limit is reached: when to come again.
pub fn too_many_attempts(seconds: u64) -> String {
    // A minute and a half is still said as one.
    let minutes = if seconds > 90 { seconds.div_ceil(60) } else { 1 };
    say!("too-many-attempts", count = minutes)
}

/// A refusal, in words for a person. The server's sentences are such words, but for faults that are nobody's in the room.
pub fn refusal(error: &ApiError) -> String {
    match error.code {
        Code::Offline => unreachable(),
        Code::TooManyRequests => too_many_attempts(error.retry_after.unwrap_or_default()),
        Code::SignedOut => session_over(),
        Code::OrganizationChanged => say!("refused-organization"),
        Code::UpstreamRefused | Code::UpstreamUnreachable | Code::UpstreamBusy | Code::NotReady => connection_failed(),
        _ if error.error.is_empty() => try_again(),
        _ => error.error.clone(),
    }
}

/// The same for changes that have nothing to do with connecting.
pub fn change_refusal(error: &ApiError) -> String {
    match error.code {
        Code::UpstreamRefused | Code::UpstreamUnreachable | Code::UpstreamBusy | Code::NotReady => try_again(),
        _ => refusal(error),
    }
}

/// Why a check or a sync on demand was refused.
pub fn sync_refusal(error: &ApiError) -> String {
    match error.code {
        Code::TooManyRequests => {
            let minutes = error.retry_after.map_or(1, |seconds| seconds.div_ceil(60)).max(1);
            say!("asked-a-moment-ago", count = minutes)
        }
        Code::UpstreamRefused | Code::UpstreamUnreachable | Code::UpstreamBusy if !error.error.is_empty() => error.error.clone(),
        _ => change_refusal(error),
    }
}
