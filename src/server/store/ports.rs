//! The traits of the store and the plain data that they take and give.

pub mod embedding;
pub mod inbox;
pub mod keys;
pub mod members;
pub mod operator;
pub mod records;
pub mod requests;
pub mod sync;

use async_trait::async_trait;
use uuid::Uuid;

use crate::domain::{
    category::Category,
    ids::{AccountId, AttemptId, JobId, OrganizationId, UserId},
    linking::Probe,
    origin::{Strategy, Subject},
    people::{Org, Role},
    status::AccountStatus,
    time::Timestamp,
};

/// What can go wrong in the store. Nothing here is ever shown to a person: it becomes "503, please try again" and a line in the log.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or is away.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// A migration failed, or the database is newer than this program.
    #[error("migration: {0}")]
    Migrate(#[from] sqlx::migrate::MigrateError),
    /// `DATABASE_URL` is not one that this program can open. The sentence never carries the URL, which may hold a password.
    #[error("DATABASE_URL {0}")]
    Address(String),
    /// A stored value is not one that this program writes.
    #[error("unreadable {column} in {table}: {value}")]
    Unreadable {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The value; never one of a secret column.
        value: String,
    },
}

/// What every store method answers.
pub type StoreResult<T> = Result<T, StoreError>;

/// A text that was encrypted by the vault before it came here (§13): `v1.{kid}.{base64}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed(pub String);

/// A person and their place in an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The person.
    pub user: UserId,
    /// Their organisation.
    pub organization: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// Their name.
    pub name: String,
    /// Their e-mail address, lower case.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// Whether they see the operator's pages (P6).
    pub operator: bool,
}

impl Person {
    /// The scope of this person's store calls.
    pub const fn org(&self) -> Org {
        Org { organization: self.organization, user: self.user, role: self.role }
    }
}

/// A new organisation with its first person, who is its admin (P1).
#[derive(Clone, Debug)]
pub struct NewOrganization {
    /// Fresh id.
    pub organization: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// Fresh id.
    pub user: UserId,
    /// The person's name.
    pub name: String,
    /// Lower case.
    pub email: String,
    /// A PHC string; `None`: no password sign-in (the demo person).
    pub password_hash: Option<String>,
    /// Whether the person is an operator.
    pub operator: bool,
}

/// People, organisations and their sessions (§11).
#[async_trait]
pub trait People: Send + Sync {
    /// Makes an organisation with its admin. `false`: the e-mail address is taken, and nothing was written.
    async fn create_organization(&self, new: &NewOrganization, now: Timestamp) -> StoreResult<bool>;
    /// Adds a person to an organisation. `false`: the e-mail address is taken, and nothing was written.
    async fn add_member(&self, org: &Org, new: &NewMember, now: Timestamp) -> StoreResult<bool>;
    /// The person of an e-mail address with the hash of their password, for sign-in; never one whom a host product brought (P3).
    async fn by_email(&self, email: &str) -> StoreResult<Option<(Person, Option<String>)>>;
    /// Starts a session. `token_hash` is the SHA-256 of the cookie's value in hexadecimal; the value itself is never stored.
    async fn start_session(&self, token_hash: &str, person: &Person, expires_at: Timestamp, now: Timestamp) -> StoreResult<()>;
    /// The person of a live session of our own pages.
    async fn session(&self, token_hash: &str, now: Timestamp) -> StoreResult<Option<Person>>;
    /// Ends a session; whether there was one.
    async fn end_session(&self, token_hash: &str) -> StoreResult<bool>;
    /// Removes expired sessions; how many.
    async fn purge_sessions(&self, now: Timestamp) -> StoreResult<u64>;
    /// Makes a person an operator, or not; whether there is such a person.
    async fn set_operator(&self, email: &str, operator: bool) -> StoreResult<bool>;
}

/// A person added to an existing organisation.
#[derive(Clone, Debug)]
pub struct NewMember {
    /// Fresh id.
    pub user: UserId,
    /// Name.
    pub name: String,
    /// Lower case.
    pub email: String,
    /// A PHC string.
    pub password_hash: Option<String>,
    /// Role.
    pub role: Role,
}

