//! Small forms about an event: what and where, dates, publicity, host, entry, parts, larger event.
//! The number of people has the form of premises.

#[cfg(feature = "content")]
mod about;
mod dates;
mod entry;
mod host;
mod larger;
mod parts;
mod publicity;

#[cfg(feature = "content")]
#[cfg(test)]
mod tests;

#[cfg(feature = "content")]
pub use about::{AboutForm, StatedAbout, StatedPlace};
pub use dates::DatesForm;
pub use entry::EntryForm;
pub use host::HostForm;
pub use larger::LargerForm;
pub use parts::PartsForm;
pub use publicity::PublicityForm;

use chrono::{Datelike, NaiveDate};

use super::Errors;
use crate::{event::Line, scope::Known};

/// A line that may be left empty.
fn optional(text: &str) -> Result<Option<Line>, &'static str> {
    match Line::new(text) {
        Ok(line) => Ok(Some(line)),
        Err("missing") => Ok(None),
        Err(code) => Err(code),
    }
}

/// Keeps an optional line, or notes its error.
fn keep_optional(errors: &mut Errors, field: &'static str, text: &str) -> Option<Line> {
    optional(text).map_err(|code| errors.add(field, code)).ok().flatten()
}

fn text(line: Option<&Line>) -> String {
    line.map_or("", Line::as_str).to_owned()
}

fn day_parts(day: NaiveDate) -> [String; 3] {
    [day.day().to_string(), day.month().to_string(), day.year().to_string()]
}

/// The slug of an answer of yes, no or not sure.
const fn slug(known: Known) -> &'static str {
    match known {
        Known::Yes => "yes",
        Known::No => "no",
        Known::NotSure => "not-sure",
    }
}
