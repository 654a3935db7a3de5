//! How many people, and how was that worked out?

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    forms::{Errors, premises::NumbersForm},
    ids::PremisesId,
    law::{self, ThresholdKind},
    policy::act,
    premises::Premises,
    scope::head_count::NOTE_MOST,
};
use govuk::{Choice, DatePart};
use leptos::prelude::*;
use store::PremisesChange;

use super::change::{Change, ChangedMeanwhile, save};
use crate::{
    Page, PageError,
    form::{Sent, Wrong},
    islands::ExpectedNumber,
    paths,
    request::Ctx,
};

/// The form as it stands.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let form = NumbersForm::of(&premises);
    Ok(page(form, Errors::none(), Vec::new(), ctx.now.date_naive()).with_back(paths::premises(id)))
}

/// Saves it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(form): Sent<NumbersForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let today = ctx.now.date_naive();
    match form.check(today) {
        Ok(stated) => {
            let change = PremisesChange::Number(stated.head_count);
            let change = Change { permit, seen: stated.version, change, form };
            save(&ctx, change, |_| "tier", |now, form| merge(now, form, today)).await
        }
        Err(errors) => Ok(page(form, errors, Vec::new(), today).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: NumbersForm, today: NaiveDate) -> Page {
    let number = now.head_count.as_ref().map_or("Not known".into(), |count| count.number().to_string());
    let how = now.head_count.as_ref().map_or("", |count| count.note()).to_owned();
    let form = NumbersForm { version: now.version.to_string(), ..form };
    page(form, Errors::none(), vec![("People", number), ("How it was worked out", how)], today)
}

fn page(form: NumbersForm, errors: Errors, theirs: Vec<(&'static str, String)>, today: NaiveDate) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("How many people", move || view(&form, &wrong, theirs.clone(), today))
}

fn words(field: &str, code: &str) -> String {
    let words = match (field, code) {
        ("number", "missing") => "Enter the number of people",
        ("number", "number-range") => "The number must be from 1 to 500,000",
        ("number", _) => "Enter a whole number, like 350",
        ("method", _) => "Choose how you worked the number out, or “I do not know the number”",
        ("method_note", "too-long") => {
            return format!("The explanation must be {NOTE_MOST} characters or fewer");
        }
        ("method_note", "note-missing") => "Explain how you worked the number out",
        ("counted_on", "day-to-come") => "The date must be today or in the past",
        ("counted_on", _) => "Enter the date that you worked it out, like 22 11 2026",
        _ => "This must not contain control characters",
    };
    words.into()
}

fn view(
    form: &NumbersForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let law = law::known();
    let at = |kind| law.threshold(kind, today).map_or(u32::MAX, |threshold| threshold.value);
    let mut methods: Vec<Choice> =
        law::methods().iter().map(|method| Choice::new(method.id, method.label).hint(method.hint)).collect();
    methods.push(Choice::divider("or"));
    methods.push(Choice::new("not-sure", "I do not know the number yet"));
    let day = |part: DatePart| part.error(wrong.text("counted_on").is_some());
    let parts = vec![
        day(DatePart::day(form.counted_on_day.clone()).name("counted_on_day").id("counted_on")),
        day(DatePart::month(form.counted_on_month.clone()).name("counted_on_month")),
        day(DatePart::year(form.counted_on_year.clone()).name("counted_on_year")),
    ];
    let (number, number_wrong) = (form.number.clone(), wrong.text("number"));
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <h1 class="govuk-heading-l">"How many people"</h1>
        <p class="govuk-body">
            "The Act asks for the greatest number of people that it is reasonable to expect at the same time, from time to time, in connection with the uses you chose."
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            <ExpectedNumber standard=at(ThresholdKind::Standard) enhanced=at(ThresholdKind::Enhanced)>
                <govuk::Input
                    id="number"
                    label="Greatest number of people at the same time"
                    hint="Count staff as well as visitors, at your busiest regular times. Not an average, and not the fire limit by itself."
                    value=number
                    error=number_wrong
                    inputmode="numeric"
                    width=govuk::Width::Chars5
                    suffix="people"
                    spellcheck=false
                />
            </ExpectedNumber>
            <govuk::Radios
                id="method"
                legend="How did you work it out?"
                hint="You will have to tell the SIA the number and the method"
                items=methods
                value=form.method.clone()
                error=wrong.text("method")
            />
            <govuk::TextArea
                id="method_note"
                label="Explain it in a sentence or two"
                hint="Needed where you chose another method; helpful with the others. Do not enter intelligence or classified information."
                value=form.method_note.clone()
                error=wrong.text("method_note")
                rows=3
            />
            <govuk::DateInput
                id="counted_on-date"
                name=""
                legend="When did you work it out?"
                hint="For example, 22 11 2026"
                parts=parts
                error=wrong.text("counted_on")
            />
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}
