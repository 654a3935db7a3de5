//! When is the event held, and was it held before?

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::{day_parts, keep_optional, slug, text};
use crate::{
    event::{Dates, Earlier, Event, HeldBefore, clock_time},
    forms::{
        Errors, parts,
        premises::{keep, known},
    },
    scope::Known,
};

/// The form about dates.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DatesForm {
    /// Day of the month of the start.
    pub starts_on_day: String,
    /// Its month, as a number.
    pub starts_on_month: String,
    /// Its year, in four digits.
    pub starts_on_year: String,
    /// Time of the start.
    pub starts_at: String,
    /// Day of the month of the end.
    pub ends_on_day: String,
    /// Its month, as a number.
    pub ends_on_month: String,
    /// Its year, in four digits.
    pub ends_on_year: String,
    /// Time of the end.
    pub ends_at: String,
    /// Day of the month of first admission.
    pub admission_on_day: String,
    /// Its month, as a number.
    pub admission_on_month: String,
    /// Its year, in four digits.
    pub admission_on_year: String,
    /// Time of first admission.
    pub admission_at: String,
    /// Whether it was held before: `yes`, `no` or `not-sure`. The rest of the last time is only looked
    /// at for `yes`, and may be empty.
    pub held_before: String,
    /// Day of the month of the last time.
    pub last_on_day: String,
    /// Its month, as a number.
    pub last_on_month: String,
    /// Its year, in four digits.
    pub last_on_year: String,
    /// Where it was.
    pub last_place: String,
    /// Its name and brand then.
    pub last_name: String,
    /// Who was responsible.
    pub last_responsible: String,
    /// How to reach them.
    pub last_contact: String,
    /// Whether it is meant to be held again: `yes`, `no` or `not-sure`.
    pub repeats: String,
    /// The version that the person saw.
    pub version: String,
}

impl DatesForm {
    /// The form for an event; blank where nothing was said yet.
    pub fn of(event: &Event) -> Self {
        let version = event.version.to_string();
        let Some(dates) = &event.details.dates else { return Self { version, ..Self::default() } };
        let time = |moment: NaiveDateTime| moment.format("%H:%M").to_string();
        let [starts_on_day, starts_on_month, starts_on_year] = day_parts(dates.starts.date());
        let [ends_on_day, ends_on_month, ends_on_year] = day_parts(dates.ends.date());
        let [admission_on_day, admission_on_month, admission_on_year] = day_parts(dates.admission.date());
        let (held_before, last) = match &dates.held_before {
            HeldBefore::No => ("no", Earlier::default()),
            HeldBefore::NotSure => ("not-sure", Earlier::default()),
            HeldBefore::Yes(last) => ("yes", (**last).clone()),
        };
        let [last_on_day, last_on_month, last_on_year] = last.on.map(day_parts).unwrap_or_default();
        Self {
            starts_on_day,
            starts_on_month,
            starts_on_year,
            starts_at: time(dates.starts),
            ends_on_day,
            ends_on_month,
            ends_on_year,
            ends_at: time(dates.ends),
            admission_on_day,
            admission_on_month,
            admission_on_year,
            admission_at: time(dates.admission),
            held_before: held_before.into(),
            last_on_day,
            last_on_month,
            last_on_year,
            last_place: text(last.place.as_ref()),
            last_name: text(last.name.as_ref()),
            last_responsible: text(last.responsible.as_ref()),
            last_contact: text(last.contact.as_ref()),
            repeats: slug(dates.repeats).into(),
            version,
        }
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `day-invalid`, `time-invalid`, `invalid`,
    /// `too-long`, `not-text`; at `ends_on` also `before-start`, at `admission_on` `after-end`, at
    /// `last_on` `after-start`.
    pub fn check(&self) -> Result<Dates, Errors> {
        let mut errors = Errors::none();
        let start = [&self.starts_on_day, &self.starts_on_month, &self.starts_on_year];
        let starts = moment(&mut errors, ["starts_on", "starts_at"], start, &self.starts_at);
        let end = [&self.ends_on_day, &self.ends_on_month, &self.ends_on_year];
        let ends = moment(&mut errors, ["ends_on", "ends_at"], end, &self.ends_at);
        let admitted = [&self.admission_on_day, &self.admission_on_month, &self.admission_on_year];
        let admission = moment(&mut errors, ["admission_on", "admission_at"], admitted, &self.admission_at);
        if starts.zip(ends).is_some_and(|(starts, ends)| ends <= starts) {
            errors.add("ends_on", "before-start");
        }
        if admission.zip(ends).is_some_and(|(admission, ends)| admission >= ends) {
            errors.add("admission_on", "after-end");
        }
        let held_before = self.held_before(&mut errors, starts.map(|starts| starts.date()));
        let repeats = keep(&mut errors, "repeats", known(&self.repeats));
        match (starts, ends, admission, held_before, repeats) {
            (Some(starts), Some(ends), Some(admission), Some(held_before), Some(repeats)) => {
                errors.or(|| Dates { starts, ends, admission, held_before, repeats })
            }
            _ => Err(errors),
        }
    }

    fn held_before(&self, errors: &mut Errors, starts: Option<NaiveDate>) -> Option<HeldBefore> {
        match keep(errors, "held_before", known(&self.held_before))? {
            Known::No => Some(HeldBefore::No),
            Known::NotSure => Some(HeldBefore::NotSure),
            Known::Yes => {
                let on = match parts::day(&self.last_on_day, &self.last_on_month, &self.last_on_year) {
                    Err("missing") => None,
                    other => keep(errors, "last_on", other),
                };
                if on.zip(starts).is_some_and(|(on, starts)| on >= starts) {
                    errors.add("last_on", "after-start");
                }
                Some(HeldBefore::Yes(Box::new(Earlier {
                    on,
                    place: keep_optional(errors, "last_place", &self.last_place),
                    name: keep_optional(errors, "last_name", &self.last_name),
                    responsible: keep_optional(errors, "last_responsible", &self.last_responsible),
                    contact: keep_optional(errors, "last_contact", &self.last_contact),
                })))
            }
        }
    }
}

/// A day and a time, with an error at each.
fn moment(
    errors: &mut Errors,
    [day_field, time_field]: [&'static str; 2],
    [day, month, year]: [&String; 3],
    time: &str,
) -> Option<NaiveDateTime> {
    let day = keep(errors, day_field, parts::day(day, month, year));
    let read = if time.trim().is_empty() { Err("missing") } else { clock_time(time).ok_or("time-invalid") };
    let time = keep(errors, time_field, read);
    Some(day?.and_time(time?))
}
