//! The window in which a person connects an app: its script, its page, and what the page asks.

mod credentials;
mod flow;

use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use serde::Deserialize;
use serde_json::{Value, json};

pub use flow::{Refusal, Submission, pick, submit};

use crate::world::World;

const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// The routes of the window.
pub fn routes() -> Router<World> {
    Router::new()
        .route("/initialize.js", get(script))
        .route("/index.html", get(page))
        .route("/link/window.css", get(|| async { asset("text/css; charset=utf-8", include_str!("../../assets/window.css")) }))
        .route("/link/window.js", get(|| async { asset(JAVASCRIPT, include_str!("../../assets/window.js")) }))
        .route("/link/views.js", get(|| async { asset(JAVASCRIPT, include_str!("../../assets/views.js")) }))
        .route("/link/dom.js", get(|| async { asset(JAVASCRIPT, include_str!("../../assets/dom.js")) }))
        .route("/link/session", post(session))
        .route("/link/open", post(open))
        .route("/link/pick", post(pick_app))
        .route("/link/submit", post(submit_form))
}

const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

fn asset(kind: &'static str, text: impl Into<String>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-cache")),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (header::HeaderName::from_static("cross-origin-resource-policy"), HeaderValue::from_static("cross-origin")),
    ];
    (headers, text.into()).into_response()
}

/// The browser script, which must know the origin of the window: it may be loaded through another host name than the one it was fetched
/// from, so it cannot ask the page.
async fn script(headers: HeaderMap) -> Response {
    let host = headers.get(header::HOST).and_then(|h| h.to_str().ok()).unwrap_or_default();
    if host.is_empty() || !host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '[' | ']')) {
        return (StatusCode::BAD_REQUEST, "Host is missing or is not a host name.").into_response();
    }
    let secure = headers.get("x-forwarded-proto").is_some_and(|p| p == "https");
    let origin = format!("{}://{host}", if secure { "https" } else { "http" });
    asset(JAVASCRIPT, include_str!("../../assets/initialize.js").replace("__SANDBOX_ORIGIN__", &origin))
}

async fn page() -> Response {
    let mut response = asset("text/html; charset=utf-8", include_str!("../../assets/index.html"));
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(PAGE_POLICY));
    response.headers_mut().insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    response
}

/// What every question of the window carries.
#[derive(Debug, Deserialize)]
struct Asked {
    link_token: String,
    /// A random id of the window: a link token belongs to the first that opens it.
    window_id: String,
    #[serde(default)]
    integration: Option<String>,
    #[serde(flatten)]
    submission: Submission,
}

async fn session(State(world): State<World>, Json(asked): Json<Asked>) -> Result<Json<Value>, Refusal> {
    let token = flow::usable(&world, &asked.link_token, &asked.window_id).await?;
    Ok(Json(flow::view(&world, &token).await?))
}

async fn open(State(world): State<World>, Json(asked): Json<Asked>) -> Result<Json<Value>, Refusal> {
    let token = flow::open(&world, &asked.link_token, &asked.window_id).await?;
    Ok(Json(flow::view(&world, &token).await?))
}

async fn pick_app(State(world): State<World>, Json(asked): Json<Asked>) -> Result<Json<Value>, Refusal> {
    let slug = asked.integration.unwrap_or_default();
    let token = flow::pick(&world, &asked.link_token, &asked.window_id, &slug).await?;
    Ok(Json(flow::view(&world, &token).await?))
}

async fn submit_form(State(world): State<World>, Json(asked): Json<Asked>) -> Result<Json<Value>, Refusal> {
    submit(&world, &asked.link_token, &asked.window_id, &asked.submission).await.map(Json)
}

/// A refusal is an ordinary answer, `{"problem": …}`: a browser writes every other status to its console, and a test that watches the
/// console must not stumble over a password that was meant to be wrong.
impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let problem = match self {
            Self::Internal(error) => {
                tracing::error!(%error, "the window's question failed");
                json!({ "code": "internal", "title": "Something went wrong", "message": "Please try again." })
            }
            Self::Field { field, message } => json!({ "code": "refused", "field": field, "message": message }),
            Self::Validation(errors) => json!({ "code": "validation", "errors": errors }),
            Self::Token { code, title, message } => json!({ "code": code, "title": title, "message": message }),
        };
        Json(json!({ "problem": problem })).into_response()
    }
}
