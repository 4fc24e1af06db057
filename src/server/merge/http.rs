//! The upstream over HTTP: which request each call makes, what its answer means, and what is tried again.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use reqwest::{Method, header::HeaderValue};
use serde::de::DeserializeOwned;
use url::Url;

use super::{
    AccountDetails, AccountFilter, ExchangedToken, LinkTokenRequest, Patience, Upstream, UpstreamAccount, UpstreamError,
    UpstreamIntegration, UpstreamIssue,
    breaker::Breaker,
    failures::Failures,
    retry::{Retries, Trouble},
    transport::{Answer, Ask, NoAnswer, Transport},
    wire::{self, broken},
};
use crate::{
    domain::{category::Category, secret::Secret},
    server::clock::{Clock, Rng, Timer},
};

/// How long an interactive call takes at most, retries, waits and probes included (S9).
const INTERACTIVE: Duration = Duration::from_secs(10);
/// How long one try of an interactive call takes at most, so that a hanging one leaves time for another.
const INTERACTIVE_TRY: Duration = Duration::from_secs(6);
/// How long the try of a job takes at most.
const JOB_TRY: Duration = Duration::from_secs(30);
/// With less time than this left, a try is not begun: its failure would say nothing of the upstream.
const TRY_MIN: Duration = Duration::from_millis(250);
/// How many pages of a list are read at most.
pub(super) const PAGES_MAX: usize = 200;
/// The largest page that the upstream gives.
pub(super) const PAGE_SIZE: &str = "100";
/// The longest public token that is passed on, in bytes.
const PUBLIC_TOKEN_MAX: usize = 512;

/// What [`HttpUpstream`] is made of.
#[derive(Debug)]
pub struct UpstreamSetup {
    /// Such as `https://api.merge.dev/api`.
    pub base_url: String,
    /// The API key.
    pub key: Secret,
    /// For `Retry-After` dates.
    pub clock: Arc<dyn Clock>,
    /// For jitter.
    pub rng: Arc<dyn Rng>,
    /// For waits and time-outs.
    pub timer: Arc<dyn Timer>,
}

/// Why there is no client.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SetupError {
    /// The address is not one.
    #[error("the upstream's base URL must be an http or https address without query and credentials, such as https://api.merge.dev/api")]
    BaseUrl,
    /// The key is not one.
    #[error("the API key holds characters that no key has")]
    Key,
    /// TLS could not be set up.
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
    /// The client could not be set up.
    #[error("HTTP client: {0}")]
    Client(String),
}

/// The upstream over HTTP. One of these per process and upstream: the breaker and the connections are shared by all calls.
pub struct HttpUpstream {
    base: Url,
    base_text: String,
    transport: Transport,
    breaker: Breaker,
    failures: Failures,
    clock: Arc<dyn Clock>,
    rng: Arc<dyn Rng>,
    timer: Arc<dyn Timer>,
}

/// One call of a use case: the requests it makes share its time.
pub(super) struct Call {
    patience: Patience,
    deadline: Duration,
    /// The last failure after which the upstream may nevertheless have acted.
    lost: Option<UpstreamError>,
}

impl HttpUpstream {
    /// A client; nothing is sent yet.
    ///
    /// # Errors
    /// See [`SetupError`].
    pub fn new(setup: UpstreamSetup) -> Result<Self, SetupError> {
        let UpstreamSetup { base_url, key, clock, rng, timer } = setup;
        let base_text = base_url.trim().trim_end_matches('/').to_owned();
        let base = Url::parse(&base_text).map_err(|_| SetupError::BaseUrl)?;
        let plain = base.query().is_none() && base.fragment().is_none() && base.username().is_empty() && base.password().is_none();
        if !matches!(base.scheme(), "http" | "https") || base.host().is_none() || !plain {
            return Err(SetupError::BaseUrl);
        }
        Ok(Self {
            base,
            base_text,
            transport: Transport::new(key)?,
            breaker: Breaker::default(),
            failures: Failures::default(),
            clock,
            rng,
            timer,
        })
    }

