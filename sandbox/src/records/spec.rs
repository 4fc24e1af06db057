//! What the records of each model look like, read from `data/models.json` (which `contract/models.py` writes from the official documents).

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::mix::salt;
use crate::catalogue::Category;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An id that leads nowhere.
    Id,
    /// A text.
    Text,
    /// A moment.
    Time,
    /// A yes or no.
    Flag,
    /// A number with cents.
    Number,
    /// A whole number.
    Integer,
    /// A number as a text.
    Decimal,
    /// An address of an example domain.
    Email,
    /// An address of an example site.
    Uri,
    /// Something without a shape: an empty object.
    Free,
    /// One of some words.
    Word(Vec<String>),
    /// The id of a record of another model, by its name.
    Reference(String),
    /// An object of a type, by its name.
    Object(String),
    /// Several.
    List(Box<Kind>),
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: Kind,
    /// It may be null.
    pub nullable: bool,
    /// A hash of its name.
    pub salt: u64,
}

/// A model that has a list.
#[derive(Debug)]
pub struct Spec {
    /// The part of the path: `employees`.
    pub path: String,
    /// The API's name: `Employee`.
    pub name: String,
    /// The query parameters of the list.
    pub parameters: Vec<String>,
    /// The fields in order.
    pub fields: Vec<Field>,
    /// The fields that an update changes.
    pub mutable: Vec<usize>,
    /// The usual number of records.
    pub usual: u32,
}

/// A category's models and the types inside them.
#[derive(Debug)]
pub struct Specs {
    /// By path.
    pub models: Vec<Spec>,
    types: BTreeMap<String, Vec<Field>>,
}

#[derive(Deserialize)]
struct RawSpecs {
    models: Vec<RawSpec>,
    types: BTreeMap<String, Vec<(String, String)>>,
}

#[derive(Deserialize)]
struct RawSpec {
    path: String,
    name: String,
    parameters: Vec<String>,
    fields: Vec<(String, String)>,
}

static ALL: LazyLock<BTreeMap<&'static str, Specs>> = LazyLock::new(|| {
    // A build whose own data cannot be read serves no lists; a test holds that it can.
    let raw: BTreeMap<String, RawSpecs> = serde_json::from_str(include_str!("../../data/models.json")).unwrap_or_default();
    Category::ALL.iter().filter_map(|c| Some((c.as_str(), Specs::read(raw.get(c.as_str())?)))).collect()
});

/// The models of a category.
pub fn specs(category: Category) -> Option<&'static Specs> {
    ALL.get(category.as_str())
}

impl Specs {
    fn read(raw: &RawSpecs) -> Self {
        let fields = |all: &[(String, String)]| all.iter().map(|(name, kind)| Field::read(name, kind)).collect::<Vec<_>>();
        let models = raw.models.iter().map(|m| {
            let fields = fields(&m.fields);
            let mutable = mutable(&fields);
            Spec { path: m.path.clone(), name: m.name.clone(), parameters: m.parameters.clone(), mutable, usual: usual(&m.name), fields }
        });
        Self { models: models.collect(), types: raw.types.iter().map(|(name, all)| (name.clone(), fields(all))).collect() }
    }

    /// The model with this path.
    pub fn by_path(&self, path: &str) -> Option<&Spec> {
        self.models.iter().find(|m| m.path == path)
    }

    /// The model with this name.
    pub fn by_name(&self, name: &str) -> Option<&Spec> {
        self.models.iter().find(|m| m.name == name)
    }

    /// The fields of a type.
    pub fn fields_of(&self, name: &str) -> &[Field] {
        self.types.get(name).map_or(&[], Vec::as_slice)
    }
}

impl Spec {
    /// Whether the list has this query parameter.
    pub fn takes(&self, parameter: &str) -> bool {
        self.parameters.iter().any(|p| p == parameter)
    }
}

impl Field {
    fn read(name: &str, kind: &str) -> Self {
        let (kind, nullable) = match kind.strip_suffix('?') {
            Some(kind) => (kind, true),
            None => (kind, false),
        };
        Self { name: name.to_owned(), kind: Kind::read(kind), nullable, salt: salt(name) }
    }
}

