//! The words for the facts that a decision on scope rests on.

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    law,
    scope::{DecisionRecord, Fact, Known, ScopeFacts, head_count::HeadCount},
};

use super::scope_words;
use crate::components::day;

/// The name of a fact.
pub fn name(fact: Fact) -> &'static str {
    match fact {
        Fact::Building => "A building",
        Fact::Uses => "Used for",
        Fact::Mainly => "Wholly or mainly used for these",
        Fact::Principal => "Principal use",
        Fact::Number => "Greatest number of people",
        Fact::Method => "How it was worked out",
        Fact::Exclusions => "What may take them out",
        Fact::PartOf => "Part of larger premises",
    }
}

/// What a decision says of a fact.
pub fn said(record: &DecisionRecord, fact: Fact, on: NaiveDate) -> String {
    of(&record.facts, record.head_count.as_ref(), fact, on)
}

/// What is known of a fact.
pub fn of(facts: &ScopeFacts, count: Option<&HeadCount>, fact: Fact, on: NaiveDate) -> String {
    let open = || "Not known yet".to_owned();
    match fact {
        Fact::Building => known(facts.building),
        Fact::Uses => uses(facts, on),
        Fact::Mainly => known(facts.mainly),
        Fact::Principal => facts.principal.map_or_else(open, |code| scope_words::use_name(code, on)),
        Fact::Number => count.map_or_else(open, |count| thousands(count.number())),
        Fact::Method => count.map_or_else(open, |count| {
            let method = law::method(count.method()).map_or(count.method(), |method| method.label);
            format!("{method}, {}", day(count.counted_on()))
        }),
        Fact::Exclusions => scope_words::exclusions(facts, on),
        Fact::PartOf => scope_words::part_of(facts.part_of).to_owned(),
    }
}

/// The uses, each with whether it is for visiting members of the public where that was asked.
fn uses(facts: &ScopeFacts, on: NaiveDate) -> String {
    if facts.uses.is_empty() {
        return scope_words::uses(facts, on);
    }
    let one = |stated: &domain::scope::StatedUse| {
        let name = scope_words::use_name(stated.code, on);
        match stated.for_public {
            Known::Yes => format!("{name} (for visiting public)"),
            Known::No => format!("{name} (not for visiting public)"),
            Known::NotSure => name,
        }
    };
    facts.uses.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn known(known: Known) -> String {
    match known {
        Known::Yes => "Yes",
        Known::No => "No",
        Known::NotSure => "Not known yet",
    }
    .to_owned()
}
