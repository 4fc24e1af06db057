//! Texts by a field's name: what a person would expect to read there.

use std::fmt::Write as _;

use super::make::Draw;
use super::words as w;

/// A person, the same in all fields of one record.
#[derive(Clone, Debug)]
pub struct Person {
    /// First name.
    pub first: &'static str,
    /// Last name.
    pub last: &'static str,
    /// The part of an address before the `@`, distinct within a model.
    pub local: String,
}

impl Person {
    /// The person of the `nth` record: names repeat after ten thousand, addresses never.
    pub fn of(key: u64, nth: u32) -> Self {
        let (firsts, lasts) = (w::FIRST_NAMES.len() as u64, w::LAST_NAMES.len() as u64);
        let all = firsts * lasts;
        // 7919 shares no factor with the number of pairs, so one round meets each pair once.
        let place = (u64::from(nth) * 7919 + key % all) % all;
        let first = at(w::FIRST_NAMES, place % firsts);
        let last = at(w::LAST_NAMES, place / firsts);
        let round = u64::from(nth) / all;
        let mut local = format!("{}.{}", first.to_ascii_lowercase(), last.to_ascii_lowercase());
        if round > 0 {
            let _ = write!(local, "{round}");
        }
        Self { first, last, local }
    }
}

/// The nth word of a list, round and round.
pub fn at<T: Copy + Default>(list: &[T], nth: u64) -> T {
    let length = list.len().max(1) as u64;
    list.get(usize::try_from(nth % length).unwrap_or(0)).copied().unwrap_or_default()
}

/// A domain that is reserved for examples, of a company's name.
pub fn domain(company: &str) -> String {
    let label: String = company.chars().map(|c| c.to_ascii_lowercase()).map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let label = label.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    format!("{}.example", if label.is_empty() { "company" } else { label.get(..label.len().min(40)).unwrap_or("company") })
}

/// What the name of a thing of this model is.
fn name(model: &str, draw: &Draw<'_>) -> String {
    let person = || format!("{} {}", draw.person.first, draw.person.last);
    let (nth, numbered) = (u64::from(draw.nth) + draw.step, |list: &[&str], nth: u64| {
        let round = nth / list.len() as u64;
        if round == 0 { at(list, nth).to_owned() } else { format!("{} {}", at(list, nth), round + 1) }
    });
    match model {
        "User" | "RemoteUser" | "Employee" | "Candidate" => person(),
        "Contact" if draw.category != "accounting" => person(),
        "Company" | "CompanyInfo" | "Contact" => numbered(w::COMPANIES, nth),
        "Account" if draw.category == "accounting" => numbered(w::LEDGER, nth),
        "Account" => numbered(w::COMPANIES, nth),
        "Group" | "Team" | "Department" | "Role" => numbered(w::DEPARTMENTS, nth),
        "Location" | "Office" => format!("{} office", numbered(w::CITY_NAMES, nth)),
        "JobInterviewStage" => numbered(w::STAGES, nth),
        "Stage" => numbered(w::DEAL_STAGES, nth),
        "RejectReason" => numbered(w::REASONS, nth),
        "Tag" => numbered(w::TAGS, nth),
        "Job" | "JobPosting" => numbered(w::JOB_TITLES, nth),
        "Ticket" => numbered(w::TICKETS, draw.hash),
        "Item" => numbered(w::ITEMS, nth),
        "Opportunity" => format!("{}: {}", draw.word(w::COMPANIES), draw.word(w::ITEMS)),
        "EngagementType" => numbered(&["Call", "E-mail", "Meeting"], nth),
        "EmployerBenefit" | "Benefit" => numbered(w::BENEFITS, nth),
        "PaymentMethod" => numbered(&["Bank transfer", "Credit card", "Cheque", "Cash", "Direct debit"], nth),
        "PaymentTerm" => numbered(&["Due on receipt", "Net 15", "Net 30", "Net 60"], nth),
        "AccountingPeriod" => format!("{} {}", at(&["Q1", "Q2", "Q3", "Q4"], nth), 2022 + nth / 4),
        "BalanceSheet" | "CashFlowStatement" | "IncomeStatement" | "ReportItem" => draw.word(w::LEDGER).to_owned(),
        "TaxRate" | "TaxComponent" | "Tax" => numbered(&["Standard rate", "Reduced rate", "Zero rate", "State tax", "City tax"], nth),
        "Deduction" => draw.word(w::BENEFITS).to_owned(),
        "Collection" | "Project" | "Container" | "TrackingCategory" | "Folder" | "Drive" => {
            format!("{} {}", draw.word(w::DEPARTMENTS), numbered(&["projects", "archive", "requests", "handbook"], nth))
        }
        "File" | "Attachment" => file_name(draw),
        _ => draw.word(w::DOCUMENTS).to_owned(),
    }
}

fn file_name(draw: &Draw<'_>) -> String {
    let (_, ending) = at(w::MIME_TYPES, draw.record >> 7);
    format!("{} {}.{ending}", draw.word(w::DOCUMENTS), 1 + draw.nth)
}

fn digits(draw: &Draw<'_>, count: u32) -> String {
    format!("{:0width$}", draw.varied() % 10u64.pow(count), width = count as usize)
}

