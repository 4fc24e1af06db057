#![recursion_limit = "256"]
//! Patchbay: the App Center that a software company puts into its product.

pub mod domain;
