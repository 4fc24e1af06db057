//! Where a person may be sent after signing in or sending a form: only to a page of ours.

use url::{Url, form_urlencoded};

/// The page that people land on when nothing else is said.
pub const HOME: &str = "/apps";

/// A path on this site with its query, or nothing: other sites, protocol-relative paths, back slashes and control characters, which browsers
/// read in surprising ways, are refused.
pub fn local_path(raw: &str) -> Option<String> {
    if raw.len() > 1024 || raw.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\') {
        return None;
    }
    let base = Url::parse("http://local.invalid").ok()?;
    let url = base.join(raw).ok()?;
    let plain = raw.starts_with('/') && !raw.starts_with("//") && url.origin() == base.origin();
    // "/.//evil.example" becomes "//evil.example" once the dots are gone.
    if !plain || url.path().starts_with("//") || url.path().starts_with("/api/") {
        return None;
    }
    Some(path_and_query(&url))
}

/// The path of the page that a form was sent from, if that page is ours.
pub fn referer_path(referer: &str, origins: &[String]) -> Option<String> {
    let url = Url::parse(referer).ok()?;
    let ours = origins.contains(&url.origin().ascii_serialization());
    if ours { local_path(&path_and_query(&url)) } else { None }
}

/// The sign-in page that leads back to `path` afterwards.
pub fn sign_in(path: &str) -> String {
    match local_path(path) {
        Some(next) if next != HOME && next != "/" => with_query("/sign-in", &[("next", &next)]),
        _ => "/sign-in".to_owned(),
    }
}

/// `path` with these parameters in the place of those of the same name; an empty value takes the parameter away.
pub fn with_query(path: &str, replaced: &[(&str, &str)]) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let kept = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| !replaced.iter().any(|(other, _)| other == name));
    let mut serializer = form_urlencoded::Serializer::new(String::new());
    serializer.extend_pairs(kept).extend_pairs(replaced.iter().filter(|(_, value)| !value.is_empty()));
    let query = serializer.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

fn path_and_query(url: &Url) -> String {
    match url.query() {
        Some(query) => format!("{}?{query}", url.path()),
        None => url.path().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_paths_of_ours_are_followed() {
        for good in ["/", "/apps", "/apps/bamboohr?category=hris", "/connected/1#x", "/a/../connected"] {
            assert!(local_path(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "apps",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "http:evil.example",
            "javascript:alert(1)",
            "/\tevil",
            "/\nx",
            "/%0d%0a\r",
            "/.//evil.example",
            "/a/..//evil.example",
            "/api/auth/sign-out",
            " /apps",
        ] {
            assert_eq!(local_path(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_foreign_page_is_no_way_back() {
        let ours = ["https://apps.example.com".to_owned()];
        assert_eq!(referer_path("https://apps.example.com/connected?a=1", &ours).as_deref(), Some("/connected?a=1"));
        assert_eq!(referer_path("https://apps.example.com.evil.example/connected", &ours), None);
        assert_eq!(referer_path("http://apps.example.com/connected", &ours), None);
    }

    #[test]
    fn parameters_are_replaced_not_repeated() {
        assert_eq!(with_query("/x?problem=a&next=%2Fy", &[("problem", "b"), ("field", "")]), "/x?next=%2Fy&problem=b");
        assert_eq!(with_query("/x?problem=a", &[("problem", "")]), "/x");
        assert_eq!(sign_in("/connected?q=a b"), "/sign-in");
        assert_eq!(sign_in("/connected?q=a"), "/sign-in?next=%2Fconnected%3Fq%3Da");
        assert_eq!(sign_in("/apps"), "/sign-in");
    }

    proptest! {
        #[test]
        fn what_is_followed_stays_on_this_site(raw in "[/\\\\.:@#?%a-z\\t]{0,24}") {
            if let Some(path) = local_path(&raw) {
                let base = Url::parse("https://apps.example.com/sign-in").unwrap();
                prop_assert_eq!(base.join(&path).unwrap().origin(), base.origin());
            }
        }
    }
}
