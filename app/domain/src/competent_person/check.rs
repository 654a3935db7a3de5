//! How a CTSA marked a record.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A CTSA's mark on a Competent Person record. It is about the paper, not about the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Mark {
    /// Seen outside the portal.
    Seen {
        /// How.
        how: HowSeen,
        /// When.
        on: NaiveDate,
        /// More about it: at most 500 characters, perhaps none.
        note: String,
    },
    /// Not seen.
    NotSeen {
        /// Why not: at most 500 characters, perhaps none.
        note: String,
    },
}

/// How a CTSA saw that a person holds a qualification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowSeen {
    /// The original paper or card, in the CTSA's hand.
    Original,
    /// The awarding body said so.
    AwardingBody,
    /// A register that anybody can look into.
    PublicRegister,
    /// A picture or a copy.
    Copy,
}

impl HowSeen {
    /// Every way, in the order to offer them.
    pub const ALL: [Self; 4] = [Self::Original, Self::AwardingBody, Self::PublicRegister, Self::Copy];

    /// Its slug.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::AwardingBody => "awarding-body",
            Self::PublicRegister => "public-register",
            Self::Copy => "copy",
        }
    }

    /// The way with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.as_str() == slug)
    }
}
