//! What there is of a connected app's data: type by type, how fresh, and asking for more.

use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};

use crate::{
    api::{
        accounts::AccountView,
        sync::{ApproveRemoval, DismissRemoval, ModelView, SyncReply},
    },
    app::{
        browser::{self, path_of},
        components::icon::{Glyph, Icon},
        copy::{self, DataState, data_state},
        islands::{asking::Ask, attempt::Attempts},
        when,
    },
    domain::status::AccountStatus,
};

/// What is said of one data type.
fn state(account: &AccountView, model: &ModelView) -> DataState {
    let result = model.last_sync_result.as_deref();
    match (model.status.as_deref(), model.problem.as_deref()) {
        (Some("DISABLED"), _) | (_, Some("forbidden" | "missing")) => DataState::Off,
        (Some("PAUSED"), _) => DataState::Paused,
        // Nothing comes before somebody has signed in again.
        _ if account.status == AccountStatus::RelinkNeeded || account.other_upstream => DataState::Paused,
        (_, Some(_)) | (Some("FAILED"), _) => DataState::Failed,
        _ if model.stuck => DataState::Partly,
        (Some("SYNCING"), _) => DataState::Syncing,
        _ if !model.ready => DataState::Syncing,
        (Some("PARTIALLY_SYNCED"), _) => DataState::Partly,
        _ if result == Some("FAILED") => DataState::Failed,
        _ if result == Some("PARTIALLY_SYNCED") => DataState::Partly,
        _ => DataState::UpToDate,
    }
}

const fn look(state: DataState) -> (&'static str, Glyph) {
    match state {
        DataState::Syncing => ("info", Glyph::Sync),
        DataState::UpToDate => ("success", Glyph::Check),
        DataState::Partly | DataState::Failed => ("warning", Glyph::Alert),
        DataState::Paused => ("neutral", Glyph::Clock),
        DataState::Off => ("neutral", Glyph::Dashed),
    }
}

/// Whether an app that works leaves some of its data behind.
pub(super) fn is_late(account: &AccountView, sync: &SyncReply) -> bool {
    let late = |model| matches!(state(account, model), DataState::Partly | DataState::Failed);
    account.status == AccountStatus::Active && !account.first_sync && !account.other_upstream && sync.models.iter().any(late)
}

/// A time as people say it, and exactly for those who ask.
fn moment(iso: String, clock: RwSignal<i64>, say: fn(&str, i64) -> String) -> impl IntoView + use<> {
    let (exact, stamp) = (when::exactly(&iso), iso.clone());
    view! {
        <time datetime=stamp title=exact>
            {move || say(&iso, clock.get())}
        </time>
    }
}

/// The account in a few words.
pub(super) fn overview(account: &AccountView, clock: RwSignal<i64>) -> impl IntoView + use<> {
    let fresh = match account.last_successful_sync_at.clone() {
        Some(at) => moment(at, clock, when::ago).into_any(),
        None => copy::no_data().into_any(),
    };
    view! {
        <dl class="pairs">
            <dt>{copy::label_app()}</dt>
            <dd>
                <a href=format!("/apps/{}", account.integration_slug) translate="no">
                    {account.integration_name.clone()}
                </a>
            </dd>
            <dt>{copy::label_category()}</dt>
            <dd>{copy::category(account.category)}</dd>
            <dt>{copy::label_connected()}</dt>
            <dd>
                {moment(account.created_at.clone(), clock, when::ago)}
                {(!account.connected_by.is_empty()).then(|| format!(" {}", copy::by_person(&account.connected_by)))}
            </dd>
            <dt>{copy::data_as_of()}</dt>
            <dd>{fresh}</dd>
            {account
                .duplicate
                .then(|| {
                    view! {
                        <dt>{copy::label_note()}</dt>
                        <dd>{copy::duplicate()}</dd>
                    }
                })}
        </dl>
    }
}

