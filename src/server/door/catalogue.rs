//! The apps that can be connected.

use std::{collections::BTreeMap, sync::Arc};

use super::{accounts::in_first_sync, caller, state};
use crate::{
    api::{
        catalogue::{AppCenter, AppState, AppStates, IntegrationView, IntegrationsReply},
        error::{ApiError, Code},
    },
    app::copy,
    domain::{
        catalogue::{CardState, CatalogueApp},
        category::Category,
        search::{Index, SearchDoc},
        status::AccountStatus,
    },
    server::{linking::Linking, logos, store::ports::LinkedAccount},
};

/// The path of an app's logo on our side, when the upstream names one. The address itself never reaches a page.
pub(super) fn logo(app: &CatalogueApp) -> Option<String> {
    app.square_image.as_ref().or(app.image.as_ref()).map(|address| logos::path(&app.slug, address))
}

/// How an account's status shows on its app's card.
fn card_state(linking: &Linking, account: &LinkedAccount) -> CardState {
    match account.status {
        AccountStatus::Pending => CardState::SetupIncomplete,
        AccountStatus::Active if in_first_sync(linking, account) => CardState::Syncing,
        AccountStatus::Active => CardState::Connected,
        status if status.needs_somebody(account.error_category.as_deref()) => CardState::ReconnectNeeded,
        AccountStatus::RelinkNeeded | AccountStatus::Error => CardState::Connected,
        AccountStatus::Deleting => CardState::NotConnected,
    }
}

/// The state of each app that has any, from the accounts that the caller sees: the most urgent decides.
fn states(linking: &Linking, accounts: &[LinkedAccount]) -> Vec<AppState> {
    let mut states: BTreeMap<(&str, Category), (CardState, u32)> = BTreeMap::new();
    for account in accounts {
        let state = card_state(linking, account);
        let slug = account.integration_slug.as_deref().or(account.requested_integration.as_deref());
        let (Some(slug), false) = (slug, state == CardState::NotConnected) else { continue };
        let entry = states.entry((slug, account.category)).or_default();
        entry.0 = entry.0.max(state);
        entry.1 += u32::from(account.status.is_connected());
    }
    states.into_iter().map(|((slug, category), (state, accounts))| AppState { slug: slug.to_owned(), category, state, accounts }).collect()
}

/// An app as pages get it: the categories that are switched on, our own path to its logo.
fn for_pages(app: &CatalogueApp, categories: &[Category]) -> Option<CatalogueApp> {
    let app = CatalogueApp { image: None, square_image: logo(app), ..app.clone() };
    app.within(categories)
}

/// What the App Center shows.
pub async fn app_center() -> Result<AppCenter, ApiError> {
    let org = caller()?.org();
    let state = state()?;
    let linking = &state.linking;
    let categories = linking.config().categories.clone();
    let list = state.catalogue.current();
    // The models are for the app's own page.
    let shelf = list.shelf(|app| for_pages(app, &categories).map(|app| CatalogueApp { models: Vec::new(), ..app }));
    let may_connect = categories.iter().copied().filter(|category| org.may_manage(linking.config().subject(*category))).collect();
    let states = states(linking, &linking.accounts(&org).await?);
    let (apps, version) = (Arc::clone(&shelf.apps), Arc::clone(&shelf.version));
    Ok(AppCenter { apps, version, states, categories, may_connect, fallback: !list.live() })
}

/// What the organisation has with the apps.
pub async fn app_states() -> Result<AppStates, ApiError> {
    let org = caller()?.org();
    let linking = &state()?.linking;
    Ok(AppStates { states: states(linking, &linking.accounts(&org).await?) })
}

/// One app with its models, its states and whether the caller may connect it.
pub async fn app(slug: String) -> Result<AppCenter, ApiError> {
    let org = caller()?.org();
    let state = state()?;
    let linking = &state.linking;
    let categories = linking.config().categories.clone();
    let list = state.catalogue.current();
    let app = list.find(&slug).and_then(|app| for_pages(app, &categories));
    let Some(app) = app else { return Err(ApiError::new(Code::NotFound, copy::told_app_not_found())) };
    let may_connect = categories.iter().copied().filter(|category| org.may_manage(linking.config().subject(*category))).collect();
    let states = states(linking, &linking.accounts(&org).await?).into_iter().filter(|state| state.slug == slug).collect();
    Ok(AppCenter { apps: [app].into(), version: Arc::default(), states, categories, may_connect, fallback: !list.live() })
}

/// The JSON list: ranked when something is searched, else by popularity.
pub async fn integrations(category: Option<String>, q: Option<String>) -> Result<IntegrationsReply, ApiError> {
    let org = super::scope()?;
    let category = match category.filter(|raw| !raw.is_empty()) {
        None => None,
        Some(raw) => Some(
            raw.parse::<Category>().map_err(|error| ApiError::new(Code::UnknownCategory, format!("category {error}.")).at("category"))?,
        ),
    };
    let state = state()?;
    let categories = &state.linking.config().categories;
    let list = state.catalogue.current();
    let mut apps: Vec<CatalogueApp> = list
        .apps()
        .iter()
        .filter_map(|app| for_pages(app, categories))
        .filter(|app| category.is_none_or(|wanted| app.categories.contains(&wanted)))
        .collect();
    apps.sort_by(|a, b| a.popularity.cmp(&b.popularity).then_with(|| a.name.cmp(&b.name)));
    if let Some(q) = q.filter(|q| !q.trim().is_empty()) {
        let docs: Vec<SearchDoc> = apps.iter().map(SearchDoc::from).collect();
        let hits = Index::new(&docs).search(&q).hits;
        apps = hits.iter().filter_map(|hit| apps.get(hit.doc).cloned()).collect();
    }
    let states = states(&state.linking, &state.linking.accounts(&org).await?);
    let integrations = apps
        .into_iter()
        .map(|app| IntegrationView {
            state: states.iter().filter(|state| state.slug == app.slug).cloned().collect(),
            name: app.name,
            slug: app.slug,
            categories: app.categories,
            image: app.square_image.clone(),
            square_image: app.square_image,
            color: app.color,
        })
        .collect();
    Ok(IntegrationsReply { success: true, integrations })
}
