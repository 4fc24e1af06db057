//! The store's half of the sync (S4, S5, S6, S9, S11): what each transaction does, and that it does nothing when its run's word counts no more.

use patchbay::{
    domain::{
        status::AccountStatus,
        sync::{Health, Incoming, ModelStatus, Problem, SyncWord, Window},
        time::{Timestamp, UpstreamTime},
    },
    server::store::ports::{sync::*, *},
};

use super::harness::*;

both!(
    a_run_takes_the_next_fence_of_a_connected_account,
    every_write_of_a_run_whose_word_counts_no_more_is_void,
    a_page_and_its_cursor_are_one,
    each_real_change_takes_the_next_number,
    a_row_that_a_page_shows_twice_is_written_once,
    a_full_page_of_five_hundred_is_stored,
    a_first_list_meets_rows_that_events_brought,
    a_window_moves_with_its_last_page,
    a_window_restarts_and_a_model_gives_up,
    a_full_list_marks_what_it_shows,
    a_sweep_marks_candidates_alone,
    health_is_set_for_the_credential_in_force,
    an_account_is_owed_a_job,
    budgets_are_drawn_in_blocks,
    a_pause_lets_one_try,
    a_lease_is_renewed_by_its_holder,
);

const MODEL: &str = "Employee";

struct Bench {
    db: TestDb,
    account: LinkedAccount,
    org: patchbay::domain::people::Org,
}

impl Bench {
    async fn new(db: TestDb) -> Self {
        let org = organization(&*db.store, "Acme").await;
        let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
        Self { db, account, org }
    }

    async fn run(&self) -> Run {
        self.db.store.begin_run(self.account.id, UPSTREAM).await.unwrap().unwrap()
    }

    async fn noted(&self) -> Run {
        let run = self.run().await;
        let told = ModelStatus { last_sync_finished: Some(at(100)), is_initial_sync: Some(false), ..ModelStatus::new(SyncWord::Done) };
        assert!(self.db.store.note_statuses(&run, &[(MODEL, &told)], NOW).await.unwrap());
        run
    }

    async fn keep(&self, run: &Run, records: &[Incoming], pass: Pass, mark: Option<i64>, then: Then) -> Option<u64> {
        self.db.store.keep_page(run, MODEL, &Page { records, pass, mark, then }, NOW).await.unwrap()
    }

    async fn state(&self) -> ModelSync {
        self.db.store.sync_states(&self.org, self.account.id).await.unwrap().remove(0)
    }

    async fn plan(&self, run: &Run, after: Option<i64>, before: i64) -> Option<i64> {
        let window = Window { after: after.map(at), before: at(before), floor: Some(at(before - 1)) };
        self.db.store.plan_window(run, MODEL, &window, NOW).await.unwrap()
    }

    /// Each row: id, content, change number, deleted, generation.
    async fn rows(&self) -> Vec<String> {
        self.db
            .texts(
                "SELECT merge_id || ' ' || CAST(fields->>'v' AS TEXT) || ' ' || change_seq || ' ' || CASE WHEN deleted_at IS NULL THEN 'alive' \
                 ELSE 'deleted' END || ' ' || generation FROM records ORDER BY merge_id",
            )
            .await
    }
}

fn at(second: i64) -> UpstreamTime {
    UpstreamTime::from_micros(second * 1_000_000)
}

fn record(id: &str, second: i64, v: i64, deleted: bool) -> Incoming {
    Incoming {
        id: id.into(),
        remote_id: Some(format!("remote \"{id}\"")),
        modified_at: at(second).as_str().into(),
        modified_us: second * 1_000_000,
        deleted,
        hash: format!("hash {v} {deleted}"),
        payload: format!("{{\"id\": \"{id}\", \"v\": {v}}}"),
    }
}

