//! The number of people, worked out from the figures of a method.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::version;
use crate::{
    forms::{Errors, figures, parts},
    law::{self, Method},
    scope::head_count::{BadHeadCount, Figure, HeadCount},
};

use super::numbers::{StatedNumber, review_months};

/// The longest text that is taken for meant, in bytes.
const LONGEST: usize = 8_000;

/// The form for one method: its figures, a note, and when.
#[derive(Clone)]
pub struct WorkOutForm {
    method: &'static Method,
    typed: BTreeMap<String, String>,
}

impl WorkOutForm {
    /// The fields that every method has.
    const COMMON: [&str; 7] = [
        "method",
        "method_note",
        "counted_on_day",
        "counted_on_month",
        "counted_on_year",
        "review",
        "version",
    ];

    /// The empty form for a method, worked out today.
    pub fn new(method: &'static Method, today: NaiveDate, version: u32) -> Self {
        let day = today.format("%-d %-m %Y").to_string();
        let parts = day.split(' ').zip(["counted_on_day", "counted_on_month", "counted_on_year"]);
        let mut typed: BTreeMap<_, _> =
            parts.map(|(text, field)| (field.to_owned(), text.to_owned())).collect();
        typed.insert("version".into(), version.to_string());
        Self { method, typed }
    }

    /// The same with what an earlier head count by this method was worked out from.
    #[must_use]
    pub fn with(mut self, before: &HeadCount) -> Self {
        if before.method() != self.method.id {
            return self;
        }
        for Figure { input, amount } in before.figures() {
            self.typed.insert(format!("in-{input}"), amount.to_string());
        }
        self.typed.insert("method_note".into(), before.note().to_owned());
        self
    }

    /// The form that was sent; `None` when it is not of a method that asks for figures, has fields
    /// that the method does not ask for, or has one twice.
    pub fn sent(pairs: Vec<(String, String)>) -> Option<Self> {
        let named = pairs.iter().find(|(field, _)| field == "method").map(|(_, id)| law::method(id));
        let method = named.flatten().filter(|method| !method.inputs.is_empty())?;
        let mut typed = BTreeMap::new();
        for (field, text) in pairs {
            let known = Self::COMMON.contains(&field.as_str())
                || method.inputs.iter().any(|input| figures::field("", input) == field);
            if !known || text.len() > LONGEST || typed.insert(field, text).is_some() {
                return None;
            }
        }
        Some(Self { method, typed })
    }

    /// The method.
    pub fn method(&self) -> &'static Method {
        self.method
    }

    /// What stands in a field.
    pub fn typed(&self, field: &str) -> &str {
        self.typed.get(field).map_or("", String::as_str)
    }

    /// The same, of another version.
    #[must_use]
    pub fn of_version(mut self, version: u32) -> Self {
        self.typed.insert("version".into(), version.to_string());
        self
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: those of [`figures::read`], and `too-long`, `not-text`,
    /// `missing`, `day-invalid`, `day-to-come`, `invalid`.
    pub fn check(&self, today: NaiveDate) -> Result<StatedNumber, Errors> {
        let working = figures::read(self.method, "", |field| self.typed.get(field).map(String::as_str));
        let (mut errors, working) = match working {
            Ok(working) => (Errors::none(), Some(working)),
            Err(errors) => (errors, None),
        };
        let note = self.typed("method_note");
        let control = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
        if note.chars().any(control) {
            errors.add("method_note", "not-text");
        }
        let [day, month, year] =
            ["counted_on_day", "counted_on_month", "counted_on_year"].map(|field| self.typed(field));
        let day = super::keep(&mut errors, "counted_on", parts::day(day, month, year));
        let months = super::keep(&mut errors, "review", review_months(self.typed("review")));
        let seen = super::keep(&mut errors, "version", version(self.typed("version")));
        let (Some(working), Some(day), Some(months), Some(version)) = (working, day, months, seen) else {
            return Err(errors);
        };
        let made = HeadCount::worked_out(self.method, working, note, day, today).map_err(|bad| match bad {
            BadHeadCount::DayToCome => errors.add("counted_on", "day-to-come"),
            BadHeadCount::NoteTooLong => errors.add("method_note", "too-long"),
            BadHeadCount::NoteMissing => errors.add("method_note", "note-missing"),
            BadHeadCount::Number | BadHeadCount::Method => errors.add("method", "invalid"),
        });
        match made {
            Ok(made) => errors.or(|| StatedNumber { head_count: Some(made.reviewed_after(months)), version }),
            Err(()) => Err(errors),
        }
    }
}
