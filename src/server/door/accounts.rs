//! The connected apps.

use super::{caller, id, state};
use crate::{
    api::{
        accounts::{AccountView, AccountsReply, Counted, HealthReply},
        error::{ApiError, Code},
        linking::Done,
    },
    domain::{category::Category, ids::AccountId, models, people::Org, status::AccountStatus},
    server::{
        catalogue::Listed,
        linking::Linking,
        store::ports::{LinkedAccount, sync::RecordCount},
    },
};

/// Whether an account works and its first sync is still under way. One of another upstream never gets further.
pub(super) fn in_first_sync(linking: &Linking, account: &LinkedAccount) -> bool {
    account.status == AccountStatus::Active && !account.initial_sync_completed && linking.is_ours(account)
}

/// The most telling data type of an account that has records.
fn most_telling(account: &LinkedAccount, counts: &[RecordCount]) -> Option<Counted> {
    models::of_category(account.category).find_map(|spec| {
        let found = counts.iter().find(|one| one.account == account.id && one.model == spec.name())?;
        Some(Counted { name: spec.plural(), one: spec.singular(), told: spec.counted(found.count), count: found.count })
    })
}

/// What leaves of an account.
fn view(org: &Org, linking: &Linking, list: &Listed, counts: &[RecordCount], account: &LinkedAccount) -> AccountView {
    let slug = account.integration_slug.clone().or_else(|| account.requested_integration.clone()).unwrap_or_default();
    let name = account.integration_name.clone().or_else(|| account.requested_integration_name.clone()).unwrap_or_default();
    let app = list.find(&slug);
    AccountView {
        id: account.id.to_string(),
        category: account.category,
        integration: name.clone(),
        integration_name: name.clone(),
        integration_slug: slug,
        display_name: account.display_name.clone().unwrap_or(name),
        status: account.status,
        created_at: account.created_at.to_iso(),
        last_successful_sync_at: account.last_successful_sync_at.map(|at| at.to_iso()),
        first_sync: in_first_sync(linking, account),
        records: most_telling(account, counts),
        connected_by: account.created_by_name.clone(),
        problem: account.error_category.clone(),
        manageable: account.status != AccountStatus::Deleting && org.may_manage(account.subject.kind),
        other_upstream: !linking.is_ours(account),
        duplicate: account.is_duplicate == Some(true),
        color: app.and_then(|app| app.color.clone()),
        logo: app.and_then(super::catalogue::logo),
    }
}

/// The accounts that the caller sees, filtered.
pub async fn linked_accounts(category: Option<String>, status: Option<String>) -> Result<AccountsReply, ApiError> {
    let org = super::scope()?;
    let category = match category.filter(|raw| !raw.is_empty()) {
        None => None,
        Some(raw) => Some(
            raw.parse::<Category>().map_err(|error| ApiError::new(Code::UnknownCategory, format!("category {error}.")).at("category"))?,
        ),
    };
    let status = match status.filter(|raw| !raw.is_empty()) {
        None => None,
        Some(raw) => Some(AccountStatus::parse(&raw).ok_or_else(|| {
            let known = AccountStatus::ALL.map(AccountStatus::as_str).join(", ");
            ApiError::field("status", format!("status is unknown: send one of {known}."))
        })?),
    };
    let state = state()?;
    let (linking, list) = (state.linking.as_ref(), state.catalogue.current());
    let counts = state.syncing.record_counts(&org).await?;
    let linked_accounts = linking
        .accounts(&org)
        .await?
        .iter()
        .filter(|account| category.is_none_or(|wanted| account.category == wanted))
        .filter(|account| status.is_none_or(|wanted| account.status == wanted))
        .map(|account| view(&org, linking, &list, &counts, account))
        .collect();
    Ok(AccountsReply { success: true, linked_accounts })
}

/// See [`Linking::delete`].
pub async fn delete_integration(integration_id: Result<String, ApiError>) -> Result<Done, ApiError> {
    let org = caller()?.org();
    state()?.linking.delete(&org, account(integration_id?)?).await?;
    Ok(Done::yes())
}

/// See [`Linking::rename`].
pub async fn rename_integration(integration_id: Result<String, ApiError>, display_name: Option<String>) -> Result<Done, ApiError> {
    let org = caller()?.org();
    let Some(name) = display_name else {
        return Err(ApiError::field("display_name", "display_name is missing: send a name, or an empty one to take it away."));
    };
    state()?.linking.rename(&org, account(integration_id?)?, &name).await?;
    Ok(Done::yes())
}

/// See [`Linking::discard`].
pub async fn discard_integration(integration_id: Result<String, ApiError>) -> Result<Done, ApiError> {
    let org = caller()?.org();
    state()?.linking.discard(&org, account(integration_id?)?).await?;
    Ok(Done::yes())
}

/// See [`Linking::check_health`].
pub async fn check_health(integration_id: Result<String, ApiError>) -> Result<HealthReply, ApiError> {
    let org = caller()?.org();
    let state = state()?;
    let account = state.linking.check_health(&org, account(integration_id?)?).await?;
    let counts = state.syncing.record_counts(&org).await?;
    let linked_account = view(&org, state.linking.as_ref(), &state.catalogue.current(), &counts, &account);
    Ok(HealthReply { success: true, healthy: account.status == AccountStatus::Active, linked_account })
}

fn account(raw: String) -> Result<AccountId, ApiError> {
    id("integration_id", Some(raw))
}
