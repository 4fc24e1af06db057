//! S3, S4, S5, S6: whatever happens upstream and to us, after the last refresh the store equals the upstream, and so does what a reader made
//! of it who paged by the change numbers all the while.
//!
//! `PATCHBAY_SYNC_CASES` asks for another number of cases.

use std::{
    collections::BTreeMap,
    future::Future,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use patchbay::{
    domain::{ids::AccountId, people::Org},
    server::{
        jobs::{Handler as _, Outcome},
        store::ports::{Job, Store},
        sync::{RECONCILE, REFRESH, Syncing},
    },
};
use proptest::{
    prelude::*,
    test_runner::{TestCaseError, TestRunner},
};
use sqlx::{AssertSqlSafe, Row as _};

use super::{
    bench::{INVOICES, TERMS, connected, stored, syncing},
    cases::{Case, Step, case},
    world::{MINUTE, World},
};
use crate::{
    linking::harness::HandClock,
    store::harness::{NOW, TestDb, organization},
};

/// A future that is given up after it was polled so often, wherever it is then: what a crash does.
struct Crash<F> {
    work: Pin<Box<F>>,
    left: usize,
}

impl<F: Future> Future for Crash<F> {
    type Output = Option<F::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        self.work.as_mut().poll(context).map(Some)
    }
}

/// A reader's copy, made by paging through the changes.
#[derive(Default)]
struct Reader {
    cursor: (i64, String),
    copy: BTreeMap<String, (u64, bool)>,
}

struct Play {
    store: Arc<dyn Store>,
    pool: Pool,
    world: Arc<World>,
    clock: Arc<HandClock>,
    syncing: Arc<Syncing>,
    account: AccountId,
    held: Option<Vec<(usize, usize, usize)>>,
    last: i64,
    readers: [Reader; 2],
}

const NAMES: [&str; 2] = ["Invoice", "PaymentTerm"];

/// A way to read behind the store's back without a new connection each time.
#[derive(Clone)]
enum Pool {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
}

impl Pool {
    async fn of(url: &str) -> Self {
        if url.starts_with("sqlite") {
            Self::Sqlite(sqlx::SqlitePool::connect(url).await.unwrap())
        } else {
            Self::Postgres(sqlx::PgPool::connect(url).await.unwrap())
        }
    }

    async fn rows(&self, sql: String) -> Vec<(i64, String, String, bool)> {
        macro_rules! read {
            ($pool:expr) => {
                sqlx::query(AssertSqlSafe(sql))
                    .fetch_all($pool)
                    .await
                    .unwrap()
                    .iter()
                    .map(|row| (row.get(0), row.get(1), row.get(2), row.get(3)))
                    .collect()
            };
        }
        match self {
            Self::Sqlite(pool) => read!(pool),
            Self::Postgres(pool) => read!(pool),
        }
    }
}

impl Play {
    async fn claim(&self) -> Option<Job> {
        // A lease of nothing: whoever crashes is succeeded at once.
        self.store.claim(&[REFRESH, RECONCILE], 0).await.unwrap()
    }

    async fn end(&self, job: &Job, outcome: &Outcome) {
        match outcome {
            Outcome::Done => self.store.done(job).await.unwrap(),
            Outcome::Again { reason, .. } => self.store.again(job, 1, reason).await.unwrap(),
            Outcome::Dead(reason) => panic!("{reason}"),
        }
    }

    /// Does what is due, to the end.
    async fn refresh(&self) {
        self.store.enqueue(REFRESH, self.account.0, 0).await.unwrap();
        for _ in 0..60 {
            let Some(job) = self.claim().await else { return };
            let outcome = self.syncing.handle(&job).await;
            self.end(&job, &outcome).await;
        }
        panic!("the refresh does not come to an end: {:?}", self.world.calls());
    }

