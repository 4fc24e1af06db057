//! `/connected`

use leptos::prelude::*;

use super::{
    failure::PartFailed,
    frame::{Tab, page},
};
use crate::{
    app::{
        copy,
        islands::{connect::NoScript, connected::ConnectedApps},
        site::{asked, now},
    },
    domain::search::browse::Query,
};

/// Connected Apps.
#[component]
pub fn ConnectedRoute() -> impl IntoView {
    let (delete, rename, app) = (asked("delete"), asked("rename"), asked("app"));
    let search = Query::from_pairs([("q", asked("q").unwrap_or_default())]).q;
    Suspend::new(async move {
        page(Tab::Connected, async { Ok(()) }, |(), around| {
            // "Manage" on a card: straight to the account where there is but one.
            let mine = around.accounts().into_iter().filter(|account| app.as_ref() == Some(&account.integration_slug));
            if let [only] = mine.filter(|account| account.status.is_connected()).collect::<Vec<_>>().as_slice() {
                leptos_axum::redirect(&format!("/connected/{}", only.id));
            }
            let list = match around.accounts.clone() {
                Ok(accounts) => {
                    view! { <ConnectedApps accounts=accounts now=now() delete=delete rename=rename search=search /> }.into_any()
                }
                Err(_) => view! { <PartFailed sentence=copy::accounts_failed() /> }.into_any(),
            };
            let content = view! {
                <div class="list-head">
                    <div class="page-head">
                        <h1 id="list-title" tabindex="-1">
                            {copy::connected_apps()}
                        </h1>
                        <p class="lead">{copy::connected_lead()}</p>
                    </div>
                    <a class="btn" href="/apps">
                        {copy::browse_apps()}
                    </a>
                </div>
                <NoScript />
                {list}
            };
            (copy::connected_apps(), content.into_any())
        })
        .await
    })
}
