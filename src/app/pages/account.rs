//! `/connected/{id}`

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::frame::{Tab, page};
use crate::{
    api::{
        accounts::linked_accounts,
        error::{ApiError, Code},
        sync::{SyncReply, sync},
    },
    app::{
        components::icon::{Glyph, Icon},
        copy,
        islands::{account::AccountPage, connected::title},
        site::{asked, now},
    },
    domain::status::AccountStatus,
};

/// One connected app.
#[component]
pub fn AccountRoute() -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let delete = asked("delete").is_some();
    Suspend::new(async move {
        let gather = async {
            let mut accounts = linked_accounts(None, None).await?.linked_accounts;
            accounts.retain(|account| account.id == id && account.status != AccountStatus::Pending);
            let account = accounts.pop().ok_or_else(|| ApiError::new(Code::NotFound, ""))?;
            let going = account.status == AccountStatus::Deleting;
            let sync = if going { SyncReply::of_nothing() } else { sync(Some(account.id.clone())).await? };
            Ok((account, sync))
        };
        page(Tab::Connected, gather, |(account, sync), _| {
            let name = title(&account);
            let content = view! {
                <a class="crumb" href="/connected">
                    <Icon glyph=Glyph::Back />
                    {copy::CONNECTED_APPS}
                </a>
                <AccountPage account=account sync=sync now=now() delete=delete />
            };
            (name, content.into_any())
        })
        .await
    })
}
