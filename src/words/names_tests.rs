//! The names of data, held to the data types that are read and to the official schemas of their records.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use serde_json::{Map, Value, json};

use super::{Language, catalogue::Catalogue, plural::number, speaking};
use crate::domain::{
    browsing::{Names, Plain, columns, facts, is_shown, is_word, lowered, spelled},
    models::{MODELS, by_id},
};

/// The fields of all records that people are shown, and the words that they choose from, with what they are called in English.
#[derive(Default)]
struct Shown {
    fields: BTreeMap<String, String>,
    words: BTreeMap<String, String>,
    /// Nested types that were read, by the fields that hold them.
    read: BTreeSet<(String, String)>,
}

impl Shown {
    /// From the schemas of what the service answers.
    fn by_schemas() -> Self {
        let mut shown = Self::default();
        for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("sandbox/tests/schemas")).unwrap() {
            let schemas: Value = serde_json::from_str(&std::fs::read_to_string(entry.unwrap().path()).unwrap()).unwrap();
            shown.read.clear();
            for record in schemas["records"].as_object().unwrap().values() {
                shown.add("", record, &schemas["$defs"]);
            }
        }
        shown
    }

    fn add(&mut self, field: &str, schema: &Value, types: &Value) {
        if let Some(kind) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next())
            && self.read.insert((field.to_owned(), kind.to_owned()))
        {
            self.add(field, &types[kind], types);
        }
        for word in schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).filter(|word| is_word(field, word)) {
            self.words.insert(word.to_owned(), lowered(word));
        }
        for (name, schema) in schema["properties"].as_object().into_iter().flatten().filter(|(name, _)| is_shown(name)) {
            // What a page of records has beside the records is no field of theirs.
            if !matches!(name.as_str(), "next" | "previous" | "results") {
                self.fields.insert(name.clone(), spelled(name));
            }
            self.add(name, schema, types);
        }
        for part in ["items", "anyOf", "oneOf", "allOf", "additionalProperties"] {
            match &schema[part] {
                Value::Array(parts) => parts.iter().for_each(|part| self.add(field, part, types)),
                part => {
                    if part.is_object() {
                        self.add(field, part, types);
                    }
                }
            }
        }
    }
}

fn keys(prefix: &str, language: Language, wanted: &BTreeMap<String, String>) -> Vec<String> {
    wanted.keys().filter(|name| Catalogue::names(language).get(&format!("{prefix}-{name}")).is_none()).cloned().collect()
}

#[test]
fn every_field_and_every_word_of_the_schemas_has_a_name_in_every_language() {
    let shown = Shown::by_schemas();
    assert!(shown.fields.len() > 300 && shown.words.len() > 200, "{} and {}", shown.fields.len(), shown.words.len());
    for language in Language::ALL {
        let missing = keys("field", language, &shown.fields);
        assert!(missing.is_empty(), "locales/names/{}.ftl has no field-… for {missing:?}", language.code());
        let missing = keys("value", language, &shown.words);
        assert!(missing.is_empty(), "locales/names/{}.ftl has no value-… for {missing:?}", language.code());
    }
}

/// What nobody translated is spelled out in English; so what was translated has to read the same in English.
#[test]
fn english_names_are_those_that_are_spelled_out() {
    let shown = Shown::by_schemas();
    for (prefix, names) in [("field", &shown.fields), ("value", &shown.words)] {
        for (name, english) in names {
            assert_eq!(Catalogue::names(Language::English).get(&format!("{prefix}-{name}")), Some(english.as_str()));
        }
    }
}

#[tokio::test]
async fn every_data_type_has_all_its_names_in_every_language() {
    for language in Language::ALL {
        speaking(language, async {
            for spec in MODELS {
                let code = language.code();
                for text in [spec.plural(), spec.singular(), spec.reads(), spec.counted(7)] {
                    assert!(!text.starts_with(&spec.id.replace('.', "-")), "{code}: {text}");
                    assert!(!text.ends_with(['.', '。']) && text.trim() == text, "{code}: {text}");
                }
                assert!(spec.reads().chars().count() <= 100, "{code}: {}", spec.reads());
                for count in [0, 1, 2, 542, 1_000_000] {
                    let text = spec.counted(count);
                    assert!(text.contains(&number(language, count.try_into().unwrap())), "{code}: {text}");
                }
                if language == Language::English {
                    // One of them is called so, and many by their name, as it always was.
                    assert_eq!(spec.counted(1), format!("1 {}", spec.singular()));
                    assert!(spec.counted(2).eq_ignore_ascii_case(&format!("2 {}", spec.plural())));
                }
            }
        })
        .await;
    }
}

#[tokio::test]
async fn counts_are_right_in_every_language() {
    let cases = [
        (Language::English, ["0 employees", "1 employee", "2 employees", "1,000,000 employees"]),
        (Language::German, ["0 Mitarbeitende", "1 mitarbeitende Person", "2 Mitarbeitende", "1.000.000 Mitarbeitende"]),
        (Language::French, ["0 employé", "1 employé", "2 employés", "1\u{202f}000\u{202f}000 d’employés"]),
        (Language::Spanish, ["0 empleados", "1 empleado", "2 empleados", "1.000.000 de empleados"]),
        (Language::Japanese, ["従業員0件", "従業員1件", "従業員2件", "従業員1,000,000件"]),
        (Language::Pseudo, ["⟦0 employees⟧", "⟦1 employee⟧", "⟦2 employees⟧", "⟦1,000,000 employees⟧"]),
    ];
    let employees = by_id("hris.Employee").unwrap();
    for (language, expected) in cases {
        let said = speaking(language, async { [0, 1, 2, 1_000_000].map(|count| employees.counted(count)) }).await;
        assert_eq!(said, expected);
        assert_eq!(speaking(language, async { employees.plural_in_english() }).await, "Employees");
    }
    assert_eq!(employees.counted(-1), "0 employees");
}

fn object(value: Value) -> Map<String, Value> {
    let Value::Object(fields) = value else { panic!("no object") };
    fields
}

#[tokio::test]
async fn a_record_is_told_in_the_language_of_the_moment() {
    let fields = object(json!({
        "employment_type": "FULL_TIME", "hire_date": "2026-01-31", "shoe_size": 44, "pay_rate": 51234.5, "favourite_status": "VERY_HAPPY",
    }));
    let cases = [
        (Language::English, ["Employment type: Full time", "Pay rate: 51,234.5"]),
        (Language::German, ["Beschäftigungsart: Vollzeit", "Vergütung: 51.234,5"]),
        (Language::French, ["Type d’emploi: Temps plein", "Taux de rémunération: 51\u{202f}234,5"]),
        (Language::Spanish, ["Tipo de empleo: Jornada completa", "Salario: 51.234,5"]),
        (Language::Japanese, ["雇用形態: フルタイム", "給与額: 51,234.5"]),
    ];
    for (language, expected) in cases {
        let (told, columns) =
            speaking(language, async { (facts(&fields, &Names::new()), columns(std::slice::from_ref(&fields), &Names::new())) }).await;
        let lines: Vec<String> = told
            .iter()
            .map(|fact| match fact.values.as_slice() {
                [Plain::Text(text)] => format!("{}: {text}", fact.label),
                _ => fact.label.clone(),
            })
            .collect();
        for line in expected.into_iter().chain(["Shoe size: 44", "Favourite status: Very happy"]) {
            assert!(lines.contains(&line.to_owned()), "{line} is not in {lines:?}");
        }
        assert!(columns.iter().any(|column| expected[0].starts_with(&column.label)), "{columns:?}");
    }
}
