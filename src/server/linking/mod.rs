//! Linking (§4): how an app is connected, relinked and deleted. The rules stand in [`crate::domain::linking`] and
//! [`crate::domain::status`], the transactions in the store; here is the order in which the two and the upstream are called.
//!
//! Nothing is held in memory between two steps: whatever a crash interrupts, a job finishes.

mod connect;
mod delete;
mod error;
mod exchange;
mod health;
mod told;
mod work;

use std::sync::Arc;

pub use error::{LinkingError, not_found};
pub use exchange::{ExchangeInput, Linked};
pub use told::{ToldLinked, ToldOutcome};
pub use work::KINDS;

use super::{
    catalogue::Catalogue,
    clock::{Clock, Rng},
    config::{Config, Subjects},
    merge::Upstream,
    store::ports::{LinkedAccount, Person, Store},
    vault::Vault,
};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::{
        category::Category,
        ids::{AccountId, AttemptId, OrganizationId},
        origin::{Strategy, SubjectKind},
        people::Org,
        secret::Secret,
        status::{Action, Verdict, verdict},
        text,
    },
};

/// The life of a link token in minutes, the shortest that the upstream gives.
const LINK_EXPIRY_MINS: u32 = 30;
/// How long an attempt that names its page may hold its row: the link token's life and 30 minutes (L4).
const HOLD_MILLIS: i64 = (LINK_EXPIRY_MINS as i64 + 30) * 60_000;
/// The window of every limit here.
const MINUTE: i64 = 60_000;
/// Exchanges per person and minute: more than any person makes, less than a guesser wants.
const EXCHANGES_PER_MINUTE: u32 = 30;
/// How long a deletion may fail before its row returns to the list (L8), in milliseconds.
pub const DELETING_SHOWN_AFTER: i64 = 60_000;

/// What the configuration says about linking (§2).
#[derive(Clone, Debug)]
pub struct LinkingConfig {
    /// `ORIGIN_ID_STRATEGY`
    pub strategy: Strategy,
    /// `ORIGIN_ID_SUBJECT`
    pub subjects: Subjects,
    /// `CATEGORIES`
    pub categories: Vec<Category>,
    /// `LINK_TOKENS_PER_MINUTE`
    pub link_tokens_per_minute: u32,
}

impl From<&Config> for LinkingConfig {
    fn from(config: &Config) -> Self {
        Self {
            strategy: config.strategy,
            subjects: config.subjects.clone(),
            categories: config.categories.clone(),
            link_tokens_per_minute: config.link_tokens_per_minute,
        }
    }
}

impl LinkingConfig {
    /// On whose behalf apps of a category are connected.
    pub fn subject(&self, category: Category) -> SubjectKind {
        self.subjects.of(category)
    }
}

/// The linking use cases.
pub struct Linking {
    store: Arc<dyn Store>,
    upstream: Arc<dyn Upstream>,
    catalogue: Arc<Catalogue>,
    vault: Arc<Vault>,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    config: LinkingConfig,
    wake: Arc<tokio::sync::Notify>,
}

/// A link token for the window.
#[derive(Debug)]
pub struct LinkToken {
    /// Handed to the page and forgotten (L1).
    pub token: Secret,
    /// The attempt.
    pub attempt: AttemptId,
}

impl Linking {
    /// The use cases over their parts. `wake` is told when a job was queued.
    #[expect(clippy::too_many_arguments, reason = "the parts that a use case needs, named once, at start")]
    pub fn new(
        store: Arc<dyn Store>,
        upstream: Arc<dyn Upstream>,
        catalogue: Arc<Catalogue>,
        vault: Arc<Vault>,
        clock: Arc<dyn Clock>,
        rng: Arc<dyn Rng>,
        config: LinkingConfig,
        wake: Arc<tokio::sync::Notify>,
    ) -> Self {
        Self { store, upstream, catalogue, vault, clock, rng, config, wake }
    }

    /// What the configuration says.
    pub const fn config(&self) -> &LinkingConfig {
        &self.config
    }