/// A linked account as the use cases see it. The token stays sealed.
#[derive(Clone, Debug)]
pub struct LinkedAccount {
    /// Ours.
    pub id: AccountId,
    /// Whose.
    pub organization: OrganizationId,
    /// On whose behalf it was connected.
    pub subject: Subject,
    /// The strategy it was made with (L5).
    pub strategy: Strategy,
    /// The upstream's base URL it was made against; another one's rows are never called, marked or deleted upstream (§5).
    pub upstream: String,
    /// Who connected it.
    pub created_by: UserId,
    /// That person's name.
    pub created_by_name: String,
    /// The id under which the upstream knows it.
    pub end_user_origin_id: String,
    /// As sent to the upstream, and sent again on a relink (L7).
    pub end_user_email_address: String,
    /// As sent to the upstream, and sent again on a relink (L7).
    pub end_user_organization_name: String,
    /// Its category.
    pub category: Category,
    /// The slug of the app that was chosen, when one was.
    pub requested_integration: Option<String>,
    /// That app's name.
    pub requested_integration_name: Option<String>,
    /// The connected app's name.
    pub integration_name: Option<String>,
    /// The connected app's slug.
    pub integration_slug: Option<String>,
    /// The name that people gave it (L12).
    pub display_name: Option<String>,
    /// Its status.
    pub status: AccountStatus,
    /// The upstream's id of it.
    pub linked_account_id: Option<String>,
    /// The account token, sealed; present exactly when it was ever connected.
    pub account_token: Option<Sealed>,
    /// The upstream's hint that the same account is connected twice.
    pub is_duplicate: Option<bool>,
    /// The upstream's id of the instance on the other side.
    pub instance_id: Option<String>,
    /// What is broken (§9): `credentials`, `permissions`, `plan`, `outage`, `removed`.
    pub error_category: Option<String>,
    /// Detail for the operator; never shown to customers as it is.
    pub error_detail: Option<String>,
    /// When data last arrived.
    pub last_successful_sync_at: Option<Timestamp>,
    /// Whether the first sync is complete; latches until the identity changes (S13).
    pub initial_sync_completed: bool,
    /// Bumped by a delete and by a change of identity (L7): work planned before it is void.
    pub epoch: i64,
    /// Bumped by a relink: verdicts reached with the old credential are void.
    pub credential_rev: i64,
    /// Whether a link token was ever issued for it (L2).
    pub token_issued: bool,
    /// Discarded by a person: hidden, its id kept for the next attempt (L11).
    pub discarded: bool,
    /// When it was deleted by a person.
    pub deleting_since: Option<Timestamp>,
    /// When it became connected first.
    pub connected_at: Option<Timestamp>,
    /// When the row was made.
    pub created_at: Timestamp,
    /// When the row changed last.
    pub updated_at: Timestamp,
}

/// What begins an attempt to connect (L2, L4).
#[derive(Clone, Debug)]
pub struct BeginConnect {
    /// Fresh id of the attempt.
    pub attempt: AttemptId,
    /// Fresh id of the row, used when one is made.
    pub account: AccountId,
    /// Fresh UUID for the origin id, used when a row is made.
    pub origin: Uuid,
    /// On whose behalf.
    pub subject: Subject,
    /// The strategy in force.
    pub strategy: Strategy,
    /// The upstream in force.
    pub upstream: String,
    /// The category.
    pub category: Category,
    /// The chosen app's slug, if any.
    pub integration: Option<String>,
    /// The chosen app's name, if any.
    pub integration_name: Option<String>,
    /// A random id of the open browser tab; only an attempt that names one holds its row.
    pub page: Option<String>,
    /// The person's e-mail address, written to a new row.
    pub email: String,
    /// The organisation's name, written to a new row.
    pub organization_name: String,
    /// What was learned from the upstream so far.
    pub probes: Vec<Probe>,
    /// How long the attempt may hold its row, in milliseconds: the link token's life + 30 min.
    pub hold_millis: i64,
}

/// How an attempt began.
#[derive(Clone, Debug)]
pub enum Begun {
    /// Row and attempt exist, committed.
    Ready {
        /// The row.
        account: Box<LinkedAccount>,
        /// What to log (L4).
        log: &'static str,
    },
    /// Ask the upstream about this origin id, then begin again with one more probe. Nothing was written.
    Ask {
        /// The row in question.
        account: AccountId,
        /// The id to ask about.
        end_user_origin_id: String,
    },
    /// Refused (L5). Nothing was written.
    Taken {
        /// The app that is connected.
        app_name: Option<String>,
        /// Whether it is being deleted.
        deleting: bool,
    },
    /// Refused: another page is connecting this category right now (L5). Nothing was written.
    InProgress,
}

