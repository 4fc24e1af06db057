//! Inviting, joining, roles, leaving (P2), and asking for an app (C4).

use patchbay::domain::people::Role;
use serde_json::{Value, json};

use crate::support::{Browser, PASSWORD, PUBLIC_URL, TestApp, email, store};

async fn people(browser: &Browser<'_>) -> Value {
    browser.get("/api/page/people").await.json()
}

/// Invites, and answers the path of the link.
async fn invited(admin: &Browser<'_>, role: &str) -> String {
    let reply = admin.post("/api/people/invite", &json!({ "role": role })).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let link = people(admin).await["invitations"][0]["link"].as_str().unwrap().to_owned();
    link.strip_prefix(PUBLIC_URL).unwrap().to_owned()
}

fn key(path: &str) -> &str {
    path.strip_prefix("/join/").unwrap()
}

fn newcomer(path: &str, address: &str) -> Value {
    json!({ "invitation": key(path), "name": "Bea", "email": address, "password": PASSWORD })
}

fn person<'a>(people: &'a Value, name: &str) -> &'a Value {
    people["people"].as_array().unwrap().iter().find(|person| person["name"] == name).unwrap()
}

#[tokio::test]
async fn a_link_lets_one_person_in() {
    let app = TestApp::with(&[("SIGN_UP", "invite")]).await;
    // Nobody signs up here, so the first admin comes as the operator's commands would make them.
    let admin = app.browser();
    let reply = admin.post("/api/auth/demo", &json!({})).await;
    assert_eq!(reply.status, 200);
    let path = invited(&admin, "member").await;
    let page = app.get(&path).await;
    assert_eq!(page.status, 200);
    assert!(page.text().contains("Dana Kim invites you to Acme Inc."), "{}", page.text());

    let bea = app.browser();
    let reply = bea
        .form("/api/auth/join", &path, &[("invitation", key(&path)), ("name", "Bea"), ("email", "bea@x.example"), ("password", PASSWORD)])
        .await;
    assert_eq!(reply.location(), "/apps");
    let me = bea.me().await.unwrap();
    assert_eq!((me["role"].as_str(), me["organization_name"].as_str()), (Some("member"), Some("Acme Inc")));
    let late = app.post("/api/auth/join", &newcomer(&path, "cy@x.example")).await;
    assert_eq!(late.failure(), (410, "invitation_gone".to_owned()));
    assert_eq!(app.get(&path).await.status, 410);
}

#[tokio::test]
async fn what_is_wrong_with_a_newcomer_is_named_and_the_link_stays() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    let path = invited(&admin, "member").await;
    for (field, value) in [("name", ""), ("email", "nonsense"), ("password", "short")] {
        let mut body = newcomer(&path, "bea@x.example");
        body[field] = json!(value);
        let reply = app.post("/api/auth/join", &body).await;
        assert_eq!((reply.failure(), reply.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some(field)));
    }
    let reply = app.post("/api/auth/join", &newcomer(&path, &email("Acme"))).await;
    assert_eq!(reply.failure(), (409, "email_taken".to_owned()));
    let form = app.browser();
    let fields = [("invitation", key(&path)), ("name", "Bea"), ("email", "bea@x.example"), ("password", "short")];
    let back = form.form("/api/auth/join", &path, &fields).await;
    assert_eq!(back.location(), format!("{path}?problem=invalid_input&field=password&name=Bea&email=bea%40x.example"));
    assert_eq!(app.post("/api/auth/join", &newcomer(&path, "bea@x.example")).await.status, 200);
}

#[tokio::test]
async fn a_link_that_nobody_made_leads_nowhere() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    let path = invited(&admin, "admin").await;
    let (id, code) = key(&path).split_once('.').unwrap();
    let other = code.replace(|c: char| c != '0', "0");
    for wrong in
        [String::new(), "x".into(), id.into(), format!("{id}."), format!("{id}.{other}"), format!("0190c0de00004000800000000000000.{code}")]
    {
        let reply = app.post("/api/auth/join", &json!({ "invitation": wrong, "name": "B", "email": "b@x.y", "password": PASSWORD })).await;
        assert_eq!(reply.failure(), (404, "not_found".to_owned()), "{wrong}");
    }
    assert_eq!(app.get("/join/nonsense").await.status, 404);
}

