//! What comes in: a JSON object or a form, both turned into the same thing, an object of texts.

use axum::http::{HeaderMap, header};
use bytes::Bytes;
use serde_json::{Map, Value};
use url::form_urlencoded;

use crate::api::error::{ApiError, Code};

/// The largest body of a server function, in bytes.
pub const BODY_MAX: usize = 64 * 1024;
/// The longest field, in characters.
const FIELD_MAX: usize = 4096;
/// The most fields.
const FIELDS_MAX: usize = 64;

/// How a body is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whatever the `Content-Type` says, unless it is one of the others: some front ends send none.
    Json,
    /// `application/x-www-form-urlencoded`: a page without JavaScript, which is answered with a redirect.
    Form,
}

/// How the body is written.
///
/// # Errors
/// `unsupported_media` for forms with files: nothing here takes one.
pub fn kind(headers: &HeaderMap) -> Result<Kind, ApiError> {
    let content_type = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "application/x-www-form-urlencoded" => Ok(Kind::Form),
        essence if essence.starts_with("multipart/") => {
            Err(ApiError::new(Code::UnsupportedMedia, "Send the fields as JSON or as application/x-www-form-urlencoded."))
        }
        _ => Ok(Kind::Json),
    }
}

/// Reads a body. An empty one is an object without fields.
///
/// # Errors
/// `malformed_body` with the position, `invalid_input` naming the field.
pub fn parse(kind: Kind, body: &Bytes) -> Result<Map<String, Value>, ApiError> {
    let fields = match kind {
        Kind::Form => {
            let text = std::str::from_utf8(body)
                .map_err(|error| malformed(&format!("it is not UTF-8 text from byte {} on", error.valid_up_to())))?;
            pairs(text)
        }
        Kind::Json if body.iter().all(u8::is_ascii_whitespace) => Map::new(),
        Kind::Json => match serde_json::from_slice(body) {
            Ok(Value::Object(fields)) => fields,
            Ok(other) => return Err(malformed(&format!("it must be an object such as {{\"name\":\"text\"}}, not {}", what(&other)))),
            Err(error) => return Err(malformed(&format!("it is not valid JSON: {error}"))),
        },
    };
    check(fields)
}

/// Reads the query of a `GET`, as [`parse`] reads a form.
///
/// # Errors
/// `invalid_input` naming the field.
pub fn parse_query(query: &str) -> Result<Map<String, Value>, ApiError> {
    check(pairs(query))
}

/// The fields as a query again: one value a name, nothing nested.
pub fn to_query(fields: &Map<String, Value>) -> String {
    let texts = fields.iter().filter_map(|(name, value)| value.as_str().map(|text| (name, text)));
    form_urlencoded::Serializer::new(String::new()).extend_pairs(texts).finish()
}

/// The last value of a name counts, as in JSON.
fn pairs(text: &str) -> Map<String, Value> {
    form_urlencoded::parse(text.as_bytes()).map(|(name, value)| (name.into_owned(), Value::String(value.into_owned()))).collect()
}

/// Every field of every function is a text that may be absent, so the rule stands here once.
fn check(fields: Map<String, Value>) -> Result<Map<String, Value>, ApiError> {
    if fields.len() > FIELDS_MAX {
        return Err(malformed(&format!("it has more than {FIELDS_MAX} fields")));
    }
    for (name, value) in &fields {
        let plain = name.len() <= 64 && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-');
        if !plain {
            return Err(malformed("it has a field whose name is not made of at most 64 letters, digits, _ or -"));
        }
        let text = match value {
            Value::Null => continue,
            Value::String(text) => text,
            other => return Err(ApiError::field(name, format!("{name} must be a text, not {}.", what(other)))),
        };
        if text.chars().count() > FIELD_MAX {
            return Err(ApiError::field(name, format!("{name} is too long: send at most {FIELD_MAX} characters.")));
        }
        if text.contains('\0') {
            return Err(ApiError::field(name, format!("{name} contains a character that can't be stored (U+0000).")));
        }
    }
    Ok(fields)
}

