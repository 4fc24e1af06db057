#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;

const ID: &str = "0190c0de-0000-4000-8000-000000000001";
const OTHER: &str = "0190c0de-0000-4000-8000-000000000002";

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(fields) = value else { panic!("no object") };
    fields
}

fn names() -> Names {
    Names::from([(ID.to_owned(), Plain::Record { title: "Ada Byron".into(), query: "?record=1".into() })])
}

fn text(text: &str) -> Plain {
    Plain::Text(text.to_owned())
}

/// The lines as `depth label: values`.
fn lines(value: Value) -> Vec<String> {
    facts(&object(value), &names())
        .into_iter()
        .map(|fact| {
            let values: Vec<String> = fact
                .values
                .iter()
                .map(|value| match value {
                    Plain::Text(text) | Plain::Day(text) | Plain::Moment(text) => text.clone(),
                    Plain::Record { title, query } => format!("{title} {query}"),
                    other => format!("{other:?}"),
                })
                .collect();
            format!("{} {}: {}", fact.depth, fact.label, values.join(", "))
        })
        .collect()
}

#[test]
fn a_field_is_called_as_people_would() {
    for (field, called) in [
        ("hire_date", "Hire date"),
        ("remote_created_at", "Created"),
        ("is_private", "Private"),
        ("applied_at", "Applied"),
        ("isCommonlyUsed", "Commonly used"),
        ("file_url", "File URL"),
        ("eins", "EINs"),
        ("at", "At"),
        ("is", "Is"),
        ("remote", "Remote"),
        ("street_1", "Street 1"),
        ("__x__", "X"),
        ("größe_der_firma", "Größe der firma"),
        ("", ""),
        ("--", "--"),
    ] {
        assert_eq!(label(field), called, "{field}");
    }
}

#[test]
fn values_are_words_days_and_other_records() {
    let shown =
        |field: &str, value: Value| facts(&object(json!({ field: value })), &names()).first().and_then(|fact| fact.values.first().cloned());
    assert_eq!(shown("employment_type", json!("FULL_TIME")), Some(text("Full time")));
    assert_eq!(shown("status", json!("ACTIVE")), Some(text("Active")));
    assert_eq!(shown("gender", json!("NON-BINARY")), Some(text("Non binary")));
    assert_eq!(shown("code", json!("ACME")), Some(text("ACME")), "may be meant in capitals");
    assert_eq!(shown("currency", json!("EUR")), Some(text("EUR")));
    assert_eq!(shown("is_private", json!(false)), Some(Plain::Flag(false)));
    assert_eq!(shown("year", json!(2026)), Some(text("2026")));
    assert_eq!(shown("pay_rate", json!(-1234567.5)), Some(text("-1,234,567.5")));
    assert_eq!(shown("hire_date", json!("2026-01-31T00:00:00Z")), Some(Plain::Day("2026-01-31T00:00:00.000Z".into())));
    assert_eq!(shown("hire_date", json!("2026-01-31")), Some(Plain::Day("2026-01-31T00:00:00.000Z".into())));
    assert_eq!(shown("applied_at", json!("2026-01-31T10:30:00+02:00")), Some(Plain::Moment("2026-01-31T08:30:00.000Z".into())));
    for no_time in ["2026-13-45", "1234-abcdef", "2026-01-31T25:00:00Z"] {
        assert_eq!(shown("x", json!(no_time)), Some(text(no_time)));
    }
    assert_eq!(shown("manager", json!(ID)), names().get(ID).cloned());
    assert_eq!(shown("manager", json!(OTHER)), Some(Plain::Elsewhere));
    for nothing in [json!(null), json!(""), json!(" "), json!([]), json!([null, ""]), json!({}), json!({ "a": null, "id": "x" })] {
        assert_eq!(facts(&object(json!({ "x": nothing })), &names()), []);
    }
}

#[test]
fn a_record_is_told_line_by_line_the_telling_first() {
    assert_eq!(
        lines(json!({
            "id": ID, "remote_id": "7", "modified_at": "x", "created_at": "x", "remote_data": [1], "field_mappings": { "a": 1 },
            "zebra": "z", "work_email": "ada@x.example", "last_name": "Byron", "first_name": "Ada", "manager": ID,
            "tags": ["a", "b"],
            "email_addresses": [{ "value": "a@x.example", "email_address_type": "WORK" }, { "value": "b@x.example" }],
            "address": { "city": "Bonn", "more": { "deep": [1, [2]] } },
            "line_items": [{ "a": 1, "b": 2, "c": 3, "d": 4 }],
        })),
        [
            "0 First name: Ada",
            "0 Last name: Byron",
            "0 Work email: ada@x.example",
            "0 Manager: Ada Byron ?record=1",
            "0 Tags: a, b",
            "0 Zebra: z",
            "0 Email addresses: Work · a@x.example, b@x.example",
            "0 Address: ",
            "1 City: Bonn",
            "1 More: ",
            "2 Deep: ",
            "3 1: 1",
            "3 2: 2",
            "0 Line items: ",
            "1 1: ",
            "2 A: 1",
            "2 B: 2",
            "2 C: 3",
            "2 D: 4",
        ]
    );
    let many: Vec<usize> = (0..45).collect();
    let fact = facts(&object(json!({ "n": many })), &names()).remove(0);
    assert_eq!((fact.values.len(), fact.values.last()), (41, Some(&Plain::More(5))));
}

