//! Premises from a file of comma-separated values.
//!
//! [`decode`] turns bytes into text, [`check`] turns the text into premises and faults, each fault at
//! its cell. A cell is checked by the same forms that people fill in, so that a rule lives once.
//! [`duplicates`] then finds what is likely to be there already.

mod check;
mod column;
mod decode;
mod duplicates;
mod row;
mod table;
mod template;

#[cfg(test)]
pub(crate) mod tests;

pub use check::{CellFault, Checked, GoodRow, check};
pub use column::Column;
pub use decode::{Decoded, Encoding, decode};
pub use duplicates::{Duplicate, DuplicateOf, duplicates};
pub use row::Registration;
pub use template::template;

/// The most bytes of a file: 2,000 rows with addresses and notes of ordinary length, four times over.
pub const LARGEST_FILE: usize = 2 * 1024 * 1024;

/// The most rows of a file, without its header.
pub const MOST_ROWS: usize = super::MOST_PREMISES;

/// Why a file says nothing at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadFile {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is a spreadsheet program's own file, not saved as CSV.
    #[error("a spreadsheet")]
    Spreadsheet,
    /// It is not text.
    #[error("not text")]
    NotText,
    /// Its first row has none of the columns' names.
    #[error("no header")]
    NoHeader,
    /// Columns that must be there are not.
    #[error("missing columns")]
    Missing(Vec<Column>),
    /// A column is there twice.
    #[error("a column twice")]
    Twice(Column),
    /// There is a header and nothing under it.
    #[error("no rows")]
    NoRows,
    /// It has more than [`MOST_ROWS`] rows.
    #[error("too many rows")]
    TooManyRows,
}
