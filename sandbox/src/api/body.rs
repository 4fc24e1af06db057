//! Bodies as the upstream takes them: JSON, a form, or multipart, all read to one map.

use axum::body::Body;
use axum::extract::{FromRequest, Multipart, Request};
use bytes::Bytes;
use http::{HeaderMap, header};
use serde_json::{Map, Value};

use crate::error::{ApiError, FieldErrors};

/// A body's fields. A form's field that occurs more than once becomes an array.
#[derive(Debug)]
pub struct Fields(pub Map<String, Value>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = ApiError;

    async fn from_request(request: Request, _: &S) -> Result<Self, ApiError> {
        let (parts, body) = request.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.map_err(|_| ApiError::BadRequest("The body was cut off.".to_owned()))?;
        read(&parts.headers, bytes).await.map(Self)
    }
}

/// Reads a body by its content type; without one it is JSON.
///
/// # Errors
/// 400 when it is not what it says, 415 for another type.
pub async fn read(headers: &HeaderMap, bytes: Bytes) -> Result<Map<String, Value>, ApiError> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("application/json");
    let essence = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        _ if bytes.is_empty() => Ok(Map::new()),
        "application/json" => match serde_json::from_slice(&bytes) {
            Ok(Value::Object(fields)) => Ok(fields),
            Ok(_) => Err(ApiError::field("non_field_errors", "Invalid data. Expected a dictionary.")),
            Err(error) => Err(ApiError::BadRequest(format!("JSON parse error - {error}"))),
        },
        "application/x-www-form-urlencoded" => Ok(gather(url::form_urlencoded::parse(&bytes).into_owned())),
        "multipart/form-data" => multipart(kind, bytes).await,
        _ => Err(ApiError::MediaType(essence)),
    }
}

async fn multipart(kind: &str, bytes: Bytes) -> Result<Map<String, Value>, ApiError> {
    let broken = |_| ApiError::BadRequest("Multipart form parse error - the body cannot be read.".to_owned());
    let request = Request::builder()
        .header(header::CONTENT_TYPE, kind)
        .body(Body::from(bytes))
        .map_err(|_| ApiError::BadRequest("Multipart form parse error - Invalid boundary in multipart.".to_owned()))?;
    let mut form = Multipart::from_request(request, &())
        .await
        .map_err(|_| ApiError::BadRequest("Multipart form parse error - Invalid boundary in multipart.".to_owned()))?;
    let mut pairs = Vec::new();
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        pairs.push((name, field.text().await.map_err(broken)?));
    }
    Ok(gather(pairs))
}

fn gather(pairs: impl IntoIterator<Item = (String, String)>) -> Map<String, Value> {
    let mut fields = Map::new();
    for (name, value) in pairs {
        let value = Value::String(value);
        match fields.get_mut(&name) {
            Some(Value::Array(all)) => all.push(value),
            Some(first) => *first = Value::Array(vec![first.take(), value]),
            None => {
                fields.insert(name, value);
            }
        }
    }
    fields
}

/// A query's pairs, in order.
pub fn query_pairs(query: &str) -> Vec<(String, String)> {
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

/// `true` and `false` as JSON and as forms write them.
pub fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(b) => Some(*b),
        Value::String(s) => match s.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" | "on" => Some(true),
            "false" | "0" | "no" | "off" | "" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// Reads fields and collects what is wrong with them.
#[derive(Debug)]
pub struct Reader<'a> {
    fields: &'a Map<String, Value>,
    /// What is wrong so far.
    pub errors: FieldErrors,
}

impl<'a> Reader<'a> {
    /// Starts reading.
    pub fn new(fields: &'a Map<String, Value>) -> Self {
        Self { fields, errors: FieldErrors::default() }
    }

    /// A field that is there and not null.
    pub fn get(&self, name: &str) -> Option<&'a Value> {
        self.fields.get(name).filter(|v| !v.is_null())
    }

    /// A text of 1 to `most` characters that must be there.
    pub fn required_text(&mut self, name: &str, most: usize) -> String {
        match self.fields.get(name) {
            None => self.errors.add(name, "This field is required."),
            Some(Value::Null) => self.errors.add(name, "This field may not be null."),
            Some(_) => return self.text(name, most).unwrap_or_default(),
        }
        String::new()
    }

    /// A text of 1 to `most` characters that may be missing.
    pub fn text(&mut self, name: &str, most: usize) -> Option<String> {
        match self.get(name)? {
            Value::String(text) if text.trim().is_empty() => self.errors.add(name, "This field may not be blank."),
            Value::String(text) if text.chars().count() > most => {
                self.errors.add(name, format!("Ensure this field has no more than {most} characters."));
            }
            Value::String(text) => return Some(text.trim().to_owned()),
            Value::Number(number) => return Some(number.to_string()),
            _ => self.errors.add(name, "Not a valid string."),
        }
        None
    }

    /// A yes or no that may be missing.
    pub fn flag(&mut self, name: &str) -> bool {
        match self.get(name).map(boolean) {
            None => false,
            Some(Some(value)) => value,
            Some(None) => {
                self.errors.add(name, "Must be a valid boolean.");
                false
            }
        }
    }
}
