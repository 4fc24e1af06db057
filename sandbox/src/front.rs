//! The front door: every request of the imitated service passes here, is written to the log, and may meet a fault.

use std::future::Future;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use http::{Request, StatusCode, request::Parts};
use http_body_util::{BodyExt as _, Limited};
use serde_json::{Map, Value, json};
use tokio::sync::watch;

use crate::api::body;
use crate::faults::{Effect, Met};
use crate::log::{Entry, Subject};
use crate::world::World;

/// The largest body that is read.
const BODY_LIMIT: usize = 4 * 1024 * 1024;

/// The connection is dropped without an answer.
#[derive(Debug, thiserror::Error)]
#[error("cut by a fault")]
pub struct Cut;

/// Answers a request, or cuts the connection. `gone` is closed when the client has hung up: what waits on purpose has then not begun, and does
/// not begin any more.
///
/// # Errors
/// [`Cut`] when a fault says so, or the client has hung up.
pub async fn answer<F, R>(world: &World, request: Request<Body>, gone: watch::Receiver<()>, inner: F) -> Result<Response, Cut>
where
    F: FnOnce(Request<Body>) -> R,
    R: Future<Output = Result<Response, Cut>>,
{
    let (parts, stream) = request.into_parts();
    let Ok(bytes) = Limited::new(stream, BODY_LIMIT).collect().await.map(|b| b.to_bytes()) else {
        return Ok((StatusCode::PAYLOAD_TOO_LARGE, axum::Json(json!({ "detail": "Request body is too large." }))).into_response());
    };
    if parts.uri.path().starts_with("/_sandbox") {
        return inner(Request::from_parts(parts, Body::from(bytes))).await;
    }
    let about = About::read(world, &parts, &bytes).await;
    let seq = world.log().begin(about.entry(world, &parts));
    let Some(met) = world.faults().meet(&parts, &about.subject) else {
        let response = inner(Request::from_parts(parts, Body::from(bytes))).await?;
        world.log().end(seq, Some(response.status().as_u16()), None);
        return Ok(response);
    };
    let name = met.name();
    let result = with_fault(met, Request::from_parts(parts, Body::from(bytes)), gone, inner).await;
    world.log().end(seq, result.as_ref().ok().map(|r| r.status().as_u16()), Some(name));
    result
}

async fn with_fault<F, R>(met: Met, mut request: Request<Body>, mut gone: watch::Receiver<()>, inner: F) -> Result<Response, Cut>
where
    F: FnOnce(Request<Body>) -> R,
    R: Future<Output = Result<Response, Cut>>,
{
    tokio::select! {
        () = met.pause() => {}
        // Nothing is ever sent there: it ends when the other end is dropped.
        _ = gone.changed() => return Err(Cut),
    }
    match met.effect() {
        Effect::Instead => met.instead(),
        Effect::Lost => {
            let _ = inner(request).await;
            met.instead()
        }
        Effect::Altered => {
            met.mark(&mut request);
            let response = inner(request).await?;
            met.alter(response).await
        }
    }
}

/// What a request says about its subject.
struct About {
    subject: Subject,
    body: Value,
}

impl About {
    async fn read(world: &World, parts: &Parts, bytes: &Bytes) -> Self {
        let path: Vec<&str> = parts.uri.path().trim_matches('/').split('/').collect();
        let mut subject = Subject::default();
        if let ["api", category, "v1", ..] = path.as_slice() {
            subject.category = Some((*category).to_owned());
        }
        let mut shown = Value::Null;
        let query = body::query_pairs(parts.uri.query().unwrap_or_default());
        let query_value = |name: &str| query.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone());

        let mut account = match parts.headers.get("x-account-token").and_then(|v| v.to_str().ok()) {
            Some(token) => world.store().account_by_token(token).await.ok().flatten(),
            None => None,
        };
        if let Some(token) = query_value("account_token") {
            account = world.store().account_by_token(&token).await.ok().flatten();
        }
        if let [.., "account-token", token] = path.as_slice()
            && let Ok(Some(id)) = world.store().public_token_account(token).await
        {
            account = world.store().account(&id).await.ok().flatten();
        }
        for name in ["id", "linked_account_id"] {
            if account.is_none()
                && let Some(id) = query_value(name)
            {
                account = world.store().account(&id).await.ok().flatten();
            }
        }
        subject.origin_id = query_value("end_user_origin_id");
        subject.organization = query_value("end_user_organization_name");
        if matches!(path.last(), Some(&"link-token" | &"create-link-token"))
            && let Ok(fields) = body::read(&parts.headers, bytes.clone()).await
        {
            subject.origin_id = text(&fields, "end_user_origin_id");
            subject.organization = text(&fields, "end_user_organization_name");
            subject.integration = text(&fields, "integration");
            shown = Value::Object(fields);
        }
        let link_token = match path.as_slice() {
            ["link", ..] => serde_json::from_slice::<Map<String, Value>>(bytes).ok().and_then(|b| text(&b, "link_token")),
            ["index.html"] => query_value("link_token"),
            _ => None,
        };
        if let Some(token) = link_token
            && let Ok(Some(token)) = world.store().link_token(&token).await
        {
            subject.category = token.categories.split(',').next().map(str::to_owned);
            subject.origin_id = Some(token.origin_id);
            subject.organization = Some(token.organization);
            subject.integration = token.integration;
            subject.account_id = token.account_id;
        }
        if let Some(account) = account {
            subject.category.get_or_insert(account.category);
            subject.origin_id = Some(account.origin_id);
            subject.organization = Some(account.organization);
            subject.integration = account.integration;
            subject.account_id = Some(account.id);
        }
        Self { subject, body: shown }
    }

    fn entry(&self, world: &World, parts: &Parts) -> Entry {
        let path = parts.uri.path();
        let path = match path.split_once("/account-token/") {
            Some((head, tail)) if tail != "regenerate" => format!("{head}/account-token/***"),
            _ => path.to_owned(),
        };
        let query = parts.uri.query().map(|q| {
            q.split('&')
                .map(|pair| match pair.split_once('=') {
                    Some((name @ ("account_token" | "link_token"), _)) => format!("{name}=***"),
                    _ => pair.to_owned(),
                })
                .collect::<Vec<_>>()
                .join("&")
        });
        Entry {
            seq: 0,
            at: crate::clock::iso(world.now()),
            method: parts.method.to_string(),
            path,
            query,
            subject: self.subject.clone(),
            body: self.body.clone(),
            status: None,
            fault: None,
        }
    }
}

fn text(fields: &Map<String, Value>, name: &str) -> Option<String> {
    fields.get(name).and_then(Value::as_str).map(str::to_owned)
}
