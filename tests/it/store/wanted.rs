//! Records that events told of (W5): noted with their events, taken by a run, forgotten when they were asked for.

use patchbay::{
    domain::webhook::FEW_RECORDS,
    server::store::ports::{
        LinkedAccount,
        inbox::{HookEnd, NewHook, SettledHook},
        sync::Wanted,
        *,
    },
};
use uuid::Uuid;

use super::harness::*;

both!(
    a_record_is_wanted_once_until_it_was_asked_for,
    one_that_is_told_of_again_meanwhile_is_asked_for_again,
    one_that_never_comes_is_forgotten,
    too_many_are_none,
    only_a_run_whose_word_counts_takes_them,
    nothing_is_wanted_of_an_account_that_is_not_connected,
);

struct Bench {
    db: TestDb,
    account: LinkedAccount,
    org: patchbay::domain::people::Org,
}

impl Bench {
    async fn new(db: TestDb) -> Self {
        let org = organization(&*db.store, "Acme").await;
        let account = connected(&*db.store, &org, &begin(&org, "bamboohr")).await;
        Self { db, account, org }
    }

    /// Events about these employees come in and are settled as one batch.
    async fn told(&self, ids: &[&str]) {
        let hooks: Vec<NewHook> = ids
            .iter()
            .map(|_| NewHook {
                id: Uuid::new_v4(),
                event: None,
                linked_account_id: None,
                body: Sealed("v1.k1.body".into()),
                body_hash: Uuid::new_v4().to_string(),
                wait_millis: 0,
            })
            .collect();
        self.db.store.receive_hooks(&hooks, NOW).await.unwrap();
        let claimed = self.db.store.claim_hooks(1_000, HOUR).await.unwrap();
        let settled: Vec<SettledHook> = claimed
            .iter()
            .zip(ids)
            .map(|(hook, id)| SettledHook {
                id: hook.id,
                attempts: hook.attempts,
                account: Some(Box::new(self.account.clone())),
                end: HookEnd::Done,
                job: Some(("refresh", 0)),
                record: Some(("Employee", (*id).to_owned())),
                activity: None,
            })
            .collect();
        assert_eq!(settled.len(), ids.len());
        self.db.store.settle_hooks(&settled, NOW).await.unwrap();
    }

    async fn take(&self) -> Vec<Wanted> {
        let run = self.db.store.begin_run(self.account.id, UPSTREAM).await.unwrap().unwrap();
        let mut wanted = self.db.store.take_wanted(&run).await.unwrap().unwrap();
        wanted.sort_by(|a, b| a.id.cmp(&b.id));
        wanted
    }

    async fn ids(&self) -> Vec<String> {
        self.take().await.into_iter().map(|wanted| wanted.id).collect()
    }

    async fn forget(&self, wanted: &Wanted) {
        let run = self.db.store.peek_run(self.account.id, UPSTREAM).await.unwrap().unwrap();
        self.db.store.forget_wanted(&run, wanted).await.unwrap();
    }
}

async fn a_record_is_wanted_once_until_it_was_asked_for(db: TestDb) {
    let bench = Bench::new(db).await;
    assert!(bench.take().await.is_empty());
    bench.told(&["b", "a", "b"]).await;
    let wanted = bench.take().await;
    assert_eq!(wanted.iter().map(|one| (one.model.as_str(), one.id.as_str())).collect::<Vec<_>>(), [("Employee", "a"), ("Employee", "b")]);
    assert_eq!(bench.ids().await, ["a", "b"], "a run that dies leaves them to the next");
    bench.forget(&wanted[0]).await;
    assert_eq!(bench.ids().await, ["b"]);
}

async fn one_that_is_told_of_again_meanwhile_is_asked_for_again(db: TestDb) {
    let bench = Bench::new(db).await;
    bench.told(&["a"]).await;
    let wanted = bench.take().await;
    bench.told(&["a"]).await;
    bench.forget(&wanted[0]).await;
    let again = bench.take().await;
    assert_eq!(again.len(), 1);
    bench.forget(&again[0]).await;
    assert!(bench.take().await.is_empty());
}

async fn one_that_never_comes_is_forgotten(db: TestDb) {
    let bench = Bench::new(db).await;
    bench.told(&["a"]).await;
    for _ in 0..3 {
        assert_eq!(bench.ids().await, ["a"]);
    }
    assert!(bench.take().await.is_empty());
    bench.told(&["a"]).await;
    bench.take().await;
    bench.take().await;
    bench.told(&["a"]).await;
    for _ in 0..3 {
        assert_eq!(bench.ids().await, ["a"], "a new event counts anew");
    }
    assert!(bench.take().await.is_empty());
}

async fn too_many_are_none(db: TestDb) {
    let bench = Bench::new(db).await;
    let names: Vec<String> = (0..=FEW_RECORDS).map(|n| n.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    bench.told(&names[1..]).await;
    assert_eq!(bench.ids().await, names[1..]);
    bench.told(&names[..1]).await;
    assert!(bench.take().await.is_empty(), "together they are too many");
    bench.told(&names[..1]).await;
    bench.told(&names).await;
    assert!(bench.take().await.is_empty(), "at once as well, and those that wait go with them");
    assert_eq!(bench.db.number("SELECT count(*) FROM jobs WHERE kind = 'refresh'").await, 1);
}

async fn only_a_run_whose_word_counts_takes_them(db: TestDb) {
    let bench = Bench::new(db).await;
    bench.told(&["a"]).await;
    let late = bench.db.store.begin_run(bench.account.id, UPSTREAM).await.unwrap().unwrap();
    assert_eq!(bench.ids().await, ["a"]);
    assert_eq!(bench.db.store.take_wanted(&late).await.unwrap(), None);
    assert_eq!(bench.db.number("SELECT tries FROM wanted_records").await, 1);
}

async fn nothing_is_wanted_of_an_account_that_is_not_connected(db: TestDb) {
    let bench = Bench::new(db).await;
    bench.told(&["a"]).await;
    assert!(bench.db.store.start_delete(&bench.org, bench.account.id, NOW).await.unwrap());
    bench.told(&["b"]).await;
    assert_eq!(bench.db.texts("SELECT merge_id FROM wanted_records").await, ["a"]);
    assert!(bench.db.store.finish_delete(bench.account.id, "mac", NOW).await.unwrap());
    assert_eq!(bench.db.number("SELECT count(*) FROM wanted_records").await, 0);
}
