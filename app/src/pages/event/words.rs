//! The words for what is said about an event.

use chrono::{NaiveDate, NaiveDateTime};
use domain::{
    deadlines::Trigger,
    digits::thousands,
    event::{Dates, Earlier, Entry, EntryCheck, Format, HeldBefore, HostedEvent, Larger, Part, Publicity},
    law::{self, UseCode},
    scope::{EventOutcome, Exclusions, FindOut, HostUse, Known, what_if::Change},
};
use govuk::Choice;

use crate::{components::day, pages::scope::words as scope_words};

/// Not said yet.
pub const NOT_KNOWN: &str = "Not known yet";

/// The choice of yes, no or not sure.
pub fn yes_no_not_sure() -> Vec<Choice> {
    vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "I am not sure")]
}

/// Yes, no or not sure.
pub const fn known(known: Known) -> &'static str {
    match known {
        Known::Yes => "Yes",
        Known::No => "No",
        Known::NotSure => NOT_KNOWN,
    }
}

/// The name of an outcome.
pub const fn outcome(outcome: EventOutcome) -> &'static str {
    match outcome {
        EventOutcome::NotInScope => "Not a qualifying event",
        EventOutcome::Event => "Qualifying event",
        EventOutcome::Unclear => "Not clear yet",
    }
}

/// A day with a time.
pub fn moment(moment: NaiveDateTime) -> String {
    format!("{}, {}", day(moment.date()), moment.format("%H:%M"))
}

/// Where an event is held, in one line.
pub fn place(event: &HostedEvent) -> String {
    match (&event.host, &event.event.details.place) {
        (Some(host), _) => host.name.as_str().to_owned(),
        (None, domain::event::Place::Elsewhere(address)) => address.lines().join(", "),
        (None, domain::event::Place::Premises(_)) => String::new(),
    }
}

/// Whether it was held before, in one line.
pub fn held_before(dates: &Dates) -> String {
    match &dates.held_before {
        HeldBefore::No => "No".into(),
        HeldBefore::NotSure => NOT_KNOWN.into(),
        HeldBefore::Yes(last) => earlier(last),
    }
}

fn earlier(last: &Earlier) -> String {
    let Earlier { on, place, name, responsible, contact } = last;
    let parts: Vec<String> = [
        on.map(|on| format!("last on {}", day(on))),
        place.as_ref().map(|place| format!("at {}", place.as_str())),
        name.as_ref().map(|name| format!("as {}", name.as_str())),
        responsible.as_ref().map(|who| format!("responsible: {}", who.as_str())),
        contact.as_ref().map(|contact| format!("contact: {}", contact.as_str())),
    ]
    .into_iter()
    .flatten()
    .collect();
    if parts.is_empty() { "Yes".into() } else { format!("Yes: {}", parts.join("; ")) }
}

/// When an event is first publicised, in one line.
pub fn first(publicity: &Publicity) -> String {
    let first = publicity.first.map_or("Not publicised".into(), day);
    match publicity.taken_over {
        Some(on) => format!("{first}; taken over on {}", day(on)),
        None => first,
    }
}

/// What has happened, or will, that sets a last day.
pub fn trigger(trigger: Trigger) -> String {
    match trigger {
        Trigger::EventPublicised(on) => format!("Its date is first made public on {}", day(on)),
        Trigger::TookOverEvent(on) => {
            format!("You took it over on {}, after its date was made public", day(on))
        }
        Trigger::CeasedEvent(on) => format!("You ceased to be responsible on {}", day(on)),
        _ => "Its date is not made public".into(),
    }
}

/// In which format, in one line.
pub fn format(publicity: &Publicity) -> String {
    match &publicity.format {
        None if publicity.first.is_none() => "Not publicised".into(),
        None => NOT_KNOWN.into(),
        Some(Format::Web(text) | Format::Other(text)) => text.as_str().to_owned(),
        Some(Format::Social { platform, account }) => {
            format!("{}, {}", platform.as_str(), account.as_str())
        }
    }
}

/// A check on entry.
pub const fn check(check: EntryCheck) -> &'static str {
    match check {
        EntryCheck::Payment => "That people have paid",
        EntryCheck::Tickets => "Tickets, free ones too",
        EntryCheck::Passes => "Passes of members of the public",
        EntryCheck::Membership => "That people are members or guests of a club or the like",
        EntryCheck::OneOfThese => "Payment, tickets, passes or membership, but it was not said which",
        EntryCheck::StaffPasses => "Passes of staff, crew or performers only",
        EntryCheck::BagSearch => "Bags",
        EntryCheck::Counting => "How many people come in",
    }
}

