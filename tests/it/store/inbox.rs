//! The inbox of events: stored once while they wait, worked by one at a time, given up only in the end.

use patchbay::server::store::ports::{inbox::*, *};
use uuid::Uuid;

use super::harness::*;

both!(
    events_are_stored_and_claimed_once,
    an_identical_body_is_dropped_only_while_its_twin_waits,
    a_claim_that_was_taken_over_settles_nothing,
    what_failed_waits_and_what_is_dead_stays,
    a_failing_event_whose_twin_waits_is_done,
    an_event_is_replayed_with_all_its_tries,
    what_a_batch_came_to_is_written_at_once,
    lines_that_say_the_same_are_written_once_in_ten_minutes,
    bodies_go_with_their_event_or_account,
    old_events_are_tidied_away,
    accounts_are_found_by_either_id,
    a_token_is_adopted_once,
    four_processes_work_each_event_once,
);

fn hook(body: &str) -> NewHook {
    NewHook {
        id: Uuid::new_v4(),
        event: Some("Employee.changed".into()),
        linked_account_id: Some("upstream-id".into()),
        body: Sealed(format!("v1.k1.{body}")),
        body_hash: format!("hash-of-{body}"),
        wait_millis: 0,
    }
}

async fn receive(db: &TestDb, body: &str) -> Uuid {
    let hook = hook(body);
    assert_eq!(db.store.receive_hooks(std::slice::from_ref(&hook), NOW).await.unwrap(), 1, "{body}");
    hook.id
}

async fn claim(db: &TestDb) -> Hook {
    let mut hooks = db.store.claim_hooks(1, HOUR).await.unwrap();
    hooks.pop().unwrap()
}

fn settled(hook: &Hook, end: HookEnd) -> SettledHook {
    SettledHook { id: hook.id, attempts: hook.attempts, account: None, end, job: None, record: None, activity: None }
}

async fn state(db: &TestDb, id: Uuid) -> String {
    db.texts(&format!("SELECT state FROM webhook_inbox WHERE id = '{id}'")).await.pop().unwrap()
}

async fn events_are_stored_and_claimed_once(db: TestDb) {
    assert_eq!(db.store.receive_hooks(&[], NOW).await.unwrap(), 0);
    assert_eq!(db.store.next_hook_in().await.unwrap(), None);
    let ids = [receive(&db, "a").await, receive(&db, "b").await];
    assert_eq!(db.store.next_hook_in().await.unwrap(), Some(0));
    let claimed = db.store.claim_hooks(10, HOUR).await.unwrap();
    let mut found: Vec<Uuid> = claimed.iter().map(|hook| hook.id).collect();
    found.sort();
    let mut expected = ids.to_vec();
    expected.sort();
    assert_eq!(found, expected);
    assert!(claimed.iter().all(|hook| hook.attempts == 1 && hook.body.as_ref().unwrap().0.starts_with("v1.k1.")));
    assert!(db.store.claim_hooks(10, HOUR).await.unwrap().is_empty(), "they are being worked");
    assert!(db.store.next_hook_in().await.unwrap().unwrap() > HOUR - 60_000);
    let mut later = hook("later");
    later.wait_millis = HOUR;
    db.store.receive_hooks(&[later], NOW).await.unwrap();
    assert!(db.store.claim_hooks(10, HOUR).await.unwrap().is_empty(), "it was told to wait");
    let lines = db.store.hooks(Some(HookState::Processing), 10).await.unwrap();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0].event.as_deref(), Some("Employee.changed"));
    assert_eq!(db.store.hooks(None, 2).await.unwrap().len(), 2);
}

async fn an_identical_body_is_dropped_only_while_its_twin_waits(db: TestDb) {
    receive(&db, "a").await;
    assert_eq!(db.store.receive_hooks(&[hook("a"), hook("b"), hook("b")], NOW).await.unwrap(), 1);
    let first = db.store.claim_hooks(2, HOUR).await.unwrap();
    assert_eq!(first.len(), 2);
    receive(&db, "a").await;
    assert_eq!(db.store.receive_hooks(&[hook("a")], NOW).await.unwrap(), 0);
    let done: Vec<_> = first.iter().map(|hook| settled(hook, HookEnd::Done)).collect();
    db.store.settle_hooks(&done, NOW).await.unwrap();
    receive(&db, "b").await;
}

