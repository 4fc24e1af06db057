//! Files, probes and numbers.

use std::fs;

use axum::http::{Method, header};

use crate::support::{TestApp, request};

#[tokio::test]
async fn what_has_a_hash_in_its_name_is_kept_for_ever() {
    let app = TestApp::new().await;
    fs::write(app.site.path().join("pkg/patchbay.q2Rj0aXbHk5cF1vN7sLw3g.js"), "export {}").unwrap();
    fs::write(app.site.path().join("pkg/patchbay.q2Rj0aXbHk5cF1vN7sLw3g.js.br"), "not really brotli").unwrap();
    let plain = app.get("/pkg/patchbay.q2Rj0aXbHk5cF1vN7sLw3g.js").await;
    assert_eq!((plain.status.as_u16(), plain.text()), (200, "export {}"));
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    assert!(plain.header("content-type").contains("javascript"));
    let mut asked = request(Method::GET, "/pkg/patchbay.q2Rj0aXbHk5cF1vN7sLw3g.js");
    asked.headers_mut().insert(header::ACCEPT_ENCODING, "br".parse().unwrap());
    let small = app.send(asked).await;
    assert_eq!((small.header("content-encoding"), small.text()), ("br", "not really brotli"));
    fs::write(app.site.path().join("pkg/plain.js"), "export {}").unwrap();
    assert_eq!(app.get("/pkg/plain.js").await.header("cache-control"), "no-cache");
    let missing = app.get("/pkg/other.q2Rj0aXbHk5cF1vN7sLw3g.js").await;
    assert_eq!((missing.status.as_u16(), missing.header("cache-control")), (404, ""));
}

#[tokio::test]
async fn other_files_of_the_site_are_served_without_a_session() {
    let app = TestApp::new().await;
    fs::write(app.site.path().join("favicon.ico"), "icon").unwrap();
    let reply = app.get("/favicon.ico").await;
    assert_eq!((reply.status.as_u16(), reply.text()), (200, "icon"));
    assert_eq!(reply.header("cache-control"), "public, max-age=3600");
    fs::write(app.site.path().parent().unwrap().join("patchbay-outside.txt"), "outside").unwrap();
    for path in ["/../patchbay-outside.txt", "/%2e%2e/patchbay-outside.txt", "/pkg/..%2f..%2fpatchbay-outside.txt", "/pkg/"] {
        let reply = app.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.text().contains("outside"));
    }
}

#[tokio::test]
async fn readiness_is_the_database_and_not_the_upstream() {
    let app = TestApp::with(&[("MERGE_API_KEY", "key"), ("MERGE_API_BASE_URL", "http://127.0.0.1:9/api")]).await;
    assert_eq!(app.get("/readyz").await.status, 200, "nobody answers upstream, and we are ready");
    app.state.store.close().await;
    assert_eq!(app.get("/readyz").await.status, 503);
    assert_eq!(app.get("/healthz").await.status, 200, "alive all the same");
}

#[tokio::test]
async fn numbers_are_by_route_and_never_by_address() {
    let app = TestApp::new().await;
    app.get("/sign-in?next=%2Fcanary").await;
    app.get("/canary-path").await;
    app.send(request(Method::from_bytes(b"CANARY").unwrap(), "/sign-in")).await;
    let text = app.get("/metrics").await;
    assert!(text.header("content-type").starts_with("text/plain"));
    let text = text.text().to_owned();
    assert!(text.contains("http_requests_total{method=\"GET\",route=\"/sign-in\",status=\"200\"}"), "{text}");
    assert!(text.contains("http_request_duration_seconds_bucket"));
    assert!(text.contains("patchbay_build_info{version="));
    assert!(!text.to_lowercase().contains("canary"), "a stranger writes no labels");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_word_to_stop_ends_the_server_and_the_open_pages() {
    let app = TestApp::new().await;
    let admin = app.admin("Stop").await;
    let listening = app.listen().await;
    let client = open_events(listening.addr, admin.cookie().unwrap()).await;
    listening.stop.send_replace(true);
    listening.server.await.unwrap().unwrap();
    drop(client);
}

/// Opens an event stream and reads its beginning.
async fn open_events(addr: std::net::SocketAddr, cookie: String) -> tokio::net::TcpStream {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut stream = tokio::net::TcpStream::connect(addr).await.unwrap();
    let head = format!("GET /api/events HTTP/1.1\r\nhost: x\r\ncookie: {cookie}\r\n\r\n");
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains("event: hello") {
        let mut buffer = [0; 1024];
        let read = stream.read(&mut buffer).await.unwrap();
        assert_ne!(read, 0, "{}", String::from_utf8_lossy(&seen));
        seen.extend_from_slice(&buffer[..read]);
    }
    assert!(String::from_utf8_lossy(&seen).starts_with("HTTP/1.1 200"));
    stream
}
