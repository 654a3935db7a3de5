//! Is it a company's number, or a charity's, as far as its form tells?

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A number at Companies House: 8 characters, such as `01234567`, `SC123456` or `IP00123R`.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CompanyNumber(String);

/// Why text is no company number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadCompanyNumber {
    /// Digits only, and fewer than 8: the zeros at the front are missing.
    #[error("fewer than 8 digits")]
    Short,
    /// Not two letters or digits, and then digits.
    #[error("not of the form of a company number")]
    Form,
}

impl BadCompanyNumber {
    /// The code for a form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Short => "company-short",
            Self::Form => "company-form",
        }
    }
}

impl CompanyNumber {
    /// The number, in capitals and without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CompanyNumber {
    type Err = BadCompanyNumber;

    fn from_str(text: &str) -> Result<Self, BadCompanyNumber> {
        let number = squeezed(text);
        if (1..8).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(BadCompanyNumber::Short);
        }
        // Registered societies have a letter at the end.
        let body = number.strip_suffix(|c: char| c.is_ascii_alphabetic()).unwrap_or(&number);
        let reads = number.len() == 8
            && body.bytes().take(2).all(|b| b.is_ascii_alphanumeric())
            && body.bytes().skip(2).all(|b| b.is_ascii_digit());
        if reads { Ok(Self(number)) } else { Err(BadCompanyNumber::Form) }
    }
}

/// A charity's number: 6 or 7 digits in England and Wales, `SC` and 6 digits in Scotland, `NIC` and
/// 6 digits in Northern Ireland. A linked charity has a hyphen and its own number after it.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CharityNumber(String);

/// Text that is no charity's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not of the form of a charity number")]
pub struct BadCharityNumber;

impl CharityNumber {
    /// The number, in capitals and without spaces.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for CharityNumber {
    type Err = BadCharityNumber;

    fn from_str(text: &str) -> Result<Self, BadCharityNumber> {
        let number = squeezed(text);
        let (main, linked) = number.split_once('-').map_or((number.as_str(), None), |(a, b)| (a, Some(b)));
        let digits = |text: &str, lengths: &[usize]| {
            lengths.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
        };
        let main_reads = match (main.strip_prefix("NIC"), main.strip_prefix("SC")) {
            (Some(rest), _) | (_, Some(rest)) => digits(rest, &[6]),
            _ => digits(main, &[6, 7]),
        };
        if main_reads && linked.is_none_or(|linked| digits(linked, &[1, 2, 3])) {
            Ok(Self(number))
        } else {
            Err(BadCharityNumber)
        }
    }
}

/// Capitals, and no spaces.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect()
}

macro_rules! as_text {
    ($name:ident, $error:ty) => {
        impl TryFrom<String> for $name {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, $error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(number: $name) -> Self {
                number.0
            }
        }

        /// Sealed where it is stored: no number in a log.
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($name))
            }
        }
    };
}

as_text!(CompanyNumber, BadCompanyNumber);
as_text!(CharityNumber, BadCharityNumber);
