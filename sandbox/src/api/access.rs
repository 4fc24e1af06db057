//! Who asks, and in which category.

use axum::extract::{FromRequestParts, RawPathParams};
use http::request::Parts;
use http::{HeaderMap, header};

use crate::catalogue::Category;
use crate::error::{ApiError, INVALID_ACCOUNT_TOKEN, INVALID_KEY, MISSING_ACCOUNT_TOKEN, MISSING_KEY};
use crate::store::Account;
use crate::world::World;

/// Checks `Authorization: Bearer …`.
///
/// # Errors
/// 401 when the key is missing, wrong or revoked.
pub fn key_of(world: &World, headers: &HeaderMap) -> Result<(), ApiError> {
    let Some(value) = headers.get(header::AUTHORIZATION) else {
        return Err(ApiError::Unauthorized(MISSING_KEY));
    };
    let key = value.to_str().ok().and_then(|v| v.split_once(' ')).filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    match key {
        Some((_, key)) if world.accepts_key(key.trim()) => Ok(()),
        _ => Err(ApiError::Unauthorized(INVALID_KEY)),
    }
}

/// The request has the key. In a category's path, the category is one of the seven.
#[derive(Debug)]
pub struct Keyed {
    /// The category of the path; none on the category-free paths.
    pub category: Option<Category>,
}

impl FromRequestParts<World> for Keyed {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, world: &World) -> Result<Self, ApiError> {
        key_of(world, &parts.headers)?;
        // A path without parameters is one without a category.
        let category = match RawPathParams::from_request_parts(parts, world).await {
            Ok(params) => match params.iter().find(|(name, _)| *name == "category") {
                Some((_, word)) => Some(word.parse().map_err(|()| ApiError::not_found())?),
                None => None,
            },
            Err(_) => None,
        };
        Ok(Self { category })
    }
}

/// The request has the key and the token of an account of the path's category.
#[derive(Debug)]
pub struct OfAccount(pub Account);

impl FromRequestParts<World> for OfAccount {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, world: &World) -> Result<Self, ApiError> {
        let keyed = Keyed::from_request_parts(parts, world).await?;
        let Some(token) = parts.headers.get("x-account-token") else {
            return Err(ApiError::Unauthorized(MISSING_ACCOUNT_TOKEN));
        };
        let account = match token.to_str().ok().map(str::trim).filter(|t| !t.is_empty()) {
            Some(token) => world.store().account_by_token(token).await?,
            None => return Err(ApiError::Unauthorized(MISSING_ACCOUNT_TOKEN)),
        };
        account.filter(|a| Some(a.category()) == keyed.category).map(Self).ok_or(ApiError::Unauthorized(INVALID_ACCOUNT_TOKEN))
    }
}
