//! How a row takes the token of the account that was just connected (L6, L7, L8, L10).

use super::{
    super::ports::{Activated, Activation, Attempt, LinkedAccount, StoreResult},
    accounts, activity, attempts,
    core::SqlStore,
    db::Tx,
    jobs,
};
use crate::domain::{ids::AccountId, people::Org, status::AccountStatus, time::Timestamp};

/// See [`super::super::ports::LinkedAccounts::activate`].
pub(super) async fn activate(store: &SqlStore, org: &Org, activation: &Activation, now: Timestamp) -> StoreResult<Activated> {
    let mut tx = store.begin_linking(org).await?;
    let row = sqlx::query(concat!(select_account!(), "WHERE ", visible!(), " AND a.end_user_origin_id = $3", for_update!("a")))
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(&activation.end_user_origin_id)
        .fetch_optional(&mut *tx)
        .await?;
    let row = row.as_ref().map(accounts::account).transpose()?;
    let Some(attempt) = attempts::claimed(&mut tx, org, activation.attempt, activation.fence).await? else {
        return Ok(Activated::ClaimLost);
    };
    let agrees = attempt.sent_origin_id.as_ref().is_none_or(|sent| *sent == activation.end_user_origin_id);
    let fits = |row: &LinkedAccount| row.category == activation.category && row.upstream == activation.upstream;
    match row {
        Some(row) if !agrees || !fits(&row) => not_found(tx, &attempt, now).await,
        Some(row) if row.status == AccountStatus::Deleting => Ok(Activated::Deleting),
        Some(row) => connect(tx, org, activation, &attempt, row, now).await,
        None if agrees && buried(&mut tx, org, activation, now).await? => Ok(Activated::Deleting),
        None => not_found(tx, &attempt, now).await,
    }
}

async fn not_found(mut tx: Tx, attempt: &Attempt, now: Timestamp) -> StoreResult<Activated> {
    attempts::end(&mut tx, attempt.id, attempt.fence, Err("not_found"), now).await?;
    tx.commit().await?;
    Ok(Activated::NotFound)
}

/// Whether a tombstone stands where the row was.
async fn buried(tx: &mut Tx, org: &Org, activation: &Activation, now: Timestamp) -> StoreResult<bool> {
    let found = sqlx::query("SELECT 1 AS one FROM tombstones WHERE organization_id = $1 AND origin_mac = $2 AND expires_at > $3 LIMIT 1")
        .bind(org.organization.to_string())
        .bind(&activation.origin_mac)
        .bind(now.0)
        .fetch_optional(&mut **tx)
        .await?;
    Ok(found.is_some())
}

/// The row takes the token; the attempt ends.
async fn connect(
    mut tx: Tx,
    org: &Org,
    activation: &Activation,
    attempt: &Attempt,
    before: LinkedAccount,
    now: Timestamp,
) -> StoreResult<Activated> {
    let relink = before.status.is_connected();
    let identity_changed = relink && identity_changed(&before, activation);
    take(&mut tx, org, &before, activation, identity_changed, now).await?;
    if relink {
        // What was forbidden may be allowed now.
        sqlx::query("UPDATE model_syncs SET error = NULL, retry_at = NULL, updated_at = $2 WHERE account_id = $1 AND error IS NOT NULL")
            .bind(before.id.to_string())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
    }
    if identity_changed {
        // Another account's data: they are served until the full sync ends, marked, and no half-done fetch goes on.
        sqlx::query("DELETE FROM reconciliations WHERE account_id = $1").bind(before.id.to_string()).execute(&mut *tx).await?;
        sqlx::query(
            "UPDATE model_syncs SET stale = TRUE, planned_start = NULL, planned_end = NULL, planned_floor = NULL, cursor_text = NULL, \
             cursor_at = NULL, restarts = 0, error = NULL, retry_at = NULL, updated_at = $2 WHERE account_id = $1",
        )
        .bind(before.id.to_string())
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    }
    attempts::end(&mut tx, attempt.id, attempt.fence, Ok(before.id), now).await?;
    if let Some(own) = attempt.account.filter(|own| *own != before.id) {
        free_own_row(&mut tx, org, own, now).await?;
    }
    let account = accounts::for_change(&mut tx, org, before.id).await?.ok_or(sqlx::Error::RowNotFound)?;
    activity::write(&mut tx, if relink { "relinked" } else { "connected" }, &account, Some(org.user), now).await?;
    if identity_changed {
        activity::write(&mut tx, "identity_changed", &account, None, now).await?;
    }
    jobs::enqueue(&mut tx, if relink { "reconcile" } else { "refresh" }, account.id.0, 0).await?;
    let another_of_same_app = !relink && another_of_same_app(&mut tx, org, &account).await?;
    tx.commit().await?;
    let account = Box::new(account);
    Ok(if relink { Activated::Relinked { account, identity_changed } } else { Activated::Linked { account, another_of_same_app } })
}

