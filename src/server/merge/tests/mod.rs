//! The client against a scripted upstream over real HTTP on the loopback, with a timer that never makes a test wait.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod accounts;
mod calls;
mod faults;
mod logs;
mod scripted;
mod sync;
