//! `GET /api/merge/records/{account}/{model}` (§3): the records of one data type, by page or as a stream, for people and for the company's own
//! programs. A reader that comes back with the cursor of its last page gets what changed since, and misses nothing (S5).

pub mod browse;
mod csv;
mod cursor;
mod query;
mod stream;

use axum::{
    Extension, Json,
    extract::{Path, Request, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

pub use self::csv::cell;
use self::{
    cursor::{Cursor, Way},
    query::{Format, Wanted},
};
use super::{
    keys::KeyScope,
    people::session::Visitor,
    state::AppState,
    store::ports::records::{From, Place, Record, RecordQuery},
};
use crate::{
    api::error::{ApiError, Code},
    domain::{
        ids::AccountId,
        models::{self, ModelSpec},
        people::Org,
    },
    server::linking::not_found,
};

/// The scope of whoever calls a plain route: the key that was shown, else the session.
///
/// # Errors
/// `signed_out`.
pub fn reader(visitor: &Visitor, key: Option<&KeyScope>) -> Result<Org, ApiError> {
    match (key, &visitor.session) {
        (Some(KeyScope(org)), _) => Ok(*org),
        (None, Some(session)) => Ok(session.person.org()),
        (None, None) => Err(super::door::signed_out()),
    }
}

/// The endpoint.
pub async fn read(
    State(state): State<AppState>,
    Extension(visitor): Extension<Visitor>,
    key: Option<Extension<KeyScope>>,
    Path((account, model)): Path<(String, String)>,
    request: Request,
) -> Response {
    let key = key.map(|Extension(key)| key);
    // Read at once: a request that is still to be looked at cannot wait for the database.
    let wanted = Wanted::read(&request);
    drop(request);
    let answered = async {
        let org = reader(&visitor, key.as_ref())?;
        let wanted = wanted?;
        let (account, model) = meant(&state, &org, &account, &model).await?;
        answer(state, org, account, model, wanted).await
    };
    let mut response = answered.await.unwrap_or_else(IntoResponse::into_response);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response.headers_mut().append(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// The account and the data type that the path names, if the reader has such an account and it has such a data type.
async fn meant(state: &AppState, org: &Org, account: &str, model: &str) -> Result<(AccountId, &'static ModelSpec), ApiError> {
    let account: AccountId = account.parse().map_err(|_| not_found())?;
    let category = state.store.account(org, account).await?.ok_or_else(not_found)?.category;
    let known = models::by_name(category, model).or_else(|| models::by_id(model).filter(|spec| spec.category == category));
    let spec = known.ok_or_else(|| {
        let names = models::of_category(category).map(ModelSpec::name).collect::<Vec<_>>().join(", ");
        ApiError::new(Code::NotFound, format!("There is no such data type here: ask for one of {names}.")).at("model")
    })?;
    Ok((account, spec))
}

async fn answer(state: AppState, org: Org, account: AccountId, model: &'static ModelSpec, wanted: Wanted) -> Result<Response, ApiError> {
    let readable = state.store.readable(&org, account, model.name()).await?.ok_or_else(not_found)?;
    if !readable.complete {
        let sentence = format!("{} are being fetched for the first time. Try again in a few minutes.", model.plural_in_english());
        return Err(ApiError::new(Code::FirstSync, sentence).retry_after(60));
    }
    let cursor = match &wanted.cursor {
        Some(text) => Cursor::read(text, account, model.name()).ok_or_else(|| {
            ApiError::field("cursor", "cursor is not one of this list: send one that it answered as it was, or none to begin anew.")
        })?,
        None => Cursor::start(),
    };
    let query = RecordQuery {
        account,
        model: model.name(),
        from: match cursor.way {
            Way::After => From::After(cursor.place.clone()),
            Way::Before => From::Before(cursor.place.clone()),
        },
        until: i64::MAX,
        modified_after: wanted.modified_after,
        include_deleted: wanted.include_deleted,
        limit: wanted.page_size,
    };
    match wanted.format {
        Format::Json => page(&state, &org, query, &cursor, account, model.name()).await,
        format => stream::respond(state, org, query, format, readable.newest, account, model).await,
    }
}

async fn page(
    state: &AppState,
    org: &Org,
    query: RecordQuery,
    cursor: &Cursor,
    account: AccountId,
    model: &str,
) -> Result<Response, ApiError> {
    let records = state.store.records(org, &query).await?.ok_or_else(not_found)?;
    let at = |record: &Record| Place { change_seq: record.change_seq, id: record.id.clone() };
    // An empty page ends where it began: what changes afterwards comes after it. One that was to be before something is the beginning.
    let next = records.last().map(at).unwrap_or_else(|| match cursor.way {
        Way::After => cursor.place.clone(),
        Way::Before => Cursor::start().place,
    });
    let first = records.first().map(at).filter(|_| cursor.place != Cursor::start().place);
    let text = |way, place| Cursor { way, place }.write(account, model);
    Ok(Json(json!({
        "next": text(Way::After, next),
        "previous": first.map(|place| text(Way::Before, place)),
        "results": records.iter().map(view).collect::<Result<Vec<_>, _>>()?,
    }))
    .into_response())
}

/// A record as it leaves.
fn view(record: &Record) -> Result<Value, ApiError> {
    let fields: Value = serde_json::from_str(&record.fields).map_err(|error| {
        tracing::error!(%error, "a record's fields are not JSON");
        ApiError::internal()
    })?;
    Ok(json!({
        "id": record.id,
        "remote_id": record.remote_id,
        "modified_at": record.modified_at,
        "changed_at": record.changed_at.to_iso(),
        "deleted_at": record.deleted_at.map(|at| at.to_iso()),
        "fields": fields,
    }))
}
