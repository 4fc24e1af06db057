//! The binary as a process, and a person at its HTTP interface.

use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use patchbay::server::tls;
use patchbay_sandbox::{Sandbox, SandboxConfig};
use reqwest::{Method, StatusCode, header};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::store::harness::TestDb;

/// The key that the sandbox takes and the program is given.
pub const API_KEY: &str = "canary-api-key-5a1f";
pub const WEBHOOK_SECRET: &str = "canary-webhook-secret-77d0";
pub const SESSION_SECRET: &str = "canary-session-secret-that-is-long-enough-c3";
/// The bytes 0 to 31.
pub const SEALING_KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
pub const PASSWORD: &str = "canary-password-9b2e";

/// How long something may take on a busy machine before it counts as never.
const NEVER: Duration = Duration::from_secs(60);

/// What a program is given besides.
pub struct Setup {
    pub sandbox: SandboxConfig,
    /// More variables of the environment.
    pub vars: &'static [(&'static str, &'static str)],
}

impl Default for Setup {
    fn default() -> Self {
        Self { sandbox: SandboxConfig::default(), vars: &[("RUST_LOG", "trace"), ("RUST_BACKTRACE", "1")] }
    }
}

/// A program with its database and, outside of it, its sandbox.
pub struct Program {
    pub db: TestDb,
    pub sandbox: Sandbox,
    pub base: String,
    pub folder: TempDir,
    vars: &'static [(&'static str, &'static str)],
    child: Mutex<Option<Child>>,
    log: Arc<Mutex<String>>,
    http: reqwest::Client,
}

impl Program {
    pub async fn start(db: TestDb) -> Self {
        Self::with(db, Setup::default()).await
    }

    pub async fn with(db: TestDb, setup: Setup) -> Self {
        let sandbox = patchbay_sandbox::start(SandboxConfig {
            api_key: Some(API_KEY.to_owned()),
            webhook_secret: WEBHOOK_SECRET.to_owned(),
            ..setup.sandbox
        })
        .await
        .unwrap();
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .tls_backend_preconfigured(tls::client_config().unwrap())
            .build()
            .unwrap();
        let program = Self {
            db,
            sandbox,
            base: free_address(),
            folder: tempfile::tempdir().unwrap(),
            vars: setup.vars,
            child: Mutex::new(None),
            log: Arc::default(),
            http,
        };
        program.launch().await;
        program
    }

    /// The program with everything that it is configured with, serving at this address.
    fn command(&self, base: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_patchbay"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("DATABASE_URL", &self.db.url)
            .env("LEPTOS_SITE_ADDR", base.trim_start_matches("http://"))
            .env("PUBLIC_URL", base)
            .env("MERGE_API_KEY", API_KEY)
            .env("MERGE_API_BASE_URL", self.sandbox.api_base_url())
            .env("MERGE_LINK_SCRIPT_URL", self.sandbox.link_script_url())
            .env("MERGE_WEBHOOK_SECRET", WEBHOOK_SECRET)
            .env("SESSION_SECRET", SESSION_SECRET)
            .env("TOKEN_ENCRYPTION_KEYS", format!("k1:{SEALING_KEY}"))
            .envs(self.vars.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// What the program prints for these words, its last line about why it failed included, and whether it was content.
    pub async fn says(&self, words: &[&str]) -> (bool, String) {
        let mut command = self.command(&self.base);
        command.args(words);
        let ended = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
        let errors = String::from_utf8_lossy(&ended.stderr).into_owned();
        let failure = errors.lines().filter(|line| line.starts_with("patchbay: "));
        let text = failure.fold(String::from_utf8_lossy(&ended.stdout).into_owned(), |text, line| text + line + "\n");
        (ended.status.success(), text)
    }

    /// Starts the process and waits until it is ready.
    pub async fn launch(&self) {
        let child = self.begin(&self.base).await;
        *self.child.lock().unwrap() = Some(child);
    }

    async fn begin(&self, base: &str) -> Child {
        let mut child = self.command(base).spawn().unwrap();
        for mut stream in [Box::new(child.stdout.take().unwrap()) as Box<dyn std::io::Read + Send>, Box::new(child.stderr.take().unwrap())]
        {
            let log = Arc::clone(&self.log);
            std::thread::spawn(move || {
                let mut some = [0; 8192];
                while let Ok(n @ 1..) = stream.read(&mut some) {
                    log.lock().unwrap().push_str(&String::from_utf8_lossy(&some[..n]));
                }
            });
        }
        let child = Mutex::new(child);
        until("the program is ready", || async {
            let ended = child.lock().unwrap().try_wait().unwrap();
            assert!(ended.is_none(), "the program ended: {ended:?}\n{}", self.log());
            self.http.get(format!("{base}/readyz")).send().await.is_ok_and(|answer| answer.status() == StatusCode::OK).then_some(())
        })
        .await;
        child.into_inner().unwrap()
    }

    /// Another process of it over the same database, at an address of its own.
    pub async fn another(&self) -> Another {
        let base = free_address();
        Another { child: self.begin(&base).await, base }
    }

    /// Kills it as nothing can be caught.
    pub fn kill(&self) {
        let mut child = self.child.lock().unwrap().take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    pub fn log(&self) -> String {
        self.log.lock().unwrap().clone()
    }

    /// A person who has just made an organisation.
    pub async fn admin(&self, organization: &str) -> Person<'_> {
        let email = format!("admin@{}.example", organization.to_lowercase());
        let answer = self
            .call(
                None,
                Method::POST,
                "/api/auth/sign-up",
                Some(json!({ "organization_name": organization, "name": "Ada", "email": email, "password": PASSWORD })),
            )
            .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        Person { program: self, cookie: answer.cookie.unwrap() }
    }

    pub async fn call(&self, cookie: Option<&str>, method: Method, path: &str, body: Option<Value>) -> Answer {
        let mut request = self.http.request(method, format!("{}{path}", self.base)).header("sec-fetch-site", "same-origin");
        if let Some(cookie) = cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(body) = body {
            request = request.header(header::CONTENT_TYPE, "application/json").body(body.to_string());
        }
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        let headers = format!("{:?}", answer.headers());
        let cookie = answer.headers().get(header::SET_COOKIE).map(|cookie| cookie.to_str().unwrap().split(';').next().unwrap().to_owned());
        Answer { status, headers, cookie, text: answer.text().await.unwrap() }
    }

    /// A program's read with its key.
    pub async fn bearer(&self, key: &str, path: &str) -> Answer {
        let answer = self.http.get(format!("{}{path}", self.base)).bearer_auth(key).send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), format!("{:?}", answer.headers()));
        Answer { status, headers, cookie: None, text: answer.text().await.unwrap() }
    }

