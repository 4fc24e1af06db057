//! The headers that tell the browser what our answers may do.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, header},
    middleware::Next,
    response::Response,
};
use url::Url;

use crate::server::{config::Config, state::AppState};

const OPENER: HeaderName = HeaderName::from_static("cross-origin-opener-policy");
const PERMISSIONS: HeaderName = HeaderName::from_static("permissions-policy");

/// What pages may load, worked out once from the configuration.
#[derive(Clone, Debug)]
pub struct Policy {
    /// `{nonce}` stands where each page's own nonce goes.
    page: Arc<str>,
    /// For everything that is not a page.
    rest: HeaderValue,
    framed: bool,
    https_only: bool,
}

impl Policy {
    /// The policy of this server. `script` is the connection window's script, `api` the upstream's base URL: beside our own site these two
    /// origins are all that a page may reach.
    pub fn new(config: &Config, script: &Url, api: &str) -> Self {
        let script_origin = script.origin().ascii_serialization();
        let api_origin = Url::parse(api).ok().map(|url| url.origin().ascii_serialization()).unwrap_or_default();
        let window = window_origins(script);
        let ancestors = if config.embed_origins.is_empty() { "'none'".to_owned() } else { config.embed_origins.join(" ") };
        // `cargo leptos watch` reloads the page over a web socket.
        let watch = if config.watching { " ws://127.0.0.1:* ws://localhost:*" } else { "" };
        let page = [
            "default-src 'self'".to_owned(),
            format!("script-src 'nonce-{{nonce}}' 'strict-dynamic' 'wasm-unsafe-eval' 'self' {script_origin}"),
            "style-src 'self' 'nonce-{nonce}'".to_owned(),
            "img-src 'self' data:".to_owned(),
            "font-src 'self'".to_owned(),
            format!("connect-src 'self' {api_origin} {script_origin}{watch}"),
            format!("frame-src {window}"),
            "object-src 'none'".to_owned(),
            "base-uri 'none'".to_owned(),
            "form-action 'self'".to_owned(),
            format!("frame-ancestors {ancestors}"),
        ]
        .join("; ");
        Self {
            page: page.into(),
            rest: HeaderValue::from_static("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"),
            framed: !config.embed_origins.is_empty(),
            https_only: config.env.is_production(),
        }
    }

    /// The header of a page with this nonce.
    pub fn page(&self, nonce: &str) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.page.replace("{nonce}", nonce)).ok()
    }

    /// Adds what is missing; an answer that already says something stricter or wider on purpose keeps it.
    fn complete(&self, headers: &mut HeaderMap) {
        let page = headers.contains_key(header::CONTENT_SECURITY_POLICY);
        let mut set = |name: HeaderName, value: HeaderValue| {
            headers.entry(name).or_insert(value);
        };
        set(header::CONTENT_SECURITY_POLICY, self.rest.clone());
        set(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
        set(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
        // The connection window opens the provider's own sign-in in a pop-up and hears from it.
        set(OPENER, HeaderValue::from_static("same-origin-allow-popups"));
        set(PERMISSIONS, HeaderValue::from_static("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
        if !(page && self.framed) {
            set(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
        }
        if self.https_only {
            set(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
        }
    }
}

/// Where the connection window's frame comes from: the script's own origin; the real script, served by the vendor's network, also opens
/// frames on that network's siblings.
fn window_origins(script: &Url) -> String {
    let own = script.origin().ascii_serialization();
    match script.domain().and_then(|host| host.split_once('.')) {
        Some(("cdn", parent)) if script.scheme() == "https" => format!("{own} https://*.{parent}"),
        _ => own,
    }
}

/// Completes the headers of every answer.
pub async fn headers(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    state.policy.complete(response.headers_mut());
    response
}