/// L7: whether the upstream says that this is another account than before. What it did not tell proves nothing.
fn identity_changed(before: &LinkedAccount, activation: &Activation) -> bool {
    let other = |known: &Option<String>, told: Option<&str>| matches!((known.as_deref(), told), (Some(known), Some(told)) if known != told);
    other(&before.linked_account_id, Some(&activation.linked_account_id)) || other(&before.instance_id, activation.instance_id.as_deref())
}

async fn take(
    tx: &mut Tx,
    org: &Org,
    before: &LinkedAccount,
    activation: &Activation,
    identity_changed: bool,
    now: Timestamp,
) -> StoreResult<()> {
    let relink = before.status.is_connected();
    // A row that takes a token is connected, whatever the caller made of the upstream's word.
    let status = if activation.status.is_connected() { activation.status } else { AccountStatus::Active };
    let connected_by = if relink { before.created_by } else { org.user };
    sqlx::query(
        "UPDATE linked_accounts SET status = $2, account_token = $3, linked_account_id = $4, integration_name = $5, integration_slug = $6, \
         is_duplicate = $7, instance_id = coalesce($8, CASE WHEN $9 THEN NULL ELSE instance_id END), \
         error_category = NULL, error_detail = NULL, discarded = FALSE, connected_at = coalesce(connected_at, $10), created_by = $11, \
         initial_sync_completed = (initial_sync_completed AND NOT $9), epoch = epoch + CASE WHEN $9 THEN 1 ELSE 0 END, \
         credential_rev = credential_rev + CASE WHEN $12 THEN 1 ELSE 0 END, \
         relinked_at = CASE WHEN $12 THEN $10 ELSE relinked_at END, updated_at = $10 WHERE id = $1",
    )
    .bind(before.id.to_string())
    .bind(status.as_str())
    .bind(&activation.account_token.0)
    .bind(&activation.linked_account_id)
    .bind(&activation.integration_name)
    .bind(&activation.integration_slug)
    .bind(activation.is_duplicate)
    .bind(&activation.instance_id)
    .bind(identity_changed)
    .bind(now.0)
    .bind(connected_by.to_string())
    .bind(relink)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// L10: the window ended in another account than the attempt was made for. The row that was meant is unfinished still, but nobody is
/// about to finish it: it is hidden, unless another page is at it, and its id waits for the next attempt.
async fn free_own_row(tx: &mut Tx, org: &Org, own: AccountId, now: Timestamp) -> StoreResult<()> {
    sqlx::query(concat!(
        "UPDATE linked_accounts SET discarded = TRUE, updated_at = $4 WHERE id = $3 AND organization_id = $1 AND status = 'pending' \
         AND (subject_kind = 'organization' OR subject_id = $2) AND NOT EXISTS (SELECT 1 FROM link_attempts t WHERE t.account_id = $3 \
         AND t.state = 'open' AND t.page IS NOT NULL AND t.hold_until > ",
        now_ms!(),
        ")"
    ))
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(own.to_string())
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// L12: whether this person sees another connected account of the same app.
async fn another_of_same_app(tx: &mut Tx, org: &Org, account: &LinkedAccount) -> StoreResult<bool> {
    let found = sqlx::query(concat!(
        "SELECT 1 AS one FROM linked_accounts a WHERE ",
        visible!(),
        " AND a.integration_slug = $3 AND a.id <> $4 AND a.status IN ",
        connected!(),
        " LIMIT 1"
    ))
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(&account.integration_slug)
    .bind(account.id.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    Ok(found.is_some())
}
