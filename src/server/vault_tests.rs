#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use proptest::prelude::*;

use super::*;

/// `kid:base64` of a key of 32 equal bytes.
fn key(kid: &str, byte: u8) -> String {
    format!("{kid}:{}", STANDARD.encode([byte; 32]))
}

fn vault(keys: &[String]) -> Vault {
    Vault::new(&Secret::new(keys.join(",")), Secret::new("stays")).unwrap()
}

fn refused(keys: &str) -> KeysError {
    Vault::new(&Secret::new(keys), Secret::new("stays")).unwrap_err()
}

fn one() -> Vault {
    vault(&[key("k1", 1)])
}

#[test]
fn what_is_sealed_opens_for_its_row_alone() {
    let sealed = one().seal("linked_accounts:1", &Secret::new("canary")).unwrap();
    assert!(sealed.0.starts_with("v1.k1.") && !sealed.0.contains("canary"), "{sealed:?}");
    assert_eq!(one().open("linked_accounts:1", &sealed).unwrap().expose(), "canary");
    for other in ["linked_accounts:2", "exchange:1", "", "linked_accounts:1 "] {
        assert_eq!(one().open(other, &sealed).unwrap_err(), VaultError::Refused, "{other}");
    }
}

#[test]
fn the_same_text_never_looks_the_same() {
    let seal = || one().seal("a", &Secret::new("canary")).unwrap();
    assert_ne!(seal(), seal());
}

#[test]
fn the_first_key_seals_and_any_opens() {
    let old = one().seal("a", &Secret::new("canary")).unwrap();
    let both = vault(&[key("k2", 2), key("k1", 1)]);
    assert_eq!(both.sealing_kid(), "k2");
    assert!(both.has("k1") && both.has("k2") && !both.has("k3"));
    assert_eq!(both.open("a", &old).unwrap().expose(), "canary");
    let new = both.seal("a", &Secret::new("canary")).unwrap();
    assert_eq!(one().open("a", &new).unwrap_err(), VaultError::UnknownKey("k2".into()));
}

#[test]
fn other_bytes_under_the_same_id_do_not_open() {
    let sealed = one().seal("a", &Secret::new("canary")).unwrap();
    assert_eq!(vault(&[key("k1", 9)]).open("a", &sealed).unwrap_err(), VaultError::Refused);
}

#[test]
fn every_truncation_is_an_error() {
    let sealed = one().seal("a", &Secret::new("canary")).unwrap();
    for end in 0..sealed.0.len() {
        assert!(one().open("a", &Sealed(sealed.0[..end].to_owned())).is_err(), "{end}");
    }
}

#[test]
fn every_changed_byte_is_an_error() {
    let sealed = one().seal("a", &Secret::new("canary")).unwrap();
    let bytes = URL_SAFE_NO_PAD.decode(sealed.0.strip_prefix("v1.k1.").unwrap()).unwrap();
    for n in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[n] ^= 1;
        let changed = Sealed(format!("v1.k1.{}", URL_SAFE_NO_PAD.encode(changed)));
        assert_eq!(one().open("a", &changed).unwrap_err(), VaultError::Refused, "{n}");
    }
}

#[test]
fn what_is_not_text_says_nothing_of_itself() {
    let vault = one();
    let nonce = XNonce::default();
    let sealed = vault.first.cipher().encrypt(&nonce, Payload { msg: &[0xff, 0xfe], aad: b"a" }).unwrap();
    let sealed = Sealed(format!("v1.k1.{}", URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat())));
    assert_eq!(vault.open("a", &sealed).unwrap_err(), VaultError::NotText);
}

#[test]
fn wrong_keys_are_named_by_their_place_and_never_repeated() {
    let short = STANDARD.encode([1u8; 31]);
    assert_eq!(refused(""), KeysError::None);
    assert_eq!(refused(" , "), KeysError::None);
    assert_eq!(refused(&STANDARD.encode([1u8; 32])), KeysError::Id(1));
    assert_eq!(refused(&key("", 1)), KeysError::Id(1));
    assert_eq!(refused(&key("with.dot", 1)), KeysError::Id(1));
    assert_eq!(refused(&key(&"x".repeat(33), 1)), KeysError::Id(1));
    assert_eq!(refused(&format!("{},k2:{short}", key("k1", 1))), KeysError::Bytes(2));
    assert_eq!(refused("k1:not base64"), KeysError::Bytes(1));
    assert_eq!(refused(&format!("{},{}", key("k1", 1), key("k1", 2))), KeysError::Twice("k1".into()));
    assert!(!format!("{} {0:?}", refused(&format!("k1:{short}"))).contains(&short));
}

#[test]
fn keys_are_never_printed() {
    assert_eq!(format!("{:?}", one()), "[redacted]");
}

#[test]
fn codes_tell_purposes_texts_and_secrets_apart_and_survive_a_rotation() {
    let code = one().mac("tombstone", "origin");
    assert_eq!(code.len(), 64);
    assert_eq!(vault(&[key("k2", 2)]).mac("tombstone", "origin"), code);
    assert_ne!(one().mac("other", "origin"), code);
    assert_ne!(one().mac("tombstone", "origin2"), code);
    let other = Vault::new(&Secret::new(key("k1", 1)), Secret::new("another secret")).unwrap();
    assert_ne!(other.mac("tombstone", "origin"), code);
}

/// The test cases 1, 2 and 6 of RFC 4231 (short key, key of a word, key longer than a block), and the hash of the empty text.
#[test]
fn known_answers() {
    let hmac_hex = |key: &[u8], text: &[u8]| hex(&hmac(key, &[text]));
    assert_eq!(hmac_hex(&[0x0b; 20], b"Hi There"), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    assert_eq!(hmac_hex(b"Jefe", b"what do ya want for nothing?"), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_eq!(
        hmac_hex(&[0xaa; 131], b"Test Using Larger Than Block-Size Key - Hash Key First"),
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    );
    assert_eq!(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

proptest! {
    #[test]
    fn any_text_comes_back(identity in ".*", text in ".*") {
        let sealed = one().seal(&identity, &Secret::new(text.clone())).unwrap();
        let opened = one().open(&identity, &sealed).unwrap();
        prop_assert_eq!(opened.expose(), text);
    }

    #[test]
    fn no_text_is_an_envelope_by_chance(text in ".*", kid in "[a-z0-9]{0,4}", rest in "[A-Za-z0-9_-]{0,200}") {
        prop_assert!(one().open("a", &Sealed(text)).is_err());
        let envelope = Sealed(format!("v1.{kid}.{rest}"));
        prop_assert!(one().open("a", &envelope).is_err());
    }
}
