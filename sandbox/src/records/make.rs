//! Makes a record's JSON from nothing but its place: which account, which model, the how-manyeth, the how-manyeth version.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::mix::{id, mix, push_id, push_text};
use super::spec::{Field, Kind, Spec, Specs};
use super::text::{Person, at, domain};
use super::value::{absent, quoted_id, quoted_time, scalar};
use crate::catalogue::Category;
use crate::clock::Micros;

/// The first ordinal of records that appeared after the initial sync; the base never grows into it.
pub const ADDED: u32 = 1 << 31;

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
        if version == 0 {
            return Vec::new();
        }
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
