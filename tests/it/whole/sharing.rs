//! Two writers and a reader (S5, S6): on Postgres two processes of the program, on SQLite two workers of one; each takes the other's run away in
//! the middle. A reader who pages by `(change_seq, id)` all the while ends with what is there.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use patchbay::server::vault::sha256_hex;
use patchbay_sandbox::SandboxConfig;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::program::{Program, Setup, patiently, until};
use crate::{
    store::harness::TestDb,
    sync::wire::{Held, canonical, held, told, truth_of},
};

/// Longer than this it takes on no machine.
const NEVER: Duration = Duration::from_secs(120);

both!(a_reader_misses_nothing_that_two_writers_commit, a_revoked_key_pauses_everything_and_is_told);

fn setup(employees: u32) -> Setup {
    let sandbox = SandboxConfig {
        records: BTreeMap::from([("Employee".to_owned(), employees), ("*".to_owned(), 5)]),
        initial_sync: Duration::from_secs(1),
        sync_interval: Duration::from_secs(24 * 3_600),
        ..SandboxConfig::default()
    };
    Setup { sandbox, vars: &[("RUST_LOG", "info"), ("UPSTREAM_REQUESTS_PER_MINUTE", "100000")] }
}

impl Program {
    async fn upstream_account(&self) -> String {
        self.control("GET", "/accounts", Value::Null).await["accounts"][0]["id"].as_str().unwrap().to_owned()
    }

    async fn employees_agree(&self, account: &str, upstream: &str) -> bool {
        held(&self.db, account, "Employee").await == told(&self.control("GET", &truth_of(upstream, "Employee"), Value::Null).await)
    }

    /// What was planned for later is due now; what runs has lost its lease.
    async fn everything_is_due(&self) {
        self.db.execute("UPDATE jobs SET run_at = 0 WHERE kind = 'refresh'").await.unwrap();
    }
}

impl Program {
    /// Whoever writes loses its run to the other each time that some pages were written, until all is here; how often that was.
    async fn take_turns(&self, account: &str, upstream: &str) -> u32 {
        let (changes, running) = ("SELECT change_seq FROM linked_accounts", "SELECT count(*) FROM jobs WHERE state = 'running'");
        let (mut seen, mut taken_away) = (self.db.number(changes).await, 0);
        self.everything_is_due().await;
        loop {
            let now = self.db.number(changes).await;
            if now >= seen + 150 {
                self.everything_is_due().await;
                (seen, taken_away) = (now, taken_away + 1);
            } else if self.db.number(running).await == 0 && self.employees_agree(account, upstream).await {
                return taken_away;
            }
        }
    }
}

/// Pages through the changes, now of one process and now of the other, until it is told that no more come and has read them all.
async fn follow(program: Arc<Program>, bases: Vec<String>, cookie: String, account: String, over: watch::Receiver<bool>) -> Held {
    let (mut copy, mut cursor) = (Held::new(), String::new());
    for base in bases.iter().cycle() {
        let last = *over.borrow();
        let url = format!("{base}/api/merge/records/{account}/Employee?page_size=37&include_deleted=true{cursor}");
        let page: Value = serde_json::from_str(&program.plain(&url, &[("cookie", &cookie)]).await).unwrap();
        let results = page["results"].as_array().unwrap();
        for record in results {
            let lives = record["deleted_at"].is_null();
            copy.insert(record["id"].as_str().unwrap().to_owned(), (lives, sha256_hex(canonical(&record["fields"]))));
        }
        if last && results.is_empty() {
            break;
        }
        cursor = format!("&cursor={}", page["next"].as_str().unwrap());
    }
    copy
}

async fn a_reader_misses_nothing_that_two_writers_commit(db: TestDb) {
    let postgres = db.url.starts_with("postgres");
    let program = Arc::new(Program::with(db, setup(1_500)).await);
    let admin = program.admin("Acme").await;
    let account = admin.connected("hris", "bamboohr").await;
    let upstream = program.upstream_account().await;
    let complete = "SELECT count(*) FROM linked_accounts WHERE initial_sync_completed";
    patiently(2, "everything is here", || async {
        program.everything_is_due().await;
        (program.db.number(complete).await == 1).then_some(())
    })
    .await;
    let another = if postgres { Some(program.another().await) } else { None };
    let bases: Vec<String> =
        [Some(program.base.clone()), another.as_ref().map(|another| another.base.clone())].into_iter().flatten().collect();
    let (over, told_over) = watch::channel(false);
    let reader = tokio::spawn(follow(Arc::clone(&program), bases, admin.cookie.clone(), account.clone(), told_over));

    let mut taken_away = 0;
    for _ in 0..3 {
        let changes = json!([{ "op": "change", "count": 500 }, { "op": "add", "count": 120 }, { "op": "delete", "count": 40 }]);
        program.control("POST", &format!("/accounts/{upstream}/records/Employee"), json!({ "records": changes, "webhooks": false })).await;
        program.control("POST", &format!("/accounts/{upstream}/sync"), json!({})).await;
        program.control("POST", "/clock", json!({ "seconds": 60 })).await;
        taken_away += tokio::time::timeout(NEVER, program.take_turns(&account, &upstream)).await.expect("it never ends");
    }
    over.send_replace(true);
    let copy = reader.await.unwrap();
    assert_eq!(copy, held(&program.db, &account, "Employee").await);
    assert!(taken_away >= 3, "{taken_away}");
}

/// S9, over the program's whole life: no account changes, nobody asks, the operator is told, and everything goes on by itself.
async fn a_revoked_key_pauses_everything_and_is_told(db: TestDb) {
    let program = Program::with(db, setup(50)).await;
    let admin = program.admin("Acme").await;
    let account = admin.connected("hris", "bamboohr").await;
    let upstream = program.upstream_account().await;
    program.control("PUT", "/key", json!({ "revoked": true })).await;
    program.everything_is_due().await;
    until("it is told", || async { program.log().contains("the upstream refused the API key").then_some(()) }).await;
    let accounts = admin.accounts().await;
    assert_eq!((accounts[0]["status"].as_str(), &accounts[0]["problem"]), (Some("active"), &Value::Null));
    // A person who asks is told as well, in words of their own.
    let asked = program.asked("/api/*").await;
    let check = admin.post("/api/merge/check-sync-status", json!({ "integration_id": account })).await;
    assert_eq!((check.status, check.json()["code"].as_str()), (502, Some("upstream_refused")), "{}", check.text);
    program.everything_is_due().await;
    program.control("PUT", "/key", json!({ "revoked": false })).await;
    program.control("POST", "/clock", json!({ "seconds": 60 })).await;
    program.db.execute("UPDATE upstream_pauses SET until = 0").await.unwrap();
    program.everything_is_due().await;
    until("it goes on", || async { program.employees_agree(&account, &upstream).await.then_some(()) }).await;
    assert!(program.asked("/api/*").await > asked);
    until("it is told that it goes on", || async { program.log().contains("the upstream takes the key again").then_some(()) }).await;
}
