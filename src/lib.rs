//! Patchbay: the App Center that a software company puts into its product. Its customers browse the apps they use, connect them in a
//! window, and look after them on a Connected Apps page; the company gets their data, kept in sync, in a database it owns.
//!
//! The map: [`domain`] holds the rules, known by all and knowing nobody; [`api`] is the one door between page and server; [`app`] is what
//! people see; `server` is what stands behind the door; [`words`] holds what people read, in five languages, and is known by all.
#![recursion_limit = "256"]

pub mod api;
pub mod app;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod server;
pub mod words;

/// Where the browser begins: the islands of the page come to life.
///
/// # Errors
/// The page's words cannot be read: then no island lives, and the page stays what it is without a script.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() -> Result<(), wasm_bindgen::JsValue> {
    console_error_panic_hook::set_once();
    words::receive(&app::browser::words())?;
    leptos::mount::hydrate_islands();
    Ok(())
}
