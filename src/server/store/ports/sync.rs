//! What the sync engine asks of the store (S1–S13, §9). Nothing here takes an [`Org`](crate::domain::people::Org) but what pages ask: a run
//! belongs to the system and to one account, whose row says whose it is.

use async_trait::async_trait;

use super::{Sealed, StoreResult};
use crate::domain::{
    category::Category,
    ids::{AccountId, OrganizationId},
    people::Org,
    status::AccountStatus,
    sync::{Health, Incoming, Known, ModelStatus, Window},
    time::{Timestamp, UpstreamTime},
};

/// One run over an account (S6): everything that it writes counts only while its fence and epoch are the newest and the account is connected.
#[derive(Clone, Debug)]
pub struct Run {
    /// The account.
    pub account: AccountId,
    /// Whose it is.
    pub organization: OrganizationId,
    /// Its category.
    pub category: Category,
    /// The upstream's id of it.
    pub linked_account_id: Option<String>,
    /// Its token, sealed.
    pub account_token: Sealed,
    /// Its status when the run began.
    pub status: AccountStatus,
    /// Bumped by a delete and by a change of identity (L7).
    pub epoch: i64,
    /// The number of this run.
    pub fence: i64,
    /// The credential in force when the run began: a verdict on another one is void.
    pub credential_rev: i64,
    /// Whether its first sync was complete once (S13).
    pub initial_sync_completed: bool,
    /// When it was connected first.
    pub connected_at: Option<Timestamp>,
    /// When it was relinked last.
    pub relinked_at: Option<Timestamp>,
    /// When a full reconciliation was asked for last (S11).
    pub reconcile_wanted_at: Option<Timestamp>,
}

impl Run {
    /// When it was connected or relinked last.
    pub fn linked_at(&self) -> Option<Timestamp> {
        self.connected_at.max(self.relinked_at)
    }
}

/// A window under way.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What is fetched.
    pub window: Window,
    /// What the next page is asked with; `None`: the first page.
    pub cursor: Option<String>,
    /// When that cursor came.
    pub cursor_at: Option<Timestamp>,
    /// How often it started again.
    pub restarts: i64,
}

/// Where the sync of one model of one account stands.
#[derive(Clone, Debug)]
pub struct ModelSync {
    /// The model's name, `Employee`.
    pub model: String,
    /// What the upstream said last; `None`: nothing yet. `data_fresh_as_of` is not part of it here.
    pub told: Option<ModelStatus>,
    /// What the windows before left.
    pub known: Known,
    /// "Data as of", verbatim (S1).
    pub data_fresh_as_of: Option<String>,
    /// When our last fetch began.
    pub last_synced_at: Option<Timestamp>,
    /// The window under way.
    pub planned: Option<Planned>,
    /// The number of the newest full list.
    pub generation: i64,
    /// Living rows.
    pub record_count: i64,
    /// How many rows the last full list did not show, when that is so many that a person has to look (S11).
    pub missing: Option<i64>,
    /// Why it is not synced, as a word: `cursor`, `forbidden`, `missing`, `refused`.
    pub error: Option<String>,
    /// When it is tried again.
    pub retry_at: Option<Timestamp>,
}

/// Which fetch a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pass {
    /// A window of time.
    Window,
    /// A full list beside the windows (S11).
    Reconciliation,
    /// No list: single records that were asked for by id.
    ById,
}

/// A sweep that follows a complete list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SweepAfter {
    /// Whether each missing row is asked for by id first. Rows of another identity are not (L7).
    pub confirmed: bool,
}

/// What follows a page, in the transaction that stores it (S4).
#[derive(Clone, Debug)]
pub enum Then {
    /// The next page, with this cursor.
    Cursor(String),
    /// The list is complete: its window moves.
    Finish {
        /// "Data as of" from now on; `None`: it does not move.
        fresh_as_of: Option<String>,
        /// The sweep that is due now.
        sweep: Option<SweepAfter>,
    },
    /// Nothing.
    Nothing,
}

/// A page to be stored.
#[derive(Debug)]
pub struct Page<'a> {
    /// At most 500 records.
    pub records: &'a [Incoming],
    /// Which fetch it belongs to.
    pub pass: Pass,
    /// The generation that rows of a full list are marked with, also those that did not change; `None`: the list is not full.
    pub mark: Option<i64>,
    /// What follows.
    pub then: Then,
}

/// Where a reconciliation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The full list is being read.
    Listing,
    /// What it did not show is being looked at.
    Sweeping,
    /// Over.
    Done,
    /// Too much was missing: a person has to look.
    Stopped,
}

