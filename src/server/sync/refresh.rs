//! One run over one account (S6): the records that events told of, what is new of each model, then some of what is due beside it, then when to
//! look again.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use super::{Syncing, fetch::Fetched};
use crate::{
    domain::{
        ids::AccountId,
        models::{self, ModelSpec},
        secret::Secret,
        sync::{Auth, Health, ModelStatus, Pace, Signs, health, poll_delay, reconcile_due},
        time::{Timestamp, UpstreamTime},
    },
    server::{
        jobs::LEASE_MILLIS,
        merge::{AsAccount, Patience, UpstreamError},
        store::ports::{
            Job, StoreError,
            sync::{Followed, ModelSync, Phase, Reconciliation, Run},
        },
        vault::account_identity,
    },
};

/// How long nobody asks an upstream that refuses the key, in milliseconds.
pub(super) const PAUSE_MILLIS: i64 = 60_000;
/// How long a run goes on before others get their turn.
const TURN: Duration = Duration::from_secs(30);
/// A lease is given more time when this much of it has passed.
const RENEW_AFTER: Duration = Duration::from_secs(15);

/// Why a run stopped before its end. Nothing is lost: what was stored stays, and the next run goes on from there.
#[derive(Debug)]
pub(super) enum Stop {
    /// The run's word counts no more (S6).
    Fenced,
    /// Nothing is wrong, but it has to wait.
    Later {
        /// Milliseconds.
        millis: i64,
        /// Why, for the operator.
        reason: String,
    },
    /// Something failed.
    Failed(String),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Failed(error.to_string())
    }
}

/// A run with what it has at hand.
pub(super) struct Course<'a> {
    pub(super) job: &'a Job,
    pub(super) run: Run,
    pub(super) token: Secret,
    started: Duration,
    /// In milliseconds, as the timer has it.
    renewed: AtomicU64,
    /// Whether something changed that pages show.
    pub(super) changed: bool,
    /// Models whose whole list ended in this run: what it did not show is looked at by the next one, which asks first what the upstream has then.
    pub(super) listed: Vec<&'static str>,
    /// Whether the upstream refused the account.
    refused: bool,
}

impl Course<'_> {
    /// In whose name calls are made.
    pub(super) fn account(&self) -> AsAccount<'_> {
        AsAccount {
            category: self.run.category,
            token: &self.token,
            linked_account_id: self.run.linked_account_id.as_deref(),
            patience: Patience::Job,
        }
    }
}

/// A model that the upstream lists and that we know.
pub(super) struct Listed {
    pub(super) spec: &'static ModelSpec,
    pub(super) told: ModelStatus,
}

