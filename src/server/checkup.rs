//! `patchbay health`: how every connected app is, asked now (§9), for the operator and for a machine that looks regularly.

use std::{fmt, sync::Arc};

use futures::{StreamExt as _, stream};
use patchbay_sandbox::DEFAULT_API_KEY;

use super::{
    clock::{SystemClock, SystemRng, SystemTimer},
    config::{Config, UpstreamConfig},
    start::{self, StartError},
    store::{
        self,
        ports::{Store, operator::AccountHealth},
    },
    sync::{SyncConfig, SyncParts, Syncing},
    vault::Vault,
};
use crate::domain::{ids::AccountId, secret::Secret, status::AccountStatus};

/// Accounts that are asked about at the same time.
const AT_ONCE: usize = 4;

/// How one account is.
struct Line {
    account: AccountHealth,
    /// Why it was not asked about although it should have been.
    unknown: Option<String>,
    /// It was connected through another upstream, or is being deleted.
    passed_over: bool,
}

impl Line {
    fn is_broken(&self) -> bool {
        self.unknown.is_some() || (!self.passed_over && self.account.status != AccountStatus::Active)
    }
}

/// How all of them are: what is broken first. Shows as a list.
pub struct Checked(Vec<Line>);

impl Checked {
    /// How many are broken, or could not be asked about.
    #[must_use]
    pub fn broken(&self) -> usize {
        self.0.iter().filter(|line| line.is_broken()).count()
    }
}

impl fmt::Display for Checked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return writeln!(f, "No app is connected.");
        }
        for Line { account, unknown, passed_over } in &self.0 {
            let AccountHealth { id, organization_name, category, app, status, error_category, error_detail, .. } = account;
            write!(f, "{id}  {:<13}  {organization_name}: {app} ({category})", status.as_str())?;
            match (unknown, passed_over) {
                (Some(reason), _) => write!(f, "  not asked: {reason}")?,
                (None, true) if *status == AccountStatus::Deleting => {}
                (None, true) => write!(f, "  not asked: it was connected through another upstream")?,
                (None, false) => {
                    let problem = [error_category, error_detail].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(": ");
                    if !problem.is_empty() {
                        write!(f, "  {problem}")?;
                    }
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// Asks about every connected app, keeps what it hears as the hourly check does, and answers the list.
///
/// # Errors
/// The database, or a configuration that does not open it.
pub async fn all(config: &Config) -> Result<Checked, StartError> {
    let store = store::open(config.database_url.expose()).await?;
    let checked = over(config, &store).await;
    store.close().await;
    checked
}

async fn over(config: &Config, store: &Arc<dyn Store>) -> Result<Checked, StartError> {
    // In development the sandbox is the serving process'.
    let upstream = match &config.upstream {
        UpstreamConfig::Remote(remote) => start::upstream(remote.base_url.as_str(), remote.api_key.clone())?,
        UpstreamConfig::Sandbox { addr } => start::upstream(&format!("http://{addr}/api"), Secret::new(DEFAULT_API_KEY))?,
    };
    let base_url = upstream.base_url().to_owned();
    let syncing = Syncing::new(SyncParts {
        store: Arc::clone(store),
        upstream,
        vault: Arc::new(Vault::new(&config.sealing_keys, config.session_secret.clone())?),
        clock: Arc::new(SystemClock),
        rng: Arc::new(SystemRng),
        timer: Arc::new(SystemTimer),
        config: SyncConfig::from(config),
        wake: Arc::default(),
    });
    let asked = |account: &AccountHealth| account.status.is_connected() && account.upstream == base_url;
    let ids: Vec<AccountId> =
        store.all_accounts(u32::MAX).await?.iter().filter(|account| asked(account)).map(|account| account.id).collect();
    let unknown: Vec<(AccountId, String)> = stream::iter(ids)
        .map(|id| {
            let syncing = &syncing;
            async move { syncing.check_now(id).await.err().map(|reason| (id, reason)) }
        })
        .buffer_unordered(AT_ONCE)
        .filter_map(async |unknown| unknown)
        .collect()
        .await;
    let lines = store.all_accounts(u32::MAX).await?.into_iter().map(|account| Line {
        unknown: unknown.iter().find(|(id, _)| *id == account.id).map(|(_, reason)| reason.clone()),
        passed_over: !asked(&account),
        account,
    });
    Ok(Checked(lines.collect()))
}
