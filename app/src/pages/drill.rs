//! Drills and exercises of premises or for an event: the list, and each as its page shows it.

use axum::extract::Path;
use chrono::NaiveDate;
use domain::{
    content::{self, ReadinessTopic},
    drill::{Drill, DrillKind, topics},
    forms::{Errors, drill::DrillForm},
    ids::{DrillId, PremisesOrEvent},
};
use govuk::{Choice, RowAction, SummaryCard, SummaryRow};
use leptos::prelude::*;
use store::{Notifiable, Record};

use super::kept::OnPage;
use crate::{
    Page, PageError,
    components::{DayInput, Title, day},
    form::Wrong,
    paths,
    request::Ctx,
    words::capital,
};

/// The list, the last one first.
pub async fn list<O: Notifiable>(ctx: Ctx, Path(of): Path<O>) -> Result<Page, PageError> {
    let permit = ctx.permit::<O::See>(of).await?;
    let of = of.into();
    let mut drills = ctx.store.records::<Drill, _>(&permit).await?;
    drills.sort_by_key(|drill| std::cmp::Reverse(drill.details.on));
    Ok(Page::new("Drills and exercises", move || view(of, &drills)).with_back(paths::of(of)))
}

fn view(of: PremisesOrEvent, drills: &[Record<Drill>]) -> impl IntoView + use<> {
    let cards: Vec<_> = drills.iter().map(card).collect();
    let none = cards
        .is_empty()
        .then(|| view! { <p class="govuk-body">"No drills or exercises are recorded yet."</p> });
    view! {
        <Title>"Drills and exercises"</Title>
        {intro()}
        <govuk::ButtonLink href=paths::part(of, "drills/new")>"Record a drill"</govuk::ButtonLink>
        {none}
        {cards}
    }
}

fn intro() -> impl IntoView {
    view! {
        <p class="govuk-body">
            "The Act asks for no drill. Trying a procedure out shows whether it works, and makes what you say of it better founded."
        </p>
    }
}

fn card(drill: &Record<Drill>) -> impl IntoView + use<> {
    let title = format!("{}, {}", day(drill.details.on), kind(drill.details.kind).0);
    let said = drill.details.said().into_iter().skip(2);
    let rows: Vec<_> = said.map(|(label, text)| SummaryRow::new(label, text)).collect();
    let change = RowAction::new("Correct", paths::drill(drill.id)).hidden(title.clone());
    let plan = (!drill.details.lessons.is_empty()).then(|| {
        RowAction::new("Put lessons into the plan", paths::drill_lessons(drill.id)).hidden(title.clone())
    });
    let card = plan.into_iter().fold(SummaryCard::new(title).action(change), SummaryCard::action);
    view! { <govuk::SummaryList rows=rows card=card/> }
}

/// A kind of drill in a word, and what it means.
fn kind(kind: DrillKind) -> (&'static str, &'static str) {
    match kind {
        DrillKind::Tabletop => ("tabletop", "People talk through what they would do"),
        DrillKind::WalkThrough => ("walk-through", "People walk through it on the spot, step by step"),
        DrillKind::Live => ("live", "People do it: doors close, messages go out"),
    }
}

/// The titles of topics, in one line.
fn titles(ids: &[String]) -> String {
    let tried = topics().into_iter().filter(|topic| ids.contains(&topic.id));
    tried.map(|topic| topic.title.as_str()).collect::<Vec<_>>().join("; ")
}

/// Whether the questions for the standard duty ask about a topic.
fn at_standard(topic: &ReadinessTopic) -> bool {
    let standard = content::library().ok().and_then(|library| library.newest("standard"));
    standard.is_none_or(|set| set.topics.iter().any(|one| one.id == topic.id))
}

impl OnPage for Drill {
    type Form = DrillForm;
    const ADD: &'static str = "Record a drill or exercise";
    const CHANGE: &'static str = "Drill or exercise";
    const LIST: &'static str = "drills";

    fn path(id: DrillId) -> String {
        paths::drill(id)
    }

