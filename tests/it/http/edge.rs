//! What comes in is bounded, checked and answered in one envelope.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{TestApp, functions, request};

fn raw(path: &str, content_type: Option<&str>, body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::post(path).header("sec-fetch-site", "same-origin").body(body.into()).unwrap();
    if let Some(content_type) = content_type {
        request.headers_mut().insert(header::CONTENT_TYPE, content_type.parse().unwrap());
    }
    request
}

#[tokio::test]
async fn bad_bodies_of_every_kind_are_400_and_say_what_would_be_right() {
    let app = TestApp::new().await;
    let admin = app.admin("Edge").await;
    let long = format!("{{\"category\":\"{}\"}}", "x".repeat(5000));
    let cases: &[(&[u8], &str, Option<&str>, &str)] = &[
        (b"{\"category\":", "malformed_body", None, "line 1 column 12"),
        (b"[1]", "malformed_body", None, "not a list"),
        (b"7", "malformed_body", None, "not a number"),
        (b"null", "malformed_body", None, "not null"),
        (b"category=hris", "malformed_body", None, "line 1 column 1"),
        (b"{\"category\":\"\xff\"}", "malformed_body", None, "line 1"),
        (b"{\"category\":7}", "invalid_input", Some("category"), "must be a text"),
        (b"{\"category\":[\"hris\"]}", "invalid_input", Some("category"), "must be a text"),
        (b"{\"category\":{\"a\":1}}", "invalid_input", Some("category"), "must be a text"),
        (b"{\"category\":\"a\\u0000\"}", "invalid_input", Some("category"), "U+0000"),
        (long.as_bytes(), "invalid_input", Some("category"), "4096"),
    ];
    for (path, _) in functions().into_iter().filter(|(_, get)| !get) {
        for (body, code, field, part) in cases {
            let reply = admin.send(raw(path, Some("application/json"), body.to_vec())).await;
            assert_eq!(reply.failure(), (400, (*code).to_owned()), "{path} {}", String::from_utf8_lossy(body));
            assert_eq!(reply.json()["field"].as_str(), *field, "{path}");
            assert!(reply.json()["error"].as_str().unwrap().contains(part), "{path}: {}", reply.text());
        }
    }
    assert!(admin.me().await.is_some(), "nothing of this signed anybody out");
}

#[tokio::test]
async fn the_body_is_json_whatever_its_content_type() {
    let app = TestApp::new().await;
    let body = json!({ "email": "nobody@example.com", "password": "whatever it is" }).to_string();
    for content_type in [None, Some("application/json"), Some("text/plain;charset=UTF-8"), Some("application/octet-stream"), Some("")] {
        let reply = app.send(raw("/api/auth/sign-in", content_type, body.clone())).await;
        assert_eq!(reply.failure(), (401, "wrong_credentials".to_owned()), "{content_type:?}");
    }
}

#[tokio::test]
async fn an_empty_body_is_an_object_without_fields() {
    let app = TestApp::new().await;
    for body in ["", "  ", "{}", "{\"email\":null}"] {
        let reply = app.send(raw("/api/auth/sign-in", None, body)).await;
        assert_eq!(reply.failure(), (400, "invalid_input".to_owned()), "{body:?}");
        assert_eq!(reply.json()["field"], "email");
    }
}

#[tokio::test]
async fn forms_with_files_are_not_read() {
    let app = TestApp::new().await;
    let reply = app.send(raw("/api/auth/sign-in", Some("multipart/form-data; boundary=x"), "--x--")).await;
    assert_eq!(reply.failure(), (415, "unsupported_media".to_owned()));
}

#[tokio::test]
async fn large_bodies_are_refused_by_their_announced_length() {
    let app = TestApp::new().await;
    let mut announced = raw("/api/auth/sign-in", None, "{}");
    announced.headers_mut().insert(header::CONTENT_LENGTH, "65537".parse().unwrap());
    assert_eq!(app.send(announced).await.failure(), (413, "too_large".to_owned()));
    let padded = format!("{{}}{}", " ".repeat(64 * 1024 - 2));
    assert_eq!(app.send(raw("/api/auth/sign-in", None, padded.clone())).await.status, 400, "64 kB are read");
    assert_eq!(app.send(raw("/api/auth/sign-in", None, format!("{padded} "))).await.failure(), (413, "too_large".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn large_bodies_of_unknown_length_are_refused_before_they_are_whole() {
    let app = TestApp::new().await;
    let listening = app.listen().await;
    let mut stream = tokio::net::TcpStream::connect(listening.addr).await.unwrap();
    let head = "POST /api/auth/sign-in HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\ntransfer-encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("{:x}\r\n{}\r\n", 32 * 1024, " ".repeat(32 * 1024));
    // One byte more than is read, and no more: an answer to a body that goes on is lost when the connection is reset.
    for chunk in [&*chunk, &*chunk, "1\r\n \r\n"] {
        stream.write_all(chunk.as_bytes()).await.unwrap();
    }
    // The body is not over: only an answer that does not wait for it can come.
    let mut start = [0; 12];
    stream.read_exact(&mut start).await.unwrap();
    assert_eq!(&start, b"HTTP/1.1 413");
}

#[tokio::test]
async fn what_is_not_there_and_what_takes_another_method_say_so_in_the_envelope() {
    let app = TestApp::new().await;
    for path in ["/api", "/api/", "/api/nothing", "/api/merge/create-link-token/", "/api/auth/sign-in/x", "/api/merge"] {
        for method in [Method::GET, Method::POST, Method::DELETE] {
            assert_eq!(app.send(request(method, path)).await.failure(), (404, "not_found".to_owned()), "{path}");
        }
    }
    for (path, get) in functions() {
        let wrong = if get { Method::POST } else { Method::GET };
        for method in [wrong, Method::PUT, Method::DELETE, Method::PATCH] {
            let reply = app.send(request(method.clone(), path)).await;
            assert_eq!(reply.failure(), (405, "method_not_allowed".to_owned()), "{method} {path}");
            assert_eq!(reply.header("allow"), if get { "GET, HEAD" } else { "POST" });
        }
    }
    for path in ["/healthz", "/sign-in", "/robots.txt"] {
        assert_eq!(app.send(request(Method::DELETE, path)).await.failure(), (405, "method_not_allowed".to_owned()), "{path}");
    }
}

#[tokio::test]
async fn queries_are_checked_like_bodies() {
    let app = TestApp::new().await;
    let admin = app.admin("Query").await;
    for (query, field) in [("category=a%00b", Some("category")), ("category[a]=x", None), ("a%5Bb%5D=x", None)] {
        let reply = admin.get(&format!("/api/merge/linked-accounts?{query}")).await;
        assert_eq!(reply.status, 400, "{query}: {}", reply.text());
        assert_eq!(reply.json()["field"].as_str(), field, "{query}");
    }
    let long = admin.get(&format!("/api/merge/integrations?q={}", "x".repeat(5000))).await;
    assert_eq!((long.failure(), long.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some("q")));
    let missing = admin.get("/api/page/app").await;
    assert_eq!((missing.failure(), missing.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some("slug")));
}

#[tokio::test]
async fn answers_are_json_and_stored_by_nobody() {
    let app = TestApp::new().await;
    let admin = app.admin("Store").await;
    for reply in [admin.get("/api/auth/me").await, app.get("/api/auth/me").await, admin.post("/api/auth/sign-out", &Value::Null).await] {
        assert_eq!(reply.header("content-type"), "application/json");
        assert_eq!(reply.header("cache-control"), "no-store");
        assert!(reply.headers.get("serverfnerror").is_none());
    }
}
