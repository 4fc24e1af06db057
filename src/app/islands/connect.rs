//! The places that connect: an app's own page, and the category's page (L13).

use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, Serialize};

use super::{
    attempt::{Attempts, Polite, Target},
    rename::AskName,
};
use crate::{
    api::accounts::{AccountView, LinkedAccounts},
    app::{
        browser,
        components::{
            badge::account_badge,
            connect_button::{AttemptButton, ConnectButton, Trouble},
            icon::{Glyph, Icon},
            tile::AppTile,
        },
        copy,
    },
    domain::{category::Category, status::AccountStatus},
};

/// A list of accounts that follows what happens to them.
pub(super) fn live_accounts(
    attempts: Attempts,
    first: Vec<AccountView>,
    belongs: impl Fn(&AccountView) -> bool + Copy + 'static,
) -> RwSignal<Vec<AccountView>> {
    let accounts = RwSignal::new(first);
    let refetch = move || {
        spawn_local(async move {
            if let Ok(reply) = browser::read::<LinkedAccounts>().await {
                let mine: Vec<_> = reply.linked_accounts.into_iter().filter(belongs).collect();
                if accounts.with_untracked(|now| *now != mine) {
                    accounts.set(mine);
                }
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
    accounts
}

/// An app as its connect block knows it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AppWays {
    /// Slug.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Its categories that are switched on.
    pub categories: Vec<Category>,
    /// Those in which the person may connect.
    pub may_connect: Vec<Category>,
}

/// The connect block of an app's page: one way per category, with the accounts that are already there.
#[island]
pub fn AppConnect(
    /// The app.
    app: AppWays,
    /// Its accounts.
    accounts: Vec<AccountView>,
) -> impl IntoView {
    let attempts = Attempts::new();
    let slug = StoredValue::new(app.slug.clone());
    let accounts = live_accounts(attempts, accounts, move |account| slug.with_value(|slug| *slug == account.integration_slug));
    let several = app.categories.len() > 1;
    let ways = app
        .categories
        .iter()
        .map(|&category| {
            let may = app.may_connect.contains(&category);
            let target = Target::app(category, &app.slug);
            let key = target.key();
            let name = StoredValue::new(app.name.clone());
            let held = Memo::new(move |_| {
                accounts.with(|all| all.iter().filter(|account| account.category == category).cloned().collect::<Vec<_>>())
            });
            // One account that only wants a new sign-in: that is what the main button is for.
            let broken = Memo::new(move |_| {
                held.with(|held| held.iter().find(|account| needs_sign_in(account) && account.manageable).map(|account| account.id.clone()))
            });
            let connected = Memo::new(move |_| held.with(|held| held.iter().any(|account| account.status.is_connected())));
            view! {
                <div class="way">
                    {several
                        .then(|| {
                            view! {
                                <h3 class="way-head">
                                    <span>{copy::category(category)}</span>
                                </h3>
                            }
                        })}
                    {move || {
                        let held = held.get();
                        (!held.is_empty())
                            .then(|| {
                                view! {
                                    <ul class="held">
                                        {held
                                            .into_iter()
                                            .map(|account| {
                                                let href = if account.status == AccountStatus::Pending {
                                                    "/connected".to_owned()
                                                } else {
                                                    format!("/connected/{}", account.id)
                                                };
                                                view! {
                                                    <li>
                                                        <a href=href>
                                                            <span class="ellipsis" title=account.display_name.clone() translate="no">{account.display_name.clone()}</span>
                                                            {account_badge(&account)}
                                                        </a>
                                                    </li>
                                                }
                                            })
                                            .collect_view()}
                                    </ul>
                                }
                            })
                    }}
                    {may
                        .then(|| {
                            view! {
                                <div class="act">
                                    {move || {
                                        let name = name.get_value();
                                        if let Some(id) = broken.get() {
                                            let label = copy::reconnect_named(&name);
                                            let named = if several { copy::reconnect_named_for(&name, category) } else { label.clone() };
                                            view! {
                                                <AttemptButton
                                                    attempts=attempts
                                                    target=Target::account(&id)
                                                    label=label
                                                    name=named
                                                    class="btn primary large wide"
                                                />
                                                <Trouble attempts=attempts key=id />
                                            }
                                                .into_any()
                                        } else if connected.get() {
                                            view! {
                                                <AttemptButton
                                                    attempts=attempts
                                                    target=target.clone()
                                                    label=copy::add_account()
                                                    name=if several { copy::add_account_named_for(&name, category) } else { copy::add_account_named(&name) }
                                                    class="btn large wide"
                                                />
                                            }
                                                .into_any()
                                        } else {
                                            view! {
                                                <AttemptButton
                                                    attempts=attempts
                                                    target=target.clone()
                                                    label=copy::connect()
                                                    name=if several { copy::connect_named_for(&name, category) } else { copy::connect_named(&name) }
                                                    class="btn primary large wide"
                                                />
                                            }
                                                .into_any()
                                        }
                                    }}
                                </div>
                            }
                        })}
                    <Trouble attempts=attempts key=key />
                </div>
            }
        })
        .collect_view();
    let none = app.may_connect.is_empty();
    view! {
        <div class="panel">
            <div class="ways">{ways} {none.then(|| view! { <p class="quiet-note">{copy::only_admins()}</p> })} <AskName attempts=attempts /></div>
            <Polite attempts=attempts />
            <NoScript />
        </div>
    }
}

fn needs_sign_in(account: &AccountView) -> bool {
    account.needs_somebody()
}

/// Without a script the window cannot open; it is said where the button is.
#[component]
pub fn NoScript() -> impl IntoView {
    view! {
        <noscript>
            <p class="quiet-note">{copy::needs_script()}</p>
        </noscript>
    }
}

/// The category's button with the connected apps of the category under it.
#[island]
pub fn CategoryConnect(
    /// The category.
    category: Category,
    /// Whether the person may connect here (P2).
    may_connect: bool,
    /// The category's connected apps.
    accounts: Vec<AccountView>,
) -> impl IntoView {
    let attempts = Attempts::new();
    let mine = move |account: &AccountView| account.category == category && account.status.is_connected();
    let accounts = live_accounts(attempts, accounts, mine);
    view! {
        <div class="connect-hero">
            <div class="mark">
                <Icon glyph=Glyph::Of(category) size=24 />
            </div>
            <div>
                <h1>{copy::category(category)}</h1>
                <p class="lead">{copy::benefit(category)}</p>
            </div>
            {if may_connect {
                view! { <ConnectButton attempts=attempts category=category /> }.into_any()
            } else {
                view! { <p class="quiet-note">{copy::only_admins()}</p> }.into_any()
            }}
            <Trouble attempts=attempts key=Target::category(category).key() />
            <AskName attempts=attempts />
            <NoScript />
        </div>
        <Polite attempts=attempts />
        <section aria-labelledby="connected-here">
            <h2 id="connected-here">{copy::connected_here()}</h2>
            {move || {
                let accounts = accounts.get();
                if accounts.is_empty() {
                    return view! { <p class="quiet-note">{copy::nothing_connected_here()}</p> }.into_any();
                }
                let rows = accounts
                    .into_iter()
                    .map(|account| {
                        let apart = account.display_name != account.integration_name;
                        view! {
                            <li>
                                <AppTile name=account.integration_name.clone() color=account.color.clone() logo=account.logo.clone() />
                                <div>
                                    <a class="ellipsis" href=format!("/connected/{}", account.id) translate="no">
                                        {account.display_name.clone()}
                                    </a>
                                    {apart.then(|| view! { <p class="meta" translate="no">{account.integration_name.clone()}</p> })}
                                </div>
                                {account_badge(&account)}
                                <Icon glyph=Glyph::Chevron size=18 />
                            </li>
                        }
                    })
                    .collect_view();
                view! { <ul class="simple-rows">{rows}</ul> }.into_any()
            }}
        </section>
    }
}
