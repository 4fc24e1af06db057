//! A page of records for people: looked through, sorted, one of them open. Unlike the list for programs it follows the reader's order, not the
//! order of changes, so that its cursor leads to the next page and to no later change.

use std::collections::HashMap;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value, json};

use crate::{
    api::error::{ApiError, Code},
    domain::{
        browsing::{Names, Plain, RecordSort, holds, references, title},
        category::Category,
        ids::AccountId,
        models::{self, ModelSpec},
        people::Org,
    },
    server::{
        linking::not_found,
        store::ports::{
            Store,
            records::{ListPlace, ListedRecord, Record, RecordList},
        },
        vault::sha256_hex,
    },
};

/// Records of a page.
pub const PAGE_SIZE: usize = 25;
/// A search looks at so many more at a time, once the first ones were not it.
const LOOK_AT: u32 = 200;
/// After so many that the database let through and that were not it, the page ends and offers to look further.
const LOOKED_MAX: usize = 4_000;
/// Other records that one page refers to.
const REFERENCES_MAX: usize = 200;
/// The longest search, in characters.
const SEARCH_MAX: usize = 100;
/// The longest cursor that is looked at, in characters.
const CURSOR_MAX: usize = 2_000;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Browse {
    /// The data type.
    pub model: &'static ModelSpec,
    /// Part of any value or id; empty: everything.
    pub search: String,
    /// The order.
    pub sort: RecordSort,
    /// Deleted records instead of living ones.
    pub deleted: bool,
    /// The cursor of a page, as it was told.
    pub after: Option<String>,
    /// The record that is open.
    pub open: Option<String>,
}

/// What is asked for, in the words of an address.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// The data type's name.
    pub model: Option<String>,
    /// The search.
    pub q: Option<String>,
    /// The order.
    pub sort: Option<String>,
    /// `true`: deleted records.
    pub deleted: Option<String>,
    /// The cursor.
    pub after: Option<String>,
    /// A record's id.
    pub record: Option<String>,
}

impl Browse {
    /// Reads an address. Without a data type it is `usual`.
    ///
    /// # Errors
    /// `not_found` for a data type that there is not, `invalid_input` naming the field that is wrong.
    pub fn read(words: Words, category: Category, usual: &'static ModelSpec) -> Result<Self, ApiError> {
        let given = |word: Option<String>| word.filter(|word| !word.trim().is_empty());
        let model = match given(words.model) {
            None => usual,
            Some(name) => models::by_name(category, &name)
                .ok_or_else(|| ApiError::new(Code::NotFound, "There is no such data type here.").at("type"))?,
        };
        let search = given(words.q).unwrap_or_default().trim().to_owned();
        if search.chars().count() > SEARCH_MAX {
            return Err(ApiError::field("q", format!("q is too long: search for at most {SEARCH_MAX} characters.")));
        }
        let sort = match given(words.sort) {
            None => RecordSort::default(),
            Some(slug) => RecordSort::parse(&slug).ok_or_else(|| {
                let known = RecordSort::ALL.map(RecordSort::slug).join(", ");
                ApiError::field("sort", format!("sort is unknown: send one of {known}."))
            })?,
        };
        let deleted = match given(words.deleted).as_deref() {
            None | Some("false") => false,
            Some("true") => true,
            Some(_) => return Err(ApiError::field("deleted", "deleted must be true or false.")),
        };
        Ok(Self { model, search, sort, deleted, after: given(words.after), open: given(words.record) })
    }

    /// The query of this list's page: without a cursor its first one.
    pub fn query(&self, after: Option<&str>, open: Option<&str>) -> String {
        let mut pairs = url::form_urlencoded::Serializer::for_suffix(String::from("?"), 1);
        pairs.append_pair("type", self.model.name());
        let sort = (self.sort != RecordSort::default()).then(|| self.sort.slug());
        let search = Some(self.search.as_str()).filter(|search| !search.is_empty());
        for (name, value) in
            [("q", search), ("sort", sort), ("deleted", self.deleted.then_some("true")), ("after", after), ("record", open)]
        {
            if let Some(value) = value {
                pairs.append_pair(name, value);
            }
        }
        pairs.finish()
    }
}

