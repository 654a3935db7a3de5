//! The parts of the site, where checks cover only part of it.

use serde::{Deserialize, Serialize};

use super::slug;
use crate::{
    event::{Event, Line, MOST_PARTS, Part},
    forms::{Errors, parts, premises::known},
};

/// Empty rows below those that are filled.
const SPARE: usize = 3;

/// The form about the parts of the site. The fields of a part have the same place in each list; a
/// row with nothing in name and number is passed over.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PartsForm {
    /// The parts' names.
    pub part_name: Vec<String>,
    /// Whether entry to each is checked: `yes`, `no` or `not-sure`.
    pub part_checked: Vec<String>,
    /// People at the busiest moment of each; empty while not known.
    pub part_number: Vec<String>,
    /// The version that the person saw.
    pub version: String,
}

impl PartsForm {
    /// The form for an event.
    pub fn of(event: &Event) -> Self {
        let mut form = Self { version: event.version.to_string(), ..Self::default() };
        for part in &event.details.parts {
            form.part_name.push(part.name.as_str().into());
            form.part_checked.push(slug(part.checked).into());
            form.part_number.push(part.number.map(|number| number.to_string()).unwrap_or_default());
        }
        form
    }

    /// The rows to show, as name, checked and number: those that are filled, and some to fill.
    pub fn rows(&self) -> Vec<[&str; 3]> {
        let at = |list: &'_ [String], row: usize| list.get(row).map_or("", String::as_str).len();
        let filled = |row: usize| at(&self.part_name, row) + at(&self.part_number, row) > 0;
        let last = (0..self.part_name.len().min(MOST_PARTS)).rev().find(|row| filled(*row));
        let rows = (last.map_or(0, |row| row + 1) + SPARE).min(MOST_PARTS);
        (0..rows).map(|row| self.row(row)).collect()
    }

    fn row(&self, row: usize) -> [&str; 3] {
        [&self.part_name, &self.part_checked, &self.part_number]
            .map(|list| list.get(row).map_or("", String::as_str))
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong, with its row from 0 in the field's name, such as
    /// `part_name-0`: `missing`, `too-long`, `not-text`; `invalid`; `number-invalid`, `number-range`. At
    /// `part_name-0` also `no-parts` (none is named) and `too-many`.
    pub fn check(&self) -> Result<Vec<Part>, Errors> {
        let lists = [&self.part_name, &self.part_checked, &self.part_number];
        if lists.iter().any(|list| list.len() > MOST_PARTS) {
            return Err(Errors::one("part_name-0", "too-many"));
        }
        let mut errors = Errors::none();
        let mut list = Vec::new();
        for row in 0..self.part_name.len().max(self.part_number.len()) {
            let [name, checked, number] = self.row(row);
            if name.trim().is_empty() && number.trim().is_empty() {
                continue;
            }
            let mut at = |field: &str, code: &'static str| errors.add(format!("{field}-{row}"), code);
            let name = Line::new(name).map_err(|code| at("part_name", code));
            let checked = known(checked).map_err(|code| at("part_checked", code));
            let number = match parts::people(number) {
                Err("missing") => Ok(None),
                other => other.map(Some).map_err(|code| at("part_number", code)),
            };
            if let (Ok(name), Ok(checked), Ok(number)) = (name, checked, number) {
                list.push(Part { name, checked, number });
            }
        }
        if list.is_empty() && errors.is_empty() {
            errors.add("part_name-0", "no-parts");
        }
        errors.or(|| list)
    }
}
