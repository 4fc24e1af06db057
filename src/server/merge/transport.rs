//! One request and its answer over HTTP, bounded in time and size, without retries or judgement.

use std::time::Duration;

use reqwest::{
    Client, Method, Response,
    header::{ACCEPT, AUTHORIZATION, CONTENT_LENGTH, CONTENT_TYPE, DATE, HeaderMap, HeaderName, HeaderValue, RETRY_AFTER},
    redirect::Policy,
};
use url::Url;
use zeroize::Zeroizing;

use super::{http::SetupError, retry};
use crate::{
    domain::secret::Secret,
    server::{clock::Timer, tls},
};

/// The largest answer that is read, in bytes: a page of a hundred large accounts is far below.
const BODY_MAX: usize = 8 << 20;
/// The largest error answer that is read; the rest is left.
const ERROR_BODY_MAX: usize = 64 << 10;
/// How long a connection may take to come about.
const CONNECT: Duration = Duration::from_secs(4);
/// How many characters of the upstream's words are kept.
const WORDS_MAX: usize = 300;
const ACCOUNT_TOKEN: HeaderName = HeaderName::from_static("x-account-token");

/// A request.
pub(super) struct Ask<'a> {
    pub(super) method: Method,
    /// The path for the log: no token in it, no query.
    pub(super) template: String,
    pub(super) url: Url,
    pub(super) account_token: Option<&'a Secret>,
    /// JSON.
    pub(super) body: Option<Vec<u8>>,
    /// Its answers are about fresh tokens, which nobody could recognise in words, so none are kept.
    pub(super) minting: bool,
}

/// An answer, whatever its status.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) content_type: Option<String>,
    /// Seconds.
    pub(super) retry_after: Option<u64>,
    /// When it was made, by the upstream's clock: seconds since the Unix epoch.
    pub(super) date: Option<i64>,
    /// May hold tokens.
    pub(super) body: Zeroizing<Vec<u8>>,
    /// Whether there was more than is read.
    pub(super) cut_short: bool,
}

/// No answer, or half of one.
pub(super) struct NoAnswer {
    pub(super) detail: String,
    /// Whether the upstream may have seen the request and acted on it.
    pub(super) maybe_done: bool,
}

/// The HTTP client with the key.
pub(super) struct Transport {
    client: Client,
    key: Secret,
}

impl Transport {
    pub(super) fn new(key: Secret) -> Result<Self, SetupError> {
        let mut headers = HeaderMap::new();
        let mut bearer = HeaderValue::from_str(&format!("Bearer {}", key.expose())).map_err(|_| SetupError::Key)?;
        bearer.set_sensitive(true);
        headers.insert(AUTHORIZATION, bearer);
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let client = Client::builder()
            .tls_backend_preconfigured(tls::client_config()?)
            // The key goes to the address that was configured and to no other: no proxy of the environment, no redirect.
            .no_proxy()
            .redirect(Policy::none())
            .retry(reqwest::retry::never())
            .connect_timeout(CONNECT)
            .user_agent(concat!("patchbay/", env!("CARGO_PKG_VERSION")))
            .default_headers(headers)
            .build()
            .map_err(|error| SetupError::Client(reason(&error)))?;
        Ok(Self { client, key })
    }

    /// Sends once and reads the answer, all within `limit`. `now` is in seconds since the epoch.
    pub(super) async fn once(&self, ask: &Ask<'_>, limit: Duration, timer: &dyn Timer, now: i64) -> Result<Answer, NoAnswer> {
        tokio::select! {
            biased;
            answer = self.exchange(ask, now) => answer,
            () = timer.limit(limit) => {
                Err(NoAnswer { detail: format!("no answer within {} s", limit.as_secs_f32().ceil()), maybe_done: true })
            }
        }
    }

    async fn exchange(&self, ask: &Ask<'_>, now: i64) -> Result<Answer, NoAnswer> {
        let mut request = self.client.request(ask.method.clone(), ask.url.clone());
        if let Some(token) = ask.account_token {
            let mut value = HeaderValue::from_str(token.expose())
                .map_err(|_| NoAnswer { detail: "the account token cannot be a header".to_owned(), maybe_done: false })?;
            value.set_sensitive(true);
            request = request.header(ACCOUNT_TOKEN, value);
        }
        if let Some(body) = &ask.body {
            request = request.header(CONTENT_TYPE, "application/json").body(body.clone());
        } else if ask.method == Method::POST {
            // An explicit `Content-Length: 0`, which some servers insist on.
            request = request.header(CONTENT_LENGTH, "0");
        }
        let response = request.send().await.map_err(|error| lost(&error))?;
        let text = |name| response.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok()).map(str::to_owned);
        let (date, content_type) = (text(DATE), text(CONTENT_TYPE));
        let retry_after = text(RETRY_AFTER).and_then(|value| retry::retry_after(&value, date.as_deref(), now));
        let status = response.status().as_u16();
        let max = if response.status().is_success() { BODY_MAX } else { ERROR_BODY_MAX };
        let (body, cut_short) = read(response, max).await?;
        let date = date.as_deref().and_then(retry::http_date);
        Ok(Answer { status, content_type, retry_after, date, body, cut_short })
    }

    /// The upstream's words, fit for a log: shortened, on one line, without anything secret that the request carried.
    pub(super) fn words(&self, ask: &Ask<'_>, text: &str) -> String {
        let mut text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        for secret in std::iter::once(&self.key).chain(ask.account_token) {
            if !secret.expose().is_empty() {
                text = text.replace(secret.expose(), "[redacted]");
            }
        }
        match text.char_indices().nth(WORDS_MAX) {
            Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
            None => text,
        }
    }
}

async fn read(mut response: Response, max: usize) -> Result<(Zeroizing<Vec<u8>>, bool), NoAnswer> {
    let told = response.content_length().and_then(|length| usize::try_from(length).ok()).unwrap_or_default();
    // A body that grows leaves copies of itself behind.
    let mut body = Zeroizing::new(Vec::with_capacity(told.min(max)));
    while let Some(chunk) = response.chunk().await.map_err(|error| lost(&error))? {
        let room = max.saturating_sub(body.len());
        if chunk.len() > room {
            body.extend(chunk.iter().take(room));
            return Ok((body, true));
        }
        body.extend_from_slice(&chunk);
    }
    Ok((body, false))
}

fn lost(error: &reqwest::Error) -> NoAnswer {
    NoAnswer { detail: reason(error), maybe_done: !error.is_connect() }
}

/// What went wrong, from the kinds alone: the library's own text holds the URL, and a public token is part of one.
fn reason(error: &reqwest::Error) -> String {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    let mut io = None;
    while let Some(cause) = source {
        io = cause.downcast_ref::<std::io::Error>().map(std::io::Error::kind).or(io);
        source = cause.source();
    }
    let what = if error.is_timeout() {
        "the connection took too long"
    } else if error.is_connect() {
        "no connection"
    } else if error.is_body() || error.is_decode() {
        "the answer was cut"
    } else if error.is_builder() {
        "the request could not be built"
    } else {
        "the connection broke"
    };
    io.map_or_else(|| what.to_owned(), |kind| format!("{what}: {kind}"))
}
