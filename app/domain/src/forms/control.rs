//! Who is responsible, and who else has control?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{
    Errors, parts,
    premises::{keep, known, lengths},
};
use crate::{
    control::{Control, OperatorIs},
    scope::Known,
};

#[cfg(test)]
mod tests;

/// The form about control. Any part may be left open.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct ControlForm {
    /// What the operator is: the slug of an [`OperatorIs`], or empty.
    #[validate(length(max = 20, code = "invalid"))]
    pub operator: String,
    /// Day of the month since when the operator is responsible. Not asked of an event.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub since_day: String,
    /// The month, as a number.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub since_month: String,
    /// The year, in four digits.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub since_year: String,
    /// Day of the month on which the operator ceased to be responsible.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub until_day: String,
    /// The month, as a number.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub until_month: String,
    /// The year, in four digits.
    #[validate(length(max = 10, code = "day-invalid"))]
    pub until_year: String,
    /// Whether others are responsible or have control: `yes`, `no`, `not-sure`, or empty.
    #[validate(length(max = 10, code = "invalid"))]
    pub others: String,
    /// Whether the operator is responsible elsewhere too: as above.
    #[validate(length(max = 10, code = "invalid"))]
    pub elsewhere: String,
    /// Whether there are licences: as above.
    #[validate(length(max = 10, code = "invalid"))]
    pub licensed: String,
    /// The version that the person saw.
    pub version: String,
}

impl ControlForm {
    /// The fields in page order. Errors of the days are at `since` and `until`.
    pub const FIELDS: [&str; 11] = [
        "operator",
        "since_day",
        "since_month",
        "since_year",
        "until_day",
        "until_month",
        "until_year",
        "others",
        "elsewhere",
        "licensed",
        "version",
    ];

    /// The form that says what is known.
    pub fn of(control: &Control, seen: u32) -> Self {
        let days = |day: Option<NaiveDate>| day.map(parts::parts_of).unwrap_or_default();
        let [since_day, since_month, since_year] = days(control.since);
        let [until_day, until_month, until_year] = days(control.until);
        Self {
            operator: control.operator.map_or("", OperatorIs::as_str).into(),
            since_day,
            since_month,
            since_year,
            until_day,
            until_month,
            until_year,
            others: slug(control.others).into(),
            elsewhere: slug(control.elsewhere).into(),
            licensed: slug(control.licensed).into(),
            version: seen.to_string(),
        }
    }

    /// What the form says.
    ///
    /// # Errors
    /// `invalid`; at `since` and `until` `day-invalid`, and `too-early` where it ended before it began.
    pub fn check(&self) -> Result<Control, Errors> {
        let mut errors = lengths(self, &Self::FIELDS);
        let operator = match self.operator.as_str() {
            "" => None,
            slug => keep(&mut errors, "operator", OperatorIs::from_slug(slug).ok_or("invalid")),
        };
        let since = parts::optional_day([&self.since_day, &self.since_month, &self.since_year]);
        let since = keep(&mut errors, "since", since).flatten();
        let until = parts::optional_day([&self.until_day, &self.until_month, &self.until_year]);
        let until = keep(&mut errors, "until", until).flatten();
        if since.zip(until).is_some_and(|(first, last)| last < first) {
            errors.add("until", "too-early");
        }
        let mut open = |field, text: &str| match text {
            "" => Known::NotSure,
            text => keep(&mut errors, field, known(text)).unwrap_or_default(),
        };
        let others = open("others", &self.others);
        let elsewhere = open("elsewhere", &self.elsewhere);
        let licensed = open("licensed", &self.licensed);
        errors.or(|| Control { operator, since, until, others, elsewhere, licensed })
    }
}

/// Not sure and not said yet look the same: no choice is made.
fn slug(known: Known) -> &'static str {
    match known {
        Known::Yes => "yes",
        Known::No => "no",
        Known::NotSure => "",
    }
}
