#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::{
    io,
    net::{IpAddr, SocketAddr},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use async_trait::async_trait;
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{Request, StatusCode},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use reqwest::Response as Answer;
use tokio::{net::TcpListener, sync::Notify};
use tower::ServiceExt;
use url::Url;

use super::{
    FAILURE, Logos, MEMORY_MAX,
    fetch::{FetchError, HOSTS, Network, SIZE_MAX, pinned},
    path,
};
use crate::server::{clock::Timer, tls};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n12345678";

/// The outside world: a plain server on the loopback that stands in for the known host.
struct World {
    server: SocketAddr,
    addresses: Vec<IpAddr>,
}

#[async_trait]
impl Network for World {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        assert!(HOSTS.contains(&host));
        Ok(self.addresses.clone())
    }

    async fn get(&self, url: &Url, host: &str, address: IpAddr) -> Result<Answer, FetchError> {
        assert_eq!(address, "52.216.0.1".parse::<IpAddr>().unwrap(), "the public address among those of the name");
        let url = format!("http://{host}:{}{}", self.server.port(), url.path());
        Ok(pinned(tls::client_config()?, host, self.server)?.get(url).send().await?)
    }
}

#[derive(Default)]
struct Outside {
    requests: AtomicUsize,
    hanging: Notify,
}

#[derive(Debug, Default)]
struct FakeTimer {
    now: Mutex<Duration>,
    outside: Arc<Outside>,
}

impl std::fmt::Debug for Outside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Outside")
    }
}

#[async_trait]
impl Timer for FakeTimer {
    fn elapsed(&self) -> Duration {
        *self.now.lock().unwrap()
    }

    async fn pause(&self, _: Duration) {}

    async fn limit(&self, _: Duration) {
        self.outside.hanging.notified().await;
    }
}

struct Bench {
    outside: Arc<Outside>,
    timer: Arc<FakeTimer>,
    logos: Arc<Logos>,
}

fn address(slug: &str) -> String {
    format!("https://{}/{slug}", HOSTS[0])
}

async fn serve(State(outside): State<Arc<Outside>>, Path(file): Path<String>) -> Response {
    outside.requests.fetch_add(1, Ordering::SeqCst);
    match file.as_str() {
        "redirect" => Redirect::temporary("/png").into_response(),
        "gone" => StatusCode::NOT_FOUND.into_response(),
        "html" => ([("content-type", "image/png")], "<html><script>alert(1)</script>").into_response(),
        "svg" => ([("content-type", "text/plain")], "<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>").into_response(),
        "huge" => [PNG, &vec![0; SIZE_MAX]].concat().into_response(),
        "largest" => [PNG, &vec![0; SIZE_MAX - PNG.len()]].concat().into_response(),
        "hang" => {
            outside.hanging.notify_one();
            std::future::pending().await
        }
        name if name.starts_with("big") => [PNG, &vec![0; SIZE_MAX / 2]].concat().into_response(),
        _ => PNG.into_response(),
    }
}

