//! An upstream in memory, whose every move is written by the test: rows with all their versions, syncs that run and end, answers that fail.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use patchbay::{
    domain::{
        category::Category,
        secret::Secret,
        status::UpstreamStatus,
        sync::{Incoming, ModelStatus, SyncWord},
        time::UpstreamTime,
    },
    server::{
        clock::Clock,
        merge::{
            AccountDetails, AccountFilter, AsAccount, ExchangedToken, LinkTokenRequest, ListAsk, Patience, RecordPage, SyncStatuses,
            SyncUpstream, Upstream, UpstreamAccount, UpstreamError, UpstreamIntegration, UpstreamIssue,
        },
        vault::sha256_hex,
    },
};
use tokio::sync::Notify;

use crate::{linking::harness::HandClock, store::harness::UPSTREAM};

pub const MINUTE: i64 = 60_000_000;

/// One version of a row.
#[derive(Clone, Debug)]
pub struct Version {
    pub number: u64,
    pub modified: i64,
    /// From when on it is seen, by the upstream's clock.
    pub visible: i64,
    pub deleted: bool,
}

/// A model: its rows in order of creation, and its syncs.
#[derive(Clone, Debug)]
pub struct Model {
    pub id: &'static str,
    pub path: &'static str,
    pub filters: bool,
    pub rows: Vec<(String, Vec<Version>)>,
    pub vanished: Vec<String>,
    /// Rows that the list does not show, though they are there.
    pub hidden: Vec<String>,
    pub status: &'static str,
    pub result: Option<&'static str>,
    pub initial: bool,
    pub started: Option<i64>,
    pub finished: Option<i64>,
}

/// How a call fails instead.
#[derive(Clone, Debug)]
pub struct Fault {
    /// A part of the call's line, such as `GET invoices`.
    pub on: String,
    pub error: UpstreamError,
    pub times: u32,
}

#[derive(Debug)]
pub struct State {
    pub models: Vec<Model>,
    pub page_size: usize,
    pub inclusive: (bool, bool),
    pub faults: Vec<Fault>,
    pub details: UpstreamStatus,
    pub issues: Vec<UpstreamIssue>,
    /// Cursors made before this number are refused.
    pub cursor_epoch: u64,
    /// What was asked, in order.
    pub calls: Vec<String>,
    /// The call of this number waits for the gate.
    pub gate_at: Option<usize>,
    versions: u64,
}

pub struct World {
    state: Mutex<State>,
    clock: Arc<HandClock>,
    /// How far the upstream's clock is ahead of ours, in microseconds.
    pub skew: i64,
    pub gate: Notify,
    pub at_gate: Notify,
}

