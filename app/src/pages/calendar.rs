//! What is due, and when: at premises, and in a whole estate.

pub mod at;
pub mod estate;
mod words;

use chrono::NaiveDate;
use domain::{
    calendar::{Calendar, Day, Entry, Kind, corrections, of_event, of_premises},
    deadlines::commencement,
    digits::thousands,
    ids::PremisesOrEvent,
    law,
    notice::Accuracy,
};
use govuk::{Cell, Content};
use leptos::prelude::*;
use store::{CalendarFacts, Timestamp};
use uuid::Uuid;

use crate::{
    components::{Heading, Listing, day, legal_label::LegalLabel},
    ics, paths,
};

/// The most rows of a table. What is left out is said.
const MOST_ROWS: usize = 200;

/// The calendar of these facts on a day in London, with what has to be corrected.
fn calendar<'a>(
    facts: &'a CalendarFacts,
    still_right: &[(PremisesOrEvent, Accuracy)],
    today: NaiveDate,
) -> Calendar<'a> {
    let starts = commencement();
    let law = law::known();
    let at = facts
        .premises
        .iter()
        .flat_map(|one| of_premises(&one.premises, &one.dates, facts.notices(one.premises.id), starts));
    let of = facts.events.iter().flat_map(|one| {
        of_event(&one.event, &one.dates, facts.notices(one.event.event.id), starts, (&law, today))
    });
    let correct = still_right.iter().filter_map(|(of, found)| Some((*of, facts.name(*of)?, found.now())));
    let correct = correct.flat_map(|(of, name, inaccurate)| corrections(of, name, &inaccurate, starts));
    Calendar::of(at.chain(of).chain(correct), today)
}

/// A table of entries; in an estate with where they are. What stands together is a row.
fn table(caption: String, entries: &[Entry<'_>], in_estate: bool) -> impl IntoView + use<> {
    let groups: Vec<&[Entry<'_>]> = Calendar::together(entries).collect();
    let rows: Vec<Vec<Cell>> = groups.iter().take(MOST_ROWS).map(|group| row(group, in_estate)).collect();
    let left = groups.len().saturating_sub(MOST_ROWS);
    let left = (left > 0).then(|| {
        let text = format!(
            "These are the first {MOST_ROWS} of {}. The calendar of each of the premises shows the rest.",
            thousands(groups.len())
        );
        view! { <p class="govuk-body">{text}</p> }
    });
    let mut head = vec![Heading::title("Day"), Heading::new("What is due"), Heading::new("How binding")];
    if in_estate {
        head.insert(1, Heading::new("Where"));
    }
    view! {
        <Listing caption=caption name="What is due" head=head rows=rows/>
        {left}
    }
}

fn row(group: &[Entry<'_>], in_estate: bool) -> Vec<Cell> {
    let Some(first) = group.first() else { return Vec::new() };
    let when = match first.day {
        Day::On(on) => day(on),
        Day::NotFixed => "Not yet set".into(),
        Day::NoClearDate => "No clear date".into(),
    };
    let items: Vec<_> = words::lines(group)
        .into_iter()
        .map(|(text, href)| view! { <li><a class="govuk-link" href=href>{text}</a></li> })
        .collect();
    let what = Content::view(view! { <ul class="govuk-list">{items}</ul> });
    let label = match first.what.label() {
        Some(label) => view! { <LegalLabel label=label act=None/> }.into_any(),
        None => "No duty by itself".into_any(),
    };
    let mut cells: Vec<Cell> = vec![when.into(), what.into(), Content::view(label).into()];
    if in_estate {
        let (name, href) = (first.name.to_owned(), paths::of(first.of));
        let place = Content::view(view! { <a class="govuk-link" href=href>{name}</a> });
        cells.insert(1, place.into());
    }
    cells
}

/// The file of what is to come. It leaves the portal, so it tells no more than that something is due somewhere.
fn as_file(calendar: &Calendar<'_>, made: Timestamp) -> String {
    let items: Vec<ics::Item> = Calendar::together(&calendar.to_come)
        .filter_map(|group| {
            let first = group.first()?;
            let Day::On(on) = first.day else { return None };
            let (kind, summary) = match first.what.kind() {
                Kind::Deadline => ("deadline", format!("Legal deadline: {}", first.name)),
                Kind::Event => ("event", format!("Event: {}", first.name)),
                Kind::Review => ("review", format!("Review due at {}", first.name)),
            };
            let id = Uuid::from(first.of);
            let uid = format!("{kind}-{}-{id}@venue-self-assessment", on.format("%Y%m%d"));
            Some(ics::Item { uid, day: on, summary, description: "Sign in to see what it is about." })
        })
        .collect();
    ics::file(&items, made)
}

/// The link to the file.
fn download(href: String) -> impl IntoView {
    view! {
        <p class="govuk-body portal-no-print">
            <a class="govuk-link" href=href download="calendar.ics">"Download what is to come for your calendar (.ics)"</a>
        </p>
        <p class="govuk-hint portal-no-print">"The file says only on which days something is due, and where. Download it again when something changes."</p>
    }
}
