//! How the pages look to one person.

use leptos::{prelude::*, server_fn::codec::Json};

use super::{error::ApiError, linking::Done};

/// The cookie that remembers the theme. It is no secret and decides nothing else.
pub const THEME_COOKIE: &str = "patchbay_theme";

/// The cookie that remembers the language. It is no secret and decides nothing else.
pub const LANGUAGE_COOKIE: &str = "patchbay_language";

/// Remembers the theme in a cookie, so that the next page is painted right at once.
#[server(prefix = "/api/page", endpoint = "theme", input = Json, output = Json)]
pub async fn set_theme(theme: Option<String>) -> Result<Done, ApiError> {
    // Named here, for the browser's half of this function has no body.
    use crate::domain::theme::Theme;

    let theme =
        theme.as_deref().and_then(Theme::parse).ok_or_else(|| ApiError::field("theme", "theme is not one of system, light, dark."))?;
    let life = if theme == Theme::System { 0 } else { 365 * 24 * 60 * 60 };
    let cookie = format!("{THEME_COOKIE}={}; Path=/; Max-Age={life}; SameSite=Lax", theme.as_str());
    if let (Some(response), Ok(value)) = (use_context::<leptos_axum::ResponseOptions>(), cookie.parse()) {
        response.append_header(http::header::SET_COOKIE, value);
    }
    Ok(Done::yes())
}

/// Remembers the language in a cookie. In a frame the cookie is the frame's own, as the session is.
#[server(prefix = "/api/page", endpoint = "language", input = Json, output = Json)]
pub async fn set_language(language: Option<String>) -> Result<Done, ApiError> {
    use crate::{server::door, words::Language};

    let language = language
        .as_deref()
        .and_then(Language::parse)
        .ok_or_else(|| ApiError::field("language", "language is not one of en, de, fr, es, ja."))?;
    let place = if door::visitor().framed { "Secure; SameSite=None; Partitioned" } else { "SameSite=Lax" };
    let cookie = format!("{LANGUAGE_COOKIE}={}; Path=/; Max-Age={}; {place}", language.code(), 365 * 24 * 60 * 60);
    if let (Some(response), Ok(value)) = (use_context::<leptos_axum::ResponseOptions>(), cookie.parse()) {
        response.append_header(http::header::SET_COOKIE, value);
    }
    Ok(Done::yes())
}
