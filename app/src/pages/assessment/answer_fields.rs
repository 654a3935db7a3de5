//! The fields of a question, by the kind of its answer.

use domain::{
    assessment::{AnswerForm, NAME_MAX, REASON_MAX},
    content::{AnswerKind, Question},
};
use govuk::{Choice, DatePart, FieldTitle, Limit};
use leptos::prelude::*;

use crate::form::Wrong;

/// The question as the page's heading, with the fields that answer it.
pub fn fields(question: &Question, form: &AnswerForm, wrong: &Wrong) -> AnyView {
    let heading = || FieldTitle::heading(question.text.as_str());
    let hint = question.hint.clone();
    match &question.answer {
        AnswerKind::Procedure => {
            let items = vec![
                Choice::new("yes", "Yes"),
                Choice::new("partly", "Partly"),
                Choice::new("no", "No"),
                Choice::new("not-sure", "Not sure"),
                Choice::divider("or"),
                Choice::new("not-applicable", "It does not apply here"),
            ];
            // Not revealed by the choice: the package's script gives the radio an attribute that
            // radios may not have.
            view! {
                {radios(heading(), hint, items, form, wrong)}
                <govuk::TextArea
                    id="reason"
                    label="If it does not apply, say why"
                    hint="Do not enter intelligence or classified information."
                    value=form.reason.clone()
                    error=wrong.text("reason")
                    rows=2
                />
            }
            .into_any()
        }
        AnswerKind::YesNo => {
            let items =
                vec![Choice::new("yes", "Yes"), Choice::new("no", "No"), Choice::new("not-sure", "Not sure")];
            radios(heading(), hint, items, form, wrong)
        }
        AnswerKind::Choice { options } => {
            let items = options.iter().map(|one| Choice::new(one.id.as_str(), one.text.as_str())).collect();
            radios(heading(), hint, items, form, wrong)
        }
        AnswerKind::Text { max } => view! {
            <govuk::CharacterCount
                id="text"
                label=heading()
                hint=hint
                limit=Limit::Characters(u32::try_from(*max).unwrap_or(u32::MAX))
                value=form.text.clone()
                error=wrong.text("text")
            />
        }
        .into_any(),
        AnswerKind::DateOrNone => date(heading(), hint, form, wrong),
        AnswerKind::Person => person(heading(), hint, form, wrong),
    }
}

fn radios(
    heading: FieldTitle,
    hint: Option<String>,
    items: Vec<Choice>,
    form: &AnswerForm,
    wrong: &Wrong,
) -> AnyView {
    view! {
        <govuk::Radios
            id="answer"
            legend=heading
            hint=hint
            items=items
            value=form.answer.clone()
            error=wrong.text("answer")
        />
    }
    .into_any()
}

fn date(heading: FieldTitle, hint: Option<String>, form: &AnswerForm, wrong: &Wrong) -> AnyView {
    let hint = format!("{} For example, 27 3 2026.", hint.unwrap_or_default());
    let parts = vec![
        DatePart::day(form.day.clone()).id("day"),
        DatePart::month(form.month.clone()),
        DatePart::year(form.year.clone()),
    ];
    view! {
        <govuk::DateInput
            id="date"
            name=""
            legend=heading
            hint=hint.trim().to_owned()
            parts=parts
            error=wrong.text("day")
        />
        {instead("none", "Never", form, wrong)}
    }
    .into_any()
}

fn person(heading: FieldTitle, hint: Option<String>, form: &AnswerForm, wrong: &Wrong) -> AnyView {
    let (name, name_wrong) = (form.name.clone(), wrong.text("name"));
    let (role, role_wrong) = (form.role.clone(), wrong.text("role"));
    let hint = hint.map(|hint| view! { <p class="govuk-hint">{hint}</p> });
    view! {
        <govuk::Fieldset legend=heading>
            {hint}
            <govuk::Input id="name" label="Name" value=name error=name_wrong/>
            <govuk::Input id="role" label="Role" value=role error=role_wrong/>
        </govuk::Fieldset>
        {instead("not-sure", "Not sure", form, wrong)}
    }
    .into_any()
}

/// The box that says there is nothing to fill in.
fn instead(code: &'static str, words: &'static str, form: &AnswerForm, wrong: &Wrong) -> AnyView {
    let values = if form.answer == code { vec![code.to_owned()] } else { Vec::new() };
    view! {
        <govuk::Checkboxes
            id="answer"
            legend=FieldTitle::new("Or").classes("govuk-visually-hidden")
            items=vec![Choice::new(code, words)]
            values=values
            error=wrong.text("answer")
            small=true
        />
    }
    .into_any()
}

/// What is wrong with a field, in words.
pub fn words(question: &Question, note_max: usize, field: &str, code: &str) -> String {
    let text_max = match &question.answer {
        AnswerKind::Text { max } => *max,
        _ => 0,
    };
    match (field, code) {
        ("settle", _) => "Choose which answer should stand".into(),
        ("answer", "both") => "Fill in the fields or tick the box, not both".into(),
        ("answer", _) => "Choose an answer. “Not sure” is one where it is offered".into(),
        ("reason", "required") => "Say why it does not apply".into(),
        ("reason", "too-long") => format!("The reason must be {REASON_MAX} characters or fewer"),
        ("text", "required") => "Enter an answer".into(),
        ("text", "too-long") => format!("The answer must be {text_max} characters or fewer"),
        ("day", "required") => "Enter a date, or tick the box".into(),
        ("day", "future") => "The date must be today or in the past".into(),
        ("day", _) => "Enter a real date, like 27 3 2026".into(),
        ("name", "required") => "Enter a name, or tick “Not sure”".into(),
        ("role", "required") => "Enter a role, or tick “Not sure”".into(),
        ("name" | "role", "too-long") => format!("This must be {NAME_MAX} characters or fewer"),
        ("note", "too-long") => format!("The note must be {note_max} characters or fewer"),
        _ => "This must not contain control characters".into(),
    }
}
