//! SIGKILL in the middle of a large sync, again and again: nothing is lost, nothing is written twice (S4, S5, S12).

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    time::Duration,
};

use patchbay::server::sync::RECONCILE;
use patchbay_sandbox::SandboxConfig;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use serde_json::Value;

use super::program::{API_KEY, Person, Program, Setup, patiently};
use crate::store::harness::TestDb;

both!(a_large_sync_survives_sigkill_at_random_moments);

const RECORDS: u32 = 100_000;
/// What the upstream gives at once, and what we ask for.
const PAGE: usize = 100;
const KILLS: usize = 8;
/// Pages that are asked for and not stored yet, at most: those that wait, those that are being stored together, and the one on its way.
const AHEAD: usize = 8 + 6 + 1;
/// Draws the moments.
const SEED: u64 = 0x5161_4b11;

/// A large account, whose upstream does nothing more once its first sync is over.
fn setup() -> Setup {
    let sandbox = SandboxConfig {
        records: BTreeMap::from([("Employee".to_owned(), RECORDS), ("*".to_owned(), 5)]),
        initial_sync: Duration::from_secs(1),
        sync_interval: Duration::from_secs(24 * 3_600),
        ..SandboxConfig::default()
    };
    let vars = &[("RUST_LOG", "info"), ("UPSTREAM_REQUESTS_PER_MINUTE", "100000"), ("POLL_SCALE", "0.01")];
    Setup { sandbox, vars }
}

impl Program {
    /// Kills it and starts it again, as if the leases of what it did had run out meanwhile.
    async fn dies_and_lives(&self) {
        self.kill();
        self.db.execute("UPDATE jobs SET run_at = 0").await.unwrap();
        self.launch().await;
    }

    async fn reaches(&self, what: &str, sql: &str, number: i64) {
        patiently(5, what, || async { (self.db.number(sql).await >= number).then_some(()) }).await;
    }
}

async fn a_large_sync_survives_sigkill_at_random_moments(db: TestDb) {
    let program = Program::with(db, setup()).await;
    let admin = program.admin("Acme").await;
    let account = admin.connected("hris", "bamboohr").await;
    let mut rng = StdRng::seed_from_u64(SEED);
    let mut moments: Vec<i64> = (0..KILLS).map(|_| rng.random_range(1..i64::from(RECORDS))).collect();
    moments.sort_unstable();
    for moment in moments {
        program.reaches("so many records are here", "SELECT change_seq FROM linked_accounts", moment).await;
        program.dies_and_lives().await;
    }
    let done = "SELECT count(*) FROM linked_accounts WHERE initial_sync_completed";
    program.reaches("the first sync is complete", done, 1).await;

    // Each record has one number, and no number was given twice or for nothing: no page was lost, none was written twice.
    let number = async |sql: &str| program.db.number(sql).await;
    let all = number("SELECT count(*) FROM records").await;
    assert_eq!(number("SELECT count(*) FROM records WHERE model = 'Employee'").await, i64::from(RECORDS));
    assert_eq!(number("SELECT count(DISTINCT change_seq) FROM records").await, all);
    assert_eq!(number("SELECT change_seq FROM linked_accounts").await, all);
    assert_eq!(number("SELECT CAST(sum(record_count) AS BIGINT) FROM model_syncs").await, all);
    // Where a process died, the next one went on: a death costs what was fetched ahead, and never the list.
    let pages = RECORDS as usize / PAGE;
    let asked = program.asked("/api/hris/v1/employees").await;
    assert!((pages..=pages + KILLS * AHEAD).contains(&asked), "{asked} pages were asked for");
    assert!(program.upstream_has(&admin, &account).await);

    // A full reconciliation, killed in the middle as well, changes nothing.
    let newest = "SELECT max(changed_at) FROM records";
    let (before, seqs) = (number(newest).await, number("SELECT change_seq FROM linked_accounts").await);
    program.db.store.enqueue(RECONCILE, account.parse().unwrap(), 0).await.unwrap();
    program.reaches("the list is being read", "SELECT count(*) FROM reconciliations WHERE cursor_text IS NOT NULL", 1).await;
    program.dies_and_lives().await;
    let over = "SELECT count(*) FROM reconciliations WHERE model = 'Employee' AND phase = 'done'";
    program.reaches("the reconciliation is over", over, 1).await;
    assert_eq!(
        number("SELECT count(*) FROM records WHERE model = 'Employee' AND generation = 2").await,
        i64::from(RECORDS),
        "all were seen"
    );
    assert_eq!((number(newest).await, number("SELECT change_seq FROM linked_accounts").await), (before, seqs));
}

/// A number for a record, whatever the order of its members.
fn checksum(record: &Value) -> u64 {
    let mut hasher = DefaultHasher::new();
    feed(record, &mut hasher);
    hasher.finish()
}

fn feed(value: &Value, hasher: &mut DefaultHasher) {
    match value {
        Value::Object(members) => {
            let sorted: BTreeMap<&String, &Value> = members.iter().collect();
            for (name, member) in sorted {
                name.hash(hasher);
                feed(member, hasher);
            }
            "}".hash(hasher);
        }
        Value::Array(all) => {
            all.iter().for_each(|one| feed(one, hasher));
            "]".hash(hasher);
        }
        Value::String(text) => text.hash(hasher),
        plain => plain.to_string().hash(hasher),
    }
}

impl Program {
    /// Whether what a program reads here is what a plain reader finds upstream, record by record.
    async fn upstream_has(&self, admin: &Person<'_>, account: &str) -> bool {
        let token = self.control("GET", "/accounts", Value::Null).await["accounts"][0]["account_token"].as_str().unwrap().to_owned();
        let mut upstream = BTreeMap::new();
        let mut cursor = String::new();
        loop {
            let url = format!("{}/hris/v1/employees?page_size={PAGE}&include_deleted_data=true{cursor}", self.sandbox.api_base_url());
            let page = self.plain(&url, &[("authorization", &format!("Bearer {API_KEY}")), ("x-account-token", &token)]).await;
            let page: Value = serde_json::from_str(&page).unwrap();
            for record in page["results"].as_array().unwrap() {
                assert!(upstream.insert(record["id"].as_str().unwrap().to_owned(), checksum(record)).is_none());
            }
            let Some(next) = page["next"].as_str() else { break };
            cursor = format!("&cursor={}", url::form_urlencoded::byte_serialize(next.as_bytes()).collect::<String>());
        }
        let url = format!("{}/api/merge/records/{account}/Employee", self.base);
        let lines = self.plain(&url, &[("cookie", &admin.cookie), ("accept", "application/x-ndjson")]).await;
        let here: BTreeMap<String, u64> = lines
            .lines()
            .map(|line| {
                let record: Value = serde_json::from_str(line).unwrap();
                assert_eq!((&record["id"], &record["modified_at"]), (&record["fields"]["id"], &record["fields"]["modified_at"]));
                (record["id"].as_str().unwrap().to_owned(), checksum(&record["fields"]))
            })
            .collect();
        assert_eq!(upstream.len(), RECORDS as usize);
        here == upstream
    }
}
