//! The records of a connected app, as its page shows them.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{caller, id, state};
use crate::{
    api::{
        error::ApiError,
        records::{ListState, RecordList, RecordView, RowView, TypeView},
    },
    domain::{
        browsing::{columns, facts, title},
        ids::AccountId,
        models::{self, ModelSpec},
        people::Org,
        status::AccountStatus,
        sync::SyncWord,
        time::UpstreamTime,
    },
    server::{
        linking::not_found,
        records::browse::{Browse, Read, Shelf, Words, browse},
        state::AppState,
        store::ports::LinkedAccount,
        sync::ModelState,
        vault::sha256_hex,
    },
};

/// See [`browse`].
pub async fn records(integration_id: Option<String>, words: Words) -> Result<RecordList, ApiError> {
    let org = caller()?.org();
    let id: AccountId = id("integration_id", integration_id)?;
    let state = state()?;
    let account = state.store.account(&org, id).await?.filter(|account| account.status.is_connected()).ok_or_else(not_found)?;
    let models = state.syncing.sync_overview(&org, id).await?.models;
    let usual = models.iter().find(|model| model.ready && model.records > 0).or_else(|| models.first()).map(|model| model.spec);
    let Some(usual) = usual.or_else(|| models::of_category(account.category).next()) else { return Err(not_found()) };
    let asked = Browse::read(words, account.category, usual)?;
    list(&state, &org, &account, &models, &asked).await
}

async fn list(state: &AppState, org: &Org, account: &LinkedAccount, models: &[ModelState], asked: &Browse) -> Result<RecordList, ApiError> {
    let readable = stands(account, models, asked.model);
    let shelf = if readable == ListState::Ready { browse(&*state.store, org, account.id, asked).await? } else { Shelf::default() };
    let Shelf { records, next, open, names } = shelf;
    let fields: Vec<_> = records.iter().map(|read| read.fields.clone()).collect();
    let columns = columns(&fields, &names);
    let rows = records.iter().map(|read| RowView {
        anchor: anchor(&read.record.id),
        query: asked.query(asked.after.as_deref(), Some(&read.record.id)),
        title: title(&read.fields, &names),
        remote_id: read.record.remote_id.clone(),
        modified_at: iso(&read.record.modified_at),
        cells: columns.iter().map(|column| column.of(&read.fields, &names)).collect(),
    });
    let types = types(models, asked.model);
    let count = types.iter().find(|kind| kind.model == asked.model.name()).map_or(0, |kind| kind.count);
    Ok(RecordList {
        success: true,
        types,
        model: asked.model.name().to_owned(),
        name: asked.model.plural(),
        one: asked.model.singular(),
        told: asked.model.counted(count),
        state: readable,
        q: asked.search.clone(),
        sort: asked.sort,
        deleted: asked.deleted,
        rows: rows.collect(),
        columns: columns.into_iter().map(|column| column.label).collect(),
        here: asked.query(asked.after.as_deref(), None),
        first: asked.after.is_some().then(|| asked.query(None, None)),
        next: next.map(|next| asked.query(Some(&next), None)),
        missing: asked.open.is_some() && open.is_none(),
        record: open.map(|read| RecordView {
            anchor: anchor(&read.record.id),
            title: title(&read.fields, &names),
            remote_id: read.record.remote_id.clone(),
            modified_at: iso(&read.record.modified_at),
            deleted_at: read.record.deleted_at.map(|at| at.to_iso()),
            facts: facts(&read.fields, &names),
            raw: raw(&read),
        }),
    })
}

/// All that the app told. How fields are mapped is the service's own affair, told in its own words.
fn raw(read: &Read) -> String {
    let told: BTreeMap<&String, &Value> = read.fields.iter().filter(|(name, _)| *name != "field_mappings").collect();
    serde_json::to_string_pretty(&told).unwrap_or_default()
}

/// An id is the other side's, and may hold anything; this may stand in a selector.
fn anchor(id: &str) -> String {
    format!("record-{}", sha256_hex(id).chars().take(16).collect::<String>())
}

fn iso(upstream: &str) -> Option<String> {
    UpstreamTime::parse(upstream).map(|time| time.timestamp().to_iso())
}

/// Whether nobody fetches these data at all.
fn is_off(model: &ModelState) -> bool {
    model.told.as_ref().is_some_and(|told| told.status == SyncWord::Disabled)
        || matches!(model.problem.as_deref(), Some("forbidden" | "missing"))
}

/// What was read once stays readable, whatever became of it.
fn stands(account: &LinkedAccount, models: &[ModelState], spec: &ModelSpec) -> ListState {
    match models.iter().find(|model| model.spec == spec) {
        Some(model) if model.ready => ListState::Ready,
        Some(model) if is_off(model) => ListState::Unavailable,
        // Nothing at all is known: the first look is still to come.
        None if !models.is_empty() => ListState::Unavailable,
        _ if account.status == AccountStatus::RelinkNeeded => ListState::Stopped,
        _ => ListState::FirstSync,
    }
}

/// The data types of an account; the one that is asked for is always among them.
fn types(models: &[ModelState], asked: &'static ModelSpec) -> Vec<TypeView> {
    let view = |spec: &ModelSpec, count, available| TypeView { model: spec.name().to_owned(), name: spec.plural(), count, available };
    let known = models.iter().map(|model| view(model.spec, model.records, model.ready || !is_off(model)));
    let also = models.iter().all(|model| model.spec != asked).then(|| view(asked, 0, models.is_empty()));
    known.chain(also).collect()
}
