//! The questions of the scope check, and the names of their answers in an address.

use crate::law::UseCode;

/// Whose people are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Counted {
    /// The people of the premises (section 2(2)(c)).
    Premises,
    /// The people of the event (section 3(1)(d)).
    Event,
}

impl Counted {
    /// What the names of its answers begin with.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Premises => "",
            Self::Event => "e-",
        }
    }
}

/// A question of the scope check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Question {
    /// What to check: premises, an event, or both.
    What,
    /// Whether there is a building (section 2(2)(a)).
    Building,
    /// What of Schedule 2 applies to the premises.
    Exclusions,
    /// Which uses in Schedule 1 there are.
    Uses,
    /// Whether a use is for visiting members of the public. Asked of uses whose paragraph asks.
    ForPublic(UseCode),
    /// Whether the premises are wholly or mainly used for these (section 2(2)(b)).
    Mainly,
    /// Which of several uses is principal (section 4(2)).
    Principal,
    /// Whether they are part of larger premises (section 2(5)).
    PartOf,
    /// How many people, or that help is wanted.
    Count(Counted),
    /// By which method to work the number out.
    Method(Counted),
    /// The figures of that method.
    Figures(Counted),
    /// Whether the event is held at the premises just described.
    SameSite,
    /// Whether the event is at, or within, enhanced duty premises (section 3(1)(b)).
    HostEnhanced,
    /// What the host premises are mainly used for (Schedule 2, paragraph 6).
    HostUse,
    /// What of Schedule 2 applies to the host premises (Schedule 2, paragraph 5).
    HostExclusions,
    /// Whether members of the public can attend (section 3(1)(c)).
    PublicAccess,
    /// Whether entry is checked (section 3(1)(e)).
    EntryChecked,
}

impl Question {
    /// Its name: in an address, and as the id of its first field.
    pub fn id(self) -> String {
        match self {
            Self::What => "what".into(),
            Self::Building => "building".into(),
            Self::Exclusions => "exclusion".into(),
            Self::Uses => "use".into(),
            Self::ForPublic(code) => format!("public-{}", code.0),
            Self::Mainly => "mainly".into(),
            Self::Principal => "principal".into(),
            Self::PartOf => "part-of".into(),
            Self::Count(counted) => format!("{}count", counted.prefix()),
            Self::Method(counted) => format!("{}method", counted.prefix()),
            Self::Figures(counted) => format!("{}figures", counted.prefix()),
            Self::SameSite => "e-same".into(),
            Self::HostEnhanced => "e-enhanced".into(),
            Self::HostUse => "e-use".into(),
            Self::HostExclusions => "e-exclusion".into(),
            Self::PublicAccess => "e-public".into(),
            Self::EntryChecked => "e-checked".into(),
        }
    }
}
