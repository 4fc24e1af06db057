//! `GET /api/merge/activity`: what was done in an organisation, to be taken along (P5). A page as JSON, or everything as a table.

use axum::{
    Extension, Json,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures::{Stream, stream};
use serde_json::{Value, json};

use super::{caller, id};
use crate::{
    api::{
        activity::{ActivityPage, LineView},
        error::ApiError,
    },
    domain::{ids::AccountId, people::Org},
    server::{
        edge::body::parse_query,
        keys::KeyScope,
        linking::not_found,
        people::session::Visitor,
        records::{cell, reader},
        state::AppState,
        store::ports::ActivityEntry,
    },
};

/// Lines of a page when nothing else is said, and of each part of a table.
const PAGE_SIZE: u32 = 100;
/// The most lines of a page.
const PAGE_SIZE_MAX: u32 = 1_000;
/// Lines of our own page.
const OWN_PAGE_SIZE: usize = 50;

/// What the page of a connected app shows.
pub async fn activity(integration_id: Option<String>, before: Option<String>) -> Result<ActivityPage, ApiError> {
    let org = caller()?.org();
    let id: AccountId = id("integration_id", integration_id)?;
    let before = match before.filter(|raw| !raw.is_empty()) {
        None => None,
        Some(raw) => Some(raw.parse().ok().filter(|number: &i64| *number > 0).ok_or_else(|| {
            ApiError::field("before", "before is not a place in this list: send one that its last page answered, or none to begin anew.")
        })?),
    };
    let state = super::state()?;
    state.store.account(&org, id).await?.ok_or_else(not_found)?;
    let limit = u32::try_from(OWN_PAGE_SIZE + 1).unwrap_or(u32::MAX);
    let mut lines = state.store.activity_before(&org, Some(id), before, limit).await?;
    let more = lines.len() > OWN_PAGE_SIZE;
    lines.truncate(OWN_PAGE_SIZE);
    let older = lines.last().filter(|_| more).map(|(number, _)| number.to_string());
    let view = |(number, line): (i64, ActivityEntry)| LineView {
        number,
        at: line.at.to_iso(),
        actor: line.actor_name,
        kind: line.kind,
        label: line.label,
    };
    Ok(ActivityPage { success: true, lines: lines.into_iter().map(view).collect(), older })
}

struct Wanted {
    account: Option<AccountId>,
    csv: bool,
    before: Option<i64>,
    page_size: u32,
}

/// The endpoint.
pub async fn export(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    key: Option<Extension<KeyScope>>,
    request: Request,
) -> Response {
    // Read at once: a request that is still to be looked at cannot wait for the database.
    let wanted = wanted(&request);
    drop(request);
    let answered = async {
        let org = reader(&visitor, key.map(|Extension(key)| key).as_ref())?;
        let wanted = wanted?;
        if wanted.csv { Ok(table(state, org, wanted)) } else { page(&state, &org, &wanted).await }
    };
    let mut response = answered.await.unwrap_or_else(|error: ApiError| error.into_response());
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    response
}

fn wanted(request: &Request) -> Result<Wanted, ApiError> {
    let fields = parse_query(request.uri().query().unwrap_or_default())?;
    let text = |name: &str| fields.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
    let number = |name: &str, max: i64| {
        let problem = || ApiError::field(name, format!("{name} must be a number from 1 to {max}."));
        text(name).map(|raw| raw.parse::<i64>().ok().filter(|number| (1..=max).contains(number)).ok_or_else(problem)).transpose()
    };
    let account = match text("integration_id") {
        None => None,
        Some(raw) => Some(raw.parse().map_err(|_| ApiError::field("integration_id", "integration_id must be the id of a connected app."))?),
    };
    let csv = match text("format") {
        None => prefers_csv(request.headers()),
        Some("json") => false,
        Some("csv") => true,
        Some(_) => return Err(ApiError::field("format", "format must be json or csv.")),
    };
    let before = text("cursor").map(|raw| raw.parse().ok().filter(|number: &i64| *number > 0)).map(|known| {
        known.ok_or_else(|| ApiError::field("cursor", "cursor is not one of this list: send the one that the last page answered."))
    });
    let page_size = number("page_size", i64::from(PAGE_SIZE_MAX))?.and_then(|size| u32::try_from(size).ok()).unwrap_or(PAGE_SIZE);
    Ok(Wanted { account, csv, before: before.transpose()?, page_size })
}

fn prefers_csv(headers: &HeaderMap) -> bool {
    headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(b"text/csv"))
}

async fn page(state: &AppState, org: &Org, wanted: &Wanted) -> Result<Response, ApiError> {
    let lines = state.store.activity_before(org, wanted.account, wanted.before, wanted.page_size).await?;
    let full = u32::try_from(lines.len()).is_ok_and(|lines| lines == wanted.page_size);
    let next = lines.last().filter(|_| full).map(|(number, _)| number.to_string());
    let activity: Vec<Value> = lines
        .iter()
        .map(|(_, line)| {
            json!({
                "at": line.at.to_iso(), "actor": line.actor_name, "kind": line.kind,
                "integration_id": line.account.map(|account| account.to_string()), "label": line.label,
            })
        })
        .collect();
    Ok(Json(json!({ "success": true, "activity": activity, "next": next })).into_response())
}

fn row(cells: [&str; 5]) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory fails only where there is none left.
    let _in_memory = writer.write_record(cells.map(cell));
    writer.into_inner().unwrap_or_default()
}

fn line(line: &ActivityEntry) -> Vec<u8> {
    let account = line.account.map(|account| account.to_string()).unwrap_or_default();
    row([&line.at.to_iso(), line.actor_name.as_deref().unwrap_or_default(), &line.kind, &account, &line.label])
}

fn table(state: AppState, org: Org, wanted: Wanted) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"activity.csv\""),
    ];
    let first = Bytes::from(row(["at", "actor", "kind", "integration_id", "label"]));
    (headers, Body::from_stream(chunks(state, org, wanted, first))).into_response()
}

fn chunks(state: AppState, org: Org, wanted: Wanted, first: Bytes) -> impl Stream<Item = Result<Bytes, ApiError>> {
    stream::try_unfold((wanted, Some(first), false), move |(mut wanted, ready, over)| {
        let state = state.clone();
        async move {
            if let Some(ready) = ready {
                return Ok(Some((ready, (wanted, None, over))));
            }
            if over {
                return Ok(None);
            }
            let lines = state.store.activity_before(&org, wanted.account, wanted.before, PAGE_SIZE_MAX).await?;
            let over = u32::try_from(lines.len()).is_ok_and(|lines| lines < PAGE_SIZE_MAX);
            wanted.before = lines.last().map(|(number, _)| *number).or(wanted.before);
            let bytes: Vec<u8> = lines.iter().flat_map(|(_, entry)| line(entry)).collect();
            Ok(Some((Bytes::from(bytes), (wanted, None, over))))
        }
    })
}