/// The text of a field.
pub fn text(model: &str, field: &str, draw: &Draw<'_>) -> String {
    let (city, state, zip) = at(w::CITIES, draw.record >> 9);
    match field {
        "first_name" | "preferred_name" | "middle_name" => draw.person.first.to_owned(),
        "last_name" => draw.person.last.to_owned(),
        "display_full_name" | "payee" => format!("{} {}", draw.person.first, draw.person.last),
        "username" => draw.person.local.clone(),
        "email_address" | "value" if field == "email_address" || model == "EmailAddress" => draw.email(),
        "mobile_phone_number" | "phone_number" | "value" => format!("+1 555 {} {}", digits(draw, 3), digits(draw, 4)),
        "number" if model == "AccountingPhoneNumber" => format!("+1 555 {} {}", digits(draw, 3), digits(draw, 4)),
        "employee_number" | "code" => format!("{:05}", 10_001 + u64::from(draw.nth)),
        "number" | "journal_number" | "purchase_order_number" | "transaction_number" => {
            let letters: String = model.chars().filter(char::is_ascii_uppercase).collect();
            format!("{letters}-{:05}", 1_001 + u64::from(draw.nth))
        }
        "name" | "legal_name" | "display_name" | "pay_group_name" | "source_account_name" | "target_account_name" => match (model, field) {
            ("PayGroup", _) => {
                at(&["Salaried monthly", "Hourly weekly", "Contractors", "Executives"], u64::from(draw.nth) + draw.step).to_owned()
            }
            ("Company" | "CompanyInfo", "legal_name") => format!("{}, Inc.", name(model, draw)),
            (_, "source_account_name" | "target_account_name") => format!("{} account", draw.word(w::COMPANIES)),
            _ => name(model, draw),
        },
        "job_title" => draw.word(w::JOB_TITLES).to_owned(),
        "title" => draw.word(if model == "Article" { w::DOCUMENTS } else { w::JOB_TITLES }).to_owned(),
        "company" => draw.word(w::COMPANIES).to_owned(),
        "provider_name" | "bank_name" => draw.word(&["Northbank", "Blue Shield Mutual", "First Harbor", "Cedar Trust"]).to_owned(),
        "benefit_plan_type" => draw.word(w::BENEFITS).to_owned(),
        "deduction_code" => digits(draw, 3),
        "ssn" => format!("{:03}-{:02}-{:04}", 900 + draw.hash % 100, draw.hash / 100 % 100, draw.hash / 10_000 % 10_000),
        "street_1" => format!("{} {}", 1 + draw.hash % 900, draw.word(w::STREETS)),
        "street_2" => format!("Floor {}", 1 + draw.hash % 20),
        "city" | "location" | "locations" => city.to_owned(),
        "state" | "country_subdivision" => state.to_owned(),
        "zip_code" | "postal_code" => zip.to_owned(),
        "country" => "US".to_owned(),
        "currency" => "USD".to_owned(),
        "industry" => draw.word(w::INDUSTRIES).to_owned(),
        "source" | "lead_source" => draw.word(w::SOURCES).to_owned(),
        "tags" => draw.word(w::TAGS).to_owned(),
        "domains" => domain(draw.word(w::COMPANIES)),
        "eins" | "tax_number" => format!("{}-{}", digits(draw, 2), digits(draw, 7)),
        "urls" => format!("https://www.{}/", domain(draw.word(w::COMPANIES))),
        "ticket_type" => draw.word(&["Task", "Bug", "Story", "Incident", "Question"]).to_owned(),
        "transaction_type" | "related_object_type" => draw.word(&["INVOICE", "BILL", "TRANSFER"]).to_owned(),
        "type" => draw.word(&["WORK", "MOBILE"]).to_owned(),
        "phone_number_type" => draw.word(&["WORK", "MOBILE", "HOME"]).to_owned(),
        "email_address_type" => draw.word(&["WORK", "PERSONAL"]).to_owned(),
        "subject" => draw.word(w::TICKETS).to_owned(),
        "html_body" => format!("<p>{}</p>", draw.word(w::SENTENCES)),
        "file_name" => file_name(draw),
        "mime_type" | "content_type" => at(w::MIME_TYPES, draw.record >> 7).0.to_owned(),
        "routing_number" => digits(draw, 9),
        "account_number" | "source_account_number" => digits(draw, 10),
        "remote_key_name" => "custom_note".to_owned(),
        "item_type" | "item_format" => "string".to_owned(),
        "checksum" | "report_identifier" | "source_account_id" | "target_account_id" | "source_transaction_id" => {
            format!("{:016x}", draw.varied())
        }
        _ if field.ends_with("url") || field == "avatar" => draw.url(model, field),
        _ => draw.word(w::SENTENCES).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_are_reserved_ones() {
        assert_eq!(domain("Acme"), "acme.example");
        assert_eq!(domain("Alder & Finch"), "alder-finch.example");
        assert_eq!(domain("…"), "company.example");
    }

    #[test]
    fn addresses_differ_where_names_repeat() {
        let mut seen = std::collections::BTreeSet::new();
        for nth in 0..30_000 {
            assert!(seen.insert(Person::of(42, nth).local), "{nth}");
        }
    }
}
