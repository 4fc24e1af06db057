//! What people ask of the sync (S8, S13): how it stands, to look now, and to sync now.

use super::{REFRESH, SyncError, Syncing, refresh::listed};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::{
        ids::AccountId,
        models::{self, ModelSpec},
        people::Org,
        secret::Secret,
        status::AccountStatus,
        sync::{Auth, ModelStatus, Signs, Summary, health, readiness, stuck, summary},
        time::Timestamp,
    },
    server::{
        linking::not_found,
        merge::{AsAccount, Patience, SyncStatuses, UpstreamError},
        store::ports::{
            LinkedAccount,
            sync::{Followed, ModelSync, RecordCount, Run},
        },
        vault::account_identity,
    },
};

/// Checks of one person in a minute: a page that waits for a first sync asks every few seconds.
const CHECKS_PER_MINUTE: u32 = 60;
const MINUTE: i64 = 60_000;
/// Syncs on demand of one account, and in which time: each may cost a credit.
const RESYNCS: u32 = 2;
const RESYNC_WINDOW: i64 = 10 * MINUTE;

/// How the sync of one model stands.
#[derive(Clone, Debug)]
pub struct ModelState {
    /// The model.
    pub spec: &'static ModelSpec,
    /// What the upstream said last.
    pub told: Option<ModelStatus>,
    /// Whether its first window is complete, so that its records can be read.
    pub ready: bool,
    /// "Data as of", verbatim.
    pub data_as_of: Option<String>,
    /// When our last fetch began.
    pub last_synced_at: Option<Timestamp>,
    /// Living records.
    pub records: i64,
    /// How many records the last full list did not show, when that is so many that a person has to look (S11).
    pub missing: Option<i64>,
    /// Why it is not synced, as a word.
    pub problem: Option<String>,
    /// A first sync that stays half-done: somebody has to act (S1).
    pub stuck: bool,
}

/// How the sync of an account stands.
#[derive(Clone, Debug)]
pub struct Overview {
    /// In three values (S13).
    pub summary: Summary,
    /// Model by model, in the order of our table.
    pub models: Vec<ModelState>,
}

impl Syncing {
    /// How an account's sync stands by what we know; nobody is asked.
    ///
    /// # Errors
    /// 404, or the store failed.
    pub async fn sync_overview(&self, org: &Org, id: AccountId) -> Result<Overview, SyncError> {
        let account = self.store.account(org, id).await?.ok_or_else(not_found)?;
        let states = self.store.sync_states(org, id).await?;
        Ok(self.overview(&account, &states, None))
    }

    /// The models of all accounts of a person that have records; nobody is asked.
    ///
    /// # Errors
    /// The store failed.
    pub async fn record_counts(&self, org: &Org) -> Result<Vec<RecordCount>, SyncError> {
        Ok(self.store.record_counts(org).await?)
    }

    /// Looks for what is new, soon (S8).
    ///
    /// # Errors
    /// 404; 409 when it was never connected, or through another upstream.
    pub async fn refresh_now(&self, org: &Org, id: AccountId) -> Result<(), SyncError> {
        self.connected(org, id).await?;
        self.look(id).await
    }

    /// Asks the upstream how the sync stands, and fetches what is new (S8, S13).
    ///
    /// # Errors
    /// 404; 409 when it was never connected, or through another upstream; 429; the upstream did not say.
    pub async fn check_sync_status(&self, org: &Org, id: AccountId) -> Result<Overview, SyncError> {
        let (account, run) = self.connected(org, id).await?;
        self.limit(&format!("check-sync:{}", org.user), CHECKS_PER_MINUTE, MINUTE, "Too many checks. Try again in a minute.").await?;
        let token = self.vault.open(&account_identity(id), &run.account_token)?;
        self.spend_for_person(id).await?;
        let told = self.upstream.sync_status(as_account(&run, &token, Patience::Interactive)).await;
        let told = self.heard(&run, told).await?;
        let states = self.store.sync_states(org, id).await?;
        if self.something_new(&run, &states, &told) {
            self.look(id).await?;
        }
        Ok(self.overview(&account, &states, Some(&told)))
    }

    /// Asks the upstream to sync now (S8), for those who manage the account. Our own look follows, also when the upstream refuses.
    ///
    /// # Errors
    /// 403; 404; 409 when it was never connected, or through another upstream; 429; the upstream refused.
    pub async fn resync(&self, org: &Org, id: AccountId) -> Result<Overview, SyncError> {
        let (account, run) = self.connected(org, id).await?;
        may_manage(org, &account)?;
        let busy = "This app was asked to sync a moment ago. Try again in a few minutes.";
        self.limit(&format!("resync:{id}"), RESYNCS, RESYNC_WINDOW, busy).await?;
        let token = self.vault.open(&account_identity(id), &run.account_token)?;
        self.spend_for_person(id).await?;
        let told = self.upstream.resync(as_account(&run, &token, Patience::Once)).await;
        self.look(id).await?;
        let told = match self.heard(&run, told).await {
            Err(SyncError::Upstream(UpstreamError::Forbidden { detail } | UpstreamError::Refused { detail, .. })) => {
                tracing::warn!(account = %id, detail, "the upstream does not sync on demand");
                let sentence = copy::told_no_demand();
                return Err(ApiError::new(Code::UpstreamRefused, sentence).into());
            }
            heard => heard?,
        };
        self.store.note_resync(org, id, self.clock.now()).await?;
        self.changed(org.organization, id).await;
        let states = self.store.sync_states(org, id).await?;
        Ok(self.overview(&account, &states, Some(&told)))
    }

