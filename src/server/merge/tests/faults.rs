//! Refusals, retries, and answers that are not answers.

use std::{sync::Arc, time::Duration};

use proptest::prelude::*;
use serde_json::json as value;
use tokio::net::TcpListener;

use super::{
    calls::request,
    scripted::{ACCOUNT_TOKEN, PUBLIC_TOKEN, Scripted, Step, client, json, page, raw},
};
use crate::{
    domain::{category::Category, secret::Secret},
    server::{
        clock::SystemTimer,
        merge::{AccountFilter, HttpUpstream, Patience, SetupError, Upstream, UpstreamError, UpstreamSetup, wire},
    },
};

fn good() -> Step {
    page(&value!([]))
}

fn status(code: u16) -> Step {
    json(code, &value!({"detail": "because"}))
}

/// An interactive call against these steps: what came, and the waits.
async fn interactive(steps: impl IntoIterator<Item = Step>) -> (Result<usize, UpstreamError>, Vec<u128>, usize) {
    let scripted = Scripted::start(steps).await;
    let got = scripted.upstream.integrations(Patience::Interactive).await.map(|apps| apps.len());
    (got, scripted.pauses(), scripted.count())
}

#[tokio::test]
async fn a_refusal_is_not_tried_again() {
    let detail = || "because".to_owned();
    for (code, error) in [
        (400, UpstreamError::Refused { status: 400, detail: detail() }),
        (403, UpstreamError::Forbidden { detail: detail() }),
        (404, UpstreamError::NotFound),
        (405, UpstreamError::Refused { status: 405, detail: detail() }),
        (409, UpstreamError::Refused { status: 409, detail: detail() }),
        (422, UpstreamError::Refused { status: 422, detail: detail() }),
        (302, UpstreamError::Broken { detail: "unexpected status 302".to_owned() }),
    ] {
        let (got, _, count) = interactive([status(code).with("location", "http://127.0.0.1:1/")]).await;
        assert_eq!((got, count), (Err(error), 1), "{code}");
    }
}

#[tokio::test]
async fn a_refusal_without_a_detail_is_kept_in_its_own_words() {
    let (got, ..) = interactive([json(400, &value!({"categories": ["\"x\" is not a valid choice."]}))]).await;
    assert_eq!(
        got,
        Err(UpstreamError::Refused { status: 400, detail: "{\"categories\":[\"\\\"x\\\" is not a valid choice.\"]}".to_owned() })
    );
    let (got, ..) = interactive([json(400, &value!({"detail": "ü".repeat(5000)}))]).await;
    assert!(matches!(got, Err(UpstreamError::Refused { detail, .. }) if detail.chars().count() == 301));
}

#[tokio::test]
async fn a_busy_upstream_is_waited_for() {
    let (got, pauses, _) = interactive([status(429).with("retry-after", "3"), status(429), good()]).await;
    assert_eq!((got, pauses), (Ok(0), vec![3000, 2000]));
    let date = |second: &str| format!("Sun, 06 Nov 1994 08:49:{second} GMT");
    let (got, pauses, _) = interactive([status(429).with("date", date("30")).with("retry-after", date("34")), good()]).await;
    assert_eq!((got, pauses), (Ok(0), vec![4000]));
}

#[tokio::test]
async fn a_wait_that_is_too_long_for_a_person_is_not_begun() {
    let (got, pauses, count) = interactive([status(429).with("retry-after", "11"), good()]).await;
    assert_eq!((got, pauses.len(), count), (Err(UpstreamError::Busy { retry_after: Some(11) }), 0, 1));
    let (got, pauses, _) = interactive([status(429).with("retry-after", "6"), status(429).with("retry-after", "6"), good()]).await;
    assert_eq!((got, pauses), (Err(UpstreamError::Busy { retry_after: Some(6) }), vec![6000]));
}

#[tokio::test]
async fn server_errors_are_tried_three_times_and_a_fault_once() {
    let (got, pauses, _) = interactive([raw(502, "text/html", "<h1>Bad"), status(503), status(504), good()]).await;
    assert_eq!((got, pauses), (Ok(0), vec![1000, 2000, 4000]));
    let (got, pauses, count) = interactive((0..9).map(|_| raw(502, "text/html; charset=utf-8", "<h1>Bad gateway</h1>"))).await;
    assert_eq!(got, Err(UpstreamError::Broken { detail: "502: text/html; charset=utf-8".to_owned() }));
    assert_eq!((pauses.len(), count), (3, 4));
    let (got, pauses, _) = interactive([status(500), good()]).await;
    assert_eq!((got, pauses), (Ok(0), vec![2000]));
    let (got, _, count) = interactive([status(500), status(500), good()]).await;
    assert_eq!((got, count), (Err(UpstreamError::Broken { detail: "500: because".to_owned() }), 2));
}

