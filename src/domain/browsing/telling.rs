//! What says most about a record: its title, and the two or three fields that stand beside it in a list.

use serde_json::{Map, Value};

use super::fields::{Names, Plain, is_empty, is_shown, label, one_line, plain};

/// So long is a title that was no name, in characters.
const TITLE_MAX: usize = 80;
/// So long is a value in a list.
const CELL_MAX: usize = 60;
/// So many columns stand beside the title.
const COLUMNS_MAX: usize = 3;

/// Names of things and people, the best first.
const NAMES: [&str; 15] = [
    "display_full_name",
    "name",
    "title",
    "file_name",
    "subject",
    "display_name",
    "legal_name",
    "pay_group_name",
    "number",
    "purchase_order_number",
    "transaction_number",
    "journal_number",
    "report_identifier",
    "source_account_name",
    "bank_name",
];
/// Whom or what a record without a name is about.
const ABOUT: [&str; 9] = ["employee", "candidate", "application", "contact", "customer", "account", "ticket", "job", "owner"];
/// What a record says when it has no name and is about nothing that is here.
const SAYS: [&str; 11] =
    ["job_title", "provider_name", "memo", "description", "content", "body", "email", "work_email", "email_address", "username", "city"];
/// Fields that say much, the most telling first: columns are the first of these that the records have.
const TELLING: [&str; 64] = [
    "job_title",
    "employee",
    "candidate",
    "contact",
    "customer",
    "vendor",
    "job",
    "request_type",
    "status",
    "employment_status",
    "run_state",
    "posting_status",
    "feed_status",
    "priority",
    "current_stage",
    "stage",
    "relationship",
    "work_email",
    "email",
    "email_address",
    "email_addresses",
    "company",
    "industry",
    "type",
    "run_type",
    "account_type",
    "activity_type",
    "location_type",
    "benefit_plan_type",
    "policy_type",
    "employment_type",
    "total_amount",
    "total",
    "amount",
    "gross_pay",
    "net_pay",
    "unit_price",
    "pay_rate",
    "current_balance",
    "balance",
    "used",
    "currency",
    "hire_date",
    "start_date",
    "applied_at",
    "due_date",
    "issue_date",
    "transaction_date",
    "report_date",
    "effective_date",
    "close_date",
    "check_date",
    "start_time",
    "date",
    "end_date",
    "city",
    "country",
    "website",
    "owner",
    "author",
    "assignees",
    "mime_type",
    "size",
    "description",
];

/// Where a field stands among those of its record.
pub(super) fn rank(name: &str) -> usize {
    let whole = ["display_full_name", "first_name", "middle_name", "last_name", "preferred_name"];
    let place = whole.iter().chain(&NAMES).chain(&TELLING).position(|known| *known == name);
    place.unwrap_or(usize::MAX)
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The field.
    pub field: String,
    /// What it is called.
    pub label: String,
}

impl Column {
    /// What stands in it for one record.
    #[must_use]
    pub fn of(&self, fields: &Map<String, Value>, names: &Names) -> Option<Plain> {
        fields.get(&self.field).and_then(|value| cell(&self.field, value, names))
    }
}

fn clipped(text: &str, max: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= max {
        return line;
    }
    let mut short: String = line.chars().take(max.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// What a record is called: its name, else whom or what it is about, else the beginning of what it says.
#[must_use]
pub fn title(fields: &Map<String, Value>, names: &Names) -> Option<String> {
    let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty());
    let person = || {
        let parts: Vec<&str> = ["first_name", "last_name"].into_iter().filter_map(text).collect();
        (!parts.is_empty()).then(|| parts.join(" "))
    };
    let about = |name: &&str| match names.get(fields.get(*name)?.as_str()?)? {
        Plain::Record { title, .. } => Some(title.clone()),
        _ => None,
    };
    text("display_full_name")
        .map(str::to_owned)
        .or_else(person)
        .or_else(|| NAMES.into_iter().find_map(text).map(|name| clipped(name, TITLE_MAX)))
        .or_else(|| ABOUT.iter().find_map(about))
        .or_else(|| SAYS.into_iter().find_map(text).map(|said| clipped(said, TITLE_MAX)))
}

/// The fields that a title is made of.
fn is_title(name: &str, fields: &Map<String, Value>, names: &Names) -> bool {
    if matches!(name, "first_name" | "last_name" | "middle_name" | "preferred_name" | "display_full_name") {
        return true;
    }
    let Some(title) = title(fields, names) else { return false };
    match fields.get(name).and_then(|value| cell(name, value, names)) {
        Some(Plain::Text(text)) => text == title || title.starts_with(text.trim_end_matches('…')),
        Some(Plain::Record { title: other, .. }) => other == title,
        _ => false,
    }
}

fn cell(name: &str, value: &Value, names: &Names) -> Option<Plain> {
    if is_empty(value) {
        return None;
    }
    match value {
        Value::Array(items) => items.iter().find(|item| !is_empty(item)).and_then(|first| cell(name, first, names)),
        Value::Object(fields) => one_line(fields).map(|line| Plain::Text(clipped(&line, CELL_MAX))),
        value => match plain(name, value, names)? {
            Plain::Text(text) => Some(Plain::Text(clipped(&text, CELL_MAX))),
            Plain::Elsewhere => None,
            other => Some(other),
        },
    }
}

/// The columns of a list: the most telling fields that at least half of these records have, beside their titles.
#[must_use]
pub fn columns(records: &[Map<String, Value>], names: &Names) -> Vec<Column> {
    let common = |name: &str| {
        let cells: Vec<Plain> = records.iter().filter_map(|fields| cell(name, fields.get(name)?, names)).collect();
        // The one company that everybody works for tells nobody apart.
        let same = cells.len() > 1 && cells.iter().all(|cell| matches!(cell, Plain::Record { .. }) && cells.first() == Some(cell));
        let told = if same { 0 } else { cells.len() };
        let beside = records.iter().filter(|fields| is_title(name, fields, names)).count();
        told * 2 >= records.len() && told > 0 && beside * 2 < told.max(1)
    };
    let mut found: Vec<String> = TELLING.into_iter().filter(|name| common(name)).take(COLUMNS_MAX).map(str::to_owned).collect();
    // A data type of which nothing is known: what is short and said by most.
    let mut others: Vec<&String> = records.iter().flat_map(Map::keys).collect();
    others.sort_unstable();
    others.dedup();
    for name in others {
        let telling = is_shown(name) && !name.ends_with("_url") && !name.starts_with("remote_") && !found.contains(name);
        if found.len() < COLUMNS_MAX - 1 && telling && common(name) {
            found.push(name.clone());
        }
    }
    found.into_iter().map(|field| Column { label: label(&field), field }).collect()
}
