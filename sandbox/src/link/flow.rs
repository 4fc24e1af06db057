//! The steps of linking: open a link token, pick an app, submit credentials.
//!
//! An account is known by (origin id, category) alone: a link token for one that has its app opens that app's screen, whatever app the
//! token names.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::credentials;
use crate::api;
use crate::catalogue::{Category, Integration};
use crate::ids;
use crate::records;
use crate::store::{Account, AccountKey, Completion, LinkToken};
use crate::webhooks;
use crate::world::World;

/// Why the window does not go on.
#[derive(Debug)]
pub enum Refusal {
    /// The link token cannot be used (any more).
    Token {
        /// A word for programs.
        code: &'static str,
        /// A heading.
        title: &'static str,
        /// A sentence.
        message: &'static str,
    },
    /// A field of the screen; none when the screen has no fields.
    Field {
        /// Its name.
        field: Option<&'static str>,
        /// A sentence.
        message: String,
    },
    /// Validation errors, which also go to the page.
    Validation(Vec<Value>),
    /// The sandbox failed.
    Internal(sqlx::Error),
}

impl From<sqlx::Error> for Refusal {
    fn from(error: sqlx::Error) -> Self {
        Self::Internal(error)
    }
}

const UNKNOWN: Refusal = Refusal::Token {
    code: "unknown_token",
    title: "This link is not valid",
    message: "The page that opened this window sent a link that does not exist. Close the window and start again.",
};
const EXPIRED: Refusal = Refusal::Token {
    code: "expired_token",
    title: "This link has expired",
    message: "Links are valid for a short time. Close the window and start again.",
};
const USED: Refusal = Refusal::Token {
    code: "used_token",
    title: "This link was already used",
    message: "Each link opens one window. Close this one and start again.",
};

/// What should happen when the credentials are submitted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The account is linked.
    #[default]
    Success,
    /// The app refuses the credentials; a retry is possible.
    WrongPassword,
    /// The account is linked, and an issue says that some models cannot be read.
    MissingPermission,
    /// The screen shows validation errors, and the page is told; a retry is possible.
    ValidationError,
    /// The account is linked after three seconds.
    Slow,
    /// The account is linked with another tenant of the app.
    OtherInstance,
    /// The account is linked and its token is replaced.
    NewToken,
    /// The public token is for another account of the same organisation and app.
    OtherAccount,
}

/// What the person typed and chose.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Submission {
    /// By the field's name.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// What should happen.
    #[serde(default)]
    pub outcome: Outcome,
}

/// The token when this window may use it.
///
/// # Errors
/// When it is unknown, expired, spent, or another window's.
pub async fn usable(world: &World, token: &str, window_id: &str) -> Result<LinkToken, Refusal> {
    let token = world.store().link_token(token).await?.ok_or(UNKNOWN)?;
    if token.finished_at.is_some() || token.window_id.as_deref().is_some_and(|w| w != window_id) {
        return Err(USED);
    }
    // Who came in time may finish; only opening is bound to the expiry.
    if token.window_id.is_none() && world.now() >= token.expires_at {
        return Err(EXPIRED);
    }
    Ok(token)
}

/// The window is on the screen: the token is bound to it, and the account exists from now on, INCOMPLETE.
///
/// # Errors
/// As [`usable`].
pub async fn open(world: &World, token: &str, window_id: &str) -> Result<LinkToken, Refusal> {
    let token = usable(world, token, window_id).await?;
    if !world.store().claim_link_token(&token.token, window_id).await? {
        return Err(USED);
    }
    if token.account_id.is_none() {
        let app = chosen(world, &token);
        let account = open_account(world, &token, category_for(&token, app)).await?;
        if let Some(app) = app {
            // One that was never finished takes the app that the token names; a finished one keeps its own.
            world.store().unpick_integration(&account.id).await?;
            world.store().pick_integration(&account.id, &app.slug).await?;
        }
        world.store().point_link_token(&token.token, &account.id, account.integration.is_some()).await?;
    }
    world.store().link_token(&token.token).await?.ok_or(UNKNOWN)
}

