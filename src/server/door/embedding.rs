//! `POST /embed`: a page of a host product sends somebody into a frame (P3).

use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use serde_json::{Map, Value};

use crate::{
    api::error::{ApiError, Code},
    domain::{embedding::Refusal, secret::Secret, theme::Theme},
    server::{
        edge::{
            self,
            body::{self, Kind},
            bounded,
        },
        people::session::{Host, Visitor},
        router::{Refused, refused},
        security::{
            cookie,
            redirect::{HOME, local_path, with_query},
        },
        state::AppState,
    },
};

/// The largest body, in bytes.
const BODY_MAX: usize = 16 * 1024;

/// The form of a host's page. It alone may come from another site: from an origin that may embed, which no page can lie about.
pub async fn enter(State(state): State<AppState>, Extension(visitor): Extension<Visitor>, headers: HeaderMap, body: Body) -> Response {
    if !state.embedding.is_on() {
        return edge::not_found().await.into_response();
    }
    let origin = headers.get(header::ORIGIN).and_then(|value| value.to_str().ok()).filter(|origin| state.embedding.admits(origin));
    let Some(origin) = origin else {
        tracing::warn!(origin = ?headers.get(header::ORIGIN), "a page that is not in EMBED_ORIGINS tried to embed");
        return refused(&state, Refused { why: Refusal::ForeignOrigin, host: None }).await;
    };
    let fields = match read(&headers, body).await {
        Ok(fields) => fields,
        Err(error) => return error.into_response(),
    };
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let theme = text("theme").and_then(Theme::parse).unwrap_or_default();
    let entered = async {
        state.people.count_entry(visitor.address).await.map_err(|error| (limited(&error), error.retry_after))?;
        let token = Secret::new(text("token").unwrap_or_default());
        state.embedding.enter(&token, origin, theme).await.map_err(|why| (why, None))
    };
    match entered.await {
        Ok(cookie) => {
            let target = text("return_to").and_then(local_path);
            let target = with_query(target.as_deref().unwrap_or(HOME), &[("embed", "1")]);
            // The frame's session before this one ends, whoever's it was.
            if let Some(old) = visitor.session
                && let Err(error) = state.store.end_session(&old.digest).await
            {
                tracing::warn!(%error, "the session before could not be ended");
            }
            onwards(&target, cookie::set_in_frame(&cookie, state.transport()))
        }
        Err((why, retry_after)) => {
            tracing::warn!(origin, why = why.as_str(), "nobody was let into the frame");
            let mut response = refused(&state, Refused { why, host: Some(Host { origin: origin.to_owned(), theme }) }).await;
            if let Some(seconds) = retry_after {
                response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
            }
            response
        }
    }
}

async fn read(headers: &HeaderMap, body: Body) -> Result<Map<String, Value>, ApiError> {
    if body::kind(headers)? != Kind::Form {
        return Err(ApiError::new(Code::UnsupportedMedia, "Send the fields as application/x-www-form-urlencoded."));
    }
    let bytes: Bytes = bounded(headers, body, BODY_MAX).await?;
    body::parse(Kind::Form, &bytes)
}

const fn limited(error: &ApiError) -> Refusal {
    match error.code {
        Code::TooManyRequests => Refusal::TooMany,
        _ => Refusal::Unavailable,
    }
}

fn onwards(target: &str, cookie: Option<HeaderValue>) -> Response {
    let (Ok(location), Some(cookie)) = (HeaderValue::from_str(target), cookie) else { return ApiError::internal().into_response() };
    let headers =
        [(header::LOCATION, location), (header::SET_COOKIE, cookie), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    (StatusCode::SEE_OTHER, headers).into_response()
}
