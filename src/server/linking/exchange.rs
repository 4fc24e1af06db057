//! From public token to connected account (L6), in steps that a crash may interrupt anywhere: claimed → token kept → done or refused. A job
//! that was queued with the claim goes on where the process died.

use std::time::Duration;

use super::{EXCHANGES_PER_MINUTE, Linking, LinkingError, not_allowed, not_found, work::FINISH_EXCHANGE};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::{category::Category, ids::AttemptId, people::Org, secret::Secret},
    server::{
        merge::{AccountDetails, AccountFilter, ExchangedToken, Patience, UpstreamError},
        store::ports::{Activated, Activation, Attempt, ClaimExchange, Claimed, ExchangeState, LinkedAccount},
        vault::{account_identity, exchange_identity, sha256_hex},
    },
};

/// How long a claim lasts without a sign of life; longer than the upstream calls of one exchange can take.
pub(super) const LEASE_MILLIS: i64 = 30_000;
/// How soon the job goes on after a transient failure, in milliseconds; the page tries again about then too.
const RESUME_AFTER: i64 = 2_000;
/// How often a joined exchange is looked at, and how many times before the caller is told to try again.
const JOIN_EVERY: Duration = Duration::from_millis(100);
const JOIN_TIMES: u32 = 150;

/// What a page sends when the window has succeeded.
#[derive(Debug)]
pub struct ExchangeInput {
    /// The short-lived token.
    pub public_token: Secret,
    /// The attempt, as a hint.
    pub attempt: Option<AttemptId>,
    /// The origin id, when the page knows it; it must agree with the upstream's.
    pub end_user_origin_id: Option<String>,
}

/// A connected account.
#[derive(Debug)]
pub struct Linked {
    /// The row.
    pub account: LinkedAccount,
    /// Whether to ask for a name (L12).
    pub ask_name: bool,
    /// Whether it was connected before (L7).
    pub relinked: bool,
}

impl Linking {
    /// Exchanges a public token, or joins the exchange of the same token that is under way or over.
    pub async fn exchange(&self, org: &Org, input: ExchangeInput) -> Result<Linked, LinkingError> {
        self.take("exchange", org, EXCHANGES_PER_MINUTE).await?;
        let token_hash = sha256_hex(input.public_token.expose());
        let claim = ClaimExchange {
            public_token: self.vault.seal(&exchange_identity(&token_hash), &input.public_token)?,
            token_hash,
            fresh: AttemptId(self.rng.uuid()),
            hint: input.attempt,
            sent_origin_id: input.end_user_origin_id,
            lease_millis: LEASE_MILLIS,
        };
        for _ in 0..JOIN_TIMES {
            match self.store.claim_exchange(org, &claim, self.clock.now()).await? {
                Claimed::Mine(attempt) => {
                    if let Some(linked) = self.go_on(org, *attempt, Patience::Interactive, false).await? {
                        return Ok(linked);
                    }
                }
                Claimed::Over(attempt) => return self.outcome(org, *attempt).await,
                Claimed::NotYours => return Err(not_found().into()),
                Claimed::Busy => tokio::time::sleep(JOIN_EVERY).await,
            }
        }
        Err(ApiError::new(Code::NotReady, copy::told_finishing()).retry_after(5).into())
    }

    /// Goes on with a claimed exchange from wherever it stands. A transient failure gives the claim back; a final one ends the exchange, and
    /// no token stays; so does a transient one when this try is the `last`. `None`: another worker took the claim over.
    pub(super) async fn go_on(&self, org: &Org, attempt: Attempt, patience: Patience, last: bool) -> Result<Option<Linked>, LinkingError> {
        match self.try_to_finish(org, &attempt, patience).await {
            Ok(linked) => {
                if let Some(linked) = &linked {
                    self.changed(org.organization, linked.account.id).await;
                }
                Ok(linked)
            }
            Err(error) if error.is_transient() && !last => {
                self.store.unclaim_exchange(org, &attempt).await?;
                self.store.enqueue(FINISH_EXCHANGE, attempt.id.0, RESUME_AFTER).await?;
                self.wake.notify_one();
                Err(error)
            }
            Err(error) => {
                let told = match error {
                    LinkingError::Upstream(error) => spent(&error),
                    other => other.into(),
                };
                self.store.refuse_exchange(org, &attempt, told.code.as_str(), self.clock.now()).await?;
                Err(told.into())
            }
        }
    }

