//! What the endpoint answers, and what it keeps (W1 to W4, W6).

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use patchbay::{
    domain::secret::Secret,
    server::{
        store::ports::inbox::HookState,
        webhooks::{SIGNATURE, sign},
    },
};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::support::{Reply, TestApp, request, store};

const PATH: &str = "/api/merge/webhook";

/// An event as the upstream sends it: without a cookie, an origin or a word about where it comes from.
fn event(path: &str, body: &str, signature: Option<&str>) -> Request<Body> {
    let mut request = Request::post(path).header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_owned())).unwrap();
    if let Some(signature) = signature {
        request.headers_mut().insert(SIGNATURE, signature.parse().unwrap());
    }
    request
}

fn signed(path: &str, body: &str) -> Request<Body> {
    event(path, body, Some(&sign(&Secret::new("whsec"), body.as_bytes())))
}

fn changed(n: u32) -> String {
    json!({ "hook": { "event": "Employee.changed" }, "linked_account": { "id": "4ac1" }, "data": { "n": n } }).to_string()
}

async fn kept(app: &TestApp) -> usize {
    store(app).hooks(None, 100).await.unwrap().len()
}

fn accepted(reply: &Reply) {
    assert_eq!((reply.status.as_u16(), reply.json()), (200, json!({ "success": true })));
    assert_eq!(reply.header("cache-control"), "no-store");
}

#[tokio::test]
async fn a_signed_event_is_stored_sealed_and_answered() {
    let app = TestApp::new().await;
    let body =
        json!({ "hook": { "event": "Employee.changed" }, "linked_account": { "id": "4ac1" }, "data": { "ssn": "canary-ssn" } }).to_string();
    accepted(&app.send(signed(PATH, &body)).await);
    let lines = store(&app).hooks(None, 10).await.unwrap();
    assert_eq!((lines.len(), lines[0].state), (1, HookState::Received));
    assert_eq!((lines[0].event.as_deref(), lines[0].linked_account_id.as_deref()), (Some("Employee.changed"), Some("4ac1")));
    let hook = store(&app).claim_hooks(1, 1000).await.unwrap().remove(0);
    let sealed = hook.body.unwrap();
    assert!(sealed.0.starts_with("v1.k1.") && !sealed.0.contains("canary"));
    assert_eq!(app.state.vault.open(&format!("webhook_inbox:{}", hook.id), &sealed).unwrap().expose(), body);
}

#[tokio::test]
async fn padding_and_any_of_the_secrets_are_taken() {
    let app = TestApp::with(&[("MERGE_WEBHOOK_SECRET", "old, new")]).await;
    for (n, secret) in ["old", "new"].into_iter().enumerate() {
        let body = changed(u32::try_from(n).unwrap());
        let signature = sign(&Secret::new(secret), body.as_bytes());
        accepted(&app.send(event(PATH, &body, Some(&signature))).await);
        accepted(&app.send(event("/api/merge/webhook/hris", &body, Some(&format!("{signature}=")))).await);
    }
    assert_eq!(kept(&app).await, 2);
}

#[tokio::test]
async fn forged_and_unsigned_events_are_401_and_leave_nothing() {
    let app = TestApp::new().await;
    let body = changed(1);
    let right = sign(&Secret::new("whsec"), body.as_bytes());
    let other = sign(&Secret::new("another"), body.as_bytes());
    let ping = json!({ "response": "Success! This URL will be notified." }).to_string();
    for (what, request) in [
        ("unsigned", event(PATH, &body, None)),
        ("empty", event(PATH, &body, Some(""))),
        ("another secret", event(PATH, &body, Some(&other))),
        ("another body", event(PATH, &changed(2), Some(&right))),
        ("a space more", event(PATH, &format!("{body} "), Some(&right))),
        ("a letter less", event(PATH, &body, Some(&right[1..]))),
        ("twice", event(PATH, &body, Some(&format!("{right},{right}")))),
        ("a wrongly signed test", event(PATH, &ping, Some(&right))),
        ("an unsigned event that looks like a test", event(PATH, &json!({ "response": "x", "hook": {} }).to_string(), None)),
        ("nothing", event(PATH, "", None)),
        ("by category", event("/api/merge/webhook/crm", &body, None)),
    ] {
        assert_eq!(app.send(request).await.failure(), (401, "wrong_signature".to_owned()), "{what}");
    }
    assert_eq!(kept(&app).await, 0);
}

