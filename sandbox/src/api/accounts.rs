//! Linked accounts: details, the list, deletion.

use axum::Json;
use axum::extract::{RawQuery, State};
use serde_json::{Map, Value, json};

use super::access::{Keyed, OfAccount};
use super::page::Query;
use crate::catalogue::Category;
use crate::clock::iso;
use crate::error::ApiError;
use crate::store::Account;
use crate::webhooks;
use crate::world::World;

/// The words of the category filter; the list knows more of them than there are live categories.
const CATEGORY_WORDS: [&str; 9] = ["hris", "ats", "accounting", "ticketing", "crm", "mktg", "filestorage", "knowledgebase", "chat"];
const STATUS_WORDS: [&str; 4] = ["COMPLETE", "INCOMPLETE", "RELINK_NEEDED", "IDLE"];

fn listener(account: &Account) -> String {
    format!("https://api.merge.dev/api/integrations/webhook-listener/{}", account.listener)
}

/// `AccountDetails`: flat strings.
fn details_view(world: &World, account: &Account) -> Map<String, Value> {
    let app = account.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug));
    let mut view = Map::new();
    view.insert("id".to_owned(), json!(account.id));
    // A flat string has no null: an account without an app leaves both out.
    if let Some(app) = app {
        view.insert("integration".to_owned(), json!(app.name));
        view.insert("integration_slug".to_owned(), json!(app.slug));
    }
    view.insert("category".to_owned(), json!(account.category));
    view.insert("end_user_origin_id".to_owned(), json!(account.origin_id));
    view.insert("end_user_organization_name".to_owned(), json!(account.organization));
    view.insert("end_user_email_address".to_owned(), json!(account.email));
    view.insert("status".to_owned(), json!(account.status));
    view.insert("webhook_listener_url".to_owned(), json!(listener(account)));
    view.insert("is_duplicate".to_owned(), json!(account.is_duplicate));
    view.insert("account_type".to_owned(), json!(account.account_type));
    view.insert("completed_at".to_owned(), json!(account.completed_at.map(iso)));
    view
}

/// The `linked_account` of a webhook's envelope.
pub fn webhook_view(world: &World, account: &Account) -> Value {
    Value::Object(details_view(world, account))
}

/// `GET /{category}/v1/account-details`.
///
/// # Errors
/// 401 without a working account token.
pub async fn details(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    let mut view = details_view(&world, &account);
    // The knowledge base's documents do not have these two.
    if account.category() != Category::Knowledgebase {
        view.insert("instance_id".to_owned(), json!(account.instance_id));
        view.insert("instance_display_value".to_owned(), json!(account.instance_display_value));
    }
    Ok(Json(Value::Object(view)))
}

/// `POST /{category}/v1/delete-account`: the token is dead from then on.
///
/// # Errors
/// 401 without a working account token.
pub async fn delete(State(world): State<World>, OfAccount(account): OfAccount) -> Result<Json<Value>, ApiError> {
    remove(&world, &account).await?;
    Ok(Json(json!({})))
}

/// Removes an account, as its owner or as the upstream's own doing, and tells about it.
///
/// # Errors
/// When the database fails.
pub async fn remove(world: &World, account: &Account) -> Result<(), ApiError> {
    if world.store().delete_account(&account.id).await? {
        let who = format!("Linked Account deleted: {} ({})", account.organization, account.origin_id);
        world.store().audit("DELETED_LINKED_ACCOUNT", &who, world.now()).await?;
        let view = webhook_view(world, account);
        webhooks::send(world, "LinkedAccount.deleted", view.clone(), view);
    }
    Ok(())
}

