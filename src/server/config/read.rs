//! Reading single variables, and collecting what is wrong with them.

use std::{collections::BTreeMap, fmt, net::SocketAddr};

use url::Url;

use super::{RemoteUpstream, Subjects, UpstreamConfig, Vars};
use crate::{
    domain::{category::Category, origin::SubjectKind, secret::Secret, text},
    server::vault::Vault,
};

const DEFAULT_SITE_ADDR: &str = "127.0.0.1:3000";
const DEFAULT_SANDBOX_ADDR: &str = "127.0.0.1:3100";
const DEFAULT_BASE_URL: &str = "https://api.merge.dev/api";
const DEFAULT_LINK_SCRIPT_URL: &str = "https://cdn.merge.dev/initialize.js";

/// One variable that is missing or wrong. The values of secrets are never part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its name.
    pub variable: &'static str,
    /// What is wrong, and what would be right.
    pub sentence: String,
}

/// Every problem of a configuration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.0.len();
        writeln!(f, "The configuration has {count} problem{}:", if count == 1 { "" } else { "s" })?;
        for Problem { variable, sentence } in &self.0 {
            writeln!(f, "  {variable}: {sentence}")?;
        }
        f.write_str("Set the variables in the environment or in the file .env, then start again.")
    }
}

/// Why a value was refused: what would be right.
type Refusal = String;

/// Hands out variables one by one and remembers every refusal, so that all are named together.
pub(super) struct Reader<'a> {
    vars: &'a Vars,
    problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) const fn new(vars: &'a Vars) -> Self {
        Self { vars, problems: Vec::new() }
    }

    /// Everything that was refused so far.
    pub(super) fn problems(self) -> Problems {
        Problems(self.problems)
    }

    fn problem(&mut self, variable: &'static str, sentence: impl Into<String>) {
        self.problems.push(Problem { variable, sentence: sentence.into() });
    }

    /// The value without surrounding white space; an empty one counts as unset, as in most `.env` files.
    fn raw(&self, variable: &str) -> Option<&'a str> {
        self.vars.get(variable).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    pub(super) fn optional<T>(&mut self, variable: &'static str, parse: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        match parse(self.raw(variable)?) {
            Ok(value) => Some(value),
            Err(sentence) => {
                self.problem(variable, sentence);
                None
            }
        }
    }

    /// The value, else the default, which goes through the same parser. `None` only with a problem.
    pub(super) fn or<T>(&mut self, variable: &'static str, default: &str, parse: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        let raw = self.raw(variable).unwrap_or(default);
        parse(raw).map_err(|sentence| self.problem(variable, sentence)).ok()
    }

    /// The value. `None` only with a problem. `how` is a command that makes one.
    pub(super) fn required<T>(&mut self, variable: &'static str, how: &str, parse: impl FnOnce(&str) -> Result<T, Refusal>) -> Option<T> {
        if self.raw(variable).is_none() {
            self.problem(variable, format!("is required; make one with: {how}"));
            return None;
        }
        self.optional(variable, parse)
    }

    /// Two variables of which neither makes sense alone. One that is there but wrong was named already.
    pub(super) fn together(&mut self, one: &'static str, has_one: bool, other: &'static str, has_other: bool) {
        let unset = |name: &str| self.raw(name).is_none();
        match (has_one, has_other) {
            (true, false) if unset(other) => self.problem(other, format!("is missing: {one} is set, and embedding needs both")),
            (false, true) if unset(one) => self.problem(one, format!("is missing: {other} is set, and embedding needs both")),
            _ => {}
        }
    }

    /// One of a few words. `None` only with a problem.
    pub(super) fn one_of<T: Copy>(&mut self, variable: &'static str, default: &str, choices: &[(&str, T)]) -> Option<T> {
        self.or(variable, default, |raw| {
            choices.iter().find(|(word, _)| *word == raw).map(|(_, value)| *value).ok_or_else(|| {
                let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
                format!("{raw:?} must be one of {}", words.join(", "))
            })
        })
    }
}

