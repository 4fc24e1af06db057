//! Arming, releasing and removing faults.

use axum::Json;
use axum::extract::{Path, Query, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::Refused;
use crate::faults::Fault;
use crate::world::World;

/// `GET /_sandbox/faults`.
pub async fn list(State(world): State<World>) -> Json<Value> {
    Json(json!({ "faults": world.faults().list() }))
}

/// `POST /_sandbox/faults`: the id of the armed fault.
///
/// # Errors
/// 400 that says what cannot be read.
pub async fn arm(State(world): State<World>, Json(fault): Json<Value>) -> Result<(StatusCode, Json<Value>), Refused> {
    let fault: Fault = serde_json::from_value(fault).map_err(|e| Refused::bad(format!("This is not a fault: {e}.")))?;
    Ok((StatusCode::CREATED, Json(json!({ "id": world.faults().arm(fault) }))))
}

/// Which faults to remove.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Scope {
    organization: Option<String>,
    origin_id: Option<String>,
}

/// `DELETE /_sandbox/faults`: all, or those of an organisation or an origin id.
pub async fn clear(State(world): State<World>, Query(scope): Query<Scope>) -> Json<Value> {
    let removed = world.faults().remove_matching(scope.organization.as_deref(), scope.origin_id.as_deref());
    Json(json!({ "removed": removed }))
}

/// `DELETE /_sandbox/faults/{id}`.
///
/// # Errors
/// 404 when there is no such fault.
pub async fn remove(State(world): State<World>, Path(id): Path<u64>) -> Result<StatusCode, Refused> {
    if world.faults().remove(id) { Ok(StatusCode::NO_CONTENT) } else { Err(Refused::missing("fault")) }
}

/// `POST /_sandbox/faults/{id}/release`: requests that hang go on.
///
/// # Errors
/// 404 when there is no such fault.
pub async fn release(State(world): State<World>, Path(id): Path<u64>) -> Result<StatusCode, Refused> {
    if world.faults().release(id) { Ok(StatusCode::NO_CONTENT) } else { Err(Refused::missing("fault")) }
}