/// The person picked an app in the list. They may go back and pick another as long as the token names none.
///
/// # Errors
/// As [`usable`]; and when there is no such app in the token's categories.
pub async fn pick(world: &World, token: &str, window_id: &str, slug: &str) -> Result<LinkToken, Refusal> {
    let token = open(world, token, window_id).await?;
    let app = world
        .catalogue()
        .by_slug(slug)
        .filter(|app| categories(&token).iter().any(|c| app.categories.contains(c)))
        .ok_or_else(|| Refusal::Field { field: None, message: "That app is not available here.".to_owned() })?;
    if token.integration.is_none() && !token.locked {
        let account = open_account(world, &token, category_for(&token, Some(app))).await?;
        let own = token.account_id.as_deref() == Some(account.id.as_str());
        if own {
            world.store().unpick_integration(&account.id).await?;
        }
        world.store().pick_integration(&account.id, &app.slug).await?;
        world.store().point_link_token(&token.token, &account.id, !own && account.integration.is_some()).await?;
    }
    world.store().link_token(&token.token).await?.ok_or(UNKNOWN)
}

/// The credentials were submitted: `{public_token, integration_name, relinked, missing_permission, info}`.
///
/// # Errors
/// As [`usable`]; and as the outcome says.
pub async fn submit(world: &World, token: &str, window_id: &str, submission: &Submission) -> Result<Value, Refusal> {
    let token = open(world, token, window_id).await?;
    let (account, app) = match current(world, &token).await? {
        (Some(account), Some(app)) => (account, app),
        _ => return Err(Refusal::Field { field: None, message: "Choose an app first.".to_owned() }),
    };
    check(app, submission)?;
    if submission.outcome == Outcome::Slow {
        tokio::time::sleep(std::time::Duration::from_secs(3)).await;
    }
    let other = match submission.outcome {
        Outcome::OtherAccount => Some(other_account(world, &account).await?),
        _ => None,
    };
    let now = world.now();
    if !world.store().finish_link_token(&token.token, now).await? {
        return Err(USED);
    }
    let relinked = account.completed_at.is_some();
    let public_for = match &other {
        Some(other) => other.id.clone(),
        None => complete(world, &account, app, submission, now).await?.id,
    };
    let public_token = world.store().insert_public_token(&public_for, now).await?;
    Ok(json!({
        "public_token": public_token, "integration_name": app.name, "relinked": relinked,
        "missing_permission": submission.outcome == Outcome::MissingPermission,
        "info": { "isTokenForOtherPreexistingLinkedAccount": other.is_some() },
    }))
}

