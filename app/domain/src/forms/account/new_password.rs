//! Another password: by a one-time link, or by knowing the old one.

use serde::{Deserialize, Serialize};

use crate::{account::Password, forms::Errors};

/// The form behind a one-time link.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NewPasswordForm {
    /// The password they chose.
    pub password: String,
}

impl NewPasswordForm {
    /// The new password.
    ///
    /// # Errors
    /// `missing`, `too-short` or `too-long`.
    pub fn check(&self) -> Result<Password, Errors> {
        Password::new(&self.password).map_err(|code| Errors::one("password", code))
    }
}

/// The form of somebody who is signed in.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChangePasswordForm {
    /// The password until now.
    pub old: String,
    /// The password from now on.
    pub password: String,
}

/// What a form for another password says.
#[derive(Clone)]
pub struct ChangePassword {
    /// What was typed as the password until now.
    pub old: String,
    /// The password from now on.
    pub new: Password,
}

impl ChangePasswordForm {
    /// What the form says.
    ///
    /// # Errors
    /// `missing`, `too-short`, `too-long`, and `same` for a password that is no other.
    pub fn check(&self) -> Result<ChangePassword, Errors> {
        let mut errors = Errors::none();
        if self.old.is_empty() {
            errors.add("old", "missing");
        }
        let new = Password::new(&self.password).map_err(|code| errors.add("password", code));
        if new.is_ok() && self.old == self.password {
            errors.add("password", "same");
        }
        match new {
            // A longer one is no account's password, and would cost as much to hash as it is long.
            Ok(new) => errors.or(|| {
                let old = self.old.chars().take(Password::LONGEST + 1).collect();
                ChangePassword { old, new }
            }),
            Err(()) => Err(errors),
        }
    }
}
