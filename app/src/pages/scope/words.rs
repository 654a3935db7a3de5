//! The words for a decision on scope. The rules return codes; this is what people read.

mod found;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    law::{self, ThresholdKind, UseCode},
    scope::{
        Arguable, Duty, Exclusions, FindOut, Finding, Known, Near, Outcome, PartOf, Responsible, ScopeFacts,
        Tier,
    },
};

pub use found::{change, event_heading, event_lead, heading, lead, then, then_event};

/// How premises can stand to larger ones: slug, value, words.
pub const PART_OF: [(&str, PartOf, &str); 5] = [
    ("nothing", PartOf::Nothing, "No"),
    (
        "same-responsible",
        PartOf::SameResponsible,
        "Yes, and the same person or organisation is responsible for both",
    ),
    (
        "other-responsible",
        PartOf::OtherResponsible,
        "Yes, and somebody else is responsible for the larger premises",
    ),
    ("some-in-common", PartOf::SomeInCommon, "Yes, and only some of those responsible are the same"),
    ("not-sure", PartOf::NotSure, "I am not sure"),
];

/// The words for how premises stand to larger ones.
pub fn part_of(part_of: PartOf) -> &'static str {
    PART_OF.iter().find(|(_, value, _)| *value == part_of).map_or("", |(.., words)| words)
}

/// The name of a tier.
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Standard => "Standard tier",
        Tier::Enhanced => "Enhanced tier",
    }
}

/// The name of an outcome.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NotInScope => "Not in scope",
        Outcome::Standard => "Standard tier",
        Outcome::Enhanced => "Enhanced tier",
        Outcome::Unclear => "Not clear yet",
    }
}

/// The uses in one line.
pub fn uses(facts: &ScopeFacts, on: NaiveDate) -> String {
    match (facts.uses.as_slice(), facts.mainly) {
        ([], Known::No) => "None of those in Schedule 1".into(),
        ([], _) => "Not known yet".into(),
        (uses, _) => uses.iter().map(|stated| use_name(stated.code, on)).collect::<Vec<_>>().join("; "),
    }
}

/// What of Schedule 2 applies, in one line.
pub fn exclusions(facts: &ScopeFacts, on: NaiveDate) -> String {
    match &facts.exclusions {
        Exclusions::Nothing => "None of those in Schedule 2".into(),
        Exclusions::NotSure => "Not known yet".into(),
        Exclusions::These(ids) => ids.iter().map(|id| exclusion_label(id, on)).collect::<Vec<_>>().join("; "),
    }
}

/// Places in the Act or in regulations, as people write them.
pub fn section(cites: &str) -> String {
    cites.split("; ").map(one_place).collect::<Vec<_>>().join("; ")
}

fn one_place(cite: &str) -> String {
    if cite.starts_with("SI ") {
        cite.replace(" reg ", ", regulation ").replace(" Sch p", ", Schedule paragraph ")
    } else if cite.starts_with("Sch") {
        cite.replace("Sch1 p", "Schedule 1, paragraph ").replace("Sch2 p", "Schedule 2, paragraph ")
    } else {
        format!("section {}", cite.trim_start_matches('s').replace(", s", " and "))
    }
}

/// A reason.
pub fn finding(finding: &Finding, on: NaiveDate) -> String {
    match finding {
        Finding::Building => "There is a building.".into(),
        Finding::NoBuilding => "There is no building, or building with other land.".into(),
        Finding::UseCounts { paragraph } => {
            format!("{}: a use that the Act names.", use_name(*paragraph, on))
        }
        Finding::UseLeftOut { paragraph } => format!(
            "{}: left out, because it is not for visiting members of the public. Leave the people there for it out of the number too.",
            use_name(*paragraph, on)
        ),
        Finding::NoUse => "None of the uses is one that the Act names.".into(),
        Finding::MainlyUsed => "The premises are wholly or mainly used for these.".into(),
        Finding::NotMainlyUsed => "The premises are not wholly or mainly used for these.".into(),
        Finding::NumberReached { number, threshold } => {
            format!("{} people expected at the same time: {threshold} or more.", thousands(number))
        }
        Finding::NumberBelow { number, threshold } => {
            format!("{} people expected at the same time: fewer than {threshold}.", thousands(number))
        }
        Finding::Excluded { exclusion } => format!("Taken out by: {}.", exclusion_label(exclusion, on)),
        Finding::NotExcluded => "Nothing in Schedule 2 takes it out.".into(),
        Finding::AlwaysStandard { paragraph } => {
            format!("{}: always in the standard tier, however many people.", use_name(*paragraph, on))
        }
        Finding::Principal { paragraph } => {
            format!(
                "{}: the principal use, as you said. The Act gives no test of its own.",
                use_name(*paragraph, on)
            )
        }
        Finding::EnhancedReached { number, threshold } => {
            format!("{} people: {threshold} or more.", thousands(number))
        }
        Finding::EnhancedBelow { number, threshold } => {
            format!("{} people: fewer than {threshold}.", thousands(number))
        }
        Finding::OneSet => {
            "Part of larger premises of the same person: judged together, so give the answers for the whole."
                .into()
        }
        Finding::Separate => {
            "Part of larger premises of somebody else: judged by itself. The people inside count there too."
                .into()
        }
        Finding::HostEnhanced => "The event is at enhanced duty premises, whose own duties cover it.".into(),
        Finding::HostNotEnhanced => "The event is not at enhanced duty premises.".into(),
        Finding::HostUseExcluded { paragraph } => {
            format!("Events at premises for this use are left out: {}.", use_name(*paragraph, on))
        }
        Finding::HostExcluded => "Schedule 2 takes out the premises: they are for Parliament or a devolved body, or a transport security plan or direction is in force.".into(),
        Finding::HostForExcludedUse => {
            "The premises are mainly used for worship, childcare, a school or further education.".into()
        }
        Finding::PublicAccess => "Members of the public can attend.".into(),
        Finding::NoPublicAccess => "Members of the public cannot attend.".into(),
        Finding::EntryChecked => "Payment, tickets, passes or membership are checked.".into(),
        Finding::EntryNotChecked => "Nobody checks payment, tickets, passes or membership.".into(),
    }
}