    pub(super) fn call(&self, patience: Patience) -> Call {
        Call { patience, deadline: self.timer.elapsed().saturating_add(INTERACTIVE), lost: None }
    }

    pub(super) fn get<'a>(&self, segments: &[&str], query: &[(&str, &str)]) -> Result<Ask<'a>, UpstreamError> {
        let mut url = self.base.clone();
        // Each segment is encoded as one, whatever is in it.
        url.path_segments_mut().map_err(|()| broken("the base URL has no path"))?.pop_if_empty().extend(segments);
        if !query.is_empty() {
            url.query_pairs_mut().extend_pairs(query);
        }
        let template = format!("/{}", segments.join("/"));
        Ok(Ask { method: Method::GET, template, url, account_token: None, body: None, minting: false })
    }

    pub(super) fn post<'a>(&self, segments: &[&str]) -> Result<Ask<'a>, UpstreamError> {
        Ok(Ask { method: Method::POST, ..self.get(segments, &[])? })
    }

    /// Sends, and again as long as S9 and the call's patience allow. What comes back is an answer other than 408, 429 and 5xx.
    pub(super) async fn send(&self, call: &mut Call, ask: &Ask<'_>) -> Result<Answer, UpstreamError> {
        let mut retries = Retries::default();
        let mut last = None;
        loop {
            let (trouble, error, maybe_done) = match self.attempt(call, ask).await {
                Ok(answer) => return Ok(answer),
                Err(Failed::Resting(wait)) => {
                    let detail = format!("it failed several times in a row, the next try is in {} s", wait.as_secs().max(1));
                    return Err(last.unwrap_or(UpstreamError::Unreachable { detail }));
                }
                Err(Failed::Slowed(wait)) => return Err(UpstreamError::Busy { retry_after: Some(wait.as_secs().max(1)) }),
                Err(Failed::Late) => {
                    let detail = format!("not done within {} s", INTERACTIVE.as_secs());
                    return Err(last.unwrap_or(UpstreamError::Unreachable { detail }));
                }
                Err(Failed::Trouble { trouble, error, maybe_done }) => (trouble, error, maybe_done),
            };
            if maybe_done {
                call.lost = Some(error.clone());
            }
            let wait = match call.patience {
                Patience::Job | Patience::Once => None,
                Patience::Interactive => retries
                    .next(trouble, self.rng.unit())
                    .filter(|wait| self.timer.elapsed().saturating_add(*wait).saturating_add(TRY_MIN) <= call.deadline),
            };
            match wait {
                None => return Err(error),
                Some(wait) => self.timer.pause(wait).await,
            }
            last = Some(error);
        }
    }

