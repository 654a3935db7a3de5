//! From cells to premises, by the forms that people fill in.

use chrono::NaiveDate;

use super::{Column, check::CellFault, table::Row};
use crate::{
    forms::{
        Errors,
        premises::{
            ExclusionsForm, NameAndAddress, NameAndAddressForm, NumbersForm, StatedExclusions, StatedNumber,
            StatedUses, UseForm,
        },
    },
    law::Law,
    premises,
    scope::{Decision, ScopeFacts, head_count::HeadCount},
};

const NOT_SURE: &str = "not-sure";

/// Premises as a file says them: all that registering asks page by page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Name, address, council and region.
    pub place: NameAndAddress,
    /// What decides scope.
    pub facts: ScopeFacts,
    /// The number of people; `None` while not known.
    pub head_count: Option<HeadCount>,
}

impl Registration {
    /// What the law says about the premises on a day.
    pub fn decide(&self, law: &Law, on: NaiveDate) -> Decision {
        premises::decide(&self.facts, self.head_count.as_ref(), law, on)
    }
}

/// The premises of a row, or what is wrong with each of its cells.
pub(super) fn registration(row: &Row, law: &Law, on: NaiveDate) -> Result<Registration, Vec<CellFault>> {
    let mut faults = Vec::new();
    if let Some(text) = &row.beyond {
        faults.push(CellFault::new(row.number, None, "beyond", text));
    }
    let place = kept(place(row), row, place_column, &mut faults);
    let uses = kept(uses(row, law, on), row, use_column, &mut faults);
    let exclusions = kept(exclusions(row, law, on), row, exclusion_column, &mut faults);
    let number = kept(number(row, on), row, number_column, &mut faults);
    match (place, uses, exclusions, number) {
        (Some(place), Some(uses), Some(exclusions), Some(number)) if faults.is_empty() => {
            let mut facts = ScopeFacts::default();
            uses.apply(&mut facts);
            exclusions.apply(&mut facts);
            Ok(Registration { place, facts, head_count: number.head_count })
        }
        _ => {
            faults.sort_by_key(|fault| fault.column.map_or(usize::MAX, Column::place));
            Err(faults)
        }
    }
}

/// What a form says, or its errors at the columns that its fields come from.
fn kept<T>(
    read: Result<T, Errors>,
    row: &Row,
    column: fn(&str) -> Column,
    faults: &mut Vec<CellFault>,
) -> Option<T> {
    let errors = match read {
        Ok(value) => return Some(value),
        Err(errors) => errors,
    };
    for error in errors.iter() {
        let column = column(&error.field);
        if !faults.iter().any(|fault| fault.column == Some(column)) {
            faults.push(CellFault::new(row.number, Some(column), &error.code, row.cell(column)));
        }
    }
    None
}

fn place(row: &Row) -> Result<NameAndAddress, Errors> {
    let cell = |column| row.cell(column).to_owned();
    NameAndAddressForm {
        name: cell(Column::Name),
        line1: cell(Column::Line1),
        line2: cell(Column::Line2),
        town: cell(Column::Town),
        postcode: cell(Column::Postcode),
        district: cell(Column::District).to_uppercase(),
        uprn: cell(Column::Uprn),
        ..NameAndAddressForm::default()
    }
    .check()
}

fn place_column(field: &str) -> Column {
    match field {
        "line1" => Column::Line1,
        "line2" => Column::Line2,
        "town" => Column::Town,
        "postcode" => Column::Postcode,
        "district" => Column::District,
        "uprn" => Column::Uprn,
        _ => Column::Name,
    }
}

/// Parts of a cell between upright strokes.
fn parts(text: &str) -> Vec<String> {
    text.split('|').map(slug).filter(|part| !part.is_empty()).collect()
}

/// A word of a list as people write it: capitals and spaces do not matter.
fn slug(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join("-").to_lowercase()
}

/// `yes`, `no` or `not-sure`; an empty cell is not sure.
fn known(text: &str) -> String {
    match slug(text).as_str() {
        "" | "not-known" => NOT_SURE.into(),
        "y" | "true" => "yes".into(),
        "n" | "false" => "no".into(),
        other => other.into(),
    }
}

