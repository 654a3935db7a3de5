//! Which licences, certificates and notices are there? The regulator asks for those that are named
//! here (SI 2026/793, Schedule Part 1).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A licence, certificate or notice for premises or an event.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Licence {
    /// Which kind.
    pub kind: LicenceKind,
    /// Whether it is in force, and since when.
    pub state: LicenceState,
    /// What it is for, or its number: one line of 1 to 150 characters.
    pub description: String,
    /// Who issued it, or will: one line of 1 to 150 characters.
    pub authority: String,
}

/// Sealed where it is stored: nothing of it in a log.
impl std::fmt::Debug for Licence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Licence")
    }
}

/// The kinds that the regulator asks about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LicenceKind {
    /// Sale of alcohol, a temporary event notice included.
    Alcohol,
    /// Entertainment.
    Entertainment,
    /// A general safety certificate of a sports ground.
    GeneralSafety,
    /// A safety certificate of a regulated stand.
    RegulatedStand,
}

impl LicenceKind {
    /// Each, in the order to offer them.
    pub const ALL: [Self; 4] =
        [Self::Alcohol, Self::Entertainment, Self::GeneralSafety, Self::RegulatedStand];

    /// Its slug, such as `alcohol`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Alcohol => "alcohol",
            Self::Entertainment => "entertainment",
            Self::GeneralSafety => "general-safety",
            Self::RegulatedStand => "regulated-stand",
        }
    }

    /// The kind with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == slug)
    }
}

/// How far a licence has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum LicenceState {
    /// In force.
    InForce {
        /// The day it was issued or took effect.
        from: NaiveDate,
        /// Its last day, when it has one.
        to: Option<NaiveDate>,
    },
    /// Applied for.
    AppliedFor,
    /// Notice was given, such as a temporary event notice.
    NoticeGiven,
}

impl LicenceState {
    /// The slug of each state, in the order to offer them.
    pub const SLUGS: [&str; 3] = ["in-force", "applied-for", "notice-given"];

    /// Its slug, such as `in-force`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InForce { .. } => "in-force",
            Self::AppliedFor => "applied-for",
            Self::NoticeGiven => "notice-given",
        }
    }
}
