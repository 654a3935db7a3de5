//! How many people at the event's busiest moment, and how was that worked out?

use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent, Step},
    forms::{Errors, premises::NumbersForm},
};
use leptos::prelude::*;

use super::{change::Then, form::EventForm};
use crate::{
    form::Wrong,
    pages::{premises::number, scope::counting::WhatCounts},
};

impl EventForm for NumbersForm {
    const TITLE: &'static str = "How many people";
    const THEN: Then = Then::After(Step::Number);

    fn of(event: &Event) -> Self {
        Self::of_count(event.details.head_count.as_ref(), event.version)
    }

    fn check(&self, today: NaiveDate) -> Result<EventChange, Errors> {
        self.check(today).map(|stated| EventChange::Number(stated.head_count))
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        number::said(now.event.details.head_count.as_ref())
    }

    fn words(field: &str, code: &str) -> String {
        number::words(field, code)
    }

    fn lead() -> AnyView {
        view! {
            <p class="govuk-body">
                "The Act asks for the busiest moment: the greatest number of people that it is reasonable to expect at the same time at some point in the event (section 3(1)(d)). Not how many come over the day."
            </p>
            <WhatCounts event=true/>
        }
        .into_any()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        view! {
            <govuk::Input
                id="number"
                label="Greatest number of people at the same time"
                hint="Count everybody who is there for the event: visitors, staff, crew and performers"
                value=self.number.clone()
                error=wrong.text("number")
                inputmode="numeric"
                width=govuk::Width::Chars5
                suffix="people"
                spellcheck=false
            />
            {number::method_fields(self, wrong)}
        }
        .into_any()
    }
}
