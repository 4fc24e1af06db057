//! How an account is (§9): computed from everything that is known now, never from what was written last.

use super::super::{
    status::{AccountStatus, UpstreamStatus},
    time::{Timestamp, UpstreamTime},
};

/// What is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The sign-in.
    Credentials,
    /// What the person who connected it may see.
    Permissions,
    /// A plan, the customer's with the app or the operator's.
    Plan,
    /// The app itself.
    Outage,
    /// The account is gone upstream.
    Removed,
}

impl Problem {
    /// As stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Credentials => "credentials",
            Self::Permissions => "permissions",
            Self::Plan => "plan",
            Self::Outage => "outage",
            Self::Removed => "removed",
        }
    }
}

/// How the last call with the account's token ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// The token was taken.
    Accepted,
    /// It was refused, and the probe says that the key is good and the account there (S9).
    Refused,
    /// It was refused, and the probe says that there is no such account.
    Absent,
}

/// An open issue, in the upstream's words.
#[derive(Clone, Debug)]
pub struct IssueSeen {
    /// What is wrong.
    pub description: String,
    /// More of it.
    pub details: Vec<String>,
    /// When it was seen last.
    pub last_seen: Option<UpstreamTime>,
}

/// Everything that is known now.
#[derive(Clone, Debug)]
pub struct Signs<'a> {
    /// The upstream's status; `None`: it could not be asked.
    pub upstream: Option<&'a UpstreamStatus>,
    /// The last answer to the token.
    pub auth: Auth,
    /// The open issues.
    pub issues: &'a [IssueSeen],
    /// When the account was relinked last: what was last seen before it counts no more.
    pub relinked_at: Option<Timestamp>,
}

/// How it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Our status.
    pub status: AccountStatus,
    /// What is broken, and the upstream's words for the operator.
    pub problem: Option<(Problem, String)>,
}

impl Health {
    const fn broken(status: AccountStatus, problem: Problem, detail: String) -> Self {
        Self { status, problem: Some((problem, detail)) }
    }
}

/// The most telling sign decides: what the upstream does with the token, then its status, then its open issues.
pub fn health(signs: &Signs<'_>) -> Health {
    match signs.auth {
        Auth::Absent => {
            let detail = "the account does not exist upstream".to_owned();
            return Health::broken(AccountStatus::Error, Problem::Removed, detail);
        }
        Auth::Refused => {
            let detail = "the upstream refused the account's token".to_owned();
            return Health::broken(AccountStatus::RelinkNeeded, Problem::Credentials, detail);
        }
        Auth::Accepted => {}
    }
    let open = signs.issues.iter().filter(|issue| is_current(issue, signs.relinked_at));
    let worst = open.map(|issue| (kind(issue), words(issue))).min_by_key(|(problem, _)| urgency(*problem));
    let relink = signs.upstream.is_some_and(|status| status.with_token() == AccountStatus::RelinkNeeded);
    match worst {
        Some((problem @ Problem::Permissions, detail)) if relink => Health::broken(AccountStatus::RelinkNeeded, problem, detail),
        _ if relink => {
            let detail = worst.map_or_else(|| "the upstream asks for a new sign-in".to_owned(), |(_, detail)| detail);
            Health::broken(AccountStatus::RelinkNeeded, Problem::Credentials, detail)
        }
        Some((Problem::Credentials, detail)) => Health::broken(AccountStatus::RelinkNeeded, Problem::Credentials, detail),
        Some((problem, detail)) => Health::broken(AccountStatus::Error, problem, detail),
        None => Health { status: AccountStatus::Active, problem: None },
    }
}

/// Whether an issue says something of the credential in force. One without a time cannot be told to be old.
fn is_current(issue: &IssueSeen, relinked_at: Option<Timestamp>) -> bool {
    match (&issue.last_seen, relinked_at) {
        (Some(seen), Some(relinked)) => seen.timestamp() > relinked,
        _ => true,
    }
}

const fn urgency(problem: Problem) -> u8 {
    match problem {
        Problem::Removed => 0,
        Problem::Credentials => 1,
        Problem::Permissions => 2,
        Problem::Plan => 3,
        Problem::Outage => 4,
    }
}

