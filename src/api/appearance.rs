//! How the pages look to one person.

use leptos::{prelude::*, server_fn::codec::Json};

use super::{error::ApiError, linking::Done};

/// The cookie that remembers the theme. It is no secret and decides nothing else.
pub const THEME_COOKIE: &str = "patchbay_theme";

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
