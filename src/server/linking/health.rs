//! Asking the upstream how an account is (§9, S9). Only a confirmed refusal changes a status; anything transient changes nothing.

use super::{Linking, LinkingError, not_found};
use crate::{
    domain::{ids::AccountId, people::Org, status::AccountStatus},
    server::{
        merge::{Patience, UpstreamError},
        store::ports::LinkedAccount,
        vault::account_identity,
    },
};

impl Linking {
    /// Checks an account now and answers how it stands.
    pub async fn check_health(&self, org: &Org, id: AccountId) -> Result<LinkedAccount, LinkingError> {
        let account = self.store.account(org, id).await?.ok_or_else(not_found)?;
        let Some(sealed) = account.account_token.as_ref().filter(|_| account.status.is_connected() && self.is_ours(&account)) else {
            return Ok(account);
        };
        self.take("check-health", org, super::EXCHANGES_PER_MINUTE).await?;
        let token = self.vault.open(&account_identity(id), sealed)?;
        let verdict =
            self.upstream.account_details(account.category, &token, account.linked_account_id.as_deref(), Patience::Interactive).await;
        let (status, category, detail) = match verdict {
            Ok(details) if details.status.with_token() == AccountStatus::Active => return Ok(account),
            Ok(_) => (AccountStatus::RelinkNeeded, "credentials", "the upstream asks for a new sign-in".to_owned()),
            Err(error @ UpstreamError::Token) => (AccountStatus::RelinkNeeded, "credentials", error.to_string()),
            Err(error @ UpstreamError::Absent) => (AccountStatus::Error, "removed", error.to_string()),
            Err(error) => return Err(error.into()),
        };
        let now = self.clock.now();
        if self.store.mark_broken(org, id, account.credential_rev, status, category, &detail, now).await? {
            self.changed(org.organization, id).await;
        }
        Ok(self.store.account(org, id).await?.ok_or_else(not_found)?)
    }
}
