//! Reading records: in the order of changes, without a gap, and only one's own.

use std::{sync::Arc, time::Duration};

use patchbay::{
    domain::{
        ids::{AccountId, UserId},
        origin::{Subject, SubjectKind},
        people::{Org, Role},
        time::Timestamp,
    },
    server::store::ports::records::{From, ListPlace, Place, Readable, Record, RecordList, RecordQuery, RecordSort},
};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection};
use uuid::Uuid;

use super::harness::*;

both!(
    pages_go_both_ways_and_end_where_changes_go_on,
    filters_leave_out_what_they_say,
    only_ones_own_records_are_read,
    a_data_type_is_complete_after_its_first_window,
    a_follower_misses_nothing_that_two_writers_commit,
    the_browser_searches_sorts_and_pages,
);

/// A record of an account, written behind the store's back.
pub async fn write(db: &TestDb, account: AccountId, id: &str, seq: i64, modified_at: &str, fields: &str) {
    let fields = fields.replace('\'', "''");
    db.execute(&format!(
        "INSERT INTO records (account_id, model, merge_id, remote_id, fields, payload_hash, modified_at, change_seq, changed_at, created_at, \
         generation) VALUES ('{account}', 'Employee', '{id}', 'remote-{id}', '{fields}', 'h', '{modified_at}', {seq}, {seq}, 0, 0)"
    ))
    .await
    .unwrap();
    db.execute(&format!("UPDATE linked_accounts SET change_seq = {seq} WHERE id = '{account}' AND change_seq < {seq}")).await.unwrap();
}

/// Says that the first window of a data type is complete.
pub async fn complete(db: &TestDb, account: AccountId) {
    db.execute(&format!(
        "INSERT INTO model_syncs (account_id, model, window_end, updated_at) VALUES ('{account}', 'Employee', '2026-01-01T00:00:00Z', 0)"
    ))
    .await
    .unwrap();
}

fn after(account: AccountId, change_seq: i64, id: &str, limit: u32) -> RecordQuery {
    RecordQuery {
        account,
        model: "Employee",
        from: From::After(Place { change_seq, id: id.into() }),
        until: i64::MAX,
        modified_after: None,
        include_deleted: true,
        limit,
    }
}

async fn read(db: &TestDb, org: &Org, query: &RecordQuery) -> Vec<String> {
    db.store.records(org, query).await.unwrap().unwrap().into_iter().map(|record| record.id).collect()
}

async fn account(db: &TestDb, org: &Org) -> AccountId {
    connected(&*db.store, org, &begin(org, "bamboohr")).await.id
}

async fn pages_go_both_ways_and_end_where_changes_go_on(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let own = account(&db, &org).await;
    assert_eq!(db.store.records(&org, &after(own, 0, "", 2)).await.unwrap(), Some(Vec::new()), "none, but there is such an account");
    // Two of one number, as one page of a sync may write them.
    for (id, seq) in [("a", 1), ("c", 2), ("b", 2), ("d", 3)] {
        write(&db, own, id, seq, "2026-01-01T00:00:00Z", "{\"n\": 1}").await;
    }
    assert_eq!(read(&db, &org, &after(own, 0, "", 2)).await, ["a", "b"]);
    assert_eq!(read(&db, &org, &after(own, 2, "b", 2)).await, ["c", "d"]);
    assert_eq!(read(&db, &org, &after(own, 3, "d", 2)).await, [""; 0]);
    let back = |seq, id: &str| RecordQuery { from: From::Before(Place { change_seq: seq, id: id.into() }), ..after(own, 0, "", 2) };
    assert_eq!(read(&db, &org, &back(2, "c")).await, ["a", "b"]);
    assert_eq!(read(&db, &org, &back(4, "")).await, ["c", "d"]);
    assert_eq!(read(&db, &org, &RecordQuery { until: 2, ..after(own, 0, "", 9) }).await, ["a", "b", "c"]);
    let record: Record = db.store.records(&org, &after(own, 0, "", 1)).await.unwrap().unwrap().remove(0);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&record.fields).unwrap(), serde_json::json!({ "n": 1 }));
    assert_eq!((record.remote_id.as_deref(), record.change_seq, record.deleted_at), (Some("remote-a"), 1, None));
}

async fn filters_leave_out_what_they_say(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let own = account(&db, &org).await;
    for (n, modified_at) in
        ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:01+00:00", "2026-01-02T00:00:00Z"].into_iter().enumerate()
    {
        write(&db, own, &n.to_string(), i64::try_from(n).unwrap() + 1, modified_at, "{}").await;
    }
    db.execute("UPDATE records SET deleted_at = 5 WHERE merge_id = '3'").await.unwrap();
    let with = |modified_after: Option<&str>, include_deleted| RecordQuery {
        modified_after: modified_after.map(str::to_owned),
        include_deleted,
        ..after(own, 0, "", 9)
    };
    assert_eq!(read(&db, &org, &with(None, false)).await, ["0", "1", "2"]);
    assert_eq!(read(&db, &org, &with(None, true)).await, ["0", "1", "2", "3"]);
    assert_eq!(read(&db, &org, &with(Some("2026-01-01T00:00:00"), true)).await, ["1", "2", "3"]);
    assert_eq!(read(&db, &org, &with(Some("2026-01-01T00:00:00.5"), false)).await, ["2"]);
    assert_eq!(read(&db, &org, &with(Some("2026-01-01T00:00:01"), true)).await, ["3"]);
}

