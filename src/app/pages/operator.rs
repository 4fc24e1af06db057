//! `/operator/inbox`, `/operator/jobs`, `/operator/accounts` and `/operator/requests` (P6): tables and plain forms, for the company's own people. Others find nothing here.

use leptos::prelude::*;

use super::frame::{Tab, page};
use crate::{
    api::{
        operator::{AnyAccountView, DeadJobView, EventView, ReplayEvent, RunJob, all_accounts, dead_jobs, inbox},
        requests::{AppRequestView, app_requests},
    },
    app::{
        browser::path_of,
        components::icon::{Glyph, Icon},
        copy,
        site::{asked, now},
        when,
    },
    domain::status::AccountStatus,
};

/// The states of an event, with what they are called.
const STATES: [(&str, &str); 6] =
    [("", "All"), ("received", "Received"), ("processing", "Processing"), ("retry", "Retry"), ("dead", "Dead"), ("done", "Done")];

/// The title, and the ways between the pages.
fn head(here: &'static str, title: &'static str, lead: &'static str) -> impl IntoView {
    let places =
        [("/operator/inbox", "Inbox"), ("/operator/jobs", "Jobs"), ("/operator/accounts", "Accounts"), ("/operator/requests", "Requests")];
    let links = places.map(|(path, name)| {
        view! {
            <li>
                <a href=path aria-current=(path == here).then_some("page")>
                    {name}
                </a>
            </li>
        }
    });
    view! {
        <div class="page-head">
            <h1>{title}</h1>
            <p class="lead">{lead}</p>
        </div>
        <nav class="desk-nav" aria-label="Operator">
            <ul>{links.collect_view()}</ul>
        </nav>
    }
}

/// A time as people say it, and exactly on a closer look.
fn time(iso: &str, now: i64) -> impl IntoView + use<> {
    view! {
        <time datetime=iso.to_owned() title=when::exactly(iso)>
            {when::ago(iso, now)}
        </time>
    }
}

