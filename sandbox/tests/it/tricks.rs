//! Webhooks about records and syncs, what tests have done to webhooks, and the faults that only lists have.

use std::collections::BTreeMap;
use std::time::Duration;

use patchbay_sandbox::SandboxConfig;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::support::{App, quoted, text};
use crate::webhooks::{Received, receiver};

/// What arrived within a moment, by event.
async fn arrived(received: &mut mpsc::UnboundedReceiver<Received>) -> BTreeMap<String, Vec<Value>> {
    let mut events: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    while let Ok(Some((_, body))) = tokio::time::timeout(Duration::from_millis(700), received.recv()).await {
        let body: Value = serde_json::from_slice(&body).unwrap();
        events.entry(text(&body["hook"]["event"])).or_default().push(body);
    }
    events
}

async fn hooked() -> (App, mpsc::UnboundedReceiver<Received>) {
    let (target, received) = receiver(&[200]).await;
    (App::with(SandboxConfig { webhook_target: Some(target), ..SandboxConfig::default() }).await, received)
}

#[tokio::test]
async fn the_end_of_a_sync_is_told() {
    let (app, mut received) = hooked().await;
    let account = app.synced("ticketing", "jira", "o1").await;
    let events = arrived(&mut received).await;
    let completed = &events["LinkedAccount.sync_completed"][0];
    assert_eq!((&completed["data"]["is_initial_sync"], &completed["data"]["integration_id"]), (&json!(true), &json!("jira")));
    assert_eq!(completed["data"]["sync_status"]["ticketing.TicketingAttachment"]["last_sync_result"], "DONE");
    assert_eq!(completed["linked_account"]["id"], account.id.as_str());
    let synced = &events["TicketingAttachment.synced"][0]["data"]["sync_status"];
    assert_eq!((synced["model_id"].as_str(), synced["status"].as_str()), (Some("ticketing.TicketingAttachment"), Some("DONE")));
    assert_eq!(synced["last_sync_finished"], completed["data"]["sync_status"]["ticketing.TicketingAttachment"]["last_sync_finished"]);
    assert!(!events.keys().any(|e| e.ends_with(".added")), "an initial sync is not told row by row");

    app.model(Method::PUT, &account, "Contact", json!({"changes": {"changed": 2, "added": 1, "removed": 1}})).await;
    app.pass(1_830).await;
    let events = arrived(&mut received).await;
    assert_eq!(events["LinkedAccount.sync_completed"][0]["data"]["is_initial_sync"], false);
    let count = |event: &str| events.get(event).map_or(0, Vec::len);
    assert_eq!((count("TicketingContact.changed"), count("TicketingContact.added"), count("TicketingContact.removed")), (2, 1, 1));
    let added = &events["TicketingContact.added"][0]["data"];
    assert_eq!(app.page(&account, &format!("contacts/{}", text(&added["id"]))).await, *added, "it is there when it is told");
    assert_eq!(events["TicketingContact.removed"][0]["data"]["remote_was_deleted"], true);
}

#[tokio::test]
async fn syncs_end_by_themselves_and_are_told_without_anybody_asking() {
    let (target, mut received) = receiver(&[200]).await;
    let config = SandboxConfig { webhook_target: Some(target), initial_sync: Duration::from_millis(300), ..SandboxConfig::default() };
    let app = App::with(config).await;
    app.linked("hris", "bamboohr", "o1").await;
    let events = arrived(&mut received).await;
    assert_eq!(events["LinkedAccount.sync_completed"].len(), 1);
    assert_eq!(events["Employee.synced"].len(), 1);
}

#[tokio::test]
async fn recurring_syncs_can_be_quiet_and_those_asked_for_are_not() {
    let (app, mut received) = hooked().await;
    app.control(Method::PUT, "/webhooks", json!({"quiet": true})).await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    assert!(arrived(&mut received).await.contains_key("LinkedAccount.sync_completed"), "the initial one is told");
    app.pass(1_830).await;
    assert!(arrived(&mut received).await.is_empty());
    app.control(Method::POST, &format!("/accounts/{}/sync", account.id), Value::Null).await;
    app.pass(10).await;
    assert!(arrived(&mut received).await.contains_key("LinkedAccount.sync_completed"));
}

#[tokio::test]
async fn mutations_are_told_unless_they_shall_not_be() {
    let (app, mut received) = hooked().await;
    app.control(Method::PUT, "/webhooks", json!({"quiet": true})).await;
    let account = app.synced("crm", "salesforce", "o1").await;
    arrived(&mut received).await;
    app.mutate(&account, "Contact", json!([{"op": "add"}, {"op": "change"}, {"op": "delete"}])).await;
    let events = arrived(&mut received).await;
    assert_eq!(events.keys().collect::<Vec<_>>(), ["CRMContact.added", "CRMContact.changed", "CRMContact.removed"]);
    let path = format!("/accounts/{}/records/Contact", account.id);
    app.control(Method::POST, &path, json!({"webhooks": false, "records": [{"op": "add"}]})).await;
    assert!(arrived(&mut received).await.is_empty());
}

