//! The operator's pages (P6).

use crate::say;

messages! {
    /// Events in whichever state.
    op_all = "page-op-all";
    /// The state of an event; and when it came.
    op_received = "page-op-received";
    /// The state of an event.
    op_processing = "page-op-processing";
    /// The state of an event.
    op_retry = "page-op-retry";
    /// The state of an event.
    op_dead = "page-op-dead";
    /// The state of an event.
    op_done = "page-op-done";
    /// A page.
    op_inbox = "page-op-inbox";
    /// A page.
    op_jobs = "page-op-jobs";
    /// A page.
    op_accounts = "page-op-accounts";
    /// A page.
    op_requests = "page-op-requests";
    /// The table of the inbox.
    op_events = "page-op-events";
    /// Under the title.
    op_inbox_lead = "page-op-inbox-lead";
    /// A column.
    op_event = "page-op-event";
    /// A column.
    op_organization = "page-op-organization";
    /// A column.
    op_state = "page-op-state";
    /// A column.
    op_tries = "page-op-tries";
    /// A column.
    op_problem = "page-op-problem";
    /// The inbox is empty.
    op_no_event = "page-op-no-event";
    /// Has an event processed again.
    op_replay = "page-op-replay";
    /// An event whose kind is not known.
    op_unreadable = "page-op-unreadable";
    /// Under the title.
    op_jobs_lead = "page-op-jobs-lead";
    /// A column.
    op_given_up = "page-op-given-up";
    /// A column.
    op_job = "page-op-job";
    /// A column.
    op_reason = "page-op-reason";
    /// Nothing was given up.
    op_no_job = "page-op-no-job";
    /// Has a job done again.
    op_run_again = "page-op-run-again";
    /// Before since when the service refuses the key.
    op_key_refused_since = "page-op-key-refused-since";
    /// After it.
    op_key_refused = "page-op-key-refused";
    /// Under the title.
    op_accounts_lead = "page-op-accounts-lead";
    /// A column.
    op_app = "page-op-app";
    /// A column.
    op_status = "page-op-status";
    /// A column.
    op_last_data = "page-op-last-data";
    /// A column.
    op_changed = "page-op-changed";
    /// Nothing is connected.
    op_no_account = "page-op-no-account";
    /// Under the title.
    op_requests_lead = "page-op-requests-lead";
    /// A column.
    op_organizations = "page-op-organizations";
    /// A column.
    op_people = "page-op-people";
    /// A column.
    op_website = "page-op-website";
    /// A column.
    op_asked_last = "page-op-asked-last";
    /// Nobody asked for anything.
    op_no_request = "page-op-no-request";
}

/// After "Replay", unseen.
pub fn op_replay_named(id: &str) -> String {
    say!("page-op-replay-named", id = id)
}

/// After "Run again", unseen.
pub fn op_run_named(id: &str) -> String {
    say!("page-op-run-named", id = id)
}

/// The status of an account of another upstream.
pub fn op_elsewhere(status: &str) -> String {
    say!("page-op-elsewhere", status = status)
}
