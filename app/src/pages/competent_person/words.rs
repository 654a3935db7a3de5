//! The words for qualifications, how they stand, and how a CTSA marked them.

use chrono::NaiveDate;
use domain::{
    area,
    competent_person::{CompetentPersonDetails, Expiry, HowSeen, Mark, Qualification, Status, qualification},
    day::in_london,
};
use govuk::{Cell, Content, TagColour};
use leptos::prelude::*;
use store::{CompetentPerson, MarkMade};

use crate::{components::day, paths};

/// What everybody should know who reads or adds a record.
pub const OPTIONAL: &str = "The Act does not ask for any qualification. Holding one is optional, and it proves nothing about the premises.";

/// Which qualification a record is of.
pub fn name_of(details: &CompetentPersonDetails) -> String {
    let listed = || qualification(&details.qualification).map_or_else(|| "A qualification".into(), title);
    details.described.clone().unwrap_or_else(listed)
}

/// A qualification's name with its level.
pub fn title(one: &Qualification) -> String {
    one.level.map_or_else(|| one.label.to_owned(), |level| format!("{}, level {level}", one.label))
}

/// What it is and who awards it, below its name in a list.
pub fn hint(one: &Qualification) -> String {
    match one.awarding_body {
        Some(body) => format!("{}. Awarded by {body}.", one.hint.trim_end_matches('.')),
        None => one.hint.to_owned(),
    }
}

/// What nobody should conclude from the qualification of a record.
pub fn caution(details: &CompetentPersonDetails) -> Option<&'static str> {
    qualification(&details.qualification).and_then(|one| one.caution)
}

/// The words and colour for how a qualification stands.
pub fn status(status: Status) -> (&'static str, TagColour) {
    match status {
        Status::NoneStated => ("No expiry stated", TagColour::Grey),
        Status::Current => ("Current", TagColour::Blue),
        Status::ExpiresSoon => ("Expires within 90 days", TagColour::Yellow),
        Status::Expired => ("Expired", TagColour::Orange),
    }
}

/// A record in a table: the person with a link, the qualification, how it stands, and the mark.
pub fn cells(person: &CompetentPerson, today: NaiveDate) -> [Cell; 4] {
    let details = &person.details;
    let (text, colour) = status(details.expiry.status(today));
    let (name, record) = (details.name.as_str().to_owned(), paths::competent_person(person.id));
    [
        Content::view(view! { <a class="govuk-link" href=record>{name}</a> }).into(),
        name_of(details).into(),
        Content::view(view! { <govuk::Tag text=text colour=colour/> }).into(),
        mark(person.mark.as_ref()).into(),
    ]
}

/// Until when a qualification runs.
pub fn expiry(expiry: Expiry) -> String {
    match expiry {
        Expiry::NoneStated => "None stated".into(),
        Expiry::On(last) => day(last),
    }
}

/// How a CTSA saw it.
pub fn how_seen(how: HowSeen) -> &'static str {
    match how {
        HowSeen::Original => "Saw the original certificate or card",
        HowSeen::AwardingBody => "Asked the awarding body",
        HowSeen::PublicRegister => "Looked it up in a public register",
        HowSeen::Copy => "Saw a copy or a picture",
    }
}

/// A mark in a line: what was seen, how and when.
pub fn mark(made: Option<&MarkMade>) -> String {
    let Some(made) = made else { return "Not checked by a CTSA".into() };
    let region = area::region(&made.region).map_or("", |region| region.name);
    match &made.mark {
        Mark::Seen { how, on, .. } => {
            format!(
                "Seen outside this service by a CTSA of {region} on {}: {}",
                day(*on),
                lower(how_seen(*how))
            )
        }
        Mark::NotSeen { .. } => {
            format!("Marked as not seen by a CTSA of {region} on {}", day(in_london(made.at)))
        }
    }
}

/// What the CTSA wrote beside the mark; perhaps nothing.
pub fn note(made: &MarkMade) -> &str {
    match &made.mark {
        Mark::Seen { note, .. } | Mark::NotSeen { note } => note,
    }
}

fn lower(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