/// The data types with their buttons.
#[component]
pub(super) fn DataTypes(
    attempts: Attempts,
    account: RwSignal<AccountView>,
    sync: RwSignal<SyncReply>,
    clock: RwSignal<i64>,
    gone: RwSignal<bool>,
) -> impl IntoView {
    let busy = RwSignal::new(None::<Ask>);
    // What came of the last question, and whether it went well.
    let said = RwSignal::new(None::<(bool, String)>);
    let id = account.with_untracked(|account| account.id.clone());
    let may = Memo::new(move |_| {
        account.with(|account| {
            let here = account.status.is_connected() && account.status != AccountStatus::Deleting && !account.other_upstream && !gone.get();
            (here, here && account.manageable)
        })
    });
    let begin = Callback::new(move |ask: Ask| {
        if busy.get_untracked().is_some() {
            return;
        }
        busy.set(Some(ask));
        said.set(None);
        let id = account.with_untracked(|account| account.id.clone());
        spawn_local(async move {
            let answer = ask.ask(id).await;
            busy.set(None);
            clock.set(browser::now());
            match answer {
                Ok(fresh) => {
                    sync.set(fresh);
                    attempts.say(ask.done());
                    said.set(Some((true, ask.done())));
                }
                Err(error) => said.set(Some((false, copy::sync_refusal(&error)))),
            }
        });
    });
    let judge = Callback::new(move |(model, approve): (String, bool)| {
        said.set(None);
        let integration_id = account.with_untracked(|account| Some(account.id.clone()));
        spawn_local(async move {
            let (linked_account_id, linked_account_id_camel, model) = (None, None, Some(model));
            let answer = if approve {
                browser::call(&ApproveRemoval { integration_id, linked_account_id, linked_account_id_camel, model }).await
            } else {
                browser::call(&DismissRemoval { integration_id, linked_account_id, linked_account_id_camel, model }).await
            };
            match answer {
                Ok(fresh) => {
                    let sentence = if approve { copy::removing() } else { copy::kept() };
                    sync.set(fresh);
                    attempts.say(sentence.clone());
                    said.set(Some((true, sentence)));
                }
                Err(error) => said.set(Some((false, copy::change_refusal(&error)))),
            }
        });
    });
    view! {
        <div class="data-head">
            <div>
                <h2 id="data-types">{copy::data()}</h2>
                {move || sync.with(|sync| account.with(|account| progress(account, sync)))}
            </div>
            <div class="data-acts">
                {
                    let id = id.clone();
                    move || may.get().0.then(|| view! { <AskButton ask=Ask::Check id=id.clone() busy=busy begin=begin /> })
                }
                {move || may.get().1.then(|| view! { <AskButton ask=Ask::Sync id=id.clone() busy=busy begin=begin /> })}
            </div>
            {move || {
                said.get()
                    .map(|(calm, sentence)| {
                        view! {
                            <p class="problem" class:calm=calm role=(!calm).then_some("alert")>
                                <Icon glyph=if calm { Glyph::Info } else { Glyph::Alert } />
                                <span>{sentence}</span>
                            </p>
                        }
                    })
            }}
        </div>
        {move || {
            let (here, manageable) = may.get();
            let missing = |model: &&ModelView| here && model.missing.is_some();
            sync.with(|sync| {
                account
                    .with(|account| {
                        sync.models.iter().filter(missing).map(|model| missing_records(account, model, manageable, judge)).collect_view()
                    })
            })
        }}
        {move || sync.with(|sync| account.with(|account| table(account, sync, clock)))}
    }
}

/// Many records of a data type vanished on the other side: what is to become of them here is for somebody to say (S11).
fn missing_records(account: &AccountView, model: &ModelView, manageable: bool, judge: Callback<(String, bool)>) -> impl IntoView + use<> {
    let sentence = copy::many_missing(&account.integration_name, &model.name, model.missing.unwrap_or_default(), model.records, manageable);
    let (id, key) = (account.id.clone(), model.model.clone());
    let choice = move |approve: bool| {
        let (id, key) = (id.clone(), key.clone());
        let (action, label) = if approve {
            (path_of::<ApproveRemoval>(), copy::remove_missing())
        } else {
            (path_of::<DismissRemoval>(), copy::keep_missing())
        };
        let chosen = key.clone();
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            judge.run((chosen.clone(), approve));
        };
        view! {
            <form method="post" action=action on:submit=submit>
                <input type="hidden" name="integration_id" value=id />
                <input type="hidden" name="model" value=key />
                <button class="btn">{label}</button>
            </form>
        }
    };
    view! {
        <div class="health warning question">
            <Icon glyph=Glyph::Alert size=20 />
            <p>{sentence}</p>
            {manageable.then(|| view! { <div class="data-acts">{choice(true)} {choice(false)}</div> })}
        </div>
    }
}

