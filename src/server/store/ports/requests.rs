//! Apps that people ask for (C4).

use async_trait::async_trait;
use uuid::Uuid;

use super::StoreResult;
use crate::domain::{people::Org, time::Timestamp};

/// Somebody's wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// Fresh id; used if nobody asked for this app yet.
    pub id: Uuid,
    /// The app's name as it was typed.
    pub name: String,
    /// What makes two names one.
    pub normalized_name: String,
    /// The app's website.
    pub website: Option<String>,
    /// What they would do with it.
    pub reason: Option<String>,
}

/// An app that people ask for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppRequest {
    /// Its name as it was typed first.
    pub name: String,
    /// In how many organisations somebody asks for it.
    pub teams: i64,
    /// How many people do.
    pub votes: i64,
    /// The newest website that was given.
    pub website: Option<String>,
    /// The newest reason that was given.
    pub reason: Option<String>,
    /// When somebody asked last.
    pub asked_at: Timestamp,
}

/// The apps that people ask for.
#[async_trait]
pub trait AppRequests: Send + Sync {
    /// Adds a person's vote, or brings it up to date: one for each person and app. In how many organisations the app is now asked for.
    async fn request_app(&self, org: &Org, new: &NewRequest, now: Timestamp) -> StoreResult<i64>;
    /// In how many organisations an app is asked for.
    async fn teams_asking(&self, normalized_name: &str) -> StoreResult<i64>;
    /// What is asked for most, first: for the operator.
    async fn app_requests(&self, limit: u32) -> StoreResult<Vec<AppRequest>>;
}
