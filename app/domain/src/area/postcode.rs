//! A postcode's form. Whether its outcode exists is for the lookup.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A postcode in capitals, whose outcode and incode are well formed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode {
    outcode: String,
    incode: String,
}

/// Text that is not a postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a postcode")]
pub struct BadPostcode;

/// The letters that can end a postcode, in order.
const LETTERS: &str = "ABDEFGHJLNPQRSTUWXYZ";

impl Postcode {
    /// The part before the space, such as `B1`.
    pub fn outcode(&self) -> &str {
        &self.outcode
    }

    /// The part after the space, such as `1AA`.
    pub fn incode(&self) -> &str {
        &self.incode
    }

    /// Whether it is in Northern Ireland.
    pub fn is_northern_irish(&self) -> bool {
        self.outcode.strip_prefix("BT").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Whether it is in Jersey, Guernsey or the Isle of Man, which the Act does not reach.
    pub fn is_outside_uk(&self) -> bool {
        let area: String = self.outcode.chars().take_while(char::is_ascii_alphabetic).collect();
        ["JE", "GY", "IM"].contains(&area.as_str())
    }

    /// The incode as a number, `0AA` being 0 and `9ZZ` 3999, in their order.
    #[cfg(feature = "content")]
    pub(super) fn incode_number(&self) -> u16 {
        self.incode.chars().fold(0, |sum, c| {
            let place = match c.to_digit(10) {
                Some(digit) => usize::try_from(digit).ok(),
                None => LETTERS.find(c),
            };
            sum * 20 + place.and_then(|place| u16::try_from(place).ok()).unwrap_or_default()
        })
    }
}

/// Whether an outcode has one of the six forms: A9, A99, A9A, AA9, AA99, AA9A. Newport's old `NPT`
/// has none of them, but the directory still holds it.
fn outcode_form(outcode: &str) -> bool {
    let form: String = outcode
        .chars()
        .map(|c| match c {
            'A'..='Z' => 'A',
            '0'..='9' => '9',
            _ => '?',
        })
        .collect();
    matches!(form.as_str(), "A9" | "A99" | "A9A" | "AA9" | "AA99" | "AA9A") || outcode == "NPT"
}

fn incode_form(incode: &str) -> bool {
    let mut chars = incode.chars();
    chars.next().is_some_and(|c| c.is_ascii_digit()) && chars.all(|c| LETTERS.contains(c))
}

impl FromStr for Postcode {
    type Err = BadPostcode;

    /// Reads a postcode in small letters or capitals, with spaces anywhere.
    fn from_str(text: &str) -> Result<Self, BadPostcode> {
        if text.len() > 20 {
            return Err(BadPostcode);
        }
        let text: String =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
        let (outcode, incode) =
            text.len().checked_sub(3).and_then(|middle| text.split_at_checked(middle)).ok_or(BadPostcode)?;
        if outcode_form(outcode) && incode_form(incode) {
            Ok(Self { outcode: outcode.to_owned(), incode: incode.to_owned() })
        } else {
            Err(BadPostcode)
        }
    }
}

impl TryFrom<String> for Postcode {
    type Error = BadPostcode;

    fn try_from(text: String) -> Result<Self, BadPostcode> {
        text.parse()
    }
}

impl From<Postcode> for String {
    fn from(postcode: Postcode) -> Self {
        postcode.to_string()
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.outcode, self.incode)
    }
}
