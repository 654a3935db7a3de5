//! An event: where, when, how many, and how it was or will be made public.

use super::{
    Known, Label, MISSING, NOT_ASKED, NOTHING, Standing, Value, given,
    premises::{counted, counting},
    text,
};
use crate::{
    event::{
        Dates, Earlier, EventDetails, EventScope, Format, HeldBefore, HostedEvent, Larger, Line, Place,
        Publicity, Standing as HostStanding,
    },
    scope::{self, EventOutcome, Outcome},
};

pub(super) fn address(hosted: &HostedEvent) -> Known {
    let details = &hosted.event.details;
    let place = match (&hosted.host, &details.place) {
        (Some(host), _) => {
            let lines = host.address.lines().join(", ");
            Some(format!("{}, {lines}", host.name.as_str()))
        }
        (None, Place::Elsewhere(address)) => Some(address.lines().join(", ")),
        (None, Place::Premises(_)) => None,
    };
    let part = details.part_of_site.as_ref().map(|part| labelled(Label::PartOfSite, line(part)));
    let values = [Some(line(&details.name)), place.map(text), part];
    given(values.into_iter().flatten().collect())
}

/// Of an event that is judged part by part, the number of each part that may be an event of its own
/// (section 3(2)).
pub(super) fn greatest_number(hosted: &HostedEvent, scope: &EventScope) -> Known {
    let parts = match scope {
        EventScope::Whole(_) => Vec::new(),
        EventScope::Parts(parts) => parts
            .iter()
            .filter(|(_, decision)| decision.outcome != EventOutcome::NotInScope)
            .map(|(part, _)| part)
            .collect(),
    };
    if parts.is_empty() {
        return hosted.event.details.head_count.as_ref().map_or(MISSING, counted);
    }
    let known = parts.iter().all(|part| part.number.is_some());
    let named = |part: &&crate::event::Part| Value::Named {
        name: part.name.as_str().to_owned(),
        lines: part.number.iter().map(u32::to_string).collect(),
    };
    (if known { Standing::Given } else { Standing::Missing }, parts.iter().map(named).collect())
}

pub(super) fn method(hosted: &HostedEvent) -> Known {
    hosted.event.details.head_count.as_ref().map_or(MISSING, counting)
}

pub(super) fn meets_conditions(scope: &EventScope) -> Known {
    match scope {
        _ if scope.outcome() != EventOutcome::Event => MISSING,
        EventScope::Whole(_) => given(vec![Value::Yes(true)]),
        EventScope::Parts(parts) => {
            let those = parts.iter().filter(|(_, decision)| decision.outcome == EventOutcome::Event);
            given(those.map(|(part, _)| line(&part.name)).collect())
        }
    }
}

pub(super) fn date_and_time(details: &EventDetails) -> Known {
    of_dates(details, |dates| {
        given(vec![
            labelled(Label::Starts, Value::Moment(dates.starts)),
            labelled(Label::Ends, Value::Moment(dates.ends)),
        ])
    })
}

pub(super) fn first_admission(details: &EventDetails) -> Known {
    of_dates(details, |dates| given(vec![Value::Moment(dates.admission)]))
}

pub(super) fn description(details: &EventDetails) -> Known {
    given(vec![text(details.description.as_str())])
}

/// Whether the larger event was notified, and its number, are asked only as far as they are known.
pub(super) fn larger_event(details: &EventDetails) -> Known {
    match &details.larger {
        None | Some(Larger::NotSure) => MISSING,
        Some(Larger::Nothing) => NOTHING,
        Some(Larger::PartOf(larger)) => {
            let notified = match larger.notified {
                scope::Known::NotSure => None,
                known => Some(labelled(Label::Notified, Value::Yes(known == scope::Known::Yes))),
            };
            let number = sia_number(larger.sia_number.as_ref());
            given([Some(line(&larger.name)), notified, number].into_iter().flatten().collect())
        }
    }
}

