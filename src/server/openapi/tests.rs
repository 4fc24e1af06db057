#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::{Value, json};

use super::{document, failures, operations};
use crate::{
    api::{
        accounts::{AccountView, AccountsReply, Counted, HealthReply},
        activity::{ActivityPage, LineView},
        catalogue::{AppCenter, AppState, AppStates, IntegrationView, IntegrationsReply},
        error::{ApiError, Code},
        linking::{Done, ExchangeReply, LinkTokenReply},
        operator::{AllAccountsReply, AnyAccountView, DeadJobView, DeadJobsReply, EventView, EventsReply},
        people::{InvitationView, Me, OrganizationView, PeopleReply, PersonView},
        records::{ListState, RecordList, RecordView, RowView, TypeView},
        requests::{AppRequestView, AppRequestsReply, AskedFor},
        sync::{ModelView, SyncReply},
    },
    domain::{
        browsing::RecordSort,
        catalogue::{CardState, CatalogueApp},
        category::Category,
        people::Role,
        status::AccountStatus,
    },
};

/// The plain routes below `/api/merge`: what is streamed, and what is signed instead of signed in.
const PLAIN: [&str; 4] =
    ["/api/merge/records/{account}/{model}", "/api/merge/activity", "/api/merge/webhook", "/api/merge/webhook/{category}"];

fn functions() -> BTreeSet<(String, bool)> {
    leptos::server_fn::axum::server_fn_paths().map(|(path, method)| (path.to_owned(), method == axum::http::Method::GET)).collect()
}

#[test]
fn every_server_function_is_described_and_nothing_else_is_called_one() {
    let described: BTreeSet<(String, bool)> = operations()
        .filter(|operation| {
            ["/api/merge/", "/api/auth/", "/api/page/", "/api/people/", "/api/operator/"]
                .iter()
                .any(|prefix| operation.path.starts_with(prefix))
        })
        .filter(|operation| !PLAIN.contains(&operation.path))
        .map(|operation| (operation.path.to_owned(), operation.get))
        .collect();
    assert_eq!(described, functions());
}

/// A server function refuses an argument that it does not know by ignoring it, so a wrong name would never show: the source is the witness.
#[test]
fn every_input_is_one_that_the_function_takes() {
    let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/src/api");
    let source: String = std::fs::read_dir(directory).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let mut seen = 0;
    for part in source.split("prefix = \"").skip(1) {
        let (prefix, rest) = part.split_once('"').unwrap();
        let (endpoint, rest) = rest.split_once("endpoint = \"").unwrap().1.split_once('"').unwrap();
        let signature = rest.split_once("pub async fn ").unwrap().1.split_once(") ->").unwrap().0.split_once('(').unwrap().1;
        let taken: BTreeSet<&str> = signature
            .split(',')
            .map(str::trim)
            .filter(|argument| !argument.is_empty())
            .map(|argument| match argument.split_once("rename = \"") {
                Some((_, renamed)) => renamed.split_once('"').unwrap().0,
                None => argument.split_once(':').unwrap().0.trim(),
            })
            .collect();
        let path = format!("{prefix}/{endpoint}");
        let operation = operations().find(|operation| operation.path == path).unwrap_or_else(|| panic!("{path} is not described"));
        assert_eq!(operation.input.iter().map(|field| field.name).collect::<BTreeSet<_>>(), taken, "{path}");
        seen += 1;
    }
    assert_eq!(seen, functions().len());
}

#[test]
fn every_reference_leads_somewhere_and_every_id_is_its_own() {
    let document = document();
    let text = document.to_string();
    for reference in text.split("\"$ref\":\"#").skip(1) {
        let pointer = reference.split_once('"').unwrap().0;
        assert!(document.pointer(pointer).is_some(), "{pointer}");
    }
    let ids: BTreeSet<_> = operations().map(|operation| operation.id).collect();
    let places: BTreeSet<_> = operations().map(|operation| (operation.path, operation.get)).collect();
    assert_eq!((ids.len(), places.len()), (operations().count(), operations().count()));
    assert_eq!(document["paths"].as_object().unwrap().len(), operations().count());
}

