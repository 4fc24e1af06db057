//! One row.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use super::desk::{Asked, Desk, title};
use crate::{
    api::accounts::{AccountView, DiscardIntegration},
    app::{
        browser::{self, path_of},
        components::{
            badge::account_badge,
            connect_button::{AttemptButton, Trouble},
            icon::{Glyph, Icon},
            tile::AppTile,
        },
        copy,
        islands::{asking::Ask, attempt::Target, rename::RenameForm},
        when,
    },
    domain::status::AccountStatus,
};

/// A row of "Needs your attention": the cause and the one button that helps.
#[component]
pub fn AttentionRow(desk: Desk, id: String) -> impl IntoView {
    let account = desk.account(&id);
    view! {
        <li class="row" data-attention=id.clone()>
            {move || {
                account
                    .get()
                    .map(|account| {
                        let app = account.integration_name.clone();
                        view! {
                            <AppTile name=app.clone() color=account.color.clone() logo=account.logo.clone() />
                            <div class="row-name">
                                <div class="row-title">
                                    <h3>
                                        <a href=format!("/connected/{}", account.id) title=account.display_name.clone() translate="no">
                                            {account.display_name.clone()}
                                        </a>
                                    </h3>
                                </div>
                            </div>
                            <div class="row-state">{account_badge(&account)}</div>
                            <div class="row-say">
                                <div class="row-fresh">{copy::cause(&account)}</div>
                                {account
                                    .manageable
                                    .then(|| {
                                        view! {
                                            <div class="row-acts first-act">
                                                <AttemptButton
                                                    attempts=desk.attempts
                                                    target=Target::account(&account.id)
                                                    label=copy::reconnect_named(&app)
                                                    name=copy::reconnect_account(&app, &account.display_name)
                                                    class="btn primary"
                                                />
                                            </div>
                                        }
                                    })}
                            </div>
                        }
                    })
            }}
        </li>
    }
}

/// A row of a category, or of the unfinished attempts.
#[component]
pub fn Row(desk: Desk, id: String) -> impl IntoView {
    let account = desk.account(&id);
    let renaming = {
        let id = id.clone();
        Memo::new(move |_| desk.renaming.with(|renaming| *renaming == Some(id.clone())))
    };
    let named = {
        let id = id.clone();
        Callback::new(move |name: Option<String>| {
            if let Some(name) = name {
                desk.rename(&id, &name);
            }
            desk.renaming.set(None);
            browser::focus([format!("#rename-{id}"), format!("#more-{id}")]);
        })
    };
    // An unfinished attempt is known by its app, a connected one by itself.
    let key = account.with_untracked(|account| account.as_ref().map(|account| target(account).key())).unwrap_or_default();
    let came_of = id.clone();
    view! {
        <li class="row" id=format!("row-{id}")>
            {move || account.get().map(|account| view! { <Cells desk=desk account=account /> })}
            {move || {
                (renaming.get())
                    .then(|| account.get_untracked())
                    .flatten()
                    .map(|account| {
                        let app = account.integration_name.clone();
                        let current = if account.display_name == app { String::new() } else { account.display_name };
                        view! { <RenameForm id=account.id app=app current=current back=String::from("/connected") done=named /> }
                    })
            }} <Trouble attempts=desk.attempts key=key />
            <Came desk=desk id=came_of />
        </li>
    }
}

fn target(account: &AccountView) -> Target {
    match account.status {
        AccountStatus::Pending if account.integration_slug.is_empty() => Target::category(account.category),
        AccountStatus::Pending => Target::app(account.category, &account.integration_slug),
        _ => Target::account(&account.id),
    }
}

