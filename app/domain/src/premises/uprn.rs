//! The Unique Property Reference Number of a place.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A Unique Property Reference Number: 1 to 12 digits, not all of them 0. Zeros in front mean
/// nothing. Nothing says whether the number is in use, since the register of them is not open.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uprn(u64);

/// Text that is not a UPRN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a UPRN")]
pub struct BadUprn;

impl Uprn {
    /// The most digits.
    pub const LONGEST: usize = 12;
}

impl FromStr for Uprn {
    type Err = BadUprn;

    /// Reads digits, with spaces anywhere.
    fn from_str(text: &str) -> Result<Self, BadUprn> {
        let mut digits = 0;
        let mut number: u64 = 0;
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            let digit = c.to_digit(10).ok_or(BadUprn)?;
            digits += 1;
            if digits > Self::LONGEST {
                return Err(BadUprn);
            }
            number = number * 10 + u64::from(digit);
        }
        if number == 0 { Err(BadUprn) } else { Ok(Self(number)) }
    }
}

impl fmt::Display for Uprn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Sealed where it is stored: no number in a log.
impl fmt::Debug for Uprn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Uprn")
    }
}

impl TryFrom<String> for Uprn {
    type Error = BadUprn;

    fn try_from(text: String) -> Result<Self, BadUprn> {
        text.parse()
    }
}

impl From<Uprn> for String {
    fn from(uprn: Uprn) -> Self {
        uprn.to_string()
    }
}
