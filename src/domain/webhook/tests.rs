#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn event(name: &str, data: Value) -> Envelope {
    let body = json!({
        "hook": { "id": "h", "event": name, "target": "https://app.example/hook" },
        "linked_account": { "id": "4ac1", "integration": "BambooHR", "category": "hris", "end_user_origin_id": "org_1_hris" },
        "data": data,
    });
    Envelope::parse(body.to_string().as_bytes()).unwrap()
}

fn planned(name: &str, data: Value, end: Option<&'static str>) -> Plan {
    plan(&event(name, data).told, |model| end.filter(|_| model == "Employee"))
}

#[test]
fn whose_it_is_is_read() {
    let envelope = event("LinkedAccount.deleted", Value::Null);
    assert_eq!(envelope.linked_account_id.as_deref(), Some("4ac1"));
    assert_eq!(envelope.end_user_origin_id.as_deref(), Some("org_1_hris"));
    assert_eq!((envelope.category, envelope.event.as_str()), (Some(Category::Hris), "LinkedAccount.deleted"));
}

#[test]
fn each_event_has_its_plan() {
    for (name, expected) in [
        ("LinkedAccount.linked", Plan::FinishLink),
        ("LinkedAccount.sync_completed", Plan::Refresh),
        ("LinkedAccount.synced", Plan::Refresh),
        ("LinkedAccount.deleted", Plan::ConfirmDeleted),
        ("LinkedAccount.status_changed", Plan::Nothing),
        ("Issue.new", Plan::CheckHealth),
        ("Issue.created", Plan::CheckHealth),
        ("Issue.resolved", Plan::CheckHealth),
        ("Employee.synced", Plan::Refresh),
        ("Employee.added", Plan::Refresh),
        ("Employee.changed", Plan::Refresh),
        ("Employee.removed", Plan::Refresh),
        ("Unheard.changed", Plan::Refresh),
        ("Employee.praised", Plan::Nothing),
        ("AsyncPassthrough.resolved", Plan::Nothing),
    ] {
        assert_eq!(planned(name, json!({}), None), expected, "{name}");
    }
}

#[test]
fn a_trigger_is_redundant_only_when_everything_in_it_was_fetched() {
    let both = json!({ "sync_status": {
        "hris.Employee": { "last_sync_finished": "2024-08-26T20:11:19Z" },
        "hris.Team": { "last_sync_finished": "2024-08-26T20:11:19Z" },
    }});
    let one = json!({ "sync_status": { "hris.Employee": { "last_sync_finished": "2024-08-26T20:11:19Z" } } });
    let (before, at) = ("2024-08-26T20:11:18.999Z", "2024-08-26T20:11:19.000Z");
    assert_eq!(planned("LinkedAccount.sync_completed", one.clone(), Some(at)), Plan::Nothing);
    assert_eq!(planned("LinkedAccount.sync_completed", one.clone(), Some(before)), Plan::Refresh);
    assert_eq!(planned("LinkedAccount.sync_completed", one, None), Plan::Refresh);
    assert_eq!(planned("LinkedAccount.sync_completed", both, Some(at)), Plan::Refresh, "teams were not fetched");
    assert_eq!(planned("LinkedAccount.sync_completed", json!({ "sync_status": {} }), Some(at)), Plan::Refresh, "it says nothing");

    let synced = json!({ "sync_status": { "model_id": "hris.Employee", "last_sync_finished": "2024-08-26T20:11:19Z" } });
    assert_eq!(planned("Employee.synced", synced.clone(), Some(at)), Plan::Nothing);
    assert_eq!(planned("Employee.synced", synced, Some(before)), Plan::Refresh);
    let unknown = json!({ "sync_status": { "hris.Unheard": { "last_sync_finished": "2024-08-26T20:11:19Z" } } });
    assert_eq!(planned("LinkedAccount.sync_completed", unknown, Some(at)), Plan::Refresh);
    let record = json!({ "id": "1", "modified_at": "2020-01-01T00:00:00Z" });
    assert_eq!(planned("Employee.changed", record, Some(at)), Plan::Refresh, "a record doesn't tell when its sync ended");
}

