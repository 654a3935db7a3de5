//! The parts of the site, where checks cover only part of it (section 3(2)).

use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent, MOST_PARTS, Step},
    forms::{Errors, event::PartsForm},
};
use govuk::SelectItem;
use leptos::prelude::*;

use super::{change::Then, form::EventForm, words};
use crate::form::Wrong;

impl EventForm for PartsForm {
    const TITLE: &'static str = "Parts of the site";
    const THEN: Then = Then::After(Step::Parts);

    fn of(event: &Event) -> Self {
        Self::of(event)
    }

    fn check(&self, _: NaiveDate) -> Result<EventChange, Errors> {
        self.check().map(EventChange::Parts)
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        vec![("Parts of the site", words::parts(&now.event.details.parts))]
    }

    fn words(field: &str, code: &str) -> String {
        let (field, row) = field.split_once('-').unwrap_or((field, "0"));
        let part = row.parse().unwrap_or(0_usize) + 1;
        match (field, code) {
            (_, "no-parts") => "Name at least one part of the site".into(),
            (_, "too-many") => format!("List {MOST_PARTS} parts or fewer"),
            ("part_name", "missing") => format!("Name part {part}, or leave its number empty"),
            ("part_name", "too-long") => format!("The name of part {part} must be 150 characters or fewer"),
            ("part_checked", _) => format!("Say whether entry to part {part} is checked"),
            ("part_number", "number-range") => format!("The number of part {part} must be from 1 to 500,000"),
            ("part_number", _) => format!("Enter the number of part {part} as a whole number, like 900"),
            _ => format!("The name of part {part} must not contain control characters"),
        }
    }

    fn lead() -> AnyView {
        view! {
            <p class="govuk-body">
                "Checks cover only part of the site. So each part where payment, tickets, passes or membership are checked is an event by itself. It qualifies only if 800 people or more are there at one time (section 3(2))."
            </p>
        }
        .into_any()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        let rows: Vec<_> =
            self.rows().into_iter().enumerate().map(|(at, values)| row(at, values, wrong)).collect();
        view! {
            {rows}
            <p class="govuk-hint">
                "Leave a part empty to drop it. To add more than fit here, save and come back."
            </p>
        }
        .into_any()
    }
}

fn row(at: usize, [name, checked, number]: [&str; 3], wrong: &Wrong) -> impl IntoView + use<> {
    let id = |field: &str| format!("{field}-{at}");
    let answers = vec![
        SelectItem::new("", "Choose one"),
        SelectItem::new("yes", "Yes"),
        SelectItem::new("no", "No"),
        SelectItem::new("not-sure", "I am not sure"),
    ];
    let fields = view! {
        <govuk::Input
            id=id("part_name")
            name="part_name"
            label="What is it called?"
            value=name
            error=wrong.text(&id("part_name"))
        />
        <govuk::Select
            id=id("part_checked")
            name="part_checked"
            label="Are payment, tickets, passes or membership checked?"
            items=answers
            value=checked
            error=wrong.text(&id("part_checked"))
        />
        <govuk::Input
            id=id("part_number")
            name="part_number"
            label="Greatest number of people there at the same time, crew included"
            hint="Leave it empty if you do not know it yet"
            value=number
            error=wrong.text(&id("part_number"))
            inputmode="numeric"
            width=govuk::Width::Chars5
            suffix="people"
            spellcheck=false
        />
    };
    let legend = govuk::FieldTitle::new(format!("Part {}", at + 1)).classes("govuk-fieldset__legend--m");
    view! { <govuk::Fieldset legend=legend>{fields}</govuk::Fieldset> }
}