#[test]
fn every_code_that_leaves_the_server_belongs_to_something() {
    let used: BTreeSet<&str> = operations().flat_map(failures).map(Code::as_str).collect();
    let all: BTreeSet<&str> = Code::ALL.iter().filter(|code| **code != Code::Offline).map(|code| code.as_str()).collect();
    assert_eq!(used, all);
}

/// Holds the members of an answer, and which of them may be null, against the schema of that name.
fn agrees(name: &str, answer: impl Serialize) {
    let schema = document()["components"]["schemas"][name].clone();
    let answer = serde_json::to_value(answer).unwrap();
    let sent: BTreeSet<&String> = answer.as_object().unwrap().keys().collect();
    let described: BTreeSet<&String> = schema["properties"].as_object().unwrap().keys().collect();
    assert_eq!(sent, described, "{name}");
    for (member, value) in answer.as_object().unwrap() {
        let schema = &schema["properties"][member];
        let plain = schema["anyOf"].get(0).unwrap_or(schema);
        let kind = match value {
            Value::Bool(_) => "boolean",
            Value::Number(_) => "integer",
            Value::Array(_) => "array",
            Value::String(_) => "string",
            _ => continue,
        };
        let said = plain["type"].as_str();
        assert!(said.is_none_or(|said| said == kind), "{name}.{member} is {kind}, not {said:?}");
    }
}

