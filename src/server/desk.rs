//! The operator's commands beside the server: keys and the inbox. Each opens the database, does one thing and says what it did.

use std::fmt::Write as _;

use uuid::Uuid;

use super::{
    clock::{Clock as _, SystemClock, SystemRng},
    config::Config,
    keys,
    store::{
        self,
        ports::{
            Store,
            inbox::{HookLine, HookState, Replayed},
            keys::ApiKey,
        },
    },
};
use crate::domain::{ids::OrganizationId, text};

/// The most lines that a list prints.
const LINES: u32 = 200;

/// What a command did, or the sentence about why it did not.
type Said = Result<String, Box<dyn std::error::Error>>;

/// A command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Desk {
    /// `api-key create [--organization ID] NAME`
    CreateKey {
        /// `None`: all organisations.
        organization: Option<String>,
        /// What it is for.
        name: String,
    },
    /// `api-key revoke ID`
    RevokeKey(String),
    /// `api-key list`
    ListKeys,
    /// `inbox list [STATE]`
    ListInbox(Option<String>),
    /// `inbox replay ID`
    Replay(String),
}

impl Desk {
    /// Reads the words of the command line; `None`: they are not one of these commands.
    #[must_use]
    pub fn parse(words: &[&str]) -> Option<Self> {
        let owned = |text: &str| text.to_owned();
        Some(match words {
            ["api-key", "create", "--organization", organization, name] | ["api-key", "create", name, "--organization", organization] => {
                Self::CreateKey { organization: Some(owned(organization)), name: owned(name) }
            }
            ["api-key", "create", name] if !name.starts_with('-') => Self::CreateKey { organization: None, name: owned(name) },
            ["api-key", "revoke", id] => Self::RevokeKey(owned(id)),
            ["api-key", "list"] => Self::ListKeys,
            ["inbox", "list"] => Self::ListInbox(None),
            ["inbox", "list", state] => Self::ListInbox(Some(owned(state))),
            ["inbox", "replay", id] => Self::Replay(owned(id)),
            _ => return None,
        })
    }

    /// Does it; what to print.
    ///
    /// # Errors
    /// The sentence about why nothing was done.
    pub async fn run(self, config: &Config) -> Said {
        let store = store::open(config.database_url.expose()).await?;
        let said = self.over(store.as_ref()).await;
        store.close().await;
        said
    }

    async fn over(self, store: &dyn Store) -> Said {
        match self {
            Self::CreateKey { organization, name } => create_key(store, organization, &name).await,
            Self::RevokeKey(id) => {
                let id = id.parse::<Uuid>().map_err(|_| format!("{id} is not the id of a key"))?;
                if store.revoke_key(id, SystemClock.now()).await? {
                    Ok(format!("The key {id} opens nothing any more.\n"))
                } else {
                    Err(format!("there is no live key with the id {id}").into())
                }
            }
            Self::ListKeys => Ok(store.keys().await?.iter().map(key_line).collect()),
            Self::ListInbox(state) => {
                let state = match state.as_deref() {
                    None => None,
                    Some(word) => Some(HookState::parse(word).ok_or_else(|| {
                        format!("{word} is not a state: use one of {}", HookState::ALL.map(HookState::as_str).join(", "))
                    })?),
                };
                Ok(store.hooks(state, LINES).await?.iter().map(hook_line).collect())
            }
            Self::Replay(id) => replay(store, &id).await,
        }
    }
}

async fn create_key(store: &dyn Store, organization: Option<String>, name: &str) -> Said {
    let name = text::name("NAME", name)?;
    let organization: Option<OrganizationId> = match organization {
        None => None,
        Some(raw) => Some(raw.parse().map_err(|_| format!("{raw} is not the id of an organisation"))?),
    };
    let Some((key, secret)) = keys::create(store, &SystemClock, &SystemRng, organization, &name).await? else {
        return Err("there is no such organisation".into());
    };
    let reads = match organization {
        Some(organization) => format!("It reads the organisation {organization}."),
        None => "It reads every organisation; each call names one as `organization`.".to_owned(),
    };
    Ok(format!("{}\nThis is shown once. {reads} Its id is {}.\n", secret.expose(), key.id))
}

async fn replay(store: &dyn Store, id: &str) -> Said {
    let id = id.parse::<Uuid>().map_err(|_| format!("{id} is not the id of an event"))?;
    match store.replay_hook(id).await? {
        Replayed::Waiting => Ok(format!("The event {id} waits to be worked.\n")),
        Replayed::TwinWaits => Ok(format!("An event identical to {id} waits already.\n")),
        Replayed::Busy => Err("the event is being worked right now".into()),
        Replayed::NoBody => Err("the event's body is erased: it was worked, or its account was deleted".into()),
        Replayed::Unknown => Err(format!("there is no event with the id {id}").into()),
    }
}

fn key_line(key: &ApiKey) -> String {
    let organization = key.organization.map_or_else(|| "all organisations".to_owned(), |organization| organization.to_string());
    let mut line = format!("{}  {organization}  made {}", key.id, key.created_at.to_iso());
    let end = match (key.revoked_at, key.last_used_at) {
        (Some(at), _) => format!("revoked {}", at.to_iso()),
        (None, Some(at)) => format!("used {}", at.to_iso()),
        (None, None) => "never used".to_owned(),
    };
    // Writing to a String cannot fail.
    let _infallible = writeln!(line, "  {end}  {}", key.name);
    line
}

fn hook_line(hook: &HookLine) -> String {
    let (event, error) = (hook.event.as_deref().unwrap_or("unreadable"), hook.error.as_deref().unwrap_or_default());
    format!("{}  {}  {:<10}  tries {}  {event}  {error}\n", hook.id, hook.received_at.to_iso(), hook.state.as_str(), hook.attempts)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    #[test]
    fn the_words_of_each_command_are_understood() {
        let key =
            |organization: Option<&str>, name: &str| Desk::CreateKey { organization: organization.map(str::to_owned), name: name.into() };
        for (words, expected) in [
            (vec!["api-key", "create", "warehouse"], Some(key(None, "warehouse"))),
            (vec!["api-key", "create", "--organization", "x", "warehouse"], Some(key(Some("x"), "warehouse"))),
            (vec!["api-key", "create", "warehouse", "--organization", "x"], Some(key(Some("x"), "warehouse"))),
            (vec!["api-key", "create", "--organization"], None),
            (vec!["api-key", "create", "--organization", "x"], None),
            (vec!["api-key", "create"], None),
            (vec!["api-key", "revoke", "x"], Some(Desk::RevokeKey("x".into()))),
            (vec!["api-key", "list"], Some(Desk::ListKeys)),
            (vec!["inbox", "list"], Some(Desk::ListInbox(None))),
            (vec!["inbox", "list", "dead"], Some(Desk::ListInbox(Some("dead".into())))),
            (vec!["inbox", "replay", "x"], Some(Desk::Replay("x".into()))),
            (vec!["inbox"], None),
            (vec![], None),
        ] {
            assert_eq!(Desk::parse(&words), expected, "{words:?}");
        }
    }
}
