//! Accounts as tests and demos see and change them.

use axum::Json;
use axum::extract::{Path, Query, State};
use http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Refused;
use crate::api;
use crate::catalogue::Category;
use crate::clock::{MINUTE, iso};
use crate::ids;
use crate::link::{self, Refusal, Submission};
use crate::records;
use crate::store::{Account, LinkToken};
use crate::webhooks;
use crate::world::World;

fn view(account: &Account) -> Value {
    json!({
        "id": account.id, "category": account.category, "origin_id": account.origin_id, "organization": account.organization,
        "email": account.email, "integration": account.integration, "status": account.status, "account_type": account.account_type,
        "account_token": account.account_token, "is_duplicate": account.is_duplicate, "instance_id": account.instance_id,
        "instance_display_value": account.instance_display_value, "subdomain": account.subdomain, "created_at": iso(account.created_at),
        "completed_at": account.completed_at.map(iso), "disabled_models": account.disabled_models(),
        "restricted_models": account.restricted_models(), "syncs_disabled": account.syncs_disabled,
    })
}

/// The account with this id.
///
/// # Errors
/// 404 when there is none.
pub async fn find(world: &World, id: &str) -> Result<Account, Refused> {
    world.store().account(id).await?.ok_or_else(|| Refused::missing("account"))
}

/// Which accounts to list.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    category: Option<String>,
    organization: Option<String>,
    origin_id: Option<String>,
    integration: Option<String>,
    status: Option<String>,
}

/// `GET /_sandbox/accounts`.
///
/// # Errors
/// When the database fails.
pub async fn list(State(world): State<World>, Query(filter): Query<Filter>) -> Result<Json<Value>, Refused> {
    let same = |asked: &Option<String>, is: Option<&str>| asked.as_deref().is_none_or(|a| is == Some(a));
    let accounts: Vec<Value> = world
        .store()
        .accounts()
        .await?
        .iter()
        .filter(|a| same(&filter.category, Some(&a.category)))
        .filter(|a| same(&filter.organization, Some(&a.organization)))
        .filter(|a| same(&filter.origin_id, Some(&a.origin_id)))
        .filter(|a| same(&filter.integration, a.integration.as_deref()))
        .filter(|a| same(&filter.status, Some(&a.status)))
        .map(view)
        .collect();
    Ok(Json(json!({ "accounts": accounts })))
}

/// `GET /_sandbox/accounts/{id}`.
///
/// # Errors
/// 404 when there is no such account.
pub async fn get(State(world): State<World>, Path(id): Path<String>) -> Result<Json<Value>, Refused> {
    Ok(Json(view(&find(&world, &id).await?)))
}

/// A linked account as if a person had gone through the window.
#[derive(Debug, Deserialize)]
pub struct New {
    origin_id: String,
    organization: String,
    email: String,
    category: String,
    integration: String,
    #[serde(flatten)]
    submission: Submission,
}

/// `POST /_sandbox/accounts`: `{public_token, account}`.
///
/// # Errors
/// 400 that says what is wrong.
pub async fn create(State(world): State<World>, Json(new): Json<New>) -> Result<(StatusCode, Json<Value>), Refused> {
    let category: Category = new.category.parse().map_err(|()| Refused::bad(format!("category: \"{}\" is not one.", new.category)))?;
    let app = world.catalogue().by_slug(&new.integration).filter(|app| app.categories.contains(&category));
    let app = app.ok_or_else(|| Refused::bad(format!("integration: \"{}\" is not an app of {category}.", new.integration)))?;
    let now = world.now();
    let token = LinkToken {
        token: ids::token(),
        origin_id: new.origin_id,
        organization: new.organization,
        email: new.email,
        categories: category.to_string(),
        path_category: None,
        integration: Some(app.slug.clone()),
        language: None,
        syncs_disabled: false,
        account_type: world.account_type().to_owned(),
        created_at: now,
        expires_at: now + 30 * MINUTE,
        window_id: None,
        account_id: None,
        locked: false,
        finished_at: None,
    };
    world.store().insert_link_token(&token).await?;
    let linked = finish(&world, &token.token, None, new.submission).await?;
    Ok((StatusCode::CREATED, Json(linked)))
}

