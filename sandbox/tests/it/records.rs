//! Lists and single records: shapes, pages, windows, filters.

use std::collections::{BTreeMap, BTreeSet};

use patchbay_sandbox::SandboxConfig;
use reqwest::Method;
use serde_json::{Value, json};

use crate::schemas::Schemas;
use crate::support::{App, CATEGORIES, Synced, quoted, send, strings, text};

/// The path of every model, by category and name.
fn paths() -> BTreeMap<(String, String), String> {
    let file = format!("{}/data/models.json", env!("CARGO_MANIFEST_DIR"));
    let models: Value = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let of = |(category, specs): (&String, &Value)| {
        let category = category.clone();
        specs["models"].as_array().unwrap().clone().into_iter().map(move |m| ((category.clone(), text(&m["name"])), text(&m["path"])))
    };
    models.as_object().unwrap().iter().flat_map(of).collect()
}

/// Each list and each single record, of some app that has it, is what the upstream's own documents say, with every property they name.
#[tokio::test]
async fn every_list_and_every_record_is_valid() {
    let app = App::with(SandboxConfig { records: BTreeMap::from([("*".to_owned(), 13)]), ..SandboxConfig::default() }).await;
    let apps = send(app.http.get(format!("{}/integrations/", app.sandbox.api_base_url()))).await.body;
    let paths = paths();
    for (category, _) in CATEGORIES {
        let mut schemas = Schemas::load(category);
        let mut seen = BTreeSet::new();
        for integration in apps.as_array().unwrap().iter().filter(|i| i["categories"].as_array().unwrap().contains(&json!(category))) {
            let slug = text(&integration["slug"]);
            let account = app.synced(category, &slug, &format!("{category}-{slug}")).await;
            let models = app.control(Method::GET, &format!("/accounts/{}/models", account.id), Value::Null).await.body["models"].clone();
            for model in models.as_array().unwrap() {
                let name = text(&model["model"]);
                let path = &paths[&(category.to_owned(), name.clone())];
                if !seen.insert(name.clone()) {
                    continue;
                }
                let extras = if seen.len() % 2 == 0 { "" } else { "&include_remote_data=true&include_remote_fields=true" };
                let query = format!("/{category}/v1/{path}?page_size=13&expand=owner,company{extras}");
                let list = app.get_as(&account.token, &query).await;
                let first = list.body["results"][0].clone();
                assert!(first.is_object(), "{category} {slug} {path}: {}", list.body);
                let has: BTreeSet<String> = first.as_object().unwrap().keys().cloned().collect();
                if (category, path.as_str()) == ("ats", "tags") {
                    // The documents know no single tag, and no id of one.
                    schemas.check(&format!("GET /{path} 200"), &list);
                    assert_eq!(has, schemas.properties(&format!("GET /{path} 200")));
                    continue;
                }
                let single = app.get_as(&account.token, &format!("/{category}/v1/{path}/{}?{extras}", text(&first["id"]))).await;
                assert_eq!(single.body, first, "{category} {path}");
                if matches!(name.as_str(), "Team" | "Project")
                    && category != "accounting"
                    && (category, name.as_str()) != ("ticketing", "Team")
                {
                    continue; // Only the clients know these.
                }
                schemas.check(&format!("GET /{path} 200"), &list);
                schemas.check(&format!("GET /{path}/{{id}} 200"), &single);
                assert_eq!(has, schemas.properties(&format!("GET /{path} 200")), "{category} {path}");
            }
        }
        let wanted = ["hris", "ticketing"].contains(&category).then(|| if category == "hris" { "Team" } else { "Project" });
        assert!(wanted.is_none_or(|name| seen.contains(name)), "{category}: no app has the older model");
        let missing = schemas.unchecked_records();
        assert!(missing.is_empty(), "{category}: no app had {missing:?}");
    }
}

