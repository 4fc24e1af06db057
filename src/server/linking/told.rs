//! What the upstream tells without being asked (W5). An event is a hint: what it says counts only when the upstream, asked, agrees.

use super::{Linking, LinkingError, exchange::LEASE_MILLIS};
use crate::{
    domain::{
        category::Category,
        ids::AttemptId,
        origin::SubjectKind,
        people::{Org, Role},
        secret::Secret,
        status::{AccountStatus, UpstreamStatus},
    },
    server::{
        merge::{AccountDetails, AccountFilter, Patience, UpstreamError},
        store::ports::{LinkedAccount, inbox::AdoptedLink},
        vault::{account_identity, exchange_identity, sha256_hex},
    },
};

/// A link that an event says is complete.
#[derive(Debug)]
pub struct ToldLinked {
    /// The upstream's id of the account.
    pub linked_account_id: String,
    /// Ours.
    pub end_user_origin_id: String,
    /// The category, when the event names one that we know.
    pub category: Option<Category>,
    /// The token that came along.
    pub account_token: Secret,
}

/// What became of a link that an event told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldOutcome {
    /// No account of ours is meant, or the upstream does not agree.
    Ignored,
    /// The account works with the token that it has.
    WorksAlready,
    /// The account took the token, or the durable job of an exchange will see to it.
    Finished,
    /// The account was deleted here, and is now deleted there too.
    DeletedAgain,
}

/// On whose behalf the system acts on an account: the person for whom it was connected, else the one who connected it.
fn owner(account: &LinkedAccount) -> Org {
    let user = match account.subject.kind {
        SubjectKind::User => crate::domain::ids::UserId(account.subject.id),
        SubjectKind::Organization => account.created_by,
    };
    Org { organization: account.organization, user, role: Role::Admin }
}

impl ToldLinked {
    /// Whether account-details, asked with the token, agrees on id, origin id and category.
    fn agrees(&self, details: &AccountDetails, category: Category) -> bool {
        let same = |known: Option<Category>| known.is_none_or(|known| known == category);
        details.id == self.linked_account_id
            && details.end_user_origin_id == self.end_user_origin_id
            && same(details.category)
            && same(self.category)
    }
}

impl Linking {
    /// The upstream in force.
    pub fn base_url(&self) -> &str {
        self.upstream.base_url()
    }

    /// Finishes a link whose browser was closed: the token of the event is used only if account-details with it agrees, and never over one
    /// that works (L6, W5). A link that meets a deleted account deletes it upstream (L8).
    ///
    /// # Errors
    /// Transient ones: tell it again later.
    pub async fn linked_upstream(&self, told: &ToldLinked) -> Result<ToldOutcome, LinkingError> {
        let base = self.upstream.base_url();
        let Some(account) = self.store.account_of_hook(base, None, Some(&told.end_user_origin_id)).await? else {
            let mac = self.origin_mac(&told.end_user_origin_id);
            return match (told.category, self.store.buried(&mac, base, self.clock.now()).await?) {
                (Some(category), true) => self.delete_again(told, category).await,
                _ => Ok(ToldOutcome::Ignored),
            };
        };
        match account.status {
            AccountStatus::Deleting => self.delete_again(told, account.category).await,
            AccountStatus::Pending => self.adopt(told, &account).await,
            _ if self.works(told, &account).await? => Ok(ToldOutcome::WorksAlready),
            _ => self.adopt(told, &account).await,
        }
    }

    /// Whether a connected account works with the token that it has: then no other takes its place. One that waits for a person works again
    /// only when the upstream says so, and then it has to take its token anew, as after any relink (L7).
    async fn works(&self, told: &ToldLinked, account: &LinkedAccount) -> Result<bool, LinkingError> {
        let Some(sealed) = &account.account_token else { return Ok(false) };
        let token = self.vault.open(&account_identity(account.id), sealed)?;
        let same = token.expose() == told.account_token.expose();
        if same {
            return Ok(account.status == AccountStatus::Active);
        }
        match self.upstream.account_details(account.category, &token, account.linked_account_id.as_deref(), Patience::Job).await {
            Ok(details) => Ok(!matches!(details.status, UpstreamStatus::RelinkNeeded | UpstreamStatus::Incomplete)),
            Err(UpstreamError::Token | UpstreamError::Absent) => Ok(false),
            // Whatever else it is proves nothing against the token.
            Err(error) => match LinkingError::from(error) {
                error if error.is_transient() => Err(error),
                _ => Ok(true),
            },
        }
    }