    async fn try_to_finish(&self, org: &Org, attempt: &Attempt, patience: Patience) -> Result<Option<Linked>, LinkingError> {
        let Some((token, upstream_id, categories)) = self.account_token(org, attempt, patience).await? else { return Ok(None) };
        let category = self.category_of(attempt, categories, upstream_id.as_deref(), patience).await?;
        let details = self.upstream.account_details(category, &token, upstream_id.as_deref(), patience).await?;
        if attempt.sent_origin_id.as_ref().is_some_and(|sent| *sent != details.end_user_origin_id) {
            return Err(not_found().into());
        }
        let category = details.category.unwrap_or(category);
        let origin_mac = self.origin_mac(&details.end_user_origin_id);
        let Some(row) = self.store.by_origin(org, &details.end_user_origin_id).await? else {
            if self.store.tombstone(org, &origin_mac, self.clock.now()).await? {
                return self.delete_resurrected(category, &token, &details).await;
            }
            return Err(not_found().into());
        };
        if !org.may_manage(row.subject.kind) {
            return Err(not_allowed().into());
        }
        let activation = Activation {
            attempt: attempt.id,
            fence: attempt.fence,
            origin_mac,
            end_user_origin_id: details.end_user_origin_id.clone(),
            category,
            upstream: self.upstream.base_url().to_owned(),
            account_token: self.vault.seal(&account_identity(row.id), &token)?,
            linked_account_id: details.id.clone(),
            integration_name: details.integration.clone(),
            integration_slug: details.integration_slug.clone(),
            status: details.status.with_token(),
            is_duplicate: details.is_duplicate,
            instance_id: details.instance_id.clone(),
        };
        let activated = self.store.activate(org, &activation, self.clock.now()).await?;
        self.wake.notify_one();
        match activated {
            Activated::Linked { account, another_of_same_app } => {
                Ok(Some(Linked { account: *account, ask_name: another_of_same_app, relinked: false }))
            }
            Activated::Relinked { account, identity_changed } => {
                if identity_changed {
                    tracing::info!(account = %account.id, "a relink brought another identity: its data are read anew");
                }
                Ok(Some(Linked { account: *account, ask_name: false, relinked: true }))
            }
            Activated::Deleting => self.delete_resurrected(category, &token, &details).await,
            Activated::NotFound => Err(not_found().into()),
            Activated::ClaimLost => Ok(None),
        }
    }

    /// The account token, the upstream's id and the app's categories: kept from before, or exchanged now and kept at once. `None`: another
    /// worker took the claim over.
    async fn account_token(
        &self,
        org: &Org,
        attempt: &Attempt,
        patience: Patience,
    ) -> Result<Option<(Secret, Option<String>, Vec<Category>)>, LinkingError> {
        let identity = exchange_identity(attempt.token_hash.as_deref().unwrap_or_default());
        if attempt.exchange == ExchangeState::TokenKept
            && let Some(sealed) = &attempt.account_token
        {
            return Ok(Some((self.vault.open(&identity, sealed)?, attempt.linked_account_id.clone(), Vec::new())));
        }
        let Some(sealed) = &attempt.public_token else { return Err(not_found().into()) };
        let public_token = self.vault.open(&identity, sealed)?;
        let ExchangedToken { account_token, linked_account_id, categories } =
            self.upstream.exchange(attempt.category, &public_token, patience).await?;
        let sealed = self.vault.seal(&identity, &account_token)?;
        let mine = self.store.keep_account_token(org, attempt, &sealed, linked_account_id.as_deref()).await?;
        Ok(mine.then_some((account_token, linked_account_id, categories)))
    }

    /// The category whose account-details are asked: the attempt's, the app's only one, or the one that the upstream's list says.
    async fn category_of(
        &self,
        attempt: &Attempt,
        categories: Vec<Category>,
        upstream_id: Option<&str>,
        patience: Patience,
    ) -> Result<Category, LinkingError> {
        if let Some(category) = attempt.category {
            return Ok(category);
        }
        if let [only] = categories.as_slice() {
            return Ok(*only);
        }
        let first = categories.first().copied().unwrap_or(Category::Hris);
        let Some(id) = upstream_id else { return Ok(first) };
        let accounts = self.upstream.linked_accounts(first, &AccountFilter::Id(id.to_owned()), patience).await?;
        Ok(accounts.iter().find(|account| account.id == id).and_then(|account| account.category).unwrap_or(first))
    }

    /// The account was deleted here while the person was connecting it: the upstream's goes too, with its fresh token (L8).
    async fn delete_resurrected(
        &self,
        category: Category,
        token: &Secret,
        details: &AccountDetails,
    ) -> Result<Option<Linked>, LinkingError> {
        match self.upstream.delete_account(category, token, Some(&details.id), Patience::Interactive).await {
            Ok(()) | Err(UpstreamError::Absent) => Err(ApiError::new(Code::Deleted, copy::told_deleted()).into()),
            // Transient: the exchange is given back, and its job tries again.
            Err(error) => Err(error.into()),
        }
    }

    /// The answer to a repeat of an exchange that is over.
    async fn outcome(&self, org: &Org, attempt: Attempt) -> Result<Linked, LinkingError> {
        if let Some(id) = attempt.outcome_account
            && let Some(account) = self.store.account(org, id).await?
        {
            return Ok(Linked { account, ask_name: false, relinked: false });
        }
        let told = match attempt.outcome_error.as_deref() {
            Some("deleted") => ApiError::new(Code::Deleted, copy::told_deleted()),
            Some("invalid_input") => start_again(),
            Some("not_allowed") => not_allowed(),
            _ => not_found(),
        };
        Err(told.into())
    }
}

/// A public token that the upstream does not take: unknown, expired or spent.
fn spent(error: &UpstreamError) -> ApiError {
    tracing::warn!(%error, "an exchange was refused");
    start_again()
}

fn start_again() -> ApiError {
    ApiError::field("public_token", copy::told_link_over())
}
