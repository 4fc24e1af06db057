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

/// An account whose initial sync is over.
pub struct Synced {
    pub id: String,
    pub token: String,
    pub category: String,
}

impl App {
    pub async fn synced(&self, category: &str, integration: &str, origin_id: &str) -> Synced {
        let account = self.linked(category, integration, origin_id).await;
        self.control(Method::POST, "/clock", json!({"seconds": 60})).await;
        Synced { id: text(&account["id"]), token: text(&account["account_token"]), category: category.to_owned() }
    }

    /// The records of one page.
    pub async fn page(&self, account: &Synced, path: &str) -> Value {
        let answer = self.get_as(&account.token, &format!("/{}/v1/{path}", account.category)).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.body
    }

    /// The records of all pages.
    pub async fn all(&self, account: &Synced, path: &str) -> Vec<Value> {
        let (mut all, mut cursor) = (Vec::new(), String::new());
        loop {
            let sign = if path.contains('?') { '&' } else { '?' };
            let page = self.page(account, &format!("{path}{sign}cursor={}", quoted(&cursor))).await;
            all.extend(page["results"].as_array().unwrap().clone());
            match page["next"].as_str() {
                Some(next) => cursor = next.to_owned(),
                None => return all,
            }
        }
    }

    /// What `sync-status` says of a model.
    pub async fn status(&self, account: &Synced, model_id: &str) -> Value {
        let page = self.page(account, "sync-status?page_size=100").await;
        page["results"].as_array().unwrap().iter().find(|s| s["model_id"] == model_id).unwrap().clone()
    }

    /// Asks the control API about a model of an account.
    pub async fn model(&self, method: Method, account: &Synced, model: &str, body: Value) -> Value {
        let answer = self.control(method, &format!("/accounts/{}/models/{model}", account.id), body).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body
    }

    /// Does something to records.
    pub async fn mutate(&self, account: &Synced, model: &str, records: Value) -> Vec<Value> {
        let answer = self.control(Method::POST, &format!("/accounts/{}/records/{model}", account.id), json!({"records": records})).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.body["records"].as_array().unwrap().clone()
    }

    /// What a client should hold in the end.
    pub async fn truth(&self, account: &Synced, model: &str) -> Vec<Value> {
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let path = format!("/accounts/{}/records/{model}?fields=true&limit=500{after}", account.id);
            let part = self.control(Method::GET, &path, Value::Null).await.body;
            all.extend(part["records"].as_array().unwrap_or_else(|| panic!("{part}")).clone());
            match part["next"].as_u64() {
                Some(next) => after = format!("&after={next}"),
                None => return all,
            }
        }
    }

    pub async fn pass(&self, seconds: u32) {
        self.control(Method::POST, "/clock", json!({"seconds": seconds})).await;
    }
}

/// A cursor or a time as a query carries it.
pub fn quoted(text: &str) -> String {
    text.replace('+', "%2B").replace('=', "%3D").replace('/', "%2F")
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
