//! The list itself. Roles are written out: on narrow screens the table is laid out as cards, and some browsers then forget that it is one.

use leptos::prelude::*;

use crate::{
    api::records::{ListState, RecordList, RowView},
    app::{
        components::icon::{Glyph, Icon},
        copy, when,
    },
    domain::browsing::Plain,
};

/// A value in words. `links`: whether another record can be gone to from here.
pub(super) fn value(plain: Plain, links: bool) -> AnyView {
    match plain {
        Plain::Text(text) => text.into_any(),
        Plain::Flag(yes) => copy::flag(yes).into_any(),
        Plain::Day(iso) => view! { <time datetime=iso.clone()>{when::day(&iso)}</time> }.into_any(),
        Plain::Moment(iso) => view! { <time datetime=iso.clone()>{when::exactly(&iso)}</time> }.into_any(),
        Plain::Record { title, query } if links => view! {
            <a href=query data-go="">
                {title}
            </a>
        }
        .into_any(),
        Plain::Record { title, .. } => title.into_any(),
        Plain::Elsewhere => view! { <span class="none">{copy::elsewhere()}</span> }.into_any(),
        Plain::More(count) => copy::and_more(count).into_any(),
    }
}

/// The records of a page. A row that did not change stays, with the focus that it may have.
pub(super) fn table(list: RwSignal<RecordList>, app: StoredValue<String>) -> impl IntoView {
    let columns = Memo::new(move |_| list.with(|list| list.columns.clone()));
    // What a row is labelled with is part of it.
    let rows = Memo::new(move |_| list.with(|list| list.rows.iter().map(|row| (row.clone(), list.columns.clone())).collect::<Vec<_>>()));
    view! {
        <table class="data-types records-table" role="table" aria-labelledby="records-title" hidden=move || rows.with(Vec::is_empty)>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">
                        {copy::name()}
                    </th>
                    <For each=move || columns.get().into_iter().enumerate() key=|column| column.clone() let((at, label))>
                        <th role="columnheader" scope="col" class=place(at)>
                            {label}
                        </th>
                    </For>
                    <th role="columnheader" scope="col">
                        {copy::label_changed()}
                    </th>
                    <th role="columnheader" scope="col" class="last">
                        {copy::id_in(&app.get_value())}
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                <For each=move || rows.get() key=|row| row.clone() let((row, labels))>
                    <Row row=row labels=labels app=app />
                </For>
            </tbody>
        </table>
    }
}

/// The further a column stands, the sooner a narrow screen goes without it.
const fn place(at: usize) -> &'static str {
    match at {
        0 => "first",
        1 => "second",
        _ => "third",
    }
}

#[component]
fn Row(row: RowView, labels: Vec<String>, app: StoredValue<String>) -> impl IntoView {
    let RowView { anchor, query, title, remote_id, modified_at, cells } = row;
    let none = || view! { <span class="none">"–"</span> }.into_any();
    let title = title.or_else(|| remote_id.clone()).unwrap_or_else(copy::no_name);
    let whole = title.clone();
    let cells = cells.into_iter().zip(labels).enumerate().map(|(at, (cell, label))| {
        view! {
            <td role="cell" data-label=label class=place(at)>
                <span translate="no">{cell.map_or_else(none, |cell| value(cell, false))}</span>
            </td>
        }
    });
    let changed = modified_at.map_or_else(none, |iso| {
        view! {
            <time datetime=iso.clone() title=when::exactly(&iso)>
                {when::day(&iso)}
            </time>
        }
        .into_any()
    });
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a id=anchor href=query title=whole data-go="" translate="no">
                    {title}
                </a>
            </th>
            {cells.collect_view()}
            <td role="cell" data-label=copy::label_changed()>
                <span>{changed}</span>
            </td>
            <td role="cell" data-label=copy::id_in(&app.get_value()) class="last">
                <span translate="no">{remote_id.map_or_else(none, IntoAny::into_any)}</span>
            </td>
        </tr>
    }
}

/// What is said where there is no record.
pub(super) fn nothing(list: &RecordList, app: &str) -> impl IntoView + use<> {
    let (heading, sentence) = copy::no_records(list, app);
    let glyph = match list.state {
        ListState::FirstSync => Glyph::Sync,
        ListState::Stopped => Glyph::Alert,
        ListState::Unavailable => Glyph::Dashed,
        ListState::Ready if list.q.is_empty() => Glyph::All,
        ListState::Ready => Glyph::Search,
    };
    let clear = (list.state == ListState::Ready && !list.q.is_empty()).then(|| {
        let (sort, deleted) = (list.sort.slug(), if list.deleted { "&deleted=true" } else { "" });
        view! {
            <a class="btn" href=format!("?type={}&sort={sort}{deleted}", list.model) data-go="">
                {copy::clear_search()}
            </a>
        }
    });
    view! {
        <div class="empty">
            <Icon glyph=glyph size=32 />
            <h3>{heading}</h3>
            <p>{sentence}</p>
            {clear}
        </div>
    }
}
