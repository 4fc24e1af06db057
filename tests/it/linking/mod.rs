//! Linking (§4) end to end below the pages: real databases, the real sandbox over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod attempts;
mod crash;
mod deleting;
mod exchanging;
mod faults;
pub mod harness;
mod relinking;
mod scope;
