//! Records: the list and the single one of every model.

use std::fmt::Write as _;

use axum::Extension;
use axum::extract::{FromRequestParts, Path, RawPathParams, RawQuery, State};
use axum::response::{IntoResponse, Response};
use http::header;
use http::request::Parts;
use serde_json::Value;

use super::access::{Keyed, OfAccount};
use super::page::{Cursor, INVALID, Query};
use crate::catalogue::Category;
use crate::clock::{MINUTE, Micros};
use crate::error::ApiError;
use crate::records::{self, Base, Extras, Home, Item, Maker, Shelf, Spec, Specs, specs};
use crate::store::{Account, ModelRow, Window};
use crate::sync::Tracked;
use crate::world::World;

/// How long a cursor can be used.
const CURSOR_LIFE: Micros = 24 * 60 * MINUTE;

/// A fault asks for a page without results that has a next one.
#[derive(Clone, Copy, Debug)]
pub struct EmptyPage;

/// Whether the rest of a path in a category is that of a platform endpoint or of a model.
pub fn exists(category: Category, rest: &str) -> bool {
    let mut parts = rest.split('/');
    let first = parts.next().unwrap_or_default();
    // The platform's own paths have routes of their own, which only lack the method.
    let model = specs(category).is_some_and(|s| s.by_path(first).is_some());
    model || PLATFORM.contains(&first)
}

const PLATFORM: [&str; 20] = [
    "link-token",
    "account-token",
    "account-details",
    "delete-account",
    "linked-accounts",
    "issues",
    "sync-status",
    "default-scopes",
    "linked-account-scopes",
    "available-actions",
    "selective-sync",
    "remote-fields",
    "target-fields",
    "field-mappings",
    "passthrough",
    "async-passthrough",
    "generate-key",
    "regenerate-key",
    "webhook-receivers",
    "audit-trail",
];

/// The request has the key, names a model of the category, and has the token of an account whose app has that model.
#[derive(Debug)]
pub struct OfModel {
    account: Account,
    specs: &'static Specs,
    spec: &'static Spec,
    tracked: Vec<Tracked>,
}

impl FromRequestParts<World> for OfModel {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, world: &World) -> Result<Self, ApiError> {
        let keyed = Keyed::from_request_parts(parts, world).await?;
        let specs = keyed.category.and_then(specs).ok_or_else(ApiError::not_found)?;
        let params = RawPathParams::from_request_parts(parts, world).await.map_err(|_| ApiError::not_found())?;
        let path = params.iter().find(|(name, _)| *name == "path").map(|(_, path)| path).unwrap_or_default();
        let spec = specs.by_path(path).ok_or_else(ApiError::not_found)?;
        let OfAccount(account) = OfAccount::from_request_parts(parts, world).await?;
        records::settle(world, &account).await?;
        let tracked = records::tracked(world, &account).await?;
        if !tracked.iter().any(|t| t.model.name == spec.name) {
            return Err(ApiError::not_found());
        }
        Ok(Self { account, specs, spec, tracked })
    }
}

/// A model of an account, ready to be read.
struct Reader<'a> {
    shelf: Shelf<'a>,
    maker: Maker<'a>,
    key: u64,
    size: u32,
}

impl OfModel {
    fn row(&self) -> Option<&ModelRow> {
        self.tracked.iter().find(|t| t.model.name == self.spec.name)?.row.as_ref()
    }

    fn reader<'a>(&'a self, world: &'a World, home: &'a Home, query: &Query) -> Option<Reader<'a>> {
        let row = self.row()?;
        let one = self.tracked.iter().find(|t| t.model.name == self.spec.name)?;
        let extras = Extras { remote_data: query.flag("include_remote_data"), remote_fields: query.flag("include_remote_fields") };
        let (key, size) = *home.models.get(&self.spec.name)?;
        Some(Reader {
            shelf: Shelf {
                store: world.store(),
                account: &self.account.id,
                model: &self.spec.name,
                base: Base::new(row, key),
                reach: row.reach(self.account.restricted_models().contains(&one.model.id)),
                now: world.now(),
            },
            maker: Maker::new(self.specs, self.spec, home, &one.model.fields, extras),
            key,
            size,
        })
    }
}

