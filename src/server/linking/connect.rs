//! The two ways to a link token: connecting an app (L1 to L5) and relinking a connected one (L7).

use super::{HOLD_MILLIS, LINK_EXPIRY_MINS, LinkToken, Linking, LinkingError, identity, not_allowed, page};
use crate::{
    api::error::{ApiError, Code},
    app::copy,
    domain::{
        catalogue::CatalogueApp,
        category::Category,
        ids::{AccountId, AttemptId},
        linking::Probe,
        origin::Subject,
        people::Org,
        status::{Action, UpstreamStatus},
    },
    server::{
        merge::{AccountFilter, LinkTokenRequest, Patience},
        store::ports::{BeginConnect, Begun, LinkedAccount, Person},
    },
    words::{self, Language},
};

/// The most rows that one attempt asks the upstream about; beyond it a new row is made.
const PROBES_MAX: usize = 5;

impl Linking {
    /// Begins to connect an app: the row first, then the upstream (L2).
    pub async fn connect(
        &self,
        person: &Person,
        category: Option<String>,
        integration: Option<String>,
        page_id: Option<String>,
    ) -> Result<LinkToken, LinkingError> {
        let category = self.category(category)?;
        let app = self.app(category, integration)?;
        let page = page(page_id)?;
        let org = person.org();
        if !org.may_manage(self.config.subject(category)) {
            return Err(not_allowed().into());
        }
        let (email, organization_name) = identity(person)?;
        self.take("link-token", &org, self.config.link_tokens_per_minute).await?;

        let attempt = AttemptId(self.rng.uuid());
        let mut begin = BeginConnect {
            attempt,
            account: AccountId(self.rng.uuid()),
            origin: self.rng.uuid(),
            subject: Subject::new(self.config.subject(category), org.organization, org.user),
            strategy: self.config.strategy,
            upstream: self.upstream.base_url().to_owned(),
            category,
            integration: app.as_ref().map(|(app, _)| app.slug.clone()),
            integration_name: app.as_ref().map(|(app, _)| app.name.clone()),
            page,
            email,
            organization_name,
            probes: Vec::new(),
            hold_millis: HOLD_MILLIS,
        };
        let account = loop {
            match self.store.begin_connect(&org, &begin, self.clock.now()).await? {
                Begun::Ready { account, log } => {
                    tracing::info!(end_user_origin_id = account.end_user_origin_id, category = category.slug(), "{log}");
                    break account;
                }
                Begun::Ask { account, end_user_origin_id } => {
                    let free = begin.probes.len() < PROBES_MAX && self.is_free_upstream(category, end_user_origin_id).await?;
                    begin.probes.push(Probe { row: account, free });
                }
                Begun::Taken { app_name, deleting } => return Err(taken(app_name, deleting).into()),
                Begun::InProgress => {
                    let sentence = copy::told_connecting_elsewhere(category);
                    return Err(ApiError::new(Code::ConnectInProgress, sentence).into());
                }
            }
        };
        // An app whose slug is a guess opens by category (C1).
        let integration = app.filter(|(_, certain)| *certain).map(|(app, _)| app.slug);
        let token = self.issue(&org, &account, attempt, integration).await?;
        self.changed(org.organization, account.id).await;
        Ok(token)
    }

    /// Opens a connected account again: the stored identity is sent as it is, and nothing changes until the person is done (L7).
    pub async fn relink(&self, person: &Person, id: AccountId, page_id: Option<String>) -> Result<LinkToken, LinkingError> {
        let page = page(page_id)?;
        let org = person.org();
        let (account, _) = self.acting_on(&org, id, Action::Relink).await?;
        if !self.is_ours(&account) {
            let sentence = copy::told_other_environment();
            return Err(ApiError::new(Code::OtherUpstream, sentence).into());
        }
        self.take("link-token", &org, self.config.link_tokens_per_minute).await?;
        let attempt = AttemptId(self.rng.uuid());
        self.store.begin_relink(&org, id, attempt, page.as_deref(), HOLD_MILLIS, self.clock.now()).await?;
        self.issue(&org, &account, attempt, None).await
    }

    /// The window was closed: the attempt holds its row no longer. A stranger's attempt is not there.
    pub async fn release(&self, org: &Org, attempt: AttemptId) -> Result<(), LinkingError> {
        if self.store.release_attempt(org, attempt, self.clock.now()).await? {
            Ok(())
        } else {
            Err(ApiError::new(Code::NotFound, "There is no such attempt.").at("attempt_id").into())
        }
    }

