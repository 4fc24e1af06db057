//! A list, page by page (S2, S4).

use super::{
    Syncing,
    refresh::{Course, Listed, Stop},
};
use crate::{
    domain::{
        models::ModelSpec,
        sync::{Auth, Half, Next, Plan, Resume, Seen, Window, fresh_as_of, may_restart, plan, resume},
        time::UpstreamTime,
    },
    server::{
        merge::{ListAsk, RecordPage, UpstreamError},
        store::ports::sync::{Ending, ModelSync, Page, Pass, SweepAfter, Then},
    },
};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;

/// How far a list was read.
#[derive(Debug)]
pub(super) enum Fetched {
    /// To its end, or as far as it can be.
    Complete,
    /// Others get their turn; the next run goes on.
    TurnOver,
    /// The upstream refused the account.
    Verdict(Auth),
}

/// A list that is being read.
pub(super) struct Listing<'a> {
    pub(super) spec: &'static ModelSpec,
    pub(super) pass: Pass,
    pub(super) after: Option<&'a UpstreamTime>,
    pub(super) before: Option<&'a UpstreamTime>,
    /// What rows of a full list are marked with.
    pub(super) mark: Option<i64>,
    pub(super) cursor: Option<String>,
    pub(super) restarts: i64,
    /// What follows the last page.
    pub(super) finish: Then,
}

/// What became of one page.
enum Turned {
    Page(RecordPage),
    /// The cursor is used up.
    CursorGone,
    /// The list cannot be had: why, and milliseconds until it is tried again.
    Off(&'static str, i64),
    Verdict(Auth),
}

impl Syncing {
    /// Fetches a model's window, be it one that was begun or a new one.
    pub(super) async fn window(
        &self,
        course: &mut Course<'_>,
        model: &Listed,
        state: &ModelSync,
        date: Option<&UpstreamTime>,
    ) -> Result<Fetched, Stop> {
        let now = self.clock.now();
        if state.error.is_some() && state.retry_at.is_some_and(|at| at > now) {
            return Ok(Fetched::Complete);
        }
        let half = state.planned.as_ref().filter(|planned| !state.known.stale || planned.window.is_whole());
        if let Some(planned) = half {
            let begun = Half { cursor: planned.cursor.as_deref(), cursor_at: planned.cursor_at, restarts: planned.restarts };
            let (cursor, restarts) = match resume(begun, now) {
                Resume::From(cursor) => (cursor.map(str::to_owned), planned.restarts),
                Resume::Restart => {
                    self.fenced(self.store.restart(&course.run, model.spec.name(), Pass::Window, now).await?)?;
                    (None, planned.restarts + 1)
                }
                Resume::GiveUp => return self.give_up(course, model.spec, "cursor", HOUR).await,
            };
            return self.read_window(course, model, state, &planned.window, state.generation, (cursor, restarts)).await;
        }
        let Plan::Fetch(window) = plan(&state.known, &model.told, date, model.spec.has_modified_filters) else {
            return Ok(Fetched::Complete);
        };
        let Some(generation) = self.store.plan_window(&course.run, model.spec.name(), &window, now).await? else {
            return Err(Stop::Fenced);
        };
        self.read_window(course, model, state, &window, generation, (None, 0)).await
    }

    async fn read_window(
        &self,
        course: &mut Course<'_>,
        model: &Listed,
        state: &ModelSync,
        window: &Window,
        generation: i64,
        (cursor, restarts): (Option<String>, i64),
    ) -> Result<Fetched, Stop> {
        // The first list of all shows everything that we have.
        let sweep = (window.is_whole() && generation > 1).then_some(SweepAfter { confirmed: !state.known.stale });
        let filters = model.spec.has_modified_filters;
        let listing = Listing {
            spec: model.spec,
            pass: Pass::Window,
            after: window.after.as_ref(),
            before: filters.then_some(&window.before),
            mark: window.is_whole().then_some(generation),
            cursor,
            restarts,
            finish: Then::Finish { fresh_as_of: fresh_as_of(&window.before, &model.told).map(|time| time.as_str().to_owned()), sweep },
        };
        self.read(course, listing).await
    }

