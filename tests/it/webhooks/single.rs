//! Events about single records (W5): the record is asked for by its id and stored as it is there; what the event says of it is never written.

use std::sync::Arc;

use patchbay::{domain::status::AccountStatus, server::webhooks::Webhooks};
use serde_json::json;

use super::{of, webhooks};
use crate::{store::harness::*, sync::wire::*};

both!(
    an_event_brings_its_record_without_a_window,
    added_and_removed_records_come_and_go,
    a_few_are_asked_for_and_a_burst_is_one_refresh,
    an_unknown_record_is_no_deletion,
    a_data_type_that_is_off_is_left_alone,
    a_first_sync_that_is_not_over_brings_it,
    repeated_and_out_of_order_end_the_same,
    a_record_that_cannot_be_had_holds_nothing_up,
    a_refusal_is_a_verdict_on_the_account,
    a_deleted_account_s_records_are_not_asked_for,
);

struct Desk {
    wire: Wire,
    webhooks: Arc<Webhooks>,
}

impl Desk {
    /// Everything is here.
    async fn new(db: TestDb) -> Self {
        let desk = Self::before(db).await;
        desk.wire.refresh().await;
        desk.wire.agrees().await;
        desk
    }

    /// Nothing is here yet.
    async fn before(db: TestDb) -> Self {
        let wire = Wire::new(db).await;
        let webhooks = webhooks(&wire.bench);
        Self { wire, webhooks }
    }

    /// Employees change upstream between two syncs; their ids.
    async fn changes(&self, op: &str, count: usize) -> Vec<String> {
        let path = format!("/accounts/{}/records/Employee", self.wire.upstream);
        let body = json!({ "records": [{ "op": op, "count": count }], "webhooks": false });
        let done = self.wire.bench.control("POST", &path, body).await;
        done["records"].as_array().unwrap().iter().map(|record| record["id"].as_str().unwrap().to_owned()).collect()
    }

    /// An event comes in; what it says of the record is a lie.
    async fn told(&self, event: &str, id: &str, number: usize) {
        let lie = json!({ "id": id, "first_name": "canary", "modified_at": "2090-01-01T00:00:00Z", "number": number });
        assert!(self.webhooks.store(of(&self.wire.account, event, lie).to_string().as_bytes()).await);
    }

    /// The inbox is worked, and then the jobs that came of it.
    async fn works(&self) {
        self.webhooks.work_due().await.unwrap();
        assert!(self.number("SELECT count(*) FROM jobs WHERE kind = 'refresh'").await <= 1);
        self.wire.refresh().await;
    }

    async fn number(&self, sql: &str) -> i64 {
        self.wire.bench.db.number(sql).await
    }

    async fn waiting(&self) -> i64 {
        self.number("SELECT count(*) FROM wanted_records").await
    }

    /// Pages of employees, and single ones, that were asked for.
    async fn asked(&self) -> (usize, usize) {
        (self.wire.asked(EMPLOYEES_PATH).await, self.wire.asked(&format!("{EMPLOYEES_PATH}/*")).await)
    }

    async fn changes_here(&self) -> i64 {
        self.number("SELECT change_seq FROM linked_accounts").await
    }
}

async fn an_event_brings_its_record_without_a_window(db: TestDb) {
    let desk = Desk::new(db).await;
    let ((pages, singles), seq) = (desk.asked().await, desk.changes_here().await);
    let id = desk.changes("change", 1).await.remove(0);
    desk.told("Employee.changed", &id, 1).await;
    desk.works().await;
    desk.wire.agrees().await;
    assert_eq!(desk.asked().await, (pages, singles + 1), "that one, and no list");
    assert_eq!((desk.changes_here().await, desk.waiting().await), (seq + 1, 0));
    assert_eq!(desk.number("SELECT count(*) FROM records WHERE CAST(fields AS TEXT) LIKE '%canary%'").await, 0);
}

