//! Who can come to an event, and what is checked when they do? (section 3(1)(c) and (e), section 3(2))

use serde::{Deserialize, Serialize};

use super::Line;
use crate::scope::Known;

/// The most parts of a site that can be listed.
pub const MOST_PARTS: usize = 20;

/// Something that is checked when people come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryCheck {
    /// Members of the public have paid.
    Payment,
    /// They hold tickets; free ones too.
    Tickets,
    /// They hold passes.
    Passes,
    /// They are members or guests of a club or the like.
    Membership,
    /// One of these; which was not said.
    OneOfThese,
    /// Staff, crew or performers hold passes.
    StaffPasses,
    /// Bags are searched.
    BagSearch,
    /// People are counted.
    Counting,
}

impl EntryCheck {
    /// Every check, in the order to offer them.
    pub const ALL: [Self; 8] = [
        Self::Payment,
        Self::Tickets,
        Self::Passes,
        Self::Membership,
        Self::OneOfThese,
        Self::StaffPasses,
        Self::BagSearch,
        Self::Counting,
    ];

    /// Whether it is a check of section 3(1)(e): on members of the public, that they paid, hold
    /// tickets or passes, or are members or guests.
    pub const fn counts(self) -> bool {
        matches!(self, Self::Payment | Self::Tickets | Self::Passes | Self::Membership | Self::OneOfThese)
    }

    /// Its slug, such as `bag-search`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Tickets => "tickets",
            Self::Passes => "passes",
            Self::Membership => "membership",
            Self::OneOfThese => "one-of-these",
            Self::StaffPasses => "staff-passes",
            Self::BagSearch => "bag-search",
            Self::Counting => "counting",
        }
    }

    /// The check with this slug.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.as_str() == slug)
    }
}

/// How much of the site the checks cover.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// All of it.
    Whole,
    /// Only part of it, so that each checked part is an event of its own (section 3(2)).
    Parts,
    /// Not sure.
    NotSure,
}

/// Who can come, and what is checked when they do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Whether members of the public can attend.
    pub public_access: Known,
    /// What is checked; `None` when not sure, empty for nothing.
    pub checks: Option<Vec<EntryCheck>>,
    /// How much of the site the checks cover. Only looked at where one of them counts.
    pub covers: Covers,
}

impl Entry {
    /// Whether something that counts is checked, wherever it is (section 3(1)(e)).
    pub fn checked(&self) -> Known {
        match &self.checks {
            None => Known::NotSure,
            Some(checks) if checks.iter().any(|check| check.counts()) => Known::Yes,
            Some(_) => Known::No,
        }
    }

    /// Whether the event is judged part by part.
    pub fn by_parts(&self) -> bool {
        self.checked() == Known::Yes && self.covers == Covers::Parts
    }
}

/// A part of the site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is called.
    pub name: Line,
    /// Whether entry to it is checked.
    pub checked: Known,
    /// People at its busiest moment, crew included; `None` while not known.
    pub number: Option<u32>,
}
