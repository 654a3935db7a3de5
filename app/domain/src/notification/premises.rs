//! Premises: where they are, how many people, what they are used for.

use super::{Known, MISSING, NOT_ASKED, NOTHING, Standing, Value, given, text};
use crate::{
    premises::{
        Premises,
        site::{Buildings, Everybody, Seats},
    },
    scope::{self, Decision, PartOf, head_count::HeadCount},
};

pub(super) fn address(premises: &Premises) -> Known {
    given(vec![text(premises.name.as_str()), text(premises.address.lines().join(", "))])
}

pub(super) fn greatest_number(premises: &Premises) -> Known {
    match (&premises.site.everybody, &premises.head_count) {
        (Some(Everybody::Other { number, .. }), _) => given(vec![Value::Number(*number)]),
        (Some(Everybody::SameNumber), Some(count)) => counted(count),
        _ => MISSING,
    }
}

pub(super) fn method(premises: &Premises) -> Known {
    match (&premises.site.everybody, &premises.head_count) {
        (Some(Everybody::Other { how, .. }), _) => given(vec![text(how)]),
        (Some(Everybody::SameNumber), Some(count)) => counting(count),
        _ => MISSING,
    }
}

/// A number of people.
pub(super) fn counted(count: &HeadCount) -> Known {
    given(vec![Value::Number(count.number())])
}

/// How a number of people was worked out.
pub(super) fn counting(count: &HeadCount) -> Known {
    if count.method().is_empty() {
        return MISSING;
    }
    let note = Some(count.note()).filter(|note| !note.is_empty());
    let said = count.working().into_iter().chain(note).map(text);
    given([Value::Method(count.method().to_owned())].into_iter().chain(said).collect())
}

pub(super) fn meets_conditions(decision: &Decision) -> Known {
    decision.outcome.tier().map_or(MISSING, |tier| given(vec![Value::Tier(tier)]))
}

pub(super) fn relevant_use(premises: &Premises) -> Known {
    let facts = &premises.facts;
    let only = match facts.uses.as_slice() {
        [one] => Some(one.code),
        _ => None,
    };
    only.or(facts.principal).map_or(MISSING, |code| given(vec![Value::Use(code)]))
}

pub(super) fn group_of_buildings(premises: &Premises) -> Known {
    match &premises.site.buildings {
        None => MISSING,
        Some(Buildings::One) => given(vec![Value::Yes(false)]),
        Some(Buildings::Group(list)) => {
            let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
            given(vec![Value::Yes(true), Value::Number(count)])
        }
    }
}

pub(super) fn building_addresses(premises: &Premises) -> Known {
    match &premises.site.buildings {
        None => MISSING,
        Some(Buildings::One) => NOT_ASKED,
        Some(Buildings::Group(list)) => given(list.iter().map(text).collect()),
    }
}

pub(super) fn larger_premises(premises: &Premises) -> Known {
    match (premises.facts.part_of, &premises.site.larger) {
        (PartOf::Nothing, _) => NOTHING,
        (PartOf::NotSure, _) | (_, None) => MISSING,
        (_, Some(larger)) => {
            let address = larger.address.iter().map(|address| address.lines().join(", ")).collect();
            let mut values = vec![Value::Named { name: larger.name.as_str().to_owned(), lines: address }];
            let standing = match larger.qualify {
                scope::Known::NotSure => Standing::Missing,
                known => {
                    values.push(Value::Yes(known == scope::Known::Yes));
                    Standing::Given
                }
            };
            (standing, values)
        }
    }
}

pub(super) fn adjoining_seats(premises: &Premises) -> Known {
    match &premises.site.adjoining_seats {
        None => MISSING,
        Some(Seats::None) => given(vec![Value::Yes(false)]),
        Some(Seats::Some(place)) => given(vec![Value::Yes(true), text(place)]),
    }
}
