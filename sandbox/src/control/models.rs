//! The models of an account as tests and demos see and set them: sizes, lateness, changes, scenarios; and syncs that are asked for.

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::Refused;
use super::accounts::find;
use crate::api;
use crate::clock::{Micros, SECOND};
use crate::records::{self, ADDED, Base, Extras, Home, Maker, Shelf};
use crate::store::{Account, ModelRow};
use crate::sync::Tracked;
use crate::world::World;

/// A model of an account, found by any of its names.
pub struct Found {
    /// Whose.
    pub account: Account,
    home: Home,
    tracked: Tracked,
    /// What is known of its records.
    pub row: ModelRow,
    path: String,
}

impl Found {
    /// The model of an account.
    ///
    /// # Errors
    /// 404 when there is no such account or model, 400 when the account was never linked.
    pub async fn find(world: &World, id: &str, name: &str) -> Result<Self, Refused> {
        let account = find(world, id).await?;
        let tracked = records::tracked(world, &account).await?;
        let home = records::home(world, &account, &tracked);
        let path_of =
            |model: &str| records::specs(account.category()).and_then(|s| s.by_name(model)).map(|s| s.path.clone()).unwrap_or_default();
        let one = tracked.iter().find(|t| {
            let class = t.model.id.split_once('.').map_or("", |(_, class)| class);
            [t.model.name.as_str(), t.model.id.as_str(), class].contains(&name) || path_of(&t.model.name) == name
        });
        let tracked = one.cloned().ok_or_else(|| Refused::missing("model of this account"))?;
        let row = tracked.row.clone().ok_or_else(|| Refused::bad("The account was never linked, so it has no records."))?;
        let path = path_of(&tracked.model.name);
        Ok(Self { account, home, tracked, row, path })
    }

    /// The key of its ids.
    pub fn key(&self) -> u64 {
        self.home.models.get(&self.row.model).map_or(0, |(key, _)| *key)
    }

    /// Everything, also what is not seen yet.
    pub fn shelf<'a>(&'a self, world: &'a World) -> Shelf<'a> {
        let base = Base::new(&self.row, self.key());
        Shelf { store: world.store(), account: &self.account.id, model: &self.row.model, base, reach: self.row.size, now: Micros::MAX }
    }

    /// What makes its records.
    ///
    /// # Errors
    /// 404 for a model without a list.
    pub fn maker(&self) -> Result<Maker<'_>, Refused> {
        let specs = records::specs(self.account.category());
        let spec = specs.and_then(|s| s.by_name(&self.row.model));
        let (specs, spec) = specs.zip(spec).ok_or_else(|| Refused::missing("model"))?;
        Ok(Maker::new(specs, spec, &self.home, &self.tracked.model.fields, Extras::default()))
    }

    async fn view(&self, world: &World) -> Result<Value, Refused> {
        let (row, store) = (&self.row, world.store());
        let (lost, more) = store.count_changed(&row.account_id, &row.model, ADDED).await?;
        let status = world.sync_clock().statuses(&self.account, std::slice::from_ref(&self.tracked), world.now());
        Ok(json!({
            "model": row.model, "model_id": self.tracked.model.id, "path": self.path, "size": row.size,
            "live": i64::from(row.size) - lost + more, "late_seconds": row.late / SECOND,
            "changes": row.changed_each.map(|changed| json!({ "changed": changed, "added": row.added_each, "removed": row.removed_each })),
            "scenario": row.scenario.as_ref().map(|s| json!({ "status": s, "is_initial_sync": row.scenario_initial })),
            "syncs": row.syncs, "sync_status": status.first(),
        }))
    }
}

/// `GET /_sandbox/accounts/{id}/models`.
///
/// # Errors
/// 404 when there is no such account.
pub async fn models(State(world): State<World>, Path(id): Path<String>) -> Result<Json<Value>, Refused> {
    let account = find(&world, &id).await?;
    records::settle(&world, &account).await?;
    let mut shown = Vec::new();
    for one in records::tracked(&world, &account).await?.iter().filter(|t| t.row.is_some()) {
        shown.push(Found::find(&world, &id, &one.model.name).await?.view(&world).await?);
    }
    Ok(Json(json!({ "models": shown })))
}

/// `GET /_sandbox/accounts/{id}/models/{model}`.
///
/// # Errors
/// 404 when there is no such account or model.
pub async fn model(State(world): State<World>, Path((id, name)): Path<(String, String)>) -> Result<Json<Value>, Refused> {
    records::settle(&world, &find(&world, &id).await?).await?;
    Ok(Json(Found::find(&world, &id, &name).await?.view(&world).await?))
}

/// How many records each sync changes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Changes {
    #[serde(default)]
    changed: u32,
    #[serde(default)]
    added: u32,
    #[serde(default)]
    removed: u32,
}

