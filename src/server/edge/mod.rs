//! The edge of the server functions: one place through which every call of a page or of another program goes. What comes in is bounded,
//! checked and given one shape; what goes out has its status, its headers and one envelope.

pub mod body;
mod form;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header, request::Parts},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use leptos::prelude::provide_context;
use serde_json::Value;

use self::{body::Kind, form::Way};
use super::{
    people::session::Visitor,
    security::origin::{our_origins, same_origin},
    state::AppState,
};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
};

/// The header by which a page says for which organisation it was rendered (§3).
const ORGANIZATION: &str = "x-organization";
const CLEAR: HeaderName = HeaderName::from_static("clear-site-data");

/// A server function: its path and its method.
#[derive(Clone, Copy, Debug)]
pub struct Function {
    /// The path.
    pub path: &'static str,
    /// The method.
    pub get: bool,
}

/// Every server function of this program.
pub fn functions() -> Vec<Function> {
    server_fn_paths().map(|(path, method)| Function { path, get: method == Method::GET }).collect()
}

fn server_fn_paths() -> impl Iterator<Item = (&'static str, Method)> {
    leptos::server_fn::axum::server_fn_paths()
}

/// What is open to pages in a frame (P3). Who belongs to an organisation there is the host product's business: a guest invites nobody, joins
/// nothing and signs in nowhere.
fn open_in_frames(path: &str) -> bool {
    path.starts_with("/api/merge/") || (path.starts_with("/api/page/") && path != "/api/page/people") || path == "/api/auth/me"
}

/// Calls a server function.
pub async fn call(function: Function, State(state): State<AppState>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    if !open_in_frames(function.path) && parts.extensions.get::<Visitor>().is_some_and(|visitor| visitor.framed) {
        return ApiError::new(Code::NotAllowed, copy::told_not_here()).into_response();
    }
    match (function.get, &parts.method) {
        (true, &Method::GET | &Method::HEAD) => answer(read(&state, parts).await),
        (false, &Method::POST) => change(function.path, &state, parts, body).await,
        (get, _) => {
            let mut response = method_not_allowed().into_response();
            let allowed = HeaderValue::from_static(if get { "GET, HEAD" } else { "POST" });
            response.headers_mut().insert(header::ALLOW, allowed);
            response
        }
    }
}

/// Nothing is at this path.
pub async fn not_found() -> ApiError {
    ApiError::new(Code::NotFound, copy::told_nothing_here())
}

/// The path takes other methods.
pub fn method_not_allowed() -> ApiError {
    ApiError::new(Code::MethodNotAllowed, "This address doesn't take that method.")
}

async fn read(state: &AppState, mut parts: Parts) -> Result<Response, ApiError> {
    let fields = body::parse_query(parts.uri.query().unwrap_or_default())?;
    let target = format!("{}?{}", parts.uri.path(), body::to_query(&fields));
    parts.uri = target.parse::<Uri>().map_err(|_| ApiError::internal())?;
    parts.method = Method::GET;
    run(state, parts, Body::empty()).await
}

async fn change(path: &'static str, state: &AppState, parts: Parts, body: Body) -> Response {
    // Before anything is read, and never answered by a redirect: whoever sent this is not a page of ours.
    if let Err(error) = same_origin(&parts.headers, &state.config.public_url) {
        return error.into_response();
    }
    let kind = body::kind(&parts.headers);
    if kind != Ok(Kind::Form) {
        return changed(answer(async { apply(state, parts, body, kind?, None).await }.await));
    }
    let mut way = Way::new(path, &parts.headers, &our_origins(&parts.headers, &state.config.public_url));
    match apply(state, parts, body, Kind::Form, Some(&mut way)).await {
        Ok(done) => {
            let mut response = way.onwards();
            for cookie in done.headers().get_all(header::SET_COOKIE) {
                response.headers_mut().append(header::SET_COOKIE, cookie.clone());
            }
            changed(no_store(response))
        }
        Err(error) => no_store(way.back(&error)),
    }
}

