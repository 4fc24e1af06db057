//! Everything at once, a few hundred records at a time: what is in memory does not grow with what is read. The stream ends at the change that
//! was the newest when it began; the cursor that goes on from there stands in a header, since it is known before the first byte.

use axum::{
    body::Body,
    http::{HeaderName, HeaderValue, header},
    response::{IntoResponse, Response},
};
use bytes::Bytes;
use futures::{Stream, stream};

use super::{
    csv::Columns,
    cursor::{Cursor, Way},
    query::Format,
    view,
};
use crate::{
    api::error::ApiError,
    domain::{ids::AccountId, models::ModelSpec, people::Org},
    server::{
        linking::not_found,
        state::AppState,
        store::ports::records::{From, Place, Record, RecordQuery},
    },
};

/// Records that are read at once.
const AT_ONCE: u32 = 500;
/// The cursor that goes on where the stream ends.
const NEXT_CURSOR: HeaderName = HeaderName::from_static("x-next-cursor");

/// How a record is written.
enum Writer {
    Ndjson,
    Csv(Columns),
}

impl Writer {
    fn write(&self, records: &[Record]) -> Result<Bytes, ApiError> {
        let mut bytes = Vec::with_capacity(records.len() * 256);
        for record in records {
            match self {
                Self::Ndjson => {
                    bytes.extend_from_slice(view(record)?.to_string().as_bytes());
                    bytes.push(b'\n');
                }
                Self::Csv(columns) => bytes.extend_from_slice(&columns.row(record)),
            }
        }
        Ok(bytes.into())
    }
}

/// What is still to be sent.
struct Rest {
    state: AppState,
    org: Org,
    query: RecordQuery,
    writer: Writer,
    ready: Option<Bytes>,
    over: bool,
}

/// Answers with everything from the query's place on.
///
/// # Errors
/// `not_found`, `not_ready`; once the first byte has left, an error cuts the answer instead.
pub(super) async fn respond(
    state: AppState,
    org: Org,
    mut query: RecordQuery,
    format: Format,
    newest: i64,
    account: AccountId,
    model: &ModelSpec,
) -> Result<Response, ApiError> {
    // A stream goes one way.
    let place = match query.from {
        From::After(place) | From::Before(place) => place,
    };
    // Nothing at or before the bound is left out when the next reader begins after it.
    let after = Place { change_seq: newest.max(place.change_seq.saturating_sub(1)).saturating_add(1), id: String::new() };
    let next = Cursor { way: Way::After, place: after }.write(account, model.name());
    query.from = From::After(place);
    query.until = newest;
    query.limit = AT_ONCE;
    let first = state.store.records(&org, &query).await?.ok_or_else(not_found)?;
    let (media, extension, writer, header) = match format {
        Format::Csv => {
            let last = Place { change_seq: newest.saturating_add(1), id: String::new() };
            let newest = RecordQuery { from: From::Before(last), ..query.clone() };
            let newest = state.store.records(&org, &newest).await?.unwrap_or_default();
            let columns = Columns::of(first.iter().chain(&newest));
            let header = columns.header();
            ("text/csv; charset=utf-8; header=present", "csv", Writer::Csv(columns), header)
        }
        Format::Json | Format::Ndjson => ("application/x-ndjson", "ndjson", Writer::Ndjson, Vec::new()),
    };
    let mut bytes = header;
    bytes.extend_from_slice(&writer.write(&first)?);
    let over = go_on(&mut query, &first);
    let rest = Rest { state, org, query, writer, ready: Some(bytes.into()), over };
    let name = format!("attachment; filename=\"{}-{}.{extension}\"", model.category, model.path);
    let mut response = (
        [(header::CONTENT_TYPE, HeaderValue::from_static(media)), (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"))],
        Body::from_stream(chunks(rest)),
    )
        .into_response();
    if let (Ok(next), Ok(name)) = (HeaderValue::from_str(&next), HeaderValue::from_str(&name)) {
        response.headers_mut().insert(NEXT_CURSOR, next);
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}

/// Moves the query behind what was read; whether that was the end.
fn go_on(query: &mut RecordQuery, read: &[Record]) -> bool {
    if let Some(last) = read.last() {
        query.from = From::After(Place { change_seq: last.change_seq, id: last.id.clone() });
    }
    u32::try_from(read.len()).is_ok_and(|read| read < query.limit)
}

fn chunks(rest: Rest) -> impl Stream<Item = Result<Bytes, ApiError>> {
    stream::try_unfold(rest, |mut rest| async move {
        if let Some(ready) = rest.ready.take() {
            return Ok(Some((ready, rest)));
        }
        if rest.over {
            return Ok(None);
        }
        // An account that is deleted meanwhile cuts the answer: a reader must not take the part for the whole.
        let records = rest.state.store.records(&rest.org, &rest.query).await?.ok_or_else(not_found)?;
        rest.over = go_on(&mut rest.query, &records);
        let bytes = rest.writer.write(&records)?;
        Ok(Some((bytes, rest)))
    })
}