#[tokio::test]
async fn a_job_tries_once() {
    for step in [status(429), status(500), status(503), Step::Cut, Step::Hang] {
        let scripted = Scripted::start([step, good()]).await;
        assert!(scripted.upstream.integrations(Patience::Job).await.is_err());
        assert_eq!((scripted.count(), scripted.pauses().len()), (1, 0));
    }
}

#[tokio::test]
async fn a_cut_or_hanging_connection_is_tried_again() {
    let (got, pauses, _) = interactive([Step::Cut, good()]).await;
    assert_eq!((got, pauses), (Ok(0), vec![1000]));
    // 6 s of hanging, 1 s of waiting, and what is left.
    let (got, pauses, _) = interactive([Step::Hang, good()]).await;
    assert_eq!((got, pauses), (Ok(0), vec![1000]));
    let (got, _, count) = interactive([Step::Hang, Step::Hang, good()]).await;
    assert!(matches!(got, Err(UpstreamError::Unreachable { .. })));
    assert_eq!(count, 2, "the second took what was left of the ten seconds");
}

#[tokio::test]
async fn no_server_is_said_so_without_an_address() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("http://{}/api", listener.local_addr().unwrap());
    drop(listener);
    let scripted = Scripted::start([]).await;
    let error = client(&base_url, scripted.timer.clone()).integrations(Patience::Interactive).await.unwrap_err();
    assert_eq!(error, UpstreamError::Unreachable { detail: "no connection: connection refused".to_owned() });
    assert_eq!(scripted.pauses(), [1000, 2000, 4000]);
}

#[tokio::test]
async fn the_ten_seconds_are_for_all_pages_together() {
    let next = |cursor: &str| json(200, &value!({"next": cursor, "results": []}));
    let scripted = Scripted::start([status(503), next("a"), Step::Hang, next("b"), status(503), status(503), good()]).await;
    let error = scripted.upstream.integrations(Patience::Interactive).await.unwrap_err();
    assert!(matches!(error, UpstreamError::Broken { .. }), "{error}");
    assert_eq!(scripted.pauses(), [1000, 1000, 1000], "and no fourth wait, for it would end too late");
}

#[tokio::test]
async fn a_lost_exchange_is_not_called_unknown() {
    let token = Secret::new(PUBLIC_TOKEN);
    for first in [Step::Cut, Step::Hang, status(502)] {
        let scripted = Scripted::start([first, status(404)]).await;
        let error = scripted.upstream.exchange(Some(Category::Hris), &token, Patience::Interactive).await.unwrap_err();
        assert!(matches!(error, UpstreamError::Unreachable { .. } | UpstreamError::Broken { .. }), "{error}");
        assert_eq!(scripted.count(), 2);
    }
    // A throttled try did nothing, so the 404 is the truth.
    let scripted = Scripted::start([status(429), status(404)]).await;
    let error = scripted.upstream.exchange(None, &token, Patience::Interactive).await.unwrap_err();
    assert_eq!(error, UpstreamError::NotFound);
}

#[tokio::test]
async fn what_is_not_json_is_broken_and_never_quoted() {
    let token = Secret::new(PUBLIC_TOKEN);
    for (content_type, body) in [
        ("application/json", format!("{{\"account_token\": \"{ACCOUNT_TOKEN}\"")),
        ("application/json", format!("{{\"account_token\": {{\"{ACCOUNT_TOKEN}\": 1}}}}")),
        ("application/json", format!("{{\"account_token\": \"x\", \"integration\": \"{ACCOUNT_TOKEN}\"}}")),
        ("application/json", format!("\"{ACCOUNT_TOKEN}\"")),
        ("application/json", "{} {}".to_owned()),
        ("application/json", String::new()),
        ("application/json", "{\"account_token\": null}".to_owned()),
        ("application/json", "{\"account_token\": \"\"}".to_owned()),
        ("text/html", format!("{{\"account_token\": \"{ACCOUNT_TOKEN}\"}}")),
        ("text/html", "<html>".to_owned()),
    ] {
        let scripted = Scripted::start([raw(200, content_type, body.clone())]).await;
        let error = scripted.upstream.exchange(None, &token, Patience::Interactive).await.unwrap_err();
        assert!(matches!(error, UpstreamError::Broken { .. }), "{body}: {error}");
        assert!(!error.to_string().contains(ACCOUNT_TOKEN), "{error}");
        assert_eq!(scripted.count(), 1, "asking again would not help");
    }
}

