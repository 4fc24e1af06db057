//! Keys over HTTP: what they open, whose, and that they only read.

use axum::{
    body::Body,
    http::{Method, Request, header},
};
use patchbay::{
    domain::ids::OrganizationId,
    server::{
        clock::{SystemClock, SystemRng},
        keys,
    },
};
use serde_json::json;
use uuid::Uuid;

use super::records::{account, db, org};
use crate::support::{Reply, TestApp, functions, json_request};

async fn key(app: &TestApp, organization: Option<OrganizationId>) -> (Uuid, String) {
    let (key, secret) = keys::create(&*app.state.store, &SystemClock, &SystemRng, organization, "test").await.unwrap().unwrap();
    (key.id, secret.expose().to_owned())
}

async fn get(app: &TestApp, key: &str, path: &str) -> Reply {
    app.send(Request::get(path).header(header::AUTHORIZATION, format!("Bearer {key}")).body(Body::empty()).unwrap()).await
}

#[tokio::test]
async fn a_key_of_one_organisation_reads_that_one() {
    let app = TestApp::new().await;
    let (own, other) = (app.admin("Own").await, app.admin("Other").await);
    let (mine, theirs) = (account(&app, &own, 2).await, account(&app, &other, 2).await);
    let (own_org, other_org) = (org(&own).await.organization, org(&other).await.organization);
    let (_, key) = key(&app, Some(own_org)).await;
    assert!(key.starts_with("pbk_") && key.len() == 47);
    let records = |account| format!("/api/merge/records/{account}/Employee");
    assert_eq!(get(&app, &key, &records(mine)).await.json()["results"].as_array().unwrap().len(), 1);
    assert_eq!(get(&app, &key, &records(theirs)).await.failure(), (404, "not_found".to_owned()));
    let accounts = get(&app, &key, "/api/merge/linked-accounts").await.json();
    assert_eq!(accounts["linked_accounts"].as_array().unwrap().len(), 1);
    assert_eq!(accounts["linked_accounts"][0]["id"], mine.to_string());
    assert_eq!(accounts["linked_accounts"][0]["manageable"], false);
    assert_eq!(get(&app, &key, "/api/merge/integrations?category=hris").await.status, 200);
    assert_eq!(get(&app, &key, "/api/merge/activity").await.json()["activity"].as_array().unwrap().len(), 1);
    assert_eq!(get(&app, &key, &format!("{}?organization={own_org}", records(mine))).await.status, 200);
    let strange = get(&app, &key, &format!("{}?organization={other_org}", records(theirs))).await;
    assert_eq!((strange.failure(), strange.json()["field"].as_str()), ((404, "not_found".to_owned()), Some("organization")));
    assert!(db(&app).number("SELECT COUNT(*) FROM api_keys WHERE last_used_at IS NOT NULL").await == 1);
}

#[tokio::test]
async fn a_key_of_all_names_one_each_time() {
    let app = TestApp::new().await;
    let (one, two) = (app.admin("One").await, app.admin("Two").await);
    let (first, second) = (account(&app, &one, 2).await, account(&app, &two, 2).await);
    let (one, two) = (org(&one).await.organization, org(&two).await.organization);
    let (_, key) = key(&app, None).await;
    let at = |account, organization: &str| format!("/api/merge/records/{account}/Employee?organization={organization}");
    assert_eq!(get(&app, &key, &at(first, &one.to_string())).await.status, 200);
    assert_eq!(get(&app, &key, &at(second, &two.to_string())).await.status, 200);
    assert_eq!(get(&app, &key, &at(second, &one.to_string())).await.failure(), (404, "not_found".to_owned()));
    for (organization, status) in [("", 400), ("x", 400), ("0190c0de-0000-4000-8000-000000000000", 404)] {
        let reply = get(&app, &key, &at(first, organization)).await;
        assert_eq!((reply.status.as_u16(), reply.json()["field"].as_str()), (status, Some("organization")), "{organization}");
    }
    let missing = get(&app, &key, "/api/merge/linked-accounts").await;
    assert_eq!((missing.failure(), missing.json()["field"].as_str()), ((400, "invalid_input".to_owned()), Some("organization")));
}

#[tokio::test]
async fn a_wrong_or_revoked_key_opens_nothing_whatever_cookie_is_with_it() {
    let app = TestApp::new().await;
    let admin = app.admin("Wrong").await;
    let own = account(&app, &admin, 2).await;
    let (id, live) = key(&app, Some(org(&admin).await.organization)).await;
    let path = format!("/api/merge/records/{own}/Employee");
    for shown in
        ["Bearer", "Bearer ", "Bearer x", "Basic dXNlcjpwYXNz", &format!("Basic {live}"), &format!("Bearer {live}x"), "Bearer pbk_"]
    {
        for path in [path.as_str(), "/api/merge/linked-accounts", "/api/merge/integrations", "/api/merge/activity"] {
            let request = Request::get(path).header(header::AUTHORIZATION, shown).body(Body::empty()).unwrap();
            assert_eq!(admin.send(request).await.failure(), (401, "wrong_key".to_owned()), "{shown} {path}");
        }
    }
    assert_eq!(get(&app, &live, &path).await.status, 200);
    assert!(app.state.store.revoke_key(id, app.state.clock.now()).await.unwrap());
    assert_eq!(get(&app, &live, &path).await.failure(), (401, "wrong_key".to_owned()));
    assert_eq!(admin.get(&path).await.status, 200, "the session goes on");
}

#[tokio::test]
async fn a_key_changes_nothing_and_opens_nothing_else() {
    let app = TestApp::new().await;
    let admin = app.admin("Only").await;
    account(&app, &admin, 2).await;
    let (_, key) = key(&app, Some(org(&admin).await.organization)).await;
    for (path, get) in functions() {
        if path.starts_with("/api/auth/")
            || ["/api/merge/linked-accounts", "/api/merge/integrations", "/api/page/theme", "/api/page/language"].contains(&path)
        {
            continue;
        }
        let mut request =
            if get { crate::support::request(Method::GET, &format!("{path}?slug=x")) } else { json_request(path, &json!({})) };
        request.headers_mut().insert(header::AUTHORIZATION, format!("Bearer {key}").parse().unwrap());
        assert_eq!(app.send(request).await.failure(), (401, "signed_out".to_owned()), "{path}");
    }
    assert_eq!(get(&app, &key, "/api/events").await.status, 401);
    assert_eq!(get(&app, &key, "/connected").await.status, 303);
}
