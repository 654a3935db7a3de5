//! What would change a decision: the same question asked again with one fact changed.

use chrono::NaiveDate;

use super::{
    EventFacts, EventOutcome, Exclusions, HostUse, Known, Outcome, PartOf, ScopeFacts, decide, decide_event,
};
use crate::law::{Effect, Law, ThresholdKind, UseCode, VisitingPublic};

#[cfg(test)]
mod tests;

/// One fact changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// So many people, or more.
    AtLeast(u32),
    /// Fewer people than this.
    FewerThan(u32),
    /// There is a building, or there is none.
    Building(bool),
    /// A use is for visiting members of the public, or is not.
    ForPublic(UseCode, bool),
    /// The premises are mainly used for the uses, or are not.
    Mainly(bool),
    /// Another use is principal.
    Principal(UseCode),
    /// An entry of Schedule 2 applies, or none does.
    Excluded(bool),
    /// Only some of those responsible for larger premises are the same.
    SomeInCommon,
    /// The event is at enhanced duty premises, or is not.
    HostEnhanced(bool),
    /// The host premises are mainly for a use whose events are left out, or are not.
    HostUseExcluded(bool),
    /// Members of the public can attend, or cannot.
    PublicAccess(bool),
    /// Payment, tickets, passes or membership are checked, or are not.
    EntryChecked(bool),
}

/// What follows from a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Then<O> {
    /// Another outcome; `Unclear` where the Act leaves it open.
    Outcome(O),
    /// It would depend on facts that were not said.
    Depends,
}

/// A change, and what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WhatIf<O> {
    /// The one fact that is different.
    pub change: Change,
    /// What follows.
    pub then: Then<O>,
}

/// What would change the decision on premises.
pub fn premises(facts: &ScopeFacts, law: &Law<'_>, on: NaiveDate) -> Vec<WhatIf<Outcome>> {
    let now = decide(facts, law, on);
    let mut tries: Vec<(Change, ScopeFacts)> = Vec::new();
    let mut with = |change: Change, edit: &dyn Fn(&mut ScopeFacts)| {
        let mut changed = facts.clone();
        edit(&mut changed);
        tries.push((change, changed));
    };
    if let Some(number) = facts.number {
        for kind in [ThresholdKind::Standard, ThresholdKind::Enhanced] {
            let Some(at) = law.threshold(kind, on).map(|threshold| threshold.value) else { continue };
            if number < at {
                with(Change::AtLeast(at), &|facts| facts.number = Some(at));
            } else {
                with(Change::FewerThan(at), &|facts| facts.number = at.checked_sub(1));
            }
        }
    }
    if let Some(yes) = opposite(facts.building) {
        with(Change::Building(yes), &|facts| facts.building = known(yes));
    }
    for (place, stated) in facts.uses.iter().enumerate() {
        let asked =
            law.find(stated.code, on).is_some_and(|item| item.visiting_public != VisitingPublic::None);
        if let Some(yes) = opposite(stated.for_public).filter(|_| asked) {
            with(Change::ForPublic(stated.code, yes), &|facts| {
                facts.uses.get_mut(place).into_iter().for_each(|stated| stated.for_public = known(yes));
            });
        }
    }
    if let Some(yes) = opposite(facts.mainly) {
        with(Change::Mainly(yes), &|facts| facts.mainly = known(yes));
    }
    for stated in facts.uses.iter().filter(|stated| facts.principal.is_some_and(|code| code != stated.code)) {
        with(Change::Principal(stated.code), &|facts| facts.principal = Some(stated.code));
    }
    match (&facts.exclusions, one_exclusion(law, on, false)) {
        (Exclusions::These(_), _) => {
            with(Change::Excluded(false), &|facts| facts.exclusions = Exclusions::Nothing);
        }
        (Exclusions::Nothing, Some(id)) => with(Change::Excluded(true), &|facts| {
            facts.exclusions = Exclusions::These(vec![id.to_owned()]);
        }),
        _ => {}
    }
    if matches!(facts.part_of, PartOf::SameResponsible | PartOf::OtherResponsible) {
        with(Change::SomeInCommon, &|facts| facts.part_of = PartOf::SomeInCommon);
    }
    tries
        .into_iter()
        .filter_map(|(change, changed)| {
            let then = decide(&changed, law, on);
            followed(
                change,
                (now.outcome, !now.find_out.is_empty()),
                (then.outcome, !then.find_out.is_empty()),
            )
        })
        .collect()
}

