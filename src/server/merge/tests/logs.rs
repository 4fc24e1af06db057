//! Canaries: no key and no token in a log line or an error (§13).

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use serde_json::json as value;
use tracing_subscriber::fmt::MakeWriter;

use super::{
    calls::request,
    scripted::{ACCOUNT_TOKEN, KEY, LINK_TOKEN, PUBLIC_TOKEN, Scripted, Step, json, page, raw},
};
use crate::{
    domain::{category::Category, secret::Secret},
    server::merge::{Patience, Upstream},
};

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// Answers of every kind that repeat what they know.
fn gossip(known: &[&str]) -> Vec<Step> {
    let everything = known.join(" ");
    let mut steps: Vec<Step> = [400, 401, 403, 404, 405, 422, 429, 500, 503, 302]
        .into_iter()
        .flat_map(|status| [json(status, &value!({ "detail": everything })), json(status, &value!([everything, { "x": everything }]))])
        .collect();
    steps.extend([raw(502, "text/html", everything.clone()), raw(400, "text/plain", everything), Step::Cut, Step::Hang]);
    steps
}

#[tokio::test]
async fn no_log_line_and_no_error_holds_a_secret() {
    let log = Log::default();
    // With one subscriber alone, what the other tests' threads log first would be taken for switched off everywhere.
    let _second =
        tracing::Dispatch::new(tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(std::io::sink).finish());
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(log.clone()).finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let mut said = String::new();
    let (public, account) = (Secret::new(PUBLIC_TOKEN), Secret::new(ACCOUNT_TOKEN));
    for step in gossip(&[KEY, PUBLIC_TOKEN, ACCOUNT_TOKEN]) {
        let scripted = Scripted::start([step]).await;
        let error = scripted.upstream.exchange(Some(Category::Hris), &public, Patience::Job).await.unwrap_err();
        said.push_str(&format!("{error} {error:?}\n"));
    }
    for step in gossip(&[KEY, ACCOUNT_TOKEN]) {
        let scripted = Scripted::start([step, page(&value!([]))]).await;
        let error = scripted.upstream.account_details(Category::Hris, &account, None, Patience::Job).await.unwrap_err();
        said.push_str(&format!("{error} {error:?}\n"));
    }
    let scripted = Scripted::start([
        json(200, &value!({"account_token": ACCOUNT_TOKEN})),
        json(200, &value!({"link_token": LINK_TOKEN})),
        json(200, &value!({"link_token": {"x": LINK_TOKEN}})),
    ])
    .await;
    said.push_str(&format!("{:?}", scripted.upstream.exchange(None, &public, Patience::Job).await.unwrap()));
    said.push_str(&format!("{:?}", scripted.upstream.link_token(&request()).await.unwrap()));
    said.push_str(&format!("{:?}", scripted.upstream.link_token(&request()).await.unwrap_err()));
    drop(guard);

    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    for path in ["/hris/v1/account-token/{public_token}", "/integrations/account-token/{public_token}", "/filestorage/v1/link-token"] {
        assert!(log.contains(path), "{path} is not in the log:\n{log}");
    }
    for canary in [KEY, ACCOUNT_TOKEN, PUBLIC_TOKEN, LINK_TOKEN] {
        assert!(!log.contains(canary), "{canary} is in the log:\n{log}");
        assert!(!said.contains(canary), "{canary} is in an error:\n{said}");
    }
}