async fn added_and_removed_records_come_and_go(db: TestDb) {
    let desk = Desk::new(db).await;
    let pages = desk.asked().await.0;
    let new = desk.changes("add", 1).await.remove(0);
    desk.told("Employee.added", &new, 1).await;
    desk.works().await;
    desk.wire.agrees().await;
    let gone = desk.changes("delete", 1).await.remove(0);
    desk.told("Employee.removed", &gone, 1).await;
    desk.works().await;
    desk.wire.agrees().await;
    assert!(!desk.wire.stored("Employee").await[&gone].0);
    assert_eq!(desk.asked().await.0, pages);
}

async fn a_few_are_asked_for_and_a_burst_is_one_refresh(db: TestDb) {
    use patchbay::domain::webhook::FEW_RECORDS;
    let desk = Desk::new(db).await;
    let (pages, singles) = desk.asked().await;
    for (n, id) in desk.changes("change", FEW_RECORDS).await.iter().enumerate() {
        desk.told("Employee.changed", id, n).await;
    }
    desk.works().await;
    desk.wire.agrees().await;
    assert_eq!(desk.asked().await, (pages, singles + FEW_RECORDS));

    let many = desk.changes("change", FEW_RECORDS * 4).await;
    for (n, id) in many.iter().enumerate() {
        desk.told("Employee.changed", id, n).await;
    }
    desk.webhooks.work_due().await.unwrap();
    assert_eq!((desk.waiting().await, desk.number("SELECT count(*) FROM jobs WHERE kind = 'refresh'").await), (0, 1));
    desk.wire.refresh().await;
    assert_eq!(desk.asked().await, (pages, singles + FEW_RECORDS), "none is asked for by itself");
    // A sync of the upstream ends, as it has when it tells of so many.
    desk.wire.upstream_changes("Employee", json!([])).await;
    desk.wire.refresh().await;
    desk.wire.agrees().await;
}

async fn an_unknown_record_is_no_deletion(db: TestDb) {
    let desk = Desk::new(db).await;
    let (before, (_, singles)) = (desk.changes_here().await, desk.asked().await);
    let known = desk.wire.stored("Employee").await.into_keys().next().unwrap();
    desk.wire.breaks(json!({ "kind": "not_found", "match": { "path": format!("{EMPLOYEES_PATH}/{known}") }, "times": 1 })).await;
    for (n, (event, id)) in [("Employee.removed", known.as_str()), ("Employee.changed", "0190c0de-0000-4000-8000-00000000abcd")]
        .into_iter()
        .chain([("Employee.changed", ".."), ("Employee.added", "../teams")])
        .enumerate()
    {
        desk.told(event, id, n).await;
    }
    desk.works().await;
    desk.wire.agrees().await;
    assert_eq!((desk.changes_here().await, desk.waiting().await), (before, 0));
    assert!(desk.asked().await.1 <= singles + 3 && desk.wire.stored("Employee").await[&known].0);
}

async fn a_data_type_that_is_off_is_left_alone(db: TestDb) {
    let desk = Desk::new(db).await;
    let (before, asked) = (desk.wire.stored("Employee").await, desk.asked().await);
    let path = format!("/accounts/{}/models/Employee", desk.wire.upstream);
    let id = desk.changes("change", 1).await.remove(0);
    desk.wire.bench.control("PUT", &path, json!({ "scenario": { "status": "DISABLED" } })).await;
    desk.told("Employee.changed", &id, 1).await;
    desk.told("Unheard.changed", &id, 1).await;
    desk.works().await;
    assert_eq!((desk.asked().await, desk.wire.stored("Employee").await, desk.waiting().await), (asked, before, 0));
}

