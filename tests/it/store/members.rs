use std::sync::Arc;

use patchbay::{
    domain::{
        ids::{InvitationId, UserId},
        people::{Org, Role},
        time::Timestamp,
    },
    server::store::ports::{
        members::{Joined, MemberChange},
        requests::NewRequest,
        *,
    },
};
use uuid::Uuid;

use super::harness::*;

both!(
    an_invitation_is_accepted_once,
    an_invitation_ends_when_it_is_withdrawn_or_old,
    who_is_in_keeps_their_role,
    many_clicks_on_one_link_let_one_person_in,
    the_last_admin_stays,
    two_admins_who_part_leave_one,
    who_is_removed_is_signed_out_there_and_only_there,
    each_person_has_one_vote,
);

const WEEK: i64 = 7 * 24 * HOUR;

async fn invited(db: &TestDb, org: &Org, role: Role) -> InvitationId {
    let id = InvitationId(Uuid::new_v4());
    db.store.invite(org, id, role, NOW.plus_millis(WEEK), NOW).await.unwrap();
    id
}

fn somebody(email: &str) -> NewMember {
    NewMember { user: UserId(Uuid::new_v4()), name: "Bea".into(), email: email.into(), password_hash: None, role: Role::Member }
}

async fn role_of(db: &TestDb, org: &Org, user: UserId) -> Option<Role> {
    db.store.members(org).await.unwrap().into_iter().find(|member| member.user == user).map(|member| member.role)
}

async fn an_invitation_is_accepted_once(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let id = invited(&db, &org, Role::Admin).await;
    let offer = db.store.invitation(id, NOW).await.unwrap().unwrap();
    assert_eq!((offer.organization_name.as_str(), offer.role), ("Acme", Role::Admin));
    let bea = somebody("bea@acme.example");
    let Joined::Yes(person) = db.store.join_as_new(id, &bea, NOW).await.unwrap() else { panic!() };
    assert_eq!((person.user, person.organization, person.role), (bea.user, org.organization, Role::Admin), "the role is the invitation's");
    assert_eq!(db.store.join_as_new(id, &somebody("cy@acme.example"), NOW).await.unwrap(), Joined::Gone);
    assert_eq!(db.number("SELECT count(*) FROM users").await, 2, "nothing is half written");
    assert_eq!(db.store.invitation(id, NOW).await.unwrap(), None);
    assert!(db.store.invitations(&org, NOW).await.unwrap().is_empty());

    let other = invited(&db, &org, Role::Member).await;
    assert_eq!(db.store.join_as_new(other, &somebody("bea@acme.example"), NOW).await.unwrap(), Joined::EmailTaken);
    assert!(db.store.invitation(other, NOW).await.unwrap().is_some(), "a refused form leaves the invitation open");
}

async fn an_invitation_ends_when_it_is_withdrawn_or_old(db: TestDb) {
    let (org, stranger) = (organization(&*db.store, "Acme").await, organization(&*db.store, "Stranger").await);
    let id = invited(&db, &org, Role::Member).await;
    assert!(!db.store.withdraw_invitation(&stranger, id, NOW).await.unwrap(), "it is somebody else's");
    assert!(db.store.invitations(&stranger, NOW).await.unwrap().is_empty());
    assert!(db.store.withdraw_invitation(&org, id, NOW).await.unwrap());
    assert!(!db.store.withdraw_invitation(&org, id, NOW).await.unwrap());
    assert_eq!(db.store.join(id, stranger.user, NOW).await.unwrap(), Joined::Gone);
    let old = invited(&db, &org, Role::Member).await;
    let end = NOW.plus_millis(WEEK);
    assert_eq!(db.store.join(old, stranger.user, end).await.unwrap(), Joined::Gone);
    assert_eq!(db.store.invitation(old, end).await.unwrap(), None);
    assert!(matches!(db.store.join(old, stranger.user, Timestamp(end.0 - 1)).await.unwrap(), Joined::Yes(_)));
}

async fn who_is_in_keeps_their_role(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let id = invited(&db, &org, Role::Admin).await;
    assert!(matches!(db.store.join(id, dana.user, NOW).await.unwrap(), Joined::Already(_)));
    assert_eq!(role_of(&db, &org, dana.user).await, Some(Role::Member));
    assert!(db.store.invitation(id, NOW).await.unwrap().is_some(), "it is still there for whom it was meant");
}

async fn many_clicks_on_one_link_let_one_person_in(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let id = invited(&db, &org, Role::Member).await;
    let clicks = (0..8).map(|n| {
        let store = Arc::clone(&db.store);
        tokio::spawn(async move { store.join_as_new(id, &somebody(&format!("p{n}@acme.example")), NOW).await.unwrap() })
    });
    let mut inside = 0;
    for click in clicks.collect::<Vec<_>>() {
        inside += usize::from(matches!(click.await.unwrap(), Joined::Yes(_)));
    }
    assert_eq!((inside, db.store.members(&org).await.unwrap().len()), (1, 2));
    assert_eq!(db.number("SELECT count(*) FROM users").await, 2);
}

