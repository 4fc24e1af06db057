//! `Leptos.toml` is what a deployed server reads, `Cargo.toml` is what the build reads: where both speak, they agree.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeMap;

use leptos::config::get_configuration;

/// Of each file, the header of the section.
const BUILD: (&str, &str) = ("Cargo.toml", "[[workspace.metadata.leptos]]");
const RUN: (&str, &str) = ("Leptos.toml", "[package.metadata.leptos]");

/// The options of `LeptosOptions`, as both files spell them.
const READ_AT_RUN_TIME: [&str; 14] = [
    "output-name",
    "site-root",
    "site-pkg-dir",
    "env",
    "site-addr",
    "reload-port",
    "reload-external-port",
    "reload-ws-protocol",
    "not-found-path",
    "hash-file",
    "hash-files",
    "server-fn-prefix",
    "disable-server-fn-hash",
    "server-fn-mod-path",
];

/// The lines `key = value` between the section's header and the next one, and whether there is a next one.
fn section((file, header): (&str, &str)) -> (BTreeMap<String, String>, bool) {
    let path = format!("{}/{file}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let (_, rest) = text.split_once(&format!("\n{header}\n")).unwrap_or_else(|| panic!("{file} has no {header}"));
    let body = rest.split("\n[").next().unwrap();
    let options = body
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (key, value) = line.split_once('=').unwrap_or_else(|| panic!("{file}: {line} is no option"));
            (key.trim().to_owned(), value.trim().to_owned())
        })
        .collect();
    (options, body.len() != rest.len())
}

#[test]
fn both_files_say_the_same_of_what_a_server_reads() {
    let (mut build, _) = section(BUILD);
    let (run, _) = section(RUN);
    build.retain(|key, _| READ_AT_RUN_TIME.contains(&key.as_str()));
    assert_eq!(run, build, "left: Leptos.toml, right: what of Cargo.toml is read at run time");
}

#[test]
fn leptos_reads_the_file_as_it_is_written() {
    let (written, something_follows) = section(RUN);
    assert!(!something_follows, "{} must be the last section of {}", RUN.1, RUN.0);
    let path = format!("{}/Leptos.toml", env!("CARGO_MANIFEST_DIR"));
    let options = get_configuration(Some(&path)).unwrap().leptos_options;
    // What no variable of the environment is likely to override.
    let quoted = |value: &str| format!("{value:?}");
    assert_eq!(written.get("output-name"), Some(&quoted(&options.output_name)));
    assert_eq!(written.get("site-pkg-dir"), Some(&quoted(&options.site_pkg_dir)));
    assert_eq!(written.get("hash-files"), Some(&options.hash_files.to_string()));
}