    async fn step(&mut self, step: &Step) {
        match *step {
            Step::Write { model, row, deleted, late, equal } => {
                let now = self.world.now();
                let mut modified = if equal && self.last > 0 && now - self.last < 4 * MINUTE { self.last } else { now };
                if self.held.is_some() {
                    // What a running sync holds back carries a time since its start.
                    modified = modified.max(self.world.state().models[model].started.unwrap_or(now));
                }
                self.last = modified;
                let rows = self.world.state().models[model].rows.len();
                let row = row.filter(|_| rows > 0).map(|row| row % rows);
                // Late is counted from the time that the row carries.
                let visible = (modified + late).max(now);
                self.world.write(model, row, modified, visible, row.is_some() && deleted);
                if let Some(held) = &mut self.held {
                    let mut state = self.world.state();
                    let place = row.unwrap_or(rows);
                    let version = state.models[model].rows[place].1.len() - 1;
                    state.models[model].rows[place].1[version].visible = i64::MAX;
                    held.push((model, place, version));
                }
            }
            Step::Vanish { model, row } => {
                let mut state = self.world.state();
                let model = &mut state.models[model];
                let living =
                    model.rows.iter().filter(|(id, versions)| !versions.last().unwrap().deleted && !model.vanished.contains(id)).count();
                // As many as a sweep takes for true, even if nothing else is left.
                if (model.vanished.len() + 1) * 20 <= living.saturating_sub(8) && !model.rows.is_empty() {
                    let (id, versions) = &model.rows[row % model.rows.len()];
                    if !versions.last().unwrap().deleted && !model.vanished.contains(id) && versions.last().unwrap().visible < i64::MAX {
                        let id = id.clone();
                        model.vanished.push(id);
                    }
                }
            }
            Step::Wait(micros) => self.clock.advance(micros / 1000),
            Step::Start => {
                if self.held.is_none() {
                    self.world.start();
                }
            }
            Step::Finish(done) => self.finish(if done { "DONE" } else { "PARTIALLY_SYNCED" }),
            Step::FinishInBetween => {
                if self.world.state().models[0].status == "SYNCING" && !self.world.state().models[0].initial {
                    self.world.finish_in_between();
                }
            }
            // Only what a running sync writes may stay unseen for longer.
            Step::HoldBack(hold) => {
                let running = self.world.state().models[0].status == "SYNCING" && self.world.state().models[0].started.is_some();
                if hold && running {
                    self.held.get_or_insert_default();
                }
            }
            Step::LoseCursors => self.world.state().cursor_epoch += 1,
            Step::PageSize(size) => self.world.state().page_size = size,
            Step::Refresh { crash_after: None } => self.refresh().await,
            Step::Refresh { crash_after: Some(polls) } => {
                self.store.enqueue(REFRESH, self.account.0, 0).await.unwrap();
                let Some(job) = self.claim().await else { return };
                let work = Box::pin(self.syncing.handle(&job));
                if let Some(outcome) = (Crash { work, left: polls }).await {
                    self.end(&job, &outcome).await;
                }
            }
            Step::Overtaken { call } => self.overtaken(call).await,
            Step::Reconcile => {
                self.clock.advance(1);
                self.store.enqueue(RECONCILE, self.account.0, 0).await.unwrap();
                self.refresh().await;
            }
            Step::Read { rows } => {
                for model in 0..2 {
                    self.read(model, rows).await;
                }
            }
        }
    }

    fn finish(&mut self, word: &'static str) {
        if let Some(held) = self.held.take() {
            let now = self.world.now();
            let mut state = self.world.state();
            for (model, row, version) in held {
                state.models[model].rows[row].1[version].visible = now;
            }
        }
        self.world.finish(word);
    }

    async fn overtaken(&self, call: usize) {
        self.store.enqueue(REFRESH, self.account.0, 0).await.unwrap();
        let Some(job) = self.claim().await else { return };
        self.world.state().gate_at = Some(call);
        let (syncing, at) = (Arc::clone(&self.syncing), job.clone());
        let mut paused = tokio::spawn(async move { syncing.handle(&at).await });
        tokio::select! {
            () = self.world.at_gate.notified() => {
                self.refresh().await;
                self.world.gate.notify_one();
                let outcome = paused.await.unwrap();
                self.end(&job, &outcome).await;
            }
            outcome = &mut paused => {
                self.world.state().gate_at = None;
                self.end(&job, &outcome.unwrap()).await;
            }
        }
    }

    /// One page of changes.
    async fn read(&mut self, model: usize, rows: i64) -> bool {
        let (seq, id) = &self.readers[model].cursor;
        let sql = format!(
            "SELECT change_seq, merge_id, fields->>'number', deleted_at IS NOT NULL FROM records WHERE account_id = '{}' AND model = '{}' \
             AND (change_seq, merge_id) > ({seq}, '{id}') ORDER BY change_seq, merge_id LIMIT {rows}",
            self.account, NAMES[model]
        );
        // The payload's number is a text on one database and a number on the other.
        let sql = sql.replace("fields->>'number'", "CAST(fields->>'number' AS TEXT)");
        let page = self.pool.rows(sql).await;
        let reader = &mut self.readers[model];
        for (seq, id, number, deleted) in &page {
            reader.copy.insert(id.clone(), (number.parse().unwrap(), *deleted));
            reader.cursor = (*seq, id.clone());
        }
        !page.is_empty()
    }
}

