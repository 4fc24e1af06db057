//! `GET /api/events`: what changed, for the pages that are open (§10).

use std::sync::Arc;

use axum::{
    Extension,
    extract::State,
    response::{IntoResponse, Response},
};

use crate::{
    api::error::{ApiError, Code},
    server::{live::StillAllowed, people::session::Visitor, state::AppState},
};

/// Opens the caller's stream. While it is open, the session, its organisation and its role are looked at again.
pub async fn listen(State(state): State<AppState>, Extension(visitor): Extension<Visitor>) -> Response {
    let Some(session) = visitor.session else { return super::signed_out().into_response() };
    let org = session.person.org();
    let live = Arc::clone(&state.live);
    let still: StillAllowed = Box::new(move || {
        let (state, session) = (state.clone(), session.clone());
        Box::pin(async move {
            match session.again(&state).await {
                Ok(now) => now.is_some_and(|now| now.person.org() == org),
                // The database is away: nothing can change meanwhile, and pages that reconnect would not help it.
                Err(_) => true,
            }
        })
    });
    match live.respond(&org, still) {
        Ok(stream) => stream,
        Err(error) => {
            tracing::debug!(%error, "a stream was refused");
            ApiError::new(Code::TooManyRequests, "Too many pages are open. Close some of them.").retry_after(60).into_response()
        }
    }
}