#[component]
fn Cells(desk: Desk, account: AccountView) -> impl IntoView {
    let pending = account.status == AccountStatus::Pending;
    let deleting = account.status == AccountStatus::Deleting;
    let name = title(&account);
    let tile_name = if account.integration_name.is_empty() { name.clone() } else { account.integration_name.clone() };
    let apart = !pending && account.display_name != account.integration_name;
    let (app, who, since) = (account.integration_name.clone(), account.connected_by.clone(), account.created_at.clone());
    // Who and since when, in one line; the exact time for those who ask.
    let about = move || {
        let app = if apart { format!("{app} · ") } else { String::new() };
        let text = format!("{app}{}", copy::connected_when(pending, &when::ago(&since, desk.clock.get()), &who));
        view! {
            <time datetime=since.clone() title=when::exactly(&since)>
                {text}
            </time>
        }
    };
    let acts = if deleting || (pending && !account.manageable) {
        ().into_any()
    } else if pending {
        view! { <UnfinishedActs desk=desk account=account.clone() /> }.into_any()
    } else {
        view! { <Acts desk=desk account=account.clone() /> }.into_any()
    };
    let may_rename = !pending && !deleting && account.manageable;
    let linked = !pending && !deleting;
    view! {
        <AppTile name=tile_name color=account.color.clone() logo=account.logo.clone() />
        <div class="row-name">
            <div class="row-title">
                <h3 class="ellipsis" title=name.clone() translate="no">
                    {if linked {
                        view! { <a href=format!("/connected/{}", account.id)>{name.clone()}</a> }.into_any()
                    } else {
                        name.clone().into_any()
                    }}
                </h3>
                {may_rename.then(|| view! { <RenameOpener desk=desk id=account.id.clone() name=name.clone() /> })}
            </div>
            <p class="meta ellipsis">{about}</p>
        </div>
        <div class="row-state">{account_badge(&account)}</div>
        <div class="row-fresh">{freshness(desk, &account)}</div>
        {acts}
    }
}

/// The pencil beside the name. Without JavaScript it leads to the same page with the form open.
#[component]
fn RenameOpener(desk: Desk, id: String, name: String) -> impl IntoView {
    let open = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            desk.renaming.set(Some(id.clone()));
        }
    };
    view! {
        <form method="get" action="/connected" on:submit=open>
            <input type="hidden" name="rename" value=id.clone() />
            <button class="btn icon" id=format!("rename-{id}") aria-label=copy::rename_named(&name) title=copy::rename()>
                <Icon glyph=Glyph::Pencil size=15 />
            </button>
        </form>
    }
}

/// How fresh its data are, or what stands in the way.
fn freshness(desk: Desk, account: &AccountView) -> AnyView {
    if account.other_upstream {
        return copy::other_upstream().into_any();
    }
    // What nobody has to act on is not among what needs attention, so it is said here.
    let cause = (account.status == AccountStatus::Error && !account.needs_somebody()).then(|| view! { <p>{copy::cause(account)}</p> });
    let duplicate = account.duplicate.then(|| view! { <p>{copy::duplicate()}</p> });
    match account.status {
        AccountStatus::Pending => ().into_any(),
        AccountStatus::Deleting => copy::deleting().into_any(),
        _ if account.first_sync => view! {
            <p>{copy::initial_sync()}</p>
            {duplicate}
        }
        .into_any(),
        _ => match account.last_successful_sync_at.clone() {
            Some(at) => {
                let (moment, exact) = (at.clone(), when::exactly(&at));
                let records = account.records.as_ref().map(|counted| view! { <span class="row-count">{copy::records(counted)}</span> });
                view! {
                    {cause}
                    <p>
                        {records}
                        <span class="row-moment">
                            {copy::data_as_of_lead()} " " <time datetime=moment title=exact>
                                {move || when::ago(&at, desk.clock.get())}
                            </time>
                        </span>
                    </p>
                    {duplicate}
                }
                .into_any()
            }
            None => view! {
                {cause}
                <p>{copy::no_data()}</p>
                {duplicate}
            }
            .into_any(),
        },
    }
}

