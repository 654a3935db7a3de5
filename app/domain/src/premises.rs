//! What are the premises, as the portal holds them?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    account::one_line,
    area::Postcode,
    codes::{CouncilCode, RegionCode},
    control::Control,
    ids::{OrganisationId, PremisesId},
    law::Law,
    premises::site::Site,
    scope::{self, Decision, Outcome, ScopeFacts, head_count::HeadCount},
};

pub mod due;
pub mod site;
mod uprn;

#[cfg(test)]
mod tests;

pub use uprn::{BadUprn, Uprn};

/// The name of premises: one line of 1 to 120 characters.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PremisesName(String);

impl PremisesName {
    /// The longest name, in characters.
    pub const LONGEST: usize = 120;

    /// The name in this text, trimmed.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text`.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        one_line(text, Self::LONGEST).map(Self)
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Sealed where it is stored: no name in a log.
impl std::fmt::Debug for PremisesName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PremisesName")
    }
}

impl TryFrom<String> for PremisesName {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::new(&text)
    }
}

impl From<PremisesName> for String {
    fn from(name: PremisesName) -> Self {
        name.0
    }
}

/// One line of an address: 1 to 100 characters.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct AddressLine(String);

impl AddressLine {
    /// The longest line, in characters.
    pub const LONGEST: usize = 100;

    /// The line in this text, trimmed.
    ///
    /// # Errors
    /// `missing`, `too-long` or `not-text`.
    pub fn new(text: &str) -> Result<Self, &'static str> {
        one_line(text, Self::LONGEST).map(Self)
    }

    /// The line as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for AddressLine {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, &'static str> {
        Self::new(&text)
    }
}

impl From<AddressLine> for String {
    fn from(line: AddressLine) -> Self {
        line.0
    }
}

/// A postal address in the United Kingdom.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// Building and street.
    pub line1: AddressLine,
    /// More of it.
    pub line2: Option<AddressLine>,
    /// Town or city.
    pub town: AddressLine,
    /// Postcode.
    pub postcode: Postcode,
}

impl Address {
    /// Its lines, as they are written on an envelope.
    pub fn lines(&self) -> Vec<String> {
        [Some(&self.line1), self.line2.as_ref(), Some(&self.town)]
            .into_iter()
            .flatten()
            .map(|line| line.as_str().to_owned())
            .chain([self.postcode.to_string()])
            .collect()
    }
}

/// Sealed where it is stored: no address in a log.
impl std::fmt::Debug for Address {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Address")
    }
}

/// How far premises have come in the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Named, and perhaps their scope decided.
    Registered,
    /// An assessment is open.
    Assessing,
    /// A submission is with the CTSA.
    Submitted,
    /// The CTSA returned named questions.
    Returned,
    /// The CTSA recorded advice.
    Advised,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: [Self; 5] =
        [Self::Registered, Self::Assessing, Self::Submitted, Self::Returned, Self::Advised];

    /// Its slug, such as `registered`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Assessing => "assessing",
            Self::Submitted => "submitted",
            Self::Returned => "returned",
            Self::Advised => "advised",
        }
    }

    /// The stage with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.as_str() == slug)
    }
}

/// Premises, as an operator registered them.
#[derive(Clone, PartialEq, Eq)]
pub struct Premises {
    /// Their id.
    pub id: PremisesId,
    /// Who runs them.
    pub organisation: OrganisationId,
    /// Their name.
    pub name: PremisesName,
    /// Where they are.
    pub address: Address,
    /// Their Unique Property Reference Number, when it is known.
    pub uprn: Option<Uprn>,
    /// The council of the area.
    pub council: CouncilCode,
    /// The Counter Terrorism Policing region.
    pub region: RegionCode,
    /// What the operator says about scope. The number of people is the head count's.
    pub facts: ScopeFacts,
    /// The number of people, and how it was worked out; `None` while not known.
    pub head_count: Option<HeadCount>,
    /// What was decided about scope when this version was saved.
    pub outcome: Outcome,
    /// What the place is like.
    pub site: Site,
    /// Who has control, as far as the operator is concerned.
    pub control: Control,
    /// How far they have come.
    pub stage: Stage,
    /// The day they were registered.
    pub registered_on: NaiveDate,
    /// Counts the saves; a save names the version it saw.
    pub version: u32,
}

/// Most of it is sealed where it is stored: only the id and the version in a log.
impl std::fmt::Debug for Premises {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Premises({}, version {})", self.id, self.version)
    }
}

impl Premises {
    /// What the law says about these premises on a day.
    pub fn decide(&self, law: &Law, on: NaiveDate) -> Decision {
        decide(&self.facts, self.head_count.as_ref(), law, on)
    }
}

/// What the law says about premises with these facts and this number of people on a day.
pub fn decide(facts: &ScopeFacts, head_count: Option<&HeadCount>, law: &Law, on: NaiveDate) -> Decision {
    let number = head_count.map(HeadCount::number);
    scope::decide(&ScopeFacts { number, ..facts.clone() }, law, on)
}
