//! A record's fields in plain words.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{super::time::UpstreamTime, telling::rank};
use crate::words::{self, plural::separators};

/// What says something to machines alone, or stands elsewhere on the page.
const HIDDEN: [&str; 8] =
    ["id", "remote_id", "created_at", "modified_at", "remote_was_deleted", "field_mappings", "remote_data", "remote_fields"];
/// So many lines of a record are shown; all of it stands behind "Show technical details".
const LINES_MAX: usize = 300;
/// So many values of one line.
const VALUES_MAX: usize = 40;
/// So deep lists lie in lists.
const DEPTH_MAX: u8 = 4;
/// Parts of something small enough for one line.
const PARTS_MAX: usize = 3;

/// The records that others are known by: their ids with their titles and where they are shown.
pub type Names = HashMap<String, Plain>;

/// A value in plain words; what the browser says in its own way stands as it is: times are ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Plain {
    /// Words, or a number.
    Text(String),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(String),
    /// A point in time.
    Moment(String),
    /// Another record that is here, with the query of the page that shows it.
    Record {
        /// What it is called.
        title: String,
        /// The query, with its question mark.
        query: String,
    },
    /// Another record that is not here.
    Elsewhere,
    /// So many more.
    More(usize),
}

/// A line of a record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Fact {
    /// What the field is called.
    pub label: String,
    /// How deep it lies in others.
    pub depth: u8,
    /// Its values; none: it is the heading of what follows.
    pub values: Vec<Plain>,
}

/// Whether a field is one of those that people read.
pub(crate) fn is_shown(name: &str) -> bool {
    !HIDDEN.contains(&name)
}

/// Whether a value says nothing.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.iter().all(is_empty),
        Value::Object(fields) => fields.iter().all(|(name, value)| !is_shown(name) || is_empty(value)),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// What a field is called in the language of the moment, else in English.
#[must_use]
pub fn label(name: &str) -> String {
    words::name(words::language(), &format!("field-{name}"), &[]).unwrap_or_else(|| spelled(name))
}

