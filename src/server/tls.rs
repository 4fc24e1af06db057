//! TLS towards others. Built by hand instead of by the HTTP client's default, which refuses to start on a machine without certificates of
//! its own, such as a bare container that only talks to the embedded sandbox.

use std::sync::Arc;

use rustls::{ClientConfig, RootCertStore, crypto::ring};

/// A client's TLS configuration: the machine's roots, so that an operator's own authority is honoured, or Mozilla's when the machine
/// has none; HTTP/2 is offered.
///
/// # Errors
/// When the library refuses its own default protocol versions; a fault of the build.
pub fn client_config() -> Result<ClientConfig, rustls::Error> {
    let mut roots = RootCertStore::empty();
    let (added, _) = roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if added == 0 {
        tracing::debug!("this machine has no certificates, the bundled ones are used");
        roots.extend(webpki_roots::TLS_SERVER_ROOTS.iter().cloned());
    }
    let mut config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(config)
}
