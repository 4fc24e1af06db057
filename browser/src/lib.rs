//! The browser's half of Patchbay: nothing but the library, built as the one file that browsers load. `Cargo.toml` says why it is a crate.

pub use patchbay::hydrate;
