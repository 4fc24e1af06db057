//! What each call sends, and how it reads a good answer.

use serde_json::{Value, json as value};

use super::scripted::{ACCOUNT_TOKEN, KEY, LINK_TOKEN, PUBLIC_TOKEN, Scripted, json, page, raw};
use crate::{
    domain::{category::Category, secret::Secret, status::UpstreamStatus},
    server::merge::{AccountFilter, LinkTokenRequest, Patience, Upstream, UpstreamError},
};

pub(super) fn request() -> LinkTokenRequest {
    LinkTokenRequest {
        category: Category::FileStorage,
        end_user_origin_id: "org_filestorage_1".to_owned(),
        end_user_organization_name: "Acme".to_owned(),
        end_user_email_address: "dana@example.com".to_owned(),
        integration: Some("box".to_owned()),
        link_expiry_mins: 30,
        language: None,
    }
}

#[tokio::test]
async fn a_link_token_is_asked_for_with_everything_it_needs() {
    let scripted = Scripted::start([
        json(200, &value!({"link_token": LINK_TOKEN, "integration_name": "Box", "magic_link_url": null, "new": 1})),
        json(200, &value!({"link_token": LINK_TOKEN})),
    ])
    .await;
    assert_eq!(scripted.upstream.link_token(&request()).await.unwrap().expose(), LINK_TOKEN);
    scripted.seen(0, |seen| {
        assert_eq!(seen.line(), "POST /api/filestorage/v1/link-token");
        assert_eq!(seen.headers["authorization"], format!("Bearer {KEY}"));
        assert_eq!(seen.headers["content-type"], "application/json");
        assert!(!seen.headers.contains_key("x-account-token"));
        let sent: Value = serde_json::from_slice(&seen.body).unwrap();
        assert_eq!(
            sent,
            value!({
                "end_user_origin_id": "org_filestorage_1",
                "end_user_organization_name": "Acme",
                "end_user_email_address": "dana@example.com",
                "categories": ["filestorage"],
                "integration": "box",
                "link_expiry_mins": 30,
            })
        );
    });
    // A relink sends no app at all, not even null (L7).
    scripted.upstream.link_token(&LinkTokenRequest { integration: None, ..request() }).await.unwrap();
    scripted.seen(1, |seen| assert!(serde_json::from_slice::<Value>(&seen.body).unwrap().get("integration").is_none()));
}

#[tokio::test]
async fn an_exchange_is_a_get_on_the_category_or_without_one() {
    let scripted = Scripted::start([
        json(
            200,
            &value!({"account_token": ACCOUNT_TOKEN, "id": "a1", "integration": {"name": "X", "categories": ["hris", "mktg", null, "ats"]}}),
        ),
        json(200, &value!({"account_token": ACCOUNT_TOKEN, "integration": null})),
    ])
    .await;
    let token = Secret::new(PUBLIC_TOKEN);
    let exchanged = scripted.upstream.exchange(Some(Category::Hris), &token, Patience::Interactive).await.unwrap();
    assert_eq!(exchanged.account_token.expose(), ACCOUNT_TOKEN);
    assert_eq!(exchanged.linked_account_id.as_deref(), Some("a1"));
    assert_eq!(exchanged.categories, [Category::Hris, Category::Ats]);
    let exchanged = scripted.upstream.exchange(None, &token, Patience::Job).await.unwrap();
    assert_eq!((exchanged.linked_account_id, exchanged.categories.len()), (None, 0));
    assert_eq!(
        scripted.lines(),
        [format!("GET /api/hris/v1/account-token/{PUBLIC_TOKEN}"), format!("GET /api/integrations/account-token/{PUBLIC_TOKEN}")]
    );
}