/// An attempt: one opening of the window.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// Its id.
    pub id: AttemptId,
    /// Its organisation.
    pub organization: OrganizationId,
    /// The row it was made for.
    pub account: Option<AccountId>,
    /// Who made it.
    pub user: UserId,
    /// The category, when known.
    pub category: Option<Category>,
    /// Where its exchange stands.
    pub exchange: ExchangeState,
    /// SHA-256 of the public token, hexadecimal.
    pub token_hash: Option<String>,
    /// The public token, sealed with `exchange:{token_hash}` as identity, until the exchange is over.
    pub public_token: Option<Sealed>,
    /// The account token, sealed with the same identity, from the exchange until the row has it.
    pub account_token: Option<Sealed>,
    /// The upstream's id of the account, from the exchange.
    pub linked_account_id: Option<String>,
    /// The origin id that the page sent along, if any; account-details must agree.
    pub sent_origin_id: Option<String>,
    /// The account that the exchange ended in.
    pub outcome_account: Option<AccountId>,
    /// The machine word of the refusal that the exchange ended in.
    pub outcome_error: Option<String>,
    /// The claim's number: what a worker does with the exchange counts only while its claim is the newest.
    pub fence: i64,
}

/// Where the exchange of a public token stands (L6).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangeState {
    /// No public token came yet.
    None,
    /// A worker has it; the upstream may or may not have been asked.
    Claimed,
    /// The account token is kept; details are to be read.
    TokenKept,
    /// The row has the token.
    Done,
    /// Refused for good; `outcome_error` says why.
    Refused,
}

impl ExchangeState {
    /// As stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Claimed => "claimed",
            Self::TokenKept => "token_kept",
            Self::Done => "done",
            Self::Refused => "refused",
        }
    }

    /// The reverse of [`ExchangeState::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        [Self::None, Self::Claimed, Self::TokenKept, Self::Done, Self::Refused].into_iter().find(|state| state.as_str() == text)
    }
}

/// What claims an exchange.
#[derive(Clone, Debug)]
pub struct ClaimExchange {
    /// SHA-256 of the public token, hexadecimal.
    pub token_hash: String,
    /// The public token, sealed with `exchange:{token_hash}` as identity, kept until the exchange is over so that a job can go on.
    pub public_token: Sealed,
    /// Fresh id, for the attempt that is written when none is hinted.
    pub fresh: AttemptId,
    /// The attempt that the page says it belongs to; only a hint (L6).
    pub hint: Option<AttemptId>,
    /// The origin id that the page sent, if any.
    pub sent_origin_id: Option<String>,
    /// How long the claim lasts, in milliseconds.
    pub lease_millis: i64,
}

/// What became of a claim.
#[derive(Clone, Debug)]
pub enum Claimed {
    /// The exchange is the caller's until the lease ends: go on from `attempt.exchange`.
    Mine(Box<Attempt>),
    /// Somebody else is at it: ask again shortly.
    Busy,
    /// It is over; the attempt carries the outcome.
    Over(Box<Attempt>),
    /// Another organisation or person exchanged this token: as if it did not exist.
    NotYours,
}

/// What became of a job's claim.
#[derive(Clone, Debug)]
pub enum ClaimedForJob {
    /// The exchange is the job's until the lease ends.
    Mine(Org, Box<Attempt>),
    /// Another worker has it: look again when its lease may have ended.
    Busy,
    /// It is over, or was never begun.
    Over,
}

/// What the upstream said of the account that was just connected.
#[derive(Clone, Debug)]
pub struct Activation {
    /// The attempt whose exchange this is.
    pub attempt: AttemptId,
    /// [`Attempt::fence`] of the claim under which this was learned.
    pub fence: i64,
    /// From account-details.
    pub end_user_origin_id: String,
    /// HMAC of `end_user_origin_id`, as given to [`LinkedAccounts::finish_delete`]; finds the tombstone.
    pub origin_mac: String,
    /// From account-details.
    pub category: Category,
    /// The upstream in force.
    pub upstream: String,
    /// The account token, sealed for the row that `end_user_origin_id` names (see [`LinkedAccounts::by_origin`]).
    pub account_token: Sealed,
    /// The upstream's id.
    pub linked_account_id: String,
    /// The app's name.
    pub integration_name: String,
    /// The app's slug.
    pub integration_slug: String,
    /// Ours, from the upstream's status.
    pub status: AccountStatus,
    /// The upstream's hint.
    pub is_duplicate: Option<bool>,
    /// The upstream's id of the instance.
    pub instance_id: Option<String>,
}

