//! A notice that was given to the regulator, and taking its record back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Errors, parts};
use crate::{
    account::one_line,
    notice::{Notice, What},
    notification::{Entry, Field},
};

#[cfg(test)]
mod tests;

/// The form about a notice.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NoticeForm {
    /// The slug of a [`What`].
    pub what: String,
    /// Day of the month on which it was given.
    pub given_day: String,
    /// The month, as a number.
    pub given_month: String,
    /// The year, in four digits.
    pub given_year: String,
    /// The regulator's reference; may be empty.
    pub reference: String,
    /// `yes` where the regulator was told what the portal says, else `no`. Not looked at for whoever
    /// ceased to be responsible.
    pub same: String,
    /// The slugs of the fields that the regulator was told otherwise; only looked at for `no`.
    pub otherwise: Vec<String>,
    /// The fingerprint of the facts that the person saw.
    pub seen: String,
    /// Tells a form sent twice from two forms.
    pub once: String,
}

impl NoticeForm {
    /// What the form says, with the facts that stand today. No day can be before the Act.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `not-text`; at `given`
    /// also `day-invalid`, `day-to-come` and `too-early`.
    pub fn check(
        &self,
        today: NaiveDate,
        act: Option<NaiveDate>,
        facts: Vec<Entry>,
    ) -> Result<Notice, Errors> {
        let mut errors = Errors::none();
        let what =
            if self.what.is_empty() { Err("missing") } else { What::from_slug(&self.what).ok_or("invalid") };
        let what = what.map_err(|code| errors.add("what", code));
        let given_on = self.given_on(today, act).map_err(|code| errors.add("given", code));
        let reference = parts::optional(&self.reference, 60).map_err(|code| errors.add("reference", code));
        let facts = if what == Ok(What::Ceased) { Vec::new() } else { facts };
        let otherwise = if facts.is_empty() { Ok(Vec::new()) } else { self.otherwise() };
        let otherwise = otherwise.map_err(|(field, code)| errors.add(field, code));
        match (what, given_on, reference, otherwise) {
            (Ok(what), Ok(given_on), Ok(reference), Ok(otherwise)) => {
                Ok(Notice { what, given_on, reference, facts, otherwise })
            }
            _ => Err(errors),
        }
    }

    fn given_on(&self, today: NaiveDate, act: Option<NaiveDate>) -> Result<NaiveDate, &'static str> {
        let day = parts::day(&self.given_day, &self.given_month, &self.given_year)?;
        if day > today {
            Err("day-to-come")
        } else if act.is_some_and(|act| day < act) {
            Err("too-early")
        } else {
            Ok(day)
        }
    }

    fn otherwise(&self) -> Result<Vec<Field>, (&'static str, &'static str)> {
        match self.same.as_str() {
            "yes" => Ok(Vec::new()),
            "no" if self.otherwise.is_empty() => Err(("otherwise", "missing")),
            "no" => {
                let field = |slug: &String| Field::from_slug(slug).filter(|field| field.can_change());
                let fields: Option<Vec<_>> = self.otherwise.iter().map(field).collect();
                fields.ok_or(("otherwise", "invalid"))
            }
            "" => Err(("same", "missing")),
            _ => Err(("same", "invalid")),
        }
    }
}

/// The form that takes the record of a notice back.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TakeBackForm {
    /// Why.
    pub why: String,
}

impl TakeBackForm {
    /// Why, in one line.
    ///
    /// # Errors
    /// At `why`: `missing`, `too-long` or `not-text`.
    pub fn check(&self) -> Result<String, Errors> {
        one_line(&self.why, 200).map_err(|code| Errors::one("why", code))
    }
}