pub(super) fn database_url(raw: &str) -> Result<Secret, Refusal> {
    let known = ["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| raw.starts_with(scheme));
    // The value may hold a password and is not repeated.
    if known { Ok(Secret::new(raw)) } else { Err("must begin with sqlite: or postgres:, as in sqlite://data/patchbay.db".to_owned()) }
}

pub(super) fn upstream(read: &mut Reader<'_>, production: bool) -> Option<UpstreamConfig> {
    let addr = read.or("SANDBOX_ADDR", DEFAULT_SANDBOX_ADDR, socket_addr);
    let base_url = read.or("MERGE_API_BASE_URL", DEFAULT_BASE_URL, |raw| {
        let url = web_address(raw, production)?;
        if url.path().ends_with("/api") && url.query().is_none() && url.fragment().is_none() {
            Ok(url)
        } else {
            Err(format!("{raw:?} must end in /api, as in {DEFAULT_BASE_URL}"))
        }
    });
    let link_script_url = read.or("MERGE_LINK_SCRIPT_URL", DEFAULT_LINK_SCRIPT_URL, |raw| web_address(raw, production));
    if read.raw("MERGE_API_KEY").is_some() {
        let api_key = read.optional("MERGE_API_KEY", |raw| {
            let fits_a_header = raw.bytes().all(|byte| byte.is_ascii_graphic());
            if fits_a_header { Ok(Secret::new(raw)) } else { Err("holds characters that no key has; copy it again".to_owned()) }
        });
        return Some(UpstreamConfig::Remote(RemoteUpstream { api_key: api_key?, base_url: base_url?, link_script_url: link_script_url? }));
    }
    if production {
        read.problem("MERGE_API_KEY", "is required in production, where no sandbox starts; it is on the service's dashboard");
    }
    Some(UpstreamConfig::Sandbox { addr: addr? })
}

pub(super) fn public_url(read: &mut Reader<'_>, production: bool, site_addr: Option<SocketAddr>) -> Option<Url> {
    if production && read.raw("PUBLIC_URL").is_none() {
        read.problem("PUBLIC_URL", "is required in production: the https address at which people reach this server");
        return None;
    }
    let default = site_addr.map_or_else(|| format!("http://{DEFAULT_SITE_ADDR}"), |addr| format!("http://{addr}"));
    read.or("PUBLIC_URL", &default, |raw| {
        let url = web_address(raw, production)?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
        if bare { Ok(url) } else { Err(format!("{raw:?} must be scheme, host and port alone, as in https://apps.example.com")) }
    })
}

/// An http or https address with a host; https alone in production.
fn web_address(raw: &str, production: bool) -> Result<Url, Refusal> {
    let example = "https://apps.example.com";
    let url = Url::parse(raw).map_err(|error| format!("{raw:?} is not an address ({error}); it looks like {example}"))?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err(format!("{raw:?} must begin with https://, as in {example}"));
    }
    if production && url.scheme() != "https" {
        return Err(format!("{raw:?} must begin with https:// in production"));
    }
    Ok(url)
}

pub(super) fn socket_addr(raw: &str) -> Result<SocketAddr, Refusal> {
    raw.parse().map_err(|_| format!("{raw:?} must be an IP address and a port, as in 127.0.0.1:3000"))
}

fn list(raw: &str) -> impl Iterator<Item = &str> {
    raw.split(',').map(str::trim).filter(|part| !part.is_empty())
}

pub(super) fn webhook_secrets(raw: &str) -> Result<Vec<Secret>, Refusal> {
    Ok(list(raw).map(Secret::new).collect())
}

pub(super) fn session_secret(raw: &str) -> Result<Secret, Refusal> {
    if raw.len() >= 32 {
        Ok(Secret::new(raw))
    } else {
        Err("must be at least 32 characters long, random; make one with: openssl rand -base64 48".to_owned())
    }
}

