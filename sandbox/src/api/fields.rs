//! Field mappings: remote fields, target fields, and the mappings between them.

use axum::Json;
use axum::extract::{Path, State};
use http::StatusCode;
use serde_json::{Map, Value, json};

use super::access::OfAccount;
use super::body::{Fields, Reader};
use crate::catalogue::{Category, Model};
use crate::error::ApiError;
use crate::ids;
use crate::store::Account;
use crate::world::World;

/// Models that the documents of these endpoints leave out.
const UNMAPPED: [&str; 3] = ["BankFeedTransaction", "CustomObjectClass", "EngagementType"];
const MAPPINGS: &str = "field_mapping";
const TARGETS: &str = "target_field";

/// `GET /{category}/v1/remote-fields`: one custom field per model.
///
/// # Errors
/// 401 without a working account token.
pub async fn remote(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    let mut all = Map::new();
    for model in mappable(&world, &account) {
        let path = format!("/{}", model.name.to_lowercase());
        all.insert(
            model.name,
            json!([{
                "schema": { "type": "string" }, "remote_key_name": "custom_note",
                "remote_endpoint_info": { "method": "GET", "url_path": path, "field_traversal_path": ["custom_note"] },
                "example_values": ["A note"], "advanced_metadata": null, "coverage": 0.5,
            }]),
        );
    }
    Ok(Json(Value::Object(all)))
}

/// `GET /{category}/v1/target-fields`.
///
/// # Errors
/// 401 without a working account token.
pub async fn targets(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    by_model(&world, &account, TARGETS, "common_model", "target").await
}

/// `POST /{category}/v1/target-fields`.
///
/// # Errors
/// 400 with sentences by field.
pub async fn create_target(
    State(world): State<World>,
    OfAccount(account): OfAccount,
    Fields(fields): Fields,
) -> Result<Json<Value>, ApiError> {
    let mut read = Reader::new(&fields);
    let name = read.required_text("name", 255);
    let model = read.required_text("common_model", 255);
    let description = read.text("description", 1_000).unwrap_or_default();
    read.errors.check()?;
    known_model(&world, &account, "common_model", &model)?;
    let body = json!({ "common_model": model, "target": { "name": name, "description": description, "is_mapped": "False" } });
    world.store().put_document(TARGETS, &account.id, &format!("{model}.{name}"), &body, world.now()).await?;
    by_model(&world, &account, TARGETS, "common_model", "target").await
}

/// `GET /{category}/v1/field-mappings`.
///
/// # Errors
/// 401 without a working account token.
pub async fn mappings(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    by_model(&world, &account, MAPPINGS, "common_model", "mapping").await
}

/// `POST /{category}/v1/field-mappings`.
///
/// # Errors
/// 400 with sentences by field.
pub async fn create_mapping(
    State(world): State<World>,
    OfAccount(account): OfAccount,
    Fields(fields): Fields,
) -> Result<(StatusCode, Json<Value>), ApiError> {
    let mut read = Reader::new(&fields);
    let model = read.required_text("common_model_name", 255);
    let method = read.required_text("remote_method", 10);
    let url_path = read.required_text("remote_url_path", 2_000);
    let target = read.text("organization_wide_target_field", 255).or_else(|| read.text("target_field_name", 255));
    let description = read.text("target_field_description", 1_000).unwrap_or_default();
    if target.is_none() {
        read.errors.add("target_field_name", "This field is required.");
    }
    let path = fields.get("remote_field_traversal_path").filter(|p| p.is_array());
    if path.is_none() {
        read.errors.add("remote_field_traversal_path", "This field is required.");
    }
    let wide = read.flag("is_integration_wide");
    read.errors.check()?;
    known_model(&world, &account, "common_model_name", &model)?;
    let id = ids::uuid();
    let mut mapping = json!({
        "id": id, "is_integration_wide": wide,
        "target_field": { "name": target, "description": description, "is_organization_wide": fields.contains_key("organization_wide_target_field") },
        "remote_field": {
            "remote_key_name": path.and_then(|p| p.as_array()?.last()?.as_str()), "schema": { "type": "string" },
            "remote_endpoint_info": { "method": method, "url_path": url_path, "field_traversal_path": path },
        },
        "jmes_path": fields.get("jmes_path"), "advanced_mapping_expression": fields.get("advanced_mapping_expression"),
    });
    // The knowledge base's documents do not have expressions.
    if account.category() == Category::Knowledgebase
        && let Some(mapping) = mapping.as_object_mut()
    {
        mapping.remove("advanced_mapping_expression");
    }
    let body = json!({ "common_model": model, "mapping": mapping });
    world.store().put_document(MAPPINGS, &account.id, &id, &body, world.now()).await?;
    world.store().audit("CREATED_LINKED_ACCOUNT_FIELD_MAPPING", &format!("Field mapping created for {model}"), world.now()).await?;
    Ok((StatusCode::CREATED, Json(written(body))))
}