impl Kind {
    fn read(kind: &str) -> Self {
        if let Some(inner) = kind.strip_prefix('[').and_then(|k| k.strip_suffix(']')) {
            return Self::List(Box::new(Self::read(inner)));
        }
        match kind.split_once(':') {
            Some(("enum", words)) => Self::Word(words.split(',').map(str::to_owned).collect()),
            Some(("ref", model)) => Self::Reference(model.to_owned()),
            Some(("object", name)) => Self::Object(name.to_owned()),
            _ => match kind {
                "uuid" => Self::Id,
                "string" => Self::Text,
                "date-time" => Self::Time,
                "boolean" => Self::Flag,
                "number" | "double" => Self::Number,
                "integer" | "int64" => Self::Integer,
                "decimal" => Self::Decimal,
                "email" => Self::Email,
                "uri" => Self::Uri,
                _ => Self::Free,
            },
        }
    }
}

/// What an update plausibly changes: never names of people, ids, references or the record's own times. A model without any such field gets a
/// new name.
fn mutable(fields: &[Field]) -> Vec<usize> {
    let wanted = |field: &Field| match &field.kind {
        Kind::Word(words) => words.len() > 1 && !field.name.contains("currency") && field.name != "country",
        Kind::Number => true,
        Kind::Text => matches!(
            field.name.as_str(),
            "job_title"
                | "title"
                | "description"
                | "details"
                | "memo"
                | "subject"
                | "content"
                | "body"
                | "employee_note"
                | "mobile_phone_number"
                | "source"
        ),
        _ => false,
    };
    let found = |test: &dyn Fn(&Field) -> bool| fields.iter().enumerate().filter(|(_, f)| test(f)).map(|(i, _)| i).collect::<Vec<_>>();
    let first = found(&wanted);
    if first.is_empty() { found(&|f| f.kind == Kind::Text && f.name != "remote_id") } else { first }
}

/// How many records of a model a company of a few hundred people has.
fn usual(model: &str) -> u32 {
    match model {
        "Company" | "CompanyInfo" => 3,
        "Drive" | "AccountingPeriod" | "PayGroup" | "BankFeedAccount" | "PaymentMethod" | "PaymentTerm" | "CustomObjectClass" => 6,
        "Stage" | "EngagementType" | "RejectReason" | "Role" | "Office" | "TaxRate" | "JobInterviewStage" | "BalanceSheet"
        | "CashFlowStatement" | "IncomeStatement" | "EmployerBenefit" => 12,
        "Department" | "Group" | "Team" | "Location" | "Collection" | "Project" | "Tag" | "TrackingCategory" | "Container"
        | "PayrollRun" => 24,
        "Job" | "JobPosting" | "User" | "RemoteUser" | "Folder" => 60,
        "Account" | "Item" | "Offer" | "Opportunity" | "Lead" => 120,
        "Employee" | "BankInfo" => 240,
        "Employment" | "Candidate" | "Contact" => 300,
        "Application" | "Ticket" | "File" | "Invoice" => 400,
        "TimeOff" | "TimesheetEntry" | "EmployeePayrollRun" | "Comment" | "Transaction" => 600,
        _ => 150,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use crate::catalogue::Catalogue;

    #[test]
    fn every_model_of_every_app_has_a_list_and_every_reference_leads_to_one() {
        for category in Category::ALL {
            let specs = specs(category).unwrap();
            for app in Catalogue::load().unwrap().all().iter().filter(|a| a.categories.contains(&category)) {
                for model in app.models(category) {
                    assert!(specs.by_name(&model.name).is_some(), "{} {category} {}", app.slug, model.name);
                }
            }
            let fields = specs.models.iter().flat_map(|m| &m.fields).chain(specs.types.values().flatten());
            for field in fields {
                let kind = match &field.kind {
                    Kind::List(inner) => inner,
                    other => other,
                };
                match kind {
                    Kind::Reference(model) => assert!(specs.by_name(model).is_some(), "{category} {} {model}", field.name),
                    Kind::Object(name) if !matches!(name.as_str(), "FieldMappings" | "RemoteData" | "RemoteField") => {
                        assert!(!specs.fields_of(name).is_empty(), "{category} {} {name}", field.name);
                    }
                    Kind::Free => assert!(
                        ["checksum", "custom_fields", "labels", "sub_items", "state", "item_schema", "association_types", "value"]
                            .contains(&field.name.as_str()),
                        "{category} {}",
                        field.name
                    ),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn every_model_has_something_to_change() {
        for category in Category::ALL {
            for model in &specs(category).unwrap().models {
                assert!(!model.mutable.is_empty(), "{category} {}", model.name);
            }
        }
    }
}
