//! Who signed: the library reads the parts and compares names; the mathematics is that of `ring`, which TLS brings anyway.

use std::sync::Once;

use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Validation,
    crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils},
    decode, decode_header,
    errors::{Error, ErrorKind},
    signature::{Error as Mismatch, Verifier},
};
use ring::{
    hmac,
    signature::{ECDSA_P256_SHA256_FIXED, ED25519, UnparsedPublicKey, VerificationAlgorithm},
};

use super::keys::EmbedKey;
use crate::domain::{
    embedding::{Claims, Refusal},
    secret::Secret,
};

/// The keys that we know, and for whom what they sign must be meant.
pub(super) struct Signatures {
    keys: Vec<EmbedKey>,
    audience: [String; 2],
}

impl Signatures {
    /// `audience`: the origin of this site, with or without a slash at its end.
    pub(super) fn new(keys: Vec<EmbedKey>, audience: &str) -> Self {
        install();
        Self { keys, audience: [audience.to_owned(), format!("{audience}/")] }
    }

    /// What was signed, if one whom we know signed it, and for us. The header only says which key it was; the key says how it signs.
    pub(super) fn check(&self, token: &Secret) -> Result<Claims, Refusal> {
        let header = decode_header(token.expose()).map_err(|_| Refusal::Unreadable)?;
        // An extension that must be understood, and is not (RFC 7515, 4.1.11).
        if header.crit.is_some() {
            return Err(Refusal::Unreadable);
        }
        let mut refusal = Refusal::NotSigned;
        for key in self.keys.iter().filter(|key| header.kid.as_ref() == Some(&key.kid) && header.alg == key.algorithm) {
            match decode::<Claims>(token.expose(), &decoding(key), &self.validation(key)) {
                Ok(data) => return Ok(data.claims),
                Err(error) => match why(&error) {
                    // Another product may call its key alike.
                    Refusal::NotSigned => {}
                    other => refusal = other,
                },
            }
        }
        Err(refusal)
    }

    fn validation(&self, key: &EmbedKey) -> Validation {
        let mut validation = Validation::new(key.algorithm);
        validation.set_required_spec_claims(&["iss", "aud"]);
        validation.set_issuer(&[&key.issuer]);
        validation.set_audience(&self.audience);
        // Time is judged by our own clock.
        validation.validate_exp = false;
        validation
    }
}

fn why(error: &Error) -> Refusal {
    match error.kind() {
        ErrorKind::InvalidSignature | ErrorKind::InvalidAlgorithm | ErrorKind::InvalidIssuer => Refusal::NotSigned,
        ErrorKind::InvalidAudience => Refusal::OtherAudience,
        ErrorKind::MissingRequiredClaim(claim) if claim == "aud" => Refusal::OtherAudience,
        _ => Refusal::Unreadable,
    }
}

fn decoding(key: &EmbedKey) -> DecodingKey {
    match key.algorithm {
        Algorithm::EdDSA => DecodingKey::from_ed_der(key.bytes()),
        Algorithm::ES256 => DecodingKey::from_ec_der(key.bytes()),
        _ => DecodingKey::from_secret(key.bytes()),
    }
}

/// Gives the library its mathematics, once a process.
fn install() {
    static PROVIDER: CryptoProvider =
        CryptoProvider { signer_factory: no_signer, verifier_factory: verifier, key_utils: KeyUtils::new_unimplemented() };
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        // An error means that somebody was here before, with the same.
        let _installed = PROVIDER.install_default();
    });
}

/// Nothing is signed here.
fn no_signer(_: &Algorithm, _: &EncodingKey) -> Result<Box<dyn JwtSigner>, Error> {
    Err(ErrorKind::UnsupportedAlgorithm.into())
}

fn verifier(algorithm: &Algorithm, key: &DecodingKey) -> Result<Box<dyn JwtVerifier>, Error> {
    if key.family() != algorithm.family() {
        return Err(ErrorKind::InvalidKeyFormat.into());
    }
    let bytes = key.try_get_as_bytes()?;
    let public = |how: &'static dyn VerificationAlgorithm| -> Box<dyn JwtVerifier> {
        Box::new(Public { algorithm: *algorithm, key: UnparsedPublicKey::new(how, bytes.to_vec()) })
    };
    Ok(match algorithm {
        Algorithm::HS256 => Box::new(Shared(hmac::Key::new(hmac::HMAC_SHA256, bytes))),
        Algorithm::EdDSA => public(&ED25519),
        Algorithm::ES256 => public(&ECDSA_P256_SHA256_FIXED),
        _ => return Err(ErrorKind::UnsupportedAlgorithm.into()),
    })
}

struct Shared(hmac::Key);

impl Verifier<Vec<u8>> for Shared {
    /// In constant time.
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), Mismatch> {
        hmac::verify(&self.0, message, signature).map_err(|_| Mismatch::new())
    }
}

impl JwtVerifier for Shared {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

struct Public {
    algorithm: Algorithm,
    key: UnparsedPublicKey<Vec<u8>>,
}

impl Verifier<Vec<u8>> for Public {
    fn verify(&self, message: &[u8], signature: &Vec<u8>) -> Result<(), Mismatch> {
        self.key.verify(message, signature).map_err(|_| Mismatch::new())
    }
}

impl JwtVerifier for Public {
    fn algorithm(&self) -> Algorithm {
        self.algorithm
    }
}

#[cfg(test)]
#[path = "signature_tests.rs"]
mod tests;
