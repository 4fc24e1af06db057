//! The records of linked accounts: made from a seed on demand, changed by syncs and by tests.
//!
//! Record `i` of a model is a function of (seed, account, tenant, model, `i`), so a million of them take no memory and no disk. The base records came
//! during the initial sync, each at a moment that only grows with `i`: a window of times is a range of numbers, found by halving. What
//! changed since is in a table, and lists merge the two.

mod base;
mod list;
mod make;
mod mix;
mod settle;
mod spec;
mod text;
mod value;
mod words;

pub use base::Base;
pub use list::{Item, Shelf};
pub use make::{ADDED, Extras, Home, Maker, Record};
pub use mix::{key, mix, ordinal};
pub use settle::{Change, changed_row, event, new_row, payload, settle, settle_before, settle_locked};
pub use spec::{Spec, Specs, specs};

use crate::clock::Micros;
use crate::store::{Account, ModelRow};
use crate::sync::{Anchor, Place, Tracked};
use crate::world::World;

/// The models of an account with what is known of their records; rows of models that are new to the account are made and kept.
///
/// # Errors
/// When the database fails.
pub async fn tracked(world: &World, account: &Account) -> Result<Vec<Tracked>, sqlx::Error> {
    let models = world.models_of(account);
    let all = Micros::try_from(models.len()).unwrap_or(1);
    let mut tracked: Vec<Tracked> =
        models.into_iter().zip(1..).map(|(model, nth)| Tracked { model, row: None, place: Place(nth, all) }).collect();
    let Some(anchor) = Anchor::of(account) else {
        return Ok(tracked);
    };
    let mut rows = world.store().model_rows(&account.id).await?;
    let instance = account.instance_id.clone().unwrap_or_default();
    let clock = world.sync_clock();
    let mut fresh = Vec::new();
    for one in &mut tracked {
        let row = match rows.iter().position(|r| r.model == one.model.name).map(|at| rows.swap_remove(at)) {
            Some(row) if row.instance == instance => row,
            Some(old) => {
                // Another tenant: its records come with the run that the relink started, and nothing is left of the former ones.
                let (base_start, base_end) = clock.later_turn(anchor.asked.unwrap_or(anchor.first), one.place);
                world.store().clear_records(&account.id, &old.model).await?;
                let row = ModelRow { instance: instance.clone(), base_start, base_end, syncs: 0, added: 0, ..old };
                fresh.push(row.clone());
                row
            }
            None => {
                let (base_start, base_end) = clock.initial_turn(anchor.first, one.place);
                let config = world.config();
                let row = ModelRow {
                    account_id: account.id.clone(),
                    model: one.model.name.clone(),
                    instance: instance.clone(),
                    size: config.size_of(&account.category, &one.model.name).unwrap_or_else(|| usual_size(account, &one.model.name)),
                    base_start,
                    base_end,
                    initial_end: base_end,
                    settled_at: anchor.first - 1,
                    syncs: 0,
                    added: 0,
                    last_finished: None,
                    last_result: None,
                    fresh_as_of: None,
                    late: Micros::try_from(config.late.as_micros()).unwrap_or(0),
                    changed_each: None,
                    added_each: None,
                    removed_each: None,
                    scenario: None,
                    scenario_initial: None,
                    scenario_at: None,
                };
                fresh.push(row.clone());
                row
            }
        };
        one.row = Some(row);
    }
    if !fresh.is_empty() {
        world.store().put_model_rows(&fresh).await?;
    }
    Ok(tracked)
}

fn usual_size(account: &Account, model: &str) -> u32 {
    specs(account.category()).and_then(|s| s.by_name(model)).map_or(0, |s| s.usual)
}

/// Where the account's records live.
pub fn home(world: &World, account: &Account, tracked: &[Tracked]) -> Home {
    let mut home = Home::new(account.category(), &account.organization);
    for one in tracked {
        if let Some(row) = &one.row {
            let key = key(world.config().seed, &[&account.category, &account.origin_id, &row.instance, &one.model.name]);
            home.models.insert(one.model.name.clone(), (key, row.size));
        }
    }
    home
}

/// The JSON of a record: what the seed gives, and over it what was set.
pub fn render(maker: &Maker<'_>, item: &Item, out: &mut String) {
    let record = Record {
        ordinal: item.ordinal,
        version: item.version,
        id: item.id.as_deref(),
        created: item.created,
        modified: item.modified,
        deleted: item.deleted,
    };
    let Some(fields) = item.fields.as_deref().and_then(|f| serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(f).ok())
    else {
        maker.write(out, &record);
        return;
    };
    let mut plain = String::with_capacity(1_024);
    maker.write(&mut plain, &record);
    match serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(&plain) {
        Ok(mut whole) => {
            whole.extend(fields);
            out.push_str(&serde_json::Value::Object(whole).to_string());
        }
        Err(_) => out.push_str(&plain),
    }
}
