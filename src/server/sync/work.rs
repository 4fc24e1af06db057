//! The durable jobs of the sync (S7, S12): a refresh plans the next one, a health check the next one, and who has neither gets both.

use std::time::Duration;

use async_trait::async_trait;
use tokio::sync::watch;

use super::{Syncing, refresh::Stop};
use crate::{
    domain::{backoff, ids::AccountId},
    server::{
        jobs::{Handler, Outcome},
        store::ports::{Job, StoreResult},
    },
};

/// Everything that is new of an account; its id is the subject. Anybody may queue it at any time.
pub const REFRESH: &str = "refresh";
/// A full reconciliation of an account (S11).
pub const RECONCILE: &str = "reconcile";
/// How an account is (§9).
pub const HEALTH: &str = "health";
/// The kinds that [`Syncing`] handles.
pub const KINDS: [&str; 3] = [REFRESH, RECONCILE, HEALTH];

/// The longest wait between two tries of a job that failed, in milliseconds.
const WAIT_MAX: i64 = 10 * 60_000;
/// Between two looks at an account's health, in milliseconds, give or take a quarter.
const HEALTH_EVERY: i64 = 3_600_000;
/// Between two looks for accounts that nobody looks after.
const LOOK_AFTER_EVERY: Duration = Duration::from_secs(5 * 60);
/// Accounts that are given a job at once.
const ACCOUNTS_AT_ONCE: u32 = 500;

#[async_trait]
impl Handler for Syncing {
    fn kinds(&self) -> &'static [&'static str] {
        &KINDS
    }

    async fn handle(&self, job: &Job) -> Outcome {
        match job.kind.as_str() {
            REFRESH => self.refresh_job(job).await,
            RECONCILE => match self.store.want_reconciliation(AccountId(job.subject), REFRESH, self.clock.now()).await {
                Ok(()) => {
                    self.wake.notify_one();
                    Outcome::Done
                }
                Err(error) => self.again(job, &error),
            },
            _ => self.health_job(job).await,
        }
    }
}

impl Syncing {
    fn again(&self, job: &Job, reason: &impl std::fmt::Display) -> Outcome {
        let tries = u32::try_from(job.attempts).unwrap_or(u32::MAX);
        Outcome::again(backoff::delay(tries, 2_000, WAIT_MAX, self.rng.unit()), reason)
    }

    /// What becomes of a job whose work stopped.
    async fn stopped(&self, job: &Job, stop: Stop) -> Outcome {
        match stop {
            Stop::Later { millis, reason } => Outcome::Again { in_millis: millis, reason },
            Stop::Failed(reason) => self.again(job, &reason),
            // Another worker has the account: it is its job now. Or the account is another one than when the run began, and is begun anew.
            Stop::Fenced => match self.store.renew(job, 1_000).await {
                Ok(true) => self.then(job, 0).await,
                Ok(false) => Outcome::Done,
                Err(error) => self.again(job, &error),
            },
        }
    }

    /// The job is done, and there is another of its kind after so long.
    async fn then(&self, job: &Job, millis: i64) -> Outcome {
        match self.store.enqueue(&job.kind, job.subject, millis).await {
            Ok(()) => {
                if millis == 0 {
                    self.wake.notify_one();
                }
                Outcome::Done
            }
            Err(error) => self.again(job, &error),
        }
    }

    async fn refresh_job(&self, job: &Job) -> Outcome {
        match self.refresh(job).await {
            Ok(Some(millis)) => self.then(job, millis).await,
            // Gone, unfinished, being deleted, or another upstream's: nobody polls it.
            Ok(None) => Outcome::Done,
            Err(stop) => self.stopped(job, stop).await,
        }
    }

    async fn health_job(&self, job: &Job) -> Outcome {
        match self.check(AccountId(job.subject)).await {
            Ok(true) => self.then(job, backoff::delay(1, HEALTH_EVERY, HEALTH_EVERY, self.rng.unit())).await,
            Ok(false) => Outcome::Done,
            Err(stop) => self.stopped(job, stop).await,
        }
    }

    /// Sees to it that every connected account is looked at, until `stop` turns true: also one whose job was lost or given up, and one that was
    /// connected before there were such jobs.
    pub async fn look_after(&self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            if let Err(error) = self.give_jobs().await {
                tracing::warn!(%error, "could not look for accounts without a job");
            }
            tokio::select! {
                () = tokio::time::sleep(LOOK_AFTER_EVERY) => {}
                _ = stop.changed() => {}
            }
        }
    }

    /// Queues what is missing; how many jobs.
    pub async fn give_jobs(&self) -> StoreResult<usize> {
        let mut given = 0;
        // Spread out, so that a start after a long pause is no storm.
        for (kind, within) in [(REFRESH, 30_000.0), (HEALTH, HEALTH_EVERY as f64)] {
            for account in self.store.without_job(kind, self.upstream.base_url(), ACCOUNTS_AT_ONCE).await? {
                self.store.enqueue(kind, account.0, (self.rng.unit() * within * self.config.poll_scale.min(1.0)) as i64).await?;
                given += 1;
            }
        }
        Ok(given)
    }
}
