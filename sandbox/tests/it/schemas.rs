//! The upstream's OpenAPI documents, trimmed by `contract/schemas.py`.

use std::collections::BTreeSet;

use jsonschema::Validator;
use serde_json::Value;

use crate::support::Answer;

/// Checks answers against the trimmed documents, and counts which of them were checked.
pub struct Schemas {
    category: &'static str,
    document: Value,
    checked: BTreeSet<String>,
}

impl Schemas {
    pub fn load(category: &'static str) -> Self {
        let path = format!("{}/tests/schemas/{category}.json", env!("CARGO_MANIFEST_DIR"));
        let document = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
        Self { category, document, checked: BTreeSet::new() }
    }

    pub fn check(&mut self, name: &str, answer: &Answer) -> Value {
        let (category, body) = (self.category, &answer.body);
        let status = name.rsplit_once(' ').unwrap().1;
        assert_eq!(answer.status.as_str(), status, "{category} {name}: {body}");
        let Some(schema) = self.document["answers"].get(name).or_else(|| self.document["records"].get(name)) else {
            panic!("{category} {name}: not in the documents; there are {}", self.document["answers"])
        };
        let mut schema = schema.clone();
        schema["$defs"] = self.document["$defs"].clone();
        let validator: Validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
        let errors: Vec<String> = validator.iter_errors(body).map(|e| format!("{} at {}", e, e.instance_path)).collect();
        assert!(errors.is_empty(), "{category} {name}: {errors:#?}\n{body:#}");
        self.checked.insert(name.to_owned());
        body.clone()
    }

    pub fn all_checked(&self) {
        let all: BTreeSet<String> = self.document["answers"].as_object().unwrap().keys().cloned().collect();
        let missing: Vec<_> = all.difference(&self.checked).filter(|name| !name.ends_with(" 204")).collect();
        assert!(missing.is_empty(), "{}: not checked: {missing:?}", self.category);
    }

    /// The properties of the items of a list, by the documents.
    pub fn properties(&self, name: &str) -> BTreeSet<String> {
        let definition = |schema: &Value| self.document["$defs"][schema["$ref"].as_str().unwrap().rsplit('/').next().unwrap()].clone();
        let page = definition(&self.document["records"][name]);
        definition(&page["properties"]["results"]["items"])["properties"].as_object().unwrap().keys().cloned().collect()
    }

    /// The lists and single records of the documents that were not checked.
    pub fn unchecked_records(&self) -> Vec<String> {
        self.document["records"].as_object().unwrap().keys().filter(|name| !self.checked.contains(*name)).cloned().collect()
    }
}
