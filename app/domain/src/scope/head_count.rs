//! How many people, and how was that worked out?
//!
//! The Act asks for the greatest number that it is reasonable to expect at the same time, from time
//! to time (section 2(2)(c)). SI 2026/793 requires the method to be notified with the number
//! (Schedule, paragraphs 8 and 9).

mod amount;
mod working;

#[cfg(test)]
mod tests;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

pub use amount::Amount;
pub use working::{BadWorking, Figure, Working, work_out};

use crate::law::{self, Method};

/// The largest number of people that is taken for meant.
pub const MOST: u32 = 500_000;
/// The longest description of a method, in characters.
pub const NOTE_MOST: usize = 500;
/// Months after which a number is looked at again, as people can choose; the first if they do not.
pub const REVIEW_MONTHS: [u32; 4] = [12, 6, 3, 1];

/// The most people expected at the same time from time to time, staff included. One that is read
/// back is taken as it was checked when it was made: its method may have left the list since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadCount {
    number: u32,
    method: String,
    note: String,
    counted_on: NaiveDate,
    #[serde(default)]
    figures: Vec<Figure>,
    #[serde(default)]
    working: String,
    #[serde(default)]
    review_on: Option<NaiveDate>,
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
        Ok(Self {
            method: known.id.to_owned(),
            note: note.to_owned(),
            ..Self::without_method(number, counted_on)
        })
    }

    /// A head count worked out from a method's figures.
    ///
    /// # Errors
    /// [`BadHeadCount`], as for [`HeadCount::new`].
    pub fn worked_out(
        method: &Method,
        working: Working,
        note: &str,
        counted_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Self, BadHeadCount> {
        let count = Self::new(working.number, method.id, note, counted_on, today)?;
        Ok(Self { figures: working.figures, working: working.line, ..count })
    }

    /// A number that somebody knows, without having said yet how it was worked out.
    pub fn without_method(number: u32, counted_on: NaiveDate) -> Self {
        Self {
            number: number.clamp(1, MOST),
            method: String::new(),
            note: String::new(),
            counted_on,
            figures: Vec::new(),
            working: String::new(),
            review_on: None,
        }
    }

    /// The same, to be looked at again so many months after it was worked out.
    #[must_use]
    pub fn reviewed_after(mut self, months: u32) -> Self {
        self.review_on = self.counted_on.checked_add_months(Months::new(months));
        self
    }

    /// The same, with the working of an earlier head count when number and method are unchanged.
    #[must_use]
    pub fn keeping_working_of(mut self, before: &Self) -> Self {
        if self.figures.is_empty() && self.number == before.number && self.method == before.method {
            self.figures.clone_from(&before.figures);
            self.working.clone_from(&before.working);
        }
        self
    }

    /// People.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The method's id, one of [`law::methods`]; empty when not said yet.
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

    /// The figures it was worked out from; empty for a number that was entered.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The working in one line; `None` for a number that was entered.
    pub fn working(&self) -> Option<&str> {
        (!self.working.is_empty()).then_some(self.working.as_str())
    }

    /// The day to look at it again: a year after it was worked out, unless another was chosen.
    pub fn review_on(&self) -> NaiveDate {
        let [year, ..] = REVIEW_MONTHS;
        let chosen = self.review_on.or_else(|| self.counted_on.checked_add_months(Months::new(year)));
        chosen.unwrap_or(self.counted_on)
    }
}
