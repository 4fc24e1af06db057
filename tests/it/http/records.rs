//! `GET /api/merge/records/{account}/{model}` over HTTP: who may, what is wrong, in which format, and how a reader goes on.

use axum::{
    body::Body,
    http::{Request, header},
};
use patchbay::domain::{ids::AccountId, people::Org};
use serde_json::Value;

use crate::{
    store::{
        harness::{TestDb, begin, connected},
        records::{complete, write},
    },
    support::{Browser, Reply, TestApp},
};

/// The scope of the person in a browser.
pub async fn org(browser: &Browser<'_>) -> Org {
    let me = browser.me().await.unwrap();
    let text = |name: &str| me[name].as_str().unwrap().to_owned();
    Org {
        organization: text("organization_id").parse().unwrap(),
        user: text("user_id").parse().unwrap(),
        role: patchbay::domain::people::Role::Admin,
    }
}

/// The database of a server, to write behind its back.
pub fn db(app: &TestApp) -> TestDb {
    TestDb::of(app.state.config.database_url.expose(), std::sync::Arc::clone(&app.state.store))
}

/// A connected account with some employees, the last one deleted.
pub async fn account(app: &TestApp, browser: &Browser<'_>, records: i64) -> AccountId {
    let org = org(browser).await;
    let account = connected(&*app.state.store, &org, &begin(&org, "bamboohr")).await.id;
    complete(&db(app), account).await;
    for n in 1..=records {
        let fields = format!("{{\"name\": \"Name {n}\", \"salary\": -{n}, \"formula\": \"=1+{n}\"}}");
        write(&db(app), account, &format!("r{n:02}"), n, &format!("2026-01-{n:02}T00:00:00Z"), &fields).await;
    }
    let deleted = format!("UPDATE records SET deleted_at = 5 WHERE merge_id = 'r{records:02}'");
    db(app).execute(&deleted).await.unwrap();
    account
}

fn ids(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 200, "{}", reply.text());
    reply.json()["results"].as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect()
}

