//! A figure as somebody enters it: whole, or with up to two decimals.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A figure from 0 to 10 million, in hundredths so that reckoning with it is exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Amount(u32);

impl Amount {
    /// The largest whole figure.
    const MOST: u32 = 10_000_000;

    /// A whole figure; anything above 10 million counts as that.
    pub fn whole(figure: u32) -> Self {
        Self(figure.min(Self::MOST).saturating_mul(100))
    }

    /// The figure in this text, with the commas and spaces that people write in thousands.
    ///
    /// # Errors
    /// `missing`; `not-whole` for decimals where there can be none; `not-number` for anything else
    /// that is no figure from 0 to 10 million with at most two decimals.
    pub fn read(text: &str, decimals: bool) -> Result<Self, &'static str> {
        let text: String = text.chars().filter(|c| *c != ',' && !c.is_whitespace()).collect();
        if text.is_empty() {
            return Err("missing");
        }
        let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > 2 {
            return Err("not-number");
        }
        let whole: u32 = whole.parse().ok().filter(|whole| *whole <= Self::MOST).ok_or("not-number")?;
        let hundredths: u32 = format!("{part:0<2}").parse().map_err(|_| "not-number")?;
        if hundredths > 0 && !decimals {
            return Err("not-whole");
        }
        Ok(Self(whole.saturating_mul(100).saturating_add(hundredths)))
    }

    /// In hundredths.
    pub(in crate::scope) fn hundredths(self) -> u128 {
        u128::from(self.0)
    }
}

/// Without decimals that say nothing: `780`, `2.5`.
impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole}.{}", part / 10),
            _ => write!(f, "{whole}.{part:02}"),
        }
    }
}