async fn complete(world: &World, account: &Account, app: &Integration, submission: &Submission, now: i64) -> Result<Account, Refusal> {
    let subdomain = submission.fields.get("subdomain").map(|s| s.trim().to_owned()).filter(|s| !s.is_empty());
    let tenant = subdomain.clone().unwrap_or_else(|| account.origin_id.clone()).to_lowercase();
    let moment = now.to_string();
    let mut parts = vec!["instance", app.slug.as_str(), tenant.as_str()];
    if submission.outcome == Outcome::OtherInstance {
        parts.push(&moment);
    }
    let models = app.models(account.category());
    // The later half of the models cannot be read.
    let restricted: Vec<_> = match submission.outcome {
        Outcome::MissingPermission => models.iter().skip(models.len() / 2).collect(),
        _ => Vec::new(),
    };
    records::settle_before(world, &account.id).await?;
    let done = Completion {
        integration: app.slug.clone(),
        instance_id: ids::stable_uuid(world.config().seed, &parts),
        instance_display_value: subdomain.clone().unwrap_or_else(|| account.organization.clone()),
        subdomain,
        restricted_models: restricted.iter().map(|m| m.id.clone()).collect(),
        renew_token: submission.outcome == Outcome::NewToken,
    };
    let issues = world.store().issues().await?;
    let linked = world.store().complete_account(&account.id, &done, now).await?;
    for mut issue in issues.into_iter().filter(|i| i.account_id == linked.id && i.status == "ONGOING") {
        "RESOLVED".clone_into(&mut issue.status);
        webhooks::send(world, "Issue.resolved", api::webhook_view(world, &linked), api::issue_view(world, &issue, Some(&linked)));
    }
    if !restricted.is_empty() {
        let details: Vec<String> = restricted.iter().map(|m| format!("Missing {} permissions.", words(&m.name))).collect();
        let issue = world.store().raise_issue(&linked.id, "Missing Permissions", &details, now).await?;
        webhooks::send(world, "Issue.new", api::webhook_view(world, &linked), api::issue_view(world, &issue, Some(&linked)));
    }
    let view = api::webhook_view(world, &linked);
    let mut data = view.clone();
    if let Some(data) = data.as_object_mut() {
        data.insert("account_token".to_owned(), json!(linked.account_token));
    }
    webhooks::send(world, "LinkedAccount.linked", view, data);
    Ok(linked)
}

/// What the window shows: whom it is for, the app when it is settled, the list when it is not.
///
/// # Errors
/// When the database fails.
pub async fn view(world: &World, token: &LinkToken) -> Result<Value, Refusal> {
    let (account, app) = current(world, token).await?;
    let offered: Vec<Value> = world
        .catalogue()
        .all()
        .iter()
        .filter(|i| categories(token).iter().any(|c| i.categories.contains(c)))
        .map(|i| json!({ "name": i.name, "slug": i.slug, "color": i.color() }))
        .collect();
    let mode = match &account {
        Some(account) if account.completed_at.is_some() => "relink",
        Some(account)
            if account.integration.as_deref() == app.map(|app| app.slug.as_str()) && (token.locked || token.account_id.is_none()) =>
        {
            "continue"
        }
        _ => "new",
    };
    let can_choose = mode == "new" && token.integration.is_none();
    Ok(json!({
        "organization": token.organization, "categories": categories(token).iter().map(|c| c.as_str()).collect::<Vec<_>>(), "language": token.language,
        "mode": mode, "can_choose": can_choose,
        "integration": app.map(|app| json!({
            "name": app.name, "slug": app.slug, "color": app.color(), "screen": credentials::screen(app, account.as_ref()),
            "models": app.models(account.as_ref().map_or(category_for(token, Some(app)), Account::category)).iter().map(|m| plural(&words(&m.name))).collect::<Vec<_>>(),
        })),
        "integrations": if can_choose { json!(offered) } else { json!([]) },
    }))
}

/// The account that the token works on and the app whose screen it shows.
async fn current<'w>(world: &'w World, token: &LinkToken) -> Result<(Option<Account>, Option<&'w Integration>), Refusal> {
    let asked = chosen(world, token);
    let mut account = match &token.account_id {
        Some(id) => world.store().account(id).await?,
        None => None,
    };
    if account.is_none() {
        let places = match asked {
            Some(app) => vec![category_for(token, Some(app))],
            None => categories(token),
        };
        for category in places {
            account = world.store().account_by_origin(category, &token.origin_id).await?.filter(|a| a.integration.is_some());
            if account.is_some() {
                break;
            }
        }
    }
    let own = account.as_ref().and_then(|a| a.integration.as_deref()).and_then(|slug| world.catalogue().by_slug(slug));
    let finished = account.as_ref().is_some_and(|account| account.completed_at.is_some());
    let app = if finished { own.or(asked) } else { asked.or(own) };
    Ok((account, app))
}

