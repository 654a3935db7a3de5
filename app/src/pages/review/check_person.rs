//! Marking a Competent Person record as seen outside the portal, or not.

use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use domain::{
    competent_person::HowSeen,
    forms::{Errors, review::MarkForm},
    ids::CompetentPersonId,
    policy::act,
};
use govuk::{Choice, SummaryRow};
use leptos::prelude::*;
use store::CompetentPerson;

use super::NO_INTELLIGENCE;
use crate::{
    Page, PageError,
    components::{DayInput, day},
    form::{Sent, Wrong, new_mark, read_mark},
    pages::competent_person::words,
    paths,
    request::Ctx,
};

/// The record with its newest mark, and the form for another.
pub async fn get(ctx: Ctx, Path(id): Path<CompetentPersonId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::CheckCompetentPerson>(id).await?;
    let person = ctx.store.competent_person_to_check(&permit).await?;
    let form = MarkForm { once: new_mark(), ..MarkForm::default() };
    Ok(page(person, form, &Errors::none()))
}

/// Keeps the mark, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<CompetentPersonId>,
    Sent(form): Sent<MarkForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::CheckCompetentPerson>(id).await?;
    let once = read_mark(&form.once)?;
    match form.check(ctx.today()) {
        Ok(mark) => {
            ctx.store.check_competent_person(&permit, once, &mark).await?;
            Ok(Redirect::to(&format!("{}/check", paths::competent_person(id))).into_response())
        }
        Err(errors) => {
            let person = ctx.store.competent_person_to_check(&permit).await?;
            Ok(page(person, form, &errors).unprocessable().into_response())
        }
    }
}

fn page(person: CompetentPerson, form: MarkForm, errors: &Errors) -> Page {
    let wrong = Wrong::worded(errors, |field, code| match (field, code) {
        ("seen", _) => "Say whether you have seen it",
        ("how", _) => "Choose how you saw it",
        ("on", "day-to-come") => "The day must be today or in the past",
        ("on", _) => "Enter the day, like 22 11 2026",
        (_, "too-long") => "The note must be 500 characters or fewer",
        _ => "The note must not contain control characters",
    });
    Page::new("Mark a Competent Person record", move || view(&person, &form, &wrong))
        .with_back(paths::QUEUE)
        .without_name()
}

fn view(person: &CompetentPerson, form: &MarkForm, wrong: &Wrong) -> impl IntoView + use<> {
    let details = &person.details;
    let mut rows = vec![
        SummaryRow::new("Name", details.name.as_str()),
        SummaryRow::new("Role", details.role.clone()),
        SummaryRow::new("Qualification", words::name_of(details)),
        SummaryRow::new("Awarding body", details.awarding_body.clone()),
        SummaryRow::new("Number", details.number.clone().unwrap_or_else(|| "None given".into())),
        SummaryRow::new("Awarded on", day(details.awarded_on)),
        SummaryRow::new("Last day", words::expiry(details.expiry)),
        SummaryRow::new("Newest mark", words::mark(person.mark.as_ref())),
    ];
    rows.extend(words::caution(details).map(|text| SummaryRow::new("Bear in mind", text)));
    let seen = vec![Choice::new("yes", "Yes"), Choice::new("no", "No")];
    let ways = HowSeen::ALL.map(|how| Choice::new(how.as_str(), words::how_seen(how))).into_iter().collect();
    let values = [form.on_day.clone(), form.on_month.clone(), form.on_year.clone()];
    view! {
        {wrong.summary()}
        <h1 class="govuk-heading-l">"Mark a Competent Person record"</h1>
        <govuk::InsetText>{words::OPTIONAL}</govuk::InsetText>
        <govuk::SummaryList rows=rows/>
        <form method="post" novalidate>
            <input type="hidden" name="once" value=form.once.clone()/>
            <govuk::Radios
                id="seen"
                legend="Have you seen outside this service that the person holds it?"
                items=seen
                value=form.seen.clone()
                error=wrong.text("seen")
            />
            <govuk::Radios
                id="how"
                legend="If yes, how?"
                items=ways
                value=form.how.clone()
                error=wrong.text("how")
            />
            <DayInput
                id="on"
                legend="If yes, when?"
                hint="For example, 22 11 2026"
                values=values
                error=wrong.text("on")
            />
            <govuk::TextArea
                id="note"
                label="Note (optional)"
                hint=format!("The operator reads it once authority is confirmed. {NO_INTELLIGENCE}")
                value=form.note.clone()
                error=wrong.text("note")
                rows=3
            />
            <govuk::Button>"Save the mark"</govuk::Button>
        </form>
    }
}
