//! The worker of the durable jobs (S12). The queue is a table of our own behind the store and not a library's: a job is queued by the same
//! transaction that makes it necessary, so that a crash between the two cannot lose it, and the two databases share one definition of lease,
//! fence and coalescing.

use std::{fmt, sync::Arc, time::Duration};

use async_trait::async_trait;
use tokio::{
    sync::{Notify, Semaphore, watch},
    task::JoinSet,
};

use super::store::ports::{Job, Store, StoreResult};

/// How long a claimed job may go without a sign of life before another worker takes it, in milliseconds.
pub(super) const LEASE_MILLIS: i64 = 60_000;
/// Jobs at the same time.
const CONCURRENCY: usize = 4;
/// The longest sleep between two looks, so that a job queued by another process is found.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// What became of one try.
#[derive(Debug)]
pub enum Outcome {
    /// It is done and goes.
    Done,
    /// Try again later. `reason` is for the operator and carries no secret.
    Again {
        /// Milliseconds from now.
        in_millis: i64,
        /// Why.
        reason: String,
    },
    /// Give up; the operator sees it.
    Dead(String),
}

impl Outcome {
    /// Try again after an error.
    pub fn again(in_millis: i64, reason: &impl fmt::Display) -> Self {
        Self::Again { in_millis, reason: reason.to_string() }
    }
}

/// Something that can do jobs of some kinds.
#[async_trait]
pub trait Handler: Send + Sync {
    /// The kinds it does.
    fn kinds(&self) -> &'static [&'static str];
    /// One try.
    async fn handle(&self, job: &Job) -> Outcome;
}

/// Works until `stop` turns true, then waits for the jobs under way. `wake` says that a job was queued here.
pub async fn run(store: Arc<dyn Store>, handlers: Vec<Arc<dyn Handler>>, wake: Arc<Notify>, mut stop: watch::Receiver<bool>) {
    let kinds: Vec<&'static str> = handlers.iter().flat_map(|handler| handler.kinds().iter().copied()).collect();
    let places = Arc::new(Semaphore::new(CONCURRENCY));
    let mut running = JoinSet::new();
    while !*stop.borrow() {
        while running.try_join_next().is_some() {}
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { break };
        let claimed = store.claim(&kinds, LEASE_MILLIS).await;
        let pause = match claimed {
            Ok(Some(job)) => {
                let handler = handlers.iter().find(|handler| handler.kinds().contains(&job.kind.as_str())).cloned();
                let store = Arc::clone(&store);
                running.spawn(async move {
                    if let Some(handler) = handler {
                        one(store.as_ref(), handler.as_ref(), &job).await;
                    }
                    drop(place);
                });
                continue;
            }
            Ok(None) => due(store.next_due_in(&kinds).await),
            Err(error) => {
                tracing::warn!(%error, "could not claim a job");
                LOOK_EVERY
            }
        };
        drop(place);
        tokio::select! {
            () = wake.notified() => {}
            () = tokio::time::sleep(pause) => {}
            _ = stop.changed() => {}
        }
    }
    while running.join_next().await.is_some() {}
}

fn due(next: StoreResult<Option<i64>>) -> Duration {
    match next {
        Ok(Some(millis)) => Duration::from_millis(u64::try_from(millis).unwrap_or(0).max(1)).min(LOOK_EVERY),
        _ => LOOK_EVERY,
    }
}

async fn one(store: &dyn Store, handler: &dyn Handler, job: &Job) {
    let ended = match handler.handle(job).await {
        Outcome::Done => store.done(job).await,
        Outcome::Again { in_millis, reason } => {
            tracing::info!(kind = job.kind, subject = %job.subject, attempts = job.attempts, in_millis, reason, "a job will be tried again");
            store.again(job, in_millis, &reason).await
        }
        Outcome::Dead(reason) => {
            tracing::error!(kind = job.kind, subject = %job.subject, attempts = job.attempts, reason, "a job was given up");
            store.bury(job, &reason).await
        }
    };
    if let Err(error) = ended {
        // The lease runs out and the job is done again: every handler may be repeated.
        tracing::warn!(%error, kind = job.kind, "could not end a job");
    }
}
