//! Who must work together where several people have control (section 8 of the Act)?

use chrono::TimeDelta;

use crate::scope::{PartOf, Tier};

#[cfg(test)]
mod tests;

/// How long the link can be used by which one operator asks another to link premises.
pub const OFFER_LASTS: TimeDelta = TimeDelta::days(14);

/// The most links and offers of one set of premises.
pub const MOST_LINKS: u64 = 200;

/// How somebody else's premises stand to one's own, as one side sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// Both are responsible for the same premises.
    Same,
    /// Theirs are part of ours.
    TheirsInOurs,
    /// Ours are part of theirs.
    OursInTheirs,
    /// They have some control of ours, and are not responsible for them.
    TheyControlOurs,
    /// We have some control of theirs, and are not responsible for them.
    WeControlTheirs,
}

/// What section 8 says to both sides. All of it holds so far as is reasonably practicable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duty {
    /// Co-ordinate as persons responsible for the same premises (section 8(2)).
    CoOrdinateSame,
    /// Co-ordinate as persons responsible for premises within premises (section 8(4)).
    CoOrdinateNested,
    /// Whoever has some control co-operates with the responsible person (section 8(6)).
    CoOperate,
    /// None: section 8(6) does not reach standard duty premises.
    NoneAtStandard,
    /// The premises that it turns on are not in scope, or nobody has said enough to tell.
    NotInScope,
}

impl Relation {
    /// Every relation.
    pub const ALL: [Self; 5] =
        [Self::Same, Self::TheirsInOurs, Self::OursInTheirs, Self::TheyControlOurs, Self::WeControlTheirs];

    /// Its slug, such as `theirs-in-ours`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::TheirsInOurs => "theirs-in-ours",
            Self::OursInTheirs => "ours-in-theirs",
            Self::TheyControlOurs => "they-control-ours",
            Self::WeControlTheirs => "we-control-theirs",
        }
    }

    /// The relation with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|relation| relation.as_str() == slug)
    }

    /// The same relation, as the other side sees it.
    #[must_use]
    pub const fn from_the_other_side(self) -> Self {
        match self {
            Self::Same => Self::Same,
            Self::TheirsInOurs => Self::OursInTheirs,
            Self::OursInTheirs => Self::TheirsInOurs,
            Self::TheyControlOurs => Self::WeControlTheirs,
            Self::WeControlTheirs => Self::TheyControlOurs,
        }
    }

    /// The duty that follows from the tiers of both; `None` for premises that are not in scope as
    /// far as anybody has said. A part that does not qualify by itself is no nested premises: whoever
    /// holds it has some control of the larger ones (sections 2(5) and 8(6) of the Act).
    pub fn duty(self, ours: Option<Tier>, theirs: Option<Tier>) -> Duty {
        match self {
            Self::Same if ours.or(theirs).is_some() => Duty::CoOrdinateSame,
            Self::Same => Duty::NotInScope,
            Self::TheirsInOurs => nested(ours, theirs),
            Self::OursInTheirs => nested(theirs, ours),
            Self::TheyControlOurs => control(ours),
            Self::WeControlTheirs => control(theirs),
        }
    }

    /// Whether one is part of the other.
    pub const fn is_nested(self) -> bool {
        matches!(self, Self::TheirsInOurs | Self::OursInTheirs)
    }

    /// Whether the Act leaves open which duty follows: of premises within premises, where only some of
    /// several responsible persons are the same (section 2(5)). `part_of` is how ours stand to larger
    /// premises.
    pub fn is_arguable(self, part_of: PartOf) -> bool {
        self == Self::OursInTheirs && part_of == PartOf::SomeInCommon
    }
}

fn nested(whole: Option<Tier>, part: Option<Tier>) -> Duty {
    match (whole, part) {
        (Some(_), Some(_)) => Duty::CoOrdinateNested,
        (_, None) => control(whole),
        (None, Some(_)) => Duty::NotInScope,
    }
}

fn control(of: Option<Tier>) -> Duty {
    match of {
        Some(Tier::Enhanced) => Duty::CoOperate,
        Some(Tier::Standard) => Duty::NoneAtStandard,
        None => Duty::NotInScope,
    }
}
