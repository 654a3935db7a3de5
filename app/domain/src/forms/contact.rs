//! The fields in which somebody says how a person or organisation can be reached. Each may be empty.

use super::Errors;
use crate::{
    account::EmailAddress,
    area::Postcode,
    contact::{Contact, Phone},
    premises::{Address, AddressLine},
};

#[cfg(test)]
mod tests;

/// What was typed in the fields of a contact, which a form names `phone`, `email`, `line1`,
/// `line2`, `town` and `postcode`.
#[derive(Clone, Copy, Default)]
pub struct ContactFields<'a> {
    /// Telephone number.
    pub phone: &'a str,
    /// E-mail address.
    pub email: &'a str,
    /// Building and street.
    pub line1: &'a str,
    /// More of the address.
    pub line2: &'a str,
    /// Town or city.
    pub town: &'a str,
    /// Postcode.
    pub postcode: &'a str,
}

impl ContactFields<'_> {
    /// The fields in page order.
    pub const FIELDS: [&'static str; 6] = ["phone", "email", "line1", "line2", "town", "postcode"];

    /// What the fields say. Adds to `errors` a code for each that is wrong: `phone-invalid`,
    /// `email-invalid`, `postcode-invalid`, `too-long`, `not-text`; and `missing` where only part of
    /// an address was given.
    pub fn check(&self, errors: &mut Errors) -> Contact {
        let phone = optional(self.phone, |text| text.parse::<Phone>().map_err(|_| "phone-invalid"));
        let email = optional(self.email, |text| text.parse::<EmailAddress>().map_err(|_| "email-invalid"));
        Contact {
            phone: phone.unwrap_or_else(|code| note(errors, "phone", code)),
            email: email.unwrap_or_else(|code| note(errors, "email", code)),
            address: self.address(errors),
        }
    }

    fn address(&self, errors: &mut Errors) -> Option<Address> {
        let parts = [self.line1, self.line2, self.town, self.postcode];
        if parts.iter().all(|part| part.trim().is_empty()) {
            return None;
        }
        let line1 = AddressLine::new(self.line1).map_err(|code| errors.add("line1", code));
        let line2 = optional(self.line2, AddressLine::new).map_err(|code| errors.add("line2", code));
        let town = AddressLine::new(self.town).map_err(|code| errors.add("town", code));
        let read = if self.postcode.trim().is_empty() {
            Err("missing")
        } else {
            self.postcode.parse::<Postcode>().map_err(|_| "postcode-invalid")
        };
        let postcode = read.map_err(|code| errors.add("postcode", code));
        match (line1, line2, town, postcode) {
            (Ok(line1), Ok(line2), Ok(town), Ok(postcode)) => Some(Address { line1, line2, town, postcode }),
            _ => None,
        }
    }
}

fn optional<T>(
    text: &str,
    read: impl FnOnce(&str) -> Result<T, &'static str>,
) -> Result<Option<T>, &'static str> {
    if text.trim().is_empty() { Ok(None) } else { read(text).map(Some) }
}

fn note<T>(errors: &mut Errors, field: &'static str, code: &'static str) -> Option<T> {
    errors.add(field, code);
    None
}
