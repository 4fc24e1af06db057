//! Connecting and relinking.

use super::{caller, id, state};
use crate::{
    api::{
        error::ApiError,
        linking::{Done, ExchangeReply, LinkTokenReply},
    },
    domain::{
        ids::{AccountId, AttemptId},
        secret::Secret,
    },
    server::linking::{ExchangeInput, LinkToken},
};

fn reply(token: &LinkToken) -> LinkTokenReply {
    LinkTokenReply { success: true, link_token: token.token.expose().to_owned(), attempt_id: token.attempt.to_string() }
}

/// See [`crate::server::linking::Linking::connect`].
pub async fn create_link_token(
    category: Option<String>,
    integration: Option<String>,
    page_id: Option<String>,
) -> Result<LinkTokenReply, ApiError> {
    let person = caller()?;
    Ok(reply(&state()?.linking.connect(&person, category, integration, page_id).await?))
}

/// See [`crate::server::linking::Linking::exchange`].
pub async fn exchange_public_token(
    public_token: Option<String>,
    attempt_id: Option<String>,
    end_user_origin_id: Option<String>,
) -> Result<ExchangeReply, ApiError> {
    let person = caller()?;
    let Some(public_token) = public_token.filter(|token| !token.is_empty()) else {
        return Err(ApiError::field("public_token", "public_token is missing: send the one that the window gave."));
    };
    if public_token.len() > 512 || !public_token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(ApiError::field("public_token", "public_token must be at most 512 visible ASCII characters."));
    }
    let input = ExchangeInput {
        public_token: Secret::new(public_token),
        // Only a hint: one that cannot be read is no hint.
        attempt: attempt_id.and_then(|raw| raw.parse::<AttemptId>().ok()),
        end_user_origin_id: end_user_origin_id.filter(|sent| !sent.is_empty()),
    };
    let linked = state()?.linking.exchange(&person.org(), input).await?;
    Ok(ExchangeReply {
        success: true,
        integration_name: linked.account.integration_name.unwrap_or_default(),
        linked_account_id: linked.account.id.to_string(),
        integration_slug: linked.account.integration_slug.unwrap_or_default(),
        category: linked.account.category.slug().to_owned(),
        ask_name: linked.ask_name,
        relinked: linked.relinked,
    })
}

/// See [`crate::server::linking::Linking::release`].
pub async fn release_link_attempt(attempt_id: Option<String>) -> Result<Done, ApiError> {
    let person = caller()?;
    let attempt: AttemptId = id("attempt_id", attempt_id)?;
    state()?.linking.release(&person.org(), attempt).await?;
    Ok(Done::yes())
}

/// See [`crate::server::linking::Linking::relink`].
pub async fn relink_integration(integration_id: Result<String, ApiError>, page_id: Option<String>) -> Result<LinkTokenReply, ApiError> {
    let person = caller()?;
    let account: AccountId = id("integration_id", Some(integration_id?))?;
    Ok(reply(&state()?.linking.relink(&person, account, page_id).await?))
}
