//! Who belongs to an organisation: inviting by link, roles, leaving (P2).

use std::{fmt, sync::Arc};

use subtle::ConstantTimeEq as _;

use super::{People, SignedIn, email_taken};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::{
        ids::{InvitationId, OrganizationId, UserId},
        origin::SubjectKind,
        people::{Org, Role},
        secret::Secret,
        status::AccountStatus,
        text,
    },
    server::{
        config::SignUp,
        linking::Linking,
        store::ports::{
            NewMember, Person,
            members::{Invitation, Joined, Member, MemberChange},
        },
        vault::Vault,
    },
};

const DAY: i64 = 86_400_000;
/// How long an invitation can be accepted, in days.
const INVITATION_DAYS: i64 = 7;
/// Open invitations of one organisation: a link can be passed around, so few are better.
const INVITATIONS_MAX: usize = 100;

/// Makes the links of invitations and recognises them. A link is the invitation's id and a code that only this server can make, so that the
/// database holds nothing that opens anything, and an admin can look a link up again.
pub struct Links(Arc<Vault>);

impl Links {
    /// The links that this vault's secret makes.
    pub const fn new(vault: Arc<Vault>) -> Self {
        Self(vault)
    }

    fn code(&self, id: InvitationId) -> String {
        let mut code = self.0.mac("invitation", &id.to_string());
        code.truncate(32);
        code
    }

    /// What stands in the link's path.
    pub fn key(&self, id: InvitationId) -> String {
        format!("{}.{}", id.0.simple(), self.code(id))
    }

    /// The invitation that a link is for, if this server made it.
    pub fn read(&self, key: &str) -> Option<InvitationId> {
        let (id, code) = key.split_once('.')?;
        let id: InvitationId = id.parse().ok()?;
        bool::from(self.code(id).as_bytes().ct_eq(code.as_bytes())).then_some(id)
    }
}

impl fmt::Debug for Links {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Links")
    }
}

/// How somebody accepts an invitation.
#[derive(Debug)]
pub enum Joining {
    /// They are signed in.
    Known(UserId),
    /// They are new.
    New {
        /// Their name.
        name: String,
        /// Their e-mail address.
        email: String,
        /// The password that they choose.
        password: Secret,
    },
}

fn only_admins(org: &Org) -> Result<(), ApiError> {
    match org.role {
        Role::Admin => Ok(()),
        Role::Member => Err(ApiError::new(Code::NotAllowed, copy::told_only_admins())),
    }
}

fn changed(change: MemberChange) -> Result<(), ApiError> {
    match change {
        MemberChange::Done => Ok(()),
        MemberChange::LastAdmin => {
            Err(ApiError::new(Code::LastAdmin, "An organisation needs an admin. Make somebody else an admin first.").at("user_id"))
        }
        MemberChange::Unknown => Err(unknown_person()),
    }
}

fn unknown_person() -> ApiError {
    ApiError::new(Code::NotFound, "There is no such person in your organisation.").at("user_id")
}

fn gone() -> ApiError {
    let sentence = "This invitation was used already, was withdrawn, or is too old. Ask for a new one.";
    ApiError::new(Code::InvitationGone, sentence).at("invitation")
}

impl People {
    /// Everybody in the organisation, by name.
    ///
    /// # Errors
    /// The store failed.
    pub async fn members(&self, org: &Org) -> Result<Vec<Member>, ApiError> {
        Ok(self.store.members(org).await?)
    }

    /// The open invitations, for those who can pass them on; nobody else gets a link.
    ///
    /// # Errors
    /// The store failed.
    pub async fn invitations(&self, org: &Org) -> Result<Vec<Invitation>, ApiError> {
        match org.role {
            Role::Admin => Ok(self.store.invitations(org, self.clock.now()).await?),
            Role::Member => Ok(Vec::new()),
        }
    }

    /// Makes an invitation. Whoever holds its link joins with this role, once.
    ///
    /// # Errors
    /// `not_allowed`; `too_many_requests` while a hundred are open.
    pub async fn invite(&self, org: &Org, role: Role) -> Result<InvitationId, ApiError> {
        only_admins(org)?;
        let now = self.clock.now();
        if self.store.invitations(org, now).await?.len() >= INVITATIONS_MAX {
            let sentence = format!("There are {INVITATIONS_MAX} open invitations already. Withdraw those that nobody needs.");
            return Err(ApiError::new(Code::TooManyRequests, sentence));
        }
        let id = InvitationId(self.rng.uuid());
        self.store.invite(org, id, role, now.plus_millis(INVITATION_DAYS * DAY), now).await?;
        Ok(id)
    }

    /// Withdraws an invitation.
    ///
    /// # Errors
    /// `not_allowed`, `not_found`.
    pub async fn withdraw_invitation(&self, org: &Org, id: InvitationId) -> Result<(), ApiError> {
        only_admins(org)?;
        if self.store.withdraw_invitation(org, id, self.clock.now()).await? {
            return Ok(());
        }
        Err(ApiError::new(Code::NotFound, "There is no such open invitation.").at("invitation_id"))
    }

