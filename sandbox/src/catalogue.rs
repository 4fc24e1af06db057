//! The apps that can be connected, bundled with the crate, and the seven categories.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::error::SandboxError;

/// One of the seven live categories, by the upstream's word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Category {
    /// Human resources.
    Hris,
    /// Recruiting.
    Ats,
    /// Accounting.
    Accounting,
    /// Ticketing.
    Ticketing,
    /// Customer relations.
    Crm,
    /// File storage.
    Filestorage,
    /// Knowledge base.
    Knowledgebase,
}

impl Category {
    /// All of them, in the order of the upstream's enum.
    pub const ALL: [Self; 7] =
        [Self::Hris, Self::Ats, Self::Accounting, Self::Ticketing, Self::Crm, Self::Filestorage, Self::Knowledgebase];

    /// The word in paths and bodies.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Hris => "hris",
            Self::Ats => "ats",
            Self::Accounting => "accounting",
            Self::Ticketing => "ticketing",
            Self::Crm => "crm",
            Self::Filestorage => "filestorage",
            Self::Knowledgebase => "knowledgebase",
        }
    }

    /// The models of an app whose own list is not known.
    fn usual_models(self) -> &'static [&'static str] {
        match self {
            Self::Hris => &["Company", "Employee", "Employment", "Group", "Location", "Team", "TimeOff"],
            Self::Ats => &["Application", "Candidate", "Department", "Job", "JobInterviewStage", "Office", "RemoteUser"],
            Self::Accounting => &["Account", "CompanyInfo", "Contact", "Invoice", "Item", "JournalEntry", "Payment"],
            Self::Ticketing => &["Collection", "Comment", "Contact", "Project", "Tag", "Team", "Ticket", "User"],
            Self::Crm => &["Account", "Contact", "Engagement", "Lead", "Note", "Opportunity", "Stage", "Task", "User"],
            Self::Filestorage => &["Drive", "File", "Folder", "Group", "User"],
            Self::Knowledgebase => &["Article", "Attachment", "Container", "Group", "User"],
        }
    }

    /// The class name of a model, which is what `model_id` and the webhooks carry.
    pub fn class_name(self, model: &str) -> String {
        let prefix = match (self, model) {
            (Self::Ticketing, "Account" | "Attachment" | "Contact" | "Tag" | "Team" | "Viewer") => "Ticketing",
            (Self::Crm, "Account" | "Contact" | "User") => "CRM",
            (Self::Accounting, "Transaction") => "Accounting",
            (Self::Filestorage, "Drive" | "File" | "Folder" | "Group" | "User") => "FileStorage",
            (Self::Knowledgebase, "Article" | "Attachment" | "Container" | "Group" | "User") => "KnowledgeBase",
            _ => "",
        };
        format!("{prefix}{model}")
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Category {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|c| c.as_str() == text).ok_or(())
    }
}

/// An app.
#[derive(Clone, Debug, Deserialize)]
pub struct Integration {
    /// The name that people know.
    pub name: String,
    /// The id in requests.
    pub slug: String,
    /// Where it is offered.
    pub categories: Vec<Category>,
    /// Brand colour, where known.
    color: Option<String>,
    /// `category.Model` to the fields that it fills, separated by spaces.
    #[serde(default)]
    models: BTreeMap<String, String>,
}

/// A colour of hue (degrees), saturation and lightness as `#RRGGBB`.
fn hex(hue: f64, saturation: f64, lightness: f64) -> String {
    let channel = |n: f64| {
        let k = (n + hue / 30.0) % 12.0;
        let value = lightness - saturation * lightness.min(1.0 - lightness) * (k - 3.0).min(9.0 - k).clamp(-1.0, 1.0);
        // In 0..=255 by construction.
        (value * 255.0).round() as u8
    };
    format!("#{:02X}{:02X}{:02X}", channel(0.0), channel(8.0), channel(4.0))
}

/// A model that an app offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The API's name of it: `Attachment`.
    pub name: String,
    /// `ticketing.TicketingAttachment`.
    pub id: String,
    /// The fields that the app fills.
    pub fields: Vec<String>,
}

