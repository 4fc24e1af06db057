//! Records as tests and demos see and change them: mutations, and the truth.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::Refused;
use super::accounts::find;
use super::models::Found;
use crate::api;
use crate::clock::{Micros, iso, parse_iso};
use crate::records::{self, ADDED, Change, Item, mix};
use crate::store::{Pending, RecordRow, State as Life, Window};
use crate::webhooks;
use crate::world::World;

/// The largest page of the truth.
const MOST: usize = 5_000;
const EVERYTHING: Window = Window {
    modified_after: Micros::MIN,
    modified_before: Micros::MAX,
    created_after: Micros::MIN,
    created_before: Micros::MAX,
    deleted: true,
};

/// What to do to records.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mutations {
    records: Vec<Mutation>,
    #[serde(default = "yes")]
    webhooks: bool,
}

fn yes() -> bool {
    true
}

/// One of them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    op: Op,
    #[serde(default)]
    id: Option<String>,
    #[serde(default)]
    count: Option<u32>,
    #[serde(default)]
    fields: Map<String, Value>,
    #[serde(default)]
    modified_at: Option<String>,
    #[serde(default)]
    visible_after_seconds: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Op {
    /// Changes the record with this id, or adds one.
    Upsert,
    Add,
    Change,
    Delete,
    /// A deleted one is back.
    Recreate,
    /// Gone without `remote_was_deleted`.
    Vanish,
}

/// `POST /_sandbox/accounts/{id}/records/{model}`.
///
/// # Errors
/// 400 that says what is wrong, and then nothing was done; 404 when there is no such account or model.
pub async fn mutate(
    State(world): State<World>,
    Path((id, name)): Path<(String, String)>,
    Json(asked): Json<Mutations>,
) -> Result<Json<Value>, Refused> {
    let _turn = world.settling().lock().await;
    records::settle_locked(&world, &id).await?;
    let mut found = Found::find(&world, &id, &name).await?;
    let now = world.now();
    let mut made: BTreeMap<u32, RecordRow> = BTreeMap::new();
    let (mut rows, mut later, mut shown, mut told) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (nth, one) in asked.records.iter().enumerate() {
        let modified = match &one.modified_at {
            Some(text) => parse_iso(text).ok_or_else(|| Refused::bad(format!("records[{nth}].modified_at: not a time.")))?,
            None => now,
        };
        // Up to a year; the rest is a slip.
        let delay = Micros::from((one.visible_after_seconds.clamp(0.0, 31_536_000.0) * 1_000.0) as u32) * 1_000;
        for row in targets(&world, &mut found, one, modified, &made, nth, now).await? {
            let (next, word) = apply(row, one, modified);
            if let Some(word) = word {
                told.push((word, next.clone()));
            }
            made.insert(next.ordinal, next.clone());
            let visible = now + delay;
            shown.push((next.clone(), visible));
            if delay > 0 {
                later.push(Pending { seq: 0, due_at: visible, row: next });
            } else {
                rows.push(next);
            }
        }
    }
    world.store().settle_records(&rows, &later, &[], std::slice::from_ref(&found.row)).await?;
    if let Some(due) = world.store().next_change(&id).await? {
        let known = find(&world, &id).await?.next_due.unwrap_or(due);
        world.store().set_next_due(&id, known.min(due)).await?;
    }
    let maker = found.maker()?;
    let view = api::webhook_view(&world, &found.account);
    for (word, row) in told.iter().filter(|_| asked.webhooks) {
        let event = records::event(&found.account, &found.row.model, word);
        webhooks::send(&world, &event, view.clone(), records::payload(&maker, row));
    }
    let shown: Vec<Value> = shown
        .iter()
        .map(|(row, visible)| {
            json!({
                "id": row.id.clone().unwrap_or_else(|| maker.id(row.ordinal)), "modified_at": iso(row.modified_at), "visible_at": iso(*visible),
                "deleted": row.state == Life::Deleted, "gone": row.state == Life::Gone,
            })
        })
        .collect();
    Ok(Json(json!({ "records": shown })))
}

/// The records that a mutation is about, as they are before it; new ones are made up.
async fn targets(
    world: &World,
    found: &mut Found,
    one: &Mutation,
    modified: Micros,
    made: &BTreeMap<u32, RecordRow>,
    nth: usize,
    now: Micros,
) -> Result<Vec<RecordRow>, Refused> {
    let size = found.row.size;
    if let Some(id) = &one.id {
        let own = made.values().find(|r| r.id.as_ref() == Some(id)).map(|r| r.ordinal);
        let own = match own {
            Some(ordinal) => Some(ordinal),
            None => world.store().ordinal_of(&found.account.id, &found.row.model, id).await?,
        };
        if let Some(ordinal) = own.or_else(|| records::ordinal(found.key(), id)) {
            let old = match made.get(&ordinal) {
                Some(row) => Some(row.clone()),
                None => found.shelf(world).row(ordinal, size).await?,
            };
            if let Some(old) = old {
                return Ok(vec![old]);
            }
        }
        if one.op != Op::Upsert {
            return Err(Refused::bad(format!("records[{nth}].id: there is no record {id}.")));
        }
        uuid::Uuid::parse_str(id).map_err(|_| Refused::bad(format!("records[{nth}].id: not a UUID.")))?;
        return Ok(vec![RecordRow { id: Some(id.to_ascii_lowercase()), ..fresh(found, modified) }]);
    }
    let count = one.count.unwrap_or(1);
    if matches!(one.op, Op::Upsert | Op::Add) {
        return Ok((0..count).map(|_| fresh(found, modified)).collect());
    }
    // Without an id: some that the operation makes sense for.
    let wanted = if one.op == Op::Recreate { Life::Deleted } else { Life::Live };
    let all = u64::from(size) + u64::from(found.row.added);
    let (mut chosen, mut seen) = (Vec::new(), BTreeSet::new());
    for attempt in 0..u64::from(count) * 20 + 200 {
        let place = u32::try_from(mix(now.unsigned_abs() ^ mix(attempt) ^ nth as u64) % all.max(1)).unwrap_or(0);
        let ordinal = if place < size { place } else { ADDED + (place - size) };
        if chosen.len() >= count as usize || !seen.insert(ordinal) {
            continue;
        }
        let old = match made.get(&ordinal) {
            Some(row) => Some(row.clone()),
            None => found.shelf(world).row(ordinal, size).await?,
        };
        chosen.extend(old.filter(|row| row.state == wanted));
    }
    Ok(chosen)
}