#[tokio::test]
async fn an_exchange_that_may_not_be_a_get_is_posted() {
    let scripted = Scripted::start([
        json(405, &value!({"detail": "Method \"GET\" not allowed."})),
        json(200, &value!({"account_token": ACCOUNT_TOKEN, "id": "a1"})),
    ])
    .await;
    scripted.upstream.exchange(Some(Category::Hris), &Secret::new(PUBLIC_TOKEN), Patience::Job).await.unwrap();
    let path = format!("/api/hris/v1/account-token/{PUBLIC_TOKEN}");
    assert_eq!(scripted.lines(), [format!("GET {path}"), format!("POST {path}")]);
    scripted.seen(1, |seen| assert_eq!(seen.headers["content-length"], "0"));
}

#[tokio::test]
async fn a_public_token_never_leaves_its_segment() {
    let scripted = Scripted::start([]).await;
    for hostile in ["a/../../hris/v1/delete-account", "..%2f..", "x?category=ats", "x#y", "%2e%2e", "a\\b", ";x", "..."] {
        scripted.then([json(404, &value!({}))]);
        let refused = scripted.upstream.exchange(Some(Category::Hris), &Secret::new(hostile), Patience::Job).await.unwrap_err();
        assert_eq!(refused, UpstreamError::NotFound, "{hostile}");
        let last = scripted.count() - 1;
        scripted.seen(last, |seen| {
            let rest = seen.uri.path().strip_prefix("/api/hris/v1/account-token/").expect(hostile);
            assert!(!rest.is_empty() && !rest.contains('/') && seen.uri.query().is_none(), "{hostile}: {}", seen.uri);
        });
    }
    let before = scripted.count();
    let long = "x".repeat(513);
    for never in ["", ".", "..", "regenerate", "a b", "a\nb", "a\u{0}", "ä", long.as_str()] {
        let refused = scripted.upstream.exchange(None, &Secret::new(never), Patience::Job).await.unwrap_err();
        assert!(matches!(refused, UpstreamError::Refused { status: 400, .. }), "{never:?}");
    }
    assert_eq!(scripted.count(), before, "nothing was sent");
}

#[tokio::test]
async fn details_are_flat_and_may_lack_what_nobody_needs() {
    let full = value!({
        "id": "a1", "integration": "BambooHR", "integration_slug": "bamboohr", "category": "hris", "end_user_origin_id": "o1",
        "status": "COMPLETE", "is_duplicate": true, "account_type": "PRODUCTION", "instance_id": "acme", "unknown": {"deep": []},
    });
    let scripted = Scripted::start([
        json(200, &full),
        json(200, &value!({"id": "a1", "integration": null, "category": "brandnew", "end_user_origin_id": "o1", "status": "NEW_WORD"})),
        json(200, &value!({"id": "a1", "status": "COMPLETE"})),
    ])
    .await;
    let token = Secret::new(ACCOUNT_TOKEN);
    let details = scripted.upstream.account_details(Category::Hris, &token, None, Patience::Job).await.unwrap();
    assert_eq!((details.integration.as_str(), details.integration_slug.as_str()), ("BambooHR", "bamboohr"));
    assert_eq!((details.category, details.status, details.is_duplicate), (Some(Category::Hris), UpstreamStatus::Complete, Some(true)));
    assert_eq!(details.instance_id.as_deref(), Some("acme"));
    scripted.seen(0, |seen| {
        assert_eq!(seen.line(), "GET /api/hris/v1/account-details");
        assert_eq!(seen.headers["x-account-token"], ACCOUNT_TOKEN);
    });
    let details = scripted.upstream.account_details(Category::Hris, &token, None, Patience::Job).await.unwrap();
    assert_eq!((details.category, details.status), (None, UpstreamStatus::Other("NEW_WORD".to_owned())));
    // Without the origin id no row can be found: that answer is worth nothing.
    let broken = scripted.upstream.account_details(Category::Hris, &token, None, Patience::Job).await.unwrap_err();
    assert_eq!(broken, UpstreamError::Broken { detail: "end_user_origin_id is missing".to_owned() });
}

