//! The organisation (or person) that runs premises, and who acts for it.

mod member;
mod numbers;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use member::{LONGEST_LIST, MemberRole};
pub use numbers::{BadCharityNumber, BadCompanyNumber, CharityNumber, CompanyNumber};

use crate::{contact::Contact, ids::OrganisationId};

/// What sort of organisation it is. A senior individual is designated only where the responsible
/// person is not an individual (section 10(1) of the Act).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrganisationKind {
    /// One person, such as a sole trader.
    Individual,
    /// A company or limited liability partnership.
    Company,
    /// A charity, whatever its legal form.
    Charity,
    /// A council, school, club, congregation or any other body.
    OtherBody,
}

impl OrganisationKind {
    /// Every kind, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Individual, Self::Company, Self::Charity, Self::OtherBody];

    /// Its slug, such as `other-body`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Company => "company",
            Self::Charity => "charity",
            Self::OtherBody => "other-body",
        }
    }

    /// The kind with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == slug)
    }
}

/// What is known of an organisation: what Part 1 of the Schedule to SI 2026/793 asks of whoever
/// notifies. All but the name may be added later.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationDetails {
    /// Its name: one line of 1 to 150 characters.
    pub name: String,
    /// A number given when it was registered, or one of another register: at most 20 characters.
    pub number: Option<String>,
    /// What sort of organisation it is; `None` while nobody has said.
    pub kind: Option<OrganisationKind>,
    /// Its corporate name, where that is not the name above: one line of at most 150 characters.
    pub corporate_name: Option<String>,
    /// Names it trades under, each one line of at most 150 characters.
    pub trading_names: Vec<String>,
    /// Its number at Companies House.
    pub company_number: Option<CompanyNumber>,
    /// Its number as a charity.
    pub charity_number: Option<CharityNumber>,
    /// How it can be reached.
    pub contact: Contact,
    /// Websites that advertise its premises, each one line of at most 300 characters.
    pub websites: Vec<String>,
    /// Social media accounts that advertise its premises, each one line of at most 300 characters.
    pub social_media: Vec<String>,
}

impl OrganisationDetails {
    /// The longest name, in characters.
    pub const LONGEST_NAME: usize = 150;
    /// The longest number of another register, in characters.
    pub const LONGEST_NUMBER: usize = 20;
    /// The longest web address or account, in characters.
    pub const LONGEST_ADDRESS: usize = 300;
    /// The most trading names, websites or accounts.
    pub const MOST_LINES: usize = 20;

    /// An organisation of which only its name is known.
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Its numbers: at Companies House, as a charity, of another register.
    pub fn numbers(&self) -> Vec<&str> {
        let company = self.company_number.as_ref().map(CompanyNumber::as_str);
        let charity = self.charity_number.as_ref().map(CharityNumber::as_str);
        [company, charity, self.number.as_deref()].into_iter().flatten().collect()
    }

    /// Whether it is an individual; `None` while nobody has said.
    pub fn is_individual(&self) -> Option<bool> {
        self.kind.map(|kind| kind == OrganisationKind::Individual)
    }
}

/// Sealed where it is stored: no name in a log.
impl std::fmt::Debug for OrganisationDetails {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OrganisationDetails")
    }
}

/// An organisation, as it was registered and changed since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// What is known of it.
    pub details: OrganisationDetails,
    /// The day it was registered.
    pub registered_on: NaiveDate,
    /// Counts the saves; a save names the version it saw.
    pub version: u32,
}
