//! How an attempt begins and how its hold ends (L2, L4, L5).

use sqlx::Row as _;

use super::{
    super::ports::{BeginConnect, Begun, LinkedAccount, StoreResult},
    accounts,
    core::SqlStore,
    db::Tx,
};
use crate::domain::{
    category::Category,
    ids::{AccountId, AttemptId},
    linking::{Decision, Row, decide, log_line},
    origin::{Strategy, Subject, origin_id},
    people::Org,
    status::AccountStatus,
    time::Timestamp,
};

/// The rows of one subject and category in order of creation, each with whether another page holds it.
async fn rows(tx: &mut Tx, org: &Org, subject: Subject, begin: &BeginConnect) -> StoreResult<Vec<(LinkedAccount, bool)>> {
    let rows = sqlx::query(concat!(
        select_account!(
            ", EXISTS (SELECT 1 FROM link_attempts t WHERE t.account_id = a.id AND t.state = 'open' AND t.page IS NOT NULL \
             AND t.hold_until > $6 AND NOT (t.user_id = $2 AND t.page IS NOT DISTINCT FROM $7)) AS held"
        ),
        "WHERE ",
        visible!(),
        " AND a.subject_kind = $3 AND a.subject_id = $4 AND a.category = $5 ORDER BY a.created_at, a.id"
    ))
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(subject.kind.as_str())
    .bind(subject.id.to_string())
    .bind(begin.category.slug())
    .bind(now_ms(tx).await?)
    .bind(&begin.page)
    .fetch_all(&mut **tx)
    .await?;
    rows.iter().map(|row| Ok((accounts::account(row)?, row.try_get("held")?))).collect()
}

/// The database's clock.
async fn now_ms(tx: &mut Tx) -> StoreResult<i64> {
    Ok(sqlx::query_scalar(concat!("SELECT ", now_ms!())).fetch_one(&mut **tx).await?)
}

/// What the rule sees of a row. A row of another upstream counts under `single` alone, where its id is taken; this upstream has
/// never heard of it.
fn seen(begin: &BeginConnect, (account, held): &(LinkedAccount, bool)) -> Option<Row> {
    let here = account.upstream == begin.upstream;
    (here || begin.strategy == Strategy::Single).then(|| Row {
        id: account.id,
        status: account.status,
        strategy: account.strategy,
        requested: account.requested_integration.clone(),
        app_name: account.integration_name.clone().or_else(|| account.requested_integration_name.clone()),
        token_issued: account.token_issued && here,
        held: *held,
    })
}

/// See [`super::super::ports::LinkedAccounts::begin_connect`].
pub(super) async fn connect(store: &SqlStore, org: &Org, begin: &BeginConnect, now: Timestamp) -> StoreResult<Begun> {
    // Whoever the caller names: a person's accounts are connected by that person alone.
    let subject = Subject::new(begin.subject.kind, org.organization, org.user);
    let mut tx = store.begin_linking(org).await?;
    let all = rows(&mut tx, org, subject, begin).await?;
    let rows: Vec<Row> = all.iter().filter_map(|row| seen(begin, row)).collect();
    let decision = decide(begin.strategy, &rows, begin.integration.as_deref(), &begin.probes);
    let log = log_line(&decision, &rows);
    let id = match decision {
        Decision::Reuse(id) | Decision::ReAim(id) => {
            aim(&mut tx, id, begin, now).await?;
            id
        }
        Decision::Create => {
            insert(&mut tx, org, subject, begin, now).await?;
            begin.account
        }
        Decision::Ask(id) => {
            let asked = all.iter().find(|(account, _)| account.id == id);
            let end_user_origin_id = asked.map(|(account, _)| account.end_user_origin_id.clone()).unwrap_or_default();
            return Ok(Begun::Ask { account: id, end_user_origin_id });
        }
        Decision::Taken { app_name, deleting } => return Ok(Begun::Taken { app_name, deleting }),
        Decision::InProgress => return Ok(Begun::InProgress),
    };
    let open =
        Open { attempt: begin.attempt, account: id, category: begin.category, page: begin.page.as_deref(), hold_millis: begin.hold_millis };
    write_attempt(&mut tx, org, &open, now).await?;
    let account = accounts::for_change(&mut tx, org, id).await?.ok_or(sqlx::Error::RowNotFound)?;
    tx.commit().await?;
    Ok(Begun::Ready { account: Box::new(account), log })
}