#[tokio::test]
async fn references_lead_to_records_of_the_same_account_and_agree_in_both_directions() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let employees = app.all(&account, "employees?page_size=100").await;
    let employments = app.all(&account, "employments?page_size=100").await;
    let ids: BTreeSet<String> = employees.iter().map(|e| text(&e["id"])).collect();
    assert_eq!(ids.len(), employees.len());
    let mut referred = 0;
    for employment in &employments {
        let employee = text(&employment["employee"]);
        assert!(ids.contains(&employee));
        let owner = employees.iter().find(|e| e["id"] == employee.as_str()).unwrap();
        if let Some(own) = owner["employments"].as_array().filter(|own| !own.is_empty()) {
            assert!(own.contains(&employment["id"]));
            referred += 1;
        }
    }
    let _ = referred;
    for (place, employee) in employees.iter().enumerate() {
        if let Some(manager) = employee["manager"].as_str() {
            let of_manager = employees.iter().position(|e| e["id"] == manager).unwrap();
            assert!(of_manager < place, "nobody is above themselves");
        }
        for field in ["work_email", "personal_email"] {
            assert!(employee[field].as_str().is_none_or(|mail| mail.ends_with(".example")), "{}", employee[field]);
        }
    }
    let other = app.synced("hris", "bamboohr", "o2").await;
    let others: BTreeSet<String> = app.all(&other, "employees?page_size=100").await.iter().map(|e| text(&e["id"])).collect();
    assert!(ids.is_disjoint(&others));
    let foreign = app.get_as(&other.token, &format!("/hris/v1/employees/{}", ids.first().unwrap())).await;
    assert_eq!(foreign.status, 404);
}

#[tokio::test]
async fn the_same_seed_gives_the_same_records_and_another_one_others() {
    let names = async |seed: u64| {
        let app = App::with(SandboxConfig { seed, ..SandboxConfig::default() }).await;
        let account = app.synced("ats", "greenhouse", "o1").await;
        let mut all = app.all(&account, "candidates?page_size=100").await;
        // Only the moments at which they came differ.
        for one in &mut all {
            (one["created_at"], one["modified_at"]) = (Value::Null, Value::Null);
            for list in ["email_addresses", "phone_numbers", "urls"] {
                one[list] = Value::Null;
            }
        }
        all
    };
    let (a, b, c) = (names(1).await, names(1).await, names(2).await);
    assert!(a.len() > 100);
    assert_eq!(a, b);
    assert_ne!(a, c);
}

#[tokio::test]
async fn pages_have_thirty_records_unless_asked_and_a_hundred_at_most() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let count = async |query: &str| app.page(&account, &format!("employees{query}")).await["results"].as_array().unwrap().len();
    assert_eq!((count("").await, count("?page_size=7").await, count("?page_size=5000").await), (30, 7, 100));
    let all = app.all(&account, "employees?page_size=17").await;
    assert_eq!(strings(&json!(all), "id"), strings(&json!(app.all(&account, "employees?page_size=100").await), "id"));
    let created = strings(&json!(all), "created_at");
    assert!(created.is_sorted(), "in the order of creation");
    let (mut page, mut back) = (app.page(&account, "employees?page_size=50").await, Vec::new());
    assert_eq!(page["previous"], Value::Null);
    while let Some(next) = page["next"].as_str() {
        page = app.page(&account, &format!("employees?page_size=50&cursor={}", quoted(next))).await;
    }
    back.splice(0..0, page["results"].as_array().unwrap().clone());
    while let Some(previous) = page["previous"].as_str() {
        page = app.page(&account, &format!("employees?page_size=50&cursor={}", quoted(previous))).await;
        back.splice(0..0, page["results"].as_array().unwrap().clone());
    }
    assert_eq!(back, all, "and back again");
}

#[tokio::test]
async fn windows_are_exclusive_and_read_both_ways_of_writing_a_time() {
    let app = App::start().await;
    let account = app.synced("ticketing", "jira", "o1").await;
    let all = app.all(&account, "tickets?page_size=100").await;
    let (low, high) = (text(&all[40]["modified_at"]), text(&all[90]["modified_at"]));
    let window = |a: &str, b: &str| format!("tickets?page_size=30&modified_after={}&modified_before={}", quoted(a), quoted(b));
    let found = app.all(&account, &window(&low, &high)).await;
    let expected: Vec<_> = all.iter().filter(|t| text(&t["modified_at"]) > low && text(&t["modified_at"]) < high).cloned().collect();
    assert!(!expected.is_empty());
    assert_eq!(found, expected);
    let created = app.all(&account, &format!("tickets?created_after={}", quoted(&high))).await;
    assert_eq!(created.len(), all.iter().filter(|t| text(&t["created_at"]) > high).count());
    for form in ["2024-01-15T10:30:00Z", "2024-01-15T10:30:00.000Z", "2024-01-15T10:30:00+00:00"] {
        assert_eq!(app.all(&account, &format!("tickets?page_size=100&modified_after={}", quoted(form))).await.len(), all.len(), "{form}");
        assert!(app.all(&account, &format!("tickets?modified_before={}", quoted(form))).await.is_empty());
    }
    for wrong in ["yesterday", "2024-13-01T00:00:00Z"] {
        let answer = app.get_as(&account.token, &format!("/ticketing/v1/tickets?modified_after={wrong}")).await;
        assert_eq!((answer.status.as_u16(), answer.body), (400, json!({"non_field_errors": ["Provided filters are invalid."]})));
    }
}

