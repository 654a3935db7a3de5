//! How can somebody be reached?

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{account::EmailAddress, premises::Address};

#[cfg(test)]
mod tests;

/// Telephone, e-mail and postal address, each where there is one (SI 2026/793, Schedule Part 1).
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Telephone number.
    pub phone: Option<Phone>,
    /// E-mail address.
    pub email: Option<EmailAddress>,
    /// Postal address, with its postcode.
    pub address: Option<Address>,
}

impl Contact {
    /// Whether there is no way at all to reach them.
    pub fn is_empty(&self) -> bool {
        self.phone.is_none() && self.email.is_none() && self.address.is_none()
    }

    /// What there is, a way to reach them a line.
    pub fn lines(&self) -> Vec<String> {
        let phone = self.phone.as_ref().map(|phone| phone.as_str().to_owned());
        let email = self.email.as_ref().map(|email| email.as_str().to_owned());
        let address = self.address.as_ref().map(|address| address.lines().join(", "));
        [phone, email, address].into_iter().flatten().collect()
    }
}

/// Personal data: nothing of it in a log.
impl fmt::Debug for Contact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Contact")
    }
}

/// A telephone number as it was typed: 7 to 15 digits, with spaces, brackets, hyphens and a leading
/// plus, and perhaps an extension such as `ext 12`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// Text that is no telephone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a telephone number")]
pub struct BadPhone;

impl Phone {
    /// The longest text, in characters.
    pub const LONGEST: usize = 40;

    /// The number as it was typed, without the spaces around it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Phone {
    type Err = BadPhone;

    fn from_str(text: &str) -> Result<Self, BadPhone> {
        let text = text.trim();
        let lower = text.to_ascii_lowercase();
        let (number, extension) = lower.split_once("ext").unwrap_or((&lower, ""));
        let digits = number.chars().filter(char::is_ascii_digit).count();
        let number_reads = number
            .chars()
            .enumerate()
            .all(|(place, c)| c.is_ascii_digit() || " ()-.".contains(c) || (c == '+' && place == 0));
        let extension_reads = extension.chars().all(|c| c.is_ascii_digit() || " .:".contains(c));
        if text.chars().count() <= Self::LONGEST
            && (7..=15).contains(&digits)
            && number_reads
            && extension_reads
        {
            Ok(Self(text.to_owned()))
        } else {
            Err(BadPhone)
        }
    }
}

impl TryFrom<String> for Phone {
    type Error = BadPhone;

    fn try_from(text: String) -> Result<Self, BadPhone> {
        text.parse()
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

/// Personal data: no number in a log.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone")
    }
}
