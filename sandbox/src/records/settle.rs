//! Plays the syncs that have ended: some records change, some appear, some vanish, and the webhooks say so.

use serde_json::{Map, Value, json};

use super::list::{Item, Shelf};
use super::make::{ADDED, Extras, Maker};
use super::mix::mix;
use super::{Base, Home, home, render, specs, tracked};
use crate::api::webhook_view;
use crate::clock::{Micros, iso};
use crate::store::{Account, ModelRow, Pending, RecordRow, State};
use crate::sync::{Anchor, Run, Tracked};
use crate::webhooks;
use crate::world::World;

/// After a long sleep only the last runs bring changes.
const PLAYED: Micros = 64;
/// Nothing is due as long as nothing is changed.
const NEVER: Micros = Micros::MAX;

/// What happened to a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It appeared.
    Added,
    /// It changed.
    Changed,
    /// It was deleted.
    Removed,
}

impl Change {
    /// The last word of the event.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

/// Plays what has ended by now and was not played yet. Cheap when there is nothing.
///
/// # Errors
/// When the database fails.
pub async fn settle(world: &World, account: &Account) -> Result<(), sqlx::Error> {
    if account.first_sync_at.is_none() || account.next_due.is_some_and(|due| due > world.now()) {
        return Ok(());
    }
    let _turn = world.settling().lock().await;
    // Who waited for the lock may find the work done.
    match world.store().account(&account.id).await? {
        Some(account) if account.next_due.is_none_or(|due| due <= world.now()) => settle_locked(world, &account.id).await,
        _ => Ok(()),
    }
}

/// Plays everything up to now although nothing seems due: before something changes how the account syncs.
///
/// # Errors
/// When the database fails.
pub async fn settle_before(world: &World, account_id: &str) -> Result<(), sqlx::Error> {
    let _turn = world.settling().lock().await;
    settle_locked(world, account_id).await
}

/// [`settle_before`] for who already holds the lock.
///
/// # Errors
/// When the database fails.
pub async fn settle_locked(world: &World, account_id: &str) -> Result<(), sqlx::Error> {
    let Some(account) = world.store().account(account_id).await? else {
        return Ok(());
    };
    let now = world.now();
    let Some(anchor) = Anchor::of(&account) else {
        return Ok(());
    };
    let mut models = tracked(world, &account).await?;
    let home = home(world, &account, &models);
    let mut played = Played { world, account: &account, home: &home, rows: Vec::new(), later: Vec::new(), told: Vec::new() };
    let (disabled, restricted) = (account.disabled_models(), account.restricted_models());
    let until = account.broken_at.map_or(now, |broken| now.min(broken));
    let clock = world.sync_clock();
    let mut finished: Vec<(usize, Run)> = Vec::new();
    for (at, one) in models.iter_mut().enumerate() {
        let place = one.place;
        let Some(mut row) = one.row.clone() else {
            continue;
        };
        let (runs, skipped) = clock.runs(anchor, place, row.initial_end, row.settled_at, until, PLAYED);
        row.syncs = row.syncs.wrapping_add(u32::try_from(skipped).unwrap_or(0));
        let off = account.syncs_disabled || disabled.contains(&one.model.id) || row.halted();
        let last = runs.len().saturating_sub(1);
        for (nth, run) in runs.into_iter().enumerate().filter(|_| !off) {
            row.syncs = row.syncs.wrapping_add(1);
            row.last_finished = Some(run.finished);
            let failed = row.scenario.as_deref() == Some("FAILED");
            if !failed {
                row.fresh_as_of = Some(run.finished);
                if !run.initial {
                    // Only the newest run is told about: nobody sends the webhooks of a week that was slept through.
                    played.play(one, &mut row, &run, nth == last).await?;
                }
            }
            let usual = if restricted.contains(&one.model.id) { "PARTIALLY_SYNCED" } else { "DONE" };
            row.last_result = Some(row.scenario.clone().unwrap_or_else(|| usual.to_owned()));
            if nth == last {
                finished.push((at, run));
            }
        }
        // Runs that fell into a time without credentials never happened.
        row.settled_at = row.settled_at.max(now);
        one.row = Some(row);
    }
    let due = world.store().due_changes(&account.id, now).await?;
    let mut seen = Vec::new();
    for change in due {
        seen.push(change.seq);
        // What was seen since and is newer stays.
        let newest =
            played.rows.iter().rev().find(|r| r.model == change.row.model && r.ordinal == change.row.ordinal).map(|r| r.modified_at);
        let newest = match newest {
            Some(time) => Some(time),
            None => world.store().record(&account.id, &change.row.model, change.row.ordinal).await?.map(|r| r.modified_at),
        };
        if newest.is_none_or(|time| time <= change.row.modified_at) {
            played.rows.push(change.row);
        }
    }
    let rows: Vec<ModelRow> = models.iter().filter_map(|m| m.row.clone()).collect();
    world.store().settle_records(&played.rows, &played.later, &seen, &rows).await?;
    let ends = models.iter().filter_map(|m| Some(clock.next_end(anchor, m.place, m.row.as_ref()?.initial_end, m.row.as_ref()?.settled_at)));
    let next_run = if account.broken_at.is_some() { NEVER } else { ends.min().unwrap_or(NEVER) };
    let next = world.store().next_change(&account.id).await?.map_or(next_run, |due| due.min(next_run));
    world.store().set_next_due(&account.id, next).await?;
    tell(world, &account, &models, &finished, played.told);
    Ok(())
}

/// What a settling gathers.
struct Played<'a> {
    world: &'a World,
    account: &'a Account,
    home: &'a Home,
    rows: Vec<RecordRow>,
    later: Vec<Pending>,
    told: Vec<(String, Value)>,
}