/// A field's name as English words: "hire_date" is "Hire date", "remote_created_at" is "Created", "isPrivate" is "Private".
pub(crate) fn spelled(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut lower = false;
    for letter in name.chars() {
        let begins = words.is_empty() || !letter.is_alphanumeric() || (letter.is_uppercase() && lower);
        if begins && words.last().is_none_or(|word| !word.is_empty()) {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
        lower = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    if words.len() > 1 && words.first().is_some_and(|word| matches!(word.as_str(), "remote" | "is")) {
        words.remove(0);
    }
    if words.len() > 1 && words.last().is_some_and(|word| word == "at") {
        words.pop();
    }
    for word in &mut words {
        if matches!(word.as_str(), "id" | "url" | "ssn" | "ein" | "flsa" | "iban" | "bic" | "vat") {
            *word = word.to_uppercase();
        } else if matches!(word.as_str(), "ids" | "urls" | "eins") {
            *word = format!("{}s", word.trim_end_matches('s').to_uppercase());
        }
    }
    let text = words.join(" ");
    let mut letters = text.chars();
    letters.next().map_or_else(|| name.to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a text is an id that records refer to each other by.
fn is_reference(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

/// The ids that a record refers to, at most so many. `deep`: also from within its lists.
#[must_use]
pub fn references(fields: &Map<String, Value>, deep: bool, max: usize) -> Vec<&str> {
    fn collect<'a>(value: &'a Value, deep: bool, found: &mut Vec<&'a str>, max: usize) {
        match value {
            Value::String(text) if is_reference(text) && found.len() < max && !found.contains(&text.as_str()) => found.push(text),
            Value::Array(items) if deep => items.iter().for_each(|item| collect(item, deep, found, max)),
            Value::Object(fields) if deep => {
                fields.iter().filter(|(name, _)| is_shown(name)).for_each(|(_, value)| collect(value, deep, found, max));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (_, value) in fields.iter().filter(|(name, _)| is_shown(name)) {
        collect(value, deep, &mut found, max);
    }
    found
}

/// A value without parts; `None` for what has some, or says nothing.
pub(super) fn plain(name: &str, value: &Value, names: &Names) -> Option<Plain> {
    match value {
        Value::Bool(flag) => Some(Plain::Flag(*flag)),
        Value::Number(number) => Some(Plain::Text(grouped(&number.to_string()))),
        Value::String(text) => plain_text(name, text.trim(), names),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn plain_text(name: &str, text: &str, names: &Names) -> Option<Plain> {
    if text.is_empty() {
        return None;
    }
    if is_reference(text) {
        return Some(names.get(text).cloned().unwrap_or(Plain::Elsewhere));
    }
    if let Some(time) = moment(text) {
        return Some(time);
    }
    Some(Plain::Text(if is_word(name, text) { spoken(text) } else { text.to_owned() }))
}

/// A day or a point in time, if the text is one.
fn moment(text: &str) -> Option<Plain> {
    if text.as_bytes().get(4) != Some(&b'-') {
        return None;
    }
    if text.len() == 10 {
        return UpstreamTime::parse(&format!("{text}T00:00:00Z")).map(|time| Plain::Day(time.timestamp().to_iso()));
    }
    let iso = UpstreamTime::parse(text)?.timestamp().to_iso();
    // A day is sent as its midnight.
    Some(if iso.ends_with("T00:00:00.000Z") { Plain::Day(iso) } else { Plain::Moment(iso) })
}

/// Whether a text is one of the words that machines choose from: FULL_TIME, ACTIVE. Others may be meant in capitals.
pub(crate) fn is_word(name: &str, text: &str) -> bool {
    const CHOICES: [&str; 22] = [
        "status",
        "type",
        "state",
        "gender",
        "role",
        "level",
        "visibility",
        "direction",
        "priority",
        "relationship",
        "period",
        "frequency",
        "units",
        "race",
        "ethnicity",
        "classification",
        "recommendation",
        "access",
        "category",
        "debit",
        "actions",
        "credit",
    ];
    let capitals = text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase() || matches!(byte, b'_' | b'-'));
    capitals && (text.contains('_') || name.rsplit('_').next().is_some_and(|last| CHOICES.contains(&last)))
}

/// A word that machines choose, in the language of the moment, else in English.
fn spoken(word: &str) -> String {
    words::name(words::language(), &format!("value-{word}"), &[]).unwrap_or_else(|| lowered(word))
}

/// The same as English words: FULL_TIME is "Full time".
pub(crate) fn lowered(word: &str) -> String {
    let text = word.to_lowercase().replace(['_', '-'], " ");
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A number with the separators of the language of the moment: between thousands from ten thousand on, since below that it may be a year.
fn grouped(number: &str) -> String {
    let (thousands, decimals) = separators(words::language());
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, rest) = digits.split_at(digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len()));
    let mut text = sign.to_owned();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len() > 4 && (whole.len() - at).is_multiple_of(3) {
            text.push(thousands);
        }
        text.push(digit);
    }
    text.extend(rest.chars().map(|letter| if letter == '.' { decimals } else { letter }));
    text
}

/// Something with few parts in one line, as words alone; `None` when it has more, or parts with parts.
pub(super) fn one_line(fields: &Map<String, Value>) -> Option<String> {
    let told: Vec<_> = fields.iter().filter(|(name, value)| is_shown(name) && !is_empty(value)).collect();
    if told.len() > PARTS_MAX {
        return None;
    }
    let none = Names::new();
    let mut parts = Vec::new();
    for (name, value) in sorted(told) {
        match plain(name, value, &none)? {
            Plain::Text(text) => parts.push(text),
            _ => return None,
        }
    }
    Some(parts.join(" · "))
}

/// The telling ones first, and what has parts last.
fn sorted<'a>(mut fields: Vec<(&'a String, &'a Value)>) -> Vec<(&'a String, &'a Value)> {
    let parts =
        |value: &Value| matches!(value, Value::Object(_)) || matches!(value, Value::Array(items) if items.iter().any(Value::is_object));
    fields.sort_by(|(one, left), (other, right)| (parts(left), rank(one), one).cmp(&(parts(right), rank(other), other)));
    fields
}

/// A record line by line: what says nothing is left out, and what says most comes first.
#[must_use]
pub fn facts(fields: &Map<String, Value>, names: &Names) -> Vec<Fact> {
    let mut facts = Vec::new();
    add_all(&mut facts, fields, 0, names);
    facts
}

fn add_all(facts: &mut Vec<Fact>, fields: &Map<String, Value>, depth: u8, names: &Names) {
    let told = fields.iter().filter(|(name, value)| is_shown(name) && !is_empty(value)).collect();
    for (name, value) in sorted(told) {
        add(facts, name, value, depth, names);
    }
}

fn add(facts: &mut Vec<Fact>, name: &str, value: &Value, depth: u8, names: &Names) {
    if facts.len() >= LINES_MAX {
        return;
    }
    let label = label(name);
    match value {
        Value::Object(_) | Value::Array(_) if depth >= DEPTH_MAX => {
            facts.push(Fact { label, depth, values: vec![Plain::Text(value.to_string())] });
        }
        Value::Object(fields) => {
            facts.push(Fact { label, depth, values: Vec::new() });
            add_all(facts, fields, depth + 1, names);
        }
        Value::Array(items) => add_list(facts, name, label, items, depth, names),
        value => facts.extend(plain(name, value, names).map(|value| Fact { label, depth, values: vec![value] })),
    }
}

fn add_list(facts: &mut Vec<Fact>, name: &str, label: String, items: &[Value], depth: u8, names: &Names) {
    let told: Vec<&Value> = items.iter().filter(|item| !is_empty(item)).collect();
    let short: Option<Vec<Plain>> = told
        .iter()
        .map(|item| match item {
            Value::Object(fields) => one_line(fields).map(Plain::Text),
            Value::Array(_) => None,
            value => plain(name, value, names),
        })
        .collect();
    if let Some(mut values) = short {
        let more = values.len().saturating_sub(VALUES_MAX);
        values.truncate(VALUES_MAX);
        values.extend((more > 0).then_some(Plain::More(more)));
        facts.push(Fact { label, depth, values });
        return;
    }
    facts.push(Fact { label, depth, values: Vec::new() });
    for (at, item) in told.iter().enumerate() {
        match item {
            Value::Object(fields) if facts.len() < LINES_MAX => {
                facts.push(Fact { label: (at + 1).to_string(), depth: depth + 1, values: Vec::new() });
                add_all(facts, fields, depth + 2, names);
            }
            item => add(facts, &(at + 1).to_string(), item, depth + 1, names),
        }
    }
}
