//! The pages of a list on their way from the upstream into the store (S2, S4). While one is stored the next ones are fetched; what has come
//! meanwhile is stored together, in one transaction with the last one's cursor, so that a crash goes on from there as after any page.

use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::{
    Syncing,
    fetch::Listing,
    refresh::{Course, Stop},
};
use crate::{
    domain::{
        sync::{Auth, Incoming, Next, Seen},
        time::UpstreamTime,
    },
    server::{
        merge::{ListAsk, RecordPage, UpstreamError},
        store::ports::sync::{Page, Then},
    },
};

pub(super) const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;
/// Pages that wait to be stored. More would only take memory: whichever side is slower decides.
const AHEAD: usize = 8;
/// Rows that are stored at once at most (SPEC §5), unless one page has more.
const ROWS_AT_ONCE: usize = 500;

/// How the reading of a list ended. What had come until then is stored.
pub(super) enum End {
    /// With its last page.
    Last,
    /// The cursor is used up, or came a second time.
    CursorGone,
    /// The list cannot be had: why, and milliseconds until it is tried again.
    Off(&'static str, i64),
    Verdict(Auth),
    /// Others get their turn.
    TurnOver,
    Stopped(Stop),
}

impl From<Stop> for End {
    fn from(stop: Stop) -> Self {
        Self::Stopped(stop)
    }
}

/// A page on its way.
struct Came {
    records: Vec<Incoming>,
    then: Then,
}

impl Syncing {
    /// Reads a list from where it stands.
    pub(super) async fn pages(&self, course: &Course<'_>, listing: &Listing<'_>) -> Result<End, Stop> {
        let (sender, receiver) = channel(AHEAD);
        // If storing fails, what is being fetched is of no use; if fetching fails, what has come is stored.
        let (end, ()) = tokio::try_join!(
            async { Ok::<_, Stop>(self.fetch(course, listing, sender).await.unwrap_or_else(|end| end)) },
            self.store_all(course, listing, receiver)
        )?;
        Ok(end)
    }

    async fn fetch(&self, course: &Course<'_>, listing: &Listing<'_>, store: Sender<Came>) -> Result<End, End> {
        let mut seen = Seen::default();
        let mut cursor = listing.cursor.clone();
        let mut page = self.page(course, listing, cursor.as_deref()).await?;
        loop {
            let next = match seen.follow(cursor.as_deref(), page.next.take()) {
                Next::Page(next) => next,
                Next::Last => {
                    self.pass_on(page, listing.finish.clone(), &store).await?;
                    return Ok(End::Last);
                }
                Next::Repeated => {
                    self.pass_on(page, Then::Nothing, &store).await?;
                    return Ok(End::CursorGone);
                }
            };
            // The next page is asked for before this one is read, and this one is stored while that one is on its way.
            let (following, passed) =
                tokio::join!(self.page(course, listing, Some(&next)), self.pass_on(page, Then::Cursor(next.clone()), &store));
            passed?;
            page = following?;
            cursor = Some(next);
        }
    }

    /// Reads a page and hands it over to be stored.
    async fn pass_on(&self, page: RecordPage, then: Then, store: &Sender<Came>) -> Result<(), End> {
        let records = match page.read() {
            Ok(records) => records,
            Err(error) => return Err(End::Stopped(self.failed(error).await)),
        };
        // Nobody takes it: storing has failed, and says why.
        store.send(Came { records, then }).await.map_err(|_| End::TurnOver)
    }

    async fn page(&self, course: &Course<'_>, listing: &Listing<'_>, cursor: Option<&str>) -> Result<RecordPage, End> {
        if !self.breathe(course).await? {
            return Err(End::TurnOver);
        }
        self.spend(course).await?;
        let ask = ListAsk {
            path: listing.spec.path,
            after: listing.after.map(UpstreamTime::as_str),
            before: listing.before.map(UpstreamTime::as_str),
            cursor,
        };
        Err(match self.upstream.records(course.account(), ask).await {
            Ok(page) => return Ok(page),
            Err(UpstreamError::Token) => End::Verdict(Auth::Refused),
            Err(UpstreamError::Absent) => End::Verdict(Auth::Absent),
            Err(UpstreamError::NotFound | UpstreamError::Refused { status: 400, .. }) if cursor.is_some() => End::CursorGone,
            Err(UpstreamError::NotFound) => End::Off("missing", WEEK),
            Err(UpstreamError::Forbidden { .. }) => End::Off("forbidden", DAY),
            Err(UpstreamError::Refused { .. }) => End::Off("refused", HOUR),
            Err(error) => End::Stopped(self.failed(error).await),
        })
    }

    async fn store_all(&self, course: &Course<'_>, listing: &Listing<'_>, mut came: Receiver<Came>) -> Result<(), Stop> {
        let mut left = None;
        loop {
            let Some(first) = (match left.take() {
                Some(left) => Some(left),
                None => came.recv().await,
            }) else {
                return Ok(());
            };
            let Came { mut records, mut then } = first;
            while let Ok(more) = came.try_recv() {
                if records.len().saturating_add(more.records.len()) > ROWS_AT_ONCE {
                    left = Some(more);
                    break;
                }
                records.extend(more.records);
                // What leads nowhere leaves the cursor where the page before it left it.
                if !matches!(more.then, Then::Nothing) {
                    then = more.then;
                }
            }
            let page = Page { records: &records, pass: listing.pass, mark: listing.mark, then };
            let kept = self.store.keep_page(&course.run, listing.spec.name(), &page, self.clock.now()).await?;
            self.fenced(kept.is_some())?;
        }
    }
}
