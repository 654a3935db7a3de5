//! When and how is the date of the event first made public?

use chrono::NaiveDate;
use domain::{
    event::{Event, EventChange, HostedEvent, Step},
    forms::{Errors, event::PublicityForm},
};
use govuk::Choice;
use leptos::prelude::*;

use super::{change::Then, form::EventForm, words};
use crate::{components::DayInput, form::Wrong};

impl EventForm for PublicityForm {
    const TITLE: &'static str = "When its date is made public";
    const THEN: Then = Then::After(Step::Publicity);

    fn of(event: &Event) -> Self {
        Self::of(event)
    }

    fn check(&self, today: NaiveDate) -> Result<EventChange, Errors> {
        self.check(today).map(EventChange::Publicity)
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        let said = now.event.details.publicity.as_ref();
        vec![
            ("First publicised", said.map_or(words::NOT_KNOWN.into(), words::first)),
            ("Format", said.map_or(words::NOT_KNOWN.into(), words::format)),
        ]
    }

    fn words(field: &str, code: &str) -> String {
        match (field, code) {
            ("publicised", _) => "Say whether the date of the event is made public",
            ("first_on", _) => "Enter the first day, past or planned, like 1 2 2027",
            ("format", _) => "Choose where it is first made public, or “I do not know yet”",
            ("web", "missing") => "Enter the web address",
            ("platform", "missing") => "Enter the name of the platform",
            ("account", "missing") => "Enter the account",
            ("described", "missing") => "Say in which other way",
            ("taken_over", _) => "Say whether you took the event over",
            ("taken_over_on", "day-to-come") => "The day you took it over must be today or in the past",
            ("taken_over_on", "too-early") => "If you took it over before it was publicised, choose “No”",
            ("taken_over_on", _) => "Enter the day that you took it over, like 1 3 2027",
            (_, "too-long") => "This must be 150 characters or fewer",
            _ => "This must not contain control characters",
        }
        .into()
    }

    fn lead() -> AnyView {
        view! {
            <p class="govuk-body">
                "The last day to notify the SIA follows from this. An event is first publicised when its date is first told to the public, or to members or guests of a club, to advertise it. The medium does not matter (SI 2026/793, regulation 2)."
            </p>
        }
        .into_any()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        fields(self, wrong).into_any()
    }
}

fn fields(form: &PublicityForm, wrong: &Wrong) -> impl IntoView + use<> {
    let publicised = vec![
        Choice::new("on", "Yes, it was or will be").below(first(form, wrong)),
        Choice::new("not", "No, it is not publicised"),
    ];
    let taken_over = vec![
        Choice::new("yes", "Yes").below(view! {
            <DayInput
                id="taken_over_on"
                legend="Which day did you take it over?"
                hint="For example, 1 3 2027"
                values=[
                    form.taken_over_on_day.clone(),
                    form.taken_over_on_month.clone(),
                    form.taken_over_on_year.clone(),
                ]
                error=wrong.text("taken_over_on")
            />
        }),
        Choice::new("no", "No"),
    ];
    view! {
        <govuk::Radios
            id="publicised"
            legend="Is the date of the event made public?"
            hint="By or for somebody who is responsible for the event"
            items=publicised
            value=form.publicised.clone()
            error=wrong.text("publicised")
        />
        <govuk::Radios
            id="taken_over"
            legend="Did you take the event over from somebody else after its date was made public?"
            items=taken_over
            value=form.taken_over.clone()
            error=wrong.text("taken_over")
        />
    }
}

fn first(form: &PublicityForm, wrong: &Wrong) -> impl IntoView + use<> {
    let line = |id: &'static str, label: &'static str, value: &String| {
        view! { <govuk::Input id=id label=label value=value.clone() error=wrong.text(id)/> }
    };
    let formats =
        vec![
            Choice::new("web", "A web page").below(line("web", "Web address", &form.web)),
            Choice::new("social", "A social media or ticket platform").below(view! {
                {line("platform", "Platform", &form.platform)}
                {line("account", "Account", &form.account)}
            }),
            Choice::new("other", "Another way")
                .hint("Such as posters, radio or a members’ letter")
                .below(line("described", "Which?", &form.described)),
            Choice::new("not-known", "I do not know yet"),
        ];
    view! {
        <DayInput
            id="first_on"
            legend="On which day, first?"
            hint="Past or planned, for example, 1 2 2027"
            values=[form.first_on_day.clone(), form.first_on_month.clone(), form.first_on_year.clone()]
            error=wrong.text("first_on")
        />
        <govuk::Radios
            id="format"
            legend="Where is it first made public?"
            items=formats
            value=form.format.clone()
            error=wrong.text("format")
        />
    }
}
