//! What does the Act say, as data? Schedule 1 uses, Schedule 2 exclusions, thresholds and dates.
//!
//! The tables come from `content/law`, so that a new use or another threshold touches no code.

mod methods;
mod tables;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use methods::{Method, MethodInput, Operation, method, methods};
pub use tables::{
    Dated, Effect, Exclusion, ExclusionGroup, HostCode, HostSays, Reading, Threshold, ThresholdKind,
    TierRule, Unsaid, Use, VisitingPublic,
};

/// A use in Schedule 1, by the number of its paragraph. Whether it exists is for [`Law::find`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UseCode(pub u8);

/// The rules that decide scope.
#[derive(Clone, Copy, Debug)]
pub struct Law<'a> {
    /// Schedule 1.
    pub uses: &'a [Use],
    /// Part 1 and Part 2 of Schedule 2, with the points that the Act leaves open.
    pub exclusions: &'a [Exclusion],
    /// Numbers of people, several of a kind when one changed.
    pub thresholds: &'a [Threshold],
}

/// The law as the project knows it.
pub const fn known() -> Law<'static> {
    Law { uses: tables::uses(), exclusions: tables::exclusions(), thresholds: tables::thresholds() }
}

/// The groups that entries of Schedule 2 stand in, in the order to show them.
pub const fn exclusion_groups() -> &'static [ExclusionGroup] {
    tables::exclusion_groups()
}

/// The codes by which a file for screening says something of the premises that host an event.
pub const fn host_codes() -> &'static [HostCode] {
    tables::host_codes()
}

/// Dated facts about the Act.
pub const fn dates() -> &'static [Dated] {
    tables::dates()
}

/// A dated fact, such as `commencement`.
pub fn date(id: &str) -> Option<&'static Dated> {
    dates().iter().find(|date| date.id == id)
}

impl Law<'_> {
    /// The use with this paragraph number that is in effect on a day.
    pub fn find(&self, code: UseCode, on: NaiveDate) -> Option<&Use> {
        let on = self.reckon(on);
        self.uses.iter().find(|item| item.code == code && in_effect(item.from, item.to, on))
    }

    /// The uses in effect on a day, in the order of Schedule 1.
    pub fn uses_on(&self, on: NaiveDate) -> impl Iterator<Item = &Use> {
        let on = self.reckon(on);
        self.uses.iter().filter(move |item| in_effect(item.from, item.to, on))
    }

    /// The exclusion with this id that is in effect on a day.
    pub fn exclusion(&self, id: &str, on: NaiveDate) -> Option<&Exclusion> {
        self.exclusions_on(on).find(|item| item.id == id)
    }

    /// The exclusions in effect on a day, in the order of Schedule 2, open points last.
    pub fn exclusions_on(&self, on: NaiveDate) -> impl Iterator<Item = &Exclusion> {
        let on = self.reckon(on);
        self.exclusions.iter().filter(move |item| in_effect(item.from, item.to, on))
    }

    /// The number of people at which something starts to apply on a day: the latest entry of its
    /// kind. `None` only for a law without one, which the build refuses.
    pub fn threshold(&self, kind: ThresholdKind, on: NaiveDate) -> Option<&Threshold> {
        let on = self.reckon(on);
        self.thresholds
            .iter()
            .filter(|item| item.kind == kind && item.from <= on)
            .max_by_key(|item| item.from)
    }

    /// A day before the Act was passed is judged by the Act as passed.
    fn reckon(&self, on: NaiveDate) -> NaiveDate {
        self.thresholds.iter().map(|item| item.from).min().map_or(on, |first| on.max(first))
    }
}

fn in_effect(from: NaiveDate, to: Option<NaiveDate>, on: NaiveDate) -> bool {
    from <= on && to.is_none_or(|last| on <= last)
}
