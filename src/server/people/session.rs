//! Who is at the other end of a request: read once, before anything else looks.
//!
//! There are two kinds of sessions, and they never meet: in a frame (P3) only the frame's own session counts, outside of one only that of our
//! own pages. A browser may well send both cookies, where the host product and we are one site.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderName, StatusCode, Uri},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    api::error::ApiError,
    app::copy,
    domain::{embedding::Refusal, theme::Theme},
    server::{
        plain,
        router::{Refused, refused},
        security::{
            cookie::{self, Place},
            redirect,
        },
        state::AppState,
        store::ports::{Person, StoreResult},
    },
};

const SEC_FETCH_DEST: HeaderName = HeaderName::from_static("sec-fetch-dest");
/// By which a page in a frame marks what it asks for; a stream of events can only say it in its address.
const IN_FRAME: &str = "x-embed";
/// The pages that stay closed in a frame: who belongs to an organisation there is the host product's business.
const OWN_PAGES: [&str; 5] = ["/sign-in", "/sign-up", "/join/", "/settings", "/operator/"];

/// A live session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Under which we keep it.
    pub digest: String,
    /// Whose it is.
    pub person: Person,
    /// Around which page it lives, if it is one of a frame.
    pub host: Option<Host>,
}

/// The page of a host product around a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its exact origin.
    pub origin: String,
    /// How it wants the frame painted.
    pub theme: Theme,
}

impl Session {
    /// The live session that we keep under this digest.
    async fn find(state: &AppState, digest: String, place: Place) -> StoreResult<Option<Self>> {
        let now = state.clock.now();
        Ok(match place {
            Place::Own => state.store.session(&digest, now).await?.map(|person| Self { digest, person, host: None }),
            Place::Frame => state.store.guest(&digest, now).await?.map(|guest| Self {
                digest,
                person: guest.person,
                host: Some(Host { origin: guest.origin, theme: guest.theme }),
            }),
        })
    }

    /// The session as it is now, if it still lives.
    ///
    /// # Errors
    /// The store failed.
    pub async fn again(&self, state: &AppState) -> StoreResult<Option<Self>> {
        let place = if self.host.is_some() { Place::Frame } else { Place::Own };
        Self::find(state, self.digest.clone(), place).await
    }
}

/// Whether a request comes out of a frame. The browser says it of pages; of what a page asks for besides, the page does.
fn place(headers: &HeaderMap, uri: &Uri) -> Place {
    let framed = match headers.get(SEC_FETCH_DEST).map(axum::http::HeaderValue::as_bytes) {
        Some(b"iframe" | b"frame") => true,
        Some(b"document") => false,
        _ => headers.contains_key(IN_FRAME) || uri.query().is_some_and(|query| query.split('&').any(|pair| pair == "embed=1")),
    };
    if framed { Place::Frame } else { Place::Own }
}

/// What is known about the other end; an extension of every request for a page or under `/api`.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// The session, when there is a live one.
    pub session: Option<Session>,
    /// Whether the request comes out of a frame.
    pub framed: bool,
    /// Where the request comes from.
    pub address: Option<IpAddr>,
}

/// Puts a [`Visitor`] into the request.
pub async fn attach(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let place = place(request.headers(), request.uri());
    let session = match cookie::read(request.headers(), state.transport(), place) {
        None => None,
        Some(digest) => match Session::find(&state, digest, place).await {
            Ok(session) => session,
            Err(error) => {
                let told = ApiError::from(error);
                if request.uri().path().starts_with("/api/") {
                    return told.into_response();
                }
                return plain::page(StatusCode::SERVICE_UNAVAILABLE, &copy::plain_away(), &told.error);
            }
        },
    };
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let address = client_address(peer, request.headers());
    request.extensions_mut().insert(Visitor { session, framed: place == Place::Frame, address });
    next.run(request).await
}

