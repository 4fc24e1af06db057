//! How the sync of a connected app stands.

use super::{caller, id, state};
use crate::{
    api::{
        error::ApiError,
        sync::{ModelView, SyncReply},
    },
    domain::time::UpstreamTime,
    server::sync::{ModelState, Overview},
};

fn model(state: ModelState) -> ModelView {
    let told = state.told.as_ref();
    let time = |time: Option<&UpstreamTime>| time.map(|time| time.as_str().to_owned());
    ModelView {
        model: state.spec.name().to_owned(),
        name: state.spec.plural(),
        status: told.map(|told| told.status.as_str().to_owned()),
        last_sync_result: told.and_then(|told| told.last_sync_result.as_ref()).map(|word| word.as_str().to_owned()),
        is_initial_sync: told.and_then(|told| told.is_initial_sync),
        last_sync_start: time(told.and_then(|told| told.last_sync_start.as_ref())),
        last_sync_finished: time(told.and_then(|told| told.last_sync_finished.as_ref())),
        next_sync_start: time(told.and_then(|told| told.next_sync_start.as_ref())),
        data_as_of: state.data_as_of,
        last_synced_at: state.last_synced_at.map(|at| at.to_iso()),
        records: state.records,
        ready: state.ready,
        missing: state.missing,
        problem: state.problem,
        stuck: state.stuck,
    }
}

fn reply(overview: Overview) -> SyncReply {
    let Overview { summary, models } = overview;
    SyncReply {
        success: true,
        sync_complete: summary.sync_complete,
        sync_status: summary.sync_status.to_owned(),
        last_sync_time: summary.last_sync_time,
        models: models.into_iter().map(model).collect(),
    }
}

/// See [`crate::server::sync::Syncing::check_sync_status`].
pub async fn check_sync_status(integration_id: Result<String, ApiError>) -> Result<SyncReply, ApiError> {
    let org = caller()?.org();
    let account = id("integration_id", Some(integration_id?))?;
    Ok(reply(state()?.syncing.check_sync_status(&org, account).await?))
}

/// See [`crate::server::sync::Syncing::resync`].
pub async fn resync(integration_id: Result<String, ApiError>) -> Result<SyncReply, ApiError> {
    let org = caller()?.org();
    let account = id("integration_id", Some(integration_id?))?;
    Ok(reply(state()?.syncing.resync(&org, account).await?))
}

/// See [`crate::server::sync::Syncing::judge_missing`].
pub async fn judge_missing(integration_id: Result<String, ApiError>, model: Option<String>, approve: bool) -> Result<SyncReply, ApiError> {
    let org = caller()?.org();
    let account = id("integration_id", Some(integration_id?))?;
    let missing = || ApiError::field("model", "model is missing.");
    let model = model.filter(|model| !model.is_empty()).ok_or_else(missing)?;
    Ok(reply(state()?.syncing.judge_missing(&org, account, &model, approve).await?))
}

/// See [`crate::server::sync::Syncing::sync_overview`].
pub async fn sync(integration_id: Option<String>) -> Result<SyncReply, ApiError> {
    let org = caller()?.org();
    let account = id("integration_id", integration_id)?;
    Ok(reply(state()?.syncing.sync_overview(&org, account).await?))
}
