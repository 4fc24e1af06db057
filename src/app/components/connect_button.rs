//! The buttons that begin an attempt.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::{
    app::{
        browser, copy,
        islands::attempt::{Attempts, Target},
    },
    domain::category::Category,
};

/// "Connect HRIS Integration": a button of its own, to be placed wherever a product wants one (L13). While the window is open it says
/// "Connecting..." and does nothing more; it keeps the focus.
#[component]
pub fn ConnectButton(
    /// The attempts of the island it stands in.
    attempts: Attempts,
    /// The category.
    category: Category,
) -> impl IntoView {
    view! {
        <AttemptButton
            attempts=attempts
            target=Target::category(category)
            label=copy::connect_category(category)
            class="btn primary large"
        />
    }
}

/// A button that begins an attempt and shows it.
#[component]
pub fn AttemptButton(
    /// The attempts of the island it stands in.
    attempts: Attempts,
    /// What is connected.
    target: Target,
    /// What it says.
    #[prop(into)]
    label: String,
    /// Its name, where the words alone would leave open which app is meant.
    #[prop(optional, into)]
    name: Option<String>,
    /// Its looks.
    #[prop(default = "btn")]
    class: &'static str,
) -> impl IntoView {
    let key = target.key();
    let busy = Memo::new(move |_| attempts.busy(&key));
    let name = name.filter(|name| *name != label);
    view! {
        <button
            type="button"
            class=class
            aria-disabled=move || busy.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-label=move || (!busy.get()).then(|| name.clone()).flatten()
            on:click=move |_| attempts.begin(&target)
        >
            {move || busy.get().then(|| view! { <span class="spinner" aria-hidden="true"></span> })}
            {move || if busy.get() { copy::connecting() } else { label.clone() }}
        </button>
    }
}

/// What came of the last attempt at a target, under its button: an alert when something is to be done, a quiet line otherwise.
#[component]
pub fn Trouble(
    /// The attempts of the island it stands in.
    attempts: Attempts,
    /// The target's key.
    key: String,
) -> impl IntoView {
    let trouble = Memo::new(move |_| attempts.trouble(&key));
    move || {
        trouble.get().map(|trouble| {
            let sign_in = trouble.signed_out.then(|| view! { " " <a href=browser::sign_in()>{copy::sign_in()}</a> });
            view! {
                <p class="problem" class:calm=trouble.calm role=if trouble.calm { "status" } else { "alert" }>
                    <Icon glyph=if trouble.calm { Glyph::Info } else { Glyph::Alert } />
                    <span>{trouble.sentence} {sign_in}</span>
                </p>
            }
        })
    }
}