async fn a_run_takes_the_next_fence_of_a_connected_account(db: TestDb) {
    let bench = Bench::new(db).await;
    let first = bench.run().await;
    let second = bench.run().await;
    assert_eq!(second.fence, first.fence + 1);
    let store = &bench.db.store;
    assert!(!store.is_current(&first).await.unwrap() && store.is_current(&second).await.unwrap());
    assert_eq!(store.peek_run(bench.account.id, UPSTREAM).await.unwrap().unwrap().fence, second.fence, "a look begins nothing");
    assert!(store.begin_run(bench.account.id, "http://elsewhere.example/api").await.unwrap().is_none(), "another upstream's row");
    let unfinished = ready(&**store, &bench.org, &begin(&bench.org, "other")).await;
    assert!(store.begin_run(unfinished.id, UPSTREAM).await.unwrap().is_none());
    for status in ["relink_needed", "error"] {
        bench.db.execute(&format!("UPDATE linked_accounts SET status = '{status}' WHERE id = '{}'", bench.account.id)).await.unwrap();
        assert!(store.begin_run(bench.account.id, UPSTREAM).await.unwrap().is_some(), "{status} goes on while the upstream serves it");
    }
    assert!(store.start_delete(&bench.org, bench.account.id, NOW).await.unwrap());
    assert!(store.begin_run(bench.account.id, UPSTREAM).await.unwrap().is_none());
}

async fn every_write_of_a_run_whose_word_counts_no_more_is_void(db: TestDb) {
    let bench = Bench::new(db).await;
    let store = std::sync::Arc::clone(&bench.db.store);
    let run = bench.noted().await;
    assert_eq!(bench.plan(&run, None, 100).await, Some(1));
    assert_eq!(bench.keep(&run, &[record("a", 1, 1, false)], Pass::Window, Some(1), Then::Cursor("c1".into())).await, Some(1));
    let newer = bench.run().await;
    let epoch = Run { epoch: newer.epoch + 1, ..newer.clone() };
    for late in [&run, &epoch] {
        let told = ModelStatus::new(SyncWord::Syncing);
        assert!(!store.note_statuses(late, &[(MODEL, &told)], NOW).await.unwrap());
        assert_eq!(bench.plan(late, None, 200).await, None);
        assert_eq!(bench.keep(late, &[record("b", 1, 1, false)], Pass::Window, None, Then::Cursor("c9".into())).await, None);
        assert!(!store.restart(late, MODEL, Pass::Window, NOW).await.unwrap());
        assert!(!store.fail_model(late, MODEL, "cursor", NOW, NOW).await.unwrap());
        assert!(!store.complete_initial_sync(late, NOW).await.unwrap());
        assert!(!store.begin_reconciliation(late, MODEL, &at(1), NOW).await.unwrap());
        assert!(!store.end_reconciliation(late, MODEL, Ending::Void, NOW).await.unwrap());
    }
    assert!(store.begin_reconciliation(&newer, MODEL, &at(1), NOW).await.unwrap());
    let of = store.reconciliations(&newer).await.unwrap().remove(0);
    assert_eq!(store.sweep(&run, &of, &["a".into()], "a", NOW).await.unwrap(), None);
    assert!(store.start_delete(&bench.org, bench.account.id, NOW).await.unwrap());
    assert_eq!(bench.keep(&newer, &[record("b", 1, 1, false)], Pass::Window, None, Then::Nothing).await, None);
    assert_eq!(bench.rows().await, ["a 1 1 alive 1"]);
}

async fn a_page_and_its_cursor_are_one(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    bench.plan(&run, None, 100).await;
    bench.keep(&run, &[record("a", 1, 1, false)], Pass::Window, Some(1), Then::Cursor("c1".into())).await;
    let planned = bench.state().await.planned.unwrap();
    assert_eq!((planned.cursor.as_deref(), planned.cursor_at, planned.window.before), (Some("c1"), Some(NOW), at(100)));
    // An empty page moves the cursor as well.
    assert_eq!(bench.keep(&run, &[], Pass::Window, Some(1), Then::Cursor("c2".into())).await, Some(0));
    assert_eq!(bench.state().await.planned.unwrap().cursor.as_deref(), Some("c2"));
    assert_eq!(bench.state().await.known.window_end, None);
    // Neither is there without the other.
    bench.db.execute("CREATE UNIQUE INDEX no_two_alike ON records (payload_hash)").await.unwrap();
    let page = Page { records: &[record("b", 1, 1, false)], pass: Pass::Window, mark: None, then: Then::Cursor("c3".into()) };
    assert!(bench.db.store.keep_page(&run, MODEL, &page, NOW).await.is_err());
    assert_eq!((bench.state().await.planned.unwrap().cursor.as_deref(), bench.rows().await.len()), (Some("c2"), 1));
}

