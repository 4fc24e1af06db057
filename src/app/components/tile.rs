//! The mark of an app (UX §10).

use leptos::prelude::*;

use crate::domain::monogram;

/// The app's logo where there is one, else letters on its colour. Drawn as SVG attributes: the pages' policy allows no inline styles.
/// The name stands beside it, so it says nothing to those who listen.
#[component]
pub fn AppTile(
    /// The app's name.
    name: String,
    /// Brand colour `#rrggbb`.
    #[prop(optional_no_strip)]
    color: Option<String>,
    /// Path of the logo on our side.
    #[prop(optional_no_strip)]
    logo: Option<String>,
    /// 56 instead of 40 pixels.
    #[prop(optional)]
    big: bool,
) -> impl IntoView {
    let tile = monogram::tile(&name, color.as_deref());
    let side = if big { 56 } else { 40 };
    view! {
        <div class="tile" class:big=big aria-hidden="true" translate="no">
            <svg viewBox="0 0 40 40" width=side height=side>
                <rect width="40" height="40" fill=tile.background></rect>
                <text x="20" y="20.5" fill=tile.ink>
                    {tile.letters}
                </text>
            </svg>
            {logo.map(|logo| view! { <img src=logo alt="" width=side height=side loading="lazy" decoding="async" /> })}
        </div>
    }
}
