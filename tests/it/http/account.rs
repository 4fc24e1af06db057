//! The four pages of a connected app as they are sent: whole, without a script, and with the right status whatever their address says.

use axum::{
    body::Body,
    http::{Request, header},
};
use patchbay::domain::ids::AccountId;
use serde_json::{Value, json};

use super::records::{account, db, org};
use crate::{
    store::records::write,
    support::{Browser, Reply, TestApp},
};

const TABS: [(&str, &str); 4] = [("", "Overview"), ("/data", "Data"), ("/activity", "Activity"), ("/settings", "Settings")];

/// A connected account with so many employees, the last one deleted.
async fn employees(app: &TestApp, browser: &Browser<'_>, count: i64) -> AccountId {
    let own = account(app, browser, 1).await;
    db(app).execute("DELETE FROM records").await.unwrap();
    for n in 1..=count {
        let fields = format!(
            "{{\"id\": \"r{n:02}\", \"first_name\": \"Person\", \"last_name\": \"No{n:02}\", \"work_email\": \"p{n}@acme.example\", \
             \"employment_status\": \"ACTIVE\", \"hire_date\": \"2020-01-01T00:00:00Z\", \"note\": \"name\"}}"
        );
        write(&db(app), own, &format!("r{n:02}"), n, &format!("2026-01-{:02}T00:00:00Z", 1 + n % 28), &fields).await;
    }
    db(app).execute(&format!("UPDATE records SET deleted_at = 5 WHERE merge_id = 'r{count:02}'")).await.unwrap();
    db(app).execute(&format!("UPDATE model_syncs SET record_count = {}", count - 1)).await.unwrap();
    own
}

/// The names in a page's list, in their order.
fn names(reply: &Reply) -> Vec<String> {
    let rows = reply.text().split("role=\"rowheader\"").skip(1);
    rows.map(|row| {
        let link = row.split_once("<a ").unwrap().1.split_once("</a>").unwrap().0;
        link.trim_end_matches("<!>").rsplit('>').next().unwrap().to_owned()
    })
    .collect()
}

/// Where the link with these words leads, within the same page.
fn leads(reply: &Reply, words: &str) -> Option<String> {
    let before = reply.text().split(&format!(">{words}<")).next().filter(|before| before.len() < reply.text().len())?;
    let link = before.rsplit("<a ").next()?;
    Some(link.split_once("href=\"")?.1.split_once('"')?.0.replace("&amp;", "&"))
}

#[tokio::test]
async fn each_page_is_sent_whole_and_leads_to_the_others() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("Tabs").await, app.admin("Stranger").await);
    let own = employees(&app, &admin, 3).await;
    for (tab, title) in TABS {
        let path = format!("/connected/{own}{tab}");
        let reply = admin.get(&path).await;
        assert_eq!(reply.status, 200, "{path}");
        let text = reply.text();
        assert_eq!(text.matches("aria-current=\"page\"").count(), 2, "the header's and its own: {path}");
        assert!(text.contains(&format!("<a href=\"{path}\" aria-current=\"page\">{title}<")), "{path}");
        for (other, _) in TABS {
            assert!(text.contains(&format!("href=\"/connected/{own}{other}\"")), "{path} leads to {other}");
        }
        assert!(text.contains("<h1 translate=\"no\">BAMBOOHR<") && text.contains("badge"), "the head is on each page");
        assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        assert!(app.get(&path).await.location().starts_with("/sign-in?next="), "{path}");
    }
    let asked = admin.get(&format!("/connected/{own}/settings?delete={own}")).await;
    assert!(asked.text().contains("Delete BAMBOOHR?") && asked.text().contains(" open"), "the address asks to delete");
    assert!(app.state.store.start_delete(&org(&admin).await, own, app.state.clock.now()).await.unwrap());
    for (tab, _) in TABS {
        assert_eq!(admin.get(&format!("/connected/{own}{tab}")).await.status, 404, "{tab}");
    }
}

