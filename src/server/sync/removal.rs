//! A person's word about rows that vanished (S11): so many that nothing is removed until somebody has looked.

use super::{Overview, REFRESH, SyncError, Syncing, overview::may_manage};
use crate::{
    api::error::{ApiError, Code},
    domain::{ids::AccountId, models, people::Org, sync::APPROVED_FOR_MILLIS},
    server::{linking::not_found, store::ports::sync::Judged},
};

impl Syncing {
    /// Lets the missing rows of a data type go, or keeps them, for those who manage the account. They do not go at once: the list is read once
    /// more, and each that it does not show is asked for by id.
    ///
    /// # Errors
    /// 403; 404, also for the data type; 409 when nothing waits for such a word.
    pub async fn judge_missing(&self, org: &Org, id: AccountId, model: &str, approve: bool) -> Result<Overview, SyncError> {
        let account = self.store.account(org, id).await?.ok_or_else(not_found)?;
        may_manage(org, &account)?;
        let Some(spec) = models::by_name(account.category, model) else {
            return Err(ApiError::new(Code::NotFound, "There is no such data type.").at("model").into());
        };
        let now = self.clock.now();
        let until = approve.then(|| now.plus_millis(APPROVED_FOR_MILLIS));
        match self.store.judge_missing(org, id, spec.name(), until, REFRESH, now).await? {
            Judged::Done => {}
            Judged::NothingWaits => {
                return Err(ApiError::new(Code::AlreadyDecided, "There is nothing to decide here any more.").into());
            }
            Judged::NotThere => return Err(not_found().into()),
        }
        if approve {
            self.wake.notify_one();
        }
        self.changed(org.organization, id).await;
        self.sync_overview(org, id).await
    }
}
