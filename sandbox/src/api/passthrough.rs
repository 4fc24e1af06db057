//! Passthrough: requests to the app itself, at once or later. There is no app, so the answer is an echo.

use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Map, Value, json};

use super::access::OfAccount;
use super::body::{Fields, Reader};
use crate::error::ApiError;
use crate::ids;
use crate::world::World;

const RECEIPTS: &str = "async_passthrough";
const METHODS: [&str; 6] = ["GET", "OPTIONS", "HEAD", "POST", "PUT", "PATCH"];

/// `POST /{category}/v1/passthrough`.
///
/// # Errors
/// 400 with sentences by field.
pub async fn now(OfAccount(_): OfAccount, Fields(fields): Fields) -> Result<Json<Value>, ApiError> {
    echo(&fields).map(Json)
}

/// `POST /{category}/v1/async-passthrough`: a receipt.
///
/// # Errors
/// 400 with sentences by field.
pub async fn later(State(world): State<World>, OfAccount(account): OfAccount, Fields(fields): Fields) -> Result<Json<Value>, ApiError> {
    let answer = echo(&fields)?;
    let receipt = ids::uuid();
    world.store().put_document(RECEIPTS, &account.id, &receipt, &answer, world.now()).await?;
    Ok(Json(json!({ "async_passthrough_receipt_id": receipt })))
}

/// `GET /{category}/v1/async-passthrough/{receipt}`.
///
/// # Errors
/// 404 when there is no such receipt.
pub async fn resolve(
    State(world): State<World>,
    OfAccount(account): OfAccount,
    Path((_, receipt)): Path<(String, String)>,
) -> Result<Json<Value>, ApiError> {
    world.store().document(RECEIPTS, &account.id, &receipt).await?.map(Json).ok_or_else(ApiError::not_found)
}

fn echo(fields: &Map<String, Value>) -> Result<Value, ApiError> {
    let mut read = Reader::new(fields);
    let method = read.required_text("method", 10);
    let path = read.required_text("path", 10_000);
    if !method.is_empty() && method != "DELETE" && !METHODS.contains(&method.as_str()) {
        read.errors.add("method", format!("\"{method}\" is not a valid choice."));
    }
    read.errors.check()?;
    Ok(json!({
        "method": method, "path": path, "status": 200, "response": { "sandbox": true, "path": path },
        "response_headers": { "Content-Type": "application/json" }, "response_type": "JSON", "headers": {},
    }))
}
