mod checked;
mod deciding;
mod due;
mod hosts;
mod notices;

use chrono::NaiveDate;
use uuid::Uuid;

use super::*;
use crate::{
    law::UseCode,
    premises::{Address, AddressLine, PremisesName, Stage},
    scope::{Exclusions, HostUse, Known, Outcome, PartOf, ScopeFacts, StatedUse},
};

fn today() -> NaiveDate {
    "2026-11-22".parse().unwrap()
}

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

fn address() -> Address {
    Address {
        line1: AddressLine::new("Long Meadow").unwrap(),
        line2: None,
        town: AddressLine::new("Birmingham").unwrap(),
        postcode: "B1 1BB".parse().unwrap(),
    }
}

fn counted(number: u32) -> HeadCount {
    HeadCount::new(number, "ticket-cap", "", today(), today()).unwrap()
}

fn open_gate(covers: Covers) -> Entry {
    Entry { public_access: Known::Yes, checks: Some(vec![EntryCheck::Tickets]), covers }
}

fn field() -> StatedHost {
    StatedHost {
        enhanced: Known::No,
        main_use: HostUse::None,
        exclusions: Exclusions::Nothing,
        standing: Standing::NotKnown,
        sia_number: None,
    }
}

/// A ticketed event on a field with everything said that decides.
pub(crate) fn festival(number: u32) -> HostedEvent {
    let about = About {
        name: line("Meadow Sounds"),
        description: Paragraph::new("Music on a field").unwrap(),
        place: Place::Elsewhere(address()),
        part_of_site: None,
    };
    let mut details = EventDetails::new(about);
    details.host = Some(field());
    details.entry = Some(open_gate(Covers::Whole));
    details.head_count = Some(counted(number));
    let event = Event {
        id: crate::ids::EventId(Uuid::nil()),
        organisation: OrganisationId(Uuid::nil()),
        details,
        council: "E08000025".parse().unwrap(),
        region: "west-midlands".parse().unwrap(),
        registered_on: today(),
        version: 1,
    };
    HostedEvent { event, host: None }
}

/// Own premises with one use.
pub(crate) fn hall(code: u8, number: u32) -> Premises {
    Premises {
        id: crate::ids::PremisesId(Uuid::nil()),
        organisation: OrganisationId(Uuid::nil()),
        name: PremisesName::new("Old Hall").unwrap(),
        address: address(),
        uprn: None,
        site: Default::default(),
        control: Default::default(),
        council: "E08000025".parse().unwrap(),
        region: "west-midlands".parse().unwrap(),
        facts: ScopeFacts {
            building: Known::Yes,
            uses: vec![StatedUse { code: UseCode(code), for_public: Known::Yes }],
            mainly: Known::Yes,
            principal: Some(UseCode(code)),
            number: None,
            exclusions: Exclusions::Nothing,
            part_of: PartOf::Nothing,
        },
        head_count: Some(counted(number)),
        outcome: Outcome::Unclear,
        stage: Stage::Registered,
        registered_on: today(),
        version: 1,
    }
}

/// The same event in own premises.
pub(crate) fn at(host: Premises, number: u32) -> HostedEvent {
    let mut event = festival(number);
    event.event.details.place = Place::Premises(host.id);
    event.event.details.host = Some(StatedHost { enhanced: Known::NotSure, ..field() });
    event.host = Some(host);
    event
}

#[test]
fn times_are_read_as_people_type_them() {
    let read = |text: &str| clock_time(text).map(|time| time.format("%H:%M").to_string());
    for (text, time) in [
        ("19:30", "19:30"),
        ("19.30", "19:30"),
        ("1930", "19:30"),
        ("0:05", "00:05"),
        (" 7 pm ", "19:00"),
        ("7:30PM", "19:30"),
        ("12am", "00:00"),
        ("12.15 pm", "12:15"),
        ("11am", "11:00"),
    ] {
        assert_eq!(read(text).as_deref(), Some(time), "{text}");
    }
    for text in ["", "7", "24:00", "12:60", "13pm", "0am", "7:3", "half seven", "+7:30", "19:30:00", "é9:30"]
    {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn moving_an_event_forgets_what_was_said_about_the_old_place() {
    let mut details = festival(900).event.details;
    let about = |name: &str, place: Place| About {
        name: line(name),
        description: details.description.clone(),
        place,
        part_of_site: Some(line("The lower field")),
    };
    let renamed = about("Other name", details.place.clone());
    let moved = about("Other name", Place::Premises(crate::ids::PremisesId(Uuid::nil())));
    details.rename_or_move(renamed);
    assert_eq!((details.name.as_str(), details.host.is_some()), ("Other name", true));
    details.rename_or_move(moved);
    assert_eq!(details.host, None);
    assert!(details.entry.is_some());
}

#[test]
fn the_next_step_is_the_first_that_was_not_answered() {
    let mut event = festival(900).event;
    assert_eq!(event.next_after(Step::About), Some(Step::Dates));
    assert_eq!(event.next_after(Step::Publicity), Some(Step::Larger));
    event.details.head_count = None;
    event.details.larger = Some(Larger::Nothing);
    assert_eq!(event.next_after(Step::Publicity), Some(Step::Number));
    assert_eq!(event.next_after(Step::Number), None, "not knowing the number does not ask for ever");
    event.details.entry = Some(open_gate(Covers::Parts));
    assert_eq!(event.next_after(Step::Entry), Some(Step::Parts));
    event.details.parts = vec![Part { name: line("Arena"), checked: Known::Yes, number: None }];
    assert_eq!(event.next_after(Step::Entry), Some(Step::Number));
}

#[test]
fn what_is_sealed_reads_back_and_says_nothing_in_a_log() {
    let mut event = festival(900);
    event.event.details.larger = Some(Larger::PartOf(LargerEvent {
        name: line("Summer of Sound"),
        notified: Known::NotSure,
        sia_number: Some(line("E-1")),
    }));
    event.event.details.publicity = Some(Publicity {
        first: Some(today()),
        format: Some(Format::Social { platform: line("Birdsong"), account: line("@meadow") }),
        taken_over: None,
    });
    let text = serde_json::to_string(&event.event.details).unwrap();
    assert_eq!(serde_json::from_str::<EventDetails>(&text).unwrap(), event.event.details);
    let logged = format!("{event:?} {:?}", event.event.details.publicity);
    for word in ["Meadow", "Birdsong", "@meadow", "Summer"] {
        assert!(!logged.contains(word), "{logged}");
    }
}