#[test]
fn a_title_is_a_name_else_what_it_is_about_else_what_it_says() {
    let called = |value: Value| title(&object(value), &names());
    assert_eq!(called(json!({ "first_name": "Ada", "last_name": "Byron", "title": "Countess" })).as_deref(), Some("Ada Byron"));
    assert_eq!(called(json!({ "display_full_name": "Ada B.", "first_name": "Ada" })).as_deref(), Some("Ada B."));
    assert_eq!(called(json!({ "last_name": "Byron", "first_name": null })).as_deref(), Some("Byron"));
    assert_eq!(called(json!({ "name": " ", "subject": "Hello" })).as_deref(), Some("Hello"));
    assert_eq!(called(json!({ "employee": ID, "job_title": "Countess" })).as_deref(), Some("Ada Byron"));
    assert_eq!(called(json!({ "employee": OTHER, "job_title": "Countess" })).as_deref(), Some("Countess"));
    let long = called(json!({ "body": "word ".repeat(50) })).unwrap();
    assert!(long.ends_with("word…") && long.chars().count() <= 80, "{long}");
    assert_eq!(called(json!({ "amount": 7 })), None);
}

#[test]
fn columns_are_what_most_records_have_beside_their_titles() {
    let fields = |records: Vec<Value>| -> Vec<String> {
        columns(&records.into_iter().map(object).collect::<Vec<_>>(), &names()).into_iter().map(|column| column.label).collect()
    };
    let employee = |email: &str| json!({ "first_name": "A", "last_name": "B", "company": ID, "work_email": email, "employment_status": "ACTIVE", "hire_date": "2020-01-01T00:00:00Z", "ssn": "1" });
    assert_eq!(fields(vec![employee("a@x"), employee("b@x")]), ["Employment status", "Work email", "Hire date"], "not the one company");
    assert_eq!(fields(vec![json!({ "employee": ID, "gross_pay": 1 }), json!({ "employee": ID, "gross_pay": 2 })]), ["Gross pay"]);
    assert_eq!(
        fields(vec![json!({ "name": "a" }), json!({ "name": "b", "status": "OPEN" }), json!({ "name": "c" })]),
        [""; 0],
        "one of three"
    );
    assert_eq!(fields(vec![json!({ "name": "a", "shoe": 44, "hat": null, "file_url": "x" })]), ["Shoe"], "of an unknown kind");
    assert_eq!(fields(vec![]), [""; 0]);
    let column = Column { field: "email_addresses".into(), label: String::new() };
    let fields = object(json!({ "email_addresses": [{ "value": "" }, { "value": "a@x.example" }] }));
    assert_eq!(column.of(&fields, &names()), Some(text("a@x.example")));
    assert_eq!(column.of(&object(json!({ "email_addresses": [OTHER] })), &names()), None);
}

#[test]
fn what_is_looked_for_is_in_values_not_in_what_fields_are_called() {
    let fields = object(json!({
        "first_name": "Ädä", "last_name": "Byron", "n": { "list": [{ "deep": "Needle \"x\" \\ y" }] }, "age": 36, "on": true, "remote_data": "hidden",
    }));
    let ids = [Some("Remote-7"), None];
    for found in ["ädÄ", "BYRON", "ädä byron", "needle", "\"X\"", "\\", "36", "remote-7", " byron "] {
        assert!(holds(&fields, ids, found), "{found}");
    }
    for not in ["first_name", "true", "deep", "hidden", "zzz"] {
        assert!(!holds(&fields, ids, not), "{not}");
    }
}

#[test]
fn references_are_found_wherever_they_lie() {
    let fields =
        object(json!({ "id": "0190c0de-0000-4000-8000-000000000009", "manager": ID, "list": [{ "x": [OTHER, ID] }], "no": "0190c0de" }));
    assert_eq!(references(&fields, true, 9), [OTHER, ID]);
    assert_eq!(references(&fields, true, 1), [OTHER]);
    assert_eq!(references(&fields, false, 9), [ID]);
}

#[test]
fn an_order_comes_back_from_its_address() {
    for sort in RecordSort::ALL {
        assert_eq!(RecordSort::parse(sort.slug()), Some(sort));
    }
    assert_eq!(RecordSort::parse("size"), None);
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,40}".prop_map(Value::from),
        "[0-9T:Z.+-]{0,30}".prop_map(Value::from),
        Just(Value::from(ID)),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::btree_map("[a-z_A-Zé]{0,12}", inner, 0..6).prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn no_record_is_too_strange(values in proptest::collection::vec(any_json(), 0..4), wanted in ".{0,10}") {
        let records: Vec<Map<String, Value>> = values.into_iter().map(|value| object(json!({ "name": value.clone(), "x": value }))).collect();
        for fields in &records {
            let facts = facts(fields, &names());
            prop_assert!(facts.len() <= 302 && facts.iter().all(|fact| fact.depth <= 6));
            let _ = (title(fields, &names()), references(fields, true, 5), holds(fields, [None, None], &wanted));
        }
        for column in columns(&records, &names()) {
            let _ = records.iter().map(|fields| column.of(fields, &names())).collect::<Vec<_>>();
        }
    }
}