    /// The body of a `GET` that succeeds.
    pub async fn plain(&self, url: &str, headers: &[(&str, &str)]) -> String {
        // As it is: packing and unpacking much takes longer than carrying it.
        let request = self.http.get(url).header(header::ACCEPT_ENCODING, "identity");
        let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::OK, "{url}");
        answer.text().await.unwrap()
    }

    /// One call of the sandbox's control interface.
    pub async fn control(&self, method: &str, path: &str, body: Value) -> Value {
        let mut request = self.http.request(method.parse().unwrap(), format!("http://{}/_sandbox{path}", self.sandbox.addr()));
        if method != "GET" {
            request = request.json(&body);
        }
        let answer = request.send().await.unwrap();
        let (status, text) = (answer.status(), answer.text().await.unwrap());
        assert!(status.is_success(), "{method} {path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    /// How many requests of this path the sandbox has received.
    pub async fn asked(&self, path: &str) -> usize {
        let found = self.control("GET", &format!("/requests?path={}", path.replace('*', "%2A")), Value::Null).await;
        found["requests"].as_array().unwrap().len()
    }

    /// Waits until the sandbox has noticed that whoever sent the last request of this path is gone: only then does a request that is held
    /// back not begin after all.
    pub async fn given_up(&self, path: &str) {
        let path = format!("/requests?path={}", path.replace('*', "%2A"));
        until("the request is given up", || async {
            let found = self.control("GET", &path, Value::Null).await;
            found["requests"].as_array().unwrap().last().is_some_and(|request| !request["fault"].is_null()).then_some(())
        })
        .await;
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        if let Some(mut child) = self.child.lock().unwrap().take() {
            let _ = child.kill();
            let _ = child.wait();
        }
        // What it said last is often why.
        if std::thread::panicking() {
            let log = self.log();
            let lines: Vec<&str> = log.lines().collect();
            let last = lines[lines.len().saturating_sub(60)..].join("\n") + "\n";
            let _unheard = std::io::stderr().write_all(last.as_bytes());
        }
    }
}

/// A second process; it ends with this.
pub struct Another {
    pub base: String,
    child: Child,
}

impl Drop for Another {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_address() -> String {
    format!("http://127.0.0.1:{}", TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port())
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: String,
    pub cookie: Option<String>,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("{} {}", self.status, self.text))
    }
}

/// Somebody who is signed in.
pub struct Person<'a> {
    pub program: &'a Program,
    pub cookie: String,
}

impl Person<'_> {
    pub async fn get(&self, path: &str) -> Answer {
        self.program.call(Some(&self.cookie), Method::GET, path, None).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.program.call(Some(&self.cookie), Method::POST, path, Some(body)).await
    }

    /// Opens the window for an app and finishes it: link token, attempt and public token.
    pub async fn window(&self, category: &str, app: &str) -> (String, String, String) {
        let begun = self.post("/api/merge/create-link-token", json!({ "category": category, "integration": app })).await;
        assert_eq!(begun.status, 200, "{}", begun.text);
        let begun = begun.json();
        let link_token = begun["link_token"].as_str().unwrap().to_owned();
        let done = self.program.control("POST", "/link", json!({ "link_token": link_token })).await;
        (link_token, begun["attempt_id"].as_str().unwrap().to_owned(), done["public_token"].as_str().unwrap().to_owned())
    }

    /// An app all the way to connected: our id of the account.
    pub async fn connected(&self, category: &str, app: &str) -> String {
        let (_, attempt_id, public_token) = self.window(category, app).await;
        let linked = self.post("/api/merge/exchange-public-token", json!({ "public_token": public_token, "attempt_id": attempt_id })).await;
        assert_eq!(linked.status, 200, "{}", linked.text);
        linked.json()["linked_account_id"].as_str().unwrap().to_owned()
    }

    pub async fn accounts(&self) -> Vec<Value> {
        self.get("/api/merge/linked-accounts").await.json()["linked_accounts"].as_array().unwrap().clone()
    }
}

/// Waits for something that comes by itself.
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, look: impl FnMut() -> F) -> T {
    patiently(1, what, look).await
}

/// The same for what is `times` as much work as most.
pub async fn patiently<T, F: Future<Output = Option<T>>>(times: u32, what: &str, mut look: impl FnMut() -> F) -> T {
    let start = Instant::now();
    loop {
        if let Some(found) = look().await {
            return found;
        }
        assert!(start.elapsed() < NEVER * times, "never: {what}");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}
