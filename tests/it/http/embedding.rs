//! Embedding (P3): who is let into a frame, what a frame is, and what stays closed in it.

use std::{
    net::SocketAddr,
    sync::atomic::{AtomicU32, Ordering},
};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{
    store::harness::TestDb,
    support::{Browser, PASSWORD, PUBLIC_URL, Reply, TestApp, functions, json_request, store},
};

const HOST: &str = "http://product.example";
const ISSUER: &str = "http://product.example";
const KEY: &[u8] = b"a key that the product and we share";

async fn app() -> TestApp {
    let keys = format!("{ISSUER}:k1:HS256:{}", URL_SAFE_NO_PAD.encode(KEY));
    TestApp::with(&[("EMBED_ORIGINS", "http://product.example,http://other.example"), ("EMBED_JWT_KEYS", &keys)]).await
}

/// What the product says of its person, good for a minute; each time a ticket of its own.
fn claims(app: &TestApp) -> Value {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let now = app.state.clock.now().0 / 1000;
    json!({
        "iss": ISSUER, "aud": PUBLIC_URL, "iat": now, "exp": now + 60, "jti": COUNT.fetch_add(1, Ordering::Relaxed).to_string(),
        "sub": "u-1", "org": "o-1", "org_name": "Acme", "name": "Dana Kim", "email": "dana@acme.example", "role": "admin",
    })
}

fn sign(header: &Value, claims: &Value, key: &[u8]) -> String {
    let [header, claims] = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
    let signed = format!("{header}.{claims}");
    let mac = ring::hmac::sign(&ring::hmac::Key::new(ring::hmac::HMAC_SHA256, key), signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.as_ref()))
}

fn signed(claims: &Value) -> String {
    sign(&json!({ "alg": "HS256", "typ": "JWT", "kid": "k1" }), claims, KEY)
}

/// A host's page posts a form into its frame.
fn post(origin: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Request::post("/embed")
        .header("sec-fetch-site", "cross-site")
        .header("sec-fetch-dest", "iframe")
        .header(header::ORIGIN, origin)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}

/// A page in a frame.
fn page(path: &str) -> Request<Body> {
    Request::get(path).header("sec-fetch-dest", "iframe").body(Body::empty()).unwrap()
}

/// What a page in a frame asks for.
fn ask(path: &str) -> Request<Body> {
    Request::get(path).header("sec-fetch-dest", "empty").header("x-embed", "1").body(Body::empty()).unwrap()
}

fn change(path: &str, body: &Value) -> Request<Body> {
    let mut request = json_request(path, body);
    request.headers_mut().insert("x-embed", "1".parse().unwrap());
    request
}

async fn enter<'a>(app: &'a TestApp, claims: &Value) -> Browser<'a> {
    let browser = app.browser();
    let reply = browser.send(post(HOST, &[("token", &signed(claims))])).await;
    assert_eq!(reply.location(), "/apps?embed=1", "{}", reply.text());
    browser
}

/// How much of everything there is that an entry writes.
async fn written(app: &TestApp) -> i64 {
    let db = TestDb::of(app.state.config.database_url.expose(), store(app));
    db.number(
        "SELECT (SELECT count(*) FROM embed_tickets) + (SELECT count(*) FROM organizations) + (SELECT count(*) FROM users) \
         + (SELECT count(*) FROM sessions) + (SELECT count(*) FROM external_people)",
    )
    .await
}

/// Not let in: the page in the frame says why, and nothing was written.
async fn refused(app: &TestApp, reply: &Reply, status: u16, why: &str, before: i64) {
    assert_eq!(reply.status, status, "{why}");
    assert!(reply.text().contains(&format!("data-refused=\"{why}\"")), "{why}: {}", reply.text());
    assert!(reply.text().contains("<h1>"), "{why}");
    assert!(reply.headers.get(header::SET_COOKIE).is_none(), "{why}");
    assert_eq!(written(app).await, before, "{why}");
    assert!(reply.header("content-security-policy").contains(&format!("frame-ancestors {HOST} http://other.example")), "{why}");
    assert_eq!(reply.header("x-frame-options"), "", "{why}: the sentence is to be seen in the frame");
}

