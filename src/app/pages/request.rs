//! `/request-app`: asking for an app that is not there (C4).

use leptos::prelude::*;

use super::{
    entrance::Field,
    frame::{Tab, page},
};
use crate::{
    api::requests::{RequestApp, asked_for},
    app::{
        browser::path_of,
        components::icon::{Glyph, Icon},
        copy,
        site::asked,
    },
    domain::text,
    server::catalogue::REASON_MAX,
};

/// The page. `?name=` is filled in; `?asked=` is what was just asked for.
#[component]
pub fn RequestRoute() -> impl IntoView {
    let done = asked("asked").and_then(|name| text::name("name", &name).ok());
    let name = asked("name").unwrap_or_default();
    Suspend::new(async move {
        let about = done.clone().unwrap_or_else(|| name.clone());
        page(Tab::Apps, asked_for(Some(about)), |reply, _| {
            let teams = usize::try_from(reply.teams).unwrap_or_default();
            let content = match done {
                Some(done) => thanks(&done, teams),
                None => form(name, teams),
            };
            let content = view! {
                <a class="crumb" href="/apps">
                    <Icon glyph=Glyph::Back />
                    {copy::app_center()}
                </a>
                {content}
            };
            (copy::request_app(), content.into_any())
        })
        .await
    })
}

fn thanks(name: &str, teams: usize) -> AnyView {
    view! {
        <div class="blank">
            <Icon glyph=Glyph::Check size=36 />
            <h1>{copy::thanks()}</h1>
            <p class="lead">{copy::asked_for(name, teams)}</p>
            <a class="btn primary large" href="/apps">
                {copy::back_to_apps()}
            </a>
        </div>
    }
    .into_any()
}

fn form(name: String, teams: usize) -> AnyView {
    let known = (teams > 0 && !name.trim().is_empty()).then(|| view! { <p class="meta">{copy::asked_for(name.trim(), teams)}</p> });
    view! {
        <div class="page-head">
            <h1>{copy::request_app()}</h1>
            <p class="lead">{copy::request_lead()}</p>
        </div>
        // The page that follows says thanks for what was typed here; the server writes it into the address.
        <form class="panel request" method="post" action={path_of::<RequestApp>()}>
            {known}
            <Field name="name" label=copy::app_name() kind="text" complete="off" value=name />
            <Field name="website" label=copy::website() kind="text" complete="off" optional=true />
            <div class="field">
                <label for="reason">{copy::what_for()} <span class="meta">" " {copy::optional()}</span></label>
                <textarea class="input" id="reason" name="reason" rows="3" maxlength=REASON_MAX></textarea>
            </div>
            <button class="btn primary large">{copy::send_request()}</button>
        </form>
    }
    .into_any()
}
