//! Whom are questions for?

use serde::{Deserialize, Serialize};

/// Whom questions are for: by what the Act asks of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Standard duty premises (sections 5, 8 and 9).
    Standard,
    /// Enhanced duty premises (sections 5 to 10).
    Enhanced,
    /// Qualifying events (sections 5 to 10).
    Event,
    /// Out of scope.
    Voluntary,
}

impl Audience {
    /// Everyone.
    pub const ALL: [Self; 4] = [Self::Standard, Self::Enhanced, Self::Event, Self::Voluntary];

    /// The id of the set of questions that is for them.
    pub const fn set(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Enhanced => "enhanced",
            Self::Event => "event",
            Self::Voluntary => "voluntary",
        }
    }

    /// Whom a set of questions with this id is for.
    pub fn from_set(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.set() == id)
    }
}
