//! Makes a record's JSON from nothing but its place: which account, which model, the how-manyeth, the how-manyeth version.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::mix::{id, mix, push_id, push_text, push_time, salt};
use super::spec::{Field, Kind, Spec, Specs};
use super::text::{Person, at, domain, text};
use crate::catalogue::Category;
use crate::clock::{MINUTE, Micros};

/// The first ordinal of records that appeared after the initial sync; the base never grows into it.
pub const ADDED: u32 = 1 << 31;

const DAY: Micros = 24 * 60 * MINUTE;
/// The moment around which all dates inside records lie (2026-01-01), so that a seed gives the same dates whenever it is used.
const ANCHOR: Micros = 20_454 * DAY;

/// Where records live: one account's data.
#[derive(Clone, Debug)]
pub struct Home {
    /// Its category.
    pub category: Category,
    /// The domain of its people's addresses.
    pub domain: String,
    /// By the name of each of its models, the key of its ids and the number of its base records.
    pub models: BTreeMap<String, (u64, u32)>,
}

impl Home {
    /// A place whose people work for `organization`.
    pub fn new(category: Category, organization: &str) -> Self {
        Self { category, domain: domain(organization), models: BTreeMap::new() }
    }
}

/// A record to make.
#[derive(Clone, Debug)]
pub struct Record<'a> {
    /// The how-manyeth.
    pub ordinal: u32,
    /// How often it was changed.
    pub version: u32,
    /// Its id where it is not the one of its ordinal.
    pub id: Option<&'a str>,
    /// First seen.
    pub created: Micros,
    /// Last changed.
    pub modified: Micros,
    /// Gone on the other side.
    pub deleted: bool,
}

/// What a request asks for beside the record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extras {
    /// `include_remote_data`.
    pub remote_data: bool,
    /// `include_remote_fields`.
    pub remote_fields: bool,
}

/// Makes the records of one model of an account.
#[derive(Debug)]
pub struct Maker<'a> {
    specs: &'static Specs,
    /// The model.
    pub spec: &'static Spec,
    place: &'a Home,
    key: u64,
    filled: Vec<bool>,
    extras: Extras,
}

/// What a field's value is drawn from.
#[derive(Clone, Copy, Debug)]
pub struct Draw<'a> {
    /// The record's hash.
    pub record: u64,
    /// The field's hash in this record.
    pub hash: u64,
    /// How often this field was changed.
    pub step: u64,
    /// The how-manyeth record.
    pub nth: u32,
    /// The record's person.
    pub person: &'a Person,
    /// The category's word.
    pub category: &'static str,
    domain: &'a str,
}

impl Draw<'_> {
    /// One of the words; the next one after each change, so that a change is always seen.
    pub fn word<T: Copy + Default>(&self, list: &[T]) -> T {
        at(list, (self.hash % list.len().max(1) as u64).wrapping_add(self.step))
    }

    /// A hash that a change moves.
    pub fn varied(&self) -> u64 {
        if self.step == 0 { self.hash } else { mix(self.hash ^ self.step) }
    }

    /// The person's address at work.
    pub fn email(&self) -> String {
        format!("{}@{}", self.person.local, self.domain)
    }

    /// An address of the app.
    pub fn url(&self, model: &str, field: &str) -> String {
        format!("https://app.{}/{}/{}/{}", self.domain, model.to_ascii_lowercase(), 10_000 + u64::from(self.nth), field.replace('_', "-"))
    }
}

impl<'a> Maker<'a> {
    /// A maker for a model; `filled` are the fields that the account's app fills, all when it is not known.
    pub fn new(specs: &'static Specs, spec: &'static Spec, place: &'a Home, filled: &[String], extras: Extras) -> Self {
        let key = place.models.get(&spec.name).map_or(0, |(key, _)| *key);
        let known = filled.len() > 1;
        let filled = spec.fields.iter().map(|f| !known || filled.contains(&f.name)).collect();
        Self { specs, spec, place, key, filled, extras }
    }

    /// The id of a record that has none of its own.
    pub fn id(&self, ordinal: u32) -> String {
        let mut text = String::with_capacity(36);
        push_id(&mut text, id(self.key, ordinal));
        text
    }

