//! The keys of the company's own programs (§3): `Authorization: Bearer pbk_…`, read only, for one organisation, or for all where each call
//! names one. A key is shown once, when it is made; what we keep is its SHA-256.

use axum::{
    extract::{Request, State},
    http::{Method, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use url::form_urlencoded;
use uuid::Uuid;

use super::{
    clock::{Clock, Rng},
    people::session::Visitor,
    state::AppState,
    store::ports::{Store, StoreResult, keys::ApiKey},
    vault::sha256_hex,
};
use crate::{
    api::error::{ApiError, Code},
    domain::{
        ids::{OrganizationId, UserId},
        people::{Org, Role},
        secret::Secret,
    },
};

/// How every key begins, so that one that has strayed into a file is recognised.
const PREFIX: &str = "pbk_";
/// The places that a key opens.
const OPENS: [&str; 4] = ["/api/merge/records/", "/api/merge/linked-accounts", "/api/merge/integrations", "/api/merge/activity"];

/// The scope of a call that showed a key; an extension of the request.
#[derive(Clone, Copy, Debug)]
pub struct KeyScope(pub Org);

/// Makes a key; `None`: there is no such organisation. The key itself is nowhere but in the answer.
///
/// # Errors
/// The database.
pub async fn create(
    store: &dyn Store,
    clock: &dyn Clock,
    rng: &dyn Rng,
    organization: Option<OrganizationId>,
    name: &str,
) -> StoreResult<Option<(ApiKey, Secret)>> {
    let secret = Secret::new(format!("{PREFIX}{}", URL_SAFE_NO_PAD.encode(rng.bytes())));
    let key = ApiKey { id: rng.uuid(), organization, name: name.to_owned(), created_at: clock.now(), last_used_at: None, revoked_at: None };
    let kept = store.create_key(&key, &sha256_hex(secret.expose())).await?;
    Ok(kept.then_some((key, secret)))
}

/// Reads the key of a call to a place that keys open. Where one is shown it decides alone, whatever cookie came with it.
pub async fn attach(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    let opens = OPENS.iter().any(|place| request.uri().path().starts_with(place));
    if !(reads && opens && request.headers().contains_key(header::AUTHORIZATION)) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    match scope(&state, &parts).await {
        Ok(org) => {
            request = Request::from_parts(parts, body);
            if let Some(visitor) = request.extensions_mut().get_mut::<Visitor>() {
                visitor.session = None;
            }
            request.extensions_mut().insert(KeyScope(org));
            next.run(request).await
        }
        Err(error) => error.into_response(),
    }
}

async fn scope(state: &AppState, parts: &Parts) -> Result<Org, ApiError> {
    let wrong = || ApiError::new(Code::WrongKey, "The key is unknown or was taken away.");
    let shown = parts.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let (scheme, shown) = shown.and_then(|value| value.split_once(' ')).ok_or_else(wrong)?;
    let shown = shown.trim();
    if !scheme.eq_ignore_ascii_case("bearer") || !shown.starts_with(PREFIX) {
        return Err(wrong());
    }
    let key = state.store.key_by_hash(&sha256_hex(shown)).await?.ok_or_else(wrong)?;
    let query = parts.uri.query().unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "organization").map(|(_, value)| value).last();
    let asked = match asked {
        None => None,
        Some(raw) => Some(raw.parse::<OrganizationId>().map_err(|_| ApiError::field("organization", "organization must be an id."))?),
    };
    let none = || ApiError::new(Code::NotFound, "There is no such organisation.").at("organization");
    let organization = match (key.organization, asked) {
        (Some(own), None) => own,
        (Some(own), Some(asked)) if own == asked => own,
        (Some(_), Some(_)) => return Err(none()),
        (None, None) => {
            return Err(ApiError::field("organization", "organization is missing: this key reads all of them, so name one."));
        }
        (None, Some(asked)) => asked,
    };
    if key.organization.is_none() && !state.store.has_organization(organization).await? {
        return Err(none());
    }
    // Who reads must not fail because that could not be noted.
    if let Err(error) = state.store.key_used(&key, state.clock.now()).await {
        tracing::warn!(%error, key = %key.id, "the use of a key could not be noted");
    }
    // Nobody's id: what was connected for a single person is that person's alone (P2).
    Ok(Org { organization, user: UserId(Uuid::nil()), role: Role::Member })
}