#[test]
fn a_record_is_known_by_its_id_alone() {
    let record = |name: &str, data: Value| match event(name, data).told {
        Told::Model { model, record, .. } => (model.map(|model| model.name()), record),
        other => panic!("{other:?}"),
    };
    let own = json!({ "id": "r1", "first_name": "Zoë" });
    for what in ["Employee.added", "Employee.changed", "Employee.removed"] {
        assert_eq!(record(what, own.clone()), (Some("Employee"), Some("r1".to_owned())), "{what}");
    }
    assert_eq!(record("Employee.synced", own.clone()), (Some("Employee"), None), "that is no record");
    assert_eq!(record("Unheard.changed", own), (None, Some("r1".to_owned())));
    for odd in [json!({}), json!({ "id": 7 }), json!({ "id": "" }), json!({ "id": "a\u{0}b" }), json!({ "id": "x".repeat(101) }), json!([])]
    {
        assert_eq!(record("Employee.changed", odd.clone()), (Some("Employee"), None), "{odd}");
    }
}

#[test]
fn data_types_are_known_by_either_name() {
    for (id, name) in [
        ("hris.Employee", "Employee"),
        ("crm.CRMAccount", "Account"),
        ("crm.Account", "Account"),
        ("hris.Unheard", "hris.Unheard"),
        ("mktg.Email", "mktg.Email"),
        ("", ""),
    ] {
        assert_eq!(name_of(id), name);
    }
}

#[test]
fn the_token_of_a_linked_account_is_a_secret() {
    let envelope = event("LinkedAccount.linked", json!({ "account_token": "canary" }));
    assert!(!format!("{envelope:?}").contains("canary"));
    let Told::Linked { account_token: Some(token) } = envelope.told else { panic!() };
    assert_eq!(token.expose(), "canary");
    assert!(matches!(event("LinkedAccount.linked", json!({ "account_token": "" })).told, Told::Linked { account_token: None }));
    assert!(matches!(event("LinkedAccount.linked", Value::Null).told, Told::Linked { account_token: None }));
}

#[test]
fn what_is_not_an_event_is_none() {
    for body in ["", "{}", "[]", "null", "{\"hook\":{}}", "{\"hook\":{\"event\":7}}", "{\"hook\":{\"event\":\"a\\u0000b\"}}", "{\"hook\":"]
    {
        assert!(Envelope::parse(body.as_bytes()).is_none(), "{body}");
    }
    let long = json!({ "hook": { "event": "x".repeat(101) } }).to_string();
    assert!(Envelope::parse(long.as_bytes()).is_none());
    let odd = json!({ "hook": { "event": "A.b" }, "linked_account": { "id": "x\u{0}", "category": "mktg" } }).to_string();
    let odd = Envelope::parse(odd.as_bytes()).unwrap();
    assert!(odd.linked_account_id.is_none() && odd.category.is_none());
}

#[test]
fn only_the_dashboards_own_test_is_one() {
    assert!(is_test_ping(br#"{"response":"Success! This URL will be notified."}"#));
    for body in ["{}", "{\"response\":7}", "{\"response\":\"x\",\"hook\":{}}", "\"response\"", "", "{\"hook\":{\"event\":\"A.b\"}}"] {
        assert!(!is_test_ping(body.as_bytes()), "{body}");
    }
}

proptest! {
    #[test]
    fn no_body_makes_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200), name in "[A-Za-z.]{0,20}") {
        let _ = Envelope::parse(&body);
        let _ = is_test_ping(&body);
        let text = json!({ "hook": { "event": name }, "data": String::from_utf8_lossy(&body) }).to_string();
        if let Some(envelope) = Envelope::parse(text.as_bytes()) {
            let _ = plan(&envelope.told, |_| None);
        }
    }
}
