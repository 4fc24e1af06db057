//! How a page gets the program that its islands live by.

use std::{env, fs};

use leptos::{config::LeptosOptions, nonce::use_nonce, prelude::*};

/// What starts it.
const START: &str = include_str!("browser/start.js");

/// The paths of the program's two files. The build writes the digests in their names beside the server, anew with each change while somebody
/// develops, so they are read for each page.
fn paths(options: &LeptosOptions) -> [String; 2] {
    let digests = options
        .hash_files
        .then(|| fs::read_to_string(env::current_exe().ok()?.with_file_name(&*options.hash_file)).ok())
        .flatten()
        .unwrap_or_default();
    ["js", "wasm"].map(|kind| {
        let digest = digests.lines().find_map(|line| line.trim().strip_prefix(kind)?.strip_prefix(':'));
        let digest = digest.map(|digest| format!(".{}", digest.trim())).unwrap_or_default();
        format!("/{}/{}{digest}.{kind}", options.site_pkg_dir, options.output_name)
    })
}

/// Starts the program when the page has been painted. Leptos' own `HydrationScripts` asks for it before the styles are there and waits for an
/// idle moment afterwards.
#[component]
pub fn Program(
    /// Where the files are.
    options: LeptosOptions,
) -> impl IntoView {
    // Islands alone are woken: what stands around them is sent as plain HTML, without marks.
    if let Some(context) = Owner::current_shared_context() {
        context.set_is_hydrating(false);
    }
    let [program, binary] = paths(&options);
    view! { <script nonce=use_nonce() inner_html=format!("{}({program:?}, {binary:?})", START.trim_end())></script> }
}
