//! What goes wrong between us and the upstream and passes by itself (B6), over real HTTP: the job comes again, and then the data equal the
//! upstream's. Meanwhile nothing that is half-done is shown as done, and no account changes.

use std::ops::RangeInclusive;

use patchbay::{domain::status::AccountStatus, server::jobs::Outcome};
use serde_json::{Value, json};

use super::wire::*;
use crate::store::harness::*;

/// Any wait.
const ANY: RangeInclusive<i64> = 1..=600_000;

/// A test of each fault, on both databases: what the sandbox does, and how long the job waits then, in milliseconds.
macro_rules! passing {
    ($($name:ident: $fault:tt, $wait:expr;)+) => {
        both!($($name),+);
        $(async fn $name(db: TestDb) {
            passes(db, json!($fault), $wait).await;
        })+
    };
}

passing! {
    throttled_with_a_time: { "kind": "throttled", "retry_after": 7 }, 7_000..=7_000;
    throttled_without_a_time: { "kind": "throttled" }, 1_000..=4_000;
    a_server_error: { "kind": "server_error" }, ANY;
    a_gateway_that_answers_in_html: { "kind": "bad_gateway" }, ANY;
    an_unavailable_service: { "kind": "unavailable" }, ANY;
    a_connection_that_is_cut: { "kind": "cut" }, ANY;
    an_answer_that_is_cut: { "kind": "cut_body" }, ANY;
    half_of_the_json: { "kind": "truncated_json" }, ANY;
    another_content_type: { "kind": "wrong_content_type" }, ANY;
}

/// Where it strikes: how things stand, the first page, a later one.
fn spots() -> [Value; 3] {
    [json!({ "path": "*/v1/sync-status" }), json!({ "path": EMPLOYEES_PATH }), later_pages()]
}

async fn strikes(wire: &Wire, fault: &Value, spot: &Value, wait: &RangeInclusive<i64>) {
    let mut fault = fault.clone();
    (fault["match"], fault["times"]) = (spot.clone(), json!(1));
    wire.breaks(fault).await;
    match wire.refresh().await {
        Outcome::Again { in_millis, .. } => assert!(wait.contains(&in_millis), "{spot}: {in_millis}"),
        other => panic!("{spot}: {other:?}"),
    }
    let account = wire.now().await;
    assert_eq!((account.status, account.error_category), (AccountStatus::Active, None), "{spot}");
}

async fn passes(db: TestDb, fault: Value, wait: RangeInclusive<i64>) {
    let wire = Wire::new(db).await;
    for (spot, here) in spots().iter().zip([0, 0, 100]) {
        strikes(&wire, &fault, spot, &wait).await;
        wire.employees_are_not_ready(&spot.to_string()).await;
        assert_eq!(wire.stored("Employee").await.len(), here, "{spot}");
        assert!(!wire.now().await.initial_sync_completed, "{spot}");
    }
    assert!(matches!(wire.refresh().await, Outcome::Done));
    wire.agrees().await;

    // Once everything was here, what was here stays, with its true age, until the rest has come.
    let employees = async || wire.state("Employee").await.unwrap();
    let before = employees().await;
    wire.upstream_changes(
        "Employee",
        json!([{ "op": "add", "count": 150 }, { "op": "change", "count": 5 }, { "op": "delete", "count": 2 }]),
    )
    .await;
    strikes(&wire, &fault, &later_pages(), &wait).await;
    let meanwhile = employees().await;
    assert_eq!((&meanwhile.known.window_end, &meanwhile.data_fresh_as_of), (&before.known.window_end, &before.data_fresh_as_of));
    assert!(matches!(wire.refresh().await, Outcome::Done));
    wire.agrees().await;
    assert_ne!(employees().await.data_fresh_as_of, meanwhile.data_fresh_as_of);
}
