//! The calls of the sync: statuses, lists of records, single records (S1, S2, S4, S8). Records stay as they came; only what the sync needs of
//! them is read.

use std::borrow::Cow;

use async_trait::async_trait;
use serde::Deserialize;
use serde_json::{Value, value::RawValue};

use super::{
    Patience, UpstreamError,
    http::{HttpUpstream, PAGE_SIZE, PAGES_MAX},
    transport::Ask,
    wire::{self, broken},
};
use crate::{
    domain::{
        category::Category,
        secret::Secret,
        sync::{Incoming, ModelStatus, SyncWord, storable},
        time::UpstreamTime,
    },
    server::vault::sha256_hex,
};

/// In whose name a call is made.
#[derive(Clone, Copy, Debug)]
pub struct AsAccount<'a> {
    /// The account's category.
    pub category: Category,
    /// Its token.
    pub token: &'a Secret,
    /// The upstream's id of it, for the probe after a 401.
    pub linked_account_id: Option<&'a str>,
    /// How long the call may take.
    pub patience: Patience,
}

/// Which page of a list is asked for. Times are the upstream's own texts (S2).
#[derive(Clone, Copy, Debug, Default)]
pub struct ListAsk<'a> {
    /// The last part of the list's path.
    pub path: &'a str,
    /// `modified_after`
    pub after: Option<&'a str>,
    /// `modified_before`
    pub before: Option<&'a str>,
    /// The last page's `next`.
    pub cursor: Option<&'a str>,
}

/// A page of records. The next one can be asked for before these are read.
#[derive(Clone, Debug, Default)]
pub struct RecordPage {
    /// Records that are read already, in the upstream's order.
    pub records: Vec<Incoming>,
    /// Those after them, as they came.
    pub unread: Vec<Box<RawValue>>,
    /// The cursor of the next page.
    pub next: Option<String>,
}

impl RecordPage {
    /// Reads what is unread.
    ///
    /// # Errors
    /// [`UpstreamError::Broken`] for what is no record.
    pub fn read(self) -> Result<Vec<Incoming>, UpstreamError> {
        let (mut records, came) = (self.records, self.unread.len());
        let all = records.len() + came;
        records.reserve(came);
        for raw in self.unread {
            records.extend(incoming(raw)?);
        }
        if records.len() < all {
            tracing::warn!(left_out = all - records.len(), "upstream: records without any id");
        }
        Ok(records)
    }
}

/// What the upstream says of an account's models.
#[derive(Clone, Debug, Default)]
pub struct SyncStatuses {
    /// The upstream's `model_id`, such as `hris.Employee`, and its line.
    pub models: Vec<(String, ModelStatus)>,
    /// The time of the answer by the upstream's clock.
    pub date: Option<UpstreamTime>,
}