/// The query of the page that shows one record.
pub fn query_of(model: &str, id: &str) -> String {
    url::form_urlencoded::Serializer::for_suffix(String::from("?"), 1).append_pair("type", model).append_pair("record", id).finish()
}

/// A record with its fields.
#[derive(Clone, Debug)]
pub struct Read {
    /// The record.
    pub record: Record,
    /// Its fields.
    pub fields: Map<String, Value>,
}

impl From<Record> for Read {
    fn from(record: Record) -> Self {
        Self { fields: object(&record.fields), record }
    }
}

fn object(json: &str) -> Map<String, Value> {
    match serde_json::from_str(json) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A page of a list.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The records.
    pub records: Vec<Read>,
    /// The cursor of the next page, if there is one.
    pub next: Option<String>,
    /// The record that is open.
    pub open: Option<Read>,
    /// What the records refer to.
    pub names: Names,
}

/// Reads a page.
///
/// # Errors
/// `not_found`, `invalid_input` for a cursor of another list, or the store failed.
pub async fn browse(store: &dyn Store, org: &Org, account: AccountId, asked: &Browse) -> Result<Shelf, ApiError> {
    let after = match &asked.after {
        None => None,
        Some(text) => Some(cursor(text, account, asked).ok_or_else(|| {
            ApiError::field("after", "after is not a place in this list: send one that its last page answered, or none to begin anew.")
        })?),
    };
    let (records, next) = list(store, org, account, asked, after).await?;
    let open = match &asked.open {
        None => None,
        // No id holds what the database cannot.
        Some(id) if id.contains('\0') => None,
        Some(id) => store.record(org, account, asked.model.name(), id).await?.map(Read::from),
    };
    let names = names(store, org, account, open.as_ref(), &records).await?;
    Ok(Shelf { records, next: next.map(|place| tell(&place, account, asked)), open, names })
}

async fn list(
    store: &dyn Store,
    org: &Org,
    account: AccountId,
    asked: &Browse,
    mut after: Option<ListPlace>,
) -> Result<(Vec<Read>, Option<ListPlace>), ApiError> {
    let search = Some(asked.search.clone()).filter(|search| !search.is_empty());
    let (mut found, mut last, mut looked) = (Vec::new(), None, 0);
    // One more than a page tells whether another one follows.
    let mut limit = u32::try_from(PAGE_SIZE + 1).unwrap_or(u32::MAX);
    loop {
        let query = RecordList {
            account,
            model: asked.model.name().to_owned(),
            search: search.clone(),
            sort: asked.sort,
            deleted: asked.deleted,
            after: after.take(),
            limit,
        };
        let part = store.records_page(org, &query).await?.ok_or_else(not_found)?;
        let over = u32::try_from(part.len()).is_ok_and(|len| len < limit);
        looked += part.len();
        after = part.last().map(|listed| listed.place.clone());
        for ListedRecord { record, place } in part {
            let read = Read::from(record);
            let ids = [Some(read.record.id.as_str()), read.record.remote_id.as_deref()];
            if search.as_ref().is_some_and(|search| !holds(&read.fields, ids, search)) {
                continue;
            }
            if found.len() == PAGE_SIZE {
                return Ok((found, last));
            }
            found.push(read);
            last = Some(place);
        }
        if over {
            return Ok((found, None));
        }
        if looked >= LOOKED_MAX {
            return Ok((found, after));
        }
        limit = LOOK_AT;
    }
}

/// What the records that these refer to are called.
async fn names(store: &dyn Store, org: &Org, account: AccountId, open: Option<&Read>, records: &[Read]) -> Result<Names, ApiError> {
    let mut ids: Vec<&str> = open.map(|read| references(&read.fields, true, REFERENCES_MAX / 2)).unwrap_or_default();
    for id in records.iter().flat_map(|read| references(&read.fields, false, REFERENCES_MAX)) {
        if ids.len() < REFERENCES_MAX && !ids.contains(&id) {
            ids.push(id);
        }
    }
    let known = store.known_records(org, account, &ids).await?;
    let none: Names = HashMap::new();
    Ok(known
        .into_iter()
        .filter_map(|known| {
            let title = title(&object(&known.fields), &none)?;
            let query = query_of(&known.model, &known.id);
            Some((known.id, Plain::Record { title, query }))
        })
        .collect())
}