#[component]
fn AskButton(ask: Ask, id: String, busy: RwSignal<Option<Ask>>, begin: Callback<Ask>) -> impl IntoView {
    let working = move || busy.get() == Some(ask);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        begin.run(ask);
    };
    view! {
        <form method="post" action=ask.path() on:submit=submit>
            <input type="hidden" name="integration_id" value=id />
            <button class="btn" aria-disabled=move || working().then_some("true") aria-busy=move || working().then_some("true")>
                {move || {
                    if working() {
                        view! { <span class="spinner" aria-hidden="true"></span> }.into_any()
                    } else {
                        view! { <Icon glyph=ask.glyph() /> }.into_any()
                    }
                }}
                {move || if working() { copy::checking() } else { ask.label() }}
            </button>
        </form>
    }
}

/// How many data types can be read, and a bar with a piece for each while the first sync runs.
fn progress(account: &AccountView, sync: &SyncReply) -> AnyView {
    let wanted = || sync.models.iter().filter(|model| state(account, model) != DataState::Off);
    let (all, ready) = (wanted().count(), wanted().filter(|model| model.ready).count());
    if all == 0 {
        return ().into_any();
    }
    let words = copy::types_ready(ready, all);
    let bar = account.first_sync.then(|| {
        let pieces = (0..all).map(|at| view! { <i class:done=at < ready></i> }).collect_view();
        view! {
            <div
                class="data-bar"
                role="progressbar"
                aria-labelledby="data-types"
                aria-valuemin="0"
                aria-valuemax=all.to_string()
                aria-valuenow=ready.to_string()
                aria-valuetext=words.clone()
            >
                {pieces}
            </div>
        }
    });
    view! {
        <p class="meta">{words.clone()}</p>
        {bar}
    }
    .into_any()
}

/// Roles are written out: on narrow screens the table is laid out as cards, and some browsers then forget that it is one.
fn table(account: &AccountView, sync: &SyncReply, clock: RwSignal<i64>) -> AnyView {
    if sync.models.is_empty() {
        let sentence = if account.first_sync { copy::looking() } else { copy::no_data() };
        return view! { <p class="data-none">{sentence}</p> }.into_any();
    }
    let rows = sync.models.iter().map(|model| row(model, state(account, model), clock)).collect_view();
    view! {
        <table class="data-types" role="table" aria-labelledby="data-types">
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">
                        {copy::label_type()}
                    </th>
                    <th role="columnheader" scope="col">
                        {copy::label_state()}
                    </th>
                    <th role="columnheader" scope="col" class="many">
                        {copy::label_records()}
                    </th>
                    <th role="columnheader" scope="col">
                        {copy::data_as_of()}
                    </th>
                    <th role="columnheader" scope="col">
                        {copy::label_next_update()}
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(model: &ModelView, state: DataState, clock: RwSignal<i64>) -> impl IntoView + use<> {
    let (tone, glyph) = look(state);
    let comes = !matches!(state, DataState::Off | DataState::Paused | DataState::Syncing);
    let none = || view! { <span class="none">"–"</span> }.into_any();
    let fresh = model.data_as_of.clone().map_or_else(none, |at| moment(at, clock, when::ago).into_any());
    let next = model.next_sync_start.clone().filter(|_| comes).map_or_else(none, |at| moment(at, clock, when::ahead).into_any());
    // Nothing has been counted before the first of them came.
    let count =
        if model.ready || model.records > 0 { copy::number(usize::try_from(model.records).unwrap_or_default()).into_any() } else { none() };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                {model.name.clone()}
            </th>
            <td role="cell" data-label=copy::label_state()>
                <span class=format!("data-state {tone}")>
                    <Icon glyph=glyph size=15 />
                    {data_state(state)}
                </span>
            </td>
            <td role="cell" data-label=copy::label_records() class="many">
                {count}
            </td>
            <td role="cell" data-label=copy::data_as_of()>
                {fresh}
            </td>
            <td role="cell" data-label=copy::label_next_update()>
                {next}
            </td>
        </tr>
    }
}
