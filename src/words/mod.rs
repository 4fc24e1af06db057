//! Everything that people read, in their language: one catalogue of messages (`locales/*.ftl`), and the language of the moment.
//!
//! How it is used:
//! - A message is said with [`say!`](crate::say): `say!("connect")`, `say!("apps-found", count = 12)`. Texts fill `{ $name }` as they are,
//!   numbers with the language's separators, and a number chooses the variant of a select.
//! - A new message goes into all five files under the same key, with the same variables. Keys that begin with `page-` stay on the server;
//!   the others also travel to the browser, since islands say them. Pages and islands do not know keys: `app::copy` gives each message a
//!   function, and its part `copy::page` exists on the server only, so that no island can say what the browser does not have.
//! - The language is that of the request: the person's own choice (a cookie), else `Accept-Language`, else English. Around a request
//!   [`speaking`] says so; the page that is rendered holds it in its context; in the browser it is the page's. [`language`] tells it to
//!   whoever chooses between texts of their own, such as the names of data types.
//! - What is data (data types, the fields of records, the words that these choose from) has its names in `locales/names/*.ftl`, and is asked
//!   for with [`name`] on the server, which puts names into its answers in the language of the request. Nothing that is stored, or that
//!   people of several languages share, holds one.
//! - Both halves must say the same, or hydration breaks: nothing here asks the browser for its own ideas of numbers and dates.
//! - Tests hold the files together, and the code to the files; logs, errors of the configuration, the command line and the description of
//!   the HTTP API are for developers, and in English.

#[cfg(not(feature = "ssr"))]
mod browser;
#[cfg(feature = "ssr")]
pub mod catalogue;
mod language;
#[cfg(all(test, feature = "ssr"))]
mod names_tests;
pub mod pattern;
pub mod plural;
#[cfg(feature = "ssr")]
mod server;

#[cfg(not(feature = "ssr"))]
pub use browser::{language, receive};
#[cfg(feature = "ssr")]
pub use server::{language, speaking};

#[cfg(not(feature = "ssr"))]
use browser::{name_pattern, with_pattern};
#[cfg(feature = "ssr")]
use server::{name_pattern, with_pattern};

pub use language::Language;
use pattern::Values;

/// How the keys begin of what only pages say.
pub const SERVER_ONLY: &str = "page-";

/// A message in the language of the moment. One that is not there is its key: it is seen, and breaks nothing.
#[must_use]
pub fn say(key: &str, values: Values<'_>) -> String {
    with_pattern(key, |language, pattern| marked(language, pattern::render(language, pattern.unwrap_or(key), values)))
}

/// What something that is data is called in a language; `None`: it has no name there, or this is the browser, which knows those names alone
/// that it is told.
#[must_use]
pub fn name(language: Language, key: &str, values: Values<'_>) -> Option<String> {
    name_pattern(language, key).map(|pattern| marked(language, pattern::render(language, pattern, values)))
}

fn marked(language: Language, text: String) -> String {
    if language == Language::Pseudo { format!("⟦{text}⟧") } else { text }
}

/// A whole number as the language of the moment writes it.
#[must_use]
pub fn number(count: u64) -> String {
    plural::number(language(), count)
}

/// Says a message: `say!("connect")`, `say!("apps-found", count = 12)`.
#[macro_export]
macro_rules! say {
    ($key:literal) => { $crate::words::say($key, &[]) };
    ($key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::words::say($key, &[$((stringify!($name), $crate::words::pattern::Value::from($value))),+])
    };
}