/// Whose list it is, in few letters: a place in one order is none in another.
fn whose(account: AccountId, asked: &Browse) -> String {
    sha256_hex(format!("browse {account} {} {}", asked.model.id, asked.sort.slug())).chars().take(8).collect()
}

fn tell(place: &ListPlace, account: AccountId, asked: &Browse) -> String {
    URL_SAFE_NO_PAD.encode(json!([whose(account, asked), place.value, place.id]).to_string())
}

fn cursor(text: &str, account: AccountId, asked: &Browse) -> Option<ListPlace> {
    if text.len() > CURSOR_MAX {
        return None;
    }
    let json: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
    let [of, value, id] = json.as_array()?.as_slice() else { return None };
    let text = |part: &Value| part.as_str().filter(|part| !part.contains('\0')).map(str::to_owned);
    let place = ListPlace { value: text(value)?, id: text(id)? };
    let known = of.as_str()? == whose(account, asked) && (!asked.sort.by_number() || place.value.parse::<i64>().is_ok());
    known.then_some(place)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn employees() -> &'static ModelSpec {
        models::by_name(Category::Hris, "Employee").unwrap()
    }

    fn read(words: Words) -> Result<Browse, ApiError> {
        Browse::read(words, Category::Hris, employees())
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn what_is_wrong_names_its_field() {
        for (words, status, field) in [
            (Words { model: some("Candidate"), ..Words::default() }, 404, "type"),
            (Words { q: Some("x".repeat(101)), ..Words::default() }, 400, "q"),
            (Words { sort: some("size"), ..Words::default() }, 400, "sort"),
            (Words { deleted: some("yes"), ..Words::default() }, 400, "deleted"),
        ] {
            let error = read(words).unwrap_err();
            assert_eq!((error.code.status(), error.field.as_deref()), (status, Some(field)));
        }
    }

    #[test]
    fn an_address_says_what_is_not_usual_and_is_read_back() {
        let usual = read(Words { q: some(" "), sort: some(""), after: some(""), ..Words::default() }).unwrap();
        assert_eq!(usual.query(None, None), "?type=Employee");
        let asked =
            read(Words { model: some("Team"), q: some(" a&b "), sort: some("id"), deleted: some("true"), ..Words::default() }).unwrap();
        let query = asked.query(Some("c"), Some("r/1"));
        assert_eq!(query, "?type=Team&q=a%26b&sort=id&deleted=true&after=c&record=r%2F1");
    }

    proptest! {
        #[test]
        fn a_cursor_comes_back_to_its_own_list_alone(value in any::<i64>(), id in "[^\0]{0,60}", one in any::<u128>(), other in any::<u128>()) {
            prop_assume!(one != other);
            let (one, other) = (AccountId(Uuid::from_u128(one)), AccountId(Uuid::from_u128(other)));
            let asked = read(Words::default()).unwrap();
            let place = ListPlace { value: value.to_string(), id };
            let text = tell(&place, one, &asked);
            prop_assert_eq!(cursor(&text, one, &asked), Some(place));
            prop_assert_eq!(cursor(&text, other, &asked), None);
            for sort in [RecordSort::Oldest, RecordSort::RemoteId] {
                prop_assert_eq!(cursor(&text, one, &Browse { sort, ..asked.clone() }), None);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,80}", json in "[\\[\\]0-9\",a-z-]{0,60}") {
            let (account, asked) = (AccountId(Uuid::nil()), read(Words::default()).unwrap());
            let _ = cursor(&text, account, &asked);
            let _ = cursor(&URL_SAFE_NO_PAD.encode(json), account, &asked);
            // Of this list, and still no number.
            let forged = URL_SAFE_NO_PAD.encode(json!([whose(account, &asked), text, "x"]).to_string());
            prop_assert_eq!(cursor(&forged, account, &asked).is_some(), text.parse::<i64>().is_ok());
        }
    }
}
