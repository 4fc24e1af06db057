//! What tests do to records, and the truth that they compare with.

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, quoted, text};

#[tokio::test]
async fn records_are_changed_deleted_brought_back_and_made_to_vanish() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let all = app.all(&account, "employees?page_size=100").await;
    let id = text(&all[5]["id"]);
    let get = async || app.get_as(&account.token, &format!("/hris/v1/employees/{id}")).await;

    app.mutate(&account, "Employee", json!([{"op": "change", "id": id, "fields": {"first_name": "Zoë"}}])).await;
    assert_eq!(get().await.body["first_name"], "Zoë");
    app.mutate(&account, "employees", json!([{"op": "delete", "id": id}])).await;
    let deleted = get().await.body;
    assert_eq!((&deleted["remote_was_deleted"], &deleted["first_name"]), (&json!(true), &json!("Zoë")), "as last seen");
    let count = async |query: &str| app.all(&account, &format!("employees?page_size=100{query}")).await.len();
    assert_eq!((count("").await, count("&include_deleted_data=true").await), (239, 240));
    app.mutate(&account, "hris.Employee", json!([{"op": "recreate", "id": id}])).await;
    assert_eq!((get().await.body["remote_was_deleted"].as_bool(), count("").await), (Some(false), 240));
    app.mutate(&account, "Employee", json!([{"op": "vanish", "id": id}])).await;
    assert_eq!((get().await.status.as_u16(), count("&include_deleted_data=true").await), (404, 239));

    let own = "0b8a4a4e-6d3f-4a57-9d52-1f3a0f1c2d3e";
    let made = app
        .mutate(&account, "Employee", json!([{"op": "upsert", "id": own, "fields": {"remote_id": "r-1"}}, {"op": "upsert", "id": own, "fields": {"last_name": "New"}}]))
        .await;
    assert_eq!((made[0]["id"].as_str(), made[1]["id"].as_str()), (Some(own), Some(own)));
    let single = app.page(&account, &format!("employees/{own}")).await;
    assert_eq!((single["id"].as_str(), single["remote_id"].as_str(), single["last_name"].as_str()), (Some(own), Some("r-1"), Some("New")));
    assert_eq!(app.all(&account, "employees?remote_id=r-1").await, std::slice::from_ref(&single));
    assert_eq!(app.all(&account, "employees?page_size=100").await.last(), Some(&single), "the newest is the last");
}

#[tokio::test]
async fn many_at_once_with_a_given_time_or_seen_later() {
    let app = App::start().await;
    let account = app.synced("crm", "salesforce", "o1").await;
    let at = "2031-05-06T07:08:09.123456Z";
    let made = app
        .mutate(
            &account,
            "Contact",
            json!([{"op": "change", "count": 60, "modified_at": at}, {"op": "add", "count": 40, "modified_at": at}]),
        )
        .await;
    assert!(made.len() == 100 && made.iter().all(|m| m["modified_at"] == at));
    let window =
        |after: &str, before: &str| format!("contacts?page_size=9&modified_after={}&modified_before={}", quoted(after), quoted(before));
    assert_eq!(app.all(&account, &window("2031-05-06T07:08:09.123455Z", "2031-05-06T07:08:09.123457Z")).await.len(), 100, "equal times");
    assert_eq!(app.all(&account, &window("2031-05-06T07:08:09.123456Z", "2032-01-01T00:00:00Z")).await.len(), 0, "exclusive");

    let before = app.all(&account, "contacts?page_size=100").await;
    // One that was not among those that changed in 2031: an older change takes nothing back.
    let place = before.iter().position(|contact| contact["modified_at"] != at).unwrap();
    let id = text(&before[place]["id"]);
    let late = json!([{"op": "change", "id": id, "fields": {"first_name": "Late"}, "visible_after_seconds": 120}, {"op": "add", "count": 2, "visible_after_seconds": 120}]);
    app.mutate(&account, "CRMContact", late).await;
    assert_eq!(app.all(&account, "contacts?page_size=100").await, before, "not seen yet");
    let truth = app.truth(&account, "Contact").await;
    assert_eq!(truth.len(), before.len() + 2, "the truth knows it");
    app.pass(121).await;
    let after = app.all(&account, "contacts?page_size=100").await;
    assert_eq!((after.len(), after[place]["first_name"].as_str()), (before.len() + 2, Some("Late")));
    for (told, seen) in truth.iter().zip(&after) {
        assert_eq!(told["fields"], *seen);
    }
}

