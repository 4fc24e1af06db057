//! What the worker makes of the other events (W4 to W6).

use patchbay::{
    domain::{category::Category, status::AccountStatus},
    server::store::ports::inbox::{HookState, Replayed},
};
use serde_json::{Value, json};

use super::{Desk, about, closed_browser, of};
use crate::store::harness::TestDb;

both!(
    triggers_become_one_refresh_of_their_account,
    a_trigger_is_redundant_only_when_its_sync_was_fetched,
    an_issue_asks_for_the_health,
    a_deletion_counts_only_when_the_account_is_absent,
    events_of_nobody_and_of_no_kind_are_done,
    events_in_any_order_end_the_same,
    what_is_not_an_event_is_given_up_and_replayed,
    no_payload_is_written,
);

async fn triggers_become_one_refresh_of_their_account(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let one = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    let two = desk.bench.connected(&admin, Category::Crm, "salesforce").await;
    desk.bench.db.execute("DELETE FROM jobs").await.unwrap();
    for n in 0..120 {
        desk.comes(&of(&one, ["Employee.changed", "Employee.added", "Team.removed"][n % 3], json!({ "id": n.to_string() }))).await;
    }
    desk.comes(&of(&one, "LinkedAccount.sync_completed", json!({ "sync_status": {} }))).await;
    desk.comes(&of(&two, "CRMAccount.synced", json!({}))).await;
    desk.comes(&of(&two, "Unheard.synced", json!({}))).await;
    assert_eq!(desk.works().await, 123);
    assert_eq!(desk.jobs("refresh").await, 2);
    assert_eq!(desk.bench.db.number(&format!("SELECT count(*) FROM jobs WHERE subject = '{}'", one.id)).await, 1);
    let told = desk.bench.db.store.activity(&admin.org(), Some(one.id), 100).await.unwrap();
    let mut kinds: Vec<&str> = told.iter().map(|line| line.kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["connected", "event_data_changed", "event_synced"], "one line, whatever comes");
    assert!(told.iter().all(|line| line.kind == "connected" || line.actor_name.is_none()));
}

async fn a_trigger_is_redundant_only_when_its_sync_was_fetched(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    desk.bench.db.execute("DELETE FROM jobs").await.unwrap();
    desk.bench
        .db
        .execute(&format!(
            "INSERT INTO model_syncs (account_id, model, window_end, updated_at) VALUES ('{}', 'Employee', '2026-01-01T00:00:00.5Z', 0)",
            account.id
        ))
        .await
        .unwrap();
    let completed = |finished: &str| {
        of(&account, "LinkedAccount.sync_completed", json!({ "sync_status": { "hris.Employee": { "last_sync_finished": finished } } }))
    };
    desk.comes(&completed("2026-01-01T00:00:00.500000Z")).await;
    desk.works().await;
    assert_eq!(desk.jobs("refresh").await, 0);
    desk.comes(&completed("2026-01-01T00:00:00.500001Z")).await;
    desk.works().await;
    assert_eq!(desk.jobs("refresh").await, 1);
}

async fn an_issue_asks_for_the_health(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    for event in ["Issue.new", "Issue.reopened", "Issue.muted", "Issue.resolved"] {
        desk.comes(&of(&account, event, json!({ "id": event, "error_description": "canary-issue" }))).await;
    }
    desk.works().await;
    assert_eq!(desk.jobs("health").await, 1);
    let after = desk.bench.account(&admin, account.id).await.unwrap();
    assert_eq!((after.status, after.error_category), (AccountStatus::Active, None), "an event alone changes nothing");
    let told = desk.bench.db.store.activity(&admin.org(), None, 100).await.unwrap();
    let told: Vec<&str> = told.iter().map(|line| line.kind.as_str()).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.contains(&"event_issue") && told.contains(&"event_issue_resolved"));
}

async fn a_deletion_counts_only_when_the_account_is_absent(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    let event = of(&account, "LinkedAccount.deleted", Value::Null);
    desk.comes(&event).await;
    desk.works().await;
    assert_eq!(desk.bench.account(&admin, account.id).await.unwrap().status, AccountStatus::Active, "it is there");
    assert_eq!(desk.bench.db.store.activity(&admin.org(), None, 100).await.unwrap().len(), 1);

    let id = account.linked_account_id.clone().unwrap();
    desk.bench.control("DELETE", &format!("/accounts/{id}"), json!({})).await;
    // Matched by the upstream's id alone.
    let mut other = event.clone();
    other["linked_account"]["id"] = json!("another");
    desk.comes(&other).await;
    desk.works().await;
    assert_eq!(desk.bench.account(&admin, account.id).await.unwrap().status, AccountStatus::Active, "another account is meant");

    // A refused key is no proof; the event waits.
    desk.bench.fault("bad_key", "*/linked-accounts", None).await;
    desk.comes(&event).await;
    desk.works().await;
    assert_eq!(desk.bench.account(&admin, account.id).await.unwrap().status, AccountStatus::Active);
    assert_eq!(desk.inbox().await.iter().filter(|(_, state)| *state == HookState::Retry).count(), 1);
    desk.bench.clear_faults().await;
    desk.works().await;
    let after = desk.bench.account(&admin, account.id).await.unwrap();
    assert_eq!((after.status, after.error_category.as_deref()), (AccountStatus::Error, Some("removed")));
    assert!(after.account_token.is_some());
    let told = desk.bench.db.store.activity(&admin.org(), None, 100).await.unwrap();
    assert!(told.iter().any(|line| line.kind == "event_deleted"));
}

