//! The upstream's JSON, as it comes. Anything may be missing, null, new or unknown; what a use case cannot do without is demanded here,
//! once, and its absence is [`UpstreamError::Broken`].

use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};

use super::{AccountDetails, ExchangedToken, LinkTokenRequest, UpstreamAccount, UpstreamError, UpstreamIntegration, UpstreamIssue};
use crate::domain::{category::Category, secret::Secret, status::UpstreamStatus};

/// A token inside an answer.
struct Hidden(Secret);

impl<'de> Deserialize<'de> for Hidden {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Secret::new(text)))
    }
}

/// What a link token is asked for with.
#[derive(Serialize)]
pub(super) struct LinkTokenBody<'a> {
    end_user_origin_id: &'a str,
    end_user_organization_name: &'a str,
    end_user_email_address: &'a str,
    categories: [&'a str; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    integration: Option<&'a str>,
    link_expiry_mins: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

impl<'a> From<&'a LinkTokenRequest> for LinkTokenBody<'a> {
    fn from(request: &'a LinkTokenRequest) -> Self {
        Self {
            end_user_origin_id: &request.end_user_origin_id,
            end_user_organization_name: &request.end_user_organization_name,
            end_user_email_address: &request.end_user_email_address,
            categories: [request.category.slug()],
            integration: request.integration.as_deref(),
            link_expiry_mins: request.link_expiry_mins,
            language: request.language,
        }
    }
}

/// The answer to a link token request.
#[derive(Deserialize)]
pub(super) struct LinkToken {
    link_token: Option<Hidden>,
}

impl LinkToken {
    pub(super) fn token(self) -> Result<Secret, UpstreamError> {
        token(self.link_token, "link_token")
    }
}

/// The answer to an exchange; `integration` is an object here.
#[derive(Deserialize)]
pub(super) struct AccountToken {
    account_token: Option<Hidden>,
    id: Option<String>,
    integration: Option<TokenIntegration>,
}

#[derive(Deserialize)]
struct TokenIntegration {
    categories: Option<Vec<Option<String>>>,
}

impl AccountToken {
    pub(super) fn exchanged(self) -> Result<ExchangedToken, UpstreamError> {
        Ok(ExchangedToken {
            account_token: token(self.account_token, "account_token")?,
            linked_account_id: filled(self.id),
            categories: known(self.integration.and_then(|integration| integration.categories)),
        })
    }
}

/// `account-details`; `integration` is a plain string here.
#[derive(Deserialize)]
pub(super) struct Details {
    id: Option<String>,
    integration: Option<String>,
    integration_slug: Option<String>,
    category: Option<String>,
    end_user_origin_id: Option<String>,
    status: Option<String>,
    is_duplicate: Option<bool>,
    instance_id: Option<String>,
}

impl Details {
    pub(super) fn details(self) -> Result<AccountDetails, UpstreamError> {
        // An account may have no app yet; that is for the use case to judge by the status.
        let slug = self.integration_slug.unwrap_or_default();
        Ok(AccountDetails {
            id: demand(self.id, "id")?,
            integration: filled(self.integration).unwrap_or_else(|| slug.clone()),
            integration_slug: slug,
            category: self.category.and_then(|category| category.parse().ok()),
            end_user_origin_id: demand(self.end_user_origin_id, "end_user_origin_id")?,
            status: UpstreamStatus::parse(&demand(self.status, "status")?),
            is_duplicate: self.is_duplicate,
            instance_id: filled(self.instance_id),
        })
    }
}

/// One page of a list.
#[derive(Deserialize)]
pub(super) struct Page<T> {
    pub(super) next: Option<String>,
    pub(super) results: Vec<T>,
}

/// An item of `linked-accounts`; `integration` is an object here, absent until the person has picked an app.
#[derive(Deserialize)]
pub(super) struct Account {
    id: Option<String>,
    category: Option<String>,
    status: Option<String>,
    end_user_origin_id: Option<String>,
    integration: Option<AccountIntegration>,
}

#[derive(Deserialize)]
struct AccountIntegration {
    name: Option<String>,
    slug: Option<String>,
}

