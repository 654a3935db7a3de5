use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::{
    area,
    ids::{OrganisationId, PremisesId},
    law::{self, UseCode},
    premises::{Address, AddressLine, Premises, PremisesName, Stage},
    scope::{Exclusions, Known, Outcome, PartOf, ScopeFacts},
};

mod files;
mod generated;

fn today() -> NaiveDate {
    "2026-11-25".parse().unwrap()
}

/// Registered premises of which nothing but the place is known.
pub fn registered(name: &str, postcode: &str) -> Premises {
    let postcode = postcode.parse().unwrap();
    let area = area::by_postcode(&postcode).unwrap();
    Premises {
        id: PremisesId(Uuid::nil()),
        organisation: OrganisationId(Uuid::nil()),
        name: PremisesName::new(name).unwrap(),
        address: Address {
            line1: AddressLine::new("1 High Street").unwrap(),
            line2: None,
            town: AddressLine::new("Birmingham").unwrap(),
            postcode,
        },
        uprn: None,
        council: area.council.code.clone(),
        region: area.region.code.clone(),
        facts: ScopeFacts::default(),
        head_count: None,
        outcome: Outcome::Unclear,
        site: Default::default(),
        control: Default::default(),
        stage: Stage::Registered,
        registered_on: today(),
        version: 1,
    }
}

fn checked(text: &str) -> Result<Checked, BadFile> {
    check(&decode(text.as_bytes())?.text, &law::known(), today())
}

/// A file of one good row, with one cell replaced.
fn with(column: Column, cell: &str) -> Checked {
    let good =
        template().trim_start_matches('\u{feff}').replace("Example Hall (delete this row)", "Old Hall");
    let mut lines = good.lines();
    let (header, row) = (lines.next().unwrap(), lines.next().unwrap());
    let mut cells: Vec<String> = row.split(',').map(str::to_owned).collect();
    cells[column.place()] = format!("\"{}\"", cell.replace('"', "\"\""));
    checked(&format!("{header}\n{}\n", cells.join(","))).unwrap()
}

/// The code of the only fault, which must be at the column.
fn fault(column: Column, cell: &str) -> String {
    let checked = with(column, cell);
    assert!(checked.good.is_empty(), "{}: {cell}", column.header());
    let [fault] = checked.faults.as_slice() else { panic!("{:?}", checked.faults) };
    assert_eq!((fault.row, fault.column), (2, Some(column)), "{cell}");
    fault.code.clone()
}

fn facts(column: Column, cell: &str) -> ScopeFacts {
    let checked = with(column, cell);
    assert_eq!(checked.faults, [], "{}: {cell}", column.header());
    checked.good[0].registration.facts.clone()
}

#[test]
fn the_template_is_a_file_that_can_be_imported() {
    let checked = checked(&template()).unwrap();
    assert_eq!((checked.faults.len(), checked.absent.len(), checked.unknown.len()), (0, 0, 0));
    let row = &checked.good[0];
    assert_eq!((row.row, row.registration.place.name.as_str()), (2, "Example Hall (delete this row)"));
    assert_eq!(row.registration.decide(&law::known(), today()).outcome, Outcome::Standard);
    assert_eq!(row.registration.facts.principal, Some(UseCode(6)));
}

#[test]
fn every_wrong_cell_is_named_with_its_reason() {
    use Column as C;
    let long = "x".repeat(121);
    for (column, cell, code) in [
        (C::Name, "", "missing"),
        (C::Name, long.as_str(), "too-long"),
        (C::Name, "two\nlines", "not-text"),
        (C::Line1, "", "missing"),
        (C::Line2, long.as_str(), "too-long"),
        (C::Town, " ", "missing"),
        (C::Postcode, "", "missing"),
        (C::Postcode, "hello", "postcode-invalid"),
        (C::Postcode, "ZZ99 9ZZ", "postcode-unknown"),
        (C::Uprn, "12 High Street", "uprn-invalid"),
        (C::Uprn, "1.00E+11", "uprn-invalid"),
        (C::Uses, "18", "invalid"),
        (C::Uses, "hall", "invalid"),
        (C::Uses, "6|none", "none-with-others"),
        (C::ForPublic, "maybe", "invalid"),
        (C::ForPublic, "yes|no|yes", "not-as-many"),
        (C::Mainly, "maybe", "invalid"),
        (C::Building, "2", "invalid"),
        (C::Exclusions, "moon", "invalid"),
        (C::Exclusions, "none|open-air", "none-with-others"),
        (C::PartOf, "yes", "invalid"),
        (C::Number, "", "missing"),
        (C::Number, "-5", "number-invalid"),
        (C::Number, "3.5", "number-invalid"),
        (C::Number, "500001", "number-range"),
        (C::Method, "guess", "invalid"),
        (C::Method, "", "missing"),
        (C::Method, "not sure", "number-without-method"),
        (C::Method, "other", "note-missing"),
        (C::CountedOn, "", "missing"),
        (C::CountedOn, "yesterday", "day-invalid"),
        (C::CountedOn, "2026-02-31", "day-invalid"),
        (C::CountedOn, "2027-01-01", "day-to-come"),
        (C::Note, "x\u{7}", "not-text"),
    ] {
        let expected_at = match (column, code) {
            // The note is what is missing, not the method.
            (C::Method, "note-missing") => C::Note,
            _ => column,
        };
        if expected_at == column {
            assert_eq!(fault(column, cell), code, "{}: {cell}", column.header());
        } else {
            let faults = with(column, cell).faults;
            assert_eq!((faults[0].column, faults[0].code.as_str()), (Some(expected_at), code));
        }
    }
}

