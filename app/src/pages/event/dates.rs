//! When is the event held, and was it held before?

use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent, Step},
    forms::{Errors, event::DatesForm},
};
use leptos::prelude::*;

use super::{change::Then, dates_view, form::EventForm, words};
use crate::form::Wrong;

impl EventForm for DatesForm {
    const TITLE: &'static str = "When the event is held";
    const THEN: Then = Then::After(Step::Dates);

    fn of(event: &Event) -> Self {
        Self::of(event)
    }

    fn check(&self, _: NaiveDate) -> Result<EventChange, Errors> {
        self.check().map(EventChange::Dates)
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        let said = now.event.details.dates.as_ref().map(|dates| {
            vec![
                ("Starts", words::moment(dates.starts)),
                ("Ends", words::moment(dates.ends)),
                ("First admission", words::moment(dates.admission)),
                ("Held before", words::held_before(dates)),
                ("Meant to be held again", words::known(dates.repeats).to_owned()),
            ]
        });
        said.unwrap_or_else(|| vec![("Dates", words::NOT_KNOWN.to_owned())])
    }

    fn words(field: &str, code: &str) -> String {
        match (field, code) {
            ("starts_on", _) => "Enter the day that the event starts, like 3 7 2027",
            ("starts_at", _) => "Enter the time that the event starts, like 19:30",
            ("ends_on", "before-start") => "The event must end after it starts",
            ("ends_on", _) => "Enter the day that the event ends, like 4 7 2027",
            ("ends_at", _) => "Enter the time that the event ends, like 23:00",
            ("admission_on", "after-end") => "The first people must be let in before the event ends",
            ("admission_on", _) => "Enter the day that the first people are let in, like 3 7 2027",
            ("admission_at", _) => "Enter the time that the first people are let in, like 18:00",
            ("held_before", _) => "Say whether the event was held before",
            ("last_on", "after-start") => "The last time must be before the event starts",
            ("last_on", _) => "Enter the last day that it was held, like 5 7 2026, or leave it empty",
            ("repeats", _) => "Say whether the event is meant to be held again",
            (_, "too-long") => "This must be 150 characters or fewer",
            _ => "This must not contain control characters",
        }
        .into()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        dates_view::fields(self, wrong).into_any()
    }
}
