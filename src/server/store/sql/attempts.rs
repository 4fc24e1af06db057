//! The exchange of a public token (L6): claimed by one worker at a time, joined by all who bring the same token.

use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{Attempt, ClaimExchange, Claimed, ClaimedForJob, ExchangeState, Sealed, StoreResult},
    },
    accounts,
    core::SqlStore,
    db::{self, Row, Tx},
    jobs,
};
use crate::domain::{
    ids::{AccountId, AttemptId, OrganizationId, UserId},
    people::{Org, Role},
    time::Timestamp,
};

/// The job that ends an exchange if nobody else does.
pub(super) const JOB: &str = "finish_exchange";

/// Reads what `attempt_columns!` names.
pub(super) fn attempt(row: &Row) -> StoreResult<Attempt> {
    const TABLE: &str = "link_attempts";
    let id = |column: &'static str| parse::uuid(TABLE, column, &row.try_get::<String, _>(column)?);
    let id_opt = |column: &'static str| parse::uuid_opt(TABLE, column, row.try_get(column)?);
    let sealed = |column: &str| Ok::<_, sqlx::Error>(row.try_get::<Option<String>, _>(column)?.map(Sealed));
    let (exchange, category): (String, Option<String>) = (row.try_get("exchange")?, row.try_get("category")?);
    Ok(Attempt {
        id: AttemptId(id("id")?),
        organization: OrganizationId(id("organization_id")?),
        account: id_opt("account_id")?.map(AccountId),
        user: UserId(id("user_id")?),
        category: category.map(|text| accounts::category(TABLE, &text)).transpose()?,
        exchange: parse::word(TABLE, "exchange", &exchange, ExchangeState::parse)?,
        token_hash: row.try_get("token_hash")?,
        public_token: sealed("public_token")?,
        account_token: sealed("account_token")?,
        linked_account_id: row.try_get("linked_account_id")?,
        sent_origin_id: row.try_get("sent_origin_id")?,
        outcome_account: id_opt("outcome_account")?.map(AccountId),
        outcome_error: row.try_get("outcome_error")?,
        fence: row.try_get("fence")?,
    })
}

/// See [`super::super::ports::LinkedAccounts::claim_exchange`].
pub(super) async fn claim(store: &SqlStore, org: &Org, claim: &ClaimExchange, now: Timestamp) -> StoreResult<Claimed> {
    let mut tx = store.begin().await?;
    // There is no row to lock before the first claim.
    db::lock(&mut tx, &format!("exchange:{}", claim.token_hash)).await?;
    let known = sqlx::query(concat!(
        "SELECT ",
        attempt_columns!(),
        ", lease_until > ",
        now_ms!(),
        " AS leased FROM link_attempts WHERE token_hash = $1",
        for_update!()
    ))
    .bind(&claim.token_hash)
    .fetch_optional(&mut *tx)
    .await?;
    let id = match known {
        Some(row) => {
            let known = attempt(&row)?;
            if known.organization != org.organization || known.user != org.user {
                return Ok(Claimed::NotYours);
            }
            if matches!(known.exchange, ExchangeState::Done | ExchangeState::Refused) {
                return Ok(Claimed::Over(Box::new(known)));
            }
            if row.try_get("leased")? {
                return Ok(Claimed::Busy);
            }
            known.id
        }
        None => first_claim(&mut tx, org, claim, now).await?,
    };
    let row = lease(&mut tx, id, claim.lease_millis).await?;
    tx.commit().await?;
    Ok(row.map_or(Claimed::Busy, |attempt| Claimed::Mine(Box::new(attempt))))
}

/// Writes the exchange to the hinted attempt if that is this person's and has none, else to a fresh one, and queues the job that ends it.
async fn first_claim(tx: &mut Tx, org: &Org, claim: &ClaimExchange, now: Timestamp) -> StoreResult<AttemptId> {
    let mut id = None;
    if let Some(hint) = claim.hint {
        let done = sqlx::query(
            "UPDATE link_attempts SET exchange = 'claimed', token_hash = $4, public_token = $5, sent_origin_id = $6, updated_at = $7 \
             WHERE id = $1 AND organization_id = $2 AND user_id = $3 AND exchange = 'none'",
        )
        .bind(hint.to_string())
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(&claim.token_hash)
        .bind(&claim.public_token.0)
        .bind(&claim.sent_origin_id)
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
        id = (done.rows_affected() == 1).then_some(hint);
    }
    let id = match id {
        Some(id) => id,
        None => {
            sqlx::query(
                "INSERT INTO link_attempts (id, organization_id, user_id, state, exchange, token_hash, public_token, sent_origin_id, \
                 created_at, updated_at) VALUES ($1, $2, $3, 'ended', 'claimed', $4, $5, $6, $7, $7)",
            )
            .bind(claim.fresh.to_string())
            .bind(org.organization.to_string())
            .bind(org.user.to_string())
            .bind(&claim.token_hash)
            .bind(&claim.public_token.0)
            .bind(&claim.sent_origin_id)
            .bind(now.0)
            .execute(&mut **tx)
            .await?;
            claim.fresh
        }
    };
    jobs::enqueue(tx, JOB, id.0, claim.lease_millis).await?;
    Ok(id)
}