#[tokio::test]
async fn webhooks_are_lost_doubled_reordered_forged_and_replayed() {
    let (app, mut received) = hooked().await;
    app.control(Method::PUT, "/webhooks", json!({"quiet": true})).await;
    let account = app.synced("crm", "salesforce", "o1").await;
    arrived(&mut received).await;
    let trick = async |trick: Value| assert_eq!(app.control(Method::POST, "/webhooks/tamper", trick).await.status, 204);
    let send = async |event: &str| {
        app.control(Method::POST, "/webhooks/send", json!({"account_id": account.id, "event": event, "data": {}})).await;
    };
    let names = async |received: &mut mpsc::UnboundedReceiver<Received>| {
        let mut names = Vec::new();
        while let Ok(Some((_, body))) = tokio::time::timeout(Duration::from_millis(500), received.recv()).await {
            names.push(text(&serde_json::from_slice::<Value>(&body).unwrap()["hook"]["event"]));
        }
        names
    };
    trick(json!({"kind": "lose", "times": 1, "event": "A.*", "origin_id": "o1"})).await;
    trick(json!({"kind": "double", "times": 1, "event": "B"})).await;
    for event in ["A.x", "B", "A.y"] {
        send(event).await;
    }
    let mut got = names(&mut received).await;
    got.sort();
    assert_eq!(got, ["A.y", "B", "B"]);
    trick(json!({"kind": "reorder", "times": 3})).await;
    for event in ["1", "2", "3"] {
        send(event).await;
    }
    assert_eq!(names(&mut received).await, ["3", "2", "1"]);
    trick(json!({"kind": "forge", "times": 1})).await;
    send("F").await;
    let (headers, body) = received.recv().await.unwrap();
    send("F").await;
    let (right, same) = received.recv().await.unwrap();
    assert_eq!(body, same);
    assert_ne!(headers["x-merge-webhook-signature"], right["x-merge-webhook-signature"]);

    let deliveries = app.control(Method::GET, "/webhooks", Value::Null).await.body["deliveries"].clone();
    let lost = deliveries.as_array().unwrap().iter().find(|d| d["tampered"] == "lose").unwrap();
    assert_eq!((&lost["attempts"], &lost["finished"]), (&json!([]), &json!(true)));
    let whole = app.control(Method::GET, &format!("/webhooks/{}", lost["seq"]), Value::Null).await.body;
    assert_eq!(whole["body"]["hook"]["event"], "A.x");
    assert_eq!(app.control(Method::POST, &format!("/webhooks/{}/replay", lost["seq"]), Value::Null).await.status, 202);
    assert_eq!(names(&mut received).await, ["A.x"], "what was lost comes after all");
    assert_eq!(app.control(Method::POST, "/webhooks/999999/replay", Value::Null).await.status, 404);
    assert_eq!(app.control(Method::POST, "/webhooks/tamper", json!({"kind": "eat", "times": 1})).await.status, 400);
    trick(json!({"kind": "lose", "times": 9})).await;
    app.control(Method::DELETE, "/webhooks/tamper", Value::Null).await;
    send("G").await;
    assert_eq!(names(&mut received).await, ["G"]);
}

#[tokio::test]
async fn lists_have_faults_of_their_own() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let all = app.all(&account, "employees?page_size=50").await;
    let fault = async |mut fault: Value| {
        fault["match"] = json!({"origin_id": "o1", "path": "/api/hris/v1/employees"});
        fault["times"] = json!(1);
        assert_eq!(app.control(Method::POST, "/faults", fault).await.status, 201);
    };
    let first = app.page(&account, "employees?page_size=50").await;
    let cursor = text(&first["next"]);
    let second = || app.get_as(&account.token, format!("/hris/v1/employees?page_size=50&cursor={}", quoted(&cursor)).leak());

    fault(json!({"kind": "repeated_cursor"})).await;
    assert_eq!(app.page(&account, "employees?page_size=50").await["next"].as_str().unwrap().len(), cursor.len(), "not without a cursor");
    let repeated = second().await.body;
    assert_eq!((repeated["next"].as_str(), repeated["results"].as_array().unwrap().len()), (Some(cursor.as_str()), 50));
    assert_ne!(second().await.body["next"].as_str(), Some(cursor.as_str()), "once");

    fault(json!({"kind": "expired_cursor"})).await;
    let expired = second().await;
    assert_eq!((expired.status.as_u16(), expired.body), (404, json!({"detail": "Invalid cursor"})));
    fault(json!({"kind": "expired_cursor", "status": 400})).await;
    assert_eq!(second().await.status, 400);

    for _ in 0..2 {
        fault(json!({"kind": "empty_page"})).await;
    }
    let empty = second().await.body;
    assert!(empty["results"].as_array().unwrap().is_empty() && empty["next"].is_string());
    assert_eq!(app.all(&account, "employees?page_size=50").await, all, "an empty page loses nothing");

    for (kind, looks) in [("truncated_json", false), ("wrong_content_type", true)] {
        fault(json!({"kind": kind})).await;
        let answer = second().await;
        assert_eq!((answer.status.as_u16(), answer.body.is_object()), (200, looks), "{kind}");
    }
    fault(json!({"kind": "cut_body"})).await;
    let request = app.api(Method::GET, "/hris/v1/employees").header("X-Account-Token", &account.token);
    let cut = match request.send().await {
        Ok(response) => response.bytes().await.err(),
        Err(error) => Some(error),
    };
    assert!(cut.is_some());
    let narrow = json!({"kind": "forbidden", "match": {"origin_id": "o1", "query": "*modified_after=*"}});
    app.control(Method::POST, "/faults", narrow).await;
    assert_eq!(app.get_as(&account.token, "/hris/v1/employees").await.status, 200);
    assert_eq!(app.get_as(&account.token, "/hris/v1/employees?modified_after=2024-01-15T10:30:00Z").await.status, 403);
}
