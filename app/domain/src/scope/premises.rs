//! Scope and tier of premises: section 2, with Schedule 1 and Part 1 of Schedule 2.

use chrono::NaiveDate;

use super::{
    Arguable, Decision, Duty, Exclusions, FindOut, Finding, Findings, Known, NextTier, Outcome, PartOf,
    Responsible, ScopeFacts, Tier, near,
};
use crate::law::{Effect, Law, ThresholdKind, TierRule, Use, VisitingPublic};

/// The duties of standard duty premises (sections 5, 8 and 9).
const STANDARD_DUTIES: [Duty; 3] = [Duty::Procedures, Duty::Notify, Duty::Coordinate];
/// The duties that enhanced duty premises have besides (sections 6, 7, 8(6) and 10).
const ENHANCED_DUTIES: [Duty; 4] = [Duty::Measures, Duty::Document, Duty::Cooperate, Duty::SeniorIndividual];

/// Decides whether premises are in scope on a day, and in which tier.
pub fn decide(facts: &ScopeFacts, law: &Law, on: NaiveDate) -> Decision {
    let threshold = |kind| law.threshold(kind, on).map_or(u32::MAX, |found| found.value);
    let standard = threshold(ThresholdKind::Standard);
    let enhanced = threshold(ThresholdKind::Enhanced);

    let mut found = Findings::default();
    exclusions(facts, law, on, &mut found);
    found.condition(facts.building, "s2(2)(a)", Finding::Building, Finding::NoBuilding, FindOut::Building);
    let uses = uses(facts, law, on, &mut found);
    let failed_before_number = !found.failed.is_empty();
    number(facts, standard, &mut found);

    let mut close = Vec::new();
    if let Some(number) = facts.number
        && !failed_before_number
    {
        close.extend(near(ThresholdKind::Standard, standard, number));
    }
    if !found.failed.is_empty() {
        return Decision {
            outcome: Outcome::NotInScope,
            provisional: None,
            reasons: found.failed,
            arguable: Vec::new(),
            find_out: Vec::new(),
            near: close,
            next_tier: (!failed_before_number).then(|| NextTier {
                tier: Tier::Standard,
                threshold: standard,
                adds: STANDARD_DUTIES.to_vec(),
            }),
            responsible: None,
        };
    }

    part_of(facts, &mut found);
    let principal = Principal::of(facts, &uses);
    let tier = tier(facts, &principal, enhanced, &mut found);
    if let Some(number) = facts.number
        && principal.grows()
    {
        close.extend(near(ThresholdKind::Enhanced, enhanced, number));
    }
    let settled = found.find_out.is_empty();
    let provisional = tier.filter(|_| settled);
    let outcome = match provisional {
        Some(tier) if found.arguable.is_empty() => tier.into(),
        _ => Outcome::Unclear,
    };
    Decision {
        outcome,
        provisional,
        next_tier: (provisional == Some(Tier::Standard) && principal.grows()).then(|| NextTier {
            tier: Tier::Enhanced,
            threshold: enhanced,
            adds: ENHANCED_DUTIES.to_vec(),
        }),
        responsible: principal.responsible(),
        reasons: found.met,
        arguable: found.arguable,
        find_out: found.find_out,
        near: close,
    }
}

fn exclusions(facts: &ScopeFacts, law: &Law, on: NaiveDate, found: &mut Findings) {
    let ids = match &facts.exclusions {
        Exclusions::Nothing => return found.met(Finding::NotExcluded, "s2(2)(d)"),
        Exclusions::These(ids) if !ids.is_empty() => ids,
        Exclusions::These(_) | Exclusions::NotSure => {
            return found.ask(FindOut::Exclusions);
        }
    };
    for id in ids {
        match law.exclusion(id, on).filter(|entry| entry.premises) {
            None => found.ask(FindOut::Exclusions),
            Some(entry) => match entry.effect {
                Effect::Excluded => {
                    found.failed(Finding::Excluded { exclusion: id.clone() }, entry.cite);
                }
                Effect::Arguable => {
                    found.arguable.push(Arguable::Exclusion { exclusion: id.clone() });
                }
            },
        }
    }
}