fn malformed(why: &str) -> ApiError {
    ApiError::new(Code::MalformedBody, format!("The body can't be read: {why}."))
}

const fn what(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use proptest::{collection::btree_map, prelude::*};

    fn json(text: &str) -> Result<Map<String, Value>, ApiError> {
        parse(Kind::Json, &Bytes::copy_from_slice(text.as_bytes()))
    }

    #[test]
    fn bad_bodies_say_what_is_wrong_and_where() {
        for (text, code, field, part) in [
            ("{\"a\":", Code::MalformedBody, None, "line 1 column 5"),
            ("[]", Code::MalformedBody, None, "not a list"),
            ("\"x\"", Code::MalformedBody, None, "not a text"),
            ("null", Code::MalformedBody, None, "not null"),
            ("{} {}", Code::MalformedBody, None, "trailing characters"),
            ("{\"category\":7}", Code::InvalidInput, Some("category"), "must be a text, not a number"),
            ("{\"category\":[\"hris\"]}", Code::InvalidInput, Some("category"), "not a list"),
            ("{\"category\":{}}", Code::InvalidInput, Some("category"), "not an object"),
            ("{\"category\":true}", Code::InvalidInput, Some("category"), "not true or false"),
            ("{\"category\":\"\\u0000\"}", Code::InvalidInput, Some("category"), "U+0000"),
            ("{\"a b\":\"\"}", Code::MalformedBody, None, "name"),
            ("\u{feff}{}", Code::MalformedBody, None, "column 1"),
        ] {
            let error = json(text).unwrap_err();
            assert_eq!((error.code, error.field.as_deref()), (code, field), "{text}");
            assert!(error.error.contains(part), "{text}: {}", error.error);
        }
        let error = json(&format!("{{\"name\":\"{}\"}}", "é".repeat(FIELD_MAX + 1))).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("name"));
        assert!(parse(Kind::Form, &Bytes::from_static(b"a=\xff")).is_err());
        assert!(parse(Kind::Json, &Bytes::from_static(b"{\"a\":\"\xff\"}")).is_err());
        assert!(json(&"[".repeat(10_000)).is_err());
    }

    #[test]
    fn nothing_is_an_object_without_fields() {
        for text in ["", "  \n", "{}"] {
            assert_eq!(json(text), Ok(Map::new()));
        }
        assert_eq!(parse(Kind::Form, &Bytes::new()), Ok(Map::new()));
        assert_eq!(json("{\"a\":null}").unwrap().len(), 1);
    }

    #[test]
    fn only_forms_with_files_are_refused_by_their_kind() {
        let judge = |text: &str| kind(&HeaderMap::from_iter([(header::CONTENT_TYPE, text.parse().unwrap())]));
        assert_eq!(kind(&HeaderMap::new()), Ok(Kind::Json));
        assert_eq!(judge("text/plain;charset=UTF-8"), Ok(Kind::Json));
        assert_eq!(judge("Application/X-WWW-Form-Urlencoded; charset=utf-8"), Ok(Kind::Form));
        assert_eq!(judge("multipart/form-data; boundary=x").unwrap_err().code, Code::UnsupportedMedia);
    }

    proptest! {
        #[test]
        fn a_form_and_json_say_the_same(fields in btree_map("[a-z_]{1,12}", "[^\0]{0,40}", 0..8)) {
            let form = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
            let json = serde_json::to_vec(&fields).unwrap();
            let (form, json) = (parse(Kind::Form, &form.into()).unwrap(), parse(Kind::Json, &json.into()).unwrap());
            prop_assert_eq!(&form, &json);
            prop_assert_eq!(&parse_query(&to_query(&form)).unwrap(), &json);
        }

        #[test]
        fn no_body_makes_it_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let body = Bytes::from(body);
            let _ = parse(Kind::Json, &body);
            let _ = parse(Kind::Form, &body);
        }
    }
}
