//! The document around every page, and which page answers which path.

use leptos::{config::LeptosOptions, nonce::use_nonce, prelude::*};
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};
use leptos_router::{
    SsrMode,
    components::{FlatRoutes, Route, Router},
    path,
};

use super::{
    copy,
    pages::{
        account::{AccountActivityRoute, AccountDataRoute, AccountRoute, AccountSettingsRoute},
        app_center::AppCenterRoute,
        app_detail::AppRoute,
        connect::ConnectRoute,
        connected::ConnectedRoute,
        embed::EmbedRoute,
        entrance::{SignInRoute, SignUpRoute},
        failure::NotFound,
        gallery::GalleryRoute,
        join::JoinRoute,
        operator::{OperatorAccountsRoute, OperatorInboxRoute, OperatorJobsRoute, OperatorRequestsRoute},
        request::RequestRoute,
        settings::SettingsRoute,
    },
    program::Program,
    site::{Site, host, theme},
};
use crate::{domain::theme::Theme, server::language, words};

/// What the document carries for the time before its program is there.
const EARLY: &str = include_str!("browser/early.js");
/// What it carries in a frame, for the page around it.
const HOST: &str = include_str!("browser/host.js");

/// A page is fetched ahead once somebody is about to go there: the mouse rests on its link, or the link is pressed. The browser keeps it apart
/// from its cache, so that `no-store` stands, and forgets it when anything is changed (see the server's `edge`). Fetched, not rendered: a page
/// that nobody sees yet must not open a stream of events. What swaps within the page, or is no link, is left alone.
const AHEAD: &str = r#"{"prefetch":[{"eagerness":"moderate","where":{"and":[{"href_matches":["/apps","/apps/*","/connect/*","/connected","/connected/*","/settings","/request-app"]},{"not":{"selector_matches":".chip, [data-go], [role]"}}]}}]}"#;

/// One page becomes the next with a short fade (style/base.css), for who has nothing against motion. Within the document itself: the browser
/// gives up, with an error, where it has a page to show before it has read this.
const BECOMES: &str = "@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}";

/// The document.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let site = Site::here();
    let theme = Some(theme()).filter(|theme| *theme != Theme::System).map(Theme::as_str);
    let host = host();
    let language = words::language();
    // A browser does not say of what it fetches ahead whether a frame will show it: there nothing is.
    let ahead = host.is_none().then(|| view! { <script type="speculationrules" nonce=use_nonce() inner_html=AHEAD></script> });
    let embedded = host.is_some().then_some("");
    let host = host.map(|host| {
        view! {
            <meta name="patchbay-host" content=host.origin />
            <script nonce=use_nonce() inner_html=HOST></script>
        }
    });
    // The company's own colour, in place of ours: the one rule that is not in the style sheet.
    let accent = site.accent.as_ref().map(|accent| {
        let rule = format!(":root{{--brand:{accent}}}");
        view! { <style nonce=use_nonce()>{rule}</style> }
    });
    view! {
        <!DOCTYPE html>
        <html lang=language.code() data-theme=theme data-embedded=embedded>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
                <meta name="description" content=copy::description() />
                <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
                <meta name="theme-color" content="#0e1116" media="(prefers-color-scheme: dark)" />
                <meta name="color-scheme" content="light dark" />
                <style nonce=use_nonce() inner_html=BECOMES></style>
                <script nonce=use_nonce() inner_html=EARLY></script>
                {host}
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <HashedStylesheet id="style" options=options.clone() />
                {accent}
                {ahead}
                <AutoReload options=options.clone() />
                // What islands say: fetched beside the program, which waits for it (browser/words.js).
                <link rel="preload" r#as="fetch" href=language::address(language) crossorigin="" data-words="" />
                <Program options=options />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// The pages by their paths. Each is rendered as a whole before it is sent, so that its status is right.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    view! {
        <Router>
            <FlatRoutes fallback=|| view! { <NotFound /> }.into_any()>
                <Route path=path!("/sign-in") view=SignInRoute ssr=SsrMode::Async />
                <Route path=path!("/sign-up") view=SignUpRoute ssr=SsrMode::Async />
                <Route path=path!("/apps") view=AppCenterRoute ssr=SsrMode::Async />
                <Route path=path!("/apps/:slug") view=AppRoute ssr=SsrMode::Async />
                <Route path=path!("/request-app") view=RequestRoute ssr=SsrMode::Async />
                <Route path=path!("/join/:key") view=JoinRoute ssr=SsrMode::Async />
                <Route path=path!("/embed") view=EmbedRoute ssr=SsrMode::Async />
                <Route path=path!("/settings") view=SettingsRoute ssr=SsrMode::Async />
                <Route path=path!("/connect/:category") view=ConnectRoute ssr=SsrMode::Async />
                <Route path=path!("/connected") view=ConnectedRoute ssr=SsrMode::Async />
                <Route path=path!("/connected/:id") view=AccountRoute ssr=SsrMode::Async />
                <Route path=path!("/connected/:id/data") view=AccountDataRoute ssr=SsrMode::Async />
                <Route path=path!("/connected/:id/activity") view=AccountActivityRoute ssr=SsrMode::Async />
                <Route path=path!("/connected/:id/settings") view=AccountSettingsRoute ssr=SsrMode::Async />
                <Route path=path!("/gallery") view=GalleryRoute ssr=SsrMode::Async />
                <Route path=path!("/operator/inbox") view=OperatorInboxRoute ssr=SsrMode::Async />
                <Route path=path!("/operator/jobs") view=OperatorJobsRoute ssr=SsrMode::Async />
                <Route path=path!("/operator/accounts") view=OperatorAccountsRoute ssr=SsrMode::Async />
                <Route path=path!("/operator/requests") view=OperatorRequestsRoute ssr=SsrMode::Async />
            </FlatRoutes>
        </Router>
    }
}
