//! Sync status and forced syncs.

use axum::Json;
use axum::extract::{RawQuery, State};
use serde_json::{Value, json};

use super::access::OfAccount;
use super::page::Query;
use crate::error::ApiError;
use crate::world::World;

/// `GET /{category}/v1/sync-status`: a page.
///
/// # Errors
/// 401 without a working account token, 404 for a wrong cursor.
pub async fn list(State(world): State<World>, OfAccount(account): OfAccount, RawQuery(query): RawQuery) -> Result<Json<Value>, ApiError> {
    let statuses = world.sync_clock().statuses(&account, &world.models_of(&account), world.now());
    let items = statuses.into_iter().enumerate().map(|(i, s)| (format!("{i:05}"), s)).collect();
    Query::new(query.as_deref()).page(items).map(Json)
}

/// `POST /{category}/v1/sync-status/resync`: no body, all models, a bare array.
///
/// # Errors
/// 401 without a working account token.
pub async fn resync(State(world): State<World>, OfAccount(mut account): OfAccount) -> Result<Json<Value>, ApiError> {
    let (models, now) = (world.models_of(&account), world.now());
    if account.first_sync_at.is_some() && !account.syncs_disabled && account.status == "COMPLETE" {
        let before = json!(world.sync_clock().finishes(&account, &models, now)).to_string();
        world.store().resync(&account.id, &before, now).await?;
        world.store().audit("FORCED_LINKED_ACCOUNT_RESYNC", &format!("Resync forced for {}", account.organization), now).await?;
        (account.resynced_at, account.finished_before) = (Some(now), before);
    }
    Ok(Json(Value::Array(world.sync_clock().statuses(&account, &models, now))))
}
