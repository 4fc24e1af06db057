//! Every sentence of the interface. Nothing here speaks the vendor's language; what the product fixes word for word is marked so.

use crate::{
    api::{
        accounts::{AccountView, Counted},
        activity::LineView,
        error::{ApiError, Code},
        records::{ListState, RecordList, TypeView},
    },
    domain::{
        browsing::RecordSort,
        catalogue::CardState,
        category::Category,
        embedding::Refusal,
        palette::Kind,
        people::Role,
        search::browse::{Sort, StatusFilter},
        status::AccountStatus,
        theme::Theme,
    },
};

/// Fixed.
pub const APP_CENTER: &str = "App Center";
/// Fixed.
pub const CONNECTED_APPS: &str = "Connected Apps";
/// Fixed.
pub const CONNECT: &str = "Connect";
/// Fixed, three dots and all.
pub const CONNECTING: &str = "Connecting...";
/// Fixed.
pub const RELINK: &str = "Relink integration";
/// Fixed.
pub const DELETE: &str = "Delete integration";
/// Fixed.
pub const DELETE_QUESTION: &str = "This action is permanent. Do you want to proceed?";
/// Fixed.
pub const INITIAL_SYNC: &str = "Initial sync in progress, check back in a few minutes";

/// What the parts of a page are called in a frame of another product (P3).
pub const IN_FRAME: &str = "Apps";
/// Where the company's own people look (P6).
pub const OPERATOR: &str = "Operator";
/// After since when the service refuses the key.
pub const KEY_REFUSED: &str = "No data arrives, and no account is to blame: set a good key. We go on by ourselves once it is taken.";
/// Under the App Center's title.
pub const APP_CENTER_LEAD: &str = "Connect the tools your team already uses.";
/// Under the title of Connected Apps.
pub const CONNECTED_LEAD: &str = "What is connected, how fresh it is, and what needs you.";
/// Above what needs a person.
pub const ATTENTION: &str = "Needs your attention";
/// Above attempts that were not finished.
pub const UNFINISHED: &str = "Not finished";
/// The list could not be loaded.
pub const LIST_FAILED: &str = "We couldn't load the app list.";
/// The accounts could not be loaded.
pub const ACCOUNTS_FAILED: &str = "We couldn't load your connected apps.";
/// The bundled list is shown (C1).
pub const FALLBACK: &str = "Some logos or apps may be missing right now.";
/// The browser is cut off; what is shown may be old.
pub const OFFLINE: &str = "You're offline. This list may be out of date.";
/// Without a script nothing can be connected.
pub const NEEDS_SCRIPT: &str =
    "Connecting an app opens a window that needs JavaScript. Turn it on to connect apps; everything else here works without it.";
/// The person may look but not connect (P2).
pub const ONLY_ADMINS: &str = "Ask an admin of your organisation to connect apps.";
/// The same where something is changed.
pub const ONLY_ADMINS_CHANGE: &str = "Only an admin of your organisation can change this app.";
/// Deletion is still refused by the other side (L8).
pub const DELETING: &str = "Deleting — we'll keep trying";
/// Connected through another upstream.
pub const OTHER_UPSTREAM: &str = "Connected to a different environment. It isn't updated here and can only be deleted.";
/// The same account twice.
pub const DUPLICATE: &str = "This account seems to be connected twice.";
/// Nothing to show after a refused change.
pub const TRY_AGAIN: &str = "That didn't work. Please try again.";
/// First sync (UX §4).
pub const FIRST_SYNC: &str = "The first sync can take from minutes to a few hours.";

/// Nothing is known of an account's data yet.
pub const LOOKING: &str = "We're finding out which data there are.";
/// An account without any data.
pub const NO_DATA: &str = "No data yet";
/// Looks for what is new.
pub const CHECK_NOW: &str = "Check now";
/// Asks the other side to sync.
pub const SYNC_NOW: &str = "Sync now";
/// While either is under way.
pub const CHECKING: &str = "Checking…";
/// Nothing is wrong with an account.
pub const ALL_GOOD: &str = "Everything is up to date.";
/// Something is, with some of its data.
pub const SOME_LATE: &str = "Connected. Some data couldn't be updated — we'll try again.";
/// A check was answered.
pub const CHECKED: &str = "Checked just now. Anything new appears here by itself.";
/// A sync was asked for.
pub const ASKED: &str = "A sync is under way. Anything new appears here by itself.";

