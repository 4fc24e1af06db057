//! Giving an account a name of its own, inline (L12).

use leptos::{
    ev::{KeyboardEvent, SubmitEvent},
    html::Input,
    prelude::*,
    task::spawn_local,
};

use super::attempt::Attempts;
use crate::{
    api::{accounts::RenameIntegration, linking::ExchangeReply},
    app::{
        browser::{self, path_of},
        components::icon::{Glyph, Icon},
        copy,
    },
};

/// The form. Without JavaScript it posts and the page comes back.
#[component]
pub fn RenameForm(
    /// Our id of the account.
    id: String,
    /// The app's name, which an empty name gives back.
    app: String,
    /// The name in force; empty when it is the app's.
    current: String,
    /// What the button that gives up says.
    #[prop(default = copy::cancel())]
    give_up: String,
    /// Whether it takes the focus and can be given up: it was opened by a click. Else it is always there.
    #[prop(default = true)]
    opened: bool,
    /// Where the page without JavaScript goes when the person gives up.
    back: String,
    /// Called with the new name, or without when the person gives up.
    done: Callback<Option<String>>,
) -> impl IntoView {
    let input = NodeRef::<Input>::new();
    let refused = RwSignal::new(None::<String>);
    let pending = RwSignal::new(false);
    let field = format!("name-{id}");
    let wrong = format!("name-problem-{id}");
    Effect::new(move |_| {
        if let Some(input) = input.get().filter(|_| opened) {
            let _ = input.focus();
            input.select();
        }
    });
    let save = {
        let (id, app) = (id.clone(), app.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let Some(input) = input.get_untracked() else { return };
            if pending.get_untracked() {
                return;
            }
            pending.set(true);
            let name = input.value().split_whitespace().collect::<Vec<_>>().join(" ");
            let arguments = RenameIntegration {
                integration_id: Some(id.clone()),
                linked_account_id: None,
                linked_account_id_camel: None,
                display_name: Some(name.clone()),
            };
            let app = app.clone();
            spawn_local(async move {
                let answer = browser::call(&arguments).await;
                pending.set(false);
                match answer {
                    Ok(_) => done.run(Some(if name.is_empty() { app } else { name })),
                    Err(error) => {
                        refused.set(Some(copy::change_refusal(&error)));
                        let _ = input.focus();
                    }
                }
            });
        }
    };
    let escape = move |event: KeyboardEvent| {
        if opened && event.key() == "Escape" {
            event.stop_propagation();
            done.run(None);
        }
    };
    view! {
        <form class="rename" method="post" action={path_of::<RenameIntegration>()} on:submit=save on:keydown=escape>
            <input type="hidden" name="integration_id" value=id />
            <label class="sr-only" for=field.clone()>
                {copy::name_for(&app)}
            </label>
            <input
                class="input slim"
                id=field
                name="display_name"
                value=current
                placeholder=app
                translate="no"
                maxlength="100"
                autocomplete="off"
                node_ref=input
                aria-invalid=move || refused.with(Option::is_some).then_some("true")
                aria-describedby=wrong.clone()
            />
            <button class="btn primary" aria-disabled=move || pending.get().then_some("true")>
                {copy::save()}
            </button>
            {opened
                .then(|| {
                    view! {
                        <a
                            class="btn"
                            role="button"
                            href=back
                            on:click=move |event| {
                                event.prevent_default();
                                done.run(None);
                            }
                        >
                            {give_up}
                        </a>
                    }
                })}
            <div id=wrong role="alert">
                {move || {
                    refused
                        .get()
                        .map(|sentence| {
                            view! {
                                <p class="problem">
                                    <Icon glyph=Glyph::Alert />
                                    <span>{sentence}</span>
                                </p>
                            }
                        })
                }}
            </div>
        </form>
    }
}

/// After a second account of the same app: asks for a name, once, and takes no for an answer.
#[component]
pub fn AskName(
    /// The attempts of the island it stands in.
    attempts: Attempts,
    /// Called when a name was given.
    #[prop(optional)]
    named: Option<Callback<(String, String)>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<ExchangeReply>);
    Effect::new(move |_| {
        if let Some(reply) = attempts.connected().filter(|reply| reply.ask_name && !reply.relinked) {
            asked.set(Some(reply));
        }
    });
    move || {
        asked.get().map(|reply| {
            let (id, app) = (reply.linked_account_id, reply.integration_name);
            let done = {
                let id = id.clone();
                Callback::new(move |name: Option<String>| {
                    asked.set(None);
                    if let (Some(name), Some(named)) = (name, named) {
                        named.run((id.clone(), name));
                    }
                })
            };
            let (label, question) = (copy::name_this(&app), copy::name_this_question(&app));
            view! {
                <div class="ask" role="group" aria-label=label>
                    <p>{question}</p>
                    <RenameForm id=id app=app current=String::new() give_up=copy::not_now() back=String::from("/connected") done=done />
                </div>
            }
        })
    }
}
