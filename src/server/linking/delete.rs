//! Deleting an account (L8): at once for people, for as long as it takes upstream.

use super::{Linking, LinkingError, not_found};
use crate::{
    domain::{
        ids::AccountId,
        people::Org,
        status::{Action, Verdict},
    },
    server::{
        merge::{AccountFilter, Patience, UpstreamError},
        store::ports::LinkedAccount,
        vault::account_identity,
    },
};

impl Linking {
    /// Deletes an account for good, or discards an unfinished one.
    pub async fn delete(&self, org: &Org, id: AccountId) -> Result<(), LinkingError> {
        let (_, verdict) = self.acting_on(org, id, Action::Delete).await?;
        if verdict == Verdict::Discard {
            return self.discard(org, id).await;
        }
        if !self.store.start_delete(org, id, self.clock.now()).await? {
            return Err(not_found().into());
        }
        self.wake.notify_one();
        self.changed(org.organization, id).await;
        Ok(())
    }

    /// The HMAC under which a tombstone is found.
    pub(super) fn origin_mac(&self, end_user_origin_id: &str) -> String {
        self.vault.mac("tombstone", end_user_origin_id)
    }

    /// One try of the durable job. `Ok(true)`: it is gone. `Ok(false)`: there was nothing to do. An error: try again later.
    pub(super) async fn finish_delete(&self, id: AccountId) -> Result<bool, LinkingError> {
        let Some(account) = self.store.deleting_account(id).await? else { return Ok(false) };
        // A row of another upstream is never called there (§5).
        if self.is_ours(&account) {
            self.delete_upstream(&account).await?;
        }
        let mac = self.origin_mac(&account.end_user_origin_id);
        let gone = self.store.finish_delete(id, &mac, self.clock.now()).await?;
        self.changed(account.organization, id).await;
        Ok(gone)
    }

    async fn delete_upstream(&self, account: &LinkedAccount) -> Result<(), LinkingError> {
        let Some(sealed) = &account.account_token else { return Ok(()) };
        let token = self.vault.open(&account_identity(account.id), sealed)?;
        let linked_account_id = account.linked_account_id.as_deref();
        match self.upstream.delete_account(account.category, &token, linked_account_id, Patience::Job).await {
            // Gone means 200, or the probe that says so: a bare 401 is not proof, and neither is a 404.
            Ok(()) | Err(UpstreamError::Absent) => Ok(()),
            Err(UpstreamError::NotFound) => {
                let filter = match linked_account_id {
                    Some(id) => AccountFilter::Id(id.to_owned()),
                    None => AccountFilter::OriginId(account.end_user_origin_id.clone()),
                };
                let still_there = self.upstream.linked_accounts(account.category, &filter, Patience::Job).await?;
                if still_there.is_empty() { Ok(()) } else { Err(UpstreamError::NotFound.into()) }
            }
            Err(error) => Err(error.into()),
        }
    }
}
