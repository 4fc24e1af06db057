//! Linked accounts (§4): what is read of them, and the small things that people do to one.

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{
            Activated, Activation, Attempt, BeginConnect, Begun, ClaimExchange, Claimed, ClaimedForJob, LinkedAccount, LinkedAccounts,
            Sealed, StoreResult,
        },
    },
    activate, activity, attempts, begin,
    core::SqlStore,
    db::{Row, Tx},
    delete,
};
use crate::domain::{
    category::Category,
    ids::{AccountId, AttemptId, OrganizationId, UserId},
    origin::{Strategy, Subject, SubjectKind},
    people::Org,
    status::AccountStatus,
    time::Timestamp,
};

/// Reads what `select_account!` selects.
pub(super) fn account(row: &Row) -> StoreResult<LinkedAccount> {
    const TABLE: &str = "linked_accounts";
    let text = |column: &str| row.try_get::<String, _>(column);
    let id = |column: &'static str| parse::uuid(TABLE, column, &text(column)?);
    let time = |column: &str| Ok::<_, sqlx::Error>(row.try_get::<Option<i64>, _>(column)?.map(Timestamp));
    Ok(LinkedAccount {
        id: AccountId(id("id")?),
        organization: OrganizationId(id("organization_id")?),
        subject: Subject { kind: parse::word(TABLE, "subject_kind", &text("subject_kind")?, SubjectKind::parse)?, id: id("subject_id")? },
        strategy: parse::word(TABLE, "strategy", &text("strategy")?, Strategy::parse)?,
        upstream: text("upstream")?,
        created_by: UserId(id("created_by")?),
        created_by_name: text("created_by_name")?,
        end_user_origin_id: text("end_user_origin_id")?,
        end_user_email_address: text("end_user_email_address")?,
        end_user_organization_name: text("end_user_organization_name")?,
        category: category(TABLE, &text("category")?)?,
        requested_integration: row.try_get("requested_integration")?,
        requested_integration_name: row.try_get("requested_integration_name")?,
        integration_name: row.try_get("integration_name")?,
        integration_slug: row.try_get("integration_slug")?,
        display_name: row.try_get("display_name")?,
        status: parse::word(TABLE, "status", &text("status")?, AccountStatus::parse)?,
        linked_account_id: row.try_get("linked_account_id")?,
        account_token: row.try_get::<Option<String>, _>("account_token")?.map(Sealed),
        is_duplicate: row.try_get("is_duplicate")?,
        instance_id: row.try_get("instance_id")?,
        error_category: row.try_get("error_category")?,
        error_detail: row.try_get("error_detail")?,
        last_successful_sync_at: time("last_successful_sync_at")?,
        initial_sync_completed: row.try_get("initial_sync_completed")?,
        epoch: row.try_get("epoch")?,
        credential_rev: row.try_get("credential_rev")?,
        token_issued: row.try_get("token_issued")?,
        discarded: row.try_get("discarded")?,
        deleting_since: time("deleting_since")?,
        connected_at: time("connected_at")?,
        created_at: Timestamp(row.try_get("created_at")?),
        updated_at: Timestamp(row.try_get("updated_at")?),
    })
}

/// Reads a category.
pub(super) fn category(table: &'static str, text: &str) -> StoreResult<Category> {
    parse::word(table, "category", text, |text| text.parse().ok())
}

/// A row that this person sees, in any status, read in a transaction that is about to change it.
pub(super) async fn for_change(tx: &mut Tx, org: &Org, id: AccountId) -> StoreResult<Option<LinkedAccount>> {
    let row = sqlx::query(concat!(select_account!(), "WHERE ", visible!(), " AND a.id = $3", for_update!("a")))
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(id.to_string())
        .fetch_optional(&mut **tx)
        .await?;
    row.as_ref().map(account).transpose()
}

/// A row in any status, for the system, read in a transaction that is about to change it.
pub(super) async fn by_id(tx: &mut Tx, id: AccountId) -> StoreResult<Option<LinkedAccount>> {
    let row =
        sqlx::query(concat!(select_account!(), "WHERE a.id = $1", for_update!("a"))).bind(id.to_string()).fetch_optional(&mut **tx).await?;
    row.as_ref().map(account).transpose()
}

#[async_trait]
impl LinkedAccounts for SqlStore {
    async fn begin_connect(&self, org: &Org, begin: &BeginConnect, now: Timestamp) -> StoreResult<Begun> {
        begin::connect(self, org, begin, now).await
    }

    async fn begin_relink(
        &self,
        org: &Org,
        account: AccountId,
        attempt: AttemptId,
        page: Option<&str>,
        hold_millis: i64,
        now: Timestamp,
    ) -> StoreResult<()> {
        begin::relink(self, org, account, attempt, page, hold_millis, now).await
    }

    async fn link_token_issued(&self, org: &Org, attempt: AttemptId, now: Timestamp) -> StoreResult<bool> {
        begin::link_token_issued(self, org, attempt, now).await
    }

    async fn release_attempt(&self, org: &Org, attempt: AttemptId, now: Timestamp) -> StoreResult<bool> {
        begin::release(self, org, attempt, now).await
    }

    async fn claim_exchange(&self, org: &Org, claim: &ClaimExchange, now: Timestamp) -> StoreResult<Claimed> {
        attempts::claim(self, org, claim, now).await
    }

