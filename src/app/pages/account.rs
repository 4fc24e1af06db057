//! `/connected/{id}`, and `/data`, `/activity` and `/settings` below it

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::frame::{Tab, page};
use crate::{
    api::{
        accounts::{AccountView, linked_accounts},
        activity::{ActivityPage, activity},
        error::{ApiError, Code},
        records::{RecordList, records},
        sync::{SyncReply, sync},
    },
    app::{
        components::icon::{Glyph, Icon},
        copy,
        islands::{
            account::{AccountPage, AccountTab},
            activity::ActivityList,
            connected::title,
            records::RecordBrowser,
        },
        site::{asked, now, set_status},
    },
    domain::status::AccountStatus,
};

/// How it is.
#[component]
pub fn AccountRoute() -> impl IntoView {
    one(AccountTab::Overview)
}

/// Its records.
#[component]
pub fn AccountDataRoute() -> impl IntoView {
    one(AccountTab::Data)
}

/// Its history.
#[component]
pub fn AccountActivityRoute() -> impl IntoView {
    one(AccountTab::Activity)
}

/// What can be done to it.
#[component]
pub fn AccountSettingsRoute() -> impl IntoView {
    one(AccountTab::Settings)
}

/// What a page has of its own. An address that makes no sense is told apart from what is not there: the account is, and its page says so.
enum Own {
    Sync(SyncReply),
    Records(Result<Box<RecordList>, ApiError>),
    Activity(Result<ActivityPage, ApiError>),
    Nothing,
}

/// What was asked for, unless the page as a whole cannot be shown.
fn told<T>(answer: Result<T, ApiError>) -> Result<Result<T, ApiError>, ApiError> {
    match answer {
        Err(error) if error.field.is_none() => Err(error),
        answer => Ok(answer),
    }
}

async fn own(tab: AccountTab, id: String) -> Result<Own, ApiError> {
    let id = Some(id);
    Ok(match tab {
        AccountTab::Overview => Own::Sync(sync(id).await?),
        AccountTab::Data => {
            let list = records(id, asked("type"), asked("q"), asked("sort"), asked("deleted"), asked("after"), asked("record")).await;
            Own::Records(told(list.map(Box::new))?)
        }
        AccountTab::Activity => Own::Activity(told(activity(id, asked("before")).await)?),
        AccountTab::Settings => Own::Nothing,
    })
}

/// One of the pages of one connected app.
fn one(tab: AccountTab) -> impl IntoView {
    let id = use_params_map().read_untracked().get("id").unwrap_or_default();
    let delete = asked("delete").is_some();
    Suspend::new(async move {
        let gather = async {
            let mut accounts = linked_accounts(None, None).await?.linked_accounts;
            accounts.retain(|account| account.id == id && account.status != AccountStatus::Pending);
            let account = accounts.pop().ok_or_else(|| ApiError::new(Code::NotFound, ""))?;
            let own = match account.status {
                // Nothing is left of it but that it goes.
                AccountStatus::Deleting if tab == AccountTab::Overview => Own::Nothing,
                AccountStatus::Deleting => return Err(ApiError::new(Code::NotFound, "")),
                _ => own(tab, account.id.clone()).await?,
            };
            Ok((account, own))
        };
        page(Tab::Connected, gather, |(account, own), _| {
            let name = match tab {
                AccountTab::Overview => title(&account),
                tab => format!("{} · {}", tab.title(), title(&account)),
            };
            let (sync, content) = match own {
                Own::Sync(sync) => (sync, ().into_any()),
                Own::Records(list) => (SyncReply::of_nothing(), data_part(&account, list)),
                Own::Activity(page) => (SyncReply::of_nothing(), activity_part(&account, page)),
                Own::Nothing => (SyncReply::of_nothing(), ().into_any()),
            };
            let content = view! {
                <a class="crumb" href="/connected">
                    <Icon glyph=Glyph::Back />
                    {copy::connected_apps()}
                </a>
                <AccountPage account=account sync=sync now=now() tab=tab delete=delete>
                    {content}
                </AccountPage>
            };
            (name, content.into_any())
        })
        .await
    })
}

/// An address that leads to nothing: the page says so, and where to go on.
fn astray(error: &ApiError, onwards: String, label: String) -> AnyView {
    set_status(error.code.status());
    view! {
        <div class="empty">
            <Icon glyph=Glyph::Search size=32 />
            <h2>{copy::bad_address()}</h2>
            <a class="btn" href=onwards>
                {label}
            </a>
        </div>
    }
    .into_any()
}

fn data_part(account: &AccountView, list: Result<Box<RecordList>, ApiError>) -> AnyView {
    match list {
        Ok(list) => {
            if list.missing {
                set_status(404);
            }
            view! { <RecordBrowser list=*list id=account.id.clone() app=account.integration_name.clone() /> }.into_any()
        }
        Err(error) => astray(&error, AccountTab::Data.path(&account.id), copy::show_all_records()),
    }
}

fn activity_part(account: &AccountView, page: Result<ActivityPage, ApiError>) -> AnyView {
    let here = AccountTab::Activity.path(&account.id);
    let page = match page {
        Ok(page) => page,
        Err(error) => return astray(&error, here, copy::show_newest()),
    };
    let older = page.older.clone().map(|before| format!("{here}?before={before}"));
    let later = asked("before").is_some();
    let export = format!("/api/merge/activity?format=csv&integration_id={}", account.id);
    view! {
        <section class="panel" aria-labelledby="activity">
            <div class="shelf-head">
                <h2 id="activity">{copy::activity_title()}</h2>
                <a class="btn" href=export download="">
                    <Icon glyph=Glyph::Download />
                    {copy::export()}
                </a>
            </div>
            <ActivityList page=page id=account.id.clone() now=now() />
            {(later || older.is_some())
                .then(|| {
                    view! {
                        <nav class="pager" aria-label=copy::pages()>
                            {later
                                .then(|| {
                                    view! {
                                        <a class="btn" href=here.clone()>
                                            {copy::newest()}
                                        </a>
                                    }
                                })}
                            {older
                                .map(|query| {
                                    view! {
                                        <a class="btn" href=query rel="next">
                                            {copy::older()}
                                        </a>
                                    }
                                })}
                        </nav>
                    }
                })}
        </section>
    }
    .into_any()
}
