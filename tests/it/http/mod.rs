//! What the server answers, by rule: the edge, its security, sessions, pages, probes and files.

mod activity;
mod edge;
mod files;
mod forms;
mod keys;
mod members;
mod operator;
mod pages;
mod people;
mod records;
mod security;
mod sessions;
