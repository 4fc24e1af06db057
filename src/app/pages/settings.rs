//! `/settings`: who belongs to the organisation (P2). Plain forms: nothing here needs a script; with one, a link is copied by a button.

use leptos::prelude::*;

use super::frame::{Around, Tab, page};
use crate::{
    api::people::{
        InvitationView, Invite, OrganizationView, PeopleReply, PersonView, RemovePerson, SetRole, SwitchOrganization, WithdrawInvitation,
        people,
    },
    app::{browser::path_of, copy, islands::copying::CopyButton, site::now, when},
    domain::people::Role,
};

/// The page.
#[component]
pub fn SettingsRoute() -> impl IntoView {
    Suspend::new(async move {
        page(Tab::Elsewhere, people(), |reply, around| {
            let PeopleReply { people, invitations, organizations, .. } = reply;
            let admin = around.me.role == Role::Admin;
            let content = view! {
                <div class="page-head">
                    <h1>{copy::settings()}</h1>
                    <p class="lead">{copy::people_lead(&around.me.organization_name)}</p>
                </div>
                <div class="settings">
                    {everybody(people, around)} {admin.then(|| invited(invitations))}
                    {(organizations.len() > 1).then(|| elsewhere(organizations))}
                </div>
            };
            (copy::settings(), content.into_any())
        })
        .await
    })
}

fn everybody(people: Vec<PersonView>, around: &Around) -> AnyView {
    let admin = around.me.role == Role::Admin;
    let admins = people.iter().filter(|person| person.role == Role::Admin).count();
    let organization = around.me.organization_name.clone();
    let rows = people.into_iter().map(|person| {
        let last = person.role == Role::Admin && admins == 1;
        person_row(person, admin, last, &organization)
    });
    view! {
        <section class="panel" aria-labelledby="people">
            <h2 id="people">{copy::people()}</h2>
            <ul class="people">{rows.collect_view()}</ul>
            {(!admin).then(|| view! { <p class="meta people-note">{copy::only_admins_invite()}</p> })}
        </section>
    }
    .into_any()
}

/// `last`: the only admin, whom nobody can take away.
fn person_row(person: PersonView, admin: bool, last: bool, organization: &str) -> impl IntoView + use<> {
    let PersonView { user_id, name, email, role, you, .. } = person;
    let fixed = last || !admin;
    let role_part = if fixed {
        view! { <span class="person-role">{copy::role(role)}</span> }.into_any()
    } else {
        let option = |this: Role| view! { <option value=this.as_str() selected=this == role>{copy::role(this)}</option> };
        view! {
            <form class="person-role" method="post" action={path_of::<SetRole>()}>
                <input type="hidden" name="user_id" value=user_id.clone() />
                <select class="input" name="role" aria-label=copy::role_of(&name)>
                    {option(Role::Admin)}
                    {option(Role::Member)}
                </select>
                <button class="btn">{copy::save()} <span class="sr-only">" " {copy::save_role_of(&name)}</span></button>
            </form>
        }
        .into_any()
    };
    let (verb, question, act) = if you {
        (copy::leave(), copy::leave_question(organization), copy::leave_organization(organization))
    } else {
        (copy::remove(), copy::remove_question(&name, organization), copy::remove_person(&name))
    };
    let leave = ((admin || you) && !last).then(|| {
        view! {
            <details class="person-leave">
                <summary class="btn danger-quiet">{verb} <span class="sr-only">" " <span translate="no">{name.clone()}</span></span></summary>
                <form method="post" action={path_of::<RemovePerson>()}>
                    <input type="hidden" name="user_id" value=user_id />
                    <p>{question}</p>
                    <button class="btn danger">{act}</button>
                </form>
            </details>
        }
    });
    view! {
        <li>
            <div class="person-who">
                <p class="person-name">
                    <span translate="no">{name}</span>
                    {you.then(|| view! { <span class="meta">" " {copy::you()}</span> })}</p>
                <p class="meta" translate="no">{email}</p>
                {(last && admin).then(|| view! { <p class="meta">{copy::last_admin()}</p> })}
            </div>
            {role_part}
            {leave}
        </li>
    }
}

fn invited(invitations: Vec<InvitationView>) -> AnyView {
    let now = now();
    let rows = invitations.into_iter().enumerate().map(|(n, invitation)| invitation_row(n, invitation, now)).collect_view();
    view! {
        <section class="panel" aria-labelledby="invitations">
            <h2 id="invitations">{copy::invitations()}</h2>
            <p class="meta">{copy::invite_lead()}</p>
            <form class="invite" method="post" action={path_of::<Invite>()}>
                <select class="input" name="role" aria-label=copy::invited_role()>
                    <option value="member">{copy::role(Role::Member)}</option>
                    <option value="admin">{copy::role(Role::Admin)}</option>
                </select>
                <button class="btn primary">{copy::create_link()}</button>
            </form>
            <ul class="invitations">{rows}</ul>
        </section>
    }
    .into_any()
}

fn invitation_row(n: usize, invitation: InvitationView, now: i64) -> impl IntoView + use<> {
    let label = copy::invitation_link_role(n + 1, invitation.role);
    let field = format!("invitation-{n}");
    let ends = when::ahead(&invitation.expires_at, now);
    view! {
        <li>
            <div class="link-row">
                <input class="input link-field" id=field.clone() readonly value=invitation.link aria-label=label />
                <CopyButton field=field what=copy::invitation_link(n + 1) />
            </div>
            <p class="meta">
                {copy::role(invitation.role)} " · " {copy::invited_by(&invitation.invited_by)} " · " {copy::expires()} " "
                <time datetime=invitation.expires_at.clone() title=when::exactly(&invitation.expires_at)>
                    {ends}
                </time>
            </p>
            <form method="post" action={path_of::<WithdrawInvitation>()}>
                <input type="hidden" name="invitation_id" value=invitation.id />
                <button class="btn">{copy::withdraw()} <span class="sr-only">" " {copy::withdraw_named(n + 1)}</span></button>
            </form>
        </li>
    }
}

fn elsewhere(organizations: Vec<OrganizationView>) -> AnyView {
    let rows = organizations.into_iter().map(|organization| {
        let switch = (!organization.here).then(|| {
            view! {
                <form method="post" action={path_of::<SwitchOrganization>()}>
                    <input type="hidden" name="organization_id" value=organization.id.clone() />
                    <button class="btn">{copy::switch()} <span class="sr-only">" " {copy::switch_to(&organization.name)}</span></button>
                </form>
            }
        });
        view! {
            <li>
                <p class="person-name">
                    <span translate="no">{organization.name.clone()}</span>
                    {organization.here.then(|| view! { <span class="meta">" " {copy::here()}</span> })}</p>
                {switch}
            </li>
        }
    });
    view! {
        <section class="panel" aria-labelledby="organisations">
            <h2 id="organisations">{copy::organizations()}</h2>
            <ul class="people organisations">{rows.collect_view()}</ul>
        </section>
    }
    .into_any()
}
