//! Which language a request gets, and the words that its browser needs.

use std::sync::LazyLock;

use axum::{
    extract::{Path, Request},
    http::{HeaderMap, HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use super::{edge, vault::sha256_hex};
use crate::{
    api::appearance::LANGUAGE_COOKIE,
    words::{Language, catalogue::Catalogue, speaking},
};

/// Where the words are served.
pub const WORDS_PATH: &str = "/words/{file}";
const VARY: HeaderValue = HeaderValue::from_static("accept-language, cookie");
const IMMUTABLE: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// The language that a request asks for.
pub fn of(headers: &HeaderMap) -> Language {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
    let chosen = cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == LANGUAGE_COOKIE)
        .map(|(_, value)| value);
    let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
    Language::negotiate(chosen, accepted)
}

/// Answers the request in its language, and says what the answer depends on.
pub async fn attach(request: Request, next: Next) -> Response {
    let language = of(request.headers());
    let mut response = speaking(language, next.run(request)).await;
    response.headers_mut().append(header::VARY, VARY);
    response
}

/// The words that islands speak in one language: the name of their file, with a hash of what is in it, and their text.
fn words(language: Language) -> Option<&'static (String, String)> {
    static ALL: LazyLock<Vec<(Language, (String, String))>> = LazyLock::new(|| {
        let pseudo = Language::parse(Language::Pseudo.code());
        Language::ALL
            .into_iter()
            .chain(pseudo)
            .map(|language| {
                let text = serde_json::to_string(&Catalogue::of(language).for_browser(language.code())).unwrap_or_default();
                let hash: String = sha256_hex(text.as_bytes()).chars().take(16).collect();
                (language, (format!("{}.{hash}.json", language.code()), text))
            })
            .collect()
    });
    ALL.iter().find(|(known, _)| *known == language).map(|(_, words)| words)
}

/// The address of the words that islands speak in this language: another one for each content, so that it can be kept for ever.
pub fn address(language: Language) -> String {
    words(language).map(|(file, _)| format!("/words/{file}")).unwrap_or_default()
}

/// The words that islands speak. An address that is not one of ours has none: whoever comes with an old one has an old program too.
pub async fn serve(Path(file): Path<String>) -> Response {
    let language = file.split('.').next().and_then(Language::parse);
    match language.and_then(words).filter(|(known, _)| *known == file) {
        Some((_, text)) => ([(header::CONTENT_TYPE, JSON), (header::CACHE_CONTROL, IMMUTABLE)], text.as_str()).into_response(),
        None => edge::not_found().await.into_response(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn the_cookie_outweighs_what_the_browser_prefers() {
        let headers = |cookie: &str| {
            HeaderMap::from_iter([
                (header::COOKIE, HeaderValue::from_str(cookie).unwrap()),
                (header::ACCEPT_LANGUAGE, HeaderValue::from_static("fr-CH, en;q=0.5")),
            ])
        };
        assert_eq!(of(&headers("a=b; patchbay_language=ja; c=d")), Language::Japanese);
        assert_eq!(of(&headers("patchbay_language=nonsense")), Language::French);
        assert_eq!(of(&headers("other_patchbay_language=ja")), Language::French);
        assert_eq!(of(&HeaderMap::new()), Language::English);
    }

    #[test]
    fn each_language_has_an_address_of_its_own() {
        let addresses: std::collections::BTreeSet<_> = Language::ALL.into_iter().map(address).collect();
        assert_eq!(addresses.len(), 5);
        assert!(addresses.iter().all(|address| address.starts_with("/words/") && address.ends_with(".json")));
    }
}