#[tokio::test]
async fn deleting_posts_an_empty_body_and_reads_none() {
    for answer in [raw(200, "text/plain", ""), json(200, &value!({}))] {
        let scripted = Scripted::start([answer]).await;
        scripted.upstream.delete_account(Category::Crm, &Secret::new(ACCOUNT_TOKEN), Some("a1"), Patience::Job).await.unwrap();
        scripted.seen(0, |seen| {
            assert_eq!(seen.line(), "POST /api/crm/v1/delete-account");
            assert_eq!(seen.headers["content-length"], "0");
            assert!(seen.body.is_empty());
        });
    }
}

#[tokio::test]
async fn both_kinds_of_accounts_are_asked_for_and_none_comes_twice() {
    let one = value!({"id": "a1", "category": "crm", "status": "INCOMPLETE", "end_user_origin_id": "o 1", "integration": null});
    let two = value!({"id": "a2", "status": "IDLE", "integration": {"name": "Box", "slug": "box", "color": "#fff"}});
    let scripted = Scripted::start([page(&value!([one])), page(&value!([one, two]))]).await;
    let found = scripted.upstream.linked_accounts(Category::Crm, &AccountFilter::OriginId("o 1".to_owned()), Patience::Job).await.unwrap();
    assert_eq!(found.iter().map(|account| account.id.as_str()).collect::<Vec<_>>(), ["a1", "a2"]);
    assert_eq!((&found[0].integration_slug, &found[0].status), (&None, &UpstreamStatus::Incomplete));
    assert_eq!((found[1].integration_slug.as_deref(), found[1].integration_name.as_deref()), (Some("box"), Some("Box")));
    assert_eq!(
        scripted.lines(),
        [
            "GET /api/crm/v1/linked-accounts?end_user_origin_id=o+1&page_size=100",
            "GET /api/crm/v1/linked-accounts?end_user_origin_id=o+1&is_test_account=true&page_size=100",
        ]
    );
    scripted.seen(0, |seen| assert!(!seen.headers.contains_key("x-account-token"), "with the key alone"));
}

#[tokio::test]
async fn lists_are_read_to_their_end_and_one_nameless_app_costs_nothing() {
    let app = |slug: Option<&str>| value!({"name": "N", "slug": slug, "categories": ["ats", "chat"], "image": "", "color": "#262A34"});
    let scripted = Scripted::start([
        json(200, &value!({"next": "c+/=", "results": [app(Some("lever")), app(None)]})),
        json(200, &value!({"next": "d", "results": []})),
        json(200, &value!({"next": "", "results": [app(Some("box"))]})),
    ])
    .await;
    let apps = scripted.upstream.integrations(Patience::Interactive).await.unwrap();
    assert_eq!(apps.iter().map(|app| app.slug.as_str()).collect::<Vec<_>>(), ["lever", "box"]);
    assert_eq!((apps[0].categories.as_slice(), &apps[0].image), ([Category::Ats].as_slice(), &None));
    assert_eq!(
        scripted.lines(),
        [
            "GET /api/organizations/integrations?page_size=100",
            "GET /api/organizations/integrations?page_size=100&cursor=c%2B%2F%3D",
            "GET /api/organizations/integrations?page_size=100&cursor=d",
        ]
    );
}

#[tokio::test]
async fn issues_are_the_ongoing_ones_of_one_account() {
    let issue = value!({
        "id": "i1", "status": "ONGOING", "error_description": "Missing Permissions", "end_user": "e1",
        "last_incident_time": "2024-08-26T20:11:19.277118Z", "error_details": ["Missing employee permissions.", null],
    });
    let scripted = Scripted::start([page(&value!([issue]))]).await;
    let issues = scripted.upstream.ongoing_issues(Category::Hris, "a1", Patience::Job).await.unwrap();
    assert!(issues[0].ongoing);
    assert_eq!(issues[0].error_details, ["Missing employee permissions."]);
    assert_eq!(issues[0].last_incident_time.as_deref(), Some("2024-08-26T20:11:19.277118Z"), "verbatim");
    assert_eq!(scripted.lines(), ["GET /api/hris/v1/issues?linked_account_id=a1&status=ONGOING&page_size=100"]);
}
