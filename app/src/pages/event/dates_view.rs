//! The form about when an event is held.

use domain::forms::event::DatesForm;
use govuk::Choice;
use leptos::prelude::*;

use super::words;
use crate::{components::DayInput, form::Wrong};

/// The fields of the form.
pub fn fields(form: &DatesForm, wrong: &Wrong) -> impl IntoView + use<> {
    let day = |day: &String, month: &String, year: &String| [day.clone(), month.clone(), year.clone()];
    let before = vec![
        Choice::new("yes", "Yes").below(last_time(form, wrong)),
        Choice::new("no", "No"),
        Choice::new("not-sure", "I am not sure"),
    ];
    view! {
        <DayInput
            id="starts_on"
            legend="Which day does it start?"
            hint="For example, 3 7 2027"
            values=day(&form.starts_on_day, &form.starts_on_month, &form.starts_on_year)
            error=wrong.text("starts_on")
        />
        {time("starts_at", "Time it starts", &form.starts_at, wrong)}
        <DayInput
            id="ends_on"
            legend="Which day does it end?"
            hint="Of an event over several days, the last"
            values=day(&form.ends_on_day, &form.ends_on_month, &form.ends_on_year)
            error=wrong.text("ends_on")
        />
        {time("ends_at", "Time it ends", &form.ends_at, wrong)}
        <DayInput
            id="admission_on"
            legend="Which day are the first people let in?"
            hint="Campsites and early entry count"
            values=day(&form.admission_on_day, &form.admission_on_month, &form.admission_on_year)
            error=wrong.text("admission_on")
        />
        {time("admission_at", "Time of first admission", &form.admission_at, wrong)}
        <govuk::Radios
            id="held_before"
            legend="Was the event held before?"
            items=before
            value=form.held_before.clone()
            error=wrong.text("held_before")
        />
        <govuk::Radios
            id="repeats"
            legend="Is it meant to be held again?"
            items=words::yes_no_not_sure()
            value=form.repeats.clone()
            error=wrong.text("repeats")
        />
    }
}

fn time(id: &'static str, label: &'static str, value: &str, wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <govuk::Input
            id=id
            label=label
            hint="For example, 19:30 or 7:30pm"
            value=value
            error=wrong.text(id)
            width=govuk::Width::Chars10
        />
    }
}

fn last_time(form: &DatesForm, wrong: &Wrong) -> impl IntoView + use<> {
    let line = |id: &'static str, label: &'static str, value: &String| {
        view! { <govuk::Input id=id label=label value=value.clone() error=wrong.text(id)/> }
    };
    view! {
        <p class="govuk-hint">"Say what you know of the last time, and leave out what you do not"</p>
        <DayInput
            id="last_on"
            legend="Which was its last day?"
            hint="For example, 5 7 2026"
            values=[form.last_on_day.clone(), form.last_on_month.clone(), form.last_on_year.clone()]
            error=wrong.text("last_on")
        />
        {line("last_place", "Where was it?", &form.last_place)}
        {line("last_name", "What were its name and brand?", &form.last_name)}
        {line("last_responsible", "Who was responsible for it?", &form.last_responsible)}
        {line("last_contact", "How can they be reached?", &form.last_contact)}
    }
}
