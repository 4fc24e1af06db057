//! The moment's words on the server: the language is the request's.

use super::{Language, catalogue::Catalogue};

tokio::task_local! {
    static LANGUAGE: Language;
}

/// Runs a future that speaks this language.
pub async fn speaking<F: Future>(language: Language, work: F) -> F::Output {
    LANGUAGE.scope(language, work).await
}

/// The language of the moment: of the request under way, or else of the page that is being rendered.
#[must_use]
pub fn language() -> Language {
    LANGUAGE.try_with(|language| *language).ok().or_else(leptos::prelude::use_context::<Language>).unwrap_or_default()
}

pub(super) fn with_pattern<T>(key: &str, read: impl FnOnce(Language, Option<&str>) -> T) -> T {
    let language = language();
    read(language, Catalogue::of(language).get(key))
}

pub(super) fn name_pattern(language: Language, key: &str) -> Option<&'static str> {
    Catalogue::names(language).get(key)
}
