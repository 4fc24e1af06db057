//! What every page stands in: skip link, header, main column.

use leptos::{prelude::*, tachys::reactive_graph::OwnedView};
use leptos_meta::{Meta, Title};

use super::{
    failure::failed,
    language::{LanguageFoot, LanguageSwitch},
    palette::{Palette, PaletteButton, SIGN_OUT_FORM},
};
use crate::{
    api::{
        accounts::{AccountView, linked_accounts},
        error::ApiError,
        people::{Me, SignOut, me},
    },
    app::{
        browser::path_of,
        components::icon::{Glyph, Icon},
        copy,
        islands::theme::ThemeSwitch,
        site::{Site, asked, host, theme},
    },
};

/// The navigation's two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// App Center.
    Apps,
    /// Connected Apps.
    Connected,
    /// Neither.
    Elsewhere,
}

/// Who looks, and what they have.
#[derive(Clone, Debug)]
pub struct Around {
    /// The person.
    pub me: Me,
    /// The organisation's accounts, if they could be loaded.
    pub accounts: Result<Vec<AccountView>, ApiError>,
}

impl Around {
    /// The accounts; none when they could not be loaded.
    pub fn accounts(&self) -> Vec<AccountView> {
        self.accounts.clone().unwrap_or_default()
    }
}

/// Gathers what every page needs.
///
/// # Errors
/// Nobody is signed in, or the database is away.
pub async fn around() -> Result<Around, ApiError> {
    let me = me().await?;
    let accounts = linked_accounts(None, None).await.map(|reply| reply.linked_accounts);
    Ok(Around { me, accounts })
}

/// A page: its own part between the header and the foot. `gather` answers what the page shows or why it cannot.
pub async fn page<T>(
    tab: Tab,
    gather: impl Future<Output = Result<T, ApiError>>,
    draw: impl FnOnce(T, &Around) -> (String, AnyView),
) -> AnyView {
    let around = match around().await {
        Ok(around) => around,
        Err(error) => return failed(&error, None),
    };
    match gather.await {
        Ok(gathered) => {
            let (title, content) = draw(gathered, &around);
            framed(tab, &title, Some(&around), content)
        }
        Err(error) => failed(&error, Some(&around)),
    }
}

/// The page as it is sent.
pub fn framed(tab: Tab, title: &str, around: Option<&Around>, content: AnyView) -> AnyView {
    let site = Site::here();
    let title = if title == site.name { title.to_owned() } else { format!("{title} · {}", site.name) };
    // The page around a frame has landmarks of its own: ours are told apart from them by name.
    let name = host().is_some().then(copy::in_frame);
    // Where there is an account menu, the switch is in it.
    let foot = (host().is_some() || around.is_none()).then(|| view! { <LanguageFoot /> });
    let problem = asked("problem").filter(|_| around.is_some()).map(|word| view! { <Problem word=word /> });
    let metas = around.map(|around| {
        view! {
            <Meta name="patchbay-organization" content=around.me.organization_id.clone() />
            <Meta name="patchbay-window-script" content=site.window_script.clone() />
            {site.window_base.clone().map(|base| view! { <Meta name="patchbay-window-base" content=base /> })}
        }
    });
    // A page is written once it has what it waited for, on whichever thread: without an owner of its own, what belongs into the head finds no
    // head now and then, and nobody frees what its parts hold.
    OwnedView::new(view! {
        <Title text=title />
        {metas}
        <a class="skip" href="#main">
            {copy::skip()}
        </a>
        <Header tab=tab site=site around=around.cloned() />
        <main class="main" id="main" tabindex="-1" aria-label=name>
            {problem}
            {content}
            {foot}
        </main>
    })
    .into_any()
}

/// The id of the sentence that says what a form was refused for: the field at fault is described by it.
pub const PROBLEM_ID: &str = "problem";

/// What a form without JavaScript was refused for.
#[component]
pub fn Problem(
    /// The machine's word.
    word: String,
) -> impl IntoView {
    view! {
        <div class="notice error page-problem" id=PROBLEM_ID role="alert">
            <Icon glyph=Glyph::Alert />
            <p>{copy::problem(&word)}</p>
        </div>
    }
}