/// `GET /{category}/v1/{model}`: a page.
///
/// # Errors
/// 400 for a filter that cannot be read; 401 without a working account token; 404 for a model that the account's app does not have and for a
/// cursor that was not given out for this list or is older than a day.
pub async fn list(
    State(world): State<World>,
    model: OfModel,
    RawQuery(query): RawQuery,
    empty: Option<Extension<EmptyPage>>,
) -> Result<Response, ApiError> {
    let query = Query::new(query.as_deref());
    let window = window(&query, model.spec)?;
    let filters = Filters::read(&query, model.spec)?;
    let (size, now) = (query.size(), world.now());
    let bound = query.fingerprint(&format!("{}/{}?", model.account.id, model.spec.path));
    let (beyond, reverse) = match query.get("cursor") {
        None => (None, false),
        Some(text) => {
            let cursor = Cursor::read(text, &bound).ok_or(INVALID)?;
            let (place, issued) = cursor.key.split_once('.').ok_or(INVALID)?;
            let issued: Micros = issued.parse().map_err(|_| INVALID)?;
            if now - issued > CURSOR_LIFE {
                return Err(INVALID);
            }
            (place.parse().ok(), cursor.reverse)
        }
    };
    let cursor = |reverse: bool, place: Option<u32>| {
        let place = place.map(|p| p.to_string()).unwrap_or_default();
        Cursor { reverse, key: format!("{place}.{now}") }.write(&bound)
    };
    if empty.is_some() {
        return Ok(answer(Some(cursor(reverse, beyond)), None, "[]"));
    }
    let home = records::home(&world, &model.account, &model.tracked);
    let Some(reader) = model.reader(&world, &home, &query) else {
        // Linked, and nothing synced yet.
        return Ok(answer(None, None, "[]"));
    };
    let (items, more) = reader.select(&window, &filters, query.get("remote_id"), beyond, reverse, size).await?;
    let mut results = String::with_capacity(64 + items.len() * 1_024);
    results.push('[');
    for (nth, item) in items.iter().enumerate() {
        if nth > 0 {
            results.push(',');
        }
        records::render(&reader.maker, item, &mut results);
    }
    results.push(']');
    let (first, last) = (items.first().map(|i| i.ordinal), items.last().map(|i| i.ordinal));
    let onward = if reverse { beyond.is_some() } else { more };
    let back = if reverse { more } else { beyond.is_some() };
    let next = onward.then(|| cursor(false, last.or(beyond.and_then(|b| b.checked_sub(1)))));
    let previous = back.then(|| cursor(true, first.or(beyond.map(|b| b.saturating_add(1)))));
    Ok(answer(next, previous, &results))
}

