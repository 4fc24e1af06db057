//! One connected app: its health, its data and what can be done to it.

mod data;

use leptos::{prelude::*, task::spawn_local};

use self::data::{DataTypes, is_late, overview};
use super::{
    attempt::{Attempts, Polite, Target},
    connect::NoScript,
    delete::{DeleteDialog, Doomed},
    rename::RenameForm,
};
use crate::{
    api::{
        accounts::{AccountView, LinkedAccounts},
        sync::{ReadSync, SyncReply},
    },
    app::{
        browser,
        components::{
            badge::{account_badge, account_look},
            connect_button::{AttemptButton, Trouble},
            icon::{Glyph, Icon},
            tile::AppTile,
        },
        copy,
    },
    domain::status::AccountStatus,
};

/// The page's living part.
#[island]
pub fn AccountPage(
    /// The account.
    account: AccountView,
    /// How its sync stands.
    sync: SyncReply,
    /// The server's clock, milliseconds since the Unix epoch.
    now: i64,
    /// Whether the address asks to delete it.
    delete: bool,
) -> impl IntoView {
    let attempts = Attempts::new();
    let id = StoredValue::new(account.id.clone());
    let here = StoredValue::new(format!("/connected/{}", account.id));
    let asked = (delete && account.manageable).then(|| Doomed { id: account.id.clone(), name: account.display_name.clone() });
    let deleting = RwSignal::new(asked);
    let clock = RwSignal::new(now);
    let account = RwSignal::new(account);
    let sync = RwSignal::new(sync);
    let late = Memo::new(move |_| sync.with(|sync| account.with(|account| is_late(account, sync))));
    let gone = RwSignal::new(false);
    let refetch = move || {
        spawn_local(async move {
            let Ok(reply) = browser::read::<LinkedAccounts>().await else { return };
            clock.set(browser::now());
            let Some(fresh) = reply.linked_accounts.into_iter().find(|account| id.with_value(|id| *id == account.id)) else {
                return gone.set(true);
            };
            let going = fresh.status == AccountStatus::Deleting;
            if account.with_untracked(|now| *now != fresh) {
                account.set(fresh);
            }
            if going {
                return;
            }
            if let Ok(fresh) = browser::read_of::<ReadSync>("integration_id", &id.get_value()).await
                && sync.with_untracked(|now| *now != fresh)
            {
                sync.set(fresh);
            }
        });
    };
    Effect::new(move |begun: Option<bool>| {
        let connected = attempts.connected().is_some();
        if begun.is_none() {
            browser::follow(refetch);
        } else if connected {
            refetch();
        }
        true
    });
    let deleted = Callback::new(move |_: String| {
        let _ = location().set_href("/connected");
    });
    let renamed = Callback::new(move |name: Option<String>| {
        if let Some(name) = name {
            account.update(|account| account.display_name = name);
            attempts.say("Renamed".to_owned());
        }
    });
    view! {
        {move || {
            let account = account.get();
            let apart = account.display_name != account.integration_name;
            let kind = account.category.label();
            let kind = if apart { format!("{} · {kind}", account.integration_name) } else { kind.to_owned() };
            view! {
                <div class="detail-head">
                    <AppTile name=account.integration_name.clone() color=account.color.clone() logo=account.logo.clone() big=true />
                    <div>
                        <h1>{account.display_name.clone()}</h1>
                        <p class="meta">{kind}</p>
                    </div>
                    {account_badge(&account)}
                </div>
            }
        }}
        <div class="account">
            {move || {
                if gone.get() {
                    return view! {
                        <div class="notice">
                            <Icon glyph=Glyph::Info />
                            <p>
                                "This app isn't connected any more. " <a href="/connected">"Back to Connected Apps"</a>
                            </p>
                        </div>
                    }
                        .into_any();
                }
                health(attempts, &account.get(), late.get()).into_any()
            }} <section class="panel" aria-labelledby="overview">
                <h2 id="overview">"Overview"</h2>
                {move || overview(&account.get(), clock)}
                <DataTypes attempts=attempts account=account sync=sync clock=clock gone=gone />
            </section>
            {move || {
                let account = account.get();
                (account.manageable && account.status.is_connected() && !gone.get())
                    .then(|| {
                        let app = account.integration_name.clone();
                        let current = if account.display_name == app { String::new() } else { account.display_name.clone() };
                        let doomed = Doomed { id: account.id.clone(), name: account.display_name.clone() };
                        let key = account.id.clone();
                        view! {
                            <section class="panel" aria-labelledby="settings">
                                <h2 id="settings">"Settings"</h2>
                                <div class="setting">
                                    <div>
                                        <h3>"Name"</h3>
                                        <p>"Only your organisation sees it."</p>
                                    </div>
                                    <RenameForm
                                        id=account.id.clone()
                                        app=app.clone()
                                        current=current
                                        opened=false
                                        back=here.get_value()
                                        done=renamed
                                    />
                                </div>
                                {(!account.other_upstream)
                                    .then(|| {
                                        view! {
                                            <div class="setting act">
                                                <div>
                                                    <h3>"Sign in again"</h3>
                                                    <p>{format!("Opens {app} again, for new credentials or other permissions. Nothing is lost.")}</p>
                                                </div>
                                                <AttemptButton attempts=attempts target=Target::account(&account.id) label=copy::RELINK />
                                                <Trouble attempts=attempts key=key />
                                            </div>
                                        }
                                    })}
                                <NoScript />
                            </section>
                            <section class="panel danger-zone" aria-labelledby="danger">
                                <h2 id="danger">"Danger zone"</h2>
                                <div class="setting">
                                    <div>
                                        <h3>{format!("Delete {}", account.display_name)}</h3>
                                        <p>{copy::delete_consequence(&account.display_name)}</p>
                                    </div>
                                    <form
                                        method="get"
                                        action=here.get_value()
                                        on:submit=move |event| {
                                            event.prevent_default();
                                            deleting.set(Some(doomed.clone()));
                                        }
                                    >
                                        <input type="hidden" name="delete" value=account.id.clone() />
                                        <button class="btn danger">{copy::DELETE}</button>
                                    </form>
                                </div>
                            </section>
                        }
                    })
            }}
        </div>
        <DeleteDialog asking=deleting deleted=deleted />
        <Polite attempts=attempts />
    }
}

fn health(attempts: Attempts, account: &AccountView, late: bool) -> impl IntoView + use<> {
    let (tone, glyph) = if late { ("info", Glyph::Info) } else { account_look(account) };
    let app = account.integration_name.clone();
    let sentence = match account.status {
        _ if account.other_upstream => copy::OTHER_UPSTREAM.to_owned(),
        AccountStatus::Deleting => copy::DELETING.to_owned(),
        AccountStatus::Pending => "Setup isn't finished yet.".to_owned(),
        AccountStatus::RelinkNeeded | AccountStatus::Error => copy::cause(account),
        AccountStatus::Active if account.first_sync => copy::INITIAL_SYNC.to_owned(),
        AccountStatus::Active if late => copy::SOME_LATE.to_owned(),
        AccountStatus::Active => copy::ALL_GOOD.to_owned(),
    };
    let act = (account.manageable && account.needs_somebody()).then(|| {
        view! { <AttemptButton attempts=attempts target=Target::account(&account.id) label=copy::reconnect(&app) class="btn primary" /> }
    });
    view! {
        <div class=format!("health {tone}")>
            <Icon glyph=glyph size=20 />
            <p>{sentence}</p>
            {act}
        </div>
    }
}
