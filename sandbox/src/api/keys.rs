//! Remote keys, webhook receivers and the audit trail.

use axum::Json;
use axum::extract::{RawQuery, State};
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::access::{Keyed, OfAccount};
use super::body::{Fields, Reader};
use super::page::Query;
use crate::clock::iso;
use crate::error::ApiError;
use crate::ids;
use crate::world::World;

const REMOTE_KEYS: &str = "remote_key";
const RECEIVERS: &str = "webhook_receiver";
/// Remote keys belong to the whole organisation, not to an account.
const EVERYBODY: &str = "";

/// `POST /{category}/v1/generate-key`. The key is an answer only: it opens nothing here.
///
/// # Errors
/// 400 with sentences by field.
pub async fn generate(State(world): State<World>, _: Keyed, Fields(fields): Fields) -> Result<Json<Value>, ApiError> {
    remote_key(&world, &fields, "CREATED_REMOTE_PRODUCTION_API_KEY").await
}

/// `POST /{category}/v1/regenerate-key`.
///
/// # Errors
/// 400 with sentences by field, 404 when there is no key of that name.
pub async fn regenerate(State(world): State<World>, _: Keyed, Fields(fields): Fields) -> Result<Json<Value>, ApiError> {
    let name = Reader::new(&fields).required_text("name", 100);
    if !name.is_empty() && world.store().document(REMOTE_KEYS, EVERYBODY, &name).await?.is_none() {
        return Err(ApiError::not_found());
    }
    remote_key(&world, &fields, "REGENERATED_PRODUCTION_API_KEY").await
}

async fn remote_key(world: &World, fields: &Map<String, Value>, event: &str) -> Result<Json<Value>, ApiError> {
    let mut read = Reader::new(fields);
    let name = read.required_text("name", 100);
    read.errors.check()?;
    let body = json!({ "name": name, "key": ids::token() });
    world.store().put_document(REMOTE_KEYS, EVERYBODY, &name, &body, world.now()).await?;
    world.store().audit(event, &format!("Remote key {name}"), world.now()).await?;
    Ok(Json(body))
}

/// `GET /{category}/v1/webhook-receivers`: a bare array.
///
/// # Errors
/// 401 without a working account token.
pub async fn receivers(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    Ok(Json(Value::Array(world.store().documents(RECEIVERS, &account.id).await?)))
}

/// `POST /{category}/v1/webhook-receivers`: 201. No source says what a receiver does; it is kept and shown.
///
/// # Errors
/// 400 with sentences by field.
pub async fn create_receiver(
    State(world): State<World>,
    OfAccount(account): OfAccount,
    Fields(fields): Fields,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    let mut read = Reader::new(&fields);
    let event = read.required_text("event", 100);
    if !fields.contains_key("is_active") {
        read.errors.add("is_active", "This field is required.");
    }
    let active = read.flag("is_active");
    let key = read.text("key", 255);
    read.errors.check()?;
    let mut body = Map::new();
    body.insert("event".to_owned(), json!(event));
    body.insert("is_active".to_owned(), json!(active));
    if let Some(key) = key {
        body.insert("key".to_owned(), json!(key));
    }
    let body = Value::Object(body);
    world.store().put_document(RECEIVERS, &account.id, &event, &body, world.now()).await?;
    Ok((StatusCode::CREATED, Json(body)))
}

/// `GET /{category}/v1/audit-trail`.
///
/// # Errors
/// 400 for a filter that cannot be read, 404 for a wrong cursor.
pub async fn audit_trail(State(world): State<World>, _: Keyed, RawQuery(query): RawQuery) -> Result<Json<Value>, ApiError> {
    let query = Query::new(query.as_deref());
    let (start, end) = (query.time("start_date")?, query.time("end_date")?);
    let items = world
        .store()
        .audit_trail()
        .await?
        .into_iter()
        .filter(|e| query.get("event_type").is_none_or(|t| e.event_type == t))
        // Everything in the sandbox is done by the API, so no event has a user.
        .filter(|_| query.get("user_email").is_none())
        .filter(|e| start.is_none_or(|t| e.created_at >= t) && end.is_none_or(|t| e.created_at <= t))
        .map(|e| {
            let view = json!({
                "id": e.id, "user_name": null, "user_email": null, "role": "API", "ip_address": "127.0.0.1", "event_type": e.event_type,
                "event_description": e.description, "created_at": iso(e.created_at),
            });
            (format!("{:020}{}", e.created_at, e.id), view)
        })
        .collect::<Vec<_>>();
    let mut items = items;
    items.sort_by(|a, b| a.0.cmp(&b.0));
    query.page(items).map(Json)
}