/// What is checked, in one line.
pub fn checks(entry: &Entry) -> String {
    match entry.checks.as_deref() {
        None => NOT_KNOWN.into(),
        Some([]) => "Nothing".into(),
        Some(checks) => checks.iter().map(|one| check(*one)).collect::<Vec<_>>().join("; "),
    }
}

/// The parts of the site, in one line.
pub fn parts(parts: &[Part]) -> String {
    let part = |part: &Part| {
        let number = part
            .number
            .map_or("number not known yet".into(), |number| format!("{} people", thousands(number)));
        let checked = match part.checked {
            Known::Yes => "checked",
            Known::No => "not checked",
            Known::NotSure => "not known whether checked",
        };
        format!("{} ({checked}, {number})", part.name.as_str())
    };
    parts.iter().map(part).collect::<Vec<_>>().join("; ")
}

/// A larger event, in one line.
pub fn larger(larger: &Larger) -> String {
    match larger {
        Larger::Nothing => "No".into(),
        Larger::NotSure => NOT_KNOWN.into(),
        Larger::PartOf(event) => {
            let notified = match event.notified {
                Known::Yes => "notified to the SIA",
                Known::No => "not notified to the SIA",
                Known::NotSure => "not known whether it was notified",
            };
            let number =
                event.sia_number.as_ref().map(|number| format!(", {}", number.as_str())).unwrap_or_default();
            format!("{} ({notified}{number})", event.name.as_str())
        }
    }
}

/// What the place is mainly used for.
pub fn main_use(main_use: HostUse, on: NaiveDate) -> String {
    match main_use {
        HostUse::None => "None of the uses in Schedule 1".into(),
        HostUse::NotSure => NOT_KNOWN.into(),
        HostUse::Mainly(code) => use_name(code, on),
    }
}

/// What of Schedule 2 applies to the place.
pub fn exclusions(exclusions: &Exclusions, on: NaiveDate) -> String {
    scope_words::exclusions(
        &domain::scope::ScopeFacts { exclusions: exclusions.clone(), ..Default::default() },
        on,
    )
}

fn use_name(code: UseCode, on: NaiveDate) -> String {
    law::known().find(code, on).map_or_else(|| format!("paragraph {}", code.0), |item| item.name.to_owned())
}

/// One fact changed.
pub fn change(change: Change) -> String {
    let words = match change {
        Change::AtLeast(number) => return format!("{} people or more at one time", thousands(number)),
        Change::FewerThan(number) => return format!("Fewer than {} people at all times", thousands(number)),
        Change::EntryChecked(true) => "Payment, tickets, passes or membership are checked",
        Change::EntryChecked(false) => "Nobody checks payment, tickets, passes or membership",
        Change::PublicAccess(true) => "Members of the public can attend",
        Change::PublicAccess(false) => "Members of the public cannot attend",
        Change::HostEnhanced(true) => {
            "The place is, or is part of, enhanced duty premises, whose own duties then cover it"
        }
        Change::HostEnhanced(false) => "The place is not enhanced duty premises, nor part of them",
        Change::HostUseExcluded(true) => {
            "The place is mainly used for worship, childcare, a school or further education"
        }
        Change::HostUseExcluded(false) => "The place is mainly used for something else",
        Change::Excluded(true) => "Something in Schedule 2 applies to the place",
        Change::Excluded(false) => "Nothing in Schedule 2 applies to the place",
        // These are about premises alone.
        Change::Building(_)
        | Change::ForPublic(..)
        | Change::Mainly(_)
        | Change::Principal(_)
        | Change::SomeInCommon => "The place is another",
    };
    words.into()
}

/// Something to find out about an event, and the page to say it on.
pub const fn find_out(what: FindOut) -> (&'static str, &'static str) {
    match what {
        FindOut::HostEnhanced => ("Whether the place is enhanced duty premises, or part of them", "host"),
        FindOut::HostUse => ("What the place is mainly used for", "host"),
        FindOut::Exclusions => ("Whether anything in Schedule 2 applies to the place", "host"),
        FindOut::PublicAccess => ("Whether members of the public can attend", "entry"),
        FindOut::EntryChecked => ("Whether payment, tickets, passes or membership are checked", "entry"),
        FindOut::Number => ("How many people you expect at the busiest moment", "number"),
        // These are about premises alone.
        FindOut::Building
        | FindOut::Uses
        | FindOut::ForPublic { .. }
        | FindOut::Mainly
        | FindOut::Principal
        | FindOut::PartOf => ("What the place is", "host"),
    }
}
