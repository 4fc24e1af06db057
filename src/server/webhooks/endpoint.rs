//! `POST /api/merge/webhook` and `/api/merge/webhook/{category}`: verify, store, answer (W1 to W3). Outside of the sessions and of the rule
//! that changes come from our own pages: whoever sends here shows a signature. The category of the path says nothing that the event does not
//! say better.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::json;
use tower_http::catch_panic::CatchPanicLayer;

use super::{Webhooks, signature::SIGNATURE};
use crate::{
    api::error::{ApiError, Code},
    domain::webhook::is_test_ping,
    server::{edge, state::AppState},
};

/// The largest event, in bytes.
const BODY_MAX: usize = 1024 * 1024;
/// How long an event may take to arrive.
const ARRIVES_WITHIN: Duration = Duration::from_secs(10);

/// The routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/merge/webhook", post(receive))
        .route("/api/merge/webhook/{category}", post(receive))
        .layer(CatchPanicLayer::custom(edge::panicked))
}

async fn receive(State(state): State<AppState>, request: Request) -> Response {
    let (outcome, mut response) = match take(&state.webhooks, request).await {
        Ok(outcome) => (outcome, axum::Json(json!({ "success": true })).into_response()),
        Err(error) => (error.code.as_str(), error.into_response()),
    };
    metrics::counter!("patchbay_webhooks_total", "outcome" => outcome).increment(1);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

async fn take(webhooks: &Arc<Webhooks>, request: Request) -> Result<&'static str, ApiError> {
    if !webhooks.is_on() {
        return Err(ApiError::new(Code::NotReady, "Events aren't received here: MERGE_WEBHOOK_SECRET is not set.").retry_after(60));
    }
    let (parts, body) = request.into_parts();
    // A 4xx would never be sent again, and whoever is slow may be faster next time.
    let body = tokio::time::timeout(ARRIVES_WITHIN, edge::bounded(&parts.headers, body, BODY_MAX))
        .await
        .map_err(|_| ApiError::new(Code::NotReady, "The event took too long to arrive.").retry_after(1))??;
    match parts.headers.get(SIGNATURE) {
        Some(sent) if webhooks.is_signed(&body, sent.as_bytes()) => {}
        None if is_test_ping(&body) => return Ok("test"),
        sent => {
            let why = if sent.is_some() { "The event's signature is wrong." } else { "The event isn't signed." };
            return Err(ApiError::new(Code::WrongSignature, why));
        }
    }
    if webhooks.store(&body).await {
        Ok("stored")
    } else {
        Err(ApiError::new(Code::NotReady, "The event can't be stored right now. Please send it again.").retry_after(5))
    }
}
