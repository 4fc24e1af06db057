//! The statuses of a linked account, ours and the upstream's (§5), and what each endpoint does in each (§4).

use serde::{Deserialize, Serialize};

/// The status of one of our rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountStatus {
    /// Created, not connected yet; holds no token.
    Pending,
    /// Connected.
    Active,
    /// Connected once; the other side wants the person to sign in again.
    RelinkNeeded,
    /// Connected, but something other than a sign-in is broken.
    Error,
    /// Gone for people; the upstream still has to confirm.
    Deleting,
}

impl AccountStatus {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Pending, Self::Active, Self::RelinkNeeded, Self::Error, Self::Deleting];

    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Active => "active",
            Self::RelinkNeeded => "relink_needed",
            Self::Error => "error",
            Self::Deleting => "deleting",
        }
    }

    /// The reverse of [`AccountStatus::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }

    /// Whether the row stands for an account that was connected and holds a token.
    pub const fn is_connected(self) -> bool {
        matches!(self, Self::Active | Self::RelinkNeeded | Self::Error)
    }

    /// Whether somebody has to act on an account with this problem (§9). An app that isn't answering comes back without anybody.
    pub fn needs_somebody(self, problem: Option<&str>) -> bool {
        matches!(self, Self::RelinkNeeded | Self::Error) && problem != Some("outage")
    }
}

/// The upstream's status of a linked account. Unknown words are kept apart instead of refused: the upstream may add some.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UpstreamStatus {
    /// `COMPLETE`
    Complete,
    /// `INCOMPLETE`: the person left before finishing.
    Incomplete,
    /// `RELINK_NEEDED`: the credentials stopped working.
    RelinkNeeded,
    /// `IDLE`: nothing was asked for about two weeks; syncs are paused.
    Idle,
    /// A word we do not know.
    Other(String),
}

impl UpstreamStatus {
    /// From the wire.
    pub fn parse(text: &str) -> Self {
        match text {
            "COMPLETE" => Self::Complete,
            "INCOMPLETE" => Self::Incomplete,
            "RELINK_NEEDED" => Self::RelinkNeeded,
            "IDLE" => Self::Idle,
            other => Self::Other(other.to_owned()),
        }
    }

    /// Our status of a row that holds a token (§5). An unknown word changes nothing bad: the account just worked.
    pub const fn with_token(&self) -> AccountStatus {
        match self {
            Self::Complete | Self::Idle | Self::Other(_) => AccountStatus::Active,
            Self::Incomplete | Self::RelinkNeeded => AccountStatus::RelinkNeeded,
        }
    }
}

/// The endpoints that act on a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// `POST /relink-integration`
    Relink,
    /// `POST /delete-integration`
    Delete,
    /// `POST /rename-integration`
    Rename,
    /// `POST /discard-integration`
    Discard,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 4] = [Self::Relink, Self::Delete, Self::Rename, Self::Discard];
}

/// What an endpoint does with a row in some status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does its work.
    Proceed,
    /// It does the work of [`Action::Discard`] instead (L8).
    Discard,
    /// 409 `setup_not_finished`.
    SetupNotFinished,
    /// 409 `already_connected`.
    AlreadyConnected,
    /// 404, as for a row that does not exist (L8).
    NotFound,
}

/// The table status × endpoint. Deleting hides a row from everything; a row with a token never becomes `pending`.
///
/// | | relink | delete | rename | discard |
/// |---|---|---|---|---|
/// | `pending` | 409 `setup_not_finished` | discards | 409 `setup_not_finished` | discards |
/// | `active`, `relink_needed`, `error` | proceeds | proceeds | proceeds | 409 `already_connected` |
/// | `deleting` | 404 | 404 | 404 | 404 |
pub const fn verdict(action: Action, status: AccountStatus) -> Verdict {
    use AccountStatus::{Active, Deleting, Error, Pending, RelinkNeeded};
    match (status, action) {
        (Deleting, _) => Verdict::NotFound,
        (Pending, Action::Discard) => Verdict::Proceed,
        (Pending, Action::Delete) => Verdict::Discard,
        (Pending, Action::Relink | Action::Rename) => Verdict::SetupNotFinished,
        (Active | RelinkNeeded | Error, Action::Discard) => Verdict::AlreadyConnected,
        (Active | RelinkNeeded | Error, Action::Relink | Action::Delete | Action::Rename) => Verdict::Proceed,
    }
}