#[tokio::test]
async fn a_list_without_times_ignores_them() {
    let app = App::start().await;
    let account = app.synced("accounting", "netsuite", "o1").await;
    let all = app.all(&account, "payment-terms").await;
    assert!(!all.is_empty());
    assert_eq!(app.all(&account, "payment-terms?modified_after=2999-01-01T00:00:00Z&modified_before=nonsense").await, all);
    assert!(app.all(&account, "invoices?modified_after=2999-01-01T00:00:00Z").await.is_empty());
}

#[tokio::test]
async fn values_can_be_filtered() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let employees = app.all(&account, "employees?page_size=100").await;
    let one = &employees[77];
    let by = async |query: String| app.all(&account, &format!("employees?page_size=10&{query}")).await;
    assert_eq!(by(format!("remote_id={}", text(&one["remote_id"]))).await, std::slice::from_ref(one));
    assert!(by("remote_id=none".to_owned()).await.is_empty());
    assert_eq!(by(format!("work_email={}", text(&one["work_email"]))).await, std::slice::from_ref(one));
    let employee = text(&employees[3]["id"]);
    let off = app.all(&account, &format!("time-off?page_size=100&employee_id={employee}")).await;
    assert!(!off.is_empty() && off.iter().all(|t| t["employee"] == employee.as_str()));
    assert_eq!(app.get_as(&account.token, "/hris/v1/time-off?employee_id=3").await.status, 400);
}

#[tokio::test]
async fn what_is_not_there_is_404() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let get = async |path: &str| app.get_as(&account.token, &format!("/hris/v1/{path}")).await.status.as_u16();
    for path in ["spaces", "companies", "tickets", "employees/3fa85f64-5717-4562-b3fc-2c963f66afa6", "employees/x", "employees/a/b"] {
        assert_eq!(get(path).await, 404, "{path}");
    }
    assert_eq!(app.get("/hris/v1/employees").await.status, 401, "a list is an account's");
    assert_eq!(send(app.api(Method::DELETE, "/hris/v1/employees")).await.status, 405);
    assert_eq!(send(app.api(Method::DELETE, "/hris/v1/nothing")).await.status, 404);
}

#[tokio::test]
async fn a_cursor_is_of_its_list_its_filters_its_account_and_its_day() {
    let app = App::start().await;
    let account = app.synced("hris", "bamboohr", "o1").await;
    let other = app.synced("hris", "bamboohr", "o2").await;
    let next = quoted(&text(&app.page(&account, "employees?include_deleted_data=true").await["next"]));
    let get = async |who: &Synced, path: &str| {
        let answer = app.get_as(&who.token, &format!("/hris/v1/{path}&cursor={next}")).await;
        (answer.status.as_u16(), answer.body)
    };
    let refused = (404, json!({"detail": "Invalid cursor"}));
    assert_eq!(get(&account, "employees?include_deleted_data=true").await.0, 200);
    assert_eq!(get(&account, "employees?page_size=9&include_deleted_data=true").await.0, 200, "another size is fine");
    assert_eq!(get(&account, "employees?include_deleted_data=false").await, refused);
    assert_eq!(get(&account, "employments?include_deleted_data=true").await, refused);
    assert_eq!(get(&other, "employees?include_deleted_data=true").await, refused);
    assert_eq!(app.get_as(&account.token, "/hris/v1/employees?cursor=nonsense").await.status, 404);
    app.pass(24 * 3_600 + 1).await;
    assert_eq!(get(&account, "employees?include_deleted_data=true").await, refused);
}

#[tokio::test]
async fn records_come_while_the_initial_sync_runs() {
    let config = SandboxConfig { initial_sync: std::time::Duration::from_secs(3_600), ..SandboxConfig::default() };
    let app = App::with(config).await;
    let account = app.linked("hris", "bamboohr", "o1").await;
    let account = Synced { id: text(&account["id"]), token: text(&account["account_token"]), category: "hris".to_owned() };
    let mut counts = Vec::new();
    for _ in 0..5 {
        counts.push((
            app.all(&account, "benefits?page_size=100").await.len(),
            app.all(&account, "timesheet-entries?page_size=100").await.len(),
        ));
        app.pass(900).await;
    }
    assert!(counts[0].0 <= 1 && counts[0].1 == 0, "{counts:?}");
    assert!(counts.is_sorted() && counts[2].0 > 0, "{counts:?}");
    assert_eq!(counts[2].1, 0, "models come one after the other: {counts:?}");
    assert_eq!(counts[4], (150, 600));
}