/// A member looks at the people.
pub const ONLY_ADMINS_INVITE: &str = "Only admins invite people and change roles.";
/// The last admin's role and place are fixed.
pub const LAST_ADMIN: &str = "The only admin. Make somebody else an admin to change this.";
/// Above the invitations.
pub const INVITE_LEAD: &str = "Send a link to the person you invite. It works once, for seven days.";
/// A link that leads nowhere.
pub const INVITATION_GONE: &str = "It was used already, was withdrawn, or is too old. Ask the person who sent it for a new one.";
/// Asking for an app that is not there (C4).
pub const REQUEST_APP: &str = "Request an app";
/// Where nothing was found.
pub const REQUEST_THIS: &str = "Request this app";
/// Under its title.
pub const REQUEST_LEAD: &str = "Tell us what is missing. The more teams ask for an app, the sooner it comes.";
/// The request is in.
pub const THANKS: &str = "Thanks — we'll let you know.";

/// The button of the command palette.
pub const SEARCH: &str = "Search";
/// The palette, and its field.
pub const PALETTE: &str = "Search apps and actions";
/// In the field while it is empty.
pub const PALETTE_HINT: &str = "Search or jump to…";
/// What it found.
pub const RESULTS: &str = "Results";
/// While it looks, for those who listen.
pub const SEARCHING: &str = "Searching…";
/// Closes it.
pub const CLOSE: &str = "Close";
/// Asks once more.
pub const AGAIN: &str = "Try again";
/// The way back in.
pub const SIGN_IN: &str = "Sign in";
/// What the arrows do.
pub const KEY_MOVE: &str = "to move";
/// What Enter does.
pub const KEY_GO: &str = "to go";
/// What Escape does.
pub const KEY_CLOSE: &str = "to close";
/// Takes a link along.
pub const COPY: &str = "Copy";
/// It was taken.
pub const COPIED: &str = "Copied";
/// Makes an invitation.
pub const INVITE: &str = "Invite people";
/// Ends the session.
pub const SIGN_OUT: &str = "Sign out";

/// The title of a kind of results.
pub const fn palette_group(kind: Kind) -> &'static str {
    match kind {
        Kind::Connected => CONNECTED_APPS,
        Kind::Action => "Actions",
        Kind::App => "Apps",
    }
}

/// A theme, where it stands alone.
pub const fn theme(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "System theme",
        Theme::Light => "Light theme",
        Theme::Dark => "Dark theme",
    }
}

/// What the polite region of the palette says.
pub fn results(count: usize) -> String {
    plural(count, "result", "results")
}

/// Under the settings' title.
pub fn people_lead(organization: &str) -> String {
    format!("The people of {organization}, and what they may do.")
}

/// A role.
pub const fn role(role: Role) -> &'static str {
    match role {
        Role::Admin => "Admin",
        Role::Member => "Member",
    }
}

/// Before somebody is taken out.
pub fn remove_question(name: &str, organization: &str) -> String {
    format!("{name} won't see {organization}'s apps any more. Apps that {name} connected for themselves alone are deleted.")
}

/// Before somebody leaves.
pub fn leave_question(organization: &str) -> String {
    format!("You won't see {organization}'s apps any more. Apps that you connected for yourself alone are deleted.")
}

/// Over an invitation.
pub fn invitation_lead(by: &str, organization: &str, role: Role) -> String {
    match role {
        Role::Admin => format!("{by} invites you to {organization}, as an admin."),
        Role::Member => format!("{by} invites you to {organization}."),
    }
}

/// The invitation of somebody who needs none.
pub fn already_in(organization: &str) -> String {
    format!("You belong to {organization} already. Pass the link on to the person it is for.")
}

