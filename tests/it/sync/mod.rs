//! The sync (S1–S13, §9): its jobs over both databases and an upstream in memory.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

pub mod bench;
mod cases;
mod health;
mod http;
mod lasting;
mod lists;
mod passing;
mod random;
mod removal;
mod sweeping;
mod windows;
pub mod wire;
pub mod world;
