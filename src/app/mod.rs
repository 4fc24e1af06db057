//! What people see.
//!
//! [`pages`] and the [`shell`](shell()) are rendered on the server and are plain HTML: links, forms. [`islands`] are the parts that live on
//! in the browser, made of [`components`]. Every sentence is in [`copy`]; what the browser has to do beyond Rust is in [`browser`] and in
//! `link`, the interop shim of the connection window.

pub mod browser;
pub mod components;
pub mod copy;
pub mod islands;
#[cfg(feature = "hydrate")]
pub mod link;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
mod program;
#[cfg(feature = "ssr")]
mod shell;
#[cfg(feature = "ssr")]
pub mod site;
pub mod when;

#[cfg(feature = "ssr")]
pub use shell::{App, shell};

use crate::domain::catalogue::CatalogueApp;

/// The path of an app's logo on our side, when it has one. Addresses elsewhere are none: pages load nothing from there.
pub fn logo(app: &CatalogueApp) -> Option<String> {
    app.square_image.as_ref().or(app.image.as_ref()).filter(|path| path.starts_with('/')).cloned()
}
