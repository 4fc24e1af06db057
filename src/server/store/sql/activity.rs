//! The activity log (P5).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{Activity, ActivityEntry, LinkedAccount, StoreResult},
    },
    core::SqlStore,
    db::{Row, Tx},
};
use crate::domain::{
    ids::{AccountId, OrganizationId, UserId},
    origin::SubjectKind,
    people::Org,
    time::Timestamp,
};

/// Writes what was done to an account, in the transaction that does it. `actor` `None`: the system did it.
pub(super) async fn write(tx: &mut Tx, kind: &str, account: &LinkedAccount, actor: Option<UserId>, now: Timestamp) -> StoreResult<()> {
    let label = [&account.display_name, &account.integration_name, &account.requested_integration_name].into_iter().flatten().next();
    let visible_to = (account.subject.kind == SubjectKind::User).then(|| account.subject.id.to_string());
    let actor = actor.map(|user| user.to_string());
    sqlx::query(
        "INSERT INTO activity (organization_id, visible_to, at, actor_id, actor_name, kind, account_id, label) \
         VALUES ($1, $2, $3, $4, (SELECT name FROM users WHERE id = $4), $5, $6, $7)",
    )
    .bind(account.organization.to_string())
    .bind(visible_to)
    .bind(now.0)
    .bind(actor)
    .bind(kind)
    .bind(account.id.to_string())
    .bind(label.map_or("", String::as_str))
    .execute(&mut **tx)
    .await?;
    Ok(())
}

/// Writes what became of a person in an organisation.
pub(super) async fn write_about_person(
    tx: &mut Tx,
    kind: &str,
    organization: OrganizationId,
    person: UserId,
    actor: Option<UserId>,
    now: Timestamp,
) -> StoreResult<()> {
    sqlx::query(
        "INSERT INTO activity (organization_id, at, actor_id, actor_name, kind, label) \
         VALUES ($1, $2, $3, (SELECT name FROM users WHERE id = $3), $4, coalesce((SELECT name FROM users WHERE id = $5), ''))",
    )
    .bind(organization.to_string())
    .bind(now.0)
    .bind(actor.map(|user| user.to_string()))
    .bind(kind)
    .bind(person.to_string())
    .execute(&mut **tx)
    .await?;
    Ok(())
}

fn entry(row: &Row) -> StoreResult<ActivityEntry> {
    Ok(ActivityEntry {
        at: Timestamp(row.try_get("at")?),
        actor_name: row.try_get("actor_name")?,
        kind: row.try_get("kind")?,
        account: parse::uuid_opt("activity", "account_id", row.try_get("account_id")?)?.map(AccountId),
        label: row.try_get("label")?,
    })
}

#[async_trait]
impl Activity for SqlStore {
    async fn activity(&self, org: &Org, account: Option<AccountId>, limit: u32) -> StoreResult<Vec<ActivityEntry>> {
        let rows = sqlx::query(
            "SELECT at, actor_name, kind, account_id, label FROM activity \
             WHERE organization_id = $1 AND (visible_to IS NULL OR visible_to = $2) AND ($3 IS NULL OR account_id = $3) \
             ORDER BY id DESC LIMIT $4",
        )
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(account.map(|account| account.to_string()))
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(entry).collect()
    }

    async fn activity_before(
        &self,
        org: &Org,
        account: Option<AccountId>,
        before: Option<i64>,
        limit: u32,
    ) -> StoreResult<Vec<(i64, ActivityEntry)>> {
        let rows = sqlx::query(
            "SELECT id, at, actor_name, kind, account_id, label FROM activity \
             WHERE organization_id = $1 AND (visible_to IS NULL OR visible_to = $2) AND ($3 IS NULL OR account_id = $3) AND id < $4 \
             ORDER BY id DESC LIMIT $5",
        )
        .bind(org.organization.to_string())
        .bind(org.user.to_string())
        .bind(account.map(|account| account.to_string()))
        .bind(before.unwrap_or(i64::MAX))
        .bind(i64::from(limit))
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(|row| Ok((row.try_get("id")?, entry(row)?))).collect()
    }
}
