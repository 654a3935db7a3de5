//! The fields of a record of training.

use domain::{
    forms::training::TrainingForm,
    training::{Course, courses},
};
use govuk::{Choice, Width};
use leptos::prelude::*;

use crate::{components::DayInput, form::Wrong};

/// All of them.
pub fn fields(form: &TrainingForm, wrong: &Wrong) -> AnyView {
    view! {
        {what(form, wrong)}
        {who(form, wrong)}
        {again(form, wrong)}
        <govuk::TextArea
            id="note"
            label="Note (optional)"
            hint="Do not enter names or results of single people"
            value=form.note.clone()
            error=wrong.text("note")
            rows=3
        />
    }
    .into_any()
}

fn what(form: &TrainingForm, wrong: &Wrong) -> impl IntoView + use<> {
    let items: Vec<_> = courses()
        .iter()
        .map(|course| {
            let choice = Choice::new(course.id, course.title).hint(about(course));
            if course.described { choice.below(described(form, wrong)) } else { choice }
        })
        .collect();
    let on = [form.on_day.clone(), form.on_month.clone(), form.on_year.clone()];
    view! {
        <govuk::Radios
            id="course"
            legend="Which course or briefing?"
            items=items
            value=form.course.clone()
            error=wrong.text("course")
        />
        <DayInput
            id="on"
            legend="When was it held?"
            hint="The last day, if it took several. For example, 3 11 2026"
            values=on
            error=wrong.text("on")
        />
    }
}

/// What a course is, and when it is suggested again.
pub fn about(course: &Course) -> String {
    match course.refresh_months {
        Some(months) => format!("{}. Again after {months} months, as a suggestion", course.about),
        None => course.about.to_owned(),
    }
}

fn described(form: &TrainingForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id="described"
            label="Which course it was"
            value=form.described.clone()
            error=wrong.text("described")
        />
    }
}

fn who(form: &TrainingForm, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id="group"
            label="Who had it?"
            hint="A role or a group, no names. For a refresher, use the same words as before: it then takes the place of the record before."
            value=form.group.clone()
            error=wrong.text("group")
        />
        <govuk::Input
            id="people"
            label="How many people had it?"
            inputmode="numeric"
            width=Width::Chars5
            value=form.people.clone()
            error=wrong.text("people")
        />
    }
}

fn again(form: &TrainingForm, wrong: &Wrong) -> impl IntoView + use<> {
    let day = [form.again_day.clone(), form.again_month.clone(), form.again_year.clone()];
    let day = view! {
        <DayInput id="again" legend="Which day?" hint="For example, 3 11 2027" values=day error=wrong.text("again")/>
    };
    let items = vec![
        Choice::new("suggested", "When the list suggests it").hint("Counted from the day it was held"),
        Choice::new("day", "On another day").below(day),
        Choice::new("never", "It is held once"),
    ];
    view! {
        <govuk::Radios
            id="refresh"
            legend="When is it time again?"
            items=items
            value=form.refresh.clone()
            error=wrong.text("refresh")
        />
    }
}
