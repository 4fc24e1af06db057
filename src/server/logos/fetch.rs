//! Getting one logo from outside, as narrowly as can be (§13).

use std::{
    io,
    net::{IpAddr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use async_trait::async_trait;
use bytes::Bytes;
use reqwest::{Client, Response, redirect::Policy};
use url::{Host, Url};

use super::{Logo, address::is_global, sniff::sniff};
use crate::server::{clock::Timer, tls};

/// The only hosts that are reached; exact names.
pub(super) const HOSTS: &[&str] = &["merge-api-public.s3.amazonaws.com"];
/// The largest image, in bytes.
pub(super) const SIZE_MAX: usize = 512 * 1024;
/// How long all of it may take.
const TIME_MAX: Duration = Duration::from_secs(5);

/// Why there is no logo. For the log; a page shows a monogram.
#[derive(Debug, thiserror::Error)]
pub(super) enum FetchError {
    #[error("the address is not an https address of a known host")]
    Address,
    #[error("the name does not resolve: {0}")]
    Resolve(io::Error),
    #[error("the name leads to no public address")]
    NotPublic,
    #[error("the request failed: {0}")]
    Request(#[from] reqwest::Error),
    #[error("TLS: {0}")]
    Tls(#[from] rustls::Error),
    #[error("status {0}")]
    Status(u16),
    #[error("larger than {SIZE_MAX} bytes")]
    TooLarge,
    #[error("not an image that is passed on")]
    NotAnImage,
    #[error("not there within {} s", TIME_MAX.as_secs())]
    TooSlow,
}

/// Names and connections; a test has its own.
#[async_trait]
pub(super) trait Network: Send + Sync {
    /// The addresses of a name.
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>>;
    /// Asks for a URL at this address and no other.
    async fn get(&self, url: &Url, host: &str, address: IpAddr) -> Result<Response, FetchError>;
}

/// The real one.
#[derive(Debug)]
pub(super) struct Internet {
    tls: rustls::ClientConfig,
}

impl Internet {
    pub(super) fn new() -> Result<Self, rustls::Error> {
        Ok(Self { tls: tls::client_config()? })
    }
}

#[async_trait]
impl Network for Internet {
    async fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        Ok(tokio::net::lookup_host((host, 443)).await?.map(|address| address.ip()).collect())
    }

    async fn get(&self, url: &Url, host: &str, address: IpAddr) -> Result<Response, FetchError> {
        // Port 0 stands for the URL's own.
        let client = pinned(self.tls.clone(), host, SocketAddr::new(address, 0))?;
        Ok(client.get(url.clone()).send().await?)
    }
}

/// A client for which the host has one address, checked before, so that a name cannot lead elsewhere between check and connection.
pub(super) fn pinned(tls: rustls::ClientConfig, host: &str, address: SocketAddr) -> Result<Client, reqwest::Error> {
    Client::builder().tls_backend_preconfigured(tls).no_proxy().redirect(Policy::none()).referer(false).resolve(host, address).build()
}

/// Fetches a logo.
pub(super) async fn fetch(address: &str, network: &dyn Network, timer: &Arc<dyn Timer>) -> Result<Logo, FetchError> {
    tokio::select! {
        biased;
        logo = fetch_slowly(address, network) => logo,
        () = timer.limit(TIME_MAX) => Err(FetchError::TooSlow),
    }
}

async fn fetch_slowly(address: &str, network: &dyn Network) -> Result<Logo, FetchError> {
    let (url, host) = allowed(address).ok_or(FetchError::Address)?;
    let addresses = network.resolve(&host).await.map_err(FetchError::Resolve)?;
    let address = addresses.into_iter().find(|address| is_global(*address)).ok_or(FetchError::NotPublic)?;
    let mut response = network.get(&url, &host, address).await?;
    if response.status() != reqwest::StatusCode::OK {
        return Err(FetchError::Status(response.status().as_u16()));
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len().saturating_add(chunk.len()) > SIZE_MAX {
            return Err(FetchError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    let kind = sniff(&body).ok_or(FetchError::NotAnImage)?;
    Ok(Logo { kind, bytes: Bytes::from(body) })
}

/// The URL and host of an address that may be reached: https, the usual port, a known host by name, no credentials.
fn allowed(address: &str) -> Option<(Url, String)> {
    let url = Url::parse(address).ok()?;
    let Some(Host::Domain(host)) = url.host() else { return None };
    let plain = url.scheme() == "https" && url.port().is_none() && url.username().is_empty() && url.password().is_none();
    let host = HOSTS.iter().find(|known| **known == host)?;
    plain.then(|| (url.clone(), (*host).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_hosts_over_https_and_nothing_else() {
        assert!(allowed("https://merge-api-public.s3.amazonaws.com/media/a.png").is_some());
        assert!(allowed("https://MERGE-API-PUBLIC.s3.amazonaws.com:443/media/a.png?x=1").is_some(), "the same host in other letters");
        for bad in [
            "http://merge-api-public.s3.amazonaws.com/a.png",
            "https://merge-api-public.s3.amazonaws.com:8443/a.png",
            "https://user@merge-api-public.s3.amazonaws.com/a.png",
            "https://u:p@merge-api-public.s3.amazonaws.com/a.png",
            "https://merge-api-public.s3.amazonaws.com.evil.example/a.png",
            "https://evil.example/merge-api-public.s3.amazonaws.com",
            "https://x.merge-api-public.s3.amazonaws.com/a.png",
            "https://s3.amazonaws.com/a.png",
            "https://merge-api-public.s3.amazonaws.com./a.png",
            "https://127.0.0.1/a.png",
            "https://[::1]/a.png",
            "https://2130706433/a.png",
            "file:///etc/passwd",
            "data:image/png;base64,",
            "//merge-api-public.s3.amazonaws.com/a.png",
            "",
        ] {
            assert!(allowed(bad).is_none(), "{bad}");
        }
    }
}
