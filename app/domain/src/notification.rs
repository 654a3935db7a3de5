//! What will the regulator ask about premises or an event, and is it known? Every field of the Schedule
//! to the Notification Requirements Regulations 2026 (SI 2026/793).
//!
//! Notice itself is given on the regulator's own portal (regulation 5(5)).

mod event;
mod everyone;
mod field;
mod premises;

#[cfg(test)]
mod tests;

pub use field::{Field, SchedulePart};

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::{
    control::Control,
    event::{EventScope, HostedEvent, Place, Standing as HostStanding},
    law::UseCode,
    licence::Licence,
    organisation::OrganisationDetails,
    party::Party,
    premises::Premises,
    scope::{Decision, EventOutcome, Outcome, PartOf, Tier},
};

/// All that a notification is made from.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    /// The operator.
    pub organisation: &'a OrganisationDetails,
    /// What is notified.
    pub subject: Subject<'a>,
    /// The others with a part in it.
    pub parties: &'a [Party],
    /// Its licences.
    pub licences: &'a [Licence],
}

/// What is notified, with what the law says about it.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// Premises.
    Premises(&'a Premises, &'a Decision),
    /// An event.
    Event(&'a HostedEvent, &'a EventScope),
}

impl<'a> Subject<'a> {
    /// Whether it is not in scope as far as is known, so that there is nothing to notify.
    pub fn is_out_of_scope(self) -> bool {
        match self {
            Self::Premises(_, decision) => decision.outcome == Outcome::NotInScope,
            Self::Event(_, scope) => scope.outcome() == EventOutcome::NotInScope,
        }
    }

    fn control(self) -> &'a Control {
        match self {
            Self::Premises(premises, _) => &premises.control,
            Self::Event(event, _) => &event.event.details.control,
        }
    }

    fn online(self) -> Option<&'a [String]> {
        match self {
            Self::Premises(premises, _) => premises.site.online.as_deref(),
            Self::Event(event, _) => event.event.details.online.as_deref(),
        }
    }

    /// Whether the duties of enhanced duty premises and of events hold, as far as is known (sections 7
    /// and 10).
    fn has_enhanced_duties(self) -> bool {
        match self {
            Self::Premises(_, decision) => decision.provisional == Some(Tier::Enhanced),
            Self::Event(_, scope) => scope.outcome() != EventOutcome::NotInScope,
        }
    }

    /// Whether there must be somebody to co-ordinate with, since it lies within premises that somebody
    /// else is responsible for (section 8(4)).
    fn lies_within_others(self) -> bool {
        let lies = |part_of| matches!(part_of, PartOf::OtherResponsible | PartOf::SomeInCommon);
        match self {
            Self::Premises(premises, _) => lies(premises.facts.part_of),
            Self::Event(event, _) => match (&event.host, &event.event.details.place) {
                (Some(host), _) => lies(host.facts.part_of),
                (None, Place::Premises(_)) => false,
                (None, Place::Elsewhere(_)) => event.event.details.host.as_ref().is_some_and(|host| {
                    matches!(host.standing, HostStanding::SomeTier | HostStanding::Tier(_))
                }),
            },
        }
    }
}

/// A field, and what is known for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which field.
    pub field: Field,
    /// How it stands.
    pub standing: Standing,
    /// What is known, in the order to give it. Something may be known of a field that is missing.
    pub values: Vec<Value>,
}

/// How a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Known.
    Given,
    /// There is nothing of the kind, as the operator said.
    NothingToGive,
    /// It is asked only as far as it is known, and the operator said that it is not.
    NotKnown,
    /// Not known, or not wholly.
    Missing,
    /// Not asked of this.
    NotAsked,
    /// Declared on the regulator's portal, by whoever notifies.
    Declared,
}

impl Standing {
    /// Its slug, such as `missing`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::NothingToGive => "nothing-to-give",
            Self::NotKnown => "not-known",
            Self::Missing => "missing",
            Self::NotAsked => "not-asked",
            Self::Declared => "declared",
        }
    }
}

/// One thing that is known for a field. Notices keep it: a variant is never renamed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Words of the operator.
    Text(String),
    /// A person or organisation, with ways to reach them.
    Named {
        /// Their name.
        name: String,
        /// More about them, and how they can be reached, a line each.
        lines: Vec<String>,
    },
    /// People.
    Number(u32),
    /// A way of working out a number, by its id.
    Method(String),
    /// A use in Schedule 1.
    Use(UseCode),
    /// A tier.
    Tier(Tier),
    /// Yes or no.
    Yes(bool),
    /// A licence.
    Licence(Licence),
    /// A day.
    Day(NaiveDate),
    /// A day and a time, in local time.
    Moment(NaiveDateTime),
    /// One of several things that a field asks for.
    Labelled(Label, Box<Self>),
}

