//! The tests that look at Patchbay from outside of its code.

mod leptos_toml;
#[macro_use]
mod store;

mod linking;
mod upstream;