#[tokio::test]
async fn records_are_paged_searched_sorted_and_opened_by_address_alone() {
    let app = TestApp::new().await;
    let admin = app.admin("Browse").await;
    let own = employees(&app, &admin, 60).await;
    let path = format!("/connected/{own}/data");
    let open = async |query: &str| admin.get(&format!("{path}{query}")).await;

    let first = open("").await;
    assert_eq!((names(&first).len(), names(&first)[0].as_str()), (25, "Person No59"), "the newest change first");
    assert!(first.text().contains("59 employees") && first.text().contains("Employees · 59"));
    assert!(first.text().contains("Work email") && first.text().contains("p59@acme.example") && first.text().contains("1 January 2020"));
    let second = open(&leads(&first, "Next page").unwrap()).await;
    let third = open(&leads(&second, "Next page").unwrap()).await;
    assert_eq!((names(&second).len(), names(&third).len()), (25, 9));
    assert_eq!((names(&third)[8].as_str(), leads(&third, "Next page")), ("Person No01", None));
    assert_eq!(names(&open(&leads(&third, "First page").unwrap()).await), names(&first));

    assert_eq!(names(&open("?sort=oldest").await)[..2], ["Person No01", "Person No02"]);
    assert_eq!(names(&open("?sort=id&q=no1").await)[..2], ["Person No10", "Person No11"]);
    assert_eq!(names(&open("?q=person+no07").await), ["Person No07"], "a whole name");
    assert_eq!(names(&open("?q=REMOTE-r08").await), ["Person No08"], "the app's own id");
    assert_eq!(names(&open("?q=first_name").await), [""; 0], "what fields are called does not count");
    assert_eq!(names(&open("?deleted=true").await), ["Person No60"]);

    let one = open("?record=r07").await;
    assert!(one.text().contains("<dialog") && one.text().contains("Last name") && one.text().contains("Show technical details"));
    assert_eq!((one.status.as_u16(), names(&one).len()), (200, 25), "beside the list");
    for nobody in ["zzz", "%00", "r07%00"] {
        let gone = open(&format!("?record={nobody}")).await;
        assert_eq!((gone.status.as_u16(), names(&gone).len()), (404, 25), "{nobody}");
        assert!(gone.text().contains("This record isn"), "{nobody}");
    }
}