    /// One try, seen by the breaker and the log.
    async fn attempt(&self, call: &Call, ask: &Ask<'_>) -> Result<Answer, Failed> {
        let started = self.timer.elapsed();
        let limit = match call.patience {
            Patience::Job => JOB_TRY,
            Patience::Once => call.deadline.saturating_sub(started),
            Patience::Interactive => INTERACTIVE_TRY.min(call.deadline.saturating_sub(started)),
        };
        if limit < TRY_MIN {
            return Err(Failed::Late);
        }
        if call.patience == Patience::Job
            && let Some(wait) = self.failures.slowed(started)
        {
            return Err(Failed::Slowed(wait));
        }
        let permit = self.breaker.admit(started).map_err(Failed::Resting)?;
        let now = self.clock.now().0.div_euclid(1000);
        let answer = self.transport.once(ask, limit, &*self.timer, now).await;
        let done = self.timer.elapsed();
        let (method, path) = (ask.method.as_str(), ask.template.as_str());
        let millis = u64::try_from(done.saturating_sub(started).as_millis()).unwrap_or(u64::MAX);
        let answer = match answer {
            Ok(answer) => answer,
            Err(NoAnswer { detail, maybe_done }) => {
                permit.failed(done);
                tracing::warn!(method, path, millis, detail, "upstream: no answer");
                return Err(Failed::Trouble { trouble: Trouble::Away, error: UpstreamError::Unreachable { detail }, maybe_done });
            }
        };
        let status = answer.status;
        if status >= 500 {
            permit.failed(done);
        } else {
            permit.worked();
        }
        if status >= 400 && status != 429 {
            self.failures.note(done);
        }
        if (200..300).contains(&status) {
            tracing::debug!(method, path, status, millis, "upstream");
            return Ok(answer);
        }
        let detail = self.words(ask, &answer);
        tracing::warn!(method, path, status, millis, detail, "upstream: refused");
        let fail = |trouble, error, maybe_done| Err(Failed::Trouble { trouble, error, maybe_done });
        match status {
            408 => fail(Trouble::Away, UpstreamError::Unreachable { detail }, true),
            429 => {
                let retry_after = answer.retry_after;
                fail(Trouble::Busy(retry_after), UpstreamError::Busy { retry_after }, false)
            }
            500 => fail(Trouble::Fault, broken(format!("500: {detail}")), true),
            501.. => fail(Trouble::Away, broken(format!("{status}: {detail}")), true),
            _ => Ok(answer),
        }
    }

    fn words(&self, ask: &Ask<'_>, answer: &Answer) -> String {
        match wire::words(&answer.body) {
            Some(words) if !ask.minting => self.transport.words(ask, &words),
            _ => self.transport.words(ask, answer.content_type.as_deref().unwrap_or("no content type")),
        }
    }

    /// What a status other than success means; 401 is the key's fault here, and a call that is about an account asks further.
    pub(super) fn judge(&self, ask: &Ask<'_>, answer: Answer) -> Result<Answer, UpstreamError> {
        let detail = || self.words(ask, &answer);
        Err(match answer.status {
            200..=299 => return Ok(answer),
            401 => UpstreamError::Key,
            403 => UpstreamError::Forbidden { detail: detail() },
            404 => UpstreamError::NotFound,
            status @ 400..=499 => UpstreamError::Refused { status, detail: detail() },
            // A redirect could lead the key elsewhere, and the upstream never sends one.
            status => broken(format!("unexpected status {status}")),
        })
    }

    /// Sends and reads a JSON answer.
    pub(super) async fn json<T: DeserializeOwned>(&self, call: &mut Call, ask: &Ask<'_>) -> Result<T, UpstreamError> {
        let answer = self.send(call, ask).await?;
        self.parse(self.judge(ask, answer)?)
    }

    #[allow(clippy::unused_self)]
    pub(super) fn parse<T: DeserializeOwned>(&self, answer: Answer) -> Result<T, UpstreamError> {
        wire::read(self.readable(&answer)?)
    }