#[tokio::test]
async fn json_under_its_other_names_is_read() {
    for content_type in ["application/json; charset=utf-8", "Application/JSON", "application/vnd.x+json"] {
        let (got, ..) = interactive([raw(200, content_type, "{\"results\":[]}")]).await;
        assert_eq!(got, Ok(0), "{content_type}");
    }
}

#[tokio::test]
async fn bodies_are_bounded() {
    let huge = || format!("{{\"results\":[],\"x\":\"{}\"}}", "x".repeat(9 << 20));
    let (got, ..) = interactive([raw(200, "application/json", huge())]).await;
    assert_eq!(got, Err(UpstreamError::Broken { detail: "the answer is too large".to_owned() }));
    let (got, ..) = interactive([raw(400, "application/json", huge())]).await;
    assert!(matches!(got, Err(UpstreamError::Refused { status: 400, .. })));
}

#[tokio::test]
async fn a_list_that_turns_in_circles_or_never_ends_is_broken() {
    let next = |cursor: String| json(200, &value!({"next": cursor, "results": []}));
    let (got, _, count) = interactive(["a", "b", "a"].map(|cursor| next(cursor.to_owned()))).await;
    assert_eq!((got, count), (Err(UpstreamError::Broken { detail: "a list repeats a cursor".to_owned() }), 3));
    let (got, ..) = interactive((0..300).map(|n| next(n.to_string()))).await;
    assert_eq!(got, Err(UpstreamError::Broken { detail: "a list does not end".to_owned() }));
}

#[tokio::test]
async fn an_account_that_cannot_be_told_from_another_is_broken_not_absent() {
    let scripted = Scripted::start([page(&value!([{"status": "COMPLETE"}]))]).await;
    let error = scripted.upstream.linked_accounts(Category::Hris, &AccountFilter::Id("a".to_owned()), Patience::Job).await.unwrap_err();
    assert!(matches!(error, UpstreamError::Broken { .. }));
}

#[tokio::test]
async fn a_dead_upstream_is_left_in_peace() {
    let scripted = Scripted::start((0..5).map(|_| status(503))).await;
    for _ in 0..5 {
        assert!(matches!(scripted.upstream.integrations(Patience::Job).await, Err(UpstreamError::Broken { .. })));
    }
    let UpstreamError::Unreachable { detail } = scripted.upstream.link_token(&request()).await.unwrap_err() else { panic!() };
    assert_eq!(detail, "it failed several times in a row, the next try is in 10 s");
    assert_eq!(scripted.count(), 5, "nothing was sent");
    scripted.timer.advance(Duration::from_secs(10));
    scripted.then([good(), good()]);
    assert!(scripted.upstream.integrations(Patience::Job).await.is_ok());
    assert!(scripted.upstream.integrations(Patience::Job).await.is_ok());
}

#[tokio::test]
async fn refusals_do_not_open_the_breaker() {
    let scripted = Scripted::start((0..20).map(|_| status(429)).chain([good()])).await;
    for _ in 0..20 {
        assert!(scripted.upstream.integrations(Patience::Job).await.is_err());
    }
    assert!(scripted.upstream.integrations(Patience::Job).await.is_ok());
}

#[test]
fn a_setup_that_cannot_work_is_refused() {
    let make = |base_url: &str, key: &str| {
        HttpUpstream::new(UpstreamSetup {
            base_url: base_url.to_owned(),
            key: Secret::new(key),
            clock: Arc::new(crate::server::clock::SystemClock),
            rng: Arc::new(crate::server::clock::SystemRng),
            timer: Arc::new(SystemTimer),
        })
    };
    for bad in ["", "api.merge.dev", "ftp://x/api", "https://u:p@x/api", "https://x/api?y", "https://x/api#z"] {
        assert_eq!(make(bad, "k").err(), Some(SetupError::BaseUrl), "{bad}");
    }
    assert_eq!(make("https://x/api", "a\nb").err(), Some(SetupError::Key));
    assert_eq!(make("https://api.merge.dev/api/", "k").unwrap().base_url(), "https://api.merge.dev/api");
}

proptest! {
    #[test]
    fn no_body_makes_the_reader_panic(body in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = wire::read::<wire::AccountToken>(&body);
        let _ = wire::read::<wire::Page<wire::Account>>(&body);
        let _ = wire::words(&body);
    }
}