async fn each_real_change_takes_the_next_number(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    let page = [record("a", 5, 1, false), record("b", 5, 1, false), record("c", 5, 1, true)];
    assert_eq!(bench.keep(&run, &page, Pass::Window, None, Then::Nothing).await, Some(3));
    assert_eq!(bench.rows().await, ["a 1 1 alive 0", "b 1 2 alive 0", "c 1 3 deleted 0"]);
    assert_eq!(bench.state().await.record_count, 2);
    assert_eq!(bench.keep(&run, &page, Pass::Window, None, Then::Nothing).await, Some(0), "the same page changes nothing");
    let page = [record("a", 4, 9, false), record("b", 5, 2, false), record("c", 6, 3, false), record("d", 1, 1, false)];
    assert_eq!(bench.keep(&run, &page, Pass::Window, None, Then::Nothing).await, Some(3), "an older one does not count");
    assert_eq!(bench.rows().await, ["a 1 1 alive 0", "b 2 4 alive 0", "c 3 5 alive 0", "d 1 6 alive 0"]);
    assert_eq!((bench.state().await.record_count, bench.db.number("SELECT change_seq FROM linked_accounts").await), (4, 6));
    assert_eq!(bench.keep(&run, &[record("b", 7, 2, true)], Pass::ById, None, Then::Nothing).await, Some(1));
    assert_eq!(bench.state().await.record_count, 3);
    let remote = bench.db.texts("SELECT remote_id FROM records WHERE merge_id = 'a' AND modified_at = '1970-01-01T00:00:05Z'").await;
    assert_eq!(remote, ["remote \"a\""]);
}

async fn a_row_that_a_page_shows_twice_is_written_once(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    let page = [record("a", 5, 1, false), record("b", 5, 1, false), record("a", 6, 2, false), record("a", 4, 3, false)];
    assert_eq!(bench.keep(&run, &page, Pass::Window, None, Then::Nothing).await, Some(2));
    assert_eq!(bench.rows().await, ["a 2 1 alive 0", "b 1 2 alive 0"]);
    let page = [record("a", 7, 3, true), record("a", 8, 4, false)];
    assert_eq!(bench.keep(&run, &page, Pass::Window, None, Then::Nothing).await, Some(1));
    assert_eq!(bench.state().await.record_count, 2, "deleted and alive again");
}

async fn a_full_page_of_five_hundred_is_stored(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    let page: Vec<Incoming> = (0..500).map(|n| record(&format!("{n:04}"), n, n, false)).collect();
    assert_eq!(bench.keep(&run, &page, Pass::Window, None, Then::Nothing).await, Some(500));
    assert_eq!(
        bench.db.number("SELECT count(*) FROM records WHERE modified_us = CAST(merge_id AS INTEGER) * CAST(1000000 AS BIGINT)").await,
        500
    );
    assert_eq!(bench.db.number("SELECT count(DISTINCT change_seq) FROM records").await, 500);
}

async fn a_first_list_meets_rows_that_events_brought(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    bench.plan(&run, None, 100).await;
    let page = [record("a", 5, 1, false), record("b", 5, 1, false), record("a", 5, 1, false)];
    assert_eq!(bench.keep(&run, &page, Pass::Window, Some(1), Then::Cursor("c1".into())).await, Some(2));
    // Meanwhile the program hears of a row before the list shows it, and of a newer version of another.
    assert_eq!(bench.keep(&run, &[record("d", 9, 9, false)], Pass::ById, None, Then::Nothing).await, Some(1));
    assert_eq!(bench.keep(&run, &[record("e", 5, 1, true)], Pass::ById, None, Then::Nothing).await, Some(1));
    let page = [record("c", 5, 1, false), record("d", 5, 1, false), record("e", 6, 1, false)];
    assert_eq!(bench.keep(&run, &page, Pass::Window, Some(1), Then::Cursor("c2".into())).await, Some(2));
    let rows = ["a 1 1 alive 1", "b 1 2 alive 1", "c 1 5 alive 1", "d 9 3 alive 1", "e 1 6 alive 1"];
    assert_eq!(bench.rows().await, rows, "what was lost to the one that was there is written as any page");
    assert_eq!((bench.state().await.record_count, bench.db.number("SELECT change_seq FROM linked_accounts").await), (5, 6));
    // A page that comes twice, after a crash, changes nothing.
    assert_eq!(bench.keep(&run, &page, Pass::Window, Some(1), Then::Cursor("c2".into())).await, Some(0));
    assert_eq!(bench.rows().await, rows);
    assert_eq!(bench.state().await.planned.unwrap().cursor.as_deref(), Some("c2"));
}

