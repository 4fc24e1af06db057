//! The command palette: what it finds, for whom, and what it refuses.

use axum::http::header;
use serde_json::json;

use super::records::{account, db, org};
use crate::support::{Browser, PASSWORD, Reply, TestApp, request};

/// What stands in an answer: the kinds in their order, each with the names in theirs.
fn found(reply: &Reply) -> Vec<(String, Vec<String>)> {
    assert_eq!(reply.status, 200, "{}", reply.text());
    let between = |text: &str, before: &str, after: &str| text.split_once(before).unwrap().1.split_once(after).unwrap().0.to_owned();
    let groups = reply.text().split("role=\"group\" ").skip(1);
    groups
        .map(|group| {
            let names = group.split("role=\"option\"").skip(1).map(|option| between(option, "title=\"", "\""));
            (between(group, "aria-label=\"", "\""), names.collect())
        })
        .collect()
}

/// The names of one kind.
fn names(reply: &Reply, kind: &str) -> Vec<String> {
    found(reply).into_iter().find(|(label, _)| label == kind).map(|(_, names)| names).unwrap_or_default()
}

async fn ask(browser: &Browser<'_>, typed: &str) -> Reply {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
    browser.get(&format!("/palette?{query}")).await
}

#[tokio::test]
async fn with_nothing_typed_it_shows_what_is_there_and_what_can_be_done() {
    let app = TestApp::new().await;
    let admin = app.admin("Palette").await;
    account(&app, &admin, 1).await;
    let reply = admin.get("/palette").await;
    let kinds: Vec<String> = found(&reply).into_iter().map(|(kind, _)| kind).collect();
    assert_eq!(kinds, ["Connected Apps", "Actions", "Apps"]);
    assert_eq!(names(&reply, "Connected Apps"), ["BAMBOOHR"]);
    assert_eq!(names(&reply, "Apps").len(), 5, "the most popular");
    assert_eq!((reply.header("cache-control"), reply.header("content-type")), ("no-store", "text/html; charset=utf-8"));
    assert!(!reply.text().contains("<html") && !reply.text().contains("<head"), "a part of a page: {}", reply.text());
    assert_eq!(reply.text().matches("aria-selected=\"false\"").count(), reply.text().matches("role=\"option\"").count());
}

#[tokio::test]
async fn names_are_found_by_slip_and_by_nickname_and_few_at_a_time() {
    let app = TestApp::new().await;
    let admin = app.admin("Ranking").await;
    let own = account(&app, &admin, 1).await;
    let reply = ask(&admin, "bambohr").await;
    assert!(reply.text().contains("Showing results for “bamboohr”"), "{}", reply.text());
    assert_eq!((names(&reply, "Connected Apps")[0].as_str(), names(&reply, "Apps")[0].as_str()), ("BAMBOOHR", "BambooHR"));
    assert!(reply.text().contains(&format!("href=\"/connected/{own}\"")) && reply.text().contains("href=\"/apps/bamboohr\""));
    assert_eq!(names(&ask(&admin, "qbo").await, "Apps")[0], "QuickBooks Online");
    assert_eq!(names(&ask(&admin, "dark mode").await, "Actions"), ["Dark theme"]);
    assert_eq!(found(&ask(&admin, "setings").await)[0].1, ["Settings"]);
    let many = ask(&admin, "payroll").await;
    assert!(found(&many).iter().all(|(_, names)| names.len() <= 8), "{:?}", found(&many));
    // What is connected goes by the name that people gave it, and still by its app's.
    app.state.store.rename(&org(&admin).await, own, Some("Zebra & Co"), app.state.clock.now()).await.unwrap();
    for typed in ["zebra", "bamboo"] {
        assert_eq!(names(&ask(&admin, typed).await, "Connected Apps"), ["Zebra &amp; Co"], "{typed}");
    }
}

#[tokio::test]
async fn what_needs_somebody_comes_first_and_says_so_in_words() {
    let app = TestApp::new().await;
    let admin = app.admin("Attention").await;
    let scope = org(&admin).await;
    for (n, name) in [(1, "Alpha"), (2, "Beta")] {
        let own = account(&app, &admin, n).await;
        app.state.store.rename(&scope, own, Some(name), app.state.clock.now()).await.unwrap();
        if name == "Beta" {
            db(&app).execute(&format!("UPDATE linked_accounts SET status = 'relink_needed' WHERE id = '{own}'")).await.unwrap();
        }
    }
    db(&app).execute(&format!("UPDATE linked_accounts SET upstream = '{}'", app.state.upstream.base_url())).await.unwrap();
    for typed in ["", "bamboohr"] {
        let reply = ask(&admin, typed).await;
        assert_eq!(names(&reply, "Connected Apps"), ["Beta", "Alpha"], "{typed}");
        assert!(reply.text().contains("Reconnect needed"));
    }
}

