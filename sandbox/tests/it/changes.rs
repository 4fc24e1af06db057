//! What syncs do to records as time passes, and that a client that follows the windows loses nothing.

use std::collections::BTreeMap;
use std::time::Duration;

use patchbay_sandbox::SandboxConfig;
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, Synced, quoted, text};

/// A client's copy of one model: whole windows from the end of the last one, a little back.
#[derive(Default)]
struct Copy {
    rows: BTreeMap<String, Value>,
    upto: Option<String>,
}

impl Copy {
    /// Fetches what is new when the model's sync has ended since; how many rows came.
    async fn refresh(&mut self, app: &App, account: &Synced, model_id: &str, path: &str) -> usize {
        let status = app.status(account, model_id).await;
        let Some(finished) = status["last_sync_finished"].as_str().filter(|_| status["is_initial_sync"] == false) else {
            return 0;
        };
        if self.upto.as_deref() == Some(finished) {
            return 0;
        }
        let mut query = format!("{path}?page_size=40&include_deleted_data=true&modified_before={}", quoted(finished));
        if let Some(upto) = &self.upto {
            let after = upto.parse::<jiff::Timestamp>().unwrap() - jiff::SignedDuration::from_mins(10);
            query += &format!("&modified_after={after}");
        }
        let rows = app.all(account, &query).await;
        let came = rows.len();
        for row in rows {
            let known = self.rows.get(row["id"].as_str().unwrap());
            if known.is_none_or(|k| time(&k["modified_at"]) <= time(&row["modified_at"])) {
                self.rows.insert(text(&row["id"]), row);
            }
        }
        self.upto = Some(finished.to_owned());
        came
    }
}

fn time(value: &Value) -> jiff::Timestamp {
    text(value).parse().unwrap()
}

#[tokio::test]
async fn each_sync_changes_a_few_records_inside_itself() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    app.model(Method::PUT, &account, "Employee", json!({"changes": {"changed": 4, "added": 3, "removed": 2}})).await;
    let (before, first) = (app.all(&account, "employees?page_size=100").await, app.status(&account, "hris.Employee").await);
    app.pass(1_810).await;
    let second = app.status(&account, "hris.Employee").await;
    assert!(time(&second["last_sync_finished"]) > time(&first["last_sync_finished"]));
    assert_eq!((second["status"].as_str(), second["last_sync_result"].as_str()), (Some("DONE"), Some("DONE")));
    let changed = app
        .all(&account, &format!("employees?include_deleted_data=true&modified_after={}", quoted(&text(&first["last_sync_finished"]))))
        .await;
    assert!((8..=9).contains(&changed.len()), "a record may be changed and removed by one sync: {}", changed.len());
    for record in &changed {
        let at = time(&record["modified_at"]);
        assert!(at > time(&second["last_sync_start"]) && at < time(&second["last_sync_finished"]), "inside the sync");
    }
    assert_eq!(changed.iter().filter(|r| r["remote_was_deleted"] == true).count(), 2);
    let visible = app.all(&account, "employees?page_size=100").await;
    assert_eq!(visible.len(), before.len() + 3 - 2);
    let same = |r: &Value| before.iter().find(|b| b["id"] == r["id"]).cloned();
    for record in changed.iter().filter(|r| r["remote_was_deleted"] == false) {
        if let Some(mut old) = same(record) {
            old["modified_at"] = record["modified_at"].clone();
            assert_ne!(old, *record, "something besides the time has changed");
            assert_eq!(old["created_at"], record["created_at"]);
        }
    }
    let removed = changed.iter().find(|r| r["remote_was_deleted"] == true).unwrap();
    let single = app.page(&account, &format!("employees/{}", text(&removed["id"]))).await;
    assert_eq!(single["remote_was_deleted"], true, "a deleted record is still told about by its id");
}

#[tokio::test]
async fn what_syncs_do_depends_on_the_seed_alone() {
    let after_ten = async || {
        let app = App::start().await;
        let account = app.synced("crm", "salesforce", "o1").await;
        for _ in 0..10 {
            app.pass(1_800).await;
        }
        let mut all = app.truth(&account, "Contact").await;
        for one in &mut all {
            one["modified_at"] = Value::Null;
            one["sha256"] = Value::Null;
            for field in ["created_at", "modified_at", "addresses", "email_addresses", "phone_numbers"] {
                one["fields"][field] = Value::Null;
            }
        }
        all
    };
    let (a, b) = (after_ten().await, after_ten().await);
    assert!(a.iter().any(|r| r["deleted"] == true));
    assert_eq!(a, b);
}

