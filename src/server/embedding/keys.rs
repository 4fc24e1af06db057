//! The keys of host products (P3): for an issuer and a key id there is one algorithm and one key, so that nothing that is shown chooses how it
//! is checked.

use std::fmt;

use base64::{
    Engine as _,
    alphabet::URL_SAFE,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};
use jsonwebtoken::Algorithm;
use zeroize::Zeroizing;

/// The least length of a shared key, in bytes: that of the hash (RFC 7518, 3.2).
const SHARED_MIN: usize = 32;
/// A public key of Ed25519, in bytes.
const ED25519: usize = 32;
/// A point of P-256 that is not compressed: 4, x, y.
const P256: usize = 65;
/// Padding or none, as it was copied.
const BASE64URL: GeneralPurpose =
    GeneralPurpose::new(&URL_SAFE, GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent));

/// A key with which a host product signs.
#[derive(Clone)]
pub struct EmbedKey {
    /// The host product, as `iss` names it.
    pub issuer: String,
    /// As the header's `kid` names it.
    pub kid: String,
    /// How it signs, and never otherwise.
    pub algorithm: Algorithm,
    bytes: Zeroizing<Vec<u8>>,
}

impl EmbedKey {
    /// The key itself.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// `issuer:kid:alg:key`, read from the right, for an issuer may be an address.
    fn parse(raw: &str) -> Result<Self, String> {
        let mut parts = raw.rsplitn(4, ':').map(str::trim);
        let (Some(key), Some(algorithm), Some(kid), Some(issuer)) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
            return Err("must look like issuer:kid:alg:key".to_owned());
        };
        if issuer.is_empty() || kid.is_empty() {
            return Err("must name an issuer and a key id, as in issuer:kid:alg:key".to_owned());
        }
        let bytes = BASE64URL.decode(key).map(Zeroizing::new).map_err(|_| "must end in a key in base64url".to_owned())?;
        let (algorithm, fits) = match algorithm {
            "HS256" => (Algorithm::HS256, bytes.len() >= SHARED_MIN),
            "EdDSA" => (Algorithm::EdDSA, bytes.len() == ED25519),
            "ES256" => (Algorithm::ES256, bytes.len() == P256 && bytes.first() == Some(&4)),
            _ => return Err("must name one of the algorithms HS256, EdDSA, ES256".to_owned()),
        };
        if !fits {
            let right = "at least 32 random bytes for HS256, the public key's 32 bytes for EdDSA, its 65 bytes (4, x, y) for ES256";
            return Err(format!("has a key of the wrong length; it is {right}"));
        }
        Ok(Self { issuer: issuer.to_owned(), kid: kid.to_owned(), algorithm, bytes })
    }
}

impl fmt::Debug for EmbedKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EmbedKey").field("issuer", &self.issuer).field("kid", &self.kid).field("bytes", &"[redacted]").finish()
    }
}

/// Reads `EMBED_JWT_KEYS`: several keys, by comma.
///
/// # Errors
/// Which of them is wrong and what would be right; what stands in it is not repeated, for a part of it may be secret.
pub fn read(raw: &str) -> Result<Vec<EmbedKey>, String> {
    let mut keys: Vec<EmbedKey> = Vec::new();
    for (n, part) in (1..).zip(raw.split(',').map(str::trim).filter(|part| !part.is_empty())) {
        let key = EmbedKey::parse(part).map_err(|why| format!("key {n} {why}"))?;
        if keys.iter().any(|known| known.issuer == key.issuer && known.kid == key.kid) {
            return Err(format!("key {n} has an issuer and a key id that an earlier one has; each pair is one key"));
        }
        keys.push(key);
    }
    if keys.is_empty() { Err("names no key; leave it out to switch embedding off".to_owned()) } else { Ok(keys) }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    const SHARED: &str = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

    #[test]
    fn an_issuer_may_be_an_address() {
        let keys = read(&format!("https://product.example.com:8443:k1:HS256:{SHARED}= , other:k1:EdDSA:{SHARED}")).unwrap();
        let told: Vec<_> = keys.iter().map(|key| (key.issuer.as_str(), key.kid.as_str(), key.algorithm, key.bytes().len())).collect();
        assert_eq!(
            told,
            [("https://product.example.com:8443", "k1", Algorithm::HS256, 32), ("other", "k1", Algorithm::EdDSA, 32)],
            "padding or none"
        );
        let point = format!("BA{}", "A".repeat(85));
        assert_eq!(read(&format!("i:k:ES256:{point}")).unwrap()[0].algorithm, Algorithm::ES256);
    }

    #[test]
    fn what_is_wrong_is_said_and_not_repeated() {
        for (raw, part) in [
            ("canary".to_owned(), "key 1 must look like"),
            (format!("k1:HS256:{SHARED}"), "key 1 must look like"),
            (format!(":k1:HS256:{SHARED}"), "an issuer and a key id"),
            (format!("i::HS256:{SHARED}"), "an issuer and a key id"),
            (format!("i:k:HS256:{SHARED},i:k2:HS256:canary!"), "key 2 must end in a key in base64url"),
            ("i:k:HS256:canary++".to_owned(), "base64url"),
            (format!("i:k:HS256:{}", "A".repeat(42)), "wrong length"),
            (format!("i:k:EdDSA:{}", "A".repeat(44)), "wrong length"),
            (format!("i:k:ES256:{}", "A".repeat(87)), "wrong length"),
            (format!("i:k:none:{SHARED}"), "HS256, EdDSA, ES256"),
            (format!("i:k:hs256:{SHARED}"), "HS256, EdDSA, ES256"),
            (format!("i:k:RS256:{SHARED}"), "HS256, EdDSA, ES256"),
            (format!("i:k:HS256:{SHARED},i:k:EdDSA:{SHARED}"), "each pair is one key"),
            (",".to_owned(), "names no key"),
        ] {
            let said = read(&raw).unwrap_err();
            assert!(said.contains(part), "{raw}: {said}");
            assert!(!said.contains("canary") && !said.contains(SHARED), "{said}");
        }
    }

    #[test]
    fn a_key_is_not_printed() {
        let printed = format!("{:?}", read(&format!("i:k:HS256:{SHARED}")).unwrap());
        assert!(printed.contains("[redacted]") && !printed.contains(SHARED) && !printed.contains("1, 2, 3"), "{printed}");
    }
}
