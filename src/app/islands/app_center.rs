//! The App Center's list: search, categories, states and sort, all in the address, and the cards.

pub mod card;
mod chooser;
mod rail;

use std::sync::Arc;

use leptos::{
    ev::{Event, SubmitEvent},
    html::Div,
    prelude::*,
    task::spawn_local,
};

use self::{
    card::{Cards, Shelf},
    chooser::{Choice, Chooser},
    rail::Rail,
};
use super::{
    attempt::{Attempts, Polite},
    connect::NoScript,
    rename::AskName,
    search_field::SearchField,
    settled::Settled,
};
use crate::{
    api::{
        catalogue::{AppCenter, AppState, AppStates, ReadAppStates},
        error::{ApiError, Code},
    },
    app::{
        browser,
        components::icon::{Glyph, Icon},
        copy,
    },
    domain::{
        catalogue::CatalogueApp,
        search::{
            Index, SearchDoc,
            browse::{Query, Sort, States, View, apply},
        },
    },
};

/// So many cards stand in the first part of the list: a screen of them, in full rows for any number of columns. `browser::arrange` knows it too.
const FIRST_PART: usize = 24;

/// The states as the search knows them.
fn states_of(slugs: &[String], states: &[AppState]) -> States {
    let mut known = States::none(slugs.len());
    for state in states {
        if let Some(at) = slugs.iter().position(|slug| *slug == state.slug) {
            known.add(at, state.category, state.state);
        }
    }
    known
}