#[tokio::test]
async fn a_person_whom_a_product_brings_is_let_into_its_frame_and_nowhere_else() {
    let app = app().await;
    let browser = app.browser();
    let reply = browser.send(post(HOST, &[("token", &signed(&claims(&app)))])).await;
    assert_eq!(reply.location(), "/apps?embed=1");
    assert_eq!(reply.header("cache-control"), "no-store");
    let cookie = reply.header("set-cookie");
    assert!(cookie.starts_with("patchbay_embed="), "{cookie}");
    for attribute in ["; Path=/", "; HttpOnly", "; SameSite=None", "; Secure", "; Partitioned"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    let framed = browser.send(page("/apps?embed=1")).await;
    assert_eq!(framed.status, 200);
    assert!(framed.text().contains(&format!("<meta name=\"patchbay-host\" content=\"{HOST}\"")), "{}", framed.text());
    let me = browser.send(ask("/api/auth/me")).await.json();
    assert_eq!(
        (me["name"].as_str(), me["organization_name"].as_str(), me["role"].as_str()),
        (Some("Dana Kim"), Some("Acme"), Some("admin"))
    );

    assert!(browser.get("/apps").await.location().starts_with("/sign-in"), "outside of the frame it opens nothing");
    assert!(browser.me().await.is_none());
    let tab = Request::get("/apps?embed=1").header("sec-fetch-dest", "document").body(Body::empty()).unwrap();
    assert!(browser.send(tab).await.location().starts_with("/sign-in"), "a word in the address makes no frame");
    let thief = app.browser();
    thief.set_cookie(browser.cookie().map(|cookie| cookie.replace("patchbay_embed", "patchbay_session")));
    assert!(thief.me().await.is_none(), "it is no cookie of our own pages");
}

#[tokio::test]
async fn nobody_else_is_let_in_and_nothing_is_written() {
    let app = app().await;
    app.admin("Acme").await;
    let before = written(&app).await;
    let good = || claims(&app);
    let with = |name: &str, value: Value| {
        let mut claims = claims(&app);
        claims[name] = value;
        signed(&claims)
    };
    let without = |name: &str| {
        let mut claims = claims(&app);
        claims.as_object_mut().unwrap().remove(name);
        signed(&claims)
    };
    let now = app.state.clock.now().0 / 1000;
    let header = |alg: &str, kid: &str| json!({ "alg": alg, "kid": kid });
    let unsigned = {
        let token = sign(&header("none", "k1"), &good(), KEY);
        format!("{}.", token.rsplit_once('.').unwrap().0)
    };
    let mut tampered = signed(&good());
    let other = signed(&with_role(&good(), "member"));
    tampered = format!("{}.{}", other.rsplit_once('.').unwrap().0, tampered.rsplit_once('.').unwrap().1);
    let mut long = good();
    long["exp"] = json!(now + 121);
    let mut old = good();
    (old["iat"], old["exp"]) = (json!(now - 120), json!(now - 10));
    let mut early = good();
    (early["iat"], early["exp"]) = (json!(now + 60), json!(now + 120));
    let cases = [
        (String::new(), "unreadable"),
        ("nonsense".to_owned(), "unreadable"),
        (unsigned, "unreadable"),
        (sign(&header("HS256", "k1"), &good(), b"another key of the same length....."), "not_signed"),
        (tampered, "not_signed"),
        (sign(&header("HS256", "k2"), &good(), KEY), "not_signed"),
        (sign(&json!({ "alg": "HS256" }), &good(), KEY), "not_signed"),
        (sign(&header("HS384", "k1"), &good(), KEY), "not_signed"),
        (sign(&header("EdDSA", "k1"), &good(), KEY), "not_signed"),
        (with("iss", json!("http://other.example")), "not_signed"),
        (with("aud", json!("http://elsewhere.example")), "other_audience"),
        (with("aud", json!(["http://elsewhere.example"])), "other_audience"),
        (without("aud"), "other_audience"),
        (without("iss"), "unreadable"),
        (without("exp"), "unreadable"),
        (without("iat"), "unreadable"),
        (without("jti"), "unreadable"),
        (without("sub"), "unreadable"),
        (without("org"), "unreadable"),
        (without("org_name"), "unreadable"),
        (without("name"), "unreadable"),
        (with("exp", json!((now + 60).to_string())), "unreadable"),
        (with("email", json!("dana")), "unreadable"),
        (with("role", json!("owner")), "unreadable"),
        (signed(&long), "lives_too_long"),
        (signed(&old), "expired"),
        (signed(&early), "early"),
    ];
    for (token, why) in &cases {
        let reply = app.send(post(HOST, &[("token", token)])).await;
        refused(&app, &reply, 401, why, before).await;
        assert!(reply.text().contains(&format!("content=\"{HOST}\"")), "the page around hears of it");
    }
    for origin in ["http://evil.example", "null", "http://product.example:81", "https://product.example", "http://PRODUCT.example"] {
        let reply = app.send(post(origin, &[("token", &signed(&good()))])).await;
        refused(&app, &reply, 403, "foreign_origin", before).await;
        assert!(!reply.text().contains("patchbay-host"), "nobody is told");
    }
    let mut silent = post(HOST, &[("token", &signed(&good()))]);
    silent.headers_mut().remove(header::ORIGIN);
    refused(&app, &app.send(silent).await, 403, "foreign_origin", before).await;
}

fn with_role(claims: &Value, role: &str) -> Value {
    let mut claims = claims.clone();
    claims["role"] = json!(role);
    claims
}

#[tokio::test]
async fn a_ticket_is_taken_once_also_at_the_same_moment() {
    let app = app().await;
    let token = signed(&claims(&app));
    let fields = [("token", token.as_str())];
    let (one, other) = tokio::join!(app.send(post(HOST, &fields)), app.send(post(HOST, &fields)));
    let (won, lost) = if one.status == 303 { (one, other) } else { (other, one) };
    assert_eq!(won.status, 303);
    let before = written(&app).await;
    refused(&app, &lost, 401, "used", before).await;
    refused(&app, &app.send(post("http://other.example", &fields)).await, 401, "used", before).await;
}

#[tokio::test]
async fn where_embedding_is_off_there_is_nothing() {
    let app = TestApp::new().await;
    let reply = app.send(post(HOST, &[("token", &signed(&claims(&app)))])).await;
    assert_eq!(reply.failure(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn the_form_is_bounded() {
    let app = app().await;
    let large = "x".repeat(20_000);
    assert_eq!(app.send(post(HOST, &[("token", &large)])).await.failure(), (413, "too_large".to_owned()));
    let mut json = post(HOST, &[]);
    json.headers_mut().insert(header::CONTENT_TYPE, "application/json".parse().unwrap());
    assert_eq!(app.send(json).await.failure(), (415, "unsupported_media".to_owned()));
    assert_eq!(app.send(page("/embed")).await.status, 405);
    // Behind a proxy of ours, from one address of an office.
    let from_office = |token: &str| {
        let mut request = post(HOST, &[("token", token)]);
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 1))));
        request.headers_mut().insert("x-forwarded-for", "198.51.100.7".parse().unwrap());
        request
    };
    let mut last = app.send(from_office("nonsense")).await;
    for _ in 0..130 {
        if last.status == 429 {
            break;
        }
        last = app.send(from_office("nonsense")).await;
    }
    assert!(last.text().contains("data-refused=\"too_many\""), "{}", last.text());
    assert!(!last.header("retry-after").is_empty());
}

