//! Which address leads where, and what every answer goes through on its way out.

use std::{any::Any, sync::Arc, time::Duration};

use axum::{
    Extension, Json, Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, StatusCode, Uri, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{any, get, post},
};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_axum::{ResponseOptions, generate_route_list, render_app_async_with_context};
use serde_json::{Value, json};
use tower::ServiceExt;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, services::ServeDir};

use super::{
    door, edge, keys, language, openapi,
    people::session::{self, Visitor},
    plain, records,
    security::{policy, redirect},
    state::AppState,
    telemetry, webhooks,
};
use crate::{
    api::error::ApiError,
    app::{
        copy,
        pages::palette::{PaletteFound, SCRIPT, SCRIPT_PATH},
        shell,
    },
    domain::{embedding::Refusal, search::browse::MAX_QUERY_CHARS},
    words,
};

/// How long readiness may take to find out.
const READY_WITHIN: Duration = Duration::from_secs(2);
/// Where a host product's page sends the people whom it brings (P3).
pub const EMBED: &str = "/embed";
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const JAVASCRIPT: HeaderValue = HeaderValue::from_static("text/javascript; charset=utf-8");
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The whole server.
pub fn router(state: AppState) -> Router {
    Router::new()
        .merge(pages(&state).layer(middleware::from_fn(language::attach)))
        .merge(api(&state).layer(middleware::from_fn(language::attach)))
        .route(language::WORDS_PATH, get(language::serve))
        .layer(CompressionLayer::new())
        .merge(webhooks::routes())
        .merge(bundle(&state))
        .route(SCRIPT_PATH, get(|| async { ([(header::CONTENT_TYPE, JAVASCRIPT), (header::CACHE_CONTROL, IMMUTABLE)], SCRIPT) }))
        .merge(probes())
        .merge(Arc::clone(&state.logos).router())
        .fallback_service(files_and_missing(&state))
        .method_not_allowed_fallback(|| async { edge::method_not_allowed() })
        .layer(middleware::from_fn(telemetry::observe))
        .layer(middleware::from_fn_with_state(state.clone(), policy::headers))
        .with_state(state)
}

/// The pages: rendered as a whole before the first byte leaves, so that each has the right status.
fn pages(state: &AppState) -> Router<AppState> {
    let options = state.leptos.clone();
    let app = move || shell(options.clone());
    let pages = generate_route_list(app.clone())
        .into_iter()
        .filter(|route| !matches!(route.path(), "/" | EMBED))
        .fold(Router::new(), |router, route| {
            router.route(route.path(), get(render_app_async_with_context(page_context(state), app.clone())))
        });
    pages
        .layer(middleware::from_fn_with_state(state.clone(), session::guard_pages))
        .route(EMBED, post(door::embedding::enter))
        .route("/", get(|| async { Redirect::to(redirect::HOME) }))
        .route("/palette", get(palette))
        .layer(middleware::from_fn_with_state(state.clone(), session::attach))
        .layer(CatchPanicLayer::custom(page_panicked))
}

/// What the command palette shows for what is typed: a part of a page, that a script asks for. Who may not ask is told so as by a function.
async fn palette(State(state): State<AppState>, Extension(visitor): Extension<Visitor>, request: Request) -> Response {
    let typed = || {
        let _person = visitor.session.ok_or_else(door::signed_out)?;
        let q = edge::body::parse_query(request.uri().query().unwrap_or_default())?
            .get("q")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        if q.chars().count() > MAX_QUERY_CHARS {
            return Err(ApiError::field("q", format!("q is too long: send at most {MAX_QUERY_CHARS} characters.")));
        }
        Ok(q)
    };
    match typed() {
        Ok(q) => render_app_async_with_context(page_context(&state), move || view! { <PaletteFound q=q.clone() /> })(request)
            .await
            .into_response(),
        Err(error) => ([(header::CACHE_CONTROL, NO_STORE)], error).into_response(),
    }
}

/// The server functions, and a clear no to everything else under `/api`.
fn api(state: &AppState) -> Router<AppState> {
    edge::functions()
        .into_iter()
        .fold(Router::new(), |router, function| {
            router.route(function.path, any(move |state: State<AppState>, request: Request| edge::call(function, state, request)))
        })
        .route("/api/events", get(door::events::listen))
        .route("/api/openapi.json", get(openapi::serve))
        .route("/api/merge/records/{account}/{model}", get(records::read))
        .route("/api/merge/activity", get(door::activity::export))
        .route("/api", any(edge::not_found))
        .route("/api/", any(edge::not_found))
        .route("/api/{*rest}", any(edge::not_found))
        .layer(middleware::from_fn_with_state(state.clone(), keys::attach))
        .layer(middleware::from_fn_with_state(state.clone(), session::attach))
        .layer(CatchPanicLayer::custom(edge::panicked))
}

