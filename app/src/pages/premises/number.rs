//! How many people, and how was that worked out?

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use domain::{
    digits::thousands,
    forms::{Errors, premises::NumbersForm},
    ids::PremisesId,
    law::{self, ThresholdKind},
    policy::act,
    premises::Premises,
    scope::head_count::{HeadCount, NOTE_MOST},
};
use govuk::Choice;
use leptos::prelude::*;
use store::PremisesChange;

use super::change::{Change, ChangedMeanwhile, save};
use crate::{
    Page, PageError,
    components::{DayInput, Title, day},
    form::{Sent, Wrong},
    islands::ExpectedNumber,
    pages::scope::counting::{ReviewInput, WhatCounts},
    paths,
    request::Ctx,
};

/// The form as it stands.
pub async fn get(ctx: Ctx, Path(id): Path<PremisesId>) -> Result<Page, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let premises = ctx.store.premises_to_edit(&permit).await?;
    let form = NumbersForm::of(&premises);
    let kept = premises.head_count.as_ref().and_then(HeadCount::working).map(str::to_owned);
    Ok(page(id, form, Errors::none(), Vec::new(), kept, ctx.today()))
}

/// Saves it, or shows what is wrong.
pub async fn post(
    ctx: Ctx,
    Path(id): Path<PremisesId>,
    Sent(form): Sent<NumbersForm>,
) -> Result<Response, PageError> {
    let permit = ctx.permit::<act::EditPremises>(id).await?;
    let today = ctx.today();
    match form.check(today) {
        Ok(stated) => {
            let before = ctx.store.premises_to_edit(&permit).await?.head_count;
            let head_count = match (stated.head_count, before) {
                (Some(count), Some(before)) => Some(count.keeping_working_of(&before)),
                (count, _) => count,
            };
            let change = PremisesChange::Number(head_count);
            let change = Change { permit, seen: stated.version, change, form };
            save(&ctx, change, |_| "tier", |now, form| merge(now, form, today)).await
        }
        Err(errors) => Ok(page(id, form, errors, Vec::new(), None, today).unprocessable().into_response()),
    }
}

fn merge(now: &Premises, form: NumbersForm, today: NaiveDate) -> Page {
    let form = NumbersForm { version: now.version.to_string(), ..form };
    page(now.id, form, Errors::none(), said(now.head_count.as_ref()), None, today)
}

/// What is known of a number, as label and value.
pub fn said(count: Option<&HeadCount>) -> Vec<(&'static str, String)> {
    let open = || "Not known yet".to_owned();
    let note = count.map_or_else(open, |count| count.note().to_owned());
    vec![
        ("People", count.map_or_else(open, |count| thousands(count.number()))),
        ("How it was worked out", count.map_or_else(open, how)),
        ("Explanation", if note.is_empty() { "None".into() } else { note }),
        ("Look at it again", count.map_or_else(open, |count| day(count.review_on()))),
    ]
}

fn page(
    id: PremisesId,
    form: NumbersForm,
    errors: Errors,
    theirs: Vec<(&'static str, String)>,
    kept: Option<String>,
    today: NaiveDate,
) -> Page {
    let wrong = Wrong::worded(&errors, words);
    Page::new("How many people", move || view(id, &form, &wrong, theirs.clone(), kept.clone(), today))
        .with_back(paths::premises(id))
}

/// What is wrong with a field about the number, in words.
pub fn words(field: &str, code: &str) -> String {
    let words = match (field, code) {
        ("number", "missing") => "Enter the number of people",
        ("number", "number-range") => "The number must be from 1 to 500,000",
        ("number", _) => "Enter a whole number, like 350",
        ("method", _) => "Choose how you worked the number out, or “I do not know the number”",
        ("method_note", "too-long") => {
            return format!("The explanation must be {NOTE_MOST} characters or fewer");
        }
        ("review", _) => "Choose when to look at it again",
        ("method_note", "note-missing") => "Explain how you worked the number out",
        ("counted_on", "day-to-come") => "The date must be today or in the past",
        ("counted_on", _) => "Enter the date that you worked it out, like 22 11 2026",
        _ => "This must not contain control characters",
    };
    words.into()
}

/// When the number was worked out.
pub fn counted_on(values: [String; 3], wrong: &Wrong) -> impl IntoView + use<> {
    view! {
        <DayInput
            id="counted_on"
            legend="When did you work it out?"
            hint="For example, 22 11 2026"
            values=values
            error=wrong.text("counted_on")
        />
    }
}

fn view(
    id: PremisesId,
    form: &NumbersForm,
    wrong: &Wrong,
    theirs: Vec<(&'static str, String)>,
    kept: Option<String>,
    today: NaiveDate,
) -> impl IntoView + use<> {
    let law = law::known();
    let at = |kind| law.threshold(kind, today).map_or(u32::MAX, |threshold| threshold.value);
    let (number, number_wrong) = (form.number.clone(), wrong.text("number"));
    view! {
        {wrong.summary()}
        <ChangedMeanwhile theirs=theirs/>
        <Title>"How many people"</Title>
        <p class="govuk-body">
            "The Act asks for the greatest number of people that it is reasonable to expect at the same time, from time to time, in connection with the uses you chose."
        </p>
        <WhatCounts/>
        {kept.map(|line| view! {
            <govuk::InsetText>
                "Worked out as: " <strong>{line}</strong>
                ". Another number or method below takes its place."
            </govuk::InsetText>
        })}
        <p class="govuk-body">
            <a class="govuk-link" href=paths::premises_part(id, "number/work-out")>
                "Help me work the number out"
            </a>
        </p>
        <form method="post" novalidate>
            <input type="hidden" name="version" value=form.version.clone()/>
            <ExpectedNumber standard=at(ThresholdKind::Standard) enhanced=at(ThresholdKind::Enhanced)>
                <govuk::Input
                    id="number"
                    label="Greatest number of people at the same time"
                    hint="Count staff as well as visitors, at your busiest regular times"
                    value=number
                    error=number_wrong
                    inputmode="numeric"
                    width=govuk::Width::Chars5
                    suffix="people"
                    spellcheck=false
                />
            </ExpectedNumber>
            {method_fields(form, wrong)}
            <govuk::Button>"Save and continue"</govuk::Button>
        </form>
    }
}

/// How the number was worked out, when, and when to look at it again.
pub fn method_fields(form: &NumbersForm, wrong: &Wrong) -> impl IntoView + use<> {
    let mut methods: Vec<Choice> =
        law::methods().iter().map(|method| Choice::new(method.id, method.label).hint(method.hint)).collect();
    methods.push(Choice::divider("or"));
    methods.push(Choice::new("not-sure", "I do not know the number yet"));
    let counted = [&form.counted_on_day, &form.counted_on_month, &form.counted_on_year].map(Clone::clone);
    view! {
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
        {counted_on(counted, wrong)}
        <ReviewInput value=form.review.clone() error=wrong.text("review")/>
    }
}

/// A head count in a sentence: how it came about, when, and when to look at it again.
pub fn how(count: &HeadCount) -> String {
    let method = law::method(count.method()).map_or("Not said yet how", |method| method.label);
    let working = count.working().map(|line| format!(": {line}")).unwrap_or_default();
    format!("{method}{working}. Worked out on {}.", day(count.counted_on()))
}
