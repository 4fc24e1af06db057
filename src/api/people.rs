//! Signing up, in and out (§11).

use leptos::{
    prelude::*,
    server_fn::codec::{GetUrl, Json},
};
use serde::{Deserialize, Serialize};

use super::{error::ApiError, linking::Done};
use crate::domain::people::Role;

/// The signed-in person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// Always `true`.
    pub success: bool,
    /// Id.
    pub user_id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Organisation's id; pages send it back as `X-Organization`.
    pub organization_id: String,
    /// Organisation's name.
    pub organization_name: String,
    /// Whether the person sees the operator's pages.
    pub operator: bool,
}

/// Makes an organisation with its admin and signs them in (P1).
#[server(prefix = "/api/auth", endpoint = "sign-up", input = Json, output = Json)]
pub async fn sign_up(
    organization_name: Option<String>,
    name: Option<String>,
    email: Option<String>,
    password: Option<String>,
) -> Result<Me, ApiError> {
    crate::server::door::people::sign_up(organization_name, name, email, password).await
}

/// Signs in (P1).
#[server(prefix = "/api/auth", endpoint = "sign-in", input = Json, output = Json)]
pub async fn sign_in(email: Option<String>, password: Option<String>) -> Result<Me, ApiError> {
    crate::server::door::people::sign_in(email, password).await
}

/// Enters the demo organisation; only in development with the sandbox (P4).
#[server(prefix = "/api/auth", endpoint = "demo", input = Json, output = Json)]
pub async fn enter_demo() -> Result<Me, ApiError> {
    crate::server::door::people::enter_demo().await
}

/// Signs out; the session ends on the server.
#[server(prefix = "/api/auth", endpoint = "sign-out", input = Json, output = Json)]
pub async fn sign_out() -> Result<Done, ApiError> {
    crate::server::door::people::sign_out().await
}

/// Who is signed in.
#[server(name = WhoAmI, prefix = "/api/auth", endpoint = "me", input = GetUrl, output = Json)]
pub async fn me() -> Result<Me, ApiError> {
    crate::server::door::people::me().await
}

/// A person of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Id.
    pub user_id: String,
    /// Name.
    pub name: String,
    /// E-mail address.
    pub email: String,
    /// Role.
    pub role: Role,
    /// Since when; ISO 8601.
    pub since: String,
    /// Whether it is the caller.
    pub you: bool,
}

/// An invitation that can still be accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// Id.
    pub id: String,
    /// The role that whoever accepts it gets.
    pub role: Role,
    /// Who invites.
    pub invited_by: String,
    /// The link to pass on. Whoever has it can join, once.
    pub link: String,
    /// Until when; ISO 8601.
    pub expires_at: String,
}

/// An organisation of the caller's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganizationView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Whether the caller is signed in to it.
    pub here: bool,
}

/// Who belongs to the caller's organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PeopleReply {
    /// Always `true`.
    pub success: bool,
    /// By name.
    pub people: Vec<PersonView>,
    /// The newest first; none for who is no admin.
    pub invitations: Vec<InvitationView>,
    /// The organisations that the caller belongs to.
    pub organizations: Vec<OrganizationView>,
}

/// An invitation as whoever holds its link sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// To which organisation.
    pub organization_name: String,
    /// Who invites.
    pub invited_by: String,
    /// As what.
    pub role: Role,
    /// The signed-in person's name and whether they are in the organisation already, if somebody is signed in.
    pub known: Option<(String, bool)>,
    /// Whether somebody without an account may make one.
    pub new_people: bool,
}

/// Accepts an invitation: who is signed in joins as they are, anybody else with a name, an e-mail address and a password (P2).
#[server(name = JoinOrganization, prefix = "/api/auth", endpoint = "join", input = Json, output = Json)]
pub async fn join(
    invitation: Option<String>,
    name: Option<String>,
    email: Option<String>,
    password: Option<String>,
) -> Result<Me, ApiError> {
    crate::server::door::members::join(invitation, name, email, password).await
}

/// Goes over to another organisation that the person belongs to.
#[server(prefix = "/api/auth", endpoint = "switch-organization", input = Json, output = Json)]
pub async fn switch_organization(organization_id: Option<String>) -> Result<Me, ApiError> {
    crate::server::door::members::switch_organization(organization_id).await
}

/// Who belongs to the organisation, and who is invited.
#[server(name = ReadPeople, prefix = "/api/page", endpoint = "people", input = GetUrl, output = Json)]
pub async fn people() -> Result<PeopleReply, ApiError> {
    crate::server::door::members::people().await
}

/// Makes an invitation link.
#[server(prefix = "/api/people", endpoint = "invite", input = Json, output = Json)]
pub async fn invite(role: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::members::invite(role).await
}

/// Withdraws an invitation.
#[server(prefix = "/api/people", endpoint = "withdraw-invitation", input = Json, output = Json)]
pub async fn withdraw_invitation(invitation_id: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::members::withdraw_invitation(invitation_id).await
}

/// Changes somebody's role.
#[server(prefix = "/api/people", endpoint = "set-role", input = Json, output = Json)]
pub async fn set_role(user_id: Option<String>, role: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::members::set_role(user_id, role).await
}

/// Takes somebody out of the organisation, or leaves it.
#[server(prefix = "/api/people", endpoint = "remove", input = Json, output = Json)]
pub async fn remove_person(user_id: Option<String>) -> Result<Done, ApiError> {
    crate::server::door::members::remove_person(user_id).await
}