    fn form(&self, version: u32) -> DrillForm {
        DrillForm::of(self, version)
    }

    fn check(form: &DrillForm, today: NaiveDate, _: Option<&Self>) -> Result<Self, Errors> {
        form.check(today)
    }

    fn hidden(form: &mut DrillForm) -> (&mut String, &mut String) {
        (&mut form.once, &mut form.version)
    }

    fn words(field: &str, code: &str) -> &'static str {
        match (field, code) {
            ("on", "day-to-come") => "The day must be today or in the past",
            ("on", _) => "Enter the day it was held, like 3 11 2026",
            ("kind", _) => "Choose how it was held",
            ("topics", _) => "Choose what was tried out",
            ("took_part", "missing") => "Enter who took part, by role",
            ("took_part", "too-long") => "Who took part must be 500 characters or fewer",
            ("went_well", "too-long") => "What went well must be 2,000 characters or fewer",
            ("lessons", "too-many") => "There must be 20 lessons or fewer",
            ("lessons", "too-long") => "Each lesson must be 300 characters or fewer",
            _ => "This must not contain control characters",
        }
    }

    fn said(&self) -> Vec<(&'static str, String)> {
        let or_none = |text: String| if text.is_empty() { "Nothing noted".into() } else { text };
        vec![
            ("Day", day(self.on)),
            ("How it was held", kind(self.kind).1.to_owned()),
            ("What was tried out", titles(&self.topics)),
            ("Who took part", self.took_part.clone()),
            ("What went well", or_none(self.went_well.clone().unwrap_or_default())),
            ("Lessons", or_none(self.lessons.join("; "))),
        ]
    }

    fn intro() -> AnyView {
        intro().into_any()
    }

    fn fields(form: &DrillForm, wrong: &Wrong, _: Option<&Self>) -> AnyView {
        view! {
            {when(form, wrong)}
            {what(form, wrong)}
            {learned(form, wrong)}
        }
        .into_any()
    }
}

fn when(form: &DrillForm, wrong: &Wrong) -> impl IntoView + use<> {
    let on = [form.on_day.clone(), form.on_month.clone(), form.on_year.clone()];
    let kinds: Vec<_> = DrillKind::ALL
        .into_iter()
        .map(|one| {
            let (word, means) = kind(one);
            Choice::new(one.as_str(), capital(word)).hint(means)
        })
        .collect();
    view! {
        <DayInput
            id="on"
            legend="When was it held?"
            hint="For example, 3 11 2026"
            values=on
            error=wrong.text("on")
        />
        <govuk::Radios
            id="kind"
            legend="How was it held?"
            items=kinds
            value=form.kind.clone()
            error=wrong.text("kind")
        />
    }
}

fn what(form: &DrillForm, wrong: &Wrong) -> impl IntoView + use<> {
    let items: Vec<_> = topics()
        .into_iter()
        .map(|topic| {
            let choice = Choice::new(topic.id.clone(), topic.title.clone());
            if at_standard(topic) {
                choice
            } else {
                choice.hint("Asked about at the enhanced tier or at events")
            }
        })
        .collect();
    view! {
        <govuk::Checkboxes
            id="topics"
            legend="What was tried out?"
            hint="Choose all that apply"
            items=items
            values=form.topics.clone()
            error=wrong.text("topics")
        />
        <govuk::TextArea
            id="took_part"
            label="Who took part?"
            hint="Roles, not names. For example: duty manager, six door staff, two from the bar"
            value=form.took_part.clone()
            error=wrong.text("took_part")
            rows=3
        />
    }
}

fn learned(form: &DrillForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::TextArea
            id="went_well"
            label="What went well? (optional)"
            value=form.went_well.clone()
            error=wrong.text("went_well")
            rows=3
        />
        <govuk::TextArea
            id="lessons"
            label="What should change? (optional)"
            hint="One lesson in each line"
            value=form.lessons.clone()
            error=wrong.text("lessons")
            rows=5
        />
    }
}
