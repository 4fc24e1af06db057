//! The whole server in one process: a real database in a folder of its own, a real sandbox on a free port, requests straight into the
//! router or through a socket.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, Response, StatusCode, header},
};
use bytes::Bytes;
use patchbay::server::{
    config::{self, AppEnv, Config, Vars},
    router::router,
    serve,
    start::{SandboxHome, Started, start},
    state::AppState,
    telemetry,
};
use patchbay_sandbox::Sandbox;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};
use tower::ServiceExt;

/// Where the server believes to be, unless a test says otherwise.
pub const PUBLIC_URL: &str = "http://127.0.0.1:3000";
pub const PASSWORD: &str = "correct horse battery";

/// A server of one test.
pub struct TestApp {
    pub state: AppState,
    /// The stand-in for the upstream; gone with the test.
    pub sandbox: Option<Sandbox>,
    /// The site's files: `pkg/` is the bundle's folder.
    pub site: TempDir,
    router: Router,
    _data: TempDir,
}

impl TestApp {
    /// In development, with the sandbox.
    pub async fn new() -> Self {
        Self::with(&[]).await
    }

    /// The same with some variables set.
    pub async fn with(vars: &[(&str, &str)]) -> Self {
        let data = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/patchbay.db", data.path().display());
        Self::over(&url, vars, data).await
    }

    /// The same as in production, over the address of something that may or may not be there.
    pub async fn production(vars: &[(&str, &str)]) -> Self {
        let mut all = vec![
            ("APP_ENV", "production"),
            ("PUBLIC_URL", "https://apps.example.com"),
            ("MERGE_API_KEY", "key"),
            ("MERGE_API_BASE_URL", "https://127.0.0.1:9/api"),
        ];
        all.extend_from_slice(vars);
        Self::with(&all).await
    }

    async fn over(url: &str, vars: &[(&str, &str)], data: TempDir) -> Self {
        let mut all = Vars::from_iter(
            [
                ("DATABASE_URL", url),
                ("SANDBOX_ADDR", "127.0.0.1:0"),
                ("PUBLIC_URL", PUBLIC_URL),
                ("SESSION_SECRET", "a secret that is long enough for a session"),
                ("TOKEN_ENCRYPTION_KEYS", "k1:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                ("MERGE_WEBHOOK_SECRET", "whsec"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        );
        all.extend(vars.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let config = Config::from_vars(&all).unwrap();
        let site = tempfile::tempdir().unwrap();
        std::fs::create_dir(site.path().join("pkg")).unwrap();
        // No bundle was built for a test, and none is needed.
        let mut leptos = config::leptos::options(&Config { env: AppEnv::Development, ..config.clone() }).unwrap();
        leptos.site_root = site.path().to_str().unwrap().into();
        telemetry::start_metrics().unwrap();
        let Started { state, sandbox } = start(config, leptos, SandboxHome::Memory).await.unwrap();
        Self { router: router(state.clone()), state, sandbox, site, _data: data }
    }

    /// One request, straight into the router.
    pub async fn send(&self, request: Request<Body>) -> Reply {
        Reply::read(self.router.clone().oneshot(request).await.unwrap()).await
    }

    /// A `GET` without a cookie.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// A call as our own pages send it, without a cookie.
    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(json_request(path, body)).await
    }

    /// A new browser without a session.
    pub fn browser(&self) -> Browser<'_> {
        Browser { app: self, cookie: Mutex::default() }
    }

    /// A browser whose person has just made an organisation of this name. The e-mail address is made of the name.
    pub async fn admin(&self, organization: &str) -> Browser<'_> {
        let browser = self.browser();
        let reply = browser
            .post(
                "/api/auth/sign-up",
                &json!({ "organization_name": organization, "name": "Ada", "email": email(organization), "password": PASSWORD }),
            )
            .await;
        assert_eq!(reply.status, StatusCode::OK, "{}", reply.text());
        browser
    }

    /// Serves on a free port until this is dropped.
    pub async fn listen(&self) -> Listening {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let (stop, stopped) = watch::channel(false);
        let server = tokio::spawn(serve::serve(self.state.clone(), listener, stopped));
        Listening { addr, stop, server }
    }
}

/// The e-mail address of the admin whom [`TestApp::admin`] signs up.
pub fn email(organization: &str) -> String {
    format!("ada@{}.example", organization.to_lowercase().replace(' ', "-"))
}

/// A server on a socket.
pub struct Listening {
    pub addr: SocketAddr,
    pub stop: watch::Sender<bool>,
    pub server: JoinHandle<std::io::Result<()>>,
}

/// A call as our own pages send it.
pub fn json_request(path: &str, body: &Value) -> Request<Body> {
    Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_string()))
        .unwrap()
}

