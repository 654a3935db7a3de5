//! Registering an organisation.

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
        let name = one_line(&self.name, 150).map_err(|code| errors.add("name", code)).unwrap_or_default();
        let number = match one_line(&self.number, 20) {
            Ok(number) => Some(number),
            Err("missing") => None,
            Err(code) => {
                errors.add("number", code);
                None
            }
        };
        errors.or(|| OrganisationDetails { name, number })
    }
}