/// What one of several values of a field is. Notices keep it: a variant is never renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Label {
    /// The start of an event.
    Starts,
    /// Its end.
    Ends,
    /// The part of the site that it takes up.
    PartOfSite,
    /// Whether the SIA was notified.
    Notified,
    /// The number that the SIA gave.
    SiaNumber,
    /// Whether premises are in scope.
    InScope,
    /// Their tier.
    Tier,
    /// The last day that an event was held on.
    LastDay,
    /// Where it was.
    Place,
    /// Its name and brand then.
    NameAndBrand,
    /// Who was responsible.
    Responsible,
    /// How to reach them.
    Contact,
    /// A web address.
    Web,
    /// A platform.
    Platform,
    /// An account on it.
    Account,
}

/// The fields that are asked of this, in the order of the Schedule.
pub fn pack(from: &Sources<'_>) -> Vec<Entry> {
    let entry = |field| known(field, from).map(|(standing, values)| Entry { field, standing, values });
    Field::ALL.into_iter().filter_map(entry).collect()
}

/// How many fields are missing.
pub fn missing(pack: &[Entry]) -> usize {
    pack.iter().filter(|entry| entry.standing == Standing::Missing).count()
}

type Known = (Standing, Vec<Value>);

/// What is known for a field; `None` where it is none of those that are asked of this.
fn known(field: Field, from: &Sources<'_>) -> Option<Known> {
    use Subject::{Event, Premises};

    let (premises, event) = match from.subject {
        Premises(premises, decision) => (Some((premises, decision)), None),
        Event(hosted, scope) => (None, Some((hosted, scope))),
    };
    let details = event.map(|(hosted, _)| &hosted.event.details);
    Some(match field {
        Field::ResponsiblePersons => everyone::responsible_persons(from),
        Field::NestedPersons => everyone::nested_persons(from),
        Field::Names => everyone::names(from),
        Field::Numbers => everyone::numbers(from),
        Field::OthersInControl => everyone::others_in_control(from),
        Field::Notifier => everyone::notifier(from),
        Field::Address => match from.subject {
            Premises(premises, _) => premises::address(premises),
            Event(hosted, _) => event::address(hosted),
        },
        Field::Elsewhere => everyone::elsewhere(from),
        Field::GreatestNumber => match from.subject {
            Premises(premises, _) => premises::greatest_number(premises),
            Event(hosted, scope) => event::greatest_number(hosted, scope),
        },
        Field::Method => match from.subject {
            Premises(premises, _) => premises::method(premises),
            Event(hosted, _) => event::method(hosted),
        },
        Field::Online => everyone::online(from),
        Field::Licences => everyone::licences(from),
        Field::MeetsConditions => premises::meets_conditions(premises?.1),
        Field::RelevantUse => premises::relevant_use(premises?.0),
        Field::GroupOfBuildings => premises::group_of_buildings(premises?.0),
        Field::BuildingAddresses => premises::building_addresses(premises?.0),
        Field::LargerPremises => premises::larger_premises(premises?.0),
        Field::AdjoiningSeats => premises::adjoining_seats(premises?.0),
        Field::SeniorIndividual => everyone::senior_individual(from),
        Field::UnderstandsDocument => everyone::understands_document(from),
        Field::MeetsEventConditions => event::meets_conditions(event?.1),
        Field::DateAndTime => event::date_and_time(details?),
        Field::FirstAdmission => event::first_admission(details?),
        Field::Description => event::description(details?),
        Field::LargerEvent => event::larger_event(details?),
        Field::HostPremises => event::host_premises(event?.0),
        Field::HeldBefore => event::held_before(details?),
        Field::LastTime => event::last_time(details?),
        Field::Repeats => event::repeats(details?),
        Field::FirstPublicised => event::first_publicised(details?),
        Field::PublicityFormat => event::publicity_format(details?),
        Field::DeclareAuthority | Field::DeclareAware => (Standing::Declared, Vec::new()),
    })
}

fn given(values: Vec<Value>) -> Known {
    (Standing::Given, values)
}

fn text(text: impl Into<String>) -> Value {
    Value::Text(text.into())
}

const NOTHING: Known = (Standing::NothingToGive, Vec::new());
const MISSING: Known = (Standing::Missing, Vec::new());
const NOT_ASKED: Known = (Standing::NotAsked, Vec::new());