/// Something to find out, and the page to say it on.
pub fn find_out(what: FindOut, on: NaiveDate) -> (String, &'static str) {
    match what {
        FindOut::Building => ("Whether there is a building".into(), "use"),
        FindOut::Uses => ("What the premises are used for".into(), "use"),
        FindOut::ForPublic { paragraph } => (
            format!("Whether this is mainly for visiting members of the public: {}", use_name(paragraph, on)),
            "use",
        ),
        FindOut::Mainly => ("Whether the premises are wholly or mainly used for these uses".into(), "use"),
        FindOut::Principal => ("Which use is the principal one".into(), "use"),
        FindOut::Number => ("How many people you expect at the same time".into(), "number"),
        FindOut::Exclusions => ("Whether anything in Schedule 2 applies".into(), "exclusions"),
        FindOut::PartOf => ("Whether the premises are part of larger ones".into(), "exclusions"),
        FindOut::HostEnhanced => ("Whether the event is at enhanced duty premises".into(), "use"),
        FindOut::HostUse => ("What the premises that host the event are mainly used for".into(), "use"),
        FindOut::PublicAccess => ("Whether members of the public can attend".into(), "use"),
        FindOut::EntryChecked => ("Whether payment, tickets, passes or membership are checked".into(), "use"),
    }
}

/// A point that the Act leaves open, and why.
pub fn arguable(point: &Arguable, on: NaiveDate) -> String {
    match point {
        Arguable::Exclusion { exclusion } => arguable_entry(exclusion, on),
        Arguable::SomeInCommon => {
            "Only some of those responsible for the two premises are the same. Section 2(5) says what follows when all are, or none are; not what follows when some are.".into()
        }
    }
}

/// An entry of Schedule 2 that the Act leaves open, and why.
pub fn arguable_entry(exclusion: &str, on: NaiveDate) -> String {
    law::known()
        .exclusion(exclusion, on)
        .map_or_else(String::new, |entry| format!("{}: {}", entry.label, entry.why))
}

/// A number near a threshold.
pub fn near(near: &Near) -> String {
    let starts = match near.kind {
        ThresholdKind::Standard => "premises come into scope",
        ThresholdKind::Enhanced => "the enhanced tier starts",
        ThresholdKind::Event => "an event qualifies",
    };
    format!(
        "Your number, {}, is close to {}, where {starts}. Keep how you worked it out, and look at it again when something changes.",
        thousands(near.number),
        thousands(near.threshold)
    )
}

/// A duty.
pub const fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Procedures => "Have public protection procedures, so far as is reasonably practicable",
        Duty::Notify => "Notify the SIA, and say who is responsible",
        Duty::Coordinate => "Co-ordinate with others who are responsible",
        Duty::Measures => {
            "Have public protection measures, so far as is reasonably practicable, and keep them under review"
        }
        Duty::Document => "Keep a document of procedures and measures, and send it to the SIA",
        Duty::Cooperate => "Others with some control must co-operate",
        Duty::SeniorIndividual => "Name a senior individual, where the responsible person is an organisation",
    }
}

/// Who is responsible.
pub fn responsible(who: Responsible, on: NaiveDate) -> String {
    match who {
        Responsible::InControl => {
            "Whoever has control of the premises in connection with the principal use (section 4(1)). A contract does not move it.".into()
        }
        Responsible::Named { paragraph } => law::known()
            .find(paragraph, on)
            .and_then(|item| item.responsible)
            .map_or_else(String::new, |who| format!("Schedule 1 names who is responsible: {who}.")),
    }
}

/// The name of a use.
pub fn use_name(code: UseCode, on: NaiveDate) -> String {
    law::known().find(code, on).map_or_else(|| format!("paragraph {}", code.0), |item| item.name.to_owned())
}

fn exclusion_label(id: &str, on: NaiveDate) -> String {
    law::known().exclusion(id, on).map_or_else(|| id.to_owned(), |entry| entry.label.to_owned())
}
