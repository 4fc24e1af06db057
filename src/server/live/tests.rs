#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use futures::{FutureExt, Stream, StreamExt};
use tokio::sync::{broadcast, watch};
use uuid::Uuid;

use super::{
    Live, STREAMS_MAX, TooManyStreams,
    coalesce::GAP,
    stream::{CHECK, LIFE, Message},
};
use crate::{
    domain::{
        ids::{AccountId, OrganizationId, UserId},
        people::{Org, Role},
    },
    server::{clock::Timer, store::ports::Announcement},
};

/// Time passes when the test says so.
#[derive(Debug)]
struct HandTimer(watch::Sender<Duration>);

impl HandTimer {
    fn advance(&self, time: Duration) {
        self.0.send_modify(|now| *now += time);
    }
}

#[async_trait]
impl Timer for HandTimer {
    fn elapsed(&self) -> Duration {
        *self.0.borrow()
    }

    async fn pause(&self, time: Duration) {
        let until = self.elapsed() + time;
        self.0.subscribe().wait_for(|now| *now >= until).await.unwrap();
    }

    async fn limit(&self, time: Duration) {
        self.pause(time).await;
    }
}

struct Bench {
    timer: Arc<HandTimer>,
    changes: broadcast::Sender<Announcement>,
    live: Live,
    allowed: Arc<AtomicBool>,
    checks: Arc<AtomicUsize>,
}

type Page = Pin<Box<dyn Stream<Item = Message> + Send>>;

impl Bench {
    fn new(room: usize) -> Self {
        let (changes, _) = broadcast::channel(room);
        let timer = Arc::new(HandTimer(watch::Sender::new(Duration::ZERO)));
        let live = Live::new(
            {
                let changes = changes.clone();
                move || changes.subscribe()
            },
            timer.clone(),
        );
        Self { timer, changes, live, allowed: Arc::new(AtomicBool::new(true)), checks: Arc::default() }
    }

    fn open(&self) -> Result<Page, TooManyStreams> {
        let (allowed, checks) = (self.allowed.clone(), self.checks.clone());
        let still = Box::new(move || {
            checks.fetch_add(1, Ordering::SeqCst);
            let allowed = allowed.load(Ordering::SeqCst);
            async move { allowed }.boxed()
        });
        Ok(self.live.stream(&org(), still)?.boxed())
    }

    async fn page(&self) -> Page {
        let mut page = self.open().unwrap();
        assert_eq!(page.next().await, Some(Message::Hello));
        page
    }

    fn say(&self, organization: u128, event: &str) {
        let organization = OrganizationId(Uuid::from_u128(organization));
        self.changes.send(Announcement { organization, event: event.to_owned() }).unwrap();
    }

    fn account(&self, n: u128) {
        self.say(1, &id(n).to_string());
    }
}

fn id(n: u128) -> AccountId {
    AccountId(Uuid::from_u128(n))
}

fn org() -> Org {
    Org { organization: OrganizationId(Uuid::from_u128(1)), user: UserId(Uuid::from_u128(2)), role: Role::Member }
}

/// Whether the page has nothing to say now.
fn silent(page: &mut Page) -> bool {
    page.next().now_or_never().is_none()
}

#[tokio::test]
async fn the_first_change_is_told_at_once_and_the_last_after_a_second() {
    let bench = Bench::new(64);
    let mut page = bench.page().await;
    for _ in 0..5 {
        bench.account(7);
    }
    bench.account(8);
    assert_eq!(page.next().await, Some(Message::Account(id(7))));
    assert_eq!(page.next().await, Some(Message::Account(id(8))), "another account does not wait");
    assert!(silent(&mut page));
    bench.timer.advance(GAP / 2);
    assert!(silent(&mut page));
    bench.timer.advance(GAP / 2);
    assert_eq!(page.next().await, Some(Message::Account(id(7))));
    bench.timer.advance(GAP * 3);
    assert!(silent(&mut page), "and once is enough");
}