async fn apply(state: &AppState, mut parts: Parts, body: Body, kind: Kind, way: Option<&mut Way>) -> Result<Response, ApiError> {
    let bytes = bounded(&parts.headers, body, body::BODY_MAX).await?;
    let mut fields = body::parse(kind, &bytes)?;
    if let Some(way) = way {
        way.take(&mut fields);
    }
    same_organization(&parts)?;
    parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    parts.headers.remove(header::CONTENT_LENGTH);
    run(state, parts, Body::from(Value::Object(fields).to_string())).await
}

/// The body, if it is not too large: refused by its length before a byte is read where it says one, else as soon as it is over.
///
/// # Errors
/// `too_large`, or `malformed_body` when it is cut.
pub async fn bounded(headers: &HeaderMap, body: Body, max: usize) -> Result<Bytes, ApiError> {
    let too_large = || ApiError::new(Code::TooLarge, format!("The body is too large: send at most {} kB.", max / 1024));
    let announced = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()).and_then(|text| text.parse::<usize>().ok());
    if announced.is_some_and(|length| length > max) {
        return Err(too_large());
    }
    match Limited::new(body, max).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
        Err(_) => Err(ApiError::new(Code::MalformedBody, "The body ended before it was complete.")),
    }
}

/// A page that was rendered for one organisation changes nothing in another (§3).
fn same_organization(parts: &Parts) -> Result<(), ApiError> {
    let Some(rendered_for) = parts.headers.get(ORGANIZATION) else { return Ok(()) };
    let session = parts.extensions.get::<Visitor>().and_then(|visitor| visitor.session.as_ref());
    match session {
        Some(session) if rendered_for.as_bytes() != session.person.organization.to_string().as_bytes() => {
            Err(ApiError::new(Code::OrganizationChanged, copy::told_switched()))
        }
        _ => Ok(()),
    }
}

/// Runs the function. It is told that nobody wants HTML, so that it never redirects by itself, and its errors come back as errors.
async fn run(state: &AppState, mut parts: Parts, body: Body) -> Result<Response, ApiError> {
    parts.headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    parts.headers.remove(header::REFERER);
    let context = {
        let state = state.clone();
        move || provide_context(state.clone())
    };
    let response = leptos_axum::handle_server_fns_with_context(context, Request::from_parts(parts, body)).await.into_response();
    if response.status().is_success() {
        return Ok(response);
    }
    let bytes = to_bytes(response.into_body(), body::BODY_MAX).await.map_err(|_| ApiError::internal())?;
    let error = serde_json::from_slice::<ApiError>(&bytes).unwrap_or_else(|_| {
        tracing::error!("a server function failed without saying how");
        ApiError::internal()
    });
    Err(as_ours(error))
}

/// The library's own refusals in our words: an argument that must be there and is not, and nothing else that can get past [`body`].
fn as_ours(error: ApiError) -> ApiError {
    let missing = error.error.split_once("missing field `").and_then(|(_, rest)| rest.split_once('`')).map(|(name, _)| name);
    match (error.code, missing) {
        (Code::MalformedBody, Some(name)) => ApiError::field(name, format!("{name} is missing.")),
        (Code::MalformedBody, None) => ApiError::new(Code::MalformedBody, "The request can't be read."),
        // Only a browser can be offline.
        (Code::Offline, _) => ApiError::internal(),
        _ => error,
    }
}

fn answer(result: Result<Response, ApiError>) -> Response {
    no_store(result.unwrap_or_else(IntoResponse::into_response))
}

/// What the browser fetched ahead of a click (see `shell`) shows what was before.
fn changed(mut response: Response) -> Response {
    response.headers_mut().insert(CLEAR, HeaderValue::from_static("\"prefetchCache\""));
    response
}

fn no_store(mut response: Response) -> Response {
    response.headers_mut().entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// A panic in a handler under `/api`: a fault of ours, in the envelope.
pub fn panicked(_: Box<dyn std::any::Any + Send>) -> Response {
    tracing::error!("a request under /api panicked");
    (StatusCode::INTERNAL_SERVER_ERROR, no_store(ApiError::internal().into_response())).into_response()
}