/// What the sync asks of the upstream.
#[async_trait]
pub trait SyncUpstream: Send + Sync {
    /// `GET /{category}/v1/sync-status`, all pages.
    async fn sync_status(&self, account: AsAccount<'_>) -> Result<SyncStatuses, UpstreamError>;
    /// `POST /{category}/v1/sync-status/resync`, without a body and never repeated: it may cost a credit.
    async fn resync(&self, account: AsAccount<'_>) -> Result<SyncStatuses, UpstreamError>;
    /// One page of `GET /{category}/v1/{path}`, deleted records included. With a cursor, [`UpstreamError::NotFound`] and
    /// [`UpstreamError::Refused`] with 400 mean that the cursor is used up.
    async fn records(&self, account: AsAccount<'_>, list: ListAsk<'_>) -> Result<RecordPage, UpstreamError>;
    /// `GET /{category}/v1/{path}/{id}`. `None`: there is no such record.
    async fn record(&self, account: AsAccount<'_>, path: &str, id: &str) -> Result<Option<Incoming>, UpstreamError>;
}

/// A line of the sync status, as it comes.
#[derive(Deserialize)]
struct StatusLine {
    model_id: Option<String>,
    status: Option<String>,
    last_sync_result: Option<String>,
    is_initial_sync: Option<bool>,
    last_sync_start: Option<String>,
    next_sync_start: Option<String>,
    last_sync_finished: Option<String>,
    data_fresh_as_of: Option<String>,
}

impl StatusLine {
    /// `None` for a line without model or status: one that cannot be named must not cost the others.
    fn named(self) -> Option<(String, ModelStatus)> {
        let time = |text: Option<String>| text.as_deref().and_then(UpstreamTime::parse);
        let status = ModelStatus {
            status: SyncWord::parse(&self.status?),
            last_sync_result: self.last_sync_result.as_deref().map(SyncWord::parse),
            is_initial_sync: self.is_initial_sync,
            last_sync_start: time(self.last_sync_start),
            next_sync_start: time(self.next_sync_start),
            last_sync_finished: time(self.last_sync_finished),
            data_fresh_as_of: time(self.data_fresh_as_of),
        };
        Some((self.model_id?, status))
    }
}

#[derive(Deserialize)]
struct RawPage {
    next: Option<String>,
    results: Vec<Box<RawValue>>,
}

/// What the sync reads of a record.
#[derive(Deserialize)]
struct Head<'a> {
    #[serde(borrow)]
    id: Option<Cow<'a, str>>,
    remote_id: Option<Value>,
    #[serde(borrow)]
    modified_at: Option<Cow<'a, str>>,
    remote_was_deleted: Option<bool>,
}

/// A text that both databases can hold.
fn plain(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A record of a list. Where the documents give it no id (the tags of recruiting), the third party's own takes its place; `None` for one that
/// has neither, which nobody could find again.
fn incoming(raw: Box<RawValue>) -> Result<Option<Incoming>, UpstreamError> {
    let head: Head<'_> = serde_json::from_str(raw.get()).map_err(|error| wire::unreadable(&error, &"a record"))?;
    let modified = head.modified_at.as_deref().and_then(UpstreamTime::parse);
    let remote_id = match head.remote_id {
        None | Some(Value::Null) => None,
        Some(Value::String(text)) => Some(plain(&text)),
        Some(other) => Some(other.to_string()),
    };
    let id = head.id.as_deref().map(plain).or_else(|| remote_id.clone()).filter(|id| !id.is_empty());
    let Some(id) = id else { return Ok(None) };
    let modified_us = modified.as_ref().map_or(0, UpstreamTime::micros);
    let modified_at = modified.map_or_else(String::new, |time| plain(time.as_str()));
    let deleted = head.remote_was_deleted == Some(true);
    let hash = sha256_hex(raw.get());
    let payload = match storable(raw.get()) {
        Cow::Owned(payload) => payload,
        // As it came, without a copy.
        Cow::Borrowed(_) => String::from(Box::<str>::from(raw)),
    };
    Ok(Some(Incoming { id, remote_id, modified_at, modified_us, deleted, hash, payload }))
}

fn record_page(body: &[u8]) -> Result<RecordPage, UpstreamError> {
    let page: RawPage = serde_json::from_slice(body).map_err(|error| wire::unreadable(&error, &"a page of records"))?;
    Ok(RecordPage { records: Vec::new(), unread: page.results, next: page.next.filter(|next| !next.is_empty()) })
}

impl HttpUpstream {
    fn about<'a>(&self, account: AsAccount<'a>, rest: &[&str], query: &[(&str, &str)]) -> Result<Ask<'a>, UpstreamError> {
        let segments: Vec<&str> = [account.category.slug(), "v1"].into_iter().chain(rest.iter().copied()).collect();
        Ok(Ask { account_token: Some(account.token), ..self.get(&segments, query)? })
    }
}

#[async_trait]
impl SyncUpstream for HttpUpstream {
    async fn sync_status(&self, account: AsAccount<'_>) -> Result<SyncStatuses, UpstreamError> {
        let mut call = self.call(account.patience);
        let mut found = SyncStatuses::default();
        let mut cursors: Vec<String> = Vec::new();
        while cursors.len() < PAGES_MAX {
            let mut query = vec![("page_size", PAGE_SIZE)];
            query.extend(cursors.last().map(|cursor| ("cursor", cursor.as_str())));
            let ask = self.about(account, &["sync-status"], &query)?;
            let answer = self.about_account(&mut call, &ask, account.category, account.linked_account_id).await?;
            // The first page's time: nothing that later ones tell is older.
            if cursors.is_empty() {
                found.date = answer.date.map(|seconds| UpstreamTime::from_micros(seconds.saturating_mul(1_000_000)));
            }
            let page: wire::Page<StatusLine> = self.parse(answer)?;
            found.models.extend(page.results.into_iter().filter_map(StatusLine::named));
            match page.next.filter(|next| !next.is_empty()) {
                None => return Ok(found),
                Some(next) if cursors.contains(&next) => return Err(broken("a list repeats a cursor")),
                Some(next) => cursors.push(next),
            }
        }
        Err(broken("a list does not end"))
    }

    async fn resync(&self, account: AsAccount<'_>) -> Result<SyncStatuses, UpstreamError> {
        let ask = Ask { method: reqwest::Method::POST, ..self.about(account, &["sync-status", "resync"], &[])? };
        let answer = self.about_account(&mut self.call(Patience::Once), &ask, account.category, account.linked_account_id).await?;
        let date = answer.date.map(|seconds| UpstreamTime::from_micros(seconds.saturating_mul(1_000_000)));
        let lines: Vec<StatusLine> = self.parse(answer)?;
        Ok(SyncStatuses { models: lines.into_iter().filter_map(StatusLine::named).collect(), date })
    }

    async fn records(&self, account: AsAccount<'_>, list: ListAsk<'_>) -> Result<RecordPage, UpstreamError> {
        let mut query = vec![("page_size", PAGE_SIZE), ("include_deleted_data", "true")];
        query.extend(list.after.map(|after| ("modified_after", after)));
        query.extend(list.before.map(|before| ("modified_before", before)));
        query.extend(list.cursor.map(|cursor| ("cursor", cursor)));
        let ask = self.about(account, &[list.path], &query)?;
        let mut answer = self.about_account(&mut self.call(account.patience), &ask, account.category, account.linked_account_id).await?;
        self.readable(&answer)?;
        // No tokens are in it, and wiping so much byte by byte takes about as long as reading it.
        record_page(&std::mem::take(&mut *answer.body))
    }

    async fn record(&self, account: AsAccount<'_>, path: &str, id: &str) -> Result<Option<Incoming>, UpstreamError> {
        // A URL reads these as "here" and "up".
        if matches!(id, "" | "." | "..") {
            return Ok(None);
        }
        let ask = Ask { template: format!("/{}/v1/{path}/{{id}}", account.category), ..self.about(account, &[path, id], &[])? };
        match self.about_account(&mut self.call(account.patience), &ask, account.category, account.linked_account_id).await {
            Ok(answer) => {
                let raw: Box<RawValue> =
                    serde_json::from_slice(self.readable(&answer)?).map_err(|error| wire::unreadable(&error, &"a record"))?;
                incoming(raw)
            }
            Err(UpstreamError::NotFound) => Ok(None),
            Err(error) => Err(error),
        }
    }
}
