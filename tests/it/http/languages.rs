//! Five languages: which one is spoken, to whom, and that nothing is said beside the catalogue.

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::{Value, json};

use super::records::{account, db, org};
use crate::support::{Browser, Reply, TestApp, email, form_request};

fn page(path: &str, headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::get(path);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::empty()).unwrap()
}

fn language(reply: &Reply) -> String {
    reply.text().split_once("<html lang=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn a_page_speaks_the_language_that_is_asked_for() {
    let app = TestApp::new().await;
    type Headers = &'static [(&'static str, &'static str)];
    let cases: [(Headers, &str, &str); 7] = [
        (&[], "en", "Sign in"),
        (&[("accept-language", "fr-CA,fr;q=0.9,en;q=0.5")], "fr", "Se connecter"),
        (&[("accept-language", "ja")], "ja", "サインイン"),
        (&[("accept-language", "tlh, *;q=0.1")], "en", "Sign in"),
        (&[("cookie", "patchbay_language=de"), ("accept-language", "fr")], "de", "Anmelden"),
        (&[("cookie", "patchbay_language=zz"), ("accept-language", "es")], "es", "Iniciar sesión"),
        (&[("cookie", "patchbay_language=en"), ("accept-language", "es")], "en", "Sign in"),
    ];
    for (headers, code, title) in cases {
        let reply = app.send(page("/sign-in", headers)).await;
        assert_eq!((reply.status.as_u16(), language(&reply).as_str()), (200, code), "{headers:?}");
        assert!(reply.text().contains(&format!("<h1>{title}<")), "{headers:?}");
        assert_eq!(reply.header("cache-control"), "no-store");
        let vary: Vec<&str> = reply.headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap()).collect();
        assert!(vary.join(", ").contains("accept-language, cookie"), "{vary:?}");
    }
    let long = "de,".repeat(2000);
    assert_eq!(language(&app.send(page("/sign-in", &[("accept-language", &long)])).await), "de");
    assert_eq!(language(&app.send(page("/nothing/here", &[("accept-language", "de")])).await), "de");
}

#[tokio::test]
async fn the_words_of_islands_are_kept_for_ever_under_a_name_that_their_content_gives() {
    let app = TestApp::new().await;
    let html = app.send(page("/sign-in", &[("accept-language", "de")])).await.text().to_owned();
    let path = format!("/words/de.{}", html.split_once("/words/de.").unwrap().1.split_once('"').unwrap().0);
    let reply = app.get(&path).await;
    assert_eq!((reply.status.as_u16(), reply.header("content-type")), (200, "application/json"));
    assert!(reply.header("cache-control").contains("immutable"));
    let words: Vec<String> = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!((words[0].as_str(), words.len() % 2), ("de", 1));
    let connect = words.iter().position(|word| word == "connect").unwrap();
    assert_eq!(words[connect + 1], "Verbinden");
    assert!(!words.iter().any(|word| word.starts_with("page-")));
    for wrong in ["/words/de.0000000000000000.json", "/words/xx.json", "/words/../Cargo.toml", "/words/de"] {
        assert_eq!(app.get(wrong).await.status, 404, "{wrong}");
    }
}

#[tokio::test]
async fn a_language_is_chosen_by_a_form_that_comes_back() {
    let app = TestApp::new().await;
    let reply = app.send(form_request("/api/page/language", "/sign-in?next=%2Fconnected", &[("language", "ja")])).await;
    assert_eq!((reply.status.as_u16(), reply.location()), (303, "/sign-in?next=%2Fconnected"));
    assert_eq!(reply.header("clear-site-data"), "\"prefetchCache\"");
    assert_eq!(reply.header("set-cookie"), "patchbay_language=ja; Path=/; Max-Age=31536000; SameSite=Lax");
    for wrong in ["", "xx", "DE", "de; Path=/x"] {
        let reply = app.post("/api/page/language", &json!({ "language": wrong })).await;
        assert_eq!(reply.failure(), (400, "invalid_input".to_owned()), "{wrong}");
    }
    let mut framed = form_request("/api/page/language", "/apps", &[("language", "de")]);
    framed.headers_mut().insert("sec-fetch-dest", "iframe".parse().unwrap());
    let reply = app.send(framed).await;
    assert_eq!(reply.header("set-cookie"), "patchbay_language=de; Path=/; Max-Age=31536000; Secure; SameSite=None; Partitioned");
    let mut elsewhere = form_request("/api/page/language", "/apps", &[("language", "de"), ("return_to", "https://evil.example")]);
    elsewhere.headers_mut().insert("referer", "https://evil.example/x".parse().unwrap());
    assert_eq!(app.send(elsewhere).await.location(), "/apps");
}

