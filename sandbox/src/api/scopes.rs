//! Scopes: which models and fields an account gives, and the endpoints about them that only older clients call.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::access::{Keyed, OfAccount};
use super::body::Fields;
use crate::catalogue::{Category, Model};
use crate::error::{ApiError, FieldErrors};
use crate::world::World;

fn scope(model: &Model, enabled: bool) -> Value {
    json!({
        "model_name": model.name,
        "model_permissions": { "READ": { "is_enabled": enabled }, "WRITE": { "is_enabled": false } },
        "field_permissions": { "enabled_fields": model.fields, "disabled_fields": [] },
    })
}

/// The models of the whole category, from its apps.
fn models_in(world: &World, category: Category) -> Vec<Model> {
    let mut models: Vec<Model> = Vec::new();
    for model in world.catalogue().all().iter().filter(|i| i.categories.contains(&category)).flat_map(|i| i.models(category)) {
        match models.iter_mut().find(|m| m.id == model.id) {
            Some(known) => {
                for field in model.fields {
                    if !known.fields.contains(&field) {
                        known.fields.push(field);
                    }
                }
            }
            None => models.push(model),
        }
    }
    models.sort_by(|a, b| a.name.cmp(&b.name));
    models
}

/// `GET /{category}/v1/default-scopes`.
///
/// # Errors
/// 401 without the key.
pub async fn default(State(world): State<World>, keyed: Keyed) -> Result<Json<Value>, ApiError> {
    let category = keyed.category.ok_or_else(ApiError::not_found)?;
    let models: Vec<Value> = models_in(&world, category).iter().map(|m| scope(m, true)).collect();
    Ok(Json(json!({ "common_models": models })))
}

/// `GET /{category}/v1/linked-account-scopes`.
///
/// # Errors
/// 401 without a working account token.
pub async fn of_account(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    let disabled = account.disabled_models();
    let models: Vec<Value> = world.models_of(&account).iter().map(|m| scope(m, !disabled.contains(&m.id))).collect();
    Ok(Json(json!({ "common_models": models })))
}

/// `POST /{category}/v1/linked-account-scopes`: a model that may not be read is `DISABLED` in `sync-status` from then on.
///
/// # Errors
/// 400 for a body without models or with one that the app does not have.
pub async fn set_of_account(
    State(world): State<World>,
    OfAccount(mut account): OfAccount,
    Fields(fields): Fields,
) -> Result<Json<Value>, ApiError> {
    let Some(asked) = fields.get("common_models").and_then(Value::as_array) else {
        return Err(ApiError::field("common_models", "This field is required."));
    };
    let models = world.models_of(&account);
    let mut disabled = account.disabled_models();
    let mut errors = FieldErrors::default();
    for one in asked {
        let name = one.get("model_name").and_then(Value::as_str).unwrap_or_default();
        let Some(model) = models.iter().find(|m| m.name == name || m.id == name) else {
            errors.add("common_models", format!("\"{name}\" is not a model of this account."));
            continue;
        };
        match one.pointer("/model_permissions/READ/is_enabled").and_then(Value::as_bool) {
            Some(true) => disabled.retain(|id| *id != model.id),
            Some(false) if !disabled.contains(&model.id) => disabled.push(model.id.clone()),
            _ => {}
        }
    }
    errors.check()?;
    crate::records::settle_before(&world, &account.id).await?;
    account.disabled_models = json!(disabled).to_string();
    world.store().save_account(&account).await?;
    world.store().audit("CHANGED_SCOPES", &format!("Scopes changed for {}", account.organization), world.now()).await?;
    let models: Vec<Value> = models.iter().map(|m| scope(m, !disabled.contains(&m.id))).collect();
    Ok(Json(json!({ "common_models": models })))
}

/// `GET /{category}/v1/available-actions`, which 4.x clients still call.
///
/// # Errors
/// 401 without a working account token.
pub async fn available_actions(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    let app = account.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug)).ok_or_else(ApiError::not_found)?;
    let shown = app.of_linked_account(account.category());
    Ok(Json(json!({
        "integration": app.of_account_token(), "passthrough_available": true,
        "available_model_operations": shown.get("available_model_operations"),
    })))
}

/// Selective sync's pages: nothing is configured.
///
/// # Errors
/// 401 without a working account token.
pub async fn none(OfAccount(_): OfAccount) -> Result<Json<Value>, ApiError> {
    Ok(Json(json!({ "next": null, "previous": null, "results": [] })))
}

/// Selective sync's bare array: nothing is configured.
///
/// # Errors
/// 401 without a working account token.
pub async fn no_configurations(OfAccount(_): OfAccount) -> Result<Json<Value>, ApiError> {
    Ok(Json(json!([])))
}