/// The button of somebody who is signed in.
pub fn join_as(name: &str) -> String {
    format!("Join as {name}")
}

/// The way out for somebody else.
pub fn not_you(name: &str) -> String {
    format!("Not {name}? Sign out")
}

/// The way to the apps.
pub fn go_to_app_center() -> String {
    format!("Go to the {APP_CENTER}")
}

/// How much an app is asked for.
pub fn asked_for(name: &str, teams: usize) -> String {
    match teams {
        0 => format!("Nobody asked for {name} yet."),
        1 => format!("1 team asked for {name}."),
        teams => format!("{} asked for {name}.", plural(teams, "team", "teams")),
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
pub const fn data_state(state: DataState) -> &'static str {
    match state {
        DataState::Syncing => "Syncing",
        DataState::UpToDate => "Up to date",
        DataState::Partly => "Mostly up to date — some data couldn't be read",
        DataState::Paused => "Sync paused",
        DataState::Off => "Sync off for this data",
        DataState::Failed => "Couldn't update — we'll try again",
    }
}

/// A connected app's four pages.
pub const OVERVIEW: &str = "Overview";
/// Its records.
pub const DATA: &str = "Data";
/// Its history.
pub const ACTIVITY: &str = "Activity";
/// What can be done to it.
pub const SETTINGS: &str = "Settings";
/// Leads to its records.
pub const VIEW_DATA: &str = "View data";
/// An account that went while somebody looked at it.
pub const GONE: &str = "This app isn't connected any more.";
/// An address that the record browser cannot make sense of.
pub const BAD_ADDRESS: &str = "This link doesn't work any more.";
/// Leads from there to the list as it is at first.
pub const SHOW_ALL: &str = "Show all records";
/// Takes a search away.
pub const CLEAR_SEARCH: &str = "Clear search";
/// Takes the records along.
pub const EXPORT: &str = "Export as CSV";
/// The name of a record that has none.
pub const NO_NAME: &str = "No name";
/// A record that another one refers to, and that we do not have.
pub const ELSEWHERE: &str = "A record that isn't here";
/// A record that an address names, and that we do not have.
pub const NO_RECORD: &str = "This record isn't here any more.";
/// What a record has besides.
pub const TECHNICAL: &str = "Show technical details";
/// A list that could not be read.
pub const RECORDS_FAILED: &str = "We couldn't load this list. Please try again.";
/// Nothing was ever done.
pub const NO_ACTIVITY: &str = "Nothing has happened yet.";

/// An order of records.
pub fn record_sort(sort: RecordSort, app: &str) -> String {
    match sort {
        RecordSort::Newest => "Newest change first".to_owned(),
        RecordSort::Oldest => "Oldest change first".to_owned(),
        RecordSort::Modified => format!("Last changed in {app}"),
        RecordSort::RemoteId => format!("By ID in {app}"),
    }
}

/// The column of the ids that the app itself uses.
pub fn id_in(app: &str) -> String {
    format!("ID in {app}")
}

/// A data type in the list that one is chosen from.
pub fn data_type(kind: &TypeView) -> String {
    match (kind.available, usize::try_from(kind.count)) {
        (false, _) => format!("{} — not available", kind.name),
        (true, Ok(count)) if count > 0 => format!("{} · {}", kind.name, number(count)),
        (true, _) => kind.name.clone(),
    }
}

/// What is looked for among these records.
pub fn search_records(list: &RecordList) -> String {
    format!("Search {}", midsentence(&list.name))
}

/// How much there is: exactly where that is known.
pub fn found(list: &RecordList) -> String {
    let (shown, alone) = (list.rows.len(), list.first.is_none() && list.next.is_none());
    let (one, many) = match (list.deleted, list.q.is_empty()) {
        (false, true) => {
            let count = list.types.iter().find(|kind| kind.model == list.model).map_or(0, |kind| kind.count);
            return records(&Counted { name: list.name.clone(), one: list.one.clone(), count });
        }
        (true, true) => ("deleted record", "deleted records"),
        (_, false) => ("match", "matches"),
    };
    let what = plural(shown, one, many);
    if alone { what } else { format!("{what} on this page") }
}

/// Why a list has no records: a heading and a sentence.
pub fn no_records(list: &RecordList, app: &str) -> (&'static str, String) {
    let name = midsentence(&list.name);
    match list.state {
        ListState::FirstSync => (INITIAL_SYNC, format!("The {name} appear here by themselves once they are complete.")),
        ListState::Stopped => ("Nothing here yet", format!("{app} needs you to sign in again before its {name} can be read.")),
        ListState::Unavailable => ("Not available for this app", format!("{app} has no {name} for us, or they are switched off there.")),
        ListState::Ready if !list.q.is_empty() && list.next.is_some() => {
            ("Nothing found so far", "There are more records than we looked at in one go.".to_owned())
        }
        ListState::Ready if !list.q.is_empty() => ("No matches", format!("Nothing among the {name} matches “{}”.", list.q)),
        ListState::Ready if list.first.is_some() => ("Nothing more", "You have seen everything there is.".to_owned()),
        ListState::Ready if list.deleted => ("Nothing here yet", format!("No {name} were deleted in {app}.")),
        ListState::Ready => ("Nothing here yet", format!("{app} has no {name}. New ones appear here by themselves.")),
    }
}

/// A plural in the middle of a sentence. Words in capitals ("EEO answers") keep them.
fn midsentence(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    match letters.clone().next() {
        Some(second) if second.is_uppercase() => name.to_owned(),
        _ => first.into_iter().flat_map(char::to_lowercase).chain(letters).collect(),
    }
}

/// What was done, in a sentence; `None`: a kind that this program does not know.
pub fn activity(line: &LineView) -> Option<String> {
    let who = line.actor.as_deref().unwrap_or("Somebody");
    let app = if line.label.is_empty() { "the app" } else { line.label.as_str() };
    let sentence = match line.kind.as_str() {
        "connected" => format!("{who} connected {app}"),
        "renamed" => format!("{who} renamed it to “{app}”"),
        "relinked" => format!("{who} reconnected {app}"),
        "identity_changed" => "It was reconnected to another account: its data are fetched anew".to_owned(),
        "synced" => format!("{who} asked for a sync"),
        "setup_discarded" => format!("{who} discarded the setup of {app}"),
        "deleted" => format!("{who} deleted {app}"),
        "first_sync_completed" => "The first sync was completed".to_owned(),
        "relink_needed" => format!("{app} asked for a new sign-in"),
        "error" => format!("{app} stopped working"),
        "recovered" => format!("{app} works again"),
        "sweep_stopped" => format!("Many records were missing in {app}, so none of them was removed here"),
        "removal_approved" => format!("{who} let the records go that are missing in {app}"),
        "removal_dismissed" => format!("{who} kept the records that are missing in {app}"),
        "event_synced" => format!("{app} was synced"),
        "event_data_changed" => format!("Data changed in {app}"),
        "event_issue" => format!("{app} reported a problem"),
        "event_issue_resolved" => format!("A problem in {app} was resolved"),
        "event_deleted" => format!("{app} removed our access"),
        _ => return None,
    };
    Some(sentence)
}

/// How far a sync has come.
pub fn types_ready(ready: usize, all: usize) -> String {
    format!("{ready} of {} ready", plural(all, "data type", "data types"))
}

/// "542 employees".
pub fn records(counted: &Counted) -> String {
    let count = usize::try_from(counted.count).unwrap_or_default();
    if count == 1 {
        return format!("1 {}", counted.one);
    }
    let many = midsentence(&counted.name);
    format!("{} {many}", number(count))
}

/// Why a check or a sync on demand was refused.
pub fn sync_refusal(error: &ApiError) -> String {
    match error.code {
        Code::TooManyRequests => match error.retry_after.map_or(1, |seconds| seconds.div_ceil(60)) {
            0 | 1 => "This app was asked a moment ago. Try again in a minute.".to_owned(),
            minutes => format!("This app was asked a moment ago. Try again in {minutes} minutes."),
        },
        Code::UpstreamRefused | Code::UpstreamUnreachable | Code::UpstreamBusy if !error.error.is_empty() => error.error.clone(),
        _ => change_refusal(error),
    }
}

/// Lets missing records be removed (S11).
pub const REMOVE_MISSING: &str = "Remove them here";
/// Keeps them.
pub const KEEP_MISSING: &str = "Keep them";
/// They may go.
pub const REMOVING: &str = "We look for each of them once more, then it is removed here.";
/// They stay.
pub const KEPT: &str = "They stay here.";

/// Many records vanished on the other side, and somebody has to say what is to become of them here.
pub fn many_missing(app: &str, name: &str, missing: i64, all: i64, may_decide: bool) -> String {
    let count = |many: i64| number(usize::try_from(many).unwrap_or_default());
    let end = if may_decide { "They stay here until you decide." } else { "They stay here until an admin of your organisation decides." };
    format!("{name}: {} of {} are not in {app} any more. {end}", count(missing), count(all))
}

/// What the seeds' button calls a category.
pub const fn button_category(category: Category) -> &'static str {
    match category {
        Category::Hris => "HRIS",
        Category::Ats => "ATS",
        Category::Crm => "CRM",
        Category::Accounting => "Accounting",
        Category::Ticketing => "Ticketing",
        Category::FileStorage => "File Storage",
        Category::KnowledgeBase => "Knowledge Base",
    }
}

