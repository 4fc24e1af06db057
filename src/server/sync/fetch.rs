//! A list, page by page (S2, S4).

use super::{
    Syncing,
    pages::{End, HOUR},
    refresh::{Course, Listed, Stop},
};
use crate::{
    domain::{
        models::ModelSpec,
        sync::{Auth, Half, Plan, Resume, Window, fresh_as_of, may_restart, plan, resume},
        time::UpstreamTime,
    },
    server::store::ports::sync::{Ending, ModelSync, Pass, SweepAfter, Then},
};

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
        loop {
            match self.pages(course, &listing).await? {
                End::Last => {
                    course.changed = true;
                    let whole = matches!(listing.finish, Then::Finish { sweep: Some(_), .. });
                    course.listed.extend(whole.then_some(listing.spec.name()));
                    return Ok(Fetched::Complete);
                }
                End::CursorGone => {
                    if !self.start_again(course, &mut listing).await? {
                        return self.off(course, &listing, "cursor", HOUR).await;
                    }
                }
                End::Off(why, millis) => return self.off(course, &listing, why, millis).await,
                End::Verdict(auth) => return Ok(Fetched::Verdict(auth)),
                End::TurnOver => return Ok(Fetched::TurnOver),
                End::Stopped(stop) => return Err(stop),
            }
        }
    }

    /// The same list from its first page; `false`: that was done too often (S4).
    async fn start_again(&self, course: &Course<'_>, listing: &mut Listing<'_>) -> Result<bool, Stop> {
        if !may_restart(listing.restarts) {
            return Ok(false);
        }
        self.fenced(self.store.restart(&course.run, listing.spec.name(), listing.pass, self.clock.now()).await?)?;
        listing.restarts += 1;
        listing.cursor = None;
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
