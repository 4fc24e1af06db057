//! Integration metadata.

use axum::Json;
use axum::extract::{RawQuery, State};
use serde_json::Value;

use super::access::Keyed;
use super::page::Query;
use crate::error::ApiError;
use crate::world::World;

/// `GET /organizations/integrations`: the apps that are enabled, in pages.
///
/// # Errors
/// 404 for a wrong cursor.
pub async fn of_organization(State(world): State<World>, _: Keyed, RawQuery(query): RawQuery) -> Result<Json<Value>, ApiError> {
    let items = world.catalogue().all().iter().enumerate().map(|(i, app)| (format!("{i:05}"), app.listed())).collect();
    Query::new(query.as_deref()).page(items).map(Json)
}

/// `GET /integrations/`: every app, a bare array, for everybody.
pub async fn all(State(world): State<World>) -> Json<Value> {
    Json(world.catalogue().all().iter().map(|app| app.listed()).collect())
}
