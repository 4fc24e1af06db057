//! The upstream client (S9): a port that the use cases call, and what it says. Nothing here knows a database or a page, and nothing
//! that is secret is logged.

mod breaker;
mod failures;
mod http;
mod retry;
mod sync;
#[cfg(test)]
mod tests;
mod transport;
mod wire;

use async_trait::async_trait;

pub use self::{
    http::{HttpUpstream, SetupError, UpstreamSetup},
    sync::{AsAccount, ListAsk, RecordPage, SyncStatuses, SyncUpstream},
};
use crate::domain::{category::Category, secret::Secret, status::UpstreamStatus};

/// How long a call may take altogether, its retries included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Patience {
    /// A person waits: 10 s in all, then give up.
    Interactive,
    /// A job calls: one try, the job reschedules itself instead of sleeping. Such calls make room when many are refused.
    Job,
    /// A person waits for something that may cost a credit: one try, 10 s.
    Once,
}

/// Why an upstream call failed, after the retries that its kind allows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UpstreamError {
    /// 400 or another 4xx that is not below: what we sent is wrong. `detail` is the upstream's words, for the log alone.
    #[error("the upstream refused the request ({status}): {detail}")]
    Refused {
        /// The status.
        status: u16,
        /// The upstream's words, shortened, never a token.
        detail: String,
    },
    /// 401, and the probe says that the key itself is refused: no account is at fault (S9).
    #[error("the upstream refused the API key")]
    Key,
    /// 401, and the probe says that the key is good and the account is there: its credentials are at fault.
    #[error("the upstream refused the account's token")]
    Token,
    /// 401, and the probe says that the key is good and that there is no such account.
    #[error("the account does not exist upstream")]
    Absent,
    /// 403: this call is not allowed to this account or plan.
    #[error("the upstream forbids this: {detail}")]
    Forbidden {
        /// The upstream's words, shortened.
        detail: String,
    },
    /// 404.
    #[error("not found upstream")]
    NotFound,
    /// 429 to the last try.
    #[error("the upstream is busy")]
    Busy {
        /// Seconds, when it said so.
        retry_after: Option<u64>,
    },
    /// 5xx to the last try, or an answer that is not what it should be.
    #[error("the upstream is broken: {detail}")]
    Broken {
        /// What came instead, shortened.
        detail: String,
    },
    /// No answer: refused, cut, or too slow.
    #[error("the upstream cannot be reached: {detail}")]
    Unreachable {
        /// Why.
        detail: String,
    },
}

/// What a link token is asked for with (L3).
#[derive(Clone, Debug)]
pub struct LinkTokenRequest {
    /// Path and `categories`.
    pub category: Category,
    /// At most 100 characters.
    pub end_user_origin_id: String,
    /// 1 to 100 characters.
    pub end_user_organization_name: String,
    /// 1 to 100 characters.
    pub end_user_email_address: String,
    /// The app on whose own screen the window opens.
    pub integration: Option<String>,
    /// 30 to 720.
    pub link_expiry_mins: u32,
    /// What the window speaks, where it is not what it speaks by itself: `de` is all that there is beside English.
    pub language: Option<&'static str>,
}

/// What an exchange gives.
#[derive(Clone, Debug)]
pub struct ExchangedToken {
    /// The long-lived token of the account.
    pub account_token: Secret,
    /// The upstream's id of the account; older answers lack it.
    pub linked_account_id: Option<String>,
    /// The categories of the app, those that we know.
    pub categories: Vec<Category>,
}

/// `account-details`, as far as it is used. Name and slug are flat strings there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountDetails {
    /// The upstream's id.
    pub id: String,
    /// The app's name.
    pub integration: String,
    /// The app's slug.
    pub integration_slug: String,
    /// The category, when it is one that we know.
    pub category: Option<Category>,
    /// Ours, as sent with the link token.
    pub end_user_origin_id: String,
    /// Its status.
    pub status: UpstreamStatus,
    /// Whether the same account is connected twice.
    pub is_duplicate: Option<bool>,
    /// The instance on the other side.
    pub instance_id: Option<String>,
}

/// One of the upstream's linked accounts, as far as it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpstreamAccount {
    /// The upstream's id.
    pub id: String,
    /// The category, when it is one that we know.
    pub category: Option<Category>,
    /// Its status.
    pub status: UpstreamStatus,
    /// Ours.
    pub end_user_origin_id: Option<String>,
    /// The app, once the person has picked one.
    pub integration_slug: Option<String>,
    /// The app's name.
    pub integration_name: Option<String>,
}

/// Which linked accounts are asked for. Test and other accounts are never in one answer, so both are asked.
#[derive(Clone, Debug)]
pub enum AccountFilter {
    /// By the upstream's id.
    Id(String),
    /// By our id.
    OriginId(String),
}

/// An open or resolved issue of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpstreamIssue {
    /// The upstream's id.
    pub id: String,
    /// Whether it is still open.
    pub ongoing: bool,
    /// What is wrong, in the upstream's words.
    pub error_description: String,
    /// Details, in the upstream's words.
    pub error_details: Vec<String>,
    /// When it was seen last; verbatim.
    pub last_incident_time: Option<String>,
}

/// An app in the upstream's list (C1). Categories that we do not know are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpstreamIntegration {
    /// Name.
    pub name: String,
    /// Slug.
    pub slug: String,
    /// Categories, those that we know.
    pub categories: Vec<Category>,
    /// Logo.
    pub image: Option<String>,
    /// Square logo.
    pub square_image: Option<String>,
    /// Brand colour.
    pub color: Option<String>,
}

/// The upstream service.
#[async_trait]
pub trait Upstream: SyncUpstream {
    /// `POST /{category}/v1/link-token`
    async fn link_token(&self, request: &LinkTokenRequest) -> Result<Secret, UpstreamError>;
    /// `GET /{category}/v1/account-token/{public_token}` (405: `POST` to the same path); without a category the category-free path (L6).
    async fn exchange(
        &self,
        category: Option<Category>,
        public_token: &Secret,
        patience: Patience,
    ) -> Result<ExchangedToken, UpstreamError>;
    /// `GET /{category}/v1/account-details`. `linked_account_id` serves the probe after a 401.
    async fn account_details(
        &self,
        category: Category,
        token: &Secret,
        linked_account_id: Option<&str>,
        patience: Patience,
    ) -> Result<AccountDetails, UpstreamError>;
    /// `POST /{category}/v1/delete-account`. `Ok`: 200. After a 401 the probe of S9 decides between `Absent`, `Token` and `Key`.
    async fn delete_account(
        &self,
        category: Category,
        token: &Secret,
        linked_account_id: Option<&str>,
        patience: Patience,
    ) -> Result<(), UpstreamError>;
    /// `GET /{category}/v1/linked-accounts` with the key alone, without and with `is_test_account`, all pages.
    async fn linked_accounts(
        &self,
        category: Category,
        filter: &AccountFilter,
        patience: Patience,
    ) -> Result<Vec<UpstreamAccount>, UpstreamError>;
    /// `GET /{category}/v1/issues?linked_account_id=…&status=ONGOING`, all pages.
    async fn ongoing_issues(
        &self,
        category: Category,
        linked_account_id: &str,
        patience: Patience,
    ) -> Result<Vec<UpstreamIssue>, UpstreamError>;
    /// `GET /organizations/integrations`, all pages.
    async fn integrations(&self, patience: Patience) -> Result<Vec<UpstreamIntegration>, UpstreamError>;
    /// The base URL in force, ending in `/api`.
    fn base_url(&self) -> &str;
}
