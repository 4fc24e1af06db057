//! Only on the server: what stands behind the door that pages and programs use.

pub mod catalogue;
pub mod clock;
pub mod config;
pub mod door;
pub mod edge;
pub mod error;
pub mod jobs;
pub mod linking;
pub mod live;
pub mod logos;
pub mod merge;
pub mod openapi;
pub mod people;
pub mod plain;
pub mod router;
pub mod security;
pub mod serve;
pub mod start;
pub mod state;
pub mod store;
pub mod sync;
pub mod telemetry;
pub mod tls;
pub mod vault;
