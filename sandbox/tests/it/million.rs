//! A million records cost a page what a hundred cost.

use std::time::Instant;

use reqwest::Method;
use serde_json::json;

use crate::support::{App, quoted, text};

#[tokio::test]
async fn deep_pages_of_a_million_are_as_quick_as_the_first() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    app.model(Method::PUT, &account, "Employee", json!({"size": 1_000_000, "at_once": true})).await;
    let status = app.status(&account, "hris.Employee").await;
    assert_eq!(status["status"], "DONE", "{status}");
    let all = format!("employees?page_size=100&modified_before={}", quoted(&text(&status["last_sync_finished"])));
    let timed = async |path: &str| {
        let started = Instant::now();
        let page = app.page(&account, path).await;
        (page, started.elapsed())
    };
    let (first, _) = timed(&all).await;
    // Halving by time reaches the middle and the end.
    let (mut low, mut high) = (0i64, 2_000_000i64);
    let zero = text(&first["results"][0]["modified_at"]).parse::<jiff::Timestamp>().unwrap();
    while low + 1 < high {
        let middle = (low + high) / 2;
        let after = (zero + jiff::SignedDuration::from_micros(middle)).to_string();
        let page = app.page(&account, &format!("{all}&modified_after={after}")).await;
        if page["results"].as_array().unwrap().is_empty() { high = middle } else { low = middle }
    }
    let after = (zero + jiff::SignedDuration::from_micros(low / 2)).to_string();
    let (_, quick) = timed(&all).await;
    let (deep, took) = timed(&format!("{all}&modified_after={after}")).await;
    assert_eq!(deep["results"].as_array().unwrap().len(), 100);
    let next = quoted(&text(&deep["next"]));
    let (second, took_next) = timed(&format!("{all}&modified_after={after}&cursor={next}")).await;
    assert_ne!(deep["results"][0]["id"], second["results"][0]["id"]);
    let limit = quick * 20 + std::time::Duration::from_millis(200);
    assert!(took < limit && took_next < limit, "{quick:?} {took:?} {took_next:?}");
    let single = app.page(&account, &format!("employees/{}", text(&second["results"][99]["id"]))).await;
    assert_eq!(single, second["results"][99]);
    // Mutations in a million are merged in.
    let changed = app
        .mutate(&account, "Employee", json!([{"op": "change", "count": 50}, {"op": "delete", "count": 5}, {"op": "add", "count": 5}]))
        .await;
    let finished = quoted(&text(&status["last_sync_finished"]));
    let window = app.all(&account, &format!("employees?page_size=7&include_deleted_data=true&modified_after={finished}")).await;
    assert_eq!((changed.len(), window.len()), (60, 60));
}
