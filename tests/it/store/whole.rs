//! The store as a whole: limits, the catalogue's cache, announcements, sealed values, tidying, opening.

use std::{collections::BTreeSet, time::Duration};

use patchbay::{
    domain::{ids::OrganizationId, secret::Secret},
    server::{
        store::{self, ports::*},
        vault::{RewrapError, Vault, VaultError, account_identity, exchange_identity},
    },
};
use uuid::Uuid;

use super::harness::*;

both!(
    a_limit_ends_with_its_window,
    the_catalogue_is_kept_for_each_upstream,
    announcements_reach_who_listens,
    the_needed_keys_are_listed,
    keys_are_rewrapped,
    a_value_that_does_not_open_stops_the_rewrapping,
    a_value_that_changed_is_left_alone,
    what_nobody_needs_goes,
    a_closed_store_is_not_ready,
);

async fn a_limit_ends_with_its_window(db: TestDb) {
    let ages = 1_000_000 * HOUR;
    for _ in 0..3 {
        assert_eq!(db.store.take("link:dana", 3, ages).await.unwrap(), Ok(()));
    }
    let left = db.store.take("link:dana", 3, ages).await.unwrap().unwrap_err();
    let window = u64::try_from(ages / 1000).unwrap();
    assert!((1..=window).contains(&left), "{left}");
    assert!(db.store.take("link:dana", 3, ages).await.unwrap().is_err(), "asking again takes nothing");
    assert_eq!(db.number("SELECT taken FROM rate_windows").await, 4, "and the count does not run away");
    assert_eq!(db.store.take("link:lee", 3, ages).await.unwrap(), Ok(()), "everybody has their own");
    assert!(db.store.take("nothing", 0, ages).await.unwrap().is_err());
    // A raised limit counts at once; the next window is empty.
    assert_eq!(db.store.take("link:dana", 5, ages).await.unwrap(), Ok(()));
    db.execute("UPDATE rate_windows SET window_start = window_start - 1, window_end = window_end - 1").await.unwrap();
    assert_eq!(db.store.take("link:dana", 3, ages).await.unwrap(), Ok(()));
    assert_eq!(db.number("SELECT taken FROM rate_windows WHERE key = 'link:dana'").await, 1);
}

async fn the_catalogue_is_kept_for_each_upstream(db: TestDb) {
    assert_eq!(db.store.catalogue(UPSTREAM).await.unwrap(), None);
    db.store.keep_catalogue(UPSTREAM, "[1]", NOW).await.unwrap();
    db.store.keep_catalogue("https://elsewhere.example/api", "[2]", NOW).await.unwrap();
    db.store.keep_catalogue(UPSTREAM, "[3]", NOW.plus_millis(1)).await.unwrap();
    db.store.keep_catalogue(UPSTREAM, "[0]", NOW).await.unwrap();
    assert_eq!(db.store.catalogue(UPSTREAM).await.unwrap(), Some(("[3]".into(), NOW.plus_millis(1))), "an older list does not win");
}

/// Announces until it is heard: a listener that lost its connection misses what was said meanwhile.
async fn heard(teller: &dyn Store, changes: &mut tokio::sync::broadcast::Receiver<Announcement>) -> Announcement {
    for _ in 0..100 {
        teller.announce(OrganizationId(Uuid::nil()), "probe").await.unwrap();
        if let Ok(heard) = tokio::time::timeout(Duration::from_millis(200), changes.recv()).await {
            return heard.unwrap();
        }
    }
    panic!("never heard");
}

async fn announcements_reach_who_listens(db: TestDb) {
    let organization = OrganizationId(Uuid::new_v4());
    let said = Announcement { organization, event: "account 1 2".into() };
    let other = db.another_process().await;
    let (mut here, mut there) = (db.store.changes(), other.changes());
    db.store.announce(organization, "account 1 2").await.unwrap();
    assert_eq!(here.recv().await.unwrap(), said);
    if db.url.starts_with("postgres") {
        assert_eq!(there.recv().await.unwrap(), said);
        // Both listeners lose their connections and come back.
        let cut =
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'";
        assert!(db.number(cut).await >= 2);
        assert_eq!(heard(&*db.store, &mut there).await.event, "probe");
        assert_eq!(heard(&*other, &mut here).await.event, "probe");
    }
}