    /// The accounts that this person sees, in order of creation.
    pub async fn accounts(&self, org: &Org) -> Result<Vec<LinkedAccount>, LinkingError> {
        Ok(self.store.accounts(org, self.clock.now().plus_millis(-DELETING_SHOWN_AFTER)).await?)
    }

    /// Whether an account was made against the upstream in force; others are never called (§5).
    pub fn is_ours(&self, account: &LinkedAccount) -> bool {
        account.upstream == self.upstream.base_url()
    }

    /// An account that this person may act on, or why not: the table of [`verdict`].
    async fn acting_on(&self, org: &Org, id: AccountId, action: Action) -> Result<(LinkedAccount, Verdict), LinkingError> {
        let account = self.store.account(org, id).await?.ok_or_else(not_found)?;
        if !org.may_manage(account.subject.kind) {
            return Err(not_allowed().into());
        }
        match verdict(action, account.status) {
            Verdict::NotFound => Err(not_found().into()),
            Verdict::SetupNotFinished => Err(ApiError::new(Code::SetupNotFinished, copy::told_setup_unfinished()).into()),
            Verdict::AlreadyConnected => Err(ApiError::new(Code::AlreadyConnected, copy::told_is_connected()).into()),
            proceed => Ok((account, proceed)),
        }
    }

    /// Renames an account; an empty name gives it back its app's (L12).
    pub async fn rename(&self, org: &Org, id: AccountId, name: &str) -> Result<(), LinkingError> {
        let name = match name.trim() {
            "" => None,
            _ => Some(text::name("Name", name).map_err(|error| ApiError::text("display_name", &error))?),
        };
        self.acting_on(org, id, Action::Rename).await?;
        if !self.store.rename(org, id, name.as_deref(), self.clock.now()).await? {
            return Err(not_found().into());
        }
        self.changed(org.organization, id).await;
        Ok(())
    }

    /// Hides an unfinished attempt; its id serves the next one (L11).
    pub async fn discard(&self, org: &Org, id: AccountId) -> Result<(), LinkingError> {
        self.acting_on(org, id, Action::Discard).await?;
        if !self.store.discard(org, id, self.clock.now()).await? {
            return Err(not_found().into());
        }
        self.changed(org.organization, id).await;
        Ok(())
    }

    /// Tells the organisation's open pages (§10). A page that misses it sees the change at its next look, so a failure is only logged.
    async fn changed(&self, organization: OrganizationId, account: AccountId) {
        if let Err(error) = self.store.announce(organization, &account.to_string()).await {
            tracing::warn!(%error, "could not announce a change");
        }
    }

    /// Takes one from a person's limit (L14).
    async fn take(&self, what: &str, person: &Org, limit: u32) -> Result<(), LinkingError> {
        match self.store.take(&format!("{what}:{}", person.user), limit, MINUTE).await? {
            Ok(()) => Ok(()),
            Err(seconds) => Err(ApiError::new(Code::TooManyRequests, copy::too_many_attempts(60)).retry_after(seconds.max(1)).into()),
        }
    }
}

fn not_allowed() -> ApiError {
    ApiError::new(Code::NotAllowed, copy::told_only_admins())
}

/// The random id of an open tab, when the page sent one (L4).
fn page(raw: Option<String>) -> Result<Option<String>, ApiError> {
    match raw {
        None => Ok(None),
        Some(page) if page.is_empty() => Ok(None),
        Some(page) if page.len() <= 64 && page.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_') => {
            Ok(Some(page))
        }
        Some(_) => Err(ApiError::field("page_id", "page_id must be 1 to 64 letters, digits, - or _.")),
    }
}

/// The person's details as they are sent upstream (L3): within its bounds, or refused by name.
fn identity(person: &Person) -> Result<(String, String), ApiError> {
    let email = text::email(&person.email).map_err(|error| ApiError::text("end_user_email_address", &error))?;
    let organization =
        text::name("Organisation", &person.organization_name).map_err(|error| ApiError::text("end_user_organization_name", &error))?;
    Ok((email, organization))
}
