//! Pages with opaque cursors.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::body::query_pairs;
use crate::clock::{Micros, parse_iso};
use crate::error::ApiError;

const USUAL: usize = 30;
const MOST: usize = 100;
/// The answer to a cursor that was not given out for these filters, as Django REST framework has it.
pub const INVALID: ApiError = ApiError::NotFound("Invalid cursor");

/// A query's parameters.
#[derive(Debug)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a query string.
    pub fn new(query: Option<&str>) -> Self {
        Self(query_pairs(query.unwrap_or_default()))
    }

    /// A parameter that is there and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str())
    }

    /// A parameter's comma-separated values.
    pub fn list(&self, name: &str) -> Option<Vec<&str>> {
        self.get(name).map(|v| v.split(',').map(str::trim).collect())
    }

    /// A parameter that is a time.
    ///
    /// # Errors
    /// 400 when it is not.
    pub fn time(&self, name: &str) -> Result<Option<Micros>, ApiError> {
        self.get(name).map(|v| parse_iso(v).ok_or(ApiError::Filters)).transpose()
    }

    /// A parameter that is a UUID.
    ///
    /// # Errors
    /// 400 when it is not.
    pub fn uuid(&self, name: &str) -> Result<Option<&str>, ApiError> {
        match self.get(name) {
            Some(text) if uuid::Uuid::parse_str(text).is_err() => Err(ApiError::Filters),
            other => Ok(other),
        }
    }

    /// The names of the parameters that are there and not empty.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter(|(_, v)| !v.is_empty()).map(|(n, _)| n.as_str())
    }

    /// Whether a parameter says yes.
    pub fn flag(&self, name: &str) -> bool {
        self.get(name).is_some_and(|v| v.eq_ignore_ascii_case("true") || v == "1")
    }

    /// How many items a page has: 30 unless asked for, 100 at most.
    pub fn size(&self) -> usize {
        self.get("page_size").and_then(|s| s.parse::<usize>().ok()).filter(|n| *n > 0).map_or(USUAL, |n| n.min(MOST))
    }

    /// What a cursor is bound to: whose list it is, and all parameters but the cursor and the page's size.
    pub fn fingerprint(&self, whose: &str) -> String {
        let mut filters: Vec<_> = self.0.iter().filter(|(n, _)| n != "cursor" && n != "page_size").collect();
        filters.sort();
        let digest = Sha256::digest(format!("{whose}{filters:?}"));
        digest.iter().take(4).map(|b| format!("{b:02x}")).collect()
    }

    /// One page of all items, which come with distinct keys in ascending order.
    ///
    /// # Errors
    /// 404 for a cursor that was not given out for these filters, as Django REST framework answers.
    pub fn page(&self, items: Vec<(String, Value)>) -> Result<Value, ApiError> {
        let size = self.size();
        let filters = self.fingerprint("");
        let start = match self.get("cursor") {
            None => 0,
            Some(cursor) => {
                let cursor = Cursor::read(cursor, &filters).ok_or(INVALID)?;
                let at = items.partition_point(|(key, _)| if cursor.reverse { *key < cursor.key } else { *key <= cursor.key });
                if cursor.reverse { at.saturating_sub(size) } else { at }
            }
        };
        let end = items.len().min(start.saturating_add(size));
        let shown = items.get(start..end).unwrap_or_default();
        let cursor =
            |reverse: bool, item: Option<&(String, Value)>| item.map(|(key, _)| Cursor { reverse, key: key.clone() }.write(&filters));
        Ok(json!({
            "next": if end < items.len() { cursor(false, shown.last()) } else { None },
            "previous": if start > 0 { cursor(true, shown.first().or_else(|| items.last())) } else { None },
            "results": shown.iter().map(|(_, value)| value).collect::<Vec<_>>(),
        }))
    }
}

/// A place between two pages.
#[derive(Debug)]
pub struct Cursor {
    /// It leads to the page before the place.
    pub reverse: bool,
    /// The place.
    pub key: String,
}

impl Cursor {
    /// The opaque text of it.
    pub fn write(&self, filters: &str) -> String {
        let text = url::form_urlencoded::Serializer::new(if self.reverse { "r=1".to_owned() } else { String::new() })
            .append_pair("p", &self.key)
            .append_pair("f", filters)
            .finish();
        STANDARD.encode(text)
    }

    /// Reads it back; `None` when it is not one for these filters.
    pub fn read(cursor: &str, filters: &str) -> Option<Self> {
        let text = String::from_utf8(STANDARD.decode(cursor).ok()?).ok()?;
        let pairs = query_pairs(&text);
        let get = |name: &str| pairs.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str());
        (get("f")? == filters).then(|| Some(Self { reverse: get("r").is_some(), key: get("p")?.to_owned() }))?
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    fn items(n: usize) -> Vec<(String, Value)> {
        (0..n).map(|i| (format!("{i:05}"), json!(i))).collect()
    }

    fn page(query: &str, n: usize) -> Value {
        Query::new(Some(query)).page(items(n)).unwrap()
    }

    #[test]
    fn walks_forwards_and_back_over_everything_once() {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        let previous = loop {
            let page = page(&format!("page_size=7&cursor={}", cursor.replace('=', "%3D")), 40);
            seen.extend(page["results"].as_array().unwrap().clone());
            if page["next"].is_null() {
                break page["previous"].clone();
            }
            cursor = page["next"].as_str().unwrap().to_owned();
        };
        assert_eq!(seen, (0..40).map(|i| json!(i)).collect::<Vec<_>>());
        let back = page(&format!("page_size=7&cursor={}", previous.as_str().unwrap().replace('=', "%3D")), 40);
        assert_eq!(back["results"], json!([28, 29, 30, 31, 32, 33, 34]));
    }

    #[test]
    fn sizes_are_clamped_and_nonsense_is_the_usual_size() {
        assert_eq!(page("page_size=1000", 300)["results"].as_array().unwrap().len(), 100);
        assert_eq!(page("page_size=x", 300)["results"].as_array().unwrap().len(), 30);
        assert_eq!(page("", 0), json!({"next": null, "previous": null, "results": []}));
    }

    #[test]
    fn a_cursor_is_bound_to_its_filters() {
        let cursor = page("page_size=1&status=A", 3)["next"].as_str().unwrap().replace('=', "%3D");
        assert!(Query::new(Some(&format!("status=A&cursor={cursor}"))).page(items(3)).is_ok());
        assert!(Query::new(Some(&format!("status=B&cursor={cursor}"))).page(items(3)).is_err());
        assert!(Query::new(Some("cursor=nonsense")).page(items(3)).is_err());
    }
}
