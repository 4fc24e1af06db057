//! Account tokens: the exchange (GET) and regeneration.

use axum::Json;
use axum::extract::{Path, State};
use serde_json::{Map, Value, json};

use super::access::{Keyed, OfAccount};
use crate::catalogue::Category;
use crate::clock::{MINUTE, Micros};
use crate::error::ApiError;
use crate::world::World;

/// How long a public token can be exchanged. The documentation only calls it short-lived.
const PUBLIC_TOKEN_LIFE: Micros = 60 * MINUTE;

/// `GET /{category}/v1/account-token/{public_token}`.
///
/// # Errors
/// 404 for a public token that is unknown, spent, too old or of another category.
pub async fn exchange_in_category(
    State(world): State<World>,
    keyed: Keyed,
    Path((_, public_token)): Path<(String, String)>,
) -> Result<Json<Value>, ApiError> {
    answer(&world, keyed.category, &public_token).await
}

/// `GET /integrations/account-token/{public_token}`.
///
/// # Errors
/// 404 for a public token that is unknown, spent or too old.
pub async fn exchange(State(world): State<World>, _: Keyed, Path(public_token): Path<String>) -> Result<Json<Value>, ApiError> {
    answer(&world, None, &public_token).await
}

async fn answer(world: &World, category: Option<Category>, public_token: &str) -> Result<Json<Value>, ApiError> {
    let store = world.store();
    let id = store.public_token_account(public_token).await?.ok_or_else(ApiError::not_found)?;
    // The category is checked before the token is spent: a wrong path costs nothing.
    let account = store.account(&id).await?.ok_or_else(ApiError::not_found)?;
    if category.is_some_and(|c| c != account.category()) {
        return Err(ApiError::not_found());
    }
    let now = world.now();
    if store.spend_public_token(public_token, now.saturating_sub(PUBLIC_TOKEN_LIFE), now).await?.is_none() {
        return Err(ApiError::not_found());
    }
    let app = account.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug)).ok_or_else(ApiError::not_found)?;
    let mut answer = Map::new();
    answer.insert("account_token".to_owned(), json!(account.account_token.ok_or_else(ApiError::not_found)?));
    answer.insert("integration".to_owned(), app.of_account_token());
    answer.insert("id".to_owned(), json!(account.id));
    Ok(Json(Value::Object(answer)))
}

/// `POST /{category}/v1/account-token/regenerate`: the old token stops working.
///
/// # Errors
/// 401 without a working account token.
pub async fn regenerate(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    let token = world.store().renew_account_token(&account.id).await?;
    Ok(Json(json!({ "linked_account_id": account.id, "account_token": token })))
}
