//! Signing up, in and out (P1), the demo (P4), limits (L14).

use std::net::SocketAddr;

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Request, header},
};
use patchbay::domain::secret::Secret;
use serde_json::{Value, json};

use crate::support::{PASSWORD, Reply, TestApp, email, json_request, store};

fn sign_up(change: (&str, Value)) -> Value {
    let mut body = json!({ "organization_name": "Org", "name": "Ada", "email": "ada@org.example", "password": PASSWORD });
    body[change.0] = change.1;
    body
}

#[tokio::test]
async fn what_is_wrong_is_named_and_nothing_is_written() {
    let app = TestApp::new().await;
    let long = "x".repeat(101);
    let cases = [
        ("organization_name", json!("")),
        ("organization_name", json!(long)),
        ("organization_name", Value::Null),
        ("name", json!("  ")),
        ("name", json!("a\u{7}b")),
        ("email", json!("ada")),
        ("email", json!("a@b@c")),
        ("email", json!(format!("{long}@x.y"))),
        ("password", json!("short")),
        ("password", json!("x".repeat(257))),
        ("password", Value::Null),
    ];
    for (field, value) in cases {
        let reply = app.post("/api/auth/sign-up", &sign_up((field, value.clone()))).await;
        assert_eq!(reply.failure(), (400, "invalid_input".to_owned()), "{field} {value}");
        assert_eq!(reply.json()["field"], field);
        assert!(reply.headers.get(header::SET_COOKIE).is_none());
    }
    assert!(store(&app).by_email("ada@org.example").await.unwrap().is_none());
}

#[tokio::test]
async fn who_signs_up_is_the_admin_and_no_operator() {
    let app = TestApp::new().await;
    let browser = app.browser();
    let reply = browser.post("/api/auth/sign-up", &sign_up(("email", json!("  Ada@ORG.example ")))).await;
    let me = reply.json();
    assert_eq!(
        (me["email"].as_str(), me["role"].as_str(), me["operator"].as_bool()),
        (Some("ada@org.example"), Some("admin"), Some(false))
    );
    assert_eq!(browser.me().await, Some(me));
}

#[tokio::test]
async fn an_address_is_taken_once() {
    let app = TestApp::new().await;
    app.admin("Taken").await;
    let reply = app.post("/api/auth/sign-up", &sign_up(("email", json!(email("Taken").to_uppercase())))).await;
    assert_eq!((reply.failure(), reply.json()["field"].as_str()), ((409, "email_taken".to_owned()), Some("email")));
}

#[tokio::test]
async fn sign_up_is_open_only_where_it_is_said_to_be() {
    for mode in ["off", "invite"] {
        let app = TestApp::with(&[("SIGN_UP", mode)]).await;
        assert_eq!(app.post("/api/auth/sign-up", &sign_up(("name", json!("Ada")))).await.failure(), (403, "sign_up_closed".to_owned()));
    }
    let app = TestApp::production(&[]).await;
    assert_eq!(app.post("/api/auth/sign-up", &sign_up(("name", json!("Ada")))).await.failure(), (403, "sign_up_closed".to_owned()));
}

#[tokio::test]
async fn unknown_people_and_wrong_passwords_are_answered_alike() {
    let app = TestApp::new().await;
    app.admin("Known").await;
    let sign_in = async |email: String| post(&app, json!({ "email": email, "password": "not the password" })).await;
    let (known, unknown) = (sign_in(email("Known")).await, sign_in(email("Unknown")).await);
    assert_eq!(known.failure(), (401, "wrong_credentials".to_owned()));
    assert_eq!(known.body, unknown.body);
    let names = |reply: &Reply| reply.headers.keys().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(names(&known), names(&unknown));
}

async fn post(app: &TestApp, body: Value) -> Reply {
    app.post("/api/auth/sign-in", &body).await
}

#[tokio::test]
async fn the_demo_is_one_click_and_the_same_for_all() {
    let app = TestApp::new().await;
    let (one, other) = (app.browser(), app.browser());
    let (first, second) = tokio::join!(async { one.post("/api/auth/demo", &json!({})).await.json() }, async {
        other.post("/api/auth/demo", &json!({})).await.json()
    });
    assert_eq!(first, second);
    assert_eq!((first["name"].as_str(), first["organization_name"].as_str()), (Some("Dana Kim"), Some("Acme Inc")));
    assert_eq!((first["role"].as_str(), first["operator"].as_bool()), (Some("admin"), Some(true)));
    let guess = app.post("/api/auth/sign-in", &json!({ "email": first["email"], "password": PASSWORD })).await;
    assert_eq!(guess.failure(), (401, "wrong_credentials".to_owned()), "the demo's person has no password");
}

