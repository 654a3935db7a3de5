//! The words for files of premises: what goes into a column, and what is wrong with a cell.

use domain::{
    estate::{
        import::{BadFile, CellFault, Column},
        similar::Alike,
    },
    scope::head_count::NOTE_MOST,
};

/// Said of a file that is too large.
pub const TOO_LARGE: &str = "The file must be 2 MB or smaller. Split it into several";

/// What goes into a column.
pub fn guidance(column: Column) -> &'static str {
    match column {
        Column::Name => "What the premises are called, up to 120 characters",
        Column::Line1 => "Building and street",
        Column::Line2 => "More of the address",
        Column::Town => "Town or city",
        Column::Postcode => "Full postcode, like B1 1BB. We find the council and the police region by it",
        Column::District => {
            "The code of the council, like N09000003: in Northern Ireland, or where the postcode does not tell it"
        }
        Column::Uprn => "Unique Property Reference Number: up to 12 digits. Format the column as text",
        Column::Uses => {
            "Paragraph numbers of Schedule 1, the principal use first, | between them: 6|2. Or none"
        }
        Column::ForPublic => {
            "Mainly for visiting members of the public? yes, no or not sure: one answer for every use, or one for each in the same order, | between them"
        }
        Column::Mainly => {
            "Wholly or mainly used for these uses, taken together over the year? yes, no or not sure"
        }
        Column::Building => "Is there a building, or a building with other land? yes, no or not sure",
        Column::Exclusions => "What Schedule 2 takes out: none, not sure, or the words below, | between them",
        Column::PartOf => {
            "Part of larger premises that are in scope? no, same-responsible, other-responsible, some-in-common or not sure"
        }
        Column::Number => "The most people expected at the same time, staff included: a whole number",
        Column::Method => "How you worked the number out: one of the words below",
        Column::CountedOn => "The day that you worked it out: 2026-11-22 or 22/11/2026",
        Column::Note => "The method in a sentence or two; needed with the method “other”",
    }
}

/// Why a file says nothing.
pub fn bad_file(bad: &BadFile) -> String {
    let names = |columns: &[Column]| columns.iter().map(|one| one.header()).collect::<Vec<_>>().join(", ");
    match bad {
        BadFile::Empty => "The file is empty".into(),
        BadFile::Spreadsheet => {
            "This is a spreadsheet, not a CSV file. Open it in your spreadsheet program and save it as CSV".into()
        }
        BadFile::NotText => "This is not a text file. Save your rows as CSV, and send that file".into(),
        BadFile::NoHeader => {
            "The first row has none of the names of the columns. Start from the template, or paste its first row above yours".into()
        }
        BadFile::Missing(columns) => format!("The first row does not have: {}. Add what is missing", names(columns)),
        BadFile::Twice(column) => {
            format!("The first row has the column {} twice. Take one out", column.header())
        }
        BadFile::NoRows => "There are no rows under the names of the columns".into(),
        BadFile::TooManyRows => "The file has more than 2,000 rows. Split it into several".into(),
    }
}

/// What is wrong with a cell.
pub fn fault(fault: &CellFault) -> String {
    let Some(column) = fault.column else {
        return "There are more cells than columns. Put a cell that has a comma in it into double quotes"
            .into();
    };
    match (column, fault.code.as_str()) {
        (_, "not-text") => "Has a line break or a control character. Take it out".into(),
        (Column::Name, "missing") => "Enter the name of the premises".into(),
        (Column::Name, _) => "The name must be 120 characters or fewer".into(),
        (Column::Line1, "missing") => "Enter the first line of the address".into(),
        (Column::Town, "missing") => "Enter the town or city".into(),
        (Column::Line1 | Column::Line2 | Column::Town, _) => "Must be 100 characters or fewer".into(),
        (Column::Postcode, "missing") => "Enter the postcode".into(),
        (Column::Postcode, "postcode-unknown") => {
            "There is no such postcode in Great Britain. Check it".into()
        }
        (Column::Postcode, _) => "Not a full UK postcode, like B1 1BB".into(),
        (Column::District, "district-missing") => {
            "Enter the code of the council district: Northern Ireland postcodes do not tell it".into()
        }
        (Column::District, _) => "Not the code of a council there, like N09000003".into(),
        (Column::Uprn, _) => "Not a number of 1 to 12 digits. Format the column as text".into(),
        (Column::Uses, "none-with-others") => "Enter uses, or “none” or “not sure” alone".into(),
        (Column::Uses, _) => "Not a paragraph of Schedule 1. Enter numbers like 6|2, or none".into(),
        (Column::ForPublic, "not-as-many") => {
            "Enter one answer for every use, or as many answers as there are uses".into()
        }
        (Column::Exclusions, "none-with-others") => {
            "Enter what applies, or “none” or “not sure” alone".into()
        }
        (Column::Exclusions, _) => {
            "Not one of the words for exclusions. Enter none if nothing applies".into()
        }
        (Column::PartOf, _) => {
            "Enter no, same-responsible, other-responsible, some-in-common or not sure".into()
        }
        (Column::ForPublic | Column::Mainly | Column::Building, _) => "Enter yes, no or not sure".into(),
        (Column::Number, "missing") => "Enter the number, or leave method, day and note empty too".into(),
        (Column::Number, "number-range") => "The number must be from 1 to 500,000".into(),
        (Column::Number, _) => "Not a whole number, like 350".into(),
        (Column::Method, "number-without-method") => "There is a number: enter how it was worked out".into(),
        (Column::Method, "missing") => "Enter how the number was worked out".into(),
        (Column::Method, _) => "Not one of the words for methods, like ticket-cap".into(),
        (Column::CountedOn, "missing") => "Enter the day that the number was worked out".into(),
        (Column::CountedOn, "day-to-come") => "The day must be today or in the past".into(),
        (Column::CountedOn, _) => "Not a day, like 2026-11-22 or 22/11/2026".into(),
        (Column::Note, "note-missing") => "Explain how the number was worked out".into(),
        (Column::Note, _) => format!("Must be {NOTE_MOST} characters or fewer"),
    }
}

/// Why two are likely to be the same.
pub fn alike(why: Alike) -> &'static str {
    match why {
        Alike::Uprn => "the same UPRN",
        Alike::Name => "the same postcode and a similar name",
    }
}
