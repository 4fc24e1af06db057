//! The sandbox over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod access;
mod changes;
mod control;
mod faults;
mod linking;
mod million;
mod mutations;
mod platform;
mod records;
mod restart;
mod scenarios;
mod schemas;
mod support;
mod syncing;
mod tricks;
mod webhooks;
mod window;
