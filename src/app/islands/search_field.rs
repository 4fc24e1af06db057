//! The field that a list is searched with.

use leptos::{
    ev::{KeyboardEvent, keydown},
    html::Input,
    prelude::*,
};

use crate::{
    app::{
        components::icon::{Glyph, Icon},
        copy,
    },
    domain::search::browse::Query,
};

/// The field, in a form of the list's own: `/` leads into it, Escape and the cross empty it. Without a script the form sends it as `q`.
#[component]
pub fn SearchField(
    /// How many apps it searches.
    among: usize,
    /// What is searched.
    typed: Signal<String>,
    /// Searches for something else.
    look: Callback<String>,
    /// Somebody is about to type.
    #[prop(optional)]
    prepare: Option<Callback<()>>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    // Trimmed, and within what is searched.
    let ask = move |text: String| look.run(Query::from_pairs([("q", text)]).q);
    let clear = move || {
        ask(String::new());
        if let Some(input) = input.get_untracked() {
            input.set_value("");
            let _ = input.focus();
        }
    };
    // What is searched may change under the field: back, forward, "Clear search". What was typed before there was a program to hear it counts.
    Effect::new(move |heard: Option<bool>| {
        let now = typed.get();
        let Some(input) = input.get() else { return false };
        match heard {
            _ if input.value().trim() == now => {}
            Some(true) => input.set_value(&now),
            _ => ask(input.value()),
        }
        true
    });
    Effect::new(move |_| {
        let handle = window_event_listener(keydown, move |event: KeyboardEvent| {
            let Some(field) = input.get_untracked() else { return };
            if event.key() == "/" && !event.ctrl_key() && !event.meta_key() && !event.alt_key() && !is_typing() {
                event.prevent_default();
                let _ = field.focus();
                field.select();
            }
        });
        on_cleanup(move || handle.remove());
    });
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && typed.with_untracked(|typed| !typed.is_empty()) {
            event.prevent_default();
            clear();
        }
    };
    view! {
        <div class="search">
            <Icon glyph=Glyph::Search size=20 />
            <label class="sr-only" for="search">
                {copy::search_apps()}
            </label>
            <input
                class="input"
                id="search"
                type="search"
                name="q"
                value=typed.get_untracked()
                placeholder=copy::search_among(among)
                maxlength="100"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="search"
                aria-keyshortcuts="/"
                node_ref=input
                on:focus=move |_| prepare.into_iter().for_each(|prepare| prepare.run(()))
                on:input=move |event| ask(event_target_value(&event))
                on:keydown=escape
            />
            <kbd aria-hidden="true">"/"</kbd>
            <button class="btn icon clear" type="button" aria-label=copy::clear_search() on:click=move |_| clear()>
                <Icon glyph=Glyph::Close size=18 />
            </button>
        </div>
    }
}

/// Whether a key that is pressed now is meant for a field.
fn is_typing() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.has_attribute("contenteditable")
    })
}
