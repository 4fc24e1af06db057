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

/// The states of an event.
const STATES: [&str; 6] = ["", "received", "processing", "retry", "dead", "done"];

/// What the state of an event is called; one that is not known, as the program calls it.
fn state_name(state: &str) -> String {
    match state {
        "" => copy::op_all(),
        "received" => copy::op_received(),
        "processing" => copy::op_processing(),
        "retry" => copy::op_retry(),
        "dead" => copy::op_dead(),
        "done" => copy::op_done(),
        other => other.to_owned(),
    }
}

/// The title, and the ways between the pages.
fn head(here: &'static str, title: String, lead: String) -> impl IntoView {
    let places = [
        ("/operator/inbox", copy::op_inbox()),
        ("/operator/jobs", copy::op_jobs()),
        ("/operator/accounts", copy::op_accounts()),
        ("/operator/requests", copy::op_requests()),
    ];
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
        <nav class="desk-nav" aria-label=copy::operator()>
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
fn table<const N: usize>(columns: [String; N], label: String, rows: Vec<AnyView>, none: String) -> AnyView {
    if rows.is_empty() {
        return view! { <p class="desk-none">{none}</p> }.into_any();
    }
    let columns = columns.into_iter().map(|name| {
        // The column of the buttons needs no name: each says what it does.
        if name.is_empty() { view! { <td></td> }.into_any() } else { view! { <th scope="col">{name}</th> }.into_any() }
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
            let filters = STATES.map(|word| {
                let path = if word.is_empty() { "/operator/inbox".to_owned() } else { format!("/operator/inbox?state={word}") };
                view! {
                    <li>
                        <a href=path aria-current=(word == state).then_some("true")>
                            {state_name(word)}
                        </a>
                    </li>
                }
            });
            let columns = [
                copy::op_received(),
                copy::op_event(),
                copy::op_organization(),
                copy::op_state(),
                copy::op_tries(),
                copy::op_problem(),
                String::new(),
            ];
            let rows = reply.events.into_iter().map(|event| event_row(event, now)).collect();
            let content = view! {
                {head("/operator/inbox", copy::op_inbox(), copy::op_inbox_lead())}
                <nav class="desk-filter" aria-label=copy::op_state()>
                    <ul>{filters.collect_view()}</ul>
                </nav>
                {table(columns, copy::op_events(), rows, copy::op_no_event())}
            };
            (copy::operator(), content.into_any())
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
                    {copy::op_replay()} <span class="sr-only">" " {copy::op_replay_named(&event.id)}</span>
                </button>
            </form>
        }
    });
    view! {
        <tr>
            <td>{time(&event.received_at, now)}</td>
            <td>
                {event.event.unwrap_or_else(copy::op_unreadable)}
                <span class="desk-id" translate="no">{event.id}</span>
            </td>
            <td translate="no">{event.organization_name}</td>
            <td>{state_name(&event.state)}</td>
            <td>{event.attempts}</td>
            <td class="desk-problem" translate="no">{event.error}</td>
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
            let columns = [copy::op_given_up(), copy::op_job(), copy::op_tries(), copy::op_reason(), String::new()];
            let rows = reply.jobs.into_iter().map(|job| job_row(job, now)).collect();
            let content = view! {
                {head("/operator/jobs", copy::op_jobs(), copy::op_jobs_lead())}
                {table(columns, copy::op_jobs(), rows, copy::op_no_job())}
            };
            (copy::operator(), content.into_any())
        })
        .await
    })
}

fn job_row(job: DeadJobView, now: i64) -> AnyView {
    view! {
        <tr>
            <td>{time(&job.updated_at, now)}</td>
            <td>
                <span translate="no">{job.kind}</span> <span class="desk-id" translate="no">{job.subject}</span>
            </td>
            <td>{job.attempts}</td>
            <td class="desk-problem" translate="no">{job.reason}</td>
            <td>
                <form method="post" action={path_of::<RunJob>()}>
                    <input type="hidden" name="job_id" value=job.id.clone() />
                    <button class="btn">
                        {copy::op_run_again()} <span class="sr-only">" " {copy::op_run_named(&job.id)}</span>
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
                        <p>{copy::op_key_refused_since()} " " {time(&since, now)} ". " {copy::op_key_refused()}</p>
                    </div>
                }
            });
            let columns =
                [copy::op_organization(), copy::op_app(), copy::op_status(), copy::op_problem(), copy::op_last_data(), copy::op_changed()];
            let rows = reply.accounts.into_iter().map(|account| account_row(account, now)).collect();
            let content = view! {
                {head("/operator/accounts", copy::op_accounts(), copy::op_accounts_lead())}
                {refused}
                {table(columns, copy::op_accounts(), rows, copy::op_no_account())}
            };
            (copy::operator(), content.into_any())
        })
        .await
    })
}

fn account_row(account: AnyAccountView, now: i64) -> AnyView {
    let broken = matches!(account.status, AccountStatus::Error | AccountStatus::RelinkNeeded).then_some("desk-broken");
    let status = if account.other_upstream { copy::op_elsewhere(account.status.as_str()) } else { account.status.as_str().to_owned() };
    let problem = [account.problem, account.detail].into_iter().flatten().collect::<Vec<_>>().join(": ");
    view! {
        <tr class=broken>
            <td translate="no">{account.organization_name}</td>
            <td>
                <span translate="no">{account.app}</span> " " <span class="meta">{copy::category(account.category)}</span> <span class="desk-id" translate="no">{account.id}</span>
            </td>
            <td translate="no">{status}</td>
            <td class="desk-problem" translate="no">{problem}</td>
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
            let columns =
                [copy::op_app(), copy::op_organizations(), copy::op_people(), copy::op_website(), copy::op_reason(), copy::op_asked_last()];
            let rows = reply.requests.into_iter().map(|request| request_row(request, now)).collect();
            let content = view! {
                {head("/operator/requests", copy::op_requests(), copy::op_requests_lead())}
                {table(columns, copy::op_requests(), rows, copy::op_no_request())}
            };
            (copy::operator(), content.into_any())
        })
        .await
    })
}

fn request_row(request: AppRequestView, now: i64) -> AnyView {
    // What people typed is text here, never a link that an operator could be led to follow.
    view! {
        <tr>
            <td translate="no">{request.name}</td>
            <td>{request.teams}</td>
            <td>{request.votes}</td>
            <td class="desk-problem" translate="no">{request.website}</td>
            <td class="desk-problem" translate="no">{request.reason}</td>
            <td>{time(&request.asked_at, now)}</td>
        </tr>
    }
    .into_any()
}
