//! Asking for an app that is not there (C4).

use url::Url;

use super::Catalogue;
use crate::{
    api::error::{ApiError, Code},
    domain::{people::Org, search, text},
    server::store::ports::requests::{AppRequest, NewRequest},
};

/// Requests of one person, an hour.
const REQUESTS_PER_HOUR: u32 = 20;
const HOUR: i64 = 60 * 60_000;
/// The longest reason, in characters.
pub const REASON_MAX: usize = 500;
/// The longest address of a website, in characters.
const WEBSITE_MAX: usize = 200;

/// What makes two names one: "Bamboo HR" and "BambooHR!" ask for the same app.
fn normalized(name: &str) -> Result<String, ApiError> {
    let joined = search::joined(name);
    if joined.is_empty() {
        return Err(ApiError::field("name", "Enter the app's name, in letters or digits."));
    }
    Ok(joined)
}

/// The website as it is kept: with a scheme, and nothing that is none.
fn website(raw: &str) -> Result<Option<String>, ApiError> {
    let wrong = || ApiError::field("website", "Enter the app's website as an address such as example.com, or leave it empty.");
    let raw = raw.trim();
    if raw.is_empty() {
        return Ok(None);
    }
    let text = if raw.contains("://") { raw.to_owned() } else { format!("https://{raw}") };
    let url = Url::parse(&text).map_err(|_| wrong())?;
    let fine = matches!(url.scheme(), "http" | "https")
        && url.host_str().is_some_and(|host| host.contains('.'))
        && url.username().is_empty()
        && url.password().is_none();
    if !fine || url.as_str().len() > WEBSITE_MAX {
        return Err(wrong());
    }
    Ok(Some(url.to_string()))
}

/// A reason in one paragraph.
fn reason(raw: &str) -> Result<Option<String>, ApiError> {
    let text: String = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() > REASON_MAX {
        return Err(ApiError::field("reason", format!("That is too long: use at most {REASON_MAX} characters.")));
    }
    if text.chars().any(char::is_control) {
        return Err(ApiError::field("reason", "That contains characters that can't be shown."));
    }
    Ok(Some(text).filter(|text| !text.is_empty()))
}

impl Catalogue {
    /// Notes that a person asks for an app; asking again brings their vote up to date. In how many organisations the app is now asked for.
    ///
    /// # Errors
    /// `invalid_input` naming the field, also when the app is there; `too_many_requests`.
    pub async fn request(&self, org: &Org, name: &str, site: &str, why: &str) -> Result<i64, ApiError> {
        let name = text::name("Name", name).map_err(|error| ApiError::text("name", &error))?;
        let normalized_name = normalized(&name)?;
        if let Some(app) = self.current().apps().iter().find(|app| search::joined(&app.name) == normalized_name) {
            return Err(ApiError::field("name", format!("{} is in the App Center already.", app.name)));
        }
        let (website, reason) = (website(site)?, reason(why)?);
        if let Err(seconds) = self.store.take(&format!("request-app:{}", org.user), REQUESTS_PER_HOUR, HOUR).await? {
            let sentence = "That were many apps. Try again in an hour.";
            return Err(ApiError::new(Code::TooManyRequests, sentence).retry_after(seconds.max(1)));
        }
        let new = NewRequest { id: self.rng.uuid(), name, normalized_name, website, reason };
        Ok(self.store.request_app(org, &new, self.clock.now()).await?)
    }

    /// In how many organisations an app is asked for; none for what is no name.
    ///
    /// # Errors
    /// The store failed.
    pub async fn teams_asking(&self, name: &str) -> Result<i64, ApiError> {
        match normalized(name) {
            Ok(normalized_name) => Ok(self.store.teams_asking(&normalized_name).await?),
            Err(_) => Ok(0),
        }
    }

    /// What is asked for, for the operator.
    ///
    /// # Errors
    /// The store failed.
    pub async fn requests(&self, limit: u32) -> Result<Vec<AppRequest>, ApiError> {
        Ok(self.store.app_requests(limit).await?)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn names_that_read_alike_are_one() {
        let one = normalized("Bamboo HR").unwrap();
        for other in ["BambooHR", "bamboo-hr", " BAMBOO  HR! ", "Bámboo HR"] {
            assert_eq!(normalized(other).unwrap(), one, "{other}");
        }
        assert_eq!(normalized("…!").unwrap_err().field.as_deref(), Some("name"));
    }

    #[test]
    fn websites_are_addresses() {
        for (raw, expected) in [
            ("", None),
            ("example.com", Some("https://example.com/")),
            (" http://example.com/pricing ", Some("http://example.com/pricing")),
        ] {
            assert_eq!(website(raw).unwrap().as_deref(), expected, "{raw}");
        }
        for raw in [
            "javascript:alert(1)",
            "ftp://example.com",
            "https://a:b@example.com",
            "nonsense",
            "https://",
            &format!("x.com/{}", "a".repeat(300)),
        ] {
            assert_eq!(website(raw).unwrap_err().field.as_deref(), Some("website"), "{raw}");
        }
    }

    #[test]
    fn reasons_are_short() {
        assert_eq!(reason(" so\n that ").unwrap().as_deref(), Some("so that"));
        assert_eq!(reason("  ").unwrap(), None);
        assert_eq!(reason(&"a".repeat(501)).unwrap_err().field.as_deref(), Some("reason"));
    }
}