async fn accept(browser: &Browser<'_>, path: &str, accept: &str) -> Reply {
    browser.send(Request::get(path).header(header::ACCEPT, accept).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn pages_lead_to_the_end_back_and_on() {
    let app = TestApp::new().await;
    let admin = app.admin("Pages").await;
    let account = account(&app, &admin, 5).await;
    let path = format!("/api/merge/records/{account}/Employee");
    let first = admin.get(&format!("{path}?page_size=2")).await;
    assert_eq!(ids(&first), ["r01", "r02"]);
    assert_eq!(first.json()["previous"], Value::Null);
    let record = &first.json()["results"][0];
    assert_eq!(record["fields"], serde_json::json!({ "name": "Name 1", "salary": -1, "formula": "=1+1" }));
    assert_eq!((record["remote_id"].as_str(), record["modified_at"].as_str()), (Some("remote-r01"), Some("2026-01-01T00:00:00Z")));
    assert_eq!((record["changed_at"].as_str(), &record["deleted_at"]), (Some("1970-01-01T00:00:00.001Z"), &Value::Null));
    assert_eq!(record.as_object().unwrap().len(), 6);
    let at = |reply: &Reply, name: &str| format!("{path}?page_size=2&cursor={}", reply.json()[name].as_str().unwrap());
    let second = admin.get(&at(&first, "next")).await;
    assert_eq!(ids(&second), ["r03", "r04"]);
    let back = admin.get(&at(&second, "previous")).await;
    assert_eq!(ids(&back), ["r01", "r02"]);
    let before = admin.get(&at(&back, "previous")).await;
    assert_eq!(ids(&before), [""; 0]);
    assert_eq!(ids(&admin.get(&at(&before, "next")).await), ["r01", "r02"], "and on again from the beginning");
    let last = admin.get(&at(&second, "next")).await;
    assert_eq!(ids(&last), [""; 0], "the fifth is deleted");
    // The cursor of the end is kept, and goes on when something has changed.
    let end = at(&last, "next");
    assert_eq!(ids(&admin.get(&end).await), [""; 0]);
    write(&db(&app), account, "r06", 6, "2026-01-06T00:00:00Z", "{}").await;
    assert_eq!(ids(&admin.get(&end).await), ["r06"]);
    assert_eq!(ids(&admin.get(&format!("{end}&include_deleted=true")).await), ["r05", "r06"]);
    assert_eq!(ids(&admin.get(&format!("{path}?modified_after=2026-01-03T01:00:00%2B01:00")).await), ["r04", "r06"]);
    assert_eq!(ids(&admin.get(&format!("/api/merge/records/{account}/hris.Employee")).await).len(), 5, "the full name too");
    assert_eq!((last.header("cache-control"), last.header("vary").contains("accept")), ("no-store", true));
}

#[tokio::test]
async fn what_is_wrong_names_its_field() {
    let app = TestApp::new().await;
    let admin = app.admin("Wrong").await;
    let one = account(&app, &admin, 2).await;
    let path = format!("/api/merge/records/{one}/Employee");
    let cursor = admin.get(&path).await.json()["next"].as_str().unwrap().to_owned();
    for (query, field) in [
        ("page_size=0", "page_size"),
        ("page_size=1001", "page_size"),
        ("page_size=x", "page_size"),
        ("include_deleted=yes", "include_deleted"),
        ("modified_after=tomorrow", "modified_after"),
        ("format=xml", "format"),
        ("cursor=x", "cursor"),
        ("cursor=AAAA", "cursor"),
    ] {
        let reply = admin.get(&format!("{path}?{query}")).await;
        assert_eq!(reply.failure(), (400, "invalid_input".to_owned()), "{query}");
        assert_eq!(reply.json()["field"], field, "{query}");
    }
    complete_model(&app, one, "Team").await;
    let other = format!("/api/merge/records/{one}/Team?cursor={cursor}");
    assert_eq!(admin.get(&other).await.json()["field"], "cursor", "of another list");
}

async fn complete_model(app: &TestApp, account: AccountId, model: &str) {
    db(app)
        .execute(&format!(
            "INSERT INTO model_syncs (account_id, model, window_end, updated_at) VALUES ('{account}', '{model}', '2026-01-01T00:00:00Z', 0)"
        ))
        .await
        .unwrap();
}

#[tokio::test]
async fn strangers_and_nobody_find_nothing() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("Own").await, app.admin("Stranger").await);
    let own = account(&app, &admin, 2).await;
    let path = format!("/api/merge/records/{own}/Employee");
    assert_eq!(app.get(&path).await.failure(), (401, "signed_out".to_owned()));
    for accept_type in ["application/json", "text/csv", "application/x-ndjson"] {
        assert_eq!(accept(&stranger, &path, accept_type).await.failure(), (404, "not_found".to_owned()));
    }
    for missing in ["0190c0de-0000-4000-8000-000000000000/Employee", "x/Employee"] {
        assert_eq!(admin.get(&format!("/api/merge/records/{missing}")).await.failure(), (404, "not_found".to_owned()));
    }
    let unknown = admin.get(&format!("/api/merge/records/{own}/Candidate")).await;
    assert_eq!((unknown.failure(), unknown.json()["field"].as_str()), ((404, "not_found".to_owned()), Some("model")));
    assert!(app.state.store.start_delete(&org(&admin).await, own, crate::store::harness::NOW).await.unwrap());
    assert_eq!(admin.get(&path).await.failure(), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn until_the_first_window_is_complete_it_is_409() {
    let app = TestApp::new().await;
    let admin = app.admin("First").await;
    let own = account(&app, &admin, 1).await;
    let reply = admin.get(&format!("/api/merge/records/{own}/Team")).await;
    assert_eq!(reply.failure(), (409, "not_ready".to_owned()));
    assert!(reply.header("retry-after").parse::<u32>().unwrap() > 0);
    let org = org(&admin).await;
    let pending = crate::store::harness::ready(&*app.state.store, &org, &begin(&org, "workday")).await.id;
    assert_eq!(admin.get(&format!("/api/merge/records/{pending}/Employee")).await.failure(), (409, "not_ready".to_owned()));
}

#[tokio::test]
async fn everything_is_streamed_as_lines_or_as_a_table() {
    let app = TestApp::new().await;
    let admin = app.admin("Formats").await;
    let own = account(&app, &admin, 1).await;
    // More than one part of the stream.
    let rows: Vec<String> = (2..=1300)
        .map(|n| {
            format!(
                "('{own}', 'Employee', 'x{n:05}', NULL, '{{\"name\": \"Name {n}\", \"formula\": \"@SUM({n})\"}}', 'h', '2026-02-01T00:00:00Z', {n}, 0, 0, 0)"
            )
        })
        .collect();
    db(&app)
        .execute(&format!(
            "INSERT INTO records (account_id, model, merge_id, remote_id, fields, payload_hash, modified_at, change_seq, changed_at, created_at, \
             generation) VALUES {}",
            rows.join(", ")
        ))
        .await
        .unwrap();
    db(&app).execute(&format!("UPDATE linked_accounts SET change_seq = 1300 WHERE id = '{own}'")).await.unwrap();
    let path = format!("/api/merge/records/{own}/Employee");
    let lines = accept(&admin, &format!("{path}?page_size=3"), "application/x-ndjson").await;
    assert_eq!((lines.status.as_u16(), lines.header("content-type")), (200, "application/x-ndjson"));
    let parsed: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(parsed.len(), 1299, "without the deleted one, whatever the size of a page");
    assert_eq!((parsed[0]["id"].as_str(), parsed[1298]["id"].as_str()), (Some("x00002"), Some("x01300")));
    let next = lines.header("x-next-cursor").to_owned();

    let table = accept(&admin, &format!("{path}?include_deleted=true"), "text/csv").await;
    assert!(table.header("content-type").starts_with("text/csv"));
    assert!(table.header("content-disposition").contains("hris-employees.csv"));
    let mut reader = csv::Reader::from_reader(table.text().as_bytes());
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        header,
        ["id", "remote_id", "modified_at", "changed_at", "deleted_at", "formula", "name", "salary", "other_fields"],
        "the fields of the oldest and the newest"
    );
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 1300);
    assert_eq!((&rows[0][0], &rows[0][5], &rows[0][7]), ("r01", "'=1+1", "-1"));
    assert_eq!((&rows[1299][5], &rows[1299][6], &rows[1299][7]), ("'@SUM(1300)", "Name 1300", ""));

    // A link cannot say what it accepts: its address does.
    let linked = accept(&admin, &format!("{path}?format=csv&include_deleted=true"), "text/html,*/*;q=0.8").await;
    assert_eq!((linked.text(), linked.header("content-disposition")), (table.text(), table.header("content-disposition")));
    assert_eq!(accept(&admin, &format!("{path}?format=ndjson"), "text/csv").await.text(), lines.text());
    assert_eq!(accept(&admin, &format!("{path}?format=json"), "text/csv").await.header("content-type"), "application/json");

    // Where the stream ended, a page goes on.
    assert_eq!(ids(&admin.get(&format!("{path}?cursor={next}")).await), [""; 0]);
    write(&db(&app), own, "a-new-one", 1301, "2026-03-01T00:00:00Z", "{}").await;
    assert_eq!(ids(&admin.get(&format!("{path}?cursor={next}")).await), ["a-new-one"]);
    let more = accept(&admin, &format!("{path}?cursor={next}"), "application/x-ndjson").await;
    assert_eq!(more.text().lines().count(), 1);
    let none = accept(&admin, &format!("{path}?cursor={}", more.header("x-next-cursor")), "text/csv").await;
    assert_eq!(none.text().lines().count(), 1, "a header and nothing under it");
}
