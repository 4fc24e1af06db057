//! The platform endpoints, the same in every category, and the lists of records.

mod access;
mod account_token;
mod accounts;
pub mod body;
mod fields;
mod integrations;
mod issues;
mod keys;
mod link_token;
mod page;
mod passthrough;
mod records;
mod scopes;
mod sync_status;

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use http::{HeaderMap, Method, StatusCode, Uri};

pub use accounts::{remove, webhook_view};
pub use issues::view as issue_view;
pub use records::EmptyPage;
pub use sync_status::start as start_sync;

use crate::catalogue::Category;
use crate::error::ApiError;
use crate::world::World;
use access::key_of;

/// All routes of the imitated API.
pub fn routes() -> Router<World> {
    let category = Router::new()
        .route("/link-token", post(link_token::create_in_category))
        .route("/account-token/regenerate", post(account_token::regenerate))
        .route("/account-token/{public_token}", get(account_token::exchange_in_category))
        .route("/account-details", get(accounts::details))
        .route("/delete-account", post(accounts::delete))
        .route("/linked-accounts", get(accounts::list))
        .route("/issues", get(issues::list))
        .route("/issues/{id}", get(issues::get))
        .route("/sync-status", get(sync_status::list))
        .route("/sync-status/resync", post(sync_status::resync))
        .route("/default-scopes", get(scopes::default))
        .route("/linked-account-scopes", get(scopes::of_account).post(scopes::set_of_account))
        .route("/available-actions", get(scopes::available_actions))
        .route("/selective-sync/conditions", get(scopes::none))
        .route("/selective-sync/configurations", get(scopes::no_configurations).put(scopes::no_configurations))
        .route("/selective-sync/meta", get(scopes::none))
        .route("/selective-sync/selections", get(scopes::none))
        .route("/selective-sync/labels", get(scopes::none))
        .route("/remote-fields", get(fields::remote))
        .route("/target-fields", get(fields::targets).post(fields::create_target))
        .route("/field-mappings", get(fields::mappings).post(fields::create_mapping))
        .route("/field-mappings/{id}", delete(fields::delete_mapping).patch(fields::change_mapping))
        .route("/passthrough", post(passthrough::now))
        .route("/async-passthrough", post(passthrough::later))
        .route("/async-passthrough/{receipt}", get(passthrough::resolve))
        .route("/generate-key", post(keys::generate))
        .route("/regenerate-key", post(keys::regenerate))
        .route("/webhook-receivers", get(keys::receivers).post(keys::create_receiver))
        .route("/audit-trail", get(keys::audit_trail))
        .route("/{path}", get(records::list))
        .route("/{path}/{id}", get(records::get));
    Router::new()
        .nest("/api/{category}/v1", category)
        .route("/api/integrations/create-link-token", post(link_token::create))
        .route("/api/integrations/account-token/{public_token}", get(account_token::exchange))
        .route("/api/integrations/", get(integrations::all))
        .route("/api/integrations", get(integrations::all))
        .route("/api/organizations/integrations", get(integrations::of_organization))
}

/// A path that does not exist: the API's 404, after the key as everywhere.
pub async fn no_such_path(State(world): State<World>, headers: HeaderMap, uri: Uri) -> Response {
    if !uri.path().starts_with("/api/") {
        return (StatusCode::NOT_FOUND, "Not found").into_response();
    }
    match key_of(&world, &headers) {
        Ok(()) => ApiError::not_found().into_response(),
        Err(refused) => refused.into_response(),
    }
}

/// A method that the path does not have: the key is checked first, as Django REST framework does.
pub async fn no_such_method(State(world): State<World>, headers: HeaderMap, uri: Uri, method: Method) -> Response {
    let place = uri.path().strip_prefix("/api/").and_then(|rest| rest.split_once("/v1/"));
    // Any word in the place of a model has a route, so a path that does not exist looks like one without this method.
    let exists = |(word, rest): (&str, &str)| word.parse::<Category>().is_ok_and(|category| records::exists(category, rest));
    match key_of(&world, &headers) {
        Ok(()) if place.is_some_and(|place| !exists(place)) => ApiError::not_found().into_response(),
        Ok(()) => ApiError::Method(method.to_string()).into_response(),
        Err(refused) => refused.into_response(),
    }
}
