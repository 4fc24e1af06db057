//! Configuration (§2): from the environment and `.env`, typed, checked as a whole. [`Config::from_vars`] is a pure function from the
//! variables to either a configuration or every problem at once; what touches the disk is in [`secrets`] and [`leptos`].

pub mod leptos;
mod read;
pub mod secrets;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, fmt, net::SocketAddr};

use url::Url;

use self::read::Reader;
pub use self::read::{Problem, Problems};
use crate::domain::{
    category::Category,
    origin::{Strategy, SubjectKind},
    secret::Secret,
};
use crate::server::embedding::keys::{self, EmbedKey};

/// The folder in which a development server keeps its things, below the working directory.
pub const DATA: &str = "data";

/// The variables, by name.
pub type Vars = BTreeMap<String, String>;

/// Where the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppEnv {
    /// Safe defaults, generated secrets, an embedded sandbox.
    Development,
    /// The safe defaults are requirements.
    Production,
}

impl AppEnv {
    /// Whether this is production.
    pub const fn is_production(self) -> bool {
        matches!(self, Self::Production)
    }
}

/// Who may sign up (P1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUp {
    /// Anybody.
    Open,
    /// Only people who were invited.
    Invite,
    /// Nobody.
    Off,
}

/// The service whose data are kept.
#[derive(Clone, Debug)]
pub enum UpstreamConfig {
    /// The stand-in runs inside this program and says itself where it is.
    Sandbox {
        /// Where it listens.
        addr: SocketAddr,
    },
    /// The real service, or a stand-in that runs elsewhere.
    Remote(RemoteUpstream),
}

impl UpstreamConfig {
    /// Whether the stand-in runs inside this program.
    pub const fn is_sandbox(&self) -> bool {
        matches!(self, Self::Sandbox { .. })
    }
}

/// How the upstream service is reached.
#[derive(Clone, Debug)]
pub struct RemoteUpstream {
    /// The key of the whole service.
    pub api_key: Secret,
    /// Ends in `/api`, without a slash.
    pub base_url: Url,
    /// The browser's script.
    pub link_script_url: Url,
}

/// For whom accounts are connected (L3): one kind, and the categories in which it is the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subjects {
    /// Where nothing else is said.
    pub default: SubjectKind,
    /// What is said of single categories.
    pub by_category: BTreeMap<Category, SubjectKind>,
}

impl Subjects {
    /// The kind of subject in a category.
    pub fn of(&self, category: Category) -> SubjectKind {
        self.by_category.get(&category).copied().unwrap_or(self.default)
    }
}

/// The company's own name, colour and mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brand {
    /// Name.
    pub name: String,
    /// `#rrggbb`.
    pub accent: Option<String>,
    /// A path on this site.
    pub logo: Option<String>,
}

/// How lines of the log look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines.
    Json,
}

/// The whole configuration. Printing it shows no secret.
#[derive(Clone, Debug)]
pub struct Config {
    /// `APP_ENV`
    pub env: AppEnv,
    /// `DATABASE_URL`; may hold a password.
    pub database_url: Secret,
    /// `MERGE_API_KEY`, `MERGE_API_BASE_URL`, `MERGE_LINK_SCRIPT_URL`, `SANDBOX_ADDR`
    pub upstream: UpstreamConfig,
    /// `MERGE_WEBHOOK_SECRET`: any of these signs.
    pub webhook_secrets: Vec<Secret>,
    /// `SESSION_SECRET`: keys what is kept of values that must be recognised but not read.
    pub session_secret: Secret,
    /// `TOKEN_ENCRYPTION_KEYS`: a vault can be made of it.
    pub sealing_keys: Secret,
    /// `ORIGIN_ID_STRATEGY`
    pub strategy: Strategy,
    /// `ORIGIN_ID_SUBJECT`
    pub subjects: Subjects,
    /// `CATEGORIES`, in the order of the screen.
    pub categories: Vec<Category>,
    /// `SIGN_UP`
    pub sign_up: SignUp,
    /// `LINK_TOKENS_PER_MINUTE`
    pub link_tokens_per_minute: u32,
    /// `UPSTREAM_REQUESTS_PER_MINUTE`
    pub upstream_requests_per_minute: u32,
    /// `POLL_SCALE`
    pub poll_scale: f64,
    /// `EMBED_ORIGINS`: also who may frame the pages.
    pub embed_origins: Vec<String>,
    /// `EMBED_JWT_KEYS`: who may bring people (P3). There are some exactly when there are origins.
    pub embed_keys: Vec<EmbedKey>,
    /// `PUBLIC_URL`: scheme, host and port, nothing else.
    pub public_url: Url,
    /// `LEPTOS_SITE_ADDR`, when it is set; else `Leptos.toml` decides.
    pub site_addr: Option<SocketAddr>,
    /// `APP_NAME`, `APP_ACCENT`, `APP_LOGO`
    pub brand: Brand,
    /// `RUST_LOG`
    pub log_filter: String,
    /// `LOG_FORMAT`
    pub log_format: LogFormat,
    /// Whether `cargo leptos watch` runs us and reloads the pages; never in production.
    pub watching: bool,
}

