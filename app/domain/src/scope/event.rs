//! Scope of events: section 3, with Part 2 of Schedule 2.

use chrono::NaiveDate;

use super::{
    Arguable, EventDecision, EventFacts, EventOutcome, Exclusions, FindOut, Finding, Findings, HostUse,
    Known, near,
};
use crate::law::{Effect, Law, ThresholdKind};

/// Decides whether an event is a qualifying event on a day. The premises that host it have a
/// decision of their own.
pub fn decide(facts: &EventFacts, law: &Law, on: NaiveDate) -> EventDecision {
    let threshold = law.threshold(ThresholdKind::Event, on).map_or(u32::MAX, |found| found.value);
    let mut found = Findings::default();
    found.condition(
        match facts.host_enhanced {
            Known::Yes => Known::No,
            Known::No => Known::Yes,
            Known::NotSure => Known::NotSure,
        },
        "s3(1)(b)",
        Finding::HostNotEnhanced,
        Finding::HostEnhanced,
        FindOut::HostEnhanced,
    );
    exclusions(facts, law, on, &mut found);
    host_use(facts, law, on, &mut found);
    found.condition(
        facts.public_access,
        "s3(1)(c)",
        Finding::PublicAccess,
        Finding::NoPublicAccess,
        FindOut::PublicAccess,
    );
    found.condition(
        facts.entry_checked,
        "s3(1)(e)",
        Finding::EntryChecked,
        Finding::EntryNotChecked,
        FindOut::EntryChecked,
    );
    match facts.number {
        None => found.ask(FindOut::Number),
        Some(number) if number < threshold => {
            found.failed(Finding::NumberBelow { number, threshold }, "s3(1)(d)");
        }
        Some(number) => found.met(Finding::NumberReached { number, threshold }, "s3(1)(d)"),
    }
    let near =
        facts.number.and_then(|number| near(ThresholdKind::Event, threshold, number)).into_iter().collect();
    if !found.failed.is_empty() {
        return EventDecision {
            outcome: EventOutcome::NotInScope,
            reasons: found.failed,
            arguable: Vec::new(),
            find_out: Vec::new(),
            near,
        };
    }
    let settled = found.find_out.is_empty() && found.arguable.is_empty();
    EventDecision {
        outcome: if settled { EventOutcome::Event } else { EventOutcome::Unclear },
        reasons: found.met,
        arguable: found.arguable,
        find_out: found.find_out,
        near,
    }
}

fn exclusions(facts: &EventFacts, law: &Law, on: NaiveDate, found: &mut Findings) {
    let ids = match &facts.exclusions {
        Exclusions::Nothing => return found.met(Finding::NotExcluded, "s3(1)(f)"),
        Exclusions::These(ids) if !ids.is_empty() => ids,
        Exclusions::These(_) | Exclusions::NotSure => {
            return found.ask(FindOut::Exclusions);
        }
    };
    for id in ids {
        match law.exclusion(id, on) {
            None => found.ask(FindOut::Exclusions),
            // Parks and the like exclude premises only (Schedule 2, paragraph 3(5)).
            Some(entry) if !entry.events => {}
            Some(entry) => match entry.effect {
                Effect::Excluded => {
                    let cite = format!("Sch2 p5; {}", entry.cite);
                    found.failed(Finding::Excluded { exclusion: id.clone() }, cite);
                }
                Effect::Arguable => {
                    found.arguable.push(Arguable::Exclusion { exclusion: id.clone() });
                }
            },
        }
    }
}

fn host_use(facts: &EventFacts, law: &Law, on: NaiveDate, found: &mut Findings) {
    match facts.host_use {
        HostUse::None => {}
        HostUse::NotSure => found.ask(FindOut::HostUse),
        HostUse::Mainly(paragraph) => match law.find(paragraph, on) {
            None => found.ask(FindOut::HostUse),
            Some(item) if item.event_host_excluded => {
                found.failed(Finding::HostUseExcluded { paragraph }, "Sch2 p6");
            }
            Some(_) => {}
        },
    }
}
