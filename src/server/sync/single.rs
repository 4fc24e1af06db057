//! Single records that events told of (W5): asked for by id within the account's run, so that they are written under its fence and epoch like
//! everything else. They are sooner here for it, and nothing depends on it: whatever cannot be had alone comes with a window.

use super::{
    Syncing,
    refresh::{Course, Listed, Stop},
};
use crate::{
    domain::{
        models::ModelSpec,
        sync::{Auth, Incoming},
        time::Timestamp,
    },
    server::{
        merge::UpstreamError,
        store::ports::sync::{ModelSync, Page, Pass, Then, Wanted},
    },
};

/// What asking for one came to.
enum Asked {
    /// It needs no asking any more.
    Over,
    /// It did not come; the next run asks again, a few times.
    NotNow,
    Verdict(Auth),
}

impl Syncing {
    /// Asks for the records that events told of; a refusal of the account ends the run.
    pub(super) async fn wanted(&self, course: &mut Course<'_>, models: &[Listed]) -> Result<Option<Auth>, Stop> {
        let Some(wanted) = self.store.take_wanted(&course.run).await? else { return Err(Stop::Fenced) };
        if wanted.is_empty() {
            return Ok(None);
        }
        let states = self.store.model_syncs(&course.run).await?;
        for one in &wanted {
            if !self.breathe(course).await? {
                break;
            }
            let asked = match askable(models, &states, one, self.clock.now()) {
                Some(spec) => self.single(course, spec, &one.id).await?,
                None => Asked::Over,
            };
            match asked {
                Asked::Over => self.store.forget_wanted(&course.run, one).await?,
                // The windows find out by themselves whether the upstream is away; one record that it cannot give must not hold them up.
                Asked::NotNow => {}
                Asked::Verdict(auth) => return Ok(Some(auth)),
            }
        }
        Ok(None)
    }

    async fn single(&self, course: &mut Course<'_>, spec: &ModelSpec, id: &str) -> Result<Asked, Stop> {
        self.spend(course).await?;
        Ok(match self.upstream.record(course.account(), spec.path, id).await {
            Ok(Some(record)) => {
                self.keep_single(course, spec, record).await?;
                Asked::Over
            }
            // No proof that it was deleted: it may not be visible yet, or be another one's. The windows and the sweep decide.
            Ok(None) => Asked::Over,
            Err(UpstreamError::Token) => Asked::Verdict(Auth::Refused),
            Err(UpstreamError::Absent) => Asked::Verdict(Auth::Absent),
            Err(error @ (UpstreamError::Key | UpstreamError::Busy { .. })) => return Err(self.failed(error).await),
            Err(error) => {
                tracing::warn!(account = %course.run.account, model = spec.id, %error, "a record that an event told of did not come");
                match error {
                    UpstreamError::Forbidden { .. } | UpstreamError::Refused { .. } | UpstreamError::NotFound => Asked::Over,
                    _ => Asked::NotNow,
                }
            }
        })
    }

    async fn keep_single(&self, course: &mut Course<'_>, spec: &ModelSpec, record: Incoming) -> Result<(), Stop> {
        let page = Page { records: &[record], pass: Pass::ById, mark: None, then: Then::Nothing };
        match self.store.keep_page(&course.run, spec.name(), &page, self.clock.now()).await? {
            Some(changed) => {
                course.changed |= changed > 0;
                Ok(())
            }
            None => Err(Stop::Fenced),
        }
    }
}

/// The model of a record that is worth asking for: one that is switched on, whose first window is complete and whose rows are this identity's.
/// Otherwise a window brings it, or nobody wants it.
fn askable(models: &[Listed], states: &[ModelSync], wanted: &Wanted, now: Timestamp) -> Option<&'static ModelSpec> {
    let model = models.iter().find(|model| model.spec.name() == wanted.model && !model.told.is_disabled())?;
    let state = states.iter().find(|state| state.model == wanted.model)?;
    let here = state.known.window_end.is_some() && !state.known.stale;
    let off = state.error.is_some() && state.retry_at.is_some_and(|at| at > now);
    (here && !off).then_some(model.spec)
}
