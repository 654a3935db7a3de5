//! From text to cells, each under its column and with the row that a spreadsheet program shows.

use csv::{ReaderBuilder, StringRecord};

use super::{BadFile, Column, MOST_ROWS};

/// What stands between cells, in the order they are tried: Excel writes semicolons where a comma is
/// the decimal sign.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A file's rows.
pub(super) struct Table {
    /// The columns that it has.
    pub columns: Vec<Column>,
    /// Names in its first row that are no column's, to be told.
    pub unknown: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// One row that is not empty.
pub(super) struct Row {
    /// Its number, as a spreadsheet program shows it: the header is row 1.
    pub number: u32,
    /// The cells in the order of [`Column::ALL`], trimmed; empty where there is none.
    pub cells: Vec<String>,
    /// What stands beyond the last column.
    pub beyond: Option<String>,
}

impl Row {
    /// The cell of a column.
    pub fn cell(&self, column: Column) -> &str {
        self.cells.get(column.place()).map_or("", String::as_str)
    }
}

/// The rows of a text whose lines, the last one too, end in `\n`.
pub(super) fn table(text: &str) -> Result<Table, BadFile> {
    let (stated, text, skipped) = stated_separator(text);
    let separator = match stated {
        Some(separator) => separator,
        None => likely_separator(text),
    };
    let mut records = Records::new(text, separator, skipped);
    let (_, header) = records.next_filled().ok_or(BadFile::Empty)?;
    let places: Vec<Option<Column>> = header.iter().map(Column::from_header).collect();
    let columns: Vec<Column> = places.iter().flatten().copied().collect();
    if columns.is_empty() {
        return Err(BadFile::NoHeader);
    }
    if let Some(twice) =
        Column::ALL.into_iter().find(|column| columns.iter().filter(|c| *c == column).count() > 1)
    {
        return Err(BadFile::Twice(twice));
    }
    let missing: Vec<Column> =
        Column::NEEDED.into_iter().filter(|column| !columns.contains(column)).collect();
    if !missing.is_empty() {
        return Err(BadFile::Missing(missing));
    }
    let unknown = header
        .iter()
        .zip(&places)
        .filter(|(name, place)| place.is_none() && !name.trim().is_empty())
        .map(|(name, _)| name.trim().to_owned())
        .collect();
    let mut rows = Vec::new();
    while let Some((number, record)) = records.next_filled() {
        if rows.len() == MOST_ROWS {
            return Err(BadFile::TooManyRows);
        }
        rows.push(row(number, &record, &places));
    }
    if rows.is_empty() { Err(BadFile::NoRows) } else { Ok(Table { columns, unknown, rows }) }
}

fn row(number: u32, record: &StringRecord, places: &[Option<Column>]) -> Row {
    let mut cells = vec![String::new(); Column::ALL.len()];
    for (text, place) in record.iter().zip(places) {
        if let Some(cell) = place.and_then(|column| cells.get_mut(column.place())) {
            text.trim().clone_into(cell);
        }
    }
    let beyond = record.iter().skip(places.len()).map(str::trim).find(|text| !text.is_empty());
    Row { number, cells, beyond: beyond.map(str::to_owned) }
}

/// A first line such as `sep=;`, which Excel writes and reads; the rest, and the lines passed over.
fn stated_separator(text: &str) -> (Option<u8>, &str, u32) {
    let stated = text.strip_prefix("sep=").and_then(|rest| rest.split_once('\n'));
    match stated {
        Some((sign, rest)) if sign.trim_end_matches(',').len() <= 1 => {
            let sign = sign.as_bytes().first().copied();
            (sign.filter(|sign| SEPARATORS.contains(sign)), rest, 1)
        }
        _ => (None, text, 0),
    }
}

/// The separator by which the first row has the most columns that are known.
fn likely_separator(text: &str) -> u8 {
    let known = |separator: u8| {
        let header = Records::new(text, separator, 0).next_filled();
        header.map_or(0, |(_, cells)| cells.iter().filter_map(Column::from_header).count())
    };
    SEPARATORS.into_iter().rev().max_by_key(|separator| known(*separator)).unwrap_or(b',')
}

/// Records with their row numbers.
struct Records<'a> {
    reader: csv::Reader<&'a [u8]>,
    /// Lines before the reader began, less the line breaks inside cells so far.
    shift: i64,
}

impl<'a> Records<'a> {
    fn new(text: &'a str, separator: u8, skipped: u32) -> Self {
        let reader = ReaderBuilder::new()
            .delimiter(separator)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        Self { reader, shift: i64::from(skipped) }
    }

    /// The next record in which anything stands, and its row number.
    fn next_filled(&mut self) -> Option<(u32, StringRecord)> {
        let mut record = StringRecord::new();
        // The text is UTF-8 and rows may differ in length, so nothing is left to fail.
        while self.reader.read_record(&mut record).is_ok_and(|more| more) {
            let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
            self.shift -= i64::try_from(breaks).unwrap_or_default();
            // The position is behind the line break that ended the record.
            let behind = i64::try_from(self.reader.position().line()).unwrap_or(i64::MAX);
            if record.iter().any(|cell| !cell.trim().is_empty()) {
                let number = behind.saturating_sub(1).saturating_add(self.shift);
                return Some((u32::try_from(number).unwrap_or(u32::MAX), record));
            }
        }
        None
    }
}