/// Pages are for people who are signed in: others are led to sign in and back; who is signed in has no business at the sign-in page. In a frame
/// nobody signs in: there the host product brings people, or brings them again.
pub async fn guard_pages(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if let Some(visitor) = request.extensions().get::<Visitor>()
        && visitor.framed
    {
        return match visitor.session {
            None => refused(&state, Refused { why: Refusal::Over, host: None }).await,
            Some(_) if OWN_PAGES.iter().any(|own| path.starts_with(own)) => Redirect::to(redirect::HOME).into_response(),
            Some(_) => next.run(request).await,
        };
    }
    // An invitation is for both.
    if path.starts_with("/join/") {
        return next.run(request).await;
    }
    let entrance = matches!(path, "/sign-in" | "/sign-up");
    let signed_in = request.extensions().get::<Visitor>().is_some_and(|visitor| visitor.session.is_some());
    match (entrance, signed_in) {
        (false, false) => {
            let target = request.uri().path_and_query().map_or(path, |target| target.as_str());
            Redirect::to(&redirect::sign_in(target)).into_response()
        }
        (true, true) => {
            let next = request.uri().query().and_then(|query| {
                url::form_urlencoded::parse(query.as_bytes())
                    .find(|(name, _)| name == "next")
                    .and_then(|(_, value)| redirect::local_path(&value))
            });
            Redirect::to(next.as_deref().unwrap_or(redirect::HOME)).into_response()
        }
        _ => next.run(request).await,
    }
}

/// The address of the browser. Behind a proxy, which is a neighbour of ours, it is the last one that the proxy wrote down; what a stranger
/// writes there is not believed.
fn client_address(peer: Option<IpAddr>, headers: &HeaderMap) -> Option<IpAddr> {
    let peer = peer?.to_canonical();
    let neighbour = match peer {
        IpAddr::V4(address) => address.is_loopback() || address.is_private() || address.is_link_local(),
        IpAddr::V6(address) => address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local(),
    };
    if !neighbour {
        return Some(peer);
    }
    let forwarded = headers.get_all("x-forwarded-for").iter().next_back();
    let last = forwarded
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.rsplit(',').next())
        .and_then(|text| text.trim().parse::<IpAddr>().ok());
    Some(last.map_or(peer, |address| address.to_canonical()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn the_browser_says_what_is_a_frame_and_the_page_what_it_asks_for() {
        let cases: &[(Option<&str>, bool, &str, Place)] = &[
            (Some("iframe"), false, "/apps", Place::Frame),
            (Some("frame"), false, "/apps", Place::Frame),
            (Some("document"), false, "/apps?embed=1", Place::Own),
            (Some("document"), true, "/apps", Place::Own),
            (Some("empty"), false, "/api/auth/me", Place::Own),
            (Some("empty"), true, "/api/auth/me", Place::Frame),
            (Some("empty"), false, "/api/events?embed=1", Place::Frame),
            (Some("empty"), false, "/api/events?embed=10&noembed=1", Place::Own),
            (None, true, "/api/auth/me", Place::Frame),
            (None, false, "/apps?q=a&embed=1", Place::Frame),
            (None, false, "/apps", Place::Own),
        ];
        for (dest, marked, uri, expected) in cases {
            let mut headers = HeaderMap::new();
            if let Some(dest) = dest {
                headers.insert(SEC_FETCH_DEST, dest.parse().unwrap());
            }
            if *marked {
                headers.insert(IN_FRAME, "1".parse().unwrap());
            }
            assert_eq!(place(&headers, &uri.parse().unwrap()), *expected, "{dest:?} {marked} {uri}");
        }
    }

    #[test]
    fn only_a_neighbours_word_counts() {
        let cases = [
            ("203.0.113.7", Some("198.51.100.1"), "203.0.113.7"),
            ("127.0.0.1", Some("6.6.6.6, 198.51.100.1"), "198.51.100.1"),
            ("10.1.2.3", Some("nonsense"), "10.1.2.3"),
            ("::ffff:10.1.2.3", Some("2001:db8::1"), "2001:db8::1"),
            ("::1", None, "::1"),
            ("2001:db8::9", Some("198.51.100.1"), "2001:db8::9"),
        ];
        for (peer, forwarded, expected) in cases {
            let mut headers = HeaderMap::new();
            if let Some(forwarded) = forwarded {
                headers.insert("x-forwarded-for", forwarded.parse().unwrap());
            }
            assert_eq!(client_address(peer.parse().ok(), &headers), expected.parse().ok(), "{peer}");
        }
    }
}
