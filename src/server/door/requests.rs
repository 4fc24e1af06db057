//! Asking for an app that is not there.

use super::{caller, operator::operator, state};
use crate::api::{
    error::ApiError,
    requests::{AppRequestView, AppRequestsReply, AskedFor},
};

/// The most lines of a list.
const LINES: u32 = 200;

/// See [`crate::server::catalogue::Catalogue::request`].
pub async fn request_app(name: Option<String>, website: Option<String>, reason: Option<String>) -> Result<AskedFor, ApiError> {
    let org = caller()?.org();
    let (name, website, reason) = (name.unwrap_or_default(), website.unwrap_or_default(), reason.unwrap_or_default());
    Ok(AskedFor { success: true, teams: state()?.catalogue.request(&org, &name, &website, &reason).await? })
}

/// See [`crate::server::catalogue::Catalogue::teams_asking`].
pub async fn asked_for(name: Option<String>) -> Result<AskedFor, ApiError> {
    caller()?;
    Ok(AskedFor { success: true, teams: state()?.catalogue.teams_asking(&name.unwrap_or_default()).await? })
}

/// See [`crate::server::catalogue::Catalogue::requests`].
pub async fn app_requests() -> Result<AppRequestsReply, ApiError> {
    operator()?;
    let requests = state()?.catalogue.requests(LINES).await?.into_iter().map(|request| AppRequestView {
        name: request.name,
        teams: request.teams,
        votes: request.votes,
        website: request.website,
        reason: request.reason,
        asked_at: request.asked_at.to_iso(),
    });
    Ok(AppRequestsReply { success: true, requests: requests.collect() })
}
