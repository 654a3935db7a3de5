//! Taking up an invitation.

use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::{
    account::{Password, PersonName},
    forms::Errors,
};

/// The form of somebody who was invited. Address and role are the invitation's.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct JoinForm {
    /// The person's name.
    #[validate(length(max = 200, code = "too-long"))]
    pub name: String,
    /// The password they chose.
    pub password: String,
}

/// What the form of somebody who was invited says.
#[derive(Clone, Debug)]
pub struct Join {
    /// The person's name.
    pub name: PersonName,
    /// The password they chose.
    pub password: Password,
}

impl JoinForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 2] = ["name", "password"];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `too-short`, `not-text`.
    pub fn check(&self) -> Result<Join, Errors> {
        let mut errors = self
            .validate()
            .err()
            .map_or_else(Errors::none, |found| Errors::from_validator(&found, &Self::FIELDS));
        let name = PersonName::new(&self.name).map_err(|code| errors.add("name", code));
        let password = Password::new(&self.password).map_err(|code| errors.add("password", code));
        match (name, password) {
            (Ok(name), Ok(password)) => errors.or(|| Join { name, password }),
            _ => Err(errors),
        }
    }
}
