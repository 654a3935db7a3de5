//! What a decision on scope says: an outcome, and why.

use serde::{Deserialize, Serialize};

use super::{Arguable, FindOut, Near, Reason};
use crate::{content::Audience, law::UseCode};

/// The two sorts of qualifying premises (section 2(3)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Standard duty premises.
    Standard,
    /// Enhanced duty premises.
    Enhanced,
}

impl From<Tier> for Audience {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Standard => Self::Standard,
            Tier::Enhanced => Self::Enhanced,
        }
    }
}

impl Tier {
    /// Its slug, such as `standard`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Enhanced => "enhanced",
        }
    }

    /// The tier with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::Standard, Self::Enhanced].into_iter().find(|tier| tier.as_str() == slug)
    }
}

/// Whether premises are in scope, and in which tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The Act does not reach them.
    NotInScope,
    /// Standard duty premises.
    Standard,
    /// Enhanced duty premises.
    Enhanced,
    /// It depends on something that is not known, or that the Act leaves open.
    Unclear,
}

impl Outcome {
    /// The tier, when in scope.
    pub const fn tier(self) -> Option<Tier> {
        match self {
            Self::Standard => Some(Tier::Standard),
            Self::Enhanced => Some(Tier::Enhanced),
            Self::NotInScope | Self::Unclear => None,
        }
    }

    /// Its slug, such as `not-in-scope`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotInScope => "not-in-scope",
            Self::Standard => "standard",
            Self::Enhanced => "enhanced",
            Self::Unclear => "unclear",
        }
    }
}

impl From<Tier> for Outcome {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Standard => Self::Standard,
            Tier::Enhanced => Self::Enhanced,
        }
    }
}

/// Whether an event is a qualifying event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EventOutcome {
    /// The Act does not reach it as an event.
    NotInScope,
    /// A qualifying event.
    Event,
    /// It depends on something that is not known, or that the Act leaves open.
    Unclear,
}

/// A duty in Part 1 of the Act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Duty {
    /// Public protection procedures (section 5).
    Procedures,
    /// Notifying the regulator (section 9).
    Notify,
    /// Co-ordination with other responsible persons (section 8(2) and (4)).
    Coordinate,
    /// Public protection measures (section 6).
    Measures,
    /// The document for the regulator (section 7).
    Document,
    /// Co-operation of others with some control (section 8(6)).
    Cooperate,
    /// A senior individual (section 10).
    SeniorIndividual,
}

/// What enhanced duty premises and qualifying events ask for.
const ALL_DUTIES: [Duty; 7] = [
    Duty::Procedures,
    Duty::Measures,
    Duty::Document,
    Duty::Notify,
    Duty::Coordinate,
    Duty::Cooperate,
    Duty::SeniorIndividual,
];

impl Tier {
    /// The duties that come with it (sections 5 to 10).
    pub const fn duties(self) -> &'static [Duty] {
        match self {
            Self::Standard => &[Duty::Procedures, Duty::Notify, Duty::Coordinate],
            Self::Enhanced => &ALL_DUTIES,
        }
    }
}

impl EventOutcome {
    /// The duties that come with it (sections 5 to 10); none unless it is a qualifying event.
    pub const fn duties(self) -> &'static [Duty] {
        match self {
            Self::Event => &ALL_DUTIES,
            Self::NotInScope | Self::Unclear => &[],
        }
    }
}

impl Duty {
    /// The section that sets it.
    pub const fn cite(self) -> &'static str {
        match self {
            Self::Procedures => "s5",
            Self::Notify => "s9",
            Self::Coordinate => "s8(2), s8(4)",
            Self::Measures => "s6",
            Self::Document => "s7",
            Self::Cooperate => "s8(6)",
            Self::SeniorIndividual => "s10",
        }
    }
}

/// The tier above, and what it would add.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextTier {
    /// The tier above.
    pub tier: Tier,
    /// People at which it starts.
    pub threshold: u32,
    /// The duties that it adds.
    pub adds: Vec<Duty>,
}

/// Who is responsible.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Responsible {
    /// Whoever has control in connection with the principal use (section 4(1)).
    InControl,
    /// Someone whom the paragraph of the principal use names; the use's `responsible` says whom.
    Named {
        /// Which use.
        paragraph: UseCode,
    },
}

/// What was decided about premises, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// In scope or not, and the tier.
    pub outcome: Outcome,
    /// The tier if every arguable point falls on the side of scope; the tier itself when in scope.
    pub provisional: Option<Tier>,
    /// Why: for premises out of scope the conditions that they fail; otherwise what is met.
    pub reasons: Vec<Reason>,
    /// Points that the Act leaves open.
    pub arguable: Vec<Arguable>,
    /// What to find out; empty unless the outcome is unclear.
    pub find_out: Vec<FindOut>,
    /// Thresholds within a tenth of the number.
    pub near: Vec<Near>,
    /// The tier above, when people alone could take the premises there.
    pub next_tier: Option<NextTier>,
    /// Who is responsible; `None` when out of scope or when the principal use is not known.
    pub responsible: Option<Responsible>,
}

/// What was decided about an event, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventDecision {
    /// A qualifying event or not.
    pub outcome: EventOutcome,
    /// Why.
    pub reasons: Vec<Reason>,
    /// Points that the Act leaves open.
    pub arguable: Vec<Arguable>,
    /// What to find out; empty unless the outcome is unclear.
    pub find_out: Vec<FindOut>,
    /// The threshold, when it is within a tenth of the number.
    pub near: Vec<Near>,
}
