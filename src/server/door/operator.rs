//! The operator's desk (P6): what happens in all organisations, and two buttons. For everybody else there is nothing here.

use uuid::Uuid;

use super::{caller, id, state};
use crate::{
    api::{
        error::{ApiError, Code},
        linking::Done,
        operator::{AllAccountsReply, AnyAccountView, DeadJobView, DeadJobsReply, EventView, EventsReply},
    },
    app::copy,
    domain::ids::JobId,
    server::store::ports::{
        inbox::{HookState, Replayed},
        operator::RunAgain,
    },
};

/// The most lines of a list.
const LINES: u32 = 200;

/// # Errors
/// `signed_out`; `not_found`, as if nothing were here, for who is not an operator.
pub(super) fn operator() -> Result<(), ApiError> {
    if caller()?.operator { Ok(()) } else { Err(ApiError::new(Code::NotFound, copy::told_nothing_here())) }
}

/// The newest events.
pub async fn inbox(raw: Option<String>) -> Result<EventsReply, ApiError> {
    operator()?;
    let wanted = match raw.filter(|raw| !raw.is_empty()) {
        None => None,
        Some(raw) => Some(HookState::parse(&raw).ok_or_else(|| {
            let known = HookState::ALL.map(HookState::as_str).join(", ");
            ApiError::field("state", format!("state is unknown: send one of {known}."))
        })?),
    };
    let events = state()?.store.hooks(wanted, LINES).await?.into_iter().map(|hook| EventView {
        id: hook.id.to_string(),
        organization_name: hook.organization_name,
        event: hook.event,
        linked_account_id: hook.linked_account_id,
        state: hook.state.as_str().to_owned(),
        attempts: hook.attempts,
        error: hook.error,
        received_at: hook.received_at.to_iso(),
    });
    Ok(EventsReply { success: true, events: events.collect() })
}

/// Works an event again. One that is under way, or whose twin waits, will be anyway.
pub async fn replay_event(event_id: Option<String>) -> Result<Done, ApiError> {
    operator()?;
    let event: Uuid = id("event_id", event_id)?;
    let state = state()?;
    match state.store.replay_hook(event).await? {
        Replayed::Waiting | Replayed::TwinWaits | Replayed::Busy => {
            state.webhooks.look_again();
            Ok(Done::yes())
        }
        Replayed::NoBody => Err(ApiError::field("event_id", "This event was worked, and its content is erased.")),
        Replayed::Unknown => Err(ApiError::new(Code::NotFound, "There is no such event.").at("event_id")),
    }
}

/// The jobs that were given up.
pub async fn dead_jobs() -> Result<DeadJobsReply, ApiError> {
    operator()?;
    let jobs = state()?.store.dead_jobs(LINES).await?.into_iter().map(|job| DeadJobView {
        id: job.id.to_string(),
        kind: job.kind,
        subject: job.subject.to_string(),
        attempts: job.attempts,
        reason: job.reason,
        updated_at: job.updated_at.to_iso(),
    });
    Ok(DeadJobsReply { success: true, jobs: jobs.collect() })
}

/// Runs a dead job again.
pub async fn run_job(job_id: Option<String>) -> Result<Done, ApiError> {
    operator()?;
    let job: JobId = id("job_id", job_id)?;
    let state = state()?;
    match state.store.run_again(job).await? {
        RunAgain::Waiting | RunAgain::Alive => {
            state.wake.notify_one();
            Ok(Done::yes())
        }
        RunAgain::Unknown => Err(ApiError::new(Code::NotFound, "There is no such job.").at("job_id")),
    }
}

/// How the accounts of all organisations are.
pub async fn all_accounts() -> Result<AllAccountsReply, ApiError> {
    operator()?;
    let state = state()?;
    let accounts = state.store.all_accounts(LINES).await?.into_iter().map(|account| AnyAccountView {
        id: account.id.to_string(),
        organization_name: account.organization_name,
        category: account.category,
        app: account.app,
        status: account.status,
        problem: account.error_category,
        detail: account.error_detail,
        other_upstream: account.upstream != state.upstream.base_url(),
        last_successful_sync_at: account.last_successful_sync_at.map(|at| at.to_iso()),
        updated_at: account.updated_at.to_iso(),
    });
    let key_refused_since = state.store.refused_since(state.upstream.base_url()).await?.map(|since| since.to_iso());
    Ok(AllAccountsReply { success: true, accounts: accounts.collect(), key_refused_since })
}
