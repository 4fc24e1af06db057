//! Who may do what (P2). The server decides; the pages only hide.

use serde::{Deserialize, Serialize};

use super::{
    ids::{OrganizationId, UserId},
    origin::SubjectKind,
};

/// What a person may do in an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Connects, relinks, deletes, syncs, invites.
    Admin,
    /// Looks; where the subject is `user`, also connects and manages their own accounts.
    Member,
}

impl Role {
    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Member => "member",
        }
    }

    /// The reverse of [`Role::as_str`].
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "admin" => Some(Self::Admin),
            "member" => Some(Self::Member),
            _ => None,
        }
    }
}

/// The scope of every store call that touches tenant data: an organisation, and the person in it on whose behalf the call is
/// made. Rows of the organisation are seen by all its people; rows whose subject is a user only by that user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Org {
    /// The organisation.
    pub organization: OrganizationId,
    /// The person.
    pub user: UserId,
    /// The person's role in it.
    pub role: Role,
}

impl Org {
    /// Whether this person may connect apps for a subject of this kind, or manage an account that they can see and whose subject
    /// is of this kind (P2).
    pub const fn may_manage(&self, subject: SubjectKind) -> bool {
        matches!((self.role, subject), (Role::Admin, _) | (Role::Member, SubjectKind::User))
    }
}
