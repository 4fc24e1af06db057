//! The scripted upstream, and the timer, clock and randomness that go with it.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use async_trait::async_trait;
use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, Method, Response, Uri},
};
use futures::stream;
use serde_json::Value;
use tokio::{net::TcpListener, sync::Notify};
use uuid::Uuid;

use super::super::{HttpUpstream, UpstreamSetup};
use crate::{
    domain::{secret::Secret, time::Timestamp},
    server::clock::{Clock, Rng, Timer},
};

pub(super) const KEY: &str = "canary-key-0001";
pub(super) const ACCOUNT_TOKEN: &str = "canary-account-token-0002";
pub(super) const PUBLIC_TOKEN: &str = "canary-public-token-0003";
pub(super) const LINK_TOKEN: &str = "canary-link-token-0004";

/// What the upstream does with the next request.
pub(super) enum Step {
    Answer {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Bytes,
    },
    /// Starts to answer and cuts the connection.
    Cut,
    /// Never answers.
    Hang,
}

impl Step {
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Answer { headers, .. } = &mut self {
            headers.retain(|(known, _)| *known != name);
            headers.push((name, value.into()));
        }
        self
    }
}

pub(super) fn json(status: u16, body: &Value) -> Step {
    raw(status, "application/json", body.to_string())
}

pub(super) fn raw(status: u16, content_type: &str, body: impl Into<Bytes>) -> Step {
    Step::Answer { status, headers: vec![("content-type", content_type.to_owned())], body: body.into() }
}

/// A page with these items and no next one.
pub(super) fn page(items: &Value) -> Step {
    json(200, &serde_json::json!({ "next": null, "previous": null, "results": items }))
}

/// A request as it arrived.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) method: Method,
    pub(super) uri: Uri,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Seen {
    pub(super) fn line(&self) -> String {
        format!("{} {}", self.method, self.uri)
    }
}

#[derive(Default)]
struct Script {
    steps: Mutex<VecDeque<Step>>,
    seen: Mutex<Vec<Seen>>,
    hanging: Notify,
}

pub(super) struct Scripted {
    script: Arc<Script>,
    pub(super) timer: Arc<FakeTimer>,
    pub(super) upstream: HttpUpstream,
}

impl Scripted {
    /// Starts an upstream that answers with these steps, in order, and 599 after the last.
    pub(super) async fn start(steps: impl IntoIterator<Item = Step>) -> Self {
        let script = Arc::new(Script { steps: Mutex::new(steps.into_iter().collect()), ..Script::default() });
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let base_url = format!("http://{}/api", listener.local_addr().unwrap());
        let app = axum::Router::new().fallback(answer).with_state(script.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let timer = Arc::new(FakeTimer { script: script.clone(), now: Mutex::default(), pauses: Mutex::default() });
        let upstream = client(&base_url, timer.clone());
        Self { script, timer, upstream }
    }

    /// The requests that arrived, as method and target.
    pub(super) fn lines(&self) -> Vec<String> {
        self.script.seen.lock().unwrap().iter().map(Seen::line).collect()
    }

    pub(super) fn seen<T>(&self, index: usize, read: impl FnOnce(&Seen) -> T) -> T {
        read(&self.script.seen.lock().unwrap()[index])
    }

    pub(super) fn count(&self) -> usize {
        self.script.seen.lock().unwrap().len()
    }

    pub(super) fn then(&self, steps: impl IntoIterator<Item = Step>) {
        self.script.steps.lock().unwrap().extend(steps);
    }

    /// How long the client waited on purpose, in milliseconds.
    pub(super) fn pauses(&self) -> Vec<u128> {
        self.timer.pauses.lock().unwrap().iter().map(Duration::as_millis).collect()
    }
}

pub(super) fn client(base_url: &str, timer: Arc<FakeTimer>) -> HttpUpstream {
    HttpUpstream::new(UpstreamSetup {
        base_url: base_url.to_owned(),
        key: Secret::new(KEY),
        clock: Arc::new(FixedClock),
        rng: Arc::new(Middle),
        timer,
    })
    .unwrap()
}

async fn answer(State(script): State<Arc<Script>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, 1 << 20).await.unwrap();
    script.seen.lock().unwrap().push(Seen { method: parts.method, uri: parts.uri, headers: parts.headers, body });
    let step = script.steps.lock().unwrap().pop_front();
    match step {
        None => Response::builder().status(599).body(Body::empty()).unwrap(),
        Some(Step::Answer { status, headers, body }) => {
            let mut response = Response::builder().status(status);
            for (name, value) in headers {
                response = response.header(name, value);
            }
            response.body(Body::from(body)).unwrap()
        }
        Some(Step::Cut) => {
            let parts = [Ok(Bytes::from_static(b"{\"account_tok")), Err(std::io::Error::other("cut"))];
            Response::builder().header("content-type", "application/json").body(Body::from_stream(stream::iter(parts))).unwrap()
        }
        Some(Step::Hang) => {
            script.hanging.notify_one();
            std::future::pending().await
        }
    }
}

/// Pauses pass at once and are written down; a limit is reached when the scripted upstream hangs, and only then.
pub(super) struct FakeTimer {
    script: Arc<Script>,
    now: Mutex<Duration>,
    pauses: Mutex<Vec<Duration>>,
}

impl std::fmt::Debug for FakeTimer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FakeTimer")
    }
}

impl FakeTimer {
    pub(super) fn advance(&self, time: Duration) {
        *self.now.lock().unwrap() += time;
    }
}

#[async_trait]
impl Timer for FakeTimer {
    fn elapsed(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    async fn pause(&self, time: Duration) {
        self.pauses.lock().unwrap().push(time);
        self.advance(time);
    }

    async fn limit(&self, time: Duration) {
        self.script.hanging.notified().await;
        self.advance(time);
    }
}

/// 1994-11-06T08:49:30Z.
#[derive(Debug)]
struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp(784_111_770_000)
    }
}

/// Jitter in the middle: exactly the nominal time.
#[derive(Debug)]
struct Middle;

impl Rng for Middle {
    fn uuid(&self) -> Uuid {
        Uuid::nil()
    }

    fn bytes(&self) -> [u8; 32] {
        [0; 32]
    }

    fn unit(&self) -> f64 {
        0.5
    }
}