async fn a_window_moves_with_its_last_page(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    assert_eq!(bench.plan(&run, Some(50), 100).await, Some(0), "a window that is not whole has no generation of its own");
    bench.keep(&run, &[record("a", 60, 1, false)], Pass::Window, None, Then::Cursor("c".into())).await;
    let finish = Then::Finish { fresh_as_of: Some(at(90).as_str().into()), sweep: None };
    bench.keep(&run, &[record("b", 60, 1, false)], Pass::Window, None, finish).await;
    let state = bench.state().await;
    assert_eq!((state.known.window_end, state.known.floor), (Some(at(100)), Some(at(99))));
    assert_eq!((state.planned.is_none(), state.data_fresh_as_of.as_deref()), (true, Some(at(90).as_str())));
    let account = bench.db.store.account(&bench.org, bench.account.id).await.unwrap().unwrap();
    assert_eq!(account.last_successful_sync_at, Some(NOW));
    // Finishing what is not begun moves nothing, and "data as of" does not move without a word.
    bench.plan(&run, Some(90), 200).await;
    bench.keep(&run, &[], Pass::Window, None, Then::Finish { fresh_as_of: None, sweep: None }).await;
    let state = bench.state().await;
    assert_eq!((state.known.window_end, state.data_fresh_as_of.as_deref()), (Some(at(200)), Some(at(90).as_str())));
    bench.keep(&run, &[], Pass::Window, None, Then::Finish { fresh_as_of: None, sweep: None }).await;
    assert_eq!(bench.state().await.known.window_end, Some(at(200)));
    assert!(bench.db.store.reconciliations(&run).await.unwrap().is_empty());
    // The first sync is complete once.
    for _ in 0..2 {
        assert!(bench.db.store.complete_initial_sync(&run, NOW).await.unwrap());
    }
    assert_eq!(bench.db.number("SELECT count(*) FROM activity WHERE kind = 'first_sync_completed'").await, 1);
}

async fn a_window_restarts_and_a_model_gives_up(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    bench.plan(&run, None, 100).await;
    bench.keep(&run, &[], Pass::Window, Some(1), Then::Cursor("c".into())).await;
    assert!(bench.db.store.restart(&run, MODEL, Pass::Window, NOW).await.unwrap());
    let planned = bench.state().await.planned.unwrap();
    assert_eq!((planned.cursor, planned.restarts, planned.window.before), (None, 1, at(100)), "the same window");
    let later = NOW.plus_millis(HOUR);
    assert!(bench.db.store.fail_model(&run, MODEL, "cursor", later, NOW).await.unwrap());
    let state = bench.state().await;
    assert_eq!((state.error.as_deref(), state.retry_at, state.planned.is_none()), (Some("cursor"), Some(later), true));
    assert_eq!(bench.plan(&run, None, 100).await, Some(2), "a whole window has a generation of its own");
    let state = bench.state().await;
    assert_eq!((state.error, state.retry_at, state.planned.unwrap().restarts), (None, None, 0));
}

async fn a_full_list_marks_what_it_shows(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    let all: Vec<Incoming> = ["a", "b", "c"].iter().map(|id| record(id, 5, 1, false)).collect();
    bench.keep(&run, &all, Pass::Window, None, Then::Nothing).await;
    let store = &bench.db.store;
    assert!(store.begin_reconciliation(&run, MODEL, &at(100), NOW.plus_millis(1)).await.unwrap());
    let of = store.reconciliations(&run).await.unwrap().remove(0);
    assert_eq!((of.phase, of.generation, of.confirmed), (Phase::Listing, 1, true));
    bench.keep(&run, &all[..1], Pass::Reconciliation, Some(1), Then::Cursor("r1".into())).await;
    assert_eq!(store.reconciliations(&run).await.unwrap()[0].cursor.as_deref(), Some("r1"));
    assert!(bench.state().await.planned.is_none(), "beside the windows");
    // What a window writes meanwhile was seen as well, and what it brings is not missing.
    bench.keep(&run, &[record("b", 6, 2, false), record("d", 6, 1, false)], Pass::Window, None, Then::Nothing).await;
    bench.keep(&run, &[], Pass::Reconciliation, Some(1), Then::Finish { fresh_as_of: None, sweep: None }).await;
    let of = store.reconciliations(&run).await.unwrap().remove(0);
    assert_eq!((of.phase, of.cursor.is_none()), (Phase::Sweeping, true));
    assert_eq!(store.missing(&run, &of).await.unwrap(), (1, 4));
    assert_eq!(store.candidates(&run, &of, "", 10).await.unwrap(), ["c"]);
    assert_eq!(bench.db.number("SELECT change_seq FROM linked_accounts").await, 5, "a mark is no change");
}