    /// The invitation of a link.
    ///
    /// # Errors
    /// `not_found`: nobody made this link; `invitation_gone`.
    pub async fn invitation(&self, links: &Links, key: &str) -> Result<Invitation, ApiError> {
        let id = links.read(key).ok_or_else(|| ApiError::new(Code::NotFound, "There is no such invitation.").at("invitation"))?;
        self.store.invitation(id, self.clock.now()).await?.ok_or_else(gone)
    }

    /// Accepts an invitation, and signs in to its organisation. Who is in it already keeps their role, and the invitation stays open.
    ///
    /// # Errors
    /// `not_found`, `invitation_gone`; of a new person also `invalid_input` naming the field, `email_taken`, and `sign_up_closed` where nobody
    /// new may come.
    pub async fn join(&self, links: &Links, key: &str, joining: Joining) -> Result<SignedIn, ApiError> {
        let id = self.invitation(links, key).await?.id;
        let now = self.clock.now();
        let joined = match joining {
            Joining::Known(user) => self.store.join(id, user, now).await?,
            Joining::New { .. } if self.config.sign_up == SignUp::Off => {
                let sentence = "New people can't join here by themselves. Sign in with the account that you have.";
                return Err(ApiError::new(Code::SignUpClosed, sentence));
            }
            Joining::New { name, email, password } => {
                let name = text::name("Name", &name).map_err(|error| ApiError::text("name", &error))?;
                let email = text::email(&email).map_err(|error| ApiError::text("email", &error))?;
                text::password(password.expose()).map_err(|error| ApiError::text("password", &error))?;
                let password_hash = Some(self.hash(password).await?);
                let new = NewMember { user: UserId(self.rng.uuid()), name, email, password_hash, role: Role::Member };
                self.store.join_as_new(id, &new, now).await?
            }
        };
        match joined {
            Joined::Yes(person) | Joined::Already(person) => self.start_session(*person).await,
            Joined::EmailTaken => Err(email_taken()),
            Joined::Gone => Err(gone()),
        }
    }

    /// The organisations of a person.
    ///
    /// # Errors
    /// The store failed.
    pub async fn organizations(&self, user: UserId) -> Result<Vec<Person>, ApiError> {
        Ok(self.store.memberships(user).await?)
    }

    /// Goes over to another organisation of the person's: a new session, so that pages of the old one notice.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn switch_organization(&self, user: UserId, to: OrganizationId) -> Result<SignedIn, ApiError> {
        let known = self.store.memberships(user).await?.into_iter().find(|person| person.organization == to);
        match known {
            Some(person) => self.start_session(person).await,
            None => Err(ApiError::new(Code::NotFound, "You are in no such organisation.").at("organization_id")),
        }
    }

    /// Changes somebody's role.
    ///
    /// # Errors
    /// `not_allowed`, `not_found`, `last_admin`.
    pub async fn set_role(&self, org: &Org, user: UserId, role: Role) -> Result<(), ApiError> {
        only_admins(org)?;
        changed(self.store.set_role(org, user, role, self.clock.now()).await?)
    }

    /// Takes somebody out of the organisation; anybody may leave by themselves. The apps that they connected for themselves alone are deleted:
    /// nobody else may see those data (P2), so nobody could look after them.
    ///
    /// # Errors
    /// `not_allowed`, `not_found`, `last_admin`.
    pub async fn remove_member(&self, linking: &Linking, org: &Org, user: UserId) -> Result<(), ApiError> {
        if user != org.user {
            only_admins(org)?;
        }
        // First: from here on they can connect nothing more.
        changed(self.store.remove_member(org, user, self.clock.now()).await?)?;
        let theirs = Org { organization: org.organization, user, role: Role::Member };
        for account in self.store.accounts(&theirs, self.clock.now()).await? {
            if account.subject.kind == SubjectKind::User && account.status != AccountStatus::Deleting {
                linking.delete(&theirs, account.id).await?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn links(secret: &str) -> Links {
        let keys = Secret::new("k1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".to_owned());
        Links::new(Arc::new(Vault::new(&keys, Secret::new(secret.to_owned())).unwrap()))
    }

    proptest! {
        #[test]
        fn a_link_opens_its_invitation_and_no_other(one: u128, other: u128, text in ".{0,70}") {
            prop_assume!(one != other);
            let (ours, theirs) = (links("a secret of this server"), links("a secret of another one"));
            let id = InvitationId(Uuid::from_u128(one));
            let key = ours.key(id);
            prop_assert_eq!(ours.read(&key), Some(id));
            prop_assert_eq!(theirs.read(&key), None);
            let (_, code) = key.split_once('.').unwrap();
            prop_assert_eq!(ours.read(&format!("{}.{code}", Uuid::from_u128(other).simple())), None);
            prop_assert_eq!(ours.read(&text), None);
        }
    }
}
