//! The sessions' cookies: 256 random bits that only the browser knows; what we keep is their SHA-256. There are two: that of our own pages,
//! and that of a frame in a host product (P3), which the browser keeps apart for each host and sends nowhere else.

use axum::http::{HeaderMap, HeaderValue, header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::{
    domain::secret::Secret,
    server::{clock::Rng, vault::sha256_hex},
};

/// How long a session lasts, in seconds: 30 days from signing in, whatever happens in between.
pub const SESSION_SECONDS: i64 = 30 * 24 * 60 * 60;

/// Whether cookies are for https alone. The `__Host-` name makes the browser hold us to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// In production.
    Https,
    /// In development, on the loop-back interface.
    Plain,
}

/// Whose cookie it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Our own pages.
    Own,
    /// A frame in a host product.
    Frame,
}

/// How long a session in a frame lasts, in seconds: a working day. The host product opens the next one by itself.
pub const FRAME_SECONDS: i64 = 8 * 60 * 60;

impl Transport {
    const fn name(self, place: Place) -> &'static str {
        match (self, place) {
            (Self::Https, Place::Own) => "__Host-patchbay_session",
            (Self::Plain, Place::Own) => "patchbay_session",
            (Self::Https, Place::Frame) => "__Host-patchbay_embed",
            (Self::Plain, Place::Frame) => "patchbay_embed",
        }
    }

    const fn secure(self) -> &'static str {
        match self {
            Self::Https => "; Secure",
            Self::Plain => "",
        }
    }
}

/// A fresh value for a cookie.
pub fn fresh(rng: &dyn Rng) -> Secret {
    Secret::new(URL_SAFE_NO_PAD.encode(rng.bytes()))
}

/// The digest of the session cookie that a request carries. Two of the same name are none: one of them was planted.
pub fn read(headers: &HeaderMap, transport: Transport, place: Place) -> Option<String> {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(name, _)| *name == transport.name(place))
        .map(|(_, value)| value);
    let value = values.next()?;
    let well_formed = value.len() == 43 && values.next().is_none();
    well_formed.then(|| sha256_hex(value))
}

/// Sets the cookie. The header's value is marked sensitive, so that no log prints it.
pub fn set(value: &Secret, transport: Transport) -> Option<HeaderValue> {
    header(&format!(
        "{}={}; Path=/; HttpOnly; SameSite=Lax; Max-Age={SESSION_SECONDS}{}",
        transport.name(Place::Own),
        value.expose(),
        transport.secure()
    ))
}

/// Sets the cookie of a frame. `Secure` on plain http too: browsers take this machine for safe, and let no other cookie into a frame.
pub fn set_in_frame(value: &Secret, transport: Transport) -> Option<HeaderValue> {
    header(&format!(
        "{}={}; Path=/; HttpOnly; Secure; SameSite=None; Partitioned; Max-Age={FRAME_SECONDS}",
        transport.name(Place::Frame),
        value.expose()
    ))
}

/// Takes the cookie away.
pub fn clear(transport: Transport) -> Option<HeaderValue> {
    header(&format!("{}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0{}", transport.name(Place::Own), transport.secure()))
}

fn header(text: &str) -> Option<HeaderValue> {
    let mut value = HeaderValue::from_str(text).ok()?;
    value.set_sensitive(true);
    Some(value)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use crate::server::clock::SystemRng;

    #[test]
    fn what_is_set_is_read_and_nothing_else() {
        for transport in [Transport::Https, Transport::Plain] {
            let value = fresh(&SystemRng);
            let set = set(&value, transport).unwrap();
            assert!(set.is_sensitive());
            let pair = set.to_str().unwrap().split(';').next().unwrap().to_owned();
            let jar = |text: &str| HeaderMap::from_iter([(header::COOKIE, HeaderValue::from_str(text).unwrap())]);
            let read = |text: &str, place| read(&jar(text), transport, place);
            assert_eq!(read(&format!("a=b; {pair}; c=d"), Place::Own), Some(sha256_hex(value.expose())));
            assert_eq!(read(&format!("{pair}; {pair}"), Place::Own), None);
            assert_eq!(read(&pair.replace("patchbay", "patchboy"), Place::Own), None);
            assert_eq!(read(&format!("{pair}x"), Place::Own), None);
            let in_frame = fresh(&SystemRng);
            let other = set_in_frame(&in_frame, transport).unwrap().to_str().unwrap().split(';').next().unwrap().to_owned();
            assert_eq!(read(&format!("{pair}; {other}"), Place::Frame), Some(sha256_hex(in_frame.expose())));
            assert_eq!(read(&format!("{pair}; {other}"), Place::Own), Some(sha256_hex(value.expose())));
            assert_eq!(read(&pair, Place::Frame), None, "one is never taken for the other");
        }
    }

    #[test]
    fn attributes_are_those_that_the_host_prefix_demands() {
        let set = set(&Secret::new("v"), Transport::Https).unwrap();
        let text = set.to_str().unwrap();
        assert!(text.starts_with("__Host-") && !text.contains("Domain"));
        for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(text.contains(attribute), "{attribute}");
        }
        let set = set_in_frame(&Secret::new("v"), Transport::Https).unwrap();
        assert!(set.is_sensitive());
        let text = set.to_str().unwrap();
        assert!(text.starts_with("__Host-patchbay_embed=") && !text.contains("Domain"));
        for attribute in ["; Path=/", "; HttpOnly", "; SameSite=None", "; Secure", "; Partitioned", "; Max-Age=28800"] {
            assert!(text.contains(attribute), "{attribute}");
        }
    }
}
