//! What an operator says about a festival on a field.

use crate::people::Visitor;

pub type Fields = Vec<(&'static str, &'static str)>;

/// A field in Birmingham.
pub fn meadow() -> Fields {
    vec![
        ("name", "Meadow Sounds"),
        ("description", "Music on a field"),
        ("held_at", "elsewhere"),
        ("premises", ""),
        ("line1", "Long Meadow"),
        ("line2", ""),
        ("town", "Birmingham"),
        ("postcode", "B1 1BB"),
        ("district", ""),
        ("part_of_site", "The lower field"),
    ]
}

pub fn dates() -> Fields {
    vec![
        ("starts_on_day", "3"),
        ("starts_on_month", "7"),
        ("starts_on_year", "2027"),
        ("starts_at", "12:00"),
        ("ends_on_day", "4"),
        ("ends_on_month", "7"),
        ("ends_on_year", "2027"),
        ("ends_at", "1am"),
        ("admission_on_day", "3"),
        ("admission_on_month", "7"),
        ("admission_on_year", "2027"),
        ("admission_at", "11:00"),
        ("held_before", "no"),
        ("repeats", "yes"),
    ]
}

pub fn publicity() -> Fields {
    vec![
        ("publicised", "on"),
        ("first_on_day", "1"),
        ("first_on_month", "2"),
        ("first_on_year", "2027"),
        ("format", "web"),
        ("web", "https://meadow.example"),
        ("taken_over", "no"),
    ]
}

pub fn host() -> Fields {
    vec![
        ("enhanced", "no"),
        ("main_use", "none"),
        ("exclusion", "none"),
        ("standing", "not-known"),
        ("sia_number", ""),
    ]
}

pub fn entry() -> Fields {
    vec![("public_access", "yes"), ("checks", "tickets"), ("checks", "bag-search"), ("covers", "whole")]
}

pub fn number(number: &'static str) -> Fields {
    vec![
        ("number", number),
        ("method", "ticket-cap"),
        ("method_note", "Tickets and crew"),
        ("counted_on_day", "1"),
        ("counted_on_month", "2"),
        ("counted_on_year", "2026"),
    ]
}

pub fn with(mut fields: Fields, changes: &[(&'static str, &'static str)]) -> Fields {
    for (name, value) in changes {
        fields.retain(|(field, _)| field != name);
        fields.push((name, value));
    }
    fields
}

/// Registers an event on a field and says all about it; answers its address.
pub async fn registers_event(person: &Visitor, people: &'static str) -> String {
    let mut next = person.fills_in("/events/register", &meadow()).await.location().to_owned();
    let steps = [
        ("dates", dates()),
        ("publicity", publicity()),
        ("host", host()),
        ("entry", entry()),
        ("number", number(people)),
        ("larger", vec![("larger", "no")]),
    ];
    for (step, fields) in steps {
        assert!(next.ends_with(step), "{step} comes after {next}");
        next = person.fills_in(&next, &fields).await.location().to_owned();
    }
    next.strip_suffix("/scope").unwrap().to_owned()
}