impl TryFrom<Account> for UpstreamAccount {
    type Error = UpstreamError;

    fn try_from(account: Account) -> Result<Self, UpstreamError> {
        let (name, slug) = account.integration.map_or((None, None), |integration| (integration.name, integration.slug));
        Ok(Self {
            id: demand(account.id, "results[].id")?,
            category: account.category.and_then(|category| category.parse().ok()),
            status: UpstreamStatus::parse(&demand(account.status, "results[].status")?),
            end_user_origin_id: filled(account.end_user_origin_id),
            integration_slug: filled(slug),
            integration_name: filled(name),
        })
    }
}

/// An item of `issues`.
#[derive(Deserialize)]
pub(super) struct Issue {
    id: Option<String>,
    status: Option<String>,
    error_description: Option<String>,
    error_details: Option<Vec<Option<String>>>,
    last_incident_time: Option<String>,
}

impl TryFrom<Issue> for UpstreamIssue {
    type Error = UpstreamError;

    fn try_from(issue: Issue) -> Result<Self, UpstreamError> {
        Ok(Self {
            id: demand(issue.id, "results[].id")?,
            // Ongoing ones were asked for; only the word itself says otherwise.
            ongoing: issue.status.as_deref() != Some("RESOLVED"),
            error_description: issue.error_description.unwrap_or_default(),
            error_details: issue.error_details.unwrap_or_default().into_iter().flatten().collect(),
            last_incident_time: filled(issue.last_incident_time),
        })
    }
}

/// An item of `organizations/integrations`.
#[derive(Deserialize)]
pub(super) struct Integration {
    name: Option<String>,
    slug: Option<String>,
    categories: Option<Vec<Option<String>>>,
    image: Option<String>,
    square_image: Option<String>,
    color: Option<String>,
}

impl Integration {
    /// `None` for an item without a name or slug: one app that cannot be named must not cost the whole list.
    pub(super) fn integration(self) -> Option<UpstreamIntegration> {
        Some(UpstreamIntegration {
            name: filled(self.name)?,
            slug: filled(self.slug)?,
            categories: known(self.categories),
            image: filled(self.image),
            square_image: filled(self.square_image),
            color: filled(self.color),
        })
    }
}

/// Reads a JSON body. The error names the place, never the value: that may be a token.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, UpstreamError> {
    let mut json = serde_json::Deserializer::from_slice(body);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| unreadable(error.inner(), error.path()))?;
    json.end().map_err(|_| broken("more than one JSON value"))?;
    Ok(read)
}

/// JSON that is not what it should be, named by its place.
pub(super) fn unreadable(error: &serde_json::Error, place: &impl std::fmt::Display) -> UpstreamError {
    let what = match error.classify() {
        serde_json::error::Category::Eof => "truncated JSON",
        serde_json::error::Category::Syntax => "not JSON",
        serde_json::error::Category::Data | serde_json::error::Category::Io => "unexpected JSON",
    };
    broken(format!("{what} at {place}"))
}

/// The upstream's own words about an error, if the body is JSON: its `detail`, else all of it.
pub(super) fn words(body: &[u8]) -> Option<String> {
    let value: serde_json::Value = serde_json::from_slice(body).ok()?;
    Some(value.get("detail").and_then(serde_json::Value::as_str).map_or_else(|| value.to_string(), str::to_owned))
}

/// An answer that is not what it should be.
pub(super) fn broken(detail: impl Into<String>) -> UpstreamError {
    UpstreamError::Broken { detail: detail.into() }
}

fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

fn demand(text: Option<String>, field: &str) -> Result<String, UpstreamError> {
    filled(text).ok_or_else(|| broken(format!("{field} is missing")))
}

fn token(token: Option<Hidden>, field: &str) -> Result<Secret, UpstreamError> {
    token.map(|hidden| hidden.0).filter(|token| !token.expose().is_empty()).ok_or_else(|| broken(format!("{field} is missing")))
}

fn known(categories: Option<Vec<Option<String>>>) -> Vec<Category> {
    categories.unwrap_or_default().into_iter().flatten().filter_map(|category| category.parse().ok()).collect()
}
