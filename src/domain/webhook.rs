//! The upstream's events (§8): what one says, and what is to be done about it. Which fields an event carries is the upstream's business and
//! may change; what is not understood is an unknown event, never an error (W3).

mod instant;

use serde_json::Value;

use super::{
    category::Category,
    models::{self, ModelSpec},
    secret::Secret,
};

/// How many records of an account, told of by events, are asked for one by one (W5). Each costs a call, where a page of a list brings a hundred for
/// the same; and the many events of one sync come when that sync has ended, so that the windows of the next refresh bring what they tell of.
/// Only a few are cheaper, and sooner here, alone: those that the other side passes on between two syncs.
pub const FEW_RECORDS: usize = 5;
/// The longest name or id of an event that is kept beside its sealed body.
const WORD_MAX: usize = 100;

/// An event as it came: whose it is and what it says.
#[derive(Debug)]
pub struct Envelope {
    /// `LinkedAccount.linked`, `Employee.changed`.
    pub event: String,
    /// The upstream's id of the account.
    pub linked_account_id: Option<String>,
    /// Ours, under which the upstream knows the account.
    pub end_user_origin_id: Option<String>,
    /// The account's category, when it is one that we know.
    pub category: Option<Category>,
    /// What happened.
    pub told: Told,
}

/// What happened, according to an event.
#[derive(Debug)]
pub enum Told {
    /// The person has finished connecting the account.
    Linked {
        /// The account's token, when the event carries it.
        account_token: Option<Secret>,
    },
    /// A sync of the account has ended.
    SyncCompleted {
        /// The data types whose end the event tells, with that time, verbatim.
        finished: Vec<Finished>,
    },
    /// The account was deleted on the other side.
    Deleted,
    /// An issue of the account was opened, reopened, muted or resolved.
    Issue {
        /// Whether it is over.
        resolved: bool,
    },
    /// A record was added, changed or removed, or a data type was synced.
    Model {
        /// The data type; `None`: one that we do not know.
        model: Option<&'static ModelSpec>,
        /// When the sync ended, if the event says so.
        finished: Option<Finished>,
        /// The record's id, when it is about one. What else the event says of it is never written: it may be old, or out of order.
        record: Option<String>,
    },
    /// Something else.
    Unknown,
}

/// The end of a data type's sync.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The data type's name, `Employee`; the upstream's word for one that we do not know.
    pub model: String,
    /// `last_sync_finished`, verbatim.
    pub at: String,
}

/// What is to be done about an event of a known account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plan {
    /// Nothing.
    Nothing,
    /// Finish a link whose browser was closed (L6, W5).
    FinishLink,
    /// Look whether the account is really gone (W5).
    ConfirmDeleted,
    /// Refresh the account (S7).
    Refresh,
    /// Find out how the account is (§9).
    CheckHealth,
}

impl Envelope {
    /// Reads a body. `None`: it is not the JSON of an event.
    #[must_use]
    pub fn parse(body: &[u8]) -> Option<Self> {
        let json: Value = serde_json::from_slice(body).ok()?;
        let event = word(json.get("hook")?.get("event")?)?;
        let account = json.get("linked_account");
        let of_account = |name: &str| account.and_then(|account| account.get(name)).and_then(word);
        let category = of_account("category").and_then(|slug| slug.parse().ok());
        let told = told(&event, category, json.get("data").unwrap_or(&Value::Null));
        Some(Self { told, category, linked_account_id: of_account("id"), end_user_origin_id: of_account("end_user_origin_id"), event })
    }
}

/// Whether a body is the dashboard's test of an address, `{"response":"…"}`: it comes unsigned and says nothing (W1).
#[must_use]
pub fn is_test_ping(body: &[u8]) -> bool {
    match serde_json::from_slice(body) {
        Ok(Value::Object(members)) => members.len() == 1 && members.get("response").is_some_and(Value::is_string),
        _ => false,
    }
}

/// What is to be done about an event. `window_end` answers the end of the last window that was fetched completely, of a data type. A trigger is
/// redundant only when all that it tells of has been fetched (W4).
pub fn plan<'a>(told: &Told, window_end: impl Fn(&str) -> Option<&'a str>) -> Plan {
    let fetched = |finished: &Finished| window_end(&finished.model).is_some_and(|end| instant::reached(end, &finished.at));
    match told {
        Told::Linked { .. } => Plan::FinishLink,
        Told::Deleted => Plan::ConfirmDeleted,
        Told::Issue { .. } => Plan::CheckHealth,
        Told::SyncCompleted { finished } if !finished.is_empty() && finished.iter().all(fetched) => Plan::Nothing,
        Told::Model { finished: Some(finished), .. } if fetched(finished) => Plan::Nothing,
        Told::SyncCompleted { .. } | Told::Model { .. } => Plan::Refresh,
        Told::Unknown => Plan::Nothing,
    }
}

/// A short text without anything that a database or a log could stumble over.
fn word(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let plain = !text.is_empty() && text.chars().count() <= WORD_MAX && !text.chars().any(char::is_control);
    plain.then(|| text.to_owned())
}

fn told(event: &str, category: Option<Category>, data: &Value) -> Told {
    match event.split_once('.') {
        Some(("LinkedAccount", "linked")) => {
            let token = data.get("account_token").and_then(Value::as_str).filter(|token| !token.is_empty());
            Told::Linked { account_token: token.map(Secret::new) }
        }
        // The two that are deprecated say the same with less.
        Some(("LinkedAccount", "sync_completed" | "synced" | "fully_synced_initial" | "synced_initial")) => {
            let models = data.get("sync_status").and_then(Value::as_object).into_iter().flatten();
            Told::SyncCompleted { finished: models.filter_map(|(id, status)| finished(name_of(id), status)).collect() }
        }
        Some(("LinkedAccount", "deleted")) => Told::Deleted,
        Some(("Issue", what)) => Told::Issue { resolved: what == "resolved" },
        Some((class, what @ ("synced" | "added" | "changed" | "removed"))) if class != "LinkedAccount" => {
            let model = category.and_then(|category| models::by_event(category, class));
            let finished = data.get("sync_status").and_then(|status| finished(model?.name(), status));
            let record = data.get("id").filter(|_| what != "synced").and_then(word);
            Told::Model { model, finished, record }
        }
        _ => Told::Unknown,
    }
}

/// The name of the data type that `hris.Employee` means. The upstream's ids carry now the plain name, now the one of its events.
fn name_of(id: &str) -> &str {
    let spec = id.split_once('.').and_then(|(category, class)| models::by_event(category.parse().ok()?, class));
    match spec {
        Some(spec) => spec.name(),
        None => id,
    }
}

fn finished(model: &str, status: &Value) -> Option<Finished> {
    let at = status.get("last_sync_finished").and_then(word)?;
    Some(Finished { model: model.to_owned(), at })
}

#[cfg(test)]
mod tests;
