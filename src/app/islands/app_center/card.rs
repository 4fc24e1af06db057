//! One app of the list.

use std::sync::Arc;

use leptos::{prelude::*, web_sys::Element};

use super::chooser::Choice;
use crate::{
    api::catalogue::AppState,
    app::{
        browser,
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

/// The cards of a list. The server draws them, and in the browser they sleep: of some hundreds, few are ever clicked or change, and to wake
/// all takes a slow telephone a third of a second in which it hears nobody. A card wakes before it hears a click or shows something else.
pub struct Cards {
    shelf: Shelf,
    apps: Arc<[CatalogueApp]>,
    may_connect: Arc<[Category]>,
    // Whatever wakes a card, it lives for as long as the list. On the server nothing wakes.
    owner: Option<Owner>,
}

impl Cards {
    /// The cards of these apps, all asleep.
    pub fn new(shelf: Shelf, apps: Arc<[CatalogueApp]>, may_connect: &[Category]) -> Self {
        let owner = if cfg!(feature = "hydrate") { Owner::current() } else { None };
        Self { shelf, apps, may_connect: may_connect.into(), owner }
    }

    fn view(&self, at: usize, hidden: bool) -> Option<impl IntoView + use<>> {
        let app = self.apps.get(at)?.clone();
        let ways = app.categories.iter().copied().filter(|category| self.may_connect.contains(category)).collect();
        Some(view! { <Card shelf=self.shelf at=at hidden=hidden app=app may_connect=ways /> })
    }

    /// The cards of these places as HTML, and whether the first page leaves them out. The browser has them already.
    pub fn drawn(&self, places: impl Iterator<Item = (usize, bool)>) -> String {
        if cfg!(feature = "hydrate") {
            return String::new();
        }
        places.filter_map(|(at, hidden)| self.view(at, hidden)).map(|card| card.to_html()).collect()
    }

    /// Wakes the card of this place, unless it is awake.
    pub fn wake(&self, list: &Element, at: usize) {
        if let Some(owner) = &self.owner {
            owner.with(|| browser::wake(list, at, || self.view(at, false)));
        }
    }

    /// Wakes the cards of the apps that `changes` says of that they will show something else.
    pub fn wake_those(&self, list: &Element, changes: &dyn Fn(&CatalogueApp) -> bool) {
        for (at, _) in self.apps.iter().enumerate().filter(|(_, app)| changes(app)) {
            self.wake(list, at);
        }
    }
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
    let lives_in_several = app.categories.len() > 1;
    let kinds = copy::several_categories(&app.categories);
    let href = format!("/apps/{}", app.slug);
    let logo = logo(&app);
    let CatalogueApp { slug, name, purpose, color, .. } = app;
    let face = {
        let slug = slug.clone();
        Memo::new(move |_| {
            // Where it is shown, an app of one category is shown in that one.
            let browsed = if lives_in_several { shelf.category.get() } else { None };
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