/// `PATCH /{category}/v1/field-mappings/{id}`.
///
/// # Errors
/// 404 when there is no such mapping.
pub async fn change_mapping(
    State(world): State<World>,
    OfAccount(account): OfAccount,
    Path((_, id)): Path<(String, String)>,
    Fields(fields): Fields,
) -> Result<Json<Value>, ApiError> {
    let mut body = world.store().document(MAPPINGS, &account.id, &id).await?.ok_or_else(ApiError::not_found)?;
    for (field, place) in [
        ("remote_method", "/mapping/remote_field/remote_endpoint_info/method"),
        ("remote_url_path", "/mapping/remote_field/remote_endpoint_info/url_path"),
        ("remote_field_traversal_path", "/mapping/remote_field/remote_endpoint_info/field_traversal_path"),
        ("jmes_path", "/mapping/jmes_path"),
        ("advanced_mapping_expression", "/mapping/advanced_mapping_expression"),
    ] {
        if let (Some(new), Some(old)) = (fields.get(field), body.pointer_mut(place)) {
            *old = new.clone();
        }
    }
    world.store().put_document(MAPPINGS, &account.id, &id, &body, world.now()).await?;
    Ok(Json(written(body)))
}

/// `DELETE /{category}/v1/field-mappings/{id}`: 204.
///
/// # Errors
/// 404 when there is no such mapping.
pub async fn delete_mapping(
    State(world): State<World>,
    OfAccount(account): OfAccount,
    Path((_, id)): Path<(String, String)>,
) -> Result<StatusCode, ApiError> {
    if world.store().delete_document(MAPPINGS, &account.id, &id).await? { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::not_found()) }
}

fn written(mut body: Value) -> Value {
    json!({ "model": body.get_mut("mapping").map(Value::take), "warnings": [], "errors": [], "logs": [] })
}

fn mappable(world: &World, account: &Account) -> impl Iterator<Item = Model> {
    world.models_of(account).into_iter().filter(|m| !UNMAPPED.contains(&m.name.as_str()))
}

fn known_model(world: &World, account: &Account, field: &str, model: &str) -> Result<(), ApiError> {
    if mappable(world, account).any(|m| m.name == model || m.id == model) {
        return Ok(());
    }
    Err(ApiError::field(field, format!("\"{model}\" is not a model of this account.")))
}

/// Documents of a kind as lists by the model's name; every model of the account has one, empty or not.
async fn by_model(world: &World, account: &Account, kind: &str, key: &str, part: &str) -> Result<Json<Value>, ApiError> {
    let mut all: Map<String, Value> = mappable(world, account).map(|m| (m.name, json!([]))).collect();
    for mut document in world.store().documents(kind, &account.id).await? {
        let model = document.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let item = document.get_mut(part).map(Value::take).unwrap_or_default();
        if let Some(list) = all.entry(model).or_insert_with(|| json!([])).as_array_mut() {
            list.push(item);
        }
    }
    Ok(Json(Value::Object(all)))
}