/// A form as a page without JavaScript sends it.
pub fn form_request(path: &str, from: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    Request::post(path)
        .header("sec-fetch-site", "same-origin")
        .header(header::REFERER, format!("{PUBLIC_URL}{from}"))
        .header(header::ACCEPT, "text/html,application/xhtml+xml")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Reply {
    pub async fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        Self { status: parts.status, headers: parts.headers, body: to_bytes(body, usize::MAX).await.unwrap() }
    }

    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("not JSON: {} {}", self.status, self.text()))
    }

    /// The value of a header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }

    /// The machine word of a failure, after a look at the envelope.
    pub fn code(&self) -> String {
        let json = self.json();
        assert_eq!(json["success"], false, "{json}");
        assert!(json["error"].as_str().is_some_and(|sentence| sentence.ends_with('.')), "{json}");
        assert_eq!(self.header("content-type"), "application/json");
        json["code"].as_str().unwrap().to_owned()
    }

    /// Status and machine word of a failure.
    pub fn failure(&self) -> (u16, String) {
        (self.status.as_u16(), self.code())
    }

    /// Where a redirect leads; it must be a 303 or 308.
    pub fn location(&self) -> &str {
        assert!(matches!(self.status.as_u16(), 303 | 308), "{} {}", self.status, self.text());
        self.header("location")
    }
}

/// A browser: it keeps the session's cookie.
pub struct Browser<'a> {
    pub app: &'a TestApp,
    cookie: Mutex<Option<String>>,
}

impl Browser<'_> {
    /// The cookie, as it is sent.
    pub fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    /// Takes over somebody's cookie.
    pub fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.lock().unwrap() = cookie;
    }

    /// Sends a request with the cookie, and keeps what comes back.
    pub async fn send(&self, mut request: Request<Body>) -> Reply {
        if let Some(cookie) = self.cookie() {
            request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        }
        let reply = self.app.send(request).await;
        for set in reply.headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().unwrap();
            let pair = set.split(';').next().unwrap().to_owned();
            self.set_cookie(if set.contains("Max-Age=0") { None } else { Some(pair) });
        }
        reply
    }

    pub async fn get(&self, path: &str) -> Reply {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.send(json_request(path, body)).await
    }

    pub async fn form(&self, path: &str, from: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(form_request(path, from, fields)).await
    }

    /// Who is signed in, if anybody.
    pub async fn me(&self) -> Option<Value> {
        let reply = self.get("/api/auth/me").await;
        if reply.status == StatusCode::OK { Some(reply.json()) } else { None }
    }
}

/// Every server function: its path, and whether it only reads.
pub fn functions() -> Vec<(&'static str, bool)> {
    patchbay::server::edge::functions().into_iter().map(|function| (function.path, function.get)).collect()
}

/// A request with a method of choice.
pub fn request(method: Method, path: &str) -> Request<Body> {
    Request::builder().method(method).uri(path).header("sec-fetch-site", "same-origin").body(Body::empty()).unwrap()
}

/// The store behind a server.
pub fn store(app: &TestApp) -> Arc<dyn patchbay::server::store::ports::Store> {
    Arc::clone(&app.state.store)
}