#[test]
fn cells_mean_what_the_forms_mean() {
    use Column as C;
    let uses = |cell| {
        let facts = facts(C::Uses, cell);
        (facts.uses.iter().map(|stated| stated.code.0).collect::<Vec<_>>(), facts.principal, facts.mainly)
    };
    assert_eq!(uses("2|6|6"), (vec![2, 6], Some(UseCode(2)), Known::Yes));
    assert_eq!(uses(" None "), (vec![], None, Known::No));
    assert_eq!(uses(""), (vec![], None, Known::NotSure));
    let public: Vec<_> = facts(C::ForPublic, "yes|NO").uses.iter().map(|stated| stated.for_public).collect();
    assert_eq!(public, [Known::Yes, Known::No]);
    assert_eq!(facts(C::ForPublic, "").uses[0].for_public, Known::NotSure);
    assert_eq!(facts(C::Mainly, "Not sure").mainly, Known::NotSure);
    assert_eq!(facts(C::Building, "N").building, Known::No);
    assert_eq!(facts(C::Exclusions, "").exclusions, Exclusions::NotSure);
    assert_eq!(facts(C::Exclusions, "Open-Air").exclusions, Exclusions::These(vec!["open-air".into()]));
    assert_eq!(facts(C::PartOf, "").part_of, PartOf::NotSure);
    assert_eq!(facts(C::PartOf, "other responsible").part_of, PartOf::OtherResponsible);
    for day in ["2026-11-01", "01/11/2026", "1.11.2026"] {
        let count = with(C::CountedOn, day).good[0].registration.head_count.clone().unwrap();
        assert_eq!(count.counted_on().to_string(), "2026-11-01", "{day}");
    }
    let count = with(C::Number, "1,350").good[0].registration.head_count.clone().unwrap();
    assert_eq!(count.number(), 1_350);
    let place = &with(C::Postcode, "BT8 8LE");
    assert_eq!(
        (place.faults[0].column, place.faults[0].code.as_str()),
        (Some(C::District), "district-missing")
    );
    assert_eq!(fault(C::Postcode, "BT8 8LE x"), "postcode-invalid");
}

#[test]
fn what_stands_in_a_wrong_cell_is_shown_as_one_short_line() {
    let found = &with(Column::Name, &"é\n".repeat(100)).faults[0].found;
    assert_eq!(found.chars().count(), 61);
    assert!(found.ends_with('…') && !found.contains('\n'));
    assert!(!format!("{:?}", with(Column::Name, "two\nlines").faults).contains("lines"));
}

#[test]
fn repeated_rows_and_registered_premises_are_found() {
    let header = "name,address_line_1,town,postcode,uprn";
    let text = format!(
        "{header}\nOld Hall,1 High Street,Birmingham,B1 1BB,7\nKestrel Arena,2 High Street,Birmingham,B1 1BB,\n\
         The Kestrel Arena,2 High Street,Birmingham,B1 1BB,\nNew Hall,9 Low Street,Leeds,LS1 4AP,0007\n"
    );
    let good = checked(&text).unwrap().good;
    let found = duplicates(&good, &[registered("Old Hall Ltd", "B1 1BB")]);
    let told: Vec<_> = found.iter().map(|found| (found.row, found.of)).collect();
    assert_eq!(
        told,
        [
            (2, DuplicateOf::Registered(PremisesId(Uuid::nil()))),
            (4, DuplicateOf::Row(3)),
            (5, DuplicateOf::Row(2)),
        ]
    );
}