    /// The third party's id: a number that leads back to the ordinal.
    pub fn remote_id(ordinal: u32) -> u64 {
        10_000 + u64::from(ordinal)
    }

    /// The ordinal of a third party's id.
    pub fn ordinal_of_remote(remote_id: &str) -> Option<u32> {
        remote_id.parse::<u64>().ok()?.checked_sub(10_000)?.try_into().ok()
    }

    /// Writes the record.
    pub fn write(&self, out: &mut String, record: &Record<'_>) {
        let hash = mix(self.key ^ u64::from(record.ordinal).wrapping_mul(0x9E37_79B9));
        let nth = record.ordinal & (ADDED - 1);
        // Records that appeared later are other people than the first ones.
        let person = Person::of(self.key, if record.ordinal >= ADDED { nth.wrapping_add(5_000) } else { nth });
        let steps = self.steps(hash, record.version);
        out.push('{');
        for (place, (field, filled)) in self.spec.fields.iter().zip(&self.filled).enumerate() {
            if place > 0 {
                out.push(',');
            }
            out.push('"');
            out.push_str(&field.name);
            out.push_str("\":");
            let step = steps.iter().rev().find(|(at, _)| *at == place).map_or(0, |(_, step)| u64::from(*step));
            let draw = Draw {
                record: hash,
                hash: mix(hash ^ field.salt),
                step,
                nth,
                person: &person,
                category: self.place.category.as_str(),
                domain: &self.place.domain,
            };
            if !self.head(out, field, record) {
                if *filled { self.value(out, &self.spec.name, field, &draw, record) } else { self.empty(out, field, &draw, record) }
            }
        }
        out.push('}');
    }

    /// Which fields the versions touched, and with the how-manyeth one.
    fn steps(&self, hash: u64, version: u32) -> Vec<(usize, u32)> {
        let fields: Vec<usize> = self.spec.mutable.iter().copied().filter(|at| self.filled.get(*at) == Some(&true)).collect();
        let fields = if fields.is_empty() { &self.spec.mutable } else { &fields };
        // Older versions than these no longer show in any field worth computing.
        (version.saturating_sub(24)..version)
            .filter_map(|v| {
                let pick = mix(hash ^ u64::from(v).wrapping_mul(0xA5A5_A5A5)) % fields.len().max(1) as u64;
                Some((*fields.get(usize::try_from(pick).ok()?)?, v + 1))
            })
            .collect()
    }

    /// The fields that every record has, and those that only a request brings.
    fn head(&self, out: &mut String, field: &Field, record: &Record<'_>) -> bool {
        match field.name.as_str() {
            "id" => match record.id {
                Some(own) => push_text(out, own),
                None => {
                    out.push('"');
                    push_id(out, id(self.key, record.ordinal));
                    out.push('"');
                }
            },
            "remote_id" => {
                let _ = write!(out, "\"{}\"", Self::remote_id(record.ordinal));
            }
            "created_at" => quoted_time(out, record.created),
            "modified_at" => quoted_time(out, record.modified),
            "remote_was_deleted" => out.push_str(if record.deleted { "true" } else { "false" }),
            "field_mappings" => out.push_str("{\"organization_defined_targets\":{},\"linked_account_defined_targets\":{}}"),
            "remote_data" if self.extras.remote_data => {
                let _ = write!(out, "[{{\"path\":\"/{}\",\"data\":{{\"id\":{}}}}}]", self.spec.path, Self::remote_id(record.ordinal));
            }
            "remote_data" => out.push_str("null"),
            "remote_fields" if self.extras.remote_fields => {
                let _ = write!(
                    out,
                    "[{{\"remote_field_class\":{{\"display_name\":\"Cost centre\",\"remote_key_name\":\"cost_centre\",\"description\":\"\",\"is_custom\":true,\
                     \"is_common_model_field\":false,\"is_required\":false,\"field_type\":\"string\",\"field_format\":\"string\",\"field_choices\":[]}},\"value\":{{\"value\":\"CC-{}\"}}}}]",
                    record.ordinal % 40
                );
            }
            "remote_fields" => out.push_str("[]"),
            _ => return false,
        }
        true
    }

