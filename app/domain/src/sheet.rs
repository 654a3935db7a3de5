//! Rows of a file of comma-separated values, by the names of its columns: in any order, others passed over.

use csv::{ReaderBuilder, StringRecord, WriterBuilder};

use crate::estate::import::{BadFile, decode};

#[cfg(test)]
mod tests;

/// The most characters of a wrong cell that are shown again.
const SHOWN: usize = 60;

/// Why a file has no rows to read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadSheet {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is not text: a spreadsheet program's own file, say.
    #[error("not text")]
    NotText,
    /// Columns that must be there are not.
    #[error("missing columns")]
    Missing(Vec<&'static str>),
    /// A column is there twice.
    #[error("a column twice")]
    Twice(&'static str),
}

/// What is wrong in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line of the file on which the row starts; the first is 1.
    pub line: u64,
    /// The column.
    pub column: &'static str,
    /// What is wrong, as a code: `cells-missing` or `cells-many` where the row has fewer or more cells
    /// than the header; otherwise what the reader of the cell says.
    pub code: &'static str,
    /// What stands there, cut to a line.
    pub found: String,
}

/// A row with as many cells as the header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<const N: usize> {
    /// The line of the file on which it starts.
    pub line: u64,
    /// The cells in the order in which the columns were asked for, trimmed.
    pub cells: [String; N],
}

/// Reads the cells of a row one after the other, and notes each that cannot be read.
#[derive(Debug)]
pub struct Cells<'a> {
    line: u64,
    left: Vec<(&'static str, &'a str)>,
    /// What is wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Cells<'a> {
    /// The cells of a row under their columns.
    pub fn new<const N: usize>(row: &'a Row<N>, columns: [&'static str; N]) -> Self {
        let cells = columns.into_iter().zip(row.cells.iter().map(String::as_str));
        Self { line: row.line, left: cells.rev().collect(), faults: Vec::new() }
    }

    /// The next cell's value, or its fault noted: `missing` for an empty cell that cannot be read.
    pub fn read<T>(&mut self, read: impl FnOnce(&str) -> Result<T, &'static str>) -> Option<T> {
        let (column, text) = self.left.pop()?;
        let code = match read(text) {
            Ok(value) => return Some(value),
            Err(_) if text.is_empty() => "missing",
            Err(code) => code,
        };
        self.faults.push(Fault { line: self.line, column, code, found: shown(text) });
        None
    }
}

/// The rows in which anything stands, in the order of the file.
///
/// # Errors
/// [`BadSheet`] when there are none to read. A row whose cells do not match the header is a [`Fault`].
pub fn rows<const N: usize>(
    bytes: &[u8],
    columns: [&'static str; N],
) -> Result<Vec<Result<Row<N>, Fault>>, BadSheet> {
    let text = decode(bytes)
        .map_err(|bad| if bad == BadFile::Empty { BadSheet::Empty } else { BadSheet::NotText })?;
    let mut records = Records::new(&text.text);
    let (_, header) = records.next_filled().ok_or(BadSheet::Empty)?;
    let places = places(&header, columns)?;
    let mut rows = Vec::new();
    while let Some((line, record)) = records.next_filled() {
        rows.push(row(line, &record, &header, columns, places));
    }
    Ok(rows)
}

/// Where each column stands in the header.
fn places<const N: usize>(header: &StringRecord, columns: [&'static str; N]) -> Result<[usize; N], BadSheet> {
    let found = |column: &str| -> Vec<usize> {
        let named = |name: &str| name.trim().eq_ignore_ascii_case(column);
        header.iter().enumerate().filter(|(_, name)| named(name)).map(|(place, _)| place).collect()
    };
    let missing: Vec<&str> = columns.into_iter().filter(|column| found(column).is_empty()).collect();
    if !missing.is_empty() {
        return Err(BadSheet::Missing(missing));
    }
    if let Some(twice) = columns.into_iter().find(|column| found(column).len() > 1) {
        return Err(BadSheet::Twice(twice));
    }
    Ok(columns.map(|column| found(column).first().copied().unwrap_or_default()))
}

fn row<const N: usize>(
    line: u64,
    record: &StringRecord,
    header: &StringRecord,
    columns: [&'static str; N],
    places: [usize; N],
) -> Result<Row<N>, Fault> {
    // With a cell too few or too many nobody can tell which cell is whose.
    let code = match record.len().cmp(&header.len()) {
        std::cmp::Ordering::Less => "cells-missing",
        std::cmp::Ordering::Equal => {
            let cells = places.map(|place| record.get(place).unwrap_or_default().trim().to_owned());
            return Ok(Row { line, cells });
        }
        std::cmp::Ordering::Greater => "cells-many",
    };
    let without = columns.into_iter().zip(places).find(|(_, place)| *place >= record.len());
    let column = without.or_else(|| columns.into_iter().zip(places).max_by_key(|(_, place)| *place));
    let found = format!("{} cells, and the header has {}", record.len(), header.len());
    Err(Fault { line, column: column.map_or("", |(column, _)| column), code, found })
}

fn shown(found: &str) -> String {
    let mut line: String = found.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if found.chars().nth(SHOWN).is_some() {
        line.push('…');
    }
    line
}

/// Records with the lines on which they start.
struct Records<'a>(csv::Reader<&'a [u8]>);

impl<'a> Records<'a> {
    fn new(text: &'a str) -> Self {
        Self(ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes()))
    }

    fn next_filled(&mut self) -> Option<(u64, StringRecord)> {
        let mut record = StringRecord::new();
        // The text is UTF-8 and rows may differ in length, so nothing is left to fail.
        while self.0.read_record(&mut record).is_ok_and(|more| more) {
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
                // The position is behind the line break that ended the record.
                let behind = self.0.position().line();
                let breaks = u64::try_from(breaks).unwrap_or_default();
                return Some((behind.saturating_sub(breaks.saturating_add(1)), record));
            }
        }
        None
    }
}

/// Rows as comma-separated values with a header; lines end in `\n`.
pub fn write<const N: usize>(header: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> Vec<u8> {
    let mut writer = WriterBuilder::new().from_writer(Vec::new());
    // Writing to memory, with rows of one length, cannot fail.
    let _ = writer.write_record(header);
    for row in rows {
        let _ = writer.write_record(&row);
    }
    writer.into_inner().unwrap_or_default()
}

/// A cell that no spreadsheet program takes for a formula.
pub fn harmless(cell: String) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{cell}") } else { cell }
}
