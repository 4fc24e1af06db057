//! Who may change things, and what the browser is told (§13).

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use serde_json::{Value, json};

use crate::support::{PUBLIC_URL, TestApp, form_request, functions, request};

#[tokio::test]
async fn every_change_needs_a_page_of_ours() {
    let app = TestApp::new().await;
    let admin = app.admin("Csrf").await;
    let cases: &[(&[(&str, &str)], bool)] = &[
        (&[("sec-fetch-site", "same-origin")], true),
        (&[("origin", PUBLIC_URL)], true),
        (&[("origin", "http://localhost:3000"), ("host", "localhost:3000")], true),
        (&[("sec-fetch-site", "cross-site")], false),
        (&[("sec-fetch-site", "same-site")], false),
        (&[("sec-fetch-site", "none")], false),
        (&[("sec-fetch-site", "cross-site"), ("origin", PUBLIC_URL)], false),
        (&[("origin", "https://evil.example")], false),
        (&[("origin", "null")], false),
        (&[("referer", "http://127.0.0.1:3000/apps")], false),
        (&[], false),
    ];
    for (path, _) in functions().into_iter().filter(|(path, get)| !get && *path != "/api/auth/sign-out") {
        for content_type in ["application/json", "application/x-www-form-urlencoded", "text/plain", "multipart/form-data"] {
            for (headers, allowed) in cases {
                let mut request = Request::post(path).header(header::CONTENT_TYPE, content_type);
                for (name, value) in *headers {
                    request = request.header(*name, *value);
                }
                let reply = admin.send(request.body(Body::from("not JSON")).unwrap()).await;
                let refused = reply.status == 403 && reply.code() == "cross_site";
                assert_eq!(refused, !allowed, "{path} {content_type} {headers:?}: {}", reply.status);
                admin.get("/api/auth/me").await;
            }
        }
    }
}

#[tokio::test]
async fn a_stranger_cannot_even_sign_somebody_out_or_in() {
    let app = TestApp::new().await;
    let admin = app.admin("Login").await;
    for path in ["/api/auth/sign-out", "/api/auth/sign-in", "/api/auth/demo"] {
        let mut forged = form_request(path, "/", &[]);
        forged.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
        let reply = admin.send(forged).await;
        assert_eq!(reply.failure(), (403, "cross_site".to_owned()));
        assert!(reply.headers.get(header::SET_COOKIE).is_none());
    }
    assert!(admin.me().await.is_some());
}

#[tokio::test]
async fn nothing_changes_by_get() {
    let app = TestApp::new().await;
    let admin = app.admin("Get").await;
    for (path, _) in functions().into_iter().filter(|(_, get)| !get) {
        assert_eq!(admin.send(request(Method::GET, path)).await.status, 405, "{path}");
        assert_eq!(admin.send(request(Method::HEAD, path)).await.status, 405, "{path}");
    }
    assert!(admin.me().await.is_some());
}

#[tokio::test]
async fn a_page_of_another_organisation_changes_nothing() {
    let app = TestApp::new().await;
    let (one, other) = (app.admin("One").await, app.admin("Two").await);
    let own = one.me().await.unwrap()["organization_id"].as_str().unwrap().to_owned();
    let strange = other.me().await.unwrap()["organization_id"].as_str().unwrap().to_owned();
    let call = |organization: &str| {
        let mut request = crate::support::json_request("/api/merge/release-link-attempt", &json!({}));
        request.headers_mut().insert("x-organization", organization.parse().unwrap());
        request
    };
    assert_eq!(one.send(call(&strange)).await.failure(), (409, "organization_changed".to_owned()));
    assert_eq!(one.send(call("nonsense")).await.failure(), (409, "organization_changed".to_owned()));
    assert_eq!(one.send(call(&own)).await.failure(), (400, "invalid_input".to_owned()), "its own goes on to the function");
    assert_eq!(app.send(call(&own)).await.failure(), (401, "signed_out".to_owned()), "without a session there is nothing to compare");
    let mut read = Request::get("/api/auth/me").body(Body::empty()).unwrap();
    read.headers_mut().insert("x-organization", strange.parse().unwrap());
    assert_eq!(one.send(read).await.status, 200, "looking is not changing");
}

#[tokio::test]
async fn every_answer_carries_the_headers() {
    let app = TestApp::new().await;
    let admin = app.admin("Headers").await;
    let mut replies = Vec::new();
    for path in [
        "/sign-in",
        "/nothing/here",
        "/",
        "/apps",
        "/healthz",
        "/readyz",
        "/metrics",
        "/api/auth/me",
        "/api/nothing",
        "/pkg/nothing.js",
        "/favicon.ico",
    ] {
        replies.push((path, app.get(path).await));
        replies.push((path, admin.get(path).await));
        replies.push((path, app.send(request(Method::DELETE, path)).await));
    }
    replies.push(("cross-site", app.send(Request::post("/api/auth/sign-in").body(Body::empty()).unwrap()).await));
    replies.push(("413", app.post("/api/auth/sign-in", &json!({ "email": "x".repeat(70_000) })).await));
    let mut ids = Vec::new();
    for (path, reply) in &replies {
        let policy = reply.header("content-security-policy");
        for part in ["default-src", "base-uri 'none'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{path} {} {policy}", reply.status);
        }
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{path}");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin-allow-popups", "{path}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{path}");
        assert!(reply.header("permissions-policy").contains("camera=()"), "{path}");
        assert_eq!(reply.header("strict-transport-security"), "", "{path}: not in development");
        ids.push(reply.header("x-request-id").to_owned());
    }
    assert!(ids.iter().all(|id| id.len() == 36));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), replies.len(), "each request has an id of its own");
}

