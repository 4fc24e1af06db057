#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
use super::*;
use crate::server::clock::SystemRng;

const KEY: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
const EMBED_KEY: &str = "https://a.example:k1:HS256:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

fn vars(pairs: &[(&str, &str)]) -> Vars {
    let keys = format!("k1:{KEY}");
    let mut vars = Vars::from_iter([
        ("SESSION_SECRET".to_owned(), "0123456789abcdef0123456789abcdef".to_owned()),
        ("TOKEN_ENCRYPTION_KEYS".to_owned(), keys),
    ]);
    vars.extend(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    vars
}

fn read(pairs: &[(&str, &str)]) -> Result<Config, Problems> {
    Config::from_vars(&vars(pairs))
}

const PRODUCTION: [(&str, &str); 3] = [("APP_ENV", "production"), ("PUBLIC_URL", "https://apps.example.com"), ("MERGE_API_KEY", "key")];

fn production(pairs: &[(&str, &str)]) -> Result<Config, Problems> {
    read(&[PRODUCTION.as_slice(), pairs].concat())
}

#[test]
fn defaults_are_those_of_the_table() {
    let config = read(&[]).unwrap();
    assert_eq!(config.env, AppEnv::Development);
    assert_eq!(config.database_url.expose(), "sqlite://data/patchbay.db");
    assert!(matches!(config.upstream, UpstreamConfig::Sandbox { addr } if addr.to_string() == "127.0.0.1:3100"));
    assert!(config.webhook_secrets.is_empty() && config.embed_origins.is_empty());
    assert_eq!((config.strategy, config.sign_up), (Strategy::Multiple, SignUp::Open));
    assert_eq!(config.subjects.of(Category::Hris), SubjectKind::Organization);
    assert_eq!(config.categories, Category::ALL);
    assert_eq!((config.link_tokens_per_minute, config.upstream_requests_per_minute), (10, 100));
    assert!((config.poll_scale - 1.0).abs() < f64::EPSILON);
    assert_eq!(config.public_url.as_str(), "http://127.0.0.1:3000/");
    assert_eq!(config.brand, Brand { name: "Patchbay".to_owned(), accent: None, logo: None });
    assert_eq!((config.log_filter.as_str(), config.log_format), ("info", LogFormat::Text));
}

#[test]
fn a_key_chooses_the_real_service() {
    let UpstreamConfig::Remote(remote) = read(&[("MERGE_API_KEY", "key")]).unwrap().upstream else { panic!("no sandbox with a key") };
    assert_eq!(remote.base_url.as_str(), "https://api.merge.dev/api");
    assert_eq!(remote.link_script_url.as_str(), "https://cdn.merge.dev/initialize.js");
    assert_eq!(remote.api_key.expose(), "key");
}

#[test]
fn production_has_safe_defaults() {
    let config = production(&[]).unwrap();
    assert_eq!(config.sign_up, SignUp::Off);
    assert!(!config.upstream.is_sandbox());
    assert_eq!(production(&[("SIGN_UP", "open")]).unwrap().sign_up, SignUp::Open);
    assert!(!production(&[("LEPTOS_WATCH", "true")]).unwrap().watching);
    assert!(read(&[("LEPTOS_WATCH", "true")]).unwrap().watching);
}

#[test]
fn production_names_everything_that_it_lacks() {
    let problems = Config::from_vars(&Vars::from_iter([("APP_ENV".to_owned(), "production".to_owned())])).unwrap_err();
    let named: Vec<&str> = problems.0.iter().map(|problem| problem.variable).collect();
    assert_eq!(named, ["MERGE_API_KEY", "SESSION_SECRET", "TOKEN_ENCRYPTION_KEYS", "PUBLIC_URL"]);
    let text = problems.to_string();
    assert!(text.starts_with("The configuration has 4 problems:\n"), "{text}");
    for name in named {
        assert!(text.contains(&format!("\n  {name}: is required")), "{text}");
    }
}

#[test]
fn each_wrong_value_is_named_with_what_would_be_right() {
    let cases = [
        ("APP_ENV", "prod", "must be one of development, production"),
        ("DATABASE_URL", "mysql://u:secret@h/d", "must begin with sqlite: or postgres:"),
        ("MERGE_API_BASE_URL", "nonsense", "is not an address"),
        ("MERGE_API_BASE_URL", "https://api.merge.dev", "must end in /api"),
        ("MERGE_API_BASE_URL", "ftp://api.merge.dev/api", "must begin with https://"),
        ("MERGE_LINK_SCRIPT_URL", "javascript:alert(1)", "must begin with https://"),
        ("MERGE_API_KEY", "two words", "characters that no key has"),
        ("SESSION_SECRET", "short", "at least 32 characters"),
        ("TOKEN_ENCRYPTION_KEYS", "no-colon", "kid:base64"),
        ("TOKEN_ENCRYPTION_KEYS", "k1:AAAA", "32 bytes"),
        ("ORIGIN_ID_STRATEGY", "both", "must be one of multiple, single"),
        ("ORIGIN_ID_SUBJECT", "team", "must be organization or user"),
        ("ORIGIN_ID_SUBJECT", "chat=user", "is not a category; use one of hris"),
        ("ORIGIN_ID_SUBJECT", "user,organization", "said twice"),
        ("CATEGORIES", "hris,hr", "is not a category; use one of hris"),
        ("CATEGORIES", ",", "names no category"),
        ("SIGN_UP", "yes", "must be one of open, invite, off"),
        ("LINK_TOKENS_PER_MINUTE", "0", "whole number from 1"),
        ("LINK_TOKENS_PER_MINUTE", "ten", "whole number from 1"),
        ("UPSTREAM_REQUESTS_PER_MINUTE", "-1", "whole number from 1"),
        ("POLL_SCALE", "0", "number from 0.001"),
        ("POLL_SCALE", "NaN", "number from 0.001"),
        ("EMBED_ORIGINS", "https://a.example/path", "exact origin, as in"),
        ("EMBED_ORIGINS", "https://*.example", "exact origin, as in"),
        ("EMBED_ORIGINS", ",", "names no origin"),
        ("EMBED_JWT_KEYS", "a:b:c", "issuer:kid:alg:key"),
        ("PUBLIC_URL", "https://a.example/path", "scheme, host and port alone"),
        ("LEPTOS_SITE_ADDR", "localhost:3000", "an IP address and a port"),
        ("SANDBOX_ADDR", "3100", "an IP address and a port"),
        ("APP_ACCENT", "blue", "a colour such as #2f5bea"),
        ("APP_LOGO", "https://cdn.example/logo.svg", "a path on this site"),
        ("RUST_LOG", "info,=", "log filter"),
        ("LOG_FORMAT", "xml", "must be one of text, json"),
    ];
    for (variable, value, part) in cases {
        let problems = read(&[(variable, value)]).unwrap_err();
        assert_eq!(problems.0.len(), 1, "{variable}={value}: {problems}");
        assert_eq!(problems.0[0].variable, variable, "{value}");
        assert!(problems.0[0].sentence.contains(part), "{variable}={value}: {}", problems.0[0].sentence);
    }
    let all: Vec<(&str, &str)> = cases.iter().map(|(variable, value, _)| (*variable, *value)).collect();
    let named: std::collections::BTreeSet<&str> = cases.iter().map(|(variable, ..)| *variable).collect();
    assert_eq!(read(&all).unwrap_err().0.len(), named.len(), "all of them at once");
}

#[test]
fn embedding_needs_both_of_its_variables() {
    for (given, value, missing) in
        [("EMBED_ORIGINS", "https://a.example", "EMBED_JWT_KEYS"), ("EMBED_JWT_KEYS", EMBED_KEY, "EMBED_ORIGINS")]
    {
        let problems = read(&[(given, value)]).unwrap_err();
        assert_eq!(problems.0.len(), 1, "{problems}");
        assert_eq!(problems.0[0].variable, missing);
        assert!(problems.0[0].sentence.contains(given), "{problems}");
    }
    assert_eq!(read(&[("EMBED_ORIGINS", "nonsense"), ("EMBED_JWT_KEYS", "nonsense")]).unwrap_err().0.len(), 2, "each is named once");
    assert!(read(&[("EMBED_ORIGINS", "https://a.example"), ("EMBED_JWT_KEYS", EMBED_KEY)]).is_ok());
}

#[test]
fn production_wants_https() {
    for (variable, value) in
        [("PUBLIC_URL", "http://a.example"), ("MERGE_API_BASE_URL", "http://a.example/api"), ("EMBED_ORIGINS", "http://a.example")]
    {
        let problems = production(&[(variable, value)]).unwrap_err();
        assert!(problems.to_string().contains("https:// in production"), "{problems}");
    }
}

#[test]
fn what_is_said_is_understood() {
    let config = read(&[
        ("ORIGIN_ID_SUBJECT", "organization, filestorage=user"),
        ("CATEGORIES", "crm, hris,crm"),
        ("MERGE_WEBHOOK_SECRET", "new, old"),
        ("EMBED_ORIGINS", "https://a.example,https://b.example:8443/"),
        ("EMBED_JWT_KEYS", EMBED_KEY),
        ("APP_ACCENT", "#2F5BEA"),
        ("LEPTOS_SITE_ADDR", "0.0.0.0:4000"),
        ("SIGN_UP", "  "),
    ])
    .unwrap();
    assert_eq!(
        (config.subjects.of(Category::FileStorage), config.subjects.of(Category::Hris)),
        (SubjectKind::User, SubjectKind::Organization)
    );
    assert_eq!(config.categories, [Category::Hris, Category::Crm], "in the order of the screen, once each");
    assert_eq!(config.webhook_secrets.len(), 2);
    assert_eq!(config.embed_origins, ["https://a.example", "https://b.example:8443"]);
    assert_eq!(config.embed_keys.len(), 1);
    assert_eq!(config.brand.accent.as_deref(), Some("#2f5bea"));
    assert_eq!(config.public_url.as_str(), "http://0.0.0.0:4000/");
    assert_eq!(config.sign_up, SignUp::Open, "empty counts as unset");
}

#[test]
fn no_secret_is_printed_or_repeated() {
    let canary = "canary0123456789canary0123456789";
    let config = read(&[
        ("MERGE_API_KEY", canary),
        ("SESSION_SECRET", canary),
        ("MERGE_WEBHOOK_SECRET", canary),
        ("DATABASE_URL", "postgres://u:canary@h/d"),
        ("EMBED_ORIGINS", "https://a.example"),
        ("EMBED_JWT_KEYS", "host:k1:HS256:canary0123456789canary0123456789canary0123456789"),
    ])
    .unwrap();
    assert!(!format!("{config:?}").contains("canary"));
    assert!(!format!("{config:?}").contains(KEY));
    let wrong = read(&[
        ("MERGE_API_KEY", "canary canary"),
        ("SESSION_SECRET", "canary"),
        ("TOKEN_ENCRYPTION_KEYS", "canary:canary,canary"),
        ("DATABASE_URL", "canary"),
        ("EMBED_JWT_KEYS", "canary:canary:HS256:canary,canary"),
    ]);
    let problems = wrong.unwrap_err();
    assert_eq!(problems.0.len(), 5);
    assert!(!problems.to_string().contains("canary"), "{problems}");
}

#[test]
fn development_secrets_are_made_once_and_kept_to_their_owner() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let fill = |pairs: &[(&str, &str)]| {
        let mut vars = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        secrets::fill_in(&mut vars, &data, &SystemRng).unwrap();
        vars
    };
    assert_eq!(fill(&[("APP_ENV", "production")]).len(), 1, "never in production");
    assert!(!data.exists());

    let first = fill(&[]);
    assert!(Config::from_vars(&first).is_ok());
    assert_eq!(first, fill(&[]), "the same at the next start");
    let file = std::fs::read_dir(&data).unwrap().map(|entry| entry.unwrap()).collect::<Vec<_>>();
    assert_eq!(file.len(), 1, "no draft is left");
    assert_eq!(file[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);

    let own = fill(&[("SESSION_SECRET", "mine"), ("MERGE_API_KEY", "key")]);
    assert_eq!(own["SESSION_SECRET"], "mine", "what is set stays");
    assert!(!own.contains_key("MERGE_WEBHOOK_SECRET"), "the real service's secret is not ours to make");
    assert_eq!(own["TOKEN_ENCRYPTION_KEYS"], first["TOKEN_ENCRYPTION_KEYS"]);
}