/// Aims an unfinished row at the app now chosen. E-mail and name stay as they were first sent to this upstream.
async fn aim(tx: &mut Tx, id: AccountId, begin: &BeginConnect, now: Timestamp) -> StoreResult<()> {
    sqlx::query(
        "UPDATE linked_accounts SET requested_integration = $2, requested_integration_name = $3, discarded = FALSE, upstream = $4, \
         token_issued = (token_issued AND upstream = $4), \
         end_user_email_address = CASE WHEN token_issued AND upstream = $4 THEN end_user_email_address ELSE $5 END, \
         end_user_organization_name = CASE WHEN token_issued AND upstream = $4 THEN end_user_organization_name ELSE $6 END, \
         updated_at = $7 WHERE id = $1",
    )
    .bind(id.to_string())
    .bind(&begin.integration)
    .bind(&begin.integration_name)
    .bind(&begin.upstream)
    .bind(&begin.email)
    .bind(&begin.organization_name)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

async fn insert(tx: &mut Tx, org: &Org, subject: Subject, begin: &BeginConnect, now: Timestamp) -> StoreResult<()> {
    sqlx::query(
        "INSERT INTO linked_accounts (id, organization_id, subject_kind, subject_id, strategy, upstream, created_by, end_user_origin_id, \
         end_user_email_address, end_user_organization_name, category, requested_integration, requested_integration_name, status, \
         created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'pending', $14, $14)",
    )
    .bind(begin.account.to_string())
    .bind(org.organization.to_string())
    .bind(subject.kind.as_str())
    .bind(subject.id.to_string())
    .bind(begin.strategy.as_str())
    .bind(&begin.upstream)
    .bind(org.user.to_string())
    .bind(origin_id(begin.strategy, subject, begin.category, begin.origin))
    .bind(&begin.email)
    .bind(&begin.organization_name)
    .bind(begin.category.slug())
    .bind(&begin.integration)
    .bind(&begin.integration_name)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// An attempt to write.
struct Open<'a> {
    attempt: AttemptId,
    account: AccountId,
    category: Category,
    page: Option<&'a str>,
    hold_millis: i64,
}

/// Writes an attempt; the page's others end with it, whatever they were for.
async fn write_attempt(tx: &mut Tx, org: &Org, open: &Open<'_>, now: Timestamp) -> StoreResult<()> {
    if let Some(page) = open.page {
        sqlx::query(
            "UPDATE link_attempts SET state = 'superseded', updated_at = $4 \
             WHERE organization_id = $1 AND user_id = $2 AND page = $3 AND state = 'open'",
        )
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(page)
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
    }
    sqlx::query(concat!(
        "INSERT INTO link_attempts (id, organization_id, user_id, account_id, category, page, state, hold_until, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 'open', ",
        now_ms!(),
        " + $7, $8, $8)"
    ))
    .bind(open.attempt.to_string())
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(open.account.to_string())
    .bind(open.category.slug())
    .bind(open.page)
    .bind(open.hold_millis)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// See [`super::super::ports::LinkedAccounts::begin_relink`]. An account that is gone meanwhile gets no attempt, so that
/// [`link_token_issued`] says no.
pub(super) async fn relink(
    store: &SqlStore,
    org: &Org,
    account: AccountId,
    attempt: AttemptId,
    page: Option<&str>,
    hold_millis: i64,
    now: Timestamp,
) -> StoreResult<()> {
    let mut tx = store.begin_linking(org).await?;
    let Some(row) = accounts::for_change(&mut tx, org, account).await?.filter(|row| row.status.is_connected()) else {
        return Ok(());
    };
    write_attempt(&mut tx, org, &Open { attempt, account, category: row.category, page, hold_millis }, now).await?;
    Ok(tx.commit().await?)
}

/// See [`super::super::ports::LinkedAccounts::link_token_issued`].
pub(super) async fn link_token_issued(store: &SqlStore, org: &Org, attempt: AttemptId, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin_linking(org).await?;
    let account: Option<String> = sqlx::query_scalar(
        "SELECT account_id FROM link_attempts \
         WHERE id = $1 AND organization_id = $2 AND user_id = $3 AND state = 'open' AND account_id IS NOT NULL",
    )
    .bind(attempt.to_string())
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .fetch_optional(&mut *tx)
    .await?;
    let Some(account) = account else { return Ok(false) };
    let account = AccountId(super::super::parse::uuid("link_attempts", "account_id", &account)?);
    match accounts::for_change(&mut tx, org, account).await? {
        Some(row) if row.status != AccountStatus::Deleting => {}
        _ => return Ok(false),
    }
    sqlx::query("UPDATE linked_accounts SET token_issued = TRUE, updated_at = $2 WHERE id = $1 AND NOT token_issued")
        .bind(account.to_string())
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
    tx.commit().await?;
    Ok(true)
}

/// See [`super::super::ports::LinkedAccounts::release_attempt`].
pub(super) async fn release(store: &SqlStore, org: &Org, attempt: AttemptId, now: Timestamp) -> StoreResult<bool> {
    let mut tx = store.begin().await?;
    let done = sqlx::query(
        "UPDATE link_attempts SET state = CASE WHEN state = 'open' THEN 'released' ELSE state END, updated_at = $4 \
         WHERE id = $1 AND organization_id = $2 AND user_id = $3",
    )
    .bind(attempt.to_string())
    .bind(org.organization.to_string())
    .bind(org.user.to_string())
    .bind(now.0)
    .execute(&mut *tx)
    .await?;
    tx.commit().await?;
    Ok(done.rows_affected() == 1)
}