fn vault(kids: &[&str]) -> Vault {
    // The key's bytes follow from its name: 32 times its last digit, in base64.
    let keys: Vec<String> = kids
        .iter()
        .map(|kid| {
            let byte = kid.bytes().last().unwrap();
            format!("{kid}:{}", base64::Engine::encode(&base64::engine::general_purpose::STANDARD, [byte; 32]))
        })
        .collect();
    Vault::new(&Secret::new(keys.join(",")), Secret::new("stays")).unwrap()
}

/// An account, an exchange that keeps both tokens and an event, all sealed with this vault; the account and the exchange.
async fn sealed(db: &TestDb, vault: &Vault) -> (LinkedAccount, Attempt) {
    let org = organization(&*db.store, "Acme").await;
    let row = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let seal = |identity: &str, text: &str| vault.seal(identity, &Secret::new(text)).unwrap();
    let claim = |token: &str| {
        let claim = claim_of(token, None);
        ClaimExchange { public_token: seal(&exchange_identity(&claim.token_hash), "public"), ..claim }
    };
    let attempt = mine(&*db.store, &org, &claim("a")).await;
    let told = Activation { account_token: seal(&account_identity(row.id), "token"), ..activation(&attempt, &row) };
    assert!(matches!(db.store.activate(&org, &told, NOW).await.unwrap(), Activated::Linked { .. }));
    let attempt = mine(&*db.store, &org, &claim("b")).await;
    let identity = exchange_identity(attempt.token_hash.as_deref().unwrap());
    assert!(db.store.keep_account_token(&org, &attempt, &seal(&identity, "kept"), None).await.unwrap());
    db.store.unclaim_exchange(&org, &attempt).await.unwrap();
    let event = Uuid::new_v4();
    let body = seal(&format!("webhook_inbox:{event}"), "body");
    db.execute(&format!(
        "INSERT INTO webhook_inbox (id, body, body_hash, state, run_at, received_at, updated_at) \
         VALUES ('{event}', '{}', 'h', 'received', 0, 0, 0)",
        body.0
    ))
    .await
    .unwrap();
    let account = db.store.account(&org, row.id).await.unwrap().unwrap();
    (account, mine(&*db.store, &org, &claim("b")).await)
}

async fn the_needed_keys_are_listed(db: TestDb) {
    assert!(db.store.sealing_keys().await.unwrap().is_empty());
    sealed(&db, &vault(&["k1"])).await;
    assert_eq!(db.store.sealing_keys().await.unwrap(), ["k1"]);
    db.execute("UPDATE webhook_inbox SET body = 'v1.a-k_2.x'").await.unwrap();
    let keys: BTreeSet<_> = db.store.sealing_keys().await.unwrap().into_iter().collect();
    assert_eq!(keys.into_iter().collect::<Vec<_>>(), ["a-k_2", "k1"]);
}

async fn keys_are_rewrapped(db: TestDb) {
    let (account, attempt) = sealed(&db, &vault(&["k1"])).await;
    let both = vault(&["k2", "k1"]);
    assert_eq!(both.rewrap(&*db.store).await.unwrap(), 4);
    assert_eq!(both.rewrap(&*db.store).await.unwrap(), 0, "once");
    assert_eq!(db.store.sealing_keys().await.unwrap(), ["k2"], "the old key may go");
    let org = patchbay::domain::people::Org {
        organization: account.organization,
        user: account.created_by,
        role: patchbay::domain::people::Role::Admin,
    };
    let new = vault(&["k2"]);
    let token = db.store.account(&org, account.id).await.unwrap().unwrap().account_token.unwrap();
    assert_eq!(new.open(&account_identity(account.id), &token).unwrap().expose(), "token");
    db.store.unclaim_exchange(&org, &attempt).await.unwrap();
    let attempt = mine(&*db.store, &org, &claim_of("b", None)).await;
    let identity = exchange_identity(attempt.token_hash.as_deref().unwrap());
    assert_eq!(new.open(&identity, &attempt.public_token.unwrap()).unwrap().expose(), "public");
    assert_eq!(new.open(&identity, &attempt.account_token.unwrap()).unwrap().expose(), "kept");
}

