//! Time and randomness come in as arguments, so that a test may hold them still.

use std::{
    fmt,
    sync::OnceLock,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use async_trait::async_trait;
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

/// Waiting, and how long things take inside this process.
#[async_trait]
pub trait Timer: Send + Sync + fmt::Debug {
    /// Time since some fixed moment; never goes back.
    fn elapsed(&self) -> Duration;
    /// Waits on purpose.
    async fn pause(&self, time: Duration);
    /// Ends when something that is under way has taken this long. Apart from [`Timer::pause`], so that a test lets a wait pass at once
    /// while real work under way keeps all the time it needs.
    async fn limit(&self, time: Duration);
}

/// The machine's timer.
#[derive(Clone, Copy, Debug)]
pub struct SystemTimer;

#[async_trait]
impl Timer for SystemTimer {
    fn elapsed(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    async fn pause(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }

    async fn limit(&self, time: Duration) {
        tokio::time::sleep(time).await;
    }
}
