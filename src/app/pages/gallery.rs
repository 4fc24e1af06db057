//! `/gallery`: every part in every state, for those who build it and for the pictures that the browser's tests compare. It is there in
//! development only, in English, and drawn without a script: nothing on it lives, and each part stands still in its state.

use leptos::prelude::*;

use super::{
    entrance::Field,
    failure::missing,
    frame::{Tab, around, framed},
};
use crate::{
    api::{
        accounts::{AccountView, Counted},
        catalogue::AppState,
    },
    app::{
        components::{
            badge::{Badge, card_badge},
            icon::{Glyph, Icon},
            tile::AppTile,
        },
        islands::{
            app_center::card::{Card, Shelf},
            attempt::Attempts,
            connected::{
                desk::{Asked, Desk},
                row::{AttentionRow, Row},
            },
        },
    },
    domain::{
        catalogue::{CardState, CatalogueApp},
        category::Category,
        status::AccountStatus,
    },
};

/// A name as long as names get.
const LONG: &str = "Payroll of the Donaudampfschifffahrtsgesellschaft mbH & Co. KG, Rechtsabteilung Hauptstadtbüro Bonn";
/// One word of it, as long as words get.
const WORD: &str = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorstandsvorsitzend";
/// When it is, on this page.
const NOW: i64 = 1_785_000_000_000;
/// A moment before.
const BEFORE: &str = "2026-07-25T17:16:00.000Z";

/// The gallery; elsewhere than in development there is none.
#[component]
pub fn GalleryRoute() -> impl IntoView {
    Suspend::new(async move {
        let around = around().await.ok();
        if !cfg!(debug_assertions) {
            return missing(around.as_ref());
        }
        let content = view! {
            <div class="page-head">
                <h1>"Gallery"</h1>
                <p class="lead">"Every part in every state."</p>
            </div>
            <Room id="buttons" title="Buttons">
                <Buttons />
            </Room>
            <Room id="badges" title="Badges">
                <Badges />
            </Room>
            <Room id="tiles" title="Tiles">
                <Tiles />
            </Room>
            <Room id="icons" title="Icons">
                <Icons />
            </Room>
            <Room id="fields" title="Fields">
                <Fields />
            </Room>
            <Room id="notices" title="Notices">
                <Notices />
            </Room>
            <Room id="cards" title="Cards">
                <Cards />
            </Room>
            <Room id="rows" title="Rows">
                <Rows />
            </Room>
        };
        framed(Tab::Elsewhere, "Gallery", around.as_ref(), content.into_any())
    })
}

#[component]
fn Room(id: &'static str, title: &'static str, children: Children) -> impl IntoView {
    let heading = format!("{id}-title");
    let titled_by = heading.clone();
    view! {
        <section class="gallery-room" id=id aria-labelledby=titled_by>
            <h2 id=heading>{title}</h2>
            {children()}
        </section>
    }
}

#[component]
fn Buttons() -> impl IntoView {
    let looks = [
        ("Plain", "btn"),
        ("Primary", "btn primary"),
        ("Large", "btn primary large"),
        ("Quiet", "btn quiet"),
        ("Danger", "btn danger"),
        ("Quiet danger", "btn danger-quiet"),
    ];
    let row = |state: &'static str, busy: bool, disabled: bool| {
        let buttons = looks.map(|(name, class)| {
            view! {
                <button type="button" class=class aria-busy=busy.then_some("true") aria-disabled=busy.then_some("true") disabled=disabled>
                    {format!("{name}, {state}")}
                </button>
            }
        });
        view! { <div class="gallery-line">{buttons.collect_view()}</div> }
    };
    view! {
        {row("at rest", false, false)} {row("busy", true, false)} {row("disabled", false, true)}
        <div class="gallery-line">
            <button type="button" class="btn icon" aria-label="More">
                <Icon glyph=Glyph::Dots />
            </button>
            <button type="button" class="btn">
                <Icon glyph=Glyph::Sync />
                "With an icon"
            </button>
            <a class="btn" href="#buttons">
                "A link"
            </a>
        </div>
    }
}

