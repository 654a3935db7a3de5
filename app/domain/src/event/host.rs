//! The place that holds an event: is it enhanced, what is it used for, does Schedule 2 take it out?

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HostedEvent, Line};
use crate::{
    law::{Law, ThresholdKind},
    premises::Premises,
    scope::{self, Exclusions, HostUse, Known, Outcome, PartOf, ScopeFacts, Tier},
};

/// What is said about the place that holds an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatedHost {
    /// Whether it is, or is part of, enhanced duty premises (section 3(1)(b)). Of own premises:
    /// whether the larger premises around them are.
    pub enhanced: Known,
    /// What it is mainly used for. Not looked at for own premises.
    pub main_use: HostUse,
    /// The entries of Schedule 2 that apply to it. Not looked at for own premises.
    pub exclusions: Exclusions,
    /// How it stands under the Act, as far as that is known. Not looked at for own premises.
    pub standing: Standing,
    /// The number that the SIA gave it, where that is known.
    pub sia_number: Option<Line>,
}

/// How a place stands under the Act by itself (SI 2026/793, Schedule Part 4).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Not known.
    #[default]
    NotKnown,
    /// It does not qualify.
    NotInScope,
    /// It qualifies, in a tier that is not known.
    SomeTier,
    /// It qualifies, in a tier.
    Tier(Tier),
}

/// The facts about a host that decide whether an event qualifies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostFacts {
    /// Whether it is, or is part of, enhanced duty premises.
    pub enhanced: Known,
    /// What it is mainly used for.
    pub main_use: HostUse,
    /// The entries of Schedule 2 that apply.
    pub exclusions: Exclusions,
}

/// What the organisation's own premises tell about an event there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// What was decided about the premises.
    pub outcome: Outcome,
    /// Whether they are enhanced duty premises themselves.
    pub enhanced: Known,
    /// Whether they may lie in larger premises of others, which must be asked about.
    pub ask_larger: bool,
    /// What they are mainly used for.
    pub main_use: HostUse,
    /// The entries of Schedule 2 that apply.
    pub exclusions: Exclusions,
}

impl Derived {
    /// What premises tell about an event there, on a day.
    pub fn of(host: &Premises, law: &Law, on: NaiveDate) -> Self {
        let decision = host.decide(law, on);
        let enhanced = match (decision.outcome, decision.provisional) {
            (Outcome::Enhanced, _) => Known::Yes,
            (Outcome::NotInScope | Outcome::Standard, _) => Known::No,
            // Whichever way an open point falls, they are in the standard tier or in none. That does
            // not hold where the open point is whether they count together with larger premises.
            (Outcome::Unclear, Some(Tier::Standard)) if host.facts.part_of != PartOf::SomeInCommon => {
                Known::No
            }
            (Outcome::Unclear, _) => Known::NotSure,
        };
        let ask_larger = enhanced != Known::Yes
            && !matches!(host.facts.part_of, PartOf::Nothing | PartOf::SameResponsible);
        Self {
            outcome: decision.outcome,
            enhanced,
            ask_larger,
            main_use: main_use(&host.facts, law, on),
            exclusions: host.facts.exclusions.clone(),
        }
    }
}

/// What premises are mainly used for, as Schedule 2, paragraph 6 asks. One of its uses is told apart
/// from others; among others no principal use is needed.
fn main_use(facts: &ScopeFacts, law: &Law, on: NaiveDate) -> HostUse {
    let excluded = |code| law.find(code, on).is_some_and(|item| item.event_host_excluded);
    let first = facts.uses.first().map(|stated| stated.code);
    let (none, all) = (
        facts.uses.iter().all(|stated| !excluded(stated.code)),
        facts.uses.iter().all(|stated| excluded(stated.code)),
    );
    match (facts.mainly, facts.principal, first) {
        (Known::No, ..) => HostUse::None,
        (_, _, None) => HostUse::NotSure,
        (Known::NotSure, ..) if none => HostUse::None,
        (Known::NotSure, ..) => HostUse::NotSure,
        (Known::Yes, Some(principal), _) => HostUse::Mainly(principal),
        (Known::Yes, None, Some(first)) if none || all => HostUse::Mainly(first),
        (Known::Yes, None, _) => HostUse::NotSure,
    }
}

/// Yes where either is, no where neither is.
fn either(a: Known, b: Known) -> Known {
    match (a, b) {
        (Known::Yes, _) | (_, Known::Yes) => Known::Yes,
        (Known::No, Known::No) => Known::No,
        _ => Known::NotSure,
    }
}

impl HostedEvent {
    /// What the organisation's own premises tell, where the event is at them.
    pub fn derived(&self, law: &Law, on: NaiveDate) -> Option<Derived> {
        self.host.as_ref().map(|host| Derived::of(host, law, on))
    }

    /// The facts about the place, derived where it is the organisation's own, otherwise as stated.
    pub fn host_facts(&self, law: &Law, on: NaiveDate) -> HostFacts {
        let stated = self.event.details.host.as_ref();
        let said = stated.map_or(Known::NotSure, |stated| stated.enhanced);
        match (self.derived(law, on), stated) {
            (Some(derived), _) => HostFacts {
                enhanced: if derived.ask_larger { either(derived.enhanced, said) } else { derived.enhanced },
                main_use: derived.main_use,
                exclusions: derived.exclusions,
            },
            (None, Some(stated)) => HostFacts {
                enhanced: stated.enhanced,
                main_use: stated.main_use,
                exclusions: stated.exclusions.clone(),
            },
            (None, None) => HostFacts::default(),
        }
    }

    /// The number at which premises are enhanced duty premises, where an event that is held again and
    /// again brings that many people to a host that is not: then the host's own number is likely too
    /// low (a reading of section 2(3)(a) with "from time to time", no rule of its own).
    pub fn host_may_be_enhanced(&self, law: &Law, on: NaiveDate) -> Option<u32> {
        let host = self.host.as_ref()?;
        let enhanced = law.threshold(ThresholdKind::Enhanced, on)?.value;
        let with_event = ScopeFacts { number: self.event.most(), ..host.facts.clone() };
        let below = matches!(host.decide(law, on).outcome, Outcome::Standard | Outcome::NotInScope);
        let above = scope::decide(&with_event, law, on).outcome == Outcome::Enhanced;
        let recurs = self.event.details.dates.as_ref().is_some_and(super::Dates::recurs);
        (below && above && recurs).then_some(enhanced)
    }
}

impl super::Dates {
    /// Whether the event is no one-off, as far as is known.
    pub fn recurs(&self) -> bool {
        self.repeats == Known::Yes || matches!(self.held_before, super::HeldBefore::Yes(_))
    }
}

impl super::Event {
    /// The most people at one moment, as far as is known: of the whole, or of its largest part.
    pub fn most(&self) -> Option<u32> {
        let whole = self.details.head_count.as_ref().map(crate::scope::head_count::HeadCount::number);
        whole.max(self.details.parts.iter().filter_map(|part| part.number).max())
    }
}
