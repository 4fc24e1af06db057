//! The history of a connected app, by day.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api::activity::{ActivityPage, LineView, ReadActivity},
    app::{
        browser,
        components::icon::{Glyph, Icon},
        copy, when,
    },
};

/// A part of the history, the newest first.
#[island]
pub fn ActivityList(
    /// What was done.
    page: ActivityPage,
    /// Our id of the account.
    id: String,
    /// The server's clock, milliseconds since the Unix epoch.
    now: i64,
) -> impl IntoView {
    let id = StoredValue::new(id);
    let page = RwSignal::new(page);
    let clock = RwSignal::new(now);
    Effect::new(move |_| {
        browser::follow(move || {
            spawn_local(async move {
                clock.set(browser::now());
                let answer = browser::read_query::<ReadActivity>(&browser::query(), "integration_id", &id.get_value()).await;
                if let Ok(fresh) = answer
                    && page.with_untracked(|now| *now != fresh)
                {
                    page.set(fresh);
                }
            });
        });
    });
    let days = Memo::new(move |_| page.with(|page| by_day(&page.lines)));
    view! {
        {move || days.with(Vec::is_empty).then(|| view! { <p class="data-none">{copy::no_activity()}</p> })}
        <For each=move || days.get() key=|day| day.clone() let:day>
            <Day day=day clock=clock />
        </For>
    }
}

/// The lines by the day that they were written on.
fn by_day(lines: &[LineView]) -> Vec<Vec<LineView>> {
    lines.chunk_by(|one, other| one.at.get(..10) == other.at.get(..10)).map(<[LineView]>::to_vec).collect()
}

#[component]
fn Day(day: Vec<LineView>, clock: RwSignal<i64>) -> impl IntoView {
    let date = day.first().map(|line| line.at.clone()).unwrap_or_default();
    let id = format!("day-{}", date.get(..10).unwrap_or_default());
    let labelled = id.clone();
    let lines = day
        .iter()
        .filter_map(|line| {
            let sentence = copy::activity(line)?;
            let (tone, glyph) = look(&line.kind);
            let (at, exact) = (line.at.clone(), when::exactly(&line.at));
            Some(view! {
                <li>
                    <span class=format!("dot {tone}")>
                        <Icon glyph=glyph size=15 />
                    </span>
                    <p>{sentence}</p>
                    <time datetime=at.clone() title=exact>
                        {when::time(&at)}
                    </time>
                </li>
            })
        })
        .collect_view();
    view! {
        <section class="day" aria-labelledby=labelled>
            <h3 id=id>{move || when::on(&date, clock.get())}</h3>
            <ol>{lines}</ol>
        </section>
    }
}

/// How a line looks: what needs somebody stands out.
fn look(kind: &str) -> (&'static str, Glyph) {
    match kind {
        "connected" | "relinked" => ("success", Glyph::Plug),
        "recovered" | "event_issue_resolved" | "first_sync_completed" => ("success", Glyph::Check),
        "relink_needed" | "error" | "event_issue" | "event_deleted" | "sweep_stopped" => ("warning", Glyph::Alert),
        "renamed" => ("neutral", Glyph::Pencil),
        "deleted" | "setup_discarded" => ("neutral", Glyph::Trash),
        "identity_changed" => ("info", Glyph::Info),
        _ => ("neutral", Glyph::Sync),
    }
}