/// What became of an activation.
#[derive(Clone, Debug)]
pub enum Activated {
    /// `pending` → connected. The account, and whether another account of the same app exists (L12).
    Linked {
        /// The row as it is now.
        account: Box<LinkedAccount>,
        /// Whether to ask for a name.
        another_of_same_app: bool,
    },
    /// A connected row was relinked (L7).
    Relinked {
        /// The row as it is now.
        account: Box<LinkedAccount>,
        /// Whether the upstream's id, token's account or instance is another than before.
        identity_changed: bool,
    },
    /// The row is `deleting`, or a tombstone stands where it was: delete that upstream account with its fresh token (L8), then call
    /// [`LinkedAccounts::refuse_exchange`]. Until then the exchange stays open with its token, so that a crash in between loses nothing.
    Deleting,
    /// No such row for this person, or not in this category or at this upstream, or not the one whose id the page sent. The exchange is
    /// refused with `not_found` and keeps no token.
    NotFound,
    /// Another worker took the claim over, or ended the exchange: nothing was written; claim again to see what became of it.
    ClaimLost,
}

/// Linked accounts and the attempts to make them (§4).
#[async_trait]
pub trait LinkedAccounts: Send + Sync {
    /// L2, L4, L5: decides under the lock of (subject, category) with [`crate::domain::linking::decide`], writes row and attempt,
    /// supersedes the page's other attempts.
    async fn begin_connect(&self, org: &Org, begin: &BeginConnect, now: Timestamp) -> StoreResult<Begun>;
    /// Writes the attempt of a relink (L7) and supersedes the page's other attempts; nothing else changes.
    async fn begin_relink(
        &self,
        org: &Org,
        account: AccountId,
        attempt: AttemptId,
        page: Option<&str>,
        hold_millis: i64,
        now: Timestamp,
    ) -> StoreResult<()>;
    /// A link token was issued for the attempt: marks its row and says `true`; or the attempt was superseded or released meanwhile,
    /// `false`, and the token must not be handed out.
    async fn link_token_issued(&self, org: &Org, attempt: AttemptId, now: Timestamp) -> StoreResult<bool>;
    /// Ends an attempt's hold. Whether it is this person's.
    async fn release_attempt(&self, org: &Org, attempt: AttemptId, now: Timestamp) -> StoreResult<bool>;

    /// Claims the exchange of a public token, or joins the one under way (L6). A first claim writes the attempt (the hinted one, when it
    /// is this person's and has no other exchange) and the durable job that ends the exchange if the process dies.
    async fn claim_exchange(&self, org: &Org, claim: &ClaimExchange, now: Timestamp) -> StoreResult<Claimed>;
    /// Keeps the sealed account token at once after the upstream gave it (L6). `false`: the claim was taken over; leave the rest to the
    /// worker that has it.
    async fn keep_account_token(&self, org: &Org, claim: &Attempt, token: &Sealed, linked_account_id: Option<&str>) -> StoreResult<bool>;
    /// Gives the claim back so that another worker may go on at once (a transient failure). Nothing happens if it was taken over.
    async fn unclaim_exchange(&self, org: &Org, claim: &Attempt) -> StoreResult<()>;
    /// Ends an exchange as refused: no token stays with the attempt. Nothing happens if the claim was taken over or the exchange is over.
    async fn refuse_exchange(&self, org: &Org, claim: &Attempt, code: &str, now: Timestamp) -> StoreResult<()>;
    /// For the durable job: claims the exchange of an attempt, with the scope of the person who began it.
    async fn claim_exchange_for_job(&self, attempt: AttemptId, lease_millis: i64) -> StoreResult<ClaimedForJob>;
    /// L6, L7, L8: the row takes the token, in one transaction with the attempt's end and the activity.
    async fn activate(&self, org: &Org, activation: &Activation, now: Timestamp) -> StoreResult<Activated>;

