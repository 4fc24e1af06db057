//! The program itself: the real binary with its real configuration, on both databases, against a sandbox outside of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod canary;
mod health;
mod kill;
pub mod program;
mod sharing;
mod strangers;
mod sync;
