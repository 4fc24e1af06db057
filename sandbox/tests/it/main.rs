//! The sandbox over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod access;
mod control;
mod faults;
mod linking;
mod platform;
mod restart;
mod support;
mod syncing;
mod webhooks;
mod window;
