//! The command palette: apps, what is connected, and what can be done, from every page.
//!
//! Ctrl-K, on Apple's machines Cmd-K, opens it everywhere, on the App Center too; there `/` focuses the page's own search. Escape closes it
//! at once, whatever was typed: a window has one way out. Without JavaScript its button is a link to the App Center, whose search needs none.
//!
//! It is no island. The search would bring its index into every page's program, so the server ranks, and draws too: what comes back is a
//! part of a page, and all words stay in [`copy`]. The script that asks for it is loaded when the palette is first opened.

use std::sync::LazyLock;

use leptos::{nonce::use_nonce, prelude::*};

use super::frame::{Around, around};
use crate::{
    api::{
        accounts::AccountView,
        catalogue::{AppCenter, app_center},
        error::{ApiError, Code},
        people::Me,
    },
    app::{
        components::{
            badge::account_badge,
            icon::{Glyph, Icon},
            tile::AppTile,
        },
        copy,
        islands::{connected::title, theme::form_of},
        logo,
        site::{is_apple, set_status},
    },
    domain::{
        catalogue::CatalogueApp,
        category::Category,
        palette::{Item, Kind, find},
        people::Role,
        search::{SearchDoc, browse::MAX_QUERY_CHARS},
        status::AccountStatus,
        theme::Theme,
    },
    server::{security::redirect, vault::sha256_hex},
};

/// Where the script is served.
pub const SCRIPT_PATH: &str = "/palette.js";
/// The script.
pub const SCRIPT: &str = include_str!("../browser/palette.js");
/// What opens it, within the page.
const DOOR: &str = include_str!("../browser/palette_open.js");
/// The form by which the account menu signs out.
pub const SIGN_OUT_FORM: &str = "sign-out";

/// The script's address: another one for each content, so that it can be kept for ever.
fn script() -> &'static str {
    static ADDRESS: LazyLock<String> = LazyLock::new(|| {
        let hash: String = sha256_hex(SCRIPT.as_bytes()).chars().take(16).collect();
        format!("{SCRIPT_PATH}?v={hash}")
    });
    &ADDRESS
}

/// The button in the header.
#[component]
pub fn PaletteButton() -> impl IntoView {
    let (keys, hint) = if is_apple() { ("Meta+K", "⌘K") } else { ("Control+K", "Ctrl K") };
    view! {
        <a class="seek" id="seek" href="/apps" data-keys=keys>
            <Icon glyph=Glyph::Search />
            <span>{copy::search()}</span>
            <kbd aria-hidden="true" translate="no">{hint}</kbd>
        </a>
    }
}

/// The window, closed and empty.
#[component]
pub fn Palette() -> impl IntoView {
    let trouble = |code| copy::refusal(&ApiError::new(code, ""));
    view! {
        <dialog class="palette" id="palette" aria-label=copy::palette() data-script=script()>
            <div class="palette-field">
                <Icon glyph=Glyph::Search size=20 />
                <input
                    type="text"
                    role="combobox"
                    aria-label=copy::palette()
                    aria-expanded="false"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    placeholder=copy::palette_hint()
                    maxlength=MAX_QUERY_CHARS
                    autocomplete="off"
                    autocapitalize="off"
                    spellcheck="false"
                    enterkeyhint="go"
                />
                <span class="spinner" aria-hidden="true"></span>
                <form method="dialog">
                    <button class="btn icon" aria-label=copy::close()>
                        <Icon glyph=Glyph::Close size=18 />
                    </button>
                </form>
            </div>
            <p class="notice error" role="alert" data-trouble="away" hidden>
                <span>
                    {trouble(Code::Offline)} " "
                    <button class="text-button" type="button" data-again="">
                        {copy::again()}
                    </button>
                </span>
            </p>
            <p class="notice error" role="alert" data-trouble="signed-out" hidden>
                <span>
                    {trouble(Code::SignedOut)} " " <a href="/sign-in">{copy::sign_in()}</a>
                </span>
            </p>
            <div class="palette-found"></div>
            <p class="sr-only" role="status" data-busy=copy::searching()></p>
            <p class="palette-keys" aria-hidden="true">
                <kbd>"↑"</kbd>
                <kbd>"↓"</kbd>
                {copy::key_move()}
                <kbd>"↵"</kbd>
                {copy::key_go()}
                <kbd translate="no">"Esc"</kbd>
                {copy::key_close()}
            </p>
        </dialog>
        <script nonce=use_nonce() inner_html=DOOR></script>
    }
}

/// What is found for `q`: a part of a page, without a document around it.
#[component]
pub fn PaletteFound(
    /// What was typed.
    q: String,
) -> impl IntoView {
    Suspend::new(async move {
        match gather().await {
            Ok(things) => drawn(&things, q.trim()),
            Err(error) => {
                set_status(error.code.status());
                ().into_any()
            }
        }
    })
}

