//! The apps of the catalogue, and the state of one for an organisation (§6).

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::{category::Category, models, monogram, search};

#[cfg(test)]
mod tests;

/// An app that can be connected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueApp {
    /// Its slug.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The categories it lives in.
    pub categories: Vec<Category>,
    /// One line that says what it does.
    pub purpose: String,
    /// Brand colour `#rrggbb`, when known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Whether the slug is known rather than guessed from the name; a guessed one opens by category (C1).
    pub slug_certain: bool,
    /// Smaller is more popular; 0 comes first.
    pub popularity: u16,
    /// Other names that people search it by: abbreviations, old names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Ids of the models that it supports, such as `hris.Employee`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub models: Vec<String>,
    /// Address of the logo upstream; pages use our proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub image: Option<String>,
    /// Address of the square logo upstream; pages use our proxy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub square_image: Option<String>,
}

/// The state of an app in one category for one organisation, as its card shows it. The most urgent account decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardState {
    /// No account.
    #[default]
    NotConnected,
    /// Begun, not finished.
    SetupIncomplete,
    /// Connected, the first data are on their way.
    Syncing,
    /// Connected.
    Connected,
    /// Somebody has to sign in again.
    ReconnectNeeded,
}

impl CardState {
    /// Whether the organisation has an account here, working or not.
    #[must_use]
    pub const fn is_connected(self) -> bool {
        matches!(self, CardState::Syncing | CardState::Connected | CardState::ReconnectNeeded)
    }

    /// Whether somebody has to do something.
    #[must_use]
    pub const fn needs_attention(self) -> bool {
        matches!(self, CardState::SetupIncomplete | CardState::ReconnectNeeded)
    }
}

impl CatalogueApp {
    /// The data types that this app offers in one of its categories, the most telling first (C3).
    #[must_use]
    pub fn data_types(&self, category: Category) -> Vec<&'static models::ModelSpec> {
        if self.categories.contains(&category) { models::supported(category, &self.models) } else { Vec::new() }
    }

    /// The app within the categories that are switched on; `None` when none of its own is.
    #[must_use]
    pub fn within(mut self, enabled: &[Category]) -> Option<CatalogueApp> {
        self.categories.retain(|category| enabled.contains(category));
        (!self.categories.is_empty()).then_some(self)
    }
}

/// One entry of the live list, with the categories that we know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveIntegration {
    /// Name.
    pub name: String,
    /// Slug.
    pub slug: String,
    /// Categories; entries of unknown ones only are passed over.
    pub categories: Vec<Category>,
    /// Logo.
    pub image: Option<String>,
    /// Square logo.
    pub square_image: Option<String>,
    /// Brand colour, in whatever form.
    pub color: Option<String>,
}

/// The bundled list cannot be read; says where.
#[derive(Debug, thiserror::Error)]
#[error("the bundled catalogue is damaged: {0}")]
pub struct DamagedCatalogue(#[from] serde_json::Error);

/// Reads the bundled list, `catalogue/apps.json`.
///
/// # Errors
/// When the text is not such a list.
pub fn parse_bundled(json: &str) -> Result<Vec<CatalogueApp>, DamagedCatalogue> {
    Ok(serde_json::from_str(json)?)
}

/// The live list, enriched with what only we know: purposes, popularity, other names, data types (C1, C3).
///
/// The live list decides which apps there are, their names, slugs and categories. An app is recognised by its slug, or by its name where
/// the bundled slug is a guess. One that we have never heard of gets a purpose by its category and sorts after the known. Entries
/// without name, slug or a known category, and repeated slugs, are left out.
#[must_use]
pub fn merge_live(live: Vec<LiveIntegration>, bundled: &[CatalogueApp]) -> Vec<CatalogueApp> {
    let by_slug: HashMap<&str, &CatalogueApp> = bundled.iter().map(|app| (app.slug.as_str(), app)).collect();
    let by_name: HashMap<String, &CatalogueApp> =
        bundled.iter().filter(|app| !app.slug_certain).map(|app| (search::joined(&app.name), app)).collect();
    let mut seen = HashSet::new();
    let mut apps = Vec::with_capacity(live.len());
    for entry in live {
        let (slug, name) = (entry.slug.trim(), entry.name.trim());
        let categories: Vec<_> = Category::ALL.into_iter().filter(|category| entry.categories.contains(category)).collect();
        let Some(first) = categories.first().copied() else { continue };
        if slug.is_empty() || name.is_empty() || !seen.insert(slug.to_owned()) {
            continue;
        }
        let known = by_slug.get(slug).or_else(|| by_name.get(&search::joined(name))).copied();
        apps.push(CatalogueApp {
            slug: slug.to_owned(),
            name: name.to_owned(),
            purpose: known.map_or_else(|| usual_purpose(first).to_owned(), |app| app.purpose.clone()),
            color: entry.color.as_deref().and_then(monogram::normal_color).or_else(|| known.and_then(|app| app.color.clone())),
            slug_certain: true,
            popularity: known.map_or(u16::MAX, |app| app.popularity),
            aliases: known.map(|app| app.aliases.clone()).unwrap_or_default(),
            models: known.map(|app| app.models.clone()).unwrap_or_default(),
            image: entry.image,
            square_image: entry.square_image,
            categories,
        });
    }
    apps
}

/// What an app of this category usually does, for one that has no purpose of its own.
#[must_use]
pub const fn usual_purpose(category: Category) -> &'static str {
    match category {
        Category::Hris => "Employee records, teams and time off in one people system",
        Category::Ats => "Jobs, candidates and applications from first contact to offer",
        Category::Crm => "Companies, contacts and deals that your sales team works on",
        Category::Accounting => "Invoices, payments and the books of your company",
        Category::Ticketing => "Tickets, comments and the people who look after them",
        Category::FileStorage => "Files and folders, with who may open which of them",
        Category::KnowledgeBase => "Articles and spaces where your team writes things down",
    }
}
