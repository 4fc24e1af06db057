use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{App, send, text};

fn asked(token: &str, window: &str) -> Value {
    json!({"link_token": token, "window_id": window})
}

fn typed(token: &str, outcome: &str) -> Value {
    json!({"link_token": token, "window_id": "w", "outcome": outcome, "fields": {"subdomain": "acme", "api_key": "right"}})
}

#[tokio::test]
async fn opening_and_leaving_leaves_an_incomplete_account_and_preparing_does_not() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    app.window("session", asked(&token, "w")).await;
    assert_eq!(app.get("/hris/v1/linked-accounts?end_user_origin_id=o1").await.body["results"], json!([]));
    app.window("open", asked(&token, "w")).await;
    let account = app.get("/hris/v1/linked-accounts?end_user_origin_id=o1").await.body["results"][0].clone();
    assert_eq!((&account["status"], &account["integration"]["slug"]), (&json!("INCOMPLETE"), &json!("bamboohr")));

    // Who comes with the same app goes on; who comes with another one takes the unfinished account along.
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    let session = app.window("session", asked(&token, "w2")).await;
    assert_eq!((&session["mode"], &session["integration"]["slug"]), (&json!("continue"), &json!("bamboohr")));
    let token = app.link_token("hris", "o1", Some("workday")).await;
    let session = app.window("session", asked(&token, "w3")).await;
    assert_eq!((&session["mode"], &session["integration"]["slug"]), (&json!("new"), &json!("workday")));
    app.window("open", asked(&token, "w3")).await;
    let done = app.window("submit", json!({"link_token": token, "window_id": "w3", "outcome": "success", "fields": {"subdomain": "acme", "username": "ada", "password": "right", "api_key": "right"}})).await;
    assert_eq!(done["integration_name"], "Workday");
    let accounts = app.get("/hris/v1/linked-accounts?end_user_origin_id=o1").await.body["results"].clone();
    assert_eq!((accounts.as_array().unwrap().len(), &accounts[0]["id"], &accounts[0]["status"]), (1, &account["id"], &json!("COMPLETE")));

    // A finished one keeps its app, whatever is named.
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    let session = app.window("session", asked(&token, "w4")).await;
    assert_eq!((&session["mode"], &session["integration"]["slug"]), (&json!("relink"), &json!("workday")));
}

#[tokio::test]
async fn an_app_of_an_earlier_attempt_cannot_be_exchanged_for_another() {
    let app = App::start().await;
    let first = app.link_token("hris", "o1", Some("bamboohr")).await;
    app.window("open", asked(&first, "w")).await;
    let token = app.link_token("hris", "o1", None).await;
    for step in ["session", "open", "open"] {
        let session = app.window(step, asked(&token, "w2")).await;
        assert_eq!(
            (&session["mode"], &session["can_choose"], &session["integration"]["slug"]),
            (&json!("continue"), &json!(false), &json!("bamboohr"))
        );
    }
    let mut body = asked(&token, "w2");
    body["integration"] = json!("workday");
    assert_eq!(app.window("pick", body).await["integration"]["slug"], "bamboohr");
}

#[tokio::test]
async fn an_account_without_an_app_takes_the_next_one() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", None).await;
    app.window("open", asked(&token, "w")).await;
    let account = app.get("/hris/v1/linked-accounts?end_user_origin_id=o1").await.body["results"][0].clone();
    assert_eq!(account["status"], "INCOMPLETE");
    assert!(account.get("integration").is_none(), "absent until one was picked");
    let token = app.link_token("hris", "o1", Some("workday")).await;
    let session = app.window("open", asked(&token, "w2")).await;
    assert_eq!(session["integration"]["slug"], "workday");
}

#[tokio::test]
async fn a_person_may_go_back_and_pick_another_app() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", None).await;
    for slug in ["workday", "bamboohr"] {
        let mut body = asked(&token, "w");
        body["integration"] = json!(slug);
        assert_eq!(app.window("pick", body).await["integration"]["slug"], slug);
    }
    let done = app.window("submit", typed(&token, "success")).await;
    assert_eq!(done["integration_name"], "BambooHR");
    let mut body = asked(&token, "w");
    body["integration"] = json!("salesforce");
    assert_eq!(app.window("pick", body).await["problem"]["code"], "used_token");
}

#[tokio::test]
async fn a_link_token_is_for_one_window_once_and_for_a_time() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    app.window("open", asked(&token, "w")).await;
    assert_eq!(app.window("open", asked(&token, "other")).await["problem"]["code"], "used_token");
    assert!(app.window("open", asked(&token, "w")).await.get("problem").is_none(), "the same window may ask again");
    assert!(app.window("submit", typed(&token, "success")).await["public_token"].is_string());
    assert_eq!(app.window("submit", typed(&token, "success")).await["problem"]["code"], "used_token");
    assert_eq!(app.window("session", asked("nonsense", "w")).await["problem"]["code"], "unknown_token");

    let token = app.link_token("hris", "o2", None).await;
    app.control(Method::POST, "/clock", json!({"seconds": 30 * 60 - 5})).await;
    assert!(app.window("session", asked(&token, "w")).await.get("problem").is_none());
    app.control(Method::POST, "/clock", json!({"seconds": 5})).await;
    assert_eq!(app.window("session", asked(&token, "w")).await["problem"]["code"], "expired_token");
}