    /// One visible account; `deleting` rows are never found (L8).
    async fn account(&self, org: &Org, id: AccountId) -> StoreResult<Option<LinkedAccount>>;
    /// The row of an origin id in this organisation, in any status.
    async fn by_origin(&self, org: &Org, end_user_origin_id: &str) -> StoreResult<Option<LinkedAccount>>;
    /// All visible accounts in order of creation: connected ones, unfinished ones for which a link token was issued and that were not
    /// discarded (L2, L11), and `deleting` ones that have been failing since `deleting_before` (L8).
    async fn accounts(&self, org: &Org, deleting_before: Timestamp) -> StoreResult<Vec<LinkedAccount>>;
    /// Renames, or clears the name; whether there is such an account.
    async fn rename(&self, org: &Org, id: AccountId, name: Option<&str>, now: Timestamp) -> StoreResult<bool>;
    /// Hides a pending row and frees its holds; whether it was one.
    async fn discard(&self, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<bool>;
    /// L8: sets `deleting`, bumps the epoch, queues the jobs that purge and that tell the upstream, writes the activity. Whether it was a
    /// connected account.
    async fn start_delete(&self, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<bool>;
    /// For the durable job: a `deleting` row.
    async fn deleting_account(&self, id: AccountId) -> StoreResult<Option<LinkedAccount>>;
    /// For the durable job: the row goes, a tombstone stays (L8). `origin_mac` is the HMAC of the origin id.
    async fn finish_delete(&self, id: AccountId, origin_mac: &str, now: Timestamp) -> StoreResult<bool>;
    /// Whether a tombstone stands for this origin id's HMAC in this organisation.
    async fn tombstone(&self, org: &Org, origin_mac: &str, now: Timestamp) -> StoreResult<bool>;
    /// A refusal by the upstream that a probe confirmed (S9): `relink_needed` or `error` with its category, only if the row is connected and
    /// its `credential_rev` is still the one that the verdict was reached with. Whether it changed.
    #[allow(clippy::too_many_arguments, reason = "each is a different thing, and a struct for one call says no more")]
    async fn mark_broken(
        &self,
        org: &Org,
        id: AccountId,
        credential_rev: i64,
        status: AccountStatus,
        error_category: &str,
        detail: &str,
        now: Timestamp,
    ) -> StoreResult<bool>;
}

/// A line of the activity log (P5).
#[derive(Clone, Debug)]
pub struct ActivityEntry {
    /// When.
    pub at: Timestamp,
    /// Who; `None`: the system.
    pub actor_name: Option<String>,
    /// What: `connected`, `relinked`, `renamed`, `deleted`, `setup_discarded`, …
    pub kind: String,
    /// On which account.
    pub account: Option<AccountId>,
    /// The app's or account's name then.
    pub label: String,
}

/// The activity log (P5). Entries are written by the methods that do the thing.
#[async_trait]
pub trait Activity: Send + Sync {
    /// The newest entries, of one account or of the whole organisation.
    async fn activity(&self, org: &Org, account: Option<AccountId>, limit: u32) -> StoreResult<Vec<ActivityEntry>>;
    /// The entries before a number, newest first, each with its number; `None`: from the newest on. For an export that goes through all.
    async fn activity_before(
        &self,
        org: &Org,
        account: Option<AccountId>,
        before: Option<i64>,
        limit: u32,
    ) -> StoreResult<Vec<(i64, ActivityEntry)>>;
}

/// A claimed job.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What to do: `finish_exchange`, `delete_upstream`, `purge`, …
    pub kind: String,
    /// On what: an account's or attempt's id.
    pub subject: Uuid,
    /// How often it was tried, this time included.
    pub attempts: i64,
    /// The claim's number: the other calls act only while it is the newest.
    pub fence: i64,
}

/// Durable jobs (S12). A job is queued by the transaction that makes it necessary, which is why this is a table of ours and not a
/// queue library's: their push is a transaction of its own, and a crash between the two would lose the work.
#[async_trait]
pub trait Jobs: Send + Sync {
    /// Queues a job of a kind for a subject, or, when one is waiting already, brings it forward to `run_in_millis` from now if that is
    /// sooner. While one is running, it runs once more afterwards (S6).
    async fn enqueue(&self, kind: &str, subject: Uuid, run_in_millis: i64) -> StoreResult<()>;
    /// Claims the next due job of these kinds for `lease_millis`, by the database's clock.
    async fn claim(&self, kinds: &[&str], lease_millis: i64) -> StoreResult<Option<Job>>;
    /// Gives a claim more time: `lease_millis` from now. `false`: another worker has it.
    async fn renew(&self, job: &Job, lease_millis: i64) -> StoreResult<bool>;
    /// The job is done and goes.
    async fn done(&self, job: &Job) -> StoreResult<()>;
    /// The job is tried again later; `reason` is for the operator and carries no secret.
    async fn again(&self, job: &Job, in_millis: i64, reason: &str) -> StoreResult<()>;
    /// The job is given up and stays for the operator to see.
    async fn bury(&self, job: &Job, reason: &str) -> StoreResult<()>;
    /// Milliseconds until the next job of these kinds can be claimed, be it one that waits or one whose lease ends; never negative.
    /// `None`: there is none.
    async fn next_due_in(&self, kinds: &[&str]) -> StoreResult<Option<i64>>;
    /// Removes up to `limit` records of an account that is gone or `deleting`; how many.
    async fn purge_records(&self, account: AccountId, limit: u32) -> StoreResult<u64>;
}

/// Limits that hold across all processes (L14).
#[async_trait]
pub trait RateLimits: Send + Sync {
    /// Takes one of `limit` from the window of `window_millis` in which now falls, by the database's clock. `Err(seconds)` inside `Ok`: none
    /// is left, try again in so many.
    async fn take(&self, key: &str, limit: u32, window_millis: i64) -> StoreResult<Result<(), u64>>;
}

/// The catalogue's cache (C1).
#[async_trait]
pub trait CatalogueCache: Send + Sync {
    /// The last list that came, as JSON, and when; of one upstream.
    async fn catalogue(&self, upstream: &str) -> StoreResult<Option<(String, Timestamp)>>;
    /// Replaces it.
    async fn keep_catalogue(&self, upstream: &str, json: &str, now: Timestamp) -> StoreResult<()>;
}

/// Something changed in an organisation (§10).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Where.
    pub organization: OrganizationId,
    /// What, in ids only.
    pub event: String,
}