impl Config {
    /// Reads a configuration, or names every problem at once.
    ///
    /// # Errors
    /// Every variable that is missing or wrong, with what would be right.
    pub fn from_vars(vars: &Vars) -> Result<Self, Problems> {
        let mut read = Reader::new(vars);
        let env = read.one_of("APP_ENV", "development", &[("development", AppEnv::Development), ("production", AppEnv::Production)]);
        // Where the environment itself is wrong, the other variables are judged as in development.
        let production = env.is_some_and(AppEnv::is_production);

        let database_url = read.or("DATABASE_URL", "sqlite://data/patchbay.db", read::database_url);
        let upstream = read::upstream(&mut read, production);
        let webhook_secrets = read.optional("MERGE_WEBHOOK_SECRET", read::webhook_secrets);
        let session_secret = read.required("SESSION_SECRET", "openssl rand -base64 48", read::session_secret);
        let sealing_keys = read.required("TOKEN_ENCRYPTION_KEYS", "echo \"k1:$(openssl rand -base64 32)\"", read::sealing_keys);
        let strategy = read.one_of("ORIGIN_ID_STRATEGY", "multiple", &[("multiple", Strategy::Multiple), ("single", Strategy::Single)]);
        let subjects = read.or("ORIGIN_ID_SUBJECT", "organization", read::subjects);
        let categories = read.optional("CATEGORIES", read::categories);
        let sign_up = read.one_of(
            "SIGN_UP",
            if production { "off" } else { "open" },
            &[("open", SignUp::Open), ("invite", SignUp::Invite), ("off", SignUp::Off)],
        );
        let link_tokens_per_minute = read.or("LINK_TOKENS_PER_MINUTE", "10", read::per_minute);
        let upstream_requests_per_minute = read.or("UPSTREAM_REQUESTS_PER_MINUTE", "100", read::per_minute);
        let poll_scale = read.or("POLL_SCALE", "1", read::scale);
        let embed_origins = read.optional("EMBED_ORIGINS", |raw| read::origins(raw, production));
        let embed_keys = read.optional("EMBED_JWT_KEYS", keys::read);
        read.together("EMBED_ORIGINS", embed_origins.is_some(), "EMBED_JWT_KEYS", embed_keys.is_some());
        let site_addr = read.optional("LEPTOS_SITE_ADDR", read::socket_addr);
        let public_url = read::public_url(&mut read, production, site_addr);
        let name = read.or("APP_NAME", "Patchbay", read::app_name);
        let accent = read.optional("APP_ACCENT", read::color);
        let logo = read.optional("APP_LOGO", read::logo);
        let log_filter = read.or("RUST_LOG", "info", read::log_filter);
        let log_format = read.one_of("LOG_FORMAT", "text", &[("text", LogFormat::Text), ("json", LogFormat::Json)]);

        let problems = read.problems();
        if !problems.0.is_empty() {
            return Err(problems);
        }
        // Nothing is `None` without a problem.
        let complete = || {
            Some(Self {
                env: env?,
                database_url: database_url?,
                upstream: upstream?,
                webhook_secrets: webhook_secrets.unwrap_or_default(),
                session_secret: session_secret?,
                sealing_keys: sealing_keys?,
                strategy: strategy?,
                subjects: subjects?,
                categories: categories.unwrap_or_else(|| Category::ALL.to_vec()),
                sign_up: sign_up?,
                link_tokens_per_minute: link_tokens_per_minute?,
                upstream_requests_per_minute: upstream_requests_per_minute?,
                poll_scale: poll_scale?,
                embed_origins: embed_origins.unwrap_or_default(),
                embed_keys: embed_keys.unwrap_or_default(),
                public_url: public_url?,
                site_addr,
                brand: Brand { name: name?, accent, logo },
                log_filter: log_filter?,
                log_format: log_format?,
                watching: !production && vars.contains_key("LEPTOS_WATCH"),
            })
        };
        complete().ok_or(problems)
    }
}

impl fmt::Display for AppEnv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Development => "development",
            Self::Production => "production",
        })
    }
}
