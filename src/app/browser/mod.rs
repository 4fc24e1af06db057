//! What islands ask of the browser. On the server the same functions exist and do nothing, so that an island is written once.

#[cfg(not(feature = "hydrate"))]
#[path = "absent.rs"]
mod half;
#[cfg(feature = "hydrate")]
#[path = "present.rs"]
mod half;

pub use half::{
    arrange, before_click, connect, copy, focus, focus_if_lost, follow, hide, in_place, now, on_back, paint, prepare, query, query_pairs,
    send, set_attention, set_query, show_modal, sign_in, wake, words,
};
use leptos::server_fn::ServerFn;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::api::error::{ApiError, Code};

/// What an answer says of itself; what our own pages alone read may say nothing. An enum of both shapes would be shorter, but makes each type
/// that is read several kB of program bigger.
#[derive(Deserialize)]
struct Verdict {
    success: Option<bool>,
}

/// Calls a server function that changes something. Unlike its own client, this one names the organisation that the page was rendered for
/// (§3), and brings no second copy of an HTTP client into the browser.
pub async fn call<F>(arguments: &F) -> Result<F::Output, ApiError>
where
    F: ServerFn + Serialize,
    F::Output: DeserializeOwned,
{
    let body = serde_json::to_string(arguments).map_err(|_| ApiError::internal())?;
    understood(&send("POST", F::PATH, Some(body)).await)
}

/// Calls a server function that only reads, without arguments.
pub async fn read<F>() -> Result<F::Output, ApiError>
where
    F: ServerFn,
    F::Output: DeserializeOwned,
{
    understood(&send("GET", F::PATH, None).await)
}

/// The same with one argument, an id: letters, digits and hyphens, as an address may hold them.
pub async fn read_of<F>(argument: &str, id: &str) -> Result<F::Output, ApiError>
where
    F: ServerFn,
    F::Output: DeserializeOwned,
{
    understood(&send("GET", &format!("{}?{argument}={id}", F::PATH), None).await)
}

/// The same with what the page's own address asks for beside it.
pub async fn read_query<F>(query: &str, argument: &str, id: &str) -> Result<F::Output, ApiError>
where
    F: ServerFn,
    F::Output: DeserializeOwned,
{
    let joint = if query.len() > 1 { '&' } else { '?' };
    understood(&send("GET", &format!("{}{}{joint}{argument}={id}", F::PATH, query.trim_end_matches('?')), None).await)
}

/// The meaning of an answer's text.
pub fn understood<T: DeserializeOwned>(text: &str) -> Result<T, ApiError> {
    let unreadable = |_| ApiError::new(Code::Internal, "");
    let Verdict { success } = serde_json::from_str(text).map_err(unreadable)?;
    if success != Some(false) {
        serde_json::from_str(text).map_err(unreadable)
    } else {
        Err(serde_json::from_str(text).map_err(unreadable)?)
    }
}

/// Where a form without JavaScript sends what a server function takes.
pub const fn path_of<F: ServerFn>() -> &'static str {
    F::PATH
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Counted {
        count: u32,
    }

    #[test]
    fn an_answer_is_what_it_says_and_a_success_when_it_says_nothing() {
        assert_eq!(understood(r#"{"success":true,"count":2}"#), Ok(Counted { count: 2 }));
        assert_eq!(understood(r#"{"count":2}"#), Ok(Counted { count: 2 }));
        let refused = understood::<Counted>(r#"{"success":false,"error":"No.","code":"not_found"}"#).unwrap_err();
        assert_eq!((refused.code, refused.error.as_str()), (Code::NotFound, "No."));
        for text in ["", "null", "[]", r#"{"success":true}"#, r#"{"success":false}"#, "<html>"] {
            assert_eq!(understood::<Counted>(text).unwrap_err().code, Code::Internal, "{text}");
        }
    }
}