/// What can be found.
struct Thing {
    name: String,
    /// Other names.
    aliases: Vec<String>,
    categories: Vec<Category>,
    /// Of two that match alike the smaller comes first.
    weight: u16,
    what: What,
}

enum What {
    Account(AccountView),
    App(CatalogueApp),
    Action(Action),
}

impl Thing {
    fn item(&self) -> Item<'_> {
        let (kind, slug, purpose) = match &self.what {
            What::Account(account) => (Kind::Connected, account.integration_slug.as_str(), ""),
            What::App(app) => (Kind::App, app.slug.as_str(), app.purpose.as_str()),
            What::Action(_) => (Kind::Action, "", ""),
        };
        let doc = SearchDoc {
            slug,
            name: &self.name,
            purpose,
            categories: &self.categories,
            aliases: &self.aliases,
            popularity: self.weight,
            added: 0,
        };
        Item { kind, doc }
    }
}

async fn gather() -> Result<Vec<Thing>, ApiError> {
    let Around { me, accounts } = around().await?;
    let (mut accounts, AppCenter { apps, .. }) = (accounts?, app_center().await?);
    let mut apps = apps.to_vec();
    accounts.retain(|account| account.status != AccountStatus::Deleting);
    accounts.sort_by_cached_key(|account| (!account.needs_somebody(), title(account).to_lowercase()));
    apps.sort_by(|one, other| (one.popularity, &one.name).cmp(&(other.popularity, &other.name)));
    let connected: Vec<Thing> = accounts
        .into_iter()
        .map(|account| {
            let known = apps.iter().find(|app| app.slug == account.integration_slug);
            let others = known.map(|app| app.aliases.clone()).unwrap_or_default();
            Thing {
                name: title(&account),
                aliases: std::iter::once(account.integration_name.clone()).chain(others).collect(),
                categories: vec![account.category],
                weight: u16::from(!account.needs_somebody()),
                what: What::Account(account),
            }
        })
        .collect();
    let actions = Action::of(&me).into_iter().map(|action| Thing {
        name: action.label(),
        aliases: action.aliases().split([',', '、']).map(|alias| alias.trim().to_owned()).collect(),
        categories: Vec::new(),
        weight: u16::MAX,
        what: What::Action(action),
    });
    let apps = apps.into_iter().map(|app| Thing {
        name: app.name.clone(),
        aliases: app.aliases.clone(),
        categories: app.categories.clone(),
        weight: app.popularity.saturating_add(2),
        what: What::App(app),
    });
    Ok(connected.into_iter().chain(actions).chain(apps).collect())
}

/// What can be gone to or done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Apps,
    Connected,
    /// For admins.
    Invite,
    Settings,
    Request,
    /// For the company's own people.
    Operator,
    Theme(Theme),
    SignOut,
}

impl Action {
    /// Those of this person, in the order in which they are shown.
    fn of(me: &Me) -> Vec<Self> {
        let places = [
            Some(Self::Apps),
            Some(Self::Connected),
            (me.role == Role::Admin).then_some(Self::Invite),
            Some(Self::Settings),
            Some(Self::Request),
            me.operator.then_some(Self::Operator),
        ];
        places.into_iter().flatten().chain(Theme::ALL.map(Self::Theme)).chain([Self::SignOut]).collect()
    }

    fn label(self) -> String {
        match self {
            Self::Apps => copy::app_center(),
            Self::Connected => copy::connected_apps(),
            Self::Invite => copy::invite(),
            Self::Settings => copy::settings(),
            Self::Request => copy::request_app(),
            Self::Operator => copy::operator(),
            Self::Theme(theme) => copy::theme_alone(theme),
            Self::SignOut => copy::sign_out(),
        }
    }

    /// What people also call it, with commas between.
    fn aliases(self) -> String {
        match self {
            Self::Apps => copy::alias_apps(),
            Self::Connected => copy::alias_connected(),
            Self::Invite => copy::alias_invite(),
            Self::Settings => copy::alias_settings(),
            Self::Request => copy::alias_request(),
            Self::Operator => copy::alias_operator(),
            Self::Theme(theme) => copy::alias_theme(theme),
            Self::SignOut => copy::alias_sign_out(),
        }
    }

    const fn glyph(self) -> Glyph {
        match self {
            Self::Apps => Glyph::All,
            Self::Connected => Glyph::Plug,
            Self::Invite => Glyph::Of(Category::Hris),
            Self::Settings => Glyph::Sliders,
            Self::Request => Glyph::Plus,
            Self::Operator => Glyph::Key,
            Self::Theme(_) => Glyph::Halves,
            Self::SignOut => Glyph::Out,
        }
    }

