//! `merge-sandbox`: the sandbox alone, configured by the environment.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use patchbay_sandbox::{DEFAULT_WEBHOOK_SECRET, Database, SandboxConfig, start};
use url::Url;

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let config = match config(|name| std::env::var(name).ok().filter(|v| !v.trim().is_empty())) {
        Ok(config) => config,
        Err(problems) => {
            tracing::error!("the configuration is wrong:\n  {}", problems.join("\n  "));
            return ExitCode::FAILURE;
        }
    };
    match start(config).await {
        Ok(sandbox) => {
            tracing::info!(
                api = sandbox.api_base_url(),
                script = sandbox.link_script_url(),
                key = sandbox.api_key(),
                "the sandbox listens"
            );
            stop_signal().await;
            sandbox.shutdown().await;
            ExitCode::SUCCESS
        }
        Err(error) => {
            tracing::error!(%error, "the sandbox does not start");
            ExitCode::FAILURE
        }
    }
}

async fn stop_signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! { _ = interrupt => {} _ = terminate.recv() => {} },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}

/// Reads the environment; every problem at once.
fn config(var: impl Fn(&str) -> Option<String>) -> Result<SandboxConfig, Vec<String>> {
    let mut problems = Vec::new();
    let mut config = SandboxConfig { addr: SocketAddr::from(([127, 0, 0, 1], 3100)), ..SandboxConfig::default() };
    if let Some(addr) = var("SANDBOX_ADDR") {
        match addr.parse() {
            Ok(addr) => config.addr = addr,
            Err(_) => problems.push(format!("SANDBOX_ADDR: \"{addr}\" is not an address like 127.0.0.1:3100")),
        }
    }
    config.database = match var("SANDBOX_DATABASE") {
        Some(name) if name == ":memory:" => Database::Memory,
        Some(path) => Database::File(PathBuf::from(path)),
        None => Database::File(PathBuf::from("data/sandbox.db")),
    };
    config.api_key = var("SANDBOX_API_KEY");
    config.webhook_secret = var("SANDBOX_WEBHOOK_SECRET").unwrap_or_else(|| DEFAULT_WEBHOOK_SECRET.to_owned());
    if let Some(target) = var("SANDBOX_WEBHOOK_TARGET") {
        match Url::parse(&target) {
            Ok(target) => config.webhook_target = Some(target),
            Err(error) => problems.push(format!("SANDBOX_WEBHOOK_TARGET: \"{target}\" is not a URL: {error}")),
        }
    }
    let mut number = |name: &str| match var(name).map(|text| (text.trim().parse::<u64>(), text)) {
        Some((Ok(number), _)) => Some(number),
        Some((Err(_), text)) => {
            problems.push(format!("{name}: \"{text}\" is not a whole number"));
            None
        }
        None => None,
    };
    if let Some(seed) = number("SANDBOX_SEED") {
        config.seed = seed;
    }
    if let Some(ms) = number("SANDBOX_INITIAL_SYNC_MS") {
        config.initial_sync = Duration::from_millis(ms);
    }
    if let Some(seconds) = number("SANDBOX_SYNC_INTERVAL_SECONDS") {
        config.sync_interval = Duration::from_secs(seconds);
    }
    if let Some(seconds) = number("SANDBOX_LATE_SECONDS") {
        config.late = Duration::from_secs(seconds);
    }
    config.quiet = var("SANDBOX_QUIET").is_some_and(|v| v != "false" && v != "0");
    for part in var("SANDBOX_RECORDS").as_deref().unwrap_or_default().split(',').map(str::trim).filter(|p| !p.is_empty()) {
        let (name, count) = part.split_once('=').unwrap_or(("*", part));
        match count.trim().parse() {
            Ok(count) => drop(config.records.insert(name.trim().to_owned(), count)),
            Err(_) => problems.push(format!("SANDBOX_RECORDS: \"{part}\" is neither a number nor like Employee=1000")),
        }
    }
    if problems.is_empty() { Ok(config) } else { Err(problems) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing)]
    use super::*;

    #[test]
    fn names_every_problem_at_once() {
        let problems = config(|name| match name {
            "SANDBOX_ADDR" | "SANDBOX_SEED" | "SANDBOX_WEBHOOK_TARGET" | "SANDBOX_RECORDS" => Some("nonsense".to_owned()),
            _ => None,
        });
        let problems = problems.unwrap_err();
        assert_eq!(problems.len(), 4);
        assert!(
            ["SANDBOX_ADDR", "SANDBOX_SEED", "SANDBOX_WEBHOOK_TARGET", "SANDBOX_RECORDS"]
                .iter()
                .all(|n| problems.iter().any(|p| p.starts_with(n)))
        );
    }

    #[test]
    fn sizes_are_for_all_or_by_model() {
        let sizes = config(|name| (name == "SANDBOX_RECORDS").then(|| "50, hris.Employee=1000000".to_owned())).unwrap().records;
        assert_eq!((sizes["*"], sizes["hris.Employee"]), (50, 1_000_000));
    }

    #[test]
    fn an_empty_environment_is_enough() {
        assert_eq!(config(|_| None).unwrap().addr.port(), 3100);
    }
}
