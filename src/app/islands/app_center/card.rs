//! One app of the list.

use leptos::prelude::*;

use super::chooser::Choice;
use crate::{
    api::catalogue::AppState,
    app::{
        components::{
            badge::{Badge, card_badge},
            connect_button::{AttemptButton, Trouble},
            icon::Glyph,
            tile::AppTile,
        },
        copy,
        islands::attempt::{Attempts, Target},
        logo,
    },
    domain::{
        catalogue::{CardState, CatalogueApp},
        category::Category,
    },
};

/// What all cards share.
#[derive(Clone, Copy)]
pub struct Shelf {
    /// The attempts.
    pub attempts: Attempts,
    /// The app whose category is being chosen.
    pub choice: RwSignal<Option<Choice>>,
    /// The category that is browsed.
    pub category: RwSignal<Option<Category>>,
    /// The states that are not "not connected".
    pub states: RwSignal<Vec<AppState>>,
}

/// What the card of one app shows of the organisation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Face {
    browsed: Option<Category>,
    state: CardState,
    accounts: u32,
}

impl Face {
    fn of(states: &[AppState], slug: &str, browsed: Option<Category>) -> Self {
        states.iter().filter(|row| row.slug == slug && browsed.is_none_or(|browsed| row.category == browsed)).fold(
            Self { browsed, ..Self::default() },
            |face, row| Self { state: face.state.max(row.state), accounts: face.accounts + row.accounts, ..face },
        )
    }
}

/// The card. Its name is the link, and the whole of it leads there; the button stands above.
#[component]
pub fn Card(
    /// What all cards share.
    shelf: Shelf,
    /// The app's place in the catalogue.
    at: usize,
    /// Whether the first page leaves it out.
    hidden: bool,
    /// The app.
    app: CatalogueApp,
    /// The categories of the app in which the person may connect.
    may_connect: Vec<Category>,
) -> impl IntoView {
    let kinds = app.categories.iter().map(|category| copy::category(*category)).collect::<Vec<_>>().join(" · ");
    let href = format!("/apps/{}", app.slug);
    let logo = logo(&app);
    let CatalogueApp { slug, name, purpose, color, .. } = app;
    let face = {
        let slug = slug.clone();
        Memo::new(move |_| {
            // A card that is not of the browsed category is hidden: it need not change.
            let browsed = shelf.category.get();
            shelf.states.with(|states| Face::of(states, &slug, browsed))
        })
    };
    let act = {
        let (name, slug) = (name.clone(), slug.clone());
        move || {
            let Face { browsed, state, .. } = face.get();
            if state.is_connected() {
                return manage(&name, &slug, state);
            }
            let ways: Vec<Category> =
                may_connect.iter().copied().filter(|category| browsed.is_none_or(|browsed| browsed == *category)).collect();
            match ways.as_slice() {
                [] => ().into_any(),
                [category] => {
                    let target = Target::app(*category, &slug);
                    view! { <AttemptButton attempts=shelf.attempts target=target label=copy::connect() name=copy::connect_named(&name) /> }
                        .into_any()
                }
                _ => choose(shelf, Choice { slug: slug.clone(), name: name.clone(), ways }),
            }
        }
    };
    let full_name = name.clone();
    view! {
        <div class="card" role="listitem" data-at=at.to_string() hidden=hidden>
            <AppTile name=name.clone() color=color logo=logo />
            <h3>
                <a href=href title=full_name translate="no">
                    {name}
                </a>
            </h3>
            <div class="badges">
                {move || {
                    let Face { state, accounts, .. } = face.get();
                    let several = (accounts > 1)
                        .then(|| view! { <Badge tone="neutral" glyph=Glyph::Plug text=copy::accounts(accounts) /> });
                    // One badge fits beside a name; needing somebody outranks being several.
                    if matches!(state, CardState::Connected | CardState::Syncing) && accounts > 1 { several.into_any() } else { card_badge(state).into_any() }
                }}
            </div>
            <p class="purpose" lang=copy::only_english()>
                {purpose}
            </p>
            <p class="kind">{kinds}</p>
            <div class="act">{act}</div>
            <CardTrouble attempts=shelf.attempts slug=slug />
        </div>
    }
}

fn manage(name: &str, slug: &str, state: CardState) -> AnyView {
    let href = format!("/connected?app={slug}");
    if state == CardState::ReconnectNeeded {
        view! {
            <a class="btn" href=href aria-label=copy::reconnect_named(name)>
                {copy::reconnect()}
            </a>
        }
        .into_any()
    } else {
        view! {
            <a class="btn quiet" href=href aria-label=copy::manage_named(name)>
                {copy::manage()}
            </a>
        }
        .into_any()
    }
}

/// The button of an app that lives in several categories: it asks which one is meant.
fn choose(shelf: Shelf, choice: Choice) -> AnyView {
    let keys: Vec<String> = choice.ways.iter().map(|category| Target::app(*category, &choice.slug).key()).collect();
    let busy = Memo::new(move |_| keys.iter().any(|key| shelf.attempts.busy(key)));
    let name = copy::connect_named(&choice.name);
    view! {
        <button
            type="button"
            class="btn"
            aria-haspopup="dialog"
            aria-disabled=move || busy.get().then_some("true")
            aria-busy=move || busy.get().then_some("true")
            aria-label=move || (!busy.get()).then(|| name.clone())
            on:click=move |_| {
                if !busy.get_untracked() {
                    shelf.choice.set(Some(choice.clone()));
                }
            }
        >
            {move || busy.get().then(|| view! { <span class="spinner" aria-hidden="true"></span> })}
            {move || if busy.get() { copy::connecting() } else { copy::connect() }}
        </button>
    }
    .into_any()
}

/// What came of the last attempt at this app, in whichever category.
#[component]
fn CardTrouble(attempts: Attempts, slug: String) -> impl IntoView {
    let key = Memo::new(move |_| attempts.trouble_of_app(&slug));
    move || key.get().map(|key| view! { <Trouble attempts=attempts key=key /> })
}