#[component]
fn Badges() -> impl IntoView {
    let tones =
        [("success", Glyph::Check), ("info", Glyph::Sync), ("warning", Glyph::Alert), ("error", Glyph::Circle), ("neutral", Glyph::Dashed)];
    view! {
        <div class="gallery-line">
            {tones.map(|(tone, glyph)| view! { <Badge tone=tone glyph=glyph text=tone /> }).collect_view()}
        </div>
        <div class="gallery-line">
            {STATES.map(card_badge).collect_view()}
        </div>
    }
}

#[component]
fn Tiles() -> impl IntoView {
    let apps = [
        ("BambooHR", Some("#73c41d")),
        ("Gusto", Some("#f45d48")),
        ("Xero", Some("#13b5ea")),
        ("Workday", Some("#0875e1")),
        ("15Five", None),
        ("会計ソフト", Some("#222222")),
        ("A", Some("#ffffff")),
        (LONG, Some("#ffee00")),
    ];
    let all = |big: bool| {
        apps.map(|(name, color)| view! { <AppTile name=name.to_owned() color=color.map(str::to_owned) logo=None big=big /> }).collect_view()
    };
    view! {
        <div class="gallery-line">{all(false)}</div>
        <div class="gallery-line">{all(true)}</div>
    }
}

#[component]
fn Icons() -> impl IntoView {
    view! {
        <div class="gallery-line">{Glyph::all().into_iter().map(|glyph| view! { <Icon glyph=glyph size=24 /> }).collect_view()}</div>
    }
}

#[component]
fn Fields() -> impl IntoView {
    view! {
        <form class="gallery-form">
            <Field name="empty" label="Empty".to_owned() kind="text" complete="off" />
            <Field name="filled" label="Filled".to_owned() kind="text" complete="off" value=LONG />
            <Field name="hinted" label="With a hint".to_owned() kind="text" complete="off" hint="What helps to fill it.".to_owned() optional=true />
            <div class="field">
                <label for="wrong">"Wrong"</label>
                <input class="input" id="wrong" value="not this" aria-invalid="true" />
            </div>
            <div class="field">
                <label for="off">"Disabled"</label>
                <input class="input" id="off" value="Nothing to change" disabled />
            </div>
            <div class="field">
                <label for="chosen">"A choice"</label>
                <select class="input" id="chosen">
                    <option>"Popular"</option>
                    <option>"A–Z"</option>
                </select>
            </div>
            <div class="field">
                <label for="text">"Some lines"</label>
                <textarea class="input" id="text" rows="3">
                    {LONG}
                </textarea>
            </div>
        </form>
    }
}

#[component]
fn Notices() -> impl IntoView {
    view! {
        <div class="notice error part-failed">
            <Icon glyph=Glyph::Alert />
            <p>
                "We couldn't load the app list. " <a href="#notices">"Try again"</a>
            </p>
        </div>
        <div class="notice error">
            <Icon glyph=Glyph::Alert />
            <p>"The e-mail address or the password is wrong."</p>
        </div>
        <p class="quiet-note">
            <Icon glyph=Glyph::Offline />
            "You're offline. This list may be out of date."
        </p>
        <div class="empty">
            <Icon glyph=Glyph::Plug size=32 />
            <h3>"No apps connected yet"</h3>
            <p>"Connect one, and it is looked after here."</p>
            <a class="btn primary large" href="/apps">
                "Browse apps"
            </a>
        </div>
    }
}

/// All that a card can be in.
const STATES: [CardState; 5] =
    [CardState::NotConnected, CardState::SetupIncomplete, CardState::Syncing, CardState::Connected, CardState::ReconnectNeeded];

fn app(slug: &str, name: &str, color: &str, categories: &[Category]) -> CatalogueApp {
    CatalogueApp {
        slug: slug.to_owned(),
        name: name.to_owned(),
        categories: categories.to_vec(),
        purpose: "Keep people, teams and time off in one place, from the first day to the last".to_owned(),
        color: Some(color.to_owned()),
        slug_certain: true,
        popularity: 0,
        aliases: Vec::new(),
        models: Vec::new(),
        image: None,
        square_image: None,
    }
}

