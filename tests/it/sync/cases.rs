//! What may happen upstream and to us, in any order.

use proptest::prelude::*;

use super::world::MINUTE;

/// Something that happens.
#[derive(Clone, Debug)]
pub enum Step {
    /// A row is added, or a row gets a version, `late` microseconds before it is seen; with the same time as the last write if `equal`.
    Write {
        model: usize,
        row: Option<usize>,
        deleted: bool,
        late: i64,
        equal: bool,
    },
    /// A row is gone without a trace, if not too many are.
    Vanish {
        model: usize,
        row: usize,
    },
    /// Time passes.
    Wait(i64),
    /// The upstream's syncs.
    Start,
    Finish(bool),
    FinishInBetween,
    /// Everything that was written since the sync began becomes visible with its end.
    HoldBack(bool),
    /// All cursors are used up.
    LoseCursors,
    PageSize(usize),
    /// We look, to the end or until a crash after so many steps of the machine.
    Refresh {
        crash_after: Option<usize>,
    },
    /// A worker stops before its call of this number and wakes up after another one has come and gone.
    Overtaken {
        call: usize,
    },
    /// A full reconciliation is asked for.
    Reconcile,
    /// A reader reads what is new.
    Read {
        rows: i64,
    },
}

fn step() -> impl Strategy<Value = Step> {
    let write = (0..2_usize, prop::option::weighted(0.6, any::<usize>()), any::<bool>(), 0..5 * MINUTE, prop::bool::weighted(0.3));
    prop_oneof![
        10 => write.prop_map(|(model, row, deleted, late, equal)| Step::Write { model, row, deleted, late, equal }),
        1 => (0..2_usize, any::<usize>()).prop_map(|(model, row)| Step::Vanish { model, row }),
        4 => (0..40 * MINUTE).prop_map(Step::Wait),
        2 => Just(Step::Start),
        3 => prop::bool::weighted(0.8).prop_map(Step::Finish),
        1 => Just(Step::FinishInBetween),
        1 => any::<bool>().prop_map(Step::HoldBack),
        1 => Just(Step::LoseCursors),
        1 => (1..=100_usize).prop_map(Step::PageSize),
        6 => prop::option::weighted(0.5, 1..400_usize).prop_map(|crash_after| Step::Refresh { crash_after }),
        1 => (0..8_usize).prop_map(|call| Step::Overtaken { call }),
        1 => Just(Step::Reconcile),
        2 => (1..40_i64).prop_map(|rows| Step::Read { rows }),
    ]
}

/// A whole story.
#[derive(Clone, Debug)]
pub struct Case {
    pub skew: i64,
    pub inclusive: (bool, bool),
    pub page_size: usize,
    pub rows: usize,
    pub steps: Vec<Step>,
}

pub fn case() -> impl Strategy<Value = Case> {
    let skew = prop_oneof![Just(0), -90 * MINUTE..90 * MINUTE];
    (skew, any::<(bool, bool)>(), 1..=100_usize, 0..130_usize, prop::collection::vec(step(), 4..28))
        .prop_map(|(skew, inclusive, page_size, rows, steps)| Case { skew, inclusive, page_size, rows, steps })
}