#[tokio::test]
async fn nobody_finds_what_is_not_theirs() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("Mine").await, app.admin("Theirs").await);
    account(&app, &admin, 1).await;
    for typed in ["", "bamboohr"] {
        assert_eq!(names(&ask(&stranger, typed).await, "Connected Apps"), [""; 0], "{typed}");
    }
    let link = {
        assert_eq!(admin.post("/api/people/invite", &json!({ "role": "member" })).await.status, 200);
        admin.get("/api/page/people").await.json()["invitations"][0]["link"].as_str().unwrap().to_owned()
    };
    let member = app.browser();
    let joined = json!({ "invitation": link.rsplit('/').next().unwrap(), "name": "Bea", "email": "bea@x.example", "password": PASSWORD });
    assert_eq!(member.post("/api/auth/join", &joined).await.status, 200);
    let (whole, part) = (names(&admin.get("/palette").await, "Actions"), names(&member.get("/palette").await, "Actions"));
    assert!(whole.contains(&"Invite people".to_owned()), "{whole:?}");
    assert_eq!(part, whole.into_iter().filter(|name| name != "Invite people").collect::<Vec<_>>(), "a member invites nobody");
    assert!(!part.contains(&"Operator".to_owned()));
    assert_eq!(names(&ask(&member, "bamboohr").await, "Connected Apps"), ["BAMBOOHR"], "the organisation's");
}

#[tokio::test]
async fn an_app_that_is_not_there_can_be_asked_for() {
    let app = TestApp::new().await;
    let admin = app.admin("Asking").await;
    let reply = ask(&admin, "zzqq <b>&x").await;
    assert!(reply.text().contains("No apps match “zzqq &lt;b&gt;&amp;x”."), "{}", reply.text());
    assert!(reply.text().contains("href=\"/request-app?name=zzqq+%3Cb%3E%26x\"") && reply.text().contains("data-said=\"1 result\""));
    // What is found beside it stays, and an app that is there is not asked for.
    assert_eq!(found(&ask(&admin, "sign out").await).len(), 2);
    assert!(!ask(&admin, "bamboohr").await.text().contains("/request-app?name"));
}

#[tokio::test]
async fn what_it_cannot_do_it_says_as_a_function_does() {
    let app = TestApp::new().await;
    let admin = app.admin("Bounds").await;
    assert_eq!(app.get("/palette?q=a").await.failure(), (401, "signed_out".to_owned()));
    assert_eq!(ask(&admin, &"é".repeat(100)).await.status, 200);
    let reply = ask(&admin, &"é".repeat(101)).await;
    assert_eq!((reply.failure(), reply.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some("q")));
    assert_eq!(admin.get("/palette?q=%00").await.failure(), (400, "invalid_input".to_owned()));
    assert_eq!(admin.send(request(axum::http::Method::POST, "/palette")).await.status, 405);
    app.state.store.close().await;
    assert_eq!(ask(&admin, "a").await.status, 503);
}

#[tokio::test]
async fn its_key_is_that_of_the_machine_and_its_script_is_kept() {
    let app = TestApp::new().await;
    let admin = app.admin("Keys").await;
    for (agent, keys, hint) in
        [("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)", "Meta+K", "⌘K"), ("Mozilla/5.0 (X11; Linux x86_64)", "Control+K", "Ctrl K")]
    {
        let mut asked = request(axum::http::Method::GET, "/connected");
        asked.headers_mut().insert(header::USER_AGENT, agent.parse().unwrap());
        let reply = admin.send(asked).await;
        assert!(reply.text().contains(&format!("data-keys=\"{keys}\"")) && reply.text().contains(hint), "{agent}");
        let address = reply.text().split_once("data-script=\"").unwrap().1.split_once('"').unwrap().0;
        let script = app.get(address).await;
        assert_eq!((script.status.as_u16(), script.header("content-type")), (200, "text/javascript; charset=utf-8"));
        assert!(script.header("cache-control").contains("immutable"));
    }
    assert!(!app.get("/sign-in").await.text().contains("data-keys"), "nobody is there to whom it could answer");
}
