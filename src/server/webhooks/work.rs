//! Working the inbox (W5, W6): a batch of events is claimed at once, what is cheap is settled in one transaction, and what has to ask the
//! upstream goes beside it, so that a slow upstream holds up nobody's trigger.

use std::{collections::HashMap, sync::Arc, time::Duration};

use tokio::{sync::watch, task::JoinSet};

use super::{Webhooks, hook_identity};
use crate::{
    domain::{
        backoff,
        webhook::{Envelope, Plan, Told, plan},
    },
    server::{
        linking::{LinkingError, ToldLinked},
        serve::stopped,
        store::ports::{
            LinkedAccount, StoreResult,
            inbox::{Hook, HookEnd, SettledHook},
        },
    },
};

/// How long a claimed event may go without being settled before another worker takes it, in milliseconds.
const LEASE_MILLIS: i64 = 120_000;
/// Events of one batch; one transaction settles them.
const BATCH: u32 = 100;
/// Events that ask the upstream at the same time.
pub(super) const ASKING: usize = 4;
/// Events that may wait to ask; beyond it none is claimed.
const ASKED: usize = 24;
/// The longest sleep between two looks, so that an event stored by another process is found.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Tries before an event is given up: with the waits below about three days.
const TRIES: i64 = 20;
const WAIT_MAX: i64 = 6 * 3_600_000;
/// The records of one sync come as one event each; waiting a little lets many become one refresh (W5), in milliseconds. A few are asked for by
/// id by that refresh.
const GATHER: i64 = 1_000;

/// The jobs that events queue.
const REFRESH: &str = "refresh";
const HEALTH: &str = "health";

/// An account of ours, and the ends of what was fetched of it.
#[derive(Clone)]
struct Known {
    account: LinkedAccount,
    ends: Vec<(String, String)>,
}

/// The account of each event of a batch, by the ids that the event names, looked up once.
type Accounts = HashMap<(Option<String>, Option<String>), Option<Known>>;

/// What a look at an event came to.
enum Looked {
    /// It can be settled.
    Settled(Box<SettledHook>),
    /// The upstream must be asked first.
    Ask(Hook, Box<Envelope>, Option<Box<LinkedAccount>>),
}

impl Webhooks {
    /// Works until `stop` turns true, then waits for what is under way.
    pub async fn work(self: Arc<Self>, mut stop: watch::Receiver<bool>) {
        let mut asking = JoinSet::new();
        while !*stop.borrow() {
            while asking.try_join_next().is_some() {}
            // A claimed event must not wait longer than its lease.
            while asking.len() >= ASKED {
                asking.join_next().await;
            }
            match self.batch(&mut asking).await {
                Ok(0) => {}
                Ok(_) => continue,
                Err(error) => tracing::warn!(%error, "could not work the inbox"),
            }
            let pause = match self.parts.store.next_hook_in().await {
                Ok(Some(millis)) => Duration::from_millis(u64::try_from(millis).unwrap_or(0).max(20)).min(LOOK_EVERY),
                _ => LOOK_EVERY,
            };
            tokio::select! {
                () = self.arrived.notified() => {}
                () = tokio::time::sleep(pause) => {}
                () = stopped(&mut stop) => {}
            }
        }
        while asking.join_next().await.is_some() {}
    }

    /// Works everything that is due, and waits for it; how many events.
    ///
    /// # Errors
    /// The database.
    pub async fn work_due(self: &Arc<Self>) -> StoreResult<usize> {
        let (mut worked, mut asking) = (0, JoinSet::new());
        loop {
            let some = self.batch(&mut asking).await?;
            while asking.join_next().await.is_some() {}
            if some == 0 {
                return Ok(worked);
            }
            worked += some;
        }
    }

    /// One batch: settles what it can and leaves the rest to `asking`; how many events were claimed.
    async fn batch(self: &Arc<Self>, asking: &mut JoinSet<()>) -> StoreResult<usize> {
        let hooks = self.parts.store.claim_hooks(BATCH, LEASE_MILLIS).await?;
        let (claimed, mut settled, mut accounts) = (hooks.len(), Vec::new(), Accounts::new());
        for hook in hooks {
            match self.look(hook, &mut accounts).await {
                Looked::Settled(hook) => settled.push(*hook),
                Looked::Ask(hook, envelope, account) => {
                    let this = Arc::clone(self);
                    asking.spawn(async move {
                        // The semaphore is never closed.
                        let _place = this.asking.acquire().await;
                        let settled = this.ask(hook, *envelope, account).await;
                        if let Err(error) = this.settle(&[settled]).await {
                            tracing::warn!(%error, "an event could not be settled; it will be worked again");
                        }
                    });
                }
            }
        }
        self.settle(&settled).await?;
        Ok(claimed)
    }

    async fn settle(&self, settled: &[SettledHook]) -> StoreResult<()> {
        if settled.is_empty() {
            return Ok(());
        }
        self.parts.store.settle_hooks(settled, self.parts.clock.now()).await?;
        if settled.iter().any(|hook| hook.job.is_some()) {
            self.parts.wake.notify_one();
        }
        Ok(())
    }

