//! Signing in and up, and joining.

use crate::{domain::people::Role, say};

messages! {
    /// Under the title of signing in.
    sign_in_lead = "page-sign-in-lead";
    /// One click, in development (P4).
    enter_demo = "page-enter-demo";
    /// Between two ways in.
    or = "page-or";
    /// Before the way to sign up.
    new_here = "page-new-here";
    /// Makes an account.
    sign_up = "page-sign-up";
    /// Before the way to sign in.
    have_account = "page-have-account";
    /// Nobody may sign up.
    sign_up_closed = "page-sign-up-closed";
    /// Under the title of signing up.
    sign_up_lead = "page-sign-up-lead";
    /// Signs up.
    create_organization = "page-create-organization";
    /// A field.
    email = "page-email";
    /// A field.
    password = "page-password";
    /// A field.
    organization = "page-organization";
    /// A field.
    your_name = "page-your-name";
    /// Accepting an invitation.
    join_title = "page-join-title";
    /// The title over a link that leads nowhere.
    invitation_gone_title = "page-invitation-gone-title";
    /// A link that leads nowhere.
    invitation_gone = "page-invitation-gone";
    /// For who has an account already.
    sign_in_to_join = "page-sign-in-to-join";
}

/// Under a field for a new password.
pub fn password_hint(least: usize) -> String {
    say!("page-password-hint", count = least)
}

/// Over an invitation.
pub fn invitation_lead(by: &str, organization: &str, role: Role) -> String {
    match role {
        Role::Admin => say!("page-invitation-lead-admin", by = by, organization = organization),
        Role::Member => say!("page-invitation-lead", by = by, organization = organization),
    }
}

/// The invitation of somebody who needs none.
pub fn already_in(organization: &str) -> String {
    say!("page-already-in", organization = organization)
}

/// The button of somebody who is signed in.
pub fn join_as(name: &str) -> String {
    say!("page-join-as", name = name)
}

/// The button of somebody new.
pub fn join_organization(organization: &str) -> String {
    say!("page-join-organization", organization = organization)
}

/// The way out for somebody else.
pub fn not_you(name: &str) -> String {
    say!("page-not-you", name = name)
}
