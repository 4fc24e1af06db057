//! Categories and states with their counts: plain links, followed in place where a script runs, so that an attempt under way survives.

use leptos::{ev::MouseEvent, prelude::*};

use crate::{
    app::{
        components::icon::{Glyph, Icon},
        copy,
    },
    domain::{
        category::Category,
        search::browse::{Query, StatusFilter, View},
    },
};

/// The rail.
#[component]
pub fn Rail(
    /// The categories that are switched on.
    categories: Vec<Category>,
    /// What is asked for.
    query: RwSignal<Query>,
    /// What is shown.
    shown: Memo<View>,
    /// Asks for something else.
    go: Callback<Query>,
) -> impl IntoView {
    let of_categories = std::iter::once(None)
        .chain(categories.into_iter().map(Some))
        .map(|category| {
            let glyph = category.map_or(Glyph::All, Glyph::Of);
            view! {
                <Chip
                    glyph=Some(glyph)
                    label=category.map_or_else(copy::all_apps, copy::category)
                    current=Signal::derive(move || query.with(|query| query.category == category))
                    count=Signal::derive(move || shown.with(|view| category.map_or(view.all, |category| view.in_category(category))))
                    next=Signal::derive(move || Query { category, ..query.get() })
                    go=go
                />
            }
        })
        .collect_view();
    let of_states = [StatusFilter::Connected, StatusFilter::NeedsAttention]
        .map(|status| {
            view! {
                <Chip
                    glyph=None
                    label=copy::status_filter(status)
                    current=Signal::derive(move || query.with(|query| query.status == status))
                    count=Signal::derive(move || shown.with(|view| view.in_status(status)))
                    next=Signal::derive(move || {
                        let query = query.get();
                        // A second click takes it away.
                        let status = if query.status == status { StatusFilter::All } else { status };
                        Query { status, ..query }
                    })
                    go=go
                />
            }
        })
        .collect_view();
    view! {
        <div class="rail">
            <nav aria-label=copy::categories()>
                <ul>{of_categories}</ul>
            </nav>
            <nav aria-labelledby="rail-status">
                <h2 id="rail-status">{copy::status()}</h2>
                <ul>{of_states}</ul>
            </nav>
        </div>
    }
}

#[component]
fn Chip(
    glyph: Option<Glyph>,
    label: String,
    current: Signal<bool>,
    count: Signal<usize>,
    next: Signal<Query>,
    go: Callback<Query>,
) -> impl IntoView {
    let follow = move |event: MouseEvent| {
        if event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key()) {
            event.prevent_default();
            go.run(next.get_untracked());
        }
    };
    view! {
        <li>
            <a
                class="chip"
                href=move || format!("/apps{}", next.with(Query::to_query_string))
                aria-current=move || current.get().then_some("true")
                on:click=follow
            >
                {glyph.map(|glyph| view! { <Icon glyph=glyph size=17 /> })}
                {label}
                <span class="n">
                    {move || copy::number(count.get())} <span class="sr-only">" " {move || copy::apps_unit(count.get())}</span>
                </span>
            </a>
        </li>
    }
}
