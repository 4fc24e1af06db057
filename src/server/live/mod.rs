//! Live pages (§10): a stream of server-sent events for each open page, which says that something changed and never what. The changes come
//! from the store, whose announcements reach every instance that shares the database.

mod coalesce;
mod stream;
#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    convert::Infallible,
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    http::{HeaderValue, header},
    response::{
        IntoResponse, Response,
        sse::{Event, KeepAlive, Sse},
    },
};
use futures::{StreamExt, future::BoxFuture};
use tokio::sync::{broadcast, watch};

use self::stream::{Message, PageStream};
use super::{clock::Timer, store::ports::Announcement};
use crate::domain::{ids::UserId, people::Org};

/// How often a silent stream says that it is alive, so that no proxy thinks otherwise.
const KEEP_ALIVE: Duration = Duration::from_secs(15);
/// How long a browser waits before it opens the stream again.
const RETRY: Duration = Duration::from_secs(3);
/// Streams that one person may have open at once: each tab has one.
const STREAMS_MAX: usize = 32;

/// Whether the caller of a stream is still who they were: session alive, same organisation, same role. Asked every half minute.
pub type StillAllowed = Box<dyn Fn() -> BoxFuture<'static, bool> + Send + Sync>;

/// The person has too many streams open; a page falls back to polling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many open pages")]
pub struct TooManyStreams;

/// All streams of this process.
pub struct Live {
    subscribe: Box<dyn Fn() -> broadcast::Receiver<Announcement> + Send + Sync>,
    timer: Arc<dyn Timer>,
    closing: watch::Sender<bool>,
    open: Arc<Mutex<HashMap<UserId, usize>>>,
}

impl fmt::Debug for Live {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Live")
    }
}

impl Live {
    /// `subscribe` is the store's `changes`.
    pub fn new(subscribe: impl Fn() -> broadcast::Receiver<Announcement> + Send + Sync + 'static, timer: Arc<dyn Timer>) -> Self {
        Self { subscribe: Box::new(subscribe), timer, closing: watch::Sender::new(false), open: Arc::default() }
    }

    /// The answer to `GET /api/events` for this caller.
    ///
    /// Events: `hello` at the start, `account` with `{"id":"…"}`, and `refresh` when events were lost and everything is to be looked at again.
    /// It ends after ten minutes, when `still` says no, or at [`Live::close`]; the browser then opens another one.
    ///
    /// # Errors
    /// [`TooManyStreams`], to be answered with 429.
    pub fn respond(&self, org: &Org, still: StillAllowed) -> Result<Response, TooManyStreams> {
        let events = self.stream(org, still)?.map(|message| Ok::<_, Infallible>(event(message)));
        let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(KEEP_ALIVE)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        // nginx holds answers back until they are long enough, which an event never is.
        headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
        Ok(response)
    }

    fn stream(&self, org: &Org, still: StillAllowed) -> Result<impl futures::Stream<Item = Message> + Send + use<>, TooManyStreams> {
        let place = Place::take(&self.open, org.user)?;
        let changes = (self.subscribe)();
        let page = PageStream::new(org.organization, changes, self.closing.subscribe(), self.timer.clone(), still, place);
        Ok(futures::stream::unfold(page, async |mut page| page.next().await.map(|message| (message, page))))
    }

    /// Ends all streams, so that the server can stop without waiting for them.
    pub fn close(&self) {
        self.closing.send_replace(true);
    }
}

fn event(message: Message) -> Event {
    match message {
        Message::Hello => Event::default().event("hello").retry(RETRY).data("{}"),
        Message::Account(id) => Event::default().event("account").data(format!("{{\"id\":\"{id}\"}}")),
        Message::Refresh => Event::default().event("refresh").data("{}"),
    }
}

/// One of a person's streams; gives its place back when it ends.
#[derive(Debug)]
struct Place {
    open: Arc<Mutex<HashMap<UserId, usize>>>,
    user: UserId,
}

impl Place {
    fn take(open: &Arc<Mutex<HashMap<UserId, usize>>>, user: UserId) -> Result<Self, TooManyStreams> {
        let mut counts = open.lock().unwrap_or_else(PoisonError::into_inner);
        let count = counts.entry(user).or_default();
        if *count >= STREAMS_MAX {
            return Err(TooManyStreams);
        }
        *count += 1;
        Ok(Self { open: open.clone(), user })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut counts = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = counts.get_mut(&self.user) {
            *count = count.saturating_sub(1);
            if *count == 0 {
                counts.remove(&self.user);
            }
        }
    }
}
