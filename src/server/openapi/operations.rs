//! What can be asked, as data.

use crate::api::error::Code;

/// A value that is sent: its name, what it is, and whether it must be there.
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) about: &'static str,
}

pub(super) const fn must(name: &'static str, about: &'static str) -> Field {
    Field { name, required: true, about }
}

pub(super) const fn may(name: &'static str, about: &'static str) -> Field {
    Field { name, required: false, about }
}

/// What a success looks like.
#[derive(Clone, Copy)]
pub(super) enum Reply {
    /// JSON of this schema.
    Json(&'static str),
    /// Anything of this media type.
    Other(&'static str),
    /// JSON of this schema, or one of these media types when the caller accepts it.
    Formats(&'static str, &'static [&'static str]),
}

/// A method on a path.
pub(super) struct Operation {
    pub(super) path: &'static str,
    pub(super) get: bool,
    pub(super) id: &'static str,
    pub(super) tag: &'static str,
    pub(super) about: &'static str,
    /// Whether a session is needed.
    pub(super) session: bool,
    /// Query parameters of a GET, members of the body of a POST; those of the path are found by their braces.
    pub(super) input: &'static [Field],
    pub(super) reply: Reply,
    /// What can go wrong besides what can always go wrong.
    pub(super) errors: &'static [Code],
}

/// What can go wrong with any server function.
pub(super) const ALWAYS: &[Code] = &[Code::InvalidInput, Code::MalformedBody, Code::MethodNotAllowed, Code::Internal, Code::NotReady];
/// What can go wrong with any that needs a session.
pub(super) const WITH_SESSION: &[Code] = &[Code::SignedOut];
/// What can go wrong with any that changes something.
pub(super) const WITH_CHANGE: &[Code] = &[Code::CrossSite, Code::OrganizationChanged, Code::TooLarge, Code::UnsupportedMedia];
/// What can go wrong with any that asks the other side.
const UPSTREAM: [Code; 3] = [Code::UpstreamRefused, Code::UpstreamUnreachable, Code::UpstreamBusy];

const CATEGORY: &str = "One of the categories.";
const ACCOUNT: &str = "Id of a connected app, as `linked-accounts` gives it. It may be sent under any one of its three names.";
const PAGE: &str = "A random id of the open tab. An attempt that names its page holds its place until it ends.";
const MODEL: &str = "Name of the data type, `Employee`, as `check-sync-status` gives it.";
const ID: Field = may("integration_id", ACCOUNT);
const ID_TOO: Field = may("linked_account_id", ACCOUNT);
const ID_CAMEL: Field = may("linkedAccountId", ACCOUNT);

/// What a key opens as well as a session does.
pub(super) const WITH_KEY: [&str; 4] =
    ["/api/merge/records/{account}/{model}", "/api/merge/activity", "/api/merge/linked-accounts", "/api/merge/integrations"];
/// What pages ask, and what looks after the server.
pub(super) const PAGES: &[Operation] = &[
    Operation {
        path: "/api/merge/create-link-token",
        get: false,
        id: "createLinkToken",
        tag: "Connecting",
        about: "Begins to connect an app. The link token opens the connection window once and is never stored.",
        session: true,
        input: &[
            must("category", CATEGORY),
            may("integration", "Slug of the app; without it the person picks one in the window."),
            may("page_id", PAGE),
        ],
        reply: Reply::Json("LinkToken"),
        errors: &[
            Code::UnknownCategory,
            Code::UnknownApp,
            Code::NotAllowed,
            Code::AttemptSuperseded,
            Code::CategoryTaken,
            Code::ConnectInProgress,
            Code::TooManyRequests,
            UPSTREAM[0],
            UPSTREAM[1],
            UPSTREAM[2],
        ],
    },
    Operation {
        path: "/api/merge/exchange-public-token",
        get: false,
        id: "exchangePublicToken",
        tag: "Connecting",
        about: "Finishes connecting with the public token that the window gave. Repeating it is harmless.",
        session: true,
        input: &[
            must("public_token", "As the window gave it."),
            may("attempt_id", "As `create-link-token` answered it; a hint."),
            may("end_user_origin_id", "Must agree with the account's when it is sent."),
        ],
        reply: Reply::Json("Exchanged"),
        errors: &[Code::NotFound, Code::NotAllowed, Code::Deleted, Code::TooManyRequests, UPSTREAM[0], UPSTREAM[1], UPSTREAM[2]],
    },
    Operation {
        path: "/api/merge/release-link-attempt",
        get: false,
        id: "releaseLinkAttempt",
        tag: "Connecting",
        about: "Says that the window was closed, so that the attempt holds nothing any more.",
        session: true,
        input: &[must("attempt_id", "As `create-link-token` or `relink-integration` answered it.")],
        reply: Reply::Json("Done"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/merge/relink-integration",
        get: false,
        id: "relinkIntegration",
        tag: "Connecting",
        about: "Begins to sign in to a connected app again. Until it succeeds nothing changes.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL, may("page_id", PAGE)],
        reply: Reply::Json("LinkToken"),
        errors: &[
            Code::NotFound,
            Code::NotAllowed,
            Code::SetupNotFinished,
            Code::AttemptSuperseded,
            Code::OtherUpstream,
            Code::TooManyRequests,
            UPSTREAM[0],
            UPSTREAM[1],
            UPSTREAM[2],
        ],
    },
    Operation {
        path: "/api/merge/delete-integration",
        get: false,
        id: "deleteIntegration",
        tag: "Connected apps",
        about: "Deletes a connected app and its data for good; an unfinished one is discarded.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL],
        reply: Reply::Json("Done"),
        errors: &[Code::NotFound, Code::NotAllowed],
    },
    Operation {
        path: "/api/merge/rename-integration",
        get: false,
        id: "renameIntegration",
        tag: "Connected apps",
        about: "Gives a connected app a name of its own; an empty one takes it away.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL, may("display_name", "At most 100 characters.")],
        reply: Reply::Json("Done"),
        errors: &[Code::NotFound, Code::NotAllowed, Code::SetupNotFinished],
    },
    Operation {
        path: "/api/merge/discard-integration",
        get: false,
        id: "discardIntegration",
        tag: "Connected apps",
        about: "Hides an attempt that was never finished.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL],
        reply: Reply::Json("Done"),
        errors: &[Code::NotFound, Code::NotAllowed, Code::AlreadyConnected],
    },
    Operation {
        path: "/api/merge/check-health",
        get: false,
        id: "checkHealth",
        tag: "Connected apps",
        about: "Asks the other side now how a connected app is.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL],
        reply: Reply::Json("Health"),
        errors: &[Code::NotFound, Code::SetupNotFinished, Code::OtherUpstream, UPSTREAM[0], UPSTREAM[1], UPSTREAM[2]],
    },
    Operation {
        path: "/api/merge/check-sync-status",
        get: false,
        id: "checkSyncStatus",
        tag: "Connected apps",
        about: "Asks the other side how the sync of a connected app stands, and fetches what is new.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL],
        reply: Reply::Json("Sync"),
        errors: &[
            Code::NotFound,
            Code::SetupNotFinished,
            Code::OtherUpstream,
            Code::TooManyRequests,
            UPSTREAM[0],
            UPSTREAM[1],
            UPSTREAM[2],
        ],
    },
    Operation {
        path: "/api/merge/resync",
        get: false,
        id: "resync",
        tag: "Connected apps",
        about: "Asks the other side to sync a connected app now; limited, for it may cost a credit.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL],
        reply: Reply::Json("Sync"),
        errors: &[
            Code::NotFound,
            Code::NotAllowed,
            Code::SetupNotFinished,
            Code::OtherUpstream,
            Code::TooManyRequests,
            UPSTREAM[0],
            UPSTREAM[1],
            UPSTREAM[2],
        ],
    },
    Operation {
        path: "/api/merge/approve-removal",
        get: false,
        id: "approveRemoval",
        tag: "Connected apps",
        about: "Lets records that are `missing` on the other side be removed here; each is looked for once more before it goes.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL, must("model", MODEL)],
        reply: Reply::Json("Sync"),
        errors: &[Code::NotFound, Code::NotAllowed, Code::AlreadyDecided],
    },
    Operation {
        path: "/api/merge/dismiss-removal",
        get: false,
        id: "dismissRemoval",
        tag: "Connected apps",
        about: "Keeps records that are `missing` on the other side.",
        session: true,
        input: &[ID, ID_TOO, ID_CAMEL, must("model", MODEL)],
        reply: Reply::Json("Sync"),
        errors: &[Code::NotFound, Code::NotAllowed, Code::AlreadyDecided],
    },
    Operation {
        path: "/api/merge/linked-accounts",
        get: true,
        id: "linkedAccounts",
        tag: "Connected apps",
        about: "The organisation's connected apps that the caller may see.",
        session: true,
        input: &[may("category", CATEGORY), may("status", "One of the statuses.")],
        reply: Reply::Json("Accounts"),
        errors: &[Code::UnknownCategory],
    },
    Operation {
        path: "/api/merge/integrations",
        get: true,
        id: "integrations",
        tag: "App Center",
        about: "The apps that can be connected, each with its state; ranked when `q` is given.",
        session: true,
        input: &[may("category", CATEGORY), may("q", "What a person types.")],
        reply: Reply::Json("Integrations"),
        errors: &[Code::UnknownCategory],
    },
    Operation {
        path: "/api/page/theme",
        get: false,
        id: "setTheme",
        tag: "App Center",
        about: "Remembers in a cookie how our own pages are painted. It follows our pages and may change with them.",
        session: false,
        input: &[must("theme", "`light`, `dark`, or `system` to follow the device.")],
        reply: Reply::Json("Done"),
        errors: &[],
    },
    Operation {
        path: "/api/page/language",
        get: false,
        id: "setLanguage",
        tag: "App Center",
        about: "Remembers in a cookie which language our own pages speak. It follows our pages and may change with them.",
        session: false,
        input: &[must("language", "`en`, `de`, `fr`, `es` or `ja`.")],
        reply: Reply::Json("Done"),
        errors: &[],
    },
    Operation {
        path: "/api/page/app-center",
        get: true,
        id: "appCenter",
        tag: "App Center",
        about: "Everything that our own App Center shows. It follows our pages and may change with them.",
        session: true,
        input: &[],
        reply: Reply::Json("AppCenter"),
        errors: &[],
    },
    Operation {
        path: "/api/page/app",
        get: true,
        id: "app",
        tag: "App Center",
        about: "Everything that our own page of one app shows. It follows our pages and may change with them.",
        session: true,
        input: &[must("slug", "Slug of the app.")],
        reply: Reply::Json("AppCenter"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/page/sync",
        get: true,
        id: "sync",
        tag: "Connected apps",
        about: "What our own page of a connected app shows of its sync; nobody is asked. It follows our pages and may change with them.",
        session: true,
        input: &[must("integration_id", "Id of a connected app, as `linked-accounts` gives it.")],
        reply: Reply::Json("Sync"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/page/records",
        get: true,
        id: "recordList",
        tag: "Connected apps",
        about: "What our own page of a connected app shows of its records, as its address asks. It follows our pages and may change with them; \
                programs read `records`.",
        session: true,
        input: &[
            must("integration_id", "Id of a connected app, as `linked-accounts` gives it."),
            may("type", "A data type's name, such as `Employee`; without it the most telling one that has records."),
            may("q", "Part of a value or id, at most 100 characters."),
            may("sort", "`newest`, `oldest`, `modified` or `id`."),
            may("deleted", "`true`: what was deleted on the other side, instead of what lives."),
            may("after", "The place that the last page answered."),
            may("record", "Id of the record that is open."),
        ],
        reply: Reply::Json("RecordList"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/page/activity",
        get: true,
        id: "activityPage",
        tag: "Connected apps",
        about: "What our own page of a connected app shows of its history. It follows our pages and may change with them.",
        session: true,
        input: &[
            must("integration_id", "Id of a connected app, as `linked-accounts` gives it."),
            may("before", "`older` of the last page."),
        ],
        reply: Reply::Json("ActivityPage"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/auth/sign-up",
        get: false,
        id: "signUp",
        tag: "People",
        about: "Makes an organisation with its first person and signs them in.",
        session: false,
        input: &[
            must("organization_name", "1 to 100 characters."),
            must("name", "1 to 100 characters."),
            must("email", "At most 100 characters."),
            must("password", "10 to 256 characters."),
        ],
        reply: Reply::Json("Me"),
        errors: &[Code::SignUpClosed, Code::EmailTaken, Code::TooManyRequests],
    },
    Operation {
        path: "/api/auth/sign-in",
        get: false,
        id: "signIn",
        tag: "People",
        about: "Signs in; the session is a cookie.",
        session: false,
        input: &[must("email", "E-mail address."), must("password", "Password.")],
        reply: Reply::Json("Me"),
        errors: &[Code::WrongCredentials, Code::TooManyRequests],
    },
    Operation {
        path: "/api/auth/demo",
        get: false,
        id: "enterDemo",
        tag: "People",
        about: "Enters the demo organisation; only where the sandbox serves.",
        session: false,
        input: &[],
        reply: Reply::Json("Me"),
        errors: &[Code::NotFound, Code::TooManyRequests],
    },
    Operation {
        path: "/api/auth/sign-out",
        get: false,
        id: "signOut",
        tag: "People",
        about: "Ends the session.",
        session: false,
        input: &[],
        reply: Reply::Json("Done"),
        errors: &[],
    },
    Operation {
        path: "/api/auth/me",
        get: true,
        id: "me",
        tag: "People",
        about: "Who is signed in.",
        session: true,
        input: &[],
        reply: Reply::Json("Me"),
        errors: &[],
    },
    Operation {
        path: "/api/events",
        get: true,
        id: "events",
        tag: "Live",
        about: "Server-sent events: `hello` at the start, `account` with `{\"id\":\"…\"}` when something about a connected app changed, at most \
                one for each app and second, and `refresh` when anything may have changed. A stream ends after ten minutes.",
        session: true,
        input: &[],
        reply: Reply::Other("text/event-stream"),
        errors: &[Code::TooManyRequests],
    },
    Operation {
        path: "/logos/{slug}",
        get: true,
        id: "logo",
        tag: "App Center",
        about: "The logo of an app. 404: there is none.",
        session: false,
        input: &[may("v", "Version; with the current one the answer may be kept for ever.")],
        reply: Reply::Other("image/*"),
        errors: &[],
    },
    Operation {
        path: "/healthz",
        get: true,
        id: "healthz",
        tag: "Operation",
        about: "The process is alive.",
        session: false,
        input: &[],
        reply: Reply::Other("application/json"),
        errors: &[],
    },
    Operation {
        path: "/readyz",
        get: true,
        id: "readyz",
        tag: "Operation",
        about: "The database answers and is up to date; otherwise 503. The other side is not asked.",
        session: false,
        input: &[],
        reply: Reply::Other("application/json"),
        errors: &[],
    },
    Operation {
        path: "/metrics",
        get: true,
        id: "metrics",
        tag: "Operation",
        about: "Prometheus text.",
        session: false,
        input: &[],
        reply: Reply::Other("text/plain"),
        errors: &[],
    },
    Operation {
        path: "/api/openapi.json",
        get: true,
        id: "openapi",
        tag: "Operation",
        about: "This document.",
        session: false,
        input: &[],
        reply: Reply::Other("application/json"),
        errors: &[],
    },
];
