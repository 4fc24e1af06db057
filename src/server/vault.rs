//! What must not be readable in the database is sealed here before it goes there (§13): XChaCha20-Poly1305 with the id of the key in
//! the envelope and the identity of the row as associated data, so that a value that was moved to another row does not open.
//!
//! Keys rotate online: add the new one last, deploy; promote it to the first place, deploy; [`Vault::rewrap`]; remove the old one.

use std::fmt;

use base64::{
    Engine as _,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use chacha20poly1305::{
    Key, KeyInit as _, XChaCha20Poly1305, XNonce,
    aead::{Aead as _, Payload},
};
use hmac::{Hmac, Mac as _};
use sha2::{Digest as _, Sha256};
use zeroize::{Zeroize as _, Zeroizing};

use super::store::ports::{Sealed, SealedCell, Store, StoreError};
use crate::domain::{ids::AccountId, secret::Secret};

const VERSION: &str = "v1";
const NONCE: usize = 24;
/// Values that are read at once while keys are rewrapped.
const REWRAP_AT_ONCE: u32 = 100;

/// Why the keys cannot be used. No sentence repeats any part of a key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeysError {
    /// There is none.
    #[error("names no key; use kid:base64 of 32 bytes, several comma separated, the first seals")]
    None,
    /// One of them has no id, or one with other characters.
    #[error("key {0} has no usable id; use kid:base64 with 1 to 32 letters, digits, - or _ as kid")]
    Id(usize),
    /// One of them is not 32 bytes in base64.
    #[error("key {0} is not 32 bytes in base64")]
    Bytes(usize),
    /// Two have the same id.
    #[error("two keys have the id {0}")]
    Twice(String),
}

/// Why a value is not sealed or does not open. None of them says anything about what is in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// It is larger than the cipher takes, which is 256 GiB.
    #[error("the text is too long to be sealed")]
    TooLong,
    /// It is not an envelope.
    #[error("the sealed value is damaged")]
    Damaged,
    /// The key is not among ours.
    #[error("the sealed value needs the key {0}, which is not configured")]
    UnknownKey(String),
    /// It was changed, or belongs to another row, or its key's bytes are others now.
    #[error("the sealed value does not open: it was changed, moved, or sealed with another key of the same id")]
    Refused,
    /// What was sealed is not text.
    #[error("the sealed value is not text")]
    NotText,
}

/// Why values could not be rewrapped. What was done stays done; run it again.
#[derive(Debug, thiserror::Error)]
pub enum RewrapError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A value does not open.
    #[error("{identity}: {error}")]
    Value {
        /// The row.
        identity: String,
        /// Why.
        error: VaultError,
    },
}

struct NamedKey {
    kid: String,
    bytes: Zeroizing<[u8; 32]>,
}

impl NamedKey {
    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(Key::from_slice(self.bytes.as_slice()))
    }
}

/// Seals and opens. Prints as `[redacted]`; the keys' bytes are overwritten when it is dropped.
pub struct Vault {
    first: NamedKey,
    others: Vec<NamedKey>,
    macs: Secret,
}

impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

/// The identity under which an account's token is sealed on its row.
pub fn account_identity(account: AccountId) -> String {
    format!("linked_accounts:{account}")
}

/// The identity under which both tokens of an exchange are sealed on its attempt.
pub fn exchange_identity(token_hash: &str) -> String {
    format!("exchange:{token_hash}")
}

impl Vault {
    /// `keys`: `kid:base64(32 bytes)`, comma separated (`TOKEN_ENCRYPTION_KEYS`); the first seals, any opens. `macs`: the secret that the
    /// keys of [`Vault::mac`] are derived from (`SESSION_SECRET`); it stays when the others rotate.
    pub fn new(keys: &Secret, macs: Secret) -> Result<Self, KeysError> {
        let mut all: Vec<NamedKey> = Vec::new();
        let entries = keys.expose().split(',').map(str::trim).filter(|entry| !entry.is_empty());
        for (n, entry) in entries.enumerate() {
            let key = parse_key(n + 1, entry)?;
            if all.iter().any(|other| other.kid == key.kid) {
                return Err(KeysError::Twice(key.kid));
            }
            all.push(key);
        }
        let mut all = all.into_iter();
        let first = all.next().ok_or(KeysError::None)?;
        Ok(Self { first, others: all.collect(), macs })
    }

    /// The id of the key that seals.
    pub fn sealing_kid(&self) -> &str {
        &self.first.kid
    }

    /// Whether values that need this key can be opened; the start refuses while a row needs a missing one.
    pub fn has(&self, kid: &str) -> bool {
        self.key(kid).is_some()
    }

    fn key(&self, kid: &str) -> Option<&NamedKey> {
        std::iter::once(&self.first).chain(&self.others).find(|key| key.kid == kid)
    }