impl World {
    pub fn new(clock: Arc<HandClock>, skew: i64, models: &[(&'static str, &'static str, bool)]) -> Arc<Self> {
        let models = models
            .iter()
            .map(|(id, path, filters)| Model {
                id,
                path,
                filters: *filters,
                rows: Vec::new(),
                vanished: Vec::new(),
                hidden: Vec::new(),
                status: "SYNCING",
                result: None,
                initial: true,
                started: None,
                finished: None,
            })
            .collect();
        let state = State {
            models,
            page_size: 100,
            inclusive: (false, false),
            faults: Vec::new(),
            details: UpstreamStatus::Complete,
            issues: Vec::new(),
            cursor_epoch: 0,
            calls: Vec::new(),
            gate_at: None,
            versions: 0,
        };
        Arc::new(Self { state: Mutex::new(state), clock, skew, gate: Notify::new(), at_gate: Notify::new() })
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The upstream's clock, in microseconds.
    pub fn now(&self) -> i64 {
        self.clock.now().0 * 1000 + self.skew
    }

    /// Writes a version of a row, or a new row.
    pub fn write(&self, model: usize, row: Option<usize>, modified: i64, visible: i64, deleted: bool) {
        let mut state = self.state();
        state.versions += 1;
        let number = state.versions;
        let rows = &mut state.models[model].rows;
        let version = |modified| Version { number, modified, visible, deleted };
        match row {
            Some(row) => {
                let row = row % rows.len();
                let versions = &mut rows[row].1;
                let last = versions.last().unwrap();
                // A row's own times never go back, and neither does what is seen of it.
                let (modified, seen) = (modified.max(last.modified), last.visible);
                let mut version = version(modified);
                version.visible = visible.max(seen);
                versions.push(version);
            }
            None => {
                let id = format!("{:08x}-0000-4000-8000-{number:012}", (number * 2_654_435_761) % 0xffff_ffff);
                rows.push((id, vec![version(modified)]));
            }
        }
    }

    /// A sync of every model begins.
    pub fn start(&self) {
        let now = self.now();
        for model in &mut self.state().models {
            model.status = "SYNCING";
            model.started = Some(now);
        }
    }

    /// It ends with a result.
    pub fn finish(&self, status: &'static str) {
        let now = self.now();
        for model in &mut self.state().models {
            model.status = status;
            model.result = Some(status);
            model.initial &= status != "DONE";
            model.finished = Some(now);
            model.started.get_or_insert(now);
        }
    }

    /// Another run's end, while the one that began before goes on.
    pub fn finish_in_between(&self) {
        let now = self.now();
        for model in &mut self.state().models {
            model.finished = Some(now);
            model.result = Some("DONE");
        }
    }

    pub fn fail(&self, on: &str, error: UpstreamError, times: u32) {
        self.state().faults.push(Fault { on: on.to_owned(), error, times });
    }

    pub fn heal(&self) {
        self.state().faults.clear();
    }

    /// What was asked since the last time.
    pub fn calls(&self) -> Vec<String> {
        std::mem::take(&mut self.state().calls)
    }

    /// The truth: each row that ever was, with its newest version's number, and whether it is deleted. Rows that vanished are deleted.
    pub fn truth(&self, model: usize) -> BTreeMap<String, (u64, bool)> {
        let state = self.state();
        let model = &state.models[model];
        let newest = |versions: &[Version]| versions.last().map(|version| (version.number, version.deleted)).unwrap();
        model
            .rows
            .iter()
            .map(|(id, versions)| {
                let (number, deleted) = newest(versions);
                (id.clone(), (number, deleted || model.vanished.contains(id)))
            })
            .collect()
    }

    /// Writes the call down and waits at the gate, or fails as the script says.
    async fn called(&self, line: String) -> Result<(), UpstreamError> {
        let waits = {
            let mut state = self.state();
            state.calls.push(line.clone());
            match state.gate_at {
                Some(0) => {
                    state.gate_at = None;
                    true
                }
                Some(left) => {
                    state.gate_at = Some(left - 1);
                    false
                }
                None => false,
            }
        };
        if waits {
            self.at_gate.notify_one();
            self.gate.notified().await;
        }
        tokio::task::yield_now().await;
        let mut state = self.state();
        if let Some(fault) = state.faults.iter_mut().find(|fault| fault.times > 0 && line.contains(&fault.on)) {
            fault.times -= 1;
            return Err(fault.error.clone());
        }
        Ok(())
    }
}

fn time(micros: Option<i64>) -> Option<UpstreamTime> {
    micros.map(UpstreamTime::from_micros)
}

fn record(id: &str, version: &Version) -> Incoming {
    let modified = UpstreamTime::from_micros(version.modified);
    let payload = format!(
        "{{\"id\":\"{id}\",\"remote_id\":null,\"modified_at\":\"{}\",\"number\":{},\"remote_was_deleted\":{}}}",
        modified.as_str(),
        version.number,
        version.deleted
    );
    Incoming {
        id: id.to_owned(),
        remote_id: Some(format!("r-{id}")),
        modified_at: modified.as_str().to_owned(),
        modified_us: version.modified,
        deleted: version.deleted,
        hash: sha256_hex(&payload),
        payload,
    }
}

impl State {
    fn statuses(&self, now: i64) -> SyncStatuses {
        let models = self
            .models
            .iter()
            .map(|model| {
                let status = ModelStatus {
                    status: SyncWord::parse(model.status),
                    last_sync_result: model.result.map(SyncWord::parse),
                    is_initial_sync: Some(model.initial),
                    last_sync_start: time(model.started),
                    next_sync_start: None,
                    last_sync_finished: time(model.finished),
                    data_fresh_as_of: None,
                };
                (model.id.to_owned(), status)
            })
            .collect();
        SyncStatuses { models, date: Some(UpstreamTime::from_micros(now)) }
    }