/// How the host stands under the Act is asked only as far as it is known. Own premises tell it.
pub(super) fn host_premises(hosted: &HostedEvent) -> Known {
    let stated = hosted.event.details.host.as_ref();
    let standing = match (&hosted.host, stated) {
        (Some(host), _) => match (host.outcome, host.outcome.tier()) {
            (Outcome::NotInScope, _) => HostStanding::NotInScope,
            (_, Some(tier)) => HostStanding::Tier(tier),
            (_, None) => HostStanding::NotKnown,
        },
        (None, Some(stated)) => stated.standing,
        (None, None) => return MISSING,
    };
    let in_scope = |yes| labelled(Label::InScope, Value::Yes(yes));
    let mut values = match standing {
        HostStanding::NotKnown => Vec::new(),
        HostStanding::NotInScope => vec![in_scope(false)],
        HostStanding::SomeTier => vec![in_scope(true)],
        HostStanding::Tier(tier) => vec![in_scope(true), labelled(Label::Tier, Value::Tier(tier))],
    };
    values.extend(sia_number(stated.and_then(|stated| stated.sia_number.as_ref())));
    (if values.is_empty() { Standing::NotKnown } else { Standing::Given }, values)
}

pub(super) fn held_before(details: &EventDetails) -> Known {
    of_dates(details, |dates| match dates.held_before {
        HeldBefore::NotSure => MISSING,
        HeldBefore::No => given(vec![Value::Yes(false)]),
        HeldBefore::Yes(_) => given(vec![Value::Yes(true)]),
    })
}

pub(super) fn last_time(details: &EventDetails) -> Known {
    of_dates(details, |dates| match &dates.held_before {
        HeldBefore::NotSure => MISSING,
        HeldBefore::No => NOT_ASKED,
        HeldBefore::Yes(last) => {
            let Earlier { on, place, name, responsible, contact } = &**last;
            let said = |label, said: &Option<Line>| said.as_ref().map(|said| labelled(label, line(said)));
            let all = [
                on.map(|on| labelled(Label::LastDay, Value::Day(on))),
                said(Label::Place, place),
                said(Label::NameAndBrand, name),
                said(Label::Responsible, responsible),
                said(Label::Contact, contact),
            ];
            let known = all.iter().all(Option::is_some);
            (if known { Standing::Given } else { Standing::Missing }, all.into_iter().flatten().collect())
        }
    })
}

pub(super) fn repeats(details: &EventDetails) -> Known {
    of_dates(details, |dates| match dates.repeats {
        scope::Known::NotSure => MISSING,
        known => given(vec![Value::Yes(known == scope::Known::Yes)]),
    })
}

pub(super) fn first_publicised(details: &EventDetails) -> Known {
    match &details.publicity {
        None => MISSING,
        Some(Publicity { first: None, .. }) => NOTHING,
        Some(Publicity { first: Some(first), .. }) => given(vec![Value::Day(*first)]),
    }
}

pub(super) fn publicity_format(details: &EventDetails) -> Known {
    match &details.publicity {
        None => MISSING,
        Some(Publicity { first: None, .. }) => NOT_ASKED,
        Some(Publicity { format, .. }) => match format {
            None => MISSING,
            Some(Format::Web(web)) => given(vec![labelled(Label::Web, line(web))]),
            Some(Format::Social { platform, account }) => given(vec![
                labelled(Label::Platform, line(platform)),
                labelled(Label::Account, line(account)),
            ]),
            Some(Format::Other(how)) => given(vec![line(how)]),
        },
    }
}

fn of_dates(details: &EventDetails, known: impl FnOnce(&Dates) -> Known) -> Known {
    details.dates.as_ref().map_or(MISSING, known)
}

fn sia_number(number: Option<&Line>) -> Option<Value> {
    number.map(|number| labelled(Label::SiaNumber, line(number)))
}

fn labelled(label: Label, value: Value) -> Value {
    Value::Labelled(label, Box::new(value))
}

fn line(line: &Line) -> Value {
    text(line.as_str())
}