/// What the build made. A name with a hash in it never changes its content; the others are asked for again each time.
fn bundle(state: &AppState) -> Router<AppState> {
    let directory = format!("{}/{}", state.leptos.site_root, state.leptos.site_pkg_dir);
    let files = ServeDir::new(directory).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    let path = state.leptos.site_pkg_dir_route_base();
    Router::new().nest_service(path.trim_end_matches('/'), files).layer(middleware::from_fn(async |request: Request, next: Next| {
        let kept = if has_hash(request.uri().path()) { IMMUTABLE } else { ASK_AGAIN };
        let mut response = next.run(request).await;
        if response.status().is_success() {
            response.headers_mut().insert(header::CACHE_CONTROL, kept);
        }
        response
    }))
}

/// Whether a file's name has a hash in it, as in `patchbay.q2Rj0aXbHk5cF1vN7sLw3g.js`.
fn has_hash(path: &str) -> bool {
    let mut parts = path.rsplit('/').next().unwrap_or_default().rsplit('.').skip(1);
    let hash = |part: &str| part.len() >= 16 && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
    parts.next().is_some_and(hash) && parts.next().is_some()
}

/// The other files of the site, such as its icon; and for what is not there, the page that says so.
fn files_and_missing(state: &AppState) -> Router {
    let files = ServeDir::new(&*state.leptos.site_root).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    let missing = Router::new()
        .fallback(missing)
        .layer(middleware::from_fn_with_state(state.clone(), session::attach))
        .layer(CatchPanicLayer::custom(page_panicked))
        .layer(middleware::from_fn(language::attach))
        .layer(CompressionLayer::new())
        .with_state(state.clone());
    Router::new().fallback(move |request: Request| async move {
        if matches!(*request.method(), Method::GET | Method::HEAD) {
            let (parts, body) = request.into_parts();
            let asked = Request::from_parts(parts.clone(), Body::empty());
            if let Ok(found) = files.oneshot(asked).await
                && found.status() != StatusCode::NOT_FOUND
                && !found.status().is_server_error()
            {
                let mut response = found.map(Body::new);
                response.headers_mut().insert(header::CACHE_CONTROL, AN_HOUR);
                return response;
            }
            return missing.oneshot(Request::from_parts(parts, body)).await.into_response();
        }
        edge::method_not_allowed().into_response()
    })
}

/// Alive, ready, and how much of everything.
fn probes() -> Router<AppState> {
    Router::new()
        .route("/healthz", get(|| async { ([(header::CACHE_CONTROL, NO_STORE)], Json(json!({ "alive": true }))) }))
        .route("/readyz", get(ready))
        .route("/metrics", get(telemetry::metrics_page))
}

/// Whether requests should come here: the database answers and is migrated. The upstream is not asked, for a broken upstream must not drain
/// the servers (§3).
async fn ready(State(state): State<AppState>) -> Response {
    let ready = match tokio::time::timeout(READY_WITHIN, state.store.ready()).await {
        Ok(Ok(())) => true,
        Ok(Err(error)) => {
            tracing::warn!(%error, "not ready");
            false
        }
        Err(_) => {
            tracing::warn!("not ready: the database doesn't answer");
            false
        }
    };
    let status = if ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, [(header::CACHE_CONTROL, NO_STORE)], Json(json!({ "ready": ready }))).into_response()
}

/// What every page has at hand, and the headers that depend on it.
fn page_context(state: &AppState) -> impl Fn() + Clone + Send + Sync + 'static {
    let state = state.clone();
    move || {
        provide_context(state.clone());
        provide_context(words::language());
        if let Some(response) = use_context::<ResponseOptions>() {
            response.insert_header(header::CACHE_CONTROL, NO_STORE);
            if let Some(policy) = use_nonce().and_then(|nonce| state.policy.page(&nonce)) {
                response.insert_header(header::CONTENT_SECURITY_POLICY, policy);
            }
        }
    }
}

/// The page that says that nothing is here. A slash too many at the end leads to the page without it.
async fn missing(State(state): State<AppState>, request: Request) -> Response {
    let path = request.uri().path();
    if let Some(shorter) = path.strip_suffix('/').and_then(redirect::local_path) {
        return Redirect::permanent(&shorter).into_response();
    }
    let options = state.leptos.clone();
    let mut response = render_app_async_with_context(page_context(&state), move || shell(options.clone()))(request).await;
    if response.status() == StatusCode::OK {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    response
}

/// Somebody was not let into a frame; an extension of the request for the page that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub why: Refusal,
    /// The page around the frame, if it is one that may embed.
    pub host: Option<session::Host>,
}

/// The page that says that somebody was not let in, and why.
pub async fn refused(state: &AppState, refused: Refused) -> Response {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = Uri::from_static(EMBED);
    request.extensions_mut().insert(refused);
    let options = state.leptos.clone();
    render_app_async_with_context(page_context(state), move || shell(options.clone()))(request).await
}

/// A panic while a page is made.
fn page_panicked(_: Box<dyn Any + Send>) -> Response {
    tracing::error!("a page panicked");
    plain::page(StatusCode::INTERNAL_SERVER_ERROR, &copy::failed_heading(), &copy::failed_lead())
}
