//! A sandbox of its own for each test, and short words to talk to it.

use std::time::Duration;

use patchbay_sandbox::{Sandbox, SandboxConfig, start};
use reqwest::{Client, Method, RequestBuilder, StatusCode};
use serde_json::{Value, json};

pub const CATEGORIES: [(&str, &str); 7] = [
    ("hris", "bamboohr"),
    ("ats", "greenhouse"),
    ("accounting", "quickbooks-online"),
    ("ticketing", "jira"),
    ("crm", "salesforce"),
    ("filestorage", "google-drive"),
    ("knowledgebase", "guru"),
];

pub struct App {
    pub sandbox: Sandbox,
    pub http: Client,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: reqwest::header::HeaderMap,
    pub body: Value,
}

impl App {
    pub async fn start() -> Self {
        Self::with(SandboxConfig::default()).await
    }

    pub async fn with(config: SandboxConfig) -> Self {
        Self { sandbox: start(config).await.unwrap(), http: client() }
    }

    pub fn root(&self) -> String {
        format!("http://{}", self.sandbox.addr())
    }

    /// A request of a client that has the key.
    pub fn api(&self, method: Method, path: &str) -> RequestBuilder {
        self.http.request(method, format!("{}{path}", self.sandbox.api_base_url())).bearer_auth(self.sandbox.api_key())
    }

    pub async fn get(&self, path: &str) -> Answer {
        send(self.api(Method::GET, path)).await
    }

    pub async fn get_as(&self, account_token: &str, path: &str) -> Answer {
        send(self.api(Method::GET, path).header("X-Account-Token", account_token)).await
    }

    pub async fn post_as(&self, account_token: &str, path: &str, body: Value) -> Answer {
        let request = self.api(Method::POST, path).header("X-Account-Token", account_token);
        send(if body.is_null() { request } else { request.json(&body) }).await
    }

    pub async fn control(&self, method: Method, path: &str, body: Value) -> Answer {
        let request = self.http.request(method, format!("{}/_sandbox{path}", self.root()));
        send(if body.is_null() { request } else { request.json(&body) }).await
    }

    pub async fn window(&self, path: &str, body: Value) -> Value {
        send(self.http.post(format!("{}/link/{path}", self.root())).json(&body)).await.body
    }

    pub async fn link_token(&self, category: &str, origin_id: &str, integration: Option<&str>) -> String {
        let answer =
            send(self.api(Method::POST, &format!("/{category}/v1/link-token")).json(&asking(category, origin_id, integration))).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        text(&answer.body["link_token"])
    }

    /// A linked account: what the control API says of it, with its `public_token`.
    pub async fn linked(&self, category: &str, integration: &str, origin_id: &str) -> Value {
        let new = json!({
            "origin_id": origin_id, "organization": "Acme", "email": "jane@acme.test", "category": category, "integration": integration,
        });
        let answer = self.control(Method::POST, "/accounts", new).await;
        assert_eq!(answer.status, 201, "{}", answer.body);
        let mut account = answer.body["account"].clone();
        account["public_token"] = answer.body["public_token"].clone();
        account
    }
}

pub fn client() -> Client {
    // The HTTP client wants one even where no TLS is spoken; an error says that another test was first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().timeout(Duration::from_secs(20)).build().unwrap()
}

pub fn asking(category: &str, origin_id: &str, integration: Option<&str>) -> Value {
    let mut body = json!({
        "end_user_email_address": "jane@acme.test", "end_user_organization_name": "Acme", "end_user_origin_id": origin_id, "categories": [category],
    });
    if let Some(slug) = integration {
        body["integration"] = json!(slug);
    }
    body
}

pub async fn send(request: RequestBuilder) -> Answer {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status(), response.headers().clone());
    let bytes = response.bytes().await.unwrap();
    let body = serde_json::from_slice(&bytes).unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned()));
    Answer { status, headers, body }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("not a text: {value}")).to_owned()
}

pub fn strings(value: &Value, field: &str) -> Vec<String> {
    value.as_array().unwrap().iter().map(|v| text(&v[field])).collect()
}