/// The two buttons that every connected app has, in the row from 640 px on and in the menu below that; and the menu with everything else.
#[component]
fn Acts(desk: Desk, account: AccountView) -> impl IntoView {
    let name = title(&account);
    let id = account.id.clone();
    let sheet = format!("sheet-{id}");
    let manageable = account.manageable;
    let asks = !account.other_upstream;
    let relinkable = manageable && asks;
    let doomed = super::doomed(&account);
    let delete = Callback::new(move |()| desk.deleting.set(Some(doomed.clone())));
    let target = Target::account(&id);
    let from_menu = {
        let target = target.clone();
        move |_| desk.attempts.begin(&target)
    };
    let key = target.key();
    let waiting = {
        let id = id.clone();
        Memo::new(move |_| {
            desk.attempts.busy(&key) || desk.asked.with(|asked| asked.as_ref().is_some_and(|asked| asked.came.is_none() && asked.id == id))
        })
    };
    view! {
        <div class="row-acts act">
            {relinkable
                .then(|| {
                    view! {
                        <div class="roomy">
                            <AttemptButton attempts=desk.attempts target=target label=copy::relink() name=copy::relink_named(&name) />
                        </div>
                    }
                })}
            {manageable
                .then(|| {
                    view! {
                        <DeleteOpener
                            id=id.clone()
                            name=name.clone()
                            back="/connected"
                            class="btn danger-quiet"
                            wrapper="roomy"
                            open=delete
                        />
                    }
                })}
            <button
                type="button"
                class="btn icon more"
                id=format!("more-{id}")
                popovertarget=sheet.clone()
                aria-label=copy::more_for(&name)
                aria-busy=move || waiting.get().then_some("true")
            >
                {move || {
                    if waiting.get() {
                        view! { <span class="spinner" aria-hidden="true"></span> }.into_any()
                    } else {
                        view! { <Icon glyph=Glyph::Dots size=20 /> }.into_any()
                    }
                }}
            </button>
            <div class="sheet" id=sheet.clone() popover="auto" role="group" aria-label=copy::actions_for(&name)>
                <p class="ellipsis" translate="no">{name.clone()}</p>
                <a href=format!("/connected/{id}/data")>
                    <Icon glyph=Glyph::All size=18 />
                    {copy::view_data()}
                </a>
                {manageable.then(|| view! { <RenameEntry desk=desk id=id.clone() sheet=sheet.clone() /> })}
                {asks.then(|| view! { <AskEntry desk=desk id=id.clone() ask=Ask::Check sheet=sheet.clone() /> })}
                {relinkable.then(|| view! { <AskEntry desk=desk id=id.clone() ask=Ask::Sync sheet=sheet.clone() /> })}
                {relinkable
                    .then(|| {
                        view! {
                            <button type="button" class="tight" popovertarget=sheet.clone() popovertargetaction="hide" on:click=from_menu>
                                <Icon glyph=Glyph::Link size=18 />
                                {copy::relink()}
                            </button>
                        }
                    })}
                {manageable
                    .then(|| {
                        view! {
                            <a
                                class="danger-line tight"
                                role="button"
                                href=format!("/connected?delete={id}")
                                on:click=move |event| {
                                    event.prevent_default();
                                    delete.run(());
                                }
                            >
                                <Icon glyph=Glyph::Trash size=18 />
                                {copy::delete()}
                            </a>
                        }
                    })}
            </div>
        </div>
    }
}

/// Opens the form for a name; without JavaScript the same page comes back with the form open.
#[component]
fn RenameEntry(desk: Desk, id: String, sheet: String) -> impl IntoView {
    let open = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            desk.renaming.set(Some(id.clone()));
            browser::hide(&sheet);
        }
    };
    view! {
        <form method="get" action="/connected" on:submit=open>
            <input type="hidden" name="rename" value=id />
            <button>
                <Icon glyph=Glyph::Pencil size=18 />
                {copy::rename()}
            </button>
        </form>
    }
}

