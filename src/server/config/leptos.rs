//! The options of Leptos that a deployed server reads at run time: `Leptos.toml` in the working directory, overridden by `LEPTOS_*`.

use std::{
    env,
    path::{Path, PathBuf},
};

use leptos::config::{Env, LeptosOptions, errors::LeptosConfigError, get_config_from_str, get_configuration};

use super::Config;

const FILE: &str = "Leptos.toml";
/// The file as it was when this program was built, for a server that runs without one.
const BUILT_IN: &str = include_str!("../../../Leptos.toml");

/// Why there are no options.
#[derive(Debug, thiserror::Error)]
pub enum OptionsError {
    /// The file or a `LEPTOS_*` variable cannot be understood.
    #[error("Leptos.toml: {0}")]
    Unreadable(#[from] LeptosConfigError),
    /// The list of the bundle's hashes is missing: without it the pages would load no script and no style.
    #[error("{0} is missing: put the file that the build made beside the program, or set LEPTOS_HASH_FILES=false")]
    NoHashes(PathBuf),
}

/// Reads the options. In development a program that was built without its bundle serves pages without scripts and styles; in production
/// it does not start.
///
/// # Errors
/// See [`OptionsError`].
pub fn options(config: &Config) -> Result<LeptosOptions, OptionsError> {
    let mut options = if Path::new(FILE).exists() { get_configuration(Some(FILE))?.leptos_options } else { get_config_from_str(BUILT_IN)? };
    if let Some(addr) = config.site_addr {
        options.site_addr = addr;
    }
    if config.env.is_production() {
        options.env = Env::PROD;
    }
    let hashes = env::current_exe().ok().and_then(|program| program.parent().map(|folder| folder.join(&*options.hash_file)));
    if let Some(hashes) = hashes
        && options.hash_files
        && !hashes.exists()
    {
        if config.env.is_production() {
            return Err(OptionsError::NoHashes(hashes));
        }
        tracing::warn!(file = %hashes.display(), "the bundle's hashes are missing: the pages come without scripts and styles");
        options.hash_files = false;
    }
    Ok(options)
}
