//! Secrets are planted, everything is done once, well and badly, and then they are looked for: in the log at its most talkative, in every
//! answer, and in the database with its side files and in a copy of it (§13).

use patchbay::server::{
    clock::{SystemClock, SystemRng},
    keys,
};
use serde_json::{Value, json};

use super::program::{API_KEY, Answer, PASSWORD, Person, Program, SEALING_KEY, SESSION_SECRET, WEBHOOK_SECRET, until};
use crate::store::harness::TestDb;

both!(secrets_are_found_nowhere);

/// Something that only the body of an event holds.
const PAYLOAD: &str = "canary-payload-of-an-event-41c7";

/// Where something is looked for: what it is called, and what it holds.
struct Haystack(String, Vec<u8>);

impl Haystack {
    fn holds(&self, needle: &str) -> bool {
        self.1.windows(needle.len()).any(|window| window == needle.as_bytes())
    }
}

async fn secrets_are_found_nowhere(db: TestDb) {
    let program = Program::start(db).await;
    // Every link is told to the program too, with its token.
    program.sandbox.set_webhook_target(Some(format!("{}/api/merge/webhook", program.base).parse().unwrap()));
    let admin = program.admin("Acme").await;
    let mut answers: Vec<(String, Answer)> = Vec::new();
    let mut link_tokens = Vec::new();
    let mut public_tokens = Vec::new();

    // Well: an app is connected.
    let (link_token, attempt_id, public_token) = admin.window("hris", "bamboohr").await;
    link_tokens.push(link_token);
    let linked = admin.post("/api/merge/exchange-public-token", json!({ "public_token": public_token, "attempt_id": attempt_id })).await;
    let account = linked.json()["linked_account_id"].as_str().unwrap().to_owned();
    answers.push(("exchange".into(), linked));
    public_tokens.push(public_token);

    // Badly: each call of an exchange fails in each way, and is left in the middle.
    for (n, (path, kind)) in ["*/account-token/*", "*/account-details"]
        .into_iter()
        .flat_map(|path| {
            ["bad_request", "bad_account_token", "not_found", "bad_gateway", "truncated_json", "cut", "wrong_content_type"]
                .map(|kind| (path, kind))
        })
        .enumerate()
    {
        let app = ["workday", "gusto", "hibob", "namely"][n % 4];
        let (link_token, attempt_id, public_token) = admin.window("hris", app).await;
        link_tokens.push(link_token);
        program.control("POST", "/faults", json!({ "kind": kind, "match": { "path": path }, "times": 1 })).await;
        let body = json!({ "public_token": public_token, "attempt_id": attempt_id });
        answers.push((format!("{kind} at {path}"), admin.post("/api/merge/exchange-public-token", body).await));
        public_tokens.push(public_token);
        program.control("DELETE", "/faults", json!({})).await;
        program.db.execute("DELETE FROM rate_windows").await.unwrap();
    }
    // In the wrong place: as an id, as a category, in a query, in a body that cannot be read, where nothing is.
    let token = &public_tokens[0];
    for path in ["relink-integration", "delete-integration", "rename-integration", "discard-integration", "check-health"] {
        let body = json!({ "integration_id": token, "display_name": "x" });
        answers.push((format!("{path} with a token for an id"), admin.post(&format!("/api/merge/{path}"), body).await));
    }
    answers.push(("as a category".into(), admin.post("/api/merge/create-link-token", json!({ "category": token })).await));
    answers
        .push(("as an app".into(), admin.post("/api/merge/create-link-token", json!({ "category": "hris", "integration": token })).await));
    answers.push(("as an attempt".into(), admin.post("/api/merge/release-link-attempt", json!({ "attempt_id": token })).await));
    answers.push(("in a query".into(), admin.get(&format!("/api/merge/linked-accounts?category={token}")).await));
    answers.push(("in an address".into(), admin.get(&format!("/apps/{token}")).await));
    answers.push(("as a list".into(), admin.post("/api/merge/exchange-public-token", json!([token])).await));
    answers
        .push(("as a number's neighbour".into(), admin.post("/api/merge/exchange-public-token", json!({ "public_token": [token] })).await));
    answers.push((
        "wrong password".into(),
        admin.post("/api/auth/sign-in", json!({ "email": "admin@acme.example", "password": "canary-wrong-password" })).await,
    ));

    // An event whose payload holds a person's secret, and a program's key.
    let upstream = program.control("GET", "/accounts", Value::Null).await["accounts"][0]["id"].clone();
    let event = json!({ "account_id": upstream, "event": "Employee.changed", "data": { "ssn": PAYLOAD } });
    program.control("POST", "/webhooks/send", event).await;
    until("the event is here", || async {
        (program.db.number("SELECT COUNT(*) FROM webhook_inbox WHERE event = 'Employee.changed'").await > 0).then_some(())
    })
    .await;
    let key = keys::create(&*program.db.store, &SystemClock, &SystemRng, None, "canary").await.unwrap().unwrap().1;
    let organization = admin.get("/api/auth/me").await.json()["organization_id"].as_str().unwrap().to_owned();
    let read = program.bearer(key.expose(), &format!("/api/merge/linked-accounts?organization={organization}")).await;
    assert_eq!(read.status, 200, "{}", read.text);
    answers.push(("with a key".into(), read));

    // A relink, a rename, a look at every page, a deletion that fails and one that works.
    let relink = admin.post("/api/merge/relink-integration", json!({ "integration_id": account })).await;
    link_tokens.push(relink.json()["link_token"].as_str().unwrap().to_owned());
    answers.extend(everything_there_is_to_see(&admin, &account).await);
    let account_tokens: Vec<String> = upstream_tokens(&program).await;
    assert!(!account_tokens.is_empty());
    program.control("POST", "/faults", json!({ "kind": "bad_gateway", "match": { "path": "*/delete-account" }, "times": 1 })).await;
    answers.push(("delete".into(), admin.post("/api/merge/delete-integration", json!({ "integration_id": account })).await));
    until("the failed deletion is written down", || async {
        (program.db.number("SELECT COUNT(*) FROM jobs WHERE kind = 'delete_upstream' AND reason IS NOT NULL").await > 0).then_some(())
    })
    .await;

    let session = admin.cookie.split_once('=').unwrap().1;
    let everywhere: Vec<&str> =
        [API_KEY, WEBHOOK_SECRET, SESSION_SECRET, SEALING_KEY, PASSWORD, "canary-wrong-password", session, PAYLOAD, key.expose()]
            .into_iter()
            .chain(account_tokens.iter().map(String::as_str))
            .collect();
    // A link token is handed to the page that asked, and a page sends its public token: these two are looked for where they do not belong.
    let handed: Vec<&str> = link_tokens.iter().chain(&public_tokens).map(String::as_str).collect();

    let kept = database(&program).await;
    let mut places = vec![Haystack("the log".into(), program.log().into_bytes())];
    places.extend(kept);
    for place in &places {
        for needle in everywhere.iter().chain(&handed) {
            assert!(!place.holds(needle), "{needle} in {}: {}", place.0, around(place, needle));
            // Nor its beginning: a prefix is logged nowhere either.
            let start = &needle[..needle.len().min(16)];
            assert!(!place.holds(start), "the start of {needle} in {}: {}", place.0, around(place, start));
        }
    }
    for (what, answer) in &answers {
        let place = Haystack(what.clone(), format!("{} {}", answer.headers, answer.text).into_bytes());
        for needle in everywhere.iter().copied().filter(|needle| *needle != session).chain(public_tokens.iter().map(String::as_str)) {
            assert!(!place.holds(needle), "{needle} in the answer to {what}: {}", answer.text);
        }
        assert!(!answer.text.contains("panicked") && !answer.text.contains("SELECT "), "{what}: {}", answer.text);
    }
    let log = program.log();
    assert!(log.contains("TRACE") || log.contains("trace"), "the log is at its most talkative");
}