async fn a_sweep_marks_candidates_alone(db: TestDb) {
    let bench = Bench::new(db).await;
    let run = bench.noted().await;
    let all: Vec<Incoming> = ["a", "b", "c", "d"].iter().map(|id| record(id, 5, 1, *id == "d")).collect();
    bench.keep(&run, &all, Pass::Window, None, Then::Nothing).await;
    let store = &bench.db.store;
    bench.plan(&run, None, 100).await;
    let finish = Then::Finish { fresh_as_of: None, sweep: Some(SweepAfter { confirmed: false }) };
    // A list that began later than the rows were written, and that shows one of them.
    bench.db.execute(&format!("UPDATE records SET created_at = {}", NOW.0 - 1)).await.unwrap();
    bench.keep(&run, &all[1..2], Pass::Window, Some(1), finish).await;
    let of = store.reconciliations(&run).await.unwrap().remove(0);
    assert_eq!((of.phase, of.confirmed, of.generation, of.unchanged_since.clone()), (Phase::Sweeping, false, 1, at(100)));
    assert_eq!(store.candidates(&run, &of, "", 1).await.unwrap(), ["a"]);
    assert_eq!(store.candidates(&run, &of, "a", 9).await.unwrap(), ["c"], "what is deleted is no candidate");
    let gone = ["a", "b", "d"].map(String::from);
    assert_eq!(store.sweep(&run, &of, &gone, "b", NOW).await.unwrap(), Some(1));
    assert_eq!(store.reconciliations(&run).await.unwrap()[0].position, "b");
    let rows = bench.rows().await;
    assert_eq!(rows.iter().filter(|row| row.contains("deleted")).count(), 2);
    assert!(rows[0].starts_with("a 1 5 deleted"), "{rows:?}");
    assert_eq!((bench.state().await.record_count, bench.db.number("SELECT change_seq FROM linked_accounts").await), (2, 7));
    // It comes back: it lives again, though nothing of it changed.
    assert_eq!(bench.keep(&run, &all[..1], Pass::Window, None, Then::Nothing).await, Some(1));
    assert!(bench.rows().await[0].contains("alive"));
    assert!(store.end_reconciliation(&run, MODEL, Ending::Stopped { missing: 7 }, NOW).await.unwrap());
    assert_eq!(bench.db.number("SELECT count(*) FROM activity WHERE kind = 'sweep_stopped'").await, 1);
}

async fn health_is_set_for_the_credential_in_force(db: TestDb) {
    let bench = Bench::new(db).await;
    let store = &bench.db.store;
    let set = async |rev, health: &Health, name: Option<&str>| {
        let followed = Followed { integration_name: name.map(str::to_owned), ..Followed::default() };
        store.set_health(bench.account.id, rev, health, &followed, NOW).await.unwrap()
    };
    let broken = Health { status: AccountStatus::RelinkNeeded, problem: Some((Problem::Credentials, "401".into())) };
    let well = Health { status: AccountStatus::Active, problem: None };
    assert!(!set(0, &well, None).await, "nothing changed");
    assert!(!set(1, &broken, None).await, "another credential's verdict");
    assert!(set(0, &broken, None).await);
    assert!(!set(0, &broken, None).await);
    let account = store.account(&bench.org, bench.account.id).await.unwrap().unwrap();
    assert_eq!((account.status, account.error_category.as_deref()), (AccountStatus::RelinkNeeded, Some("credentials")));
    assert!(set(0, &well, Some("Renamed")).await);
    assert!(set(0, &well, Some("Renamed again")).await, "the name follows");
    let account = store.account(&bench.org, bench.account.id).await.unwrap().unwrap();
    assert_eq!(
        (account.status, account.error_category, account.integration_name.as_deref()),
        (AccountStatus::Active, None, Some("Renamed again"))
    );
    let log: Vec<String> = store.activity(&bench.org, None, 3).await.unwrap().into_iter().map(|entry| entry.kind).collect();
    assert_eq!(log, ["recovered", "relink_needed", "connected"]);
    let pending = Health { status: AccountStatus::Pending, problem: None };
    assert!(!set(0, &pending, None).await, "a row with a token never becomes pending");
    assert!(store.start_delete(&bench.org, bench.account.id, NOW).await.unwrap());
    assert!(!set(0, &broken, None).await);
}

