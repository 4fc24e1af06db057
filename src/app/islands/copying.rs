//! Takes a text of the page along.

use leptos::prelude::*;

use crate::app::{browser, copy};

/// The button beside a field that copies what is in it. Without a script there is none, and the field can be selected as ever.
#[island]
pub fn CopyButton(
    /// The field's id.
    field: String,
    /// What is copied, in the middle of a sentence.
    what: String,
) -> impl IntoView {
    let copied = RwSignal::new(false);
    let words = move || if copied.get() { copy::copied() } else { copy::copy() };
    view! {
        <button type="button" class="btn copy" on:click=move |_| browser::copy(&field, move || copied.set(true))>
            {words}
            <span class="sr-only">" " {what}</span>
        </button>
        <span class="sr-only" role="status">
            {move || copied.get().then_some(copy::copied())}
        </span>
    }
}
