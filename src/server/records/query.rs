//! What a reader asks for: the query and the format.

use axum::{
    extract::Request,
    http::{HeaderMap, header},
};
use serde_json::Value;

use crate::{api::error::ApiError, server::edge::body::parse_query};

/// Records of a page when nothing else is said.
const PAGE_SIZE: u32 = 100;
/// The most records of a page.
const PAGE_SIZE_MAX: u32 = 1_000;

/// How the records are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// A page.
    Json,
    /// Everything there is, a line each.
    Ndjson,
    /// Everything there is, as a table.
    Csv,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) cursor: Option<String>,
    pub(super) page_size: u32,
    /// In UTC, without the letter at its end.
    pub(super) modified_after: Option<String>,
    pub(super) include_deleted: bool,
    pub(super) format: Format,
}

impl Wanted {
    /// Reads a request.
    ///
    /// # Errors
    /// `invalid_input` naming the field.
    pub(super) fn read(request: &Request) -> Result<Self, ApiError> {
        let fields = parse_query(request.uri().query().unwrap_or_default())?;
        let text = |name: &str| fields.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        let page_size = match text("page_size") {
            None => PAGE_SIZE,
            Some(raw) => raw
                .parse()
                .ok()
                .filter(|size| (1..=PAGE_SIZE_MAX).contains(size))
                .ok_or_else(|| ApiError::field("page_size", format!("page_size must be a number from 1 to {PAGE_SIZE_MAX}.")))?,
        };
        let include_deleted = match text("include_deleted") {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(ApiError::field("include_deleted", "include_deleted must be true or false.")),
        };
        let modified_after = text("modified_after").map(utc).transpose()?;
        // A link names the format in its address, for it cannot say what it accepts.
        let format = match text("format") {
            None => accepted(request.headers()),
            Some("json") => Format::Json,
            Some("ndjson") => Format::Ndjson,
            Some("csv") => Format::Csv,
            Some(_) => return Err(ApiError::field("format", "format must be json, ndjson or csv.")),
        };
        Ok(Self { cursor: text("cursor").map(str::to_owned), page_size, modified_after, include_deleted, format })
    }
}

/// A time as the upstream writes its own, so that the two compare as texts.
fn utc(raw: &str) -> Result<String, ApiError> {
    let time: jiff::Timestamp = raw.trim().parse().map_err(|_| {
        ApiError::field("modified_after", "modified_after must be a date and time with a zone, such as 2026-01-31T08:00:00Z.")
    })?;
    Ok(time.to_string().trim_end_matches('Z').to_owned())
}

/// The first of the formats that the reader names; JSON when it names none.
fn accepted(headers: &HeaderMap) -> Format {
    let accept = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(','));
    accept
        .filter_map(|range| match range.split(';').next().unwrap_or_default().trim().to_ascii_lowercase().as_str() {
            "application/json" => Some(Format::Json),
            "application/x-ndjson" | "application/ndjson" | "application/jsonl" => Some(Format::Ndjson),
            "text/csv" => Some(Format::Csv),
            _ => None,
        })
        .next()
        .unwrap_or(Format::Json)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    fn wanted(query: &str, accept: Option<&str>) -> Result<Wanted, ApiError> {
        let mut request = Request::get(format!("/x?{query}")).body(axum::body::Body::empty()).unwrap();
        if let Some(accept) = accept {
            request.headers_mut().insert(header::ACCEPT, accept.parse().unwrap());
        }
        Wanted::read(&request)
    }

    #[test]
    fn what_is_not_said_has_its_usual_value() {
        let usual = Wanted { cursor: None, page_size: 100, modified_after: None, include_deleted: false, format: Format::Json };
        assert_eq!(wanted("", None), Ok(usual.clone()));
        assert_eq!(wanted("cursor=&page_size=&other=1&include_deleted=false", Some("*/*")), Ok(usual));
    }

    #[test]
    fn what_is_wrong_names_its_field() {
        for (query, field) in [
            ("page_size=0", "page_size"),
            ("page_size=1001", "page_size"),
            ("page_size=-1", "page_size"),
            ("page_size=ten", "page_size"),
            ("include_deleted=1", "include_deleted"),
            ("modified_after=yesterday", "modified_after"),
            ("modified_after=2026-01-31", "modified_after"),
            ("modified_after=2026-01-31T08:00:00", "modified_after"),
            ("format=xml", "format"),
            ("format=CSV", "format"),
        ] {
            assert_eq!(wanted(query, None).unwrap_err().field.as_deref(), Some(field), "{query}");
        }
        assert_eq!(wanted("page_size=1000", None).unwrap().page_size, 1000);
    }

    #[test]
    fn times_are_brought_to_one_zone() {
        for (raw, expected) in [
            ("2026-01-31T08:00:00Z", "2026-01-31T08:00:00"),
            ("2026-01-31T10:00:00.250%2B02:00", "2026-01-31T08:00:00.25"),
            ("2026-01-31T08:00:00.277118Z", "2026-01-31T08:00:00.277118"),
        ] {
            assert_eq!(wanted(&format!("modified_after={raw}"), None).unwrap().modified_after.as_deref(), Some(expected));
        }
    }

    #[test]
    fn the_first_known_format_is_taken() {
        for (accept, expected) in [
            ("text/csv", Format::Csv),
            ("TEXT/CSV; charset=utf-8", Format::Csv),
            ("application/x-ndjson, */*", Format::Ndjson),
            ("application/jsonl", Format::Ndjson),
            ("text/html, application/json;q=0.9, text/csv", Format::Json),
            ("text/html", Format::Json),
        ] {
            assert_eq!(wanted("", Some(accept)).unwrap().format, expected, "{accept}");
        }
        for (query, expected) in
            [("format=csv", Format::Csv), ("format=ndjson", Format::Ndjson), ("format=json", Format::Json), ("format=", Format::Csv)]
        {
            assert_eq!(wanted(query, Some("text/csv")).unwrap().format, expected, "{query}: the address before the header");
        }
    }
}
