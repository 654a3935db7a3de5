//! How many people, and how was that worked out?
//!
//! SI 2026/793 requires the method to be notified with the number (Schedule, paragraphs 8 and 9).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::law;

/// The largest number of people that is taken for meant.
pub const MOST: u32 = 500_000;
/// The longest description of a method, in characters.
pub const NOTE_MOST: usize = 500;

/// The most people expected at the same time from time to time, staff included. One that is read
/// back is taken as it was checked when it was made: its method may have left the list since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadCount {
    number: u32,
    method: String,
    note: String,
    counted_on: NaiveDate,
}

/// Why a head count is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadHeadCount {
    /// Nobody, or more than [`MOST`].
    #[error("number out of range")]
    Number,
    /// No such method.
    #[error("unknown method")]
    Method,
    /// The method needs a description.
    #[error("description missing")]
    NoteMissing,
    /// The description is longer than [`NOTE_MOST`].
    #[error("description too long")]
    NoteTooLong,
    /// Worked out on a day to come.
    #[error("day to come")]
    DayToCome,
}

impl HeadCount {
    /// A head count, as it can be notified.
    ///
    /// # Errors
    /// [`BadHeadCount`], the first that applies in the order of the arguments.
    pub fn new(
        number: u32,
        method: &str,
        note: &str,
        counted_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Self, BadHeadCount> {
        if !(1..=MOST).contains(&number) {
            return Err(BadHeadCount::Number);
        }
        let known = law::method(method).ok_or(BadHeadCount::Method)?;
        let note = note.trim();
        if known.note && note.is_empty() {
            return Err(BadHeadCount::NoteMissing);
        }
        if note.chars().count() > NOTE_MOST {
            return Err(BadHeadCount::NoteTooLong);
        }
        if counted_on > today {
            return Err(BadHeadCount::DayToCome);
        }
        Ok(Self { number, method: known.id.to_owned(), note: note.to_owned(), counted_on })
    }

    /// People.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The method's id, one of [`law::methods`].
    pub fn method(&self) -> &str {
        &self.method
    }

    /// How it was worked out, in the operator's words; empty when not said.
    pub fn note(&self) -> &str {
        &self.note
    }

    /// The day it was worked out.
    pub fn counted_on(&self) -> NaiveDate {
        self.counted_on
    }
}