    /// What a field has that the app does not fill.
    fn empty(&self, out: &mut String, field: &Field, draw: &Draw<'_>, record: &Record<'_>) {
        match &field.kind {
            _ if field.nullable => out.push_str("null"),
            Kind::List(_) => out.push_str("[]"),
            _ => self.value(out, &self.spec.name, field, draw, record),
        }
    }

    fn value(&self, out: &mut String, model: &str, field: &Field, draw: &Draw<'_>, record: &Record<'_>) {
        if field.nullable && absent(&field.name, draw) {
            out.push_str("null");
            return;
        }
        match &field.kind {
            Kind::List(kind) => self.list(out, model, field, kind, draw, record),
            Kind::Reference(target) => match self.target(model, field, target, draw, record) {
                Some(id) => quoted_id(out, id),
                None if field.nullable => out.push_str("null"),
                None => quoted_id(out, id(draw.hash, 0)),
            },
            Kind::Object(name) => self.object(out, name, draw, record),
            kind => scalar(out, model, &field.name, kind, draw),
        }
    }

    fn list(&self, out: &mut String, model: &str, field: &Field, kind: &Kind, draw: &Draw<'_>, record: &Record<'_>) {
        out.push('[');
        match kind {
            Kind::Reference(target) => {
                for (place, found) in self.targets(target, draw, record).into_iter().enumerate() {
                    if place > 0 {
                        out.push(',');
                    }
                    quoted_id(out, found);
                }
            }
            // What these would lead to has no list of its own.
            Kind::Id | Kind::Free => {}
            _ => {
                for place in 0..=draw.hash % 2 {
                    if place > 0 {
                        out.push(',');
                    }
                    let inner = Draw { hash: mix(draw.hash ^ place), ..*draw };
                    match kind {
                        // A record of another model that is shown whole.
                        Kind::Object(name) if self.place.models.contains_key(name) => self.whole(out, name, &inner, record),
                        Kind::Object(name) => self.object(out, name, &inner, record),
                        // Words of a list differ from each other.
                        Kind::Word(_) => scalar(out, model, &field.name, kind, &Draw { step: draw.step + place, ..*draw }),
                        _ => scalar(out, model, &field.name, kind, &inner),
                    }
                }
            }
        }
        out.push(']');
    }

    fn whole(&self, out: &mut String, name: &str, draw: &Draw<'_>, record: &Record<'_>) {
        let size = self.place.models.get(name).map_or(1, |(_, size)| (*size).max(1));
        if let Some(spec) = self.specs.by_name(name) {
            let ordinal = u32::try_from(draw.hash % u64::from(size)).unwrap_or(0);
            let maker = Maker::new(self.specs, spec, self.place, &[], Extras::default());
            maker.write(out, &Record { ordinal, version: 0, id: None, deleted: false, ..record.clone() });
        }
    }

    fn object(&self, out: &mut String, name: &str, draw: &Draw<'_>, record: &Record<'_>) {
        out.push('{');
        for (place, field) in self.specs.fields_of(name).iter().enumerate() {
            if place > 0 {
                out.push(',');
            }
            let _ = write!(out, "\"{}\":", field.name);
            let inner = Draw { hash: mix(draw.hash ^ field.salt), step: 0, ..*draw };
            match field.name.as_str() {
                "id" => quoted_id(out, id(draw.hash, record.ordinal)),
                "remote_id" => {
                    let _ = write!(out, "\"{}\"", draw.hash % 1_000_000_000);
                }
                "created_at" => quoted_time(out, record.created),
                "modified_at" => quoted_time(out, record.modified),
                "remote_was_deleted" => out.push_str("false"),
                "field_mappings" => out.push_str("{\"organization_defined_targets\":{},\"linked_account_defined_targets\":{}}"),
                "remote_data" => out.push_str("null"),
                "remote_fields" => out.push_str("[]"),
                _ => self.value(out, name, field, &inner, record),
            }
        }
        out.push('}');
    }