#[tokio::test]
async fn who_has_an_account_joins_with_it_and_goes_back_and_forth() {
    let app = TestApp::new().await;
    let (acme, bea) = (app.admin("Acme").await, app.admin("Bea Ltd").await);
    let path = invited(&acme, "member").await;
    assert!(bea.get(&path).await.text().contains("Join as Ada"));
    let reply = bea.post("/api/auth/join", &json!({ "invitation": key(&path) })).await;
    assert_eq!((reply.json()["organization_name"].as_str(), reply.json()["role"].as_str()), (Some("Acme"), Some("member")));
    let list = people(&bea).await["organizations"].clone();
    let names: Vec<_> =
        list.as_array().unwrap().iter().map(|each| (each["name"].as_str().unwrap(), each["here"].as_bool().unwrap())).collect();
    assert_eq!(names, [("Bea Ltd", false), ("Acme", true)]);
    let home = list[0]["id"].clone();
    let reply = bea.post("/api/auth/switch-organization", &json!({ "organization_id": home })).await;
    assert_eq!((reply.json()["organization_name"].as_str(), reply.json()["role"].as_str()), (Some("Bea Ltd"), Some("admin")));
    // Somebody else's organisation is not there.
    let reply = acme.post("/api/auth/switch-organization", &json!({ "organization_id": home })).await;
    assert_eq!(reply.failure(), (404, "not_found".to_owned()));
    assert_eq!(acme.me().await.unwrap()["organization_name"], "Acme");
}

#[tokio::test]
async fn only_admins_invite_and_change_roles() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    let path = invited(&admin, "member").await;
    let bea = app.browser();
    bea.post("/api/auth/join", &newcomer(&path, "bea@x.example")).await;
    invited(&admin, "admin").await;
    let all = people(&admin).await;
    let (ada, invitation) = (person(&all, "Ada")["user_id"].clone(), all["invitations"][0]["id"].clone());
    for (path, body) in [
        ("invite", json!({ "role": "admin" })),
        ("withdraw-invitation", json!({ "invitation_id": invitation })),
        ("set-role", json!({ "user_id": ada, "role": "member" })),
        ("remove", json!({ "user_id": ada })),
    ] {
        let reply = bea.post(&format!("/api/people/{path}"), &body).await;
        assert_eq!(reply.failure(), (403, "not_allowed".to_owned()), "{path}");
    }
    let seen = people(&bea).await;
    assert_eq!((seen["invitations"].as_array().unwrap().len(), seen["people"].as_array().unwrap().len()), (0, 2), "no link for a member");
    assert!(!bea.get("/settings").await.text().contains("/join/"));

    // An admin of another organisation finds nobody.
    let stranger = app.admin("Stranger").await;
    for (path, body) in [
        ("withdraw-invitation", json!({ "invitation_id": invitation })),
        ("set-role", json!({ "user_id": ada, "role": "member" })),
        ("remove", json!({ "user_id": ada })),
    ] {
        let reply = stranger.post(&format!("/api/people/{path}"), &body).await;
        assert_eq!(reply.failure(), (404, "not_found".to_owned()), "{path}");
    }
    for (body, field) in
        [(json!({}), "user_id"), (json!({ "user_id": "x" }), "user_id"), (json!({ "user_id": ada, "role": "owner" }), "role")]
    {
        let reply = admin.post("/api/people/set-role", &body).await;
        assert_eq!((reply.failure(), reply.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some(field)));
    }
}

