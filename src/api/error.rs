//! The one error that leaves the server: a sentence for a person, a word for a machine, and the field when one is at fault.

use leptos::server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};
use serde::{Deserialize, Serialize};

use crate::app::copy;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $word:literal, $status:literal;)*) => {
        /// What went wrong, for machines. Each has its HTTP status.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
            /// The word on the wire.
            pub const fn as_str(self) -> &'static str { match self { $(Self::$name => $word,)* } }
            /// The HTTP status.
            pub const fn status(self) -> u16 { match self { $(Self::$name => $status,)* } }
        }
    };
}

codes! {
    /// A field is missing or wrong; `field` names it.
    InvalidInput = "invalid_input", 400;
    /// The body is not what it says it is.
    MalformedBody = "malformed_body", 400;
    /// No such category, or it is switched off.
    UnknownCategory = "unknown_category", 400;
    /// No such app, or it is not in that category.
    UnknownApp = "unknown_app", 400;
    /// Not signed in, or the session is over.
    SignedOut = "signed_out", 401;
    /// Wrong e-mail address or password.
    WrongCredentials = "wrong_credentials", 401;
    /// An event that the upstream did not sign (W1).
    WrongSignature = "wrong_signature", 401;
    /// A key that is unknown or revoked.
    WrongKey = "wrong_key", 401;
    /// The role is too small.
    NotAllowed = "not_allowed", 403;
    /// The request came from another site, or says nothing of where it came from.
    CrossSite = "cross_site", 403;
    /// Sign-up is switched off.
    SignUpClosed = "sign_up_closed", 403;
    /// Not there, or not yours.
    NotFound = "not_found", 404;
    /// The path does not take this method.
    MethodNotAllowed = "method_not_allowed", 405;
    /// The e-mail address is taken.
    EmailTaken = "email_taken", 409;
    /// The organisation would be left without an admin.
    LastAdmin = "last_admin", 409;
    /// The invitation was used, withdrawn, or is too old.
    InvitationGone = "invitation_gone", 410;
    /// The page was rendered for another organisation than the session's.
    OrganizationChanged = "organization_changed", 409;
    /// A newer attempt of the same page replaced this one.
    AttemptSuperseded = "attempt_superseded", 409;
    /// One app a category, and one is connected (L5).
    CategoryTaken = "category_taken", 409;
    /// One app a category, and another page is connecting one (L5).
    ConnectInProgress = "connect_in_progress", 409;
    /// The account was never connected.
    SetupNotFinished = "setup_not_finished", 409;
    /// The account is connected and cannot be discarded.
    AlreadyConnected = "already_connected", 409;
    /// Somebody decided it before, or there is nothing to decide.
    AlreadyDecided = "already_decided", 409;
    /// The account was deleted.
    Deleted = "deleted", 409;
    /// The account was connected through another upstream than the one in force.
    OtherUpstream = "other_upstream", 409;
    /// The first window of the data type is not complete yet. On the wire it is the word of [`Code::NotReady`], with another status.
    #[serde(rename = "not_ready", skip_deserializing)]
    FirstSync = "not_ready", 409;
    /// The body is too large.
    TooLarge = "too_large", 413;
    /// The body is of a kind that is not read here.
    UnsupportedMedia = "unsupported_media", 415;
    /// A limit is reached; `Retry-After` says for how long.
    TooManyRequests = "too_many_requests", 429;
    /// A fault of ours.
    Internal = "internal", 500;
    /// The other side refused or did not answer sensibly.
    UpstreamRefused = "upstream_refused", 502;
    /// The other side did not answer in time.
    UpstreamUnreachable = "upstream_unreachable", 502;
    /// The other side is busy; `Retry-After` says for how long.
    UpstreamBusy = "upstream_busy", 503;
    /// Our database is away, or we are not ready yet.
    NotReady = "not_ready", 503;
    /// Only in the browser: the server could not be reached.
    Offline = "offline", 0;
}

/// The failure of a call. On the wire `{"success":false,"error":"…","code":"…","field":"…"}` with the code's status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("{error}")]
pub struct ApiError {
    /// Always `false`.
    pub success: bool,
    /// A sentence for a person.
    pub error: String,
    /// A word for a machine.
    pub code: Code,
    /// The field at fault.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Seconds after which to try again; also sent as `Retry-After`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retry_after: Option<u64>,
}

impl ApiError {
    /// A failure with a sentence.
    pub fn new(code: Code, error: impl Into<String>) -> Self {
        Self { success: false, error: error.into(), code, field: None, retry_after: None }
    }

    /// A field is missing or wrong.
    pub fn field(field: &str, error: impl Into<String>) -> Self {
        Self::new(Code::InvalidInput, error).at(field)
    }

    /// The same failure, naming a field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// The same failure with seconds after which to try again.
    #[must_use]
    pub fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }

    /// A fault of ours, about which there is nothing to say but that it is ours.
    pub fn internal() -> Self {
        Self::new(Code::Internal, copy::internal())
    }
}

impl FromServerFnError for ApiError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        match error {
            ServerFnErrorErr::Request(_) | ServerFnErrorErr::Response(_) => Self::new(Code::Offline, copy::unreachable()),
            // On the server: the request's arguments. In the browser: the answer. The edge tells the two apart (see `server::edge`).
            ServerFnErrorErr::Args(text) | ServerFnErrorErr::MissingArg(text) | ServerFnErrorErr::Deserialization(text) => {
                Self::new(Code::MalformedBody, text)
            }
            _ => Self::internal(),
        }
    }
}
