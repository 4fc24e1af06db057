//! Time and randomness come in as arguments, so that a test may hold them still.

use std::{
    fmt,
    time::{SystemTime, UNIX_EPOCH},
};

use uuid::Uuid;

use crate::domain::time::Timestamp;

/// What time it is, for people and logs. Leases and limits use the database's clock instead (S6).
pub trait Clock: Send + Sync + fmt::Debug {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }
}

/// Where fresh ids and secrets come from.
pub trait Rng: Send + Sync + fmt::Debug {
    /// A fresh version 4 UUID.
    fn uuid(&self) -> Uuid;
    /// Fresh random bytes.
    fn bytes(&self) -> [u8; 32];
    /// A number from 0 up to, not including, 1; for jitter.
    fn unit(&self) -> f64;
}

/// The operating system's randomness.
#[derive(Clone, Copy, Debug)]
pub struct SystemRng;

impl Rng for SystemRng {
    fn uuid(&self) -> Uuid {
        Uuid::new_v4()
    }

    fn bytes(&self) -> [u8; 32] {
        rand::random()
    }

    fn unit(&self) -> f64 {
        rand::random()
    }
}
