//! How many calls an account may still make this minute (S9): shared by all processes through the database, drawn in blocks so that not every
//! call is a transaction.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use crate::{
    domain::ids::AccountId,
    server::{
        clock::Timer,
        store::ports::{Store, StoreResult},
    },
};

const MINUTE: i64 = 60_000;
/// Accounts that are remembered before those whose minute is over are forgotten.
const REMEMBERED: usize = 10_000;

/// What this process has drawn and not used.
#[derive(Clone, Copy)]
struct Drawn {
    left: u32,
    until: Duration,
}

/// The budgets of all accounts, as far as this process knows them.
pub(super) struct Budgets {
    store: Arc<dyn Store>,
    timer: Arc<dyn Timer>,
    per_minute: u32,
    drawn: Mutex<HashMap<AccountId, Drawn>>,
}

impl Budgets {
    pub(super) fn new(store: Arc<dyn Store>, timer: Arc<dyn Timer>, per_minute: u32) -> Self {
        Self { store, timer, per_minute, drawn: Mutex::default() }
    }

    /// Takes one call of an account's minute. `Err(millis)` inside `Ok`: none is left for so long.
    pub(super) async fn take(&self, account: AccountId) -> StoreResult<Result<(), i64>> {
        if self.take_drawn(account) {
            return Ok(Ok(()));
        }
        // A twentieth at a time: what a process draws and does not use is lost for the minute.
        let block = (self.per_minute / 20).clamp(1, 500);
        let (drawn, left_millis) = self.store.draw(&format!("upstream:{account}"), block, self.per_minute, MINUTE).await?;
        let Some(left) = drawn.checked_sub(1) else { return Ok(Err(left_millis)) };
        let until = self.timer.elapsed().saturating_add(Duration::from_millis(u64::try_from(left_millis).unwrap_or_default()));
        let mut known = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            let now = self.timer.elapsed();
            known.retain(|_, drawn| drawn.until > now);
        }
        known.insert(account, Drawn { left, until });
        Ok(Ok(()))
    }

    fn take_drawn(&self, account: AccountId) -> bool {
        let now = self.timer.elapsed();
        let mut known = self.drawn.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get_mut(&account) {
            Some(drawn) if drawn.left > 0 && drawn.until > now => {
                drawn.left -= 1;
                true
            }
            _ => false,
        }
    }
}