/// A table that scrolls by itself where it is wider than the page, or what is said where there is nothing.
fn table(columns: &'static [&'static str], label: &'static str, rows: Vec<AnyView>, none: &'static str) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="desk-none">{none}</p> }.into_any();
    }
    let columns = columns.iter().map(|name| match *name {
        // The column of the buttons needs no name: each says what it does.
        "" => view! { <td></td> }.into_any(),
        name => view! { <th scope="col">{name}</th> }.into_any(),
    });
    let columns = columns.collect_view();
    view! {
        <div class="desk-table" tabindex="0" role="region" aria-label=label>
            <table>
                <thead>
                    <tr>{columns}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The inbox.
#[component]
pub fn OperatorInboxRoute() -> impl IntoView {
    let state = asked("state").unwrap_or_default();
    Suspend::new(async move {
        page(Tab::Elsewhere, inbox(Some(state.clone())), |reply, _| {
            let now = now();
            let filters = STATES.map(|(word, name)| {
                let path = if word.is_empty() { "/operator/inbox".to_owned() } else { format!("/operator/inbox?state={word}") };
                view! {
                    <li>
                        <a href=path aria-current=(word == state).then_some("true")>
                            {name}
                        </a>
                    </li>
                }
            });
            let rows = reply.events.into_iter().map(|event| event_row(event, now)).collect();
            let content = view! {
                {head("/operator/inbox", "Inbox", "The newest events of the service. Their content is never shown.")}
                <nav class="desk-filter" aria-label="State">
                    <ul>{filters.collect_view()}</ul>
                </nav>
                {table(&["Received", "Event", "Organisation", "State", "Tries", "Problem", ""], "Events", rows, "There is no such event.")}
            };
            (copy::OPERATOR.to_owned(), content.into_any())
        })
        .await
    })
}

fn event_row(event: EventView, now: i64) -> AnyView {
    // What is done has no content left, and what is under way needs no push.
    let replay = matches!(event.state.as_str(), "dead" | "retry" | "received").then(|| {
        view! {
            <form method="post" action={path_of::<ReplayEvent>()}>
                <input type="hidden" name="event_id" value=event.id.clone() />
                <button class="btn">
                    "Replay" <span class="sr-only">{format!(" the event {}", event.id)}</span>
                </button>
            </form>
        }
    });
    view! {
        <tr>
            <td>{time(&event.received_at, now)}</td>
            <td>
                {event.event.unwrap_or_else(|| "unreadable".to_owned())}
                <span class="desk-id">{event.id}</span>
            </td>
            <td>{event.organization_name}</td>
            <td>{event.state}</td>
            <td>{event.attempts}</td>
            <td class="desk-problem">{event.error}</td>
            <td>{replay}</td>
        </tr>
    }
    .into_any()
}

/// The jobs that were given up.
#[component]
pub fn OperatorJobsRoute() -> impl IntoView {
    Suspend::new(async move {
        page(Tab::Elsewhere, dead_jobs(), |reply, _| {
            let now = now();
            let rows = reply.jobs.into_iter().map(|job| job_row(job, now)).collect();
            let content = view! {
                {head("/operator/jobs", "Jobs", "Work that was given up. Once its reason is mended, run it again.")}
                {table(&["Given up", "Job", "Tries", "Reason", ""], "Jobs", rows, "No job was given up.")}
            };
            (copy::OPERATOR.to_owned(), content.into_any())
        })
        .await
    })
}

fn job_row(job: DeadJobView, now: i64) -> AnyView {
    view! {
        <tr>
            <td>{time(&job.updated_at, now)}</td>
            <td>
                {job.kind} <span class="desk-id">{job.subject}</span>
            </td>
            <td>{job.attempts}</td>
            <td class="desk-problem">{job.reason}</td>
            <td>
                <form method="post" action={path_of::<RunJob>()}>
                    <input type="hidden" name="job_id" value=job.id.clone() />
                    <button class="btn">
                        "Run again" <span class="sr-only">{format!(" the job {}", job.id)}</span>
                    </button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}

/// How all accounts are.
#[component]
pub fn OperatorAccountsRoute() -> impl IntoView {
    Suspend::new(async move {
        page(Tab::Elsewhere, all_accounts(), |reply, _| {
            let now = now();
            let refused = reply.key_refused_since.map(|since| {
                view! {
                    <div class="health error">
                        <Icon glyph=Glyph::Alert size=20 />
                        <p>"The service refuses our key since " {time(&since, now)} ". " {copy::KEY_REFUSED}</p>
                    </div>
                }
            });
            let rows = reply.accounts.into_iter().map(|account| account_row(account, now)).collect();
            let content = view! {
                {head("/operator/accounts", "Accounts", "Every connected app of every organisation, what is broken first.")}
                {refused}
                {table(&["Organisation", "App", "Status", "Problem", "Last data", "Changed"], "Accounts", rows, "Nothing is connected yet.")}
            };
            (copy::OPERATOR.to_owned(), content.into_any())
        })
        .await
    })
}

fn account_row(account: AnyAccountView, now: i64) -> AnyView {
    let broken = matches!(account.status, AccountStatus::Error | AccountStatus::RelinkNeeded).then_some("desk-broken");
    let status =
        if account.other_upstream { format!("{} (elsewhere)", account.status.as_str()) } else { account.status.as_str().to_owned() };
    let problem = [account.problem, account.detail].into_iter().flatten().collect::<Vec<_>>().join(": ");
    view! {
        <tr class=broken>
            <td>{account.organization_name}</td>
            <td>
                {account.app} " " <span class="meta">{account.category.label()}</span> <span class="desk-id">{account.id}</span>
            </td>
            <td>{status}</td>
            <td class="desk-problem">{problem}</td>
            <td>{account.last_successful_sync_at.map(|at| time(&at, now))}</td>
            <td>{time(&account.updated_at, now)}</td>
        </tr>
    }
    .into_any()
}

/// The apps that people ask for (C4).
#[component]
pub fn OperatorRequestsRoute() -> impl IntoView {
    Suspend::new(async move {
        page(Tab::Elsewhere, app_requests(), |reply, _| {
            let now = now();
            let rows = reply.requests.into_iter().map(|request| request_row(request, now)).collect();
            let content = view! {
                {head("/operator/requests", "Requests", "The apps that people miss, what most organisations ask for first.")}
                {table(&["App", "Organisations", "People", "Website", "Reason", "Asked last"], "Requests", rows, "Nobody asked for an app yet.")}
            };
            (copy::OPERATOR.to_owned(), content.into_any())
        })
        .await
    })
}

fn request_row(request: AppRequestView, now: i64) -> AnyView {
    // What people typed is text here, never a link that an operator could be led to follow.
    view! {
        <tr>
            <td>{request.name}</td>
            <td>{request.teams}</td>
            <td>{request.votes}</td>
            <td class="desk-problem">{request.website}</td>
            <td class="desk-problem">{request.reason}</td>
            <td>{time(&request.asked_at, now)}</td>
        </tr>
    }
    .into_any()
}
