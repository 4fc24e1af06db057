//! Whose accounts are whose (P2, §13): another organisation's ids are not there, members look, a person's own accounts are their own.

use patchbay::{
    api::error::Code,
    domain::{category::Category, origin::SubjectKind, status::AccountStatus},
};

use super::harness::{Bench, Wishes, told};
use crate::store::harness::TestDb;

both!(another_organisation_finds_nothing, members_look, a_persons_own_accounts_are_their_own);

async fn another_organisation_finds_nothing(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let stranger = bench.admin("Stranger").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    let pending = bench.connect(&admin, Category::Crm, "salesforce").await;
    let unfinished =
        bench.linking.accounts(&admin.org()).await.unwrap().into_iter().find(|row| row.status == AccountStatus::Pending).unwrap();
    let org = stranger.org();
    for (what, refused) in [
        ("relink", told(bench.linking.relink(&stranger, account.id, None).await)),
        ("delete", told(bench.linking.delete(&org, account.id).await)),
        ("rename", told(bench.linking.rename(&org, account.id, "mine").await)),
        ("discard", told(bench.linking.discard(&org, unfinished.id).await)),
        ("delete unfinished", told(bench.linking.delete(&org, unfinished.id).await)),
        ("health", told(bench.linking.check_health(&org, account.id).await)),
        ("release", told(bench.linking.release(&org, pending.attempt).await)),
    ] {
        assert_eq!((refused.code, refused.code.status()), (Code::NotFound, 404), "{what}");
    }
    assert!(bench.linking.accounts(&org).await.unwrap().is_empty());
    assert_eq!(bench.linking.accounts(&admin.org()).await.unwrap().len(), 2);
}

async fn members_look(db: TestDb) {
    let bench = Bench::new(db).await;
    let admin = bench.admin("Acme").await;
    let member = bench.member(&admin, "Mia").await;
    let account = bench.connected(&admin, Category::Hris, "bamboohr").await;
    assert_eq!(bench.linking.accounts(&member.org()).await.unwrap().len(), 1);
    for (what, refused) in [
        ("connect", told(bench.linking.connect(&member, Some("hris".into()), None, None).await)),
        ("relink", told(bench.linking.relink(&member, account.id, None).await)),
        ("delete", told(bench.linking.delete(&member.org(), account.id).await)),
        ("rename", told(bench.linking.rename(&member.org(), account.id, "x").await)),
    ] {
        assert_eq!((refused.code, refused.code.status()), (Code::NotAllowed, 403), "{what}");
    }
    assert_eq!(bench.db.number("SELECT COUNT(*) FROM linked_accounts").await, 1);
}

async fn a_persons_own_accounts_are_their_own(db: TestDb) {
    let bench = Bench::with(db, Wishes { subject: SubjectKind::User, ..Wishes::default() }).await;
    let admin = bench.admin("Acme").await;
    let member = bench.member(&admin, "Mia").await;
    let account = bench.connected(&member, Category::FileStorage, "google-drive").await;
    assert!(account.end_user_origin_id.starts_with(&format!("{}_filestorage_", member.user)));
    assert!(bench.linking.accounts(&admin.org()).await.unwrap().is_empty(), "not even the admin sees it");
    assert_eq!(told(bench.linking.delete(&admin.org(), account.id).await).code, Code::NotFound);
    bench.linking.rename(&member.org(), account.id, "My files").await.unwrap();
    bench.linking.delete(&member.org(), account.id).await.unwrap();
}
