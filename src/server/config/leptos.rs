//! The options of Leptos that a deployed server reads at run time: `Leptos.toml` in the working directory, overridden by `LEPTOS_*`.

use std::path::Path;

use leptos::config::{Env, LeptosOptions, errors::LeptosConfigError, get_config_from_str, get_configuration};

use super::Config;

const FILE: &str = "Leptos.toml";
/// The file as it was when this program was built, for a server that runs without one.
const BUILT_IN: &str = include_str!("../../../Leptos.toml");

/// Reads the options.
///
/// # Errors
/// When the file or a `LEPTOS_*` variable cannot be understood.
pub fn options(config: &Config) -> Result<LeptosOptions, LeptosConfigError> {
    let mut options = if Path::new(FILE).exists() { get_configuration(Some(FILE))?.leptos_options } else { get_config_from_str(BUILT_IN)? };
    if let Some(addr) = config.site_addr {
        options.site_addr = addr;
    }
    if config.env.is_production() {
        options.env = Env::PROD;
    }
    Ok(options)
}
