//! The fields of a question, by the kind of its answer.

use domain::{
    assessment::{AnswerForm, DECISION_MAX, NAME_MAX, REASON_MAX},
    content::{AnswerKind, Question},
};
use govuk::{Choice, DatePart, FieldTitle, Limit, Width};
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
        AnswerKind::Number { unit, .. } => number(heading(), hint, unit, form, wrong),
        AnswerKind::Decision => decision(heading(), hint, form, wrong),
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
    view! {
        {day(heading, hint, form, wrong)}
        {instead("none", "Never", form, wrong)}
    }
    .into_any()
}

fn day(legend: FieldTitle, hint: String, form: &AnswerForm, wrong: &Wrong) -> AnyView {
    let parts = vec![
        DatePart::day(form.day.clone()).id("day"),
        DatePart::month(form.month.clone()),
        DatePart::year(form.year.clone()),
    ];
    view! {
        <govuk::DateInput
            id="date"
            name=""
            legend=legend
            hint=hint.trim().to_owned()
            parts=parts
            error=wrong.text("day")
        />
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

fn number(
    heading: FieldTitle,
    hint: Option<String>,
    unit: &str,
    form: &AnswerForm,
    wrong: &Wrong,
) -> AnyView {
    let (value, error) = (form.number.clone(), wrong.text("number"));
    view! {
        <govuk::Input id="number" label=heading hint=hint value=value error=error suffix=unit.to_owned() inputmode="numeric" width=Width::Chars5/>
        {instead("not-sure", "Not sure", form, wrong)}
    }
    .into_any()
}

/// The record of what is reasonably practicable, in the order in which it is weighed.
fn decision(heading: FieldTitle, hint: Option<String>, form: &AnswerForm, wrong: &Wrong) -> AnyView {
    let parts = [
        (
            "options",
            "What could be done",
            "Each option in a line. Do not enter intelligence or classified text.",
            &form.options,
        ),
        ("cost", "What it would cost", "Money, time and difficulty of each.", &form.cost),
        (
            "benefit",
            "What harm it could spare",
            "How likely the danger is, and how much each option would help.",
            &form.benefit,
        ),
        ("decision", "What was decided, and why", "", &form.decision),
    ]
    .map(|(id, label, hint, typed)| {
        let (value, error) = (typed.clone(), wrong.text(id));
        view! { <govuk::TextArea id=id label=label hint=hint value=value error=error rows=3/> }.into_any()
    });
    let hint = hint.map(|hint| view! { <p class="govuk-hint">{hint}</p> });
    let (by, by_wrong) = (form.by.clone(), wrong.text("by"));
    view! {
        <govuk::Fieldset legend=heading>
            {hint}
            {parts.into_iter().collect_view()}
            <govuk::Input id="by" label="Who decided" hint="A role is enough." value=by error=by_wrong/>
        </govuk::Fieldset>
        {day(FieldTitle::new("When was it decided?"), "For example, 27 3 2026.".to_owned(), form, wrong)}
        {instead("none", "Nothing is decided yet", form, wrong)}
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
    let number_most = match &question.answer {
        AnswerKind::Number { most, .. } => *most,
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
        ("number", "required") => "Enter a number, or tick “Not sure”".into(),
        ("number", "not-a-number") => "Enter a whole number, like 12".into(),
        ("number", _) => format!("The number must be {number_most} or fewer"),
        ("options", "required") => "Say what could be done, or tick the box".into(),
        ("cost", "required") => "Say what it would cost, or tick the box".into(),
        ("benefit", "required") => "Say what harm it could spare, or tick the box".into(),
        ("decision", "required") => "Say what was decided and why, or tick the box".into(),
        ("by", "required") => "Enter who decided, or tick the box".into(),
        ("options" | "cost" | "benefit" | "decision", "too-long") => {
            format!("This must be {DECISION_MAX} characters or fewer")
        }
        ("day", "future") => "The date must be today or in the past".into(),
        ("day", _) => "Enter a real date, like 27 3 2026".into(),
        ("name", "required") => "Enter a name, or tick “Not sure”".into(),
        ("role", "required") => "Enter a role, or tick “Not sure”".into(),
        ("name" | "role" | "by", "too-long") => format!("This must be {NAME_MAX} characters or fewer"),
        ("note", "too-long") => format!("The note must be {note_max} characters or fewer"),
        _ => "This must not contain control characters".into(),
    }
}