#[tokio::test]
async fn what_islands_show_of_a_refusal_is_said_in_their_language_and_to_programs_in_english() {
    let app = TestApp::new().await;
    let admin = app.admin("Refusals").await;
    let own = account(&app, &admin, 1).await;
    let long = "x".repeat(101);
    let delete = ("/api/merge/delete-integration", json!({ "integration_id": "0190c0de-0000-4000-8000-000000000000" }));
    let rename = ("/api/merge/rename-integration", json!({ "integration_id": own, "display_name": long }));
    let join = ("/api/auth/sign-up", json!({ "organization_name": "A", "name": "A", "email": "a@b.example", "password": "short" }));
    let ask = |(path, body): &(&str, Value), language: Option<&'static str>| {
        let mut request = crate::support::json_request(path, body);
        if let Some(language) = language {
            request.headers_mut().insert(header::ACCEPT_LANGUAGE, language.parse().unwrap());
        }
        admin.send(request)
    };
    for (asked, english, german) in [
        (delete, "We couldn't find that app. It may have been deleted.", "Diese App wurde nicht gefunden. Vielleicht wurde sie gelöscht."),
        (rename, "Name is too long: use at most 100 characters.", "Name ist zu lang: höchstens 100 Zeichen."),
        (join, "Password is too short: use at least 10 characters.", "Passwort ist zu kurz: mindestens 10 Zeichen."),
    ] {
        assert_eq!(ask(&asked, None).await.json()["error"], english);
        assert_eq!(ask(&asked, Some("de-DE")).await.json()["error"], german);
    }
}

/// Elements that hold no text of the page.
const SILENT: [&str; 3] = ["script", "style", "template"];
/// Elements without an end.
const VOID: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];
/// Attributes that people read or hear.
const READ: [&str; 9] =
    ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt", "data-label", "data-said", "data-busy"];

/// What of a text stands outside of messages.
fn outside(text: &str) -> String {
    let mut depth = 0_i32;
    let mut rest = String::new();
    for letter in text.chars() {
        match letter {
            '⟦' => depth += 1,
            '⟧' => depth -= 1,
            letter if depth == 0 => rest.push(letter),
            _ => {}
        }
    }
    rest
}

/// What a page says that is neither a message nor marked as data (`translate="no"`) nor in a language of its own (`lang`), nor planted by the
/// test, as it stands in texts that are made of several parts.
fn unspoken(html: &str, planted: &[String]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut rest = html;
    let mut judge = |what: &str, text: &str, data: bool| {
        let text = text.replace("&amp;", "&");
        let left = outside(&text);
        let left = planted.iter().fold(left, |left, name| left.replace(name.as_str(), ""));
        if !data && left.chars().any(char::is_alphabetic) {
            found.push(format!("{what}: {}", text.trim()));
        }
    };
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        let silent = open.iter().any(|(name, _)| SILENT.contains(&name.as_str()));
        judge("text", text, silent || open.iter().any(|(_, data)| *data));
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let mut quote = false;
        let end = tag.char_indices().find(|(_, letter)| {
            quote ^= *letter == '"';
            *letter == '>' && !quote
        });
        let (inside, after) = tag.split_at(end.map_or(tag.len() - 1, |(at, _)| at));
        rest = &after[1..];
        if let Some(name) = inside.strip_prefix("</") {
            if let Some(begun) = open.iter().rposition(|(last, _)| last == name.trim()) {
                open.truncate(begun);
            }
            continue;
        }
        let name = inside[1..].split_whitespace().next().unwrap_or_default().to_owned();
        if name.starts_with('!') {
            continue;
        }
        let attribute = |wanted: &str| inside.split_once(&format!(" {wanted}=\"")).map(|(_, rest)| rest.split_once('"').unwrap().0);
        let data = attribute("translate") == Some("no") || (name != "html" && attribute("lang").is_some());
        let above = open.iter().any(|(_, data)| *data);
        for wanted in READ {
            if let Some(value) = attribute(wanted) {
                judge(wanted, value, data || above);
            }
        }
        if name == "meta" && attribute("name") == Some("description") {
            judge("description", attribute("content").unwrap(), false);
        }
        if SILENT.contains(&name.as_str()) {
            rest = rest.split_once(&format!("</{name}>")).map_or("", |(_, rest)| rest);
        } else if !VOID.contains(&name.as_str()) {
            open.push((name, data));
        }
    }
    found
}

