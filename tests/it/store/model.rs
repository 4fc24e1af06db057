//! Random sequences of clicks, against a model in memory: what the database tells the rule is what happened (L4, L5).

use patchbay::domain::{
    ids::{AccountId, AttemptId},
    linking::{Decision, Probe, Row, decide},
    origin::Strategy as Origin,
    people::Org,
    status::AccountStatus,
};
use patchbay::server::store::ports::*;
use proptest::{prelude::*, test_runner::TestRunner};
use uuid::Uuid;

use super::harness::*;

both!(clicks_in_any_order);

#[derive(Clone, Debug)]
enum Click {
    /// Connects an app from a page; the upstream says whether what it is asked about is free.
    Begin {
        app: Option<u8>,
        page: Option<u8>,
        free: bool,
    },
    /// The link token of an earlier attempt was issued, an attempt was released, its row discarded or connected.
    Issue(usize),
    Release(usize),
    Discard(usize),
    Connect(usize),
}

fn clicks() -> impl Strategy<Value = (bool, Vec<Click>)> {
    let begin = (proptest::option::of(0u8..3), proptest::option::of(0u8..3), any::<bool>());
    let click = prop_oneof![
        4 => begin.prop_map(|(app, page, free)| Click::Begin { app, page, free }),
        3 => (0usize..20).prop_map(Click::Issue),
        1 => (0usize..20).prop_map(Click::Release),
        1 => (0usize..20).prop_map(Click::Discard),
        1 => (0usize..20).prop_map(Click::Connect),
    ];
    (any::<bool>(), proptest::collection::vec(click, 1..14))
}

struct Attempted {
    id: AttemptId,
    row: AccountId,
    page: Option<u8>,
    open: bool,
}

#[derive(Default)]
struct Model {
    rows: Vec<Row>,
    attempts: Vec<Attempted>,
}

impl Model {
    /// The rows as a page sees them.
    fn seen_by(&self, page: Option<u8>) -> Vec<Row> {
        let held = |row: &Row| self.attempts.iter().any(|a| a.row == row.id && a.open && a.page.is_some() && a.page != page);
        self.rows.iter().map(|row| Row { held: held(row), ..row.clone() }).collect()
    }

    fn row(&mut self, id: AccountId) -> &mut Row {
        self.rows.iter_mut().find(|row| row.id == id).unwrap()
    }
}

async fn play(db: &TestDb, org: &Org, strategy: Origin, clicks: Vec<Click>) {
    let mut model = Model::default();
    for (n, click) in clicks.into_iter().enumerate() {
        let now = NOW.plus_millis(i64::try_from(n).unwrap());
        let nth = |n: usize| model.attempts.get(n % model.attempts.len().max(1)).map(|a| (a.id, a.row));
        match click {
            Click::Begin { app, page, free } => connect(db, org, strategy, &mut model, (app, page, free), now).await,
            Click::Issue(n) => {
                let Some((id, row)) = nth(n) else { continue };
                let open = model.attempts.iter().any(|a| a.id == id && a.open);
                assert_eq!(db.store.link_token_issued(org, id, now).await.unwrap(), open);
                model.row(row).token_issued |= open;
            }
            Click::Release(n) => {
                let Some((id, _)) = nth(n) else { continue };
                assert!(db.store.release_attempt(org, id, now).await.unwrap());
                model.attempts.iter_mut().filter(|a| a.id == id).for_each(|a| a.open = false);
            }
            Click::Discard(n) => {
                let Some((_, row)) = nth(n) else { continue };
                let pending = model.row(row).status == AccountStatus::Pending;
                assert_eq!(db.store.discard(org, row, now).await.unwrap(), pending);
                model.attempts.iter_mut().filter(|a| a.row == row && pending).for_each(|a| a.open = false);
            }
            Click::Connect(n) => {
                let Some((_, row)) = nth(n) else { continue };
                let account = db.store.account(org, row).await.unwrap().unwrap();
                let attempt = mine(&*db.store, org, &claim_of(&Uuid::new_v4().to_string(), None)).await;
                db.store.activate(org, &activation(&attempt, &account), now).await.unwrap();
                model.row(row).status = AccountStatus::Active;
            }
        }
    }
}

async fn connect(
    db: &TestDb,
    org: &Org,
    strategy: Origin,
    model: &mut Model,
    (app, page, free): (Option<u8>, Option<u8>, bool),
    now: patchbay::domain::time::Timestamp,
) {
    let app = app.map(|app| format!("app-{app}"));
    let mut wanted = BeginConnect {
        strategy,
        integration: app.clone(),
        integration_name: app.clone(),
        page: page.map(|page| format!("tab {page}")),
        ..begin(org, "")
    };
    let rows = model.seen_by(page);
    let id = loop {
        let expected = decide(strategy, &rows, app.as_deref(), &wanted.probes);
        match (db.store.begin_connect(org, &wanted, now).await.unwrap(), expected) {
            (Begun::Ask { account, .. }, Decision::Ask(row)) if account == row => wanted.probes.push(Probe { row, free }),
            (Begun::Taken { deleting: false, .. }, Decision::Taken { deleting: false, .. }) | (Begun::InProgress, Decision::InProgress) => {
                return;
            }
            (Begun::Ready { account, .. }, Decision::Reuse(row) | Decision::ReAim(row)) if account.id == row => break row,
            (Begun::Ready { account, .. }, Decision::Create) if account.id == wanted.account => {
                let fresh = Row {
                    id: account.id,
                    status: AccountStatus::Pending,
                    strategy,
                    requested: None,
                    app_name: None,
                    token_issued: false,
                    held: false,
                };
                model.rows.push(fresh);
                break account.id;
            }
            (got, expected) => panic!("expected {expected:?}, got {got:?}"),
        }
    };
    model.row(id).requested = app;
    model.attempts.iter_mut().filter(|a| page.is_some() && a.page == page).for_each(|a| a.open = false);
    model.attempts.push(Attempted { id: wanted.attempt, row: id, page, open: true });
}

async fn clicks_in_any_order(db: TestDb) {
    let runtime = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        TestRunner::new(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })
            .run(&clicks(), |(single, clicks)| {
                runtime.block_on(async {
                    let org = organization(&*db.store, &format!("O{}", Uuid::new_v4().simple())).await;
                    play(&db, &org, if single { Origin::Single } else { Origin::Multiple }, clicks).await;
                });
                Ok(())
            })
            .unwrap();
    });
}
