//! What Patchbay keeps (§5): one trait for each aggregate, implemented for SQLite and for Postgres, chosen by the URL's scheme when
//! the server starts. The use cases know the traits only.
//!
//! Every method is one transaction. Every method that touches tenant data takes an [`Org`](crate::domain::people::Org), so that no
//! query can be written without its scope; the few that serve the system itself (jobs, exchanges found by a hash) say so in their
//! name or their documentation. `now` is the caller's clock, for people; leases, holds and rate windows use the database's (S6).
//!
//! Columns that carry times are milliseconds since the epoch, ids are UUIDs in text form, booleans are booleans: the same SQL text
//! serves both databases but for what stands in `dialect`.

pub mod ports;
