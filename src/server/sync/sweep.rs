//! Full reconciliation (S11): the whole list, then each row that it did not show, asked for by id.

use super::{
    Syncing,
    fetch::{Fetched, Listing},
    refresh::{Course, Listed, Stop},
};
use crate::{
    domain::sync::{Auth, Half, Incoming, Resume, may_sweep, resume, too_many_missing},
    server::{
        merge::UpstreamError,
        store::ports::sync::{Ending, Page, Pass, Phase, Reconciliation, Then},
    },
};

/// Rows that are asked for by id before what was learned is stored.
const SLICE: u32 = 20;
/// Rows of another identity that are marked at once.
const SLICE_UNASKED: u32 = 500;

/// What asking for the rows of a slice came to.
enum Asked {
    /// These are gone.
    Gone(Vec<String>),
    /// They cannot be asked for.
    Refused,
    Verdict(Auth),
}

impl Syncing {
    /// Goes on with a reconciliation.
    pub(super) async fn reconcile(&self, course: &mut Course<'_>, model: &Listed, of: &Reconciliation) -> Result<Fetched, Stop> {
        if of.phase == Phase::Listing {
            return self.list_all(course, model, of).await;
        }
        if of.confirmed && !self.sweep_may_begin(course, model, of).await? {
            return Ok(Fetched::Complete);
        }
        self.sweep(course, model, of).await
    }

    async fn list_all(&self, course: &mut Course<'_>, model: &Listed, of: &Reconciliation) -> Result<Fetched, Stop> {
        let now = self.clock.now();
        // The list shows one state only while no sync ends.
        if model.told.last_sync_finished.as_ref() != Some(&of.unchanged_since) {
            return self.end(course, of, Ending::Void).await;
        }
        let half = Half { cursor: of.cursor.as_deref(), cursor_at: of.cursor_at, restarts: of.restarts };
        let (cursor, restarts) = match resume(half, now) {
            Resume::From(cursor) => (cursor.map(str::to_owned), of.restarts),
            Resume::Restart => {
                self.fenced(self.store.restart(&course.run, &of.model, Pass::Reconciliation, now).await?)?;
                (None, of.restarts + 1)
            }
            Resume::GiveUp => return self.end(course, of, Ending::Void).await,
        };
        let listing = Listing {
            spec: model.spec,
            pass: Pass::Reconciliation,
            after: None,
            before: None,
            mark: Some(of.generation),
            cursor,
            restarts,
            finish: Then::Finish { fresh_as_of: None, sweep: None },
        };
        match self.read(course, listing).await? {
            // The sweep begins with the next run, which asks first what the upstream has then.
            Fetched::Complete => Ok(Fetched::TurnOver),
            other => Ok(other),
        }
    }

    /// Whether what the list did not show may be looked at: the upstream has settled, nothing changed meanwhile, and not too much is missing. If
    /// not, the reconciliation is over.
    async fn sweep_may_begin(&self, course: &mut Course<'_>, model: &Listed, of: &Reconciliation) -> Result<bool, Stop> {
        if !may_sweep(&of.unchanged_since, &model.told) {
            self.end(course, of, Ending::Void).await?;
            return Ok(false);
        }
        let (missing, live) = self.store.missing(&course.run, of).await?;
        if of.position.is_empty() && too_many_missing(missing, live, of.approved_at(of.started_at)) {
            tracing::error!(account = %course.run.account, model = model.spec.id, missing, live, "too many records are missing: none is marked as deleted until somebody has looked");
            self.end(course, of, Ending::Stopped { missing }).await?;
            return Ok(false);
        }
        Ok(true)
    }

    async fn sweep(&self, course: &mut Course<'_>, model: &Listed, of: &Reconciliation) -> Result<Fetched, Stop> {
        let mut position = of.position.clone();
        let slice = if of.confirmed { SLICE } else { SLICE_UNASKED };
        while self.breathe(course).await? {
            let ids = self.store.candidates(&course.run, of, &position, slice).await?;
            let Some(last) = ids.last().cloned() else { return self.end(course, of, Ending::Swept).await };
            let gone = match self.gone(course, model, of, ids).await? {
                Asked::Gone(gone) => gone,
                Asked::Refused => return self.end(course, of, Ending::Void).await,
                Asked::Verdict(auth) => return Ok(Fetched::Verdict(auth)),
            };
            let Some(swept) = self.store.sweep(&course.run, of, &gone, &last, self.clock.now()).await? else { return Err(Stop::Fenced) };
            course.changed |= swept > 0;
            position = last;
        }
        Ok(Fetched::TurnOver)
    }

    /// Those of these rows that the upstream does not have. One that it has is stored as it is there.
    async fn gone(&self, course: &Course<'_>, model: &Listed, of: &Reconciliation, ids: Vec<String>) -> Result<Asked, Stop> {
        if !of.confirmed {
            return Ok(Asked::Gone(ids));
        }
        let mut gone = Vec::new();
        for id in ids {
            self.spend(course).await?;
            match self.upstream.record(course.account(), model.spec.path, &id).await {
                Ok(None) => gone.push(id),
                Ok(Some(record)) => self.found(course, of, record).await?,
                Err(UpstreamError::Token) => return Ok(Asked::Verdict(Auth::Refused)),
                Err(UpstreamError::Absent) => return Ok(Asked::Verdict(Auth::Absent)),
                Err(UpstreamError::Forbidden { .. } | UpstreamError::Refused { .. }) => return Ok(Asked::Refused),
                Err(error) => return Err(self.failed(error).await),
            }
        }
        Ok(Asked::Gone(gone))
    }

    async fn found(&self, course: &Course<'_>, of: &Reconciliation, record: Incoming) -> Result<(), Stop> {
        let page = Page { records: &[record], pass: Pass::ById, mark: Some(of.generation), then: Then::Nothing };
        let kept = self.store.keep_page(&course.run, &of.model, &page, self.clock.now()).await?;
        self.fenced(kept.is_some())
    }

    async fn end(&self, course: &mut Course<'_>, of: &Reconciliation, ending: Ending) -> Result<Fetched, Stop> {
        self.fenced(self.store.end_reconciliation(&course.run, &of.model, ending, self.clock.now()).await?)?;
        course.changed |= matches!(ending, Ending::Stopped { .. });
        Ok(Fetched::Complete)
    }
}