    async fn keep_account_token(&self, org: &Org, claim: &Attempt, token: &Sealed, linked_account_id: Option<&str>) -> StoreResult<bool> {
        attempts::keep_account_token(self, org, claim, token, linked_account_id).await
    }

    async fn unclaim_exchange(&self, org: &Org, claim: &Attempt) -> StoreResult<()> {
        attempts::unclaim(self, org, claim).await
    }

    async fn refuse_exchange(&self, org: &Org, claim: &Attempt, code: &str, now: Timestamp) -> StoreResult<()> {
        attempts::refuse(self, org, claim, code, now).await
    }

    async fn claim_exchange_for_job(&self, attempt: AttemptId, lease_millis: i64) -> StoreResult<ClaimedForJob> {
        attempts::claim_for_job(self, attempt, lease_millis).await
    }

    async fn activate(&self, org: &Org, activation: &Activation, now: Timestamp) -> StoreResult<Activated> {
        activate::activate(self, org, activation, now).await
    }

    async fn account(&self, org: &Org, id: AccountId) -> StoreResult<Option<LinkedAccount>> {
        let row = sqlx::query(concat!(select_account!(), "WHERE ", visible!(), " AND a.id = $3 AND a.status <> 'deleting'"))
            .bind(org.organization.to_string())
            .bind(org.user.to_string())
            .bind(id.to_string())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(account).transpose()
    }

    async fn by_origin(&self, org: &Org, end_user_origin_id: &str) -> StoreResult<Option<LinkedAccount>> {
        let row = sqlx::query(concat!(select_account!(), "WHERE ", visible!(), " AND a.end_user_origin_id = $3"))
            .bind(org.organization.to_string())
            .bind(org.user.to_string())
            .bind(end_user_origin_id)
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(account).transpose()
    }

    async fn accounts(&self, org: &Org, deleting_before: Timestamp) -> StoreResult<Vec<LinkedAccount>> {
        let rows = sqlx::query(concat!(
            select_account!(),
            "WHERE ",
            visible!(),
            " AND (a.status IN ",
            connected!(),
            " OR (a.status = 'pending' AND a.token_issued AND NOT a.discarded) OR (a.status = 'deleting' AND a.deleting_since <= $3)) \
             ORDER BY a.created_at, a.id"
        ))
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(deleting_before.0)
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(account).collect()
    }

    async fn rename(&self, org: &Org, id: AccountId, name: Option<&str>, now: Timestamp) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let Some(mut account) = for_change(&mut tx, org, id).await?.filter(|account| account.status.is_connected()) else {
            return Ok(false);
        };
        if account.display_name.as_deref() == name {
            return Ok(true);
        }
        sqlx::query("UPDATE linked_accounts SET display_name = $2, updated_at = $3 WHERE id = $1")
            .bind(id.to_string())
            .bind(name)
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        account.display_name = name.map(str::to_owned);
        activity::write(&mut tx, "renamed", &account, Some(org.user), now).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn discard(&self, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<bool> {
        delete::discard(self, org, id, now).await
    }

    async fn start_delete(&self, org: &Org, id: AccountId, now: Timestamp) -> StoreResult<bool> {
        delete::start(self, org, id, now).await
    }

    async fn deleting_account(&self, id: AccountId) -> StoreResult<Option<LinkedAccount>> {
        let row = sqlx::query(concat!(select_account!(), "WHERE a.id = $1 AND a.status = 'deleting'"))
            .bind(id.to_string())
            .fetch_optional(&self.read)
            .await?;
        row.as_ref().map(account).transpose()
    }

    async fn finish_delete(&self, id: AccountId, origin_mac: &str, now: Timestamp) -> StoreResult<bool> {
        delete::finish(self, id, origin_mac, now).await
    }

    async fn tombstone(&self, org: &Org, origin_mac: &str, now: Timestamp) -> StoreResult<bool> {
        let found =
            sqlx::query("SELECT 1 AS one FROM tombstones WHERE organization_id = $1 AND origin_mac = $2 AND expires_at > $3 LIMIT 1")
                .bind(org.organization.to_string())
                .bind(origin_mac)
                .bind(now.0)
                .fetch_optional(&self.read)
                .await?;
        Ok(found.is_some())
    }

    async fn mark_broken(
        &self,
        org: &Org,
        id: AccountId,
        credential_rev: i64,
        status: AccountStatus,
        error_category: &str,
        detail: &str,
        now: Timestamp,
    ) -> StoreResult<bool> {
        if !matches!(status, AccountStatus::RelinkNeeded | AccountStatus::Error) {
            return Ok(false);
        }
        let mut tx = self.begin().await?;
        let Some(mut account) = for_change(&mut tx, org, id).await? else {
            return Ok(false);
        };
        let same = account.status == status
            && account.error_category.as_deref() == Some(error_category)
            && account.error_detail.as_deref() == Some(detail);
        if !account.status.is_connected() || account.credential_rev != credential_rev || same {
            return Ok(false);
        }
        sqlx::query("UPDATE linked_accounts SET status = $2, error_category = $3, error_detail = $4, updated_at = $5 WHERE id = $1")
            .bind(id.to_string())
            .bind(status.as_str())
            .bind(error_category)
            .bind(detail)
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        if account.status != status {
            account.status = status;
            activity::write(&mut tx, status.as_str(), &account, None, now).await?;
        }
        tx.commit().await?;
        Ok(true)
    }
}
