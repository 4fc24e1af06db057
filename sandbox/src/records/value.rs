//! Single values: a word, a moment, an amount, as they plausibly are in a field of this name.

use std::fmt::Write as _;

use super::make::Draw;
use super::mix::{id, mix, push_id, push_text, push_time, salt};
use super::spec::Kind;
use super::text::text;
use crate::clock::{MINUTE, Micros};

const DAY: Micros = 24 * 60 * MINUTE;
/// The moment around which all dates inside records lie (2026-01-01), so that a seed gives the same dates whenever it is used.
const ANCHOR: Micros = 20_454 * DAY;

/// Fields that are mostly empty in real data.
pub fn absent(field: &str, draw: &Draw<'_>) -> bool {
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

/// Writes a value without parts.
pub fn scalar(out: &mut String, model: &str, field: &str, kind: &Kind, draw: &Draw<'_>) {
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

/// Writes a time with its quotes.
pub fn quoted_time(out: &mut String, at: Micros) {
    out.push('"');
    push_time(out, at);
    out.push('"');
}

/// Writes an id with its quotes.
pub fn quoted_id(out: &mut String, id: u128) {
    out.push('"');
    push_id(out, id);
    out.push('"');
}
