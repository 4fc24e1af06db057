//! The sync's port over its parts (S1–S13, §9).

use async_trait::async_trait;

use super::{
    super::ports::{
        StoreResult,
        sync::{Ending, Followed, Judged, ModelSync, Page, Pass, Reconciliation, RecordCount, Run, Syncs, Wanted},
    },
    budgets,
    core::SqlStore,
    health, pages, runs, sweeps, wanted, windows,
};
use crate::domain::{
    ids::AccountId,
    people::Org,
    sync::{Health, ModelStatus, Window},
    time::{Timestamp, UpstreamTime},
};

#[async_trait]
impl Syncs for SqlStore {
    async fn begin_run(&self, account: AccountId, upstream: &str) -> StoreResult<Option<Run>> {
        runs::begin(self, account, upstream).await
    }

    async fn peek_run(&self, account: AccountId, upstream: &str) -> StoreResult<Option<Run>> {
        runs::peek(self, account, upstream).await
    }

    async fn is_current(&self, run: &Run) -> StoreResult<bool> {
        runs::is_current(self, run).await
    }

    async fn model_syncs(&self, run: &Run) -> StoreResult<Vec<ModelSync>> {
        runs::model_syncs(self, run).await
    }

    async fn sync_states(&self, org: &Org, account: AccountId) -> StoreResult<Vec<ModelSync>> {
        runs::sync_states(self, org, account).await
    }

    async fn record_counts(&self, org: &Org) -> StoreResult<Vec<RecordCount>> {
        runs::record_counts(self, org).await
    }

    async fn note_statuses(&self, run: &Run, told: &[(&str, &ModelStatus)], now: Timestamp) -> StoreResult<bool> {
        windows::note(self, run, told, now).await
    }

    async fn plan_window(&self, run: &Run, model: &str, window: &Window, now: Timestamp) -> StoreResult<Option<i64>> {
        windows::plan(self, run, model, window, now).await
    }

    async fn keep_page(&self, run: &Run, model: &str, page: &Page<'_>, now: Timestamp) -> StoreResult<Option<u64>> {
        pages::keep(self, run, model, page, now).await
    }

    async fn restart(&self, run: &Run, model: &str, pass: Pass, now: Timestamp) -> StoreResult<bool> {
        windows::restart(self, run, model, pass, now).await
    }

    async fn fail_model(&self, run: &Run, model: &str, error: &str, retry_at: Timestamp, now: Timestamp) -> StoreResult<bool> {
        windows::fail(self, run, model, error, retry_at, now).await
    }

    async fn take_wanted(&self, run: &Run) -> StoreResult<Option<Vec<Wanted>>> {
        wanted::take(self, run).await
    }

    async fn forget_wanted(&self, run: &Run, one: &Wanted) -> StoreResult<()> {
        wanted::forget(self, run, one).await
    }

    async fn complete_initial_sync(&self, run: &Run, now: Timestamp) -> StoreResult<bool> {
        windows::complete_initial(self, run, now).await
    }

    async fn want_reconciliation(&self, account: AccountId, refresh: &str, now: Timestamp) -> StoreResult<()> {
        sweeps::want(self, account, refresh, now).await
    }

    async fn reconciliations(&self, run: &Run) -> StoreResult<Vec<Reconciliation>> {
        sweeps::all(self, run).await
    }

    async fn begin_reconciliation(&self, run: &Run, model: &str, unchanged_since: &UpstreamTime, now: Timestamp) -> StoreResult<bool> {
        sweeps::begin(self, run, model, unchanged_since, now).await
    }

    async fn missing(&self, run: &Run, reconciliation: &Reconciliation) -> StoreResult<(i64, i64)> {
        sweeps::missing(self, run, reconciliation).await
    }

    async fn candidates(&self, run: &Run, reconciliation: &Reconciliation, after: &str, limit: u32) -> StoreResult<Vec<String>> {
        sweeps::candidates(self, run, reconciliation, after, limit).await
    }

    async fn sweep(
        &self,
        run: &Run,
        reconciliation: &Reconciliation,
        gone: &[String],
        position: &str,
        now: Timestamp,
    ) -> StoreResult<Option<u64>> {
        sweeps::sweep(self, run, reconciliation, gone, position, now).await
    }

    async fn end_reconciliation(&self, run: &Run, model: &str, ending: Ending, now: Timestamp) -> StoreResult<bool> {
        sweeps::end(self, run, model, ending, now).await
    }

    async fn judge_missing(
        &self,
        org: &Org,
        account: AccountId,
        model: &str,
        approved_until: Option<Timestamp>,
        refresh: &str,
        now: Timestamp,
    ) -> StoreResult<Judged> {
        sweeps::judge(self, org, account, model, approved_until, refresh, now).await
    }

    async fn set_health(
        &self,
        account: AccountId,
        credential_rev: i64,
        health: &Health,
        followed: &Followed,
        now: Timestamp,
    ) -> StoreResult<bool> {
        health::set(self, account, credential_rev, health, followed, now).await
    }

    async fn note_resync(&self, org: &Org, account: AccountId, now: Timestamp) -> StoreResult<()> {
        health::note_resync(self, org, account, now).await
    }

    async fn without_job(&self, kind: &str, upstream: &str, limit: u32) -> StoreResult<Vec<AccountId>> {
        health::without_job(self, kind, upstream, limit).await
    }

    async fn draw(&self, key: &str, want: u32, limit: u32, window_millis: i64) -> StoreResult<(u32, i64)> {
        budgets::draw(self, key, want, limit, window_millis).await
    }

    async fn pause_upstream(&self, upstream: &str, millis: i64) -> StoreResult<()> {
        budgets::pause(self, upstream, millis).await
    }

    async fn upstream_paused(&self, upstream: &str, millis: i64) -> StoreResult<Option<i64>> {
        budgets::paused(self, upstream, millis).await
    }

    async fn refused_since(&self, upstream: &str) -> StoreResult<Option<Timestamp>> {
        budgets::refused_since(self, upstream).await
    }

    async fn resume_upstream(&self, upstream: &str) -> StoreResult<bool> {
        budgets::resume(self, upstream).await
    }
}
