//! Identifiers and secrets as the upstream shapes them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A fresh UUID in its usual text form.
pub fn uuid() -> String {
    Uuid::new_v4().to_string()
}

/// A fresh opaque token of 40 URL-safe characters, the length of the documented link tokens.
pub fn token() -> String {
    let mut bytes = Vec::with_capacity(32);
    bytes.extend_from_slice(Uuid::new_v4().as_bytes());
    bytes.extend_from_slice(Uuid::new_v4().as_bytes());
    bytes.truncate(30);
    URL_SAFE_NO_PAD.encode(Sha256::digest(&bytes)).chars().take(40).collect()
}

/// A UUID that is the same for the same seed and parts, for things that must not change between two runs.
pub fn stable_uuid(seed: u64, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    hash.update(seed.to_be_bytes());
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut bytes = [0u8; 16];
    for (to, from) in bytes.iter_mut().zip(hash.finalize()) {
        *to = from;
    }
    uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_forty_url_safe_characters_and_differ() {
        let (a, b) = (token(), token());
        assert_eq!(a.len(), 40);
        assert!(a.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
        assert_ne!(a, b);
    }

    #[test]
    fn stable_ids_depend_on_every_part_and_on_the_seed() {
        assert_eq!(stable_uuid(1, &["a", "b"]), stable_uuid(1, &["a", "b"]));
        assert_ne!(stable_uuid(1, &["a", "b"]), stable_uuid(1, &["ab", ""]));
        assert_ne!(stable_uuid(1, &["a"]), stable_uuid(2, &["a"]));
    }
}