    fn way(self) -> Way {
        Way::To(match self {
            Self::Apps => "/apps".to_owned(),
            Self::Connected => "/connected".to_owned(),
            Self::Invite => "/settings#invitations".to_owned(),
            Self::Settings => "/settings".to_owned(),
            Self::Request => "/request-app".to_owned(),
            Self::Operator => "/operator/inbox".to_owned(),
            Self::Theme(theme) => return Way::Form(form_of(theme)),
            Self::SignOut => return Way::Form(SIGN_OUT_FORM.to_owned()),
        })
    }
}

/// What choosing it does.
enum Way {
    /// Leads to an address.
    To(String),
    /// Sends a form of the account menu.
    Form(String),
}

fn drawn(things: &[Thing], typed: &str) -> AnyView {
    let found = find(&things.iter().map(Thing::item).collect::<Vec<_>>(), typed);
    let asks = (!typed.is_empty() && !found.has_apps()).then(|| ask_for(typed));
    let count = found.len() + usize::from(asks.is_some());
    let note = match (&found.corrected, &asks) {
        (_, Some(_)) => Some(copy::no_match(typed)),
        (Some(corrected), None) => Some(copy::showing_for(corrected)),
        (None, None) => None,
    };
    let drawn = |place: &usize| things.get(*place).map(|thing| thing.line().drawn(*place));
    let groups: Vec<_> =
        found.groups.iter().map(|(kind, places)| group(copy::palette_group(*kind), places.iter().filter_map(drawn).collect())).collect();
    let asks = asks.map(|line| group(copy::request_app(), vec![line.drawn(things.len())]));
    view! {
        {note.map(|note| view! { <p class="palette-note">{note}</p> })}
        <div role="listbox" id="palette-list" aria-label=copy::results_title() data-said=copy::results(count)>
            {groups}
            {asks}
        </div>
    }
    .into_any()
}

fn group(label: String, options: Vec<AnyView>) -> AnyView {
    let name = label.clone();
    view! {
        <div role="group" aria-label=name>
            <div class="palette-kind" role="presentation" aria-hidden="true">
                {label}
            </div>
            {options}
        </div>
    }
    .into_any()
}

/// A line of the list.
struct Line {
    way: Way,
    mark: AnyView,
    name: String,
    /// Whether the name is somebody's own, in no language.
    data: bool,
    note: Option<String>,
    badge: Option<AnyView>,
}

impl Line {
    /// `n`: another number for each.
    fn drawn(self, n: usize) -> AnyView {
        let Self { way, mark, name, data, note, badge } = self;
        let id = format!("palette-{n}");
        let inside = view! {
            {mark}
            <span class="palette-name">
                <span title=name.clone() translate=data.then_some("no")>
                    {name.clone()}
                </span>
                {note.map(|note| view! { " " <span class="meta">{note}</span> })}
            </span>
            {badge.map(|badge| view! { " " {badge} })}
        };
        match way {
            Way::To(href) => view! {
                <a role="option" id=id aria-selected="false" tabindex="-1" href=href>
                    {inside}
                </a>
            }
            .into_any(),
            Way::Form(form) => view! {
                <button role="option" id=id aria-selected="false" tabindex="-1" form=form>
                    {inside}
                </button>
            }
            .into_any(),
        }
    }
}

fn icon(glyph: Glyph) -> AnyView {
    view! {
        <span class="palette-icon">
            <Icon glyph=glyph size=18 />
        </span>
    }
    .into_any()
}

/// Nothing fits: then it can be asked for.
fn ask_for(typed: &str) -> Line {
    Line {
        way: Way::To(redirect::with_query("/request-app", &[("name", typed)])),
        mark: icon(Glyph::Plus),
        name: copy::request_this(),
        data: false,
        note: Some(copy::quoted(typed)),
        badge: None,
    }
}

impl Thing {
    fn line(&self) -> Line {
        let name = self.name.clone();
        let kinds = copy::several_categories(&self.categories);
        match &self.what {
            What::Account(account) => {
                let app = account.integration_name.clone();
                let tile = if app.is_empty() { name.clone() } else { app.clone() };
                let page =
                    if account.status == AccountStatus::Pending { "/connected".to_owned() } else { format!("/connected/{}", account.id) };
                Line {
                    way: Way::To(page),
                    mark: view! { <AppTile name=tile color=account.color.clone() logo=account.logo.clone() /> }.into_any(),
                    note: Some(if app == name || app.is_empty() { kinds } else { format!("{app} · {kinds}") }),
                    badge: Some(account_badge(account).into_any()),
                    name,
                    data: true,
                }
            }
            What::App(app) => Line {
                way: Way::To(format!("/apps/{}", app.slug)),
                mark: view! { <AppTile name=name.clone() color=app.color.clone() logo=logo(app) /> }.into_any(),
                note: Some(kinds),
                badge: None,
                name,
                data: true,
            },
            What::Action(action) => Line { way: action.way(), mark: icon(action.glyph()), note: None, badge: None, name, data: false },
        }
    }
}