async fn open_account(world: &World, token: &LinkToken, category: Category) -> Result<Account, Refusal> {
    // An account with its app wins over the category that would be used for a new one.
    if let (Some(account), _) = current(world, token).await?
        && account.integration.is_some()
        && (token.account_id.is_none() || account.category() == category)
    {
        return Ok(account);
    }
    let key = AccountKey {
        category,
        origin_id: &token.origin_id,
        organization: &token.organization,
        email: &token.email,
        account_type: &token.account_type,
        syncs_disabled: token.syncs_disabled,
    };
    Ok(world.store().open_account(&key, world.now()).await?)
}

fn chosen<'w>(world: &'w World, token: &LinkToken) -> Option<&'w Integration> {
    token.integration.as_deref().and_then(|slug| world.catalogue().by_slug(slug))
}

fn categories(token: &LinkToken) -> Vec<Category> {
    token.categories.split(',').filter_map(|c| c.parse().ok()).collect()
}

/// The category of a new account: one that the token and the app share, the path's before the others.
fn category_for(token: &LinkToken, app: Option<&Integration>) -> Category {
    let offered: Vec<_> = categories(token).into_iter().filter(|c| app.is_none_or(|a| a.categories.contains(c))).collect();
    let path = token.path_category.as_deref().and_then(|c| c.parse().ok()).filter(|c| offered.contains(c));
    path.or_else(|| offered.first().copied()).unwrap_or(Category::Hris)
}

fn check(app: &Integration, submission: &Submission) -> Result<(), Refusal> {
    for name in credentials::required(app) {
        if submission.fields.get(name).is_none_or(|v| v.trim().is_empty()) {
            return Err(Refusal::Field { field: Some(name), message: "Enter a value.".to_owned() });
        }
    }
    let secret = credentials::secret(app);
    let typed = secret.and_then(|name| submission.fields.get(name)).map(|v| v.trim().to_lowercase());
    match submission.outcome {
        _ if typed.as_deref() == Some("wrong") => Err(wrong(app, secret)),
        Outcome::WrongPassword => Err(wrong(app, secret)),
        Outcome::ValidationError => Err(Refusal::Validation(vec![json!({
            "detail": format!("{} returned an error while the credentials were validated.", app.name), "problem_type": "VALIDATION_ERROR",
        })])),
        _ => Ok(()),
    }
}

fn wrong(app: &Integration, field: Option<&'static str>) -> Refusal {
    Refusal::Field { field, message: format!("{} did not accept these credentials. Check them and try again.", app.name) }
}

async fn other_account(world: &World, account: &Account) -> Result<Account, Refusal> {
    let other = world.store().accounts().await?.into_iter().find(|a| {
        a.id != account.id
            && a.organization == account.organization
            && a.category == account.category
            && a.integration == account.integration
            && a.status == "COMPLETE"
    });
    other.ok_or_else(|| Refusal::Field { field: None, message: "There is no other connected account of this app.".to_owned() })
}

/// `JobInterviewStage` as "job interview stage".
fn words(name: &str) -> String {
    if name.chars().all(char::is_uppercase) {
        return name.to_owned();
    }
    let mut words = String::new();
    let mut last_was_lower = false;
    for c in name.chars() {
        if c.is_uppercase() && last_was_lower {
            words.push(' ');
        }
        last_was_lower = c.is_lowercase();
        words.extend(c.to_lowercase());
    }
    words
}

/// "company" as "companies"; what cannot be counted stays.
fn plural(words: &str) -> String {
    match words.strip_suffix('y') {
        _ if words.ends_with("info") || words.ends_with("off") || words.ends_with('s') => words.to_owned(),
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{words}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::{plural, words};

    #[test]
    fn words_become_many() {
        assert_eq!(
            ["company", "employee", "time off", "bank info", "survey"].map(plural),
            ["companies", "employees", "time off", "bank info", "surveys"]
        );
    }

    #[test]
    fn names_become_words() {
        assert_eq!(words("JobInterviewStage"), "job interview stage");
        assert_eq!(words("EEOC"), "EEOC");
    }
}
