//! The reference that a person reads out on the telephone.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Without I, L, O and U: nothing that reads as another, and no words.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A submission's reference, such as `ML-7K3Q-92XD`: 40 bits, to be checked for uniqueness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(u64);

/// Not a reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a reference")]
pub struct BadReference;

impl Reference {
    /// A reference from five random bytes.
    pub fn from_bytes(bytes: [u8; 5]) -> Self {
        Self(bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ML")?;
        for place in 0..8 {
            if place % 4 == 0 {
                f.write_str("-")?;
            }
            let digit = (self.0 >> (35 - 5 * place) & 31) as usize;
            let symbol = ALPHABET.get(digit).copied().unwrap_or_default();
            write!(f, "{}", char::from(symbol))?;
        }
        Ok(())
    }
}

impl FromStr for Reference {
    type Err = BadReference;

    /// Takes small letters, missing or misplaced hyphens and spaces, and O, I and L for 0 and 1.
    fn from_str(text: &str) -> Result<Self, BadReference> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .map(|c| c.to_ascii_uppercase())
            .collect();
        let symbols = plain.strip_prefix("ML").ok_or(BadReference)?;
        if symbols.chars().count() != 8 {
            return Err(BadReference);
        }
        symbols
            .bytes()
            .try_fold(0, |number, symbol| {
                let symbol = match symbol {
                    b'O' => b'0',
                    b'I' | b'L' => b'1',
                    other => other,
                };
                let digit = ALPHABET.iter().position(|one| *one == symbol)?;
                Some(number << 5 | digit as u64)
            })
            .map(Self)
            .ok_or(BadReference)
    }
}

impl TryFrom<String> for Reference {
    type Error = BadReference;

    fn try_from(text: String) -> Result<Self, BadReference> {
        text.parse()
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.to_string()
    }
}