async fn play(db: &TestDb, pool: Pool, org: &Org, case: &Case) -> Result<(), TestCaseError> {
    let clock = Arc::new(HandClock::at(NOW.0));
    let world = World::new(Arc::clone(&clock), case.skew, &[INVOICES, TERMS]);
    let account = connected(&*db.store, org).await.id;
    let mut play = Play {
        store: Arc::clone(&db.store),
        pool,
        syncing: syncing(Arc::clone(&db.store), Arc::clone(&world), Arc::clone(&clock)),
        world,
        clock,
        account,
        held: None,
        last: 0,
        readers: Default::default(),
    };
    {
        let now = play.world.now();
        let mut state = play.world.state();
        (state.inclusive, state.page_size) = (case.inclusive, case.page_size);
        drop(state);
        (0..case.rows).for_each(|row| play.world.write(row % 2, None, now, now, false));
    }
    play.world.start();
    for step in &case.steps {
        play.step(step).await;
        // No two things happen at the same moment of our clock but those that are meant to.
        play.clock.advance(1);
    }
    // Everything comes to rest: what was late is visible, a sync ends, and we look.
    play.clock.advance(6 * 60_000);
    play.world.state().page_size = case.page_size;
    play.finish("DONE");
    play.clock.advance(11 * 60_000);
    play.world.start();
    play.clock.advance(60_000);
    play.finish("DONE");
    // Models that were in error wait for an hour.
    play.clock.advance(3_600_000);
    play.refresh().await;
    play.step(&Step::Reconcile).await;
    for (model, name) in NAMES.iter().enumerate() {
        let (found, truth) = (stored(db, account, name).await, play.world.truth(model));
        // What was deleted or vanished before we ever saw it may be missing.
        let expected: BTreeMap<_, _> = truth.iter().filter(|(id, (_, deleted))| !deleted || found.contains_key(*id)).collect();
        let differences: Vec<_> = expected.iter().filter(|(id, truth)| found.get(**id) != Some(*truth)).collect();
        let vanished = &play.world.state().models[model].vanished.clone();
        // So many of them may be missing that nothing is swept until a person has looked.
        let stopped = format!(
            "SELECT 1, '', '', FALSE FROM reconciliations WHERE account_id = '{account}' AND model = '{name}' AND phase = 'stopped'"
        );
        let stopped = !play.pool.rows(stopped.replace("SELECT 1", "SELECT generation")).await.is_empty();
        let wrong: Vec<_> = differences.into_iter().filter(|(id, _)| !vanished.contains(id) || !(stopped || found[**id].1)).collect();
        prop_assert!(wrong.is_empty() && found.len() == expected.len(), "{name}: {wrong:?}");
        while play.read(model, 17).await {}
        prop_assert_eq!(&play.readers[model].copy, &found, "{}: a reader missed a change", name);
        let living = i64::try_from(found.values().filter(|(_, deleted)| !deleted).count()).unwrap();
        let run = db.store.peek_run(account, crate::store::harness::UPSTREAM).await.unwrap().unwrap();
        let states = db.store.model_syncs(&run).await.unwrap();
        prop_assert_eq!(states.iter().find(|state| state.model == *name).unwrap().record_count, living, "{}", name);
    }
    let seqs = play.pool.rows(format!("SELECT change_seq, '', '', FALSE FROM records WHERE account_id = '{account}'")).await;
    let distinct: std::collections::BTreeSet<i64> = seqs.iter().map(|(seq, ..)| *seq).collect();
    prop_assert_eq!(distinct.len(), seqs.len(), "each change has a number of its own");
    // The next case has the queue to itself.
    db.store.start_delete(org, account, NOW).await.unwrap();
    let jobs = format!("DELETE FROM jobs WHERE subject = '{account}'");
    match &play.pool {
        Pool::Sqlite(pool) => drop(sqlx::query(AssertSqlSafe(jobs)).execute(pool).await.unwrap()),
        Pool::Postgres(pool) => drop(sqlx::query(AssertSqlSafe(jobs)).execute(pool).await.unwrap()),
    }
    Ok(())
}

async fn run(db: TestDb, cases: u32) {
    let cases = std::env::var("PATCHBAY_SYNC_CASES").ok().and_then(|value| value.parse().ok()).unwrap_or(cases);
    let org = organization(&*db.store, "Acme").await;
    let pool = Pool::of(&db.url).await;
    let runtime = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        let config = ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() };
        TestRunner::new(config).run(&case(), |case| runtime.block_on(play(&db, pool.clone(), &org, &case))).unwrap();
    });
}

mod sqlite {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_store_ends_as_the_upstream_whatever_happens() {
        // Where nothing has to reach a disk, if the machine has such a place.
        let db = TestDb::sqlite_in(std::path::Path::new("/dev/shm")).await;
        run(db, 1_000).await;
    }
}

mod postgres {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn the_store_ends_as_the_upstream_whatever_happens() {
        if let Some(db) = TestDb::postgres().await {
            run(db, 150).await;
        }
    }
}
