//! The record browser: one data type of a connected app as a list, and one of its records in a drawer beside it. What it shows is what its
//! address asks for, so that every link and form in it works without a script; with one they are followed in place.

mod drawer;
mod table;

use leptos::{
    html::{Div, Input},
    prelude::*,
    task::spawn_local,
};

use self::{
    drawer::Drawer,
    table::{nothing, table},
};
use super::attempt::{Attempts, Polite};
use crate::{
    api::{
        error::ApiError,
        records::{ListState, ReadRecords, RecordList},
    },
    app::{
        browser,
        components::icon::{Glyph, Icon},
        copy,
    },
    domain::browsing::RecordSort,
};

/// The browser.
#[island]
pub fn RecordBrowser(
    /// What the address asks for.
    list: RecordList,
    /// Our id of the account.
    id: String,
    /// The app's name.
    app: String,
) -> impl IntoView {
    let attempts = Attempts::new();
    let (id, app) = (StoredValue::new(id), StoredValue::new(app));
    let list = RwSignal::new(list);
    let busy = RwSignal::new(false);
    let failed = RwSignal::new(false);
    // Of two questions that are under way the later one's answer counts.
    let asked = StoredValue::new(0_u32);
    let show = move |query: String, told: bool| {
        let number = asked.get_value().wrapping_add(1);
        asked.set_value(number);
        busy.set(told);
        spawn_local(async move {
            let answer: Result<RecordList, ApiError> = browser::read_query::<ReadRecords>(&query, "integration_id", &id.get_value()).await;
            if asked.get_value() != number {
                return;
            }
            busy.set(false);
            failed.set(told && answer.is_err());
            let Ok(fresh) = answer else { return };
            if told {
                attempts.say(copy::found(&fresh));
            }
            if list.with_untracked(|now| *now != fresh) {
                list.set(fresh);
            }
            if told {
                browser::focus_if_lost("#records-title");
            }
        });
    };
    let go = move |query: String| {
        browser::set_query(&query, true);
        show(query, true);
    };
    let root = NodeRef::<Div>::new();
    Effect::new(move |begun: Option<()>| {
        if let Some(root) = root.get().filter(|_| begun.is_none()) {
            browser::in_place(&root, go);
            browser::on_back(move || show(browser::query(), true));
            browser::follow(move || show(browser::query(), false));
        }
    });
    view! {
        <div class="records" node_ref=root>
            <Controls list=list app=app />
            {move || {
                failed
                    .get()
                    .then(|| {
                        view! {
                            <p class="problem" role="alert">
                                <Icon glyph=Glyph::Alert />
                                <span>{copy::records_failed()}</span>
                            </p>
                        }
                    })
            }}
            {move || {
                list.with(|list| list.missing)
                    .then(|| {
                        view! {
                            <div class="notice">
                                <Icon glyph=Glyph::Info />
                                <p>{copy::no_record()}</p>
                            </div>
                        }
                    })
            }}
            <Drawer list=list app=app />
            <section class="shelf" aria-labelledby="records-title" aria-busy=move || busy.get().then_some("true")>
                <div class="shelf-head">
                    <h2 id="records-title" tabindex="-1">
                        {move || list.with(|list| if list.name.is_empty() { copy::data() } else { list.name.clone() })}
                    </h2>
                    {move || list.with(|list| (!list.rows.is_empty()).then(|| view! { <p class="meta num">{copy::found(list)}</p> }))}
                    {move || {
                        list.with(|list| {
                            (list.state == ListState::Ready)
                                .then(|| {
                                    let path = format!("/api/merge/records/{}/{}?format=csv", id.get_value(), list.model);
                                    view! {
                                        <a class="btn" href=path download="">
                                            <Icon glyph=Glyph::Download />
                                            {copy::export()}
                                        </a>
                                    }
                                })
                        })
                    }}
                </div>
                {table(list, app)}
                {move || list.with(|list| list.rows.is_empty().then(|| nothing(list, &app.get_value())))}
                {move || list.with(pager)}
            </section>
            <Polite attempts=attempts />
        </div>
    }
}