    /// Seals a text for a row: `v1.{kid}.{base64url(nonce ‖ ciphertext)}`. The nonce comes from the operating system and not from a
    /// source that a test may hold still: a repeated one would undo the cipher.
    pub fn seal(&self, identity: &str, text: &Secret) -> Result<Sealed, VaultError> {
        let nonce = XNonce::from(rand::random::<[u8; NONCE]>());
        let payload = Payload { msg: text.expose().as_bytes(), aad: identity.as_bytes() };
        let sealed = self.first.cipher().encrypt(&nonce, payload).map_err(|_| VaultError::TooLong)?;
        let mut bytes = nonce.to_vec();
        bytes.extend_from_slice(&sealed);
        Ok(Sealed(format!("{VERSION}.{}.{}", self.first.kid, URL_SAFE_NO_PAD.encode(bytes))))
    }

    /// Opens what was sealed for this row.
    pub fn open(&self, identity: &str, sealed: &Sealed) -> Result<Secret, VaultError> {
        let mut parts = sealed.0.splitn(3, '.');
        let (Some(VERSION), Some(kid), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(VaultError::Damaged);
        };
        let key = self.key(kid).ok_or_else(|| VaultError::UnknownKey(kid.to_owned()))?;
        let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| VaultError::Damaged)?;
        let (nonce, text) = bytes.split_at_checked(NONCE).ok_or(VaultError::Damaged)?;
        let payload = Payload { msg: text, aad: identity.as_bytes() };
        let opened = key.cipher().decrypt(XNonce::from_slice(nonce), payload).map_err(|_| VaultError::Refused)?;
        String::from_utf8(opened).map(Secret::new).map_err(|error| {
            error.into_bytes().zeroize();
            VaultError::NotText
        })
    }

    /// Seals every value in the store again that another key than the first sealed; how many. May run beside the server and be
    /// interrupted and run again: a value that changes meanwhile is left as it is now, for it was sealed anew.
    pub async fn rewrap(&self, store: &dyn Store) -> Result<u64, RewrapError> {
        let mut done = 0;
        loop {
            let cells = store.sealed_otherwise(self.sealing_kid(), REWRAP_AT_ONCE).await?;
            if cells.is_empty() {
                return Ok(done);
            }
            for cell in &cells {
                done += u64::from(self.rewrap_one(store, cell).await?);
            }
        }
    }

    async fn rewrap_one(&self, store: &dyn Store, cell: &SealedCell) -> Result<bool, RewrapError> {
        let refused = |error| RewrapError::Value { identity: cell.identity.clone(), error };
        let text = self.open(&cell.identity, &cell.sealed).map_err(refused)?;
        Ok(store.reseal(cell, &self.seal(&cell.identity, &text).map_err(refused)?).await?)
    }

    /// Recognises a text that may not be stored, such as the origin id of a deleted account: HMAC-SHA256 in hexadecimal. Another purpose
    /// gives another code; rotating the vault's keys gives the same.
    pub fn mac(&self, purpose: &str, text: &str) -> String {
        let key = Zeroizing::new(hmac(self.macs.expose().as_bytes(), &[b"patchbay mac ", purpose.as_bytes()]));
        hex(&hmac(key.as_slice(), &[text.as_bytes()]))
    }
}

fn parse_key(n: usize, entry: &str) -> Result<NamedKey, KeysError> {
    let (kid, text) = entry.split_once(':').ok_or(KeysError::Id(n))?;
    let well_named = (1..=32).contains(&kid.len()) && kid.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if !well_named {
        return Err(KeysError::Id(n));
    }
    let decoded = Zeroizing::new(STANDARD.decode(text.trim()).map_err(|_| KeysError::Bytes(n))?);
    let bytes = <[u8; 32]>::try_from(decoded.as_slice()).map_err(|_| KeysError::Bytes(n))?;
    Ok(NamedKey { kid: kid.to_owned(), bytes: Zeroizing::new(bytes) })
}

fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    // HMAC takes keys of any length: a longer one is hashed, a shorter one is filled up.
    let mut block = Zeroizing::new([0u8; 64]);
    let short = Zeroizing::new(if key.len() > 64 { Sha256::digest(key).to_vec() } else { key.to_vec() });
    for (to, from) in block.iter_mut().zip(short.iter()) {
        *to = *from;
    }
    let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*block).into());
    for part in parts {
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// SHA-256 in hexadecimal: how session cookies and public tokens are recognised without being kept.
pub fn sha256_hex(text: impl AsRef<[u8]>) -> String {
    hex(&Sha256::digest(text))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(digit(byte >> 4));
        text.push(digit(byte & 0xf));
    }
    text
}

#[cfg(test)]
#[path = "vault_tests.rs"]
mod tests;