#[tokio::test]
async fn a_client_that_follows_the_windows_holds_the_truth_also_with_late_rows() {
    for late in [0u64, 290] {
        let config = SandboxConfig { late: Duration::from_secs(late), sync_interval: Duration::from_secs(600), ..SandboxConfig::default() };
        let app = App::with(config).await;
        let account = app.linked("ticketing", "jira", "o1").await;
        let account = Synced { id: text(&account["id"]), token: text(&account["account_token"]), category: "ticketing".to_owned() };
        app.model(Method::PUT, &account, "Ticket", json!({"changes": {"changed": 9, "added": 4, "removed": 3}})).await;
        let mut copy = Copy::default();
        let mut fetched = 0;
        for turn in 0..60 {
            app.pass(5 + (turn * 37) % 300).await;
            if turn % 9 == 4 {
                app.mutate(&account, "Ticket", json!([{"op": "change", "count": 3}, {"op": "recreate", "count": 1}])).await;
            }
            if turn % 3 != 1 {
                fetched += copy.refresh(&app, &account, "ticketing.Ticket", "tickets").await;
            }
        }
        // Then two quiet syncs, so that everything that was late has been seen.
        app.model(Method::PUT, &account, "Ticket", json!({"changes": {}})).await;
        for _ in 0..2 {
            app.pass(600).await;
            app.pass(5).await;
            copy.refresh(&app, &account, "ticketing.Ticket", "tickets").await;
        }
        let truth = app.truth(&account, "Ticket").await;
        assert!(truth.len() > 420 && fetched > truth.len(), "{} {fetched}", truth.len());
        assert_eq!(copy.rows.len(), truth.len(), "late {late}");
        for record in truth {
            assert_eq!(copy.rows[record["id"].as_str().unwrap()], record["fields"], "late {late}");
        }
    }
}

#[tokio::test]
async fn late_rows_have_modified_at_of_the_sync_and_are_seen_later() {
    let config = SandboxConfig { late: Duration::from_secs(300), ..SandboxConfig::default() };
    let app = App::with(config).await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let some = app.all(&account, "employees?page_size=100").await.len();
    assert!((1..240).contains(&some), "a minute after the sync some are still missing: {some}");
    app.pass(300).await;
    let all = app.all(&account, "employees?page_size=100").await;
    assert_eq!(all.len(), 240);
    let finished = time(&app.status(&account, "hris.Employee").await["last_sync_finished"]);
    assert!(all.iter().all(|e| time(&e["modified_at"]) < finished));
}

#[tokio::test]
async fn a_sync_can_be_asked_for_and_waited_for() {
    let app = App::with(SandboxConfig { initial_sync: Duration::from_millis(60), ..SandboxConfig::default() }).await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let before = time(&app.status(&account, "hris.Employee").await["last_sync_finished"]);
    let answer = app.control(Method::POST, &format!("/accounts/{}/sync", account.id), json!({"wait": true})).await;
    assert_eq!(answer.status, 200);
    assert!(answer.body["sync_status"].as_array().unwrap().iter().all(|s| s["status"] == "DONE"), "{}", answer.body);
    assert!(time(&app.status(&account, "hris.Employee").await["last_sync_finished"]) > before);
    let at_once = app.control(Method::POST, &format!("/accounts/{}/sync", account.id), Value::Null).await;
    assert_eq!(at_once.body["sync_status"].as_array().unwrap().len(), answer.body["sync_status"].as_array().unwrap().len());
}

#[tokio::test]
async fn nothing_happens_to_an_account_without_credentials_and_it_goes_on_after_a_relink() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    app.control(Method::POST, &format!("/accounts/{}/expire", account.id), Value::Null).await;
    let before = app.truth(&account, "Employee").await;
    app.pass(10 * 1_800).await;
    assert_eq!(app.truth(&account, "Employee").await, before);
    assert_eq!(app.all(&account, "employees?page_size=100").await.len(), 240, "reads go on");
    let token = app.link_token("hris", "o1", None).await;
    app.control(Method::POST, "/link", json!({"link_token": token})).await;
    app.model(Method::PUT, &account, "Employee", json!({"changes": {"changed": 5}})).await;
    app.pass(30).await;
    assert_ne!(app.truth(&account, "Employee").await, before);
    let status = app.status(&account, "hris.Employee").await;
    assert_eq!((status["status"].as_str(), status["is_initial_sync"].as_bool()), (Some("DONE"), Some(false)));
}

#[tokio::test]
async fn another_tenant_has_other_records() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let ids = async || {
        app.all(&account, "employees?page_size=100").await.iter().map(|e| text(&e["id"])).collect::<std::collections::BTreeSet<_>>()
    };
    app.model(Method::PUT, &account, "Employee", json!({"changes": {}})).await;
    let before = ids().await;
    let since = text(&app.status(&account, "hris.Employee").await["last_sync_finished"]);
    let token = app.link_token("hris", "o1", None).await;
    app.control(Method::POST, "/link", json!({"link_token": token, "outcome": "other_instance"})).await;
    app.pass(30).await;
    let after = ids().await;
    assert_eq!(after.len(), 240);
    assert!(before.is_disjoint(&after));
    assert_eq!(app.all(&account, &format!("employees?page_size=100&modified_after={}", quoted(&since))).await.len(), 240);
}