async fn only_ones_own_records_are_read(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let stranger = organization(&*db.store, "Stranger").await;
    let own = account(&db, &org).await;
    write(&db, own, "a", 1, "2026-01-01T00:00:00Z", "{}").await;
    let person = member(&*db.store, &org, "Kim").await;
    let program = Org { user: UserId(Uuid::nil()), role: Role::Member, ..org };
    for reader in [&org, &person, &program] {
        assert_eq!(read(&db, reader, &after(own, 0, "", 9)).await, ["a"]);
    }
    assert!(db.store.records(&stranger, &after(own, 0, "", 9)).await.unwrap().is_none());
    assert!(db.store.readable(&stranger, own, "Employee").await.unwrap().is_none());

    // What was connected for a person is that person's alone (P2), and no program's.
    let mut begin = begin(&person, "gusto");
    begin.subject = Subject::new(SubjectKind::User, person.organization, person.user);
    let personal = connected(&*db.store, &person, &begin).await.id;
    write(&db, personal, "p", 1, "2026-01-01T00:00:00Z", "{}").await;
    assert_eq!(read(&db, &person, &after(personal, 0, "", 9)).await, ["p"]);
    for other in [&org, &program, &stranger] {
        assert!(db.store.records(other, &after(personal, 0, "", 9)).await.unwrap().is_none());
    }
    assert!(db.store.start_delete(&org, own, NOW).await.unwrap());
    assert!(db.store.records(&org, &after(own, 0, "", 9)).await.unwrap().is_none(), "L8");
}

async fn a_data_type_is_complete_after_its_first_window(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let own = account(&db, &org).await;
    let readable = async || db.store.readable(&org, own, "Employee").await.unwrap().unwrap();
    assert_eq!(readable().await, Readable { complete: false, newest: 0 });
    complete(&db, own).await;
    write(&db, own, "a", 7, "2026-01-01T00:00:00Z", "{}").await;
    assert_eq!(readable().await, Readable { complete: true, newest: 7 });
    assert!(!db.store.readable(&org, own, "Team").await.unwrap().unwrap().complete);
}

/// One change as the sync writes it: the next number of the account, taken and used in one transaction.
async fn change(url: &str, account: AccountId, id: &str, pause: Duration) {
    let next = format!("UPDATE linked_accounts SET change_seq = change_seq + 1 WHERE id = '{account}' RETURNING change_seq");
    let upsert = |seq: i64| {
        format!(
            "INSERT INTO records (account_id, model, merge_id, fields, payload_hash, modified_at, change_seq, changed_at, created_at, generation) \
             VALUES ('{account}', 'Employee', '{id}', '{{}}', 'h', '2026-01-01T00:00:00Z', {seq}, 0, 0, 0) \
             ON CONFLICT (account_id, model, merge_id) DO UPDATE SET change_seq = excluded.change_seq"
        )
    };
    macro_rules! write {
        ($connection:ty, $begin:literal) => {{
            let mut connection = <$connection>::connect(url).await.unwrap();
            let mut tx = connection.begin_with($begin).await.unwrap();
            let seq: i64 = sqlx::query_scalar(AssertSqlSafe(next)).fetch_one(&mut *tx).await.unwrap();
            tokio::time::sleep(pause).await;
            sqlx::query(AssertSqlSafe(upsert(seq))).execute(&mut *tx).await.unwrap();
            tx.commit().await.unwrap();
        }};
    }
    if url.starts_with("sqlite") { write!(SqliteConnection, "BEGIN IMMEDIATE") } else { write!(PgConnection, "BEGIN") }
}