/// Fixed: the label of the category's button (L13).
pub fn connect_category(category: Category) -> String {
    format!("Connect {} Integration", button_category(category))
}

/// The sentence of benefit over the category's button (L13).
pub const fn benefit(category: Category) -> &'static str {
    match category {
        Category::Hris => "Connect your HR platform to automatically sync employee data",
        Category::Ats => "Connect your recruiting platform to automatically sync candidates and jobs",
        Category::Crm => "Connect your CRM to automatically sync contacts, companies and deals",
        Category::Accounting => "Connect your accounting platform to automatically sync invoices, payments and accounts",
        Category::Ticketing => "Connect your ticketing platform to automatically sync tickets and comments",
        Category::FileStorage => "Connect your file storage to automatically sync files and folders",
        Category::KnowledgeBase => "Connect your knowledge base to automatically sync articles",
    }
}

/// "1 app", "12 apps".
pub fn apps(count: usize) -> String {
    plural(count, "app", "apps")
}

/// What the polite region says after a search.
pub fn apps_found(count: usize) -> String {
    if count == 0 { "No apps found".to_owned() } else { format!("{} found", apps(count)) }
}

/// A number of things, with separators.
pub fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// A number with separators.
pub fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Nothing matches.
pub fn no_match(typed: &str) -> String {
    if typed.is_empty() { "No apps here yet.".to_owned() } else { format!("No apps match “{typed}”.") }
}

