//! Sync status and forced syncs.

use axum::Json;
use axum::extract::{RawQuery, State};
use serde_json::Value;

use super::access::OfAccount;
use super::page::Query;
use crate::error::ApiError;
use crate::records;
use crate::store::Account;
use crate::world::World;

/// `GET /{category}/v1/sync-status`: a page.
///
/// # Errors
/// 401 without a working account token, 404 for a wrong cursor.
pub async fn list(State(world): State<World>, OfAccount(account): OfAccount, RawQuery(query): RawQuery) -> Result<Json<Value>, ApiError> {
    records::settle(&world, &account).await?;
    let models = records::tracked(&world, &account).await?;
    let statuses = world.sync_clock().statuses(&account, &models, world.now());
    let items = statuses.into_iter().enumerate().map(|(i, s)| (format!("{i:05}"), s)).collect();
    Query::new(query.as_deref()).page(items).map(Json)
}

/// `POST /{category}/v1/sync-status/resync`: no body, all models, a bare array.
///
/// # Errors
/// 401 without a working account token.
pub async fn resync(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    Ok(Json(Value::Array(start(&world, &account).await?)))
}

/// Starts a sync of an account, where it can sync at all; what `sync-status` says then.
///
/// # Errors
/// When the database fails.
pub async fn start(world: &World, account: &Account) -> Result<Vec<Value>, ApiError> {
    records::settle_before(world, &account.id).await?;
    let (mut account, now) = (account.clone(), world.now());
    if account.first_sync_at.is_some() && !account.syncs_disabled && account.status == "COMPLETE" {
        world.store().resync(&account.id, now).await?;
        world.store().audit("FORCED_LINKED_ACCOUNT_RESYNC", &format!("Resync forced for {}", account.organization), now).await?;
        account.resynced_at = Some(now);
    }
    let models = records::tracked(world, &account).await?;
    Ok(world.sync_clock().statuses(&account, &models, now))
}
