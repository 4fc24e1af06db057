//! What keeps other sites, other people and the browser's own generosity out (§13).

pub mod cookie;
pub mod origin;
pub mod policy;
pub mod redirect;
