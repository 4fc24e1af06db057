//! The one door between page and server: server functions at the fixed paths that a hand-written front end uses too, the data that go
//! through it, and one error type. Each function is an adapter of a few lines.
#![allow(missing_docs, reason = "the server macro makes a struct of the arguments of each function, and documents none of its fields")]

pub mod accounts;
pub mod activity;
pub mod appearance;
pub mod catalogue;
pub mod error;
pub mod linking;
pub mod operator;
pub mod people;
pub mod records;
pub mod requests;
pub mod sync;
