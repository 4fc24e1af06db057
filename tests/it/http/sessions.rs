//! Sessions: what the cookie looks like, and when it stops to work (P1).

use axum::{
    body::Body,
    http::{Request, header},
};
use patchbay::{
    domain::time::Timestamp,
    server::{security::cookie, store::ports::Person, vault::sha256_hex},
};
use serde_json::json;

use crate::support::{PASSWORD, TestApp, email, store};

async fn person(app: &TestApp, organization: &str) -> Person {
    store(app).by_email(&email(organization)).await.unwrap().unwrap().0
}

#[tokio::test]
async fn the_cookie_is_for_the_browser_alone() {
    let app = TestApp::new().await;
    let reply = app
        .post("/api/auth/sign-up", &json!({ "organization_name": "Org", "name": "Ada", "email": "ada@org.example", "password": PASSWORD }))
        .await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("patchbay_session="), "{cookie}");
    for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=2592000"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Secure") && !cookie.contains("Domain"));
    let value = cookie.split(['=', ';']).nth(1).unwrap();
    assert_eq!(value.len(), 43, "256 bits");
    assert!(!reply.text().contains(value), "nothing but the header carries it");
}

#[tokio::test]
async fn in_production_the_browser_holds_us_to_it() {
    let app = TestApp::production(&[("SIGN_UP", "open")]).await;
    let reply = app
        .post("/api/auth/sign-up", &json!({ "organization_name": "Org", "name": "Ada", "email": "ada@org.example", "password": PASSWORD }))
        .await;
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("__Host-patchbay_session=") && cookie.contains("; Secure"), "{cookie}");
}

#[tokio::test]
async fn only_the_digest_is_kept() {
    let app = TestApp::new().await;
    let admin = app.admin("Digest").await;
    let value = admin.cookie().unwrap().split_once('=').unwrap().1.to_owned();
    let now = app.state.clock.now();
    assert!(store(&app).session(&value, now).await.unwrap().is_none());
    assert!(store(&app).session(&sha256_hex(&value), now).await.unwrap().is_some());
}

#[tokio::test]
async fn signing_in_again_rotates() {
    let app = TestApp::new().await;
    let admin = app.admin("Rotate").await;
    let before = admin.cookie();
    admin.post("/api/auth/sign-in", &json!({ "email": email("Rotate"), "password": PASSWORD })).await;
    let after = admin.cookie();
    assert_ne!(before, after);
    assert!(admin.me().await.is_some());
    let thief = app.browser();
    thief.set_cookie(before);
    assert!(thief.me().await.is_none(), "the session before is over");
    admin.post("/api/auth/sign-in", &json!({ "email": email("Rotate"), "password": "not this one" })).await;
    assert_eq!(admin.cookie(), after, "a failure changes nothing");
    assert!(admin.me().await.is_some());
}

#[tokio::test]
async fn a_planted_cookie_is_never_adopted() {
    let app = TestApp::new().await;
    let admin = app.admin("Fixation").await;
    let browser = app.browser();
    let planted = format!("patchbay_session={}", "A".repeat(43));
    browser.set_cookie(Some(planted.clone()));
    browser.post("/api/auth/sign-in", &json!({ "email": email("Fixation"), "password": PASSWORD })).await;
    assert_ne!(browser.cookie(), Some(planted.clone()));
    let both = format!("{planted}; {}", admin.cookie().unwrap());
    browser.set_cookie(Some(both));
    assert!(browser.me().await.is_none(), "two cookies of one name are none");
}

#[tokio::test]
async fn signing_out_ends_the_session_on_the_server() {
    let app = TestApp::new().await;
    let admin = app.admin("Out").await;
    let kept = admin.cookie();
    let reply = admin.post("/api/auth/sign-out", &json!({})).await;
    assert_eq!(reply.json(), json!({ "success": true }));
    assert!(reply.header("set-cookie").contains("Max-Age=0"));
    let thief = app.browser();
    thief.set_cookie(kept);
    assert!(thief.me().await.is_none());
    assert_eq!(admin.post("/api/auth/sign-out", &json!({})).await.status, 200, "who is out is out");
}

#[tokio::test]
async fn sessions_expire() {
    let app = TestApp::new().await;
    app.admin("Expire").await;
    let person = person(&app, "Expire").await;
    let now = app.state.clock.now();
    for (expires_at, live) in [(now.plus_millis(60_000), true), (now, false), (Timestamp(1), false)] {
        let value = cookie::fresh(app.state.rng.as_ref());
        store(&app).start_session(&sha256_hex(value.expose()), &person, expires_at, Timestamp(0)).await.unwrap();
        let browser = app.browser();
        browser.set_cookie(Some(format!("patchbay_session={}", value.expose())));
        assert_eq!(browser.me().await.is_some(), live);
        let page = browser.get("/apps").await;
        assert_eq!(page.status.as_u16(), if live { 200 } else { 303 });
    }
}

#[tokio::test]
async fn odd_cookies_are_no_session() {
    let app = TestApp::new().await;
    let long = "x".repeat(5000);
    for cookie in ["", "patchbay_session", "patchbay_session=", "patchbay_session=;;;=;", "=x", long.as_str(), "patchbay_session=\"a\""] {
        let mut request = Request::get("/api/auth/me").body(Body::empty()).unwrap();
        request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        assert_eq!(app.send(request).await.failure(), (401, "signed_out".to_owned()), "{cookie:?}");
    }
}