/// The nonce that a page's policy names.
fn nonce(policy: &str) -> &str {
    policy.split("'nonce-").nth(1).unwrap().split('\'').next().unwrap()
}

#[tokio::test]
async fn each_page_has_a_nonce_of_its_own_and_all_its_scripts_carry_it() {
    let app = TestApp::new().await;
    let admin = app.admin("Nonce").await;
    let mut nonces = Vec::new();
    for reply in [app.get("/sign-in").await, app.get("/sign-in").await, admin.get("/apps").await, app.get("/nothing").await] {
        let policy = reply.header("content-security-policy");
        let nonce = nonce(policy);
        assert!(nonce.len() >= 16, "{nonce}");
        let html = reply.text();
        let scripts: Vec<&str> = html.split("<script").skip(1).map(|rest| rest.split('>').next().unwrap()).collect();
        assert!(!scripts.is_empty(), "{html}");
        for script in scripts {
            assert!(script.contains(&format!("nonce=\"{nonce}\"")), "<script{script}>");
        }
        for attribute in html.split('<').skip(1).filter_map(|tag| tag.split('>').next()) {
            assert!(!attribute.contains(" onclick=") && !attribute.contains(" onload="), "<{attribute}>");
        }
        nonces.push(nonce.to_owned());
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 4);
}

#[tokio::test]
async fn pages_reach_the_window_and_the_upstream_and_nobody_else() {
    let app = TestApp::new().await;
    let window = format!("http://{}", app.sandbox.as_ref().unwrap().addr());
    let reply = app.get("/sign-in").await;
    let policy = reply.header("content-security-policy");
    let directive = |name: &str| policy.split("; ").find(|part| part.starts_with(&format!("{name} "))).unwrap_or_default().to_owned();
    assert_eq!(directive("frame-src"), format!("frame-src {window}"));
    assert_eq!(directive("connect-src"), format!("connect-src 'self' {window} {window}"));
    assert_eq!(directive("img-src"), "img-src 'self' data:");
    assert_eq!(directive("form-action"), "form-action 'self'");
    assert_eq!(directive("object-src"), "object-src 'none'");
    let script = directive("script-src");
    assert!(script.contains("'strict-dynamic'") && script.contains("'wasm-unsafe-eval'") && !script.contains("unsafe-inline"), "{script}");
    assert!(!policy.contains('*'), "{policy}");
}

#[tokio::test]
async fn production_is_https_alone_and_framed_by_nobody_but_the_named() {
    let app = TestApp::production(&[
        ("EMBED_ORIGINS", "https://product.example.com"),
        ("EMBED_JWT_KEYS", "product:k1:HS256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"),
        ("MERGE_LINK_SCRIPT_URL", "https://cdn.merge.dev/initialize.js"),
    ])
    .await;
    let reply = app.get("/sign-in").await;
    assert!(reply.header("strict-transport-security").starts_with("max-age=63072000"));
    let policy = reply.header("content-security-policy");
    assert!(policy.contains("frame-ancestors https://product.example.com"), "{policy}");
    assert!(policy.contains("frame-src https://cdn.merge.dev https://*.merge.dev"), "{policy}");
    assert_eq!(reply.header("x-frame-options"), "", "it knows one origin or none");
    assert_eq!(app.get("/api/auth/me").await.header("x-frame-options"), "DENY");
}

#[tokio::test]
async fn no_answer_shows_what_went_wrong_inside() {
    let app = TestApp::new().await;
    let admin = app.admin("Down").await;
    app.state.store.close().await;
    for path in ["/api/auth/me", "/apps"] {
        let reply = admin.get(path).await;
        assert_eq!(reply.status, 503, "{path}");
        let text = reply.text().to_lowercase();
        for word in ["sql", "pool", "database", "panick", "src/"] {
            assert!(!text.contains(word), "{path}: {text}");
        }
    }
    let reply = app.post("/api/auth/sign-in", &json!({ "email": "a@b.c", "password": "whatever" })).await;
    assert_eq!(reply.failure(), (503, "not_ready".to_owned()));
    assert_eq!(reply.header("retry-after"), "5");
    assert_eq!(reply.json()["retry_after"], Value::from(5));
}

#[tokio::test]
async fn what_was_fetched_ahead_is_forgotten_once_something_changed() {
    let app = TestApp::new().await;
    let admin = app.admin("Ahead").await;
    let page = admin.get("/connected").await;
    let rules = page.text().split_once("type=\"speculationrules\"").unwrap().1.split_once("</script>").unwrap().0;
    let rules: Value = serde_json::from_str(rules.split_once('>').unwrap().1).unwrap();
    assert!(rules.get("prerender").is_none() && !rules.to_string().contains("/api"), "{rules}");
    let changed = admin.post("/api/page/theme", &json!({ "theme": "dark" })).await;
    assert_eq!(changed.header("clear-site-data"), "\"prefetchCache\"");
    let sent = admin.form("/api/page/theme", "/apps", &[("theme", "dark")]).await;
    assert_eq!((sent.location(), sent.header("clear-site-data")), ("/apps", "\"prefetchCache\""));
    assert_eq!(page.header("clear-site-data"), "");
}