async fn a_first_sync_that_is_not_over_brings_it(db: TestDb) {
    let desk = Desk::before(db).await;
    let path = format!("/accounts/{}/models/Employee", desk.wire.upstream);
    desk.wire.bench.control("PUT", &path, json!({ "scenario": { "status": "PARTIALLY_SYNCED", "is_initial_sync": true } })).await;
    let id = desk.changes("change", 1).await.remove(0);
    desk.told("Employee.changed", &id, 1).await;
    desk.works().await;
    assert_eq!((desk.asked().await, desk.waiting().await), ((0, 0), 0));
    desk.wire.employees_are_not_ready("the first sync is half-done").await;
    assert!(desk.wire.stored("Employee").await.is_empty(), "one record is not a beginning");
    desk.wire.bench.control("PUT", &path, json!({ "scenario": null })).await;
    desk.wire.upstream_changes("Employee", json!([])).await;
    desk.wire.refresh().await;
    desk.wire.agrees().await;
}

async fn repeated_and_out_of_order_end_the_same(db: TestDb) {
    let desk = Desk::new(db).await;
    let seq = desk.changes_here().await;
    let id = desk.changes("change", 1).await.remove(0);
    let path = format!("/accounts/{}/records/Employee", desk.wire.upstream);
    let again = json!({ "records": [{ "op": "change", "id": id }], "webhooks": false });
    desk.wire.bench.control("POST", &path, again).await;
    // The second change is told of before the first, and each twice.
    for number in [2, 1, 2, 1] {
        desk.told("Employee.changed", &id, number).await;
    }
    desk.works().await;
    desk.wire.agrees().await;
    assert_eq!(desk.changes_here().await, seq + 1, "both came as one");
    for number in [1, 2] {
        desk.told("Employee.changed", &id, number).await;
        desk.works().await;
    }
    desk.wire.agrees().await;
    assert_eq!(desk.changes_here().await, seq + 1, "what is here already moves nothing");
}

async fn a_record_that_cannot_be_had_holds_nothing_up(db: TestDb) {
    let desk = Desk::new(db).await;
    desk.wire.breaks(json!({ "kind": "server_error", "match": { "path": format!("{EMPLOYEES_PATH}/*") } })).await;
    let id = desk.changes("change", 1).await.remove(0);
    desk.told("Employee.changed", &id, 1).await;
    desk.works().await;
    assert_eq!(desk.waiting().await, 1, "it is tried again");
    // Its windows come all the same.
    desk.wire.upstream_changes("Employee", json!([{ "op": "add", "count": 3 }])).await;
    desk.wire.refresh().await;
    desk.wire.agrees().await;
    for _ in 0..2 {
        desk.wire.refresh().await;
    }
    assert_eq!((desk.waiting().await, desk.asked().await.1), (0, 3), "but not for ever");
}

async fn a_refusal_is_a_verdict_on_the_account(db: TestDb) {
    let desk = Desk::new(db).await;
    desk.wire.breaks(json!({ "kind": "bad_account_token", "match": { "path": format!("{EMPLOYEES_PATH}/*") }, "times": 1 })).await;
    let id = desk.changes("change", 1).await.remove(0);
    desk.told("Employee.changed", &id, 1).await;
    desk.works().await;
    let account = desk.wire.now().await;
    assert_eq!((account.status, account.error_category.as_deref()), (AccountStatus::RelinkNeeded, Some("credentials")));
    // The other side takes it again.
    desk.wire.refresh().await;
    desk.wire.agrees().await;
    assert_eq!(desk.waiting().await, 0);
}

async fn a_deleted_account_s_records_are_not_asked_for(db: TestDb) {
    let desk = Desk::new(db).await;
    let asked = desk.asked().await;
    let id = desk.changes("change", 1).await.remove(0);
    desk.told("Employee.changed", &id, 1).await;
    assert!(desk.wire.bench.db.store.start_delete(&desk.wire.admin.org(), desk.wire.id(), NOW).await.unwrap());
    desk.webhooks.work_due().await.unwrap();
    assert_eq!(desk.waiting().await, 0);
    desk.wire.refresh().await;
    assert_eq!((desk.asked().await, desk.number("SELECT count(*) FROM webhook_inbox WHERE state <> 'done'").await), (asked, 0));
}
