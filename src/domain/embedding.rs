//! What a host product says of a person when it embeds the pages (P3), and what of it is believed. Who said it is checked elsewhere, by the
//! signature.

use serde::Deserialize;

use super::{people::Role, text, time::Timestamp};

/// How long what a host says may be good for, in seconds.
pub const LIFE_MAX: i64 = 120;
/// How far a host's clock may be off, in seconds.
pub const SKEW: i64 = 5;
/// The longest id of an organisation, a person or a ticket, in characters.
pub const ID_MAX: usize = 255;

/// What is signed, as it came.
#[derive(Clone, Debug, Deserialize)]
pub struct Claims {
    /// The host product.
    pub iss: String,
    /// When it was signed, in seconds since the Unix epoch.
    pub iat: i64,
    /// Until when it is good, likewise.
    pub exp: i64,
    /// Since when it is good, likewise.
    pub nbf: Option<i64>,
    /// An id that is used once.
    pub jti: String,
    /// The host's id of the person.
    pub sub: String,
    /// The host's id of the organisation.
    pub org: String,
    /// The organisation's name.
    pub org_name: String,
    /// The person's name.
    pub name: String,
    /// The person's e-mail address.
    pub email: Option<String>,
    /// `admin` or `member`; `member` without it.
    pub role: Option<String>,
}

/// What is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// The host product.
    pub issuer: String,
    /// Used once.
    pub jti: String,
    /// The host's id of the organisation.
    pub organization: String,
    /// Its name.
    pub organization_name: String,
    /// The host's id of the person.
    pub subject: String,
    /// Their name.
    pub name: String,
    /// Their e-mail address: to be sent on, never to find anybody by.
    pub email: Option<String>,
    /// What they may do.
    pub role: Role,
    /// From then on nobody takes it, used or not.
    pub over_at: Timestamp,
}

/// Why nobody is let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The page around the frame is not one that may embed.
    ForeignOrigin,
    /// Nobody whom we know signed it, or not with the key and algorithm that we know.
    NotSigned,
    /// Something in it is missing or wrong.
    Unreadable,
    /// It is meant for another site.
    OtherAudience,
    /// It is good for too long.
    LivesTooLong,
    /// It comes from the future.
    Early,
    /// It is too old.
    Expired,
    /// It was used already.
    Used,
    /// There is no session in this frame, or it is over.
    Over,
    /// A limit is reached.
    TooMany,
    /// A fault of ours.
    Unavailable,
}

impl Refusal {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::ForeignOrigin,
        Self::NotSigned,
        Self::Unreadable,
        Self::OtherAudience,
        Self::LivesTooLong,
        Self::Early,
        Self::Expired,
        Self::Used,
        Self::Over,
        Self::TooMany,
        Self::Unavailable,
    ];

    /// For the host's program.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ForeignOrigin => "foreign_origin",
            Self::NotSigned => "not_signed",
            Self::Unreadable => "unreadable",
            Self::OtherAudience => "other_audience",
            Self::LivesTooLong => "lives_too_long",
            Self::Early => "early",
            Self::Expired => "expired",
            Self::Used => "used",
            Self::Over => "over",
            Self::TooMany => "too_many",
            Self::Unavailable => "unavailable",
        }
    }

    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::ForeignOrigin => 403,
            Self::TooMany => 429,
            Self::Unavailable => 503,
            _ => 401,
        }
    }
}

/// Judges what was signed, at this time.
///
/// # Errors
/// Why it is not believed.
pub fn judge(claims: Claims, now: Timestamp) -> Result<Ticket, Refusal> {
    let now = now.0.div_euclid(1000);
    let latest = now.saturating_add(SKEW);
    if claims.iat > latest || claims.nbf.is_some_and(|nbf| nbf > latest) {
        return Err(Refusal::Early);
    }
    let life = claims.exp.saturating_sub(claims.iat);
    if life <= 0 {
        return Err(Refusal::Unreadable);
    }
    if life > LIFE_MAX {
        return Err(Refusal::LivesTooLong);
    }
    let over = claims.exp.saturating_add(SKEW);
    if over <= now {
        return Err(Refusal::Expired);
    }
    let unreadable = |_| Refusal::Unreadable;
    let email = claims.email.filter(|email| !email.is_empty());
    Ok(Ticket {
        issuer: claims.iss,
        jti: id(claims.jti)?,
        organization: id(claims.org)?,
        organization_name: text::name("org_name", &claims.org_name).map_err(unreadable)?,
        subject: id(claims.sub)?,
        name: text::name("name", &claims.name).map_err(unreadable)?,
        email: email.map(|email| text::email(&email)).transpose().map_err(unreadable)?,
        role: claims.role.map_or(Some(Role::Member), |role| Role::parse(&role)).ok_or(Refusal::Unreadable)?,
        over_at: Timestamp(over.saturating_mul(1000)),
    })
}

/// An id of the host's, as it is: two that differ are never one.
fn id(raw: String) -> Result<String, Refusal> {
    let fits = !raw.trim().is_empty() && raw.chars().count() <= ID_MAX && !raw.chars().any(char::is_control);
    if fits { Ok(raw) } else { Err(Refusal::Unreadable) }
}

#[cfg(test)]
#[path = "embedding_tests.rs"]
mod tests;
