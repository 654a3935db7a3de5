//! Codes of places: councils and Counter Terrorism Policing regions.
//!
//! Here only their form; which of them exist is data (see the area tables).

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A code that is not well formed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a well-formed code")]
pub struct BadCode;

/// The ONS (GSS) code of a lower-tier or unitary council area, such as `E08000025`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CouncilCode(String);

/// A Counter Terrorism Policing region as a slug, such as `west-midlands`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RegionCode(String);

fn council_form(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && matches!(bytes.first(), Some(b'E' | b'W' | b'S' | b'N'))
        && bytes.iter().skip(1).all(u8::is_ascii_digit)
}

fn region_form(text: &str) -> bool {
    (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
}

macro_rules! code {
    ($name:ident, $form:ident) => {
        impl $name {
            /// The code as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = BadCode;

            fn from_str(text: &str) -> Result<Self, BadCode> {
                if $form(text) { Ok(Self(text.to_owned())) } else { Err(BadCode) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = BadCode;

            fn try_from(text: String) -> Result<Self, BadCode> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0
            }
        }
    };
}

code!(CouncilCode, council_form);
code!(RegionCode, region_form);
