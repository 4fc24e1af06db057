//! What programs and operators ask, and what the service sends, as data.

use super::operations::{Operation, Reply, may, must};
use crate::api::error::Code;

const EVENT_ERRORS: &[Code] =
    &[Code::WrongSignature, Code::TooLarge, Code::MalformedBody, Code::MethodNotAllowed, Code::Internal, Code::NotReady];
const EVENT: &str = "Takes an event that the service sends, signed over its raw body: base64url of HMAC-SHA256. It is stored before it is \
                     answered and worked afterwards; unknown events, unknown accounts and doubles are answered 200 too. The dashboard's unsigned \
                     test is answered 200 and not stored. 503: send it again.";

/// What programs and operators ask, and what the service sends.
pub(super) const PROGRAMS: &[Operation] = &[
    Operation {
        path: "/api/merge/records/{account}/{model}",
        get: true,
        id: "records",
        tag: "Data",
        about: "The records of one data type, in the order in which they changed here. `{account}` is an id as `linked-accounts` gives it, \
                `{model}` a name such as `Employee`. As JSON a page: `next` is there on the last page too, and sent again later it answers what \
                changed since. As NDJSON or CSV, by `format` or `Accept`, everything from the cursor on, streamed; the header `X-Next-Cursor` goes on from \
                its end. An answer that is cut was not complete.",
        session: true,
        input: &[
            may("cursor", "`next` or `previous` of another page of this list; without it the list begins anew."),
            may("page_size", "1 to 1000; 100 when nothing is said. A stream has no pages."),
            may("modified_after", "Only what changed on the other side after this time, such as `2026-01-31T08:00:00Z`."),
            may("include_deleted", "`true`: with the records that were deleted on the other side."),
            may("format", "`json`, `ndjson` or `csv`; without it `Accept` decides."),
        ],
        reply: Reply::Formats("Records", &["application/x-ndjson", "text/csv"]),
        errors: &[Code::NotFound, Code::FirstSync],
    },
    Operation {
        path: "/api/merge/activity",
        get: true,
        id: "activity",
        tag: "Data",
        about: "What was done in the organisation and what came from the other side, the newest first. As JSON a page; as CSV everything.",
        session: true,
        input: &[
            may("integration_id", "Only about this connected app, which may be deleted meanwhile."),
            may("format", "`json` or `csv`; without it `Accept` decides."),
            may("cursor", "`next` of another page."),
            may("page_size", "1 to 1000; 100 when nothing is said."),
        ],
        reply: Reply::Formats("Activity", &["text/csv"]),
        errors: &[],
    },
    Operation {
        path: "/api/merge/webhook",
        get: false,
        id: "webhook",
        tag: "Events",
        about: EVENT,
        session: false,
        input: &[],
        reply: Reply::Other("application/json"),
        errors: EVENT_ERRORS,
    },
    Operation {
        path: "/api/merge/webhook/{category}",
        get: false,
        id: "webhookOfCategory",
        tag: "Events",
        about: EVENT,
        session: false,
        input: &[],
        reply: Reply::Other("application/json"),
        errors: EVENT_ERRORS,
    },
    Operation {
        path: "/api/operator/inbox",
        get: true,
        id: "operatorInbox",
        tag: "Operator",
        about: "The newest events of all organisations, without their bodies. For operators; others find nothing here.",
        session: true,
        input: &[may("state", "`received`, `processing`, `done`, `retry` or `dead`.")],
        reply: Reply::Json("Events"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/operator/replay-event",
        get: false,
        id: "replayEvent",
        tag: "Operator",
        about: "Works an event again. For operators; others find nothing here.",
        session: true,
        input: &[must("event_id", "Id of the event.")],
        reply: Reply::Json("Done"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/operator/jobs",
        get: true,
        id: "operatorJobs",
        tag: "Operator",
        about: "The jobs that were given up, the newest first. For operators; others find nothing here.",
        session: true,
        input: &[],
        reply: Reply::Json("DeadJobs"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/operator/run-job",
        get: false,
        id: "runJob",
        tag: "Operator",
        about: "Runs a job again that was given up. For operators; others find nothing here.",
        session: true,
        input: &[must("job_id", "Id of the job.")],
        reply: Reply::Json("Done"),
        errors: &[Code::NotFound],
    },
    Operation {
        path: "/api/operator/accounts",
        get: true,
        id: "operatorAccounts",
        tag: "Operator",
        about: "How the connected apps of all organisations are, what is broken first. For operators; others find nothing here.",
        session: true,
        input: &[],
        reply: Reply::Json("AllAccounts"),
        errors: &[Code::NotFound],
    },
];
