//! The rows of the tables, which the build writes from `content/law`.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::UseCode;

/// A paragraph of Schedule 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// Its paragraph number.
    pub code: UseCode,
    /// A short name.
    pub name: &'static str,
    /// What it covers, for choosing from a list.
    pub label: &'static str,
    /// Examples, as a hint.
    pub examples: &'static str,
    /// Whether it asks that the use be for visiting members of the public.
    pub visiting_public: VisitingPublic,
    /// How the tier follows.
    pub tier: TierRule,
    /// Where the Act says that it is always standard; empty when it does not.
    pub tier_cite: &'static str,
    /// Whether events at premises mainly used for this are left out (Schedule 2, paragraph 6).
    pub event_host_excluded: bool,
    /// Whether it only covers what no other paragraph names.
    pub residual: bool,
    /// Who is responsible, where the paragraph names someone; otherwise section 4(1) applies.
    pub responsible: Option<&'static str>,
    /// First day in effect.
    pub from: NaiveDate,
    /// Last day in effect.
    pub to: Option<NaiveDate>,
    /// Where the Act says it.
    pub cite: &'static str,
}

/// Whether a use counts only when it is for visiting members of the public (Schedule 1,
/// paragraph 18: those who pay, members and their guests included).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitingPublic {
    /// The paragraph does not ask.
    None,
    /// It must be principally for them.
    Principally,
    /// It must be for them, principally or not.
    To,
}

/// How the tier follows from a principal use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TierRule {
    /// By the number of people.
    Size,
    /// Standard, however many people (section 2(4)).
    AlwaysStandard,
}

/// An entry of Schedule 2, or a point that it leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exclusion {
    /// A slug.
    pub id: &'static str,
    /// The group it stands in on a page.
    pub group: &'static str,
    /// What it is, for choosing from a list.
    pub label: &'static str,
    /// What to bear in mind when choosing.
    pub hint: Option<&'static str>,
    /// Whether it bears on premises.
    pub premises: bool,
    /// Whether it bears on events held there.
    pub events: bool,
    /// What follows.
    pub effect: Effect,
    /// Why it is open; empty when it is not.
    pub why: &'static str,
    /// What a file for screening calls it.
    pub screening_code: &'static str,
    /// The better reading while it is open.
    pub reading: Reading,
    /// Whether checks on entry contradict it.
    pub unchecked: bool,
    /// What a file for screening cannot tell apart from it.
    pub unsaid: Option<Unsaid>,
    /// First day in effect.
    pub from: NaiveDate,
    /// Last day in effect.
    pub to: Option<NaiveDate>,
    /// Where the Act says it.
    pub cite: &'static str,
}

/// Entries of Schedule 2 that stand together on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExclusionGroup {
    /// A slug.
    pub id: &'static str,
    /// What they have in common.
    pub label: &'static str,
}

/// What follows from an entry of Schedule 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Not in scope.
    Excluded,
    /// The Act does not clearly say: take advice, or ask the tribunal (section 11).
    Arguable,
}

/// How a point that the Act leaves open is better read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The entry takes it out.
    Excluded,
    /// The entry does not take it out.
    InScope,
}

/// Premises of a principal use that check entry, with too few people to tell them apart from an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unsaid {
    /// The use.
    pub paragraph: UseCode,
    /// People: with as many or more, the entry is not likely.
    pub fewer_than: u32,
}

/// A code by which a file for screening says something of the premises that host an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostCode {
    /// The code.
    pub screening_code: &'static str,
    /// What it says.
    pub says: HostSays,
    /// Where the Act says what follows.
    pub cite: &'static str,
}

/// What is said of the premises that host an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostSays {
    /// They are, or are part of, enhanced duty premises (section 3(1)(b)).
    Enhanced,
    /// They are within paragraph 1, 2 or 4 of Schedule 2 (paragraph 5).
    Excluded,
    /// They are mainly used for something whose events are left out (paragraph 6).
    Use,
}

/// A number of people at which something starts to apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Threshold {
    /// What starts.
    pub kind: ThresholdKind,
    /// People present at the same time.
    pub value: u32,
    /// First day in effect.
    pub from: NaiveDate,
    /// Where the Act says it.
    pub cite: &'static str,
}

/// What starts at a threshold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThresholdKind {
    /// Premises come into scope.
    Standard,
    /// Premises become enhanced duty premises.
    Enhanced,
    /// An event becomes a qualifying event.
    Event,
}

/// A dated fact about the Act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    /// A slug.
    pub id: &'static str,
    /// What happens.
    pub label: &'static str,
    /// The day, when it is fixed.
    pub day: Option<NaiveDate>,
    /// What is known while it is not.
    pub expected: Option<&'static str>,
    /// The earliest day that it can be.
    pub not_before: Option<NaiveDate>,
    /// Where it comes from.
    pub cite: &'static str,
}

/// A day in a table, which the build has read as a date already.
const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(day) => day,
        None => NaiveDate::MIN,
    }
}

include!(concat!(env!("OUT_DIR"), "/law.rs"));

pub(super) const fn uses() -> &'static [Use] {
    &USES
}

pub(super) const fn exclusions() -> &'static [Exclusion] {
    &EXCLUSIONS
}

pub(super) const fn host_codes() -> &'static [HostCode] {
    &HOST_CODES
}

pub(super) const fn exclusion_groups() -> &'static [ExclusionGroup] {
    &EXCLUSION_GROUPS
}

pub(super) const fn thresholds() -> &'static [Threshold] {
    &THRESHOLDS
}

pub(super) const fn dates() -> &'static [Dated] {
    &DATES
}