async fn pseudo(app: &TestApp, browser: &Browser<'_>, path: &str) -> Reply {
    let session = browser.cookie().unwrap_or_default();
    app.send(page(path, &[("cookie", &format!("{session}; patchbay_language=qps"))])).await
}

#[tokio::test]
async fn every_page_says_nothing_beside_the_catalogue() {
    let app = TestApp::new().await;
    let (admin, stranger) = (app.admin("Acme").await, app.browser());
    assert!(app.state.store.set_operator(&email("Acme"), true).await.unwrap());
    let own = account(&app, &admin, 1).await;
    let broken = account(&app, &admin, 2).await;
    db(&app).execute(&format!("UPDATE linked_accounts SET status = 'relink_needed' WHERE id = '{broken}'")).await.unwrap();
    app.state.store.rename(&org(&admin).await, own, Some("Zebra"), app.state.clock.now()).await.unwrap();
    assert!(app.state.webhooks.store(b"is not an event").await);
    app.state.webhooks.work_due().await.unwrap();
    app.state.store.enqueue("purge", uuid::Uuid::nil(), 0).await.unwrap();
    let job = app.state.store.claim(&["purge"], 1000).await.unwrap().unwrap();
    app.state.store.bury(&job, "hopeless").await.unwrap();
    assert_eq!(admin.post("/api/people/invite", &json!({ "role": "member" })).await.status, 200);
    let asked = json!({ "name": "Frobnicator", "website": "", "reason": "Why not" });
    assert_eq!(admin.post("/api/merge/request-app", &asked).await.status, 200);
    let invitation = admin.get("/api/page/people").await.json()["invitations"][0]["link"].as_str().unwrap().to_owned();
    let join = invitation.split_once("/join/").map(|(_, key)| format!("/join/{key}")).unwrap();

    // The names of apps and people beside messages.
    let mut planted: Vec<String> = ["Patchbay", "Zebra", "BAMBOOHR", "BambooHR", "Workday"].map(str::to_owned).into();
    planted.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let mut problems = Vec::new();
    let mut look = |path: &str, reply: &Reply| {
        assert!(reply.text().contains('⟦'), "{path}: {}", reply.status);
        problems.extend(unspoken(reply.text(), &planted).into_iter().map(|problem| format!("{path}: {problem}")));
    };
    for path in ["/sign-in", "/sign-up?problem=email_taken&field=email", "/nothing", join.as_str(), "/join/x.y"] {
        look(path, &pseudo(&app, &stranger, path).await);
    }
    let pages = [
        "/apps".to_owned(),
        "/apps?q=bambohr".to_owned(),
        "/apps?q=zzzzzz".to_owned(),
        "/apps/bamboohr".to_owned(),
        "/apps/nothing-like-it".to_owned(),
        "/connect/hris".to_owned(),
        "/connect/knowledgebase".to_owned(),
        "/connected".to_owned(),
        format!("/connected?rename={own}"),
        format!("/connected?delete={own}"),
        format!("/connected/{own}"),
        format!("/connected/{own}/data"),
        format!("/connected/{own}/data?q=zzz"),
        format!("/connected/{own}/data?type=nothing"),
        format!("/connected/{own}/activity"),
        format!("/connected/{own}/settings"),
        format!("/connected/{broken}"),
        "/settings?problem=last_admin".to_owned(),
        "/request-app?name=Frobnicator".to_owned(),
        "/request-app?asked=Frobnicator".to_owned(),
        "/operator/inbox".to_owned(),
        "/operator/inbox?state=dead".to_owned(),
        "/operator/jobs".to_owned(),
        "/operator/accounts".to_owned(),
        "/operator/requests".to_owned(),
        "/palette".to_owned(),
        "/palette?q=bambohr".to_owned(),
        "/palette?q=zzzzzz".to_owned(),
        join.clone(),
    ];
    for path in pages {
        look(&path, &pseudo(&app, &admin, &path).await);
    }
    problems.sort();
    problems.dedup();
    assert!(problems.is_empty(), "{} texts are neither a message nor data:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn what_is_outside_of_messages_is_seen() {
    let html = r#"<html lang="qps"><!----><head><title>⟦a⟧ · Patchbay</title></head><body><p title="⟦b ⟦c⟧⟧">⟦d⟧ · 12</p><script>let word</script>
        <p translate="no">name</p><p lang="de">Wort</p><input placeholder="Hint" value="x"/><b>word<!> ⟦e⟧</b></body></html>"#;
    assert_eq!(unspoken(html, &["Patchbay".to_owned()]), ["placeholder: Hint", "text: word"]);
}
