//! Faults: what can go wrong between a client and the upstream, switched on by the control API for the requests that match.
//!
//! A fault is scoped by organisation name, origin id or a header, so that tests that share a sandbox do not meet each other's.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures::stream;
use http::{HeaderValue, StatusCode, header, request::Parts};
use http_body_util::BodyExt as _;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::error::{INVALID_ACCOUNT_TOKEN, INVALID_KEY, NOT_FOUND};
use crate::front::Cut;
use crate::log::Subject;

/// What goes wrong.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// 400 with sentences by field; `fields` replaces the usual ones.
    BadRequest {
        /// Sentences by field.
        #[serde(default)]
        fields: Option<Value>,
    },
    /// 401 as for a wrong key.
    BadKey,
    /// 401 as for a wrong account token.
    BadAccountToken,
    /// 403.
    Forbidden,
    /// 404.
    NotFound,
    /// 429, with `Retry-After` when `retry_after` (seconds) is given.
    Throttled {
        /// Seconds.
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// 500 with a JSON body.
    ServerError,
    /// 502 with an HTML body.
    BadGateway,
    /// 503 with an HTML body.
    Unavailable,
    /// Any status and body.
    Status {
        /// The status.
        status: u16,
        /// The JSON body.
        #[serde(default)]
        body: Value,
    },
    /// The right answer after `delay_ms`.
    Slow,
    /// The connection is dropped before the answer.
    Cut,
    /// The connection is dropped in the middle of the answer's body.
    CutBody,
    /// The right status with the first half of the right body.
    TruncatedJson,
    /// The right answer called `text/html`.
    WrongContentType,
    /// No answer until the fault is released or removed; then the right one.
    Hang,
    /// A page whose `next` is the cursor that asked for it. Only requests with a cursor meet it.
    RepeatedCursor,
    /// The cursor is no longer known: 404, or another `status`. Only requests with a cursor meet it.
    ExpiredCursor {
        /// The status.
        #[serde(default)]
        status: Option<u16>,
    },
    /// A page of records without results whose `next` leads to the page that it should have been.
    EmptyPage,
}

/// Which requests meet a fault: all that is given must agree.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Match {
    /// The method.
    pub method: Option<String>,
    /// The path; `*` stands for any characters.
    pub path: Option<String>,
    /// The query as it is sent; `*` stands for any characters.
    pub query: Option<String>,
    /// The category.
    pub category: Option<String>,
    /// The end user's organisation.
    pub organization: Option<String>,
    /// The end user's origin id.
    pub origin_id: Option<String>,
    /// The app's slug.
    pub integration: Option<String>,
    /// The linked account's id.
    pub account_id: Option<String>,
    /// A header and its value.
    pub header: Option<HeaderMatch>,
}

/// A header and its value.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct HeaderMatch {
    /// The name, in any case.
    pub name: String,
    /// The exact value.
    pub value: String,
}

/// A fault as it is asked for.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Fault {
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: Kind,
    /// Which requests meet it; all of them when empty.
    #[serde(default, rename = "match")]
    pub when: Match,
    /// How many times; none is for ever.
    #[serde(default)]
    pub times: Option<u32>,
    /// Wait this long first.
    #[serde(default)]
    pub delay_ms: u64,
    /// The call takes effect and only its answer is lost.
    #[serde(default)]
    pub after: bool,
}

/// A fault in force.
#[derive(Clone, Debug, Serialize)]
pub struct Armed {
    /// The id, for release and removal.
    pub id: u64,
    /// What was asked for; `times` counts down.
    #[serde(flatten)]
    pub fault: Fault,
    /// How many requests met it.
    pub met: u64,
    #[serde(skip)]
    gate: watch::Sender<bool>,
}

/// How a fault treats the right answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is never computed.
    Instead,
    /// It is computed, so the call takes effect, and is thrown away.
    Lost,
    /// It is sent, changed.
    Altered,
}

/// All faults in force.
#[derive(Debug, Default)]
pub struct Faults(Mutex<(u64, Vec<Armed>)>);

impl Faults {
    /// Arms a fault and returns its id.
    pub fn arm(&self, fault: Fault) -> u64 {
        let mut faults = self.lock();
        faults.0 += 1;
        let id = faults.0;
        faults.1.push(Armed { id, fault, met: 0, gate: watch::channel(false).0 });
        id
    }

    /// The faults in force and those that are spent.
    pub fn list(&self) -> Vec<Armed> {
        self.lock().1.clone()
    }

    /// Lets the requests go on that hang in this fault; false when there is no such fault.
    pub fn release(&self, id: u64) -> bool {
        let faults = self.lock();
        let found = faults.1.iter().find(|f| f.id == id);
        if let Some(armed) = found {
            armed.gate.send_replace(true);
        }
        found.is_some()
    }