    /// Asks the upstream for a link token, with the identity that stands on the row. A superseded attempt gets none.
    async fn issue(
        &self,
        org: &Org,
        account: &LinkedAccount,
        attempt: AttemptId,
        integration: Option<String>,
    ) -> Result<LinkToken, LinkingError> {
        let request = LinkTokenRequest {
            category: account.category,
            end_user_origin_id: account.end_user_origin_id.clone(),
            end_user_organization_name: account.end_user_organization_name.clone(),
            end_user_email_address: account.end_user_email_address.clone(),
            integration,
            link_expiry_mins: LINK_EXPIRY_MINS,
            language: (words::language() == Language::German).then_some("de"),
        };
        let token = match self.upstream.link_token(&request).await {
            Ok(token) => token,
            Err(error) => {
                // The row stays for the next attempt (L2); only the hold ends.
                self.store.release_attempt(org, attempt, self.clock.now()).await?;
                return Err(error.into());
            }
        };
        if self.store.link_token_issued(org, attempt, self.clock.now()).await? {
            Ok(LinkToken { token, attempt })
        } else {
            Err(ApiError::new(Code::AttemptSuperseded, copy::told_attempt_superseded()).into())
        }
    }

    /// Whether the upstream knows nothing of an origin id, or only an unfinished account: only then another app may use it (L4).
    async fn is_free_upstream(&self, category: Category, end_user_origin_id: String) -> Result<bool, LinkingError> {
        let accounts =
            self.upstream.linked_accounts(category, &AccountFilter::OriginId(end_user_origin_id.clone()), Patience::Interactive).await?;
        Ok(accounts
            .iter()
            .filter(|account| account.end_user_origin_id.as_ref().is_none_or(|id| *id == end_user_origin_id))
            .filter(|account| account.category.is_none_or(|known| known == category))
            .all(|account| account.status == UpstreamStatus::Incomplete))
    }

    /// The category that was asked for, when it is one and is switched on.
    fn category(&self, raw: Option<String>) -> Result<Category, ApiError> {
        let allowed = || self.config.categories.iter().map(|category| category.slug()).collect::<Vec<_>>().join(", ");
        let Some(raw) = raw.filter(|raw| !raw.is_empty()) else {
            return Err(ApiError::field("category", format!("category is missing: send one of {}.", allowed())));
        };
        raw.parse::<Category>()
            .ok()
            .filter(|category| self.config.categories.contains(category))
            .ok_or_else(|| ApiError::new(Code::UnknownCategory, format!("category is unknown: send one of {}.", allowed())).at("category"))
    }

    /// The app that was asked for and whether its slug may be sent upstream. An unknown one is refused only with a live catalogue (C1).
    fn app(&self, category: Category, raw: Option<String>) -> Result<Option<(CatalogueApp, bool)>, ApiError> {
        let Some(slug) = raw.filter(|raw| !raw.is_empty()) else { return Ok(None) };
        let list = self.catalogue.current();
        let unknown = |sentence: &str| ApiError::new(Code::UnknownApp, sentence).at("integration");
        match list.find(&slug) {
            Some(app) if app.categories.contains(&category) => Ok(Some((app.clone(), list.live() || app.slug_certain))),
            Some(app) => Err(unknown(&copy::told_not_of_category(&app.name, category))),
            None if list.live() => Err(unknown("integration is unknown: send the slug of an app from the list.")),
            None if is_slug(&slug) => Ok(Some((unlisted(slug, category), false))),
            None => Err(unknown("integration must be a slug: lower-case letters, digits, - and _.")),
        }
    }
}

fn is_slug(text: &str) -> bool {
    text.len() <= 100 && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_')
}

/// An app that the bundled list does not know.
fn unlisted(slug: String, category: Category) -> CatalogueApp {
    CatalogueApp {
        name: slug.clone(),
        slug,
        categories: vec![category],
        purpose: String::new(),
        color: None,
        slug_certain: false,
        popularity: u16::MAX,
        aliases: Vec::new(),
        models: Vec::new(),
        image: None,
        square_image: None,
    }
}

fn taken(app_name: Option<String>, deleting: bool) -> ApiError {
    ApiError::new(Code::CategoryTaken, copy::told_taken(app_name, deleting))
}
