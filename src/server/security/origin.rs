//! State changes come from our own pages (§13): the browser says so, or they are refused.

use axum::http::{HeaderMap, HeaderName, header};
use url::Url;

use crate::api::error::{ApiError, Code};

const SEC_FETCH_SITE: HeaderName = HeaderName::from_static("sec-fetch-site");

/// Refuses a request that does not come from a page of ours: `Sec-Fetch-Site` decides where the browser sends it, else `Origin`; a request
/// with neither is refused.
///
/// # Errors
/// [`Code::CrossSite`].
pub fn same_origin(headers: &HeaderMap, public_url: &Url) -> Result<(), ApiError> {
    let text = |name: &HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let ours = match (text(&SEC_FETCH_SITE), text(&header::ORIGIN)) {
        (Some(site), _) => site == "same-origin",
        (None, Some(origin)) => our_origins(headers, public_url).iter().any(|own| own == origin),
        (None, None) => false,
    };
    if ours {
        Ok(())
    } else {
        Err(ApiError::new(Code::CrossSite, "This request didn't come from one of our pages. Open the page here and try again."))
    }
}

/// The origins that are this site: the configured one, and the one that the browser believes it talks to. No page can choose the `Host` that
/// its browser sends, so that an `Origin` that equals it is this site's.
pub fn our_origins(headers: &HeaderMap, public_url: &Url) -> Vec<String> {
    let public = public_url.origin().ascii_serialization();
    let by_host = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .and_then(|host| Url::parse(&format!("{}://{host}", public_url.scheme())).ok())
        .map(|url| url.origin().ascii_serialization());
    [Some(public), by_host].into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    fn judged(pairs: &[(&'static str, &'static str)]) -> bool {
        let headers = pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect();
        same_origin(&headers, &Url::parse("https://apps.example.com").unwrap()).is_ok()
    }

    #[test]
    fn only_our_own_pages_may_change_things() {
        let cases: &[(&[(&str, &str)], bool)] = &[
            (&[("sec-fetch-site", "same-origin")], true),
            (&[("sec-fetch-site", "same-site")], false),
            (&[("sec-fetch-site", "cross-site")], false),
            (&[("sec-fetch-site", "none")], false),
            (&[("sec-fetch-site", "cross-site"), ("origin", "https://apps.example.com")], false),
            (&[("origin", "https://apps.example.com")], true),
            (&[("origin", "https://apps.example.com"), ("host", "10.0.0.7:3000")], true),
            (&[("origin", "https://patchbay.internal"), ("host", "patchbay.internal")], true),
            (&[("origin", "http://apps.example.com")], false),
            (&[("origin", "https://apps.example.com:8443")], false),
            (&[("origin", "https://evil.example"), ("host", "apps.example.com")], false),
            (&[("origin", "null")], false),
            (&[("origin", "null"), ("host", "null")], false),
            (&[("origin", "")], false),
            (&[("host", "apps.example.com")], false),
            (&[], false),
        ];
        for (headers, allowed) in cases {
            assert_eq!(judged(headers), *allowed, "{headers:?}");
        }
    }
}