fn answer(next: Option<String>, previous: Option<String>, results: &str) -> Response {
    let quoted = |cursor: Option<String>| cursor.map_or_else(|| "null".to_owned(), |c| format!("\"{c}\""));
    let mut body = String::with_capacity(results.len() + 256);
    let _ = write!(body, "{{\"next\":{},\"previous\":{},\"results\":{results}}}", quoted(next), quoted(previous));
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

/// `GET /{category}/v1/{model}/{id}`, also of a record that was deleted on the other side.
///
/// # Errors
/// 401 without a working account token; 404 for a model that the account's app does not have and for a record that is not there.
pub async fn get(
    State(world): State<World>,
    model: OfModel,
    Path((_, _, id)): Path<(String, String, String)>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let query = Query::new(query.as_deref());
    let home = records::home(&world, &model.account, &model.tracked);
    let reader = model.reader(&world, &home, &query).ok_or_else(ApiError::not_found)?;
    let own = world.store().ordinal_of(&model.account.id, &model.spec.name, &id).await?;
    let ordinal = own.or_else(|| records::ordinal(reader.key, &id)).ok_or_else(ApiError::not_found)?;
    let item = reader.shelf.item(ordinal).await?.ok_or_else(ApiError::not_found)?;
    let mut body = String::with_capacity(1_024);
    records::render(&reader.maker, &item, &mut body);
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}

/// The window of times. A list whose documents know no such filter ignores it.
fn window(query: &Query, spec: &Spec) -> Result<Window, ApiError> {
    let bound = |name: &str, open: Micros| if spec.takes(name) { query.time(name).map(|t| t.unwrap_or(open)) } else { Ok(open) };
    Ok(Window {
        modified_after: bound("modified_after", Micros::MIN)?,
        modified_before: bound("modified_before", Micros::MAX)?,
        created_after: bound("created_after", Micros::MIN)?,
        created_before: bound("created_before", Micros::MAX)?,
        deleted: query.flag("include_deleted_data"),
    })
}

impl Reader<'_> {
    async fn select(
        &self,
        window: &Window,
        filters: &Filters,
        remote_id: Option<&str>,
        mut beyond: Option<u32>,
        reverse: bool,
        size: usize,
    ) -> Result<(Vec<Item>, bool), ApiError> {
        if let Some(remote_id) = remote_id.filter(|_| self.maker.spec.takes("remote_id")) {
            return self.by_remote_id(window, remote_id).await.map(|items| (items, false));
        }
        if filters.0.is_empty() {
            let page = self.shelf.page(window, beyond, reverse, size).await?;
            return Ok((page.items, page.more));
        }
        let mut found = Vec::new();
        loop {
            let page = self.shelf.page(window, beyond, reverse, 500).await?;
            beyond = if reverse { page.items.first() } else { page.items.last() }.map(|i| i.ordinal);
            let mut fitting: Vec<Item> = page.items.into_iter().filter(|item| filters.fit(&self.whole(item))).collect();
            if reverse {
                fitting.reverse();
            }
            found.extend(fitting);
            if found.len() > size || !page.more {
                let more = found.len() > size;
                found.truncate(size);
                if reverse {
                    found.reverse();
                }
                return Ok((found, more));
            }
        }
    }

    async fn by_remote_id(&self, window: &Window, remote_id: &str) -> Result<Vec<Item>, ApiError> {
        let mut found = Vec::new();
        let set = self.shelf.store.with_remote_id(self.shelf.account, self.shelf.model, remote_id).await?;
        for ordinal in set.into_iter().chain(Maker::ordinal_of_remote(remote_id)) {
            if let Some(item) = self.shelf.item(ordinal).await?
                && self.whole(&item).get("remote_id").and_then(Value::as_str) == Some(remote_id)
                && window.holds(&item)
                && !found.iter().any(|f: &Item| f.ordinal == item.ordinal)
                && (ordinal >= records::ADDED || ordinal < self.size)
            {
                found.push(item);
            }
        }
        Ok(found)
    }

    fn whole(&self, item: &Item) -> Value {
        let mut text = String::with_capacity(1_024);
        records::render(&self.maker, item, &mut text);
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }
}

impl Window {
    fn holds(&self, item: &Item) -> bool {
        item.modified > self.modified_after
            && item.modified < self.modified_before
            && item.created > self.created_after
            && item.created < self.created_before
            && (self.deleted || !item.deleted)
    }
}

/// Filters by value: those of the documents that name a field, or a field and `_id` or `_ids`.
#[derive(Debug, Default)]
struct Filters(Vec<(String, Vec<String>)>);

impl Filters {
    fn read(query: &Query, spec: &Spec) -> Result<Self, ApiError> {
        let mut filters = Vec::new();
        for name in query.names().filter(|name| spec.takes(name) && !matches!(*name, "remote_id" | "remote_fields")) {
            let has = |field: &str| spec.fields.iter().any(|f| f.name == field);
            let stem = name.strip_suffix("_id").or_else(|| name.strip_suffix("_ids")).unwrap_or(name);
            let Some(field) = [name, stem, &format!("{stem}s")].into_iter().find(|f| has(f)).map(str::to_owned) else {
                continue;
            };
            let asked: Vec<String> = query.list(name).unwrap_or_default().into_iter().map(str::to_owned).collect();
            if stem != name && asked.iter().any(|id| uuid::Uuid::parse_str(id).is_err()) {
                return Err(ApiError::Filters);
            }
            filters.push((field, asked));
        }
        Ok(Self(filters))
    }

    fn fit(&self, record: &Value) -> bool {
        self.0.iter().all(|(field, asked)| match record.get(field) {
            Some(Value::Array(all)) => all.iter().any(|one| is_one(one, asked)),
            Some(one) => is_one(one, asked),
            None => false,
        })
    }
}

fn is_one(value: &Value, asked: &[String]) -> bool {
    match value {
        Value::String(text) => asked.iter().any(|a| a.eq_ignore_ascii_case(text)),
        Value::Null => asked.iter().any(|a| a == "null"),
        other => asked.iter().any(|a| a.eq_ignore_ascii_case(&other.to_string())),
    }
}
