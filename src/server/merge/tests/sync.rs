//! The calls of the sync: what is asked, what is read of the answers, and what is never asked twice (S1, S2, S4, S8).

use serde_json::json;

use super::{
    super::{AsAccount, ListAsk, Patience, RecordPage, SyncUpstream as _, UpstreamError},
    scripted::{ACCOUNT_TOKEN, Scripted, Step, json as answer, page, raw},
};
use crate::domain::{
    category::Category,
    secret::Secret,
    sync::{SyncWord, readiness},
    time::UpstreamTime,
};

fn account(token: &Secret, patience: Patience) -> AsAccount<'_> {
    AsAccount { category: Category::Hris, token, linked_account_id: Some("up"), patience }
}

fn token() -> Secret {
    Secret::new(ACCOUNT_TOKEN)
}

#[tokio::test]
async fn all_pages_of_the_status_are_read_with_the_time_of_the_first() {
    let first = json!({ "next": "two", "results": [
        { "model_id": "hris.Employee", "model_name": "Employee", "status": "PARTIALLY_SYNCED", "last_sync_result": "DONE", "is_initial_sync": true,
          "last_sync_start": "2026-11-20T11:00:00Z", "last_sync_finished": "2026-11-20T12:00:00.5+00:00", "next_sync_start": null },
        { "model_name": "Nameless", "status": "DONE" },
    ] });
    let second = page(&json!([{ "model_id": "hris.Team", "status": "NEW_WORD", "is_initial_sync": false, "last_sync_finished": "soon" }]));
    let steps = [answer(200, &first).with("date", "Fri, 20 Nov 2026 12:34:56 GMT"), second.with("date", "Fri, 20 Nov 2026 12:40:00 GMT")];
    let scripted = Scripted::start(steps).await;
    let told = scripted.upstream.sync_status(account(&token(), Patience::Job)).await.unwrap();
    assert_eq!(scripted.lines(), ["GET /api/hris/v1/sync-status?page_size=100", "GET /api/hris/v1/sync-status?page_size=100&cursor=two"]);
    assert_eq!(scripted.seen(0, |seen| seen.headers["x-account-token"].clone()), ACCOUNT_TOKEN);
    assert_eq!(told.date, UpstreamTime::parse("2026-11-20T12:34:56Z"));
    let [(employee, status), (team, other)] = told.models.as_slice() else { panic!("{told:?}") };
    assert_eq!((employee.as_str(), team.as_str()), ("hris.Employee", "hris.Team"));
    assert_eq!(status.last_sync_finished.as_ref().unwrap().as_str(), "2026-11-20T12:00:00.5+00:00", "verbatim");
    assert_eq!((&other.status, &other.last_sync_finished), (&SyncWord::Other("NEW_WORD".into()), &None));
    assert_eq!(readiness(status, None, told.date.as_ref()), crate::domain::sync::Readiness::Initial);
}

