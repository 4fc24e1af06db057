//! What can be done to a connected app: a name of its own, signing in again, deleting it.

use leptos::prelude::*;

use super::AccountTab;
use crate::{
    api::accounts::AccountView,
    app::{
        components::connect_button::{AttemptButton, Trouble},
        copy,
        islands::{
            attempt::{Attempts, Target},
            connect::NoScript,
            delete::Doomed,
            rename::RenameForm,
        },
    },
};

/// The settings, for those who manage the account.
#[component]
pub(super) fn Settings(
    attempts: Attempts,
    account: RwSignal<AccountView>,
    gone: RwSignal<bool>,
    deleting: RwSignal<Option<Doomed>>,
) -> impl IntoView {
    let renamed = Callback::new(move |name: Option<String>| {
        if let Some(name) = name {
            account.update(|account| account.display_name = name);
            attempts.say(copy::renamed());
        }
    });
    // Only what is shown here: a sync that ends must not take a name away that is being typed.
    let shown = Memo::new(move |_| {
        let mut account = account.get();
        account.last_successful_sync_at = None;
        account.records = None;
        account.first_sync = false;
        account
    });
    move || {
        let account = shown.get();
        if gone.get() || !account.status.is_connected() {
            return ().into_any();
        }
        if !account.manageable {
            return view! { <p class="quiet-note">{copy::only_admins_change()}</p> }.into_any();
        }
        let here = AccountTab::Settings.path(&account.id);
        let app = account.integration_name.clone();
        let current = if account.display_name == app { String::new() } else { account.display_name.clone() };
        let doomed = Doomed { id: account.id.clone(), name: account.display_name.clone() };
        view! {
            <section class="panel" aria-labelledby="settings">
                <h2 id="settings">{copy::settings()}</h2>
                <div class="setting">
                    <div>
                        <h3>{copy::name()}</h3>
                        <p>{copy::setting_name_lead()}</p>
                    </div>
                    <RenameForm id=account.id.clone() app=app.clone() current=current opened=false back=here.clone() done=renamed />
                </div>
                {(!account.other_upstream)
                    .then(|| {
                        view! {
                            <div class="setting act">
                                <div>
                                    <h3>{copy::setting_sign_in()}</h3>
                                    <p>{copy::setting_sign_in_lead(&app)}</p>
                                </div>
                                <AttemptButton attempts=attempts target=Target::account(&account.id) label=copy::relink() />
                                <Trouble attempts=attempts key=account.id.clone() />
                            </div>
                        }
                    })}
                <NoScript />
            </section>
            <section class="panel danger-zone" aria-labelledby="danger">
                <h2 id="danger">{copy::danger_zone()}</h2>
                <div class="setting">
                    <div>
                        <h3>{copy::delete_named(&account.display_name)}</h3>
                        <p>{copy::delete_consequence(&account.display_name)}</p>
                    </div>
                    <form
                        method="get"
                        action=here
                        on:submit=move |event| {
                            event.prevent_default();
                            deleting.set(Some(doomed.clone()));
                        }
                    >
                        <input type="hidden" name="delete" value=account.id.clone() />
                        <button class="btn danger">{copy::delete()}</button>
                    </form>
                </div>
            </section>
        }
        .into_any()
    }
}
