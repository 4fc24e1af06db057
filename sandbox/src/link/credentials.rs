//! What each app asks for on its screen.

use serde_json::{Value, json};

use crate::catalogue::Integration;
use crate::store::Account;

/// Apps that are connected by signing in to them, as the real ones are.
const SIGN_IN: [&str; 34] = [
    "asana",
    "azure-devops",
    "basecamp",
    "box",
    "clickup",
    "confluence",
    "copper",
    "deel",
    "dropbox",
    "freeagent",
    "freshbooks",
    "github",
    "gitlab",
    "google-drive",
    "google-workspace",
    "gusto",
    "hubspot",
    "intercom",
    "jira",
    "linear",
    "microsoft-dynamics-365-sales",
    "microsoft-entra-id",
    "notion",
    "onedrive",
    "pipedrive",
    "quickbooks-online",
    "rippling",
    "salesforce",
    "sharepoint",
    "sage-business-cloud-accounting",
    "teamwork",
    "trello",
    "xero",
    "zoho-crm",
];

/// Apps that are connected with a user name and a password.
const PASSWORD: [&str; 8] = ["adp-workforce-now", "dayforce", "netsuite", "paychex", "paycom", "sap-successfactors", "ukg-pro", "workday"];

/// The screen of an app: `{kind: "sign_in" | "form", fields: [{name, label, type, …}]}`. A relink shows the address that was used before.
pub fn screen(app: &Integration, account: Option<&Account>) -> Value {
    if SIGN_IN.contains(&app.slug.as_str()) {
        return json!({ "kind": "sign_in", "fields": [] });
    }
    let domain = format!(".{}.com", app.slug.split('-').next().unwrap_or(&app.slug));
    let subdomain = json!({
        "name": "subdomain", "label": format!("{} subdomain", app.name), "type": "text", "suffix": domain, "placeholder": "your-company",
        "help": format!("The first part of your {} address.", app.name), "value": account.and_then(|a| a.subdomain.as_deref()).unwrap_or_default(),
        "optional": false, "autocomplete": "off",
    });
    let field = |name: &str, label: String, kind: &str, help: Option<String>| json!({ "name": name, "label": label, "type": kind, "help": help, "value": "", "optional": false, "autocomplete": "off" });
    let fields = if PASSWORD.contains(&app.slug.as_str()) {
        vec![
            subdomain,
            field("username", "User name".to_owned(), "text", None),
            field("password", "Password".to_owned(), "password", Some(format!("Of a {} administrator.", app.name))),
        ]
    } else {
        let help = format!("In {}, open Settings, then API keys.", app.name);
        vec![subdomain, field("api_key", "API key".to_owned(), "password", Some(help))]
    };
    json!({ "kind": "form", "fields": fields })
}

/// The names of the fields that must not be empty.
pub fn required(app: &Integration) -> Vec<&'static str> {
    if SIGN_IN.contains(&app.slug.as_str()) {
        Vec::new()
    } else if PASSWORD.contains(&app.slug.as_str()) {
        vec!["subdomain", "username", "password"]
    } else {
        vec!["subdomain", "api_key"]
    }
}

/// The field at which a refusal of the credentials is shown.
pub fn secret(app: &Integration) -> Option<&'static str> {
    required(app).last().copied()
}
