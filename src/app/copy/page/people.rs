//! The people of an organisation.

use crate::{domain::people::Role, say};

messages! {
    /// Above the people.
    people = "page-people";
    /// A member looks at the people.
    only_admins_invite = "page-only-admins-invite";
    /// Goes away from an organisation.
    leave = "page-leave";
    /// Takes somebody out of it.
    remove = "page-remove";
    /// Who looks is meant.
    you = "page-you";
    /// The last admin's role and place are fixed.
    last_admin = "page-last-admin";
    /// Above the invitations.
    invitations = "page-invitations";
    /// Under it.
    invite_lead = "page-invite-lead";
    /// Makes an invitation.
    invite = "page-invite";
    /// What whoever accepts it may do.
    invited_role = "page-invited-role";
    /// Makes its link.
    create_link = "page-create-link";
    /// Before the time when a link ends.
    expires = "page-expires";
    /// Takes an invitation back.
    withdraw = "page-withdraw";
    /// Above the organisations of who looks.
    organizations = "page-organizations";
    /// Goes over to another one.
    switch = "page-switch";
    /// This one.
    here = "page-here";
}

/// Under the settings' title.
pub fn people_lead(organization: &str) -> String {
    say!("page-people-lead", organization = organization)
}

/// A role.
pub fn role(role: Role) -> String {
    match role {
        Role::Admin => say!("page-role-admin"),
        Role::Member => say!("page-role-member"),
    }
}

/// The name of the list of roles.
pub fn role_of(name: &str) -> String {
    say!("page-role-of", name = name)
}

/// After "Save", unseen.
pub fn save_role_of(name: &str) -> String {
    say!("page-save-role-of", name = name)
}

/// The button that leaves.
pub fn leave_organization(organization: &str) -> String {
    say!("page-leave-organization", organization = organization)
}

/// The button that takes somebody out.
pub fn remove_person(name: &str) -> String {
    say!("page-remove-person", name = name)
}

/// Before somebody is taken out.
pub fn remove_question(name: &str, organization: &str) -> String {
    say!("page-remove-question", name = name, organization = organization)
}

/// Before somebody leaves.
pub fn leave_question(organization: &str) -> String {
    say!("page-leave-question", organization = organization)
}

/// The field that holds the link of an invitation.
pub fn invitation_link_role(number: usize, of: Role) -> String {
    say!("page-invitation-link-role", number = number, role = &role(of))
}

/// After "Copy", unseen.
pub fn invitation_link(number: usize) -> String {
    say!("page-invitation-link", number = number)
}

/// Whose invitation it is.
pub fn invited_by(who: &str) -> String {
    say!("page-invited-by", who = who)
}

/// After "Withdraw", unseen.
pub fn withdraw_named(number: usize) -> String {
    say!("page-withdraw-named", number = number)
}

/// After "Switch", unseen.
pub fn switch_to(organization: &str) -> String {
    say!("page-switch-to", organization = organization)
}
