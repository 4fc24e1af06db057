//! The rules of the sync (S1–S13) and of an account's health (§9): when a model is ready, which window of time is fetched, what a record does
//! to the stored one, when to look again. Plain functions over plain data; the engine in `server::sync` says in which order they are asked.

mod cadence;
mod cursor;
mod health;
mod record;
mod status;
mod summary;
mod sweep;
mod window;

pub use cadence::{Pace, poll_delay};
pub use cursor::{CURSOR_LIFE_MILLIS, Half, Next, RESTARTS_MAX, Resume, Seen, may_restart, resume};
pub use health::{Auth, Health, IssueSeen, Problem, Signs, health};
pub use record::{Effect, Incoming, Stored, effect, live_change, storable};
pub use status::{ModelStatus, Readiness, SyncWord, readiness, stuck};
pub use summary::{Summary, summary};
pub use sweep::{APPROVED_FOR_MILLIS, CandidateOf, is_candidate, may_sweep, reconcile_due, too_many_missing};
pub use window::{Known, OVERLAP_MICROS, Plan, Window, fresh_as_of, plan};
