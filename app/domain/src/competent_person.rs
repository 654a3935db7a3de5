//! Who holds which qualification for premises, and does it still run?
//!
//! Nothing in the Act asks for one: the Competent Persons Scheme is not part of it. A record says
//! that a person holds a qualification, and nothing about the premises.

mod check;
mod qualification;

#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::account::PersonName;

pub use check::{HowSeen, Mark};
pub use qualification::{Qualification, qualification, qualifications};

/// A qualification counts as about to run out this many days before its last.
pub const SOON: u64 = 90;

/// What a Competent Person record says, in the operator's words. Sealed where it is stored.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompetentPersonDetails {
    /// The person's name.
    pub name: PersonName,
    /// Their role at the premises: one line of at most 100 characters.
    pub role: String,
    /// The id of the qualification, one of [`qualifications`].
    pub qualification: String,
    /// Which qualification, where the list has no name for it: at most 150 characters.
    pub described: Option<String>,
    /// Who awarded it: one line of at most 150 characters.
    pub awarding_body: String,
    /// The number on the certificate or in the register, where there is one: at most 60 characters.
    pub number: Option<String>,
    /// The day it was awarded.
    pub awarded_on: NaiveDate,
    /// Its last day.
    pub expiry: Expiry,
}

/// Personal data: no name in a log.
impl std::fmt::Debug for CompetentPersonDetails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CompetentPersonDetails")
    }
}

/// Until when a qualification runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Expiry {
    /// The certificate names no last day.
    NoneStated,
    /// The last day on which it runs.
    On(NaiveDate),
}

/// How a qualification stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It names no last day.
    NoneStated,
    /// It runs for more than [`SOON`] days.
    Current,
    /// It runs out within [`SOON`] days.
    ExpiresSoon,
    /// Its last day has passed.
    Expired,
}

impl Expiry {
    /// How a qualification that runs until then stands on a day.
    pub fn status(self, on: NaiveDate) -> Status {
        match self {
            Self::NoneStated => Status::NoneStated,
            Self::On(last) if last < on => Status::Expired,
            Self::On(last) if on.checked_add_days(Days::new(SOON)).is_none_or(|soon| last <= soon) => {
                Status::ExpiresSoon
            }
            Self::On(_) => Status::Current,
        }
    }
}
