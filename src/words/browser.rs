//! The moment's words in the browser: one language, received before the islands live.

use std::sync::OnceLock;

use super::Language;

struct Received {
    language: Language,
    /// Keys and patterns in turn, sorted by key.
    messages: Vec<(String, String)>,
}

static RECEIVED: OnceLock<Received> = OnceLock::new();

/// Takes the words that the server sent: a list of the language's code and of keys and patterns in turn.
///
/// # Errors
/// It is no such list.
pub fn receive(json: &str) -> Result<(), &'static str> {
    let texts: Vec<String> = serde_json::from_str(json).map_err(|_| "the words can't be read")?;
    let mut texts = texts.into_iter();
    let language = texts.next().and_then(|code| Language::parse(&code)).ok_or("the words are of no language that is known here")?;
    let messages = std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect();
    // A second time changes nothing.
    let _ = RECEIVED.set(Received { language, messages });
    Ok(())
}

/// The page's language.
#[must_use]
pub fn language() -> Language {
    RECEIVED.get().map(|received| received.language).unwrap_or_default()
}

pub(super) fn with_pattern<T>(key: &str, read: impl FnOnce(Language, Option<&str>) -> T) -> T {
    let messages = RECEIVED.get().map(|received| received.messages.as_slice()).unwrap_or_default();
    let found = messages.binary_search_by(|(known, _)| known.as_str().cmp(key)).ok().and_then(|at| messages.get(at));
    read(language(), found.map(|(_, pattern)| pattern.as_str()))
}

/// The server has the names, and tells them.
pub(super) const fn name_pattern(_language: Language, _key: &str) -> Option<&'static str> {
    None
}