async fn a_claim_that_was_taken_over_settles_nothing(db: TestDb) {
    let id = receive(&db, "a").await;
    let slow = db.store.claim_hooks(1, 0).await.unwrap().pop().unwrap();
    let quick = claim(&db).await;
    assert_eq!((quick.id, quick.attempts), (id, 2));
    db.store.settle_hooks(&[settled(&slow, HookEnd::Dead("too late".into()))], NOW).await.unwrap();
    assert_eq!(state(&db, id).await, "processing");
    db.store.settle_hooks(&[settled(&quick, HookEnd::Done)], NOW).await.unwrap();
    db.store.settle_hooks(&[settled(&quick, HookEnd::Dead("twice".into()))], NOW).await.unwrap();
    assert_eq!(state(&db, id).await, "done");
}

async fn what_failed_waits_and_what_is_dead_stays(db: TestDb) {
    let id = receive(&db, "a").await;
    let again = HookEnd::Again { in_millis: HOUR, reason: "away".into() };
    db.store.settle_hooks(&[settled(&claim(&db).await, again)], NOW).await.unwrap();
    assert_eq!(state(&db, id).await, "retry");
    assert!(db.store.claim_hooks(1, HOUR).await.unwrap().is_empty());
    db.execute("UPDATE webhook_inbox SET run_at = 0").await.unwrap();
    let hook = claim(&db).await;
    assert_eq!(hook.attempts, 2);
    db.store.settle_hooks(&[settled(&hook, HookEnd::Dead("hopeless".into()))], NOW).await.unwrap();
    assert_eq!(db.store.next_hook_in().await.unwrap(), None);
    let dead = db.store.hooks(Some(HookState::Dead), 10).await.unwrap();
    assert_eq!((dead.len(), dead[0].error.as_deref(), dead[0].attempts), (1, Some("hopeless"), 2));
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE body IS NOT NULL").await, 1, "it can be worked again");
}

async fn a_failing_event_whose_twin_waits_is_done(db: TestDb) {
    let first = receive(&db, "a").await;
    let hook = claim(&db).await;
    let second = receive(&db, "a").await;
    let again = HookEnd::Again { in_millis: 0, reason: "away".into() };
    db.store.settle_hooks(&[settled(&hook, again)], NOW).await.unwrap();
    assert_eq!((state(&db, first).await.as_str(), state(&db, second).await.as_str()), ("done", "received"));
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE body IS NOT NULL").await, 1);
}

async fn an_event_is_replayed_with_all_its_tries(db: TestDb) {
    assert_eq!(db.store.replay_hook(Uuid::new_v4()).await.unwrap(), Replayed::Unknown);
    let id = receive(&db, "a").await;
    let hook = claim(&db).await;
    assert_eq!(db.store.replay_hook(id).await.unwrap(), Replayed::Busy);
    db.store.settle_hooks(&[settled(&hook, HookEnd::Dead("hopeless".into()))], NOW).await.unwrap();
    let twin = receive(&db, "a").await;
    assert_eq!(db.store.replay_hook(id).await.unwrap(), Replayed::TwinWaits);
    db.store.settle_hooks(&[settled(&claim(&db).await, HookEnd::Done)], NOW).await.unwrap();
    assert_eq!(db.store.replay_hook(twin).await.unwrap(), Replayed::NoBody);
    assert_eq!(db.store.replay_hook(id).await.unwrap(), Replayed::Waiting);
    assert_eq!((state(&db, id).await.as_str(), claim(&db).await.attempts), ("received", 1));
}