#[tokio::test]
async fn the_last_admin_cannot_go() {
    let app = TestApp::new().await;
    let admin = app.admin("Acme").await;
    let path = invited(&admin, "member").await;
    let bea = app.browser();
    bea.post("/api/auth/join", &newcomer(&path, "bea@x.example")).await;
    let all = people(&admin).await;
    let id = |name: &str| person(&all, name)["user_id"].clone();
    for (path, body) in [("set-role", json!({ "user_id": id("Ada"), "role": "member" })), ("remove", json!({ "user_id": id("Ada") }))] {
        let reply = admin.post(&format!("/api/people/{path}"), &body).await;
        assert_eq!(reply.failure(), (409, "last_admin".to_owned()), "{path}");
    }
    let reply = admin.form("/api/people/remove", "/settings", &[("user_id", id("Ada").as_str().unwrap())]).await;
    assert_eq!(reply.location(), "/settings?problem=last_admin&field=user_id");
    assert_eq!(admin.post("/api/people/set-role", &json!({ "user_id": id("Bea"), "role": "admin" })).await.status, 200);
    // Bea's open pages know at once: the role is read with each request.
    assert_eq!(bea.me().await.unwrap()["role"], "admin");
    let left = admin.form("/api/people/remove", "/settings", &[("user_id", id("Ada").as_str().unwrap())]).await;
    assert_eq!(left.status, 303);
    assert!(admin.me().await.is_none(), "who leaves is signed out");
    assert_eq!(people(&bea).await["people"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn what_a_person_connected_for_themselves_goes_with_them() {
    let app = TestApp::with(&[("ORIGIN_ID_SUBJECT", "filestorage=user")]).await;
    let admin = app.admin("Acme").await;
    let path = invited(&admin, "member").await;
    let bea = app.browser();
    bea.post("/api/auth/join", &newcomer(&path, "bea@x.example")).await;
    let begun = bea.post("/api/merge/create-link-token", &json!({ "category": "filestorage", "integration": "dropbox" })).await;
    assert_eq!(begun.status, 200, "{}", begun.text());
    let begun = admin.post("/api/merge/create-link-token", &json!({ "category": "hris", "integration": "bamboohr" })).await;
    assert_eq!(begun.status, 200, "{}", begun.text());
    let user = person(&people(&admin).await, "Bea")["user_id"].as_str().unwrap().to_owned();
    let org = store(&app).by_email("bea@x.example").await.unwrap().unwrap().0.org();
    assert_eq!(org.role, Role::Member);
    let count =
        async || store(&app).accounts(&org, app.state.clock.now()).await.unwrap().into_iter().filter(|account| !account.discarded).count();
    assert_eq!(count().await, 2);
    assert_eq!(admin.post("/api/people/remove", &json!({ "user_id": user })).await.status, 200);
    assert!(bea.me().await.is_none());
    assert_eq!(count().await, 1, "the organisation's own stays");
}

#[tokio::test]
async fn an_app_that_is_missing_is_asked_for() {
    let app = TestApp::new().await;
    let (ada, bea) = (app.admin("Acme").await, app.admin("Other").await);
    let operator = app.browser();
    operator.post("/api/auth/demo", &json!({})).await;
    for (name, field) in [("", "name"), ("…", "name"), ("BambooHR", "name"), ("bamboo hr!", "name")] {
        let reply = ada.post("/api/merge/request-app", &json!({ "name": name })).await;
        assert_eq!((reply.failure(), reply.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some(field)), "{name}");
    }
    let wrong = ada.post("/api/merge/request-app", &json!({ "name": "Oddity", "website": "javascript:alert(1)" })).await;
    assert_eq!(wrong.json()["field"], "website");
    let form = [("name", "Oddity HR"), ("website", "oddity.example"), ("reason", "<b>We use it</b>")];
    assert_eq!(ada.form("/api/merge/request-app", "/request-app?name=Oddity", &form).await.location(), "/request-app?asked=Oddity+HR");
    let page = ada.get("/request-app?asked=Oddity+HR").await;
    assert!(page.text().contains("1 team asked for Oddity HR."), "{}", page.text());
    let back = ada.form("/api/merge/request-app", "/request-app", &[("name", "BambooHR")]).await;
    assert_eq!(back.location(), "/request-app?name=BambooHR&problem=invalid_input&field=name");
    assert_eq!(bea.post("/api/merge/request-app", &json!({ "name": "oddity-hr" })).await.json()["teams"], 2);
    assert!(bea.get("/request-app?name=oddityhr").await.text().contains("2 teams asked for oddityhr."));

    assert_eq!(ada.get("/api/operator/requests").await.status, 404);
    assert_eq!(ada.get("/operator/requests").await.status, 404);
    let list = operator.get("/api/operator/requests").await.json();
    assert_eq!((list["requests"][0]["name"].as_str(), list["requests"][0]["teams"].as_i64()), (Some("Oddity HR"), Some(2)));
    let page = operator.get("/operator/requests").await;
    assert!(page.text().contains("&lt;b&gt;We use it&lt;/b&gt;") && page.text().contains("https://oddity.example/"));
}

#[tokio::test]
async fn asking_has_a_limit() {
    let app = TestApp::new().await;
    let ada = app.admin("Acme").await;
    for n in 0..20 {
        assert_eq!(ada.post("/api/merge/request-app", &json!({ "name": format!("Oddity {n}") })).await.status, 200);
    }
    let reply = ada.post("/api/merge/request-app", &json!({ "name": "One more" })).await;
    assert_eq!(reply.failure(), (429, "too_many_requests".to_owned()));
    assert!(!reply.header("retry-after").is_empty());
}
