//! Asking for more data (S8): from an account's page and from its row in the list.

use crate::{
    api::{
        error::ApiError,
        sync::{CheckSyncStatus, Resync, SyncReply},
    },
    app::{
        browser::{self, path_of},
        components::icon::Glyph,
        copy,
    },
};

/// What a person asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// To look for what is new.
    Check,
    /// That the other side syncs.
    Sync,
}

impl Ask {
    /// What its button says.
    pub fn label(self) -> String {
        match self {
            Self::Check => copy::check_now(),
            Self::Sync => copy::sync_now(),
        }
    }

    /// Its button's icon.
    pub const fn glyph(self) -> Glyph {
        match self {
            Self::Check => Glyph::Search,
            Self::Sync => Glyph::Sync,
        }
    }

    /// Where a form without a script sends it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Check => path_of::<CheckSyncStatus>(),
            Self::Sync => path_of::<Resync>(),
        }
    }

    /// What is said when it was answered.
    pub fn done(self) -> String {
        match self {
            Self::Check => copy::checked(),
            Self::Sync => copy::asked(),
        }
    }

    /// Asks for it.
    pub async fn ask(self, id: String) -> Result<SyncReply, ApiError> {
        let (integration_id, linked_account_id, linked_account_id_camel) = (Some(id), None, None);
        match self {
            Self::Check => browser::call(&CheckSyncStatus { integration_id, linked_account_id, linked_account_id_camel }).await,
            Self::Sync => browser::call(&Resync { integration_id, linked_account_id, linked_account_id_camel }).await,
        }
    }
}