/// `AccountDetailsAndActions`: the integration is an object, and absent until one was picked. `completed_at` is null until linked,
/// although the schema calls it a time: the account has none.
fn list_view(world: &World, account: &Account) -> Value {
    let app = account.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug));
    let mut view = Map::new();
    view.insert("id".to_owned(), json!(account.id));
    view.insert("category".to_owned(), json!(account.category));
    view.insert("status".to_owned(), json!(account.status));
    view.insert("status_detail".to_owned(), json!(account.status_detail.as_deref().unwrap_or_default()));
    view.insert("end_user_origin_id".to_owned(), json!(account.origin_id));
    view.insert("end_user_organization_name".to_owned(), json!(account.organization));
    view.insert("end_user_email_address".to_owned(), json!(account.email));
    view.insert("subdomain".to_owned(), json!(account.subdomain.as_deref().unwrap_or_default()));
    view.insert("webhook_listener_url".to_owned(), json!(listener(account)));
    view.insert("is_duplicate".to_owned(), json!(account.is_duplicate));
    if let Some(app) = app {
        view.insert("integration".to_owned(), app.of_linked_account(account.category()));
    }
    view.insert("account_type".to_owned(), json!(account.account_type));
    view.insert("completed_at".to_owned(), json!(account.completed_at.map(iso)));
    view.insert("integration_specific_fields".to_owned(), json!({}));
    Value::Object(view)
}

/// `GET /{category}/v1/linked-accounts`. The path's category filters nothing, as the upstream has a parameter for that.
///
/// # Errors
/// 400 for a filter that cannot be read, 404 for a wrong cursor.
pub async fn list(State(world): State<World>, _: Keyed, RawQuery(query): RawQuery) -> Result<Json<Value>, ApiError> {
    let query = Query::new(query.as_deref());
    let one_of = |name: &str, words: &[&str]| match query.get(name) {
        Some(word) if !words.contains(&word) => {
            Err(ApiError::field(name, format!("Select a valid choice. {word} is not one of the available choices.")))
        }
        other => Ok(other),
    };
    let category = one_of("category", &CATEGORY_WORDS)?;
    let status = one_of("status", &STATUS_WORDS)?;
    let id = query.uuid("id")?;
    let ids = query.list("ids");
    if ids.iter().flatten().any(|id| uuid::Uuid::parse_str(id).is_err()) {
        return Err(ApiError::Filters);
    }
    let origin_ids = query.list("end_user_origin_ids");
    // "If included, will only include test linked accounts": the word does not matter, except where it says no.
    let test = query.get("is_test_account").is_some_and(|word| !word.eq_ignore_ascii_case("false"));
    let equals = |name: &str, value: Option<&str>| query.get(name).is_none_or(|asked| value == Some(asked));
    let duplicates = query.get("include_duplicates").is_some_and(|v| v.eq_ignore_ascii_case("true"));

    let accounts = world.store().accounts().await?;
    let same_instance = |account: &Account| {
        duplicates
            && id.and_then(|id| accounts.iter().find(|a| a.id == id)).is_some_and(|asked| {
                asked.instance_id.is_some() && asked.instance_id == account.instance_id && asked.integration == account.integration
            })
    };
    let items = accounts
        .iter()
        .filter(|a| (a.account_type == "TEST") == test)
        .filter(|a| category.is_none_or(|c| a.category == c))
        .filter(|a| status.is_none_or(|s| a.status == s))
        .filter(|a| id.is_none_or(|id| a.id == id) || same_instance(a))
        .filter(|a| ids.as_ref().is_none_or(|ids| ids.contains(&a.id.as_str())))
        .filter(|a| origin_ids.as_ref().is_none_or(|ids| ids.contains(&a.origin_id.as_str())))
        .filter(|a| equals("end_user_origin_id", Some(&a.origin_id)))
        .filter(|a| equals("end_user_organization_name", Some(&a.organization)))
        .filter(|a| equals("end_user_email_address", Some(&a.email)))
        .filter(|a| equals("integration_name", world.app_name(a)))
        .map(|a| (format!("{:020}{}", a.created_at, a.id), list_view(&world, a)))
        .collect();
    query.page(items).map(Json)
}

impl World {
    fn app_name(&self, account: &Account) -> Option<&str> {
        account.integration.as_deref().and_then(|slug| self.catalogue().by_slug(slug)).map(|app| app.name.as_str())
    }
}

/// Kept here so that a category that is added cannot be forgotten in the filter.
const _: () = assert!(CATEGORY_WORDS.len() == Category::ALL.len() + 2);
