//! What is connected: the list, and one app's pages.

use super::category as category_name;
use crate::{
    api::{
        accounts::{AccountView, Counted},
        activity::LineView,
    },
    domain::{category::Category, status::AccountStatus},
    say,
};

messages! {
    /// Above what needs a person.
    attention = "attention";
    /// Above attempts that were not finished.
    unfinished = "unfinished";
    /// The list is empty.
    no_apps_connected = "no-apps-connected";
    /// And what to do about it.
    no_apps_connected_lead = "no-apps-connected-lead";
    /// Deletion is still refused by the other side (L8).
    deleting = "deleting";
    /// While it is asked for.
    deleting_now = "deleting-now";
    /// Said when it is done.
    deleted = "deleted";
    /// Connected through another upstream.
    other_upstream = "other-upstream";
    /// The same account twice.
    duplicate = "duplicate";
    /// How fresh data are: the name of a column.
    data_as_of = "data-as-of";
    /// The same before a time.
    data_as_of_lead = "data-as-of-lead";
    /// Gives a name.
    rename = "rename";
    /// Said when it was given.
    renamed = "renamed";
    /// Leads to the records.
    view_data = "view-data";
    /// Takes an attempt up again (L11).
    go_on = "continue";
    /// Gives it up.
    discard = "discard";
    /// Not even a name.
    not_now = "not-now";
    /// A connected app's four pages.
    overview = "overview";
    /// Its records.
    data = "data";
    /// Its history.
    activity_title = "activity";
    /// The ways between the four pages.
    this_app = "this-app";
    /// An account that went while somebody looked at it.
    gone = "gone";
    /// And where to go from there.
    back_to_connected = "back-to-connected";
    /// Begun, not finished.
    setup_unfinished = "setup-unfinished";
    /// Nothing is wrong with an account.
    all_good = "all-good";
    /// Something is, with some of its data.
    some_late = "some-late";
    /// Which app an account is of.
    label_app = "label-app";
    /// Its category.
    label_category = "label-category";
    /// Since when and by whom.
    label_connected = "label-connected";
    /// What else there is to say.
    label_note = "label-note";
    /// A column of data types.
    label_type = "label-type";
    /// The column of their states.
    label_state = "label-state";
    /// The column of how many records.
    label_records = "label-records";
    /// The column of when they come again.
    label_next_update = "label-next-update";
    /// Nothing is known of an account's data yet.
    looking = "looking";
    /// An account without any data.
    no_data = "no-data";
    /// Looks for what is new.
    check_now = "check-now";
    /// Asks the other side to sync.
    sync_now = "sync-now";
    /// While either is under way.
    checking = "checking";
    /// A check was answered.
    checked = "checked";
    /// A sync was asked for.
    asked = "asked";
    /// Lets missing records be removed (S11).
    remove_missing = "remove-missing";
    /// Keeps them.
    keep_missing = "keep-missing";
    /// They may go.
    removing = "removing";
    /// They stay.
    kept = "kept";
    /// Under the name in the settings.
    setting_name_lead = "setting-name-lead";
    /// Relinking, in the settings.
    setting_sign_in = "setting-sign-in";
    /// What cannot be undone.
    danger_zone = "danger-zone";
    /// Nothing was ever done.
    no_activity = "no-activity";
}

/// An app that is not known yet, of this category.
pub fn app_of(category: Category) -> String {
    say!("app-of-category", category = &category_name(category))
}

/// What the number in the header means.
pub fn attention_count(count: usize) -> String {
    say!("attention-count", count = count)
}

/// Since when an account is connected, or, `begun` only, was to be; and by whom, where that is known.
pub fn connected_when(begun: bool, when: &str, who: &str) -> String {
    match (begun, who) {
        (false, "") => say!("connected-when", when = when),
        (false, who) => say!("connected-when-by", when = when, who = who),
        (true, "") => say!("started-when", when = when),
        (true, who) => say!("started-when-by", when = when, who = who),
    }
}

/// Who did it, after a time.
pub fn by_person(who: &str) -> String {
    say!("by-person", who = who)
}

/// The name of the button that renames.
pub fn rename_named(name: &str) -> String {
    say!("rename-named", name = name)
}

/// The name of the menu's button.
pub fn more_for(name: &str) -> String {
    say!("more-for", name = name)
}

/// The menu's name.
pub fn actions_for(name: &str) -> String {
    say!("actions-for", name = name)
}

/// The name of the button that goes on with an attempt.
pub fn continue_named(name: &str) -> String {
    say!("continue-named", name = name)
}

/// The name of the button that gives it up.
pub fn discard_named(name: &str) -> String {
    say!("discard-named", name = name)
}

/// The field for a name.
pub fn name_for(app: &str) -> String {
    say!("name-for", app = app)
}

/// The form for a name of a second account.
pub fn name_this(app: &str) -> String {
    say!("name-this", app = app)
}

/// What it asks.
pub fn name_this_question(app: &str) -> String {
    say!("name-this-question", app = app)
}

