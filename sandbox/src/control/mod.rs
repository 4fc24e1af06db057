//! What tests and demos ask, under `/_sandbox`. The README of the crate lists it.

mod accounts;
mod faults;
mod models;
mod records;
mod webhooks;

use axum::extract::{Query, Request, State};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post, put};
use axum::{Json, Router};
use http::{StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::{SECOND, iso};
use crate::error::ApiError;
use crate::world::World;

/// The routes of the control API.
pub fn routes() -> Router<World> {
    let inner = Router::new()
        .route("/", get(about))
        .route("/reset", post(reset))
        .route("/accounts", get(accounts::list).post(accounts::create))
        .route("/accounts/{id}", get(accounts::get).patch(accounts::change).delete(accounts::remove))
        .route("/accounts/{id}/expire", post(accounts::expire))
        .route("/accounts/{id}/issues", post(accounts::raise_issue))
        .route("/issues/{id}", axum::routing::patch(accounts::change_issue))
        .route("/link", post(accounts::link))
        .route("/requests", get(requests).delete(forget_requests))
        .route("/faults", get(faults::list).post(faults::arm).delete(faults::clear))
        .route("/faults/{id}", delete(faults::remove))
        .route("/faults/{id}/release", post(faults::release))
        .route("/key", put(set_key))
        .route("/clock", get(clock).post(advance))
        .route("/accounts/{id}/sync", post(models::sync))
        .route("/accounts/{id}/models", get(models::models))
        .route("/accounts/{id}/models/{model}", get(models::model).put(models::set_model))
        .route("/accounts/{id}/records/{model}", get(records::truth).post(records::mutate))
        .route("/webhooks", get(webhooks::list).put(webhooks::set))
        .route("/webhooks/send", post(webhooks::send))
        .route("/webhooks/tamper", post(webhooks::tamper).delete(webhooks::leave_alone))
        .route("/webhooks/{seq}", get(webhooks::get))
        .route("/webhooks/{seq}/replay", post(webhooks::replay));
    Router::new().nest("/_sandbox", inner).route("/_sandbox/", get(about)).layer(from_fn(own_origin))
}

/// A page of another site must not steer the sandbox of whoever visits it.
async fn own_origin(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok());
    let origin = headers.get(header::ORIGIN).and_then(|o| o.to_str().ok());
    let foreign = origin.is_some_and(|o| o.split_once("://").map(|(_, h)| h) != host);
    if foreign {
        return (StatusCode::FORBIDDEN, Json(json!({ "error": "The control API is not for pages of other origins." }))).into_response();
    }
    next.run(request).await
}

/// A refusal of the control API: one sentence.
#[derive(Debug)]
pub struct Refused(StatusCode, String);

impl Refused {
    fn bad(text: impl Into<String>) -> Self {
        Self(StatusCode::BAD_REQUEST, text.into())
    }

    fn missing(what: &str) -> Self {
        Self(StatusCode::NOT_FOUND, format!("There is no such {what}."))
    }
}

impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        (self.0, Json(json!({ "error": self.1 }))).into_response()
    }
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    }
}

impl From<crate::SandboxError> for Refused {
    fn from(error: crate::SandboxError) -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    }
}

impl From<ApiError> for Refused {
    fn from(error: ApiError) -> Self {
        Self(StatusCode::INTERNAL_SERVER_ERROR, format!("{error:?}"))
    }
}

async fn about(State(world): State<World>) -> Json<Value> {
    Json(json!({
        "name": "patchbay-sandbox", "version": env!("CARGO_PKG_VERSION"), "now": iso(world.now()), "api_key": world.api_key(),
        "key_accepted": world.accepts_key(world.api_key()), "webhook_target": world.webhooks().target().map(|t| t.to_string()),
    }))
}

async fn reset(State(world): State<World>) -> Result<StatusCode, Refused> {
    world.reset().await?;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct RequestFilter {
    method: Option<String>,
    path: Option<String>,
    category: Option<String>,
    organization: Option<String>,
    origin_id: Option<String>,
    integration: Option<String>,
    account_id: Option<String>,
    after: u64,
}

async fn requests(State(world): State<World>, Query(filter): Query<RequestFilter>) -> Json<Value> {
    let same = |asked: &Option<String>, is: &Option<String>| asked.is_none() || asked == is;
    let entries = world.log().list(|e| {
        e.seq > filter.after
            && filter.method.as_deref().is_none_or(|m| m.eq_ignore_ascii_case(&e.method))
            && filter.path.as_deref().is_none_or(|p| crate::faults::glob(p, &e.path))
            && same(&filter.category, &e.subject.category)
            && same(&filter.organization, &e.subject.organization)
            && same(&filter.origin_id, &e.subject.origin_id)
            && same(&filter.integration, &e.subject.integration)
            && same(&filter.account_id, &e.subject.account_id)
    });
    Json(json!({ "requests": entries }))
}

async fn forget_requests(State(world): State<World>) -> StatusCode {
    world.log().clear();
    StatusCode::NO_CONTENT
}

#[derive(Debug, Deserialize)]
struct Key {
    revoked: bool,
}

async fn set_key(State(world): State<World>, Json(key): Json<Key>) -> Result<StatusCode, Refused> {
    world.set_key_revoked(key.revoked).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn clock(State(world): State<World>) -> Json<Value> {
    Json(json!({ "now": iso(world.now()) }))
}

#[derive(Debug, Deserialize)]
struct Advance {
    seconds: u32,
}

async fn advance(State(world): State<World>, Json(by): Json<Advance>) -> Result<Json<Value>, Refused> {
    world.advance(i64::from(by.seconds) * SECOND).await?;
    world.settle().await?;
    Ok(clock(State(world)).await)
}