    /// The record that a reference leads to. Where the other model lists its own back, both sides agree; a tree's parents are always older.
    fn target(&self, model: &str, field: &Field, target: &str, draw: &Draw<'_>, record: &Record<'_>) -> Option<u128> {
        if model != self.spec.name && target == self.spec.name {
            // A part of this record that names it.
            return Some(id(self.key, record.ordinal));
        }
        let (key, size) = self.place.models.get(target).filter(|(_, size)| *size > 0)?;
        let size = u64::from(*size);
        let ordinal = if target == model {
            match draw.nth {
                0 if record.ordinal < ADDED => return None,
                nth if record.ordinal < ADDED => u64::from(nth) / 8,
                _ => draw.hash % size,
            }
        } else if self.specs.by_name(target).is_some_and(|parent| owns(parent, model, field)) {
            u64::from(draw.nth) % size
        } else {
            draw.hash % size
        };
        Some(id(*key, u32::try_from(ordinal).ok()?))
    }

    fn targets(&self, target: &str, draw: &Draw<'_>, record: &Record<'_>) -> Vec<u128> {
        let Some((key, size)) = self.place.models.get(target).filter(|(_, size)| *size > 0) else {
            return Vec::new();
        };
        let own = u64::from(self.place.models.get(&self.spec.name).map_or(1, |(_, size)| *size).max(1));
        let child = self
            .specs
            .by_name(target)
            .filter(|child| child.fields.iter().any(|f| leads_to(&f.kind, &self.spec.name) && owns(self.spec, target, f)));
        let ordinals: Vec<u64> = if child.is_some() {
            if record.ordinal >= ADDED {
                return Vec::new();
            }
            (0..10).map(|round| u64::from(record.ordinal) + round * own).take_while(|at| *at < u64::from(*size)).collect()
        } else {
            let first = draw.hash % u64::from(*size);
            (0..=(draw.hash >> 32) % 2).map(|more| (first + more) % u64::from(*size)).collect()
        };
        let mut ids: Vec<u128> = ordinals.into_iter().filter_map(|at| Some(id(*key, u32::try_from(at).ok()?))).collect();
        ids.dedup();
        ids
    }
}

fn leads_to(kind: &Kind, model: &str) -> bool {
    matches!(kind, Kind::Reference(target) if target == model)
}

/// Whether `parent` lists its `child`ren, of which `field` is the way back.
fn owns(parent: &Spec, child: &str, field: &Field) -> bool {
    leads_to(&field.kind, &parent.name) && parent.fields.iter().any(|f| matches!(&f.kind, Kind::List(inner) if leads_to(inner, child)))
}

/// Fields that are mostly empty in real data.
fn absent(field: &str, draw: &Draw<'_>) -> bool {
    let tenth = draw.hash % 10;
    match field {
        "employment_status" => false,
        "termination_date" | "converted_contact" | "converted_account" | "converted_date" | "preferred_name" | "street_2" => tenth < 9,
        "rejected_at" | "reject_reason" | "completed_at" | "completed_date" | "closed_at" | "paid_on_date" | "parent_ticket"
        | "custom_fields" => tenth < 7,
        "parent_article" | "middle_name" | "avatar" | "end_date" | "company_deduction" => tenth < 5,
        _ => false,
    }
}

fn scalar(out: &mut String, model: &str, field: &str, kind: &Kind, draw: &Draw<'_>) {
    match kind {
        Kind::Text => push_text(out, &text(model, field, draw)),
        Kind::Time => quoted_time(out, moment(field, draw)),
        Kind::Flag => out.push_str(if flag(field, draw) { "true" } else { "false" }),
        Kind::Number | Kind::Decimal => {
            let cents = cents(field, draw);
            let quote = if *kind == Kind::Decimal { "\"" } else { "" };
            let sign = if cents < 0 { "-" } else { "" };
            let _ = write!(out, "{quote}{sign}{}.{:02}{quote}", cents.abs() / 100, cents.abs() % 100);
        }
        Kind::Integer => {
            let _ = write!(out, "{}", whole(field, draw));
        }
        Kind::Email if field == "personal_email" => {
            let _ = write!(out, "\"{}@mail.example\"", draw.person.local);
        }
        Kind::Email => push_text(out, &draw.email()),
        Kind::Uri => push_text(out, &draw.url(model, field)),
        Kind::Word(words) => {
            // Most things are in their first state until something changes them.
            let first = draw.step == 0 && field.contains("status") && draw.hash % 10 < 6;
            let place = if first { 0 } else { (draw.hash % words.len().max(1) as u64).wrapping_add(draw.step) % words.len().max(1) as u64 };
            push_text(out, words.get(usize::try_from(place).unwrap_or(0)).map_or("", String::as_str));
        }
        Kind::Id => quoted_id(out, id(draw.hash, draw.nth)),
        Kind::Free | Kind::Object(_) | Kind::List(_) | Kind::Reference(_) => out.push_str("{}"),
    }
}

