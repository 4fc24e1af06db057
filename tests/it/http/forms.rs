//! Pages without JavaScript: the same functions by a form, answered with a redirect.

use axum::http::header;
use serde_json::json;

use crate::support::{PASSWORD, PUBLIC_URL, TestApp, email, form_request};

#[tokio::test]
async fn a_form_does_what_json_does_and_leads_on() {
    let app = TestApp::new().await;
    let browser = app.browser();
    let address = email("Form");
    let fields = [("organization_name", "Form"), ("name", "Ada & Co"), ("email", address.as_str()), ("password", PASSWORD)];
    let reply = browser.form("/api/auth/sign-up", "/sign-up", &fields).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/apps"));
    assert_eq!(browser.me().await.unwrap()["name"], "Ada & Co");
    let out = browser.form("/api/auth/sign-out", "/apps", &[]).await;
    assert_eq!(out.location(), "/sign-in");
    assert!(browser.me().await.is_none());

    let other = app.browser();
    let reply = other.post("/api/auth/sign-in", &json!({ "email": address, "password": PASSWORD })).await;
    assert_eq!(reply.json()["name"], "Ada & Co", "who signed up by a form signs in by JSON");
}

#[tokio::test]
async fn a_failure_leads_back_with_words_for_machines_only() {
    let app = TestApp::new().await;
    let fields = [("email", "nobody@example.com"), ("password", "a wrong password")];
    let reply = app.send(form_request("/api/auth/sign-in", "/sign-in?next=%2Fconnected&problem=old&field=name", &fields)).await;
    assert_eq!(reply.location(), "/sign-in?next=%2Fconnected&problem=wrong_credentials&field=password&email=nobody%40example.com");
    assert!(reply.body.is_empty());

    let reply = app.send(form_request("/api/auth/sign-in", "/sign-in", &[("email", "nobody"), ("password", "secret words")])).await;
    assert_eq!(reply.location(), "/sign-in?problem=invalid_input&field=email&email=nobody");

    let typed = [("organization_name", "Acme & Co"), ("name", "Ada"), ("email", "x@y.z"), ("password", "short")];
    let reply = app.send(form_request("/api/auth/sign-up", "/sign-up?name=Old", &typed)).await;
    let typed_once = "organization_name=Acme+%26+Co&name=Ada&email=x%40y.z";
    assert_eq!(reply.location(), format!("/sign-up?problem=invalid_input&field=password&{typed_once}"), "all but the password is kept");

    let mut without = form_request("/api/auth/sign-up", "/", &[("email", "x@y.z"), ("password", "secret words")]);
    without.headers_mut().remove(header::REFERER);
    let reply = app.send(without).await;
    assert_eq!(reply.location(), "/sign-up?problem=invalid_input&field=organization_name&email=x%40y.z");
}

#[tokio::test]
async fn who_is_signed_out_is_led_to_sign_in_and_back() {
    let app = TestApp::new().await;
    let reply = app.send(form_request("/api/merge/delete-integration", "/connected?status=active", &[("integration_id", "x")])).await;
    assert_eq!(reply.location(), "/sign-in?next=%2Fconnected%3Fstatus%3Dactive");
}

#[tokio::test]
async fn forms_go_back_to_where_they_were_unless_they_say_otherwise() {
    let app = TestApp::new().await;
    let admin = app.admin("Back").await;
    let unknown = [("integration_id", "0190c0de-0000-4000-8000-000000000000")];
    let reply = admin.form("/api/merge/delete-integration", "/connected?category=hris", &unknown).await;
    assert_eq!(reply.location(), "/connected?category=hris&problem=not_found");
    let sign_in = [("email", email("Back")), ("password", PASSWORD.to_owned()), ("return_to", "/connected?q=a".to_owned())];
    let fields: Vec<(&str, &str)> = sign_in.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(admin.form("/api/auth/sign-in", "/sign-in", &fields).await.location(), "/connected?q=a");
}

#[tokio::test]
async fn no_form_leads_to_another_site() {
    let app = TestApp::new().await;
    app.admin("Open").await;
    let address = email("Open");
    for target in [
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/.//evil.example",
        "http:/evil.example",
        "/api/auth/sign-out",
        "",
    ] {
        let fields = [("email", address.as_str()), ("password", PASSWORD), ("return_to", target)];
        let reply = app.send(form_request("/api/auth/sign-in", "/sign-in", &fields)).await;
        assert_eq!(reply.location(), "/apps", "{target:?}");
    }
    let mut foreign = form_request("/api/auth/sign-in", "/", &[("email", "a@b.c"), ("password", "wrong one")]);
    foreign.headers_mut().insert(header::REFERER, "https://evil.example/sign-in?x=1".parse().unwrap());
    assert_eq!(app.send(foreign).await.location(), "/sign-in?problem=wrong_credentials&field=password&email=a%40b.c");
}

#[tokio::test]
async fn bad_forms_lead_back_too() {
    let app = TestApp::new().await;
    let mut large = form_request("/api/auth/sign-in", "/sign-in", &[]);
    large.headers_mut().insert(header::CONTENT_LENGTH, "99999".parse().unwrap());
    assert_eq!(app.send(large).await.location(), "/sign-in?problem=too_large");
    let long = "x".repeat(5000);
    let reply = app.send(form_request("/api/auth/sign-in", "/sign-in", &[("password", &long)])).await;
    assert_eq!(reply.location(), "/sign-in?problem=invalid_input&field=password");
    assert!(!reply.location().contains(PUBLIC_URL));
}
