//! `/join/{key}`: accepting an invitation.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::{
    entrance::{Field, entrance},
    failure::failed,
};
use crate::{
    api::{
        error::Code,
        people::{JoinOrganization, Offer, SignOut},
    },
    app::{
        browser::path_of,
        copy,
        site::{Site, asked, path, set_status},
    },
    domain::text::PASSWORD_MIN,
    server::door,
};

/// The page.
#[component]
pub fn JoinRoute() -> impl IntoView {
    let key = use_params_map().read_untracked().get("key").unwrap_or_default();
    Suspend::new(async move {
        match door::members::offer(&key).await {
            Ok(offer) => offered(key, offer),
            Err(error) if matches!(error.code, Code::InvitationGone | Code::NotFound) => {
                set_status(error.code.status());
                let content = view! {
                    <p>{copy::invitation_gone()}</p>
                    <a class="btn large" href="/apps">
                        {copy::go_to_app_center()}
                    </a>
                };
                entrance(Site::here(), &copy::invitation_gone_title(), String::new(), content.into_any(), ().into_any())
            }
            Err(error) => failed(&error, None),
        }
    })
}

fn offered(key: String, offer: Offer) -> AnyView {
    let Offer { organization_name, invited_by, role, known, new_people } = offer;
    let lead = copy::invitation_lead(&invited_by, &organization_name, role);
    let sign_in = || {
        let here: String = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &path()).finish();
        format!("/sign-in?{here}")
    };
    let form = move |inside: AnyView, button: String| {
        view! {
            <form method="post" action={path_of::<JoinOrganization>()}>
                <input type="hidden" name="invitation" value=key />
                {inside}
                <button class="btn primary large">{button}</button>
            </form>
        }
    };
    let (content, foot) = match known {
        Some((_, true)) => {
            let content = view! {
                <p>{copy::already_in(&organization_name)}</p>
                <a class="btn primary large" href="/apps">
                    {copy::go_to_app_center()}
                </a>
            };
            (content.into_any(), ().into_any())
        }
        Some((name, false)) => {
            let foot = view! {
                <form class="auth-foot" method="post" action={path_of::<SignOut>()}>
                    <input type="hidden" name="return_to" value=path() />
                    <button class="btn quiet">{copy::not_you(&name)}</button>
                </form>
            };
            (form(().into_any(), copy::join_as(&name)).into_any(), foot.into_any())
        }
        None if new_people => {
            let hint = copy::password_hint(PASSWORD_MIN);
            let fields = view! {
                <Field name="name" label=copy::your_name() kind="text" complete="name" value=asked("name").unwrap_or_default() />
                <Field name="email" label=copy::email() kind="email" complete="username" value=asked("email").unwrap_or_default() />
                <Field name="password" label=copy::password() kind="password" complete="new-password" hint=hint />
            };
            let foot = view! {
                <p class="auth-foot">
                    {copy::have_account()} " " <a href=sign_in()>{copy::sign_in()}</a>
                </p>
            };
            (form(fields.into_any(), copy::join_organization(&organization_name)).into_any(), foot.into_any())
        }
        None => {
            let content = view! {
                <a class="btn primary large" href=sign_in()>
                    {copy::sign_in_to_join()}
                </a>
            };
            (content.into_any(), ().into_any())
        }
    };
    entrance(Site::here(), &copy::join_title(), lead, content, foot)
}
