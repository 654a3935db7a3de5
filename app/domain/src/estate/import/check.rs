//! A whole file: what could be registered, and what is wrong, cell by cell.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{BadFile, Column, Registration, row::registration, table::table};
use crate::law::Law;

/// The most characters of a wrong cell that are shown again.
const SHOWN: usize = 60;

/// What is wrong with one cell.
#[derive(Clone, PartialEq, Eq)]
pub struct CellFault {
    /// The row, as a spreadsheet program numbers it: the header is row 1.
    pub row: u32,
    /// The column; `None` for what stands beyond the last one.
    pub column: Option<Column>,
    /// What is wrong, as a code: those of the premises forms, and `beyond`, `not-as-many` and
    /// `number-without-method`.
    pub code: String,
    /// What stands there, cut to a line; empty for an empty cell.
    pub found: String,
}

impl CellFault {
    pub(super) fn new(row: u32, column: Option<Column>, code: &str, found: &str) -> Self {
        let mut line: String =
            found.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
        if found.chars().nth(SHOWN).is_some() {
            line.push('…');
        }
        Self { row, column, code: code.to_owned(), found: line }
    }
}

/// What stands there is sealed where it is stored: only the place and the code in a log.
impl std::fmt::Debug for CellFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let column = self.column.map_or("beyond", Column::header);
        write!(f, "row {}, {column}: {}", self.row, self.code)
    }
}

/// Premises of a row in which nothing is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodRow {
    /// The row, as a spreadsheet program numbers it.
    pub row: u32,
    /// The premises.
    pub registration: Registration,
}

/// A file that was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The rows in which nothing is wrong.
    pub good: Vec<GoodRow>,
    /// What is wrong with the others, in the order of the file.
    pub faults: Vec<CellFault>,
    /// Columns of the template that the file does not have: not known for every row.
    pub absent: Vec<Column>,
    /// Columns that are not of the template, by the names in the file: passed over.
    pub unknown: Vec<String>,
}

impl Checked {
    /// The rows in which something is wrong.
    pub fn bad_rows(&self) -> BTreeSet<u32> {
        self.faults.iter().map(|fault| fault.row).collect()
    }
}

/// What a file says, by the law as known on a day.
///
/// # Errors
/// [`BadFile`] when it says nothing at all. Faults in cells are no error but part of the answer.
pub fn check(text: &str, law: &Law, on: NaiveDate) -> Result<Checked, BadFile> {
    let table = table(text)?;
    let mut checked = Checked {
        good: Vec::with_capacity(table.rows.len()),
        faults: Vec::new(),
        absent: Column::ALL.into_iter().filter(|column| !table.columns.contains(column)).collect(),
        unknown: table.unknown,
    };
    for row in &table.rows {
        match registration(row, law, on) {
            Ok(registration) => checked.good.push(GoodRow { row: row.number, registration }),
            Err(faults) => checked.faults.extend(faults),
        }
    }
    Ok(checked)
}