async fn a_follower_misses_nothing_that_two_writers_commit(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let own = account(&db, &org).await;
    let (over, ended) = tokio::sync::watch::channel(false);
    let follower = {
        let store = Arc::clone(&db.store);
        tokio::spawn(async move {
            let (mut seen, mut place) = (std::collections::BTreeMap::new(), Place { change_seq: 0, id: String::new() });
            loop {
                let last = *ended.borrow();
                let query = after(own, place.change_seq, &place.id, 3);
                let page = store.records(&org, &query).await.unwrap().unwrap();
                let empty = page.is_empty();
                for record in page {
                    place = Place { change_seq: record.change_seq, id: record.id.clone() };
                    seen.insert(record.id, record.change_seq);
                }
                if last && empty {
                    return seen;
                }
                tokio::task::yield_now().await;
            }
        })
    };
    let mut writers = tokio::task::JoinSet::new();
    for (writer, pause) in [("slow", 6), ("quick", 1)] {
        let url = db.url.clone();
        writers.spawn(async move {
            for n in 0..20 {
                // Some are changed twice, and both writers change the same one.
                let id = if n % 5 == 0 { "shared".to_owned() } else { format!("{writer}-{}", n % 12) };
                change(&url, own, &id, Duration::from_millis(pause)).await;
            }
        });
    }
    writers.join_all().await;
    over.send_replace(true);
    let seen = follower.await.unwrap();
    let all = db.store.records(&org, &after(own, 0, "", 100)).await.unwrap().unwrap();
    let committed: std::collections::BTreeMap<String, i64> = all.into_iter().map(|record| (record.id, record.change_seq)).collect();
    assert!(committed.len() > 10);
    assert_eq!(seen, committed, "the newest change of each record was seen");
}

async fn the_browser_searches_sorts_and_pages(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let own = account(&db, &org).await;
    for (id, seq, day, name) in [("a", 1, 3, "Ada 100%"), ("b", 2, 1, "Bob_1"), ("c", 3, 2, "Cy"), ("d", 4, 2, "Dee")] {
        write(&db, own, id, seq, &format!("2026-01-0{day}T00:00:00Z"), &format!("{{\"name\": \"{name}\"}}")).await;
    }
    db.execute("UPDATE records SET modified_us = CAST(substr(modified_at, 10, 1) AS BIGINT) * 1000000").await.unwrap();
    db.execute("UPDATE records SET deleted_at = 5 WHERE merge_id = 'd'").await.unwrap();
    let list = |sort, search: Option<&str>, after: Option<(&str, &str)>| RecordList {
        account: own,
        model: "Employee".into(),
        search: search.map(str::to_owned),
        sort,
        deleted: false,
        after: after.map(|(value, id)| ListPlace { value: value.into(), id: id.into() }),
        limit: 2,
    };
    let page = async |list: RecordList| -> String {
        db.store.records_page(&org, &list).await.unwrap().unwrap().into_iter().map(|listed| listed.record.id).collect()
    };
    assert_eq!(page(list(RecordSort::Newest, None, None)).await, "cb");
    assert_eq!(page(list(RecordSort::Newest, None, Some(("2", "b")))).await, "a");
    assert_eq!(page(list(RecordSort::Oldest, None, Some(("1", "a")))).await, "bc");
    assert_eq!(page(list(RecordSort::Modified, None, None)).await, "ac");
    let places: Vec<String> = db
        .store
        .records_page(&org, &list(RecordSort::Modified, None, None))
        .await
        .unwrap()
        .unwrap()
        .into_iter()
        .map(|listed| listed.place.value)
        .collect();
    assert_eq!(places, ["3000000", "2000000"]);
    assert_eq!(page(list(RecordSort::Modified, None, Some(("2000000", "c")))).await, "b");
    assert_eq!(page(list(RecordSort::RemoteId, None, Some(("remote-b", "b")))).await, "c");
    assert_eq!(page(list(RecordSort::Newest, Some("ADA"), None)).await, "a");
    assert_eq!(page(list(RecordSort::Newest, Some("100%"), None)).await, "a");
    assert_eq!(page(list(RecordSort::Newest, Some("_"), None)).await, "cb", "the database lets through what it cannot tell");
    assert_eq!(page(list(RecordSort::Newest, Some("REMOTE-C"), None)).await, "c");
    assert_eq!(page(list(RecordSort::Newest, Some(" "), None)).await, "cb");
    assert_eq!(page(RecordList { deleted: true, ..list(RecordSort::Newest, None, None) }).await, "d");
    assert_eq!(db.store.record(&org, own, "Employee", "d").await.unwrap().map(|record| record.deleted_at), Some(Some(Timestamp(5))));
    assert!(db.store.record(&org, own, "Team", "a").await.unwrap().is_none());
    assert!(db.store.record(&org, own, "Employee", "z").await.unwrap().is_none());
    assert_eq!(db.store.known_records(&org, own, &["a", "z", "c"]).await.unwrap(), [], "of no data type that is known");
    complete(&db, own).await;
    let mut known: Vec<String> =
        db.store.known_records(&org, own, &["a", "z", "c"]).await.unwrap().into_iter().map(|known| known.id).collect();
    known.sort();
    assert_eq!(known, ["a", "c"]);
    assert_eq!(db.store.known_records(&org, own, &[]).await.unwrap(), []);

    let stranger = organization(&*db.store, "Stranger").await;
    assert!(db.store.record(&stranger, own, "Employee", "a").await.unwrap().is_none());
    assert_eq!(db.store.known_records(&stranger, own, &["a"]).await.unwrap(), []);
    assert!(db.store.records_page(&stranger, &list(RecordSort::Newest, None, None)).await.unwrap().is_none());
}