async fn events_of_nobody_and_of_no_kind_are_done(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    desk.bench.db.execute("DELETE FROM jobs").await.unwrap();
    let nobody = json!({ "id": "x", "category": "hris", "origin_id": "somebody-elses" });
    for event in ["Employee.changed", "LinkedAccount.deleted", "Issue.new", "LinkedAccount.sync_completed"] {
        desk.comes(&about(&nobody, event, Value::Null)).await;
    }
    desk.comes(&of(&account, "AsyncPassthrough.resolved", Value::Null)).await;
    desk.comes(&json!({ "hook": { "event": "Employee.changed" } })).await;
    // An account of another environment is none of ours.
    desk.bench.db.execute("UPDATE linked_accounts SET upstream = 'https://elsewhere.example/api'").await.unwrap();
    desk.comes(&of(&account, "Employee.changed", Value::Null)).await;
    assert_eq!(desk.works().await, 7);
    assert!(desk.inbox().await.iter().all(|(_, state)| *state == HookState::Done));
    assert_eq!(desk.bench.db.number("SELECT count(*) FROM jobs").await, 0);
    assert_eq!(desk.bench.db.number("SELECT count(*) FROM webhook_inbox WHERE body IS NOT NULL").await, 0);
}

async fn events_in_any_order_end_the_same(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let upstream = closed_browser(&desk.bench, &admin, "bamboohr").await;
    // The end of the sync is told before the link, the link twice, and the deletion of an account that lives.
    desk.comes(&about(&upstream, "LinkedAccount.sync_completed", Value::Null)).await;
    desk.comes(&about(&upstream, "LinkedAccount.deleted", Value::Null)).await;
    desk.works().await;
    let linked = about(&upstream, "LinkedAccount.linked", json!({ "account_token": upstream["account_token"] }));
    desk.comes(&linked).await;
    desk.works().await;
    desk.comes(&about(&upstream, "LinkedAccount.deleted", Value::Null)).await;
    desk.comes(&linked).await;
    desk.comes(&about(&upstream, "LinkedAccount.sync_completed", Value::Null)).await;
    desk.works().await;
    let rows = desk.bench.linking.accounts(&admin.org()).await.unwrap();
    assert_eq!((rows.len(), rows[0].status, rows[0].credential_rev), (1, AccountStatus::Active, 0));
    assert_eq!(desk.jobs("refresh").await, 1);
    assert!(desk.inbox().await.iter().all(|(_, state)| *state == HookState::Done));
}

async fn what_is_not_an_event_is_given_up_and_replayed(db: TestDb) {
    let desk = Desk::new(db).await;
    assert!(desk.webhooks.store(b"not an event").await);
    assert_eq!(desk.works().await, 1);
    let dead = desk.bench.db.store.hooks(Some(HookState::Dead), 10).await.unwrap();
    assert_eq!((dead.len(), dead[0].error.as_deref()), (1, Some("the body is not an event")));
    assert_eq!(desk.bench.db.store.replay_hook(dead[0].id).await.unwrap(), Replayed::Waiting);
    assert_eq!(desk.works().await, 1);
    assert_eq!(desk.bench.db.store.hooks(Some(HookState::Dead), 10).await.unwrap().len(), 1);
}

async fn no_payload_is_written(db: TestDb) {
    let desk = Desk::new(db).await;
    let admin = desk.bench.admin("Acme").await;
    let account = desk.bench.connected(&admin, Category::Hris, "bamboohr").await;
    let event = of(&account, "Employee.changed", json!({ "id": "r1", "first_name": "canary-name", "modified_at": "2026-01-01T00:00:00Z" }));
    desk.comes(&event).await;
    desk.works().await;
    assert_eq!(desk.bench.db.number("SELECT count(*) FROM records").await, 0);
    for table in ["webhook_inbox", "activity", "jobs", "linked_accounts", "model_syncs"] {
        let sql = if desk.bench.db.url.starts_with("sqlite") {
            // Every column, as SQLite has no text of a row.
            let columns = desk.bench.db.texts(&format!("SELECT name FROM pragma_table_info('{table}')")).await;
            let all: Vec<String> = columns.iter().map(|column| format!("coalesce({column}, '')")).collect();
            format!("SELECT {} FROM {table}", all.join(" || ' ' || "))
        } else {
            format!("SELECT t::text FROM {table} t")
        };
        let rows = desk.bench.db.texts(&sql).await.join("\n");
        assert!(!rows.contains("canary"), "{table}: {rows}");
    }
}