/// What is chosen: data type, search, order, and whether what lives or what is deleted.
#[component]
fn Controls(list: RwSignal<RecordList>, app: StoredValue<String>) -> impl IntoView {
    let model = Memo::new(move |_| list.with(|list| list.model.clone()));
    let types = Memo::new(move |_| list.with(|list| list.types.clone()));
    let sort = Memo::new(move |_| list.with(|list| list.sort));
    let deleted = Memo::new(move |_| list.with(|list| list.deleted));
    let q = Memo::new(move |_| list.with(|list| list.q.clone()));
    let search = Memo::new(move |_| list.with(copy::search_records));
    let input = NodeRef::<Input>::new();
    // The address may change under the field: back, forward, "Clear search". What was typed since stays, however late an answer comes.
    Effect::new(move |before: Option<String>| {
        let now = q.get();
        if let (Some(input), Some(before)) = (input.get(), before)
            && input.value() == before
            && before != now
        {
            input.set_value(&now);
        }
        now
    });
    let sorts = move || {
        RecordSort::ALL
            .map(|one| {
                view! {
                    <option value=one.slug() selected=move || sort.get() == one>
                        {copy::record_sort(one, &app.get_value())}
                    </option>
                }
            })
            .collect_view()
    };
    view! {
        <form class="controls" role="search" method="get" aria-label=copy::data() data-go="">
            <div class="field">
                <label for="records-type">{copy::data_type_label()}</label>
                <select class="input slim" id="records-type" name="type" data-at-once="">
                    {move || {
                        types
                            .get()
                            .into_iter()
                            .map(|kind| {
                                let label = copy::data_type(&kind);
                                let value = kind.model.clone();
                                view! {
                                    <option value=value selected=move || model.get() == kind.model>
                                        {label}
                                    </option>
                                }
                            })
                            .collect_view()
                    }}
                </select>
            </div>
            <div class="field grow">
                <label for="records-search">{copy::search()}</label>
                <div class="with-button">
                    <input
                        class="input slim"
                        id="records-search"
                        type="search"
                        name="q"
                        value=q.get_untracked()
                        node_ref=input
                        placeholder=move || search.get()
                        maxlength="100"
                        autocomplete="off"
                        autocapitalize="off"
                        spellcheck="false"
                        enterkeyhint="search"
                    />
                    <button class="btn">{copy::search()}</button>
                </div>
            </div>
            <div class="field">
                <label for="records-sort">{copy::sort_by()}</label>
                <select class="input slim" id="records-sort" name="sort" data-at-once="">
                    {sorts()}
                </select>
            </div>
            <div class="field">
                <label for="records-deleted">{copy::show()}</label>
                <select class="input slim" id="records-deleted" name="deleted" data-at-once="">
                    <option value="" selected=move || !deleted.get()>
                        {copy::show_current()}
                    </option>
                    <option value="true" selected=move || deleted.get()>
                        {copy::show_deleted()}
                    </option>
                </select>
            </div>
        </form>
    }
}

/// On, and back to the beginning.
fn pager(list: &RecordList) -> AnyView {
    if list.first.is_none() && list.next.is_none() {
        return ().into_any();
    }
    view! {
        <nav class="pager" aria-label=copy::pages()>
            {list
                .first
                .clone()
                .map(|query| {
                    view! {
                        <a class="btn" href=query data-go="">
                            {copy::first_page()}
                        </a>
                    }
                })}
            {list
                .next
                .clone()
                .map(|query| {
                    let label = if list.rows.is_empty() { copy::look_further() } else { copy::next_page() };
                    view! {
                        <a class="btn" href=query data-go="" rel="next">
                            {label}
                        </a>
                    }
                })}
        </nav>
    }
    .into_any()
}