impl Phase {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Listing => "listing",
            Self::Sweeping => "sweeping",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    /// The reverse of [`Phase::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Listing, Self::Sweeping, Self::Done, Self::Stopped].into_iter().find(|phase| phase.as_str() == text)
    }
}

/// How a reconciliation ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything that the list did not show was looked at. What a person has let go is used up.
    Swept,
    /// It says nothing: the upstream moved meanwhile, or the list could not be read. What a person has let go still counts, for a while.
    Void,
    /// So many rows were missing that a person has to look.
    Stopped {
        /// How many.
        missing: i64,
    },
}

/// What became of a person's word about missing rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// It counts.
    Done,
    /// Nothing waits for it.
    NothingWaits,
    /// There is no such account for this person, or it is not connected.
    NotThere,
}

/// The newest reconciliation of one model (S11).
#[derive(Clone, Debug)]
pub struct Reconciliation {
    /// The model's name.
    pub model: String,
    /// Where it stands.
    pub phase: Phase,
    /// What its rows are marked with.
    pub generation: i64,
    /// Whether each missing row is asked for by id.
    pub confirmed: bool,
    /// The finish that must stay the newest.
    pub unchanged_since: UpstreamTime,
    /// What the next page is asked with.
    pub cursor: Option<String>,
    /// When that cursor came.
    pub cursor_at: Option<Timestamp>,
    /// How often the list started again.
    pub restarts: i64,
    /// The row that the sweep has come to.
    pub position: String,
    /// When it began.
    pub started_at: Timestamp,
    /// How many missing rows a person has let go.
    pub approved: i64,
    /// Until when that counts.
    pub approved_until: Option<Timestamp>,
}

impl Reconciliation {
    /// How many missing rows may go because a person said so in time: before this list was begun, or is.
    pub fn approved_at(&self, begun: Timestamp) -> i64 {
        if self.approved_until.is_some_and(|until| begun < until) { self.approved } else { 0 }
    }
}

/// A record that events told of, to be asked for by id (W5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The model's name.
    pub model: String,
    /// The record's id.
    pub id: String,
    /// How often it was told of, when it was taken.
    pub told: i64,
}

/// How many living records of a model an account has.
#[derive(Clone, Debug)]
pub struct RecordCount {
    /// The account.
    pub account: AccountId,
    /// The model's name.
    pub model: String,
    /// More than none.
    pub count: i64,
}

/// What account-details says that a row follows (§9).
#[derive(Clone, Debug, Default)]
pub struct Followed {
    /// The app's name.
    pub integration_name: Option<String>,
    /// The app's slug.
    pub integration_slug: Option<String>,
    /// The upstream's hint that the same account is connected twice.
    pub is_duplicate: Option<bool>,
}

/// Syncs, health and the budgets of both.
#[async_trait]
pub trait Syncs: Send + std::marker::Sync {
    /// Begins a run over a connected account of this upstream and takes the next fence (S6). `None`: there is no such account, or it is not to
    /// be called (§5).
    async fn begin_run(&self, account: AccountId, upstream: &str) -> StoreResult<Option<Run>>;
    /// The same without beginning a run, for calls that write nothing that a run writes.
    async fn peek_run(&self, account: AccountId, upstream: &str) -> StoreResult<Option<Run>>;
    /// Whether a run's word still counts.
    async fn is_current(&self, run: &Run) -> StoreResult<bool>;
    /// The models of a run's account.
    async fn model_syncs(&self, run: &Run) -> StoreResult<Vec<ModelSync>>;
    /// The models of an account that this person sees; none for another's.
    async fn sync_states(&self, org: &Org, account: AccountId) -> StoreResult<Vec<ModelSync>>;
    /// The models that have records, of all accounts that this person sees.
    async fn record_counts(&self, org: &Org) -> StoreResult<Vec<RecordCount>>;

