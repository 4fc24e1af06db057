//! The people of an organisation.

use super::{
    caller, id,
    people::{enter, leave},
    state, visitor,
};
use crate::{
    api::{
        error::ApiError,
        linking::Done,
        people::{InvitationView, Me, Offer, OrganizationView, PeopleReply, PersonView},
    },
    domain::{
        ids::{InvitationId, OrganizationId, UserId},
        people::Role,
        secret::Secret,
    },
    server::{
        config::SignUp,
        people::members::{Joining, Links},
        state::AppState,
    },
};

fn links(state: &AppState) -> Links {
    Links::new(state.vault.clone())
}

fn role(raw: Option<String>) -> Result<Role, ApiError> {
    raw.as_deref().and_then(Role::parse).ok_or_else(|| ApiError::field("role", "role must be admin or member."))
}

/// See [`crate::server::people::People::members`].
pub async fn people() -> Result<PeopleReply, ApiError> {
    let (state, person) = (state()?, caller()?);
    let org = person.org();
    let links = links(&state);
    let base = state.config.public_url.as_str().trim_end_matches('/');
    let people = state.people.members(&org).await?.into_iter().map(|member| PersonView {
        user_id: member.user.to_string(),
        name: member.name,
        email: member.email,
        role: member.role,
        since: member.since.to_iso(),
        you: member.user == org.user,
    });
    let invitations = state.people.invitations(&org).await?.into_iter().map(|invitation| InvitationView {
        id: invitation.id.to_string(),
        role: invitation.role,
        invited_by: invitation.invited_by,
        link: format!("{base}/join/{}", links.key(invitation.id)),
        expires_at: invitation.expires_at.to_iso(),
    });
    let organizations = state.people.organizations(org.user).await?.into_iter().map(|person| OrganizationView {
        id: person.organization.to_string(),
        name: person.organization_name,
        here: person.organization == org.organization,
    });
    Ok(PeopleReply { success: true, people: people.collect(), invitations: invitations.collect(), organizations: organizations.collect() })
}

/// The invitation of a link, for its page.
pub async fn offer(key: &str) -> Result<Offer, ApiError> {
    let state = state()?;
    let invitation = state.people.invitation(&links(&state), key).await?;
    let known = match visitor().session {
        None => None,
        Some(session) => {
            let theirs = state.people.organizations(session.person.user).await?;
            let inside = theirs.iter().any(|person| person.organization == invitation.organization);
            Some((session.person.name, inside))
        }
    };
    Ok(Offer {
        organization_name: invitation.organization_name,
        invited_by: invitation.invited_by,
        role: invitation.role,
        known,
        new_people: state.config.sign_up != SignUp::Off,
    })
}

/// See [`crate::server::people::People::join`].
pub async fn join(
    invitation: Option<String>,
    name: Option<String>,
    email: Option<String>,
    password: Option<String>,
) -> Result<Me, ApiError> {
    let state = state()?;
    let joining = match visitor().session {
        Some(session) => Joining::Known(session.person.user),
        None => Joining::New {
            name: name.unwrap_or_default(),
            email: email.unwrap_or_default(),
            password: Secret::new(password.unwrap_or_default()),
        },
    };
    let signed_in = state.people.join(&links(&state), &invitation.unwrap_or_default(), joining).await?;
    enter(&state, signed_in).await
}

/// See [`crate::server::people::People::switch_organization`].
pub async fn switch_organization(organization_id: Option<String>) -> Result<Me, ApiError> {
    let (state, person) = (state()?, caller()?);
    let to: OrganizationId = id("organization_id", organization_id)?;
    let signed_in = state.people.switch_organization(person.user, to).await?;
    enter(&state, signed_in).await
}

/// See [`crate::server::people::People::invite`]. The link is on the page of the organisation's people, for as long as it works.
pub async fn invite(raw: Option<String>) -> Result<Done, ApiError> {
    let org = caller()?.org();
    state()?.people.invite(&org, role(raw)?).await?;
    Ok(Done::yes())
}

/// See [`crate::server::people::People::withdraw_invitation`].
pub async fn withdraw_invitation(invitation_id: Option<String>) -> Result<Done, ApiError> {
    let org = caller()?.org();
    let invitation: InvitationId = id("invitation_id", invitation_id)?;
    state()?.people.withdraw_invitation(&org, invitation).await?;
    Ok(Done::yes())
}

/// See [`crate::server::people::People::set_role`].
pub async fn set_role(user_id: Option<String>, raw: Option<String>) -> Result<Done, ApiError> {
    let org = caller()?.org();
    let user: UserId = id("user_id", user_id)?;
    state()?.people.set_role(&org, user, role(raw)?).await?;
    Ok(Done::yes())
}

/// See [`crate::server::people::People::remove_member`]. Who leaves is signed out.
pub async fn remove_person(user_id: Option<String>) -> Result<Done, ApiError> {
    let (state, org) = (state()?, caller()?.org());
    let user: UserId = id("user_id", user_id)?;
    state.people.remove_member(&state.linking, &org, user).await?;
    if user == org.user { leave(&state) } else { Ok(Done::yes()) }
}