#[tokio::test]
async fn the_truth_is_paged_and_hashed() {
    let app = App::start().await;
    let account = app.synced("filestorage", "google-drive", "o1").await;
    app.mutate(&account, "File", json!([{"op": "delete", "count": 10}])).await;
    let truth = app.truth(&account, "File").await;
    let list = app.all(&account, "files?page_size=100&include_deleted_data=true").await;
    assert_eq!(truth.iter().map(|t| t["fields"].clone()).collect::<Vec<_>>(), list);
    assert_eq!(truth.iter().filter(|t| t["deleted"] == true).count(), 10);
    let hash = text(&truth[0]["sha256"]);
    use sha2::Digest as _;
    // The test's own JSON library sorts as the documentation says.
    let mut sorted = truth[0]["fields"].clone();
    sorted.sort_all_objects();
    let expected: String = sha2::Sha256::digest(sorted.to_string()).iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(hash, expected);
    let live = app.control(Method::GET, &format!("/accounts/{}/records/File?deleted=false&limit=5000", account.id), Value::Null).await.body;
    assert_eq!(live["records"].as_array().unwrap().len(), list.len() - 10);
    assert_eq!(app.model(Method::GET, &account, "files", Value::Null).await["live"], list.len() - 10);
}

#[tokio::test]
async fn wrong_mutations_do_nothing() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let before = app.truth(&account, "Employee").await;
    let path = format!("/accounts/{}/records/Employee", account.id);
    for wrong in [
        json!({"records": [{"op": "add"}, {"op": "explode"}]}),
        json!({"records": [{"op": "add"}, {"op": "change", "id": "0b8a4a4e-6d3f-4a57-9d52-1f3a0f1c2d3e"}]}),
        json!({"records": [{"op": "upsert", "id": "seven"}]}),
        json!({"records": [{"op": "add", "modified_at": "now"}]}),
    ] {
        let answer = app.control(Method::POST, &path, wrong.clone()).await;
        assert!(answer.status.is_client_error(), "{wrong}: {}", answer.body);
    }
    assert_eq!(app.truth(&account, "Employee").await, before);
    for path in ["/accounts/x/records/Employee".to_owned(), format!("/accounts/{}/records/Spaceship", account.id)] {
        assert_eq!(app.control(Method::GET, &path, Value::Null).await.status, 404);
    }
}

#[tokio::test]
async fn sizes_are_set_by_model() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    app.model(Method::PUT, &account, "Employee", json!({"size": 1_234})).await;
    let status = app.status(&account, "hris.Employee").await;
    assert_eq!(
        (status["status"].as_str(), status["is_initial_sync"].as_bool()),
        (Some("SYNCING"), Some(true)),
        "its initial sync begins again"
    );
    app.pass(60).await;
    assert_eq!(app.all(&account, "employees?page_size=100").await.len(), 1_234);
    app.model(Method::PUT, &account, "Employee", json!({"size": 10, "at_once": true})).await;
    assert_eq!(app.status(&account, "hris.Employee").await["status"], "DONE");
    assert_eq!(app.all(&account, "employees?page_size=100").await.len(), 10);
    for wrong in [json!({"size": -1}), json!({"size": "many"}), json!({"sizes": 3}), json!({"late_seconds": -1})] {
        assert_eq!(app.control(Method::PUT, &format!("/accounts/{}/models/Employee", account.id), wrong).await.status, 400);
    }
}
