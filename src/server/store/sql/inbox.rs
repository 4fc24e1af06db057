//! The inbox of the upstream's events (§8).

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use sqlx::Row as _;
use uuid::Uuid;

use super::{
    super::{
        parse,
        ports::{
            Attempt, LinkedAccount, Sealed, StoreResult,
            inbox::{AdoptedLink, Hook, HookEnd, HookLine, HookState, Inbox, NewHook, Replayed, SettledHook},
        },
    },
    accounts, attempts,
    core::SqlStore,
    db::{Row, Tx},
    jobs, wanted,
};
use crate::domain::{ids::OrganizationId, people::Org, time::Timestamp};

/// Within this time a second line of the same kind about the same account says nothing new, in milliseconds.
const SAME_LINE_WITHIN: i64 = 10 * 60_000;

fn line(row: &Row) -> StoreResult<HookLine> {
    let (id, state): (String, String) = (row.try_get("id")?, row.try_get("state")?);
    Ok(HookLine {
        id: parse::uuid("webhook_inbox", "id", &id)?,
        organization: parse::uuid_opt("webhook_inbox", "organization_id", row.try_get("organization_id")?)?.map(OrganizationId),
        organization_name: row.try_get("organization_name")?,
        event: row.try_get("event")?,
        linked_account_id: row.try_get("linked_account_id")?,
        state: parse::word("webhook_inbox", "state", &state, HookState::parse)?,
        attempts: row.try_get("attempts")?,
        error: row.try_get("error")?,
        received_at: Timestamp(row.try_get("received_at")?),
    })
}

/// Ends a try if its claim is the newest; whether it is. An event that fails while its twin waits is done: the twin does its work.
async fn end(tx: &mut Tx, hook: &SettledHook, now: Timestamp) -> StoreResult<bool> {
    let (state, wait, error) = match &hook.end {
        HookEnd::Done => (HookState::Done, 0, None),
        HookEnd::Again { in_millis, reason } => (HookState::Retry, (*in_millis).max(0), Some(reason)),
        HookEnd::Dead(reason) => (HookState::Dead, 0, Some(reason)),
    };
    let account = hook.account.as_ref().map(|account| account.id.to_string());
    let text = concat!(
        "UPDATE webhook_inbox SET state = $3, run_at = ",
        now_ms!(),
        " + $4, error = $5, body = CASE WHEN $3 = 'done' THEN NULL ELSE body END, \
         account_id = coalesce((SELECT a.id FROM linked_accounts a WHERE a.id = $6), account_id), \
         organization_id = coalesce((SELECT a.organization_id FROM linked_accounts a WHERE a.id = $6), organization_id), updated_at = $7 \
         WHERE id = $1 AND attempts = $2 AND state = 'processing'"
    );
    let twin = "SELECT 1 AS one FROM webhook_inbox t JOIN webhook_inbox h ON h.body_hash = t.body_hash \
                WHERE h.id = $1 AND t.id <> h.id AND t.state IN ('received', 'retry') LIMIT 1";
    let twin_waits = state == HookState::Retry && sqlx::query(twin).bind(hook.id.to_string()).fetch_optional(&mut **tx).await?.is_some();
    let state = if twin_waits { HookState::Done } else { state };
    let done = sqlx::query(text)
        .bind(hook.id.to_string())
        .bind(hook.attempts)
        .bind(state.as_str())
        .bind(wait)
        .bind(error)
        .bind(account)
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
    Ok(done.rows_affected() == 1)
}

