//! When and how is the date of the event first made public?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{day_parts, text};
use crate::{
    event::{Event, Format, Line, Publicity},
    forms::{Errors, parts, premises::keep},
};

/// The form about publicity.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PublicityForm {
    /// `on` a day, or `not` at all. The day and the format are only looked at for `on`.
    pub publicised: String,
    /// Day of the month of the first day, past or planned.
    pub first_on_day: String,
    /// Its month, as a number.
    pub first_on_month: String,
    /// Its year, in four digits.
    pub first_on_year: String,
    /// `web`, `social`, `other` or `not-known`.
    pub format: String,
    /// The web address; only looked at for `web`.
    pub web: String,
    /// The platform; only looked at for `social`.
    pub platform: String,
    /// The account; only looked at for `social`.
    pub account: String,
    /// How, in words; only looked at for `other`.
    pub described: String,
    /// Whether the event was taken over after somebody else publicised it: `yes` or `no`.
    pub taken_over: String,
    /// Day of the month that it was taken over on; only looked at for `yes`.
    pub taken_over_on_day: String,
    /// Its month, as a number.
    pub taken_over_on_month: String,
    /// Its year, in four digits.
    pub taken_over_on_year: String,
    /// The version that the person saw.
    pub version: String,
}

impl PublicityForm {
    /// The form for an event; blank where nothing was said yet.
    pub fn of(event: &Event) -> Self {
        let version = event.version.to_string();
        let Some(said) = &event.details.publicity else { return Self { version, ..Self::default() } };
        let [first_on_day, first_on_month, first_on_year] = said.first.map(day_parts).unwrap_or_default();
        let [taken_over_on_day, taken_over_on_month, taken_over_on_year] =
            said.taken_over.map(day_parts).unwrap_or_default();
        let mut form = Self {
            publicised: if said.first.is_some() { "on" } else { "not" }.into(),
            first_on_day,
            first_on_month,
            first_on_year,
            format: "not-known".into(),
            taken_over: if said.taken_over.is_some() { "yes" } else { "no" }.into(),
            taken_over_on_day,
            taken_over_on_month,
            taken_over_on_year,
            version,
            ..Self::default()
        };
        match &said.format {
            None => {}
            Some(Format::Web(address)) => {
                form.format = "web".into();
                form.web = text(Some(address));
            }
            Some(Format::Social { platform, account }) => {
                form.format = "social".into();
                form.platform = text(Some(platform));
                form.account = text(Some(account));
            }
            Some(Format::Other(how)) => {
                form.format = "other".into();
                form.described = text(Some(how));
            }
        }
        form
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `day-invalid`, `too-long`,
    /// `not-text`; at `taken_over_on` also `too-early` (before it was publicised) and `day-to-come`.
    pub fn check(&self, today: NaiveDate) -> Result<Publicity, Errors> {
        let mut errors = Errors::none();
        let first = match self.publicised.as_str() {
            "on" => {
                let day = parts::day(&self.first_on_day, &self.first_on_month, &self.first_on_year);
                keep(&mut errors, "first_on", day)
            }
            "not" => None,
            other => {
                errors.add("publicised", if other.is_empty() { "missing" } else { "invalid" });
                None
            }
        };
        let format = if self.publicised == "on" { self.format(&mut errors) } else { None };
        let taken_over = self.taken_over(&mut errors, first, today);
        errors.or(|| Publicity { first, format, taken_over })
    }

    fn format(&self, errors: &mut Errors) -> Option<Format> {
        let mut line = |field, text: &str| keep(errors, field, Line::new(text));
        match self.format.as_str() {
            "web" => line("web", &self.web).map(Format::Web),
            "social" => {
                let (platform, account) = (line("platform", &self.platform), line("account", &self.account));
                Some(Format::Social { platform: platform?, account: account? })
            }
            "other" => line("described", &self.described).map(Format::Other),
            "not-known" => None,
            other => {
                errors.add("format", if other.is_empty() { "missing" } else { "invalid" });
                None
            }
        }
    }

    fn taken_over(
        &self,
        errors: &mut Errors,
        first: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<NaiveDate> {
        match self.taken_over.as_str() {
            // Nobody publicised it before somebody took it over.
            _ if self.publicised == "not" => None,
            "yes" => {
                let [day, month, year] =
                    [&self.taken_over_on_day, &self.taken_over_on_month, &self.taken_over_on_year];
                let on = keep(errors, "taken_over_on", parts::day(day, month, year))?;
                if on > today {
                    errors.add("taken_over_on", "day-to-come");
                } else if first.is_some_and(|first| on < first) {
                    errors.add("taken_over_on", "too-early");
                }
                Some(on)
            }
            "no" => None,
            other => {
                errors.add("taken_over", if other.is_empty() { "missing" } else { "invalid" });
                None
            }
        }
    }
}