#[component]
fn Cards() -> impl IntoView {
    let state = |slug: &str, state: CardState, accounts: u32| AppState { slug: slug.to_owned(), category: Category::Hris, state, accounts };
    let mut apps: Vec<CatalogueApp> =
        STATES.map(|state| app(&format!("{state:?}"), &format!("{state:?}"), "#2f5bea", &[Category::Hris])).to_vec();
    let mut states: Vec<AppState> = STATES.map(|is| state(&format!("{is:?}"), is, 1)).to_vec();
    apps.push(app("two", "Two accounts", "#0b6b3a", &[Category::Hris]));
    states.push(state("two", CardState::Connected, 2));
    apps.push(app("several", "Of several categories", "#b42318", &[Category::Hris, Category::Ats, Category::Accounting]));
    apps.push(app("long", LONG, "#8a4b00", &[Category::Hris]));
    apps.push(app("word", WORD, "#14171f", &[Category::Hris]));
    states.push(state("word", CardState::ReconnectNeeded, 1));
    let shelf =
        Shelf { attempts: Attempts::new(), choice: RwSignal::new(None), category: RwSignal::new(None), states: RwSignal::new(states) };
    let cards = apps.into_iter().enumerate().map(|(at, app)| {
        let may_connect = app.categories.clone();
        view! { <Card shelf=shelf at=at hidden=false app=app may_connect=may_connect /> }
    });
    view! { <div class="cards" role="list"><div class="grid" role="none">{cards.collect_view()}</div></div> }
}

fn account(id: &str, name: &str, status: AccountStatus, problem: Option<&str>) -> AccountView {
    AccountView {
        id: id.to_owned(),
        category: Category::Hris,
        integration: "Gusto".to_owned(),
        integration_name: "Gusto".to_owned(),
        integration_slug: "gusto".to_owned(),
        display_name: name.to_owned(),
        status,
        created_at: BEFORE.to_owned(),
        last_successful_sync_at: Some(BEFORE.to_owned()),
        first_sync: false,
        records: Some(Counted {
            name: "Employees".to_owned(),
            one: "employee".to_owned(),
            count: 12_345,
            told: "12,345 employees".to_owned(),
        }),
        connected_by: "Ada Admin".to_owned(),
        problem: problem.map(str::to_owned),
        manageable: true,
        other_upstream: false,
        duplicate: false,
        color: Some("#f45d48".to_owned()),
        logo: None,
    }
}

#[component]
fn Rows() -> impl IntoView {
    let broken = [
        account("sign-in", "Gusto", AccountStatus::RelinkNeeded, Some("credentials")),
        account("permissions", "Gusto Berlin", AccountStatus::Error, Some("permissions")),
        account("plan", "Gusto Paris", AccountStatus::Error, Some("plan")),
        account("removed", LONG, AccountStatus::Error, Some("removed")),
    ];
    let whole = [
        account("fresh", "Gusto", AccountStatus::Active, None),
        AccountView {
            first_sync: true,
            last_successful_sync_at: None,
            records: None,
            ..account("first", "First sync", AccountStatus::Active, None)
        },
        AccountView { duplicate: true, ..account("twice", "Connected twice", AccountStatus::Active, None) },
        AccountView { other_upstream: true, ..account("elsewhere", "Connected elsewhere", AccountStatus::Active, None) },
        AccountView { manageable: false, ..account("theirs", "Somebody else's", AccountStatus::Active, None) },
        account("away", "Not answering", AccountStatus::Error, Some("outage")),
        account("deleting", "On its way out", AccountStatus::Deleting, None),
        account("asking", "Being checked", AccountStatus::Active, None),
        account("long", LONG, AccountStatus::Active, None),
        account("word", WORD, AccountStatus::RelinkNeeded, Some("credentials")),
        AccountView { connected_by: String::new(), ..account("unfinished", "Gusto", AccountStatus::Pending, None) },
    ];
    let desk = Desk {
        accounts: RwSignal::new(broken.iter().chain(&whole).cloned().collect()),
        clock: RwSignal::new(NOW),
        attempts: Attempts::new(),
        renaming: RwSignal::new(None),
        deleting: RwSignal::new(None),
        asked: RwSignal::new(Some(Asked { id: "asking".to_owned(), came: None })),
        found: Memo::new(|_| None),
    };
    view! {
        <div class="list">
            <div class="group attention">
                <ul class="rows">{broken.map(|account| view! { <AttentionRow desk=desk id=account.id /> }).collect_view()}</ul>
            </div>
            <div class="group">
                <ul class="rows">{whole.map(|account| view! { <Row desk=desk id=account.id /> }).collect_view()}</ul>
            </div>
        </div>
    }
}
