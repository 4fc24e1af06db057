//! People, organisations and their sessions (§11).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{NewMember, NewOrganization, People, Person, StoreResult},
    },
    core::SqlStore,
    db::{Row, Tx},
};
use crate::domain::{
    ids::{OrganizationId, UserId},
    people::{Org, Role},
    time::Timestamp,
};

pub(super) fn person(row: &Row) -> StoreResult<Person> {
    let (user, organization, role): (String, String, String) =
        (row.try_get("user_id")?, row.try_get("organization_id")?, row.try_get("role")?);
    Ok(Person {
        user: UserId(parse::uuid("users", "id", &user)?),
        organization: OrganizationId(parse::uuid("organizations", "id", &organization)?),
        organization_name: row.try_get("organization_name")?,
        name: row.try_get("name")?,
        email: row.try_get("email")?,
        role: parse::word("memberships", "role", &role, Role::parse)?,
        operator: row.try_get("operator")?,
    })
}

/// Writes a person; `false`: the e-mail address is taken.
pub(super) async fn insert_user(tx: &mut Tx, new: &NewMember, operator: bool, now: Timestamp) -> StoreResult<bool> {
    let done = sqlx::query(
        "INSERT INTO users (id, name, email, password_hash, operator, created_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (email) DO NOTHING",
    )
    .bind(new.user.to_string())
    .bind(&new.name)
    .bind(&new.email)
    .bind(&new.password_hash)
    .bind(operator)
    .bind(now.0)
    .execute(&mut **tx)
    .await?;
    Ok(done.rows_affected() == 1)
}

pub(super) async fn insert_membership(
    tx: &mut Tx,
    organization: OrganizationId,
    user: UserId,
    role: Role,
    now: Timestamp,
) -> StoreResult<()> {
    sqlx::query("INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES ($1, $2, $3, $4)")
        .bind(organization.to_string())
        .bind(user.to_string())
        .bind(role.as_str())
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
    Ok(())
}

#[async_trait]
impl People for SqlStore {
    async fn create_organization(&self, new: &NewOrganization, now: Timestamp) -> StoreResult<bool> {
        let first = NewMember {
            user: new.user,
            name: new.name.clone(),
            email: new.email.clone(),
            password_hash: new.password_hash.clone(),
            role: Role::Admin,
        };
        let mut tx = self.begin().await?;
        if !insert_user(&mut tx, &first, new.operator, now).await? {
            return Ok(false);
        }
        sqlx::query("INSERT INTO organizations (id, name, created_at) VALUES ($1, $2, $3)")
            .bind(new.organization.to_string())
            .bind(&new.organization_name)
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        insert_membership(&mut tx, new.organization, new.user, Role::Admin, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn add_member(&self, org: &Org, new: &NewMember, now: Timestamp) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        if !insert_user(&mut tx, new, false, now).await? {
            return Ok(false);
        }
        insert_membership(&mut tx, org.organization, new.user, new.role, now).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn by_email(&self, email: &str) -> StoreResult<Option<(Person, Option<String>)>> {
        let row = sqlx::query(
            "SELECT m.user_id, m.organization_id, m.role, o.name AS organization_name, u.name, u.email, u.operator, u.password_hash \
             FROM users u JOIN memberships m ON m.user_id = u.id JOIN organizations o ON o.id = m.organization_id \
             WHERE u.email = $1 AND NOT EXISTS (SELECT 1 FROM external_people x WHERE x.user_id = u.id) ORDER BY m.created_at, m.organization_id LIMIT 1",
        )
        .bind(email)
        .fetch_optional(&self.read)
        .await?;
        row.map(|row| Ok((person(&row)?, row.try_get("password_hash")?))).transpose()
    }

    async fn start_session(&self, token_hash: &str, person: &Person, expires_at: Timestamp, now: Timestamp) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        sqlx::query("INSERT INTO sessions (token_hash, organization_id, user_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)")
            .bind(token_hash)
            .bind(person.organization.to_string())
            .bind(person.user.to_string())
            .bind(now.0)
            .bind(expires_at.0)
            .execute(&mut *tx)
            .await?;
        Ok(tx.commit().await?)
    }

    async fn session(&self, token_hash: &str, now: Timestamp) -> StoreResult<Option<Person>> {
        let row = sqlx::query(
            "SELECT m.user_id, m.organization_id, m.role, o.name AS organization_name, u.name, u.email, u.operator \
             FROM sessions s JOIN memberships m ON m.user_id = s.user_id AND m.organization_id = s.organization_id \
             JOIN users u ON u.id = s.user_id JOIN organizations o ON o.id = s.organization_id \
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.embed_origin IS NULL",
        )
        .bind(token_hash)
        .bind(now.0)
        .fetch_optional(&self.read)
        .await?;
        row.as_ref().map(person).transpose()
    }

    async fn end_session(&self, token_hash: &str) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("DELETE FROM sessions WHERE token_hash = $1").bind(token_hash).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    async fn purge_sessions(&self, now: Timestamp) -> StoreResult<u64> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("DELETE FROM sessions WHERE expires_at <= $1").bind(now.0).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected())
    }

    async fn set_operator(&self, email: &str, operator: bool) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("UPDATE users SET operator = $2 WHERE email = $1").bind(email).bind(operator).execute(&mut *tx).await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }
}
