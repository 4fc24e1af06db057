//! Pages: who sees them, where else they lead, with what status.

use std::sync::Arc;

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use futures::{StreamExt, stream};

use crate::support::{TestApp, request};

#[tokio::test]
async fn pages_lead_to_sign_in_and_back() {
    let app = TestApp::new().await;
    assert_eq!(app.get("/").await.location(), "/apps");
    assert_eq!(app.get("/apps").await.location(), "/sign-in");
    assert_eq!(app.get("/apps?q=bamboo&category=hris").await.location(), "/sign-in?next=%2Fapps%3Fq%3Dbamboo%26category%3Dhris");
    for path in ["/sign-in", "/sign-up"] {
        let reply = app.get(path).await;
        assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "text/html; charset=utf-8"));
        assert_eq!(reply.header("cache-control"), "no-store");
    }
}

#[tokio::test]
async fn who_is_signed_in_goes_on_but_never_to_another_site() {
    let app = TestApp::new().await;
    let admin = app.admin("Pages").await;
    assert_eq!(admin.get("/apps").await.status, 200);
    assert_eq!(admin.get("/sign-in").await.location(), "/apps");
    assert_eq!(admin.get("/sign-in?next=%2Fconnected%3Fq%3Da").await.location(), "/connected?q=a");
    for target in [
        "https%3A%2F%2Fevil.example",
        "%2F%2Fevil.example",
        "%2F%5Cevil.example",
        "javascript%3Aalert(1)",
        "%2F%09%2Fevil.example",
        "%0d%0aSet-Cookie:x",
    ] {
        assert_eq!(admin.get(&format!("/sign-in?next={target}")).await.location(), "/apps", "{target}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_page_with_status_404() {
    let app = TestApp::new().await;
    let admin = app.admin("Missing").await;
    for path in ["/nothing", "/nothing/at/all", "/.env", "/..%2f..%2fetc/passwd", "/%00", "/apps.php"] {
        let reply = admin.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(app.get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn a_slash_too_many_is_taken_away() {
    let app = TestApp::new().await;
    assert_eq!(app.get("/sign-in/").await.location(), "/sign-in");
    assert_eq!(app.get("//evil.example/").await.status, 404, "that would be another site");
}

#[tokio::test]
async fn pages_take_get_and_head_alone() {
    let app = TestApp::new().await;
    let head = app.send(request(Method::HEAD, "/sign-in")).await;
    assert_eq!(head.status, 200);
    assert!(head.body.is_empty());
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        assert_eq!(app.send(request(method, "/sign-in")).await.status, 405);
    }
}

#[tokio::test]
async fn pages_are_compressed_when_the_browser_can() {
    let app = TestApp::new().await;
    let mut asked = request(Method::GET, "/sign-in");
    asked.headers_mut().insert(header::ACCEPT_ENCODING, "gzip, br".parse().unwrap());
    let reply = app.send(asked).await;
    assert_eq!(reply.header("content-encoding"), "br");
    assert!(reply.headers.get_all(header::VARY).iter().any(|value| value == "accept-encoding"));
}

/// A page is begun on one thread, and may go on and be cleared away on another: nothing that it is drawn with may mind.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn pages_that_are_drawn_side_by_side_all_come() {
    let app = Arc::new(TestApp::new().await);
    let admin = app.admin("Side by side").await;
    let cookie = admin.cookie().unwrap();
    let paths = ["/apps/workday", "/connected", "/connected?q=x", "/settings", "/request-app", "/gallery"];
    // Only what was searched is drawn anew each time.
    let asked = (0..20).flat_map(|round| {
        let others = if round % 10 == 0 { &paths[..] } else { &[] };
        others.iter().map(|path| (*path).to_owned()).chain((0..6).map(move |n| format!("/apps?q=word{round}x{n}")))
    });
    // No more at once than the database has connections for.
    let mut answers = stream::iter(asked)
        .map(|path| {
            let (app, cookie) = (Arc::clone(&app), cookie.clone());
            tokio::spawn(async move {
                let request = Request::get(&path).header(header::COOKIE, cookie).body(Body::empty()).unwrap();
                (app.send(request).await.status.as_u16(), path)
            })
        })
        .buffer_unordered(24);
    while let Some(answer) = answers.next().await {
        let (status, path) = answer.unwrap();
        assert_eq!(status, 200, "{path}");
    }
}