/// The models of a category among those that the upstream lists, in the order of our table. Its ids carry now the plain name, now the one
/// of its events.
pub(super) fn listed(category: crate::domain::category::Category, told: &[(String, ModelStatus)]) -> Vec<Listed> {
    let spec = |id: &str| {
        models::by_id(id).filter(|spec| spec.category == category).or_else(|| {
            let (prefix, class) = id.split_once('.')?;
            models::by_event(category, class).filter(|_| prefix == category.slug())
        })
    };
    models::of_category(category)
        .filter_map(|known| {
            let (_, told) = told.iter().find(|(id, _)| spec(id) == Some(known))?;
            Some(Listed { spec: known, told: told.clone() })
        })
        .collect()
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// Whether the run may go on: `Ok(false)` when others should get their turn.
pub(super) type MayGoOn = Result<bool, Stop>;

impl Syncing {
    /// Refreshes an account; milliseconds until it is looked at again. `None`: it is not to be looked at.
    pub(super) async fn refresh(&self, job: &Job) -> Result<Option<i64>, Stop> {
        let account = AccountId(job.subject);
        self.not_paused().await?;
        let Some(run) = self.store.begin_run(account, self.upstream.base_url()).await? else { return Ok(None) };
        let token = self.vault.open(&account_identity(account), &run.account_token).map_err(|error| Stop::Failed(error.to_string()))?;
        let now = self.timer.elapsed();
        let mut course = Course {
            job,
            run,
            token,
            started: now,
            renewed: AtomicU64::new(millis(now)),
            changed: false,
            listed: Vec::new(),
            refused: false,
        };
        let done = self.go(&mut course).await;
        if course.changed {
            self.changed(course.run.organization, account).await;
        }
        done.map(Some)
    }

    /// While the key is refused nobody asks; who comes first after a pause tries (S9).
    pub(super) async fn not_paused(&self) -> Result<(), Stop> {
        match self.store.upstream_paused(self.upstream.base_url(), PAUSE_MILLIS).await? {
            None => Ok(()),
            Some(millis) => Err(Stop::Later {
                millis: millis.saturating_add((self.rng.unit() * 5_000.0) as i64),
                reason: "the upstream refuses the key".to_owned(),
            }),
        }
    }

    async fn go(&self, course: &mut Course<'_>) -> Result<i64, Stop> {
        let told = match self.statuses(course).await? {
            Ok(told) => told,
            Err(verdict) => {
                self.pronounce(course, verdict).await?;
                return Ok(self.delay(course, &[]));
            }
        };
        let (models, date) = told;
        let notes: Vec<(&str, &ModelStatus)> = models.iter().map(|model| (model.spec.name(), &model.told)).collect();
        let before = self.store.model_syncs(&course.run).await?;
        if !self.store.note_statuses(&course.run, &notes, self.clock.now()).await? {
            return Err(Stop::Fenced);
        }
        // Open pages say what each model does: they hear of it before the windows are read, which may take a while.
        let told = |name: &str| before.iter().find(|state| state.model == name).and_then(|state| state.told.as_ref());
        if notes.iter().any(|(name, now)| told(name).is_none_or(|before| before.status != now.status)) {
            self.changed(course.run.organization, course.run.account).await;
        }
        if let Some(verdict) = self.wanted(course, &models).await? {
            self.pronounce(course, verdict).await?;
            return Ok(self.delay(course, &models));
        }
        let finished = self.windows(course, &models, date.as_ref()).await? && (course.refused || self.beside(course, &models).await?);
        Ok(if finished { self.delay(course, &models) } else { 0 })
    }

    /// What the upstream has, or what its answer says of the account.
    pub(super) async fn statuses(&self, course: &mut Course<'_>) -> Result<Result<(Vec<Listed>, Option<UpstreamTime>), Auth>, Stop> {
        self.spend(course).await?;
        match self.upstream.sync_status(course.account()).await {
            Ok(told) => {
                if self.store.resume_upstream(self.upstream.base_url()).await? {
                    tracing::info!("the upstream takes the key again");
                }
                Ok(Ok((listed(course.run.category, &told.models), told.date)))
            }
            Err(UpstreamError::Token) => Ok(Err(Auth::Refused)),
            Err(UpstreamError::Absent) => Ok(Err(Auth::Absent)),
            Err(error) => Err(self.failed(error).await),
        }
    }

    /// Every enabled model's window; whether all are done.
    async fn windows(&self, course: &mut Course<'_>, models: &[Listed], date: Option<&UpstreamTime>) -> MayGoOn {
        let states = self.store.model_syncs(&course.run).await?;
        for model in models.iter().filter(|model| !model.told.is_disabled()) {
            let Some(state) = states.iter().find(|state| state.model == model.spec.name()) else { continue };
            match self.window(course, model, state, date).await? {
                Fetched::Complete => {}
                Fetched::TurnOver => return Ok(false),
                Fetched::Verdict(auth) => {
                    self.pronounce(course, auth).await?;
                    return Ok(true);
                }
            }
        }
        if !course.run.initial_sync_completed && self.is_complete(course, models).await? {
            if !self.store.complete_initial_sync(&course.run, self.clock.now()).await? {
                return Err(Stop::Fenced);
            }
            course.changed = true;
        }
        Ok(true)
    }

    /// S13: whether each enabled model's first window is complete. One that cannot be had does not hold up the others.
    async fn is_complete(&self, course: &Course<'_>, models: &[Listed]) -> Result<bool, Stop> {
        let states = self.store.model_syncs(&course.run).await?;
        let here = |state: &ModelSync| {
            let given_up = matches!(state.error.as_deref(), Some("forbidden" | "missing"));
            given_up || (state.known.window_end.is_some() && !state.known.stale)
        };
        let enabled = models.iter().filter(|model| !model.told.is_disabled());
        let all = enabled.clone().all(|model| states.iter().any(|state| state.model == model.spec.name() && here(state)));
        Ok(all && states.iter().any(|state| state.known.window_end.is_some() && !state.known.stale))
    }

    /// What is due beside the windows (S11); whether all of it is done.
    async fn beside(&self, course: &mut Course<'_>, models: &[Listed]) -> MayGoOn {
        let states = self.store.model_syncs(&course.run).await?;
        let mut known = self.store.reconciliations(&course.run).await?;
        let mut begun = false;
        for model in models {
            let state = states.iter().find(|state| state.model == model.spec.name());
            let last = known.iter().find(|one| one.model == model.spec.name());
            if let Some(finished) = state.and_then(|state| due(&course.run, model, state, last, self.clock.now())) {
                if !self.store.begin_reconciliation(&course.run, model.spec.name(), finished, self.clock.now()).await? {
                    return Err(Stop::Fenced);
                }
                begun = true;
            }
        }
        if begun {
            known = self.store.reconciliations(&course.run).await?;
        }
        for one in known.iter().filter(|one| matches!(one.phase, Phase::Listing | Phase::Sweeping)) {
            if course.listed.contains(&one.model.as_str()) {
                continue;
            }
            let Some(model) = models.iter().find(|model| model.spec.name() == one.model) else { continue };
            match self.reconcile(course, model, one).await? {
                Fetched::Complete => {}
                Fetched::TurnOver => return Ok(false),
                Fetched::Verdict(auth) => {
                    self.pronounce(course, auth).await?;
                    return Ok(true);
                }
            }
        }
        Ok(course.listed.is_empty())
    }

    /// When the account is looked at again (S7).
    fn delay(&self, course: &Course<'_>, models: &[Listed]) -> i64 {
        let enabled = || models.iter().map(|model| &model.told).filter(|told| !told.is_disabled());
        let cadence = enabled()
            .filter_map(|told| {
                let (start, next) = (told.last_sync_start.as_ref()?, told.next_sync_start.as_ref()?);
                Some(next.timestamp().millis_since(start.timestamp())).filter(|millis| *millis > 0)
            })
            .min();
        // An upstream that lists nothing yet is at its first sync as well.
        let initial = !course.refused && (models.is_empty() || enabled().any(|told| !told.has_baseline()));
        let pace = Pace { linked_at: course.run.linked_at(), initial, cadence };
        poll_delay(pace, self.clock.now(), self.config.poll_scale, self.rng.unit())
    }

    /// A refusal that the probe confirmed (S9).
    pub(super) async fn pronounce(&self, course: &mut Course<'_>, auth: Auth) -> Result<(), Stop> {
        let verdict: Health = health(&Signs { upstream: None, auth, issues: &[], relinked_at: course.run.relinked_at });
        course.refused = true;
        let run = &course.run;
        let now = self.clock.now();
        if self.store.set_health(run.account, run.credential_rev, &verdict, &Followed::default(), now).await? {
            course.changed = true;
        }
        Ok(())
    }

    /// Takes one call of the account's minute.
    pub(super) async fn spend(&self, course: &Course<'_>) -> Result<(), Stop> {
        match self.budgets.take(course.run.account).await? {
            Ok(()) => Ok(()),
            Err(millis) => Err(Stop::Later { millis, reason: "the account's calls of this minute are used up".to_owned() }),
        }
    }

    /// Gives the lease more time when it needs some; whether the run may go on.
    pub(super) async fn breathe(&self, course: &Course<'_>) -> MayGoOn {
        let now = self.timer.elapsed();
        if now.saturating_sub(Duration::from_millis(course.renewed.load(Ordering::Relaxed))) >= RENEW_AFTER {
            if !self.store.renew(course.job, LEASE_MILLIS).await? {
                return Err(Stop::Fenced);
            }
            course.renewed.store(millis(now), Ordering::Relaxed);
        }
        Ok(now.saturating_sub(course.started) < TURN)
    }

    /// What a failed call means for the run. Refusals of the token and of single models were looked at before.
    pub(super) async fn failed(&self, error: UpstreamError) -> Stop {
        match error {
            UpstreamError::Key => {
                tracing::error!(
                    "the upstream refused the API key: nothing is asked until it takes it again, no account was changed; check MERGE_API_KEY"
                );
                if let Err(error) = self.store.pause_upstream(self.upstream.base_url(), PAUSE_MILLIS).await {
                    return error.into();
                }
                Stop::Later { millis: PAUSE_MILLIS, reason: error.to_string() }
            }
            UpstreamError::Busy { retry_after } => {
                let millis = retry_after.map_or_else(
                    || 1_000 + (self.rng.unit() * 3_000.0) as i64,
                    |seconds| i64::try_from(seconds.min(3_600)).unwrap_or(60) * 1_000,
                );
                Stop::Later { millis, reason: error.to_string() }
            }
            error => Stop::Failed(error.to_string()),
        }
    }
}

/// Whether a model's full reconciliation is to begin now, and from which finish of the upstream: weekly, after a relink, on demand and when a person has let missing rows go. Lists
/// without filters and rows of another identity are swept with each of their windows.
fn due<'a>(run: &Run, model: &'a Listed, state: &ModelSync, last: Option<&Reconciliation>, now: Timestamp) -> Option<&'a UpstreamTime> {
    let finished = model.told.last_sync_finished.as_ref()?;
    let settled = crate::domain::sync::may_sweep(finished, &model.told);
    let idle = last.is_none_or(|last| matches!(last.phase, Phase::Done | Phase::Stopped)) && state.planned.is_none();
    let has_rows = state.known.window_end.is_some() && !state.known.stale && model.spec.has_modified_filters && state.error.is_none();
    let wanted = run.reconcile_wanted_at.is_some_and(|wanted| last.is_none_or(|last| last.started_at < wanted));
    // A person has let go what the last list did not show: the list is read once more for it.
    let approved = last.is_some_and(|last| last.approved_at(now) > 0);
    let weekly = reconcile_due(last.map(|last| last.started_at).or(run.connected_at), now);
    (settled && idle && has_rows && (wanted || approved || weekly)).then_some(finished)
}