/// A slip was forgiven.
pub fn showing_for(corrected: &str) -> String {
    format!("Showing results for “{corrected}”")
}

/// The label of a filter by state.
pub const fn status_filter(status: StatusFilter) -> &'static str {
    match status {
        StatusFilter::All => "Any status",
        StatusFilter::Connected => "Connected",
        StatusFilter::NotConnected => "Not connected",
        StatusFilter::NeedsAttention => "Needs attention",
    }
}

/// The label of an order.
pub const fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Popular => "Popular",
        Sort::Name => "A–Z",
        Sort::Recent => "Recently added",
    }
}

/// The word on a card's badge.
pub const fn card_state(state: CardState) -> &'static str {
    match state {
        CardState::NotConnected => "",
        CardState::SetupIncomplete => "Setup incomplete",
        CardState::Syncing => "Syncing",
        CardState::Connected => "Connected",
        CardState::ReconnectNeeded => "Reconnect needed",
    }
}

/// The word on an account's badge.
pub fn account_state(account: &AccountView) -> &'static str {
    match account.status {
        AccountStatus::Pending => "Setup not finished",
        AccountStatus::Deleting => "Deleting",
        AccountStatus::RelinkNeeded => "Reconnect needed",
        AccountStatus::Error => match account.problem.as_deref() {
            Some("permissions") => "Permission missing",
            Some("plan") => "Not in your plan",
            Some("outage") => "Not answering",
            Some("removed") => "Access removed",
            _ => "Reconnect needed",
        },
        AccountStatus::Active if account.other_upstream => "Not updated",
        AccountStatus::Active if account.first_sync => "Syncing",
        AccountStatus::Active => "Up to date",
    }
}

