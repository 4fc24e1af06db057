//! The list of connected apps: what needs a person first, then by category, then what was not finished.

pub mod desk;
pub mod row;

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

pub use self::desk::title;
use self::{
    desk::{Desk, Group, find},
    row::{AttentionRow, Row},
};
use super::{
    attempt::{Attempts, Polite},
    delete::{DeleteDialog, Doomed},
    rename::AskName,
    search_field::SearchField,
    settled::Settled,
};
use crate::{
    api::{
        accounts::{AccountView, LinkedAccounts},
        error::Code,
    },
    app::{
        browser,
        components::icon::{Glyph, Icon},
        copy,
    },
    domain::search::browse::Query,
};

/// From so many accounts on they can be searched: fewer are seen at a glance.
const MANY: usize = 8;
/// How often "4 minutes ago" is said anew.
const CLOCK_EVERY: std::time::Duration = std::time::Duration::from_secs(30);

/// The list.
#[island]
pub fn ConnectedApps(
    /// The accounts.
    accounts: Vec<AccountView>,
    /// The server's clock, milliseconds since the Unix epoch.
    now: i64,
    /// The account that the address asks to delete.
    delete: Option<String>,
    /// The account that the address asks to rename.
    rename: Option<String>,
    /// What is searched.
    search: String,
) -> impl IntoView {
    let attempts = Attempts::new();
    let asked = delete.and_then(|id| accounts.iter().find(|account| account.id == id && account.manageable).map(doomed));
    let accounts = RwSignal::new(accounts);
    let typed = RwSignal::new(search);
    let desk = Desk {
        accounts,
        clock: RwSignal::new(now),
        attempts,
        renaming: RwSignal::new(rename),
        deleting: RwSignal::new(asked),
        asked: RwSignal::new(None),
        found: Memo::new(move |_| accounts.with(|accounts| typed.with(|typed| find(accounts, typed)))),
    };
    // With nothing connected there is nothing to search, whatever an address says.
    let searched = Memo::new(move |_| {
        let count = accounts.with(Vec::len);
        count >= MANY || (count > 0 && typed.with(|typed| !typed.is_empty()))
    });
    let stale = RwSignal::new(None::<String>);
    let refetch = move || {
        spawn_local(async move {
            match browser::read::<LinkedAccounts>().await {
                Ok(reply) => {
                    stale.set(None);
                    desk.receive(reply.linked_accounts);
                }
                Err(error) if error.code == Code::Offline => stale.set(Some(copy::offline())),
                Err(error) if error.code == Code::SignedOut => stale.set(Some(copy::refusal(&error))),
                // The list on the screen is the last one that was true; the next change asks again.
                Err(_) => {}
            }
        });
    };
    Effect::new(move |begun: Option<bool>| {
        let connected = attempts.connected().is_some();
        if begun.is_none() {
            browser::follow(refetch);
            set_interval(move || desk.clock.set(browser::now()), CLOCK_EVERY);
        } else if connected {
            refetch();
        }
        true
    });
    Effect::new(move |_| {
        let count = desk.attention();
        browser::set_attention(u32::try_from(count).unwrap_or(u32::MAX), &copy::attention_count(count));
    });
    let deleted = Callback::new(move |id: String| {
        desk.accounts.update(|accounts| accounts.retain(|account| account.id != id));
        attempts.say(copy::deleted());
        browser::focus([String::from("#list-title"), String::from("h1")]);
    });
    let named = Callback::new(move |(id, name): (String, String)| desk.rename(&id, &name));
    let groups = Memo::new(move |_| desk.groups());
    view! {
        {move || {
            stale
                .get()
                .map(|sentence| {
                    view! {
                        <p class="quiet-note stale" role="status">
                            <Icon glyph=Glyph::Offline />
                            {sentence}
                        </p>
                    }
                })
        }}
        <AskName attempts=attempts named=named />
        {move || searched.get().then(|| view! { <Search desk=desk typed=typed /> })}
        <div class="list" hidden=move || groups.with(Vec::is_empty)>
            <For each=move || groups.get() key=|group| group.kind let:group>
                <GroupOfRows desk=desk group=group />
            </For>
        </div>
        {move || {
            (groups.with(Vec::is_empty) && accounts.with(|accounts| !accounts.is_empty()))
                .then(|| {
                    view! {
                        <div class="empty stale">
                            <Icon glyph=Glyph::Search size=32 />
                            <h2>{typed.with(|typed| copy::no_match(typed))}</h2>
                            <p>{copy::try_another_word()}</p>
                            <a
                                class="btn"
                                href="/connected"
                                on:click=move |event| {
                                    event.prevent_default();
                                    typed.set(String::new());
                                    browser::set_query("", false);
                                    browser::focus([String::from("#search"), String::from("h1")]);
                                }
                            >
                                {copy::clear_search()}
                            </a>
                        </div>
                    }
                })
        }}
        {move || {
            accounts
                .with(Vec::is_empty)
                .then(|| {
                    view! {
                        <div class="empty stale">
                            <Icon glyph=Glyph::Plug size=32 />
                            <h2>{copy::no_apps_connected()}</h2>
                            <p>{copy::no_apps_connected_lead()}</p>
                            <a class="btn primary large" href="/apps">
                                {copy::browse_apps()}
                            </a>
                        </div>
                    }
                })
        }}
        <DeleteDialog asking=desk.deleting deleted=deleted />
        <Polite attempts=attempts />
    }
}

/// Where there are many: a form that works by itself, and looks for what is typed as it is typed.
#[component]
fn Search(desk: Desk, typed: RwSignal<String>) -> impl IntoView {
    let settled = Settled::new();
    let look = Callback::new(move |q: String| {
        browser::set_query(&Query { q: q.clone(), ..Query::default() }.to_query_string(), false);
        typed.set(q);
        settled.then(move || {
            desk.attempts
                .say(desk.found.with_untracked(|found| found.as_ref().map_or_else(String::new, |found| copy::apps_found(found.len()))))
        });
    });
    let among = desk.accounts.with_untracked(Vec::len);
    view! {
        <form class="find" role="search" method="get" action="/connected" on:submit=move |event: SubmitEvent| event.prevent_default()>
            <SearchField among=among typed=typed.into() look=look />
        </form>
    }
}

/// What the dialog needs to know of an account.
pub(super) fn doomed(account: &AccountView) -> Doomed {
    Doomed { id: account.id.clone(), name: desk::title(account) }
}

#[component]
fn GroupOfRows(desk: Desk, group: Group) -> impl IntoView {
    let kind = group.kind;
    let id = format!("group-{}", kind.slug());
    let titled_by = id.clone();
    let ids = Memo::new(move |_| desk.ids_of(kind));
    view! {
        <section class="group" class:attention=kind.is_attention() aria-labelledby=titled_by>
            <h2 id=id>
                {kind.is_attention().then(|| view! { <Icon glyph=Glyph::Alert /> })}
                {kind.title()}
            </h2>
            <ul class="rows">
                <For each=move || ids.get() key=|id| id.clone() let:id>
                    {if kind.is_attention() {
                        view! { <AttentionRow desk=desk id=id /> }.into_any()
                    } else {
                        view! { <Row desk=desk id=id /> }.into_any()
                    }}
                </For>
            </ul>
        </section>
    }
}
