//! Who is at the other end of a request: read once, before anything else looks.

use std::net::{IpAddr, SocketAddr};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, StatusCode},
    middleware::Next,
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    api::error::ApiError,
    server::{
        plain,
        security::{cookie, redirect},
        state::AppState,
        store::ports::Person,
    },
};

/// A live session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Under which we keep it.
    pub digest: String,
    /// Whose it is.
    pub person: Person,
}

/// What is known about the other end; an extension of every request for a page or under `/api`.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// The session, when there is a live one.
    pub session: Option<Session>,
    /// Where the request comes from.
    pub address: Option<IpAddr>,
}

/// Puts a [`Visitor`] into the request.
pub async fn attach(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let session = match cookie::read(request.headers(), state.transport()) {
        None => None,
        Some(digest) => match state.store.session(&digest, state.clock.now()).await {
            Ok(person) => person.map(|person| Session { digest, person }),
            Err(error) => {
                let told = ApiError::from(error);
                if request.uri().path().starts_with("/api/") {
                    return told.into_response();
                }
                return plain::page(StatusCode::SERVICE_UNAVAILABLE, "We'll be right back.", &told.error);
            }
        },
    };
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let address = client_address(peer, request.headers());
    request.extensions_mut().insert(Visitor { session, address });
    next.run(request).await
}

/// Pages are for people who are signed in: others are led to sign in and back; who is signed in has no business at the sign-in page.
pub async fn guard_pages(request: Request, next: Next) -> Response {
    let path = request.uri().path();
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
