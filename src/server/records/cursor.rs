//! The cursor of a list: opaque to its readers, a place and a way to us. It belongs to one account and data type; the filters are sent anew
//! with each page, so that a reader may first load what lives and then follow with what is deleted.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::{
    domain::ids::AccountId,
    server::{store::ports::records::Place, vault::sha256_hex},
};

/// The longest cursor that is looked at, in characters.
const TEXT_MAX: usize = 1_000;

/// Which way to go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// To newer changes.
    After,
    /// To older ones.
    Before,
}

/// A place in a list and a way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    pub(super) way: Way,
    pub(super) place: Place,
}

/// Whose list it is, in few letters.
fn list(account: AccountId, model: &str) -> String {
    sha256_hex(format!("{account} {model}")).chars().take(8).collect()
}

impl Cursor {
    /// Before the first change.
    pub(super) fn start() -> Self {
        Self { way: Way::After, place: Place { change_seq: 0, id: String::new() } }
    }

    /// As it leaves.
    pub(super) fn write(&self, account: AccountId, model: &str) -> String {
        let way = if self.way == Way::After { 1 } else { -1 };
        URL_SAFE_NO_PAD.encode(json!([list(account, model), way, self.place.change_seq, self.place.id]).to_string())
    }

    /// As it comes back; `None`: it is none of ours, or of another list.
    pub(super) fn read(text: &str, account: AccountId, model: &str) -> Option<Self> {
        if text.len() > TEXT_MAX {
            return None;
        }
        let json: Value = serde_json::from_slice(&URL_SAFE_NO_PAD.decode(text).ok()?).ok()?;
        let [of, way, change_seq, id] = json.as_array()?.as_slice() else { return None };
        let way = match way.as_i64()? {
            1 => Way::After,
            -1 => Way::Before,
            _ => return None,
        };
        let id = id.as_str().filter(|id| !id.contains('\0'))?.to_owned();
        let place = Place { change_seq: change_seq.as_i64().filter(|seq| *seq >= 0)?, id };
        (of.as_str()? == list(account, model)).then_some(Self { way, place })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    proptest! {
        #[test]
        fn a_cursor_comes_back_as_it_left_and_to_its_own_list_alone(
            change_seq in 0..i64::MAX, id in "[^\0]{0,60}", after in any::<bool>(), one in any::<u128>(), other in any::<u128>(),
        ) {
            prop_assume!(one != other);
            let (one, other) = (AccountId(Uuid::from_u128(one)), AccountId(Uuid::from_u128(other)));
            let cursor = Cursor { way: if after { Way::After } else { Way::Before }, place: Place { change_seq, id } };
            let text = cursor.write(one, "hris.Employee");
            prop_assert!(text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
            prop_assert_eq!(Cursor::read(&text, one, "hris.Employee"), Some(cursor));
            prop_assert_eq!(Cursor::read(&text, other, "hris.Employee"), None);
            prop_assert_eq!(Cursor::read(&text, one, "hris.Team"), None);
            prop_assert_eq!(Cursor::read(&text[1..], one, "hris.Employee"), None);
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,80}", json in "[\\[\\]0-9\",a-z-]{0,60}") {
            let account = AccountId(Uuid::nil());
            let _ = Cursor::read(&text, account, "hris.Employee");
            let _ = Cursor::read(&URL_SAFE_NO_PAD.encode(json), account, "hris.Employee");
        }
    }
}