#[tokio::test]
async fn a_page_is_asked_for_with_the_upstreams_own_texts_and_read_as_it_came() {
    let body = r#"{"next":"c+/=2","previous":null,"results":[
        {"id":"a","remote_id":"19202938","modified_at":"2026-11-20T12:00:00.123456Z","remote_was_deleted":true,"name":"caf\u00e9 \u0000"},
        {"remote_was_deleted":false}, {"remote_id":"tag","remote_was_deleted":false}, {"id":"b","remote_id":7,"modified_at":null,"remote_was_deleted":null,"deep":{"id":"c","modified_at":1}}]}"#;
    let scripted = Scripted::start([raw(200, "application/json", body)]).await;
    let ask = ListAsk {
        path: "employees",
        after: Some("2026-11-20T11:00:00+00:00"),
        before: Some("2026-11-20T12:00:00Z"),
        cursor: Some("a=b&c"),
    };
    let page = scripted.upstream.records(account(&token(), Patience::Job), ask).await.unwrap();
    assert_eq!(
        scripted.lines(),
        ["GET /api/hris/v1/employees?page_size=100&include_deleted_data=true&modified_after=2026-11-20T11%3A00%3A00%2B00%3A00\
          &modified_before=2026-11-20T12%3A00%3A00Z&cursor=a%3Db%26c"]
    );
    assert_eq!(page.next.as_deref(), Some("c+/=2"));
    let records = page.read().unwrap();
    let [first, tag, second] = records.as_slice() else { panic!("{records:?}") };
    assert_eq!((tag.id.as_str(), tag.remote_id.as_deref()), ("tag", Some("tag")), "the documents give it no id of its own");
    assert_eq!((first.id.as_str(), first.remote_id.as_deref(), first.deleted), ("a", Some("19202938"), true));
    assert_eq!((first.modified_at.as_str(), first.modified_us % 1_000_000), ("2026-11-20T12:00:00.123456Z", 123_456));
    assert!(first.payload.ends_with(r#""name":"caf\u00e9 \ufffd"}"#), "{}", first.payload);
    assert_eq!(first.hash.len(), 64);
    assert_eq!((second.id.as_str(), second.remote_id.as_deref(), second.modified_us, second.deleted), ("b", Some("7"), 0, false));
    assert!(second.payload.contains(r#""deep":{"id":"c","modified_at":1}"#));
}

#[tokio::test]
async fn a_used_up_cursor_is_told_apart_and_a_missing_record_is_no_error() {
    let gone = json!({ "detail": "Not found." });
    let steps = [answer(404, &gone), answer(400, &gone), answer(403, &gone), answer(404, &gone), answer(200, &json!({ "id": "x" }))];
    let scripted = Scripted::start(steps).await;
    let (token, ask) = (token(), ListAsk { path: "employees", cursor: Some("old"), ..ListAsk::default() });
    let of = account(&token, Patience::Job);
    assert_eq!(scripted.upstream.records(of, ask).await.unwrap_err(), UpstreamError::NotFound);
    assert!(matches!(scripted.upstream.records(of, ask).await, Err(UpstreamError::Refused { status: 400, .. })));
    assert!(matches!(scripted.upstream.records(of, ask).await, Err(UpstreamError::Forbidden { .. })));
    assert_eq!(scripted.upstream.record(of, "employees", "a/b").await, Ok(None));
    assert_eq!(scripted.upstream.record(of, "employees", "x").await.unwrap().unwrap().id, "x");
    assert_eq!(scripted.upstream.record(of, "employees", "..").await, Ok(None));
    let lines = scripted.lines();
    assert_eq!(lines[3..], ["GET /api/hris/v1/employees/a%2Fb", "GET /api/hris/v1/employees/x"]);
}

#[tokio::test]
async fn a_sync_on_demand_is_asked_for_once_without_a_body() {
    for step in [answer(503, &json!({})), answer(429, &json!({})).with("retry-after", "1"), Step::Cut, answer(500, &json!({}))] {
        let scripted = Scripted::start([step]).await;
        scripted.upstream.resync(account(&token(), Patience::Interactive)).await.unwrap_err();
        assert_eq!((scripted.count(), scripted.pauses().len()), (1, 0), "never again: it may have cost a credit");
    }
    let scripted =
        Scripted::start([answer(200, &json!([{ "model_id": "hris.Team", "status": "SYNCING", "is_initial_sync": false }]))]).await;
    let told = scripted.upstream.resync(account(&token(), Patience::Once)).await.unwrap();
    assert_eq!(scripted.lines(), ["POST /api/hris/v1/sync-status/resync"]);
    assert_eq!(scripted.seen(0, |seen| (seen.headers["content-length"].clone(), seen.body.len())), ("0".parse().unwrap(), 0));
    assert_eq!(told.models.len(), 1);
}

#[tokio::test]
async fn broken_pages_are_told_by_their_place() {
    for body in ["{\"results\":[{\"id\":\"a\"", "{\"results\":{}}", "<html>", "{\"results\":[1]}", "{\"results\":[{\"id\":3}]}"] {
        let scripted = Scripted::start([raw(200, "application/json", body)]).await;
        let refused =
            scripted.upstream.records(account(&token(), Patience::Job), ListAsk { path: "employees", ..ListAsk::default() }).await;
        let refused = refused.and_then(RecordPage::read);
        assert!(matches!(refused, Err(UpstreamError::Broken { .. })), "{body}: {refused:?}");
    }
}

#[tokio::test]
async fn background_calls_make_room_when_many_are_refused() {
    let refused = || answer(404, &json!({}));
    let scripted = Scripted::start((0..10).map(|_| refused())).await;
    let token = token();
    for _ in 0..10 {
        assert_eq!(scripted.upstream.record(account(&token, Patience::Job), "employees", "x").await, Ok(None));
    }
    let busy = scripted.upstream.record(account(&token, Patience::Job), "employees", "x").await;
    assert_eq!(busy, Err(UpstreamError::Busy { retry_after: Some(10) }));
    assert_eq!(scripted.count(), 10, "it was not made");
    scripted.then([refused()]);
    assert_eq!(scripted.upstream.record(account(&token, Patience::Interactive), "employees", "x").await, Ok(None), "people go first");
    scripted.timer.advance(std::time::Duration::from_secs(10));
    scripted.then([refused()]);
    assert_eq!(scripted.upstream.record(account(&token, Patience::Job), "employees", "x").await, Ok(None));
}
