//! The stream of one open page.

use std::{sync::Arc, time::Duration};

use tokio::sync::{broadcast, broadcast::error::RecvError, watch};

use super::{
    Place, StillAllowed,
    coalesce::{Coalescer, Topic},
};
use crate::{
    domain::ids::{AccountId, OrganizationId},
    server::{clock::Timer, store::ports::Announcement},
};

/// How long a stream lives. The browser opens another, and session and role are checked as for any request.
pub(super) const LIFE: Duration = Duration::from_secs(600);
/// How often session and role are checked meanwhile.
pub(super) const CHECK: Duration = Duration::from_secs(30);

/// What a page hears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// The stream is open.
    Hello,
    /// Something about this account changed.
    Account(AccountId),
    /// Anything may have changed.
    Refresh,
}

impl From<Topic> for Message {
    fn from(topic: Topic) -> Self {
        match topic {
            Topic::Account(id) => Self::Account(id),
            Topic::Everything => Self::Refresh,
        }
    }
}

pub(super) struct PageStream {
    organization: OrganizationId,
    changes: broadcast::Receiver<Announcement>,
    closing: watch::Receiver<bool>,
    timer: Arc<dyn Timer>,
    still: StillAllowed,
    coalescer: Coalescer,
    greeted: bool,
    over: bool,
    ends: Duration,
    check: Duration,
    _place: Place,
}

impl PageStream {
    pub(super) fn new(
        organization: OrganizationId,
        changes: broadcast::Receiver<Announcement>,
        closing: watch::Receiver<bool>,
        timer: Arc<dyn Timer>,
        still: StillAllowed,
        place: Place,
    ) -> Self {
        let now = timer.elapsed();
        Self {
            organization,
            changes,
            closing,
            still,
            coalescer: Coalescer::default(),
            greeted: false,
            over: false,
            ends: now.saturating_add(LIFE),
            check: now.saturating_add(CHECK),
            timer,
            _place: place,
        }
    }

    /// The next thing to say; `None`: the stream is over.
    pub(super) async fn next(&mut self) -> Option<Message> {
        if !self.greeted {
            self.greeted = true;
            return Some(Message::Hello);
        }
        // Told only after the checks at the top of the loop, which may have become due while it was waited for.
        let mut ready = None;
        loop {
            let now = self.timer.elapsed();
            if self.over || now >= self.ends || *self.closing.borrow() {
                return None;
            }
            if now >= self.check {
                self.check = now.saturating_add(CHECK);
                if !(self.still)().await {
                    return None;
                }
            }
            if let Some(topic) = ready.take().or_else(|| self.coalescer.due(now)) {
                return Some(topic.into());
            }
            let wake = self.coalescer.next_due().into_iter().fold(self.ends.min(self.check), Duration::min);
            let heard = tokio::select! {
                biased;
                _ = self.closing.changed() => return None,
                heard = self.changes.recv() => heard,
                () = self.timer.limit(wake.saturating_sub(now)) => continue,
            };
            let topic = match heard {
                Ok(change) if change.organization != self.organization => continue,
                // What is no account's id is something that this version does not know; looking again is always right.
                Ok(change) => change.event.parse().map_or(Topic::Everything, Topic::Account),
                Err(RecvError::Lagged(_)) => Topic::Everything,
                // The store has lost its connection or is closing: what happens meanwhile is not heard.
                Err(RecvError::Closed) => {
                    self.over = true;
                    return Some(Message::Refresh);
                }
            };
            ready = self.coalescer.hear(topic, self.timer.elapsed());
        }
    }
}
