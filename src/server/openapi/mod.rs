//! The description of our own HTTP interface (§3): OpenAPI 3.1, built from the same codes and words that the answers are, and held to the
//! server functions by a test.

mod members;
mod operations;
mod programs;
mod schemas;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, sync::LazyLock};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use self::{
    members::MEMBERS,
    operations::{ALWAYS, Operation, PAGES, Reply, WITH_CHANGE, WITH_KEY, WITH_SESSION},
    programs::PROGRAMS,
};
use crate::{api::error::Code, server::webhooks::SIGNATURE};

/// `GET /api/openapi.json`
pub async fn serve() -> Response {
    static TEXT: LazyLock<String> = LazyLock::new(|| document().to_string());
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "public, max-age=3600")];
    (headers, TEXT.as_str()).into_response()
}

/// Everything that can be asked.
fn operations() -> impl Iterator<Item = &'static Operation> {
    PAGES.iter().chain(MEMBERS).chain(PROGRAMS)
}

/// The document.
pub fn document() -> Value {
    let mut paths = Map::new();
    for operation in operations() {
        let method = if operation.get { "get" } else { "post" };
        paths.insert(operation.path.to_owned(), json!({ method: describe(operation) }));
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Patchbay",
            "version": env!("CARGO_PKG_VERSION"),
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
            "description": "What pages and programs ask of Patchbay. A body is read as JSON whatever its Content-Type, or as a form when it says \
                            so; a form is answered 303. Calls that change something must come from the same origin.",
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "components": {
            "schemas": schemas::schemas(),
            "securitySchemes": {
                "session": {
                    "type": "apiKey", "in": "cookie", "name": "__Host-patchbay_session",
                    "description": "Set by signing in. Over plain http, in development, it is called `patchbay_session`.",
                },
                "key": {
                    "type": "http", "scheme": "bearer",
                    "description": "A key that `patchbay api-key create` printed. It only reads.",
                },
            },
        },
    })
}

fn describe(operation: &Operation) -> Value {
    let with_key = WITH_KEY.contains(&operation.path);
    let mut described = json!({
        "operationId": operation.id,
        "tags": [operation.tag],
        "summary": operation.about,
        "security": match (operation.session, with_key) {
            (true, true) => json!([{ "session": [] }, { "key": [] }]),
            (true, false) => json!([{ "session": [] }]),
            (false, _) => json!([]),
        },
        "responses": responses(operation),
    });
    let mut parameters: Vec<Value> = operation
        .path
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .collect();
    if with_key {
        parameters.push(json!({
            "name": "organization", "in": "query", "required": false, "schema": { "type": "string", "format": "uuid" },
            "description": "Which organisation's, for a key that reads all of them.",
        }));
    }
    if operation.tag == "Events" {
        parameters.push(json!({
            "name": SIGNATURE, "in": "header", "required": true, "schema": { "type": "string" },
            "description": "base64url of HMAC-SHA256 over the raw body, with or without padding.",
        }));
        let content = json!({ "application/json": { "schema": { "type": "object" } } });
        set(&mut described, "requestBody", json!({ "required": true, "content": content }));
    } else if operation.get {
        parameters.extend(operation.input.iter().map(|field| {
            json!({ "name": field.name, "in": "query", "required": field.required, "description": field.about, "schema": schema_of(field.name) })
        }));
    } else {
        if operation.session {
            parameters.push(json!({
                "name": "X-Organization", "in": "header", "required": false, "schema": { "type": "string", "format": "uuid" },
                "description": "The organisation for which the page was made; when the session has another, nothing is changed.",
            }));
        }
        let body = json!({ "schema": body(operation) });
        let content = json!({ "application/json": body, "application/x-www-form-urlencoded": body });
        set(&mut described, "requestBody", json!({ "required": operation.input.iter().any(|field| field.required), "content": content }));
    }
    if !parameters.is_empty() {
        set(&mut described, "parameters", Value::Array(parameters));
    }
    described
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(name.to_owned(), value);
    }
}

fn body(operation: &Operation) -> Value {
    let properties: Map<String, Value> = operation
        .input
        .iter()
        .map(|field| {
            let mut schema = schema_of(field.name);
            set(&mut schema, "description", json!(field.about));
            (field.name.to_owned(), schema)
        })
        .collect();
    let required: Vec<&str> = operation.input.iter().filter(|field| field.required).map(|field| field.name).collect();
    json!({ "type": "object", "properties": properties, "required": required })
}

fn schema_of(field: &str) -> Value {
    match field {
        "category" => json!({ "$ref": "#/components/schemas/Category" }),
        "role" => json!({ "$ref": "#/components/schemas/Role" }),
        "status" => json!({ "$ref": "#/components/schemas/AccountStatus" }),
        _ => json!({ "type": "string" }),
    }
}

fn responses(operation: &Operation) -> Value {
    let success = match operation.reply {
        Reply::Json(name) => json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{name}") } } }),
        Reply::Other(media) => json!({ media: {} }),
        Reply::Formats(name, others) => {
            let mut content = json!({ "application/json": { "schema": { "$ref": format!("#/components/schemas/{name}") } } });
            others.iter().for_each(|media| set(&mut content, media, json!({})));
            content
        }
    };
    let mut responses = Map::from_iter([("200".to_owned(), json!({ "description": "Success.", "content": success }))]);
    let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for code in failures(operation) {
        by_status.entry(code.status()).or_default().push(code.as_str());
    }
    for (status, codes) in by_status {
        let mut response = json!({
            "description": codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", "),
            "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Error" } } },
        });
        if matches!(status, 429 | 503) {
            set(&mut response, "headers", json!({ "Retry-After": { "description": "Seconds.", "schema": { "type": "integer" } } }));
        }
        responses.insert(status.to_string(), response);
    }
    Value::Object(responses)
}

/// Everything that can go wrong with an operation, without doubles.
fn failures(operation: &Operation) -> Vec<Code> {
    let function = matches!(operation.reply, Reply::Json(_) | Reply::Formats(..));
    let groups = [
        (function, ALWAYS),
        (operation.session, WITH_SESSION),
        (WITH_KEY.contains(&operation.path), &[Code::WrongKey, Code::NotFound]),
        (function && !operation.get, WITH_CHANGE),
        (true, operation.errors),
    ];
    let mut codes: Vec<Code> = Vec::new();
    for code in groups.into_iter().filter(|(applies, _)| *applies).flat_map(|(_, group)| group) {
        if !codes.contains(code) {
            codes.push(*code);
        }
    }
    codes
}
