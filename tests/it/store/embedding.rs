//! People whom a host product brings (P3).

use patchbay::{
    domain::{
        embedding::Ticket,
        ids::{OrganizationId, UserId},
        people::Role,
        theme::Theme,
    },
    server::store::ports::{embedding::*, *},
};
use uuid::Uuid;

use super::harness::*;

both!(
    who_is_seen_first_is_made_and_followed_from_then_on,
    nobody_is_found_but_by_issuer_organisation_and_subject,
    a_ticket_is_taken_once_and_then_nothing_is_written,
    a_guest_is_no_member_and_a_member_no_guest,
    tickets_are_forgotten_when_nobody_takes_them_any_more,
);

pub const HOST: &str = "https://product.example.com";

/// What a host product brings, unless the test says otherwise; each with a session of its own.
pub fn entry(jti: &str) -> Entry {
    Entry {
        ticket: Ticket {
            issuer: "product".into(),
            jti: jti.into(),
            organization: "org 1".into(),
            organization_name: "Acme".into(),
            subject: "person 1".into(),
            name: "Dana Kim".into(),
            email: Some("dana@acme.example".into()),
            role: Role::Member,
            over_at: NOW.plus_millis(125_000),
        },
        organization: OrganizationId(Uuid::new_v4()),
        user: UserId(Uuid::new_v4()),
        session: FrameSession {
            token_hash: format!("session of {jti}"),
            expires_at: NOW.plus_millis(HOUR),
            origin: HOST.into(),
            theme: Theme::Dark,
        },
    }
}

fn ticket(jti: &str, change: impl FnOnce(&mut Ticket)) -> Entry {
    let mut entry = entry(jti);
    change(&mut entry.ticket);
    entry
}

/// Enters and answers who is there then.
async fn entered(store: &dyn Store, entry: &Entry) -> Person {
    assert!(store.enter(entry, NOW).await.unwrap());
    store.guest(&entry.session.token_hash, NOW).await.unwrap().unwrap().person
}

async fn who_is_seen_first_is_made_and_followed_from_then_on(db: TestDb) {
    let first = entry("a");
    let dana = entered(&*db.store, &first).await;
    assert_eq!((dana.organization, dana.user), (first.organization, first.user));
    assert_eq!((dana.organization_name.as_str(), dana.name.as_str(), dana.email.as_str()), ("Acme", "Dana Kim", "dana@acme.example"));
    assert_eq!((dana.role, dana.operator), (Role::Member, false));
    let guest = db.store.guest("session of a", NOW).await.unwrap().unwrap();
    assert_eq!((guest.origin.as_str(), guest.theme), (HOST, Theme::Dark));
    assert!(db.store.guest("session of a", NOW.plus_millis(HOUR)).await.unwrap().is_none(), "it ends");

    let later = ticket("b", |ticket| {
        ticket.organization_name = "Acme Inc".into();
        ticket.name = "Dana Lee".into();
        ticket.email = None;
        ticket.role = Role::Admin;
    });
    let now = entered(&*db.store, &later).await;
    assert_eq!((now.organization, now.user), (dana.organization, dana.user), "the same person");
    assert_eq!((now.organization_name.as_str(), now.name.as_str(), now.role), ("Acme Inc", "Dana Lee", Role::Admin));
    assert!(now.email.ends_with("@embedded.invalid"), "{}", now.email);
    let before = db.store.guest("session of a", NOW).await.unwrap().unwrap().person;
    assert_eq!(before.role, Role::Admin, "a role counts at once, in every session");
    assert_eq!(db.number("SELECT count(*) FROM activity WHERE kind = 'joined'").await, 1);
}

async fn nobody_is_found_but_by_issuer_organisation_and_subject(db: TestDb) {
    let dana = entered(&*db.store, &entry("a")).await;
    let colleague = entered(&*db.store, &ticket("b", |ticket| ticket.subject = "person 2".into())).await;
    assert_eq!(colleague.organization, dana.organization);
    assert_ne!(colleague.user, dana.user, "the same e-mail address is not the same person");
    let elsewhere = entered(&*db.store, &ticket("c", |ticket| ticket.organization = "org 2".into())).await;
    assert!(elsewhere.organization != dana.organization && elsewhere.user != dana.user);
    let stranger = entered(&*db.store, &ticket("d", |ticket| ticket.issuer = "other product".into())).await;
    assert!(stranger.organization != dana.organization && stranger.user != dana.user);
    let spelt = entered(&*db.store, &ticket("e", |ticket| ticket.organization = "ORG 1".into())).await;
    assert_ne!(spelt.organization, dana.organization, "ids are compared as they are");
}

async fn a_ticket_is_taken_once_and_then_nothing_is_written(db: TestDb) {
    entered(&*db.store, &entry("a")).await;
    let again = ticket("a", |ticket| {
        ticket.organization = "org 2".into();
        ticket.name = "Somebody else".into();
    });
    let again = Entry { session: FrameSession { token_hash: "another".into(), ..again.session }, ..again };
    assert!(!db.store.enter(&again, NOW).await.unwrap());
    assert!(db.store.guest("another", NOW).await.unwrap().is_none());
    assert_eq!(db.number("SELECT count(*) FROM organizations").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM users WHERE name = 'Dana Kim'").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM sessions").await, 1);
    let other = Entry {
        session: FrameSession { token_hash: "third".into(), ..entry("a").session },
        ..ticket("a", |ticket| ticket.issuer = "other product".into())
    };
    assert!(db.store.enter(&other, NOW).await.unwrap(), "each product counts its own");
}

async fn a_guest_is_no_member_and_a_member_no_guest(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let (member, _) = db.store.by_email("admin@acme.example").await.unwrap().unwrap();
    db.store.start_session("own", &member, NOW.plus_millis(HOUR), NOW).await.unwrap();
    let guest = entered(&*db.store, &ticket("a", |ticket| ticket.email = Some("admin@acme.example".into()))).await;
    assert_ne!(guest.organization, org.organization, "neither name nor e-mail address leads to an organisation that signed up");
    assert_eq!(db.store.session("session of a", NOW).await.unwrap(), None, "not outside of its frame");
    assert_eq!(db.store.guest("own", NOW).await.unwrap(), None, "not in a frame");
    let (found, _) = db.store.by_email("admin@acme.example").await.unwrap().unwrap();
    assert_eq!(found.user, member.user, "the address is the member's");
    let inner = db.texts(&format!("SELECT email FROM users WHERE id = '{}'", guest.user)).await;
    assert_eq!(db.store.by_email(&inner[0]).await.unwrap(), None, "nobody signs in as a guest");
    assert_eq!(db.store.memberships(guest.user).await.unwrap().len(), 1);
}

async fn tickets_are_forgotten_when_nobody_takes_them_any_more(db: TestDb) {
    entered(&*db.store, &entry("a")).await;
    let over = entry("a").ticket.over_at;
    db.store.tidy(over.plus_millis(23 * HOUR)).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM embed_tickets").await, 1);
    db.store.tidy(over.plus_millis(24 * HOUR)).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM embed_tickets").await, 0);
}