/// Above the button that deletes.
pub fn delete_named(name: &str) -> String {
    say!("delete-named", name = name)
}

/// The name of the button that deletes.
pub fn delete_integration_named(name: &str) -> String {
    say!("delete-integration-named", name = name)
}

/// The delete dialog's title.
pub fn delete_title(name: &str) -> String {
    say!("delete-title", name = name)
}

/// The second sentence of the delete dialog.
pub fn delete_consequence(name: &str) -> String {
    say!("delete-consequence", name = name)
}

/// Under relinking, in the settings.
pub fn setting_sign_in_lead(app: &str) -> String {
    say!("setting-sign-in-lead", app = app)
}

/// The word on an account's badge.
pub fn account_state(account: &AccountView) -> String {
    match account.status {
        AccountStatus::Pending => say!("state-setup"),
        AccountStatus::Deleting => say!("state-deleting"),
        AccountStatus::RelinkNeeded => say!("state-reconnect"),
        AccountStatus::Error => match account.problem.as_deref() {
            Some("permissions") => say!("state-permissions"),
            Some("plan") => say!("state-plan"),
            Some("outage") => say!("state-outage"),
            Some("removed") => say!("state-removed"),
            _ => say!("state-reconnect"),
        },
        AccountStatus::Active if account.other_upstream => say!("state-not-updated"),
        AccountStatus::Active if account.first_sync => say!("state-syncing"),
        AccountStatus::Active => say!("state-up-to-date"),
    }
}

/// What is broken, who must act and what stays (§9).
pub fn cause(account: &AccountView) -> String {
    let app = &account.integration_name;
    match account.problem.as_deref() {
        Some("permissions") => say!("cause-permissions", app = app),
        Some("plan") => say!("cause-plan", app = app),
        Some("outage") => say!("cause-outage", app = app),
        Some("removed") => say!("cause-removed", app = app),
        _ => say!("cause-sign-in", app = app),
    }
}

/// What is said of the data of one type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DataState {
    /// On the way.
    Syncing,
    /// All here.
    UpToDate,
    /// What could be read is here.
    Partly,
    /// Nobody fetches them for now.
    Paused,
    /// Switched off, or not to be had.
    Off,
    /// The last try failed.
    Failed,
}

/// The words of a data type's state.
pub fn data_state(state: DataState) -> String {
    match state {
        DataState::Syncing => say!("data-syncing"),
        DataState::UpToDate => say!("data-up-to-date"),
        DataState::Partly => say!("data-partly"),
        DataState::Paused => say!("data-paused"),
        DataState::Off => say!("data-off"),
        DataState::Failed => say!("data-failed"),
    }
}

/// How far a sync has come.
pub fn types_ready(ready: usize, all: usize) -> String {
    say!("types-ready", ready = ready, count = all)
}

/// "542 employees".
pub fn records(counted: &Counted) -> String {
    counted.told.clone()
}

/// Many records vanished on the other side, and somebody has to say what is to become of them here.
pub fn many_missing(app: &str, name: &str, missing: i64, all: i64, may_decide: bool) -> String {
    if may_decide {
        say!("many-missing-decide", name = name, missing = missing, all = all, app = app)
    } else {
        say!("many-missing", name = name, missing = missing, all = all, app = app)
    }
}

/// What was done, in a sentence; `None`: a kind that this program does not know.
pub fn activity(line: &LineView) -> Option<String> {
    let (somebody, the_app) = (say!("somebody"), say!("the-app"));
    let who = line.actor.as_ref().unwrap_or(&somebody);
    let app = if line.label.is_empty() { &the_app } else { &line.label };
    let sentence = match line.kind.as_str() {
        "connected" => say!("activity-connected", who = who, app = app),
        "renamed" => say!("activity-renamed", who = who, app = app),
        "relinked" => say!("activity-relinked", who = who, app = app),
        "identity_changed" => say!("activity-identity-changed"),
        "synced" => say!("activity-synced", who = who),
        "setup_discarded" => say!("activity-setup-discarded", who = who, app = app),
        "deleted" => say!("activity-deleted", who = who, app = app),
        "first_sync_completed" => say!("activity-first-sync-completed"),
        "relink_needed" => say!("activity-relink-needed", app = app),
        "error" => say!("activity-error", app = app),
        "recovered" => say!("activity-recovered", app = app),
        "sweep_stopped" => say!("activity-sweep-stopped", app = app),
        "removal_approved" => say!("activity-removal-approved", who = who, app = app),
        "removal_dismissed" => say!("activity-removal-dismissed", who = who, app = app),
        "event_synced" => say!("activity-event-synced", app = app),
        "event_data_changed" => say!("activity-event-data-changed", app = app),
        "event_issue" => say!("activity-event-issue", app = app),
        "event_issue_resolved" => say!("activity-event-issue-resolved", app = app),
        "event_deleted" => say!("activity-event-deleted", app = app),
        _ => return None,
    };
    Some(sentence)
}
