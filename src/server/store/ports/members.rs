//! The people of an organisation, and invitations to it (P2).

use async_trait::async_trait;

use super::{NewMember, Person, StoreResult};
use crate::domain::{
    ids::{InvitationId, OrganizationId, UserId},
    people::{Org, Role},
    time::Timestamp,
};

/// A person of an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The person.
    pub user: UserId,
    /// Their name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// Since when.
    pub since: Timestamp,
}

/// An invitation that can still be accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// To which organisation.
    pub organization: OrganizationId,
    /// Its name.
    pub organization_name: String,
    /// The role that whoever accepts it gets.
    pub role: Role,
    /// Who invites.
    pub invited_by: String,
    /// Until when.
    pub expires_at: Timestamp,
}

/// What came of accepting an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joined {
    /// The person in their new organisation.
    Yes(Box<Person>),
    /// They were in it already; the invitation is as it was.
    Already(Box<Person>),
    /// Somebody has this e-mail address.
    EmailTaken,
    /// The invitation was used, withdrawn, or is too old.
    Gone,
}

/// What came of changing somebody's role, or of removing them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberChange {
    /// It is so.
    Done,
    /// The organisation would be left without an admin; nothing was changed.
    LastAdmin,
    /// There is no such person in the organisation.
    Unknown,
}

/// The people of an organisation.
#[async_trait]
pub trait Members: Send + Sync {
    /// Everybody, by name.
    async fn members(&self, org: &Org) -> StoreResult<Vec<Member>>;
    /// The organisations of a person, in the order in which they joined.
    async fn memberships(&self, user: UserId) -> StoreResult<Vec<Person>>;
    /// Writes an invitation.
    async fn invite(&self, org: &Org, id: InvitationId, role: Role, expires_at: Timestamp, now: Timestamp) -> StoreResult<()>;
    /// The invitations that can still be accepted, the newest first.
    async fn invitations(&self, org: &Org, now: Timestamp) -> StoreResult<Vec<Invitation>>;
    /// Withdraws an invitation; whether there was an open one.
    async fn withdraw_invitation(&self, org: &Org, id: InvitationId, now: Timestamp) -> StoreResult<bool>;
    /// An invitation, for whoever holds its link.
    async fn invitation(&self, id: InvitationId, now: Timestamp) -> StoreResult<Option<Invitation>>;
    /// A new person accepts an invitation; the role is the invitation's, not the person's.
    async fn join_as_new(&self, id: InvitationId, new: &NewMember, now: Timestamp) -> StoreResult<Joined>;
    /// A known person accepts an invitation.
    async fn join(&self, id: InvitationId, user: UserId, now: Timestamp) -> StoreResult<Joined>;
    /// Changes a person's role.
    async fn set_role(&self, org: &Org, user: UserId, role: Role, now: Timestamp) -> StoreResult<MemberChange>;
    /// Takes a person out of the organisation, and ends their sessions in it.
    async fn remove_member(&self, org: &Org, user: UserId, now: Timestamp) -> StoreResult<MemberChange>;
}
