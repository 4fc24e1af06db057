//! Pages: the base records of a window, which are a range of numbers, merged with the changed ones, in the order of creation.

use std::collections::BTreeSet;

use super::base::Base;
use super::make::ADDED;
use crate::clock::Micros;
use crate::store::{RecordRow, State, Store, Window};

/// A record to show.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its place in the order of creation.
    pub ordinal: u32,
    /// How often it was changed.
    pub version: u32,
    /// Its id where it is not that of its ordinal.
    pub id: Option<String>,
    /// First seen.
    pub created: Micros,
    /// Last changed.
    pub modified: Micros,
    /// `remote_was_deleted`.
    pub deleted: bool,
    /// What was set, as a JSON object.
    pub fields: Option<String>,
}

impl From<RecordRow> for Item {
    fn from(row: RecordRow) -> Self {
        Self {
            ordinal: row.ordinal,
            version: row.version,
            id: row.id,
            created: row.created_at,
            modified: row.modified_at,
            deleted: row.state != State::Live,
            fields: row.fields,
        }
    }
}

/// The records of one model of an account as they are at a moment.
#[derive(Clone, Copy, Debug)]
pub struct Shelf<'a> {
    /// Where changes are.
    pub store: &'a Store,
    /// Whose.
    pub account: &'a str,
    /// The API's name of the model.
    pub model: &'a str,
    /// The base.
    pub base: Base,
    /// How many of the base can be seen at all.
    pub reach: u32,
    /// The moment.
    pub now: Micros,
}

/// A stretch of records.
#[derive(Debug)]
pub struct Page {
    /// In the order of creation.
    pub items: Vec<Item>,
    /// There are more in the direction of the walk.
    pub more: bool,
}

impl Shelf<'_> {
    /// Up to `size` records of a window beyond a place, forwards or back.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn page(&self, window: &Window, beyond: Option<u32>, reverse: bool, size: usize) -> Result<Page, sqlx::Error> {
        let want = size.saturating_add(1);
        let changed = self.store.changed_records(self.account, self.model, window, beyond, reverse, want).await?;
        let mut items: Vec<Item> = self.base_items(window, beyond, reverse, want).await?;
        items.extend(changed.into_iter().map(Item::from));
        items.sort_by_key(|item| if reverse { u32::MAX - item.ordinal } else { item.ordinal });
        let more = items.len() > size;
        items.truncate(size);
        if reverse {
            items.reverse();
        }
        Ok(Page { items, more })
    }

    async fn base_items(&self, window: &Window, beyond: Option<u32>, reverse: bool, want: usize) -> Result<Vec<Item>, sqlx::Error> {
        let (mut from, mut to) = self.base.range(window, self.reach, self.now);
        match beyond {
            Some(place) if reverse => to = to.min(place),
            Some(place) => from = from.max(place.saturating_add(1)),
            None => {}
        }
        let all_seen = self.now >= self.base.all_seen();
        let mut found = Vec::new();
        while from < to && found.len() < want {
            // One stretch at a time: those that came late or changed since leave gaps, which the next stretch fills.
            let mut stretch = Vec::with_capacity(want);
            while from < to && stretch.len() < want {
                let nth = if reverse {
                    to -= 1;
                    to
                } else {
                    from += 1;
                    from - 1
                };
                if all_seen || self.base.seen(nth, self.now) {
                    stretch.push(nth);
                }
            }
            let (Some(first), Some(last)) = (stretch.iter().min().copied(), stretch.iter().max().copied()) else {
                break;
            };
            let changed: BTreeSet<u32> = self.store.changed_between(self.account, self.model, first, last).await?.into_iter().collect();
            found.extend(stretch.into_iter().filter(|nth| !changed.contains(nth)).map(|nth| self.base_item(nth)));
        }
        found.truncate(want);
        Ok(found)
    }

    fn base_item(&self, nth: u32) -> Item {
        let came = self.base.came(nth);
        Item { ordinal: nth, version: 0, id: None, created: came, modified: came, deleted: false, fields: None }
    }

    /// One record by its place, when it can be seen.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn item(&self, ordinal: u32) -> Result<Option<Item>, sqlx::Error> {
        match self.store.record(self.account, self.model, ordinal).await? {
            Some(row) if row.state == State::Gone => Ok(None),
            Some(row) => Ok(Some(row.into())),
            None if ordinal < self.reach.min(ADDED) && self.base.seen(ordinal, self.now) => Ok(Some(self.base_item(ordinal))),
            None => Ok(None),
        }
    }

    /// The row of a record, as the seed gave it where nothing changed it; `None` for one that never was.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn row(&self, ordinal: u32, size: u32) -> Result<Option<RecordRow>, sqlx::Error> {
        if let Some(later) = self.store.pending_change(self.account, self.model, ordinal).await? {
            return Ok(Some(later));
        }
        if let Some(row) = self.store.record(self.account, self.model, ordinal).await? {
            return Ok(Some(row));
        }
        let came = self.base.came(ordinal);
        Ok((ordinal < size).then(|| RecordRow {
            account_id: self.account.to_owned(),
            model: self.model.to_owned(),
            ordinal,
            id: None,
            created_at: came,
            modified_at: came,
            version: 0,
            state: State::Live,
            fields: None,
        }))
    }
}