    /// Lets all requests go on that hang.
    pub fn release_all(&self) {
        for armed in &self.lock().1 {
            armed.gate.send_replace(true);
        }
    }

    /// Removes a fault; requests that hang in it go on. False when there is no such fault.
    pub fn remove(&self, id: u64) -> bool {
        let mut faults = self.lock();
        let before = faults.1.len();
        faults.1.retain(|f| f.id != id);
        faults.1.len() < before
    }

    /// Removes the faults whose `match` names the same organisation and origin id, or all when neither is given.
    pub fn remove_matching(&self, organization: Option<&str>, origin_id: Option<&str>) -> usize {
        let mut faults = self.lock();
        let before = faults.1.len();
        faults.1.retain(|f| {
            let other = |mine: Option<&str>, asked: Option<&str>| asked.is_some() && mine != asked;
            other(f.fault.when.organization.as_deref(), organization) || other(f.fault.when.origin_id.as_deref(), origin_id)
        });
        before - faults.1.len()
    }

    /// Removes all.
    pub fn clear(&self) {
        self.lock().1.clear();
    }

    /// The first fault in force that matches, counted.
    pub fn meet(&self, parts: &Parts, subject: &Subject) -> Option<Met> {
        let cursor = cursor_of(parts);
        let mut faults = self.lock();
        let armed =
            faults.1.iter_mut().find(|f| f.fault.times != Some(0) && f.fault.kind.fits(&cursor) && f.fault.when.fits(parts, subject))?;
        armed.fault.times = armed.fault.times.map(|n| n - 1);
        armed.met += 1;
        Some(Met { fault: armed.fault.clone(), gate: armed.gate.subscribe(), cursor })
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, (u64, Vec<Armed>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kind {
    fn fits(&self, cursor: &Option<String>) -> bool {
        !matches!(self, Self::RepeatedCursor | Self::ExpiredCursor { .. }) || cursor.is_some()
    }
}

fn cursor_of(parts: &Parts) -> Option<String> {
    let pairs = crate::api::body::query_pairs(parts.uri.query().unwrap_or_default());
    pairs.into_iter().find(|(name, value)| name == "cursor" && !value.is_empty()).map(|(_, value)| value)
}

impl Match {
    fn fits(&self, parts: &Parts, subject: &Subject) -> bool {
        let same = |asked: &Option<String>, is: Option<&str>| asked.as_deref().is_none_or(|a| is == Some(a));
        self.method.as_deref().is_none_or(|m| m.eq_ignore_ascii_case(parts.method.as_str()))
            && self.path.as_deref().is_none_or(|p| glob(p, parts.uri.path()))
            && self.query.as_deref().is_none_or(|q| glob(q, parts.uri.query().unwrap_or_default()))
            && same(&self.category, subject.category.as_deref())
            && same(&self.organization, subject.organization.as_deref())
            && same(&self.origin_id, subject.origin_id.as_deref())
            && same(&self.integration, subject.integration.as_deref())
            && same(&self.account_id, subject.account_id.as_deref())
            && self.header.as_ref().is_none_or(|h| parts.headers.get(&h.name).is_some_and(|v| v.as_bytes() == h.value.as_bytes()))
    }
}

/// `*` stands for any characters, also none.
pub fn glob(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(tail) = text.strip_prefix(head) else {
        return false;
    };
    tail.char_indices().map(|(i, _)| i).chain([tail.len()]).any(|i| tail.get(i..).is_some_and(|t| glob(rest, t)))
}

/// A fault that a request has met.
#[derive(Debug)]
pub struct Met {
    fault: Fault,
    gate: watch::Receiver<bool>,
    cursor: Option<String>,
}

impl Met {
    /// Its kind's word.
    pub fn name(&self) -> String {
        serde_json::to_value(&self.fault.kind).ok().and_then(|v| v.get("kind")?.as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// How it treats the right answer.
    pub fn effect(&self) -> Effect {
        match self.fault.kind {
            Kind::Slow
            | Kind::CutBody
            | Kind::TruncatedJson
            | Kind::WrongContentType
            | Kind::Hang
            | Kind::RepeatedCursor
            | Kind::EmptyPage => Effect::Altered,
            _ if self.fault.after => Effect::Lost,
            _ => Effect::Instead,
        }
    }

    /// Tells the handler what only it can do.
    pub fn mark(&self, request: &mut http::Request<Body>) {
        if matches!(self.fault.kind, Kind::EmptyPage) {
            request.extensions_mut().insert(crate::api::EmptyPage);
        }
    }

    /// Waits as long as the fault says.
    pub async fn pause(&self) {
        if self.fault.delay_ms > 0 {
            tokio::time::sleep(Duration::from_millis(self.fault.delay_ms)).await;
        }
        if matches!(self.fault.kind, Kind::Hang) {
            // An error means that the fault was removed, which releases too.
            let _ = self.gate.clone().wait_for(|open| *open).await;
        }
    }

    /// The answer in place of the right one.
    ///
    /// # Errors
    /// [`Cut`] when there is none.
    pub fn instead(&self) -> Result<Response, Cut> {
        let detail = |status: StatusCode, text: &str| (status, axum::Json(json!({ "detail": text }))).into_response();
        let html = |status: StatusCode, title: &str| {
            let page = format!(
                "<html>\r\n<head><title>{title}</title></head>\r\n<body>\r\n<center><h1>{title}</h1></center>\r\n</body>\r\n</html>\r\n"
            );
            (status, [(header::CONTENT_TYPE, "text/html")], page).into_response()
        };
        Ok(match &self.fault.kind {
            Kind::BadRequest { fields } => {
                let usual = || json!({ "end_user_origin_id": ["Ensure this field has no more than 100 characters."] });
                (StatusCode::BAD_REQUEST, axum::Json(fields.clone().unwrap_or_else(usual))).into_response()
            }
            Kind::BadKey => detail(StatusCode::UNAUTHORIZED, INVALID_KEY),
            Kind::BadAccountToken => detail(StatusCode::UNAUTHORIZED, INVALID_ACCOUNT_TOKEN),
            Kind::Forbidden => detail(StatusCode::FORBIDDEN, "You do not have permission to perform this action."),
            Kind::NotFound => detail(StatusCode::NOT_FOUND, NOT_FOUND),
            Kind::Throttled { retry_after } => {
                let mut response = detail(StatusCode::TOO_MANY_REQUESTS, "Request was throttled.");
                if let Some(seconds) = retry_after {
                    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(*seconds));
                }
                response
            }
            Kind::ServerError => detail(StatusCode::INTERNAL_SERVER_ERROR, "A server error occurred."),
            Kind::BadGateway => html(StatusCode::BAD_GATEWAY, "502 Bad Gateway"),
            Kind::Unavailable => html(StatusCode::SERVICE_UNAVAILABLE, "503 Service Temporarily Unavailable"),
            Kind::Status { status, body } => {
                (StatusCode::from_u16(*status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), axum::Json(body.clone())).into_response()
            }
            Kind::ExpiredCursor { status } => {
                let status = status.and_then(|s| StatusCode::from_u16(s).ok()).unwrap_or(StatusCode::NOT_FOUND);
                detail(status, "Invalid cursor")
            }
            // The others never come here: they alter the right answer.
            _ => return Err(Cut),
        })
    }

    /// The right answer, changed.
    ///
    /// # Errors
    /// [`Cut`] when its body cannot be read.
    pub async fn alter(&self, response: Response) -> Result<Response, Cut> {
        let (mut parts, body) = response.into_parts();
        let whole = body.collect().await.map_err(|_| Cut)?.to_bytes();
        let half = whole.slice(..whole.len() / 2);
        let body = match self.fault.kind {
            Kind::TruncatedJson => {
                parts.headers.remove(header::CONTENT_LENGTH);
                Body::from(half)
            }
            Kind::CutBody => {
                parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
                Body::from_stream(stream::iter([Ok::<Bytes, Arc<Cut>>(half), Err(Arc::new(Cut))]))
            }
            Kind::RepeatedCursor => {
                parts.headers.remove(header::CONTENT_LENGTH);
                let mut page: Value = serde_json::from_slice(&whole).unwrap_or(Value::Null);
                if let Some(next) = page.get_mut("next") {
                    *next = json!(self.cursor);
                }
                Body::from(page.to_string())
            }
            Kind::WrongContentType => {
                parts.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
                Body::from(whole)
            }
            _ => Body::from(whole),
        };
        Ok(Response::from_parts(parts, body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_stand_for_any_characters() {
        assert!(glob("/api/*/v1/link-token", "/api/hris/v1/link-token"));
        assert!(glob("*", ""));
        assert!(glob("/api/*/account-token/*", "/api/hris/v1/account-token/abc"));
        assert!(!glob("/api/*/v1/link-token", "/api/hris/v1/link-token/x"));
        assert!(!glob("/a", "/ab"));
    }

    #[test]
    fn removal_by_scope_leaves_the_others() {
        let faults = Faults::default();
        let fault = |organization: &str| Fault {
            kind: Kind::Forbidden,
            when: Match { organization: Some(organization.to_owned()), ..Match::default() },
            times: None,
            delay_ms: 0,
            after: false,
        };
        faults.arm(fault("A"));
        faults.arm(fault("B"));
        assert_eq!(faults.remove_matching(Some("A"), None), 1);
        assert_eq!(faults.list().len(), 1);
        assert_eq!(faults.remove_matching(None, None), 1);
    }
}