/// Takes the claim if nobody has it.
async fn lease(tx: &mut Tx, id: AttemptId, lease_millis: i64) -> StoreResult<Option<Attempt>> {
    let row = sqlx::query(concat!(
        "UPDATE link_attempts SET lease_until = ",
        now_ms!(),
        " + $2, fence = fence + 1 \
         WHERE id = $1 AND exchange IN ('claimed', 'token_kept') AND lease_until <= ",
        now_ms!(),
        " RETURNING ",
        attempt_columns!()
    ))
    .bind(id.to_string())
    .bind(lease_millis)
    .fetch_optional(&mut **tx)
    .await?;
    row.as_ref().map(attempt).transpose()
}

/// See [`super::super::ports::LinkedAccounts::claim_exchange_for_job`]. Who left the organisation meanwhile acts as a member.
pub(super) async fn claim_for_job(store: &SqlStore, id: AttemptId, lease_millis: i64) -> StoreResult<ClaimedForJob> {
    let mut tx = store.begin().await?;
    let Some(attempt) = lease(&mut tx, id, lease_millis).await? else {
        let open = "SELECT COUNT(*) FROM link_attempts WHERE id = $1 AND exchange IN ('claimed', 'token_kept')";
        let open: i64 = sqlx::query_scalar(open).bind(id.to_string()).fetch_one(&mut *tx).await?;
        return Ok(if open > 0 { ClaimedForJob::Busy } else { ClaimedForJob::Over });
    };
    let role: Option<String> = sqlx::query_scalar("SELECT role FROM memberships WHERE organization_id = $1 AND user_id = $2")
        .bind(attempt.organization.to_string())
        .bind(attempt.user.to_string())
        .fetch_optional(&mut *tx)
        .await?;
    tx.commit().await?;
    let role = role.map_or(Ok(Role::Member), |role| parse::word("memberships", "role", &role, Role::parse))?;
    Ok(ClaimedForJob::Mine(Org { organization: attempt.organization, user: attempt.user, role }, Box::new(attempt)))
}

/// See [`super::super::ports::LinkedAccounts::keep_account_token`].
pub(super) async fn keep_account_token(
    store: &SqlStore,
    org: &Org,
    claim: &Attempt,
    token: &Sealed,
    linked_account_id: Option<&str>,
) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    let done = sqlx::query(
        "UPDATE link_attempts SET exchange = 'token_kept', account_token = $5, linked_account_id = $6 \
         WHERE id = $1 AND organization_id = $2 AND user_id = $3 AND fence = $4 AND exchange IN ('claimed', 'token_kept')",
    )
    .bind(claim.id.to_string())
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(claim.fence)
    .bind(&token.0)
    .bind(linked_account_id)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(done.rows_affected() == 1)
}

/// See [`super::super::ports::LinkedAccounts::unclaim_exchange`].
pub(super) async fn unclaim(store: &SqlStore, org: &Org, claim: &Attempt) -> StoreResult<()> {
    let mut tx = store.begin().await?;
    sqlx::query("UPDATE link_attempts SET lease_until = 0 WHERE id = $1 AND organization_id = $2 AND user_id = $3 AND fence = $4")
        .bind(claim.id.to_string())
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(claim.fence)
        .execute(&mut *tx)
        .await?;
    Ok(tx.commit().await?)
}

/// See [`super::super::ports::LinkedAccounts::refuse_exchange`].
pub(super) async fn refuse(store: &SqlStore, org: &Org, claim: &Attempt, code: &str, now: Timestamp) -> StoreResult<()> {
    let mut tx = store.begin().await?;
    let done = sqlx::query("SELECT 1 AS one FROM link_attempts WHERE id = $1 AND organization_id = $2 AND user_id = $3 AND fence = $4")
        .bind(claim.id.to_string())
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(claim.fence)
        .fetch_optional(&mut *tx)
        .await?;
    if done.is_some() {
        end(&mut tx, claim.id, claim.fence, Err(code), now).await?;
    }
    Ok(tx.commit().await?)
}

/// Ends an exchange and its attempt's hold: no token stays with it, and its job has nothing left to do.
pub(super) async fn end(tx: &mut Tx, id: AttemptId, fence: i64, outcome: Result<AccountId, &str>, now: Timestamp) -> StoreResult<()> {
    let (state, account, error) = match outcome {
        Ok(account) => (ExchangeState::Done, Some(account.to_string()), None),
        Err(code) => (ExchangeState::Refused, None, Some(code)),
    };
    let done = sqlx::query(
        "UPDATE link_attempts SET exchange = $3, outcome_account = $4, outcome_error = $5, public_token = NULL, account_token = NULL, \
         sent_origin_id = NULL, lease_until = 0, state = CASE WHEN state = 'open' THEN 'ended' ELSE state END, updated_at = $6 \
         WHERE id = $1 AND fence = $2 AND exchange IN ('claimed', 'token_kept')",
    )
    .bind(id.to_string())
    .bind(fence)
    .bind(state.as_str())
    .bind(account)
    .bind(error)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    if done.rows_affected() == 1 {
        jobs::cancel(tx, JOB, id.0).await?;
    }
    Ok(())
}

/// The attempt of a claim that is still the newest, locked.
pub(super) async fn claimed(tx: &mut Tx, org: &Org, id: AttemptId, fence: i64) -> StoreResult<Option<Attempt>> {
    let row = sqlx::query(concat!(
        "SELECT ",
        attempt_columns!(),
        " FROM link_attempts WHERE id = $1 AND organization_id = $2 AND user_id = $3 AND fence = $4 \
         AND exchange IN ('claimed', 'token_kept')",
        for_update!()
    ))
    .bind(id.to_string())
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(fence)
    .fetch_optional(&mut **tx)
    .await?;
    row.as_ref().map(attempt).transpose()
}
