//! People whom a host product brings (P3).

use async_trait::async_trait;
use sqlx::Row as _;

use super::{
    super::{
        parse,
        ports::{
            NewMember, StoreResult,
            embedding::{Embedding, Entry, Guest},
        },
    },
    activity,
    core::SqlStore,
    db::{self, Tx},
    people::{insert_user, person},
};
use crate::domain::{
    embedding::Ticket,
    ids::{OrganizationId, UserId},
    theme::Theme,
    time::Timestamp,
};

/// The organisation that this host product calls so; made when it is seen first. It is one of the host's own: none that signed up is ever found.
async fn organization(tx: &mut Tx, ticket: &Ticket, fresh: OrganizationId, now: Timestamp) -> StoreResult<OrganizationId> {
    let known: Option<String> =
        sqlx::query_scalar("SELECT organization_id FROM external_organizations WHERE issuer = $1 AND external_id = $2")
            .bind(&ticket.issuer)
            .bind(&ticket.organization)
            .fetch_optional(&mut **tx)
            .await?;
    if let Some(known) = known {
        sqlx::query("UPDATE organizations SET name = $2 WHERE id = $1 AND name <> $2")
            .bind(&known)
            .bind(&ticket.organization_name)
            .execute(&mut **tx)
            .await?;
        return Ok(OrganizationId(parse::uuid("external_organizations", "organization_id", &known)?));
    }
    sqlx::query("INSERT INTO organizations (id, name, created_at) VALUES ($1, $2, $3)")
        .bind(fresh.to_string())
        .bind(&ticket.organization_name)
        .bind(now.0)
        .execute(&mut **tx)
        .await?;
    sqlx::query("INSERT INTO external_organizations (issuer, external_id, organization_id) VALUES ($1, $2, $3)")
        .bind(&ticket.issuer)
        .bind(&ticket.organization)
        .bind(fresh.to_string())
        .execute(&mut **tx)
        .await?;
    Ok(fresh)
}

/// The person in it whom the host product calls so, likewise.
async fn guest(tx: &mut Tx, organization: OrganizationId, ticket: &Ticket, fresh: UserId, now: Timestamp) -> StoreResult<UserId> {
    let known: Option<String> = sqlx::query_scalar("SELECT user_id FROM external_people WHERE organization_id = $1 AND subject = $2")
        .bind(organization.to_string())
        .bind(&ticket.subject)
        .fetch_optional(&mut **tx)
        .await?;
    if let Some(known) = known {
        sqlx::query("UPDATE users SET name = $2 WHERE id = $1 AND name <> $2").bind(&known).bind(&ticket.name).execute(&mut **tx).await?;
        sqlx::query("UPDATE external_people SET email = $2 WHERE user_id = $1").bind(&known).bind(&ticket.email).execute(&mut **tx).await?;
        return Ok(UserId(parse::uuid("external_people", "user_id", &known)?));
    }
    let new = NewMember {
        user: fresh,
        name: ticket.name.clone(),
        // Nobody signs in or up with it, and no mail arrives (RFC 2606): the address that the host gives is nobody's key here.
        email: format!("{fresh}@embedded.invalid"),
        password_hash: None,
        role: ticket.role,
    };
    insert_user(tx, &new, false, now).await?;
    sqlx::query("INSERT INTO external_people (organization_id, subject, user_id, email) VALUES ($1, $2, $3, $4)")
        .bind(organization.to_string())
        .bind(&ticket.subject)
        .bind(fresh.to_string())
        .bind(&ticket.email)
        .execute(&mut **tx)
        .await?;
    activity::write_about_person(tx, "joined", organization, fresh, Some(fresh), now).await?;
    Ok(fresh)
}

#[async_trait]
impl Embedding for SqlStore {
    async fn enter(&self, entry: &Entry, now: Timestamp) -> StoreResult<bool> {
        let (ticket, session) = (&entry.ticket, &entry.session);
        let mut tx = self.begin().await?;
        // First: of two that show the same ticket at once, the second waits here for the end of the first.
        let taken = sqlx::query("INSERT INTO embed_tickets (issuer, jti, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
            .bind(&ticket.issuer)
            .bind(&ticket.jti)
            .bind(ticket.over_at.0)
            .execute(&mut *tx)
            .await?;
        if taken.rows_affected() == 0 {
            return Ok(false);
        }
        // Two people of an organisation that is seen first may come at once.
        db::lock(&mut tx, &format!("embedding:{}:{}", ticket.issuer, ticket.organization)).await?;
        let organization = organization(&mut tx, ticket, entry.organization, now).await?;
        let user = guest(&mut tx, organization, ticket, entry.user, now).await?;
        sqlx::query(
            "INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (organization_id, user_id) DO UPDATE SET role = excluded.role",
        )
        .bind(organization.to_string())
        .bind(user.to_string())
        .bind(ticket.role.as_str())
        .bind(now.0)
        .execute(&mut *tx)
        .await?;
        sqlx::query(
            "INSERT INTO sessions (token_hash, organization_id, user_id, created_at, expires_at, embed_origin, embed_theme) \
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(&session.token_hash)
        .bind(organization.to_string())
        .bind(user.to_string())
        .bind(now.0)
        .bind(session.expires_at.0)
        .bind(&session.origin)
        .bind(session.theme.as_str())
        .execute(&mut *tx)
        .await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn guest(&self, token_hash: &str, now: Timestamp) -> StoreResult<Option<Guest>> {
        let row = sqlx::query(
            "SELECT m.user_id, m.organization_id, m.role, o.name AS organization_name, u.name, coalesce(x.email, u.email) AS email, \
             u.operator, s.embed_origin, s.embed_theme \
             FROM sessions s JOIN memberships m ON m.user_id = s.user_id AND m.organization_id = s.organization_id \
             JOIN external_people x ON x.user_id = s.user_id AND x.organization_id = s.organization_id \
             JOIN users u ON u.id = s.user_id JOIN organizations o ON o.id = s.organization_id \
             WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.embed_origin IS NOT NULL",
        )
        .bind(token_hash)
        .bind(now.0)
        .fetch_optional(&self.read)
        .await?;
        let Some(row) = row else { return Ok(None) };
        let theme: Option<String> = row.try_get("embed_theme")?;
        Ok(Some(Guest {
            person: person(&row)?,
            origin: row.try_get("embed_origin")?,
            theme: theme.and_then(|theme| Theme::parse(&theme)).unwrap_or_default(),
        }))
    }
}