fn words(issue: &IssueSeen) -> String {
    std::iter::once(&issue.description).chain(&issue.details).filter(|text| !text.trim().is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

/// What an issue is about. The upstream has no words for machines here, so its sentences are read; what says nothing known is an outage.
fn kind(issue: &IssueSeen) -> Problem {
    const PLAN: [&str; 5] = ["subscription", "upgrade", "pricing", "billing", "license"];
    const PERMISSIONS: [&str; 7] =
        ["permission", "scope", "forbidden", "not authorized to", "access denied", "insufficient", "admin access"];
    const CREDENTIALS: [&str; 12] = [
        "credential",
        "authenticat",
        "unauthorized",
        "unauthorised",
        "password",
        "token",
        "expired",
        "revoked",
        "relink",
        "re-link",
        "sign in",
        "log in",
    ];
    let of = |text: &str| {
        let text = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| text.contains(word));
        match () {
            () if says(&PERMISSIONS) => Some(Problem::Permissions),
            () if says(&CREDENTIALS) => Some(Problem::Credentials),
            () if says(&PLAN) || text.split(|c: char| !c.is_alphanumeric()).any(|word| word == "plan") => Some(Problem::Plan),
            () => None,
        }
    };
    // The description is the heading; the details only help when it says nothing.
    of(&issue.description).or_else(|| issue.details.iter().find_map(|detail| of(detail))).unwrap_or(Problem::Outage)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]
    use super::*;

    fn issue(description: &str, last_seen: Option<&str>) -> IssueSeen {
        IssueSeen { description: description.into(), details: vec![], last_seen: last_seen.and_then(UpstreamTime::parse) }
    }

    fn of(upstream: &UpstreamStatus, auth: Auth, issues: &[IssueSeen]) -> (AccountStatus, Option<&'static str>) {
        let health = health(&Signs { upstream: Some(upstream), auth, issues, relinked_at: None });
        (health.status, health.problem.map(|(problem, _)| problem.as_str()))
    }

    #[test]
    fn the_answer_to_the_token_decides_before_everything_else() {
        let outage = [issue("Server error", None)];
        assert_eq!(of(&UpstreamStatus::Complete, Auth::Refused, &outage), (AccountStatus::RelinkNeeded, Some("credentials")));
        assert_eq!(of(&UpstreamStatus::RelinkNeeded, Auth::Absent, &outage), (AccountStatus::Error, Some("removed")));
    }

    #[test]
    fn then_the_upstreams_status_and_then_its_issues() {
        use AccountStatus::{Active, Error, RelinkNeeded};
        let (complete, idle) = (UpstreamStatus::Complete, UpstreamStatus::Idle);
        assert_eq!(of(&complete, Auth::Accepted, &[]), (Active, None));
        assert_eq!(of(&idle, Auth::Accepted, &[]), (Active, None));
        for status in [UpstreamStatus::RelinkNeeded, UpstreamStatus::Incomplete] {
            assert_eq!(of(&status, Auth::Accepted, &[]), (RelinkNeeded, Some("credentials")));
            assert_eq!(of(&status, Auth::Accepted, &[issue("Missing Permissions", None)]), (RelinkNeeded, Some("permissions")));
        }
        for (description, expected) in [
            ("Missing Permissions", (Error, Some("permissions"))),
            ("Invalid credentials", (RelinkNeeded, Some("credentials"))),
            ("The access token has expired", (RelinkNeeded, Some("credentials"))),
            ("Your BambooHR plan does not include the API", (Error, Some("plan"))),
            ("The planet is on fire", (Error, Some("outage"))),
            ("Rate limits", (Error, Some("outage"))),
        ] {
            assert_eq!(of(&complete, Auth::Accepted, &[issue(description, None)]), expected, "{description}");
        }
        let two = [issue("Server error", None), issue("Missing Permissions", None)];
        assert_eq!(of(&complete, Auth::Accepted, &two), (Error, Some("permissions")), "the most urgent one");
    }

    #[test]
    fn what_was_last_seen_before_a_relink_is_over() {
        let relinked = UpstreamTime::parse("2026-11-20T12:00:00Z").unwrap().timestamp();
        for (seen, status) in [
            (Some("2026-11-20T12:00:00Z"), AccountStatus::Active),
            (Some("2026-11-20T12:00:00.5Z"), AccountStatus::RelinkNeeded),
            (None, AccountStatus::RelinkNeeded),
        ] {
            let issues = [issue("Invalid credentials", seen)];
            let signs =
                Signs { upstream: Some(&UpstreamStatus::Complete), auth: Auth::Accepted, issues: &issues, relinked_at: Some(relinked) };
            assert_eq!(health(&signs).status, status, "{seen:?}");
        }
    }

    #[test]
    fn details_help_where_the_description_says_nothing() {
        let vague = IssueSeen {
            description: "Problem".into(),
            details: vec!["Missing employee permissions.".into(), "Missing time off permissions.".into()],
            last_seen: None,
        };
        assert_eq!(of(&UpstreamStatus::Complete, Auth::Accepted, &[vague]), (AccountStatus::Error, Some("permissions")));
    }
}