fn flag(field: &str, draw: &Draw<'_>) -> bool {
    match field {
        "is_active" | "can_email" | "is_customer" => draw.hash % 10 < 8,
        "is_me" => draw.nth == 0,
        "is_private" | "disabled" | "confidential" | "is_contractor" => draw.hash.is_multiple_of(10),
        _ => draw.varied().is_multiple_of(2),
    }
}

/// Amounts of one record fit each other: tax is a fifth, the total is their sum.
fn cents(field: &str, draw: &Draw<'_>) -> i64 {
    let base = i64::try_from(mix(draw.record) % 900_000).unwrap_or(0) + 5_000;
    match field {
        "exchange_rate" => 100,
        "quantity" => 100 * (1 + i64::try_from(draw.varied() % 9).unwrap_or(0)),
        "sub_total" | "net_amount" | "net_pay" if draw.step == 0 => base,
        "total_tax_amount" | "tax_amount" if draw.step == 0 => base / 5,
        "total_amount" | "gross_pay" | "total" if draw.step == 0 => base + base / 5,
        "total_discount" => 0,
        "rate" | "effective_tax_rate" | "total_tax_rate" => i64::try_from(draw.varied() % 2_500).unwrap_or(0),
        "hours_worked" | "used" => i64::try_from(draw.varied() % 4_000).unwrap_or(0),
        "balance" if draw.category == "hris" => i64::try_from(draw.varied() % 3_000).unwrap_or(0),
        "amount" if draw.category == "hris" && draw.step == 0 => 100 * (1 + i64::try_from(draw.hash % 10).unwrap_or(0)),
        "pay_rate" => 100 * (40_000 + i64::try_from(draw.varied() % 120_000).unwrap_or(0)),
        _ => i64::try_from(draw.varied() % 900_000).unwrap_or(0) + 1_000,
    }
}

fn whole(field: &str, draw: &Draw<'_>) -> u64 {
    match field {
        "fiscal_year_end_month" => 12,
        "fiscal_year_end_day" => 31,
        "stage_order" => u64::from(draw.nth) % 8,
        "days_until_due" => 30,
        "discount_days" => 10,
        "number_of_employees" => 10 + draw.varied() % 5_000,
        "size" => 1_024 + draw.varied() % 8_000_000,
        _ => 1 + draw.varied() % 100_000,
    }
}

/// The moments of one record follow each other: made, started, due, ended.
fn moment(field: &str, draw: &Draw<'_>) -> Micros {
    let days = |n: u64| Micros::try_from(n).unwrap_or(0) * DAY;
    let made = ANCHOR - days(mix(draw.record ^ salt("made")) % 1_200);
    let seconds = Micros::try_from(draw.hash % 86_400).unwrap_or(0) * 1_000_000;
    match field {
        "date_of_birth" => ANCHOR - days(7_300 + draw.hash % 14_600),
        "hire_date" | "start_date" if draw.category == "hris" => made - days(mix(draw.record ^ salt("hired")) % 2_000),
        "termination_date" => made + days(30 + draw.hash % 300),
        "end_date" | "end_period" => made + days(14 + draw.record % 14),
        "due_date" | "delivery_date" => made + days(30),
        "check_date" | "paid_on_date" | "close_date" | "closed_at" | "completed_at" | "completed_date" | "rejected_at"
        | "converted_date" => made + days(5 + draw.hash % 25),
        "start_time" | "start_at" => made + seconds,
        "end_time" | "end_at" => made + DAY + seconds,
        "remote_updated_at" | "last_activity_at" | "last_interaction_at" | "remote_last_modified_at" => {
            made + days(1 + draw.step) + seconds
        }
        _ if field.ends_with("_date") || field == "date" => made,
        _ => made + seconds % (DAY / 2),
    }
}

fn quoted_time(out: &mut String, at: Micros) {
    out.push('"');
    push_time(out, at);
    out.push('"');
}

fn quoted_id(out: &mut String, id: u128) {
    out.push('"');
    push_id(out, id);
    out.push('"');
}