impl Bench {
    async fn new(addresses: &[&str]) -> Self {
        let outside = Arc::new(Outside::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = listener.local_addr().unwrap();
        let app = Router::new().route("/{file}", get(serve)).with_state(outside.clone());
        tokio::spawn(async move { axum::serve(listener, app).await });
        let timer = Arc::new(FakeTimer { outside: outside.clone(), ..FakeTimer::default() });
        let world = World { server, addresses: addresses.iter().map(|text| text.parse().unwrap()).collect() };
        let source = Box::new(|slug: &str| match slug {
            "none" => None,
            "elsewhere" => Some("https://evil.example/png".to_owned()),
            slug => Some(address(slug)),
        });
        let logos = Arc::new(Logos::over(source, timer.clone(), Box::new(world)));
        Self { outside, timer, logos }
    }

    async fn public() -> Self {
        Self::new(&["10.0.0.1", "::1", "52.216.0.1"]).await
    }

    async fn get(&self, target: &str) -> (StatusCode, axum::http::HeaderMap, Bytes) {
        let request = Request::get(target).body(Body::empty()).unwrap();
        let response = self.logos.clone().router::<()>().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        (parts.status, parts.headers, axum::body::to_bytes(body, 1 << 20).await.unwrap())
    }

    fn requests(&self) -> usize {
        self.outside.requests.load(Ordering::SeqCst)
    }
}

#[tokio::test]
async fn a_logo_comes_once_and_is_kept_for_ever_under_its_version() {
    let bench = Bench::public().await;
    let (status, headers, body) = bench.get(&path("png", &address("png"))).await;
    assert_eq!((status, &body[..]), (StatusCode::OK, PNG));
    assert_eq!(headers["content-type"], "image/png");
    assert_eq!(headers["x-content-type-options"], "nosniff");
    assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
    let (_, headers, _) = bench.get("/logos/png").await;
    assert_eq!(headers["cache-control"], "public, max-age=3600", "without its version it may change");
    let (_, headers, _) = bench.get(&path("png", "https://older.example/")).await;
    assert_eq!(headers["cache-control"], "public, max-age=3600");
    assert_eq!(bench.requests(), 1);
    assert_ne!(path("png", &address("a")), path("png", &address("b")));
}

#[tokio::test]
async fn an_svg_can_do_nothing() {
    let bench = Bench::public().await;
    let (status, headers, _) = bench.get("/logos/svg").await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(headers["content-type"], "image/svg+xml");
    assert_eq!(headers["content-security-policy"], "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    assert_eq!(headers["x-content-type-options"], "nosniff");
}

#[tokio::test]
async fn what_does_not_come_is_missing_for_a_while() {
    let bench = Bench::public().await;
    for slug in ["none", "elsewhere", "gone", "html", "redirect", "huge", "hang"] {
        let (status, headers, body) = bench.get(&format!("/logos/{slug}")).await;
        assert_eq!((status, body.len()), (StatusCode::NOT_FOUND, 0), "{slug}");
        assert_eq!(headers["cache-control"], "public, max-age=60", "{slug}");
    }
    assert_eq!(bench.requests(), 5, "a redirect is not followed, a strange host not asked");
    assert_eq!(bench.get("/logos/largest").await.0, StatusCode::OK);
    bench.get("/logos/gone").await;
    assert_eq!(bench.requests(), 6, "the failure is remembered");
    *bench.timer.now.lock().unwrap() += FAILURE;
    bench.get("/logos/gone").await;
    assert_eq!(bench.requests(), 7, "and then tried again");
}

#[tokio::test]
async fn a_name_that_leads_inside_is_not_followed() {
    let bench = Bench::new(&["127.0.0.1", "169.254.169.254", "fd00::1"]).await;
    assert_eq!(bench.get("/logos/png").await.0, StatusCode::NOT_FOUND);
    assert_eq!(bench.requests(), 0);
}

#[tokio::test]
async fn many_who_ask_at_once_are_one_request() {
    let bench = Bench::public().await;
    let answers = futures::future::join_all((0..20).map(|_| bench.get("/logos/png"))).await;
    assert!(answers.iter().all(|(status, ..)| *status == StatusCode::OK));
    assert_eq!(bench.requests(), 1);
}

#[tokio::test]
async fn memory_is_bounded_and_the_unused_goes_first() {
    let bench = Bench::public().await;
    let tick = || *bench.timer.now.lock().unwrap() += Duration::from_millis(1);
    bench.get("/logos/png").await;
    for n in 0..2 * MEMORY_MAX / SIZE_MAX + 3 {
        tick();
        bench.get(&format!("/logos/big{n}")).await;
        tick();
        bench.get("/logos/png").await;
    }
    let held: usize = {
        let entries = bench.logos.entries.lock().unwrap();
        entries.values().filter_map(|entry| entry.slot.get()?.as_ref().map(|logo| logo.bytes.len())).sum()
    };
    assert!(held <= MEMORY_MAX, "{held}");
    let before = bench.requests();
    bench.get("/logos/png").await;
    assert_eq!(bench.requests(), before, "still at hand");
    bench.get("/logos/big0").await;
    assert_eq!(bench.requests(), before + 1, "long gone");
}
