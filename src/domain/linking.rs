//! Which row an attempt to connect uses (L4, L5): the rule that keeps abandoned attempts from littering the upstream, and two
//! apps that are connected at the same moment from sharing an id.

use super::{ids::AccountId, origin::Strategy, status::AccountStatus};

/// What the rule needs to know of one row of the subject in the category that is being connected. Rows made against another
/// upstream are left out by the caller, except for [`Strategy::Single`], where they still occupy the category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row.
    pub id: AccountId,
    /// Its status.
    pub status: AccountStatus,
    /// The strategy it was made with.
    pub strategy: Strategy,
    /// The app that was chosen for it; `None` when the person left the choice to the window, which counts as an app of its own.
    pub requested: Option<String>,
    /// The name of the app to show in a refusal, when one is known.
    pub app_name: Option<String>,
    /// Whether a link token was ever issued for it: only then can the upstream know the row.
    pub token_issued: bool,
    /// Whether an attempt of another page than the asking one holds it: named its page, neither released nor superseded, and
    /// not past its expiry.
    pub held: bool,
}

/// What the upstream said of a row's origin id when it was asked, without and with `is_test_account`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The row that was asked about.
    pub row: AccountId,
    /// Whether it is absent there or INCOMPLETE: nothing else may be re-aimed.
    pub free: bool,
}

/// What an attempt does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Use the row again as it is: the same app was tried before.
    Reuse(AccountId),
    /// Use the row for the app now chosen, under its old id.
    ReAim(AccountId),
    /// Ask the upstream about this row, then decide again.
    Ask(AccountId),
    /// Make a new row with a new id.
    Create,
    /// Refuse: one account a category, and this one is it (L5).
    Taken {
        /// The connected app's name, when known.
        app_name: Option<String>,
        /// Whether that account is being deleted.
        deleting: bool,
    },
    /// Refuse: one account a category, and another page is connecting it right now (L5).
    InProgress,
}

/// Decides which row an attempt uses. `rows` are those of one subject and category in order of creation, read under that
/// pair's lock; `requested` is the app now chosen; `probes` is what was learned by earlier [`Decision::Ask`]s.
pub fn decide(strategy: Strategy, rows: &[Row], requested: Option<&str>, probes: &[Probe]) -> Decision {
    let verdict = |row: &Row| probes.iter().find(|probe| probe.row == row.id).map(|probe| probe.free);
    let pending = || rows.iter().filter(|row| row.status == AccountStatus::Pending);

    if strategy == Strategy::Single
        && let Some(row) = rows.iter().find(|row| row.status != AccountStatus::Pending)
    {
        return Decision::Taken { app_name: row.app_name.clone(), deleting: row.status == AccountStatus::Deleting };
    }
    if let Some(row) = pending().find(|row| row.requested.as_deref() == requested && row.strategy == strategy) {
        return Decision::Reuse(row.id);
    }
    let mut others = pending().filter(|row| row.strategy == strategy);
    if strategy == Strategy::Single {
        // The id is fixed, so this row is the only one there can be.
        return match others.next() {
            None => Decision::Create,
            Some(row) if row.held => Decision::InProgress,
            Some(row) if !row.token_issued => Decision::ReAim(row.id),
            Some(row) => match verdict(row) {
                None => Decision::Ask(row.id),
                Some(true) => Decision::ReAim(row.id),
                Some(false) => Decision::Taken { app_name: row.app_name.clone(), deleting: false },
            },
        };
    }
    let free = || pending().filter(|row| row.strategy == strategy && !row.held);
    if let Some(row) = free().find(|row| !row.token_issued || verdict(row) == Some(true)) {
        return Decision::ReAim(row.id);
    }
    match free().find(|row| verdict(row).is_none()) {
        Some(row) => Decision::Ask(row.id),
        None => Decision::Create,
    }
}

/// The line that is logged when an attempt begins (L4).
pub fn log_line(decision: &Decision, rows: &[Row]) -> &'static str {
    match decision {
        Decision::Reuse(_) | Decision::ReAim(_) => "Reusing",
        _ if rows.iter().any(|row| row.status.is_connected()) => "Adding second integration",
        _ => "First linking attempt",
    }
}

#[cfg(test)]
#[path = "linking_tests.rs"]
mod tests;