#[tokio::test]
async fn there_is_no_demo_with_the_real_service() {
    let real = TestApp::with(&[("MERGE_API_KEY", "key"), ("MERGE_API_BASE_URL", "http://127.0.0.1:9/api")]).await;
    assert_eq!(real.post("/api/auth/demo", &json!({})).await.failure(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn a_password_is_not_guessed_for_long() {
    let app = TestApp::new().await;
    app.admin("Guess").await;
    // A new window may begin between two calls; the limit is met again in that one.
    let (limited, right) = loop {
        let guess = post(&app, json!({ "email": email("Guess"), "password": "a wrong guess" })).await;
        if guess.status != 429 {
            assert_eq!(guess.failure(), (401, "wrong_credentials".to_owned()));
            continue;
        }
        let right = post(&app, json!({ "email": email("Guess"), "password": PASSWORD })).await;
        if right.status == 429 {
            break (guess, right);
        }
    };
    assert_eq!((limited.code(), right.code()), ("too_many_requests".to_owned(), "too_many_requests".to_owned()), "not even the right one");
    let seconds: u64 = limited.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds));
    assert_eq!(post(&app, json!({ "email": "other@example.com", "password": "x" })).await.status, 401, "others are not hit");
}

#[tokio::test]
async fn one_address_makes_so_many_organisations_and_no_more() {
    let app = TestApp::new().await;
    let body = json!({ "organization_name": "Org", "name": "Ada", "email": "taken@org.example", "password": PASSWORD });
    let from = |peer: &str, forwarded: Option<&str>| {
        let mut request = json_request("/api/auth/sign-up", &body);
        let peer: SocketAddr = format!("{peer}:4000").parse().unwrap();
        request.extensions_mut().insert(ConnectInfo(peer));
        if let Some(forwarded) = forwarded {
            request.headers_mut().insert("x-forwarded-for", forwarded.parse().unwrap());
        }
        request
    };
    let mut statuses = Vec::new();
    for _ in 0..21 {
        statuses.push(app.send(from("127.0.0.1", Some("6.6.6.6, 203.0.113.9"))).await.status.as_u16());
    }
    assert_eq!(statuses.first(), Some(&200));
    assert_eq!(statuses.last(), Some(&429));
    assert_eq!(app.send(from("203.0.113.9", Some("198.51.100.1"))).await.status, 429, "a stranger's header is not believed");
    assert_eq!(app.send(from("198.51.100.1", None)).await.status, 409, "another address has a limit of its own");
    assert_eq!(app.send(from("127.0.0.1", None)).await.status, 409, "a developer's machine has none");
}

#[tokio::test]
async fn a_member_is_added_by_an_admin_and_looks_only() {
    let app = TestApp::new().await;
    let admin = app.admin("Team").await;
    let add = |by: String, email: &'static str| {
        let people = &app.state.people;
        async move { people.add_member(&by, "Max", email, Secret::new(PASSWORD)).await.map_err(|error| error.code.as_str()) }
    };
    assert_eq!(add(email("Team"), "max@team.example").await, Ok(()));
    let member = app.browser();
    let me = member.post("/api/auth/sign-in", &json!({ "email": "max@team.example", "password": PASSWORD })).await.json();
    assert_eq!(me["role"], "member");
    assert_eq!(me["organization_id"], admin.me().await.unwrap()["organization_id"]);
    assert_eq!(add(email("Team"), "max@team.example").await, Err("email_taken"));
    assert_eq!(add("max@team.example".to_owned(), "eve@team.example").await, Err("not_allowed"));
    assert_eq!(add("nobody@team.example".to_owned(), "eve@team.example").await, Err("not_found"));
}

#[tokio::test]
async fn reading_who_one_is_needs_a_session() {
    let app = TestApp::new().await;
    let reply = app.send(Request::get("/api/auth/me").body(Body::empty()).unwrap()).await;
    assert_eq!(reply.failure(), (401, "signed_out".to_owned()));
}