/// What would change the decision on an event.
pub fn event(facts: &EventFacts, law: &Law<'_>, on: NaiveDate) -> Vec<WhatIf<EventOutcome>> {
    let now = decide_event(facts, law, on);
    let mut tries: Vec<(Change, EventFacts)> = Vec::new();
    let mut with = |change: Change, edit: &dyn Fn(&mut EventFacts)| {
        let mut changed = facts.clone();
        edit(&mut changed);
        tries.push((change, changed));
    };
    let threshold = law.threshold(ThresholdKind::Event, on).map(|threshold| threshold.value);
    if let (Some(number), Some(at)) = (facts.number, threshold) {
        if number < at {
            with(Change::AtLeast(at), &|facts| facts.number = Some(at));
        } else {
            with(Change::FewerThan(at), &|facts| facts.number = at.checked_sub(1));
        }
    }
    if let Some(yes) = opposite(facts.entry_checked) {
        with(Change::EntryChecked(yes), &|facts| facts.entry_checked = known(yes));
    }
    if let Some(yes) = opposite(facts.public_access) {
        with(Change::PublicAccess(yes), &|facts| facts.public_access = known(yes));
    }
    if let Some(yes) = opposite(facts.host_enhanced) {
        with(Change::HostEnhanced(yes), &|facts| facts.host_enhanced = known(yes));
    }
    let left_out = law.uses_on(on).find(|item| item.event_host_excluded).map(|item| item.code);
    let host_left_out = match facts.host_use {
        HostUse::Mainly(code) => law.find(code, on).is_some_and(|item| item.event_host_excluded),
        HostUse::None | HostUse::NotSure => false,
    };
    if host_left_out {
        with(Change::HostUseExcluded(false), &|facts| facts.host_use = HostUse::None);
    } else if let Some(code) = left_out.filter(|_| facts.host_use != HostUse::NotSure) {
        with(Change::HostUseExcluded(true), &|facts| facts.host_use = HostUse::Mainly(code));
    }
    match (&facts.exclusions, one_exclusion(law, on, true)) {
        (Exclusions::These(_), _) => {
            with(Change::Excluded(false), &|facts| facts.exclusions = Exclusions::Nothing);
        }
        (Exclusions::Nothing, Some(id)) => with(Change::Excluded(true), &|facts| {
            facts.exclusions = Exclusions::These(vec![id.to_owned()]);
        }),
        _ => {}
    }
    tries
        .into_iter()
        .filter_map(|(change, changed)| {
            let then = decide_event(&changed, law, on);
            followed(
                change,
                (now.outcome, !now.find_out.is_empty()),
                (then.outcome, !then.find_out.is_empty()),
            )
        })
        .collect()
}

/// What follows, if it differs. Where something is not known already, it says nothing that more would
/// have to be known.
fn followed<O: PartialEq>(change: Change, now: (O, bool), then: (O, bool)) -> Option<WhatIf<O>> {
    let then = match (now.1, then.1) {
        (true, true) => return None,
        (false, true) => Then::Depends,
        (_, false) if now.0 == then.0 && !now.1 => return None,
        (_, false) => Then::Outcome(then.0),
    };
    Some(WhatIf { change, then })
}

fn opposite(fact: Known) -> Option<bool> {
    match fact {
        Known::Yes => Some(false),
        Known::No => Some(true),
        Known::NotSure => None,
    }
}

fn known(yes: bool) -> Known {
    if yes { Known::Yes } else { Known::No }
}

/// Any entry of Schedule 2 that settles it: they all have the same effect.
fn one_exclusion<'l>(law: &'l Law<'_>, on: NaiveDate, events: bool) -> Option<&'l str> {
    law.exclusions_on(on)
        .find(|entry| entry.effect == Effect::Excluded && if events { entry.events } else { entry.premises })
        .map(|entry| entry.id)
}