async fn an_account_is_owed_a_job(db: TestDb) {
    let bench = Bench::new(db).await;
    let store = &bench.db.store;
    assert!(store.without_job("refresh", UPSTREAM, 9).await.unwrap().is_empty(), "connecting queued one");
    assert_eq!(store.without_job("health", UPSTREAM, 9).await.unwrap(), [bench.account.id]);
    assert!(store.without_job("health", "http://elsewhere.example/api", 9).await.unwrap().is_empty());
    let job = store.claim(&["refresh"], HOUR).await.unwrap().unwrap();
    assert!(store.without_job("refresh", UPSTREAM, 9).await.unwrap().is_empty(), "it runs");
    store.bury(&job, "hopeless").await.unwrap();
    assert_eq!(store.without_job("refresh", UPSTREAM, 9).await.unwrap(), [bench.account.id]);
    store.want_reconciliation(bench.account.id, "refresh", Timestamp(77)).await.unwrap();
    assert_eq!(bench.run().await.reconcile_wanted_at, Some(Timestamp(77)));
    assert_eq!(store.next_due_in(&["refresh"]).await.unwrap(), Some(0));
}

async fn budgets_are_drawn_in_blocks(db: TestDb) {
    let ages = 1_000_000 * HOUR;
    let draw = async |key: &str, want| db.store.draw(key, want, 100, ages).await.unwrap();
    assert_eq!(draw("a", 40).await.0, 40);
    assert_eq!(draw("a", 40).await.0, 40);
    let (left, wait) = draw("a", 40).await;
    assert_eq!(left, 20);
    assert!((1..=ages).contains(&wait));
    assert_eq!(draw("a", 40).await.0, 0);
    assert_eq!(draw("b", 40).await.0, 40);
    db.execute("UPDATE rate_windows SET window_start = window_start - 1, window_end = window_end - 1").await.unwrap();
    assert_eq!(draw("a", 200).await.0, 100, "another window");
}

async fn a_pause_lets_one_try(db: TestDb) {
    let store = &db.store;
    assert_eq!(store.upstream_paused(UPSTREAM, HOUR).await.unwrap(), None);
    assert!(!store.resume_upstream(UPSTREAM).await.unwrap());
    assert_eq!(store.refused_since(UPSTREAM).await.unwrap(), None);
    store.pause_upstream(UPSTREAM, HOUR).await.unwrap();
    let since = store.refused_since(UPSTREAM).await.unwrap().unwrap();
    assert_eq!(store.refused_since("http://elsewhere.example/api").await.unwrap(), None);
    let left = store.upstream_paused(UPSTREAM, HOUR).await.unwrap().unwrap();
    assert!((1..=HOUR).contains(&left), "{left}");
    assert_eq!(store.upstream_paused("http://elsewhere.example/api", HOUR).await.unwrap(), None);
    store.pause_upstream(UPSTREAM, -1).await.unwrap();
    assert_eq!(store.upstream_paused(UPSTREAM, HOUR).await.unwrap(), None, "the first one tries");
    assert!(store.upstream_paused(UPSTREAM, HOUR).await.unwrap().is_some(), "the others wait for what it finds");
    assert_eq!(store.refused_since(UPSTREAM).await.unwrap(), Some(since), "a pause that goes on began when it began");
    assert!(store.resume_upstream(UPSTREAM).await.unwrap());
    assert_eq!(store.upstream_paused(UPSTREAM, HOUR).await.unwrap(), None);
}

async fn a_lease_is_renewed_by_its_holder(db: TestDb) {
    let subject = uuid::Uuid::new_v4();
    db.store.enqueue("refresh", subject, 0).await.unwrap();
    let lost = db.store.claim(&["refresh"], 0).await.unwrap().unwrap();
    assert!(db.store.renew(&lost, 0).await.unwrap());
    let job = db.store.claim(&["refresh"], 0).await.unwrap().unwrap();
    assert!(!db.store.renew(&lost, HOUR).await.unwrap());
    assert!(db.store.renew(&job, HOUR).await.unwrap());
    assert!(db.store.claim(&["refresh"], HOUR).await.unwrap().is_none(), "it has more time now");
    db.store.done(&job).await.unwrap();
    assert!(!db.store.renew(&job, HOUR).await.unwrap());
}