    /// Keeps what the upstream told. `false`, here and below: the run's word counts no more, and nothing was written.
    async fn note_statuses(&self, run: &Run, told: &[(&str, &ModelStatus)], now: Timestamp) -> StoreResult<bool>;
    /// Plans a window; the generation of its rows if it is whole, else the one in force. `None`: as `false` above.
    async fn plan_window(&self, run: &Run, model: &str, window: &Window, now: Timestamp) -> StoreResult<Option<i64>>;
    /// S4, S5: stores a page with what follows it in one transaction; how many rows changed. `None`: as `false` above.
    async fn keep_page(&self, run: &Run, model: &str, page: &Page<'_>, now: Timestamp) -> StoreResult<Option<u64>>;
    /// The same list from its first page, once more (S4).
    async fn restart(&self, run: &Run, model: &str, pass: Pass, now: Timestamp) -> StoreResult<bool>;
    /// The model is not synced until `retry_at`, for this reason; a window under way is given up.
    async fn fail_model(&self, run: &Run, model: &str, error: &str, retry_at: Timestamp, now: Timestamp) -> StoreResult<bool>;
    /// The records that events told of (W5), each begun once more now; one that was begun too often is forgotten. `None`: as `false` above.
    async fn take_wanted(&self, run: &Run) -> StoreResult<Option<Vec<Wanted>>>;
    /// Forgets one that needs no asking any more, unless it was told of again since.
    async fn forget_wanted(&self, run: &Run, wanted: &Wanted) -> StoreResult<()>;
    /// The first sync is complete; it stays so until the identity changes (S13).
    async fn complete_initial_sync(&self, run: &Run, now: Timestamp) -> StoreResult<bool>;

    /// Asks for a full reconciliation of an account, and for the refresh that does it.
    async fn want_reconciliation(&self, account: AccountId, refresh: &str, now: Timestamp) -> StoreResult<()>;
    /// The reconciliations of a run's account.
    async fn reconciliations(&self, run: &Run) -> StoreResult<Vec<Reconciliation>>;
    /// Begins a reconciliation of a model; one under way begins anew.
    async fn begin_reconciliation(&self, run: &Run, model: &str, unchanged_since: &UpstreamTime, now: Timestamp) -> StoreResult<bool>;
    /// How many living rows the list did not show, and how many there are.
    async fn missing(&self, run: &Run, reconciliation: &Reconciliation) -> StoreResult<(i64, i64)>;
    /// The next living rows that the list did not show, in the order of their ids, after this one.
    async fn candidates(&self, run: &Run, reconciliation: &Reconciliation, after: &str, limit: u32) -> StoreResult<Vec<String>>;
    /// Marks rows as deleted that are still candidates, and moves the sweep to `position`. At most 500.
    async fn sweep(
        &self,
        run: &Run,
        reconciliation: &Reconciliation,
        gone: &[String],
        position: &str,
        now: Timestamp,
    ) -> StoreResult<Option<u64>>;
    /// Ends a reconciliation.
    async fn end_reconciliation(&self, run: &Run, model: &str, ending: Ending, now: Timestamp) -> StoreResult<bool>;
    /// A person's word about a stopped sweep: with `approved_until` the missing rows may go, which the refresh of this kind of job sees to; without
    /// it they stay.
    async fn judge_missing(
        &self,
        org: &Org,
        account: AccountId,
        model: &str,
        approved_until: Option<Timestamp>,
        refresh: &str,
        now: Timestamp,
    ) -> StoreResult<Judged>;

    /// §9: sets how an account is, and what it follows, if it is connected and `credential_rev` is still the one that the verdict was reached
    /// with. Whether something changed.
    async fn set_health(
        &self,
        account: AccountId,
        credential_rev: i64,
        health: &Health,
        followed: &Followed,
        now: Timestamp,
    ) -> StoreResult<bool>;
    /// Writes to the activity log that a person asked for a sync.
    async fn note_resync(&self, org: &Org, account: AccountId, now: Timestamp) -> StoreResult<()>;
    /// Up to `limit` connected accounts of this upstream for which no job of this kind lives.
    async fn without_job(&self, kind: &str, upstream: &str, limit: u32) -> StoreResult<Vec<AccountId>>;

    /// Takes up to `want` of `limit` from the window of `window_millis` in which now falls, by the database's clock: how many, and milliseconds
    /// until the window ends. None is left: 0.
    async fn draw(&self, key: &str, want: u32, limit: u32, window_millis: i64) -> StoreResult<(u32, i64)>;
    /// Nobody asks this upstream anything for so long (S9).
    async fn pause_upstream(&self, upstream: &str, millis: i64) -> StoreResult<()>;
    /// Milliseconds until this upstream may be asked again; `None`: now. The one caller who comes first after the pause gets `None` as well, to
    /// try, and the pause goes on for `millis` for the others.
    async fn upstream_paused(&self, upstream: &str, millis: i64) -> StoreResult<Option<i64>>;
    /// Since when this upstream refuses the key; `None`: it does not.
    async fn refused_since(&self, upstream: &str) -> StoreResult<Option<Timestamp>>;
    /// The upstream takes the key again; whether it was paused.
    async fn resume_upstream(&self, upstream: &str) -> StoreResult<bool>;
}