fn uses(row: &Row, law: &Law, on: NaiveDate) -> Result<StatedUses, Errors> {
    let mut uses = parts(row.cell(Column::Uses));
    if uses.is_empty() {
        uses.push(NOT_SURE.into());
    }
    let said: Vec<String> = row.cell(Column::ForPublic).split('|').map(known).collect();
    let mut for_public = Vec::new();
    for (number, code) in uses.iter().enumerate() {
        // One answer goes for every use; several are one for each, in order.
        let answer = if said.len() == 1 { said.first() } else { said.get(number) };
        for_public.push(format!("{code}-{}", answer.map_or("missing", String::as_str)));
    }
    if said.len() > 1 && said.len() != uses.len() {
        return Err(Errors::one("for_public", "not-as-many"));
    }
    let principal = uses.first().cloned().unwrap_or_default();
    let stated = UseForm {
        place: known(row.cell(Column::Building)),
        uses,
        for_public,
        mainly: known(row.cell(Column::Mainly)),
        principal,
        version: String::new(),
    }
    .check(law, on)?;
    // The form passes over an answer that no use asks for; in a file it is a slip all the same.
    if said.iter().all(|said| ["yes", "no", NOT_SURE].contains(&said.as_str())) {
        Ok(stated)
    } else {
        Err(Errors::one("for_public", "invalid"))
    }
}

fn use_column(field: &str) -> Column {
    match field {
        "place" => Column::Building,
        "mainly" => Column::Mainly,
        field if field.starts_with("for_public") => Column::ForPublic,
        _ => Column::Uses,
    }
}

fn exclusions(row: &Row, law: &Law, on: NaiveDate) -> Result<StatedExclusions, Errors> {
    let mut exclusion = parts(row.cell(Column::Exclusions));
    if exclusion.is_empty() || exclusion == ["not-known"] {
        exclusion = vec![NOT_SURE.into()];
    }
    let part_of = match slug(row.cell(Column::PartOf)).as_str() {
        "" | "not-known" => NOT_SURE.into(),
        "no" | "none" => "nothing".into(),
        other => other.into(),
    };
    ExclusionsForm { exclusion, part_of, version: String::new() }.check(law, on)
}

fn exclusion_column(field: &str) -> Column {
    if field == "part_of" { Column::PartOf } else { Column::Exclusions }
}

fn number(row: &Row, on: NaiveDate) -> Result<StatedNumber, Errors> {
    let cell = |column| row.cell(column).to_owned();
    let said = [Column::Number, Column::Method, Column::CountedOn, Column::Note];
    let nothing = said.iter().all(|column| row.cell(*column).is_empty());
    let method = slug(row.cell(Column::Method));
    let method = if nothing || method == "not-known" { NOT_SURE.into() } else { method };
    if method == NOT_SURE && !row.cell(Column::Number).is_empty() {
        return Err(Errors::one("method", "number-without-method"));
    }
    let [day, month, year] = day(row.cell(Column::CountedOn));
    NumbersForm {
        number: cell(Column::Number),
        method,
        method_note: cell(Column::Note),
        counted_on_day: day,
        counted_on_month: month,
        counted_on_year: year,
        ..NumbersForm::default()
    }
    .check(on)
}

/// Day, month and year of `2026-11-22`, or of `22/11/2026` as a British Excel writes it.
fn day(text: &str) -> [String; 3] {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let owned = |parts: [&str; 3]| parts.map(str::to_owned);
    match parts.as_slice() {
        [year, month, day] if year.len() == 4 => owned([day, month, year]),
        [day, month, year] => owned([day, month, year]),
        // Not a date: whatever it is goes where it is refused.
        _ => owned([text, "", ""]),
    }
}

fn number_column(field: &str) -> Column {
    match field {
        "number" => Column::Number,
        "method" => Column::Method,
        "method_note" => Column::Note,
        _ => Column::CountedOn,
    }
}
