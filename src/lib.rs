//! Patchbay: the App Center that a software company puts into its product. Its customers browse the apps they use, connect them in a
//! window, and look after them on a Connected Apps page; the company gets their data, kept in sync, in a database it owns.
//!
//! The map: [`domain`] holds the rules, known by all and knowing nobody; [`api`] is the one door between page and server; [`app`] is what
//! people see; `server` is what stands behind the door.
#![recursion_limit = "256"]

pub mod api;
pub mod app;
pub mod domain;
#[cfg(feature = "ssr")]
pub mod server;

/// Where the browser begins: the islands of the page come to life.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    console_error_panic_hook::set_once();
    leptos::mount::hydrate_islands();
    app::browser::awake();
}
