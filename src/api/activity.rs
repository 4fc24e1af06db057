//! What the page of a connected app shows of its history (P5).

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::error::ApiError;

/// Something that was done.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LineView {
    /// Its number: the greater, the newer.
    pub number: i64,
    /// When; ISO 8601.
    pub at: String,
    /// Who did it; `None`: the system, or the other side.
    pub actor: Option<String>,
    /// What was done, as a word.
    pub kind: String,
    /// What the app was called then.
    pub label: String,
}

/// A part of the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActivityPage {
    /// Always `true`: the question was answered.
    pub success: bool,
    /// The newest first.
    pub lines: Vec<LineView>,
    /// What to send as `before` for what is older, if there is something.
    pub older: Option<String>,
}

/// What was done to a connected app, and what came from the other side.
#[server(name = ReadActivity, prefix = "/api/page", endpoint = "activity", input = GetUrl, output = Json)]
pub async fn activity(integration_id: Option<String>, before: Option<String>) -> Result<ActivityPage, ApiError> {
    crate::server::door::activity::activity(integration_id, before).await
}
