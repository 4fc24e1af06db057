//! The parts of pages that live on in the browser. Everything else is plain HTML.
#![allow(missing_docs, reason = "the island macro makes a module and a struct of each island, and documents neither")]

pub mod account;
pub mod activity;
pub mod app_center;
pub mod asking;
pub mod attempt;
pub mod connect;
pub mod connected;
pub mod copying;
pub mod delete;
pub mod records;
pub mod rename;
mod search_field;
mod settled;
pub mod theme;
