//! Who sent an event (W1): base64url of HMAC-SHA256 over the raw body, with or without padding, by any of the configured secrets.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

use crate::domain::secret::Secret;

/// The header of the signature.
pub const SIGNATURE: &str = "x-merge-webhook-signature";

/// The signature of a body, without padding.
#[must_use]
pub fn sign(secret: &Secret, body: &[u8]) -> String {
    // HMAC takes a key of any length; were it ever otherwise, the empty text is nobody's signature.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose().as_bytes()) else { return String::new() };
    mac.update(body);
    URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
}

/// Whether one of the secrets signed the body. Every secret is tried, so that the time says nothing about which one was nearly right.
#[must_use]
pub fn is_signed(secrets: &[Secret], body: &[u8], sent: &[u8]) -> bool {
    let stripped = sent.trim_ascii();
    let padding = stripped.iter().rev().take_while(|byte| **byte == b'=').take(2).count();
    let Some(sent) = stripped.get(..stripped.len().saturating_sub(padding)) else { return false };
    let mut right = subtle::Choice::from(0);
    for secret in secrets {
        let expected = sign(secret, body);
        right |= expected.as_bytes().ct_eq(sent) & subtle::Choice::from(u8::from(!expected.is_empty()));
    }
    right.into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;
    use proptest::prelude::*;

    fn key() -> Vec<Secret> {
        vec![Secret::new("test_signature_key")]
    }

    #[test]
    fn the_documented_vectors_are_signed_with_and_without_padding() {
        for (body, signature) in [
            (r#"{"hook":{"event":"LinkedAccount.linked"}}"#, "yFGNL2BB-a2ngBA9hrgOlwQqWtFAG_bxalffDxCgigc="),
            (r#"{"n":14}"#, "efSx4lszuecIcyEbh2OqfG-RfTte7z4OdIJHu2_xtaM="),
        ] {
            assert!(is_signed(&key(), body.as_bytes(), signature.as_bytes()));
            assert!(is_signed(&key(), body.as_bytes(), signature.trim_end_matches('=').as_bytes()));
            assert!(is_signed(&key(), body.as_bytes(), format!(" {signature} ").as_bytes()));
            assert!(!is_signed(&key(), body.as_bytes(), format!("{signature}==").as_bytes()));
            assert!(!is_signed(&key(), body.as_bytes(), signature.to_lowercase().as_bytes()));
            assert!(!is_signed(&key(), body.as_bytes(), &signature.as_bytes()[1..]));
            assert!(!is_signed(&key(), format!("{body} ").as_bytes(), signature.as_bytes()));
            assert!(!is_signed(&[], body.as_bytes(), signature.as_bytes()));
        }
    }

    #[test]
    fn hexadecimal_and_the_other_alphabet_are_no_signatures() {
        let body = br#"{"hook":{"event":"LinkedAccount.linked"}}"#;
        let signature = sign(&key()[0], body);
        assert!(signature.contains('-') && signature.contains('_'));
        assert!(!is_signed(&key(), body, signature.replace('-', "+").replace('_', "/").as_bytes()));
        let hex: String = URL_SAFE_NO_PAD.decode(&signature).unwrap().iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(!is_signed(&key(), body, hex.as_bytes()));
    }

    #[test]
    fn either_of_two_secrets_signs_while_one_is_rotated() {
        let secrets = vec![Secret::new("old"), Secret::new("new")];
        for secret in &secrets {
            assert!(is_signed(&secrets, b"body", sign(secret, b"body").as_bytes()));
        }
        assert!(!is_signed(&secrets[1..], b"body", sign(&secrets[0], b"body").as_bytes()));
    }

    proptest! {
        #[test]
        fn only_the_right_signature_is_right(body in proptest::collection::vec(any::<u8>(), 0..64), sent in "[A-Za-z0-9_=-]{0,48}") {
            let right = sign(&key()[0], &body);
            prop_assert!(is_signed(&key(), &body, right.as_bytes()));
            prop_assert_eq!(is_signed(&key(), &body, sent.as_bytes()), sent.trim_end_matches('=') == right);
        }
    }
}
