//! Choosing a language: a plain form, each language in its own name. The page comes back in it.

use leptos::prelude::*;

use crate::{
    api::appearance::SetLanguage,
    app::browser::path_of,
    words::{self, Language},
};

/// The switch. `named_by` is the id of what names it.
#[component]
pub fn LanguageSwitch(
    /// The id of the heading over it.
    named_by: &'static str,
) -> impl IntoView {
    let now = words::language();
    let buttons = Language::ALL.map(|language| {
        let chosen = if language == now { "true" } else { "false" };
        view! {
            <button name="language" value=language.code() lang=language.code() translate="no" aria-pressed=chosen>
                {language.name()}
            </button>
        }
    });
    view! {
        <form method="post" action={path_of::<SetLanguage>()}>
            <div class="languages" role="group" aria-labelledby=named_by>
                {buttons.collect_view()}
            </div>
        </form>
    }
}

/// The switch at the foot of a page that has no account menu: before the door, and in a frame of another product.
#[component]
pub fn LanguageFoot() -> impl IntoView {
    view! {
        <div class="language-foot">
            <h2 class="sr-only" id="language-title">
                {crate::app::copy::language_title()}
            </h2>
            <LanguageSwitch named_by="language-title" />
        </div>
    }
}