#[tokio::test]
async fn the_dashboards_unsigned_test_is_answered_and_not_kept() {
    let app = TestApp::new().await;
    accepted(&app.send(event(PATH, r#"{"response":"Success! This URL will be notified."}"#, None)).await);
    assert_eq!(kept(&app).await, 0);
}

#[tokio::test]
async fn unknown_accounts_events_and_bodies_are_answered_200() {
    let app = TestApp::new().await;
    for body in [
        json!({ "hook": { "event": "LinkedAccount.linked" }, "linked_account": { "id": "nobody", "end_user_origin_id": "o" }, "data": { "account_token": "t" } })
            .to_string(),
        json!({ "hook": { "event": "Universe.ended" } }).to_string(),
        json!({ "hook": { "event": "Employee.changed\u{0}" }, "linked_account": { "id": "\u{0}" } }).to_string(),
        "[]".to_owned(),
        "not JSON".to_owned(),
        String::new(),
    ] {
        accepted(&app.send(signed(PATH, &body)).await);
    }
    let latin = vec![0xff, 0xfe, 0x00];
    let signature = sign(&Secret::new("whsec"), &latin);
    let request = Request::post(PATH).header(SIGNATURE, signature).body(Body::from(latin)).unwrap();
    accepted(&app.send(request).await);
    assert_eq!(kept(&app).await, 7);
}

#[tokio::test]
async fn a_doubled_event_is_kept_once_while_it_waits() {
    let app = TestApp::new().await;
    for _ in 0..3 {
        accepted(&app.send(signed(PATH, &changed(1))).await);
    }
    assert_eq!(kept(&app).await, 1);
    app.state.webhooks.work_due().await.unwrap();
    accepted(&app.send(signed(PATH, &changed(1))).await);
    assert_eq!(kept(&app).await, 2, "its twin is done: the same may have happened again");
}

#[tokio::test]
async fn many_at_once_are_all_kept() {
    let app = TestApp::new().await;
    let replies = futures::future::join_all((0..300).map(|n| app.send(signed(PATH, &changed(n))))).await;
    replies.iter().for_each(accepted);
    assert_eq!(store(&app).hooks(None, 1000).await.unwrap().len(), 300);
}

#[tokio::test]
async fn an_oversized_event_is_413() {
    let app = TestApp::new().await;
    let body = |length: usize| {
        let frame = json!({ "hook": { "event": "A.b" }, "data": "" }).to_string();
        frame.replace("\"data\":\"\"", &format!("\"data\":\"{}\"", "x".repeat(length - frame.len())))
    };
    accepted(&app.send(signed(PATH, &body(1024 * 1024))).await);
    assert_eq!(app.send(signed(PATH, &body(1024 * 1024 + 1))).await.failure(), (413, "too_large".to_owned()));
    let mut announced = signed(PATH, "{}");
    announced.headers_mut().insert(header::CONTENT_LENGTH, "1048577".parse().unwrap());
    assert_eq!(app.send(announced).await.failure(), (413, "too_large".to_owned()));
    assert_eq!(kept(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_oversized_event_is_refused_before_a_byte_of_it_has_come() {
    let app = TestApp::new().await;
    let listening = app.listen().await;
    let mut stream = tokio::net::TcpStream::connect(listening.addr).await.unwrap();
    stream.write_all(b"POST /api/merge/webhook HTTP/1.1\r\nhost: x\r\ncontent-length: 1048577\r\n\r\n").await.unwrap();
    let mut start = [0; 12];
    stream.read_exact(&mut start).await.unwrap();
    assert_eq!(&start, b"HTTP/1.1 413");
}

#[tokio::test]
async fn an_event_that_cannot_be_stored_is_503() {
    let app = TestApp::new().await;
    store(&app).close().await;
    let reply = app.send(signed(PATH, &changed(1))).await;
    assert_eq!(reply.failure(), (503, "not_ready".to_owned()));
    assert_eq!(reply.header("retry-after"), "5");
    assert_eq!(app.send(event(PATH, &changed(1), None)).await.failure(), (401, "wrong_signature".to_owned()), "that needs no database");
}

#[tokio::test]
async fn without_a_secret_nothing_is_taken() {
    let app = TestApp::production(&[("MERGE_WEBHOOK_SECRET", "")]).await;
    for request in [signed(PATH, &changed(1)), event(PATH, &changed(1), None), event(PATH, r#"{"response":"x"}"#, None)] {
        assert_eq!(app.send(request).await.failure(), (503, "not_ready".to_owned()));
    }
}

#[tokio::test]
async fn other_methods_are_405() {
    let app = TestApp::new().await;
    for method in [Method::GET, Method::PUT, Method::DELETE] {
        assert_eq!(app.send(request(method, PATH)).await.failure(), (405, "method_not_allowed".to_owned()));
    }
}

#[tokio::test]
async fn the_sandbox_signs_as_we_read() {
    let app = TestApp::new().await;
    let sandbox = app.sandbox.as_ref().unwrap();
    let listening = app.listen().await;
    sandbox.set_webhook_target(Some(format!("http://{}{PATH}", listening.addr).parse().unwrap()));
    let http =
        reqwest::Client::builder().no_proxy().tls_backend_preconfigured(patchbay::server::tls::client_config().unwrap()).build().unwrap();
    let new = json!({
        "origin_id": "o1", "organization": "Acme", "email": "a@acme.example", "category": "hris", "integration": "bamboohr",
    });
    let made = http.post(format!("http://{}/_sandbox/accounts", sandbox.addr())).json(&new).send().await.unwrap();
    assert_eq!(made.status(), 201);
    crate::whole::program::until("the event is here", || async { (kept(&app).await > 0).then_some(()) }).await;
}
