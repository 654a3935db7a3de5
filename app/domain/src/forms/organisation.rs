//! Registering an organisation, saying more about it, inviting colleagues to it.

mod details;
mod members;

#[cfg(test)]
mod tests;

pub use details::{DetailsForm, StatedDetails};
pub use members::{InviteMember, InviteMemberForm, RoleForm};

use serde::{Deserialize, Serialize};

use super::Errors;
use crate::{account::one_line, organisation::OrganisationDetails};

/// The form to register an organisation.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OrganisationForm {
    /// Its name.
    pub name: String,
    /// Its company or charity number; may be empty.
    pub number: String,
    /// Tells a form sent twice from two forms.
    pub once: String,
}

impl OrganisationForm {
    /// What the form says.
    ///
    /// # Errors
    /// For `name`: `missing`, `too-long`, `not-text`; for `number`: `too-long`, `not-text`.
    pub fn check(&self) -> Result<OrganisationDetails, Errors> {
        let mut errors = Errors::none();
        let name = one_line(&self.name, OrganisationDetails::LONGEST_NAME)
            .map_err(|code| errors.add("name", code))
            .unwrap_or_default();
        let number = optional_line(&mut errors, "number", &self.number, OrganisationDetails::LONGEST_NUMBER);
        errors.or(|| OrganisationDetails { number, ..OrganisationDetails::named(name) })
    }
}

/// One line that may be left out.
fn optional_line(errors: &mut Errors, field: &'static str, text: &str, longest: usize) -> Option<String> {
    match one_line(text, longest) {
        Ok(line) => Some(line),
        Err("missing") => None,
        Err(code) => {
            errors.add(field, code);
            None
        }
    }
}
