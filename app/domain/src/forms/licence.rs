//! A licence, certificate or notice.

use serde::{Deserialize, Serialize};

use super::{Errors, parts};
use crate::{
    account::one_line,
    licence::{Licence, LicenceKind, LicenceState},
};

#[cfg(test)]
mod tests;

/// The licence form.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LicenceForm {
    /// The slug of a [`LicenceKind`].
    pub kind: String,
    /// One of [`LicenceState::SLUGS`].
    pub state: String,
    /// What it is for, or its number.
    pub description: String,
    /// Who issued it, or will.
    pub authority: String,
    /// First day of the month. The days are only looked at for a licence in force.
    pub from_day: String,
    /// The month, as a number.
    pub from_month: String,
    /// The year, in four digits.
    pub from_year: String,
    /// Last day of the month; all three may be empty.
    pub to_day: String,
    /// The month, as a number.
    pub to_month: String,
    /// The year, in four digits.
    pub to_year: String,
    /// The version that the person saw; empty for a new licence.
    pub version: String,
    /// Tells a form sent twice from two forms; empty for a change.
    pub once: String,
}

impl LicenceForm {
    /// The form that says what a licence says.
    pub fn of(licence: &Licence, version: u32) -> Self {
        let mut form = Self {
            kind: licence.kind.as_str().into(),
            state: licence.state.as_str().into(),
            description: licence.description.clone(),
            authority: licence.authority.clone(),
            version: version.to_string(),
            ..Self::default()
        };
        if let LicenceState::InForce { from, to } = licence.state {
            [form.from_day, form.from_month, form.from_year] = parts::parts_of(from);
            [form.to_day, form.to_month, form.to_year] = to.map(parts::parts_of).unwrap_or_default();
        }
        form
    }

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `invalid`, `too-long`, `not-text`; at `from`
    /// and `to` also `day-invalid` and `too-early` (it ends before it begins).
    pub fn check(&self) -> Result<Licence, Errors> {
        let mut errors = Errors::none();
        let kind = parts::chosen(&self.kind, LicenceKind::from_slug).map_err(|code| errors.add("kind", code));
        let state = self.state(&mut errors);
        let description = one_line(&self.description, 150).map_err(|code| errors.add("description", code));
        let authority = one_line(&self.authority, 150).map_err(|code| errors.add("authority", code));
        match (kind, state, description, authority) {
            (Ok(kind), Some(state), Ok(description), Ok(authority)) => {
                errors.or(|| Licence { kind, state, description, authority })
            }
            _ => Err(errors),
        }
    }

    /// The version that the person saw.
    pub fn version(&self) -> Option<u32> {
        self.version.parse().ok()
    }

    fn state(&self, errors: &mut Errors) -> Option<LicenceState> {
        match self.state.as_str() {
            "in-force" => {
                let from = parts::day(&self.from_day, &self.from_month, &self.from_year);
                let from = from.map_err(|code| errors.add("from", code)).ok();
                let to = parts::optional_day([&self.to_day, &self.to_month, &self.to_year]);
                let to = to.map_err(|code| errors.add("to", code)).ok().flatten();
                if from.zip(to).is_some_and(|(first, last)| last < first) {
                    errors.add("to", "too-early");
                }
                Some(LicenceState::InForce { from: from?, to })
            }
            "applied-for" => Some(LicenceState::AppliedFor),
            "notice-given" => Some(LicenceState::NoticeGiven),
            "" => {
                errors.add("state", "missing");
                None
            }
            _ => {
                errors.add("state", "invalid");
                None
            }
        }
    }
}
