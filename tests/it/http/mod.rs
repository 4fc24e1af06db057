//! What the server answers, by rule: the edge, its security, sessions, pages, probes and files.

mod edge;
mod files;
mod forms;
mod pages;
mod people;
mod security;
mod sessions;
