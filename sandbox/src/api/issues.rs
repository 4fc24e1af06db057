//! Issues.

use axum::Json;
use axum::extract::{Path, RawQuery, State};
use serde_json::{Value, json};

use super::access::Keyed;
use super::page::Query;
use crate::clock::iso;
use crate::error::ApiError;
use crate::store::{Account, Issue};
use crate::world::World;

/// An issue as the API and the webhooks show it.
pub fn view(world: &World, issue: &Issue, account: Option<&Account>) -> Value {
    let end_user = account.map_or_else(
        || json!({}),
        |a| {
            let app = a.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug));
            json!({
                "id": a.id, "organization_name": a.organization, "origin_id": a.origin_id, "email_address": a.email,
                "integration": app.map(|i| i.name.as_str()), "category": a.category,
            })
        },
    );
    json!({
        "id": issue.id, "status": issue.status, "error_description": issue.error_description, "end_user": end_user,
        "first_incident_time": iso(issue.first_incident), "last_incident_time": iso(issue.last_incident), "is_muted": issue.is_muted,
        "error_details": serde_json::from_str::<Value>(&issue.error_details).unwrap_or_else(|_| json!([])),
    })
}

/// `GET /{category}/v1/issues`.
///
/// # Errors
/// 400 for a filter that cannot be read, 404 for a wrong cursor.
pub async fn list(State(world): State<World>, _: Keyed, RawQuery(query): RawQuery) -> Result<Json<Value>, ApiError> {
    let query = Query::new(query.as_deref());
    let status = match query.get("status") {
        Some(word) if !matches!(word, "ONGOING" | "RESOLVED") => {
            return Err(ApiError::field("status", format!("Select a valid choice. {word} is not one of the available choices.")));
        }
        other => other,
    };
    let linked_account = query.uuid("linked_account_id")?;
    let muted = query.get("include_muted").is_some_and(|v| v.eq_ignore_ascii_case("true"));
    let (first_after, first_before) = (query.time("first_incident_time_after")?, query.time("first_incident_time_before")?);
    let (last_after, last_before) = (query.time("last_incident_time_after")?, query.time("last_incident_time_before")?);
    let (start, end) = (day_or_time(&query, "start_date")?, day_or_time(&query, "end_date")?);
    let of_token = match query.get("account_token") {
        Some(token) => Some(world.store().account_by_token(token).await?.map(|a| a.id).unwrap_or_default()),
        None => None,
    };
    let accounts = world.store().accounts().await?;
    let mut items = Vec::new();
    for issue in world.store().issues().await? {
        let Some(account) = accounts.iter().find(|a| a.id == issue.account_id) else {
            continue;
        };
        let name = account.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug)).map(|app| app.name.as_str());
        let keep = status.is_none_or(|s| issue.status == s)
            && linked_account.is_none_or(|id| issue.account_id == id)
            && of_token.as_ref().is_none_or(|id| issue.account_id == *id)
            && query.get("end_user_organization_name").is_none_or(|o| account.organization == o)
            && query.get("integration_name").is_none_or(|n| name == Some(n))
            && (muted || !issue.is_muted)
            && first_after.is_none_or(|t| issue.first_incident > t)
            && first_before.is_none_or(|t| issue.first_incident < t)
            && last_after.is_none_or(|t| issue.last_incident > t)
            && last_before.is_none_or(|t| issue.last_incident < t)
            && start.is_none_or(|t| issue.first_incident >= t)
            && end.is_none_or(|t| issue.last_incident <= t);
        if keep {
            items.push((format!("{:020}{}", issue.first_incident, issue.id), view(&world, &issue, Some(account))));
        }
    }
    query.page(items).map(Json)
}

/// `GET /{category}/v1/issues/{id}`.
///
/// # Errors
/// 404 when there is no such issue.
pub async fn get(State(world): State<World>, _: Keyed, Path((_, id)): Path<(String, String)>) -> Result<Json<Value>, ApiError> {
    let issue = world.store().issues().await?.into_iter().find(|i| i.id == id).ok_or_else(ApiError::not_found)?;
    let account = world.store().account(&issue.account_id).await?;
    Ok(Json(view(&world, &issue, account.as_ref())))
}

/// A time, or a day, which is its first moment.
fn day_or_time(query: &Query, name: &str) -> Result<Option<i64>, ApiError> {
    match query.get(name) {
        Some(day) if day.len() == 10 => crate::clock::parse_iso(&format!("{day}T00:00:00Z")).map(Some).ok_or(ApiError::Filters),
        _ => query.time(name),
    }
}