/// A link token to take through the window.
#[derive(Debug, Deserialize)]
pub struct Linking {
    link_token: String,
    #[serde(default)]
    integration: Option<String>,
    #[serde(flatten)]
    submission: Submission,
}

/// `POST /_sandbox/link`: does what a person does in the window, without one; fields that are not given are filled in.
///
/// # Errors
/// 400 with the window's refusal.
pub async fn link(State(world): State<World>, Json(asked): Json<Linking>) -> Result<Json<Value>, Refused> {
    finish(&world, &asked.link_token, asked.integration.as_deref(), asked.submission).await.map(Json)
}

async fn finish(world: &World, token: &str, slug: Option<&str>, mut submission: Submission) -> Result<Value, Refused> {
    let window = ids::uuid();
    let refused = |refusal: Refusal| match refusal {
        Refusal::Internal(error) => Refused::from(error),
        Refusal::Token { code, message, .. } => Refused::bad(format!("{code}: {message}")),
        Refusal::Field { field, message } => Refused::bad(format!("{}: {message}", field.unwrap_or("credentials"))),
        Refusal::Validation(errors) => Refused::bad(format!("validation: {}", Value::Array(errors))),
    };
    if let Some(slug) = slug {
        link::pick(world, token, &window, slug).await.map_err(refused)?;
    }
    for (name, value) in [("subdomain", "demo"), ("username", "demo"), ("password", "demo"), ("api_key", "demo")] {
        submission.fields.entry(name.to_owned()).or_insert_with(|| value.to_owned());
    }
    let mut done = link::submit(world, token, &window, &submission).await.map_err(refused)?;
    let account = world.store().link_token(token).await?.and_then(|t| t.account_id);
    if let (Some(id), Some(done)) = (account, done.as_object_mut()) {
        done.insert("account".to_owned(), view(&find(world, &id).await?));
    }
    Ok(done)
}

const CHANGEABLE: &str = "status, status_detail, account_type, is_duplicate, instance_id, instance_display_value, disabled_models, \
                          restricted_models, sync_overrides, syncs_disabled";

/// `PATCH /_sandbox/accounts/{id}`.
///
/// # Errors
/// 400 for a field that cannot be changed or a value that it cannot have.
pub async fn change(
    State(world): State<World>,
    Path(id): Path<String>,
    Json(changes): Json<Map<String, Value>>,
) -> Result<Json<Value>, Refused> {
    let mut account = find(&world, &id).await?;
    records::settle_before(&world, &id).await?;
    for (name, value) in changes {
        let text = || value.as_str().map(str::to_owned);
        let wrong = || Refused::bad(format!("{name}: {value} is not a value for it."));
        match name.as_str() {
            "status" => set_status(&world, &mut account, value.as_str().ok_or_else(wrong)?).await?,
            "account_type" => {
                account.account_type = text().filter(|t| matches!(t.as_str(), "PRODUCTION" | "TEST")).ok_or_else(wrong)?;
            }
            "status_detail" => account.status_detail = text(),
            "is_duplicate" => account.is_duplicate = value.as_bool(),
            "instance_id" => account.instance_id = text(),
            "instance_display_value" => account.instance_display_value = text(),
            "syncs_disabled" => account.syncs_disabled = value.as_bool().ok_or_else(wrong)?,
            "disabled_models" => account.disabled_models = names(&value).ok_or_else(wrong)?,
            "restricted_models" => account.restricted_models = names(&value).ok_or_else(wrong)?,
            "sync_overrides" => account.sync_overrides = value.as_object().ok_or_else(wrong).map(|_| value.to_string())?,
            _ => return Err(Refused::bad(format!("{name} cannot be changed; these can: {CHANGEABLE}."))),
        }
    }
    world.store().save_account(&account).await?;
    Ok(Json(view(&account)))
}

