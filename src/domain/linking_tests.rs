#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use proptest::prelude::*;
use uuid::Uuid;

use super::{Strategy, *};

fn row(n: u128, status: AccountStatus, requested: Option<&str>) -> Row {
    Row {
        id: AccountId(Uuid::from_u128(n)),
        status,
        strategy: Strategy::Multiple,
        requested: requested.map(str::to_owned),
        app_name: None,
        token_issued: true,
        held: false,
    }
}

fn pending(n: u128, requested: Option<&str>) -> Row {
    row(n, AccountStatus::Pending, requested)
}

#[test]
fn first_attempt_creates() {
    assert_eq!(decide(Strategy::Multiple, &[], Some("bamboohr"), &[]), Decision::Create);
    assert_eq!(log_line(&Decision::Create, &[]), "First linking attempt");
}

#[test]
fn the_same_app_is_reused_even_while_another_page_holds_it() {
    let rows = [Row { held: true, ..pending(1, Some("bamboohr")) }];
    assert_eq!(decide(Strategy::Multiple, &rows, Some("bamboohr"), &[]), Decision::Reuse(rows[0].id));
}

#[test]
fn no_app_chosen_counts_as_an_app_of_its_own() {
    let rows = [Row { held: true, ..pending(1, Some("bamboohr")) }];
    assert_eq!(decide(Strategy::Multiple, &rows, None, &[]), Decision::Create);
    let rows = [pending(1, None)];
    assert_eq!(decide(Strategy::Multiple, &rows, None, &[]), Decision::Reuse(rows[0].id));
}

#[test]
fn another_app_takes_over_a_row_that_never_held_a_link_token() {
    let rows = [Row { token_issued: false, ..pending(1, Some("bamboohr")) }];
    assert_eq!(decide(Strategy::Multiple, &rows, Some("workday"), &[]), Decision::ReAim(rows[0].id));
}

#[test]
fn a_row_that_the_upstream_may_know_is_asked_about_first() {
    let rows = [pending(1, Some("bamboohr"))];
    let id = rows[0].id;
    assert_eq!(decide(Strategy::Multiple, &rows, Some("workday"), &[]), Decision::Ask(id));
    assert_eq!(decide(Strategy::Multiple, &rows, Some("workday"), &[Probe { row: id, free: true }]), Decision::ReAim(id));
    assert_eq!(decide(Strategy::Multiple, &rows, Some("workday"), &[Probe { row: id, free: false }]), Decision::Create);
}

#[test]
fn a_held_row_is_left_to_its_page() {
    let rows = [Row { held: true, token_issued: false, ..pending(1, Some("bamboohr")) }];
    assert_eq!(decide(Strategy::Multiple, &rows, Some("workday"), &[]), Decision::Create);
}

#[test]
fn a_second_account_of_a_connected_app_gets_a_new_row() {
    let rows = [row(1, AccountStatus::Active, Some("bamboohr"))];
    let decision = decide(Strategy::Multiple, &rows, Some("bamboohr"), &[]);
    assert_eq!(decision, Decision::Create);
    assert_eq!(log_line(&decision, &rows), "Adding second integration");
}

#[test]
fn single_refuses_a_second_app_and_says_which_is_connected() {
    for (status, deleting) in [
        (AccountStatus::Active, false),
        (AccountStatus::RelinkNeeded, false),
        (AccountStatus::Error, false),
        (AccountStatus::Deleting, true),
    ] {
        let rows = [Row { strategy: Strategy::Single, app_name: Some("BambooHR".into()), ..row(1, status, Some("bamboohr")) }];
        assert_eq!(decide(Strategy::Single, &rows, Some("workday"), &[]), Decision::Taken { app_name: Some("BambooHR".into()), deleting });
    }
}

#[test]
fn single_has_one_row_whatever_happens() {
    let rows = [Row { strategy: Strategy::Single, ..pending(1, Some("bamboohr")) }];
    let id = rows[0].id;
    assert_eq!(decide(Strategy::Single, &rows, Some("bamboohr"), &[]), Decision::Reuse(id));
    assert_eq!(decide(Strategy::Single, &rows, Some("workday"), &[]), Decision::Ask(id));
    assert_eq!(decide(Strategy::Single, &rows, Some("workday"), &[Probe { row: id, free: true }]), Decision::ReAim(id));
    assert!(matches!(decide(Strategy::Single, &rows, Some("workday"), &[Probe { row: id, free: false }]), Decision::Taken { .. }));
    let held = [Row { held: true, ..rows[0].clone() }];
    assert_eq!(decide(Strategy::Single, &held, Some("workday"), &[]), Decision::InProgress);
}

fn any_rows() -> impl Strategy_<Value = Vec<Row>> {
    let one = (0usize..5, 0usize..2, 0usize..4, any::<bool>(), any::<bool>());
    proptest::collection::vec(one, 0..6).prop_map(|rows| {
        rows.into_iter()
            .enumerate()
            .map(|(n, (status, strategy, app, token_issued, held))| Row {
                id: AccountId(Uuid::from_u128(n as u128)),
                status: AccountStatus::ALL[status],
                strategy: [Strategy::Multiple, Strategy::Single][strategy],
                requested: [None, Some("a"), Some("b"), Some("c")][app].map(str::to_owned),
                app_name: None,
                token_issued,
                held,
            })
            .collect()
    })
}

use proptest::strategy::Strategy as Strategy_;

proptest! {
    #[test]
    fn nothing_but_pending_rows_is_ever_touched(rows in any_rows(), single in any::<bool>(), app in 0usize..4) {
        let app = [None, Some("a"), Some("b"), Some("c")][app];
        let strategy = if single { Strategy::Single } else { Strategy::Multiple };
        if let Decision::Reuse(id) | Decision::ReAim(id) | Decision::Ask(id) = decide(strategy, &rows, app, &[]) {
            let row = rows.iter().find(|row| row.id == id).unwrap();
            prop_assert_eq!(row.status, AccountStatus::Pending);
            prop_assert_eq!(row.strategy, strategy);
        }
    }

    #[test]
    fn asking_ends(rows in any_rows(), single in any::<bool>(), app in 0usize..4, free in any::<bool>()) {
        let app = [None, Some("a"), Some("b"), Some("c")][app];
        let strategy = if single { Strategy::Single } else { Strategy::Multiple };
        let mut probes = Vec::new();
        for _ in 0..=rows.len() {
            match decide(strategy, &rows, app, &probes) {
                Decision::Ask(row) => probes.push(Probe { row, free }),
                Decision::ReAim(id) => {
                    let row = rows.iter().find(|row| row.id == id).unwrap();
                    prop_assert!(!row.held && (!row.token_issued || free));
                    return Ok(());
                }
                _ => return Ok(()),
            }
        }
        prop_assert!(false, "asked for ever");
    }
}
