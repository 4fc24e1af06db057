//! Link tokens: `POST {category}/v1/link-token` and its category-free twin.

use axum::Json;
use axum::extract::State;
use serde_json::{Map, Value, json};

use super::access::Keyed;
use super::body::{Fields, Reader};
use crate::catalogue::Category;
use crate::clock::MINUTE;
use crate::error::ApiError;
use crate::ids;
use crate::store::LinkToken;
use crate::world::World;

/// The least and the usual life of a link token, in minutes.
const LEAST_MINUTES: i64 = 30;
/// The longest life.
const MOST_MINUTES: i64 = 720;
/// The longest life with a magic link.
const MOST_MAGIC_MINUTES: i64 = 10_080;

/// `POST /{category}/v1/link-token`.
///
/// # Errors
/// 400 with sentences by field.
pub async fn create_in_category(State(world): State<World>, keyed: Keyed, Fields(fields): Fields) -> Result<Json<Value>, ApiError> {
    make(&world, keyed.category, &fields).await
}

/// `POST /integrations/create-link-token`.
///
/// # Errors
/// 400 with sentences by field.
pub async fn create(State(world): State<World>, _: Keyed, Fields(fields): Fields) -> Result<Json<Value>, ApiError> {
    make(&world, None, &fields).await
}

async fn make(world: &World, path: Option<Category>, fields: &Map<String, Value>) -> Result<Json<Value>, ApiError> {
    let mut read = Reader::new(fields);
    let email = read.required_text("end_user_email_address", 100);
    let organization = read.required_text("end_user_organization_name", 100);
    let origin_id = read.required_text("end_user_origin_id", 100);
    let categories = categories(&mut read, fields);
    let magic = read.flag("should_create_magic_link_url");
    let syncs_disabled = read.flag("are_syncs_disabled");
    read.flag("hide_admin_magic_link");
    let minutes = minutes(&mut read, magic);
    let slug = read.text("integration", 100);
    let app = slug.as_deref().and_then(|slug| world.catalogue().by_slug(slug));
    if let Some(slug) = &slug {
        match app {
            None => read.errors.add("integration", format!("Integration with slug \"{slug}\" does not exist.")),
            Some(app) if !categories.is_empty() && !categories.iter().any(|c| app.categories.contains(c)) => {
                read.errors.add("integration", format!("{} is not available in the given categories.", app.name));
            }
            Some(_) => {}
        }
    }
    let language = read.text("language", 10);
    if let Some(language) = language.as_deref().filter(|l| !matches!(*l, "en" | "de")) {
        read.errors.add("language", format!("\"{language}\" is not a valid choice."));
    }
    read.errors.check()?;

    let now = world.now();
    let token = LinkToken {
        token: ids::token(),
        origin_id,
        organization,
        email,
        categories: categories.iter().map(|c| c.as_str()).collect::<Vec<_>>().join(","),
        path_category: path.map(|c| c.as_str().to_owned()),
        integration: slug,
        language,
        syncs_disabled,
        account_type: world.account_type().to_owned(),
        created_at: now,
        expires_at: now.saturating_add(minutes.saturating_mul(MINUTE)),
        window_id: None,
        account_id: None,
        locked: false,
        finished_at: None,
    };
    world.store().insert_link_token(&token).await?;
    let mut answer = Map::new();
    answer.insert("link_token".to_owned(), json!(token.token));
    if let Some(app) = app {
        answer.insert("integration_name".to_owned(), json!(app.name));
    }
    if magic {
        world.store().audit("GENERATED_MAGIC_LINK", &format!("Magic Link generated for {}", token.organization), now).await?;
        answer.insert("magic_link_url".to_owned(), json!(format!("https://link.merge.dev/{}", token.token)));
    }
    Ok(Json(Value::Object(answer)))
}

fn categories(read: &mut Reader<'_>, fields: &Map<String, Value>) -> Vec<Category> {
    let words: Vec<Value> = match fields.get("categories") {
        None => {
            read.errors.add("categories", "This field is required.");
            return Vec::new();
        }
        Some(Value::Null) => {
            read.errors.add("categories", "This field may not be null.");
            return Vec::new();
        }
        Some(Value::Array(words)) => words.clone(),
        // A form with one category has one value, and some clients join them with commas.
        Some(Value::String(text)) => text.split(',').map(|w| json!(w.trim())).collect(),
        Some(_) => {
            read.errors.add("categories", "Expected a list of items.");
            return Vec::new();
        }
    };
    if words.is_empty() {
        read.errors.add("categories", "This list may not be empty.");
    }
    let mut categories = Vec::new();
    for word in words {
        match word.as_str().map(str::parse::<Category>) {
            Some(Ok(category)) if !categories.contains(&category) => categories.push(category),
            Some(Ok(_)) => {}
            _ => read.errors.add("categories", format!("\"{}\" is not a valid choice.", word.as_str().unwrap_or(&word.to_string()))),
        }
    }
    categories
}

fn minutes(read: &mut Reader<'_>, magic: bool) -> i64 {
    let most = if magic { MOST_MAGIC_MINUTES } else { MOST_MINUTES };
    let Some(value) = read.get("link_expiry_mins") else {
        return LEAST_MINUTES;
    };
    let number = value.as_i64().or_else(|| value.as_str().and_then(|s| s.trim().parse().ok()));
    match number {
        None => read.errors.add("link_expiry_mins", "A valid integer is required."),
        Some(n) if n < LEAST_MINUTES => {
            read.errors.add("link_expiry_mins", format!("Ensure this value is greater than or equal to {LEAST_MINUTES}."));
        }
        Some(n) if n > most => read.errors.add("link_expiry_mins", format!("Ensure this value is less than or equal to {most}.")),
        Some(n) => return n,
    }
    LEAST_MINUTES
}
