//! Asking the upstream how an account is (§9, S9). Only a confirmed refusal changes a status; anything transient changes nothing.

use super::{Linking, LinkingError, not_found};
use crate::{
    domain::{ids::AccountId, people::Org},
    server::{merge::Patience, store::ports::LinkedAccount, sync::examine, vault::account_identity},
};

impl Linking {
    /// Checks an account now, its open issues included, and answers how it stands.
    pub async fn check_health(&self, org: &Org, id: AccountId) -> Result<LinkedAccount, LinkingError> {
        let account = self.store.account(org, id).await?.ok_or_else(not_found)?;
        let Some(run) = self.store.peek_run(id, self.upstream.base_url()).await? else { return Ok(account) };
        self.take("check-health", org, super::EXCHANGES_PER_MINUTE).await?;
        let token = self.vault.open(&account_identity(id), &run.account_token)?;
        let (health, followed) = examine(self.upstream.as_ref(), &run, &token, Patience::Interactive).await?;
        if self.store.set_health(id, run.credential_rev, &health, &followed, self.clock.now()).await? {
            self.changed(org.organization, id).await;
        }
        Ok(self.store.account(org, id).await?.ok_or_else(not_found)?)
    }
}
