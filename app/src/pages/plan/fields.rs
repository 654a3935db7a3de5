//! The fields of something in the plan.

use domain::{
    content::Cost,
    forms::plan::PlanItemForm,
    plan::{LAST, Origin, PlanItem, Status},
};
use govuk::{Choice, Width};
use leptos::prelude::*;

use super::words;
use crate::{components::DayInput, form::Wrong};

/// All of them; what follows from an answer keeps its words.
pub fn fields(form: &PlanItemForm, wrong: &Wrong, now: Option<&PlanItem>) -> AnyView {
    let fixed = now.filter(|item| matches!(item.from, Origin::Answer { .. }));
    let wording = match fixed {
        Some(item) => said(item).into_any(),
        None => wording(form, wrong).into_any(),
    };
    let due = [form.due_day.clone(), form.due_month.clone(), form.due_year.clone()];
    view! {
        {wording}
        <govuk::Input
            id="owner"
            label="Who sees to it? (optional)"
            hint="A role, or a name where a role is not enough"
            width=Width::Chars20
            value=form.owner.clone()
            error=wrong.text("owner")
        />
        <DayInput
            id="due"
            legend="By when? (optional)"
            hint="For example, 1 2 2027"
            values=due
            error=wrong.text("due")
        />
        {status(form, wrong, fixed.is_some())}
        <govuk::TextArea
            id="note"
            label="Note (optional)"
            value=form.note.clone()
            error=wrong.text("note")
            rows=3
        />
    }
    .into_any()
}

fn said(item: &PlanItem) -> impl IntoView + use<> {
    let (text, cost) = (item.text.clone(), words::cost(item.cost));
    view! {
        <p class="govuk-body-l">{text}</p>
        <p class="govuk-body">"It follows from one of your answers. What it costs: " {cost} "."</p>
    }
}

fn wording(form: &PlanItemForm, wrong: &Wrong) -> impl IntoView + use<> {
    let urgent: Vec<_> = (1..=LAST).map(|one| Choice::new(one.to_string(), words::priority(one))).collect();
    let bands = Cost::ALL.into_iter().map(|one| Choice::new(one.as_str(), words::cost(Some(one))));
    let bands: Vec<_> = bands.chain([Choice::new("", words::cost(None))]).collect();
    view! {
        <govuk::Input id="text" label="What is there to do?" value=form.text.clone() error=wrong.text("text")/>
        <govuk::Radios
            id="priority"
            legend="How urgent is it?"
            items=urgent
            value=form.priority.clone()
            error=wrong.text("priority")
        />
        <govuk::Radios
            id="cost"
            legend="What does it cost, roughly?"
            items=bands
            value=form.cost.clone()
            error=wrong.text("cost")
        />
    }
}

fn status(form: &PlanItemForm, wrong: &Wrong, from_answer: bool) -> impl IntoView + use<> {
    let reason = view! {
        <govuk::TextArea
            id="reason"
            label="Why will it not be done?"
            hint="What you weighed up: what it would cost and what it would spare. You decide what is reasonably practicable."
            value=form.reason.clone()
            error=wrong.text("reason")
            rows=4
        />
    };
    let mut reason = Some(reason);
    let items: Vec<_> = Status::SLUGS
        .into_iter()
        .map(|slug| {
            let choice = Choice::new(slug, words::status(slug).0);
            match slug {
                "done" if from_answer => choice
                    .hint("This does not change your answer. Answer the question again when it is done."),
                "decided-against" => match reason.take() {
                    Some(reason) => choice.below(reason),
                    None => choice,
                },
                _ => choice,
            }
        })
        .collect();
    view! {
        <govuk::Radios
            id="status"
            legend="How far is it?"
            items=items
            value=form.status.clone()
            error=wrong.text("status")
        />
    }
}
