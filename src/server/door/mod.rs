//! Behind the door: one module for each noun of `api`. Each function reads the caller, parses what came in, calls a use case and turns its
//! answer into what leaves. Nothing is decided here.
//!
//! All of them work the same whether they are called over HTTP or while a page is rendered: what they need lies in the request's context.

pub mod accounts;
pub mod activity;
pub mod catalogue;
pub mod embedding;
pub mod events;
pub mod linking;
pub mod members;
pub mod operator;
pub mod people;
pub mod records;
pub mod requests;
pub mod sync;

use std::str::FromStr;

use axum::http::request::Parts;
use leptos::prelude::use_context;

use super::{keys::KeyScope, people::session::Visitor, state::AppState, store::ports::Person};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::people::Org,
};

/// The server's state.
///
/// # Errors
/// A fault of ours: the function was called outside of a request.
pub fn state() -> Result<AppState, ApiError> {
    use_context::<AppState>().ok_or_else(ApiError::internal)
}

/// What is known about the other end.
pub fn visitor() -> Visitor {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Visitor>().cloned()).unwrap_or_default()
}

/// The signed-in person; their [`Person::org`] is the scope of every store call.
///
/// # Errors
/// `signed_out`.
pub fn caller() -> Result<Person, ApiError> {
    match visitor().session {
        Some(session) => Ok(session.person),
        None => Err(signed_out()),
    }
}

/// The scope of a call that only reads: that of the key that was shown, else the signed-in person's.
///
/// # Errors
/// `signed_out`.
pub fn scope() -> Result<Org, ApiError> {
    match use_context::<Parts>().and_then(|parts| parts.extensions.get::<KeyScope>().copied()) {
        Some(KeyScope(org)) => Ok(org),
        None => caller().map(|person| person.org()),
    }
}

/// Nobody is signed in.
pub fn signed_out() -> ApiError {
    ApiError::new(Code::SignedOut, copy::told_signed_out())
}

/// An id that came in as a text.
///
/// # Errors
/// `invalid_input` naming the field when it is missing or not an id.
pub fn id<T: FromStr>(field: &str, raw: Option<String>) -> Result<T, ApiError> {
    let Some(raw) = raw.filter(|raw| !raw.trim().is_empty()) else {
        return Err(ApiError::field(field, format!("{field} is missing.")));
    };
    raw.parse().map_err(|_| ApiError::field(field, format!("{field} must be an id such as 0190c0de-0000-4000-8000-000000000000.")))
}