/// What a model shall be as long as a test wants it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Scenario {
    status: String,
    #[serde(default)]
    is_initial_sync: Option<bool>,
}

/// `PUT /_sandbox/accounts/{id}/models/{model}`: `size` (with `at_once`), `late_seconds`, `changes`, `scenario`; what is not named stays.
///
/// # Errors
/// 400 for a value that cannot be.
pub async fn set_model(
    State(world): State<World>,
    Path((id, name)): Path<(String, String)>,
    Json(mut asked): Json<Map<String, Value>>,
) -> Result<Json<Value>, Refused> {
    let _turn = world.settling().lock().await;
    records::settle_locked(&world, &id).await?;
    let mut found = Found::find(&world, &id, &name).await?;
    let (row, now) = (&mut found.row, world.now());
    let mut clear = false;
    let at_once = asked.remove("at_once") == Some(Value::Bool(true));
    for (name, value) in asked {
        let wrong = || Refused::bad(format!("{name}: {value} is not a value for it."));
        match name.as_str() {
            "size" => {
                let size = value.as_u64().and_then(|n| u32::try_from(n).ok()).filter(|n| *n < ADDED / 2).ok_or_else(wrong)?;
                clear = true;
                // Other numbers are other records: the model's initial sync begins again.
                let clock = world.sync_clock();
                let place = found.tracked.place;
                let (start, end) = clock.initial_turn(now, place);
                let (start, end) = if at_once { (now - (end - start).max(SECOND), now) } else { (start, end) };
                *row = ModelRow {
                    size,
                    base_start: start,
                    base_end: end,
                    initial_end: end,
                    settled_at: now - 1,
                    syncs: 0,
                    added: 0,
                    last_finished: None,
                    last_result: None,
                    fresh_as_of: None,
                    ..row.clone()
                };
            }
            "late_seconds" => row.late = value.as_i64().filter(|s| (0..=86_400).contains(s)).ok_or_else(wrong)? * SECOND,
            "changes" if value.is_null() => (row.changed_each, row.added_each, row.removed_each) = (None, None, None),
            "changes" => {
                let changes: Changes = serde_json::from_value(value.clone()).map_err(|_| wrong())?;
                (row.changed_each, row.added_each, row.removed_each) = (Some(changes.changed), Some(changes.added), Some(changes.removed));
            }
            "scenario" if value.is_null() => {
                (row.scenario, row.scenario_initial, row.scenario_at, row.last_result) = (None, None, None, None);
            }
            "scenario" => {
                let scenario: Scenario = serde_json::from_value(value.clone()).map_err(|_| wrong())?;
                let known = ["PARTIALLY_SYNCED", "DISABLED", "FAILED", "PAUSED"];
                if !known.contains(&scenario.status.as_str()) {
                    return Err(Refused::bad(format!("scenario.status: one of {}.", known.join(", "))));
                }
                (row.scenario, row.scenario_initial, row.scenario_at) = (Some(scenario.status), scenario.is_initial_sync, Some(now));
            }
            _ => return Err(Refused::bad(format!("{name} cannot be set; these can: size, at_once, late_seconds, changes, scenario."))),
        }
    }
    // Only now, when nothing that was asked for is wrong.
    if clear {
        world.store().clear_records(&id, &found.row.model).await?;
    }
    world.store().put_model_rows(std::slice::from_ref(&found.row)).await?;
    // Unknown again, so that the next look computes it.
    records::settle_locked(&world, &id).await?;
    Ok(Json(Found::find(&world, &id, &found.row.model).await?.view(&world).await?))
}

/// Whether to wait.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sync {
    wait: bool,
}

/// `POST /_sandbox/accounts/{id}/sync`: starts a sync; with `{"wait": true}` the answer comes when it has ended.
///
/// # Errors
/// 404 when there is no such account.
pub async fn sync(State(world): State<World>, Path(id): Path<String>, body: Option<Json<Sync>>) -> Result<Json<Value>, Refused> {
    let account = find(&world, &id).await?;
    let mut statuses = api::start_sync(&world, &account).await?;
    let started = find(&world, &id).await?.resynced_at.unwrap_or_default();
    while body.as_ref().is_some_and(|b| b.wait) && statuses.iter().any(|s| s.get("status") == Some(&json!("SYNCING"))) {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        let account = find(&world, &id).await?;
        // Another sync was asked for since; that one's end is not this one's business.
        if account.resynced_at.is_some_and(|at| at > started) {
            break;
        }
        records::settle(&world, &account).await?;
        statuses = world.sync_clock().statuses(&account, &records::tracked(&world, &account).await?, world.now());
    }
    Ok(Json(json!({ "sync_status": statuses })))
}
