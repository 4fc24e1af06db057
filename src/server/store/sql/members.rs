//! The people of an organisation, and invitations to it (P2).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{
            NewMember, Person, StoreResult,
            members::{Invitation, Joined, Member, MemberChange, Members},
        },
    },
    activity,
    core::SqlStore,
    db::{self, Row, Tx},
    people::{insert_membership, insert_user, person},
};
use crate::domain::{
    ids::{InvitationId, OrganizationId, UserId},
    people::{Org, Role},
    time::Timestamp,
};

/// Open invitations; `$1` is the time.
macro_rules! open_invitations {
    ($rest:literal) => {
        concat!(
            "SELECT i.id, i.organization_id, o.name AS organization_name, i.role, u.name AS invited_by, i.expires_at \
             FROM invitations i JOIN organizations o ON o.id = i.organization_id JOIN users u ON u.id = i.created_by \
             WHERE i.ended_at IS NULL AND i.expires_at > $1 ",
            $rest
        )
    };
}

fn role(table: &'static str, row: &Row) -> StoreResult<Role> {
    parse::word(table, "role", &row.try_get::<String, _>("role")?, Role::parse)
}

fn member(row: &Row) -> StoreResult<Member> {
    Ok(Member {
        user: UserId(parse::uuid("users", "id", &row.try_get::<String, _>("id")?)?),
        name: row.try_get("name")?,
        email: row.try_get("email")?,
        role: role("memberships", row)?,
        since: Timestamp(row.try_get("created_at")?),
    })
}

fn invitation(row: &Row) -> StoreResult<Invitation> {
    Ok(Invitation {
        id: InvitationId(parse::uuid("invitations", "id", &row.try_get::<String, _>("id")?)?),
        organization: OrganizationId(parse::uuid("invitations", "organization_id", &row.try_get::<String, _>("organization_id")?)?),
        organization_name: row.try_get("organization_name")?,
        role: role("invitations", row)?,
        invited_by: row.try_get("invited_by")?,
        expires_at: Timestamp(row.try_get("expires_at")?),
    })
}