    /// Reads a list to its end, or until others get their turn.
    pub(super) async fn read(&self, course: &mut Course<'_>, mut listing: Listing<'_>) -> Result<Fetched, Stop> {
        let mut seen = Seen::default();
        while self.breathe(course).await? {
            let page = match self.page(course, &listing).await? {
                Turned::Page(page) => page,
                Turned::Verdict(auth) => return Ok(Fetched::Verdict(auth)),
                Turned::Off(why, millis) => return self.off(course, &listing, why, millis).await,
                Turned::CursorGone => {
                    if self.start_again(course, &mut listing, &mut seen).await? {
                        continue;
                    }
                    return self.off(course, &listing, "cursor", HOUR).await;
                }
            };
            match seen.follow(listing.cursor.as_deref(), page.next) {
                Next::Last => {
                    let finish = listing.finish.clone();
                    let whole = matches!(finish, Then::Finish { sweep: Some(_), .. });
                    self.keep(course, &listing, &page.records, finish).await?;
                    course.changed = true;
                    course.listed.extend(whole.then_some(listing.spec.name()));
                    return Ok(Fetched::Complete);
                }
                Next::Page(next) => {
                    self.keep(course, &listing, &page.records, Then::Cursor(next.clone())).await?;
                    listing.cursor = Some(next);
                }
                Next::Repeated => {
                    self.keep(course, &listing, &page.records, Then::Nothing).await?;
                    if !self.start_again(course, &mut listing, &mut seen).await? {
                        return self.off(course, &listing, "cursor", HOUR).await;
                    }
                }
            }
        }
        Ok(Fetched::TurnOver)
    }

    async fn page(&self, course: &Course<'_>, listing: &Listing<'_>) -> Result<Turned, Stop> {
        self.spend(course).await?;
        let ask = ListAsk {
            path: listing.spec.path,
            after: listing.after.map(UpstreamTime::as_str),
            before: listing.before.map(UpstreamTime::as_str),
            cursor: listing.cursor.as_deref(),
        };
        let with_cursor = listing.cursor.is_some();
        Ok(match self.upstream.records(course.account(), ask).await {
            Ok(page) => Turned::Page(page),
            Err(UpstreamError::Token) => Turned::Verdict(Auth::Refused),
            Err(UpstreamError::Absent) => Turned::Verdict(Auth::Absent),
            Err(UpstreamError::NotFound | UpstreamError::Refused { status: 400, .. }) if with_cursor => Turned::CursorGone,
            Err(UpstreamError::NotFound) => Turned::Off("missing", WEEK),
            Err(UpstreamError::Forbidden { .. }) => Turned::Off("forbidden", DAY),
            Err(UpstreamError::Refused { .. }) => Turned::Off("refused", HOUR),
            Err(error) => return Err(self.failed(error).await),
        })
    }

    pub(super) async fn keep(
        &self,
        course: &Course<'_>,
        listing: &Listing<'_>,
        records: &[crate::domain::sync::Incoming],
        then: Then,
    ) -> Result<(), Stop> {
        let page = Page { records, pass: listing.pass, mark: listing.mark, then };
        match self.store.keep_page(&course.run, listing.spec.name(), &page, self.clock.now()).await? {
            Some(_) => Ok(()),
            None => Err(Stop::Fenced),
        }
    }

    /// The same list from its first page; `false`: that was done too often (S4).
    async fn start_again(&self, course: &Course<'_>, listing: &mut Listing<'_>, seen: &mut Seen) -> Result<bool, Stop> {
        if !may_restart(listing.restarts) {
            return Ok(false);
        }
        self.fenced(self.store.restart(&course.run, listing.spec.name(), listing.pass, self.clock.now()).await?)?;
        listing.restarts += 1;
        listing.cursor = None;
        *seen = Seen::default();
        Ok(true)
    }

    /// The list cannot be had: the model waits, or the reconciliation ends without a sweep.
    async fn off(&self, course: &mut Course<'_>, listing: &Listing<'_>, why: &str, millis: i64) -> Result<Fetched, Stop> {
        if listing.pass == Pass::Window {
            return self.give_up(course, listing.spec, why, millis).await;
        }
        let now = self.clock.now();
        self.fenced(self.store.end_reconciliation(&course.run, listing.spec.name(), Ending::Void, now).await?)?;
        Ok(Fetched::Complete)
    }

    async fn give_up(&self, course: &mut Course<'_>, spec: &ModelSpec, why: &str, millis: i64) -> Result<Fetched, Stop> {
        tracing::warn!(account = %course.run.account, model = spec.id, why, "a model is not synced");
        let now = self.clock.now();
        self.fenced(self.store.fail_model(&course.run, spec.name(), why, now.plus_millis(millis), now).await?)?;
        course.changed = true;
        Ok(Fetched::Complete)
    }

    /// A store call of a run whose word counts no more ends the run.
    #[allow(clippy::unused_self)]
    pub(super) fn fenced(&self, counted: bool) -> Result<(), Stop> {
        if counted { Ok(()) } else { Err(Stop::Fenced) }
    }
}
