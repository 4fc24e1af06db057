use patchbay::{
    domain::{
        ids::{OrganizationId, UserId},
        people::Role,
        time::Timestamp,
    },
    server::store::ports::*,
};
use uuid::Uuid;

use super::harness::*;

both!(an_organization_begins_with_its_admin, an_address_is_taken_once, sessions_live_and_end, operators_are_named_by_address);

async fn an_organization_begins_with_its_admin(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let (person, hash) = db.store.by_email("admin@acme.example").await.unwrap().unwrap();
    assert_eq!(person.org(), org);
    assert_eq!(person.organization_name, "Acme");
    assert_eq!(person.role, Role::Admin);
    assert!(!person.operator);
    assert_eq!(hash.as_deref(), Some("$argon2id$test"));
    let dana = member(&*db.store, &org, "Dana").await;
    let (person, hash) = db.store.by_email(&format!("dana@{}.example", org.organization)).await.unwrap().unwrap();
    assert_eq!((person.org(), person.role, hash), (dana, Role::Member, None));
    assert!(db.store.by_email("nobody@acme.example").await.unwrap().is_none());
}

async fn an_address_is_taken_once(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let twice = NewOrganization {
        organization: OrganizationId(Uuid::new_v4()),
        organization_name: "Other".into(),
        user: UserId(Uuid::new_v4()),
        name: "Somebody".into(),
        email: "admin@acme.example".into(),
        password_hash: None,
        operator: true,
    };
    assert!(!db.store.create_organization(&twice, NOW).await.unwrap());
    let again = NewMember {
        user: UserId(Uuid::new_v4()),
        name: "Somebody".into(),
        email: "admin@acme.example".into(),
        password_hash: None,
        role: Role::Member,
    };
    assert!(!db.store.add_member(&org, &again, NOW).await.unwrap());
    assert_eq!(db.number("SELECT count(*) FROM organizations").await, 1, "nothing is half written");
    assert_eq!(db.number("SELECT count(*) FROM users").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM memberships").await, 1);
}

async fn sessions_live_and_end(db: TestDb) {
    organization(&*db.store, "Acme").await;
    let (person, _) = db.store.by_email("admin@acme.example").await.unwrap().unwrap();
    let end = NOW.plus_millis(1000);
    for hash in ["a", "b", "c"] {
        db.store.start_session(hash, &person, end, NOW).await.unwrap();
    }
    assert_eq!(db.store.session("a", end.plus_millis(-1)).await.unwrap(), Some(person.clone()));
    assert_eq!(db.store.session("a", end).await.unwrap(), None, "a session ends at its end");
    assert_eq!(db.store.session("other", NOW).await.unwrap(), None);
    assert!(db.store.end_session("a").await.unwrap());
    assert!(!db.store.end_session("a").await.unwrap());
    assert_eq!(db.store.session("a", NOW).await.unwrap(), None);
    db.store.start_session("d", &person, Timestamp(end.0 + 1), NOW).await.unwrap();
    assert_eq!(db.store.purge_sessions(end).await.unwrap(), 2);
    assert_eq!(db.store.session("d", end).await.unwrap(), Some(person));
}

async fn operators_are_named_by_address(db: TestDb) {
    organization(&*db.store, "Acme").await;
    assert!(db.store.set_operator("admin@acme.example", true).await.unwrap());
    assert!(db.store.by_email("admin@acme.example").await.unwrap().unwrap().0.operator);
    assert!(db.store.set_operator("admin@acme.example", false).await.unwrap());
    assert!(!db.store.by_email("admin@acme.example").await.unwrap().unwrap().0.operator);
    assert!(!db.store.set_operator("nobody@acme.example", true).await.unwrap());
}
