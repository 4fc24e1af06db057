//! The durable jobs of linking: what a crash or a refusal left to be done (S12).

use async_trait::async_trait;

use super::{Linking, LinkingError, exchange::LEASE_MILLIS};
use crate::{
    domain::{
        backoff,
        ids::{AccountId, AttemptId},
    },
    server::{
        jobs::{Handler, Outcome},
        merge::Patience,
        store::ports::{ClaimedForJob, Job},
    },
};

/// The kinds that [`Linking`] handles.
pub const KINDS: [&str; 3] = [FINISH_EXCHANGE, DELETE_UPSTREAM, PURGE];
pub(super) const FINISH_EXCHANGE: &str = "finish_exchange";
const DELETE_UPSTREAM: &str = "delete_upstream";
const PURGE: &str = "purge";

/// Tries of an exchange before it is given up: with the waits below about half an hour, longer than a public token lives.
const EXCHANGE_TRIES: i64 = 12;
const EXCHANGE_WAIT_MAX: i64 = 5 * 60_000;
/// A deletion is never given up; it waits at most this long between two tries.
const DELETE_WAIT_MAX: i64 = 24 * 3_600_000;
/// Rows that one purge transaction removes.
const PURGE_SLICE: u32 = 500;
/// Rows of a purge before other jobs get their turn.
const PURGE_TURN: u64 = 10_000;

#[async_trait]
impl Handler for Linking {
    fn kinds(&self) -> &'static [&'static str] {
        &KINDS
    }

    async fn handle(&self, job: &Job) -> Outcome {
        let tries = u32::try_from(job.attempts).unwrap_or(u32::MAX);
        let wait = |max| backoff::delay(tries, 1_000, max, self.rng.unit());
        match job.kind.as_str() {
            FINISH_EXCHANGE => {
                let last = job.attempts >= EXCHANGE_TRIES;
                match self.resume_exchange(AttemptId(job.subject), last).await {
                    Ok(true) => Outcome::Done,
                    Ok(false) => Outcome::again(LEASE_MILLIS, &"another worker has it"),
                    Err(error) if error.is_transient() && !last => Outcome::again(wait(EXCHANGE_WAIT_MAX), &error),
                    Err(error) => {
                        tracing::warn!(%error, "an exchange ended without a connection");
                        Outcome::Done
                    }
                }
            }
            DELETE_UPSTREAM => match self.finish_delete(AccountId(job.subject)).await {
                Ok(_) => Outcome::Done,
                Err(error) => Outcome::again(wait(DELETE_WAIT_MAX), &error),
            },
            _ => match self.purge(AccountId(job.subject)).await {
                Ok(true) => Outcome::Done,
                Ok(false) => Outcome::Again { in_millis: 1, reason: "more to remove".to_owned() },
                Err(error) => Outcome::again(wait(60_000), &error),
            },
        }
    }
}

impl Linking {
    /// Goes on with an exchange that its process left; whether there is nothing left to do.
    async fn resume_exchange(&self, attempt: AttemptId, last: bool) -> Result<bool, LinkingError> {
        match self.store.claim_exchange_for_job(attempt, LEASE_MILLIS).await? {
            ClaimedForJob::Over => Ok(true),
            ClaimedForJob::Busy => Ok(false),
            ClaimedForJob::Mine(org, attempt) => Ok(self.go_on(&org, *attempt, Patience::Job, last).await?.is_some()),
        }
    }

    /// Removes records in small transactions; whether all are gone.
    async fn purge(&self, account: AccountId) -> Result<bool, LinkingError> {
        let mut removed = 0;
        while removed < PURGE_TURN {
            match self.store.purge_records(account, PURGE_SLICE).await? {
                0 => return Ok(true),
                some => removed += some,
            }
        }
        Ok(false)
    }
}
