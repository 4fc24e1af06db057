//! Pages that say that something is not there, or did not work.

use leptos::prelude::*;

use super::frame::{Around, Tab, around, framed};
use crate::{
    api::error::{ApiError, Code},
    app::{
        components::icon::{Glyph, Icon},
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
            <h1>"We couldn't find that page"</h1>
            <p class="lead">"It may have been moved, or the app isn't connected any more."</p>
            <a class="btn primary large" href="/apps">
                "Go to the App Center"
            </a>
        </div>
    };
    framed(Tab::Elsewhere, "Page not found", around, content.into_any())
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
            <h1>"Something went wrong on our side"</h1>
            <p class="lead">"We're on it — no action needed. Please try again in a moment."</p>
            <a class="btn primary large" href=path()>
                "Try again"
            </a>
        </div>
    };
    framed(Tab::Elsewhere, "Something went wrong", around, content.into_any())
}

/// A part of a page could not be loaded: the rest stands.
#[component]
pub fn PartFailed(
    /// What could not be loaded.
    sentence: &'static str,
) -> impl IntoView {
    set_status(503);
    view! {
        <div class="notice error part-failed" role="alert">
            <Icon glyph=Glyph::Alert />
            <p>{sentence} " " <a href=path()>"Try again."</a></p>
        </div>
    }
}
