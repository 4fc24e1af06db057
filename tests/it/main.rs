//! The tests that look at Patchbay from outside of its code.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod http;
mod leptos_toml;
#[macro_use]
mod store;
mod linking;
mod support;
mod sync;
mod upstream;
mod webhooks;
mod whole;