/// The list with everything around it. `asked` is the address's query, decoded.
#[island]
pub fn AppCenterList(
    /// The apps and what the organisation has with them.
    center: AppCenter,
    /// The address's query.
    asked: Vec<(String, String)>,
) -> impl IntoView {
    let AppCenter { apps, states, categories, may_connect, fallback, .. } = center;
    let total = apps.len();
    let index = Arc::new(Index::new(&apps.iter().map(SearchDoc::from).collect::<Vec<_>>()));
    let slugs: Arc<[String]> = apps.iter().map(|app| app.slug.clone()).collect();
    let attempts = Attempts::new();
    let choice = RwSignal::new(None::<Choice>);
    let query = RwSignal::new(Query::from_pairs(asked));
    let states = RwSignal::new(states);
    let known = {
        let slugs = Arc::clone(&slugs);
        Memo::new(move |_| states.with(|states| states_of(&slugs, states)))
    };
    let searched = Arc::clone(&index);
    let shown = Memo::new(move |_| query.with(|query| known.with(|known| apply(&searched, known, query))));

    let category = RwSignal::new(query.with_untracked(|query| query.category));
    let cards = StoredValue::new(Cards::new(Shelf { attempts, choice, category, states }, apps, &may_connect));

    let list = NodeRef::<Div>::new();
    Effect::new(move |before: Option<Vec<usize>>| {
        let order = shown.with(|view| view.order.clone());
        if let Some(list) = list.get().filter(|_| before.as_ref().is_some_and(|before| *before != order)) {
            let places: Vec<u32> = order.iter().filter_map(|at| u32::try_from(*at).ok()).collect();
            browser::arrange(&list, &places);
        }
        order
    });

    let cut_off = RwSignal::new(false);
    let refetch = move || {
        spawn_local(async move {
            let fresh = browser::read::<ReadAppStates>().await;
            let is_cut_off = is_offline(&fresh);
            if cut_off.get_untracked() != is_cut_off {
                cut_off.set(is_cut_off);
            }
            if let Ok(AppStates { states: fresh }) = fresh
                && states.with_untracked(|now| *now != fresh)
            {
                if let Some(list) = list.get_untracked() {
                    let of = |rows: &[AppState], slug: &str| rows.iter().filter(|row| row.slug == slug).cloned().collect::<Vec<_>>();
                    let changed = |app: &CatalogueApp| states.with_untracked(|now| of(now, &app.slug) != of(&fresh, &app.slug));
                    cards.with_value(|cards| cards.wake_those(&list, &changed));
                }
                states.set(fresh);
            }
        });
    };
    Effect::new(move |begun: Option<bool>| {
        let connected = attempts.connected().is_some();
        if begun.is_none() {
            browser::follow(refetch);
            browser::on_back(move || query.set(Query::from_pairs(browser::query_pairs())));
        } else if connected {
            refetch();
        }
        true
    });

    let ask = move |change: &dyn Fn(&mut Query), step: bool| {
        query.update(|query| change(query));
        browser::set_query(&query.with_untracked(Query::to_query_string), step);
    };
    // Who is about to type does not wait for what is only slow the first time.
    let prepare = Callback::new(move |()| {
        std::hint::black_box(index.search("prepared"));
        if let Some(list) = list.get_untracked() {
            browser::prepare(&list);
        }
    });
    let go = Callback::new(move |next: Query| ask(&|query| *query = next.clone(), true));
    // Set when it changes, not followed from the query: with every letter that is typed the query would have all cards that are awake look
    // whether their category is another one.
    Effect::new(move |_| {
        let browsed = query.with(|query| query.category);
        if category.get_untracked() != browsed {
            if let Some(list) = list.get_untracked() {
                cards.with_value(|cards| cards.wake_those(&list, &|app| app.categories.len() > 1));
            }
            category.set(browsed);
        }
    });
    Effect::new(move |_| {
        let Some(list) = list.get() else { return };
        let of = list.clone();
        browser::before_click(&list, move |at| cards.with_value(|cards| cards.wake(&of, at)));
    });

    // Cards are drawn once, in the order of the first page; from then on they are only moved, or stand aside.
    let first = shown.get_untracked().order;
    let first_part = first.len().min(FIRST_PART);
    let hidden: Vec<usize> = (0..total).filter(|at| !first.contains(at)).collect();
    let mut places = first.into_iter().map(|at| (at, false)).chain(hidden.into_iter().map(|at| (at, true)));
    let first_part = cards.with_value(|cards| cards.drawn(places.by_ref().take(first_part)));
    let others = cards.with_value(|cards| cards.drawn(places));

    view! {
        <SearchBar total=total query=query prepare=prepare ask=Callback::new(move |(typed, step): (String, bool)| ask(&|query| query.q.clone_from(&typed), step)) go=go />
        <div class="market">
            <Rail categories=categories query=query shown=shown go=go />
            <section class="results" aria-labelledby="results-title">
                <h2 class="sr-only" id="results-title">
                    {copy::apps_title()}
                </h2>
                <Found query=query shown=shown />
                {fallback
                    .then(|| {
                        view! {
                            <p class="quiet-note">
                                <Icon glyph=Glyph::Info />
                                {copy::fallback()}
                            </p>
                        }
                    })}
                {move || {
                    cut_off
                        .get()
                        .then(|| {
                            view! {
                                <p class="quiet-note" role="status">
                                    <Icon glyph=Glyph::Offline />
                                    {copy::offline()}
                                </p>
                            }
                        })
                }}
                <NoScript />
                {may_connect
                    .is_empty()
                    .then(|| {
                        view! {
                            <p class="quiet-note">
                                <Icon glyph=Glyph::Info />
                                {copy::only_admins()}
                            </p>
                        }
                    })}
                <AskName attempts=attempts />
                // One list in two parts, of which the second may wait while somebody types.
                <div class="cards" role="list" node_ref=list hidden=move || shown.with(|view| view.order.is_empty())>
                    <div class="grid" role="none" inner_html=first_part></div>
                    <div class="grid" role="none" inner_html=others></div>
                </div>
                {move || {
                    shown
                        .with(|view| view.order.is_empty())
                        .then(|| {
                            let everything = Query { sort: query.with(|query| query.sort), ..Query::default() };
                            let href = format!("/apps{}", everything.to_query_string());
                            let typed = query.with(|query| query.q.clone());
                            let request = format!("/request-app{}", Query { q: typed.clone(), ..Query::default() }.to_query_string().replacen("?q=", "?name=", 1));
                            let clear = if typed.is_empty() { copy::show_all_apps() } else { copy::clear_search() };
                            view! {
                                <div class="empty">
                                    <Icon glyph=Glyph::Search size=32 />
                                    <h2>{copy::no_match(&typed)}</h2>
                                    <p>{copy::try_another_word()}</p>
                                    <a
                                        class="btn"
                                        href=href
                                        on:click=move |event| {
                                            event.prevent_default();
                                            go.run(everything.clone());
                                            browser::focus([String::from("#search"), String::from("h1")]);
                                        }
                                    >
                                        {clear}
                                    </a>
                                    <a class="btn quiet" href=request>
                                        {copy::request_this()}
                                    </a>
                                </div>
                            }
                        })
                }}
            </section>
        </div>
        <Chooser choice=choice attempts=attempts />
        <Polite attempts=attempts />
    }
}