#[tokio::test]
async fn nothing_of_another_organisation_is_heard() {
    let bench = Bench::new(64);
    let mut page = bench.page().await;
    bench.say(3, &id(7).to_string());
    bench.say(3, "anything");
    assert!(silent(&mut page));
    bench.account(9);
    assert_eq!(page.next().await, Some(Message::Account(id(9))));
}

#[tokio::test]
async fn what_was_missed_or_is_unknown_asks_for_a_look_at_everything() {
    let bench = Bench::new(2);
    let mut page = bench.page().await;
    for n in 10..20 {
        bench.account(n);
    }
    assert_eq!(page.next().await, Some(Message::Refresh));
    assert_eq!(page.next().await, Some(Message::Account(id(18))));
    assert_eq!(page.next().await, Some(Message::Account(id(19))));
    bench.timer.advance(GAP);
    bench.say(1, "something new");
    assert_eq!(page.next().await, Some(Message::Refresh));
}

#[tokio::test]
async fn a_stream_ends_after_ten_minutes_however_busy() {
    let bench = Bench::new(64);
    let mut page = bench.page().await;
    bench.timer.advance(LIFE - Duration::from_millis(1));
    bench.account(7);
    assert_eq!(page.next().await, Some(Message::Account(id(7))));
    bench.account(8);
    bench.timer.advance(Duration::from_millis(1));
    assert_eq!(page.next().await, None);
}

#[tokio::test]
async fn a_stream_ends_when_its_session_does() {
    let bench = Bench::new(64);
    let mut page = bench.page().await;
    bench.timer.advance(CHECK);
    assert!(silent(&mut page));
    assert_eq!(bench.checks.load(Ordering::SeqCst), 1);
    bench.allowed.store(false, Ordering::SeqCst);
    bench.timer.advance(CHECK);
    bench.account(7);
    assert_eq!(page.next().await, None, "checked before anything more is told");
}

#[tokio::test]
async fn closing_ends_streams_at_once() {
    let bench = Bench::new(64);
    let mut page = bench.page().await;
    let waiting = tokio::spawn(async move { page.next().await });
    bench.live.close();
    assert_eq!(waiting.await.unwrap(), None);
    let mut late = bench.page().await;
    assert_eq!(late.next().await, None);
}

#[tokio::test]
async fn a_lost_store_is_said_and_ends_the_stream() {
    let timer = Arc::new(HandTimer(watch::Sender::new(Duration::ZERO)));
    let live = Live::new(|| broadcast::channel(1).1, timer);
    let page = live.stream(&org(), Box::new(|| async { true }.boxed())).unwrap();
    assert_eq!(page.collect::<Vec<_>>().await, [Message::Hello, Message::Refresh]);
}

#[tokio::test]
async fn one_person_has_so_many_streams_and_no_more() {
    let bench = Bench::new(64);
    let mut pages: Vec<_> = (0..STREAMS_MAX).map(|_| bench.open().unwrap()).collect();
    assert!(bench.open().is_err());
    pages.pop();
    assert!(bench.open().is_ok());
    pages.clear();
    assert!(bench.live.open.lock().unwrap().is_empty(), "nobody is remembered for nothing");
}

#[tokio::test]
async fn the_wire_is_what_a_browser_reads() {
    let bench = Bench::new(64);
    let response = bench.live.respond(&org(), Box::new(|| async { true }.boxed())).unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    assert_eq!(response.headers()["cache-control"], "no-store");
    let mut body = response.into_body().into_data_stream();
    assert_eq!(body.next().await.unwrap().unwrap(), "event: hello\nretry: 3000\ndata: {}\n\n");
    bench.account(7);
    let text = format!("event: account\ndata: {{\"id\":\"{}\"}}\n\n", id(7));
    assert_eq!(body.next().await.unwrap().unwrap(), text);
    bench.say(1, "?");
    assert_eq!(body.next().await.unwrap().unwrap(), "event: refresh\ndata: {}\n\n");
}
