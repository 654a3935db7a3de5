//! Why a decision on scope came out as it did.

use serde::{Deserialize, Serialize};

use crate::law::{ThresholdKind, UseCode};

/// Something found, with its values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Finding {
    /// There is a building.
    Building,
    /// There is no building.
    NoBuilding,
    /// A use counts.
    UseCounts {
        /// Which use.
        paragraph: UseCode,
    },
    /// A use does not count: it is not for visiting members of the public, as its paragraph asks.
    /// Leave its people out of the number as well.
    UseLeftOut {
        /// Which use.
        paragraph: UseCode,
    },
    /// No use counts.
    NoUse,
    /// Wholly or mainly used for the uses that count.
    MainlyUsed,
    /// Not wholly or mainly used for the uses that count.
    NotMainlyUsed,
    /// As many people as the threshold, or more.
    NumberReached {
        /// People expected.
        number: u32,
        /// The threshold.
        threshold: u32,
    },
    /// Fewer people than the threshold.
    NumberBelow {
        /// People expected.
        number: u32,
        /// The threshold.
        threshold: u32,
    },
    /// Schedule 2 takes it out.
    Excluded {
        /// Which entry.
        exclusion: String,
    },
    /// Nothing in Schedule 2 applies.
    NotExcluded,
    /// The principal use is always standard.
    AlwaysStandard {
        /// Which use.
        paragraph: UseCode,
    },
    /// Of several uses this one is principal, as the operator says: the Act gives no test.
    Principal {
        /// Which use.
        paragraph: UseCode,
    },
    /// Enough people for the enhanced tier.
    EnhancedReached {
        /// People expected.
        number: u32,
        /// The threshold.
        threshold: u32,
    },
    /// Too few people for the enhanced tier.
    EnhancedBelow {
        /// People expected.
        number: u32,
        /// The threshold.
        threshold: u32,
    },
    /// Part of larger premises of the same person: judged as one set.
    OneSet,
    /// Part of larger premises of others: judged by itself, and people inside count there too.
    Separate,
    /// The event is at, or within, enhanced duty premises, whose own duties cover it.
    HostEnhanced,
    /// The event is not at or within enhanced duty premises.
    HostNotEnhanced,
    /// The host premises are mainly used for something whose events are left out.
    HostUseExcluded {
        /// Which use.
        paragraph: UseCode,
    },
    /// The host premises are within paragraph 1, 2 or 4 of Schedule 2.
    HostExcluded,
    /// The host premises are said to be mainly used for something whose events are left out.
    HostForExcludedUse,
    /// Members of the public can attend.
    PublicAccess,
    /// Members of the public cannot attend.
    NoPublicAccess,
    /// Entry is checked.
    EntryChecked,
    /// Entry is not checked.
    EntryNotChecked,
}

/// A finding and where the Act says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// What was found.
    pub finding: Finding,
    /// The section, such as `s2(2)(c)`.
    pub cite: String,
}

/// What the operator must find out before scope can be decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum FindOut {
    /// Whether there is a building.
    Building,
    /// Which uses there are.
    Uses,
    /// Whether a use is for visiting members of the public.
    ForPublic {
        /// Which use.
        paragraph: UseCode,
    },
    /// Whether the premises are wholly or mainly used for the uses that count.
    Mainly,
    /// Which use is principal.
    Principal,
    /// How many people.
    Number,
    /// Whether anything in Schedule 2 applies.
    Exclusions,
    /// Whether the premises are part of larger premises, and who is responsible for those.
    PartOf,
    /// Whether the host premises are enhanced duty premises.
    HostEnhanced,
    /// What the host premises are mainly used for.
    HostUse,
    /// Whether members of the public can attend.
    PublicAccess,
    /// Whether entry is checked.
    EntryChecked,
}

/// A point that the Act does not clearly settle: take advice, or ask the tribunal (section 11).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Arguable {
    /// Whether an entry of Schedule 2 applies; the entry's `why` says what is open.
    Exclusion {
        /// Which entry.
        exclusion: String,
    },
    /// Only some of the responsible persons of nested premises are the same (section 2(5)).
    SomeInCommon,
}

/// A number of people that is close to a threshold, so that a small change would matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Near {
    /// What starts at the threshold.
    pub kind: ThresholdKind,
    /// The threshold.
    pub threshold: u32,
    /// People expected.
    pub number: u32,
}
