//! Who is responsible, who has control, who notifies.

use super::{Known, MISSING, NOT_ASKED, NOTHING, Sources, Standing, Value, given, text};
use crate::{
    control::OperatorIs,
    organisation::OrganisationKind,
    party::{Part, Party},
    scope,
};

pub(super) fn responsible_persons(from: &Sources<'_>) -> Known {
    let Some(operator) = from.subject.control().operator else { return MISSING };
    let mut reached = true;
    let mut values = Vec::new();
    if operator == OperatorIs::Responsible {
        reached &= !from.organisation.contact.is_empty();
        let lines = from.organisation.contact.lines();
        values.push(Value::Named { name: from.organisation.name.clone(), lines });
    }
    for party in of(from, |part| matches!(part, Part::Responsible)) {
        reached &= !party.contact.is_empty();
        values.push(named(party, Vec::new()));
    }
    let known = reached && !values.is_empty();
    (if known { Standing::Given } else { Standing::Missing }, values)
}

pub(super) fn nested_persons(from: &Sources<'_>) -> Known {
    let nested: Vec<_> =
        of(from, |part| matches!(part, Part::Nested)).map(|one| named(one, Vec::new())).collect();
    match (nested.is_empty(), from.subject.lies_within_others()) {
        (false, _) => given(nested),
        (true, true) => MISSING,
        (true, false) => others(from),
    }
}

pub(super) fn others_in_control(from: &Sources<'_>) -> Known {
    let mut values = Vec::new();
    for party in from.parties {
        if let Part::Control { relationship } = &party.part {
            values.push(named(party, vec![relationship.clone()]));
        }
    }
    if values.is_empty() { others(from) } else { given(values) }
}

/// What an empty list of others means: nobody, or that nobody was named yet.
fn others(from: &Sources<'_>) -> Known {
    let somebody = from
        .parties
        .iter()
        .any(|party| matches!(party.part, Part::Responsible | Part::Nested | Part::Control { .. }));
    match from.subject.control().others {
        scope::Known::No => NOTHING,
        scope::Known::Yes if somebody => NOTHING,
        scope::Known::Yes | scope::Known::NotSure => MISSING,
    }
}

pub(super) fn names(from: &Sources<'_>) -> Known {
    let organisation = from.organisation;
    let corporate = organisation.corporate_name.as_ref().unwrap_or(&organisation.name);
    given([corporate].into_iter().chain(&organisation.trading_names).map(text).collect())
}

pub(super) fn numbers(from: &Sources<'_>) -> Known {
    let numbers: Vec<_> = from.organisation.numbers().into_iter().map(text).collect();
    match (numbers.is_empty(), from.organisation.kind) {
        (false, _) => given(numbers),
        (true, Some(OrganisationKind::Individual)) => NOT_ASKED,
        (true, Some(OrganisationKind::OtherBody)) => NOTHING,
        (true, _) => MISSING,
    }
}

pub(super) fn notifier(from: &Sources<'_>) -> Known {
    let mut values = Vec::new();
    for party in from.parties {
        if let Part::Notifier { position, relationship, authority } = &party.part {
            values.push(named(party, vec![position.clone(), relationship.clone(), authority.clone()]));
        }
    }
    match (values.is_empty(), from.subject.control().operator) {
        (false, _) => given(values),
        (true, Some(OperatorIs::Responsible)) => NOT_ASKED,
        (true, _) => MISSING,
    }
}

pub(super) fn elsewhere(from: &Sources<'_>) -> Known {
    match from.subject.control().elsewhere {
        scope::Known::Yes => given(vec![Value::Yes(true)]),
        scope::Known::No => given(vec![Value::Yes(false)]),
        scope::Known::NotSure => MISSING,
    }
}

pub(super) fn online(from: &Sources<'_>) -> Known {
    let organisation = from.organisation;
    let own = from.subject.online();
    let all = own.into_iter().flatten().chain(&organisation.websites).chain(&organisation.social_media);
    let values: Vec<_> = all.map(text).collect();
    match (values.is_empty(), own) {
        (false, _) => given(values),
        (true, Some(_)) => NOTHING,
        (true, None) => MISSING,
    }
}

pub(super) fn licences(from: &Sources<'_>) -> Known {
    let values: Vec<_> = from.licences.iter().cloned().map(Value::Licence).collect();
    match (values.is_empty(), from.subject.control().licensed) {
        (false, _) => given(values),
        (true, scope::Known::No) => NOTHING,
        (true, _) => MISSING,
    }
}

pub(super) fn senior_individual(from: &Sources<'_>) -> Known {
    if !asks_for_senior(from) {
        return NOT_ASKED;
    }
    let mut values = Vec::new();
    for party in from.parties {
        if let Part::SeniorIndividual { position, designated_on, .. } = &party.part {
            let day = designated_on.map(|day| day.format("designated on %-d %B %Y").to_string());
            values.push(named(party, [Some(position.clone()), day].into_iter().flatten().collect()));
        }
    }
    if values.is_empty() { MISSING } else { given(values) }
}

pub(super) fn understands_document(from: &Sources<'_>) -> Known {
    if !from.subject.has_enhanced_duties() {
        return NOT_ASKED;
    }
    if !asks_for_senior(from) {
        // The responsible person confirms it in their own name.
        return (Standing::Declared, Vec::new());
    }
    let understood = from
        .parties
        .iter()
        .any(|party| matches!(party.part, Part::SeniorIndividual { understands: true, .. }));
    if understood { given(vec![Value::Yes(true)]) } else { MISSING }
}

/// Section 10 asks for a senior individual where the responsible person is not an individual.
fn asks_for_senior(from: &Sources<'_>) -> bool {
    from.subject.has_enhanced_duties() && from.organisation.is_individual() != Some(true)
}

fn of<'a>(from: &Sources<'a>, is: impl Fn(&Part) -> bool) -> impl Iterator<Item = &'a Party> {
    from.parties.iter().filter(move |party| is(&party.part))
}

fn named(party: &Party, more: Vec<String>) -> Value {
    let lines = more.into_iter().chain(party.number.clone()).chain(party.contact.lines()).collect();
    Value::Named { name: party.name.clone(), lines }
}