    /// A connected account of the upstream in force that this person sees.
    async fn connected(&self, org: &Org, id: AccountId) -> Result<(LinkedAccount, Run), SyncError> {
        let account = self.store.account(org, id).await?.ok_or_else(not_found)?;
        if account.status == AccountStatus::Pending {
            let sentence = copy::told_setup_unfinished();
            return Err(ApiError::new(Code::SetupNotFinished, sentence).into());
        }
        match self.store.peek_run(id, self.upstream.base_url()).await? {
            Some(run) => Ok((account, run)),
            None if account.upstream != self.upstream.base_url() => {
                let sentence = copy::told_other_service();
                Err(ApiError::new(Code::OtherUpstream, sentence).into())
            }
            None => Err(not_found().into()),
        }
    }

    async fn look(&self, id: AccountId) -> Result<(), SyncError> {
        self.store.enqueue(REFRESH, id.0, 0).await?;
        self.wake.notify_one();
        Ok(())
    }

    async fn limit(&self, key: &str, limit: u32, window: i64, sentence: &str) -> Result<(), SyncError> {
        match self.store.take(key, limit, window).await? {
            Ok(()) => Ok(()),
            Err(seconds) => Err(ApiError::new(Code::TooManyRequests, sentence).retry_after(seconds.max(1)).into()),
        }
    }

    async fn spend_for_person(&self, id: AccountId) -> Result<(), SyncError> {
        match self.budgets.take(id).await? {
            Ok(()) => Ok(()),
            Err(millis) => Err(UpstreamError::Busy { retry_after: Some(u64::try_from(millis).unwrap_or(1).div_ceil(1000)) }.into()),
        }
    }

    /// What an answer says of the account, or of the key.
    async fn heard(&self, run: &Run, told: Result<SyncStatuses, UpstreamError>) -> Result<SyncStatuses, SyncError> {
        let auth = match &told {
            Err(UpstreamError::Token) => Auth::Refused,
            Err(UpstreamError::Absent) => Auth::Absent,
            Err(UpstreamError::Key) => {
                self.pause().await;
                return Ok(told?);
            }
            _ => return Ok(told?),
        };
        let verdict = health(&Signs { upstream: None, auth, issues: &[], relinked_at: run.relinked_at });
        if self.store.set_health(run.account, run.credential_rev, &verdict, &Followed::default(), self.clock.now()).await? {
            self.changed(run.organization, run.account).await;
        }
        Ok(told?)
    }

    /// Whether a refresh would fetch something, or note that a model is another than we know.
    #[allow(clippy::unused_self)]
    fn something_new(&self, run: &Run, states: &[ModelSync], told: &SyncStatuses) -> bool {
        listed(run.category, &told.models).iter().any(|model| {
            let state = states.iter().find(|state| state.model == model.spec.name());
            let baseline = state.and_then(|state| state.known.window_end.as_ref().filter(|_| !state.known.stale));
            let known = state.and_then(|state| state.told.as_ref()).is_some_and(|known| known.status == model.told.status);
            !known || matches!(readiness(&model.told, baseline, told.date.as_ref()), crate::domain::sync::Readiness::Ready(_))
        })
    }

    /// Puts together what we know and what was just told.
    fn overview(&self, account: &LinkedAccount, states: &[ModelSync], told: Option<&SyncStatuses>) -> Overview {
        let now = self.clock.now();
        let fresh = told.map(|told| listed(account.category, &told.models));
        let models: Vec<ModelState> = models::of_category(account.category)
            .filter_map(|spec| {
                let state = states.iter().find(|state| state.model == spec.name());
                let told = match &fresh {
                    Some(fresh) => fresh.iter().find(|model| model.spec == spec).map(|model| model.told.clone()),
                    None => state.and_then(|state| state.told.clone()),
                };
                if told.is_none() && state.is_none() {
                    return None;
                }
                Some(ModelState {
                    spec,
                    ready: state.is_some_and(|state| state.known.window_end.is_some()),
                    data_as_of: state.and_then(|state| state.data_fresh_as_of.clone()),
                    last_synced_at: state.and_then(|state| state.last_synced_at),
                    records: state.map_or(0, |state| state.record_count),
                    missing: state.and_then(|state| state.missing),
                    problem: state.and_then(|state| state.error.clone()),
                    stuck: told.as_ref().is_some_and(|told| stuck(told, account.connected_at, now)),
                    told,
                })
            })
            .collect();
        let summary = summary(models.iter().filter_map(|model| model.told.as_ref()), account.initial_sync_completed);
        Overview { summary, models }
    }
}

/// Whether this person manages the account, and not only sees it (P2).
pub(super) fn may_manage(org: &Org, account: &LinkedAccount) -> Result<(), SyncError> {
    if org.may_manage(account.subject.kind) {
        return Ok(());
    }
    Err(ApiError::new(Code::NotAllowed, copy::told_only_admins()).into())
}

const fn as_account<'a>(run: &'a Run, token: &'a Secret, patience: Patience) -> AsAccount<'a> {
    let linked_account_id = match &run.linked_account_id {
        Some(id) => Some(id.as_str()),
        None => None,
    };
    AsAccount { category: run.category, token, linked_account_id, patience }
}