fn fresh(found: &mut Found, modified: Micros) -> RecordRow {
    let ordinal = ADDED.saturating_add(found.row.added);
    found.row.added = found.row.added.wrapping_add(1);
    records::new_row(&found.account.id, &found.row.model, ordinal, modified)
}

fn apply(row: RecordRow, one: &Mutation, modified: Micros) -> (RecordRow, Option<&'static str>) {
    let new = row.ordinal >= ADDED && row.version == 0 && row.modified_at == modified && matches!(one.op, Op::Upsert | Op::Add);
    let (mut next, change) = match one.op {
        Op::Upsert | Op::Add if new => (row, Some(Change::Added)),
        Op::Upsert | Op::Add | Op::Change => (records::changed_row(row, Change::Changed, modified), Some(Change::Changed)),
        Op::Recreate => (records::changed_row(row, Change::Changed, modified), Some(Change::Added)),
        Op::Delete => (records::changed_row(row, Change::Removed, modified), Some(Change::Removed)),
        Op::Vanish => (RecordRow { state: Life::Gone, modified_at: modified, ..row }, None),
    };
    if !one.fields.is_empty() {
        let mut fields: Map<String, Value> = next.fields.as_deref().and_then(|f| serde_json::from_str(f).ok()).unwrap_or_default();
        fields.extend(one.fields.clone());
        next.fields = Some(Value::Object(fields).to_string());
    }
    (next, change.map(Change::word))
}

/// The JSON without spaces and with sorted keys, whatever order the library keeps.
fn canonical(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let sorted: BTreeMap<&String, &Value> = fields.iter().collect();
            let parts: Vec<String> = sorted.into_iter().map(|(name, value)| format!("{}:{}", json!(name), canonical(value))).collect();
            format!("{{{}}}", parts.join(","))
        }
        Value::Array(all) => format!("[{}]", all.iter().map(canonical).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}

/// Which part of the truth.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    after: Option<u32>,
    limit: Option<usize>,
    deleted: Option<bool>,
    fields: bool,
}

/// `GET /_sandbox/accounts/{id}/records/{model}`: what a client should hold in the end.
///
/// # Errors
/// 404 when there is no such account or model.
pub async fn truth(
    State(world): State<World>,
    Path((id, name)): Path<(String, String)>,
    Query(part): Query<Part>,
) -> Result<Json<Value>, Refused> {
    records::settle(&world, &find(&world, &id).await?).await?;
    let found = Found::find(&world, &id, &name).await?;
    let limit = part.limit.unwrap_or(1_000).clamp(1, MOST);
    let page = found.shelf(&world).page(&EVERYTHING, part.after, false, limit).await?;
    let last = page.items.last().map(|i| i.ordinal).filter(|_| page.more);
    let mut items: BTreeMap<u32, Item> = page.items.into_iter().map(|item| (item.ordinal, item)).collect();
    for change in world.store().due_changes(&id, Micros::MAX).await?.into_iter().filter(|c| c.row.model == found.row.model) {
        let row = change.row;
        let here = part.after.is_none_or(|after| row.ordinal > after) && last.is_none_or(|last| row.ordinal <= last);
        if here && items.get(&row.ordinal).is_none_or(|known| known.modified <= row.modified_at) {
            match row.state {
                Life::Gone => drop(items.remove(&row.ordinal)),
                _ => drop(items.insert(row.ordinal, row.into())),
            }
        }
    }
    let maker = found.maker()?;
    let records: Vec<Value> = items
        .values()
        .filter(|item| part.deleted.is_none_or(|deleted| item.deleted == deleted))
        .map(|item| {
            let mut text = String::with_capacity(1_024);
            records::render(&maker, item, &mut text);
            let whole: Value = serde_json::from_str(&text).unwrap_or(Value::Null);
            let mut shown = Map::new();
            // Recruiting's tags have no id but the third party's.
            shown.insert("id".to_owned(), whole.get("id").or_else(|| whole.get("remote_id")).cloned().unwrap_or(Value::Null));
            shown.insert("modified_at".to_owned(), json!(iso(item.modified)));
            shown.insert("deleted".to_owned(), json!(item.deleted));
            let digest = Sha256::digest(canonical(&whole));
            shown.insert("sha256".to_owned(), json!(digest.iter().map(|b| format!("{b:02x}")).collect::<String>()));
            if part.fields {
                shown.insert("fields".to_owned(), whole);
            }
            Value::Object(shown)
        })
        .collect();
    Ok(Json(json!({ "records": records, "next": last })))
}