async fn a_value_that_does_not_open_stops_the_rewrapping(db: TestDb) {
    let (account, _) = sealed(&db, &vault(&["k1"])).await;
    match vault(&["k2"]).rewrap(&*db.store).await.unwrap_err() {
        RewrapError::Value { error: VaultError::UnknownKey(kid), .. } => assert_eq!(kid, "k1"),
        other => panic!("{other:?}"),
    }
    // A token that was copied from another row does not become this row's by being sealed again.
    let foreign = vault(&["k1"]).seal("linked_accounts:another", &Secret::new("token")).unwrap();
    db.execute(&format!("UPDATE linked_accounts SET account_token = '{}'", foreign.0)).await.unwrap();
    match vault(&["k2", "k1"]).rewrap(&*db.store).await.unwrap_err() {
        RewrapError::Value { error: VaultError::Refused, identity } => assert_eq!(identity, account_identity(account.id)),
        other => panic!("{other:?}"),
    }
}

async fn a_value_that_changed_is_left_alone(db: TestDb) {
    sealed(&db, &vault(&["k1"])).await;
    for cell in db.store.sealed_otherwise("k2", 100).await.unwrap() {
        let old = SealedCell { sealed: Sealed("v1.k0.older".into()), ..cell.clone() };
        assert!(!db.store.reseal(&old, &Sealed("v1.k2.new".into())).await.unwrap(), "{:?}", cell.place);
        assert!(db.store.reseal(&cell, &Sealed("v1.k2.new".into())).await.unwrap(), "{:?}", cell.place);
    }
    assert!(db.store.sealed_otherwise("k2", 100).await.unwrap().is_empty());
    assert_eq!(db.store.sealed_otherwise("k3", 2).await.unwrap().len(), 2, "no more than asked for");
}

async fn what_nobody_needs_goes(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let open = BeginConnect { page: Some("tab".into()), ..begin(&org, "gusto") };
    ready(&*db.store, &org, &open).await;
    let under_way = mine(&*db.store, &org, &claim_of("t", None)).await;
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    db.store.take("dana", 1, 1).await.unwrap().unwrap();
    let day = 24 * HOUR;
    let rate_window = db.number("SELECT window_end FROM rate_windows").await;
    assert_eq!(db.store.tidy(NOW).await.unwrap(), 0);
    assert_eq!(db.store.tidy(NOW.plus_millis(30 * day)).await.unwrap(), 1, "the attempt that was over");
    assert_eq!(db.store.tidy(NOW.plus_millis(90 * day)).await.unwrap(), 1, "the tombstone");
    assert_eq!(db.store.tidy(patchbay::domain::time::Timestamp(rate_window + day)).await.unwrap(), 1, "the window");
    let left = db.number(&format!("SELECT count(*) FROM link_attempts WHERE id IN ('{}', '{}')", open.attempt, under_way.id)).await;
    assert_eq!(left, 2, "what is held or under way stays");
}

async fn a_closed_store_is_not_ready(db: TestDb) {
    db.store.ready().await.unwrap();
    db.execute("DELETE FROM _sqlx_migrations").await.unwrap();
    assert!(db.store.ready().await.is_err(), "a migration is missing");
    db.store.close().await;
    assert!(matches!(db.store.ready().await, Err(StoreError::Database(_))));
}

#[tokio::test]
async fn an_address_must_be_one_of_the_two_kinds() {
    let wrongs = [
        "",
        "mysql://root:canary@localhost/x",
        "data/patchbay.db",
        "sqlite::memory:",
        "sqlite://",
        "sqlite:x.db?mode=memory",
        "sqlite:x.db?mode=canary",
        "postgres://user:canary@host:notaport/x",
    ];
    for wrong in wrongs {
        for result in [store::open(wrong).await.map(|_| ()), store::migrate(wrong).await] {
            let error = result.unwrap_err();
            assert!(matches!(error, StoreError::Address(_)), "{wrong}: {error}");
            assert!(error.to_string().starts_with("DATABASE_URL ") && !error.to_string().contains("root:canary"), "{error}");
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn the_file_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let db = TestDb::sqlite().await;
    organization(&*db.store, "Acme").await;
    let path = std::path::PathBuf::from(db.url.strip_prefix("sqlite://").unwrap());
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(path.parent().unwrap()), 0o700);
    for entry in std::fs::read_dir(path.parent().unwrap()).unwrap() {
        let file = entry.unwrap().path();
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}