#[tokio::test]
async fn an_address_that_makes_no_sense_has_its_status_and_a_way_on() {
    let app = TestApp::new().await;
    let admin = app.admin("Astray").await;
    let own = employees(&app, &admin, 30).await;
    let after = admin.get(&format!("/api/page/records?integration_id={own}&sort=oldest")).await.json()["next"].as_str().unwrap().to_owned();
    let after = after.split_once("after=").unwrap().1.to_owned();
    for (tab, query, status, field) in [
        ("data", "sort=size".to_owned(), 400, "sort"),
        ("data", "type=Candidate".to_owned(), 404, "type"),
        ("data", "type=%00".to_owned(), 404, "type"),
        ("data", "after=x".to_owned(), 400, "after"),
        ("data", format!("after={after}"), 400, "after"),
        ("data", "deleted=maybe".to_owned(), 400, "deleted"),
        ("data", format!("q={}", "x".repeat(101)), 400, "q"),
        ("activity", "before=x".to_owned(), 400, "before"),
        ("activity", "before=-1".to_owned(), 400, "before"),
    ] {
        let reply = admin.get(&format!("/connected/{own}/{tab}?{query}")).await;
        assert_eq!(reply.status, status, "{query}");
        assert!(reply.text().contains("work any more") && reply.text().contains(&format!("href=\"/connected/{own}/{tab}\"")), "{query}");
        let function = if tab == "data" { "records" } else { "activity" };
        if !query.contains("%00") {
            let reply = admin.get(&format!("/api/page/{function}?integration_id={own}&{query}")).await;
            assert_eq!((reply.status.as_u16(), reply.json()["field"].as_str()), (status, Some(field)), "{query}");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_says_why() {
    let app = TestApp::new().await;
    let admin = app.admin("Empty").await;
    let own = employees(&app, &admin, 1).await;
    let page = async |query: &str| admin.get(&format!("/connected/{own}/data{query}")).await.text().to_owned();
    assert!(page("").await.contains("Nothing here yet"));
    assert!(page("?q=zzz").await.contains("No matches") && page("?q=zzz").await.contains("Clear search"));
    assert!(page("?type=Team").await.contains("Not available for this app"), "of which nothing was ever told");
    db(&app).execute("UPDATE model_syncs SET window_end = NULL").await.unwrap();
    assert!(page("").await.contains("Initial sync in progress, check back in a few minutes"));
    db(&app).execute("UPDATE model_syncs SET status = 'DISABLED'").await.unwrap();
    assert!(page("").await.contains("Not available for this app"));
    db(&app).execute("UPDATE model_syncs SET status = NULL").await.unwrap();
    db(&app).execute("UPDATE linked_accounts SET status = 'relink_needed'").await.unwrap();
    assert!(page("").await.contains("sign in again before"));
}

#[tokio::test]
async fn records_are_told_in_plain_words_with_what_they_refer_to() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("Words").await, app.admin("Stranger").await);
    let own = employees(&app, &admin, 2).await;
    let boss = "0190c0de-0000-4000-8000-000000000001";
    write(&db(&app), own, boss, 3, "2026-01-03T00:00:00Z", "{\"display_full_name\": \"The Boss\"}").await;
    let fields = format!("{{\"first_name\": \"Ada\", \"manager\": \"{boss}\", \"groups\": [\"0190c0de-0000-4000-8000-000000000002\"]}}");
    write(&db(&app), own, "ada/1?&#", 4, "2026-01-04T00:00:00Z", &fields).await;
    let path = format!("/api/page/records?integration_id={own}");
    let list = admin.get(&path).await.json();
    let query = list["rows"][0]["query"].as_str().unwrap();
    assert_eq!(query, "?type=Employee&record=ada%2F1%3F%26%23");
    let open = admin.get(&format!("{path}&{}", &query[1..])).await.json();
    assert_eq!(open["record"]["title"], "Ada");
    let fact = |label: &str| open["record"]["facts"].as_array().unwrap().iter().find(|fact| fact["label"] == label).cloned().unwrap();
    assert_eq!(fact("Manager")["values"], json!([{ "record": { "title": "The Boss", "query": format!("?type=Employee&record={boss}") } }]));
    assert_eq!(fact("Groups")["values"], json!(["elsewhere"]));
    assert!(serde_json::from_str::<Value>(open["record"]["raw"].as_str().unwrap()).unwrap()["manager"] == boss);
    assert_eq!(stranger.get(&path).await.failure(), (404, "not_found".to_owned()));
    assert_eq!(app.get(&path).await.failure(), (401, "signed_out".to_owned()));
    assert_eq!(admin.get("/api/page/records?integration_id=x").await.json()["field"], "integration_id");
}

/// Programs and pages are told in the language that they ask for, and none of two that ask at once is told in the other's.
#[tokio::test]
async fn records_are_named_in_the_language_of_the_request() {
    let app = TestApp::new().await;
    let admin = app.admin("Languages").await;
    let own = employees(&app, &admin, 3).await;
    let (list, page) = (format!("/api/page/records?integration_id={own}&record=r01"), format!("/connected/{own}/data?record=r01"));
    let ask = async |path: &str, language: &str| {
        admin.send(Request::get(path).header(header::ACCEPT_LANGUAGE, language).body(Body::empty()).unwrap()).await
    };
    let (german, japanese, english) = tokio::join!(ask(&list, "de-AT"), ask(&list, "ja"), admin.get(&list));
    for (reply, [name, told, column, fact, value]) in [
        (&german, ["Mitarbeitende", "2 Mitarbeitende", "Beschäftigungsstatus", "Einstellungsdatum", "Aktiv"]),
        (&japanese, ["従業員", "従業員2件", "雇用状況", "入社日", "有効"]),
        (&english, ["Employees", "2 employees", "Employment status", "Hire date", "Active"]),
    ] {
        let json = reply.json();
        assert_eq!((json["name"].as_str(), json["told"].as_str()), (Some(name), Some(told)));
        assert!(json["types"].as_array().unwrap().iter().any(|kind| kind["name"] == name), "{}", json["types"]);
        assert_eq!((&json["columns"][0], &json["rows"][0]["cells"][0]), (&json!(column), &json!({ "text": value })));
        assert!(json["record"]["facts"].as_array().unwrap().iter().any(|line| line["label"] == fact), "{}", json["record"]["facts"]);
        assert!(reply.header("vary").contains("accept-language"));
    }
    let (german, english) = tokio::join!(ask(&page, "de"), admin.get(&page));
    assert!(german.text().contains("2 Mitarbeitende") && german.text().contains("Einstellungsdatum"));
    assert!(english.text().contains("2 employees") && english.text().contains("Hire date"));
    let apps = ask("/apps/bamboohr", "fr").await;
    assert!(apps.text().contains("Noms, e-mail professionnel, poste, responsable et date d’entrée"), "what we'll read");
    let accounts = ask("/api/merge/linked-accounts", "es").await.json();
    assert_eq!(accounts["linked_accounts"][0]["records"]["told"], "2 empleados");
}

#[tokio::test]
async fn the_history_is_told_by_day_and_page() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("History").await, app.admin("Stranger").await);
    let own = employees(&app, &admin, 1).await;
    for n in 1..=60 {
        assert!(app.state.store.rename(&org(&admin).await, own, Some(&format!("Name {n}")), app.state.clock.now()).await.unwrap());
    }
    let path = format!("/connected/{own}/activity");
    let first = admin.get(&path).await;
    assert!(
        first.text().contains("Ada renamed it to “Name 60”") && first.text().contains(">Today<") && first.text().contains("format=csv")
    );
    assert!(!first.text().contains("Name 10”"));
    let older = leads(&first, "Older").unwrap();
    let second = admin.get(&older).await;
    assert!(second.text().contains("Ada renamed it to “Name 10”") && second.text().contains("Ada connected BAMBOOHR"));
    assert_eq!((leads(&second, "Older"), leads(&second, "Newest")), (None, Some(path)));
    assert_eq!(stranger.get(&format!("/api/page/activity?integration_id={own}")).await.failure(), (404, "not_found".to_owned()));
}