/// Asks for more data; without JavaScript the form posts and the same page comes back.
#[component]
fn AskEntry(desk: Desk, id: String, ask: Ask, sheet: String) -> impl IntoView {
    let begin = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            browser::hide(&sheet);
            if desk.asked.with_untracked(|asked| asked.as_ref().is_some_and(|asked| asked.came.is_none())) {
                return;
            }
            desk.asked.set(Some(Asked { id: id.clone(), came: None }));
            let id = id.clone();
            spawn_local(async move {
                let came = match ask.ask(id.clone()).await {
                    Ok(_) => {
                        desk.attempts.say(ask.done());
                        (true, ask.done())
                    }
                    Err(error) => (false, copy::sync_refusal(&error)),
                };
                desk.asked.set(Some(Asked { id, came: Some(came) }));
            });
        }
    };
    view! {
        <form method="post" action=ask.path() on:submit=begin>
            <input type="hidden" name="integration_id" value=id />
            <button>
                <Icon glyph=ask.glyph() size=18 />
                {ask.label()}
            </button>
        </form>
    }
}

/// What came of asking for more data, under the row.
#[component]
fn Came(desk: Desk, id: String) -> impl IntoView {
    let came =
        Memo::new(move |_| desk.asked.with(|asked| asked.as_ref().filter(|asked| asked.id == id).and_then(|asked| asked.came.clone())));
    move || {
        came.get().map(|(calm, sentence)| {
            view! {
                <p class="problem" class:calm=calm role=(!calm).then_some("alert")>
                    <Icon glyph=if calm { Glyph::Info } else { Glyph::Alert } />
                    <span>{sentence}</span>
                </p>
            }
        })
    }
}

/// Opens the dialog; without JavaScript the same page comes back with the dialog open.
#[component]
pub fn DeleteOpener(
    /// Our id of the account.
    id: String,
    /// Its name.
    name: String,
    /// The page that shows the dialog.
    #[prop(into)]
    back: String,
    /// Looks of the button.
    class: &'static str,
    /// Looks of the form around it.
    #[prop(default = "")]
    wrapper: &'static str,
    /// Opens the dialog.
    open: Callback<()>,
) -> impl IntoView {
    let open = move |event: SubmitEvent| {
        event.prevent_default();
        open.run(());
    };
    view! {
        <form class=wrapper method="get" action=back on:submit=open>
            <input type="hidden" name="delete" value=id />
            <button class=class aria-label=copy::delete_integration_named(&name)>
                {copy::delete()}
            </button>
        </form>
    }
}

/// "Continue" and "Discard" (L11).
#[component]
fn UnfinishedActs(desk: Desk, account: AccountView) -> impl IntoView {
    let name = title(&account);
    let id = account.id.clone();
    let refused = RwSignal::new(None::<String>);
    let discard = {
        let id = id.clone();
        move |event: SubmitEvent| {
            event.prevent_default();
            let id = id.clone();
            spawn_local(async move {
                let arguments =
                    DiscardIntegration { integration_id: Some(id.clone()), linked_account_id: None, linked_account_id_camel: None };
                match browser::call(&arguments).await {
                    Ok(_) => {
                        desk.accounts.update(|accounts| accounts.retain(|account| account.id != id));
                        browser::focus([String::from("#list-title"), String::from("h1")]);
                    }
                    Err(error) => refused.set(Some(copy::change_refusal(&error))),
                }
            });
        }
    };
    view! {
        <div class="row-acts act first-act">
            <AttemptButton attempts=desk.attempts target=target(&account) label=copy::go_on() name=copy::continue_named(&name) />
            <form method="post" action={path_of::<DiscardIntegration>()} on:submit=discard>
                <input type="hidden" name="integration_id" value=id />
                <button class="btn quiet" aria-label=copy::discard_named(&name)>
                    {copy::discard()}
                </button>
            </form>
            {move || refused.get().map(|sentence| view! { <p class="problem" role="alert">{sentence}</p> })}
        </div>
    }
}
