//! The one thing that asks first (L8).

use leptos::{
    ev::{Event, SubmitEvent},
    html::Dialog,
    prelude::*,
    task::spawn_local,
};

use crate::{
    api::accounts::DeleteIntegration,
    app::{
        browser::{self, path_of},
        components::icon::{Glyph, Icon},
        copy,
    },
};

/// What is about to be deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doomed {
    /// Our id of the account.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// The dialog. Without JavaScript the server opens it (`?delete=`) and its form posts; the cancelling button needs no script either.
#[component]
pub fn DeleteDialog(
    /// What is asked about; `None` closes the dialog.
    asking: RwSignal<Option<Doomed>>,
    /// Called with the id of what was deleted.
    deleted: Callback<String>,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    let refused = RwSignal::new(None::<String>);
    let pending = RwSignal::new(false);
    let open_at_first = asking.with_untracked(Option::is_some);
    let name = move || asking.with(|asking| asking.as_ref().map(|doomed| doomed.name.clone()).unwrap_or_default());
    let id = move || asking.with(|asking| asking.as_ref().map(|doomed| doomed.id.clone()).unwrap_or_default());
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if asking.with(Option::is_some) {
            browser::show_modal(&dialog);
        } else {
            dialog.close();
        }
    });
    let closed = move |_: Event| {
        // The browser tells it a moment late: who was quick has asked again by then.
        if dialog.get_untracked().is_some_and(|dialog| dialog.open()) {
            return;
        }
        asking.set(None);
        refused.set(None);
    };
    let stay_while_pending = move |event: Event| {
        if pending.get_untracked() {
            event.prevent_default();
        }
    };
    let confirm = move |event: SubmitEvent| {
        event.prevent_default();
        let Some(doomed) = asking.get_untracked() else { return };
        if pending.get_untracked() {
            return;
        }
        pending.set(true);
        refused.set(None);
        spawn_local(async move {
            let arguments =
                DeleteIntegration { integration_id: Some(doomed.id.clone()), linked_account_id: None, linked_account_id_camel: None };
            let answer = browser::call(&arguments).await;
            pending.set(false);
            match answer {
                Ok(_) => {
                    asking.set(None);
                    deleted.run(doomed.id);
                }
                Err(error) => refused.set(Some(copy::change_refusal(&error))),
            }
        });
    };
    view! {
        <dialog
            class="dialog"
            role="alertdialog"
            aria-labelledby="delete-title"
            aria-describedby="delete-text"
            open=open_at_first
            node_ref=dialog
            on:close=closed
            on:cancel=stay_while_pending
        >
            <h2 id="delete-title">{move || copy::delete_title(&name())}</h2>
            <div class="said" id="delete-text">
                <p>{copy::delete_question()}</p>
                <p>{move || copy::delete_consequence(&name())}</p>
            </div>
            <div role="alert">
                {move || {
                    refused
                        .get()
                        .map(|sentence| {
                            view! {
                                <div class="notice error">
                                    <Icon glyph=Glyph::Alert />
                                    <p>{sentence}</p>
                                </div>
                            }
                        })
                }}
            </div>
            <div class="dialog-acts">
                <form method="dialog">
                    <button class="btn wide" autofocus=true prop:disabled=move || pending.get()>
                        {copy::cancel()}
                    </button>
                </form>
                <form method="post" action={path_of::<DeleteIntegration>()} on:submit=confirm>
                    <input type="hidden" name="integration_id" value=id />
                    // Without a script: the page that asked may be the account's own, which is gone then.
                    <input type="hidden" name="return_to" value="/connected" />
                    <button class="btn danger wide" aria-disabled=move || pending.get().then_some("true")>
                        {move || if pending.get() { copy::deleting_now() } else { copy::delete() }}
                    </button>
                </form>
            </div>
        </dialog>
    }
}
