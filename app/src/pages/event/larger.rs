//! Is the event part of a larger one?

use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent, Step},
    forms::{Errors, event::LargerForm},
};
use govuk::Choice;
use leptos::prelude::*;

use super::{change::Then, form::EventForm, words};
use crate::form::Wrong;

impl EventForm for LargerForm {
    const TITLE: &'static str = "A larger event";
    const THEN: Then = Then::After(Step::Larger);

    fn of(event: &Event) -> Self {
        Self::of(event)
    }

    fn check(&self, _: NaiveDate) -> Result<EventChange, Errors> {
        self.check().map(EventChange::Larger)
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        let said = now.event.details.larger.as_ref();
        vec![("Larger event", said.map_or(words::NOT_KNOWN.into(), words::larger))]
    }

    fn words(field: &str, code: &str) -> String {
        match (field, code) {
            ("larger", _) => "Say whether the event is part of a larger one",
            ("larger_name", "missing") => "Enter the name of the larger event",
            ("notified", _) => "Say whether the SIA was notified of the larger event",
            (_, "too-long") => "This must be 150 characters or fewer",
            _ => "This must not contain control characters",
        }
        .into()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        let larger = vec![
            Choice::new("yes", "Yes").below(view! {
                <govuk::Input
                    id="larger_name"
                    label="What is the larger event called?"
                    value=self.larger_name.clone()
                    error=wrong.text("larger_name")
                />
                <govuk::Radios
                    id="notified"
                    legend="Was the SIA notified of it?"
                    items=words::yes_no_not_sure()
                    value=self.notified.clone()
                    error=wrong.text("notified")
                />
                <govuk::Input
                    id="sia_number"
                    label="The number that the SIA gave it (optional)"
                    value=self.sia_number.clone()
                    error=wrong.text("sia_number")
                    width=govuk::Width::Chars20
                />
            }),
            Choice::new("no", "No"),
            Choice::new("not-sure", "I am not sure"),
        ];
        view! {
            <govuk::Radios
                id="larger"
                legend="Is the event part of a larger event?"
                hint="Such as one stage of a festival over several sites. The notice to the SIA names it"
                items=larger
                value=self.larger.clone()
                error=wrong.text("larger")
            />
        }
        .into_any()
    }
}
