//! "Which part of Workday?": an app that lives in several categories is connected in one at a time (L3).

use leptos::{ev::Event, html::Dialog, prelude::*};

use crate::{
    app::{
        browser,
        components::icon::{Glyph, Icon},
        copy,
        islands::attempt::{Attempts, Target},
    },
    domain::category::Category,
};

/// What there is to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The app's slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The categories.
    pub ways: Vec<Category>,
}

/// The dialog.
#[component]
pub fn Chooser(
    /// What there is to choose from; `None` closes it.
    choice: RwSignal<Option<Choice>>,
    /// The attempts of the list.
    attempts: Attempts,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if choice.with(Option::is_some) {
            browser::show_modal(&dialog);
        } else {
            dialog.close();
        }
    });
    let closed = move |_: Event| {
        // The browser tells it a moment late: who was quick has asked again by then.
        if !dialog.get_untracked().is_some_and(|dialog| dialog.open()) {
            choice.set(None);
        }
    };
    let title = move || choice.with(|choice| choice.as_ref().map(|choice| copy::connect_named(&choice.name)).unwrap_or_default());
    view! {
        <dialog class="dialog" aria-labelledby="choice-title" node_ref=dialog on:close=closed>
            <h2 id="choice-title">{title}</h2>
            <p class="said">{copy::choose_part()}</p>
            <div class="choices">
                {move || {
                    choice
                        .get()
                        .map(|Choice { slug, ways, .. }| {
                            ways.into_iter()
                                .map(|category| {
                                    let target = Target::app(category, &slug);
                                    view! {
                                        <button
                                            type="button"
                                            class="choice"
                                            on:click=move |_| {
                                                // Closed first: the focus goes back to the card's button, which the attempt remembers.
                                                if let Some(dialog) = dialog.get_untracked() {
                                                    dialog.close();
                                                }
                                                attempts.begin(&target);
                                            }
                                        >
                                            <Icon glyph=Glyph::Of(category) size=20 />
                                            <span>
                                                <strong>{copy::category(category)}</strong>
                                                <small>{copy::benefit(category)}</small>
                                            </span>
                                        </button>
                                    }
                                })
                                .collect_view()
                        })
                }}
            </div>
            <div class="dialog-acts">
                <form method="dialog">
                    <button class="btn wide">{copy::cancel()}</button>
                </form>
            </div>
        </dialog>
    }
}
