//! The words for what the regulator asks, and for what is known of it.

use chrono::NaiveDate;
use domain::{
    digits::thousands,
    ids::PremisesOrEvent,
    law,
    notification::{Field, Label, SchedulePart, Standing, Value},
};

use crate::{
    components::day,
    pages::{event::words::moment, licence, scope::words as scope_words},
    paths,
};

/// A part of the Schedule.
pub fn schedule_part(part: SchedulePart) -> &'static str {
    match part {
        SchedulePart::Everyone => "Asked of everyone",
        SchedulePart::Premises => "Asked of premises",
        SchedulePart::Enhanced => "Asked of enhanced duty premises and events",
        SchedulePart::Events => "Asked of events",
        SchedulePart::Declarations => "Declared when you notify",
    }
}

/// That there is nothing to notify.
pub fn out_of_scope(of: PremisesOrEvent) -> &'static str {
    match of {
        PremisesOrEvent::Premises(_) => {
            "From what you said the premises are not in scope, so there is nothing to notify."
        }
        PremisesOrEvent::Event(_) => {
            "From what you said it is not a qualifying event, so there is nothing to notify."
        }
    }
}

/// What a field asks for.
pub fn field(field: Field, of: PremisesOrEvent) -> &'static str {
    let event = matches!(of, PremisesOrEvent::Event(_));
    match field {
        Field::ResponsiblePersons => "Each responsible person, and how to reach them",
        Field::NestedPersons if event => "Those responsible for premises around the event",
        Field::NestedPersons => "Those responsible for premises inside or around these",
        Field::Names => "Corporate and trading names",
        Field::Numbers => "Company or charity number",
        Field::OthersInControl => "Others with any control",
        Field::Notifier => "Who notifies, if not the responsible person",
        Field::Address if event => "Name of the event, and where it is held",
        Field::Address => "Name and address of the premises",
        Field::Elsewhere => "Whether responsible for other premises or events",
        Field::GreatestNumber => "Greatest number of people expected at one time",
        Field::Method => "How that number was worked out",
        Field::Online if event => "Websites and social media accounts that advertise the event",
        Field::Online => "Websites and social media accounts that advertise the premises",
        Field::Licences => "Licences, certificates and notices",
        Field::MeetsConditions => "That the premises meet the conditions of section 2",
        Field::RelevantUse => "The relevant use in Schedule 1",
        Field::GroupOfBuildings => "Whether a group of buildings, and how many",
        Field::BuildingAddresses => "The address of each building",
        Field::LargerPremises => "Larger premises around these, and whether they are in scope",
        Field::AdjoiningSeats => "Seats in adjoining areas",
        Field::SeniorIndividual => "The senior individual, where one is designated",
        Field::UnderstandsDocument => "That the duties about the document of section 7 are understood",
        Field::MeetsEventConditions => "That the event meets the conditions of section 3",
        Field::DateAndTime => "Date and time of the event",
        Field::FirstAdmission => "Date and time of first admission",
        Field::Description => "A short description",
        Field::LargerEvent => "A larger event around it",
        Field::HostPremises => "The premises that host it: whether in scope, tier and SIA number, if known",
        Field::HeldBefore => "Whether it was held before",
        Field::LastTime => "The last time: date, place, name and brand, and who was responsible",
        Field::Repeats => "Whether it is meant to be held again",
        Field::FirstPublicised => "When its date was or will be first made public",
        Field::PublicityFormat => "In which format it was or will be made public",
        Field::DeclareAuthority => "That you are responsible, or authorised to notify",
        Field::DeclareAware => "That you know false information is an offence (section 25)",
    }
}

/// How a field stands.
pub fn standing(standing: Standing) -> &'static str {
    match standing {
        Standing::Given => "Complete",
        Standing::NothingToGive => "None",
        Standing::NotKnown => "Not known",
        Standing::Missing => "Missing",
        Standing::NotAsked => "Not asked of you",
        Standing::Declared => "You declare it on the SIA’s portal",
    }
}

/// The page on which a field is filled in; `None` where there is nothing to fill in. The number of an
/// event that is judged part by part is that of each part.
pub fn filled_in_at(field: Field, of: PremisesOrEvent, by_parts: bool) -> Option<String> {
    let event = matches!(of, PremisesOrEvent::Event(_));
    let part = match field {
        Field::Names | Field::Numbers => return Some(paths::ORGANISATION_DETAILS.to_owned()),
        Field::DeclareAuthority | Field::DeclareAware => return None,
        Field::ResponsiblePersons
        | Field::NestedPersons
        | Field::OthersInControl
        | Field::Notifier
        | Field::Elsewhere
        | Field::SeniorIndividual
        | Field::UnderstandsDocument => "control",
        Field::Licences => "licences",
        Field::GreatestNumber if by_parts => "parts",
        Field::GreatestNumber | Field::Method if event => "number",
        Field::Online if event => "online",
        Field::Address if event => "about",
        Field::Address => "address",
        Field::GreatestNumber
        | Field::Method
        | Field::Online
        | Field::GroupOfBuildings
        | Field::BuildingAddresses
        | Field::LargerPremises
        | Field::AdjoiningSeats => "site",
        Field::MeetsConditions | Field::RelevantUse => "tier",
        Field::MeetsEventConditions => "scope",
        Field::Description => "about",
        Field::DateAndTime | Field::FirstAdmission | Field::HeldBefore | Field::LastTime | Field::Repeats => {
            "dates"
        }
        Field::LargerEvent => "larger",
        Field::HostPremises => "host",
        Field::FirstPublicised | Field::PublicityFormat => "publicity",
    };
    Some(paths::part(of, part))
}

/// What is known for a field, a line each.
pub fn value(value: &Value, on: NaiveDate) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Named { name, lines } => {
            [name].into_iter().chain(lines).map(String::as_str).collect::<Vec<_>>().join("; ")
        }
        Value::Number(number) => thousands(number),
        Value::Method(id) => law::method(id).map_or(id.as_str(), |method| method.label).to_owned(),
        Value::Use(code) => scope_words::use_name(*code, on),
        Value::Tier(tier) => scope_words::tier(*tier).to_owned(),
        Value::Yes(yes) => if *yes { "Yes" } else { "No" }.to_owned(),
        Value::Licence(one) => format!("{}: {}", licence::kind(one.kind), licence::one_line(one)),
        Value::Day(one) => day(*one),
        Value::Moment(one) => moment(*one),
        Value::Labelled(of, one) => format!("{}: {}", label(*of), self::value(one, on)),
    }
}

fn label(label: Label) -> &'static str {
    match label {
        Label::Starts => "Starts",
        Label::Ends => "Ends",
        Label::PartOfSite => "Part of the site",
        Label::Notified => "Notified to the SIA",
        Label::SiaNumber => "SIA number",
        Label::InScope => "In scope",
        Label::Tier => "Tier",
        Label::LastDay => "Last day",
        Label::Place => "Place",
        Label::NameAndBrand => "Name and brand",
        Label::Responsible => "Responsible",
        Label::Contact => "How to reach them",
        Label::Web => "Web address",
        Label::Platform => "Platform",
        Label::Account => "Account",
    }
}
