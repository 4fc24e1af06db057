//! What the server says about itself: lines in the log, and numbers for Prometheus.

use std::{
    sync::OnceLock,
    time::{Duration, Instant},
};

use axum::{
    extract::{MatchedPath, Request},
    http::{HeaderName, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use metrics_exporter_prometheus::{BuildError, Matcher, PrometheusBuilder, PrometheusHandle};
use tracing::Instrument;
use tracing_subscriber::{EnvFilter, layer::SubscriberExt, util::SubscriberInitExt};
use uuid::Uuid;

use super::config::{Config, LogFormat};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const DURATION: &str = "http_request_duration_seconds";

/// Begins to log to standard error, as the configuration says. A second call changes nothing.
pub fn start_logging(config: &Config) {
    let filter = EnvFilter::try_new(&config.log_filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let registry = tracing_subscriber::registry().with(filter);
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let started = match config.log_format {
        LogFormat::Text => registry.with(lines).try_init(),
        LogFormat::Json => registry.with(lines.json().flatten_event(true)).try_init(),
    };
    drop(started);
}

/// The numbers of this process, counted from the first call on.
///
/// # Errors
/// When the library refuses its own settings.
pub fn start_metrics() -> Result<(), BuildError> {
    if metrics_handle().get().is_some() {
        return Ok(());
    }
    let buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
    let recorder = PrometheusBuilder::new().set_buckets_for_metric(Matcher::Full(DURATION.to_owned()), &buckets)?.build_recorder();
    let handle = recorder.handle();
    if metrics::set_global_recorder(recorder).is_ok() && metrics_handle().set(handle).is_ok() {
        metrics::describe_counter!("http_requests_total", "Requests, by method, route and status.");
        metrics::describe_histogram!(DURATION, metrics::Unit::Seconds, "How long requests took, by method and route.");
        metrics::describe_gauge!("patchbay_build_info", "Always 1; the version is a label.");
        metrics::gauge!("patchbay_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    }
    Ok(())
}

fn metrics_handle() -> &'static OnceLock<PrometheusHandle> {
    static HANDLE: OnceLock<PrometheusHandle> = OnceLock::new();
    &HANDLE
}

/// Lets old samples go, every few seconds, until the program ends.
pub async fn keep_metrics_small() {
    loop {
        tokio::time::sleep(Duration::from_secs(5)).await;
        if let Some(handle) = metrics_handle().get() {
            handle.run_upkeep();
        }
    }
}

/// `GET /metrics`: Prometheus text. Counts, times and the version; nothing about a person or an organisation.
pub async fn metrics_page() -> Response {
    let text = metrics_handle().get().map(PrometheusHandle::render).unwrap_or_default();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], text).into_response()
}

/// Gives each request an id, counts it and logs it: by its route, never by its query, which may hold what people typed.
pub async fn observe(request: Request, next: Next) -> Response {
    let id = Uuid::new_v4().to_string();
    let method = method_label(request.method().as_str());
    let route = request.extensions().get::<MatchedPath>().map_or_else(|| "(none)".to_owned(), |path| path.as_str().to_owned());
    let span = tracing::info_span!("request", id, method, route);
    let started = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let (status, took) = (response.status(), started.elapsed());
    span.in_scope(|| {
        let millis = took.as_secs_f64() * 1000.0;
        if status.is_server_error() {
            tracing::warn!(status = status.as_u16(), millis, "answered");
        } else {
            tracing::debug!(status = status.as_u16(), millis, "answered");
        }
    });
    metrics::counter!("http_requests_total", "method" => method, "route" => route.clone(), "status" => status.as_u16().to_string())
        .increment(1);
    metrics::histogram!(DURATION, "method" => method, "route" => route).record(took.as_secs_f64());
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert(REQUEST_ID, value);
    }
    response
}

/// A label from a short list: a stranger chooses the method, and each label costs memory.
fn method_label(method: &str) -> &'static str {
    ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].into_iter().find(|known| *known == method).unwrap_or("other")
}