async fn what_a_batch_came_to_is_written_at_once(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    db.execute("DELETE FROM jobs").await.unwrap();
    receive(&db, "a").await;
    receive(&db, "b").await;
    receive(&db, "c").await;
    let batch: Vec<SettledHook> = db
        .store
        .claim_hooks(3, HOUR)
        .await
        .unwrap()
        .iter()
        .map(|hook| SettledHook {
            account: Some(Box::new(account.clone())),
            job: Some(("refresh", 0)),
            activity: Some("event_synced"),
            ..settled(hook, HookEnd::Done)
        })
        .collect();
    db.store.settle_hooks(&batch, NOW).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE state = 'done' AND body IS NULL").await, 3);
    let own =
        format!("SELECT count(*) FROM webhook_inbox WHERE account_id = '{}' AND organization_id = '{}'", account.id, org.organization);
    assert_eq!(db.number(&own).await, 3);
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'refresh'").await, 1);
    let told = db.store.activity(&org, Some(account.id), 10).await.unwrap();
    assert_eq!(told.iter().filter(|line| line.kind == "event_synced" && line.actor_name.is_none()).count(), 1);
    assert_eq!(db.store.hooks(None, 10).await.unwrap()[0].organization_name.as_deref(), Some("Acme"));
    // An account that is gone meanwhile is no obstacle.
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    receive(&db, "d").await;
    let late = SettledHook {
        account: Some(Box::new(account.clone())),
        activity: Some("event_synced"),
        ..settled(&claim(&db).await, HookEnd::Done)
    };
    assert!(db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    db.store.settle_hooks(&[late], NOW).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE state = 'done'").await, 4);
}

async fn lines_that_say_the_same_are_written_once_in_ten_minutes(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    for (n, (kind, after)) in
        [("event_synced", 0), ("event_synced", 599_999), ("event_issue", 599_999), ("event_synced", 600_001)].into_iter().enumerate()
    {
        receive(&db, &n.to_string()).await;
        let told =
            SettledHook { account: Some(Box::new(account.clone())), activity: Some(kind), ..settled(&claim(&db).await, HookEnd::Done) };
        db.store.settle_hooks(&[told], NOW.plus_millis(after)).await.unwrap();
    }
    let told = db.store.activity(&org, Some(account.id), 10).await.unwrap();
    let kinds: Vec<&str> = told.iter().map(|line| line.kind.as_str()).filter(|kind| kind.starts_with("event_")).collect();
    assert_eq!(kinds, ["event_synced", "event_issue", "event_synced"]);
}

async fn bodies_go_with_their_event_or_account(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    receive(&db, "a").await;
    let dead = SettledHook { account: Some(Box::new(account.clone())), ..settled(&claim(&db).await, HookEnd::Dead("hopeless".into())) };
    db.store.settle_hooks(&[dead], NOW).await.unwrap();
    assert_eq!(db.store.sealing_keys().await.unwrap(), ["k1"]);
    assert!(db.store.start_delete(&org, account.id, NOW).await.unwrap());
    assert!(db.store.finish_delete(account.id, "mac", NOW).await.unwrap());
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE body IS NOT NULL").await, 0);
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE account_id IS NULL").await, 1, "its envelope stays");
}

async fn old_events_are_tidied_away(db: TestDb) {
    receive(&db, "done").await;
    db.store.settle_hooks(&[settled(&claim(&db).await, HookEnd::Done)], NOW).await.unwrap();
    receive(&db, "waits").await;
    let month = 30 * 24 * HOUR;
    db.store.tidy(NOW.plus_millis(month - 1)).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox").await, 2);
    db.store.tidy(NOW.plus_millis(month)).await.unwrap();
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE state = 'received'").await, 1);
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox").await, 1);
}

async fn accounts_are_found_by_either_id(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let one = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let two = ready(&*db.store, &org, &begin(&org, "workday")).await;
    let find = async |upstream: &str, id: Option<&str>, origin: Option<&str>| {
        db.store.account_of_hook(upstream, id, origin).await.unwrap().map(|account| account.id)
    };
    assert_eq!(find(UPSTREAM, one.linked_account_id.as_deref(), None).await, Some(one.id));
    assert_eq!(find(UPSTREAM, None, Some(&two.end_user_origin_id)).await, Some(two.id));
    assert_eq!(find(UPSTREAM, one.linked_account_id.as_deref(), Some(&two.end_user_origin_id)).await, Some(one.id), "theirs first");
    assert_eq!(find("https://elsewhere.example/api", None, Some(&two.end_user_origin_id)).await, None);
    assert_eq!(find(UPSTREAM, None, None).await, None);
    db.execute(&format!(
        "INSERT INTO model_syncs (account_id, model, window_end, stale, updated_at) VALUES ('{0}', 'Employee', '2026-01-01T00:00:00Z', FALSE, 0), \
         ('{0}', 'Team', NULL, FALSE, 0), ('{0}', 'Group', '2026-01-01T00:00:00Z', TRUE, 0)",
        one.id
    ))
    .await
    .unwrap();
    assert_eq!(db.store.window_ends(&one).await.unwrap(), [("Employee".to_owned(), "2026-01-01T00:00:00Z".to_owned())]);
    assert!(db.store.start_delete(&org, one.id, NOW).await.unwrap());
    assert!(!db.store.buried("mac", UPSTREAM, NOW).await.unwrap());
    assert!(db.store.finish_delete(one.id, "mac", NOW).await.unwrap());
    assert!(db.store.buried("mac", UPSTREAM, NOW).await.unwrap());
    assert!(!db.store.buried("mac", "https://elsewhere.example/api", NOW).await.unwrap());
    assert!(!db.store.buried("mac", UPSTREAM, NOW.plus_millis(91 * 24 * HOUR)).await.unwrap());
}

async fn a_token_is_adopted_once(db: TestDb) {
    let org = organization(&*db.store, "Acme").await;
    let account = ready(&*db.store, &org, &begin(&org, "bamboohr")).await;
    let link = || AdoptedLink {
        attempt: patchbay::domain::ids::AttemptId(Uuid::new_v4()),
        token_hash: "hash".into(),
        account_token: Sealed("v1.k1.token".into()),
        linked_account_id: "upstream-id".into(),
        lease_millis: HOUR,
    };
    let attempt = db.store.adopt_link(&org, &account, &link(), NOW).await.unwrap().unwrap();
    assert_eq!(attempt.exchange, ExchangeState::TokenKept);
    assert_eq!(attempt.sent_origin_id.as_ref(), Some(&account.end_user_origin_id));
    assert_eq!(attempt.category, Some(account.category));
    assert!(db.store.adopt_link(&org, &account, &link(), NOW).await.unwrap().is_none());
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'finish_exchange'").await, 1);
    match db.store.activate(&org, &activation(&attempt, &account), NOW).await.unwrap() {
        Activated::Linked { account: linked, .. } => assert_eq!(linked.id, account.id),
        other => panic!("{other:?}"),
    }
    assert_eq!(db.number("SELECT count(*) FROM jobs WHERE kind = 'finish_exchange'").await, 0);
    assert!(db.store.adopt_link(&org, &account, &link(), NOW).await.unwrap().is_none());
}

async fn four_processes_work_each_event_once(db: TestDb) {
    let hooks: Vec<NewHook> = (0..60).map(|n| hook(&n.to_string())).collect();
    assert_eq!(db.store.receive_hooks(&hooks, NOW).await.unwrap(), 60);
    let mut workers = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let store = db.another_process().await;
        workers.spawn(async move {
            let mut mine = Vec::new();
            loop {
                let claimed = store.claim_hooks(7, HOUR).await.unwrap();
                if claimed.is_empty() {
                    return mine;
                }
                let done: Vec<_> = claimed.iter().map(|hook| settled(hook, HookEnd::Done)).collect();
                store.settle_hooks(&done, NOW).await.unwrap();
                mine.extend(claimed.into_iter().map(|hook| hook.id));
            }
        });
    }
    let mut worked: Vec<Uuid> = workers.join_all().await.into_iter().flatten().collect();
    assert_eq!(worked.len(), 60);
    worked.sort();
    worked.dedup();
    assert_eq!(worked.len(), 60);
    assert_eq!(db.number("SELECT count(*) FROM webhook_inbox WHERE state = 'done' AND attempts = 1").await, 60);
}