/// What is broken, who must act and what stays (§9).
pub fn cause(account: &AccountView) -> String {
    let app = &account.integration_name;
    match account.problem.as_deref() {
        Some("permissions") => format!("An admin of {app} must give back a permission, then reconnect. Your existing data stays."),
        Some("plan") => format!("Your {app} plan doesn't include this any more. An admin of {app} must change the plan, then reconnect."),
        Some("outage") => format!("{app} isn't answering. We're on it — no action needed."),
        Some("removed") => format!("{app} removed our access. Reconnect to give it back; your existing data stays until you delete it."),
        _ => format!("{app} needs you to sign in again. Your existing data stays until you delete it."),
    }
}

/// The main button of an app that has an account already.
pub fn reconnect(name: &str) -> String {
    format!("Reconnect {name}")
}

/// What the polite region says when an app was connected.
pub fn connected(name: &str) -> String {
    format!("{name} connected")
}

/// The delete dialog's title.
pub fn delete_title(name: &str) -> String {
    format!("Delete {name}?")
}

/// The second sentence of the delete dialog.
pub fn delete_consequence(name: &str) -> String {
    format!("Everything that was synced from {name} will be removed here.")
}

/// How an attempt to connect ended, as the shim names it, when there is something to say about it.
pub fn ending(word: &str) -> Option<&'static str> {
    match word {
        "closed" => Some("The window was closed before finishing. Nothing was changed."),
        "blocked" => {
            Some("Your browser blocked the connection window. Allow pop-ups and turn off ad blocking for this site, then try again.")
        }
        "failed" | "late" => Some("We couldn't start the connection. Please try again."),
        _ => None,
    }
}

/// A refusal, in words for a person. The server's sentences are such words, but for faults that are nobody's in the room.
pub fn refusal(error: &ApiError) -> String {
    match error.code {
        Code::Offline => "We couldn't reach the server. Check your connection and try again.".to_owned(),
        Code::TooManyRequests => match error.retry_after {
            Some(seconds) if seconds > 90 => format!("Too many attempts. Try again in {} minutes.", seconds.div_ceil(60)),
            _ => "Too many attempts. Try again in a minute.".to_owned(),
        },
        Code::SignedOut => "You've been signed out. Sign in again to go on.".to_owned(),
        Code::OrganizationChanged => "You're signed in to another organisation now. Reload the page to go on.".to_owned(),
        Code::UpstreamRefused | Code::UpstreamUnreachable | Code::UpstreamBusy | Code::NotReady => {
            "We couldn't start the connection. Please try again.".to_owned()
        }
        _ if error.error.is_empty() => TRY_AGAIN.to_owned(),
        _ => error.error.clone(),
    }
}

/// The same for changes that have nothing to do with connecting.
pub fn change_refusal(error: &ApiError) -> String {
    match error.code {
        Code::UpstreamRefused | Code::UpstreamUnreachable | Code::UpstreamBusy | Code::NotReady => TRY_AGAIN.to_owned(),
        _ => refusal(error),
    }
}