pub(super) fn sealing_keys(raw: &str) -> Result<Secret, Refusal> {
    let keys = Secret::new(raw);
    match Vault::new(&keys, Secret::new("")) {
        Ok(_) => Ok(keys),
        Err(error) => Err(format!("{error}; make one with: echo \"k1:$(openssl rand -base64 32)\"")),
    }
}

fn subject_kind(word: &str) -> Result<SubjectKind, Refusal> {
    SubjectKind::parse(word).ok_or_else(|| format!("{word:?} must be organization or user"))
}

fn category(word: &str) -> Result<Category, Refusal> {
    word.parse().map_err(|error| format!("{word:?} {error}"))
}

/// `organization`, `user`, `filestorage=user`, or a mixture: one word for all, and exceptions.
pub(super) fn subjects(raw: &str) -> Result<Subjects, Refusal> {
    let mut default = None;
    let mut by_category = BTreeMap::new();
    for part in list(raw) {
        let twice = match part.split_once('=') {
            None => default.replace(subject_kind(part)?).is_some(),
            Some((slug, kind)) => by_category.insert(category(slug.trim())?, subject_kind(kind.trim())?).is_some(),
        };
        if twice {
            return Err(format!("{part:?} is said twice; say it once, as in organization,filestorage=user"));
        }
    }
    Ok(Subjects { default: default.unwrap_or(SubjectKind::Organization), by_category })
}

pub(super) fn categories(raw: &str) -> Result<Vec<Category>, Refusal> {
    let mut chosen = list(raw).map(category).collect::<Result<Vec<_>, _>>()?;
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() { Err("names no category; leave it out to show all seven".to_owned()) } else { Ok(chosen) }
}

pub(super) fn per_minute(raw: &str) -> Result<u32, Refusal> {
    raw.parse()
        .ok()
        .filter(|number| (1..=100_000).contains(number))
        .ok_or_else(|| format!("{raw:?} must be a whole number from 1 to 100000"))
}

pub(super) fn scale(raw: &str) -> Result<f64, Refusal> {
    raw.parse()
        .ok()
        .filter(|number| (0.001..=1000.0).contains(number))
        .ok_or_else(|| format!("{raw:?} must be a number from 0.001 to 1000"))
}

/// Exact origins: scheme, host and port as a browser sends them.
pub(super) fn origins(raw: &str, production: bool) -> Result<Vec<String>, Refusal> {
    list(raw)
        .map(|part| {
            let origin = web_address(part, production)?.origin().ascii_serialization();
            let exact = origin == part.trim_end_matches('/') && !origin.contains('*');
            if exact { Ok(origin) } else { Err(format!("{part:?} must be an exact origin, as in https://product.example.com")) }
        })
        .collect::<Result<Vec<_>, _>>()
        .and_then(
            |origins| {
                if origins.is_empty() { Err("names no origin; leave it out to switch embedding off".to_owned()) } else { Ok(origins) }
            },
        )
}

pub(super) fn app_name(raw: &str) -> Result<String, Refusal> {
    text::name("The name", raw).map_err(|error| error.to_string())
}

pub(super) fn color(raw: &str) -> Result<String, Refusal> {
    let digits = raw.strip_prefix('#').unwrap_or_default();
    let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if fits { Ok(raw.to_ascii_lowercase()) } else { Err(format!("{raw:?} must be a colour such as #2f5bea")) }
}

/// The pages load pictures from this site alone, so the mark lies in its files.
pub(super) fn logo(raw: &str) -> Result<String, Refusal> {
    let local =
        raw.starts_with('/') && !raw.starts_with("//") && !raw.contains(['\\', '"', '<', '>']) && !raw.contains(char::is_whitespace);
    if local { Ok(raw.to_owned()) } else { Err(format!("{raw:?} must be a path on this site, as in /logo.svg")) }
}

pub(super) fn log_filter(raw: &str) -> Result<String, Refusal> {
    match tracing_subscriber::EnvFilter::try_new(raw) {
        Ok(_) => Ok(raw.to_owned()),
        Err(error) => Err(format!("{raw:?} is not a log filter ({error}); it looks like info,patchbay=debug")),
    }
}