/// The uses that count, or may count.
fn uses<'a>(facts: &ScopeFacts, law: &'a Law, on: NaiveDate, found: &mut Findings) -> Vec<&'a Use> {
    let mut kept: Vec<&Use> = Vec::new();
    let mut left_out = Vec::new();
    for stated in &facts.uses {
        let Some(item) = law.find(stated.code, on) else {
            found.ask(FindOut::Uses);
            continue;
        };
        let paragraph = stated.code;
        let asked = item.visiting_public != VisitingPublic::None;
        match stated.for_public {
            Known::No if asked => {
                left_out.push((Finding::UseLeftOut { paragraph }, item.cite));
                continue;
            }
            Known::NotSure if asked => found.ask(FindOut::ForPublic { paragraph }),
            _ => found.met(Finding::UseCounts { paragraph }, item.cite),
        }
        if !kept.contains(&item) {
            kept.push(item);
        }
    }
    let none_left =
        kept.is_empty() && !left_out.is_empty() && found.find_out.iter().all(|ask| *ask != FindOut::Uses);
    let fails = none_left || facts.mainly == Known::No;
    for (finding, cite) in left_out {
        if fails { found.failed(finding, cite) } else { found.met(finding, cite) }
    }
    if none_left {
        found.failed(Finding::NoUse, "s2(2)(b)");
    } else if facts.mainly == Known::No {
        found.failed(Finding::NotMainlyUsed, "s2(2)(b)");
    } else if kept.is_empty() {
        found.ask(FindOut::Uses);
    } else if facts.mainly == Known::NotSure {
        found.ask(FindOut::Mainly);
    } else {
        found.met(Finding::MainlyUsed, "s2(2)(b)");
    }
    kept
}

fn number(facts: &ScopeFacts, threshold: u32, found: &mut Findings) {
    match facts.number {
        None => found.ask(FindOut::Number),
        Some(number) if number < threshold => {
            found.failed(Finding::NumberBelow { number, threshold }, "s2(2)(c)");
        }
        Some(number) => found.met(Finding::NumberReached { number, threshold }, "s2(2)(c)"),
    }
}

fn part_of(facts: &ScopeFacts, found: &mut Findings) {
    match facts.part_of {
        PartOf::Nothing => {}
        PartOf::SameResponsible => found.met(Finding::OneSet, "s2(5)(a)"),
        PartOf::OtherResponsible => found.met(Finding::Separate, "s2(5)(b)"),
        PartOf::SomeInCommon => found.arguable.push(Arguable::SomeInCommon),
        PartOf::NotSure => found.ask(FindOut::PartOf),
    }
}

/// The uses that may be principal: one when it is known.
struct Principal<'a>(Vec<&'a Use>, bool);

impl<'a> Principal<'a> {
    /// A stated principal use only counts when it is one of the uses that count.
    fn of(facts: &ScopeFacts, uses: &[&'a Use]) -> Self {
        let stated = uses.iter().copied().find(|item| Some(item.code) == facts.principal);
        Self(stated.map_or_else(|| uses.to_vec(), |item| vec![item]), uses.len() > 1)
    }

    fn always_standard(&self) -> impl Iterator<Item = &'a Use> {
        self.0.iter().copied().filter(|item| item.tier == TierRule::AlwaysStandard)
    }

    /// Whether more people could make the premises enhanced.
    fn grows(&self) -> bool {
        self.0.iter().any(|item| item.tier == TierRule::Size)
    }

    /// The one principal use, when it is settled.
    fn known(&self) -> Option<&'a Use> {
        match self.0.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    fn responsible(&self) -> Option<Responsible> {
        match self.known() {
            Some(item) if item.responsible.is_some() => Some(Responsible::Named { paragraph: item.code }),
            Some(_) => Some(Responsible::InControl),
            None if self.0.is_empty() || self.0.iter().any(|item| item.responsible.is_some()) => None,
            None => Some(Responsible::InControl),
        }
    }
}

/// The tier of premises that meet every other condition; `None` when it cannot be told.
fn tier(facts: &ScopeFacts, principal: &Principal, threshold: u32, found: &mut Findings) -> Option<Tier> {
    if let Some(item) = principal.known().filter(|_| principal.1) {
        found.met(Finding::Principal { paragraph: item.code }, "s4(2)");
    }
    if principal.0.is_empty() {
        return None;
    }
    if !principal.grows() {
        for item in principal.always_standard() {
            let cite = format!("s2(4); {}", item.tier_cite);
            found.met(Finding::AlwaysStandard { paragraph: item.code }, cite);
        }
        return Some(Tier::Standard);
    }
    let number = facts.number?;
    if number < threshold {
        found.met(Finding::EnhancedBelow { number, threshold }, "s2(3)(b)");
        return Some(Tier::Standard);
    }
    if principal.always_standard().next().is_some() {
        found.ask(FindOut::Principal);
        return None;
    }
    found.met(Finding::EnhancedReached { number, threshold }, "s2(3)(a)");
    Some(Tier::Enhanced)
}
