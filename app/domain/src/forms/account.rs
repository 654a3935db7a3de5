//! Signing up, signing in, setting a new password.

#[cfg(feature = "content")]
mod invite;
mod join;
mod new_password;

#[cfg(feature = "content")]
pub use invite::{Invite, InviteForm};
pub use join::{Join, JoinForm};
pub use new_password::{ChangePassword, ChangePasswordForm, NewPasswordForm};

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::Errors;
use crate::account::{EmailAddress, Password, PersonName};

/// The sign-up form.
#[derive(Clone, Default, Serialize, Deserialize, Validate)]
#[serde(default, deny_unknown_fields)]
pub struct SignUpForm {
    /// The person's name.
    #[validate(length(max = 200, code = "too-long"))]
    pub name: String,
    /// Their e-mail address.
    #[validate(length(max = 254, code = "too-long"))]
    pub email: String,
    /// The password they chose.
    pub password: String,
}

/// What a sign-up form says.
#[derive(Clone, Debug)]
pub struct SignUp {
    /// The person's name.
    pub name: PersonName,
    /// Their e-mail address.
    pub email: EmailAddress,
    /// The password they chose.
    pub password: Password,
}

impl SignUpForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 3] = ["name", "email", "password"];

    /// What the form says.
    ///
    /// # Errors
    /// A code for each field that is wrong: `missing`, `too-long`, `too-short`, `not-text`, `invalid`.
    pub fn check(&self) -> Result<SignUp, Errors> {
        let mut errors = self
            .validate()
            .err()
            .map_or_else(Errors::none, |found| Errors::from_validator(&found, &Self::FIELDS));
        let name = PersonName::new(&self.name).map_err(|code| errors.add("name", code));
        let email = email(&self.email).map_err(|code| errors.add("email", code));
        let password = Password::new(&self.password).map_err(|code| errors.add("password", code));
        match (name, email, password) {
            (Ok(name), Ok(email), Ok(password)) => errors.or(|| SignUp { name, email, password }),
            _ => Err(errors),
        }
    }
}

/// The sign-in form.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SignInForm {
    /// The account's e-mail address.
    pub email: String,
    /// The account's password.
    pub password: String,
    /// The page to go on to, a path of this portal.
    pub back: String,
}

impl SignInForm {
    /// The fields in page order.
    pub const FIELDS: [&str; 2] = ["email", "password"];

    /// The address and the password to try.
    ///
    /// # Errors
    /// A code for each field that is empty or not of its form.
    pub fn check(&self) -> Result<(EmailAddress, String), Errors> {
        let mut errors = Errors::none();
        let email = email(&self.email).map_err(|code| errors.add("email", code));
        if self.password.is_empty() {
            errors.add("password", "missing");
        }
        match email {
            // A longer one is no account's password, and would cost as much to hash as it is long.
            Ok(email) => errors.or(|| (email, self.password.chars().take(Password::LONGEST + 1).collect())),
            Err(()) => Err(errors),
        }
    }

    /// Where to go on to: a path of this portal, and nothing else.
    pub fn back(&self) -> Option<&str> {
        let own = self.back.starts_with('/')
            && !self.back.starts_with("//")
            && self.back.len() <= 200
            && self.back.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-_.".contains(&b));
        own.then_some(self.back.as_str())
    }
}

pub(super) fn email(text: &str) -> Result<EmailAddress, &'static str> {
    if text.trim().is_empty() { Err("missing") } else { text.parse().map_err(|_| "invalid") }
}

#[cfg(test)]
mod tests;
