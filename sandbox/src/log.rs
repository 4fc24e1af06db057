//! The requests that were received, so that a test can ask "was the same origin id sent twice?".

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;
use serde_json::Value;

/// The oldest requests are dropped above this many.
const KEPT: usize = 20_000;

/// Whom a request was about, as far as it says.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Subject {
    /// The category of the path or of the account.
    pub category: Option<String>,
    /// The end user's origin id.
    pub origin_id: Option<String>,
    /// The end user's organisation.
    pub organization: Option<String>,
    /// The app's slug.
    pub integration: Option<String>,
    /// The linked account's id.
    pub account_id: Option<String>,
}

/// A request.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// Counts up from 1.
    pub seq: u64,
    /// When, by the sandbox's clock.
    pub at: String,
    /// The method.
    pub method: String,
    /// The path, with secrets replaced by `***`.
    pub path: String,
    /// The query, with secrets replaced by `***`.
    pub query: Option<String>,
    /// Whom it was about.
    #[serde(flatten)]
    pub subject: Subject,
    /// The body's fields when it was a link token's, without secrets; else null.
    pub body: Value,
    /// What was answered; null while it runs or when the connection was cut.
    pub status: Option<u16>,
    /// The fault that met it.
    pub fault: Option<String>,
}

/// A bounded log.
#[derive(Debug, Default)]
pub struct RequestLog(Mutex<(u64, VecDeque<Entry>)>);

impl RequestLog {
    /// Adds a request and returns its number.
    pub fn begin(&self, mut entry: Entry) -> u64 {
        let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        log.0 += 1;
        entry.seq = log.0;
        log.1.push_back(entry);
        if log.1.len() > KEPT {
            log.1.pop_front();
        }
        log.0
    }

    /// Adds what was answered.
    pub fn end(&self, seq: u64, status: Option<u16>, fault: Option<String>) {
        let mut log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(entry) = log.1.iter_mut().rev().find(|e| e.seq == seq) {
            entry.status = status;
            entry.fault = fault;
        }
    }

    /// The requests that pass the test, oldest first.
    pub fn list(&self, keep: impl Fn(&Entry) -> bool) -> Vec<Entry> {
        let log = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        log.1.iter().filter(|e| keep(e)).cloned().collect()
    }

    /// Forgets everything; numbers go on.
    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).1.clear();
    }
}