    fn page(&self, ask: &ListAsk<'_>, now: i64) -> Result<RecordPage, UpstreamError> {
        let model = self.models.iter().find(|model| model.path == ask.path).ok_or(UpstreamError::NotFound)?;
        if !model.filters && (ask.after.is_some() || ask.before.is_some()) {
            return Err(UpstreamError::Refused { status: 400, detail: "no such filter".into() });
        }
        let filters = format!("{}|{}|{}|{}", ask.path, ask.after.unwrap_or(""), ask.before.unwrap_or(""), self.cursor_epoch);
        let from = match ask.cursor {
            None => 0,
            Some(cursor) => match cursor.split_once('#') {
                Some((position, of)) if of == filters => position.parse().unwrap(),
                _ => return Err(UpstreamError::Refused { status: 400, detail: "bad cursor".into() }),
            },
        };
        let bound = |text: Option<&str>| text.map(|text| UpstreamTime::parse(text).unwrap().micros());
        let (after, before) = (bound(ask.after), bound(ask.before));
        let fits = |version: &Version| {
            after.is_none_or(|after| version.modified > after || self.inclusive.0 && version.modified == after)
                && before.is_none_or(|before| version.modified < before || self.inclusive.1 && version.modified == before)
        };
        let mut page = RecordPage::default();
        for (place, (id, versions)) in model.rows.iter().enumerate().skip(from) {
            if page.records.len() >= self.page_size {
                page.next = Some(format!("{place}#{filters}"));
                break;
            }
            let seen = versions.iter().rev().find(|version| version.visible <= now);
            if let Some(version) = seen.filter(|version| !model.vanished.contains(id) && !model.hidden.contains(id) && fits(version)) {
                page.records.push(record(id, version));
            }
        }
        Ok(page)
    }
}

#[async_trait]
impl SyncUpstream for World {
    async fn sync_status(&self, _: AsAccount<'_>) -> Result<SyncStatuses, UpstreamError> {
        self.called("GET sync-status".into()).await?;
        Ok(self.state().statuses(self.now()))
    }

    async fn resync(&self, _: AsAccount<'_>) -> Result<SyncStatuses, UpstreamError> {
        self.called("POST resync".into()).await?;
        self.start();
        Ok(self.state().statuses(self.now()))
    }

    async fn records(&self, _: AsAccount<'_>, ask: ListAsk<'_>) -> Result<RecordPage, UpstreamError> {
        let bounds = format!("{}..{}", ask.after.unwrap_or(""), ask.before.unwrap_or(""));
        self.called(format!("GET {} {bounds}{}", ask.path, if ask.cursor.is_some() { " +" } else { "" })).await?;
        self.state().page(&ask, self.now())
    }

    async fn record(&self, _: AsAccount<'_>, path: &str, id: &str) -> Result<Option<Incoming>, UpstreamError> {
        self.called(format!("GET {path}/{id}")).await?;
        let (state, now) = (self.state(), self.now());
        let model = state.models.iter().find(|model| model.path == path).unwrap();
        let row = model.rows.iter().find(|(known, _)| known == id && !model.vanished.contains(known));
        Ok(row.and_then(|(id, versions)| versions.iter().rev().find(|version| version.visible <= now).map(|version| record(id, version))))
    }
}

const NOT_HERE: UpstreamError = UpstreamError::NotFound;

#[async_trait]
impl Upstream for World {
    async fn link_token(&self, _: &LinkTokenRequest) -> Result<Secret, UpstreamError> {
        Err(NOT_HERE)
    }
    async fn exchange(&self, _: Option<Category>, _: &Secret, _: Patience) -> Result<ExchangedToken, UpstreamError> {
        Err(NOT_HERE)
    }
    async fn account_details(
        &self,
        category: Category,
        _: &Secret,
        linked_account_id: Option<&str>,
        _: Patience,
    ) -> Result<AccountDetails, UpstreamError> {
        self.called("GET account-details".into()).await?;
        Ok(AccountDetails {
            id: linked_account_id.unwrap_or("upstream").to_owned(),
            integration: "Ledger".into(),
            integration_slug: "ledger".into(),
            category: Some(category),
            end_user_origin_id: String::new(),
            status: self.state().details.clone(),
            is_duplicate: None,
            instance_id: None,
        })
    }
    async fn delete_account(&self, _: Category, _: &Secret, _: Option<&str>, _: Patience) -> Result<(), UpstreamError> {
        Err(NOT_HERE)
    }
    async fn linked_accounts(&self, _: Category, _: &AccountFilter, _: Patience) -> Result<Vec<UpstreamAccount>, UpstreamError> {
        Err(NOT_HERE)
    }
    async fn ongoing_issues(&self, _: Category, _: &str, _: Patience) -> Result<Vec<UpstreamIssue>, UpstreamError> {
        self.called("GET issues".into()).await?;
        Ok(self.state().issues.clone())
    }
    async fn integrations(&self, _: Patience) -> Result<Vec<UpstreamIntegration>, UpstreamError> {
        Ok(Vec::new())
    }
    fn base_url(&self) -> &str {
        UPSTREAM
    }
}