/// A sealed value in the database, for `keys rewrap` (§13).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedCell {
    /// Where it stands.
    pub place: SealedPlace,
    /// The id of its row.
    pub row: Uuid,
    /// The identity of its row, with which it was sealed.
    pub identity: String,
    /// The value.
    pub sealed: Sealed,
}

/// The columns that hold sealed values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealedPlace {
    /// `linked_accounts.account_token`, identity `linked_accounts:{id}`.
    Account,
    /// `link_attempts.public_token`, identity `exchange:{token_hash}`.
    AttemptPublic,
    /// `link_attempts.account_token`, identity `exchange:{token_hash}`.
    AttemptAccount,
    /// `webhook_inbox.body`, identity `webhook_inbox:{id}`.
    InboxBody,
}

/// The whole store.
#[async_trait]
pub trait Store:
    People
    + LinkedAccounts
    + Activity
    + Jobs
    + RateLimits
    + CatalogueCache
    + embedding::Embedding
    + inbox::Inbox
    + keys::ApiKeys
    + members::Members
    + operator::Operator
    + records::Records
    + requests::AppRequests
    + sync::Syncs
{
    /// Whether the database answers and all migrations are in (readiness).
    async fn ready(&self) -> StoreResult<()>;
    /// The key ids that sealed values need, so that the start can refuse a missing key (§13).
    async fn sealing_keys(&self) -> StoreResult<Vec<String>>;
    /// Tells the organisation's open pages on this and other instances that something changed (§10); ids only.
    async fn announce(&self, organization: OrganizationId, event: &str) -> StoreResult<()>;
    /// What [`Store::announce`] tells from now on, by this instance and by all others that share the database. A receiver that lags
    /// or sees the channel closed should refetch.
    fn changes(&self) -> tokio::sync::broadcast::Receiver<Announcement>;
    /// Up to `limit` sealed values that another key than `kid` sealed.
    async fn sealed_otherwise(&self, kid: &str, limit: u32) -> StoreResult<Vec<SealedCell>>;
    /// Replaces a sealed value if it is still the one in `cell`; whether it was.
    async fn reseal(&self, cell: &SealedCell, new: &Sealed) -> StoreResult<bool>;
    /// Removes some of what nobody needs any more, in small transactions: rate windows that ended a day ago, expired tombstones,
    /// tickets of host products that were over a day ago, attempts that were over
    /// thirty days ago, events that came thirty days ago and are done or dead (W6). How much; call again until it is nothing.
    async fn tidy(&self, now: Timestamp) -> StoreResult<u64>;
    /// Closes the pools.
    async fn close(&self);
}