fn names(value: &Value) -> Option<String> {
    value.as_array().filter(|all| all.iter().all(Value::is_string)).map(|_| value.to_string())
}

async fn set_status(world: &World, account: &mut Account, status: &str) -> Result<(), Refused> {
    if !matches!(status, "COMPLETE" | "INCOMPLETE" | "RELINK_NEEDED" | "IDLE") {
        return Err(Refused::bad("status: one of COMPLETE, INCOMPLETE, RELINK_NEEDED, IDLE."));
    }
    status.clone_into(&mut account.status);
    account.broken_at = match status {
        "RELINK_NEEDED" | "IDLE" => account.broken_at.or(Some(world.now())),
        _ => None,
    };
    if status == "COMPLETE" {
        world.store().resolve_issues(&account.id).await?;
    }
    Ok(())
}

/// `POST /_sandbox/accounts/{id}/expire`: the credentials stop working; RELINK_NEEDED and an issue.
///
/// # Errors
/// 404 when there is no such account.
pub async fn expire(State(world): State<World>, Path(id): Path<String>) -> Result<Json<Value>, Refused> {
    let mut account = find(&world, &id).await?;
    records::settle_before(&world, &id).await?;
    set_status(&world, &mut account, "RELINK_NEEDED").await?;
    account.status_detail = Some("The credentials are no longer valid.".to_owned());
    world.store().save_account(&account).await?;
    let details = ["The credentials are no longer valid. Relink the account.".to_owned()];
    let issue = world.store().raise_issue(&account.id, "Invalid Credentials", &details, world.now()).await?;
    webhooks::send(&world, "Issue.new", api::webhook_view(&world, &account), api::issue_view(&world, &issue, Some(&account)));
    Ok(Json(view(&account)))
}

/// `DELETE /_sandbox/accounts/{id}`: removed on the upstream's side.
///
/// # Errors
/// 404 when there is no such account.
pub async fn remove(State(world): State<World>, Path(id): Path<String>) -> Result<StatusCode, Refused> {
    let account = find(&world, &id).await?;
    api::remove(&world, &account).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// An issue to open.
#[derive(Debug, Deserialize)]
pub struct NewIssue {
    error_description: String,
    #[serde(default)]
    error_details: Vec<String>,
}

/// `POST /_sandbox/accounts/{id}/issues`.
///
/// # Errors
/// 404 when there is no such account.
pub async fn raise_issue(
    State(world): State<World>,
    Path(id): Path<String>,
    Json(new): Json<NewIssue>,
) -> Result<(StatusCode, Json<Value>), Refused> {
    let account = find(&world, &id).await?;
    let issue = world.store().raise_issue(&account.id, &new.error_description, &new.error_details, world.now()).await?;
    let shown = api::issue_view(&world, &issue, Some(&account));
    webhooks::send(&world, "Issue.new", api::webhook_view(&world, &account), shown.clone());
    Ok((StatusCode::CREATED, Json(shown)))
}

/// What to change of an issue.
#[derive(Debug, Deserialize)]
pub struct IssueChange {
    status: Option<String>,
    is_muted: Option<bool>,
}

/// `PATCH /_sandbox/issues/{id}`.
///
/// # Errors
/// 404 when there is no such issue, 400 for another status than ONGOING and RESOLVED.
pub async fn change_issue(
    State(world): State<World>,
    Path(id): Path<String>,
    Json(change): Json<IssueChange>,
) -> Result<StatusCode, Refused> {
    let issue = world.store().issues().await?.into_iter().find(|i| i.id == id).ok_or_else(|| Refused::missing("issue"))?;
    let status = change.status.unwrap_or(issue.status);
    if !matches!(status.as_str(), "ONGOING" | "RESOLVED") {
        return Err(Refused::bad("status: one of ONGOING, RESOLVED."));
    }
    world.store().save_issue(&id, &status, change.is_muted.unwrap_or(issue.is_muted)).await?;
    Ok(StatusCode::NO_CONTENT)
}