#[test]
fn every_answer_is_as_described() {
    let some = || Some("x".to_owned());
    let text = || "x".to_owned();
    let state = AppState { slug: text(), category: Category::Hris, state: CardState::Connected, accounts: 1 };
    let app = CatalogueApp {
        slug: text(),
        name: text(),
        categories: vec![Category::Hris],
        purpose: text(),
        color: some(),
        slug_certain: true,
        popularity: 1,
        aliases: vec![text()],
        models: vec![text()],
        image: some(),
        square_image: some(),
    };
    let records = Counted { name: text(), one: text(), told: text(), count: 1 };
    agrees("Counted", records.clone());
    let account = AccountView {
        id: text(),
        category: Category::Hris,
        integration: text(),
        integration_name: text(),
        integration_slug: text(),
        display_name: text(),
        status: AccountStatus::Active,
        created_at: text(),
        last_successful_sync_at: some(),
        first_sync: false,
        records: Some(records),
        connected_by: text(),
        problem: some(),
        manageable: true,
        other_upstream: false,
        duplicate: false,
        color: some(),
        logo: some(),
    };
    let integration = IntegrationView {
        name: text(),
        slug: text(),
        categories: vec![Category::Hris],
        image: some(),
        square_image: some(),
        color: some(),
        state: vec![state.clone()],
    };
    agrees("Error", ApiError::field("x", "y").retry_after(1));
    agrees("Done", Done::yes());
    agrees("LinkToken", LinkTokenReply { success: true, link_token: text(), attempt_id: text() });
    agrees(
        "Exchanged",
        ExchangeReply {
            success: true,
            integration_name: text(),
            linked_account_id: text(),
            integration_slug: text(),
            category: text(),
            ask_name: false,
            relinked: false,
        },
    );
    agrees("Accounts", AccountsReply { success: true, linked_accounts: vec![account.clone()] });
    agrees("Health", HealthReply { success: true, healthy: true, linked_account: account.clone() });
    agrees("Account", account);
    let model = ModelView {
        model: text(),
        name: text(),
        status: some(),
        last_sync_result: some(),
        is_initial_sync: Some(true),
        last_sync_start: some(),
        last_sync_finished: some(),
        next_sync_start: some(),
        data_as_of: some(),
        last_synced_at: some(),
        records: 1,
        ready: true,
        missing: Some(1),
        problem: some(),
        stuck: false,
    };
    agrees("Model", model.clone());
    agrees("Sync", SyncReply { success: true, sync_complete: true, sync_status: text(), last_sync_time: some(), models: vec![model] });
    let kind = TypeView { model: text(), name: text(), count: 1, available: true };
    agrees("TypeView", kind.clone());
    let row = RowView { anchor: text(), query: text(), title: some(), remote_id: some(), modified_at: some(), cells: vec![None] };
    agrees("RowView", row.clone());
    let record = RecordView {
        anchor: text(),
        title: some(),
        remote_id: some(),
        modified_at: some(),
        deleted_at: some(),
        facts: vec![],
        raw: text(),
    };
    agrees("RecordView", record.clone());
    agrees(
        "RecordList",
        RecordList {
            success: true,
            types: vec![kind],
            model: text(),
            name: text(),
            one: text(),
            told: text(),
            state: ListState::Ready,
            q: text(),
            sort: RecordSort::Newest,
            deleted: false,
            columns: vec![text()],
            rows: vec![row],
            here: text(),
            first: some(),
            next: some(),
            record: Some(record),
            missing: false,
        },
    );
    let line = LineView { number: 1, at: text(), actor: some(), kind: text(), label: text() };
    agrees("LineView", line.clone());
    agrees("ActivityPage", ActivityPage { success: true, lines: vec![line], older: some() });
    agrees("Integrations", IntegrationsReply { success: true, integrations: vec![integration.clone()] });
    agrees("Integration", integration);
    agrees("App", app.clone());
    agrees("AppState", state.clone());
    agrees(
        "AppCenter",
        AppCenter {
            apps: [app].into(),
            version: "a digest".into(),
            states: vec![state.clone()],
            categories: vec![Category::Hris],
            may_connect: vec![],
            fallback: false,
        },
    );
    agrees("AppStates", AppStates { states: vec![state] });
    let me = Me {
        success: true,
        user_id: text(),
        name: text(),
        email: text(),
        role: Role::Admin,
        organization_id: text(),
        organization_name: text(),
        operator: false,
    };
    agrees("Me", me);
    let event = EventView {
        id: text(),
        organization_name: some(),
        event: some(),
        linked_account_id: some(),
        state: text(),
        attempts: 1,
        error: some(),
        received_at: text(),
    };
    agrees("Events", EventsReply { success: true, events: vec![event.clone()] });
    agrees("Event", event);
    let job = DeadJobView { id: text(), kind: text(), subject: text(), attempts: 1, reason: some(), updated_at: text() };
    agrees("DeadJobs", DeadJobsReply { success: true, jobs: vec![job.clone()] });
    agrees("DeadJob", job);
    let account = AnyAccountView {
        id: text(),
        organization_name: text(),
        category: Category::Hris,
        app: text(),
        status: AccountStatus::Error,
        problem: some(),
        detail: some(),
        other_upstream: false,
        last_successful_sync_at: some(),
        updated_at: text(),
    };
    agrees(
        "AllAccounts",
        AllAccountsReply { success: true, accounts: vec![account.clone()], key_refused_since: Some(account.updated_at.clone()) },
    );
    agrees("AnyAccount", account);
    let person = PersonView { user_id: text(), name: text(), email: text(), role: Role::Admin, since: text(), you: true };
    let invitation = InvitationView { id: text(), role: Role::Member, invited_by: text(), link: text(), expires_at: text() };
    let organization = OrganizationView { id: text(), name: text(), here: true };
    agrees("Person", person.clone());
    agrees("Invitation", invitation.clone());
    agrees("Organization", organization.clone());
    agrees("People", PeopleReply { success: true, people: vec![person], invitations: vec![invitation], organizations: vec![organization] });
    let request = AppRequestView { name: text(), teams: 1, votes: 1, website: some(), reason: some(), asked_at: text() };
    agrees("AskedFor", AskedFor { success: true, teams: 1 });
    agrees("AppRequest", request.clone());
    agrees("AppRequests", AppRequestsReply { success: true, requests: vec![request] });
}

#[test]
fn every_word_is_the_one_on_the_wire() {
    let schemas = &document()["components"]["schemas"];
    for code in Code::ALL.iter().filter(|code| **code != Code::Offline) {
        assert!(schemas["Code"]["enum"].as_array().unwrap().contains(&json!(code)), "{code:?}");
    }
    for state in [CardState::NotConnected, CardState::SetupIncomplete, CardState::Syncing, CardState::Connected, CardState::ReconnectNeeded]
    {
        assert!(schemas["CardState"]["enum"].as_array().unwrap().contains(&json!(state)), "{state:?}");
    }
}