/// The company's name and mark.
#[component]
pub fn Brand(
    /// The site.
    site: Site,
) -> impl IntoView {
    let mark = match site.logo {
        Some(logo) => view! { <img src=logo alt="" width="26" height="26" /> }.into_any(),
        None => view! {
            <svg width="26" height="26" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.9" stroke-linecap="round" aria-hidden="true">
                <rect x="2.5" y="2.5" width="19" height="19" rx="6"></rect>
                <circle cx="8.3" cy="9" r="1.8" fill="currentColor" stroke="none"></circle>
                <circle cx="15.7" cy="15" r="1.8" fill="currentColor" stroke="none"></circle>
                <path d="M8.3 10.5c0 4.5 7.4 0.5 7.4 4.5"></path>
            </svg>
        }
        .into_any(),
    };
    view! {
        <a class="brand" href="/apps">
            {mark}
            <span class="ellipsis" translate="no">{site.name}</span>
        </a>
    }
}

/// In a frame the page around has a name and an account menu of its own: what stays are the two places.
#[component]
fn Header(tab: Tab, site: Site, around: Option<Around>) -> impl IntoView {
    let framed = host().is_some();
    let inside = around.map(|around| {
        let count = around.accounts().iter().filter(|account| account.needs_somebody()).count();
        let here = |this: Tab| (this == tab).then_some("page");
        view! {
            <nav aria-label=if framed { copy::in_frame() } else { copy::main_nav() }>
                <ul>
                    <li>
                        <a href="/apps" aria-current=here(Tab::Apps)>
                            {copy::app_center()}
                        </a>
                    </li>
                    <li>
                        <a href="/connected" aria-current=here(Tab::Connected)>
                            {copy::connected_apps()}
                            <span class="count" id="attention" hidden=count == 0>
                                <span aria-hidden="true">{count}</span>
                                <span class="sr-only">{copy::attention_count(count)}</span>
                            </span>
                        </a>
                    </li>
                </ul>
            </nav>
            // A frame has no chrome of ours: the host's page has its own ways about.
            {(!framed)
                .then(|| {
                    view! {
                        <PaletteButton />
                        <AccountMenu me=around.me />
                        <Palette />
                    }
                })}
        }
    });
    view! {
        <header class="top" role=framed.then_some("none")>
            <div class="top-in">
                {(!framed).then(|| view! { <Brand site=site /> })}
                {inside}
            </div>
        </header>
    }
}

/// Organisation, person, theme, sign out. Opens without a script.
#[component]
fn AccountMenu(me: Me) -> impl IntoView {
    let initials: String = me.name.split_whitespace().filter_map(|word| word.chars().next()).take(2).flat_map(char::to_uppercase).collect();
    view! {
        <div class="me">
            <button type="button" popovertarget="account-menu" aria-label=copy::account_button(&me.organization_name, &me.name)>
                <span class="ellipsis" translate="no">{me.organization_name.clone()}</span>
                <span class="avatar" aria-hidden="true" translate="no">
                    {initials}
                </span>
            </button>
            <div class="menu" id="account-menu" popover="auto" role="group" aria-label=copy::account_menu()>
                <div class="menu-who" translate="no">
                    <p>
                        <strong>{me.name}</strong>
                    </p>
                    <p class="meta">{me.email}</p>
                    <p class="meta">{me.organization_name}</p>
                </div>
                <div class="menu-part">
                    <h2 id="theme-title">{copy::theme_title()}</h2>
                    <ThemeSwitch theme=theme() />
                </div>
                <div class="menu-part">
                    <h2 id="language-title">{copy::language_title()}</h2>
                    <LanguageSwitch named_by="language-title" />
                </div>
                <div class="menu-part">
                    <a class="btn wide" href="/settings">
                        {copy::settings()}
                    </a>
                </div>
                {me
                    .operator
                    .then(|| {
                        view! {
                            <div class="menu-part">
                                <a class="btn wide" href="/operator/inbox">
                                    {copy::operator()}
                                </a>
                            </div>
                        }
                    })}
                <div class="menu-part">
                    <form id=SIGN_OUT_FORM method="post" action={path_of::<SignOut>()}>
                        <button class="btn wide">{copy::sign_out()}</button>
                    </form>
                </div>
            </div>
        </div>
    }
}