impl Played<'_> {
    /// One run of one model: what it changes is drawn from the seed and the number of the sync.
    async fn play(&mut self, one: &Tracked, row: &mut ModelRow, run: &Run, tell: bool) -> Result<(), sqlx::Error> {
        let Some((key, _)) = self.home.models.get(&one.model.name).copied() else {
            return Ok(());
        };
        let draw = |what: u64| mix(key.rotate_left(7) ^ mix(u64::from(row.syncs)) ^ what);
        let auto = automatic(row.size, draw(0));
        let counts = [
            (Change::Changed, row.changed_each.unwrap_or(auto[0])),
            (Change::Removed, row.removed_each.unwrap_or(auto[1])),
            (Change::Added, row.added_each.unwrap_or(auto[2])),
        ];
        let specs = specs(self.account.category());
        let maker = specs.and_then(|s| Some(Maker::new(s, s.by_name(&one.model.name)?, self.home, &one.model.fields, Extras::default())));
        let shelf = Shelf {
            store: self.world.store(),
            account: &self.account.id,
            model: &one.model.name,
            base: Base::new(row, key),
            reach: row.size,
            now: run.finished,
        };
        let mut counter = 1;
        for (change, count) in counts {
            for _ in 0..count {
                counter += 1;
                let hash = draw(counter);
                let modified = run.began + 1 + i64::try_from(hash % (run.finished - run.began - 1).max(1).unsigned_abs()).unwrap_or(0);
                let modified = modified.min(run.finished - 1);
                let next = match change {
                    Change::Added => {
                        let ordinal = ADDED.saturating_add(row.added);
                        row.added = row.added.wrapping_add(1);
                        Some(new_row(&self.account.id, &one.model.name, ordinal, modified))
                    }
                    _ => self.pick(&shelf, row, hash).await?.map(|old| changed_row(old, change, modified)),
                };
                let Some(next) = next else {
                    continue;
                };
                if tell && let Some(maker) = &maker {
                    self.told.push((event(self.account, &one.model.name, change.word()), payload(maker, &next)));
                }
                if row.late > 0 {
                    let due_at = run.finished + i64::try_from((hash >> 8) % row.late.unsigned_abs()).unwrap_or(0);
                    self.later.push(Pending { seq: 0, due_at, row: next });
                } else {
                    self.rows.push(next);
                }
            }
        }
        Ok(())
    }

    /// A record that lives.
    async fn pick(&self, shelf: &Shelf<'_>, row: &ModelRow, hash: u64) -> Result<Option<RecordRow>, sqlx::Error> {
        let all = u64::from(row.size) + u64::from(row.added);
        // A few tries: where nearly everything was deleted, a sync that changes nothing is fine.
        for attempt in 0..4 {
            let place = u32::try_from(mix(hash ^ attempt) % all.max(1)).unwrap_or(0);
            let ordinal = if place < row.size { place } else { ADDED.saturating_add(place - row.size) };
            let same = |r: &&RecordRow| r.model == shelf.model && r.ordinal == ordinal;
            let found = match self.rows.iter().rev().find(same).or_else(|| self.later.iter().rev().map(|p| &p.row).find(same)) {
                Some(row) => Some(row.clone()),
                None => shelf.row(ordinal, row.size).await?,
            };
            if let Some(found) = found.filter(|r| r.state == State::Live) {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}

fn automatic(size: u32, draw: u64) -> [u32; 3] {
    let part = |shift: u32, of: u32| u32::try_from((draw >> shift) % u64::from(of.max(1))).unwrap_or(0);
    match size {
        0 => [0, 0, 0],
        1..10 => [u32::from(part(0, 4) == 0), 0, 0],
        10..20 => [1 + part(0, 2), 0, part(8, 2)],
        _ => [1 + part(0, (size / 20).clamp(2, 6)), part(16, 2), part(8, 3)],
    }
}

/// A record that appears.
pub fn new_row(account: &str, model: &str, ordinal: u32, at: Micros) -> RecordRow {
    RecordRow {
        account_id: account.to_owned(),
        model: model.to_owned(),
        ordinal,
        id: None,
        created_at: at,
        modified_at: at,
        version: 0,
        state: State::Live,
        fields: None,
    }
}

/// The record after a change.
pub fn changed_row(old: RecordRow, change: Change, at: Micros) -> RecordRow {
    match change {
        Change::Removed => RecordRow { state: State::Deleted, modified_at: at, ..old },
        Change::Added | Change::Changed => RecordRow { version: old.version.wrapping_add(1), modified_at: at, state: State::Live, ..old },
    }
}

/// The record as a webhook carries it.
pub fn payload(maker: &Maker<'_>, row: &RecordRow) -> Value {
    let mut text = String::with_capacity(1_024);
    render(maker, &Item::from(row.clone()), &mut text);
    serde_json::from_str(&text).unwrap_or(Value::Null)
}

/// `CRMContact.changed`.
pub fn event(account: &Account, model: &str, word: &str) -> String {
    format!("{}.{word}", account.category().class_name(model))
}

/// Sends what a finished sync is told with: the records, then each model, then the account when its last model is done.
fn tell(world: &World, account: &Account, models: &[Tracked], finished: &[(usize, Run)], told: Vec<(String, Value)>) {
    if finished.is_empty() || world.webhooks().target().is_none() {
        return;
    }
    let view = webhook_view(world, account);
    let quiet = world.quiet();
    let loud = |run: &Run| run.initial || !quiet || account.resynced_at == Some(run.started);
    if finished.iter().any(|(_, run)| loud(run)) {
        for (event, data) in told {
            webhooks::send(world, &event, view.clone(), data);
        }
    }
    let statuses = world.sync_clock().statuses(account, models, world.now());
    let name = account.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug)).map(|app| app.name.clone());
    let about = |more: Value| {
        let mut data = Map::new();
        data.insert("integration_name".to_owned(), json!(name));
        data.insert("integration_id".to_owned(), json!(account.integration));
        if let Value::Object(more) = more {
            data.extend(more);
        }
        Value::Object(data)
    };
    for (at, run) in finished.iter().filter(|(_, run)| loud(run)) {
        if let (Some(one), Some(status)) = (models.get(*at), statuses.get(*at)) {
            let data = about(json!({ "synced_fields": one.model.fields, "sync_status": status }));
            webhooks::send(world, &event(account, &one.model.name, "synced"), view.clone(), data);
        }
        if at + 1 == models.len() {
            let each: Map<String, Value> = models
                .iter()
                .zip(&statuses)
                .filter(|(m, _)| m.row.as_ref().is_some_and(|r| r.last_finished.is_some()))
                .map(|(m, status)| {
                    let finished = m.row.as_ref().and_then(|r| r.last_finished).map(iso);
                    let get = |name: &str| status.get(name).cloned().unwrap_or(Value::Null);
                    let short = json!({
                        "last_sync_finished": finished, "last_sync_result": get("last_sync_result"), "data_fresh_as_of": get("data_fresh_as_of"),
                        "sync_status_reason": null,
                    });
                    (m.model.id.clone(), short)
                })
                .collect();
            let data = about(json!({ "is_initial_sync": run.initial, "sync_status": each }));
            webhooks::send(world, "LinkedAccount.sync_completed", view.clone(), data);
        }
    }
}
