//! What is wrong with a file or a row of it.

use domain::sheet::{BadSheet, Fault};

/// Why a file cannot be read.
pub fn bad_sheet(bad: &BadSheet) -> String {
    match bad {
        BadSheet::Empty => "There is nothing in the file.".into(),
        BadSheet::NotText => {
            "This is not text. Save the sheet as CSV (comma separated values) and use that file.".into()
        }
        BadSheet::Missing(columns) => match columns.as_slice() {
            [one] => format!("The first row has no column {one}."),
            columns => format!("The first row has no columns {}.", columns.join(", ")),
        },
        BadSheet::Twice(column) => format!("The first row has the column {column} twice."),
    }
}

/// What is wrong with a cell.
pub fn fault(fault: &Fault) -> String {
    let found = format!("“{}”", fault.found);
    match fault.code {
        "missing" => "Nothing stands here.".into(),
        "cells-missing" => {
            format!("Cells are missing: {}. A quotation mark may be open.", fault.found)
        }
        "cells-many" => {
            format!("Cells are left over: {}. A cell with a comma needs quotation marks.", fault.found)
        }
        "use-unknown" => {
            format!("{found} is not a use. Write 1 to 17, with | between several, or none.")
        }
        "number-invalid" => format!("{found} is not a whole number. Write digits alone, such as 1200."),
        "number-too-large" => format!("{found} is too large a number."),
        "yes-no" => format!("{found} is neither yes nor no."),
        "code-unknown" => format!("{found} is not a code that is known here."),
        "kind-unknown" => format!("{found} is not a kind that is known here."),
        "day-invalid" => format!("{found} is not a day. Write it like 2027-04-01."),
        _ => format!("{found} cannot be read."),
    }
}

/// The same in one line, with its place.
pub fn fault_line(found: &Fault) -> String {
    format!("line {}, column {}: {}", found.line, found.column, fault(found))
}
