//! How many people, and how was that worked out?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{keep, lengths, version};
use crate::{
    forms::{Errors, parts},
    law,
    scope::head_count::{BadHeadCount, HeadCount, REVIEW_MONTHS},
};

/// The form about the number of people.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct NumbersForm {
    /// The most people expected at the same time, staff included, in digits.
    #[validate(length(max = 20, code = "number-invalid"))]
    pub number: String,
    /// The id of a method, or `not-sure` when the number is not known; then the rest is passed over.
    #[validate(length(max = 40, code = "invalid"))]
    pub method: String,
    /// How it was worked out, in the operator's words.
    #[validate(length(max = 2_000, code = "too-long"))]
    pub method_note: String,
    /// Day of the month that it was worked out on.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub counted_on_day: String,
    /// The month, as a number.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub counted_on_month: String,
    /// The year, in four digits.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub counted_on_year: String,
    /// Months after which to look at it again; a year when empty.
    #[validate(length(max = 2, code = "invalid"))]
    pub review: String,
    /// The version that the person saw.
    pub version: String,
}

/// What a numbers form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedNumber {
    /// The head count; `None` when the operator is not sure.
    pub head_count: Option<HeadCount>,
    /// The version that the person saw.
    pub version: Option<u32>,
}

impl NumbersForm {
    /// The fields in page order. Errors of the date are at `counted_on`.
    pub const FIELDS: [&str; 8] = [
        "number",
        "method",
        "method_note",
        "counted_on_day",
        "counted_on_month",
        "counted_on_year",
        "review",
        "version",
    ];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `number-invalid` (not
    /// a whole number), `number-range` (nobody, or more than half a million), `note-missing`,
    /// `not-text`, `day-invalid`, `day-to-come`.
    pub fn check(&self, today: NaiveDate) -> Result<StatedNumber, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let version = keep(&mut errors, "version", version(&self.version));
        if self.method == "not-sure" {
            return match version {
                Some(version) => errors.or(|| StatedNumber { head_count: None, version }),
                None => Err(errors),
            };
        }
        let number = keep(&mut errors, "number", parts::whole_number(&self.number));
        let method = keep(&mut errors, "method", self.method());
        let note = keep(&mut errors, "method_note", self.note());
        let day = keep(&mut errors, "counted_on", self.day());
        let months = keep(&mut errors, "review", review_months(&self.review));
        let (Some(number), Some(method), Some(note), Some(day), Some(months)) =
            (number, method, note, day, months)
        else {
            return Err(errors);
        };
        let made = HeadCount::new(number, method, note, day, today).map_err(|bad| match bad {
            BadHeadCount::Number => errors.add("number", "number-range"),
            BadHeadCount::Method => errors.add("method", "invalid"),
            BadHeadCount::NoteMissing => errors.add("method_note", "note-missing"),
            BadHeadCount::NoteTooLong => errors.add("method_note", "too-long"),
            BadHeadCount::DayToCome => errors.add("counted_on", "day-to-come"),
        });
        match (made, version) {
            (Ok(made), Some(version)) => {
                errors.or(|| StatedNumber { head_count: Some(made.reviewed_after(months)), version })
            }
            _ => Err(errors),
        }
    }

    fn method(&self) -> Result<&'static str, &'static str> {
        if self.method.is_empty() {
            return Err("missing");
        }
        law::method(&self.method).map(|method| method.id).ok_or("invalid")
    }

    fn note(&self) -> Result<&str, &'static str> {
        let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if self.method_note.chars().any(control) { Err("not-text") } else { Ok(&self.method_note) }
    }

    fn day(&self) -> Result<NaiveDate, &'static str> {
        let parts = [&self.counted_on_year, &self.counted_on_month, &self.counted_on_day];
        let [year, month, day] = parts.map(|part| part.trim());
        if year.is_empty() && month.is_empty() && day.is_empty() {
            return Err("missing");
        }
        let read = |part: &str| part.parse::<u32>().map_err(|_| "day-invalid");
        let year = i32::try_from(read(year)?).map_err(|_| "day-invalid")?;
        NaiveDate::from_ymd_opt(year, read(month)?, read(day)?)
            .filter(|_| (2000..=9999).contains(&year))
            .ok_or("day-invalid")
    }
}

/// Months after which to look at a number again.
pub(super) fn review_months(text: &str) -> Result<u32, &'static str> {
    let [year, ..] = REVIEW_MONTHS;
    if text.is_empty() {
        return Ok(year);
    }
    text.parse().ok().filter(|months| REVIEW_MONTHS.contains(months)).ok_or("invalid")
}