    /// Asks account-details with the event's token; `None`: it does not agree, or the token is none.
    async fn details_of(&self, told: &ToldLinked, category: Category) -> Result<Option<AccountDetails>, LinkingError> {
        let asked = self.upstream.account_details(category, &told.account_token, Some(&told.linked_account_id), Patience::Job).await;
        match asked {
            Ok(details) if told.agrees(&details, category) => Ok(Some(details)),
            Ok(_) => {
                tracing::warn!(
                    end_user_origin_id = told.end_user_origin_id,
                    "an event's token belongs to another account; it was not used"
                );
                Ok(None)
            }
            Err(error) => match LinkingError::from(error) {
                error if error.is_transient() => Err(error),
                error => {
                    tracing::warn!(%error, end_user_origin_id = told.end_user_origin_id, "an event's token was refused");
                    Ok(None)
                }
            },
        }
    }

    /// The row takes the token, by the steps of an exchange whose token is kept already: a job ends it if this process dies.
    async fn adopt(&self, told: &ToldLinked, account: &LinkedAccount) -> Result<ToldOutcome, LinkingError> {
        let Some(details) = self.details_of(told, account.category).await? else { return Ok(ToldOutcome::Ignored) };
        if matches!(details.status, UpstreamStatus::Incomplete | UpstreamStatus::RelinkNeeded) {
            return Ok(ToldOutcome::Ignored);
        }
        let org = owner(account);
        // The account's credentials count here: a relink that brings the same token is another link.
        let recognised = format!("linked {} {}", account.credential_rev, told.account_token.expose());
        let token_hash = sha256_hex(recognised);
        let link = AdoptedLink {
            attempt: AttemptId(self.rng.uuid()),
            account_token: self.vault.seal(&exchange_identity(&token_hash), &told.account_token)?,
            token_hash,
            linked_account_id: details.id,
            lease_millis: LEASE_MILLIS,
        };
        let Some(attempt) = self.store.adopt_link(&org, account, &link, self.clock.now()).await? else {
            return Ok(ToldOutcome::Finished);
        };
        match self.go_on(&org, attempt, Patience::Job, false).await {
            Ok(_) => {
                tracing::info!(end_user_origin_id = told.end_user_origin_id, "a link was finished whose browser was closed");
                Ok(ToldOutcome::Finished)
            }
            // Its job goes on.
            Err(error) if error.is_transient() => Ok(ToldOutcome::Finished),
            Err(error) => {
                tracing::warn!(%error, end_user_origin_id = told.end_user_origin_id, "an event's link came to nothing");
                Ok(ToldOutcome::Ignored)
            }
        }
    }

    /// The account was deleted here: the upstream's goes too, with its fresh token (L8).
    async fn delete_again(&self, told: &ToldLinked, category: Category) -> Result<ToldOutcome, LinkingError> {
        let Some(details) = self.details_of(told, category).await? else { return Ok(ToldOutcome::Ignored) };
        match self.upstream.delete_account(category, &told.account_token, Some(&details.id), Patience::Job).await {
            Ok(()) | Err(UpstreamError::Absent) => Ok(ToldOutcome::DeletedAgain),
            Err(error) => Err(error.into()),
        }
    }

    /// The upstream says that it deleted an account: it counts only if it is absent there (S9). Whether anything changed.
    ///
    /// # Errors
    /// Transient ones: tell it again later.
    pub async fn deleted_upstream(&self, account: &LinkedAccount) -> Result<bool, LinkingError> {
        let Some(id) = account.linked_account_id.as_ref().filter(|_| account.status.is_connected() && self.is_ours(account)) else {
            return Ok(false);
        };
        let found = self.upstream.linked_accounts(account.category, &AccountFilter::Id(id.clone()), Patience::Job).await?;
        if found.iter().any(|there| there.id == *id) {
            return Ok(false);
        }
        let (org, now) = (owner(account), self.clock.now());
        let detail = UpstreamError::Absent.to_string();
        let rev = account.credential_rev;
        let changed = self.store.mark_broken(&org, account.id, rev, AccountStatus::Error, "removed", &detail, now).await?;
        if changed {
            self.changed(account.organization, account.id).await;
        }
        Ok(changed)
    }
}
