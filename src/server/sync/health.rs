//! How an account is (§9): asked from the upstream, computed by [`crate::domain::sync::health`].

use std::time::Duration;

use super::{
    Syncing,
    refresh::{PAUSE_MILLIS, Stop},
};
use crate::{
    domain::{
        ids::AccountId,
        secret::Secret,
        sync::{Auth, Health, IssueSeen, Signs, health},
        time::UpstreamTime,
    },
    server::{
        merge::{Patience, Upstream, UpstreamError, UpstreamIssue},
        store::ports::sync::{Followed, Run},
        vault::account_identity,
    },
};

/// How often a check that somebody waits for makes room, and how long at most each time, in milliseconds.
const ROOM: usize = 6;
const ROOM_MILLIS: i64 = 15_000;

/// Asks the upstream for everything that tells how an account is. Only a confirmed refusal is a verdict; anything transient is an error and
/// changes nothing (S9).
///
/// # Errors
/// The upstream did not say.
pub async fn examine(upstream: &dyn Upstream, run: &Run, token: &Secret, patience: Patience) -> Result<(Health, Followed), UpstreamError> {
    let verdict = |auth| {
        let signs = Signs { upstream: None, auth, issues: &[], relinked_at: run.relinked_at };
        Ok((health(&signs), Followed::default()))
    };
    let details = match upstream.account_details(run.category, token, run.linked_account_id.as_deref(), patience).await {
        Ok(details) => details,
        Err(UpstreamError::Token) => return verdict(Auth::Refused),
        Err(UpstreamError::Absent) => return verdict(Auth::Absent),
        Err(error) => return Err(error),
    };
    let issues = match upstream.ongoing_issues(run.category, &details.id, patience).await {
        Ok(issues) => issues.into_iter().filter(|issue| issue.ongoing).map(seen).collect(),
        // A plan may not let us see the issues: then the rest decides.
        Err(UpstreamError::Forbidden { .. } | UpstreamError::NotFound) => Vec::new(),
        Err(error) => return Err(error),
    };
    let signs = Signs { upstream: Some(&details.status), auth: Auth::Accepted, issues: &issues, relinked_at: run.relinked_at };
    let followed = Followed {
        integration_name: Some(details.integration).filter(|name| !name.is_empty()),
        integration_slug: Some(details.integration_slug).filter(|slug| !slug.is_empty()),
        is_duplicate: details.is_duplicate,
    };
    Ok((health(&signs), followed))
}

fn seen(issue: UpstreamIssue) -> IssueSeen {
    IssueSeen {
        description: issue.error_description,
        details: issue.error_details,
        last_seen: issue.last_incident_time.as_deref().and_then(UpstreamTime::parse),
    }
}

impl Syncing {
    /// The hourly check of an account; `false`: nobody is to look at it any more.
    pub(super) async fn check(&self, account: AccountId) -> Result<bool, Stop> {
        self.not_paused().await?;
        let Some(run) = self.store.peek_run(account, self.upstream.base_url()).await? else { return Ok(false) };
        let token = self.vault.open(&account_identity(account), &run.account_token).map_err(|error| Stop::Failed(error.to_string()))?;
        if let Err(millis) = self.budgets.take(account).await? {
            return Err(Stop::Later { millis, reason: "the account's calls of this minute are used up".to_owned() });
        }
        let (health, followed) = match examine(self.upstream.as_ref(), &run, &token, Patience::Job).await {
            Ok(examined) => examined,
            Err(error) => return Err(self.failed(error).await),
        };
        self.store.resume_upstream(self.upstream.base_url()).await?;
        if self.store.set_health(account, run.credential_rev, &health, &followed, self.clock.now()).await? {
            self.changed(run.organization, account).await;
        }
        Ok(true)
    }

    /// Asks now how an account is, for somebody who looks at all of them; `false`: nobody is to ask about it. It waits where it has to make room
    /// for others, for a while.
    ///
    /// # Errors
    /// Why it could not be found out, for the operator.
    pub async fn check_now(&self, account: AccountId) -> Result<bool, String> {
        for _ in 0..ROOM {
            match self.check(account).await {
                Ok(asked) => return Ok(asked),
                Err(Stop::Later { millis, .. }) if millis <= ROOM_MILLIS => {
                    self.timer.pause(Duration::from_millis(u64::try_from(millis).unwrap_or_default())).await;
                }
                Err(Stop::Later { reason, .. } | Stop::Failed(reason)) => return Err(reason),
                Err(Stop::Fenced) => break,
            }
        }
        Err("others took all the room there is for asking".to_owned())
    }

    /// The key was refused to a call that a person waits for: the others are spared it for a while (S9).
    pub(super) async fn pause(&self) {
        if let Err(error) = self.store.pause_upstream(self.upstream.base_url(), PAUSE_MILLIS).await {
            tracing::warn!(%error, "could not pause the upstream's work");
        }
    }
}
