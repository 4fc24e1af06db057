//! One record beside its list: a window over the page, or a part of the page where there is no script.

use leptos::{
    ev::{Event, MouseEvent},
    html::Dialog,
    prelude::*,
};

use super::table::value;
use crate::{
    api::records::{RecordList, RecordView},
    app::{
        browser,
        components::icon::{Glyph, Icon},
        copy, when,
    },
    domain::browsing::Fact,
};

/// The drawer. It is open while the list has a record.
#[component]
pub(super) fn Drawer(list: RwSignal<RecordList>, app: StoredValue<String>) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let record = Memo::new(move |_| list.with(|list| list.record.clone()));
    let open_at_first = record.with_untracked(Option::is_some);
    Effect::new(move |before: Option<Option<String>>| {
        let now = record.with(|record| record.as_ref().map(|record| record.anchor.clone()));
        let Some(dialog) = dialog.get() else { return now };
        match (&before, &now) {
            (_, None) => dialog.close(),
            (Some(Some(before)), Some(now)) if before != now => browser::focus(["#record-title".to_owned(), "h1".to_owned()]),
            (Some(Some(_)), Some(_)) => {}
            (_, Some(_)) => {
                // A click beside it closes it; the macro does not know the attribute yet.
                let _ = dialog.set_attribute("closedby", "any");
                browser::show_modal(&dialog);
            }
        }
        now
    });
    let closed = move |_: Event| {
        // The browser tells it a moment late: who was quick has opened another record by then.
        if dialog.get_untracked().is_some_and(|dialog| dialog.open()) {
            return;
        }
        let Some(record) = record.get_untracked() else { return };
        let query = list.with_untracked(|list| list.here.clone());
        list.update(|list| list.record = None);
        browser::set_query(&query, true);
        browser::focus([format!("#{}", record.anchor), "#records-title".to_owned()]);
    };
    let close = move |event: MouseEvent| {
        if let Some(dialog) = dialog.get_untracked() {
            event.prevent_default();
            dialog.close();
        }
    };
    // What has the focus stays while the record under it changes.
    let title = Memo::new(move |_| record.with(|record| record.as_ref().map(called)));
    let back = move || list.with(|list| list.here.clone());
    view! {
        <dialog class="drawer" aria-labelledby="record-title" open=open_at_first node_ref=dialog on:close=closed>
            <div class="drawer-head">
                <h2 id="record-title" tabindex="-1" translate="no">
                    {title}
                </h2>
                <a class="btn icon" href=back aria-label=copy::close() on:click=close>
                    <Icon glyph=Glyph::Close size=18 />
                </a>
            </div>
            {move || record.get().map(|record| view! { <Record record=record app=app /> })}
        </dialog>
    }
}

fn called(record: &RecordView) -> String {
    record.title.clone().or_else(|| record.remote_id.clone()).unwrap_or_else(copy::no_name)
}

#[component]
fn Record(record: RecordView, app: StoredValue<String>) -> impl IntoView {
    let RecordView { remote_id, modified_at, deleted_at, facts, raw, .. } = record;
    let app = app.get_value();
    let deleted = deleted_at.map(|at| {
        view! {
            <p class="notice">
                <Icon glyph=Glyph::Trash />
                {copy::deleted_in(&app, &when::exactly(&at))}
            </p>
        }
    });
    view! {
        {deleted}
        <dl class="facts">
            {facts.into_iter().map(fact).collect_view()}
            {modified_at
                .map(|at| {
                    view! {
                        <dt>{copy::last_changed_in(&app)}</dt>
                        <dd>
                            <time datetime=at.clone()>{when::exactly(&at)}</time>
                        </dd>
                    }
                })}
            {remote_id
                .map(|id| {
                    view! {
                        <dt>{copy::id_in(&app)}</dt>
                        <dd translate="no">{id}</dd>
                    }
                })}
        </dl>
        <details class="raw">
            <summary>{copy::technical()}</summary>
            <pre tabindex="0" translate="no">{raw}</pre>
        </details>
    }
}

fn fact(fact: Fact) -> impl IntoView {
    let Fact { label, depth, values } = fact;
    let heads = values.is_empty();
    let depth = depth.to_string();
    let values = values.into_iter().map(|one| view! { <span>{value(one, true)}</span> }).collect_view();
    view! {
        <dt data-depth=depth.clone() class:heads=heads>
            {label}
        </dt>
        <dd data-depth=depth translate="no">{values}</dd>
    }
}
