//! The page in a frame that lets nobody in (P3).

use leptos::prelude::*;
use leptos_meta::Title;

use super::failure::missing;
use crate::app::{
    components::icon::{Glyph, Icon},
    copy,
    site::{Site, refused, set_status},
};

/// `/embed`, when somebody was not let in. It leads nowhere: only the page around it can help.
#[component]
pub fn EmbedRoute() -> impl IntoView {
    let Some(refused) = refused() else { return missing(None) };
    set_status(refused.why.status());
    let (title, sentence) = copy::not_let_in(refused.why);
    view! {
        <Title text=format!("{title} · {}", Site::here().name) />
        <main class="main" id="main" aria-label=copy::in_frame() data-refused=refused.why.as_str()>
            <div class="blank">
                <Icon glyph=Glyph::Alert size=36 />
                <h1>{title}</h1>
                <p class="lead">{sentence}</p>
            </div>
        </main>
    }
    .into_any()
}
