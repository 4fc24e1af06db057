//! The upstream client against the sandbox: two readings of one wire, over real HTTP.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use patchbay::{
    domain::{category::Category, secret::Secret, status::UpstreamStatus},
    server::{
        clock::{SystemClock, SystemRng, SystemTimer, Timer},
        merge::{AccountFilter, HttpUpstream, LinkTokenRequest, Patience, Upstream, UpstreamError, UpstreamSetup},
        tls,
    },
};
use patchbay_sandbox::{Sandbox, SandboxConfig};
use serde_json::{Value, json};

/// The machine's timer, but waits on purpose pass at once.
#[derive(Debug)]
struct Hurried;

#[async_trait]
impl Timer for Hurried {
    fn elapsed(&self) -> Duration {
        SystemTimer.elapsed()
    }

    async fn pause(&self, _: Duration) {}

    async fn limit(&self, time: Duration) {
        SystemTimer.limit(time).await;
    }
}

struct Bench {
    sandbox: Sandbox,
    control: reqwest::Client,
    upstream: HttpUpstream,
}

impl Bench {
    async fn new(key: &str) -> Self {
        let config = SandboxConfig { api_key: Some(key.to_owned()), ..SandboxConfig::default() };
        let sandbox = patchbay_sandbox::start(config).await.unwrap();
        let control = reqwest::Client::builder().no_proxy().tls_backend_preconfigured(tls::client_config().unwrap()).build().unwrap();
        let upstream = client(&sandbox, key);
        Self { sandbox, control, upstream }
    }

