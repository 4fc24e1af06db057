//! Identifiers as types of their own, so that one cannot be passed for another. All are UUIDs in text form wherever
//! people or other programs see them.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text.trim()).map(Self)
            }
        }
    };
}

id!(
    /// An organisation: a customer of the company that runs Patchbay.
    OrganizationId
);
id!(
    /// A person.
    UserId
);
id!(
    /// One of our linked accounts. Never the upstream's own id of it.
    AccountId
);
id!(
    /// One opening of the connection window, from a click to its end.
    AttemptId
);
id!(
    /// A durable job.
    JobId
);
id!(
    /// An invitation to an organisation.
    InvitationId
);
