//! Only on the server: what stands behind the door that pages and programs use.

pub mod clock;
pub mod door;
pub mod live;
pub mod logos;
pub mod merge;
pub mod store;
pub mod tls;
pub mod vault;
