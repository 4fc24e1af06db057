//! The contract of the store: one suite, run on both databases. Each test gets a database of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

/// Makes each named test twice: `sqlite::name` and `postgres::name`.
macro_rules! both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                super::$name(crate::store::harness::TestDb::sqlite().await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $name() {
                if let Some(db) = crate::store::harness::TestDb::postgres().await {
                    super::$name(db).await;
                }
            })+
        }
    };
}

mod accounts;
mod begin;
mod embedding;
mod exchange;
pub mod harness;
mod inbox;
mod jobs;
mod keys;
mod members;
mod model;
mod parallel;
mod people;
pub mod records;
mod schema;
mod sync;
mod wanted;
mod whole;
