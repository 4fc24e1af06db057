//! Stands where the doors of linking will be, once their use cases are wired.
#![allow(missing_docs)]

use crate::api::error::{ApiError, Code};

fn not_yet<T>() -> Result<T, ApiError> {
    super::caller()?;
    Err(ApiError::new(Code::NotReady, "This isn't ready yet."))
}

pub mod linking {
    use super::{ApiError, not_yet};
    use crate::api::linking::{Done, ExchangeReply, LinkTokenReply};

    pub async fn create_link_token(_: Option<String>, _: Option<String>, _: Option<String>) -> Result<LinkTokenReply, ApiError> {
        not_yet()
    }
    pub async fn exchange_public_token(_: Option<String>, _: Option<String>, _: Option<String>) -> Result<ExchangeReply, ApiError> {
        not_yet()
    }
    pub async fn release_link_attempt(_: Option<String>) -> Result<Done, ApiError> {
        not_yet()
    }
    pub async fn relink_integration(_: String, _: Option<String>) -> Result<LinkTokenReply, ApiError> {
        not_yet()
    }
}

pub mod accounts {
    use super::{ApiError, not_yet};
    use crate::api::{
        accounts::{AccountsReply, HealthReply},
        linking::Done,
    };

    pub async fn linked_accounts(_: Option<String>, _: Option<String>) -> Result<AccountsReply, ApiError> {
        not_yet()
    }
    pub async fn delete_integration(_: String) -> Result<Done, ApiError> {
        not_yet()
    }
    pub async fn rename_integration(_: String, _: Option<String>) -> Result<Done, ApiError> {
        not_yet()
    }
    pub async fn discard_integration(_: String) -> Result<Done, ApiError> {
        not_yet()
    }
    pub async fn check_health(_: String) -> Result<HealthReply, ApiError> {
        not_yet()
    }
}

pub mod catalogue {
    use super::{ApiError, not_yet};
    use crate::api::catalogue::{AppCenter, IntegrationsReply};

    pub async fn integrations(_: Option<String>, _: Option<String>) -> Result<IntegrationsReply, ApiError> {
        not_yet()
    }
    pub async fn app_center() -> Result<AppCenter, ApiError> {
        not_yet()
    }
    pub async fn app(_: String) -> Result<AppCenter, ApiError> {
        not_yet()
    }
}
