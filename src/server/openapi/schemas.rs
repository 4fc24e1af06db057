//! The shapes of what is answered.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::{
    api::error::Code,
    domain::{category::Category, people::Role, status::AccountStatus},
};

/// A member: its name and schema; one that may be null or missing ends in `?`.
type Member = (&'static str, Value);

fn object(about: &str, members: &[Member]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, schema) in members {
        match name.strip_suffix('?') {
            Some(name) => {
                properties.insert(name.to_owned(), json!({ "anyOf": [schema, { "type": "null" }] }));
            }
            None => {
                properties.insert((*name).to_owned(), schema.clone());
                required.push(*name);
            }
        }
    }
    json!({ "type": "object", "description": about, "properties": properties, "required": required })
}

fn success(about: &str, members: &[Member]) -> Value {
    let members: Vec<Member> = std::iter::once(("success", json!({ "const": true }))).chain(members.iter().cloned()).collect();
    object(about, &members)
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn list(items: &Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn words<'a>(about: &str, words: impl Iterator<Item = &'a str>) -> Value {
    json!({ "type": "string", "description": about, "enum": words.collect::<Vec<_>>() })
}

/// Every schema by its name.
pub(super) fn schemas() -> Value {
    let text = json!({ "type": "string" });
    let flag = json!({ "type": "boolean" });
    let count = json!({ "type": "integer", "minimum": 0 });
    let uuid = json!({ "type": "string", "format": "uuid" });
    let time = json!({ "type": "string", "format": "date-time" });
    let (category, state) = (reference("Category"), reference("AppState"));
    json!({
        "Category": words("A category of apps.", Category::ALL.into_iter().map(Category::slug)),
        "AccountStatus": words("The status of a connected app.", AccountStatus::ALL.into_iter().map(AccountStatus::as_str)),
        "Role": words("What a person may do.", [Role::Admin, Role::Member].into_iter().map(Role::as_str)),
        // One word has two statuses.
        "Code": words(
            "What went wrong, for machines.",
            Code::ALL.iter().filter(|code| code.status() != 0).map(|code| code.as_str()).collect::<BTreeSet<_>>().into_iter(),
        ),
        "CardState": words(
            "The state of an app for the organisation: the most urgent of its accounts decides.",
            ["not_connected", "setup_incomplete", "syncing", "connected", "reconnect_needed"].into_iter(),
        ),
        "Error": object("A failure.", &[
            ("success", json!({ "const": false })), ("error", json!({ "type": "string", "description": "A sentence for a person." })),
            ("code", reference("Code")), ("field?", json!({ "type": "string", "description": "The field at fault." })),
            ("retry_after?", json!({ "type": "integer", "description": "Seconds after which to try again; also sent as `Retry-After`." })),
        ]),
        "Done": success("It is done.", &[]),
        "LinkToken": success("A link token and its attempt.", &[("link_token", text.clone()), ("attempt_id", uuid.clone())]),
        "Exchanged": success("A connected app.", &[
            ("integration_name", text.clone()), ("linked_account_id", uuid.clone()), ("integration_slug", text.clone()),
            ("category", category.clone()), ("ask_name", flag.clone()), ("relinked", flag.clone()),
        ]),
        "Account": object("A connected app.", &[
            ("id", uuid.clone()), ("category", category.clone()), ("integration", text.clone()), ("integration_name", text.clone()),
            ("integration_slug", text.clone()), ("display_name", text.clone()), ("status", reference("AccountStatus")),
            ("created_at", time.clone()), ("last_successful_sync_at?", time.clone()), ("first_sync", flag.clone()),
            ("records?", reference("Counted")), ("connected_by", text.clone()), ("problem?", text.clone()),
            ("manageable", flag.clone()), ("other_upstream", flag.clone()), ("duplicate", flag.clone()), ("color?", text.clone()),
            ("logo?", text.clone()),
        ]),
        "Counted": object("How many records of one data type there are.", &[
            ("name", text.clone()), ("one", text.clone()), ("told", text.clone()), ("count", count.clone()),
        ]),
        "Accounts": success("The connected apps, in order of creation.", &[("linked_accounts", list(&reference("Account")))]),
        "Health": success("How a connected app is.", &[("healthy", flag.clone()), ("linked_account", reference("Account"))]),
        "Record": object("A record of the other side.", &[
            ("id", text.clone()), ("remote_id?", text.clone()), ("modified_at", text.clone()), ("changed_at", time.clone()), ("deleted_at?", time.clone()),
            ("fields", json!({ "type": "object" })),
        ]),
        "Records": object("A page of records.", &[("next", text.clone()), ("previous?", text.clone()), ("results", list(&reference("Record")))]),
        "ActivityLine": object("Something that was done.", &[
            ("at", time.clone()), ("actor?", text.clone()), ("kind", text.clone()), ("integration_id?", uuid.clone()), ("label", text.clone()),
        ]),
        "Activity": success("What was done, the newest first.", &[("activity", list(&reference("ActivityLine"))), ("next?", text.clone())]),
        "TypeView": object("A data type that can be chosen.", &[
            ("model", text.clone()), ("name", text.clone()), ("count", count.clone()), ("available", flag.clone()),
        ]),
        "RowView": object("A record in a list.", &[
            ("anchor", text.clone()), ("query", text.clone()), ("title?", text.clone()), ("remote_id?", text.clone()), ("modified_at?", time.clone()),
            ("cells", json!({ "type": "array", "description": "By column; null where the record says nothing." })),
        ]),
        "RecordView": object("A record, line by line.", &[
            ("anchor", text.clone()), ("title?", text.clone()), ("remote_id?", text.clone()), ("modified_at?", time.clone()), ("deleted_at?", time.clone()),
            ("facts", json!({ "type": "array" })), ("raw", text.clone()),
        ]),
        "RecordList": success("A page of records as our own pages show it. Queries begin with their question mark.", &[
            ("types", list(&reference("TypeView"))), ("model", text.clone()), ("name", text.clone()), ("one", text.clone()), ("told", text.clone()),
            ("state", words("What stands in the way.", ["ready", "first_sync", "stopped", "unavailable"].into_iter())), ("q", text.clone()),
            ("sort", text.clone()), ("deleted", flag.clone()), ("columns", list(&text)), ("rows", list(&reference("RowView"))),
            ("here", text.clone()), ("first?", text.clone()), ("next?", text.clone()), ("record?", reference("RecordView")), ("missing", flag.clone()),
        ]),
        "LineView": object("Something that was done.", &[
            ("number", count.clone()), ("at", time.clone()), ("actor?", text.clone()), ("kind", text.clone()), ("label", text.clone()),
        ]),
        "ActivityPage": success("A part of the history, the newest first.", &[("lines", list(&reference("LineView"))), ("older?", text.clone())]),
        "Event": object("An event of the service, without its body.", &[
            ("id", uuid.clone()), ("organization_name?", text.clone()), ("event?", text.clone()), ("linked_account_id?", text.clone()),
            ("state", text.clone()), ("attempts", count.clone()), ("error?", text.clone()), ("received_at", time.clone()),
        ]),
        "Events": success("Events, the newest first.", &[("events", list(&reference("Event")))]),
        "DeadJob": object("A job that was given up.", &[
            ("id", uuid.clone()), ("kind", text.clone()), ("subject", uuid.clone()), ("attempts", count.clone()), ("reason?", text.clone()),
            ("updated_at", time.clone()),
        ]),
        "DeadJobs": success("Jobs that were given up, the newest first.", &[("jobs", list(&reference("DeadJob")))]),
        "AnyAccount": object("A connected app of any organisation.", &[
            ("id", uuid.clone()), ("organization_name", text.clone()), ("category", category.clone()), ("app", text.clone()),
            ("status", reference("AccountStatus")), ("problem?", text.clone()), ("detail?", text.clone()), ("other_upstream", flag.clone()),
            ("last_successful_sync_at?", time.clone()), ("updated_at", time.clone()),
        ]),
        "AllAccounts": success("The connected apps of all organisations, what is broken first.", &[("accounts", list(&reference("AnyAccount"))), ("key_refused_since?", time.clone())]),
        "Model": object("How the sync of one data type stands. Times of the other side are in its own words.", &[
            ("model", text.clone()), ("name", text.clone()), ("status?", text.clone()), ("last_sync_result?", text.clone()),
            ("is_initial_sync?", flag.clone()), ("last_sync_start?", time.clone()), ("last_sync_finished?", time.clone()),
            ("next_sync_start?", time.clone()), ("data_as_of?", time.clone()), ("last_synced_at?", time.clone()), ("records", count.clone()),
            ("ready", flag.clone()), ("missing?", count.clone()), ("problem?", text.clone()), ("stuck", flag.clone()),
        ]),
        "Sync": success("How the sync of a connected app stands.", &[
            ("sync_complete", flag.clone()), ("sync_status", words("Whether a sync is under way.", ["DONE", "SYNCING"].into_iter())),
            ("last_sync_time?", time.clone()), ("models", list(&reference("Model"))),
        ]),
        "AppState": object("The state of an app in one category.", &[
            ("slug", text.clone()), ("category", category.clone()), ("state", reference("CardState")), ("accounts", count.clone()),
        ]),
        "Integration": object("An app that can be connected.", &[
            ("name", text.clone()), ("slug", text.clone()), ("categories", list(&category)), ("image?", text.clone()),
            ("square_image?", text.clone()), ("color?", text.clone()), ("state", list(&state)),
        ]),
        "Integrations": success("Apps that can be connected.", &[("integrations", list(&reference("Integration")))]),
        "App": object("An app as our own pages need it.", &[
            ("slug", text.clone()), ("name", text.clone()), ("categories", list(&category)), ("purpose", text.clone()), ("color?", text.clone()),
            ("slug_certain", flag.clone()), ("popularity", count.clone()), ("aliases?", list(&text)), ("models?", list(&text)), ("image?", text.clone()),
            ("square_image?", text.clone()),
        ]),
        "AppCenter": object("What our own App Center shows.", &[
            ("apps", list(&reference("App"))), ("states", list(&state)), ("categories", list(&category)), ("may_connect", list(&category)),
            ("fallback", flag.clone()),
        ]),
        "AppStates": object("What the organisation has with the apps, without those that it has nothing with.", &[("states", list(&state))]),
        "Person": object("A person of the organisation.", &[
            ("user_id", uuid.clone()), ("name", text.clone()), ("email", text.clone()), ("role", reference("Role")),
            ("since", time.clone()), ("you", flag.clone()),
        ]),
        "Invitation": object("An invitation that can still be accepted.", &[
            ("id", uuid.clone()), ("role", reference("Role")), ("invited_by", text.clone()), ("link", text.clone()),
            ("expires_at", time.clone()),
        ]),
        "Organization": object("An organisation of the caller's.", &[("id", uuid.clone()), ("name", text.clone()), ("here", flag.clone())]),
        "People": success("Who belongs to the organisation.", &[
            ("people", list(&reference("Person"))), ("invitations", list(&reference("Invitation"))),
            ("organizations", list(&reference("Organization"))),
        ]),
        "AskedFor": success("How much an app is asked for.", &[("teams", count.clone())]),
        "AppRequest": object("An app that people ask for.", &[
            ("name", text.clone()), ("teams", count.clone()), ("votes", count.clone()), ("website?", text.clone()), ("reason?", text.clone()),
            ("asked_at", time.clone()),
        ]),
        "AppRequests": success("The apps that people ask for, what is asked for most first.", &[("requests", list(&reference("AppRequest")))]),
        "Me": success("The signed-in person.", &[
            ("user_id", uuid.clone()), ("name", text.clone()), ("email", text.clone()), ("role", reference("Role")),
            ("organization_id", uuid), ("organization_name", text), ("operator", flag),
        ]),
    })
}
