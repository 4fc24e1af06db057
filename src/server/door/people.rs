//! Signing up, in and out.

use axum::http::{HeaderValue, header};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use super::{caller, state, visitor};
use crate::{
    api::{error::ApiError, linking::Done, people::Me},
    domain::secret::Secret,
    server::{
        people::{SignUpInput, SignedIn},
        security::cookie,
        state::AppState,
        store::ports::Person,
    },
};

fn view(person: Person) -> Me {
    Me {
        success: true,
        user_id: person.user.to_string(),
        name: person.name,
        email: person.email,
        role: person.role,
        organization_id: person.organization.to_string(),
        organization_name: person.organization_name,
        operator: person.operator,
    }
}

fn set_cookie(cookie: Option<HeaderValue>) -> Result<(), ApiError> {
    let response = use_context::<ResponseOptions>().ok_or_else(ApiError::internal)?;
    response.append_header(header::SET_COOKIE, cookie.ok_or_else(ApiError::internal)?);
    Ok(())
}

/// The new session's cookie goes out; the session that the browser had, whoever's it was, ends (P1).
pub(super) async fn enter(state: &AppState, signed_in: SignedIn) -> Result<Me, ApiError> {
    if let Some(old) = visitor().session {
        state.store.end_session(&old.digest).await?;
    }
    set_cookie(cookie::set(&signed_in.cookie, state.transport()))?;
    Ok(view(signed_in.person))
}

/// See [`crate::server::people::People::sign_up`].
pub async fn sign_up(
    organization_name: Option<String>,
    name: Option<String>,
    email: Option<String>,
    password: Option<String>,
) -> Result<Me, ApiError> {
    let state = state()?;
    let input = SignUpInput {
        organization_name: organization_name.unwrap_or_default(),
        name: name.unwrap_or_default(),
        email: email.unwrap_or_default(),
        password: Secret::new(password.unwrap_or_default()),
    };
    let signed_in = state.people.sign_up(input, visitor().address).await?;
    enter(&state, signed_in).await
}

/// See [`crate::server::people::People::sign_in`].
pub async fn sign_in(email: Option<String>, password: Option<String>) -> Result<Me, ApiError> {
    let state = state()?;
    let password = Secret::new(password.unwrap_or_default());
    let signed_in = state.people.sign_in(&email.unwrap_or_default(), password, visitor().address).await?;
    enter(&state, signed_in).await
}

/// See [`crate::server::people::People::enter_demo`].
pub async fn enter_demo() -> Result<Me, ApiError> {
    let state = state()?;
    let signed_in = state.people.enter_demo().await?;
    enter(&state, signed_in).await
}

/// Ends the session on the server and in the browser. Who has none is signed out already.
pub async fn sign_out() -> Result<Done, ApiError> {
    let state = state()?;
    if let Some(session) = visitor().session {
        state.store.end_session(&session.digest).await?;
    }
    leave(&state)
}

/// The browser forgets its session.
pub(super) fn leave(state: &AppState) -> Result<Done, ApiError> {
    set_cookie(cookie::clear(state.transport()))?;
    Ok(Done::yes())
}

/// Who is signed in.
pub async fn me() -> Result<Me, ApiError> {
    caller().map(view)
}