async fn the_last_admin_stays(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let stranger = organization(&*db.store, "Stranger").await;
    assert_eq!(db.store.set_role(&org, org.user, Role::Member, NOW).await.unwrap(), MemberChange::LastAdmin);
    assert_eq!(db.store.remove_member(&org, org.user, NOW).await.unwrap(), MemberChange::LastAdmin);
    assert_eq!(db.store.set_role(&org, org.user, Role::Admin, NOW).await.unwrap(), MemberChange::Done);
    assert_eq!(db.store.set_role(&org, stranger.user, Role::Member, NOW).await.unwrap(), MemberChange::Unknown);
    assert_eq!(db.store.remove_member(&org, stranger.user, NOW).await.unwrap(), MemberChange::Unknown);
    assert_eq!(db.store.set_role(&org, dana.user, Role::Admin, NOW).await.unwrap(), MemberChange::Done);
    assert_eq!(db.store.remove_member(&org, org.user, NOW).await.unwrap(), MemberChange::Done);
    assert_eq!(db.store.remove_member(&org, dana.user, NOW).await.unwrap(), MemberChange::LastAdmin);
    let kinds: Vec<String> = db.store.activity(&org, None, 10).await.unwrap().into_iter().map(|line| line.kind).collect();
    assert_eq!(kinds, ["removed", "made_admin"]);
}

async fn two_admins_who_part_leave_one(db: TestDb) {
    for round in 0..6 {
        let org = organization(&*db.store, &format!("Acme {round}")).await;
        let dana = member(&*db.store, &org, "Dana").await;
        db.store.set_role(&org, dana.user, Role::Admin, NOW).await.unwrap();
        let (one, other) = (Arc::clone(&db.store), db.another_process().await);
        let (user, also) = (org.user, dana.user);
        let first = tokio::spawn(async move { one.set_role(&org, also, Role::Member, NOW).await.unwrap() });
        let second = tokio::spawn(async move { other.remove_member(&org, user, NOW).await.unwrap() });
        let mut changes = [first.await.unwrap(), second.await.unwrap()];
        changes.sort_by_key(|change| *change != MemberChange::Done);
        assert_eq!(changes, [MemberChange::Done, MemberChange::LastAdmin]);
        let admins = db.store.members(&org).await.unwrap().into_iter().filter(|member| member.role == Role::Admin).count();
        assert_eq!(admins, 1);
    }
}

async fn who_is_removed_is_signed_out_there_and_only_there(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let other = organization(&*db.store, "Other").await;
    let dana = member(&*db.store, &org, "Dana").await;
    let id = invited(&db, &other, Role::Member).await;
    assert!(matches!(db.store.join(id, dana.user, NOW.plus_millis(1)).await.unwrap(), Joined::Yes(_)));
    let theirs = db.store.memberships(dana.user).await.unwrap();
    assert_eq!(theirs.iter().map(|person| person.organization_name.as_str()).collect::<Vec<_>>(), ["Acme", "Other"]);
    for (n, person) in theirs.iter().enumerate() {
        db.store.start_session(&format!("session {n}"), person, NOW.plus_millis(HOUR), NOW).await.unwrap();
    }
    assert_eq!(db.store.remove_member(&org, dana.user, NOW).await.unwrap(), MemberChange::Done);
    assert_eq!(db.store.session("session 0", NOW).await.unwrap(), None);
    assert!(db.store.session("session 1", NOW).await.unwrap().is_some());
    assert_eq!(role_of(&db, &org, dana.user).await, None);
}

async fn each_person_has_one_vote(db: TestDb) {
    let (acme, other) = (organization(&*db.store, "Acme").await, organization(&*db.store, "Other").await);
    let dana = member(&*db.store, &acme, "Dana").await;
    let wish = |name: &str, reason: Option<&str>| NewRequest {
        id: Uuid::new_v4(),
        name: name.into(),
        normalized_name: name.to_lowercase().replace(' ', ""),
        website: None,
        reason: reason.map(str::to_owned),
    };
    assert_eq!(db.store.request_app(&acme, &wish("Odd App", Some("payroll")), NOW).await.unwrap(), 1);
    assert_eq!(db.store.request_app(&acme, &wish("OddApp", None), NOW.plus_millis(1)).await.unwrap(), 1);
    assert_eq!(db.store.request_app(&dana, &wish("oddapp", None), NOW.plus_millis(2)).await.unwrap(), 1, "one team");
    assert_eq!(db.store.request_app(&other, &wish("odd app", None), NOW.plus_millis(3)).await.unwrap(), 2);
    db.store.request_app(&other, &wish("Else", None), NOW).await.unwrap();
    assert_eq!((db.store.teams_asking("oddapp").await.unwrap(), db.store.teams_asking("nothing").await.unwrap()), (2, 0));
    let list = db.store.app_requests(10).await.unwrap();
    assert_eq!(list.len(), 2);
    let first = &list[0];
    assert_eq!((first.name.as_str(), first.teams, first.votes, first.asked_at), ("Odd App", 2, 3, NOW.plus_millis(3)));
    assert_eq!(first.reason.as_deref(), Some("payroll"), "asking again without a reason takes none away");
}