/// Every page and every list of a person.
async fn everything_there_is_to_see(admin: &Person<'_>, account: &str) -> Vec<(String, Answer)> {
    let mut seen = Vec::new();
    for path in [
        "/apps",
        "/apps/bamboohr",
        "/connect/hris",
        "/connected",
        &format!("/connected/{account}"),
        "/nowhere",
        "/api/auth/me",
        "/api/merge/integrations",
        "/api/merge/linked-accounts",
        "/api/openapi.json",
        "/metrics",
        "/readyz",
    ] {
        seen.push((path.to_owned(), admin.get(path).await));
    }
    seen
}

async fn upstream_tokens(program: &Program) -> Vec<String> {
    let accounts = program.control("GET", "/accounts", Value::Null).await;
    accounts["accounts"].as_array().unwrap().iter().filter_map(|account| account["account_token"].as_str().map(str::to_owned)).collect()
}

/// Everything that the database holds, and a copy of it.
async fn database(program: &Program) -> Vec<Haystack> {
    let mut kept = Vec::new();
    if let Some(path) = program.db.url.strip_prefix("sqlite://") {
        let backup = program.folder.path().join("backup.db");
        program.db.execute(&format!("VACUUM INTO '{}'", backup.display())).await.unwrap();
        for file in [path.to_owned(), format!("{path}-wal"), backup.display().to_string()] {
            if let Ok(bytes) = std::fs::read(&file) {
                kept.push(Haystack(file, bytes));
            }
        }
        assert!(kept.len() >= 2);
    } else {
        for table in program.db.texts("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'").await {
            let rows = program.db.texts(&format!("SELECT t::text FROM {table} t")).await;
            kept.push(Haystack(table, rows.join("\n").into_bytes()));
        }
        assert!(kept.len() > 10);
    }
    kept
}

fn around(place: &Haystack, needle: &str) -> String {
    let at = place.1.windows(needle.len()).position(|window| window == needle.as_bytes()).unwrap_or_default();
    String::from_utf8_lossy(&place.1[at.saturating_sub(200)..(at + 40).min(place.1.len())]).into_owned()
}
