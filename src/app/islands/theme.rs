//! The theme: system, light or dark. Kept in a cookie, so that the server paints the first page right.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use crate::{
    api::appearance::SetTheme,
    app::{
        browser::{self, path_of},
        copy,
    },
    domain::theme::Theme,
};

/// The id of the form that chooses a theme: the command palette sends it too.
pub fn form_of(theme: Theme) -> String {
    format!("theme-{}", theme.as_str())
}

/// The switch: a form with three buttons, which works without JavaScript; with it the page is repainted in place.
#[island]
pub fn ThemeSwitch(
    /// The theme in force.
    theme: Theme,
) -> impl IntoView {
    let chosen = RwSignal::new(theme);
    let choose = move |event: SubmitEvent, theme: Theme| {
        event.prevent_default();
        chosen.set(theme);
        browser::paint(theme.as_str());
        spawn_local(async move {
            // Should it not be kept, the page is painted all the same; the next one asks again.
            let _ = browser::call(&SetTheme { theme: Some(theme.as_str().to_owned()) }).await;
        });
    };
    view! {
        <div class="segments" role="group" aria-labelledby="theme-title">
            {Theme::ALL
                .map(|theme| {
                    view! {
                        <form id=form_of(theme) method="post" action={path_of::<SetTheme>()} on:submit=move |event| choose(event, theme)>
                            <input type="hidden" name="theme" value=theme.as_str() />
                            <button aria-pressed=move || if chosen.get() == theme { "true" } else { "false" }>{copy::theme(theme)}</button>
                        </form>
                    }
                })
                .collect_view()}
        </div>
    }
}
