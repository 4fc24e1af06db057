//! The rules, as plain functions over plain data: no I/O, no clock, no framework. Both halves of the program are built
//! with them, and everything else may use them; they use nothing.

pub mod backoff;
pub mod browsing;
pub mod catalogue;
pub mod category;
pub mod embedding;
pub mod ids;
pub mod linking;
pub mod models;
pub mod monogram;
pub mod origin;
pub mod palette;
pub mod people;
pub mod search;
pub mod secret;
pub mod status;
pub mod sync;
pub mod text;
pub mod theme;
pub mod time;
pub mod webhook;
