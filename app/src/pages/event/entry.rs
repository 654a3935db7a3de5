//! Who can come to the event, and what is checked when they do?

use chrono::NaiveDate;
use domain::{
    event::{Covers, EntryCheck, Event, EventChange, HostedEvent, Step},
    forms::{Errors, event::EntryForm},
};
use govuk::Choice;
use leptos::prelude::*;

use super::{change::Then, form::EventForm, words};
use crate::form::Wrong;

impl EventForm for EntryForm {
    const TITLE: &'static str = "Who can come, and what is checked";
    const THEN: Then = Then::After(Step::Entry);

    fn of(event: &Event) -> Self {
        Self::of(event)
    }

    fn check(&self, _: NaiveDate) -> Result<EventChange, Errors> {
        self.check().map(EventChange::Entry)
    }

    fn version(&mut self) -> &mut String {
        &mut self.version
    }

    fn said(now: &HostedEvent) -> Vec<(&'static str, String)> {
        let said = now.event.details.entry.as_ref().map(|entry| {
            vec![
                ("The public can attend", words::known(entry.public_access).to_owned()),
                ("What is checked", words::checks(entry)),
                ("How much that covers", covers(entry.covers).to_owned()),
            ]
        });
        said.unwrap_or_else(|| vec![("What is checked", words::NOT_KNOWN.to_owned())])
    }

    fn words(field: &str, code: &str) -> String {
        match (field, code) {
            ("public_access", _) => "Say whether members of the public can attend",
            ("checks", "none-with-others") => "Choose what is checked, or “nothing” alone",
            ("checks", _) => "Choose what is checked, or “nothing”",
            _ => "Say how much of the site the checks cover",
        }
        .into()
    }

    fn fields(&self, wrong: &Wrong) -> AnyView {
        fields(self, wrong).into_any()
    }
}

/// How much of the site the checks cover.
pub const fn covers(covers: Covers) -> &'static str {
    match covers {
        Covers::Whole => "All of the site that the event takes up",
        Covers::Parts => "Only part of it",
        Covers::NotSure => "I am not sure",
    }
}

fn fields(form: &EntryForm, wrong: &Wrong) -> impl IntoView + use<> {
    let hint = |check: EntryCheck| match check {
        EntryCheck::StaffPasses | EntryCheck::BagSearch | EntryCheck::Counting => {
            "By itself this does not make it a qualifying event"
        }
        _ => "",
    };
    let mut checks: Vec<Choice> = EntryCheck::ALL
        .into_iter()
        .map(|check| Choice::new(check.as_str(), words::check(check)).hint(hint(check)))
        .collect();
    checks.push(Choice::divider("or"));
    checks.push(Choice::new("none", "Nothing: anybody can walk in").exclusive());
    checks.push(Choice::new("not-sure", "I am not sure").exclusive());
    let parts = vec![
        Choice::new("whole", covers(Covers::Whole)),
        Choice::new("parts", covers(Covers::Parts)).hint(
            "Then each checked part is an event by itself, and must reach 800 by itself (section 3(2))",
        ),
        Choice::new("not-sure", covers(Covers::NotSure)),
    ];
    view! {
        <govuk::Radios
            id="public_access"
            legend="Can members of the public attend?"
            hint="People who pay, ticket holders, and members of a club with their guests count. Staff, crew and invited guests do not"
            items=words::yes_no_not_sure()
            value=form.public_access.clone()
            error=wrong.text("public_access")
        />
        <govuk::Checkboxes
            id="checks"
            legend="What is checked when members of the public come in?"
            hint="Choose all that apply"
            items=checks
            values=form.checks.clone()
            error=wrong.text("checks")
        />
        <govuk::Radios
            id="covers"
            legend="If payment, tickets, passes or membership are checked, for how much of the site?"
            items=parts
            value=form.covers.clone()
            error=wrong.text("covers")
        />
    }
}