/// The sentence for a machine word in an address: `?problem=wrong_credentials`, where a form without JavaScript was answered.
pub fn problem(word: &str) -> String {
    let code = Code::ALL.iter().copied().find(|code| code.as_str() == word);
    let sentence = match code {
        Some(Code::WrongCredentials) => "The e-mail address or the password is wrong.",
        Some(Code::EmailTaken) => "Somebody has already signed up with this e-mail address. Sign in instead.",
        Some(Code::SignUpClosed) => "Sign-up is closed. Ask for an invitation.",
        Some(Code::InvalidInput | Code::MalformedBody) => "Something is missing or not right. Check what you entered.",
        Some(Code::NotAllowed) => "Only an admin of your organisation can do that.",
        Some(Code::NotFound) => "That app isn't connected any more.",
        Some(Code::SignedOut) => "You've been signed out. Sign in again to go on.",
        Some(Code::TooManyRequests) => "Too many attempts. Try again in a minute.",
        Some(Code::OrganizationChanged) => "You're signed in to another organisation now.",
        Some(Code::AlreadyDecided) => "There is nothing to decide here any more.",
        Some(Code::AlreadyConnected) => "This app is already connected.",
        Some(Code::LastAdmin) => "An organisation needs an admin. Make somebody else an admin first.",
        Some(Code::InvitationGone) => "This invitation doesn't work any more. Ask for a new one.",
        Some(Code::SetupNotFinished) => "This app's setup isn't finished yet.",
        _ => TRY_AGAIN,
    };
    sentence.to_owned()
}

/// Somebody was not let into a frame: the title, and what to do about it. The host's program hears a word of its own (P3).
pub const fn not_let_in(why: Refusal) -> (&'static str, &'static str) {
    match why {
        Refusal::ForeignOrigin => {
            ("This can't be shown here", "The product that you are using isn't allowed to show these pages. Tell the people who run it.")
        }
        Refusal::NotSigned | Refusal::Unreadable | Refusal::LivesTooLong => (
            "We couldn't confirm who you are",
            "What the product around this page told us about you can't be verified. Reload the page; if that doesn't help, tell the people who run it.",
        ),
        Refusal::OtherAudience => (
            "We couldn't confirm who you are",
            "What the product around this page told us is meant for another site. Tell the people who run it.",
        ),
        Refusal::Early => (
            "We couldn't confirm who you are",
            "The clock of the product around this page is ahead of ours. Reload the page in a moment; if that doesn't help, tell the people who run it.",
        ),
        Refusal::Expired => ("That took too long", "Reload the page to open your apps again."),
        Refusal::Used => ("This was opened once already", "Reload the page to open your apps again."),
        Refusal::Over => ("Your visit here is over", "Reload the page to open your apps again."),
        Refusal::TooMany => ("Too many people at once", "Many people opened their apps from here just now. Reload the page in a minute."),
        Refusal::Unavailable => ("Something went wrong on our side", "We're on it — no action needed. Reload the page in a moment."),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use std::{collections::BTreeSet, path::Path};

    use super::*;

    fn sources(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }

    /// The kinds are texts in the log; the source is the witness of which there are.
    #[test]
    fn every_kind_of_activity_that_is_written_has_a_sentence() {
        let mut source = String::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/server"), &mut source);
        let mut kinds = BTreeSet::new();
        for call in source.split("activity::write(&mut tx, ").skip(1) {
            let kind = call.split_once(", &account").expect("the second argument is the kind, the third the account").0;
            let words: Vec<&str> = kind.split('"').skip(1).step_by(2).collect();
            match kind {
                // A status, or "recovered".
                "kind" | "status.as_str()" => kinds.extend(["relink_needed", "error", "recovered"]),
                _ => assert!(!words.is_empty(), "which kinds are {kind}?"),
            }
            kinds.extend(words);
        }
        // What the other side tells.
        kinds.extend(source.split("Some(\"").skip(1).map(|rest| rest.split_once('"').unwrap().0).filter(|word| word.starts_with("event_")));
        assert!(kinds.len() >= 17, "{kinds:?}");
        let line = |kind: &str, actor: Option<&str>| LineView {
            number: 1,
            at: String::new(),
            actor: actor.map(str::to_owned),
            kind: kind.to_owned(),
            label: "Gusto".to_owned(),
        };
        let mut sentences = BTreeSet::new();
        for kind in &kinds {
            let sentence = activity(&line(kind, Some("Ada"))).unwrap_or_else(|| panic!("{kind} has no sentence"));
            assert!(!sentence.ends_with('.') && sentences.insert(sentence), "{kind}");
        }
        assert_eq!(activity(&line("unheard_of", None)), None);
    }
}
