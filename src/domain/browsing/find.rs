//! Whether a record holds what somebody looks for.

use serde_json::{Map, Value};

use super::fields::is_shown;

/// Whether a text is part of a value of the record, or of an id of it, whatever its case. What fields are called does not count: everybody
/// who looks for "name" would find everything.
#[must_use]
pub fn holds(fields: &Map<String, Value>, ids: [Option<&str>; 2], wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    ids.into_iter().flatten().any(|id| id.to_lowercase().contains(&wanted))
        || fields.iter().any(|(name, value)| is_shown(name) && within(value, &wanted))
        || full_name(fields).is_some_and(|name| name.contains(&wanted))
}

/// People are looked for by their whole name, which some apps have in two parts.
fn full_name(fields: &Map<String, Value>) -> Option<String> {
    let part = |name: &str| fields.get(name).and_then(Value::as_str);
    Some(format!("{} {}", part("first_name")?, part("last_name")?).to_lowercase())
}

fn within(value: &Value, wanted: &str) -> bool {
    match value {
        Value::String(text) => text.to_lowercase().contains(wanted),
        Value::Number(number) => number.to_string().contains(wanted),
        Value::Array(items) => items.iter().any(|item| within(item, wanted)),
        Value::Object(fields) => fields.iter().any(|(name, value)| is_shown(name) && within(value, wanted)),
        Value::Null | Value::Bool(_) => false,
    }
}
