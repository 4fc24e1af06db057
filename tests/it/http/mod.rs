//! What the server answers, by rule: the edge, its security, sessions, pages, probes and files.

mod account;
mod activity;
mod edge;
mod embedding;
mod files;
mod forms;
mod keys;
mod languages;
mod members;
mod operator;
mod pages;
mod palette;
mod people;
pub mod records;
mod security;
mod sessions;
