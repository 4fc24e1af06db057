//! The tests that look at Patchbay from outside of its code.

mod leptos_toml;
mod store;
mod upstream;