impl Integration {
    /// The brand colour, else one that is always the same for the slug and dark enough for white text.
    pub fn color(&self) -> String {
        self.color.clone().unwrap_or_else(|| {
            let hash = self.slug.bytes().fold(17u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
            hex(f64::from(hash % 360), 0.55, 0.42)
        })
    }

    /// The models of this app in a category, by name.
    pub fn models(&self, category: Category) -> Vec<Model> {
        let known: Vec<Model> = self
            .models
            .iter()
            .filter_map(|(id, fields)| {
                let name = id.strip_prefix(category.as_str())?.strip_prefix('.')?;
                Some(self.model(category, name, fields.split_whitespace().map(str::to_owned).collect()))
            })
            .collect();
        if known.is_empty() {
            category.usual_models().iter().map(|name| self.model(category, name, vec!["remote_id".to_owned()])).collect()
        } else {
            known
        }
    }

    fn model(&self, category: Category, name: &str, fields: Vec<String>) -> Model {
        Model { name: name.to_owned(), id: format!("{category}.{}", category.class_name(name)), fields }
    }

    /// The item of the integration lists. Logos are null: the real ones are on hosts that a sandbox cannot promise to reach,
    /// and an app without one must look right anyway.
    pub fn listed(&self) -> Value {
        json!({
            "name": self.name, "slug": self.slug, "categories": self.category_names(), "image": null, "square_image": null, "color": self.color(),
        })
    }

    /// The `integration` of an account token's answer (`AccountIntegration`).
    pub fn of_account_token(&self) -> Value {
        json!({
            "name": self.name, "abbreviated_name": null, "categories": self.category_names(), "image": null, "square_image": null,
            "color": self.color(), "slug": self.slug, "api_endpoints_to_documentation_urls": {}, "webhook_setup_guide_url": null,
            "category_beta_status": {},
        })
    }

    /// The `integration` of a linked account (`AccountDetailsAndActionsIntegration`); its images are optional and not nullable.
    pub fn of_linked_account(&self, category: Category) -> Value {
        let operations: Vec<Value> = self
            .models(category)
            .into_iter()
            .map(|m| {
                json!({ "model_name": m.name, "available_operations": ["FETCH"], "required_post_parameters": [], "supported_fields": m.fields })
            })
            .collect();
        json!({
            "name": self.name, "categories": self.category_names(), "color": self.color(), "slug": self.slug, "passthrough_available": true,
            "available_model_operations": operations,
        })
    }

    fn category_names(&self) -> Vec<&'static str> {
        self.categories.iter().map(|c| c.as_str()).collect()
    }
}

/// All apps, sorted by name.
#[derive(Debug)]
pub struct Catalogue {
    integrations: Vec<Integration>,
}

impl Catalogue {
    /// Reads the bundled list.
    ///
    /// # Errors
    /// When the file in the crate is not what the types say.
    pub fn load() -> Result<Self, SandboxError> {
        Ok(Self { integrations: serde_json::from_str(include_str!("../data/integrations.json"))? })
    }

    /// All apps.
    pub fn all(&self) -> &[Integration] {
        &self.integrations
    }

    /// The app with this slug.
    pub fn by_slug(&self, slug: &str) -> Option<&Integration> {
        self.integrations.iter().find(|i| i.slug == slug)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_category_has_apps_and_every_app_has_models_in_each_of_its_categories() {
        let catalogue = Catalogue::load().unwrap();
        for category in Category::ALL {
            assert!(catalogue.all().iter().any(|i| i.categories.contains(&category)), "{category}");
        }
        for app in catalogue.all() {
            assert!(!app.categories.is_empty(), "{}", app.slug);
            for category in &app.categories {
                assert!(!app.models(*category).is_empty(), "{} {category}", app.slug);
            }
        }
    }

    #[test]
    fn slugs_are_unique_and_colours_are_hex() {
        let catalogue = Catalogue::load().unwrap();
        let mut slugs: Vec<_> = catalogue.all().iter().map(|i| i.slug.as_str()).collect();
        slugs.sort_unstable();
        let all = slugs.len();
        slugs.dedup();
        assert_eq!(slugs.len(), all);
        assert!(catalogue.all().iter().all(|i| i.color().len() == 7 && i.color().starts_with('#')));
    }

    #[test]
    fn model_ids_use_class_names() {
        let catalogue = Catalogue::load().unwrap();
        let jira = catalogue.by_slug("jira").unwrap();
        assert!(jira.models(Category::Ticketing).iter().any(|m| m.id == "ticketing.TicketingAttachment" && m.name == "Attachment"));
        assert_eq!(Category::Accounting.class_name("Transaction"), "AccountingTransaction");
        assert_eq!(Category::Hris.class_name("Employee"), "Employee");
    }
}
