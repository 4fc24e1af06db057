//! What pages know of the site and of who looks at it.

use http::{
    StatusCode,
    header::{COOKIE, USER_AGENT},
    request::Parts,
};
use leptos::prelude::use_context;
use leptos_axum::ResponseOptions;

use crate::{
    api::appearance::THEME_COOKIE,
    domain::theme::Theme,
    server::{
        config::SignUp,
        people::session::{Host, Visitor},
        router::Refused,
        state::AppState,
    },
};

/// The base URL for which the connection window needs not be told anything.
const USUAL_BASE: &str = "https://api.merge.dev/api";

/// What pages know of the site.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The company's name for it.
    pub name: String,
    /// Path of the company's mark.
    pub logo: Option<String>,
    /// The company's colour, `#rrggbb`.
    pub accent: Option<String>,
    /// Where the connection window's script is.
    pub window_script: String,
    /// The base that the connection window is told, when it is not the usual one.
    pub window_base: Option<String>,
    /// Whether one click enters the demo organisation (P4).
    pub demo: bool,
    /// Whether anybody may sign up (P1).
    pub sign_up: bool,
}

impl Site {
    /// The site of this request.
    pub fn here() -> Self {
        let Some(state) = use_context::<AppState>() else { return Self { name: "Patchbay".to_owned(), ..Self::default() } };
        let base = state.upstream.base_url().trim_end_matches('/');
        Self {
            name: state.config.brand.name.clone(),
            logo: state.config.brand.logo.clone(),
            accent: state.config.brand.accent.clone(),
            window_script: state.link_script_url.to_string(),
            window_base: (base != USUAL_BASE).then(|| base.strip_suffix("/api").unwrap_or(base).to_owned()),
            demo: !state.config.env.is_production() && state.config.upstream.is_sandbox(),
            sign_up: state.config.sign_up == SignUp::Open,
        }
    }
}

/// Why somebody was not let into a frame, on the page that says so (P3).
pub fn refused() -> Option<Refused> {
    use_context::<Parts>()?.extensions.get::<Refused>().cloned()
}

/// The page of a host product around this one, when this one is shown in a frame (P3).
pub fn host() -> Option<Host> {
    match refused() {
        Some(refused) => refused.host,
        None => use_context::<Parts>()?.extensions.get::<Visitor>()?.session.as_ref()?.host.clone(),
    }
}

/// The theme that the host product asks for, or else the request's cookie.
pub fn theme() -> Theme {
    if let Some(host) = host() {
        return asked("theme").and_then(|theme| Theme::parse(&theme)).unwrap_or(host.theme);
    }
    let Some(parts) = use_context::<Parts>() else { return Theme::default() };
    let cookies = parts.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == THEME_COOKIE)
        .and_then(|(_, value)| Theme::parse(value))
        .unwrap_or_default()
}

/// The path and query of this request.
pub fn path() -> String {
    use_context::<Parts>().and_then(|parts| parts.uri.path_and_query().map(ToString::to_string)).unwrap_or_else(|| "/apps".to_owned())
}

/// The query of this request, decoded.
pub fn query() -> Vec<(String, String)> {
    let Some(parts) = use_context::<Parts>() else { return Vec::new() };
    url::form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).into_owned().collect()
}

/// One parameter of the query; the last one counts.
pub fn asked(name: &str) -> Option<String> {
    query().into_iter().filter(|(known, _)| known == name).map(|(_, value)| value).next_back()
}

/// Whether the keyboard before the page is one of Apple's, where commands are given with Cmd instead of Ctrl.
pub fn is_apple() -> bool {
    let parts = use_context::<Parts>();
    let agent = parts.as_ref().and_then(|parts| parts.headers.get(USER_AGENT)).and_then(|agent| agent.to_str().ok());
    agent.is_some_and(|agent| ["Macintosh", "iPhone", "iPad"].iter().any(|machine| agent.contains(machine)))
}

/// Sets the status of the page.
pub fn set_status(status: u16) {
    if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), StatusCode::from_u16(status)) {
        response.set_status(status);
    }
}

/// The server's clock, milliseconds since the Unix epoch.
pub fn now() -> i64 {
    use_context::<AppState>().map(|state| state.clock.now().0).unwrap_or_default()
}