/// Whether the server could not even be asked.
fn is_offline(answer: &Result<AppStates, ApiError>) -> bool {
    answer.as_ref().is_err_and(|error| error.code == Code::Offline)
}

/// The search field and the order: a form that works by itself.
#[component]
fn SearchBar(
    total: usize,
    query: RwSignal<Query>,
    prepare: Callback<()>,
    ask: Callback<(String, bool)>,
    go: Callback<Query>,
) -> impl IntoView {
    let typed = Signal::derive(move || query.with(|query| query.q.clone()));
    let look = Callback::new(move |typed: String| ask.run((typed, false)));
    let sorted = move |event: Event| {
        let value = event_target_value(&event);
        let sort = Sort::ALL.into_iter().find(|sort| sort.slug() == value).unwrap_or_default();
        go.run(Query { sort, ..query.get_untracked() });
    };
    let first = query.get_untracked();
    view! {
        <form class="find" role="search" method="get" action="/apps" on:submit=move |event: SubmitEvent| event.prevent_default()>
            {first.category.map(|category| view! { <input type="hidden" name="category" value=category.slug() /> })}
            {(first.status != Default::default()).then(|| view! { <input type="hidden" name="status" value=first.status.slug() /> })}
            <SearchField among=total typed=typed look=look prepare=prepare />
            <div class="sort">
                <Icon glyph=Glyph::Order size=20 />
                <label class="sr-only" for="sort">
                    {copy::sort_by()}
                </label>
                <select class="input" id="sort" name="sort" on:change=sorted>
                    {[Sort::Popular, Sort::Name]
                        .map(|sort| {
                            view! {
                                <option value=sort.slug() selected=move || query.with(|query| query.sort == sort)>
                                    {copy::sort(sort)}
                                </option>
                            }
                        })
                        .collect_view()}
                </select>
                <noscript>
                    <button class="btn large">{copy::search()}</button>
                </noscript>
            </div>
        </form>
    }
}

/// How many were found: at once for the eye, settled for the ear.
#[component]
fn Found(query: RwSignal<Query>, shown: Memo<View>) -> impl IntoView {
    let heard = RwSignal::new(String::new());
    let settled = Settled::new();
    Effect::new(move |before: Option<(String, usize)>| {
        let now = (query.with(Query::to_query_string), shown.with(|view| view.order.len()));
        if before.is_some_and(|before| before != now) {
            let said = copy::apps_found(now.1);
            settled.then(move || heard.set(said));
        }
        now
    });
    let corrected = move || shown.with(|view| view.corrected.clone().filter(|_| !view.order.is_empty()));
    view! {
        <div class="found">
            <p class="num">{move || shown.with(|view| copy::apps(view.order.len()))}</p>
            {move || corrected().map(|corrected| view! { <p>{copy::showing_for(&corrected)}</p> })}
        </div>
        <p class="sr-only" role="status">
            {heard}
        </p>
    }
}