    /// The body of an answer that says that it is JSON, and is all there.
    #[allow(clippy::unused_self)]
    pub(super) fn readable<'a>(&self, answer: &'a Answer) -> Result<&'a [u8], UpstreamError> {
        if answer.cut_short {
            return Err(broken("the answer is too large"));
        }
        let media = answer.content_type.as_deref().map(|value| value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase());
        if media.is_some_and(|media| media != "application/json" && !media.ends_with("+json")) {
            return Err(broken("the answer is not JSON by its content type"));
        }
        Ok(&answer.body)
    }

    /// All pages of a list, with the key alone.
    async fn pages<T: DeserializeOwned>(
        &self,
        call: &mut Call,
        segments: &[&str],
        query: &[(&str, &str)],
    ) -> Result<Vec<T>, UpstreamError> {
        let mut items = Vec::new();
        let mut cursors: Vec<String> = Vec::new();
        while cursors.len() < PAGES_MAX {
            let mut query = query.to_vec();
            query.push(("page_size", PAGE_SIZE));
            query.extend(cursors.last().map(|cursor| ("cursor", cursor.as_str())));
            let page: wire::Page<T> = self.json(call, &self.get(segments, &query)?).await?;
            items.extend(page.results);
            match page.next.filter(|next| !next.is_empty()) {
                None => return Ok(items),
                Some(next) if cursors.contains(&next) => return Err(broken("a list repeats a cursor")),
                Some(next) => cursors.push(next),
            }
        }
        Err(broken("a list does not end"))
    }

    /// Test and other accounts are never in one answer, so both are asked.
    async fn accounts(&self, call: &mut Call, category: Category, filter: &[(&str, &str)]) -> Result<Vec<UpstreamAccount>, UpstreamError> {
        let segments = [category.slug(), "v1", "linked-accounts"];
        let mut accounts = Vec::new();
        for test in [None, Some(("is_test_account", "true"))] {
            let query: Vec<_> = filter.iter().copied().chain(test).collect();
            for account in self.pages::<wire::Account>(call, &segments, &query).await? {
                let account = UpstreamAccount::try_from(account)?;
                if !accounts.iter().any(|known: &UpstreamAccount| known.id == account.id) {
                    accounts.push(account);
                }
            }
        }
        Ok(accounts)
    }

    /// What a 401 to a call about an account means: asked with the key alone (S9). Without an id only the key can be told apart.
    async fn unauthorised(&self, call: &mut Call, category: Category, linked_account_id: Option<&str>) -> UpstreamError {
        let found = match linked_account_id {
            Some(id) => {
                self.accounts(call, category, &[("id", id)]).await.map(|found| found.iter().any(|one| one.id.eq_ignore_ascii_case(id)))
            }
            None => match self.get(&[category.slug(), "v1", "linked-accounts"], &[("page_size", "1")]) {
                Ok(ask) => self.json::<wire::Page<serde::de::IgnoredAny>>(call, &ask).await.map(|_| true),
                Err(error) => Err(error),
            },
        };
        match found {
            Ok(true) => UpstreamError::Token,
            Ok(false) => UpstreamError::Absent,
            Err(
                error
                @ (UpstreamError::Key | UpstreamError::Busy { .. } | UpstreamError::Broken { .. } | UpstreamError::Unreachable { .. }),
            ) => error,
            // Said of the probe, it would be taken for a word about the call.
            Err(error) => broken(format!("401, and the probe failed: {error}")),
        }
    }

    /// Sends a request about an account, and asks further on 401.
    pub(super) async fn about_account(
        &self,
        call: &mut Call,
        ask: &Ask<'_>,
        category: Category,
        linked_account_id: Option<&str>,
    ) -> Result<Answer, UpstreamError> {
        if ask.account_token.is_none_or(|token| HeaderValue::from_str(token.expose()).is_err()) {
            return Err(UpstreamError::Refused { status: 400, detail: "the stored account token cannot be sent".to_owned() });
        }
        let answer = self.send(call, ask).await?;
        match self.judge(ask, answer) {
            Err(UpstreamError::Key) => Err(self.unauthorised(call, category, linked_account_id).await),
            judged => judged,
        }
    }
}

/// How a try failed.
enum Failed {
    /// The breaker is open for this long.
    Resting(Duration),
    /// Too many answers were failures; it may be made after this long.
    Slowed(Duration),
    /// No time is left for it.
    Late,
    /// It was made.
    Trouble { trouble: Trouble, error: UpstreamError, maybe_done: bool },
}

/// Whether a public token may be put into a path. It comes from a browser: what a URL would read as "here" or "up", or the upstream as
/// another endpoint, is none.
fn is_public_token(token: &str) -> bool {
    (1..=PUBLIC_TOKEN_MAX).contains(&token.len())
        && token.bytes().all(|byte| byte.is_ascii_graphic())
        && !matches!(token, "." | ".." | "regenerate")
}

