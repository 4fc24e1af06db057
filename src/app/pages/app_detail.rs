//! `/apps/{slug}`: what an app brings, what is read, how hard it is, and the button.

use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

use super::frame::{Tab, page};
use crate::{
    api::{
        accounts::AccountView,
        catalogue::{AppCenter, app, app_center},
        error::{ApiError, Code},
    },
    app::{
        components::{
            icon::{Glyph, Icon},
            tile::AppTile,
        },
        copy,
        islands::connect::{AppConnect, AppWays},
        logo,
    },
    domain::catalogue::CatalogueApp,
};

/// How many other apps are shown.
const RELATED: usize = 4;
/// How long an app takes to set up, as a rule.
const SETUP_MINUTES: usize = 3;

/// An app's own page.
#[component]
pub fn AppRoute() -> impl IntoView {
    let slug = use_params_map().read_untracked().get("slug").unwrap_or_default();
    Suspend::new(async move {
        let gather = async {
            let one = app(slug.clone()).await?;
            // The others are an extra: without them the page stands.
            let all = app_center().await.map(|center| center.apps).unwrap_or_default();
            let AppCenter { apps, may_connect, .. } = one;
            let this = apps.iter().find(|app| app.slug == slug).cloned().ok_or_else(|| ApiError::new(Code::NotFound, ""))?;
            Ok((this, may_connect, all))
        };
        page(Tab::Apps, gather, |(app, may_connect, all), around| {
            let accounts: Vec<AccountView> = around.accounts().into_iter().filter(|account| account.integration_slug == app.slug).collect();
            let ways = AppWays {
                slug: app.slug.clone(),
                name: app.name.clone(),
                categories: app.categories.clone(),
                may_connect: app.categories.iter().copied().filter(|category| may_connect.contains(category)).collect(),
            };
            let title = app.name.clone();
            let related = related(&app, &all);
            let content = view! {
                <a class="crumb" href="/apps">
                    <Icon glyph=Glyph::Back />
                    {copy::app_center()}
                </a>
                <div class="detail-head">
                    <AppTile name=app.name.clone() color=app.color.clone() logo=logo(&app) big=true />
                    <div>
                        <h1 translate="no">{app.name.clone()}</h1>
                        <p class="lead" lang=copy::only_english()>{app.purpose.clone()}</p>
                    </div>
                </div>
                <div class="detail">
                    <div>
                        {what_it_brings(&app)} <section class="detail-part" aria-labelledby="effort">
                            <h2 id="effort">{copy::setting_up()}</h2>
                            <ul class="effort">
                                <li>
                                    <Icon glyph=Glyph::Clock size=18 />
                                    {copy::setup_minutes(SETUP_MINUTES)}
                                </li>
                                <li>
                                    <Icon glyph=Glyph::Key size=18 />
                                    {copy::setup_admin(&app.name)}
                                </li>
                                <li>
                                    <Icon glyph=Glyph::Sync size=18 />
                                    {copy::first_sync()}
                                </li>
                            </ul>
                        </section>
                    </div>
                    <div class="side">
                        <AppConnect app=ways accounts=accounts />
                        {related}
                    </div>
                </div>
            };
            (title, content.into_any())
        })
        .await
    })
}

/// The data types that this app supports, in plain words (C3).
fn what_it_brings(app: &CatalogueApp) -> impl IntoView + use<> {
    let several = app.categories.len() > 1;
    let parts = app
        .categories
        .iter()
        .map(|category| {
            let rows = app
                .data_types(*category)
                .into_iter()
                .map(|kind| {
                    view! {
                        <li>
                            <Icon glyph=Glyph::Check />
                            <strong>{kind.plural()}</strong>
                            <span>{kind.reads()}</span>
                        </li>
                    }
                })
                .collect_view();
            view! {
                {several.then(|| view! { <h3>{copy::category(*category)}</h3> })}
                <ul class="reads">{rows}</ul>
            }
        })
        .collect_view();
    view! {
        <section class="detail-part" aria-labelledby="reads">
            <h2 id="reads">{copy::reads()}</h2>
            <p>{copy::reads_lead(&app.name)}</p>
            {parts}
        </section>
    }
}

/// The most popular others of the app's first category.
fn related(app: &CatalogueApp, all: &[CatalogueApp]) -> Option<impl IntoView + use<>> {
    let category = *app.categories.first()?;
    let mut others: Vec<_> = all.iter().filter(|other| other.slug != app.slug && other.categories.contains(&category)).collect();
    others.sort_by_key(|other| other.popularity);
    let others: Vec<_> = others
        .into_iter()
        .take(RELATED)
        .map(|other| {
            view! {
                <li>
                    <a href=format!("/apps/{}", other.slug) translate="no">
                        <AppTile name=other.name.clone() color=other.color.clone() logo=logo(other) />
                        {other.name.clone()}
                    </a>
                </li>
            }
        })
        .collect();
    (!others.is_empty()).then(|| {
        view! {
            <section class="panel apart" aria-labelledby="related">
                <h2 id="related">{copy::more_in(category)}</h2>
                <ul class="related">{others}</ul>
            </section>
        }
    })
}