/// Ends an invitation, so that nobody else accepts it; where it leads, if it was open.
async fn accept(tx: &mut Tx, id: InvitationId, user: UserId, now: Timestamp) -> StoreResult<Option<(OrganizationId, Role)>> {
    let row = sqlx::query(
        "UPDATE invitations SET ended_at = $2, accepted_by = $3 WHERE id = $1 AND ended_at IS NULL AND expires_at > $2 \
         RETURNING organization_id, role",
    )
    .bind(id.to_string())
    .bind(now.0)
    .bind(user.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let organization = parse::uuid("invitations", "organization_id", &row.try_get::<String, _>("organization_id")?)?;
    Ok(Some((OrganizationId(organization), role("invitations", &row)?)))
}

async fn in_organization(tx: &mut Tx, organization: OrganizationId, user: UserId) -> StoreResult<Option<Person>> {
    let row = sqlx::query(
        "SELECT m.user_id, m.organization_id, m.role, o.name AS organization_name, u.name, u.email, u.operator \
         FROM memberships m JOIN users u ON u.id = m.user_id JOIN organizations o ON o.id = m.organization_id \
         WHERE m.organization_id = $1 AND m.user_id = $2",
    )
    .bind(organization.to_string())
    .bind(user.to_string())
    .fetch_optional(&mut **tx)
    .await?;
    row.as_ref().map(person).transpose()
}

impl SqlStore {
    /// Begins a transaction that is alone among those that change who is in the organisation: two admins who take the role from each other at
    /// the same moment would else both find the other one still there.
    async fn begin_members(&self, org: &Org) -> StoreResult<Tx> {
        let mut tx = self.begin().await?;
        db::lock(&mut tx, &format!("members:{}", org.organization)).await?;
        Ok(tx)
    }
}

/// Whether somebody else is an admin.
async fn another_admin(tx: &mut Tx, org: &Org, user: UserId) -> StoreResult<bool> {
    let others: i64 =
        sqlx::query_scalar("SELECT count(*) FROM memberships WHERE organization_id = $1 AND role = 'admin' AND user_id <> $2")
            .bind(org.organization.to_string())
            .bind(user.to_string())
            .fetch_one(&mut **tx)
            .await?;
    Ok(others > 0)
}

#[async_trait]
impl Members for SqlStore {
    async fn members(&self, org: &Org) -> StoreResult<Vec<Member>> {
        let rows = sqlx::query(
            "SELECT u.id, u.name, u.email, m.role, m.created_at FROM memberships m JOIN users u ON u.id = m.user_id \
             WHERE m.organization_id = $1 ORDER BY lower(u.name), u.id",
        )
        .bind(org.organization.to_string())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(member).collect()
    }

    async fn memberships(&self, user: UserId) -> StoreResult<Vec<Person>> {
        let rows = sqlx::query(
            "SELECT m.user_id, m.organization_id, m.role, o.name AS organization_name, u.name, u.email, u.operator \
             FROM memberships m JOIN users u ON u.id = m.user_id JOIN organizations o ON o.id = m.organization_id \
             WHERE m.user_id = $1 ORDER BY m.created_at, m.organization_id",
        )
        .bind(user.to_string())
        .fetch_all(&self.read)
        .await?;
        rows.iter().map(person).collect()
    }

    async fn invite(&self, org: &Org, id: InvitationId, role: Role, expires_at: Timestamp, now: Timestamp) -> StoreResult<()> {
        let mut tx = self.begin().await?;
        sqlx::query(
            "INSERT INTO invitations (id, organization_id, role, created_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
        )
        .bind(id.to_string())
        .bind(org.organization.to_string())
        .bind(role.as_str())
        .bind(org.user.to_string())
        .bind(now.0)
        .bind(expires_at.0)
        .execute(&mut *tx)
        .await?;
        Ok(tx.commit().await?)
    }

    async fn invitations(&self, org: &Org, now: Timestamp) -> StoreResult<Vec<Invitation>> {
        let rows = sqlx::query(open_invitations!("AND i.organization_id = $2 ORDER BY i.created_at DESC, i.id"))
            .bind(now.0)
            .bind(org.organization.to_string())
            .fetch_all(&self.read)
            .await?;
        rows.iter().map(invitation).collect()
    }

    async fn withdraw_invitation(&self, org: &Org, id: InvitationId, now: Timestamp) -> StoreResult<bool> {
        let mut tx = self.begin().await?;
        let done = sqlx::query("UPDATE invitations SET ended_at = $3 WHERE id = $1 AND organization_id = $2 AND ended_at IS NULL")
            .bind(id.to_string())
            .bind(org.organization.to_string())
            .bind(now.0)
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(done.rows_affected() == 1)
    }

    async fn invitation(&self, id: InvitationId, now: Timestamp) -> StoreResult<Option<Invitation>> {
        let row = sqlx::query(open_invitations!("AND i.id = $2")).bind(now.0).bind(id.to_string()).fetch_optional(&self.read).await?;
        row.as_ref().map(invitation).transpose()
    }

    async fn join_as_new(&self, id: InvitationId, new: &NewMember, now: Timestamp) -> StoreResult<Joined> {
        let mut tx = self.begin().await?;
        if !insert_user(&mut tx, new, false, now).await? {
            return Ok(Joined::EmailTaken);
        }
        let Some((organization, role)) = accept(&mut tx, id, new.user, now).await? else { return Ok(Joined::Gone) };
        insert_membership(&mut tx, organization, new.user, role, now).await?;
        activity::write_about_person(&mut tx, "joined", organization, new.user, Some(new.user), now).await?;
        let Some(person) = in_organization(&mut tx, organization, new.user).await? else { return Ok(Joined::Gone) };
        tx.commit().await?;
        Ok(Joined::Yes(Box::new(person)))
    }

    async fn join(&self, id: InvitationId, user: UserId, now: Timestamp) -> StoreResult<Joined> {
        let mut tx = self.begin().await?;
        let Some((organization, role)) = accept(&mut tx, id, user, now).await? else { return Ok(Joined::Gone) };
        // Dropping the transaction leaves the invitation to whom it was meant for.
        if let Some(person) = in_organization(&mut tx, organization, user).await? {
            return Ok(Joined::Already(Box::new(person)));
        }
        insert_membership(&mut tx, organization, user, role, now).await?;
        activity::write_about_person(&mut tx, "joined", organization, user, Some(user), now).await?;
        let Some(person) = in_organization(&mut tx, organization, user).await? else { return Ok(Joined::Gone) };
        tx.commit().await?;
        Ok(Joined::Yes(Box::new(person)))
    }

    async fn set_role(&self, org: &Org, user: UserId, role: Role, now: Timestamp) -> StoreResult<MemberChange> {
        let mut tx = self.begin_members(org).await?;
        let Some(person) = in_organization(&mut tx, org.organization, user).await? else { return Ok(MemberChange::Unknown) };
        if person.role == role {
            return Ok(MemberChange::Done);
        }
        if person.role == Role::Admin && !another_admin(&mut tx, org, user).await? {
            return Ok(MemberChange::LastAdmin);
        }
        sqlx::query("UPDATE memberships SET role = $3 WHERE organization_id = $1 AND user_id = $2")
            .bind(org.organization.to_string())
            .bind(user.to_string())
            .bind(role.as_str())
            .execute(&mut *tx)
            .await?;
        let kind = if role == Role::Admin { "made_admin" } else { "made_member" };
        activity::write_about_person(&mut tx, kind, org.organization, user, Some(org.user), now).await?;
        tx.commit().await?;
        Ok(MemberChange::Done)
    }

    async fn remove_member(&self, org: &Org, user: UserId, now: Timestamp) -> StoreResult<MemberChange> {
        let mut tx = self.begin_members(org).await?;
        let Some(person) = in_organization(&mut tx, org.organization, user).await? else { return Ok(MemberChange::Unknown) };
        if person.role == Role::Admin && !another_admin(&mut tx, org, user).await? {
            return Ok(MemberChange::LastAdmin);
        }
        activity::write_about_person(&mut tx, "removed", org.organization, user, Some(org.user), now).await?;
        // Their sessions go with it.
        sqlx::query("DELETE FROM memberships WHERE organization_id = $1 AND user_id = $2")
            .bind(org.organization.to_string())
            .bind(user.to_string())
            .execute(&mut *tx)
            .await?;
        tx.commit().await?;
        Ok(MemberChange::Done)
    }
}