    async fn look(&self, hook: Hook, accounts: &mut Accounts) -> Looked {
        let nothing = |hook: &Hook, end: HookEnd| {
            let (id, attempts) = (hook.id, hook.attempts);
            Looked::Settled(Box::new(SettledHook { id, attempts, account: None, end, job: None, record: None, activity: None }))
        };
        let Some(sealed) = &hook.body else { return nothing(&hook, HookEnd::Done) };
        let body = match self.parts.vault.open(&hook_identity(hook.id), sealed) {
            Ok(body) => body,
            // A missing key may come back; no event is lost for it.
            Err(error) => return nothing(&hook, self.again(hook.attempts, &error)),
        };
        let Some(envelope) = Envelope::parse(body.expose().as_bytes()) else {
            return nothing(&hook, HookEnd::Dead("the body is not an event".to_owned()));
        };
        let (account, ends) = match self.known(&envelope, accounts).await {
            Ok(known) => known.map_or((None, Vec::new()), |known| (Some(known.account), known.ends)),
            Err(error) => return nothing(&hook, self.again(hook.attempts, &error)),
        };
        let plan = plan(&envelope.told, |model| ends.iter().find(|(known, _)| known == model).map(|(_, end)| end.as_str()));
        // Only a link may be about an account that has no row any more.
        let connected = account.as_ref().is_some_and(|account| account.status.is_connected());
        let plan = if connected || plan == Plan::FinishLink { plan } else { Plan::Nothing };
        if matches!(plan, Plan::FinishLink | Plan::ConfirmDeleted) {
            return Looked::Ask(hook, Box::new(envelope), account.map(Box::new));
        }
        let job = match (plan, &envelope.told) {
            (Plan::Refresh, Told::Model { .. }) => Some((REFRESH, GATHER)),
            (Plan::Refresh, _) => Some((REFRESH, 0)),
            (Plan::CheckHealth, _) => Some((HEALTH, 0)),
            _ => None,
        };
        let record = match (plan, &envelope.told) {
            (Plan::Refresh, Told::Model { model: Some(model), record: Some(id), .. }) => Some((model.name(), id.clone())),
            _ => None,
        };
        let activity = connected.then(|| line(&envelope.told)).flatten();
        let (id, attempts, account) = (hook.id, hook.attempts, account.map(Box::new));
        Looked::Settled(Box::new(SettledHook { id, attempts, account, end: HookEnd::Done, job, record, activity }))
    }

    async fn known(&self, envelope: &Envelope, accounts: &mut Accounts) -> StoreResult<Option<Known>> {
        let key = (envelope.linked_account_id.clone(), envelope.end_user_origin_id.clone());
        if let Some(known) = accounts.get(&key) {
            return Ok(known.clone());
        }
        let base = self.parts.linking.base_url();
        let known = match self.parts.store.account_of_hook(base, key.0.as_deref(), key.1.as_deref()).await? {
            Some(account) => Some(Known { ends: self.parts.store.window_ends(&account).await?, account }),
            None => None,
        };
        accounts.insert(key, known.clone());
        Ok(known)
    }

    /// The events that count only if the upstream agrees.
    async fn ask(&self, hook: Hook, envelope: Envelope, account: Option<Box<LinkedAccount>>) -> SettledHook {
        let Envelope { told, linked_account_id, end_user_origin_id, category, .. } = envelope;
        let asked: Result<Option<&'static str>, LinkingError> = match (told, linked_account_id, end_user_origin_id, &account) {
            (Told::Linked { account_token: Some(account_token) }, Some(linked_account_id), Some(end_user_origin_id), _) => {
                let told = ToldLinked { linked_account_id, end_user_origin_id, category, account_token };
                self.parts.linking.linked_upstream(&told).await.map(|_| None)
            }
            // Matched by the upstream's id alone.
            (Told::Deleted, Some(id), _, Some(account)) if account.linked_account_id.as_ref() == Some(&id) => {
                let confirmed = self.parts.linking.deleted_upstream(account).await;
                confirmed.map(|changed| if changed { line(&Told::Deleted) } else { None })
            }
            _ => Ok(None),
        };
        let (end, activity) = match asked {
            Ok(activity) => (HookEnd::Done, activity),
            Err(error) => (self.again(hook.attempts, &error), None),
        };
        SettledHook { id: hook.id, attempts: hook.attempts, account, end, job: None, record: None, activity }
    }

    fn again(&self, attempts: i64, error: &impl std::fmt::Display) -> HookEnd {
        let reason = error.to_string();
        if attempts >= TRIES {
            tracing::error!(reason, "an event was given up");
            return HookEnd::Dead(reason);
        }
        let tries = u32::try_from(attempts).unwrap_or(u32::MAX);
        HookEnd::Again { in_millis: backoff::delay(tries, 1_000, WAIT_MAX, self.parts.rng.unit()), reason }
    }
}

/// What an organisation reads of an event: that it came, and of what kind (W6).
const fn line(told: &Told) -> Option<&'static str> {
    match told {
        Told::SyncCompleted { .. } => Some("event_synced"),
        Told::Model { .. } => Some("event_data_changed"),
        Told::Issue { resolved: false } => Some("event_issue"),
        Told::Issue { resolved: true } => Some("event_issue_resolved"),
        Told::Deleted => Some("event_deleted"),
        Told::Linked { .. } | Told::Unknown => None,
    }
}