#[async_trait]
impl Upstream for HttpUpstream {
    async fn link_token(&self, request: &LinkTokenRequest) -> Result<Secret, UpstreamError> {
        let body = serde_json::to_vec(&wire::LinkTokenBody::from(request)).map_err(|_| broken("the request cannot be JSON"))?;
        let ask = Ask { body: Some(body), ..self.post(&[request.category.slug(), "v1", "link-token"])? };
        let answer: wire::LinkToken = self.json(&mut self.call(Patience::Interactive), &ask).await?;
        answer.token()
    }

    async fn exchange(
        &self,
        category: Option<Category>,
        public_token: &Secret,
        patience: Patience,
    ) -> Result<ExchangedToken, UpstreamError> {
        let token = public_token.expose();
        if !is_public_token(token) {
            return Err(UpstreamError::Refused { status: 400, detail: "this cannot be a public token".to_owned() });
        }
        let (segments, template) = match category {
            Some(category) => {
                (vec![category.slug(), "v1", "account-token", token], format!("/{category}/v1/account-token/{{public_token}}"))
            }
            None => (vec!["integrations", "account-token", token], "/integrations/account-token/{public_token}".to_owned()),
        };
        let mut ask = Ask { template, minting: true, ..self.get(&segments, &[])? };
        let mut call = self.call(patience);
        let mut answer = self.send(&mut call, &ask).await?;
        if answer.status == 405 {
            ask.method = Method::POST;
            answer = self.send(&mut call, &ask).await?;
        }
        match (self.judge(&ask, answer), call.lost) {
            // The token may be spent because an earlier try did arrive: that try's failure is the truth, not "no such token".
            (Err(UpstreamError::NotFound), Some(lost)) => Err(lost),
            (Err(error), _) => Err(error),
            (Ok(answer), _) => self.parse::<wire::AccountToken>(answer)?.exchanged(),
        }
    }

    async fn account_details(
        &self,
        category: Category,
        token: &Secret,
        linked_account_id: Option<&str>,
        patience: Patience,
    ) -> Result<AccountDetails, UpstreamError> {
        let ask = Ask { account_token: Some(token), ..self.get(&[category.slug(), "v1", "account-details"], &[])? };
        let answer = self.about_account(&mut self.call(patience), &ask, category, linked_account_id).await?;
        self.parse::<wire::Details>(answer)?.details()
    }

    async fn delete_account(
        &self,
        category: Category,
        token: &Secret,
        linked_account_id: Option<&str>,
        patience: Patience,
    ) -> Result<(), UpstreamError> {
        let ask = Ask { account_token: Some(token), ..self.post(&[category.slug(), "v1", "delete-account"])? };
        // The body may be empty and says nothing.
        self.about_account(&mut self.call(patience), &ask, category, linked_account_id).await.map(drop)
    }

    async fn linked_accounts(
        &self,
        category: Category,
        filter: &AccountFilter,
        patience: Patience,
    ) -> Result<Vec<UpstreamAccount>, UpstreamError> {
        let filter = match filter {
            AccountFilter::Id(id) => ("id", id.as_str()),
            AccountFilter::OriginId(id) => ("end_user_origin_id", id.as_str()),
        };
        self.accounts(&mut self.call(patience), category, &[filter]).await
    }

    async fn ongoing_issues(
        &self,
        category: Category,
        linked_account_id: &str,
        patience: Patience,
    ) -> Result<Vec<UpstreamIssue>, UpstreamError> {
        let query = [("linked_account_id", linked_account_id), ("status", "ONGOING")];
        let issues: Vec<wire::Issue> = self.pages(&mut self.call(patience), &[category.slug(), "v1", "issues"], &query).await?;
        issues.into_iter().map(UpstreamIssue::try_from).collect()
    }

    async fn integrations(&self, patience: Patience) -> Result<Vec<UpstreamIntegration>, UpstreamError> {
        let items: Vec<wire::Integration> = self.pages(&mut self.call(patience), &["organizations", "integrations"], &[]).await?;
        Ok(items.into_iter().filter_map(wire::Integration::integration).collect())
    }

    fn base_url(&self) -> &str {
        &self.base_text
    }
}
