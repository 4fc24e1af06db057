use axum::extract::State;
use axum::routing::post;
use base64::Engine as _;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, StatusCode};
use patchbay_sandbox::SandboxConfig;
use reqwest::Method;
use serde_json::{Value, json};
use sha2::Sha256;
use tokio::sync::mpsc;

use crate::support::{App, text};

pub type Received = (HeaderMap, Vec<u8>);

/// A receiver that answers with each of the statuses in turn, the last for ever.
pub async fn receiver(statuses: &'static [u16]) -> (url::Url, mpsc::UnboundedReceiver<Received>) {
    let (tx, rx) = mpsc::unbounded_channel();
    let seen = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let app = axum::Router::new()
        .route(
            "/hook",
            post(move |State(tx): State<mpsc::UnboundedSender<Received>>, headers: HeaderMap, body: bytes::Bytes| async move {
                tx.send((headers, body.to_vec())).unwrap();
                let turn = seen.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                StatusCode::from_u16(statuses[turn.min(statuses.len() - 1)]).unwrap()
            }),
        )
        .with_state(tx);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/hook", listener.local_addr().unwrap()).parse().unwrap();
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    (url, rx)
}

#[tokio::test]
async fn linking_and_deleting_are_told_signed() {
    let (target, mut received) = receiver(&[200]).await;
    let config = SandboxConfig { webhook_target: Some(target), webhook_secret: "s3cret".to_owned(), ..SandboxConfig::default() };
    let app = App::with(config).await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let (headers, body) = received.recv().await.unwrap();
    let mut mac = Hmac::<Sha256>::new_from_slice(b"s3cret").unwrap();
    mac.update(&body);
    let signature = base64::engine::general_purpose::URL_SAFE.encode(mac.finalize().into_bytes());
    assert_eq!(headers["x-merge-webhook-signature"], signature.as_str());
    let linked: Value = serde_json::from_slice(&body).unwrap();
    assert_eq!(linked["hook"]["event"], "LinkedAccount.linked");
    assert_eq!(linked["linked_account"]["id"], account["id"]);
    assert_eq!(linked["linked_account"]["end_user_origin_id"], "o1");
    assert_eq!(linked["data"]["account_token"], account["account_token"]);

    app.post_as(&text(&account["account_token"]), "/hris/v1/delete-account", Value::Null).await;
    let deleted: Value = serde_json::from_slice(&received.recv().await.unwrap().1).unwrap();
    assert_eq!(deleted["hook"]["event"], "LinkedAccount.deleted");
    assert_eq!(deleted["linked_account"]["id"], account["id"]);
}

#[tokio::test]
async fn a_failing_receiver_is_tried_again_and_a_refusing_one_is_not() {
    let (target, mut received) = receiver(&[503, 200]).await;
    let app = App::with(SandboxConfig { webhook_target: Some(target), ..SandboxConfig::default() }).await;
    app.linked("hris", "bamboohr", "o1").await;
    let first = received.recv().await.unwrap();
    let second = received.recv().await.unwrap();
    assert_eq!(first.1, second.1, "the same bytes");

    let (refusing, mut refused) = receiver(&[404]).await;
    app.control(Method::PUT, "/webhooks", json!({"target": refusing.as_str()})).await;
    app.linked("hris", "bamboohr", "o2").await;
    refused.recv().await.unwrap();
    let delivery = loop {
        let deliveries = app.control(Method::GET, "/webhooks", Value::Null).await.body["deliveries"].clone();
        let last = deliveries.as_array().unwrap().last().unwrap().clone();
        if last["finished"] == true {
            break last;
        }
        tokio::task::yield_now().await;
    };
    assert_eq!(delivery["attempts"], json!([404]));
}
