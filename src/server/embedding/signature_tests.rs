#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use proptest::prelude::*;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _},
};
use serde_json::{Value, json};

use super::{super::keys, *};

const SECRET: &[u8; 32] = b"0123456789abcdef0123456789abcdef";

/// A product with a key of each kind.
struct Product {
    edwards: Ed25519KeyPair,
    curve: EcdsaKeyPair,
}

fn product() -> Product {
    let rng = SystemRandom::new();
    let curve = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &rng).unwrap();
    Product {
        edwards: Ed25519KeyPair::from_pkcs8(Ed25519KeyPair::generate_pkcs8(&rng).unwrap().as_ref()).unwrap(),
        curve: EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, curve.as_ref(), &rng).unwrap(),
    }
}

impl Product {
    fn known(&self) -> Signatures {
        let text = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let (edwards, curve) = (text(self.edwards.public_key().as_ref()), text(self.curve.public_key().as_ref()));
        let raw =
            format!("product:h:HS256:{},product:e:EdDSA:{edwards},product:c:ES256:{curve},other:h:HS256:{}", text(SECRET), text(&[7; 32]));
        Signatures::new(keys::read(&raw).unwrap(), "https://apps.example.com")
    }

    fn sign(&self, header: &Value, claims: &Value, how: &str) -> Secret {
        let [header, claims] = [header, claims].map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
        let signed = format!("{header}.{claims}");
        let message = signed.as_bytes();
        let shared = |key: &[u8]| hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), message).as_ref().to_vec();
        let signature = match how {
            "h" => shared(SECRET),
            "other" => shared(&[7; 32]),
            "e" => self.edwards.sign(message).as_ref().to_vec(),
            "c" => self.curve.sign(&SystemRandom::new(), message).unwrap().as_ref().to_vec(),
            "public as shared" => shared(self.edwards.public_key().as_ref()),
            _ => Vec::new(),
        };
        Secret::new(format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature)))
    }
}

fn claims() -> Value {
    json!({
        "iss": "product", "aud": "https://apps.example.com", "iat": 1, "exp": 2, "jti": "j", "sub": "s", "org": "o", "org_name": "O", "name": "N",
    })
}

#[test]
fn each_key_signs_in_its_own_way_and_no_other() {
    let product = product();
    let known = product.known();
    for (alg, kid, how, expected) in [
        ("HS256", "h", "h", Ok("product")),
        ("EdDSA", "e", "e", Ok("product")),
        ("ES256", "c", "c", Ok("product")),
        ("HS256", "e", "public as shared", Err(Refusal::NotSigned)),
        ("EdDSA", "e", "public as shared", Err(Refusal::NotSigned)),
        ("HS256", "c", "h", Err(Refusal::NotSigned)),
        ("EdDSA", "h", "e", Err(Refusal::NotSigned)),
        ("EdDSA", "c", "e", Err(Refusal::NotSigned)),
        ("HS512", "h", "h", Err(Refusal::NotSigned)),
        ("RS256", "h", "h", Err(Refusal::NotSigned)),
        ("HS256", "h", "nothing", Err(Refusal::NotSigned)),
        ("HS256", "unknown", "h", Err(Refusal::NotSigned)),
        ("HS256", "h", "other", Err(Refusal::NotSigned)),
        ("none", "h", "nothing", Err(Refusal::Unreadable)),
        ("NONE", "h", "h", Err(Refusal::Unreadable)),
    ] {
        let token = product.sign(&json!({ "alg": alg, "kid": kid }), &claims(), how);
        assert_eq!(known.check(&token).map(|claims| claims.iss).as_deref().map_err(|why| *why), expected, "{alg} {kid} {how}");
    }
    let no_kid = product.sign(&json!({ "alg": "HS256" }), &claims(), "h");
    assert_eq!(known.check(&no_kid).unwrap_err(), Refusal::NotSigned);
    let critical = product.sign(&json!({ "alg": "HS256", "kid": "h", "crit": ["exp"] }), &claims(), "h");
    assert_eq!(known.check(&critical).unwrap_err(), Refusal::Unreadable);
}

#[test]
fn nobody_speaks_for_another_product_or_to_another_site() {
    let product = product();
    let known = product.known();
    let header = json!({ "alg": "HS256", "kid": "h" });
    for (name, value, how, expected) in [
        ("iss", json!("other"), "other", None),
        ("iss", json!("product"), "other", Some(Refusal::NotSigned)),
        ("iss", json!("other"), "h", Some(Refusal::NotSigned)),
        ("iss", json!("stranger"), "h", Some(Refusal::NotSigned)),
        ("aud", json!("https://apps.example.com/"), "h", None),
        ("aud", json!(["https://elsewhere.example", "https://apps.example.com"]), "h", None),
        ("aud", json!("https://apps.example.com.evil.example"), "h", Some(Refusal::OtherAudience)),
        ("aud", json!("http://apps.example.com"), "h", Some(Refusal::OtherAudience)),
        ("aud", json!([]), "h", Some(Refusal::OtherAudience)),
        ("exp", json!("2"), "h", Some(Refusal::Unreadable)),
        ("iat", json!(null), "h", Some(Refusal::Unreadable)),
    ] {
        let mut claims = claims();
        claims[name] = value.clone();
        assert_eq!(known.check(&product.sign(&header, &claims, how)).err(), expected, "{name} {value} {how}");
    }
}

proptest! {
    #[test]
    fn one_changed_character_is_no_signature(at in 0usize..500, by in "[A-Za-z0-9_.-]") {
        let product = product();
        let token = product.sign(&json!({ "alg": "EdDSA", "kid": "e" }), &claims(), "e");
        let good = token.expose();
        let at = at % good.len();
        prop_assume!(good[at..=at] != by);
        let changed = format!("{}{by}{}", &good[..at], &good[at + 1..]);
        prop_assert!(product.known().check(&Secret::new(changed)).is_err());
    }

    #[test]
    fn noise_is_no_signature(noise in ".{0,200}") {
        prop_assert!(product().known().check(&Secret::new(noise)).is_err());
    }
}
