//! What an operator says about premises or an event. Anything may be "not sure".

use serde::{Deserialize, Serialize};

use crate::law::UseCode;

/// Yes, no, or not sure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not sure, or not said yet.
    #[default]
    NotSure,
}

/// A use that the operator names, and whether it is for visiting members of the public.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedUse {
    /// Its paragraph in Schedule 1.
    pub code: UseCode,
    /// Whether it is for visiting members of the public (principally, where the paragraph says
    /// so). Only looked at where the paragraph asks.
    pub for_public: Known,
}

/// Which entries of Schedule 2 the operator says apply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exclusions {
    /// None.
    Nothing,
    /// These, by their ids.
    These(Vec<String>),
    /// Not sure, or not said yet.
    #[default]
    NotSure,
}

/// How the premises stand to larger premises that they are part of (section 2(5)).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartOf {
    /// Part of nothing larger, or nothing larger that qualifies.
    #[default]
    Nothing,
    /// The same person is responsible for both: the answers are given for the whole.
    SameResponsible,
    /// Others are responsible for the larger premises.
    OtherResponsible,
    /// Some of several responsible persons are the same.
    SomeInCommon,
    /// Not sure.
    NotSure,
}

/// What an operator says about premises.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScopeFacts {
    /// Whether there is a building, or a building with other land (section 2(2)(a)).
    pub building: Known,
    /// The Schedule 1 uses.
    pub uses: Vec<StatedUse>,
    /// Whether the premises are wholly or mainly used for these, taken together (section 2(2)(b)).
    pub mainly: Known,
    /// The use that is principal (section 4(2)); need not be said of a single use.
    pub principal: Option<UseCode>,
    /// The most people, staff included, expected at the same time from time to time in connection
    /// with the uses (section 2(2)(c)); `None` when not known.
    pub number: Option<u32>,
    /// The entries of Schedule 2 that apply.
    pub exclusions: Exclusions,
    /// Larger premises around them.
    pub part_of: PartOf,
}

/// What the premises that host an event are mainly used for (Schedule 2, paragraph 6).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HostUse {
    /// No use in Schedule 1.
    None,
    /// Wholly or mainly this use.
    Mainly(UseCode),
    /// Not sure.
    #[default]
    NotSure,
}

/// What an operator says about an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventFacts {
    /// Whether it is held at, or within, enhanced duty premises (section 3(1)(b)).
    pub host_enhanced: Known,
    /// What the host premises are mainly used for.
    pub host_use: HostUse,
    /// The entries of Schedule 2 that apply to the host premises.
    pub exclusions: Exclusions,
    /// Whether members of the public can attend (section 3(1)(c)).
    pub public_access: Known,
    /// Whether payment, tickets, passes or membership of those members of the public are checked
    /// (section 3(1)(e)). Where only part is checked, the facts are that part's (section 3(2)).
    pub entry_checked: Known,
    /// The most people at one time, crew included, in connection with the event (section
    /// 3(1)(d)); `None` when not known.
    pub number: Option<u32>,
}
