//! What waits until somebody rests.

use std::time::Duration;

use leptos::{leptos_dom::helpers::TimeoutHandle, prelude::*};

/// What is typed settles for this long before its result is read out.
const SETTLED: Duration = Duration::from_millis(600);

/// Does one thing once nothing else was asked of it for a moment.
#[derive(Clone, Copy)]
pub struct Settled(StoredValue<Option<TimeoutHandle>>);

impl Settled {
    /// With nothing to do.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// Does this in a moment, in place of what waits.
    pub fn then(self, act: impl FnOnce() + 'static) {
        self.0.update_value(|waiting| {
            if let Some(waiting) = waiting.take() {
                waiting.clear();
            }
            *waiting = set_timeout_with_handle(act, SETTLED).ok();
        });
    }
}
