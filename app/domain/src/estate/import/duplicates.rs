//! Rows that are likely to say what is there already.

use super::GoodRow;
use crate::{
    estate::similar::{Alike, Index, Sketch},
    ids::PremisesId,
    premises::Premises,
};

/// What a row is likely to repeat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DuplicateOf {
    /// Premises that are registered.
    Registered(PremisesId),
    /// An earlier row of the file.
    Row(u32),
}

/// A row that is likely to repeat something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// The row.
    pub row: u32,
    /// What it repeats.
    pub of: DuplicateOf,
    /// Why that is likely.
    pub why: Alike,
}

/// The rows that are likely to repeat the organisation's own premises, or earlier rows.
pub fn duplicates(rows: &[GoodRow], registered: &[Premises]) -> Vec<Duplicate> {
    let mut index = Index::default();
    for premises in registered {
        index.add(Sketch::of(premises), DuplicateOf::Registered(premises.id));
    }
    let mut found = Vec::new();
    for row in rows {
        let sketch = Sketch::of_place(&row.registration.place);
        if let Some((of, why)) = index.find(&sketch) {
            found.push(Duplicate { row: row.row, of, why });
        }
        index.add(sketch, DuplicateOf::Row(row.row));
    }
    found
}