#[tokio::test]
async fn link_expiry_mins_is_honoured() {
    let app = App::start().await;
    let mut body = crate::support::asking("hris", "o1", None);
    body["link_expiry_mins"] = json!(60);
    let answer = send(app.api(Method::POST, "/hris/v1/link-token").json(&body)).await;
    let token = text(&answer.body["link_token"]);
    app.control(Method::POST, "/clock", json!({"seconds": 59 * 60})).await;
    assert!(app.window("session", asked(&token, "w")).await.get("problem").is_none());
    app.control(Method::POST, "/clock", json!({"seconds": 60})).await;
    assert_eq!(app.window("session", asked(&token, "w")).await["problem"]["code"], "expired_token");
}

#[tokio::test]
async fn a_wrong_password_can_be_corrected() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    app.window("open", asked(&token, "w")).await;
    let mut wrong = typed(&token, "success");
    wrong["fields"]["api_key"] = json!("wrong");
    for body in [wrong, typed(&token, "wrong_password")] {
        let problem = app.window("submit", body).await["problem"].clone();
        assert_eq!((&problem["code"], &problem["field"]), (&json!("refused"), &json!("api_key")));
    }
    let mut empty = typed(&token, "success");
    empty["fields"]["subdomain"] = json!(" ");
    assert_eq!(app.window("submit", empty).await["problem"]["field"], "subdomain");
    let invalid = app.window("submit", typed(&token, "validation_error")).await;
    assert!(invalid["problem"]["errors"][0]["detail"].is_string());
    assert_eq!(app.get("/hris/v1/linked-accounts?status=INCOMPLETE").await.body["results"].as_array().unwrap().len(), 1);
    assert!(app.window("submit", typed(&token, "success")).await["public_token"].is_string());
    assert_eq!(app.get("/hris/v1/linked-accounts?status=COMPLETE").await.body["results"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn missing_permissions_link_the_account_with_an_issue_that_a_relink_resolves() {
    let app = App::start().await;
    let token = app.link_token("hris", "o1", Some("bamboohr")).await;
    let done = app.control(Method::POST, "/link", json!({"link_token": token, "outcome": "missing_permission"})).await.body;
    let id = text(&done["account"]["id"]);
    assert_eq!(done["account"]["status"], "COMPLETE");
    let issues = app.get(&format!("/hris/v1/issues?linked_account_id={id}&status=ONGOING")).await.body;
    assert_eq!(issues["results"][0]["error_description"], "Missing Permissions");
    assert!(!issues["results"][0]["error_details"].as_array().unwrap().is_empty());
    app.control(Method::POST, "/clock", json!({"seconds": 60})).await;
    let account_token = text(&done["account"]["account_token"]);
    let statuses = app.get_as(&account_token, "/hris/v1/sync-status").await.body;
    assert!(statuses["results"].as_array().unwrap().iter().any(|s| s["status"] == "PARTIALLY_SYNCED"));

    let token = app.link_token("hris", "o1", None).await;
    app.control(Method::POST, "/link", json!({"link_token": token})).await;
    assert_eq!(app.get(&format!("/hris/v1/issues?linked_account_id={id}&status=ONGOING")).await.body["results"], json!([]));
}

#[tokio::test]
async fn a_relink_may_change_tenant_or_token_when_asked_to() {
    let app = App::start().await;
    let first = app.linked("hris", "bamboohr", "o1").await;
    let relink = async |outcome: &str| {
        let token = app.link_token("hris", "o1", None).await;
        app.control(Method::POST, "/link", json!({"link_token": token, "outcome": outcome})).await.body["account"].clone()
    };
    let same = relink("success").await;
    assert_eq!((&same["instance_id"], &same["account_token"]), (&first["instance_id"], &first["account_token"]));
    let other = relink("other_instance").await;
    assert_ne!(other["instance_id"], first["instance_id"]);
    assert_eq!((&other["id"], &other["account_token"]), (&first["id"], &first["account_token"]));
    let renewed = relink("new_token").await;
    assert_ne!(renewed["account_token"], first["account_token"]);
    assert_eq!(renewed["id"], first["id"]);
}

#[tokio::test]
async fn the_public_token_may_be_for_another_account() {
    let app = App::start().await;
    let first = app.linked("hris", "bamboohr", "o1").await;
    let token = app.link_token("hris", "o2", Some("bamboohr")).await;
    let done = app.control(Method::POST, "/link", json!({"link_token": token, "outcome": "other_account"})).await.body;
    assert_eq!(done["info"]["isTokenForOtherPreexistingLinkedAccount"], true);
    let exchanged = app.get(&format!("/hris/v1/account-token/{}", text(&done["public_token"]))).await.body;
    assert_eq!(exchanged["id"], first["id"]);
}

#[tokio::test]
async fn the_pages_are_served_with_their_policies() {
    let app = App::start().await;
    let script = send(app.http.get(app.sandbox.link_script_url())).await;
    assert!(text(&script.body).contains(&format!("\"http://{}\"", app.sandbox.addr())), "the script knows its origin");
    assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8");
    let page = send(app.http.get(format!("{}/index.html", app.root()))).await;
    assert!(page.headers["content-security-policy"].to_str().unwrap().contains("script-src 'self'"));
    assert!(!text(&page.body).contains("http://") && !text(&page.body).contains("https://"), "nothing from elsewhere");
    let odd = send(app.http.get(app.sandbox.link_script_url()).header("host", "\"><script>")).await;
    assert_eq!(odd.status, 400);
}
