//! One connected app: its head and its four pages, of which this one holds what lives with the account itself: its health, how its sync
//! stands, and what can be done to it. Records and history are islands of their own within it.

mod data;
mod settings;

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use self::{
    data::{DataTypes, is_late, overview},
    settings::Settings,
};
use super::{
    attempt::{Attempts, Polite, Target},
    connect::NoScript,
    delete::{DeleteDialog, Doomed},
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

/// The pages of a connected app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AccountTab {
    /// How it is.
    Overview,
    /// Its records.
    Data,
    /// Its history.
    Activity,
    /// What can be done to it.
    Settings,
}

impl AccountTab {
    const ALL: [Self; 4] = [Self::Overview, Self::Data, Self::Activity, Self::Settings];

    /// What it is called.
    pub fn title(self) -> String {
        match self {
            Self::Overview => copy::overview(),
            Self::Data => copy::data(),
            Self::Activity => copy::activity_title(),
            Self::Settings => copy::settings(),
        }
    }

    /// Its path.
    pub fn path(self, id: &str) -> String {
        let rest = match self {
            Self::Overview => "",
            Self::Data => "/data",
            Self::Activity => "/activity",
            Self::Settings => "/settings",
        };
        format!("/connected/{id}{rest}")
    }
}

/// The page's living part. `children` is what the page has of its own.
#[island]
pub fn AccountPage(
    /// The account.
    account: AccountView,
    /// How its sync stands; read where it is shown alone.
    sync: SyncReply,
    /// The server's clock, milliseconds since the Unix epoch.
    now: i64,
    /// Which of its pages this is.
    tab: AccountTab,
    /// Whether the address asks to delete it.
    delete: bool,
    /// The page's own part.
    children: Children,
) -> impl IntoView {
    let attempts = Attempts::new();
    let id = StoredValue::new(account.id.clone());
    let asked = (delete && account.manageable).then(|| Doomed { id: account.id.clone(), name: account.display_name.clone() });
    let deleting = RwSignal::new(asked);
    let clock = RwSignal::new(now);
    let account = RwSignal::new(account);
    let sync = RwSignal::new(sync);
    let late = Memo::new(move |_| sync.with(|sync| account.with(|account| is_late(account, sync))));
    // A question about the data stands beside them: until it is answered, not everything is as it should be.
    let asks = Memo::new(move |_| sync.with(|sync| sync.models.iter().any(|model| model.missing.is_some())));
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
            if going || tab != AccountTab::Overview {
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
    let own = children();
    let body = match tab {
        AccountTab::Overview => view! {
            <div class="overview">
                <section class="panel" aria-labelledby="data-types">
                    <DataTypes attempts=attempts account=account sync=sync clock=clock gone=gone />
                </section>
                <section class="panel" aria-labelledby="overview">
                    <h2 id="overview">{copy::overview()}</h2>
                    {move || overview(&account.get(), clock)}
                </section>
            </div>
        }
        .into_any(),
        AccountTab::Settings => view! { <Settings attempts=attempts account=account gone=gone deleting=deleting /> }.into_any(),
        AccountTab::Data | AccountTab::Activity => ().into_any(),
    };
    let wide = matches!(tab, AccountTab::Overview | AccountTab::Data);
    view! {
        {move || {
            let account = account.get();
            let apart = account.display_name != account.integration_name;
            let kind = copy::category(account.category);
            let kind = if apart { format!("{} · {kind}", account.integration_name) } else { kind };
            view! {
                <div class="detail-head">
                    <AppTile name=account.integration_name.clone() color=account.color.clone() logo=account.logo.clone() big=true />
                    <div>
                        <h1 translate="no">{account.display_name.clone()}</h1>
                        <p class="meta">{kind}</p>
                    </div>
                    {account_badge(&account)}
                </div>
            }
        }}
        <Tabs id=id.get_value() tab=tab hidden=Signal::derive(move || gone.get() || account.with(|account| account.status == AccountStatus::Deleting)) />
        <div class="account" class:wide=wide>
            {move || {
                if gone.get() {
                    return view! {
                        <div class="notice">
                            <Icon glyph=Glyph::Info />
                            <p>
                                {copy::gone()} " " <a href="/connected">{copy::back_to_connected()}</a>
                            </p>
                        </div>
                    }
                        .into_any();
                }
                let account = account.get();
                // Elsewhere only what needs somebody is worth the room; in the settings its button is there already.
                let told = match tab {
                    AccountTab::Overview => account.status != AccountStatus::Active || account.other_upstream || !asks.get(),
                    AccountTab::Data | AccountTab::Activity => account.status != AccountStatus::Active,
                    AccountTab::Settings => false,
                };
                told.then(|| {
                        view! {
                            {health(attempts, &account, late.get())}
                            <Trouble attempts=attempts key=account.id.clone() />
                            {needs_script(&account).then(|| view! { <NoScript /> })}
                        }
                    })
                    .into_any()
            }} <div class="own" hidden=move || gone.get() && tab != AccountTab::Overview>
                {body}
                {own}
            </div>
        </div>
        <DeleteDialog asking=deleting deleted=deleted />
        <Polite attempts=attempts />
    }
}

/// The ways between the four pages.
#[component]
fn Tabs(id: String, tab: AccountTab, hidden: Signal<bool>) -> impl IntoView {
    let links = AccountTab::ALL
        .map(|one| {
            view! {
                <li>
                    <a href=one.path(&id) aria-current=(one == tab).then_some("page")>
                        {one.title()}
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="tabs" aria-label=copy::this_app() hidden=move || hidden.get()>
            <ul>{links}</ul>
        </nav>
    }
}

/// Whether the page has a button that opens the connection window.
fn needs_script(account: &AccountView) -> bool {
    account.manageable && !account.other_upstream && matches!(account.status, AccountStatus::RelinkNeeded | AccountStatus::Error)
}

fn health(attempts: Attempts, account: &AccountView, late: bool) -> impl IntoView + use<> {
    let (tone, glyph) = if late { ("info", Glyph::Info) } else { account_look(account) };
    let app = account.integration_name.clone();
    let sentence = match account.status {
        _ if account.other_upstream => copy::other_upstream(),
        AccountStatus::Deleting => copy::deleting(),
        AccountStatus::Pending => copy::setup_unfinished(),
        AccountStatus::RelinkNeeded | AccountStatus::Error => copy::cause(account),
        AccountStatus::Active if account.first_sync => copy::initial_sync(),
        AccountStatus::Active if late => copy::some_late(),
        AccountStatus::Active => copy::all_good(),
    };
    let act = (account.manageable && account.needs_somebody()).then(|| {
        view! { <AttemptButton attempts=attempts target=Target::account(&account.id) label=copy::reconnect_named(&app) class="btn primary" /> }
    });
    view! {
        <div class=format!("health {tone}")>
            <Icon glyph=glyph size=20 />
            <p>{sentence}</p>
            {act}
        </div>
    }
}
