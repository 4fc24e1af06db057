//! Asking for an app that is not there (C4).

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::error::ApiError;

/// How much an app is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedFor {
    /// Always `true`.
    pub success: bool,
    /// In how many organisations, the caller's included.
    pub teams: i64,
}

/// An app that people ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppRequestView {
    /// Its name as it was typed first.
    pub name: String,
    /// In how many organisations.
    pub teams: i64,
    /// How many people.
    pub votes: i64,
    /// The newest website that was given.
    pub website: Option<String>,
    /// The newest reason that was given.
    pub reason: Option<String>,
    /// When somebody asked last; ISO 8601.
    pub asked_at: String,
}

/// The apps that people ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppRequestsReply {
    /// Always `true`.
    pub success: bool,
    /// What is asked for most, first.
    pub requests: Vec<AppRequestView>,
}

/// Asks for an app. One vote for each person and app.
#[server(prefix = "/api/merge", endpoint = "request-app", input = Json, output = Json)]
pub async fn request_app(name: Option<String>, website: Option<String>, reason: Option<String>) -> Result<AskedFor, ApiError> {
    crate::server::door::requests::request_app(name, website, reason).await
}

/// How much an app is asked for.
#[server(name = ReadAskedFor, prefix = "/api/page", endpoint = "asked-for", input = GetUrl, output = Json)]
pub async fn asked_for(name: Option<String>) -> Result<AskedFor, ApiError> {
    crate::server::door::requests::asked_for(name).await
}

/// The apps that people of all organisations ask for.
#[server(name = ReadAppRequests, prefix = "/api/operator", endpoint = "requests", input = GetUrl, output = Json)]
pub async fn app_requests() -> Result<AppRequestsReply, ApiError> {
    crate::server::door::requests::app_requests().await
}