#[tokio::test]
async fn it_leads_to_pages_of_ours_alone() {
    let app = app().await;
    for (path, leads) in [
        ("/connected", "/connected?embed=1"),
        ("/apps?category=crm&embed=7", "/apps?category=crm&embed=1"),
        ("https://evil.example/", "/apps?embed=1"),
        ("//evil.example", "/apps?embed=1"),
        ("", "/apps?embed=1"),
    ] {
        let reply = app.send(post(HOST, &[("token", &signed(&claims(&app))), ("return_to", path)])).await;
        assert_eq!(reply.location(), leads, "{path}");
    }
}

#[tokio::test]
async fn a_frame_has_no_chrome_and_the_theme_that_its_host_asks_for() {
    let app = app().await;
    let browser = app.browser();
    browser.send(post(HOST, &[("token", &signed(&claims(&app))), ("theme", "dark")])).await;
    for path in ["/apps", "/connected", "/apps/bamboohr", "/connect/hris", "/nothing"] {
        let reply = browser.send(page(path)).await;
        let html = reply.text();
        assert!(html.contains("data-embedded") && html.contains("data-theme=\"dark\""), "{path}");
        assert!(html.contains("href=\"/apps\"") && html.contains("href=\"/connected\""), "{path}");
        for chrome in ["account-menu", "Sign out", "href=\"/settings\"", "class=\"brand\""] {
            assert!(!html.contains(chrome), "{path}: {chrome}");
        }
        let nonce = reply.header("content-security-policy").split("'nonce-").nth(1).unwrap().split('\'').next().unwrap();
        for script in html.split("<script").skip(1).map(|rest| rest.split('>').next().unwrap()) {
            assert!(script.contains(&format!("nonce=\"{nonce}\"")), "{path}: <script{script}>");
        }
    }
    assert!(browser.send(page("/apps?theme=light")).await.text().contains("data-theme=\"light\""));
    assert!(!browser.send(page("/apps?theme=system")).await.text().contains("data-theme"));
}

#[tokio::test]
async fn who_belongs_to_an_organisation_is_not_decided_in_a_frame() {
    let app = app().await;
    let guest = enter(&app, &claims(&app)).await;
    for path in ["/settings", "/sign-in", "/sign-up", "/operator/inbox", "/join/x.y"] {
        assert_eq!(guest.send(page(path)).await.location(), "/apps", "{path}");
    }
    let mut closed = 0;
    for (path, get) in functions() {
        let reply = guest.send(if get { ask(path) } else { change(path, &json!({})) }).await;
        let open =
            path.starts_with("/api/merge/") || (path.starts_with("/api/page/") && path != "/api/page/people") || path == "/api/auth/me";
        let shut = reply.status == 403 && reply.json()["error"] == "This isn't available here.";
        assert_eq!(shut, !open, "{path}: {}", reply.text());
        closed += usize::from(shut);
    }
    assert!(closed > 10, "{closed}");
    assert_eq!(guest.send(ask("/api/auth/me")).await.status, 200, "still there");
}

