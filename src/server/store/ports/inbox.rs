//! The inbox of the upstream's events (§8): stored before they are answered, worked afterwards.

use async_trait::async_trait;
use uuid::Uuid;

use super::{Attempt, LinkedAccount, Sealed, StoreResult};
use crate::domain::{
    ids::{AttemptId, OrganizationId},
    people::Org,
    time::Timestamp,
};

/// An event to be stored.
#[derive(Clone, Debug)]
pub struct NewHook {
    /// Fresh id.
    pub id: Uuid,
    /// The event's name, when it could be read.
    pub event: Option<String>,
    /// The upstream's id of the account, when it could be read.
    pub linked_account_id: Option<String>,
    /// The body, sealed with `webhook_inbox:{id}` as identity.
    pub body: Sealed,
    /// Recognises an identical body (W4); says nothing of what is in it.
    pub body_hash: String,
    /// How long to wait before it is worked, in milliseconds.
    pub wait_millis: i64,
}

/// Where an event stands (W6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HookState {
    /// Stored, not worked yet.
    Received,
    /// A worker has it.
    Processing,
    /// Worked; its body is gone.
    Done,
    /// It failed and is tried again.
    Retry,
    /// It was given up.
    Dead,
}

impl HookState {
    /// Every state.
    pub const ALL: [Self; 5] = [Self::Received, Self::Processing, Self::Done, Self::Retry, Self::Dead];

    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Processing => "processing",
            Self::Done => "done",
            Self::Retry => "retry",
            Self::Dead => "dead",
        }
    }

    /// The reverse of [`HookState::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }
}

/// A claimed event.
#[derive(Clone, Debug)]
pub struct Hook {
    /// Its id.
    pub id: Uuid,
    /// The body; `None`: its account was deleted meanwhile, and there is nothing left to do.
    pub body: Option<Sealed>,
    /// How often it was tried, this time included; also the claim's number.
    pub attempts: i64,
}

/// How one try of an event ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HookEnd {
    /// Done: the body goes.
    Done,
    /// It is tried again; `reason` is for the operator and carries no secret.
    Again {
        /// Milliseconds from now.
        in_millis: i64,
        /// Why.
        reason: String,
    },
    /// It is given up.
    Dead(String),
}

/// What one try of an event came to, to be written in one transaction with everything else of its batch.
#[derive(Clone, Debug)]
pub struct SettledHook {
    /// [`Hook::id`]
    pub id: Uuid,
    /// [`Hook::attempts`] of the claim: it counts only while it is the newest.
    pub attempts: i64,
    /// Whose event it is, when it is one of ours.
    pub account: Option<Box<LinkedAccount>>,
    /// How it ended.
    pub end: HookEnd,
    /// The kind of job to queue for the account, and how many milliseconds from now it may run.
    pub job: Option<(&'static str, i64)>,
    /// A record to be asked for by id, by that job: the data type's name, and the id.
    pub record: Option<(&'static str, String)>,
    /// The kind of the line in the activity log, without payload (W6).
    pub activity: Option<&'static str>,
}

/// An event as the operator sees it (P6): never its body.
#[derive(Clone, Debug)]
pub struct HookLine {
    /// Its id.
    pub id: Uuid,
    /// Whose, when known.
    pub organization: Option<OrganizationId>,
    /// That organisation's name.
    pub organization_name: Option<String>,
    /// The event's name.
    pub event: Option<String>,
    /// The upstream's id of the account.
    pub linked_account_id: Option<String>,
    /// Where it stands.
    pub state: HookState,
    /// How often it was tried.
    pub attempts: i64,
    /// Why it failed last.
    pub error: Option<String>,
    /// When it came.
    pub received_at: Timestamp,
}

/// What became of a wish to work an event again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replayed {
    /// It waits to be worked.
    Waiting,
    /// An identical one waits already.
    TwinWaits,
    /// It is being worked right now.
    Busy,
    /// Its body is gone.
    NoBody,
    /// There is no such event.
    Unknown,
}

/// A link that the upstream says is complete, with the token that it sent along (L6, W5).
#[derive(Clone, Debug)]
pub struct AdoptedLink {
    /// Fresh id of the attempt that carries it to its end.
    pub attempt: AttemptId,
    /// SHA-256 that recognises this token as having been adopted, hexadecimal.
    pub token_hash: String,
    /// The account token, sealed with `exchange:{token_hash}` as identity.
    pub account_token: Sealed,
    /// The upstream's id of the account, on which account-details agreed.
    pub linked_account_id: String,
    /// How long the claim lasts, in milliseconds.
    pub lease_millis: i64,
}

/// The inbox. Its methods serve the system itself: an event names its account, and whose that is stands on the account's row.
#[async_trait]
pub trait Inbox: Send + Sync {
    /// Stores events in one transaction; one whose identical twin waits is dropped (W4). How many were stored.
    async fn receive_hooks(&self, hooks: &[NewHook], now: Timestamp) -> StoreResult<u64>;
    /// Claims up to `limit` due events for `lease_millis`, by the database's clock, the longest due first.
    async fn claim_hooks(&self, limit: u32, lease_millis: i64) -> StoreResult<Vec<Hook>>;
    /// Writes what a batch came to, in one transaction: states, records to be asked for, jobs, activity. When more than
    /// [`FEW_RECORDS`](crate::domain::webhook::FEW_RECORDS) of an account wait, none is asked for by itself (W5). A line of the log that one of the
    /// same kind and account precedes by less than ten minutes is left out.
    async fn settle_hooks(&self, settled: &[SettledHook], now: Timestamp) -> StoreResult<()>;
    /// Milliseconds until the next event can be claimed, never negative. `None`: there is none.
    async fn next_hook_in(&self) -> StoreResult<Option<i64>>;
    /// The newest events, of one state or of all.
    async fn hooks(&self, state: Option<HookState>, limit: u32) -> StoreResult<Vec<HookLine>>;
    /// Works an event again, at once and with all its tries.
    async fn replay_hook(&self, id: Uuid) -> StoreResult<Replayed>;

    /// The account that an event is about, in any status: by the upstream's id, else by ours, among those of this upstream.
    async fn account_of_hook(
        &self,
        upstream: &str,
        linked_account_id: Option<&str>,
        end_user_origin_id: Option<&str>,
    ) -> StoreResult<Option<LinkedAccount>>;
    /// The end of the last complete window of each data type of an account, verbatim (W4).
    async fn window_ends(&self, account: &LinkedAccount) -> StoreResult<Vec<(String, String)>>;
    /// Whether a tombstone stands for this origin id's HMAC, whose account was made against this upstream (L8).
    async fn buried(&self, origin_mac: &str, upstream: &str, now: Timestamp) -> StoreResult<bool>;
    /// Begins to finish a link with the token of an event, as an exchange whose token is kept already, with the durable job that ends it.
    /// `None`: this token was adopted before.
    async fn adopt_link(&self, org: &Org, account: &LinkedAccount, link: &AdoptedLink, now: Timestamp) -> StoreResult<Option<Attempt>>;
}