    async fn control(&self, method: reqwest::Method, path: &str, body: &Value) -> Value {
        let url = format!("http://{}/_sandbox{path}", self.sandbox.addr());
        let response = self.control.request(method, url).json(body).send().await.unwrap();
        let (status, text) = (response.status(), response.text().await.unwrap());
        assert!(status.is_success(), "{status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    /// Connects an app as a person does in the window; the public token and the account's id.
    async fn connect(&self, origin_id: &str) -> (Secret, String) {
        let link_token = self.upstream.link_token(&request(origin_id)).await.unwrap();
        let linked = self.control(reqwest::Method::POST, "/link", &json!({ "link_token": link_token.expose() })).await;
        let text = |pointer: &str| linked.pointer(pointer).and_then(Value::as_str).unwrap_or_else(|| panic!("{linked}")).to_owned();
        (Secret::new(text("/public_token")), text("/account/id"))
    }

    async fn fault(&self, mut fault: Value, path: &str) {
        fault["match"] = json!({ "path": path });
        fault["times"] = json!(1);
        self.control(reqwest::Method::POST, "/faults", &fault).await;
    }
}

fn client(sandbox: &Sandbox, key: &str) -> HttpUpstream {
    HttpUpstream::new(UpstreamSetup {
        base_url: sandbox.api_base_url(),
        key: Secret::new(key),
        clock: Arc::new(SystemClock),
        rng: Arc::new(SystemRng),
        timer: Arc::new(Hurried),
    })
    .unwrap()
}

fn request(origin_id: &str) -> LinkTokenRequest {
    LinkTokenRequest {
        category: Category::Hris,
        end_user_origin_id: origin_id.to_owned(),
        end_user_organization_name: "Acme".to_owned(),
        end_user_email_address: "dana@example.com".to_owned(),
        integration: Some("bamboohr".to_owned()),
        link_expiry_mins: 30,
        language: None,
    }
}

/// From a link token to a deleted account, with a key for test accounts and with another.
#[tokio::test]
async fn an_account_lives_and_dies() {
    for key in ["production_key", "test_key"] {
        let bench = Bench::new(key).await;
        let up = &bench.upstream;
        let (public_token, id) = bench.connect("org_hris_1").await;
        let exchanged = up.exchange(Some(Category::Hris), &public_token, Patience::Interactive).await.unwrap();
        assert_eq!(exchanged.linked_account_id.as_deref(), Some(id.as_str()));
        assert!(exchanged.categories.contains(&Category::Hris));
        let token = exchanged.account_token;

        let details = up.account_details(Category::Hris, &token, Some(&id), Patience::Interactive).await.unwrap();
        assert_eq!((details.id.as_str(), details.end_user_origin_id.as_str()), (id.as_str(), "org_hris_1"));
        assert_eq!((details.integration.as_str(), details.integration_slug.as_str()), ("BambooHR", "bamboohr"));
        assert_eq!((details.category, details.status), (Some(Category::Hris), UpstreamStatus::Complete));

        for filter in [AccountFilter::Id(id.clone()), AccountFilter::OriginId("org_hris_1".to_owned())] {
            let found = up.linked_accounts(Category::Hris, &filter, Patience::Interactive).await.unwrap();
            assert_eq!(found.len(), 1, "{filter:?}");
            assert_eq!(found[0].integration_slug.as_deref(), Some("bamboohr"));
        }

        assert_eq!(up.ongoing_issues(Category::Hris, &id, Patience::Job).await.unwrap(), []);
        bench
            .control(reqwest::Method::POST, &format!("/accounts/{id}/issues"), &json!({ "error_description": "Missing Permissions" }))
            .await;
        let issues = up.ongoing_issues(Category::Hris, &id, Patience::Job).await.unwrap();
        assert_eq!((issues.len(), issues[0].ongoing), (1, true));

        up.delete_account(Category::Hris, &token, Some(&id), Patience::Interactive).await.unwrap();
        let again = up.delete_account(Category::Hris, &token, Some(&id), Patience::Interactive).await;
        assert_eq!(again, Err(UpstreamError::Absent), "a second time, the probe finds nothing");
        bench.sandbox.shutdown().await;
    }
}

#[tokio::test]
async fn the_whole_catalogue_comes_over_several_pages() {
    let bench = Bench::new("production_key").await;
    let apps = bench.upstream.integrations(Patience::Interactive).await.unwrap();
    assert!(apps.len() > 200, "{}", apps.len());
    assert!(apps.iter().any(|app| app.slug == "bamboohr" && app.categories.contains(&Category::Hris)));
    bench.sandbox.shutdown().await;
}

#[tokio::test]
async fn a_refusal_names_its_culprit() {
    let bench = Bench::new("production_key").await;
    let (public_token, id) = bench.connect("org_hris_1").await;
    let token = bench.upstream.exchange(None, &public_token, Patience::Interactive).await.unwrap().account_token;
    bench.fault(json!({ "kind": "bad_account_token" }), "*/account-details").await;
    let details = |up: HttpUpstream| async {
        let (id, token) = (id.clone(), token.clone());
        async move { up.account_details(Category::Hris, &token, Some(&id), Patience::Interactive).await }.await
    };
    assert_eq!(details(client(&bench.sandbox, "production_key")).await.unwrap_err(), UpstreamError::Token);
    assert_eq!(details(client(&bench.sandbox, "another_key")).await.unwrap_err(), UpstreamError::Key);
    assert_eq!(
        client(&bench.sandbox, "another_key").link_token(&request("x")).await.unwrap_err(),
        UpstreamError::Key,
        "without an account it can only be the key"
    );
    let spent = bench.upstream.exchange(Some(Category::Hris), &Secret::new("no-such-token"), Patience::Interactive).await;
    assert_eq!(spent.unwrap_err(), UpstreamError::NotFound);
    let long = LinkTokenRequest { end_user_origin_id: "x".repeat(101), ..request("") };
    assert!(matches!(bench.upstream.link_token(&long).await, Err(UpstreamError::Refused { status: 400, .. })));
    bench.sandbox.shutdown().await;
}

#[tokio::test]
async fn a_passing_fault_is_outlived_and_a_bad_answer_is_named() {
    let bench = Bench::new("production_key").await;
    let up = &bench.upstream;
    for kind in [
        json!({ "kind": "throttled", "retry_after": 1 }),
        json!({ "kind": "throttled" }),
        json!({ "kind": "server_error" }),
        json!({ "kind": "bad_gateway" }),
        json!({ "kind": "unavailable" }),
        json!({ "kind": "cut" }),
        json!({ "kind": "cut_body" }),
    ] {
        bench.fault(kind.clone(), "*/link-token").await;
        up.link_token(&request("org_hris_1")).await.unwrap_or_else(|error| panic!("{kind}: {error}"));
    }
    for kind in ["truncated_json", "wrong_content_type"] {
        bench.fault(json!({ "kind": kind }), "*/link-token").await;
        assert!(matches!(up.link_token(&request("org_hris_1")).await, Err(UpstreamError::Broken { .. })), "{kind}");
    }
    bench.fault(json!({ "kind": "forbidden" }), "*/link-token").await;
    assert!(matches!(up.link_token(&request("org_hris_1")).await, Err(UpstreamError::Forbidden { .. })));
    bench.sandbox.shutdown().await;
}

/// The exchange took effect and its answer was lost: asked again, the token is spent, and that is not "no such token".
#[tokio::test]
async fn a_lost_exchange_is_told_from_a_wrong_token() {
    let bench = Bench::new("production_key").await;
    let (public_token, _) = bench.connect("org_hris_1").await;
    bench.fault(json!({ "kind": "cut", "after": true }), "*/account-token/*").await;
    let error = bench.upstream.exchange(Some(Category::Hris), &public_token, Patience::Interactive).await.unwrap_err();
    assert!(matches!(error, UpstreamError::Unreachable { .. }), "{error}");
    let again = bench.upstream.exchange(Some(Category::Hris), &public_token, Patience::Job).await.unwrap_err();
    assert_eq!(again, UpstreamError::NotFound, "asked anew, the token is spent and nothing else is known");
    bench.sandbox.shutdown().await;
}