#[tokio::test]
async fn a_session_of_our_own_pages_does_not_count_in_a_frame() {
    let app = app().await;
    let admin = app.admin("Own").await;
    let reply = admin.send(page("/apps")).await;
    assert_eq!(reply.status, 401);
    assert!(reply.text().contains("data-refused=\"over\""), "{}", reply.text());
    assert_eq!(admin.send(ask("/api/auth/me")).await.failure(), (401, "signed_out".to_owned()));
    let over = app.send(page("/sign-in")).await;
    assert!(over.text().contains("data-refused=\"over\""), "nobody signs in there");

    // Where the product and we are one site, a browser sends both.
    let guest = enter(&app, &claims(&app)).await;
    let both = format!("{}; {}", admin.cookie().unwrap(), guest.cookie().unwrap());
    let browser = app.browser();
    browser.set_cookie(Some(both));
    assert_eq!(browser.send(ask("/api/auth/me")).await.json()["name"], "Dana Kim");
    assert_eq!(browser.me().await.unwrap()["name"], "Ada");
}

#[tokio::test]
async fn a_change_in_a_frame_still_needs_a_page_of_ours() {
    let app = app().await;
    let guest = enter(&app, &claims(&app)).await;
    for site in ["cross-site", "same-site", "none"] {
        let mut forged = change("/api/merge/create-link-token", &json!({ "category": "hris" }));
        forged.headers_mut().insert("sec-fetch-site", site.parse().unwrap());
        assert_eq!(guest.send(forged).await.failure(), (403, "cross_site".to_owned()), "{site}");
    }
    let ours = guest.send(change("/api/merge/create-link-token", &json!({ "category": "hris" }))).await;
    assert_eq!(ours.status, 200, "{}", ours.text());
    let member = enter(&app, &with_role(&claims(&app), "member")).await;
    let reply = member.send(change("/api/merge/create-link-token", &json!({ "category": "hris" }))).await;
    assert_eq!(reply.failure(), (403, "not_allowed".to_owned()), "the role is what the product says now");
}

#[tokio::test]
async fn an_address_is_nobodys_key() {
    let app = app().await;
    let guest = enter(&app, &claims(&app)).await;
    let own = json!({ "organization_name": "Acme", "name": "Dana", "email": "dana@acme.example", "password": PASSWORD });
    let browser = app.browser();
    let reply = browser.post("/api/auth/sign-up", &own).await;
    assert_eq!(reply.status, 200, "a guest's address is not taken: {}", reply.text());
    let me = guest.send(ask("/api/auth/me")).await.json();
    assert_ne!(me["organization_id"], reply.json()["organization_id"]);
    let again = enter(&app, &claims(&app)).await;
    assert_eq!(again.send(ask("/api/auth/me")).await.json()["organization_id"], me["organization_id"]);
    let inner = format!("{}@embedded.invalid", me["user_id"].as_str().unwrap());
    for password in ["", PASSWORD] {
        let reply = app.post("/api/auth/sign-in", &json!({ "email": inner, "password": password })).await;
        assert_ne!(reply.status, 200, "a guest has no password");
    }
}

#[tokio::test]
async fn opening_again_ends_the_session_before() {
    let app = app().await;
    let guest = enter(&app, &claims(&app)).await;
    let before = guest.cookie();
    guest.send(post(HOST, &[("token", &signed(&claims(&app)))])).await;
    assert_ne!(guest.cookie(), before);
    let thief = app.browser();
    thief.set_cookie(before);
    assert_eq!(thief.send(ask("/api/auth/me")).await.status, 401);
}

#[tokio::test]
async fn in_production_the_browser_holds_the_frames_cookie_to_it() {
    let keys = format!("{ISSUER}:k1:HS256:{}", URL_SAFE_NO_PAD.encode(KEY));
    let app = TestApp::production(&[("EMBED_ORIGINS", "https://product.example"), ("EMBED_JWT_KEYS", &keys)]).await;
    let mut claims = claims(&app);
    claims["aud"] = json!("https://apps.example.com");
    let reply = app.send(post("https://product.example", &[("token", &signed(&claims))])).await;
    assert_eq!(reply.status, 303, "{}", reply.text());
    assert!(reply.header("set-cookie").starts_with("__Host-patchbay_embed="));
}
