//! Pages that say that something is not there, or did not work.

use leptos::prelude::*;

use super::frame::{Around, Tab, around, framed};
use crate::{
    api::error::{ApiError, Code},
    app::{
        components::icon::{Glyph, Icon},
        copy,
        site::{path, set_status},
    },
};

/// Nothing is at this path.
#[component]
pub fn NotFound() -> impl IntoView {
    Suspend::new(async move { missing(around().await.ok().as_ref()) })
}

/// The page for what is not there, or not theirs.
pub fn missing(around: Option<&Around>) -> AnyView {
    set_status(404);
    let content = view! {
        <div class="blank">
            <Icon glyph=Glyph::Search size=36 />
            <h1>{copy::missing_heading()}</h1>
            <p class="lead">{copy::missing_lead()}</p>
            <a class="btn primary large" href="/apps">
                {copy::go_to_app_center()}
            </a>
        </div>
    };
    framed(Tab::Elsewhere, &copy::missing_title(), around, content.into_any())
}

/// The page for what went wrong.
pub fn failed(error: &ApiError, around: Option<&Around>) -> AnyView {
    if error.code == Code::SignedOut {
        leptos_axum::redirect("/sign-in");
        return ().into_any();
    }
    if matches!(error.code, Code::NotFound | Code::UnknownCategory | Code::UnknownApp) {
        return missing(around);
    }
    set_status(error.code.status());
    let content = view! {
        <div class="blank">
            <Icon glyph=Glyph::Alert size=36 />
            <h1>{copy::failed_heading()}</h1>
            <p class="lead">{copy::failed_lead()}</p>
            <a class="btn primary large" href=path()>
                {copy::again()}
            </a>
        </div>
    };
    framed(Tab::Elsewhere, &copy::failed_title(), around, content.into_any())
}

/// A part of a page could not be loaded: the rest stands.
#[component]
pub fn PartFailed(
    /// What could not be loaded.
    sentence: String,
) -> impl IntoView {
    set_status(503);
    view! {
        <div class="notice error part-failed" role="alert">
            <Icon glyph=Glyph::Alert />
            <p>{sentence} " " <a href=path()>{copy::again_link()}</a></p>
        </div>
    }
}
