//! A Competent Person record: who holds which qualification.

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Errors, parts};
use crate::{
    account::{PersonName, one_line},
    competent_person::{CompetentPersonDetails, Expiry, qualification},
};

/// The Competent Person form.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CompetentPersonForm {
    /// The person's name.
    pub name: String,
    /// Their role at the premises.
    pub role: String,
    /// The id of a qualification.
    pub qualification: String,
    /// Which qualification; only looked at where the list has no name for it.
    pub described: String,
    /// Who awarded it.
    pub awarding_body: String,
    /// Certificate or register number; may be empty.
    pub number: String,
    /// Day of the month it was awarded on.
    pub awarded_on_day: String,
    /// The month, as a number.
    pub awarded_on_month: String,
    /// The year, in four digits.
    pub awarded_on_year: String,
    /// `none-stated` or `on`.
    pub expiry: String,
    /// Last day of the month; only looked at for `on`.
    pub expires_on_day: String,
    /// The month, as a number.
    pub expires_on_month: String,
    /// The year, in four digits.
    pub expires_on_year: String,
    /// The version that the person saw; empty for a new record.
    pub version: String,
    /// Tells a form sent twice from two forms; empty for a change.
    pub once: String,
}

impl CompetentPersonForm {
    /// The form that says what a record says.
    pub fn of(details: &CompetentPersonDetails, version: u32) -> Self {
        let awarded = details.awarded_on;
        let mut form = Self {
            name: details.name.as_str().to_owned(),
            role: details.role.clone(),
            qualification: details.qualification.clone(),
            described: details.described.clone().unwrap_or_default(),
            awarding_body: details.awarding_body.clone(),
            number: details.number.clone().unwrap_or_default(),
            expiry: "none-stated".into(),
            version: version.to_string(),
            ..Self::default()
        };
        [form.awarded_on_day, form.awarded_on_month, form.awarded_on_year] = parts::parts_of(awarded);
        if let Expiry::On(last) = details.expiry {
            form.expiry = "on".into();
            [form.expires_on_day, form.expires_on_month, form.expires_on_year] = parts::parts_of(last);
        }
        form
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `not-text`, `invalid`; at
    /// `awarded_on` and `expires_on` also `day-invalid`, `day-to-come` (awarded) and `too-early`
    /// (expires before it was awarded).
    pub fn check(&self, today: NaiveDate) -> Result<CompetentPersonDetails, Errors> {
        let mut errors = Errors::none();
        let name = PersonName::new(&self.name).map_err(|code| errors.add("name", code));
        let role = one_line(&self.role, 100).map_err(|code| errors.add("role", code));
        let known = self.qualification().map_err(|(field, code)| errors.add(field, code));
        let awarding_body =
            one_line(&self.awarding_body, 150).map_err(|code| errors.add("awarding_body", code));
        let number = parts::optional(&self.number, 60).map_err(|code| errors.add("number", code));
        let awarded =
            parts::past_day([&self.awarded_on_day, &self.awarded_on_month, &self.awarded_on_year], today);
        let awarded = awarded.map_err(|code| errors.add("awarded_on", code));
        let expiry = self.expiry(awarded.ok()).map_err(|(field, code)| errors.add(field, code));
        match (name, role, known, awarding_body, number, awarded, expiry) {
            (
                Ok(name),
                Ok(role),
                Ok((qualification, described)),
                Ok(awarding_body),
                Ok(number),
                Ok(awarded_on),
                Ok(expiry),
            ) => Ok(CompetentPersonDetails {
                name,
                role,
                qualification,
                described,
                awarding_body,
                number,
                awarded_on,
                expiry,
            }),
            _ => Err(errors),
        }
    }

    /// The version that the person saw.
    pub fn version(&self) -> Option<u32> {
        self.version.parse().ok()
    }

    fn qualification(&self) -> Result<(String, Option<String>), (&'static str, &'static str)> {
        if self.qualification.is_empty() {
            return Err(("qualification", "missing"));
        }
        let known = qualification(&self.qualification).ok_or(("qualification", "invalid"))?;
        let described = if known.described {
            Some(one_line(&self.described, 150).map_err(|code| ("described", code))?)
        } else {
            None
        };
        Ok((known.id.to_owned(), described))
    }

    fn expiry(&self, awarded: Option<NaiveDate>) -> Result<Expiry, (&'static str, &'static str)> {
        match self.expiry.as_str() {
            "none-stated" => Ok(Expiry::NoneStated),
            "on" => {
                let last = parts::day(&self.expires_on_day, &self.expires_on_month, &self.expires_on_year)
                    .map_err(|code| ("expires_on", code))?;
                if awarded.is_some_and(|awarded| last < awarded) {
                    return Err(("expires_on", "too-early"));
                }
                Ok(Expiry::On(last))
            }
            "" => Err(("expiry", "missing")),
            _ => Err(("expiry", "invalid")),
        }
    }
}
