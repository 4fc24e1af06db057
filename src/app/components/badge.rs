//! States as an icon and a word, never as a colour alone.

use leptos::prelude::*;

use super::icon::{Glyph, Icon};
use crate::{
    api::accounts::AccountView,
    app::copy,
    domain::{catalogue::CardState, status::AccountStatus},
};

/// A badge.
#[component]
pub fn Badge(
    /// `success`, `info`, `warning`, `error` or `neutral`.
    tone: &'static str,
    /// The icon.
    glyph: Glyph,
    /// The word.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! {
        <span class=format!("badge {tone}")>
            <Icon glyph=glyph size=13 />
            {text}
        </span>
    }
}

/// The badge of a card; nothing for an app that is not connected.
pub fn card_badge(state: CardState) -> Option<impl IntoView + use<>> {
    let (tone, glyph) = match state {
        CardState::NotConnected => return None,
        CardState::SetupIncomplete => ("neutral", Glyph::Dashed),
        CardState::Syncing => ("info", Glyph::Sync),
        CardState::Connected => ("success", Glyph::Check),
        CardState::ReconnectNeeded => ("warning", Glyph::Alert),
    };
    Some(view! { <Badge tone=tone glyph=glyph text=copy::card_state(state) /> })
}

/// Tone and icon of an account's state.
pub fn account_look(account: &AccountView) -> (&'static str, Glyph) {
    match account.status {
        AccountStatus::Pending => ("neutral", Glyph::Dashed),
        AccountStatus::Deleting => ("neutral", Glyph::Clock),
        AccountStatus::RelinkNeeded => ("warning", Glyph::Alert),
        // Nobody has to act.
        AccountStatus::Error if !account.status.needs_somebody(account.problem.as_deref()) => ("info", Glyph::Clock),
        AccountStatus::Error => ("error", Glyph::Circle),
        AccountStatus::Active if account.other_upstream => ("neutral", Glyph::Info),
        AccountStatus::Active if account.first_sync => ("info", Glyph::Sync),
        AccountStatus::Active => ("success", Glyph::Check),
    }
}

/// The badge of an account.
pub fn account_badge(account: &AccountView) -> impl IntoView + use<> {
    let (tone, glyph) = account_look(account);
    view! { <Badge tone=tone glyph=glyph text=copy::account_state(account) /> }
}