/// Writes a line about a connected account unless a fresh one says the same.
async fn tell(tx: &mut Tx, account: &str, kind: &str, now: Timestamp) -> StoreResult<()> {
    sqlx::query(concat!(
        "INSERT INTO activity (organization_id, visible_to, at, kind, account_id, label) \
         SELECT a.organization_id, CASE WHEN a.subject_kind = 'user' THEN a.subject_id END, $3, $2, a.id, \
         coalesce(a.display_name, a.integration_name, a.requested_integration_name, '') FROM linked_accounts a \
         WHERE a.id = $1 AND a.status IN ",
        connected!(),
        " AND NOT EXISTS (SELECT 1 FROM activity x WHERE x.account_id = $1 AND x.kind = $2 AND x.at > $4)"
    ))
    .bind(account)
    .bind(kind)
    .bind(now.0)
    .bind(now.plus_millis(-SAME_LINE_WITHIN).0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

#[async_trait]
impl Inbox for SqlStore {
    async fn receive_hooks(&self, hooks: &[NewHook], now: Timestamp) -> StoreResult<u64> {
        let mut tx = self.begin().await?;
        let mut stored = 0;
        for hook in hooks {
            stored += sqlx::query(concat!(
                "INSERT INTO webhook_inbox (id, linked_account_id, event, body, body_hash, state, run_at, received_at, updated_at) \
                 VALUES ($1, $2, $3, $4, $5, 'received', ",
                now_ms!(),
                " + $6, $7, $7) ON CONFLICT (body_hash) WHERE state IN ('received', 'retry') DO NOTHING"
            ))
            .bind(hook.id.to_string())
            .bind(&hook.linked_account_id)
            .bind(&hook.event)
            .bind(&hook.body.0)
            .bind(&hook.body_hash)
            .bind(hook.wait_millis.max(0))
            .bind(now.0)
            .execute(&mut *tx)
            .await?
            .rows_affected();
        }
        tx.commit().await?;
        Ok(stored)
    }

    async fn claim_hooks(&self, limit: u32, lease_millis: i64) -> StoreResult<Vec<Hook>> {
        // An expired lease is claimed like an event that waits: `run_at` is its end.
        let mut tx = self.begin().await?;
        let rows = sqlx::query(concat!(
            "UPDATE webhook_inbox SET state = 'processing', attempts = attempts + 1, run_at = ",
            now_ms!(),
            " + $2 WHERE id IN (SELECT id FROM webhook_inbox WHERE state IN ('received', 'processing', 'retry') AND run_at <= ",
            now_ms!(),
            " ORDER BY run_at, id LIMIT $1",
            skip_locked!(),
            ") RETURNING id, body, attempts, received_at"
        ))
        .bind(i64::from(limit))
        .bind(lease_millis)
        .fetch_all(&mut *tx)
        .await?;
        tx.commit().await?;
        let mut hooks = rows
            .iter()
            .map(|row| {
                let id = parse::uuid("webhook_inbox", "id", &row.try_get::<String, _>("id")?)?;
                let body = row.try_get::<Option<String>, _>("body")?.map(Sealed);
                Ok((row.try_get::<i64, _>("received_at")?, Hook { id, body, attempts: row.try_get("attempts")? }))
            })
            .collect::<StoreResult<Vec<_>>>()?;
        hooks.sort_by_key(|(received_at, _)| *received_at);
        Ok(hooks.into_iter().map(|(_, hook)| hook).collect())
    }

    async fn settle_hooks(&self, settled: &[SettledHook], now: Timestamp) -> StoreResult<()> {
        // In one order, so that two workers never wait for each other.
        let (mut queued, mut told, mut records) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::<_, BTreeSet<_>>::new());
        let mut order: Vec<&SettledHook> = settled.iter().collect();
        order.sort_by_key(|hook| hook.id);
        let mut tx = self.begin().await?;
        for hook in order {
            if !end(&mut tx, hook, now).await? {
                continue;
            }
            let Some(account) = &hook.account else { continue };
            if let Some((kind, in_millis)) = hook.job {
                let soonest = queued.entry((account.id, kind)).or_insert(in_millis);
                *soonest = in_millis.min(*soonest);
            }
            if let Some(record) = &hook.record {
                records.entry(account.id).or_default().insert(record);
            }
            if let Some(kind) = hook.activity {
                told.insert((account.id, kind), ());
            }
        }
        for (account, records) in records {
            wanted::want(&mut tx, account, &records).await?;
        }
        for ((account, kind), in_millis) in queued {
            jobs::enqueue(&mut tx, kind, account.0, in_millis).await?;
        }
        for ((account, kind), ()) in told {
            tell(&mut tx, &account.to_string(), kind, now).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn next_hook_in(&self) -> StoreResult<Option<i64>> {
        let due: Option<i64> = sqlx::query_scalar(concat!(
            "SELECT min(run_at) - ",
            now_ms!(),
            " FROM webhook_inbox WHERE state IN ('received', 'processing', 'retry')"
        ))
        .fetch_one(&self.read)
        .await?;
        Ok(due.map(|millis| millis.max(0)))
    }

    async fn hooks(&self, state: Option<HookState>, limit: u32) -> StoreResult<Vec<HookLine>> {
        let rows = sqlx::query(
            "SELECT h.id, h.organization_id, o.name AS organization_name, h.event, h.linked_account_id, h.state, h.attempts, h.error, \
             h.received_at FROM webhook_inbox h LEFT JOIN organizations o ON o.id = h.organization_id \
             WHERE $1 IS NULL OR h.state = $1 ORDER BY h.received_at DESC, h.id DESC LIMIT $2",
        )
        .bind(state.map(HookState::as_str))
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(line).collect()
    }

    async fn replay_hook(&self, id: Uuid) -> StoreResult<Replayed> {
        let mut tx = self.begin().await?;
        let row = sqlx::query(concat!(
            "SELECT h.state, h.body IS NOT NULL AS whole, EXISTS (SELECT 1 FROM webhook_inbox t WHERE t.body_hash = h.body_hash \
             AND t.id <> h.id AND t.state IN ('received', 'retry')) AS twin FROM webhook_inbox h WHERE h.id = $1",
            for_update!("h")
        ))
        .bind(id.to_string())
        .fetch_optional(&mut *tx)
        .await?;
        let Some(row) = row else { return Ok(Replayed::Unknown) };
        let state = parse::word("webhook_inbox", "state", &row.try_get::<String, _>("state")?, HookState::parse)?;
        let (whole, twin): (bool, bool) = (row.try_get("whole")?, row.try_get("twin")?);
        match state {
            HookState::Processing => return Ok(Replayed::Busy),
            _ if !whole => return Ok(Replayed::NoBody),
            HookState::Done | HookState::Dead if twin => return Ok(Replayed::TwinWaits),
            _ => {}
        }
        sqlx::query(concat!("UPDATE webhook_inbox SET state = 'received', attempts = 0, run_at = ", now_ms!(), " WHERE id = $1"))
            .bind(id.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(Replayed::Waiting)
    }

    async fn account_of_hook(
        &self,
        upstream: &str,
        linked_account_id: Option<&str>,
        end_user_origin_id: Option<&str>,
    ) -> StoreResult<Option<LinkedAccount>> {
        let row = sqlx::query(concat!(
            select_account!(),
            "WHERE a.upstream = $1 AND (a.linked_account_id = $2 OR a.end_user_origin_id = $3) \
             ORDER BY CASE WHEN a.linked_account_id = $2 THEN 0 ELSE 1 END LIMIT 1"
        ))
        .bind(upstream)
        .bind(linked_account_id)
        .bind(end_user_origin_id)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map(accounts::account).transpose()
    }

    async fn window_ends(&self, account: &LinkedAccount) -> StoreResult<Vec<(String, String)>> {
        let rows = sqlx::query("SELECT model, window_end FROM model_syncs WHERE account_id = $1 AND window_end IS NOT NULL AND NOT stale")
            .bind(account.id.to_string())
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(|row| Ok((row.try_get("model")?, row.try_get("window_end")?))).collect()
    }

    async fn buried(&self, origin_mac: &str, upstream: &str, now: Timestamp) -> StoreResult<bool> {
        let found = sqlx::query("SELECT 1 AS one FROM tombstones WHERE origin_mac = $1 AND upstream = $2 AND expires_at > $3 LIMIT 1")
            .bind(origin_mac)
            .bind(upstream)
            .bind(now.0)
            .fetch_optional(&self.read)
            .await?;
        Ok(found.is_some())
    }

    async fn adopt_link(&self, org: &Org, account: &LinkedAccount, link: &AdoptedLink, now: Timestamp) -> StoreResult<Option<Attempt>> {
        let mut tx = self.begin().await?;
        let row = sqlx::query(concat!(
            "INSERT INTO link_attempts (id, organization_id, user_id, category, state, exchange, token_hash, public_token, account_token, \
             linked_account_id, sent_origin_id, lease_until, fence, created_at, updated_at) \
             VALUES ($1, $2, $3, $4, 'ended', 'token_kept', $5, $6, $6, $7, $8, ",
            now_ms!(),
            " + $9, 1, $10, $10) ON CONFLICT (token_hash) DO NOTHING RETURNING ",
            attempt_columns!()
        ))
        .bind(link.attempt.to_string())
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(account.category.slug())
        .bind(&link.token_hash)
        .bind(&link.account_token.0)
        .bind(&link.linked_account_id)
        .bind(&account.end_user_origin_id)
        .bind(link.lease_millis)
        .bind(now.0)
        .fetch_optional(&mut *tx)
        .await?;
        let attempt = row.as_ref().map(attempts::attempt).transpose()?;
        if let Some(attempt) = &attempt {
            jobs::enqueue(&mut tx, attempts::JOB, attempt.id.0, link.lease_millis).await?;
        }
        tx.commit().await?;
        Ok(attempt)
    }
}
