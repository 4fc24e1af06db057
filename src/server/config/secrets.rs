//! The secrets that a developer need not think of: made once, kept in `data/`, readable by their owner alone.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use base64::{Engine, engine::general_purpose::STANDARD};

use super::Vars;
use crate::server::clock::Rng;

/// Where the generated secrets are, below the data directory.
const FILE: &str = "development-secrets.env";

/// Why the secrets could not be kept.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {source}")]
pub struct SecretsError {
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// Gives `SESSION_SECRET`, `TOKEN_ENCRYPTION_KEYS` and `MERGE_WEBHOOK_SECRET` the values kept in `data`, made on the first start, where the
/// environment says nothing. Only for development: in production nothing is read and nothing is written.
///
/// # Errors
/// When the file can be neither read nor written.
pub fn fill_in(vars: &mut Vars, data: &Path, rng: &dyn Rng) -> Result<(), SecretsError> {
    let missing = |vars: &Vars, name: &str| vars.get(name).is_none_or(|value| value.trim().is_empty());
    if vars.get("APP_ENV").is_some_and(|env| env.trim() == "production") {
        return Ok(());
    }
    // The webhook secret is shared with the embedded sandbox; where there is none, an unset one switches the webhooks off (§2).
    let sandbox = missing(vars, "MERGE_API_KEY");
    let wanted: Vec<&str> = ["SESSION_SECRET", "TOKEN_ENCRYPTION_KEYS", "MERGE_WEBHOOK_SECRET"]
        .into_iter()
        .filter(|name| missing(vars, name) && (sandbox || *name != "MERGE_WEBHOOK_SECRET"))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let path = data.join(FILE);
    let kept = keep(&path, rng).map_err(|source| SecretsError { path, source })?;
    for line in kept.lines() {
        if let Some((name, value)) = line.split_once('=')
            && wanted.contains(&name)
        {
            vars.insert(name.to_owned(), value.to_owned());
        }
    }
    Ok(())
}

/// What the file says; a new one if there is none. Two programs that start at once agree: the file appears whole, and the first wins.
fn keep(path: &Path, rng: &dyn Rng) -> io::Result<String> {
    match fs::read_to_string(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        other => return other,
    }
    if let Some(directory) = path.parent() {
        fs::DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
    }
    let random = || STANDARD.encode(rng.bytes());
    let text = format!(
        "# Made on the first start, for development alone. Deleting it signs everybody out and makes connected apps unreadable.\n\
         SESSION_SECRET={}\nTOKEN_ENCRYPTION_KEYS=dev:{}\nMERGE_WEBHOOK_SECRET={}\n",
        random(),
        random(),
        random()
    );
    let draft = path.with_extension(format!("{}.draft", rng.uuid()));
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(&draft)?.write_all(text.as_bytes())?;
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::read_to_string(path),
    }
}
